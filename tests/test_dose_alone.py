"""Which amounts are rows of their own, and which belong to an effect, a dish, a product or a shop."""

from __future__ import annotations

import pytest

from claim_reading import stated
from claimx.pipeline import Extractor


def amounts(extractor: Extractor, text: str) -> list[str]:
    """Nutrient and amount as written of each row of an amount alone, in text order."""
    found = [claim for claim in extractor.extract(text) if claim.relation == "HAS_DOSE" and claim.dose is not None]
    return [f"{claim.nutrient.name} {claim.dose.surface}" for claim in found if claim.dose is not None]


@pytest.mark.parametrize(
    "text",
    [
        "At 2 grams a day, carnitine did little.",
        "A dose of 500 mg a day made no difference to the number of colds.",
        "Eating 30 grams of walnuts a day for two years left the LDL of older adults a little lower.",
        "Volunteers swallowed 600 mg of curcumin twice a day for eight weeks, and their knee pain got milder.",
        "When they took 600 mg of curcumin a day, their knee pain got milder.",
    ],
)
def test_amount_of_an_effect_is_no_row_of_its_own(extractor: Extractor, text: str) -> None:
    assert amounts(extractor, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the study, 40 women got either 200 mg of magnesium a day or a dummy pill.", "magnesium 200 mg"),
        ("Half of them took 5 grams of creatine a day; the rest got maltodextrin.", "creatine 5 grams"),
        ("For most adults, 310 mg of magnesium a day is enough.", "magnesium 310 mg"),
        ("Adults need 11 mg of zinc a day, and nursing women need more.", "zinc 11 mg"),
    ],
)
def test_amount_that_is_taken_or_needed_is_a_row(extractor: Extractor, text: str, expected: str) -> None:
    assert [" ".join(row.split()[:3]) for row in amounts(extractor, text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Nutrition per serving\n\nProtein: 18 g\nIron: 6 mg\nFiber: 12 g",
        "Each capsule contains:\n- Vitamin D3 1,000 IU\n- Vitamin K2 90 mcg\n- Boron 3 mg",
        "Our best sellers\n- Magnesium 400 mg, 90 capsules\n- Vitamin C 1000 mg, 120 tablets",
        "Offers\n- Zinc 50 mg, $14.99",
        "Bean stew\n\nIngredients\n- 1 tsp turmeric\n- 4 cups water\n\nMethod\n\n1. Add 2 cups of water and some salt.",
        "Bean soup\n\nServes 4\n\nPer serving: 18 g protein, 12 g fibre, 6 mg iron",
    ],
)
def test_what_a_dish_a_product_or_a_shop_holds_is_no_dose(extractor: Extractor, text: str) -> None:
    assert amounts(extractor, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dosage\n- Vitamin C: 500 mg\n- Zinc: 15 mg", ["vitamin C 500 mg", "zinc 15 mg"]),
        ("My stack\n- magnesium 400 mg at night\n- zinc 15 mg", ["magnesium 400 mg", "zinc 15 mg"]),
    ],
)
def test_lines_of_what_to_take_are_doses(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert amounts(extractor, text) == expected


def test_amount_of_an_effect_that_is_read_stays_with_it(extractor: Extractor) -> None:
    claims = extractor.extract("Drinking 500 ml of beetroot juice a day lowered systolic pressure.")
    assert stated(claims) == [("beetroot juice", "DECREASES", "systolic pressure", "intake")]
    assert [claim.dose.surface for claim in claims if claim.dose is not None] == ["500 ml of beetroot juice a day"]
