"""Doses: what is one, where it begins and ends, how much, how often. Each negative case has a positive twin."""

from __future__ import annotations

import pytest

from claimx.dose import find_doses
from claimx.records import Mention, Quantity, Span
from dose_reading import amounts, quantities, rates, surfaces


def test_dose_is_a_mention_with_offsets_into_the_whole_text() -> None:
    text = "Intro. Adults took 300 mg twice a day."
    found = find_doses(text, start=7, end=len(text))
    expected = Mention(
        label="DOSE", start=19, end=37, surface="300 mg twice a day", name="300 mg twice a day", origin="pattern",
        quantity=Quantity(
            min=300, max=300, unit="mg", period="day", intakes_per_day=2, daily_min=600, daily_max=600,
            daily_unit="mg", role="studied",
        ),
    )  # fmt: skip
    assert found == [expected]


def test_dose_outside_the_window_is_not_read() -> None:
    assert find_doses("300 mg and 400 mg", start=11) == find_doses("300 mg and 400 mg")[1:]
    assert surfaces("300 mg and 400 mg") == ["300 mg", "400 mg"]


COUNTED = [
    ("two 500 mg capsules", 1000, 1000, "mg", "capsule", "2 x 500 mg"),
    ("2 x 500 mg", 1000, 1000, "mg", "", "2 x 500 mg"),
    ("two tablets of 250 mg each", 500, 500, "mg", "tablet", "2 x 250 mg"),
    ("two capsules of fish oil 500 mg", 1000, 1000, "mg", "capsule", "2 x 500 mg"),
    ("two capsules (1,000 mg)", 1000, 1000, "mg", "capsule", ""),
    ("two tablets (250 mg each)", 500, 500, "mg", "tablet", "2 x 250 mg"),
    ("six to eight 8-ounce glasses", 48, 64, "[foz_us]", "", "6-8 x 8 [foz_us]"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit", "form", "conversion"), COUNTED)
def test_dose_count_of_a_strength_is_multiplied(
    text: str, low: float, high: float, unit: str, form: str, conversion: str
) -> None:
    bound = "exact" if low == high else "range"
    assert surfaces(text) == [text]
    assert quantities(text) == [
        Quantity(min=low, max=high, bound=bound, unit=unit, form=form, conversion=conversion)  # type: ignore[arg-type]
    ]


def test_dose_in_brackets_is_the_same_dose_in_another_unit() -> None:
    assert amounts("15 mcg (600 IU)") == [("15 mcg (600 IU)", 15, 15, "exact", "ug")]
    assert surfaces("1 teaspoon of salt (2,300 mg of sodium)") == ["1 teaspoon", "2,300 mg"]


RATES = [
    ("300 mg", "", None, None), ("300 mg per day", "day", None, 300), ("300 mg/day", "day", None, 300),
    ("300mg/d", "day", None, 300), ("300 mg daily", "day", None, 300), ("300 mg a day", "day", None, 300),
    ("300 mg each day", "day", None, 300), ("300 mg of ALA every day", "day", None, 300),
    ("300 mg once daily", "day", 1, 300), ("300 mg twice a day", "day", 2, 600), ("300 mg twice daily", "day", 2, 600),
    ("300 mg by mouth twice a day", "day", 2, 600), ("300 mg as tablets once a day", "day", 1, 300),
    ("300 mg three times a day", "day", 3, 900), ("300 mg 3x/day", "day", 3, 900), ("300 mg b.i.d.", "day", 2, 600),
    ("300 mg q12h", "day", 2, 600),
    ("300 mg q.o.d", "day", 0.5, 150),
    ("300 mg TID", "day", 3, 900), ("300 mg every 8 hours", "day", 3, 900), ("300 mg, twice a day", "day", 2, 600),
    ("300 mg (twice a day)", "day", 2, 600), ("300 mg taken twice daily", "day", 2, 600),
    ("300 mg nightly", "day", None, 300), ("300 mg several times a day", "day", None, None),
    ("300 mg every other day", "day", 0.5, 150), ("300 mg every 4 days", "day", 0.25, 75),
    ("300 mg weekly", "week", None, None), ("300 mg three times a week", "week", None, None),
    ("300 mg a month", "month", None, None), ("300 mg once a month", "month", None, None),
    ("300 mg every two weeks", "", None, None), ("300 mg once a year", "", None, None),
    ("300 mg per serving", "intake", None, None), ("300 mg at a time", "intake", None, None),
    ("300 mg per capsule, twice daily", "day", 2, 600), ("300 mg daily in two divided doses", "day", 2, 300),
    ("300 mg in three divided doses per day", "day", 3, 300), ("300 mg per day, split into two doses", "day", 2, 300),
]  # fmt: skip


@pytest.mark.parametrize(("text", "period", "intakes", "daily"), RATES)
def test_dose_frequency(text: str, period: str, intakes: float | None, daily: float | None) -> None:
    assert surfaces(text) == [text]
    assert rates(text) == [(period, intakes, daily, daily, "mg" if daily is not None else "")]


def test_dose_times_in_a_range_give_a_daily_range() -> None:
    assert rates("300 mg two to three times a day") == [("day", None, 600, 900, "mg")]


def test_dose_in_household_units_has_no_daily_weight() -> None:
    assert rates("about 1 teaspoon of table salt a day") == [("day", None, None, None, "")]


def test_dose_daily_weight_keeps_to_its_bound() -> None:
    assert rates("less than 2.4 grams per day") == [("day", None, None, 2.4, "g")]
    assert rates("at least 2.4 grams per day") == [("day", None, 2.4, None, "g")]


def test_dose_span_runs_over_what_is_taken() -> None:
    assert surfaces("That equals about 1 teaspoon of table salt a day.") == ["about 1 teaspoon of table salt a day"]
    assert surfaces("Take 180 mcg of MK-7 a day.") == ["180 mcg of MK-7 a day"]
    assert surfaces("Eat two servings of nuts and seeds a day.") == ["two servings of nuts and seeds a day"]


def test_dose_frequency_does_not_cross_a_verb_or_belong_to_a_noun() -> None:
    assert surfaces("300 mg is the amount some take daily") == ["300 mg"]
    assert surfaces("1,000 mcg lozenges for your daily needs") == ["1,000 mcg"]


LEADING = [
    ("a daily dose of 300 mg", ("day", None, 300, 300, "mg")),
    ("the recommended daily intake of iron is 300 mg", ("day", None, 300, 300, "mg")),
    ("Each day, adults need 300 mg", ("day", None, 300, 300, "mg")),
    ("a weekly dose of 300 mg", ("week", None, None, None, "")),
    ("people who run daily chose 300 mg", ("", None, None, None, "")),
]


@pytest.mark.parametrize(("text", "rate"), LEADING)
def test_dose_frequency_may_come_first(text: str, rate: tuple[str, float | None, float, float, str]) -> None:
    assert rates(text) == [rate]


def test_dose_shares_the_frequency_of_a_coordination() -> None:
    text = "Adult men 19-51+ years need 400-420 mg daily and women about 310-320 mg."
    assert amounts(text) == [
        ("400-420 mg daily", 400, 420, "range", "mg"),
        ("about 310-320 mg", 310, 320, "about", "mg"),
    ]
    assert rates(text) == [("day", None, 400, 420, "mg"), ("day", None, 310, 320, "mg")]
    assert rates("300 or 600 mg of it; 400 mg of zinc and 30 mg of iron twice daily") == [
        ("", None, None, None, ""), ("day", 2, 800, 800, "mg"), ("day", 2, 60, 60, "mg"),
    ]  # fmt: skip


def test_dose_does_not_lend_its_frequency_to_what_a_product_holds() -> None:
    assert rates("Take 600 mg daily, but each capsule contains 300 mg.") == [
        ("day", None, 600, 600, "mg"),
        ("", None, None, None, ""),
    ]


def test_dose_with_its_unit_left_out() -> None:
    assert amounts("400 mg for men and 310 for women") == [
        ("400 mg", 400, 400, "exact", "mg"),
        ("310", 310, 310, "exact", "mg"),
    ]
    assert rates("Men need 400 mg a day; women need 310 mg") == [
        ("day", None, 400, 400, "mg"),
        ("day", None, 310, 310, "mg"),
    ]
    assert surfaces("Men need 400 mg a day, women 310, girls 240.") == ["400 mg a day", "310", "240"]
    assert surfaces("Adults need 400 mg; children between four and eight, 130.") == ["400 mg", "130"]
    assert surfaces("Women need 310 mg a day, men 400 to 420.") == ["310 mg a day", "400 to 420"]
    assert surfaces("Women need 310 mg; men need between 400 and 420.") == ["310 mg", "400 and 420"]
    assert surfaces("Adults need 400 mg, not children over eight.") == ["400 mg"]
    assert surfaces("400 mg in 2010 and in 2012 for women") == ["400 mg"]
    assert surfaces("400 mg a day and up to 4 times daily") == ["400 mg a day"]


ROLES = [
    ("The RDA is 400 mg.", "recommended"), ("Take 400 mg.", "recommended"), ("Doctors advise 400 mg.", "recommended"),
    ("Typical doses are 400 mg.", "typical"), ("Doses range from 300 to 400 mg.", "typical"),
    ("In one trial, women got 400 mg.", "studied"), ("Adults need 400 mg.", "required"),
    ("The tolerable upper intake level is 400 mg.", "upper_limit"), ("Eat less than 400 mg a day.", "upper_limit"),
    ("Do not exceed 400 mg.", "upper_limit"), ("Nuts hold 400 mg.", ""),
    ("400 mg was used in clinical trials.", "studied"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_dose_role(text: str, role: str) -> None:
    assert [item.role for item in quantities(text)] == [role]


def test_dose_that_varies_keeps_the_role_it_has() -> None:
    text = "The RDA ranges from 310 mg for women to 420 mg for men. Intakes range from 100 to 200 mg."
    assert [item.role for item in quantities(text)] == ["recommended", "recommended", "typical"]


def test_what_a_dose_is_taken_with_is_none() -> None:
    assert rates("Take 5 g of psyllium with a glass of water once or twice a day.") == [("day", None, 5, 10, "g")]
    assert surfaces("Drink a glass of water every hour.") == ["a glass"]


def test_dose_said_again_keeps_its_role() -> None:
    assert [item.role for item in quantities("Keep salt below 6 g a day, about a teaspoon of it.")] == [
        "upper_limit"
    ] * 2
    text = "Eat less than 2.4 grams per day. That equals about 1 teaspoon of salt a day."
    assert [item.role for item in quantities(text)] == ["upper_limit", "upper_limit"]
    start = text.index("That")
    alone = [item.quantity.role for item in find_doses(text, start=start) if item.quantity is not None]
    assert alone == ["upper_limit"]
    assert [item.role for item in quantities(text[start:])] == [""]


def test_dose_for_others_keeps_its_role() -> None:
    text = "The RDA is 8 mg. Past 50 it rises to 11 mg. A can holds 3 mg."
    assert [item.role for item in quantities(text)] == ["recommended", "recommended", ""]


def test_dose_behind_an_age_is_no_least_amount() -> None:
    assert [item.bound for item in quantities("Women 19 and over 8 mg")] == ["exact"]
    assert [item.bound for item in quantities("Women need over 8 mg")] == ["at_least"]


def test_ages_are_no_amounts() -> None:
    text = "600 IU is enough for people aged 1 to 70, and 800 IU for those over 70."
    assert amounts(text) == [("600 IU", 600, 600, "exact", "[IU]"), ("800 IU", 800, 800, "exact", "[IU]")]


def test_dose_in_brackets_has_the_frequency_behind_them() -> None:
    assert amounts("Take zinc (15-30 mg) daily.") == [("15-30 mg", 15, 30, "range", "mg")]
    assert rates("Take zinc (15-30 mg) daily.") == [("day", None, 15, 30, "mg")]
    assert rates("Take magnesium (200 mg) twice a day.") == [("day", 2, 400, 400, "mg")]


def test_dose_times_before_the_amount() -> None:
    assert rates("Twice-daily doses of 400 mg of SAMe helped.") == [("day", 2, 800, 800, "mg")]
    assert rates("Three-times-daily doses of 500 mg helped.") == [("day", 3, 1500, 1500, "mg")]
    assert rates("They got twice-daily 250 mg ginger capsules.") == [("day", 2, 500, 500, "mg")]
    assert rates("Take daily 300 mg of it.") == [("day", None, 300, 300, "mg")]


def test_part_of_a_dose_is_no_dose() -> None:
    text = "Calcium, 1,200 mg a day in two doses of 600 mg, is best absorbed."
    assert amounts(text) == [("1,200 mg a day in two doses", 1200, 1200, "exact", "mg")]
    assert surfaces("Take it in two doses of 600 mg.") == ["600 mg"]


def test_plus_is_a_bound_only_within_an_amount() -> None:
    assert amounts("a 50-plus gram dose") == [("50-plus gram", 50, None, "at_least", "g")]
    assert [item[3] for item in amounts("Vitamin D 800 IU daily plus calcium 1,200 mg daily")] == ["exact", "exact"]


def test_dose_takes_from_its_heading_what_it_leaves_out() -> None:
    text = "Upper limits a day:\nAdults: 45 mg\nTeens: 40 mg twice a day"
    found = [
        (item.surface, item.quantity.role, item.quantity.daily_max)
        for item in find_doses(text, start=20, heads=[Span(0, 19)])
        if item.quantity is not None
    ]
    assert found == [("45 mg", "upper_limit", 45), ("40 mg twice a day", "upper_limit", 80)]
    assert [(item.role, item.daily_max) for item in quantities(text[20:33])] == [("", None)]


NO_DOSES = [
    ("levels below 20 ng/mL", "doses below 20 ng"), ("fasting glucose of 126 mg/dL", "glucose, 126 mg"),
    ("a ratio above 30 mg/g", "above 30 mg"), ("60% of patients", "60% of the RDA"),
    ("pain fell by 20%", "20% of the daily value"),
    ("adults 19-51+ years", "adults 19-51+ g"), ("type 2 tablets", "2 tablets"), ("omega 3 capsules", "3 capsules"),
    ("omega-3 capsules", "five capsules"), ("vitamin D 3 drops", "vitamin D 3 mg"),
    ("they lost 5 grams", "they took 5 grams"),
    ("about 2 months of use", "about 2 mg of use"), ("twice a day", "one pill twice a day"), ("5G networks", "5g oats"),
    ("a cup", "a cup of tea"), ("a capsule", "a capsule a day"), ("a piece of the liver", "two pieces of fruit a day"),
    ("$5 g", "5 g"), ("CoQ10 mg", "CoQ 10 mg"), ("1234567890123456789 mg", "123456789 mg"),
    ("a 500 g pouch", "a 500 g portion"),
    ("5 pounds", "5 pounds of fish"), ("2 units", "2 units of vitamin D"),
]  # fmt: skip


@pytest.mark.parametrize(("decoy", "twin"), NO_DOSES)
def test_what_is_no_dose(decoy: str, twin: str) -> None:
    assert (surfaces(decoy), len(surfaces(twin))) == ([], 1)


def test_dose_carries_duration_route_form_and_timing_of_its_sentence() -> None:
    text = "Adults took 600 mg oral capsules daily on an empty stomach for 2–3 months."
    assert quantities(text) == [
        Quantity(
            min=600, max=600, unit="mg", period="day", daily_min=600, daily_max=600, daily_unit="mg", role="studied",
            duration_text="2–3 months", duration_min_days=60, duration_max_days=90, route="oral", form="capsule",
            timing="on an empty stomach",
        )
    ]  # fmt: skip
