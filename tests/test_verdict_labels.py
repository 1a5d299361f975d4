"""What stands beside a sentence calls it false: a label ("Myth: ...", "...: FALSE") or a short reply ("It doesn't")."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Myth 1: Zinc cures colds.", [("zinc", "not TREATS", "colds")]),
        ("Fact 1: Zinc eases colds.", [("zinc", "TREATS", "colds")]),
        ("Myth #2 - Turmeric prevents cancer.", [("turmeric", "not PREVENTS", "cancer")]),
        ("Myth: Zinc does not help cramps.", [("zinc", "TREATS", "cramps")]),
        ("Vitamin C prevents colds: FALSE", [("vitamin C", "not PREVENTS", "colds")]),
        ("Vitamin C prevents colds: TRUE", [("vitamin C", "PREVENTS", "colds")]),
        ("Fiction: zinc cures colds.", [("zinc", "not TREATS", "colds")]),
        (
            "Coconut oil: is it hype?\n\nCoconut oil is a fat.\nGood for your heart: FALSE\nFights bad breath: MAYBE",
            [("coconut oil", "not IMPROVES", "heart"), ("coconut oil", "TREATS", "bad breath")],
        ),
    ],
)
def test_label_says_whether_it_is_so(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some say garlic lowers blood pressure. It doesn't.", [("garlic", "not DECREASES", "blood pressure")]),
        ("Ginger eases nausea. It doesn't cure it.", [("ginger", "TREATS", "nausea")]),
        ("No trial shows that zinc cures colds. It doesn't.", [("zinc", "not TREATS", "colds")]),
        ("Does zinc prevent colds? It doesn't.", [("zinc", "not PREVENTS", "colds")]),
    ],
)
def test_reply_denies_the_sentence_before_it(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "True or false: zinc cures colds.\n\nFalse.",
        "Zinc cures colds.\nVerdict: not true.",
        "Zinc cures colds.\nAnswer: no evidence.",
    ],
)
def test_verdict_in_a_line_of_its_own_denies(extractor: Extractor, text: str) -> None:
    assert {claim.polarity for claim in extractor.extract(text)} == {"negated"}


def test_label_that_is_read_as_a_denial_is_one_denial(extractor: Extractor) -> None:
    assert [claim.polarity for claim in extractor.extract("Myth: Eggs raise cholesterol.")] == ["negated"]
