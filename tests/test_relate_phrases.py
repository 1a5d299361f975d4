"""What a noun phrase offers a slot, on parses drawn by hand."""

from __future__ import annotations

import pytest

from claimx.records import Label
from claimx.relate.fillers import Filler
from claimx.relate.nutrients import nutrient_fillers
from claimx.relate.objects import object_fillers
from claimx.relate.reader import ObjectSlot
from drawn_parses import draw

HEALTH: frozenset[Label] = frozenset({"CONDITION", "FUNCTION"})


def nutrients(notation: str, token: str) -> list[tuple[str, str, str]]:
    """(words, kind, state) of the nutrients the phrase of a token speaks of."""
    reader = draw(notation).reader()
    graph = reader.graph
    found = nutrient_fillers(reader, graph.parse.words.index(token))
    return [(_words(item, graph.parse.words), item.kind, item.state) for item in found]


def objects(
    notation: str, token: str, *, labels: frozenset[Label] = HEALTH, phrases: bool = True
) -> list[tuple[str, str, str]]:
    """(name, kind, what it was reached through) of the health objects the phrase of a token names."""
    reader = draw(notation).reader()
    graph = reader.graph
    found = object_fillers(reader, graph.parse.words.index(token), slot=ObjectSlot(labels, phrases))
    return [
        (item.mention.name if item.mention else graph.parse.words[item.token], item.kind, " ".join(sorted(item.via)))
        for item in found
    ]


def _words(item: Filler, tokens: tuple[str, ...]) -> str:
    return item.mention.surface if item.mention is not None else tokens[item.token]


EASES = "eases=ease/VERB/root [C colds=cold/NOUN/obj/eases ]"


