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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# Magnesium\n\n| Dietary allowance for magnesium | | |\n| Age | Men (mg/day) | Women (mg/day) |\n"
            "| 14–18 years | 410 | 360 |\n",
            [("magnesium", "410", 410.0, "day"), ("magnesium", "360", 360.0, "day")],
        ),
        (
            "# Vitamin A\n\n| Life stage | RDA (mcg) | Upper limit (mcg) |\n|---|---|---|\n"
            "| Pregnancy | 770 | 3,000 |\n",
            [("vitamin A", "770", 770.0, ""), ("vitamin A", "3,000", 3000.0, "")],
        ),
        ("# Vitamin A\n\n| Product | Strength (mcg) |\n|---|---|\n| Night drops | 770 |\n", []),
    ],
)
def test_figures_below_a_unit(extractor: Extractor, text: str, expected: list[tuple[str, str, float, str]]) -> None:
    claims = [claim for claim in extractor.extract(text) if claim.relation == "HAS_DOSE"]
    assert [
        (claim.nutrient.name, claim.dose.surface, claim.dose.quantity.max, claim.dose.quantity.period)
        for claim in claims
        if claim.dose is not None and claim.dose.quantity is not None
    ] == expected


OPENING = "Foods rich in potassium\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Potatoes top the list at 926 mg, followed by beans (600 mg) and bananas (422 mg).",
            [
                ("potassium", "FOUND_IN", "Potatoes"),
                ("potassium", "FOUND_IN", "beans"),
                ("potassium", "FOUND_IN", "bananas"),
            ],
        ),
        (
            "Red peppers contain 314 mg per cup; kiwis, 215 mg each.",
            [("potassium", "FOUND_IN", "Red peppers"), ("potassium", "FOUND_IN", "kiwis")],
        ),
        ("3. Spinach\n\nYou get 839 mg in one cup.", [("potassium", "FOUND_IN", "Spinach")]),
        ("4. Clams\n\nA whopping 534 mg per 3-ounce serving.", [("potassium", "FOUND_IN", "Clams")]),
        ("5. Beef\n\nPotassium content: 315 mg per 100 g\n\nIt is tasty.", [("potassium", "FOUND_IN", "Beef")]),
        ("6. Salmon\n\nHalf a fillet (178 grams) has 684 mg.", [("potassium", "FOUND_IN", "fillet")]),
        ("6. Salmon\n\nAdults need 3,400 mg.", [("potassium", "HAS_DOSE", "")]),
        (
            "Men need 3,400 mg and women 2,600 mg, and beans are cheap.",
            [("potassium", "HAS_DOSE", ""), ("potassium", "HAS_DOSE", "")],
        ),
    ],
)
def test_foods_with_amounts_in_running_text(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert held(extractor, f"{OPENING}{text}\n") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Moringa is a tree.\n\nThe leaves are loaded with quercetin and zinc.",
            [("quercetin", "FOUND_IN", "leaves"), ("zinc", "FOUND_IN", "leaves")],
        ),
        ("Dandelion is a herb.\n\nThe root contains inulin.", [("inulin", "FOUND_IN", "root")]),
        ("The peel is rich in pectin.", [("pectin", "FOUND_IN", "peel")]),
        ("Turmeric\n\nThe root has been used for arthritis.", [("turmeric", "USED_FOR", "arthritis")]),
    ],
)
def test_parts_of_a_plant_hold_nutrients_and_else_stand_for_it(
    extractor: Extractor, text: str, expected: list[Row]
) -> None:
    assert rows(extractor, text) == expected
