"""Text cut into word pieces, lower-cased and without accents, the longest known piece first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

PAD, UNKNOWN, START, BREAK = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
# a piece that goes on with a word
_ON = "##"
LONGEST_WORD = 100


@dataclass(frozen=True, slots=True)
class Pieces:
    """The known pieces and their numbers."""

    numbers: Mapping[str, int]
    words: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)

    def cut(self, text: str) -> tuple[list[int], list[int]]:
        """The numbers of a text's pieces, and for each the offset of the word that it belongs to."""
        numbers: list[int] = []
        starts: list[int] = []
        for match in _WORD.finditer(text):
            found = self._cut_word(match.group())
            numbers += found
            starts += [match.start()] * len(found)
        return numbers, starts

    def _cut_word(self, word: str) -> tuple[int, ...]:
        known = self.words.get(word)
        if known is None:
            known = self.words[word] = tuple(self._longest_first(_bare(word)))
        return known

    def _longest_first(self, word: str) -> Sequence[int]:
        found: list[int] = []
        start = 0
        while start < len(word) <= LONGEST_WORD:
            mark = _ON if start else ""
            end = next((end for end in range(len(word), start, -1) if mark + word[start:end] in self.numbers), start)
            if end == start:
                return [self.numbers[UNKNOWN]]
            found.append(self.numbers[mark + word[start:end]])
            start = end
        return found or [self.numbers[UNKNOWN]]


def _bare(word: str) -> str:
    apart = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")


def load_pieces(path: Path) -> Pieces:
    """The pieces of a file, one a line, numbered from 0."""
    return Pieces({piece: number for number, piece in enumerate(path.read_text(encoding="utf-8").split("\n")) if piece})
