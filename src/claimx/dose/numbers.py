"""Numbers as articles write them: digits, separators, fractions, powers of ten and words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from claimx.dose.phrases import compile_phrases, fold
from claimx.dose.units import tidy

_VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_EXPONENT = {ord(char): str(digit) for digit, char in enumerate(_RAISED)}
_THIN = "\u00a0\u2009\u202f"
# digits only as far as an amount can go: longer runs are no amounts, and must fail at once
_NUMERAL = re.compile(
    rf"(?P<mixed>(?P<whole>\d{{1,4}})(?:[\s\-‐‑]|[\s]?(?=[{_VULGAR}]))?(?:(?P<vulgar>[{_VULGAR}])"
    r"|(?<!\d)(?P<over>\d{1,3})[/⁄](?P<under>[1-9]\d{0,2})(?![\d/]))(?!\d))"
    rf"|(?P<bare>[{_VULGAR}])"
    r"|(?P<top>\d{1,3})[/⁄](?P<bottom>[1-9]\d{0,2})(?![\d/])"
    r"|(?P<power>10)(?:\^|\*\*)(?P<exponent>\d{1,2})(?!\d)"
    rf"|(?P<power_raised>10)(?P<raised>[{_RAISED}]{{1,2}})"
    rf"|(?P<plain>\d{{1,3}}(?:(?:,\d{{3}}){{1,4}}|(?:[{_THIN}]\d{{3}}){{1,4}}|(?:\x20\d{{3}}){{0,3}}\x20000)(?!\d)"
    r"|\d{1,15}(?!\d))(?:(?P<decimals>[.·]\d{1,9})(?!\d)|(?P<comma>,\d{1,2})(?![\d,])|(?!\d))"
    r"|(?P<point>\.\d{1,6})(?!\d)"
)
_WORD = re.compile(r"[^\W\d_]{1,12}(?![^\W\d_])|&")
_GAP = re.compile(r"[\s\-‐‑]{1,2}")
_OPEN = re.compile(r"\s{0,2}[(\[]\s?")
_CLOSE = re.compile(r"\s?[)\]]")
_POWER = re.compile(rf"\s?[x×*·]\s?10\s?(?:(?:\^|\*\*)\s?(?P<digits>\d{{1,2}})(?!\d)|(?P<raised>[{_RAISED}]{{1,2}}))")


@dataclass(frozen=True, slots=True)
class Number:
    """A value and where it ends. `fraction` is true when it ends in a part of one ("half", "1/2").

    `scale` is the thousands it was multiplied by, which the first number of "5-10 billion" shares.
    """

    start: int
    end: int
    value: float
    fraction: bool = False
    article: bool = False
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Number words by kind (small, tens, hundred, scale, fraction, and, article, set), from the dose cues."""

    kinds: dict[str, tuple[str, float]]
    letters: dict[str, float]
    letter_pattern: re.Pattern[str]
    joins: re.Pattern[str]
    starters: str


def load_number_words(cues: dict[str, Any]) -> NumberWords:
    """Read the number words. A value that is no number is a ValueError."""
    kinds = {
        fold(word): (kind, float(value)) for kind, words in cues["numbers"].items() for word, value in words.items()
    }
    letters = {letter: float(value) for letter, value in cues["scale_letters"].items()}
    openers = sorted(
        (word for word, (kind, _) in kinds.items() if kind in ("small", "tens", "fraction", "set")),
        key=lambda word: (-len(word), word),
    )
    return NumberWords(
        kinds=kinds,
        letters=letters,
        letter_pattern=re.compile(rf"(?:{'|'.join(map(re.escape, letters))})\b", re.IGNORECASE),
        joins=compile_phrases(cues["fraction_joins"]),
        starters="|".join(map(re.escape, openers)),
    )


def read_numeral(text: str, pos: int, *, end: int, words: NumberWords) -> Number | None:
    """A number written with digits at `pos`, its scale word and its repetition in brackets included."""
    match = _NUMERAL.match(text, pos, end)
    if match is None:
        return None
    value, fraction = _numeral_value(match)
    stop = match.end()
    power = _POWER.match(text, stop, end)
    if power is not None:
        exponent = power["digits"] or power["raised"].translate(_EXPONENT)
        value, stop = value * 10.0 ** int(exponent), power.end()
    scale = _read_scale(text, stop, end=end, words=words)
    factor = 1.0
    if scale is not None:
        value, stop, factor = value * scale[0], scale[1], scale[0]
    stop = _skip_repeat(text, stop, end=end, value=value, words=words)
    return Number(pos, stop, tidy(value), fraction, scale=factor)


