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
        "Folic acid\n\nIn a trial, women took 4 mg a day, and 72% of the expected cases were prevented.",
        "Swapping 10 g a day of butter for oil was linked to a lower risk of death.",
        "Resveratrol\n\nWith 75 mg a day for 12 weeks, nothing changed.",
        "Iron\n\nHalf of the women were given 80 mg a day and felt less tired after 12 weeks.",
        "Magnesium\n\nIn the study, 1,800 mg a day was no better than 900 mg.",
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
        ("The DV for vitamin B12 is 2.4 mcg for adults.", "vitamin B12 2.4"),
        ("My wife does fine on 1,000 IU of vitamin D.", "vitamin D 1,000"),
        ("Then take 1 mg of vitamin B12 every three months.", "vitamin B12 1"),
        ("Oats hold beta-glucan, a fibre that lowers cholesterol: 3 g a day is enough.", "beta-glucan 3 g"),
        ("Half of them took 5 grams of creatine a day, and some dropped out.", "creatine 5 grams"),
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
        "Calm Complex\n60 capsules\n\nSupplement Facts\nServing size: 2 capsules\n\n"
        "Magnesium (as citrate) 300 mg 71%\nVitamin B6 2 mg 118%\nLemon balm extract 50 mg *",
        "Multi\nFor adults, one tablet a day\n\nNutritional information (per tablet)\nVitamin A 800 µg (100% NRV)\n"
        "Iron 14 mg (100% NRV)\nSelenium 55 µg",
        "Ginger tea\n\nYou need: a thumb of fresh ginger (about 15 g), 500 ml of water, 1 tsp of honey.",
        "Sleep Well\n\nOne capsule:\nMelatonin 1 mg\nMagnesium 100 mg\nValerian extract 200 mg",
        "# Joints\n\n| Nutrient | Two tablets contain | NRV |\n|---|---|---|\n| Glucosamine | 1,500 mg | - |\n",
        "A standard 1,000 mg capsule contains only 180 mg of EPA and 120 mg of DHA.",
        "Our gummies deliver 25 mcg of vitamin D per serving.",
        "Zinc\n\nThe ones in my shop have only 5 mg per lozenge.",
        "Magnesium\n\nA small handful (28 grams) is 37% of the Daily Value.",
        "Have vegetables every day: 80 g counts as one portion.",
        "Salmon\n\nA portion is about 140 g.",
    ],
)
def test_what_a_dish_a_product_or_a_shop_holds_is_no_dose(extractor: Extractor, text: str) -> None:
    assert amounts(extractor, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dosage\n- Vitamin C: 500 mg\n- Zinc: 15 mg", ["vitamin C 500 mg", "zinc 15 mg"]),
        ("Take 500 mg of calcium at a time.", ["calcium 500 mg of calcium at a time"]),
        (
            "Prenatal care\n- Folic acid: 400 mcg\n- Iodine: at least 150 mcg",
            ["folic acid 400 mcg", "iodine at least 150 mcg"],
        ),
        ("My stack\n- magnesium 400 mg at night\n- zinc 15 mg", ["magnesium 400 mg", "zinc 15 mg"]),
    ],
)
def test_lines_of_what_to_take_are_doses(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert amounts(extractor, text) == expected


def test_amount_of_an_effect_that_is_read_stays_with_it(extractor: Extractor) -> None:
    claims = extractor.extract("Drinking 500 ml of beetroot juice a day lowered systolic pressure.")
    assert stated(claims) == [("beetroot juice", "DECREASES", "systolic pressure", "intake")]
    assert [claim.dose.surface for claim in claims if claim.dose is not None] == ["500 ml of beetroot juice a day"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Take 1 g of combined EPA and DHA a day.", ["EPA", "DHA"]),
        ("Have at least five portions of fruit and vegetables every day.", ["fruits", "vegetables"]),
        ("Zinc and copper are best taken at 15 mg and 2 mg a day.", ["copper", "copper"]),
        ("Take 600 mg of calcium and 400 IU of vitamin D a day.", ["calcium", "vitamin D"]),
    ],
)
def test_nutrients_that_share_an_amount_have_a_row_each(extractor: Extractor, text: str, expected: list[str]) -> None:
    found = [claim.nutrient.name for claim in extractor.extract(text) if claim.relation == "HAS_DOSE"]
    assert found == expected


def test_what_an_amount_is_stirred_into_is_no_amount(extractor: Extractor) -> None:
    assert amounts(extractor, "Take 2 g of ginger in 150 ml of boiling water twice a day.") == [
        "ginger 2 g of ginger in 150 ml of boiling water twice a day"
    ]


def test_amount_that_is_needed_for_something_is_a_row_beside_the_effect(extractor: Extractor) -> None:
    text = "You need 10 mcg of vitamin D a day to keep your bones strong."
    assert stated(extractor.extract(text)) == [
        ("vitamin D", "IMPROVES", "bones", "intake"),
        ("vitamin D", "HAS_DOSE", "", "intake"),
    ]


def test_amount_that_is_advised_for_something_belongs_to_the_effect(extractor: Extractor) -> None:
    text = "Adults should take 10 mcg of vitamin D a day to protect their bones."
    assert stated(extractor.extract(text)) == [("vitamin D", "IMPROVES", "bones", "intake")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Psyllium\n\nStart with one teaspoon in a large glass of water once a day.",
            ["psyllium one teaspoon in a large glass of water once a day"],
        ),
        (
            "Psyllium\n\nTake one teaspoon with a glass of juice twice a day.",
            ["psyllium one teaspoon with a glass of juice twice a day"],
        ),
        ("Drink a glass of water twice a day.", ["water a glass of water twice a day"]),
    ],
)
def test_what_it_is_stirred_into_has_no_amount(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert amounts(extractor, text) == expected
