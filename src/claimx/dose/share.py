"""What coordinated doses share: the frequency said once, and the unit said once."""

from __future__ import annotations

import re
from dataclasses import replace

from claimx.dose.complete import Dose
from claimx.dose.frequency import match_frequency, read_frequency
from claimx.dose.numbers import Number, read_number
from claimx.dose.parts import Amount, after_spaces, behind_ages
from claimx.dose.units import MEASURED
from claimx.dose.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W\d_]+")
_BEHIND_AGE = re.compile(r"\s?,\s{1,2}")
_CLAUSE_END = re.compile(r"\s?(?:[.,;)]|\Z)")
# marks around what restates an amount
_BRACKETING = " ,;(–—-"
_SHARE_REACH = 90
_ELLIPSIS_REACH = 70
# numbers of an age that may stand before the amount of those who are of it
_MAX_AGES = 2
_MAX_WORDS = 12
_LARGEST_RATIO = 20.0


def _coordinated(text: str, *, start: int, end: int, words: Vocabulary) -> bool:
    gap = text[start:end]
    if end - start > _SHARE_REACH or "\n" in gap or len(_WORD.findall(gap)) > _MAX_WORDS:
        return False
    return words.phrases["coordinators"].search(gap) is not None


def _comparable(left: Dose, right: Dose) -> bool:
    one, other = left.amount.unit, right.amount.unit
    both_measured = one.dimension in MEASURED and other.dimension in MEASURED
    return left.amount.ratio == right.amount.ratio and (both_measured or one.code == other.code)


def _gap_words(text: str, *, start: int, end: int) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text[start:end])}


def _may_share(text: str, left: Dose, right: Dose, *, words: Vocabulary) -> bool:
    if not _comparable(left, right) or not _coordinated(text, start=left.end, end=right.start, words=words):
        return False
    return not _gap_words(text, start=left.end, end=right.start) & words.inherit_stop


def restates(text: str, left: Dose, right: Dose, *, words: Vocabulary) -> bool:
    """ "3 mg per kg a day, which is about 210 mg", "2,300 mg a day (a teaspoon)": one amount in two units."""
    between = text[left.end : right.start]
    inner = between.strip(_BRACKETING)
    said = words.phrases["equal_to"].fullmatch(inner) is not None
    # "2,300 mg a day, about a teaspoon"
    beside = not inner and right.bound == "about" and left.amount.unit.dimension != right.amount.unit.dimension
    weighed = all(dose.amount.unit.dimension in (*MEASURED, "volume") for dose in (left, right))
    return weighed and (said or beside or between.strip() == "(")


def share_frequencies(text: str, doses: list[Dose], *, words: Vocabulary) -> list[Dose]:
    """ "400 mg daily for men and 310 mg for women": each dose of a coordination has the frequency said of one.

    Forwards only a plain period is handed on; backwards ("300 or 600 mg twice a day") the whole rate.
    """
    shared = list(doses)
    for index in range(len(shared) - 1, 0, -1):
        left, right = shared[index - 1], shared[index]
        period = right.frequency.period if right.frequency is not None else ""
        if left.frequency is None and period in ("day", "week", "month"):
            verbs = _gap_words(text, start=left.end, end=right.start) & (words.gap_stop - words.gap_coordinators)
            parted = ";" in text[left.end : right.start]
            if not verbs and not parted and _may_share(text, left, right, words=words):
                shared[index - 1] = replace(left, frequency=right.frequency)
    for index in range(1, len(shared)):
        left, right = shared[index - 1], shared[index]
        given = left.frequency
        if right.frequency is not None or given is None or given.intakes_per_day is not None:
            continue
        same = restates(text, left, right, words=words)
        if given.period != "intake" and (same or _may_share(text, left, right, words=words)):
            shared[index] = replace(right, frequency=given)
    return shared


def _elliptical(text: str, dose: Dose, *, start: int, end: int, words: Vocabulary) -> Dose | None:
    """The dose from `start` on whose unit is left out behind this one: "400 mg for men and 310 FOR women"."""
    pos, limit = start, min(end, dose.end + _ELLIPSIS_REACH)
    for _ in range(_MAX_AGES + 1):
        match = words.candidate.search(text, pos, limit)
        number = read_number(text, match.start(), end=end, words=words.numbers) if match is not None else None
        if number is None:
            return None
        pos = behind_ages(text, number.start, start=dose.end, end=limit, words=words)
        if pos > number.start:
            continue
        found = _without_unit(text, dose, number, end=end, words=words)
        if found is not None:
            return found
        pos = max(number.end, pos + 1)
    return None


