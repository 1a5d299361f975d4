"""Symptoms put together from an adjective and what it is said of."""

from __future__ import annotations

import pytest

from tag_reading import tag


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("splitting toenails", [("CONDITION", "splitting toenails", "splitting toenails")]),
        ("weak, porous bones", [("CONDITION", "weak, porous bones", "weak, porous bones")]),
        ("impaired digestion", [("CONDITION", "impaired digestion", "impaired digestion")]),
        ("leads to slow digestion", [("CONDITION", "slow digestion", "slow digestion")]),
        ("a metallic taste", [("CONDITION", "metallic taste", "metallic taste")]),
        ("a sore, smooth tongue", [("CONDITION", "sore, smooth tongue", "sore, smooth tongue")]),
        ("a dulled sense of taste", [("CONDITION", "dulled sense of taste", "dulled sense of taste")]),
        (
            "chapped hands and feet in winter",
            [("CONDITION", "chapped hands", "chapped hands"), ("CONDITION", "feet", "chapped feet")],
        ),
    ],
)
def test_an_adjective_makes_a_symptom(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tag(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("may slow digestion", [("FUNCTION", "digestion", "digestion")]),
        (
            "zinc lack slows wound healing",
            [("NUTRIENT", "zinc", "zinc"), ("FUNCTION", "wound healing", "wound healing")],
        ),
        ("it lowers back pain", [("CONDITION", "back pain", "back pain")]),
        ("healthy toenails", []),
        ("greasy digestion", [("FUNCTION", "digestion", "digestion")]),
        (
            "splitting toenails and feet care",
            [("CONDITION", "splitting toenails", "splitting toenails"), ("FUNCTION", "feet", "feet")],
        ),
    ],
)
def test_other_words_make_none(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tag(text) == found


def test_a_symptom_that_the_lexicon_holds_keeps_its_name() -> None:
    assert tag("a sore throat") == [("CONDITION", "sore throat", "sore throat")]
