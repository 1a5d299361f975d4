"""Passages of monographs: orders without the name, harm noted in somebody, labels, words on supplements in general."""

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
