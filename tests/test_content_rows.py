"""Rows of food tables and lines of food lists: what each food holds, and what nobody is told to take."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor
from claimx.records import Claim


def held(extractor: Extractor, text: str) -> list[Row]:
    return [row for row in rows(extractor, text) if row[1] in ("FOUND_IN", "HAS_DOSE")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# Vitamin D\n\n| Food | Serving | Vitamin D (IU) |\n|---|---|---|\n"
            "| Trout, cooked | 3 oz | 645 |\n| Egg | 1 large | 44 |\n| Apple | 1 | 0 |\n",
            [("vitamin D", "FOUND_IN", "Trout"), ("vitamin D", "FOUND_IN", "Egg")],
        ),
        (
            "# Iron-rich foods\n\n| Food (100 g) | Iron, mg | Zinc, mg | % DV |\n|---|---|---|---|\n"
            "| Black pudding | 12.3 | 1.1 | 68 |\n| Lentils | 3.3 | 1.3 | 18 |\n",
            [
                ("iron", "FOUND_IN", "Black pudding"),
                ("zinc", "FOUND_IN", "Black pudding"),
                ("iron", "FOUND_IN", "Lentils"),
                ("zinc", "FOUND_IN", "Lentils"),
            ],
        ),
        (
            "# Sources of folate\n\n| Food | Amount |\n|---|---|\n| Spinach | 131 mcg |\n| Peas | 47 mcg |\n",
            [("folate", "FOUND_IN", "Spinach"), ("folate", "FOUND_IN", "Peas")],
        ),
    ],
)
def test_table_of_foods(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert held(extractor, text) == expected


def test_table_of_ages_has_amounts_of_the_nutrient_that_heads_the_column(extractor: Extractor) -> None:
    text = "# Bones\n\n| Age | Calcium | Vitamin D |\n|---|---|---|\n| Teenagers | 1,300 mg | 600 IU |\n"
    claims = [claim for claim in extractor.extract(text) if claim.relation == "HAS_DOSE"]
    assert [(*_amount(claim), claim.resolution) for claim in claims] == [
        ("calcium", "1,300 mg", "list_head"),
        ("vitamin D", "600 IU", "list_head"),
    ]


def test_amount_in_the_row_of_a_nutrient_is_explicit(extractor: Extractor) -> None:
    text = (
        "# Daily needs\n\n| Nutrient | Men | Women |\n|---|---|---|\n| Zinc | 11 mg | 8 mg |\n| Iron | 8 mg | 18 mg |\n"
    )
    claims = [claim for claim in extractor.extract(text) if claim.relation == "HAS_DOSE"]
    assert [(*_amount(claim), claim.nutrient.surface, claim.resolution) for claim in claims] == [
        ("zinc", "11 mg", "Zinc", "explicit"),
        ("zinc", "8 mg", "Zinc", "explicit"),
        ("iron", "8 mg", "Iron", "explicit"),
        ("iron", "18 mg", "Iron", "explicit"),
    ]


def _amount(claim: Claim) -> tuple[str, str]:
    return claim.nutrient.name, claim.dose.surface if claim.dose is not None else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Caffeine content of drinks\n\nEspresso: 63 mg per shot\nBlack tea: 47 mg per cup\nCola: 32 mg per can\n",
            [
                ("caffeine", "FOUND_IN", "Espresso"),
                ("caffeine", "FOUND_IN", "Black tea"),
                ("caffeine", "FOUND_IN", "Cola"),
            ],
        ),
        (
            "Potassium\n\nHigh-potassium foods (more than 200 mg per serving)\n"
            "Banana, 1 small, 360 mg\nPotato, baked, 920 mg\nTomato sauce, half a cup, 360 mg\n",
            [
                ("potassium", "FOUND_IN", "Banana"),
                ("potassium", "FOUND_IN", "Potato"),
                ("potassium", "FOUND_IN", "Tomato sauce"),
            ],
        ),
        (
            "Potassium\n\nLow-potassium foods (less than 200 mg per serving)\n"
            "Apple, 1 small, 150 mg\nWhite rice, half a cup, 27 mg\nGreen beans, half a cup, 90 mg\n",
            [],
        ),
        ("Iron\n\nIngredients\n- 100 g spinach\n- 250 g lentils\n", []),
    ],
)
def test_lines_of_foods_with_amounts(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert held(extractor, text) == expected
