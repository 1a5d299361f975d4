"""From an amount to a dose: its bound, its "per", its bracketed double and its frequency; or no dose at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claimx.dose.amounts import read_amounts
from claimx.dose.frequency import (
    Frequency,
    match_frequency,
    read_frequency,
    read_leading_frequency,
    search_frequency,
)
from claimx.dose.numbers import read_number
from claimx.dose.parts import Amount, after_spaces, read_unit
from claimx.dose.strength import read_strength_each
from claimx.dose.units import COUNTED, MEASURED
from claimx.dose.vehicle import is_vehicle, skip_vehicle
from claimx.dose.vocabulary import Vocabulary

_BEFORE_REACH = 56
_PER_GAP = re.compile(r"\s{1,2}[(\[]?([^\W\d_][\w'’\-]{0,30})[)\]]?")
_OPEN = re.compile(r"\s{0,2}[(\[]\s{0,1}")
_DASH = re.compile(r"\s[-–—]\s")
_OLDEST = 120
_MAX_NAME_WORDS = 4
_OPENED = re.compile(r"[(\[]\s{0,1}\Z")
_CLOSE = re.compile(r"[,;]?\s{0,1}[)\]]")


@dataclass(frozen=True, slots=True)
class Dose:
    """An amount in its surroundings. `limiting` is true behind words that forbid more ("no more than")."""

    start: int
    end: int
    amount: Amount
    bound: str = ""
    limiting: bool = False
    frequency: Frequency | None = None


def _skip_unit_repeat(text: str, amount: Amount, *, end: int, words: Vocabulary) -> Amount:
    """ "1,200 milligrams (mg)": the unit again, in brackets."""
    opened = _OPEN.match(text, amount.end, end)
    unit = words.units.pattern.match(text, opened.end(), end) if opened else None
    closed = _CLOSE.match(text, unit.end(), end) if unit else None
    if unit is None or closed is None or words.units.resolve(unit.group()).dimension != amount.unit.dimension:
        return amount
    return replace(amount, end=closed.end())


def _match_per(text: str, pos: int, *, end: int, words: Vocabulary) -> tuple[str, int] | None:
    """The denominator at `pos` as a unit suffix and where it ends; the suffix "" stands for a level or strength."""
    per = words.phrases["per"].match(text, after_spaces(text, pos, end), end)
    if per is None:
        return None
    at = after_spaces(text, per.end(), end)
    number = read_number(text, at, end=end, words=words.numbers)
    unit_at = after_spaces(text, number.end, end) if number is not None else at
    for code, pattern in words.body.items():
        match = pattern.match(text, unit_at, end)
        if match is not None and number is None:
            tail = words.phrases["body_tail"].match(text, after_spaces(text, match.end(), end), end)
            return f"/{code}", tail.end() if tail else match.end()
    for code, pattern in words.content.items():
        match = pattern.match(text, unit_at, end)
        marked = words.phrases["marker"].match(text, unit_at, end)
        if match is not None and (number is not None or (marked is None and code.startswith("["))):
            return (f"/({number.value:g}.{code})" if number is not None else f"/{code}"), match.end()
    marker = words.phrases["marker"].match(text, unit_at, end)
    return ("", marker.end()) if marker is not None else None


def _read_per(text: str, amount: Amount, *, end: int, words: Vocabulary) -> Amount | None:
    """The amount with its denominator; None for a blood level, a strength or the like ("20 ng/mL")."""
    at = amount.end
    for _ in range(4):
        found = _match_per(text, at, end=end, words=words)
        if found is not None:
            return replace(amount, ratio=found[0], end=found[1]) if found[0] else None
        word = _PER_GAP.match(text, at, end)
        if word is None or word.group(1).casefold() in words.gap_stop | words.gap_coordinators:
            break
        at = word.end()
    return amount


def _is_no_dose(text: str, amount: Amount, *, start: int, end: int, words: Vocabulary) -> bool:
    after = after_spaces(text, amount.end, end)
    if words.phrases["not_dose_after"].match(text, after, end) is not None:
        return True
    if is_vehicle(text, amount, start=start, end=end, words=words):
        return True
    before = text[max(start, amount.start - _BEFORE_REACH) : amount.start]
    if words.phrases["age_before$"].search(before) is not None:
        return True
    for _, pattern in words.bounds:
        match = pattern.search(before)
        before = before[: match.start()] if match is not None else before
    return words.phrases["not_dose_before$"].search(before) is not None


def _is_percent_dose(text: str, amount: Amount, *, end: int, words: Vocabulary) -> bool:
    at = after_spaces(text, amount.end, end)
    for _ in range(3):
        if words.phrases["percent_form"].match(text, at, end) is not None:
            return True
        word = _PER_GAP.match(text, at - 1, end)
        if word is None or word.group(1).casefold() in words.gap_stop | words.gap_openers:
            return False
        at = after_spaces(text, word.end(), end)
    return False


def _has_needed(text: str, dose: Dose, *, end: int, words: Vocabulary) -> bool:
    """Whether what the unit asks for stands beside it: "of ...", or a frequency."""
    amount, unit = dose.amount, dose.amount.unit
    word = _PER_GAP.match(text, amount.end, end)
    opened = word is not None and word.group(1).casefold() in words.gap_openers
    rated = dose.frequency is not None
    if unit.needs == "percent":
        return _is_percent_dose(text, amount, end=end, words=words)
    if amount.article and unit.article != "yes" and not (rated or (opened and unit.article == "of")):
        return False
    needed = {"of": opened, "rate": rated, "food": opened or rated}
    return amount.form != "" or needed.get(unit.needs, True)


def _behind_name(text: str, pos: int, *, end: int, words: Vocabulary) -> int:
    """Behind the name of what is measured: "(50 mg OF DRIED LEAF each)"."""
    at = pos
    for count in range(_MAX_NAME_WORDS):
        word = _PER_GAP.match(text, at, end)
        if word is None or words.phrases["each"].match(text, word.start(1), end) is not None:
            return at
        if not count and word.group(1).casefold() not in words.gap_openers:
            return at
        at = word.end(1)
    return at


def _prefer_bracketed(text: str, amount: Amount, *, end: int, words: Vocabulary) -> Amount:
    """One dose for "2 capsules (1,000 mg)" and "600 IU (15 mcg)": the bracket says it in another unit.

    What is counted gives way to weight or potency; else the first one stands.
    """
    opened = _OPEN.match(text, amount.end, end)
    if opened is None:
        return amount
    at = opened.end()
    before = at
    candidate = words.candidate.search(text, at, min(end, at + 24))
    if candidate is None or any(char in ")]" for char in text[at : candidate.start()]):
        return amount
    between = text[before : candidate.start()]
    if between and all(pattern.search(between) is None for _, pattern in words.bounds):
        return amount
    inside = read_amounts(text, candidate.start(), end=end, words=words)
    if len(inside) != 1:
        return amount
    other = _read_per(text, inside[0], end=end, words=words)
    stop = _behind_name(text, inside[0].end, end=end, words=words)
    each = words.phrases["each"].match(text, after_spaces(text, stop, end), end)
    closed = _CLOSE.match(text, each.end() if each else stop, end)
    if other is None or closed is None or other.ratio != amount.ratio:
        return amount
    if amount.unit.dimension in MEASURED or other.unit.dimension not in MEASURED:
        return replace(amount, end=closed.end())
    factor = amount.low if each is not None and not amount.is_range else 1.0
    form = amount.unit.code.strip("{}") if amount.unit.dimension == "form" else amount.form
    note = f"{amount.low:g} x {other.low:g} {other.unit.code}" if each is not None else ""
    return replace(
        other, start=amount.start, end=closed.end(), low=other.low * factor, high=other.high * factor, form=form,
        conversion=note,
    )  # fmt: skip


def _bound_before(text: str, dose: Dose, *, start: int, words: Vocabulary) -> Dose:
    low = max(start, dose.start - _BEFORE_REACH)
    window = text[low : dose.start]
    found = [(match.start(), name) for name, pattern in words.bounds if (match := pattern.search(window)) is not None]
    between = words.phrases["between$"].search(window)
    if between is not None and dose.amount.is_range:
        return replace(dose, start=low + between.start())
    if not found:
        return replace(dose, bound=dose.amount.bound) if dose.amount.bound else dose
    at, name = min(found)
    moved = name == "up_to" and words.phrases["moving$"].search(window[:at]) is not None
    if name == "exact" or moved or words.phrases["of_age$"].search(window[:at]) is not None:
        return dose
    limiting = name == "up_to" and words.phrases["limiting"].match(window, at) is not None
    return replace(dose, start=low + at, bound=name, limiting=limiting)


def _bound_after(text: str, dose: Dose, *, end: int, words: Vocabulary) -> Dose:
    at = after_spaces(text, dose.end, end)
    for name, pattern in words.bounds_after:
        match = pattern.match(text, at, end)
        if match is not None and dose.bound:
            # "limit sodium to 2,300 mg or less": said twice
            return replace(dose, end=match.end()) if name == dose.bound else dose
        if match is not None:
            limiting = name == "up_to" and words.phrases["limiting"].match(text, at, end) is not None
            return replace(dose, end=match.end(), bound=name, limiting=limiting)
    return dose


def _or_two(text: str, amount: Amount, *, end: int, words: Vocabulary) -> Amount:
    """ "a cup or two": the second number stands behind the unit."""
    at = after_spaces(text, amount.end, end)
    join = words.phrases["or_joins"].match(text, at, end)
    if join is None or amount.is_range or amount.unit.dimension in MEASURED:
        return amount
    number = read_number(text, after_spaces(text, join.end(), end), end=end, words=words.numbers)
    if number is None or number.value != amount.low + 1 or read_unit(text, number, end=end, words=words) is not None:
        return amount
    return replace(amount, high=number.value, end=number.end)


def _without_age(text: str, amount: Amount, *, start: int, words: Vocabulary) -> Amount:
    """ "Over 70 - 800 IU": the first number is an age."""
    dash = _DASH.search(text, amount.start, amount.end)
    before = text[max(start, amount.start - _BEFORE_REACH) : amount.start]
    aged = dash is not None and words.phrases["age_words$"].search(before) is not None
    if dash is None or not aged or not amount.is_range or amount.low > _OLDEST:
        return amount
    return replace(amount, start=dash.end(), low=amount.high)


def _complete_share(text: str, dose: Dose, *, stop: int, words: Vocabulary) -> Dose:
    """ "less than 10 percent of your daily calories": a share of a whole, per day when the whole is daily."""
    return replace(dose, end=stop, frequency=search_frequency(text, dose.end, end=stop, words=words))


def _behind_bracket(text: str, dose: Dose, *, start: int, end: int, words: Vocabulary) -> Frequency | None:
    """ "zinc (15-30 mg) DAILY": how often stands behind the bracket the amount fills."""
    opened = _OPENED.search(text, start, dose.start)
    closed = _CLOSE.match(text, dose.end, end)
    if opened is None or closed is None:
        return None
    return match_frequency(text, after_spaces(text, closed.end(), end), end=end, words=words)


def complete_dose(text: str, amount: Amount, *, start: int, end: int, words: Vocabulary) -> Dose | None:
    """The dose an amount belongs to within its sentence [start, end), None when it is none."""
    amount = _without_age(text, amount, start=start, words=words)
    measured = _read_per(text, _skip_unit_repeat(text, amount, end=end, words=words), end=end, words=words)
    if measured is None or _is_no_dose(text, measured, start=start, end=end, words=words):
        return None
    if amount.unit.dimension in COUNTED or amount.unit.dimension == "volume":
        measured = _or_two(text, measured, end=end, words=words)
        measured = read_strength_each(text, measured, end=end, words=words)
    measured = _prefer_bracketed(text, measured, end=end, words=words)
    dose = _bound_before(text, Dose(measured.start, measured.end, measured), start=start, words=words)
    dose = _bound_after(text, dose, end=end, words=words)
    share = words.phrases["percent_of"].match(text, after_spaces(text, dose.end, end), end)
    if amount.unit.dimension == "percent" and share is not None:
        return _complete_share(text, dose, stop=share.end(), words=words)
    frequency = read_frequency(text, dose.end, end=end, words=words)
    if frequency is None and (behind := skip_vehicle(text, dose.end, end=end, words=words)) > dose.end:
        frequency = read_frequency(text, behind, end=end, words=words)
    if frequency is not None:
        dose = _bound_after(text, replace(dose, end=frequency.end, frequency=frequency), end=end, words=words)
    else:
        leading = read_leading_frequency(text, dose.start, start=start, words=words)
        dose = replace(dose, frequency=leading or _behind_bracket(text, dose, start=start, end=end, words=words))
    return dose if _has_needed(text, dose, end=end, words=words) else None