@pytest.mark.parametrize(
    ("phrase", "head", "expected"),
    [
        pytest.param("[N Zinc/NOUN/nsubj/eases ]", "Zinc", [("Zinc", "mention", "intake")], id="bare"),
        pytest.param(
            "[N Zinc/NOUN/nsubj/eases ] and/CCONJ/cc/iron [N iron/NOUN/conj/Zinc ]",
            "Zinc",
            [("Zinc", "mention", "intake"), ("iron", "mention", "intake")],
            id="coordinated",
        ),
        pytest.param(
            "[N Zinc/NOUN/compound/tablets ] tablets=tablet/NOUN/nsubj/eases",
            "tablets",
            [("Zinc", "mention", "intake")],
            id="in a carrier",
        ),
        pytest.param("[N Zinc/NOUN/compound/roofs ] roofs=roof/NOUN/nsubj/eases", "roofs", [], id="no carrier"),
        pytest.param(
            "A/DET/det/lack lack/NOUN/nsubj/eases of/ADP/case/zinc [N zinc/NOUN/nmod/lack ]",
            "lack",
            [("zinc", "mention", "deficiency")],
            id="lack of",
        ),
        pytest.param(
            "Taking=take/VERB.VBG/csubj/eases [N zinc/NOUN/obj/Taking ]",
            "Taking",
            [("zinc", "mention", "intake")],
            id="gerund of intake",
        ),
        pytest.param("Mining=mine/VERB.VBG/csubj/eases [N zinc/NOUN/obj/Mining ]", "Mining", [], id="another gerund"),
        pytest.param("It/PRON/nsubj/eases", "It", [("It", "pronoun", "intake")], id="pronoun"),
        pytest.param("She/PRON/nsubj/eases", "She", [], id="pronoun for a person"),
        pytest.param(
            "This/DET/det/mineral mineral/NOUN/nsubj/eases",
            "mineral",
            [("mineral", "definite", "intake")],
            id="definite",
        ),
        pytest.param("A/DET/det/mineral mineral/NOUN/nsubj/eases", "mineral", [], id="indefinite"),
        pytest.param("This/DET/det/doctor doctor/NOUN/nsubj/eases", "doctor", [], id="definite, but a person"),
        pytest.param(
            "Its/PRON/nmod:poss/effect effect/NOUN/nsubj/eases",
            "effect",
            [("Its", "pronoun", "intake")],
            id="possessive",
        ),
        pytest.param(
            "Supplementation/NOUN/nsubj/eases",
            "Supplementation",
            [("Supplementation", "ellipsis", "intake")],
            id="carrier alone",
        ),
        pytest.param(
            "A/DET/det/deficiency deficiency/NOUN/nsubj/eases",
            "deficiency",
            [("deficiency", "ellipsis", "deficiency")],
            id="deficiency alone",
        ),
        pytest.param(
            "Sleep/NOUN/compound/deficit deficit/NOUN/nsubj/eases", "deficit", [], id="deficit of something else"
        ),
        pytest.param("[C Asthma/NOUN/nsubj/eases ]", "Asthma", [], id="condition"),
        pytest.param(
            "[N Metals=metal/NOUN/nsubj/eases ] such/ADJ/case/zinc as/ADP/fixed/such [N zinc/NOUN/nmod/Metals ] "
            "and/CCONJ/cc/iron [N iron/NOUN/conj/zinc ]",
            "Metals",
            [("Metals", "mention", "intake"), ("zinc", "member", "intake"), ("iron", "member", "intake")],
            id="class and members",
        ),
        pytest.param(
            "[N:nutrients Nutrients=nutrient/NOUN/nsubj/eases ] such/ADJ/case/oats as/ADP/fixed/such "
            "[F oats=oat/NOUN/dep/eases ]",
            "Nutrients",
            [("oats", "member", "intake")],
            id="members of an empty class",
        ),
        pytest.param(
            "[N:foods Foods=food/NOUN/nsubj/eases ] rich/ADJ/amod/Foods in/ADP/case/zinc [N zinc/NOUN/obl/rich ]",
            "Foods",
            [("zinc", "mention", "intake")],
            id="what foods are rich in",
        ),
        pytest.param(
            "[N:foods Foods=food/NOUN/nsubj/eases ] rich/ADJ/amod/Foods in/ADP/case/it it/PRON/obl/rich",
            "Foods",
            [("it", "pronoun", "intake")],
            id="foods rich in it",
        ),
        pytest.param(
            "A/DET/det/lack lack/NOUN/nsubj/eases of/ADP/case/it it/PRON/nmod/lack",
            "lack",
            [("it", "pronoun", "deficiency")],
            id="lack of it",
        ),
        pytest.param(
            "Too/ADV/advmod/much much/ADJ/nsubj/eases", "much", [("much", "ellipsis", "excess")], id="too much"
        ),
        pytest.param("Much/ADJ/nsubj/eases", "Much", [], id="much"),
        pytest.param(
            "Too/ADV/advmod/much much/ADJ/nsubj/eases of/ADP/case/noise noise/NOUN/nmod/much",
            "much",
            [],
            id="too much of something else",
        ),
        pytest.param(
            "Low/ADJ/amod/levels levels=level/NOUN/nsubj/eases",
            "levels",
            [("levels", "ellipsis", "deficiency")],
            id="low levels",
        ),
        pytest.param("Levels=level/NOUN/nsubj/eases", "Levels", [], id="levels"),
        pytest.param(
            "Low/ADJ/amod/levels sugar/NOUN/compound/levels levels=level/NOUN/nsubj/eases",
            "levels",
            [],
            id="low levels of something else",
        ),
        pytest.param(
            "Getting=get/VERB.VBG/csubj/eases enough/ADV/advmod/Getting",
            "Getting",
            [("enough", "ellipsis", "intake")],
            id="getting enough",
        ),
        pytest.param("Sleeping=sleep/VERB.VBG/csubj/eases enough/ADV/advmod/Sleeping", "Sleeping", [], id="no intake"),
        pytest.param(
            "Supplementing=supplement/VERB.VBG/csubj/eases",
            "Supplementing",
            [("Supplementing", "ellipsis", "intake")],
            id="supplementing",
        ),
        pytest.param(
            "Being=be/AUX/cop/deficient deficient/ADJ/csubj/eases",
            "deficient",
            [("deficient", "ellipsis", "deficiency")],
            id="being deficient",
        ),
        pytest.param("Being=be/AUX/cop/tall tall/ADJ/csubj/eases", "tall", [], id="being tall"),
        pytest.param(
            "[N Zinc/NOUN/nsubj/eases ] ,/PUNCT/punct/iron along/ADP/case/iron with/ADP/fixed/along "
            "[N iron/NOUN/nmod/Zinc ]",
            "Zinc",
            [("Zinc", "mention", "intake"), ("iron", "mention", "intake")],
            id="along with another",
        ),
        pytest.param(
            "[N Zinc/NOUN/dep/eases ] ,/PUNCT/punct/compound a/DET/det/compound compound/NOUN/appos/Zinc",
            "compound",
            [("Zinc", "mention", "intake")],
            id="apposition",
        ),
        pytest.param(
            "Patients=patient/NOUN/nsubj/eases treated=treat/VERB.VBN/acl/Patients with/ADP/case/zinc "
            "[N zinc/NOUN/obl/treated ]",
            "Patients",
            [("zinc", "mention", "intake")],
            id="treated with",
        ),
        pytest.param(
            "[F Tomato/NOUN/obl:unmarked/based ] -/PUNCT/punct/based based=base/VERB.VBN/amod/foods "
            "[N:foods foods=food/NOUN/nsubj/eases ]",
            "foods",
            [("Tomato", "mention", "intake")],
            id="what foods are based on",
        ),
        pytest.param(
            "[N:diet Diet/NOUN/nsubj/eases ] that/PRON.WDT/nsubj/has has=have/VERB/acl:relcl/Diet "
            "[N zinc/NOUN/obj/has ] and/CCONJ/cc/low is=be/AUX/cop/low low/ADJ/conj/has in/ADP/case/salt "
            "[N salt/NOUN/obl/low ]",
            "Diet",
            [("zinc", "mention", "intake"), ("salt", "mention", "deficiency")],
            id="both clauses about a diet",
        ),
        pytest.param(
            "A/DET/det/protein protein/NOUN/nsubj/eases called=call/VERB.VBN/acl/protein [N gluten/NOUN/xcomp/called ]",
            "protein",
            [("gluten", "mention", "intake")],
            id="what is called so",
        ),
        pytest.param(
            "Continuing=continue/VERB.VBG/csubj/eases to/PART/mark/eat eat/VERB.VB/xcomp/Continuing "
            "[N gluten/NOUN/obj/eat ]",
            "Continuing",
            [("gluten", "mention", "intake")],
            id="an act that goes on",
        ),
    ],
)
def test_nutrients_of_a_phrase(phrase: str, head: str, expected: list[tuple[str, str, str]]) -> None:
    assert nutrients(f"{phrase} {EASES}", head) == expected


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(
            "It/PRON/nsubj/good is=be/AUX/cop/good good/ADJ/root to/PART/mark/ask ask/VERB.VB/csubj/good",
            [],
            id="announces",
        ),
        pytest.param(
            "It/PRON/nsubj/good is=be/AUX/cop/good good/ADJ/root for/ADP/case/colds [C colds=cold/NOUN/obl/good ]",
            [("It", "pronoun", "intake")],
            id="stands for something",
        ),
    ],
)
def test_it_that_announces_a_clause_stands_for_nothing(notation: str, expected: list[tuple[str, str, str]]) -> None:
    assert nutrients(notation, "It") == expected


