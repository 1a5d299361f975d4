"""Passages of monographs and lists of foods, in the ways that clinic pages and food writers set them."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Kava\n\nKava is generally safe. Use cautiously in people with gout, and in those taking statins.",
            [
                ("kava", "SAFE_FOR", ""),
                ("kava", "CONTRAINDICATED_IN", "gout"),
                ("kava", "CONTRAINDICATED_IN", "statins"),
            ],
            id="an order without the name",
        ),
        pytest.param(
            "Kava should be avoided in patients on dialysis or in people who take statins.",
            [("kava", "CONTRAINDICATED_IN", "dialysis"), ("kava", "CONTRAINDICATED_IN", "statins")],
            id="two groups of patients",
        ),
        pytest.param(
            "Kava\n\nSide effects\n\nJaundice and cramps have been noted in adults with gout.",
            [("kava", "CAUSES", "Jaundice"), ("kava", "CAUSES", "cramps")],
            id="harm noted in somebody",
        ),
        pytest.param(
            "There is no evidence that kava prevents, treats or cures any type of cancer.",
            [("kava", "not PREVENTS", "cancer"), ("kava", "not TREATS", "cancer")],
            id="three verbs of one object",
        ),
        pytest.param(
            "Sodium causes the body to hold on to water.", [("sodium", "INCREASES", "water")], id="what the body holds"
        ),
    ],
)
def test_monograph(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


def test_lines_with_labels_below_a_first_line(extractor: Extractor) -> None:
    text = "Foods that can set off hives\nEggs: The white more than the yolk.\nMilk: Some can drink it.\nSoy: Rarely.\n"
    expected = [("eggs", "CAUSES", "hives"), ("milk", "CAUSES", "hives"), ("soy", "CAUSES", "hives")]
    assert sorted(rows(extractor, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The following grains do not contain gluten:\n\n- Buckwheat\n- Millet\n",
            [
                ("gluten", "not FOUND_IN", "grains"),
                ("gluten", "not FOUND_IN", "Buckwheat"),
                ("gluten", "not FOUND_IN", "Millet"),
            ],
            id="what a list names is what is meant",
        ),
        pytest.param(
            "The following vegetables are rich in zinc:\n\n- Kale\n- Peas\n",
            [("zinc", "FOUND_IN", "vegetables"), ("zinc", "FOUND_IN", "Kale"), ("zinc", "FOUND_IN", "Peas")],
            id="a class that is listed holds nothing",
        ),
        pytest.param(
            "The eugenol in cloves numbs pain. The fat in avocados lowers LDL.",
            [
                ("eugenol", "FOUND_IN", "cloves"),
                ("eugenol", "TREATS", "pain"),
                ("fat", "FOUND_IN", "avocados"),
                ("fat", "DECREASES", "LDL"),
            ],
            id="what herbs and foods hold",
        ),
    ],
)
def test_contents(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert sorted(rows(extractor, text)) == sorted(expected)


def test_question_in_quotation_marks_claims_nothing(extractor: Extractor) -> None:
    assert rows(extractor, 'Kava\n\nShe wrote: "I take kava. Is it safe and does it work?"\n\nA good question.\n') == []


def test_topic_behind_a_word_on_supplements(extractor: Extractor) -> None:
    text = (
        "Safety\n\nHerbs and supplements are not strictly regulated.\n\nSide Effects and Warnings\n\nNiacin is likely "
        "safe. Flushing has been noted.\n\nUse cautiously in people with ulcers.\n"
    )
    assert rows(extractor, text) == [
        ("niacin", "SAFE_FOR", ""),
        ("niacin", "CAUSES", "Flushing"),
        ("niacin", "CONTRAINDICATED_IN", "ulcers"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Salmon is no slouch when it comes to vitamin D.", [("vitamin D", "FOUND_IN", "Salmon")]),
        ("For iron, go for lentils.", [("iron", "FOUND_IN", "lentils")]),
        ("If you're on warfarin, keep an eye on spinach.", [("spinach", "CONTRAINDICATED_IN", "warfarin")]),
        ("Anyone on warfarin should check before eating kale.", [("kale", "CONTRAINDICATED_IN", "warfarin")]),
    ],
)
def test_foods_in_passing(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected
