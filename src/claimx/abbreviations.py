"""Short forms an article defines itself: "alpha-lipoic acid (ALA)", "ALA (alpha-lipoic acid)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

# a short form right after, or right before, the brackets that hold the other one
_BRACKETS = re.compile(r"\(([^()\n]{2,80})\)")
# "proanthocyanidins, or PACs", be it said how they are spoken ("atrial fibrillation (A-tre-al), or AF")
_CALLED = re.compile(
    r"(?: \([^()\n]{2,80}\))?, (?:or|also called|also known as|known as) "
    r"([A-Z][A-Za-z0-9-]*[A-Z][A-Za-z0-9-]{0,4})(?=[\s,.;:)])"
)
_SHORT = re.compile(r"[^\W_](?:[^\W_]|[-/+'’.]){0,8}[^\W_]")
_INNER_END = re.compile(r"[;,:]|\s[-–—]\s")
_LAST_WORD = re.compile(r"([^\s()]+)\s*$")
_MAX_WORDS_BEFORE = 10


@dataclass(frozen=True, slots=True)
class Definition:
    """A short form and the words it stands for, as written. `start` is the offset of its brackets in the text."""

    short: str
    long: str
    start: int


def find_definitions(text: str) -> list[Definition]:
    """Definitions in a text by Schwartz and Hearst (2003), in text order; plural s of a short form is cut."""
    found = []
    for match in _BRACKETS.finditer(text):
        inner = _INNER_END.split(match.group(1), maxsplit=1)[0].strip()
        before = text[max(0, match.start() - 200) : match.start()]
        definition = _short_in_brackets(inner, before) or _long_in_brackets(inner, before)
        if definition is not None:
            short, long = definition
            found.append(Definition(_cut_plural(short), long, match.start()))
    for match in _CALLED.finditer(text):
        short = match.group(1)
        defined = _short_in_brackets(short, text[max(0, match.start() - 200) : match.start()])
        if defined is not None:
            found.append(Definition(_cut_plural(short), defined[1], match.start()))
    return sorted(found, key=lambda definition: definition.start)


def _short_in_brackets(inner: str, before: str) -> tuple[str, str] | None:
    if not _is_short_form(inner):
        return None
    clause = re.split(r"[.;:()\n]\s", before)[-1]
    words = clause.split()[-min(_MAX_WORDS_BEFORE, len(inner) + 5, 2 * len(inner)) :]
    long = match_long_form(words, _cut_plural(inner))
    return (inner, long) if long else None


def _long_in_brackets(inner: str, before: str) -> tuple[str, str] | None:
    match = _LAST_WORD.search(before)
    if match is None or not _is_short_form(match.group(1)):
        return None
    short = match.group(1)
    long = match_long_form(inner.split(), _cut_plural(short))
    return (short, long) if long and len(long) >= len(inner) - 1 else None


def match_long_form(words: list[str], short: str) -> str:
    """The shortest run of last words whose letters spell the short form; "" when there is none."""
    vocab = _vocab()
    if not words:
        return ""
    from scispacy.abbreviation import find_abbreviation
    from spacy.tokens import Doc

    candidate = Doc(vocab, words=words)
    _, long = find_abbreviation(candidate[:], Doc(vocab, words=[short])[:])
    if long is None or len(long.text.strip()) <= len(short):
        return ""
    return str(long.text).strip().rstrip(",")


@cache
def _vocab() -> Any:
    from spacy.vocab import Vocab

    return Vocab()


def _is_short_form(text: str) -> bool:
    return _SHORT.fullmatch(text) is not None and any(char.isupper() for char in text)


def _cut_plural(short: str) -> str:
    return short[:-1] if len(short) > 2 and short.endswith("s") and short[-2].isupper() else short
