"""A count of a strength: "two 500 mg capsules", "two capsules of 500 mg each"."""

from __future__ import annotations

import re
from dataclasses import replace

from claimx.dose.numbers import read_number
from claimx.dose.parts import SEPARATOR, Amount, after_spaces, read_join, read_unit
from claimx.dose.units import COUNTED, MEASURED, tidy
from claimx.dose.vocabulary import Vocabulary

_COUNT_GAP = re.compile(r",?\s{1,2}")
_NAME_WORD = re.compile(r"[^\W\d_][\w\-]{0,30}(?=\s)")
_MAX_COUNT = 60


def read_strength(text: str, pos: int, *, end: int, words: Vocabulary) -> Amount | None:
    """ "two 500 mg capsules", "2 x 500 mg", "six to eight 8-ounce glasses": the count times the strength."""
    count = read_number(text, pos, end=end, words=words.numbers)
    if count is None or count.value > _MAX_COUNT:
        return None
    low = high = count.value
    stop = count.end
    join = read_join(text, stop, end=end, words=words, between=False)
    if join is not None and join[0] in ("range", "or"):
        second = read_number(text, join[1], end=end, words=words.numbers)
        if second is not None and low < second.value <= _MAX_COUNT:
            high, stop = second.value, second.end
    spaces = after_spaces(text, stop, end)
    times = words.phrases["times_joins"].match(text, spaces, end)
    gap = times or _COUNT_GAP.match(text, stop, end)
    if gap is None:
        return None
    at = after_spaces(text, gap.end(), end)
    strength = read_number(text, at, end=end, words=words.numbers)
    found = read_unit(text, strength, end=end, words=words) if strength is not None else None
    if strength is None or found is None or found[0].dimension in COUNTED or found[0].dimension == "percent":
        return None
    unit, stop = found
    form, stop = _read_form(text, stop, end=end, words=words)
    if not form and times is None:
        return None
    if form in words.units.vessels and unit.code == "[oz_av]":
        unit = words.units.by_code.get("[foz_us]", unit)
    return Amount(
        pos, stop, tidy(low * strength.value), tidy(high * strength.value), unit, form=form,
        conversion=f"{low:g}{'' if low == high else f'-{high:g}'} x {strength.value:g} {unit.code}",
    )  # fmt: skip


def _read_form(text: str, pos: int, *, end: int, words: Vocabulary) -> tuple[str, int]:
    """The counted unit behind a strength ("capsules") and where it ends; "" and `pos` when there is none."""
    at = SEPARATOR.match(text, pos, end).end()  # type: ignore[union-attr]
    for _ in range(3):
        match = words.units.counted_pattern.match(text, at, end)
        if match is not None:
            unit = words.units.resolve(match.group())
            return (unit.code.strip("{}") if unit.dimension == "form" else unit.code), match.end()
        adjective = words.phrases["adjectives"].match(text, at, end)
        if adjective is None:
            break
        at = SEPARATOR.match(text, adjective.end(), end).end()  # type: ignore[union-attr]
    return "", pos


def read_strength_each(text: str, amount: Amount, *, end: int, words: Vocabulary) -> Amount:
    """ "two capsules of 500 mg (each)": weigh what was counted. Unchanged when no strength follows."""
    gap = _COUNT_GAP.match(text, amount.end, end)
    if amount.unit.dimension != "form" or gap is None:
        return amount
    opener = words.phrases["containing"].match(text, gap.end(), end)
    if opener is None:
        return amount
    strength, found = None, None
    at = opener.end()
    for _ in range(4):
        at = after_spaces(text, at, end)
        strength = read_number(text, at, end=end, words=words.numbers)
        found = read_unit(text, strength, end=end, words=words) if strength is not None else None
        named = _NAME_WORD.match(text, at, end)
        # "two capsules of fish oil 1,000 mg": the name of what they hold stands between
        if found is not None or named is None or named.group().casefold() in words.gap_stop:
            break
        at = named.end()
    if strength is None or found is None or found[0].dimension not in MEASURED:
        return amount
    unit, stop = found
    after = after_spaces(text, stop, end)
    each = words.phrases["each"].match(text, after, end)
    if words.any_frequency.match(text, after, end) is not None:
        # "two tablets of 50 mg each day"
        each = None
    return replace(
        amount, end=each.end() if each else stop, low=tidy(amount.low * strength.value),
        high=tidy(amount.high * strength.value), unit=unit, form=amount.unit.code.strip("{}"),
        conversion=f"{amount.low:g} x {strength.value:g} {unit.code}",
    )  # fmt: skip
