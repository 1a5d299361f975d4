"""International units by nutrient and form."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimx.dose import convert_iu, find_doses
from claimx.records import Quantity

VITAMIN_E = "1 [IU] = {} mg alpha-tocopherol (https://ods.od.nih.gov/factsheets/VitaminE-HealthProfessional/)"
SOURCE = "https://ods.od.nih.gov/factsheets"
IN_IU = Quantity(min=1000, max=1000, unit="[IU]", period="day", daily_min=1000, daily_max=1000, daily_unit="[IU]")

CONVERSIONS = [
    ("vitamin D", "", 25, "ug", f"1 [IU] = 0.025 ug ({SOURCE}/VitaminD-HealthProfessional/)"),
    ("Vitamin D3", "capsule", 25, "ug", f"1 [IU] = 0.025 ug ({SOURCE}/VitaminD-HealthProfessional/)"),
    ("vitamin A", "retinyl palmitate", 300, "ug", f"1 [IU] = 0.3 ug RAE ({SOURCE}/VitaminA-HealthProfessional/)"),
    ("vitamin A", "dietary beta-carotene", 50, "ug", f"1 [IU] = 0.05 ug RAE ({SOURCE}/VitaminA-HealthProfessional/)"),
    ("vitamin E", "natural", 670, "mg", VITAMIN_E.format(0.67)),
    ("vitamin E", "dl-alpha-tocopherol", 450, "mg", VITAMIN_E.format(0.45)),
]  # fmt: skip


@pytest.mark.parametrize(("nutrient", "form", "daily", "unit", "note"), CONVERSIONS)
def test_iu_are_converted_by_nutrient_and_form(nutrient: str, form: str, daily: float, unit: str, note: str) -> None:
    expected = replace(IN_IU, daily_min=daily, daily_max=daily, daily_unit=unit, conversion=note)
    assert convert_iu(IN_IU, nutrient, form=form) == expected


@pytest.mark.parametrize("nutrient", ["vitamin A", "vitamin E", "zinc", ""])
def test_iu_with_no_rule_or_no_form_stay(nutrient: str) -> None:
    assert convert_iu(IN_IU, nutrient) == IN_IU


def test_cfu_and_a_dose_with_no_daily_amount_are_never_converted() -> None:
    cfu = find_doses("10 billion CFU daily")[0].quantity
    monthly = find_doses("100,000 IU a month")[0].quantity
    assert cfu is not None
    assert monthly is not None
    assert (convert_iu(cfu, "vitamin D"), convert_iu(monthly, "vitamin D")) == (cfu, monthly)
