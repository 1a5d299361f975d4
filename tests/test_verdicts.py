"""Answers to what was asked before: each verdict's examples are read as they say, and of a decoy nothing is."""

from __future__ import annotations

import pytest

from claimx.data_files import DataFiles
from claimx.pipeline import Extractor
from claimx.records import Claim
from claimx.rivals import ANSWERED
from claimx.verdicts import load_verdicts

VERDICTS = load_verdicts(DataFiles())
EXAMPLES = [(item["text"], item["claims"]) for verdict in VERDICTS for item in verdict.examples]


def show(claims: list[Claim]) -> list[str]:
    return [
        f"{'not ' if claim.polarity == 'negated' else ''}{claim.nutrient.name} | {claim.relation} | "
        f"{claim.object.surface if claim.object else ''}"
        for claim in claims
    ]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES, ids=[str(text) for text, _ in EXAMPLES])
def test_an_answer_is_a_claim(text: str, expected: list[str], extractor: Extractor) -> None:
    assert show(extractor.extract(text)) == expected


@pytest.mark.parametrize("text", [decoy for verdict in VERDICTS for decoy in verdict.decoys])
def test_what_answers_nothing_is_none(text: str, extractor: Extractor) -> None:
    assert [claim for claim in extractor.extract(text) if claim.rule_id == ANSWERED] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Does zinc shorten colds? Vitamin C lowers uric acid. It did not.",
            ["vitamin C | DECREASES | uric acid"],
            id="something told in between",
        ),
        pytest.param(
            "# Does zinc shorten colds?\n\n## What it costs\n\nThe pills showed no benefit.",
            [],
            id="another part of the text",
        ),
        pytest.param("Does zinc shorten colds? Selenium pills showed no benefit.", [], id="another nutrient"),
        pytest.param(
            "Do zinc and selenium shorten colds? Selenium showed no benefit.",
            ["not selenium | TREATS | colds"],
            id="one of two nutrients",
        ),
    ],
)
def test_what_is_answered(text: str, expected: list[str], extractor: Extractor) -> None:
    assert show(extractor.extract(text)) == expected
