"""What people do not bear, named by an adjective or noun and "to"."""

from __future__ import annotations

import pytest

from tag_reading import tag


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("allergic to ragweed", [("CONDITION", "allergic to ragweed", "ragweed allergy")]),
        ("an allergy to the daisies", [("CONDITION", "allergy to the daisies", "daisy allergy")]),
        ("allergic to aspirin", [("CONDITION", "allergic to aspirin", "aspirin allergy")]),
        ("allergic to it", [("CONDITION", "allergic", "allergies")]),
        (
            "allergic to ragweed, thistles or birch.",
            [
                ("CONDITION", "allergic to ragweed", "ragweed allergy"),
                ("CONDITION", "thistles", "thistle allergy"),
                ("CONDITION", "birch", "birch allergy"),
            ],
        ),
        ("allergic to ragweed and should skip zinc", [
            ("CONDITION", "allergic to ragweed", "ragweed allergy"), ("NUTRIENT", "zinc", "zinc")]),
        ("an allergy", [("CONDITION", "allergy", "allergies")]),
    ],
)  # fmt: skip
def test_an_allergy_is_named_by_what_is_not_borne(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tag(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("allergic to papaya", [("CONDITION", "allergic", "papaya allergy"), ("NUTRIENT", "papaya", "papaya")]),
        (
            "if you are sensitive to caffeine",
            [("CONDITION", "sensitive", "caffeine sensitivity"), ("NUTRIENT", "caffeine", "caffeine")],
        ),
        ("if you are sensitive to insulin", [("FUNCTION", "sensitive to insulin", "insulin sensitivity")]),
        ("makes it sensitive to caffeine", [("NUTRIENT", "caffeine", "caffeine")]),
    ],
)
def test_a_nutrient_that_is_not_borne_keeps_its_mention(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tag(text) == found
