"""Tagging sentences with the packaged lexicon."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.data_files import DataFiles
from claimx.records import Article, Mention, Sentence
from claimx.tag import Tagger

TAGGER = Tagger(DataFiles())


def mentions_of(text: str, *, article: str = "") -> list[Mention]:
    whole = text + article
    (found,) = TAGGER.tag(Article("a.txt", whole), [Sentence(0, len(text), text, 0, 0)])
    return found


def tag(text: str, *, article: str = "") -> list[tuple[str, str, str]]:
    return [(m.label, m.surface, m.name) for m in mentions_of(text, article=article)]


@settings(max_examples=300)
@given(st.text(alphabet=st.sampled_from("vitamin B12 DE,-–(and)’s omega3 zinc\n.µÅ½ALA"), max_size=120))
def test_every_mention_is_its_slice_of_any_text(text: str) -> None:
    found = mentions_of(text)
    assert [text[m.start : m.end] for m in found] == [m.surface for m in found]
    assert [m.end for m in found[:-1]] == [min(a.end, b.start) for a, b in pairwise(found)]


def test_offsets_are_those_of_the_article() -> None:
    text = "First line.\nZinc helps."
    sentence = Sentence(12, 23, "Zinc helps.", 1, 1)
    (found,) = TAGGER.tag(Article("a.txt", text), [sentence])
    assert [(m.surface, m.start, m.end) for m in found] == [("Zinc", 12, 16)]


def test_boilerplate_gets_no_mentions() -> None:
    text = "Buy zinc here"
    sentences = [Sentence(0, 13, text, 0, 0, skip="advert"), Sentence(0, 13, text, 1, 0)]
    first, second = TAGGER.tag(Article("a.txt", text), sentences)
    assert (first, [m.name for m in second]) == ([], ["zinc"])


def test_deficiency_leaves_the_nutrient_tagged() -> None:
    assert tag("Vitamin B12 deficiency") == [("NUTRIENT", "Vitamin B12", "vitamin B12")]


def test_longest_spelling_wins_over_all_types() -> None:
    assert tag("iron deficiency anemia") == [("CONDITION", "iron deficiency anemia", "iron deficiency anemia")]


@pytest.mark.parametrize("surface", ["B12", "B-12", "b12", "vitamin B-12", "Vitamin b 12"])
def test_hyphen_space_and_case_are_folded(surface: str) -> None:
    assert tag(f"Take {surface} now") == [("NUTRIENT", surface, "vitamin B12")]


def test_british_spelling_and_plural_are_folded() -> None:
    assert tag("dietary fibre and tumours") == [
        ("NUTRIENT", "dietary fibre", "dietary fiber"),
        ("CONDITION", "tumours", "tumors"),
    ]


def test_vitamin_letter_before_a_full_stop() -> None:
    assert tag("Take vitamin D. Zinc too") == [("NUTRIENT", "vitamin D", "vitamin D"), ("NUTRIENT", "Zinc", "zinc")]


def test_a_form_keeps_the_id_of_its_parent() -> None:
    salt, plain = mentions_of("magnesium glycinate or magnesium")
    assert (salt.name, salt.form, salt.id) == (plain.name, "glycinate", plain.id)
    assert (plain.name, plain.form) == ("magnesium", "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("vitamins C and E", ["vitamin C", "vitamin E"]),
        ("vitamins A (retinol), C and E", ["vitamin A", "vitamin A", "vitamin C", "vitamin E"]),
        ("vitamin C and a glass", ["vitamin C"]),
        ("omega-3 and -6 fatty acids", ["omega-3 fatty acids", "omega-6 fatty acids"]),
        ("saturated and trans fats", ["saturated fat", "trans fat"]),
        ("breast, prostate and lung cancer", ["breast cancer", "prostate cancer", "lung cancer"]),
        ("magnesium and calcium carbonate", ["magnesium", "calcium"]),
    ],
)
def test_listed_parts_share_their_head(text: str, found: list[str]) -> None:
    assert [name for _, _, name in tag(text)] == found


@pytest.mark.parametrize(
    ("definition", "name"),
    [
        ("Alpha-lipoic acid (ALA) is sold.", "alpha-lipoic acid"),
        ("Alpha-linolenic acid (ALA) is sold.", "alpha-linolenic acid"),
        ("ALA (alpha lipoic acid) is sold.", "alpha-lipoic acid"),
        ("Take alpha-linolenic acid, or ALA.", "alpha-linolenic acid"),
    ],
)
def test_the_article_defines_its_short_forms(definition: str, name: str) -> None:
    (mention,) = mentions_of("ALA helps. ", article=definition)
    assert (mention.surface, mention.name, mention.origin) == ("ALA", name, "abbreviation")


def test_a_definition_of_something_else_silences_the_short_form() -> None:
    assert tag("The DHA pays. ", article="The Dubai Housing Authority (DHA) pays.") == []
    assert tag("The DHA pays. ") == [("NUTRIENT", "DHA", "DHA")]


def test_ambiguous_short_form_without_context_gives_nothing() -> None:
    assert tag("ALA helps.") == []
    assert tag("ALA from flaxseed helps.")[0] == ("NUTRIENT", "ALA", "alpha-linolenic acid")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("This can lead to problems", []),
        ("Fish may hold lead and mercury", ["fish", "lead", "mercury"]),
        ("She had a cold", ["cold"]),
        ("Take it with a cold drink", []),
        ("the Great Depression", []),
        ("signs of depression", ["depression"]),
        ("It burns fat", ["body fat"]),
        ("Cut down on fat", ["fat"]),
        ("Eat liver, eggs and spinach", ["liver", "eggs", "spinach"]),
        ("200 mg Mg", []),
        ("magnesium (Mg)", ["magnesium", "magnesium"]),
        ("the same dose", []),
        ("SAMe helps", ["SAMe"]),
    ],
)
def test_place_decides_the_sense(text: str, found: list[str]) -> None:
    assert [name for _, _, name in tag(text)] == found


def test_liver_is_food_among_foods_and_an_organ_otherwise() -> None:
    assert [label for label, surface, _ in tag("liver, eggs and meat") if surface == "liver"] == ["NUTRIENT"]
    assert [label for label, surface, _ in tag("It harms the liver") if surface.endswith("liver")] == ["FUNCTION"]


def test_names_hold_no_mentions() -> None:
    assert tag("The American Heart Association asked the Vitamin Shoppe about zinc") == [("NUTRIENT", "zinc", "zinc")]


def test_compounds_that_say_a_property_hold_no_nutrient() -> None:
    assert tag("It is fat-soluble and non-dairy") == []
    assert tag("magnesium-rich, low-sodium") == [
        ("NUTRIENT", "magnesium", "magnesium"),
        ("NUTRIENT", "sodium", "sodium"),
    ]


def test_enzymes_are_no_nutrients() -> None:
    assert [name for label, _, name in tag("creatine kinase") if label == "NUTRIENT"] == []
    assert [name for label, _, name in tag("creatine helps") if label == "NUTRIENT"] == ["creatine"]


def test_adjectives_name_what_they_hold() -> None:
    (mention,) = mentions_of("It has anti-inflammatory effects")
    assert (mention.label, mention.surface, mention.name, mention.subtype) == (
        "FUNCTION",
        "anti-inflammatory",
        "inflammation",
        "adjective",
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("damage to the blood vessels", ("CONDITION", "damage to the blood vessels", "blood vessel damage")),
        ("renal damage", ("CONDITION", "renal damage", "kidney damage")),
        ("cartilage repair", ("FUNCTION", "cartilage repair", "cartilage repair")),
        ("gout medication", ("DRUG", "gout medication", "gout medication")),
        ("medicine for gout", ("DRUG", "medicine for gout", "gout medicine")),
        ("women over 50", ("POPULATION", "women over 50", "women over 50")),
        ("healthy older adults", ("POPULATION", "healthy older adults", "healthy older adults")),
        ("people who smoke", ("POPULATION", "people who smoke", "smokers")),
    ],
)
def test_names_are_put_together(text: str, found: tuple[str, str, str]) -> None:
    assert tag(text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("types 1 and 2 diabetes", ["type 1 diabetes", "type 2 diabetes"]),
        ("types 1 and 2 of everything", []),
        ("soft, weak bones", ["brittle bones"]),
        ("loss of taste and smell", ["loss of taste", "smell loss"]),
        ("loss of taste and digestion problems", ["loss of taste", "digestion problem"]),
        ("damage to the kidneys and liver", ["kidney damage", "liver damage"]),
        ("the strength and density of your bones", ["bone strength", "bone density"]),
        ("the strength and damage of your bones", ["bone damage"]),
    ],
)
def test_coordinated_parts_and_heads_are_put_together(text: str, found: list[str]) -> None:
    assert [m.name for m in mentions_of(text)] == found


def test_people_alone_are_no_population() -> None:
    assert tag("Most people know") == []


def test_a_hyphen_inside_a_name_is_no_bar() -> None:
    (mention,) = mentions_of("methyl-cobalamin")
    assert (mention.name, mention.form) == ("vitamin B12", "methylcobalamin")


@pytest.fixture(scope="module")
def linking() -> Tagger:
    return Tagger(DataFiles(), link=True)


@pytest.mark.parametrize(
    ("text", "name", "score"),
    [
        ("vitmain B12", "vitamin B12", 0.857),
        ("inmflammation", "inflammation", 0.923),
        ("magnesum glycinate", "magnesium", 0.875),
        ("Tumeric", "turmeric", 0.857),
        ("diabtes", "diabetes", 0.857),
        ("follic acid", "folic acid", 0.833),
        ("fishoil", "fish oil", 1.0),
        ("vitaminD3", "vitamin D", 1.0),
    ],
)
def test_misspellings_say_that_they_are_linked(text: str, name: str, score: float) -> None:
    assert [(m.surface, m.name, m.origin, m.link_score) for m in mentions_of(text)] == [(text, name, "link", score)]


@pytest.mark.parametrize(
    ("text", "name"),
    [("methyl cobalamin", "vitamin B12"), ("blue berries", "blueberries"), ("vit. C", "vitamin C")],
)
def test_names_are_written_apart(text: str, name: str) -> None:
    assert [(m.surface, m.name, m.origin) for m in mentions_of(text)] == [(text, name, "lexicon")]


def test_a_name_and_the_small_word_behind_it_are_two() -> None:
    found = [(m.surface, m.name) for m in mentions_of("chlorophyll in kale")]
    assert found == [("chlorophyll", "chlorophyll"), ("kale", "kale")]


@pytest.mark.parametrize(
    "text", ["injection", "the train station", "hypothyroid", "a chopper", "soaking", "in addition", "can be an option"]
)
def test_ordinary_words_are_no_misspellings(text: str) -> None:
    assert mentions_of(text) == []


def test_rare_names_are_linked_on_request(linking: Tagger) -> None:
    text = "lumateperon"
    (found,) = linking.tag(Article("a.txt", text), [Sentence(0, len(text), text, 0, 0)])
    assert [(m.name, m.origin, m.link_score is not None) for m in found] == [("lumateperone", "link", True)]
    assert mentions_of(text) == []


@pytest.mark.parametrize("text", ["injection", "the train station", "hypothyroid", "a waiting room"])
def test_ordinary_words_are_not_linked(linking: Tagger, text: str) -> None:
    (found,) = linking.tag(Article("a.txt", text), [Sentence(0, len(text), text, 0, 0)])
    assert found == []