ZINC = "[N Zinc/NOUN/nsubj/aids ] aids=aid/VERB/root"


@pytest.mark.parametrize(
    ("phrase", "head", "expected"),
    [
        pytest.param("[C colds=cold/NOUN/obj/aids ]", "colds", [("colds", "mention", "")], id="bare"),
        pytest.param(
            "[C colds=cold/NOUN/obj/aids ] and/CCONJ/cc/flu [C flu/NOUN/conj/colds ]",
            "colds",
            [("colds", "mention", ""), ("flu", "mention", "")],
            id="coordinated",
        ),
        pytest.param(
            "the/DET/det/risk risk/NOUN/obj/aids of/ADP/case/stroke [C stroke/NOUN/nmod/risk ]",
            "risk",
            [("stroke", "mention", "risk")],
            id="through risk",
        ),
        pytest.param(
            "a/DET/det/risk lower=low/ADJ/amod/risk risk/NOUN/obj/aids of/ADP/case/stroke [C stroke/NOUN/nmod/risk ] "
            "and/CCONJ/cc/gout [C gout/NOUN/conj/stroke ]",
            "risk",
            [("stroke", "mention", "lower risk"), ("gout", "mention", "lower risk")],
            id="through a lower risk, both",
        ),
        pytest.param(
            "the/DET/det/doctor doctor/NOUN/obj/aids of/ADP/case/stroke [C stroke/NOUN/nmod/doctor ]",
            "doctor",
            [],
            id="a doctor is nothing to read through",
        ),
        pytest.param(
            "symptoms=symptom/NOUN/obj/aids of/ADP/case/anxiety [C anxiety/NOUN/nmod/symptoms ]",
            "symptoms",
            [("anxiety", "mention", "symptom")],
            id="through symptoms",
        ),
        pytest.param(
            "levels=level/NOUN/obj/aids of/ADP/case/glucose [U glucose/NOUN/nmod/levels ]",
            "levels",
            [("glucose", "mention", "amount")],
            id="through levels",
        ),
        pytest.param(
            "patients=patient/NOUN/obj/aids with/ADP/case/gout [C gout/NOUN/nmod/patients ]",
            "patients",
            [("gout", "mention", "people")],
            id="the condition of a group",
        ),
        pytest.param(
            "[C:disease diseases=disease/NOUN/obj/aids ] such/ADJ/case/gout as/ADP/fixed/such "
            "[C gout/NOUN/nmod/diseases ] and/CCONJ/cc/flu [C flu/NOUN/conj/gout ]",
            "diseases",
            [("disease", "mention", ""), ("gout", "member", ""), ("flu", "member", "")],
            id="class and members",
        ),
        pytest.param(
            "[C pain/NOUN/obj/aids ] ,/PUNCT/punct/tension tension/NOUN.NN/dep/aids and/CCONJ/cc/flaking "
            "flaking=flake/VERB.VBG/dep/aids",
            "pain",
            [("pain", "mention", ""), ("tension", "phrase", ""), ("flaking", "phrase", "")],
            id="what no lexicon holds beside what one does",
        ),
        pytest.param(
            "[U focus/NOUN/obj/aids ] ,/PUNCT/punct/substances substances=substance/NOUN.NNS/conj/focus "
            "and/CCONJ/cc/dancing dancing=dance/VERB.VBG/conj/focus",
            "focus",
            [("focus", "mention", "")],
            id="classes and what people do name nothing",
        ),
        pytest.param(
            "[U scalp/NOUN/compound/conditions ] conditions=condition/NOUN/obj/aids",
            "conditions",
            [("scalp conditions", "phrase", "")],
            id="conditions of a part",
        ),
        pytest.param(
            "the/DET/det/risk risk/NOUN/obj/aids of/ADP/case/suffering suffering/NOUN/nmod/risk with/ADP/case/cramps "
            "[C cramps=cramp/NOUN/nmod/suffering ]",
            "risk",
            [("cramps", "mention", "risk")],
            id="through suffering with",
        ),
        pytest.param(
            "[U focus/NOUN/obj/aids ] ,/PUNCT/punct/skin [U skin/NOUN/appos/focus ] ,/PUNCT/punct/skin",
            "focus",
            [("focus", "mention", ""), ("skin", "mention", "")],
            id="a second name between commas",
        ),
        pytest.param(
            "[U focus/NOUN/obj/aids ] (/PUNCT/punct/skin [U skin/NOUN/appos/focus ] )/PUNCT/punct/skin",
            "focus",
            [("focus", "mention", "")],
            id="a second name in brackets",
        ),
        pytest.param(
            "less/ADJ.JJR/amod/pain [C pain/NOUN/obj/aids ] and/CCONJ/cc/moods better=good/ADJ.JJR/amod/moods "
            "[U moods=mood/NOUN/conj/pain ]",
            "pain",
            [("pain", "mention", "lower"), ("moods", "mention", "")],
            id="less of one and a better other",
        ),
        pytest.param(
            "[C:symptoms symptoms=symptom/NOUN/obj/aids ] of/ADP/case/gout [C gout/NOUN/nmod/symptoms ] "
            "like/ADP/case/pain [C pain/NOUN/nmod/symptoms ]",
            "symptoms",
            [("gout", "mention", "symptom"), ("pain", "member", "symptom")],
            id="symptoms of something, and which",
        ),
        pytest.param(
            "muscle/NOUN/compound/repair and/CCONJ/cc/nerve nerve/NOUN/conj/muscle repair/NOUN/obj/aids",
            "repair",
            [("muscle repair", "phrase", ""), ("nerve repair", "phrase", "")],
            id="shared head",
        ),
        pytest.param(
            "tissue/NOUN/compound/repair repair/NOUN/obj/aids", "repair", [("tissue repair", "phrase", "")], id="phrase"
        ),
        pytest.param(
            "the/DET/det/growth growth/NOUN/obj/aids of/ADP/case/hair hair/NOUN/nmod/growth",
            "growth",
            [("growth of hair", "phrase", "")],
            id="growth of a part of the body",
        ),
        pytest.param(
            "the/DET/det/spread spread/NOUN/obj/aids of/ADP/case/hair hair/NOUN/nmod/spread",
            "spread",
            [("hair", "phrase", "course")],
            id="course of a part of the body",
        ),
        pytest.param("the/DET/det/company company/NOUN/obj/aids", "company", [], id="nothing of the body"),
        pytest.param("it/PRON/obj/aids", "it", [("it", "pronoun", "")], id="pronoun"),
        pytest.param("them=they/PRON/obj/aids", "them", [("them", "pronoun", "")], id="plural pronoun"),
        pytest.param("you/PRON/obj/aids", "you", [], id="pronoun for a person"),
        pytest.param("[D statins=statin/NOUN/obj/aids ]", "statins", [], id="mention of a label not asked for"),
    ],
)
def test_objects_of_a_phrase(phrase: str, head: str, expected: list[tuple[str, str, str]]) -> None:
    assert objects(f"{ZINC} {phrase}", head) == expected


