"""Words of a text as a pipeline's tokenizer makes them, each piece between white space looked at once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Protocol

from spacy.language import Language
from spacy.tokenizer import Tokenizer

_PIECE = re.compile(r"\S+")
# what no rule of the packaged tokenizer cuts but at its comma or, after small letters, at its stop
_PLAIN = re.compile(r"([A-Za-z]+)(?:,|(?<=[a-z]{2})\.)?")
# pieces are kept until there are this many
_MOST_PIECES = 100_000


class Splitter(Protocol):
    def split(self, text: str) -> tuple[list[int], list[int]]:
        """Starts and ends of the words, white space left out."""
        ...


def make_splitter(nlp: Language, *, packaged: bool) -> Splitter:
    """spaCy's own tokenizer never looks beyond white space; of any other nothing is known.

    With `packaged`, the rules are those of the packaged pipeline, and plain words need not be shown to them.
    """
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer) or type(tokenizer) is not Tokenizer:
        return TextSplitter(nlp)
    return PieceSplitter(tokenizer, frozenset(tokenizer.rules or {}) if packaged else None)


@dataclass(frozen=True, slots=True)
class TextSplitter:
    nlp: Language

    def split(self, text: str) -> tuple[list[int], list[int]]:
        found = [(token.idx, token.idx + len(token)) for token in self.nlp.tokenizer(text) if not token.text.isspace()]
        return [start for start, _ in found], [end for _, end in found]


@dataclass(frozen=True, slots=True)
class PieceSplitter:
    """`exceptions` are the pieces with a rule of their own, or None when nothing is known of the rules."""

    tokenizer: Tokenizer
    exceptions: frozenset[str] | None
    _known: dict[str, tuple[tuple[int, int], ...]] = field(init=False, default_factory=dict)

    def split(self, text: str) -> tuple[list[int], list[int]]:
        known = self._known
        starts: list[int] = []
        ends: list[int] = []
        for match in _PIECE.finditer(text):
            piece, place = match.group(), match.start()
            for start, end in known.get(piece) or self._learn(piece):
                starts.append(place + start)
                ends.append(place + end)
        return starts, ends

    def _learn(self, piece: str) -> tuple[tuple[int, int], ...]:
        if len(self._known) >= _MOST_PIECES:
            self._known.clear()
        found = self._split_plain(piece)
        if found is None:
            found = tuple((token.idx, token.idx + len(token)) for token in self.tokenizer(piece))
        self._known[piece] = found
        return found

    def _split_plain(self, piece: str) -> tuple[tuple[int, int], ...] | None:
        plain = _PLAIN.fullmatch(piece) if self.exceptions is not None else None
        if plain is None or self.exceptions is None or not self.exceptions.isdisjoint((piece, plain[1])):
            return None
        end, last = plain.end(1), len(piece)
        return ((0, end),) if end == last else ((0, end), (end, last))
