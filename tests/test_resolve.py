"""Whom pronouns, definite phrases and missing subjects stand for, from text to named claims."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from claim_reading import stated
from claimx.pipeline import Extractor
from claimx.read import read_articles
from claimx.records import Article, BlockType, Claim, Sentence
from claimx.resolve import resolve
from claimx.topic import Context, find_topic
from drawn_parses import draw, relater, words

Found = tuple[str, str, str, str, str]
Finder = Callable[..., list[Found]]


@pytest.fixture
def found_in(extractor: Extractor) -> Finder:
    """Reads a text, and its topic when one is given."""

    def find(text: str, *, topic: str = "") -> list[Found]:
        return summarize(extractor.extract(Article("a.txt", text, topic=topic)))

    return find


def summarize(claims: list[Claim]) -> list[Found]:
    """(nutrient, as written, relation, object name, resolution), in text order."""
    ordered = sorted(claims, key=lambda claim: (claim.trigger.start, claim.nutrient.name))
    return [
        (c.nutrient.name, c.nutrient.surface, c.relation, c.object.name if c.object else "", c.resolution)
        for c in ordered
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Magnesium relaxes people. It relieves migraines.",
            [("magnesium", "It", "TREATS", "migraine", "pronoun")],
            id="subject of the sentence before",
        ),
        pytest.param("Sleep relaxes people. It relieves migraines.", [], id="subject that is no nutrient"),
        pytest.param(
            "Kava\n\nA headache has been blamed on it.",
            [("kava", "it", "CAUSES", "headache", "pronoun")],
            id="what stands in one clause with the pronoun",
        ),
        pytest.param(
            "Bananas\n\nGreen ones relieve migraines.",
            [("bananas", "Green ones", "TREATS", "migraine", "pronoun")],
            id="a sort of what is named",
        ),
        pytest.param(
            "Kava\n\nKava eases stress. A headache is a nuisance. Because the herb causes fatigue, it causes nausea.",
            [
                ("kava", "Kava", "TREATS", "stress", "explicit"),
                ("kava", "the herb", "CAUSES", "fatigue", "pronoun"),
                ("kava", "it", "CAUSES", "nausea", "pronoun"),
            ],
            id="what it stood for in its sentence",
        ),
        pytest.param("Bananas\n\nYoung people relieve migraines.", [], id="people of a sort"),
        pytest.param(
            "Prokinetics are given with magnesium. They cause fatigue.",
            [],
            id="subject that is no nutrient, in the plural",
        ),
        pytest.param(
            "Those mutations harm people who take magnesium. Those who smoke get migraines.",
            [],
            id="people and what is named",
        ),
        pytest.param(
            "A healthy breakfast has walnuts and magnesium. The mineral prevents migraines.",
            [("magnesium", "The mineral", "PREVENTS", "migraine", "pronoun")],
            id="a kind asked for",
        ),
        pytest.param(
            "Magnesium is cheap. It is sold everywhere. It relieves migraines.",
            [("magnesium", "It", "TREATS", "migraine", "pronoun")],
            id="through another pronoun",
        ),
        pytest.param(
            "Magnesium is cheap. Asthma is common. It causes fatigue.", [], id="blocked by the subject between"
        ),
        pytest.param("Metformin is a diabetes drug. It causes nausea.", [], id="a drug is the subject"),
        pytest.param(
            "When people take magnesium, it relieves migraines.",
            [("magnesium", "it", "TREATS", "migraine", "pronoun")],
            id="nutrient of the same sentence",
        ),
        pytest.param("Zinc is cheap. If asthma is severe, it causes fatigue.", [], id="condition of the same sentence"),
        pytest.param(
            "Zinc and vitamin C are popular. They relieve colds.",
            [("vitamin C", "They", "TREATS", "cold", "pronoun"), ("zinc", "They", "TREATS", "cold", "pronoun")],
            id="plural takes both",
        ),
        pytest.param(
            "Zinc and vitamin C are popular. Both relieve colds.",
            [("vitamin C", "Both", "TREATS", "cold", "pronoun"), ("zinc", "Both", "TREATS", "cold", "pronoun")],
            id="a pair",
        ),
        pytest.param("Asthma and gout are common. Both cause fatigue.", [], id="a pair of illnesses"),
        pytest.param(
            "Zinc and vitamin C are popular. It relieves colds.",
            [("zinc", "It", "TREATS", "cold", "pronoun")],
            id="singular takes the first",
        ),
        pytest.param(
            "Ginger is a root. Its compounds reduce inflammation.",
            [("ginger", "Its", "DECREASES", "inflammation", "pronoun")],
            id="possessive",
        ),
        pytest.param(
            "Magnesium is cheap. It’s known to relieve migraines.",
            [("magnesium", "It", "TREATS", "migraine", "pronoun")],
            id="contracted",
        ),
        pytest.param("Asthma is common. It’s known to relieve migraines.", [], id="contracted, of no nutrient"),
        pytest.param("It relieves migraines.", [], id="nothing before"),
        pytest.param(
            "Copper is cheap. Unlike iron or zinc, it relieves migraines.",
            [("copper", "it", "TREATS", "migraine", "pronoun")],
            id="set against others",
        ),
        pytest.param(
            "Copper is cheap. If iron is taken, it relieves migraines.",
            [("iron", "it", "TREATS", "migraine", "pronoun")],
            id="not set against what its sentence is about",
        ),
        pytest.param(
            "Herbs to keep\n\n1. Kava. Sipping the tea eases stress.\n2. **Ginger.** It relieves migraines.\n",
            [
                ("kava", "tea", "TREATS", "stress", "pronoun"),
                ("ginger", "It", "TREATS", "migraine", "pronoun"),
            ],
            id="name that an item opens with",
        ),
        pytest.param(
            "Kava\n\n1. Ginger ale is sweet. The herb eases stress.\n",
            [("kava", "The herb", "TREATS", "stress", "pronoun")],
            id="name that is no label",
        ),
        pytest.param(
            "Zinc is cheap. The result? Fewer worries. It relieves migraines.",
            [("zinc", "It", "TREATS", "migraine", "pronoun")],
            id="over lines that say nothing of their own",
        ),
        pytest.param(
            "Kefir is cheap. Many do fine with it, though there is milk inside. It relieves migraines.",
            [("kefir", "It", "TREATS", "migraine", "pronoun")],
            id="what many take it up with",
        ),
        pytest.param(
            "Many do fine with kefir, and like it. It relieves migraines.",
            [("kefir", "It", "TREATS", "migraine", "pronoun")],
            id="what is named before it is taken up",
        ),
        pytest.param(
            "Kava\n\nPeople grow kava. Asthma is common. The root is dug up. It is chewed. It relieves migraines.",
            [("kava", "It", "TREATS", "migraine", "pronoun")],
            id="called something else between",
        ),
        pytest.param(
            "Kava is sold as a drink.\n\nNext up, chamomile tea. I love it! People who drank the tea slept better.",
            [("chamomile", "tea", "IMPROVES", "sleep", "pronoun")],
            id="what a paragraph turns to",
        ),
        pytest.param(
            "And my beloved chamomile? Ginger is sold as well. People who drank the tea slept better.",
            [("tea", "tea", "IMPROVES", "sleep", "explicit")],
            id="what a paragraph has turned away from",
        ),
        pytest.param(
            "Zinc is cheap. It seems to work by easing stress.",
            [("zinc", "It", "TREATS", "stress", "pronoun")],
            id="one that seems to do something",
        ),
        pytest.param(
            "Zinc is cheap. It seems that walking eases stress.", [], id="one that announces what seems to be so"
        ),
        pytest.param(
            "Zinc\n\nDaily supplements are cheap. They relieve migraines.",
            [("zinc", "They", "TREATS", "migraine", "pronoun")],
            id="supplements of what the title names",
        ),
    ],
)
def test_pronoun_takes_the_subject_before_it(found_in: Finder, text: str, expected: list[Found]) -> None:
    assert found_in(text) == expected


def test_pronoun_looks_back_over_a_few_sentences_only(found_in: Finder) -> None:
    near = "Zinc is sold. {}It relieves migraines."
    between = "The sky is blue today. "
    assert [len(found_in(near.format(between * count))) for count in (0, 8)] == [1, 0]


@pytest.mark.parametrize(
    ("noun", "nutrient"), [("mineral", "zinc"), ("vitamin", "vitamin C"), ("nutrient", "vitamin C")]
)
def test_definite_phrase_takes_the_last_of_its_kind(found_in: Finder, noun: str, nutrient: str) -> None:
    text = f"Zinc is a mineral. Vitamin C is cheap. This {noun} relieves colds."
    assert found_in(text) == [(nutrient, f"This {noun}", "TREATS", "cold", "pronoun")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Zinc for all\n\nIt eases colds\n\nZinc needs copper. Copper is red.\n\nIt relieves migraines\n\nIt does.",
            [("zinc", "It", "TREATS", "cold", "pronoun"), ("zinc", "It", "TREATS", "migraine", "pronoun")],
            id="a heading speaks of the article's nutrient",
        ),
        pytest.param(
            "What helps\n\nTurmeric\n\nBlack pepper is a spice. High doses can relieve migraines.",
            [("turmeric", "", "TREATS", "migraine", "ellipsis")],
            id="what is left out is the heading's",
        ),
        pytest.param(
            "What helps\n\nTry these\n\nBlack pepper is a spice. High doses can relieve migraines.",
            [("black pepper", "", "TREATS", "migraine", "ellipsis")],
            id="or else the subject's",
        ),
        pytest.param("Zinc is a mineral. These toxic compounds relieve migraines.", [], id="what harms is no nutrient"),
        pytest.param(
            "Zinc is a mineral. A handful of trials suggest that it can relieve migraines.",
            [("zinc", "it", "TREATS", "migraine", "pronoun")],
            id="a handful is no subject to take up",
        ),
    ],
)
def test_what_a_part_of_an_article_is_about(found_in: Finder, text: str, expected: list[tuple[str, ...]]) -> None:
    assert [row for row in found_in(text) if row[2] == "TREATS"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Zinc is a mineral. A cup of it has plenty of vitamin C. This vitamin relieves colds.",
            [("vitamin C", "This vitamin", "TREATS", "cold", "pronoun")],
            id="the one of its kind beside a subject",
        ),
        pytest.param(
            "Salmon is a fish. Rich in iodine, it relieves colds.",
            [("salmon", "it", "TREATS", "cold", "pronoun")],
            id="not what it is full of",
        ),
        pytest.param(
            "Zinc is a mineral. Along with iodine, it relieves colds.",
            [("iodine", "iodine", "TREATS", "cold", "explicit"), ("zinc", "it", "TREATS", "cold", "pronoun")],
            id="what does so along with it",
        ),
        pytest.param(
            "Like other minerals, zinc relieves colds.",
            [("zinc", "zinc", "TREATS", "cold", "explicit")],
            id="others like it",
        ),
    ],
)
def test_what_stands_beside_a_subject(found_in: Finder, text: str, expected: list[tuple[str, ...]]) -> None:
    assert [row for row in found_in(text) if row[2] == "TREATS"] == expected


def test_salt_stands_for_the_mineral_spoken_of(found_in: Finder) -> None:
    text = "{} Vitamin C is cheap. Citrate relieves colds."
    said = [("magnesium", "Citrate", "TREATS", "cold", "pronoun")]
    assert [found_in(text.format(before)) for before in ("Magnesium is a mineral.", "")] == [said, []]


def test_definite_phrase_far_behind_takes_the_only_one_of_its_kind(found_in: Finder) -> None:
    between = " ".join(f"The clinic has {count} nurses." for count in range(11, 19))
    text = "{} ran low. " + between + " The vitamin prevents colds."
    said = [("vitamin C", "The vitamin", "PREVENTS", "cold", "pronoun")]
    assert [found_in(text.format(one)) for one in ("vitamin C", "vitamin C and vitamin D")] == [said, []]


def test_definite_phrase_of_no_kind_named_before_stays_unknown(found_in: Finder) -> None:
    assert found_in("Zinc is a mineral. This vitamin relieves colds.") == []


def test_definite_phrase_with_the(found_in: Finder) -> None:
    text = "Turmeric is sold as a powder. The spice reduces inflammation."
    assert found_in(text) == [("turmeric", "The spice", "DECREASES", "inflammation", "pronoun")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Iron is a mineral. A deficiency can cause anemia.",
            [("iron", "", "CAUSES", "anemia", "ellipsis")],
            id="deficiency of what was spoken of",
        ),
        pytest.param(
            "Magnesium for the body\n\nSupplementation may relieve migraines.",
            [("magnesium", "", "TREATS", "migraine", "ellipsis")],
            id="topic of the title",
        ),
        pytest.param("A deficiency can cause anemia.", [], id="nothing spoken of"),
        pytest.param(
            "Zinc\n\nZinc is a mineral. Teens need less.\n\nToo much can cause:\n\n- nausea\n- headaches",
            [("zinc", "", "CAUSES", "nausea", "list_head"), ("zinc", "", "CAUSES", "headache", "list_head")],
            id="above a list",
        ),
        pytest.param(
            "# Magnesium\n\nMagnesium counts.\n\nCalcium is a rival.\n\nThe mineral is key, and it relieves cramps.",
            [("magnesium", "it", "TREATS", "muscle cramps", "pronoun")],
            id="what the text is about, by another name behind another",
        ),
        pytest.param(
            "No Energy\n\nIron matters.\n\nAdults do better once low zinc is found.\n\nGood sources are oysters.",
            [("zinc", "", "FOUND_IN", "oysters", "ellipsis")],
            id="sources of what was named last, though as no subject",
        ),
        pytest.param(
            "No Pep\n\nIron matters.\n\nAdults do better once zinc and copper are found.\n\nGood sources are oysters.",
            [],
            id="sources of one of two",
        ),
    ],
)
def test_missing_nutrient_is_what_the_article_speaks_of(found_in: Finder, text: str, expected: list[Found]) -> None:
    assert found_in(text) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Low levels lead to fatigue.", [("magnesium", "", "CAUSES", "fatigue", "ellipsis")]),
        ("Low wages lead to fatigue.", []),
        ("Too much of it causes diarrhea.", [("magnesium", "it", "CAUSES", "diarrhea", "pronoun")]),
        ("If you take too much, you may get diarrhea.", [("magnesium", "", "CAUSES", "diarrhea", "ellipsis")]),
        ("If you sing too much, you may get diarrhea.", []),
        ("Older adults may not get enough.", [("magnesium", "", "ASSOCIATED_WITH", "older adults", "ellipsis")]),
        ("Older adults may not sleep enough.", []),
        ("Pregnant women need more.", [("magnesium", "", "ASSOCIATED_WITH", "pregnant women", "ellipsis")]),
        ("Pregnant women need more rooms.", []),
        ("Long-term use causes diarrhea.", [("magnesium", "", "CAUSES", "diarrhea", "ellipsis")]),
        ("Computer use causes diarrhea.", []),
        ("Foods that contain it include spinach.", [("magnesium", "it", "FOUND_IN", "spinach", "pronoun")]),
        ("A possible side effect is nausea.", [("magnesium", "", "CAUSES", "nausea", "ellipsis")]),
        ("A possible problem is nausea.", []),
    ],
)
def test_phrases_that_leave_the_nutrient_out(found_in: Finder, sentence: str, expected: list[Found]) -> None:
    assert found_in(f"Magnesium for the body\n\nMagnesium is a mineral. {sentence}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mutations in magnesium transport are rare. They cause fatigue.", [], id="a noun that agrees stands between"
        ),
        pytest.param(
            "The body needs magnesium. It relieves migraines.",
            [("magnesium", "It", "TREATS", "migraine", "pronoun")],
            id="the body is seldom taken up",
        ),
        pytest.param("Zinc is sold. Those who sing cause headaches.", [], id="those who are people"),
        pytest.param(
            "Roofs and doors are sold. The kitchen is full of zinc. This causes fatigue.", [], id="this is all of it"
        ),
        pytest.param(
            "Zinc is an element. This causes fatigue.",
            [("zinc", "This", "CAUSES", "fatigue", "pronoun")],
            id="this is the subject",
        ),
    ],
)
def test_pronoun_goes_on_from_the_subject(found_in: Finder, text: str, expected: list[Found]) -> None:
    assert found_in(text) == expected


def test_pronoun_takes_the_state_of_a_subject_that_names_nothing(extractor: Extractor) -> None:
    text = "Iodine\n\nIodine is a mineral. A severe shortage is common, and it causes goiter."
    said = [("iodine", "CAUSES", "goiter", "deficiency")]
    assert stated(extractor.extract(text)) == said


def test_pronoun_takes_the_state_of_its_subject(extractor: Extractor) -> None:
    (claim,) = extractor.extract("Zinc deficiency is common. It causes fatigue.")
    assert (claim.nutrient.name, claim.nutrient_state) == ("zinc", "deficiency")


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        pytest.param("Magnesium for the body\n\nMagnesium is cheap.", "magnesium", id="the topic"),
        pytest.param("Oats for the body\n\nOats are cheap.", "dietary supplements", id="a food is not taken so"),
        pytest.param("News of the body\n\nSleep is cheap.", "dietary supplements", id="no topic"),
    ],
)
def test_supplements_hold_what_the_article_speaks_of(found_in: Finder, before: str, expected: str) -> None:
    found = found_in(f"{before} Supplements relieve migraines.")
    assert [(name, surface) for name, surface, *_ in found] == [(expected, "Supplements")]


REVIEW = "this really helped my joint pain"


@pytest.mark.parametrize(
    ("topic", "expected"),
    [("vitamin D", [("vitamin D", "this", "TREATS", "joint pain", "pronoun")]), ("", [])],
)
def test_topic_of_the_metadata_speaks_in_a_review(
    extractor: Extractor, tmp_path: Path, topic: str, expected: list[Found]
) -> None:
    path = tmp_path / "reviews.jsonl"
    path.write_text(json.dumps({"id": "r1", "text": REVIEW, "topic": topic}) + "\n", encoding="utf-8")
    (article,) = read_articles([path])
    assert isinstance(article, Article)
    assert (article.text, article.topic) == (REVIEW, topic)
    assert summarize(extractor.extract(article)) == expected


def test_topic_gives_way_to_a_nutrient_that_is_named(found_in: Finder) -> None:
    text = "Magnesium is cheap. It relieves migraines."
    assert found_in(text, topic="vitamin D") == [("magnesium", "It", "TREATS", "migraine", "pronoun")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Side effects of zinc include:\n\n- nausea\n- fatigue\n",
            [("zinc", "zinc", "CAUSES", "nausea", "list_head"), ("zinc", "zinc", "CAUSES", "fatigue", "list_head")],
            id="side effects",
        ),
        pytest.param(
            "Good sources of zinc include:\n\n- oysters\n- beef\n",
            [("zinc", "zinc", "FOUND_IN", "beef", "list_head"), ("zinc", "zinc", "FOUND_IN", "oysters", "list_head")],
            id="sources",
        ),
        pytest.param("Reasons to travel include:\n\n- nausea\n- fatigue\n", [], id="a lead-in of nothing"),
    ],
)
def test_items_of_a_list_are_read_with_their_lead_in(found_in: Finder, text: str, expected: list[Found]) -> None:
    assert sorted(found_in(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Spinach is a leafy green. It contains iron.",
            [("iron", "iron", "FOUND_IN", "spinach", "explicit")],
            id="a food named before",
        ),
        pytest.param("The sea is wide. It contains iron.", [], id="no food named before"),
        pytest.param(
            "Colds are common. Zinc shortens them.",
            [("zinc", "Zinc", "TREATS", "cold", "explicit")],
            id="a condition named before",
        ),
        pytest.param(
            "Blood pressure matters. Salt raises it.",
            [("salt", "Salt", "INCREASES", "blood pressure", "explicit")],
            id="a function named before",
        ),
        pytest.param("Colds are common. Iron is scarce. Alcohol lowers it.", [], id="a nutrient named later"),
    ],
)
def test_object_pronoun_takes_its_kind(found_in: Finder, text: str, expected: list[Found]) -> None:
    assert found_in(text) == expected


def context(*notations: str, topic: str = "", first: BlockType = "paragraph") -> Context:
    """Drawn sentences as one article, a line each; `first` is the block type of the first."""
    drawn = [draw(notation) for notation in notations]
    text = "\n".join(item.text for item in drawn)
    sentences, mentions, parses, at = [], [], {}, 0
    for number, item in enumerate(drawn):
        block = first if number == 0 else "paragraph"
        sentences.append(Sentence(at, at + len(item.text), item.text, number, number, block_type=block))
        mentions.append([replace(mention, start=mention.start + at, end=mention.end + at) for mention in item.mentions])
        starts, ends = (tuple(offset + at for offset in offsets) for offsets in (item.parse.starts, item.parse.ends))
        parses[number] = replace(item.parse, starts=starts, ends=ends)
        at += len(item.text) + 1
    return Context(Article("a.txt", text, topic=topic), sentences, mentions, parses, words())


ZINC = "[N Zinc/NOUN/nsubj/helps ] helps=help/VERB/root"
IRON = "[N Iron/NOUN/nsubj/helps ] helps=help/VERB/root"
OATS = "[F Oats=oat/NOUN/nsubj/help ] help/VERB/root"
NOTHING = "Sleep/NOUN/nsubj/helps helps=help/VERB/root"


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(context(ZINC, ZINC, IRON), "zinc", id="named most"),
        pytest.param(context(ZINC, IRON), "", id="a draw"),
        pytest.param(context(ZINC), "", id="named once"),
        pytest.param(context(IRON, ZINC, ZINC, first="title"), "iron", id="the title weighs more"),
        pytest.param(context(IRON, ZINC, ZINC), "zinc", id="no title"),
        pytest.param(context(ZINC, ZINC, IRON, topic="iron"), "iron", id="metadata"),
        pytest.param(context(ZINC, ZINC, topic="vitamin D"), "vitamin D", id="metadata not named in the text"),
        pytest.param(context(NOTHING), "", id="no nutrient"),
        pytest.param(context(NOTHING, topic="Zinc"), "Zinc", id="metadata alone"),
    ],
)
def test_topic_of_an_article(found: Context, expected: str) -> None:
    topic = find_topic(found)
    assert (topic.name if topic is not None else "") == expected


def resolved(*notations: str, topic: str = "") -> list[list[str]]:
    """The nutrients each claim of the last sentence comes to speak of."""
    place = context(*notations, topic=topic)
    last = len(notations) - 1
    claims = relater().relate(place.sentences[last], place.mentions[last], place.parses[last], text=place.article.text)
    return [[claim.nutrient.name for claim in found] for found in resolve(claims, place)]


IT = "It/PRON.PRP/nsubj/eases eases=ease/VERB.VBZ/root [C colds=cold/NOUN/obj/eases ]"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        pytest.param((ZINC,), [["zinc"]], id="subject"),
        pytest.param((NOTHING,), [[]], id="no nutrient"),
        pytest.param((), [[]], id="nothing before"),
        pytest.param((ZINC, IRON), [["iron"]], id="the nearest"),
        pytest.param(
            ("[C Asthma/NOUN/nsubj/resembles ] resembles=resemble/VERB/root [C gout/NOUN/obj/resembles ]",),
            [[]],
            id="blocked",
        ),
    ],
)
def test_pronoun_of_a_drawn_article(before: tuple[str, ...], expected: list[list[str]]) -> None:
    assert resolved(*before, IT) == expected


def test_claims_keep_their_order_and_named_ones_stay() -> None:
    named = "[N Zinc/NOUN/nsubj/eases ] eases=ease/VERB.VBZ/root [C colds=cold/NOUN/obj/eases ]"
    assert resolved(IRON, named) == [["zinc"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Garlic is cheap. Research shows that ginger is cheap. It relieves migraines.",
            [("ginger", "It", "TREATS", "migraine", "pronoun")],
            id="what is reported",
        ),
        pytest.param(
            "Garlic is cheap. Research shows that walking is cheap. It relieves migraines.",
            [],
            id="what is reported and no nutrient",
        ),
        pytest.param("Ginger is a root. These relieve migraines.", [], id="these, of one"),
        pytest.param(
            "Ginger and garlic are roots. These relieve migraines.",
            [
                ("garlic", "These", "TREATS", "migraine", "pronoun"),
                ("ginger", "These", "TREATS", "migraine", "pronoun"),
            ],
            id="these, of two",
        ),
        pytest.param(
            "Valerian is a root. The herb is brewed as ginger tea, and it relieves migraines.",
            [("valerian", "it", "TREATS", "migraine", "pronoun")],
            id="through a definite phrase in the same sentence",
        ),
        pytest.param(
            "One of the key vitamins is folate. It relieves migraines.",
            [("folate", "It", "TREATS", "migraine", "pronoun")],
            id="a name said of a class",
        ),
        pytest.param(
            "Nobody can make fatty acids, so eating them relieves migraines.",
            [("fatty acids", "them", "TREATS", "migraine", "pronoun")],
            id="a class in the same sentence",
        ),
        pytest.param(
            "Zinc is cheap. Ginger is cheap. This herb relieves migraines.",
            [("ginger", "This herb", "TREATS", "migraine", "pronoun")],
            id="a herb",
        ),
        pytest.param("Zinc is cheap. This herb relieves migraines.", [], id="no herb"),
        pytest.param(
            "Ginger is cheap. Theanine is cheap. The amino acid relieves migraines.",
            [("L-theanine", "The amino acid", "TREATS", "migraine", "pronoun")],
            id="an amino acid",
        ),
        pytest.param("Vitamins are cheap. The vitamin relieves migraines.", [], id="one is not all of its class"),
    ],
)
def test_definite_phrase_and_plural_agree_with_what_they_stand_for(
    found_in: Finder, text: str, expected: list[Found]
) -> None:
    assert found_in(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ginger\n\nA herb that relieves migraines.",
            [("ginger", "herb", "TREATS", "migraine", "pronoun")],
            id="a description of the heading",
        ),
        pytest.param(
            "Ginger\n\nHerbs relieve migraines.", [("herbs", "Herbs", "TREATS", "migraine", "explicit")], id="the class"
        ),
        pytest.param(
            "Ginger\n\nA popular herb. Its roots relieve migraines.",
            [("ginger", "Its", "TREATS", "migraine", "pronoun")],
            id="a pronoun behind a description",
        ),
        pytest.param(
            "Ginger for pain\n\nGinger is cheap. Certain supplements relieve migraines.",
            [("dietary supplements", "supplements", "TREATS", "migraine", "explicit")],
            id="supplements of several kinds",
        ),
        pytest.param(
            "Ginger for pain\n\nGinger is cheap. Supplements relieve migraines.",
            [("ginger", "Supplements", "TREATS", "migraine", "pronoun")],
            id="supplements of the topic",
        ),
    ],
)
def test_class_noun_under_a_heading(found_in: Finder, text: str, expected: list[Found]) -> None:
    assert found_in(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ginger\n\nGinger is a root.\n\nHealthy skin\n\nIt is easy to grow. It improves skin.",
            [("ginger", "It", "IMPROVES", "skin", "pronoun")],
            id="a heading is no subject",
        ),
        pytest.param(
            "Ginger\n\nGinger is a root.\n\nMigraine\n\nIt relieves headaches.",
            [("ginger", "It", "TREATS", "headache", "pronoun")],
            id="no illness eases another",
        ),
        pytest.param(
            "Ginger\n\nGinger is a root.\n\nMigraine\n\nIt causes headaches.", [], id="an illness causes another"
        ),
        pytest.param(
            "Scurvy\n\nThe most common causes are diets without oranges. It causes headaches.",
            [],
            id="what a page is about does harm, and not what is named in passing",
        ),
        pytest.param(
            "Scurvy\n\nEating too much salt can be bad. It causes headaches.",
            [("salt", "It", "CAUSES", "headache", "pronoun")],
            id="what is told to be eaten is a subject",
        ),
        pytest.param(
            "Ginger\n\nGinger is a root. The heart is hungry. In a few studies, it prevented colds.",
            [("ginger", "it", "PREVENTS", "cold", "pronoun")],
            id="what the title names, behind a noun that does no such thing",
        ),
        pytest.param(
            "Ginger\n\nGinger is a root. Aspirin is cheap. In a few studies, it prevented colds.",
            [],
            id="a medicine does",
        ),
        pytest.param(
            "Ginger is a root. Migraine is common. It prevents attacks.",
            [("ginger", "It", "PREVENTS", "attacks", "pronoun")],
            id="an illness as the subject prevents no other",
        ),
        pytest.param("Ginger is a root. Migraine is common. It causes attacks.", [], id="it may cause another"),
        pytest.param(
            "Foods\n\nUses of ginger\n\nThere are fewer migraines. And it improves skin.",
            [("ginger", "it", "IMPROVES", "skin", "pronoun")],
            id="what the heading names, where nothing else may be meant",
        ),
        pytest.param(
            "Ginger\n\nGinger is a root.\n\nCan it hurt?\n\nToo much causes nausea.",
            [("ginger", "", "CAUSES", "nausea", "ellipsis")],
            id="a question about what is named above",
        ),
        pytest.param(
            "Ginger\n\nHealthy skin: Ginger is a root. It relieves migraines.",
            [("ginger", "It", "TREATS", "migraine", "pronoun")],
            id="the subject behind a label",
        ),
    ],
)
def test_pronoun_looks_past_what_only_heads_the_text(found_in: Finder, text: str, expected: list[Found]) -> None:
    assert found_in(text) == expected


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("The tea", [("chamomile", "tea", "TREATS", "migraine", "pronoun")]),
        ("This tea", [("chamomile", "This tea", "TREATS", "migraine", "pronoun")]),
        ("Tea", [("tea", "Tea", "TREATS", "migraine", "explicit")]),
        ("Green tea", [("green tea", "Green tea", "TREATS", "migraine", "explicit")]),
        ("This mineral", []),
    ],
)
def test_food_or_plant_is_called_by_its_kind(found_in: Finder, subject: str, expected: list[Found]) -> None:
    assert found_in(f"Chamomile\n\nChamomile is cheap. {subject} relieves migraines.") == expected


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("The juice", [("beetroot juice", "juice", "TREATS", "migraine", "pronoun")]),
        ("Juice", [("juice", "Juice", "TREATS", "migraine", "explicit")]),
    ],
)
def test_food_is_called_by_the_last_word_of_its_name(found_in: Finder, subject: str, expected: list[Found]) -> None:
    assert found_in(f"Beet juice\n\nBeet juice is cheap. {subject} relieves migraines.") == expected


def test_one_nutrient_of_several_is_not_the_class(found_in: Finder) -> None:
    text = "Nurses recommend prenatal vitamins that contain iodine. {} relieves migraines."
    found = found_in(text.format("This essential nutrient"))
    assert [row[0] for row in found if row[2] == "TREATS"] == ["iodine"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kiwi is a source of fiber, which eases migraines.", ["dietary fiber"]),
        ("Kiwi is a fruit, which eases migraines.", ["kiwi"]),
    ],
)
def test_clause_behind_what_a_food_is_a_source_of_is_of_the_nutrient(
    found_in: Finder, text: str, expected: list[str]
) -> None:
    assert [row[0] for row in found_in(text) if row[2] == "TREATS"] == expected


@pytest.mark.parametrize(
    ("opening", "expected"),
    [("Yes, ginger is safe.", ["ginger"]), ("Pills come with ginger.", []), ("Pills are safe.", [])],
)
def test_line_without_subject_tells_of_the_only_nutrient_named(
    found_in: Finder, opening: str, expected: list[str]
) -> None:
    found = found_in(f"{opening}\n\nWhat it does\n\n- Relieves migraines\n- May cause nausea\n")
    assert [row[0] for row in found if row[2] in ("TREATS", "CAUSES")] == expected * 2


@pytest.mark.parametrize("verb", ["help ease", "aid in"])
def test_verb_behind_these_is_no_noun(extractor: Extractor, verb: str) -> None:
    (claim,) = extractor.extract(f"Zinc and iron are cheap minerals. These minerals are cheap. These {verb} nausea.")[
        :1
    ]
    assert claim.nutrient.surface == "These"


@pytest.mark.parametrize(("heading", "expected"), [("Alcohol", ["folic acid"]), ("Zinc", ["zinc"])])
def test_nobody_is_short_of_what_a_heading_warns_of(found_in: Finder, heading: str, expected: list[str]) -> None:
    found = found_in(
        f"Folic acid\n\nFolic acid is a vitamin.\n\n{heading}\n\nCeliac disease is a cause of deficiency.\n"
    )
    assert [row[0] for row in found if row[2] == "ASSOCIATED_WITH"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            'Sports supplements: gains or gimmicks?\n\n"Magnesium is the real deal," says Dr. Nair. It improves sleep.',
            "magnesium",
            id="what is quoted, not who says it",
        ),
        pytest.param(
            "Oats are good. The fiber in them swells. They improve sleep.", "oats", id="what holds it goes on"
        ),
        pytest.param("Oats are good. The fiber in oats swells. It improves sleep.", "dietary fiber", id="its own food"),
        pytest.param(
            "Oats are good. The fiber in them swells. It improves sleep.", "dietary fiber", id="another number"
        ),
        pytest.param("Boswellia\n\nIn short trials this resin improved sleep.", "boswellia", id="this resin"),
        pytest.param("Zinc lozenges work\n\nPossibly. The lozenges improve sleep.", "zinc", id="the lozenges"),
    ],
)
def test_what_is_spoken_of_goes_on(extractor: Extractor, text: str, expected: str) -> None:
    effects = [item for item in stated(extractor.extract(text)) if item[1] == "IMPROVES"]
    assert effects == [(expected, "IMPROVES", "sleep", "intake")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Zinc\n\nZinc eases colds. Nausea is a common side effect, and pregnant women should avoid it.",
            [
                ("zinc", "TREATS", "colds", "intake"),
                ("zinc", "CAUSES", "Nausea", "intake"),
                ("zinc", "CONTRAINDICATED_IN", "pregnant women", "intake"),
            ],
        ),
        (
            "Zinc\n\nCramps are a common side effect but it is safe for children.",
            [("zinc", "CAUSES", "Cramps", "intake"), ("zinc", "SAFE_FOR", "children", "intake")],
        ),
    ],
)
def test_advice_beside_a_side_effect_is_of_what_causes_it(
    extractor: Extractor, text: str, told: list[tuple[str, str, str, str]]
) -> None:
    assert stated(extractor.extract(text)) == told
