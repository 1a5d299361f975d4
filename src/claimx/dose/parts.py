"""The parts of an amount: its unit, the scale of its number, and what joins it to the next number."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claimx.dose.numbers import Number, read_number
from claimx.dose.units import MEASURED, Unit
from claimx.dose.vocabulary import Vocabulary

SEPARATOR = re.compile(r"[\s\-‐‑]{0,2}")
_AGE_REACH = 24
_SPACES = re.compile(r"\s{0,3}")
_OPEN, _CLOSE = re.compile(r"[(\[{<]"), re.compile(r"[)\]}>]")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in `unit`; `low` and `high` differ for a range. `ratio` ("/kg") closes the unit's code.

    `bound` is one that stands before the unit ("10+ g", "five or more servings").
    """

    start: int
    end: int
    low: float
    high: float
    unit: Unit
    ratio: str = ""
    article: bool = False
    form: str = ""
    conversion: str = ""
    bound: str = ""

    @property
    def is_range(self) -> bool:
        return self.low != self.high


def after_spaces(text: str, pos: int, end: int) -> int:
    """The place behind the few spaces that may part a number from what belongs to it."""
    return _SPACES.match(text, pos, end).end()  # type: ignore[union-attr]


def read_unit(text: str, number: Number, *, end: int, words: Vocabulary) -> tuple[Unit, int] | None:
    """The unit behind a number and where it ends, over joins of fractions ("half OF A cup") and adjectives."""
    gap = SEPARATOR.match(text, number.end, end)
    at = gap.end() if gap else number.end
    match = words.units.pattern.match(text, at, end)
    bracketed = _bracketed_unit(text, at, end=end, words=words) if match is None else None
    if bracketed is not None:
        return bracketed
    if match is None and (number.fraction or number.end - number.start > 2):
        joined = words.phrases["fraction_joins"].match(text, at, end)
        if joined is not None:
            at = after_spaces(text, joined.end(), end)
            match = words.units.pattern.match(text, at, end)
            if match is not None and not number.fraction and words.units.resolve(match.group()).dimension in MEASURED:
                return None
    for _ in range(3):
        if match is not None:
            break
        adjective = words.phrases["adjectives"].match(text, at, end)
        if adjective is None:
            return None
        at = SEPARATOR.match(text, adjective.end(), end).end()  # type: ignore[union-attr]
        match = words.units.pattern.match(text, at, end)
        if match is not None and words.units.resolve(match.group()).dimension in MEASURED:
            return None
    return (words.units.resolve(match.group()), match.end()) if match is not None else None


def read_bounded_unit(text: str, number: Number, *, end: int, words: Vocabulary) -> tuple[Unit, int, str] | None:
    """The unit behind a bound of its own ("10+ g", "five or more servings"), where it ends, and the bound."""
    at = after_spaces(text, number.end, end)
    for name, pattern in words.bounds_within:
        match = pattern.match(text, at, end)
        unit = read_unit(text, replace(number, end=match.end()), end=end, words=words) if match is not None else None
        if unit is not None:
            return *unit, name
    return None


def _bracketed_unit(text: str, pos: int, *, end: int, words: Vocabulary) -> tuple[Unit, int] | None:
    """The unit of "20 (kg)"."""
    opened = _OPEN.match(text, pos, end)
    match = words.units.pattern.match(text, opened.end(), end) if opened else None
    closed = _CLOSE.match(text, match.end(), end) if match else None
    return (words.units.resolve(match.group()), closed.end()) if match and closed else None


def scale_number(text: str, number: Number, *, end: int, words: Vocabulary) -> Number:
    """ "10B CFU": a letter for thousands, only where a potency unit follows."""
    letter = words.numbers.letter_pattern.match(text, number.end, end)
    if letter is None or not text[number.start].isdigit():
        return number
    scale = words.numbers.letters[letter.group().lower()]
    scaled = replace(number, end=letter.end(), value=number.value * scale, scale=scale)
    unit = read_unit(text, scaled, end=end, words=words)
    return scaled if unit is not None and unit[0].dimension in ("iu", "cfu") else number


def read_join(text: str, pos: int, *, end: int, words: Vocabulary, between: bool) -> tuple[str, int] | None:
    """What joins a number to the next ("range", "or", "list", "comma") and where the next may start."""
    at = after_spaces(text, pos, end)
    for kind in (*(["range_and"] if between else []), "range_joins", "or_joins", "list_joins"):
        match = words.phrases[kind].match(text, at, end)
        if match is not None:
            after = after_spaces(text, match.end(), end)
            name = kind.split("_")[0]
            plain = name == "list" and not any(char.isalpha() or char == "&" for char in match.group())
            return ("comma" if plain else name), after
    return None


def behind_ages(text: str, pos: int, *, start: int, end: int, words: Vocabulary) -> int:
    """Behind the age or span of ages at `pos`: "those aged 1 TO 70, and 800 IU"; `pos` where no age stands."""
    before = text[max(start, pos - _AGE_REACH) : pos]
    if words.phrases["aged$"].search(before) is None:
        return pos
    first = read_number(text, pos, end=end, words=words.numbers)
    if first is None:
        return pos
    between = words.phrases["between"].search(before) is not None
    join = read_join(text, first.end, end=end, words=words, between=between)
    last = read_number(text, join[1], end=end, words=words.numbers) if join and join[0] == "range" else None
    return last.end if last is not None else first.end
