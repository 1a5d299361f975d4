"""The shapes that tell lines of cards and tables from prose: a label ahead, an amount behind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimx.segment.lines import Piece

_LABEL = re.compile(r"[*_]{0,3}[A-Z][^.:!?|\n]{1,40}:[*_]{0,3} \S")
# of a name behind its label
_MOST_NAME_WORDS = 7
_AMOUNT_END = re.compile(r"\d\s?[^\W\d_]{0,12}\*?\Z")
# what stands behind a name is a figure in a short unit
_AMOUNT_SET_OFF = re.compile(r"[^\W\d_)](?::|\s[-–—])\s{1,2}\W?\d[\d.,]*(?:\s?[-–—]\s?\d[\d.,]*)?\s?[^\W\d_]{1,4}\b")


def begins_with_label(text: str, pieces: Sequence[Piece], at: int) -> bool:
    """ "Sources: nuts and seeds"."""
    if not 0 <= at < len(pieces) or pieces[at].marker:
        return False
    return _LABEL.match(text, pieces[at].start, pieces[at].end) is not None


def ends_in_amount(text: str, pieces: Sequence[Piece], at: int) -> bool:
    """ "Adults 8 mg"."""
    if not 0 <= at < len(pieces) or pieces[at].marker:
        return False
    piece = pieces[at]
    return _AMOUNT_END.search(text, max(piece.start, piece.end - 20), piece.end) is not None


def sets_off_amount(text: str, piece: Piece) -> bool:
    """ "Chickpeas - 141 mcg per tin", "Iron: 2.8 mg (16% DV) per cup"."""
    return _AMOUNT_SET_OFF.search(text, piece.start, piece.end) is not None


def name_length(text: str, pieces: Sequence[Piece], at: int, *, names: re.Pattern[str]) -> int:
    """How long the label is by which a line names what the labels below it tell of, 0 for none.

    "What: zinc" stands above "Why: it heals wounds".
    """
    if not begins_with_label(text, pieces, at) or not begins_with_label(text, pieces, at + 1):
        return 0
    own, below = (names.match(text, pieces[each].start, pieces[each].end) for each in (at, at + 1))
    if own is None or below is not None:
        return 0
    named = text[own.end() : pieces[at].end]
    return own.end() - own.start() if "," not in named and len(named.split()) <= _MOST_NAME_WORDS else 0
