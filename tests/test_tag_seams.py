"""Names that ran into the word behind them, as pages do that lost their dashes."""

from __future__ import annotations

import pytest

from claimx.tag_seams import is_torn
from tag_reading import tag


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "large amounts of iodinesuch as kelp",
            [("NUTRIENT", "iodine", "iodine"), ("NUTRIENT", "kelp", "kelp")],
        ),
        ("gas and diarrheaafter a meal", [("CONDITION", "gas", "gas"), ("CONDITION", "diarrhea", "diarrhea")]),
        (
            "Saturated fatfound in butter",
            [("NUTRIENT", "Saturated fat", "saturated fat"), ("NUTRIENT", "butter", "butter")],
        ),
        ("sodium and chlorideto work", [("NUTRIENT", "sodium", "sodium"), ("NUTRIENT", "chloride", "chloride")]),
    ],
)
def test_a_name_is_found_before_what_ran_into_it(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tag(text) == found


@pytest.mark.parametrize(
    "text", ["iodinelike", "the collector and the donor", "manystrands", "saltin", "grown in Germany"]
)
def test_words_are_left_whole(text: str) -> None:
    assert tag(text) == []


@pytest.mark.parametrize(
    ("text", "place", "torn"), [("iodinesuch", 6, False), ("B12", 1, True), ("zinc 5", 4, False), ("zinc", 0, False)]
)
def test_letters_part_only_at_a_seam(text: str, place: int, torn: bool) -> None:
    assert is_torn(text, place) is torn
