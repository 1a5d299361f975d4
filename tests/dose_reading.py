"""Doses of a text as plain values, for the tests of them."""

from __future__ import annotations

from claimx.dose import find_doses
from claimx.records import Quantity


def quantities(text: str) -> list[Quantity]:
    return [mention.quantity for mention in find_doses(text) if mention.quantity is not None]


def surfaces(text: str) -> list[str]:
    return [mention.surface for mention in find_doses(text)]


def amounts(text: str) -> list[tuple[str, float | None, float | None, str, str]]:
    """Surface, min, max, bound and unit of each dose."""
    return [
        (mention.surface, mention.quantity.min, mention.quantity.max, mention.quantity.bound, mention.quantity.unit)
        for mention in find_doses(text)
        if mention.quantity is not None
    ]


def rates(text: str) -> list[tuple[str, float | None, float | None, float | None, str]]:
    """Period, intakes a day, daily min, max and unit of each dose."""
    return [
        (item.period, item.intakes_per_day, item.daily_min, item.daily_max, item.daily_unit)
        for item in quantities(text)
    ]
