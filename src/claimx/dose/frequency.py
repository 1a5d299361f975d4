"""How often an amount is taken, read behind the amount or before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import cast

from claimx.dose.numbers import read_range
from claimx.dose.phrases import fold
from claimx.dose.vocabulary import Vocabulary
from claimx.records import Period

# comma, bracket or spaces between the amount and "twice a day"
_LEAD = re.compile(r"\.?[\s,]{0,3}[(\[]?\s{0,1}")
_GAP_WORD = re.compile(r"(?:[\s]{1,3}|[\-‐‑])[(\[]?([^\W\d_][\w'’]{0,30}(?:[\-‐‑][^\W_]{1,20}){0,3}[.]?)[)\]]?[,]?")
_MAX_GAP_WORDS = 9
_HOURS_PER_DAY = 24
_LEADING_REACH = 120


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often. `low` and `high` multiply an amount into a daily one, None where that would be a guess."""

    start: int
    end: int
    period: Period = ""
    intakes_per_day: float | None = None
    low: float | None = None
    high: float | None = None


def _daily(frequency: Frequency, times: list[float]) -> Frequency:
    if frequency.period != "day":
        return frequency
    if not times:
        return replace(frequency, low=1.0, high=1.0)
    low, high = min(times), max(times)
    return replace(frequency, intakes_per_day=low if low == high else None, low=low, high=high)


def _period_of(match: re.Match[str], words: Vocabulary) -> str:
    groups = match.groupdict()
    return words.periods.get(fold(groups.get("span") or groups.get("adverb") or ""), "")


def _read_rate(match: re.Match[str], words: Vocabulary, kind: str) -> Frequency:
    groups = match.groupdict()
    name = _period_of(match, words)
    period = cast(Period, name if name in ("day", "week", "month") else "")
    frequency = Frequency(match.start(), match.end(), period)
    times = read_range(groups["n"], words.numbers) if groups.get("n") else []
    if groups.get("word"):
        times = list(words.times_words[fold(groups["word"])])
    if kind == "vague":
        return frequency
    if kind == "split":
        once = _daily(frequency, [])
        same = len(set(times)) == 1 and period == "day"
        return replace(once, intakes_per_day=times[0] if same else None)
    return _daily(frequency, times)


def _read_every(match: re.Match[str], words: Vocabulary) -> Frequency:
    times = [value for value in read_range(match["n"], words.numbers) if value > 0]
    frequency = Frequency(match.start(), match.end())
    if not times:
        return frequency
    low, high = min(times), max(times)
    if "span" not in match.groupdict():
        return _daily(replace(frequency, period="day"), [_HOURS_PER_DAY / high, _HOURS_PER_DAY / low])
    name = _period_of(match, words)
    if low == high == 1:
        return _daily(replace(frequency, period=cast(Period, name if name != "year" else "")), [])
    if name != "day":
        return frequency
    return _daily(replace(frequency, period="day"), [1 / high, 1 / low])


def _interpret(match: re.Match[str], words: Vocabulary, kind: str) -> Frequency:
    if kind == "every":
        return _read_every(match, words)
    if kind == "every_other":
        day = _period_of(match, words) == "day"
        return Frequency(match.start(), match.end(), "day", 0.5, 0.5, 0.5) if day else Frequency(*match.span())
    if kind == "intake":
        return Frequency(match.start(), match.end(), "intake")
    if kind == "latin":
        return _daily(Frequency(match.start(), match.end(), "day"), [words.latin[fold(match["latin"])]])
    return _read_rate(match, words, kind)


def match_frequency(text: str, pos: int, *, end: int, words: Vocabulary) -> Frequency | None:
    """The longest frequency phrase that starts at `pos`."""
    if words.any_frequency.match(text, pos, end) is None:
        return None
    best: tuple[re.Match[str], str] | None = None
    for item in words.frequencies:
        match = item.pattern.match(text, pos, end)
        if match is not None and (best is None or match.end() > best[0].end()):
            best = (match, item.kind)
    return _interpret(best[0], words, best[1]) if best is not None else None


def search_frequency(text: str, start: int, *, end: int, words: Vocabulary) -> Frequency | None:
    """The first frequency phrase within [start, end)."""
    match = words.any_frequency.search(text, start, end)
    return match_frequency(text, match.start(), end=end, words=words) if match is not None else None


def _at(text: str, pos: int, *, end: int, words: Vocabulary) -> Frequency | None:
    """A frequency at `pos` or behind a comma, bracket or space there; a bracket it opens it also closes."""
    for at in (pos, _LEAD.match(text, pos, end).end()):  # type: ignore[union-attr]
        found = match_frequency(text, at, end=end, words=words)
        if found is not None:
            opened = "(" in text[pos:at] or "[" in text[pos:at]
            closed = found.end < end and text[found.end] in ")]"
            return replace(found, end=found.end + 1) if opened and closed else found
    return None


def read_frequency(text: str, pos: int, *, end: int, words: Vocabulary) -> Frequency | None:
    """The frequency behind an amount that ends at `pos`, over what is taken: "300 mg of ALA TWICE A DAY"."""
    at, opened, key = pos, False, ""
    for count in range(_MAX_GAP_WORDS + 1):
        route = words.phrases["gap_routes"].match(text, at + (text[at : at + 1] == " "), end)
        at = route.end() if route else at
        found = _at(text, at, end=end, words=words)
        if found is not None and key in words.adjective_markers:
            return None
        if found is not None:
            return _extend(text, found, end=end, words=words)
        word = _GAP_WORD.match(text, at, end)
        if word is None:
            return None
        # the letter of "700 mcg of vitamin A a day" is no article
        key = word.group(1).casefold() if word.group(1) != "A" else word.group(1)
        opened = opened or (count == 0 and key in words.gap_openers)
        if key in words.gap_stop or (key in words.gap_coordinators and not opened):
            return None
        if count and "," in text[at : word.end() - 1] and key not in words.gap_coordinators:
            return None
        at = word.end() - (1 if text[word.end() - 1] == "," else 0)
    return None


def _extend(text: str, found: Frequency, *, end: int, words: Vocabulary) -> Frequency:
    """ "per capsule, twice daily" and "daily, in two divided doses": the second phrase says the rate."""
    again = _at(text, found.end, end=end, words=words)
    if again is None:
        return found
    if found.period == "intake" or (found.period == again.period == "day" and found.intakes_per_day is None):
        return replace(again, start=found.start)
    if again.period == "intake":
        return replace(found, end=again.end)
    return found


def read_leading_frequency(text: str, pos: int, *, start: int, words: Vocabulary) -> Frequency | None:
    """The frequency said before an amount at `pos`: "a DAILY DOSE of 300 mg", "EACH DAY, adults need 400 mg"."""
    low = max(start, pos - _LEADING_REACH)
    found: re.Match[str] | None = None
    for match in words.leading.finditer(text, low, pos):
        found = match
    if found is not None and not re.search(r"[;:](?=.{20})|\d", text[found.end() : pos]):
        return replace(_read_rate(found, words, "rate"), end=found.end())
    opener = words.opener.match(text, start, pos) if low == start else None
    if opener is None:
        return None
    return match_frequency(text, opener.start(), end=opener.end(), words=words)