def test_drug_is_an_object_where_it_is_asked_for() -> None:
    notation = f"{ZINC} [D statins=statin/NOUN/obj/aids ]"
    assert objects(notation, "statins", labels=frozenset({"DRUG"})) == [("statins", "mention", "")]


@pytest.mark.parametrize(("phrases", "expected"), [(True, [("tissue repair", "phrase", "")]), (False, [])])
def test_phrases_no_lexicon_holds_are_taken_when_asked_for(phrases: bool, expected: list[tuple[str, str, str]]) -> None:
    notation = f"{ZINC} tissue/NOUN/compound/repair repair/NOUN/obj/aids"
    assert objects(notation, "repair", phrases=phrases) == expected


@pytest.mark.parametrize(
    ("noun", "label"),
    [("repair", "FUNCTION"), ("disease", "CONDITION"), ("blocker", "DRUG"), ("seniors=senior", "POPULATION")],
)
def test_head_of_a_phrase_tells_what_it_names(noun: str, label: Label) -> None:
    reader = draw(f"{ZINC} tired/ADJ/amod/{noun.split('=')[0]} {noun}/NOUN/obj/aids").reader()
    every: frozenset[Label] = frozenset({"CONDITION", "FUNCTION", "DRUG", "POPULATION"})
    (found,) = object_fillers(reader, len(reader.graph) - 1, slot=ObjectSlot(every, phrases=True))
    assert found.mention is not None
    assert (found.mention.label, found.mention.surface, found.mention.origin) == (
        label,
        f"tired {noun.split('=')[0]}",
        "noun_phrase",
    )


