"""Durations, routes, dosage forms and timing."""

from __future__ import annotations

import pytest

from claimx.dose import Detail, Duration, describe_usage, find_durations, find_usage

DURATIONS = [
    ("for 8 weeks", "8 weeks", 56, 56), ("over 12 weeks", "12 weeks", 84, 84),
    ("after 2–3 months", "2–3 months", 60, 90),
    ("two to three months of use", "two to three months", 60, 90), ("a 12-week trial", "12-week", 84, 84),
    ("for six months", "six months", 180, 180), ("for a month", "a month", 30, 30),
    ("a couple of weeks", "a couple of weeks", 14, 14),
    ("for several weeks", "several weeks", None, None),
    ("for 2 years", "2 years", 730, 730), ("a 5-year study", "5-year", 1825, 1825), ("for 72 hours", "72 hours", 3, 3),
    ("up to 6 weeks", "6 weeks", None, 42), ("at least 6 weeks", "6 weeks", 42, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "surface", "low", "high"), DURATIONS)
def test_duration_in_days(text: str, surface: str, low: float | None, high: float | None) -> None:
    start = text.index(surface)
    assert find_durations(text) == [Duration(surface, start, start + len(surface), low, high)]


NO_DURATIONS = [
    "a 65-year-old", "adults 19-51+ years", "every two weeks", "twice a month", "three years ago", "aged 6 months",
    "children over 6 years", "1–3 years of age", "infants 6 months", "the last 10 years", "300 IU a month",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_DURATIONS)
def test_age_rate_and_date_are_no_duration(text: str) -> None:
    assert (find_durations(text), len(find_durations("for 6 months"))) == ([], 1)


def test_usage_finds_both_routes() -> None:
    found = find_usage("Both oral and intravenous forms help.")
    assert found.routes == (Detail("oral", 5, 9), Detail("intravenous", 14, 25))
    assert describe_usage(found.routes) == "oral, intravenous"


USAGE = [
    ("by mouth", "oral", "", ""), ("given as an injection", "injection", "", ""),
    ("a sublingual spray", "sublingual", "spray", ""),
    ("topical cream", "topical", "cream", ""), ("oral health", "", "", ""), ("taken with food", "", "", "with food"),
    ("30 minutes before meals", "", "", "30 minutes before meals"), ("in capsule form", "", "capsule", ""),
    ("before bed", "", "", "before bed"), ("IV infusion", "intravenous", "", ""), ("ice cream", "", "", ""),
    ("in the morning", "", "", "in the morning"), ("with a full glass of water", "", "", "with a full glass of water"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "route", "form", "timing"), USAGE)
def test_usage(text: str, route: str, form: str, timing: str) -> None:
    found = find_usage(text)
    assert (describe_usage(found.routes), describe_usage(found.forms), describe_usage(found.timings)) == (
        route, form, timing,
    )  # fmt: skip


def test_usage_keeps_to_its_window() -> None:
    text = "Orally. For 8 weeks."
    assert find_usage(text, start=8) == find_usage("        For 8 weeks.")
    assert [detail.value for detail in find_usage(text).routes] == ["oral"]
