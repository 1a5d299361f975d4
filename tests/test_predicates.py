"""Lines without a subject: the examples and decoys of `data/predicates.yaml`, and whose subject they take."""

from __future__ import annotations

import pytest

from claimx.data_files import DataFiles
from claimx.pipeline import Extractor
from claimx.predicates import find_form, load_predicates
from claimx.records import Claim

PREDICATES = load_predicates(DataFiles())


def read(claims: list[Claim]) -> list[str]:
    return [f"{c.nutrient.name} | {c.relation} | {c.object.surface if c.object else ''}" for c in claims]


def under(title: str, line: str) -> str:
    return f"{title}\n\nMany people ask about it.\n\n{line}\n\nThere is more to come.\n"


@pytest.mark.parametrize("example", PREDICATES.examples, ids=[example["text"] for example in PREDICATES.examples])
def test_example_is_read(extractor: Extractor, example: dict[str, object]) -> None:
    found = extractor.extract(under(str(example["title"]), str(example["text"])))
    assert read(found) == example["claims"]


@pytest.mark.parametrize(
    "decoy", PREDICATES.decoys, ids=[f"{each['title']}: {each['text']}" for each in PREDICATES.decoys]
)
def test_decoy_is_not_read(extractor: Extractor, decoy: dict[str, str]) -> None:
    assert read(extractor.extract(under(decoy["title"], decoy["text"]))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reduces pain", "finite"),
        ("REDUCES PAIN", "finite"),
        ("May also ease pain", "finite"),
        ("Naturally lowers blood sugar", "finite"),
        ("Reduce pain", "bare"),
        ("Easing pain", "gerund"),
        ("Rich in iron", "adjective"),
        ("A Great Source of Iron", "noun"),
        ("Causes of pain", None),
        ("May 2019", None),
        ("High blood pressure", None),
        ("Zinc eases pain", None),
    ],
)
def test_form_of_a_line(text: str, expected: str | None) -> None:
    assert find_form(text, PREDICATES) == expected


def test_noun_phrase_that_calls_no_kind_tells_something_behind_a_label_only() -> None:
    assert find_form("a great help at night", PREDICATES, labelled=True) == "noun"
    assert find_form("a great help at night", PREDICATES) is None


def test_subject_is_left_out_and_stands_before_the_line(extractor: Extractor) -> None:
    (claim,) = extractor.extract(under("All About Zinc", "Prevents colds"))
    start = under("All About Zinc", "Prevents colds").index("Prevents")
    assert (claim.nutrient.surface, claim.nutrient.start, claim.resolution) == ("", start, "ellipsis")
    assert claim.sentence.text == "Prevents colds"


def test_subject_behind_a_label_stands_in_the_line(extractor: Extractor) -> None:
    text = under("Three Herbs", "Ginger – good for the stomach")
    (claim,) = extractor.extract(text)
    assert (text[claim.nutrient.start : claim.nutrient.end], claim.resolution) == ("Ginger", "explicit")


def test_nearest_heading_that_names_one_nutrient_gives_the_subject(extractor: Extractor) -> None:
    text = (
        "Vitamins and Minerals\n\nZinc\n\nIt is a metal.\n\nBoosts Immunity\n\nThat is so.\n\n"
        "Vitamin C\n\nFruit has it.\n\nPrevents scurvy\n\nThat is so too.\n"
    )
    found = read(extractor.extract(text))
    assert [row for row in found if "FOUND_IN" not in row] == [
        "zinc | IMPROVES | Immunity",
        "vitamin C | PREVENTS | scurvy",
    ]


def test_items_take_the_nutrient_of_their_lead_in(extractor: Extractor) -> None:
    text = "Two Minerals\n\nHere are the benefits of zinc:\n\n- Easing colds\n- Supports bone health\n"
    assert read(extractor.extract(text)) == ["zinc | TREATS | colds", "zinc | IMPROVES | bone health"]


def test_item_that_goes_on_from_its_lead_in_is_left_to_it(extractor: Extractor) -> None:
    text = "Zinc\n\nPick a cream that:\n\n- Reduces acne\n"
    assert read(extractor.extract(text)) == []
    assert read(extractor.extract("Zinc\n\nWhat you get:\n\n- Reduces acne\n")) == ["zinc | TREATS | acne"]


def test_amount_has_no_subject_to_take(extractor: Extractor) -> None:
    assert read(extractor.extract("Feet\n\nThey ache.\n\nReduces pain\n\nIt does.\n")) == []


def test_predicate_behind_a_label_takes_the_subject_too(extractor: Extractor) -> None:
    assert read(extractor.extract(under("All About Zinc", "Skin: Reduces acne."))) == ["zinc | TREATS | acne"]
    # a bare verb gives advice
    assert read(extractor.extract(under("All About Zinc", "Skin: Reduce acne."))) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Great for the skin.", ["zinc | IMPROVES | skin"]),
        ("May interact with warfarin.", ["zinc | INTERACTS_WITH | warfarin"]),
        ("Should not be taken by pregnant women.", ["zinc | CONTRAINDICATED_IN | pregnant women"]),
        ("Low wages for nurses cause fatigue.", []),
        ("Have a nap for your skin.", []),
    ],
)
def test_line_of_a_paragraph_leaves_its_subject_out(extractor: Extractor, line: str, expected: list[str]) -> None:
    assert read(extractor.extract(f"All About Zinc\n\nZinc is a metal. {line} So they say.\n")) == expected