@pytest.mark.parametrize(
    ("modifier", "expected"),
    [("arterial", [("arterial compliance", "phrase", "")]), ("written", [])],
)
def test_a_noun_of_the_body_is_told_by_its_adjective(modifier: str, expected: list[tuple[str, str, str]]) -> None:
    notation = f"{ZINC} {modifier}/ADJ/amod/compliance compliance/NOUN/obj/aids"
    assert objects(notation, "compliance", phrases=True) == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("who/PRON/nsubj/fast fast/VERB/acl:relcl/people", [("people who fast", "phrase", "")]),
        ("who/PRON/nsubj/want want/VERB/acl:relcl/people", []),
        ("from/ADP/case/Rome Rome/PROPN/nmod/people", []),
    ],
)
def test_a_clause_tells_a_group_of_people(clause: str, expected: list[tuple[str, str, str]]) -> None:
    notation = f"{ZINC} people/NOUN/obj/aids {clause}"
    assert objects(notation, "people", labels=frozenset({"POPULATION"}), phrases=False) == expected


@pytest.mark.parametrize(("noun", "expected"), [("length", ["colds"]), ("tiredness", ["colds", "tiredness"])])
def test_a_measure_in_a_series_is_no_object(noun: str, expected: list[str]) -> None:
    notation = (
        f"{ZINC} severity/NOUN/obj/aids and/CCONJ/cc/{noun} {noun}/NOUN/conj/severity"
        " of/ADP/case/colds [C colds=cold/NOUN/nmod/severity ]"
    )
    assert [name for name, _, _ in objects(notation, "severity")] == expected
