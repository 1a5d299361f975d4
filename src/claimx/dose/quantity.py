"""A dose as a mention: role, daily amount, and the duration, route, form and timing said around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from claimx.dose.complete import Dose
from claimx.dose.frequency import Frequency, search_frequency
from claimx.dose.units import DAILY_UNITS, convert, tidy
from claimx.dose.usage import Detail, Duration, Usage, describe_usage
from claimx.dose.vocabulary import Vocabulary
from claimx.records import LIMIT, Bound, DoseRole, Mention, Quantity, Span

_ROLE_BEFORE, _ROLE_AFTER = 160, 100
_DURATION_REACH, _ROUTE_REACH, _FORM_REACH, _TIMING_REACH = 150, 100, 30, 80
_MAX_DETAILS = 4
STRONG = (LIMIT, "recommended", "required")
_ORDER_REACH = 60
# before what an amount is a share of
_SHARE_SIGNS = ("%", "percent", "per cent")
_FIRST_WORD = re.compile(r"[^\w]{0,8}")
_Found = TypeVar("_Found", Detail, Duration)


def find_role_cues(text: str, *, start: int, end: int, words: Vocabulary) -> list[Detail]:
    """The words of a sentence that say what role its amounts play, in order; "37% of the daily value" says none."""
    shares = [match.span() for match in words.phrases["percent_of"].finditer(text, start, end)]
    return [
        Detail(match.lastgroup or "", match.start(), match.end())
        for match in words.roles.finditer(text, start, end)
        if not any(low <= match.start() < high and text[:low].rstrip().endswith(_SHARE_SIGNS) for low, high in shares)
    ]


def read_role(text: str, dose: Dose, *, cues: list[Detail], start: int, words: Vocabulary) -> DoseRole:
    """The role from the nearest cue before the dose in its sentence, else the first behind it."""
    if dose.limiting:
        return LIMIT
    index = bisect_left(cues, dose.start, key=lambda cue: cue.start)
    behind = bisect_left(cues, dose.end, key=lambda cue: cue.start)
    role: DoseRole = ""
    if index and dose.start - cues[index - 1].end <= _ROLE_BEFORE:
        role = cast(DoseRole, cues[index - 1].value)
        if role == "typical":
            # "the RDA ranges from 310 mg": how an amount varies says less than what it is
            said = [cue for cue in cues[: index - 1] if cue.value in STRONG]
            told = said and not any(char.isdigit() for char in text[said[-1].end : cues[index - 1].start])
            role = cast(DoseRole, said[-1].value) if told else role
    elif behind < len(cues) and cues[behind].start - dose.end <= _ROLE_AFTER:
        role = cast(DoseRole, cues[behind].value)
    first = _FIRST_WORD.match(text, start, dose.start)
    opens = first is not None and words.phrases["imperatives"].match(text, first.end(), dose.start) is not None
    low = max(start, dose.start - _ORDER_REACH)
    opens = opens or words.phrases["ordering"].search(text, low, dose.start) is not None
    return "recommended" if opens and role in ("", "typical") else role


@dataclass(frozen=True, slots=True)
class Heading:
    """What the heading of a list says of every amount in it."""

    role: DoseRole = ""
    frequency: Frequency | None = None


def read_heading(text: str, heads: Sequence[Span], *, words: Vocabulary) -> Heading:
    """The role and frequency that the nearest heads give: "How much do you need a day?", "Recommended amounts:"."""
    role: DoseRole = ""
    frequency: Frequency | None = None
    for head in heads:
        if not role:
            cues = find_role_cues(text, start=head.start, end=head.end, words=words)
            # a limit in the heading ("Upper limits per day") outweighs what else it says
            limits = [cue for cue in cues if cue.value == LIMIT]
            role = cast(DoseRole, (limits or cues)[-1].value) if cues else ""
            if _ends_in_limit(text, head, words=words):
                role = LIMIT
        frequency = frequency or search_frequency(text, head.start, end=head.end, words=words)
    return Heading(role, frequency)


def _ends_in_limit(text: str, head: Span, *, words: Vocabulary) -> bool:
    """ "No more than:"."""
    before = text[head.start : head.end].rstrip(": \n") + " "
    found = [match for name, pattern in words.bounds if name == "up_to" and (match := pattern.search(before))]
    return any(words.phrases["limiting"].match(before, match.start()) for match in found)


def _amounts(dose: Dose) -> tuple[float | None, float | None, Bound]:
    amount = dose.amount
    if amount.is_range and dose.bound != "about":
        return amount.low, amount.high, "range"
    if dose.bound == "up_to":
        return None, amount.high, "up_to"
    if dose.bound == "at_least":
        return amount.low, None, "at_least"
    return amount.low, amount.high, "about" if dose.bound == "about" else "exact"


def _daily(dose: Dose, low: float | None, high: float | None, *, words: Vocabulary) -> Quantity:
    """Daily amounts alone, in the unit of the text or, for masses outside mg, ug and g, in the nearest of these."""
    frequency, unit = dose.frequency, dose.amount.unit
    if frequency is None or frequency.low is None or frequency.high is None:
        return Quantity()
    target = words.units.by_code.get(DAILY_UNITS.get(unit.code, ""))
    if dose.amount.ratio or target is None:
        return Quantity()
    factor = convert(1.0, unit, target)
    if factor is None:
        return Quantity()
    return Quantity(
        daily_min=None if low is None else tidy(low * frequency.low * factor),
        daily_max=None if high is None else tidy(high * frequency.high * factor),
        daily_unit=target.code,
        conversion="" if target.code == unit.code else f"1 {unit.code} = {factor:g} {target.code}",
    )


def _near(found: Sequence[_Found], dose: Dose, *, reach: int) -> list[_Found]:
    """What starts within `reach` of the dose, nearest first."""
    first = bisect_left(found, dose.start - reach, key=lambda item: item.start)
    last = bisect_left(found, dose.end + reach, key=lambda item: item.start)
    middle = bisect_left(found, dose.start, key=lambda item: item.start)
    close = found[max(first, middle - _MAX_DETAILS) : min(last, middle + _MAX_DETAILS)]
    return sorted(close, key=lambda item: max(dose.start - item.end, item.start - dose.end))


def _form(dose: Dose, usage: Usage) -> str:
    if dose.amount.form:
        return dose.amount.form if not dose.amount.form.startswith(("[", "{")) else ""
    if dose.amount.unit.dimension == "form":
        return dose.amount.unit.code.strip("{}")
    return ", ".join(item.value for item in _near(usage.forms, dose, reach=_FORM_REACH)[:1])


def describe(text: str, dose: Dose, *, role: DoseRole, usage: Usage, words: Vocabulary) -> Mention:
    """The DOSE mention of a dose; durations, routes, forms and timing are taken from within reach in its sentence."""
    low, high, bound = _amounts(dose)
    if role == "upper_limit" and bound in ("exact", "about"):
        # "the upper limit is 350 mg" says nothing of a least amount
        low, bound = None, "up_to"
    daily = _daily(dose, low, high, words=words)
    outside = [item for item in usage.durations if item.start >= dose.end or item.end <= dose.start]
    duration = next(iter(_near(outside, dose, reach=_DURATION_REACH)), None)
    routes = sorted(_near(usage.routes, dose, reach=_ROUTE_REACH), key=lambda item: item.start)
    timings = sorted(_near(usage.timings, dose, reach=_TIMING_REACH), key=lambda item: item.start)
    unit = dose.amount.unit.code + dose.amount.ratio
    quantity = Quantity(
        min=low,
        max=high,
        bound=bound,
        unit=unit,
        period=dose.frequency.period if dose.frequency else "",
        intakes_per_day=tidy(dose.frequency.intakes_per_day)
        if dose.frequency and dose.frequency.intakes_per_day
        else None,
        daily_min=daily.daily_min,
        daily_max=daily.daily_max,
        daily_unit=daily.daily_unit,
        role=role,
        conversion="; ".join(filter(None, (dose.amount.conversion, daily.conversion))),
        duration_text=duration.text if duration else "",
        duration_min_days=duration.min_days if duration else None,
        duration_max_days=duration.max_days if duration else None,
        route=describe_usage(tuple(routes)),
        form=_form(dose, usage),
        timing=describe_usage(tuple(timings)),
    )
    surface = text[dose.start : dose.end]
    return Mention("DOSE", dose.start, dose.end, surface, name=surface, origin="pattern", quantity=quantity)