def _is_age(text: str, number: Number, stop: int, *, start: int, end: int, words: Vocabulary) -> bool:
    """ "Children between one and THIRTEEN, 600", "girls 9 TO 13, 240": what an amount follows, or the end of a span."""
    before = words.phrases["range_and"].search(text[start : number.start].rstrip()[-4:])
    spanned = before is not None and words.phrases["between"].search(text, start, number.start) is not None
    behind = _BEHIND_AGE.match(text, stop, end)
    return spanned or (behind is not None and words.candidate.match(text, behind.end(), end) is not None)


def _range_end(text: str, number: Number, *, start: int, end: int, words: Vocabulary) -> Number | None:
    """The second number of "400-420", "400 to 420" and "between 400 and 420"."""
    between = words.phrases["between$"].search(text[start : number.start]) is not None
    joins = words.phrases["range_and" if between else "range_joins"]
    join = joins.match(text, after_spaces(text, number.end, end), end)
    return read_number(text, after_spaces(text, join.end(), end), end=end, words=words.numbers) if join else None


def _without_unit(text: str, dose: Dose, number: Number, *, end: int, words: Vocabulary) -> Dose | None:
    if match_frequency(text, number.start, end=end, words=words) is not None:
        return None
    # "no more than 2,300 mg a day, ideally 1,500"
    wished = words.phrases["wishing"].search(text, dose.end, number.start) is not None
    if not wished and not _coordinated(text, start=dose.end, end=number.start, words=words):
        return None
    ratio = number.value / dose.amount.high if dose.amount.high else 0.0
    before = _WORD.findall(text[dose.end : number.start])
    if not 1 / _LARGEST_RATIO <= ratio <= _LARGEST_RATIO or not before or len(before) > _MAX_WORDS:
        return None
    if before[-1].casefold() in words.elliptical_not_after:
        return None
    high, stop = number.value, number.end
    second = _range_end(text, number, start=dose.end, end=end, words=words)
    if second is not None and second.value > high:
        high, stop = second.value, second.end
    at = after_spaces(text, stop, end)
    frequency = read_frequency(text, stop, end=end, words=words)
    opened = words.phrases["elliptical_after"].match(text, at, end) is not None
    joined = not words.gap_coordinators.isdisjoint(word.casefold() for word in before)
    grouped = words.phrases["group_labels"].search(text[dose.end : number.start]) is not None
    held = before[-1].casefold() in words.holding
    near = (wished or grouped or held or (joined and len(before) <= 4)) and dose.amount.unit.dimension in MEASURED
    closed = near and _CLAUSE_END.match(text, stop, end) is not None
    closed = closed and not _is_age(text, number, stop, start=dose.end, end=end, words=words)
    if frequency is None and not opened and not closed:
        return None
    amount = Amount(number.start, stop, number.value, high, dose.amount.unit, ratio=dose.amount.ratio)
    capped = wished and dose.limiting
    return Dose(
        number.start, frequency.end if frequency else stop, amount, frequency=frequency,
        bound=dose.bound if capped else "", limiting=capped,
    )  # fmt: skip


def add_elliptical(text: str, doses: list[Dose], *, end: int, words: Vocabulary) -> list[Dose]:
    """The doses with those whose unit an earlier one of the sentence has said, in order of the text."""
    filled: list[Dose] = []
    last = doses[0] if doses else None
    for index, dose in enumerate(doses):
        filled.append(dose)
        # "a cup of spinach has 6 mg, while half a cup of peas has 2"
        last = dose if last is None or dose.amount.unit.dimension in MEASURED else last
        limit = doses[index + 1].start if index + 1 < len(doses) else end
        more = _elliptical(text, last, start=dose.end, end=limit, words=words)
        while more is not None:
            last = more
            filled.append(more)
            more = _elliptical(text, more, start=more.end, end=limit, words=words)
    return filled
