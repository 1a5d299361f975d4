"""Names of conditions that begin with the past of a verb, behind a nutrient and elsewhere."""

from __future__ import annotations

import pytest

from tag_reading import tag


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zinc increased ferritin", [("NUTRIENT", "Zinc", "zinc"), ("FUNCTION", "ferritin", "ferritin")]),
        ("Zinc also reduced appetite", [("NUTRIENT", "Zinc", "zinc"), ("FUNCTION", "appetite", "appetite")]),
        ("It markedly reduced appetite", [("FUNCTION", "appetite", "appetite")]),
        (
            "Zinc reduced appetite and increased heart rate",
            [
                ("NUTRIENT", "Zinc", "zinc"),
                ("FUNCTION", "appetite", "appetite"),
                ("FUNCTION", "heart rate", "heart rate"),
            ],
        ),
    ],
)
def test_a_verb_is_no_part_of_a_name(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tag(text) == found


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Zinc can cause increased heart rate", ["Zinc", "increased heart rate"]),
        ("nausea and reduced appetite", ["nausea", "reduced appetite"]),
        ("Low zinc, reduced appetite", ["zinc", "reduced appetite"]),
    ],
)
def test_a_name_is_kept_where_no_nutrient_acts(text: str, surfaces: list[str]) -> None:
    assert [surface for _, surface, _ in tag(text)] == surfaces
