"""How an amount is written: ranges, lists, bounds, numbers and units."""

from __future__ import annotations

import pytest

from claimx.dose import find_doses
from claimx.records import Quantity
from dose_reading import amounts, quantities, surfaces

RANGES = [
    ("300-600 mg", 300, 600), ("300–600 mg", 300, 600), ("300 — 600 mg", 300, 600), ("300 to 600 mg", 300, 600),
    ("300 mg to 600 mg", 300, 600), ("300mg-600mg", 300, 600), ("between 300 and 600 mg", 300, 600),
    ("between 300 mg and 600 mg", 300, 600), ("300 or 600 mg", 300, 600), ("600 to 300 mg", 300, 600),
    ("three to six hundred mg", 3, 600),
]  # fmt: skip


@pytest.mark.parametrize(("text", "low", "high"), RANGES)
def test_dose_range_is_one_mention(text: str, low: float, high: float) -> None:
    assert amounts(text) == [(text, low, high, "range", "mg")]


def test_dose_range_of_two_units_is_in_the_last() -> None:
    found = quantities("500 mg to 1 g a day")
    assert found == [
        Quantity(
            min=0.5, max=1, bound="range", unit="g", period="day", daily_min=0.5, daily_max=1, daily_unit="g",
            conversion="500 mg = 0.5 g",
        )
    ]  # fmt: skip


def test_dose_list_is_a_mention_an_item() -> None:
    assert amounts("doses of 100, 200 and 400 mg") == [
        ("100", 100, 100, "exact", "mg"),
        ("200", 200, 200, "exact", "mg"),
        ("400 mg", 400, 400, "exact", "mg"),
    ]


def test_dose_list_needs_a_conjunction() -> None:
    assert surfaces("in 2020, 300 mg was given") == ["300 mg"]


BOUNDS = [
    ("up to 600 mg", None, 600, "up_to"), ("no more than 600 mg", None, 600, "up_to"),
    ("less than 600 mg", None, 600, "up_to"), ("a maximum of 600 mg", None, 600, "up_to"),
    ("Do not exceed 600 mg", None, 600, "up_to"), ("≤ 600 mg", None, 600, "up_to"),
    ("600 mg or less", None, 600, "up_to"),
    ("shouldn't take more than 600 mg", None, 600, "up_to"), ("at least 600 mg", 600, None, "at_least"),
    ("more than 600 mg", 600, None, "at_least"), ("a minimum of 600 mg", 600, None, "at_least"),
    ("over 600 mg", 600, None, "at_least"), ("≥600 mg", 600, None, "at_least"), ("600+ mg", 600, None, "at_least"),
    ("600 mg or more", 600, None, "at_least"),
    ("600 or more mg", 600, None, "at_least"), ("about 600 mg", 600, 600, "about"),
    ("around 600 mg", 600, 600, "about"),
    ("~600 mg", 600, 600, "about"), ("approximately 600 mg", 600, 600, "about"), ("600 mg or so", 600, 600, "about"),
    ("600 mg", 600, 600, "exact"), ("about 300-600 mg", 300, 600, "about"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "low", "high", "bound"), BOUNDS)
def test_dose_bound(text: str, low: float | None, high: float | None, bound: str) -> None:
    assert amounts(text) == [(text, low, high, bound, "mg")]


NUMBERS = [
    ("1,200 mg", 1200, "mg"), ("10,000 IU", 10000, "[IU]"), ("10 000 IU", 10000, "[IU]"), ("2.4 g", 2.4, "g"),
    (".5 mg", 0.5, "mg"), ("1,5 g", 1.5, "g"), ("five hundred milligrams", 500, "mg"),
    ("one thousand two hundred mg", 1200, "mg"), ("twenty-five mcg", 25, "ug"), ("half a cup", 0.5, "[cup_us]"),
    ("two-thirds of a cup", 0.6666666666, "[cup_us]"), ("1/2 cup", 0.5, "[cup_us]"), ("½ cup", 0.5, "[cup_us]"),
    ("1½ cups", 1.5, "[cup_us]"), ("1 1/2 cups", 1.5, "[cup_us]"), ("1-1/2 cups", 1.5, "[cup_us]"),
    ("one and a half cups", 1.5, "[cup_us]"), ("a teaspoon", 1, "[tsp_us]"), ("a dozen drops", 12, "[drp]"),
    ("one (1) lozenge", 1, "{lozenge}"), ("2 (two) tablets", 2, "{tablet}"), ("10 billion CFU", 1e10, "CFU"),
    ("500 million CFUs", 5e8, "CFU"), ("1 x 10^9 CFU", 1e9, "CFU"), ("1×10⁹ CFU", 1e9, "CFU"), ("10B CFU", 1e10, "CFU"),
    ("20 (mg)", 20, "mg"),
    ("a hundred mg", 100, "mg"),
    ("5K IU", 5000, "[IU]"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "unit"), NUMBERS)
def test_dose_number(text: str, value: float, unit: str) -> None:
    assert amounts(text) == [(text, value, value, "exact", unit)]


UNITS = [
    ("1000mg", "mg"), ("500 µg", "ug"), ("500 μg", "ug"), ("500 mcg", "ug"), ("400 international units", "[IU]"),
    ("400 I.U.", "[IU]"), ("3 oz", "[oz_av]"), ("2 fluid ounces", "[foz_us]"), ("2 tbsp", "[tbs_us]"), ("250 mL", "mL"),
    ("250ml", "mL"), ("2 L", "L"), ("2 litres", "L"), ("3 drops", "[drp]"), ("two servings", "{serving}"),
    ("two capsules", "{capsule}"), ("3 gummies", "{gummy}"), ("10 billion colony-forming units", "CFU"),
    ("10 billion live cultures", "{organism}"), ("5mg/kg", "mg/kg"), ("1.2 g per kilogram of body weight", "g/kg"),
    ("14 g per 1,000 calories", "g/(1000.kcal)"), ("5 g per 100 g", "g/(100.g)"), ("one heaping teaspoon", "[tsp_us]"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "unit"), UNITS)
def test_dose_unit_is_ucum(text: str, unit: str) -> None:
    assert [(mention.surface, mention.quantity.unit) for mention in find_doses(text) if mention.quantity] == [
        (text, unit)
    ]


def test_dose_scale_word_is_shared_by_a_range() -> None:
    assert amounts("5–10 billion CFU") == [("5–10 billion CFU", 5e9, 1e10, "range", "CFU")]
