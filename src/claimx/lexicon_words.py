"""Words of a text as the lexicon sees them: case, plural, hyphen and spelling variants folded, offsets kept."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimx.data_files import DataFiles

WORDS_FILE = "lexicon/words.tsv"
_PLAIN = re.compile(r"[A-Za-z]+(?:[ -][A-Za-z]+)*")
_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:\.\d+)?|_|[^\w\s]|\n\s*\n")
_HYPHENS = frozenset("-\u2010\u2011\u2012\u2013\u00ad")
_APOSTROPHES = frozenset("'\u2019\u02bc")
_POSSESSIVE = frozenset("sS")
_SIBILANT_ENDS = ("ches", "shes", "sses", "xes", "zes")


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists, one item a word or mark: folded form and offsets in the text that was split."""

    folded: list[str]
    starts: list[int]
    ends: list[int]

    def at(self, position: int) -> str:
        """The folded word at a position, "" outside the text."""
        return self.folded[position] if 0 <= position < len(self.folded) else ""


class Folder:
    """Folds words to one form. Irregular plurals and British spellings come from `words.tsv`."""

    def __init__(self, data: DataFiles) -> None:
        self._known: dict[str, str] = {}
        self._parts: list[tuple[re.Pattern[str], str]] = []
        for row in data.tsv(WORDS_FILE):
            if row["kind"] == "word":
                self._known[row["written"]] = row["folded"]
            elif row["kind"] == "part":
                try:
                    self._parts.append((re.compile(row["written"]), row["folded"]))
                except re.error as error:
                    raise row.error(f'not a pattern: "{row["written"]}" ({error})') from None
            else:
                raise row.error(f'expected kind "word" or "part" but got "{row["kind"]}"')
        # most words hold none of the parts, and one search says so
        self._any_part = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in self._parts) or "(?!)")

    def fold(self, word: str) -> str:
        """The folded form of one word; "Women" and "woman" give "woman", "haemoglobin" gives "hemoglobin"."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._fold_new(word)
        return known

    def _fold_new(self, word: str) -> str:
        lower = word.lower()
        known = self._known.get(lower)
        if known is not None:
            return known
        if self._any_part.search(lower):
            for pattern, replacement in self._parts:
                lower = pattern.sub(replacement, lower)
        singular = self._known.get(lower) or _singular(lower)
        return self._known.get(singular, singular)

    def split(self, text: str) -> Words:
        """Words and marks of a text. "B12", "B-12" and "B 12" all give "b", "12"; possessive 's is dropped.

        A hyphen inside a word leaves no item; any other mark, a free-standing dash and an empty line give one,
        so that a spelling never runs across them.
        """
        folded: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        after_apostrophe = -1
        known_words = self._known
        for match in _TOKEN.finditer(text):
            token = match[0]
            start, end = match.span()
            known = known_words.get(token)
            if known is not None and token not in _POSSESSIVE:
                folded.append(known)
                starts.append(start)
                ends.append(end)
                continue
            first = token[0]
            if first.isalpha():
                if token in _POSSESSIVE and ends and (start == after_apostrophe or _glued_digit(folded, ends, start)):
                    if start != after_apostrophe:
                        ends[-1] = end
                    continue
                token = self.fold(token)
            elif first in _APOSTROPHES and start > 0 and text[start - 1].isalnum():
                after_apostrophe = end
                continue
            elif first in _HYPHENS and start > 0 and text[start - 1].isalnum() and _continues(text, end):
                continue
            folded.append(token)
            starts.append(start)
            ends.append(end)
        return Words(folded, starts, ends)

    def key(self, spelling: str) -> str:
        """The lookup key of a spelling: its folded words joined by one space."""
        if _PLAIN.fullmatch(spelling):
            return " ".join([self.fold(word) for word in spelling.replace("-", " ").split(" ")])
        return " ".join(self.split(spelling).folded)


def _glued_digit(folded: list[str], ends: list[int], start: int) -> bool:
    return ends[-1] == start and folded[-1][0].isdigit()


def _continues(text: str, end: int) -> bool:
    # "short- and long-chain" keeps its hanging hyphen out of the way of the shared head
    return end < len(text) and (text[end].isalnum() or text[end] == " ")


def _singular(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(_SIBILANT_ENDS):
        return word[:-2]
    if word.endswith("oes") and len(word) > 4:
        return word[:-2]
    return word[:-1]