def _numeral_value(match: re.Match[str]) -> tuple[float, bool]:
    if match["mixed"]:
        part = unicodedata.numeric(match["vulgar"]) if match["vulgar"] else int(match["over"]) / int(match["under"])
        return int(match["whole"]) + part, True
    if match["bare"]:
        return unicodedata.numeric(match["bare"]), True
    if match["top"]:
        return int(match["top"]) / int(match["bottom"]), True
    if match["power"]:
        return 10.0 ** int(match["exponent"]), False
    if match["power_raised"]:
        return 10.0 ** int(match["raised"].translate(_EXPONENT)), False
    if match["point"]:
        return float("0" + match["point"]), False
    whole = re.sub(r"[^\d]", "", match["plain"])
    tail = (match["decimals"] or match["comma"] or "")[1:]
    return float(f"{whole}.{tail}" if tail else whole), False


def _read_scale(text: str, pos: int, *, end: int, words: NumberWords) -> tuple[float, int] | None:
    gap = _GAP.match(text, pos, end)
    word = _WORD.match(text, gap.end() if gap else pos, end)
    if word is None:
        return None
    kind, value = words.kinds.get(word.group().casefold(), ("", 0.0))
    return (value, word.end()) if kind in ("hundred", "scale") else None


def _skip_repeat(text: str, pos: int, *, end: int, value: float, words: NumberWords) -> int:
    """The end of "one (1)" and "2 (two)": the same number again, in brackets."""
    opened = _OPEN.match(text, pos, end)
    if opened is None or opened.end() >= end:
        return pos
    plain = _NUMERAL.match(text, opened.end(), end)
    again: tuple[float, int] | None = (_numeral_value(plain)[0], plain.end()) if plain else None
    word = _WORD.match(text, opened.end(), end)
    if word is not None and words.kinds.get(word.group().casefold(), ("",))[0] in ("small", "tens"):
        again = words.kinds[word.group().casefold()][1], word.end()
    closed = _CLOSE.match(text, again[1], end) if again is not None and again[0] == value else None
    return closed.end() if closed is not None else pos


def read_words(text: str, pos: int, *, end: int, words: NumberWords) -> Number | None:
    """A number in words at `pos`: "five hundred", "one and a half", "two-thirds", "a dozen", "half"."""
    total, current, stop, article, fraction, scale = 0.0, None, pos, False, False, 1.0
    at, joined = pos, False
    for _ in range(10):
        word = _WORD.match(text, at, end)
        kind, value = words.kinds.get(word.group().casefold(), ("", 0.0)) if word else ("", 0.0)
        if word is None or not kind or fraction:
            break
        if kind == "and" and current is not None and not joined:
            joined = True
        elif kind == "article" and (stop == pos or joined):
            article = article or stop == pos
        else:
            step = _combine(current, kind, value, joined=joined, article=article)
            if step is None:
                break
            current, fraction, joined = step, kind == "fraction", False
            if kind == "scale":
                total, current, scale = total + current, 0.0, value
            stop = word.end()
        gap = _GAP.match(text, word.end(), end)
        if gap is None:
            break
        at = gap.end()
    if stop == pos or current is None:
        return None
    amount = tidy(total + current)
    return Number(pos, _skip_repeat(text, stop, end=end, value=amount, words=words), amount, fraction, scale=scale)


def _combine(current: float | None, kind: str, value: float, *, joined: bool, article: bool) -> float | None:
    """The number so far with one more word, None when the word starts something else."""
    if kind == "fraction":
        if joined:
            return None if current is None else current + value
        return value if current is None or current == 0 else current * value
    if kind in ("hundred", "scale", "set"):
        known = current if current else (1.0 if article or kind == "set" else None)
        return None if known is None or joined else known * value
    if current is None:
        return None if joined else value
    if current == 0:
        return value
    room = current % 100 == 0 if kind == "tens" else current % 100 == 0 or (current % 10 == 0 and current % 100 >= 20)
    fits = room and value < (10 if current % 100 else 100)
    return current + value if fits and (not joined or current >= 100) else None


def read_number(text: str, pos: int, *, end: int, words: NumberWords) -> Number | None:
    """A number at `pos` in digits or words, None when there is none."""
    if pos >= end:
        return None
    if text[pos].isalpha():
        return read_words(text, pos, end=end, words=words)
    return read_numeral(text, pos, end=end, words=words)


def read_range(surface: str, words: NumberWords) -> list[float]:
    """The first two numbers of `surface`, in its order; fewer where it holds fewer."""
    values: list[float] = []
    at = 0
    while at < len(surface) and len(values) < 2:
        number = read_number(surface, at, end=len(surface), words=words)
        at = number.end if number is not None else at + 1
        if number is not None:
            values.append(number.value)
    return values
