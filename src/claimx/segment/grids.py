"""Tables without a frame: a line that names columns, and lines below it cut by dashes, tabs, wide gaps or single bars.

"Supplement – why people take it – what can go wrong" stands above "Kava – anxiety – liver damage".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from claimx.segment.lines import Piece
from claimx.segment.rules import SegmentRules

# what may part the cells of a line; of the last, nothing needs to say what the columns are
_PARTING = (re.compile(r"\t+|[ \u00a0]{2,}"), re.compile(r"\s[–—-]{1,2}\s"), re.compile(r"\s?\|\s?"))
_BARS = _PARTING[-1]
_FEWEST_ROWS, _FEWEST_BARRED = 2, 3
_MOST_HEAD_WORDS, _MOST_NAME_WORDS = 7, 8


def cut_rows(text: str, pieces: Sequence[Piece], *, rules: SegmentRules) -> list[Piece]:
    """The pieces with the lines of such tables cut into cells."""
    lines = [list(line) for _, line in groupby(pieces, key=lambda piece: piece.line)]
    found: list[Piece] = []
    at = 0
    while at < len(lines):
        rows = next((rows for mark in _PARTING if (rows := _rows(text, lines[at:], mark, rules=rules))), [])
        found += [cell for row in rows for cell in row] or lines[at]
        at += len(rows) or 1
    return found


def _rows(text: str, lines: Sequence[list[Piece]], mark: re.Pattern[str], *, rules: SegmentRules) -> list[list[Piece]]:
    """The head and the rows of a table that begins with the first of the lines, none where they are none."""
    head = list(_cells(text, lines[0], mark, most=0))
    if len(head) < 2 or any(len(text[cell.start : cell.end].split()) > _MOST_HEAD_WORDS for cell in head):
        return []
    named = text[head[0].start : head[0].end].strip("*_: ").lower() in rules.columns
    if not named and (mark is not _BARS or len(head) < _FEWEST_BARRED):
        return []
    rows = [head]
    for line in lines[1:]:
        row = list(_cells(text, line, mark, most=len(head) - 1))
        if len(row) != len(head) or len(text[row[0].start : row[0].end].split()) > _MOST_NAME_WORDS or line[0].blank:
            break
        rows.append(row)
    return rows if len(rows) > _FEWEST_ROWS else []


def _cells(text: str, line: Sequence[Piece], mark: re.Pattern[str], *, most: int) -> Iterator[Piece]:
    """The cells of a line, the last with all that is left where there may be no more; none of a line with a marker."""
    first, end = line[0], line[-1].end
    if first.marker:
        return
    start = first.start
    cuts = list(mark.finditer(text, start, end))[: most or None]
    for stop, following in [*((cut.start(), cut.end()) for cut in cuts), (end, end)]:
        if start < stop:
            yield Piece(
                start, stop, first.line, "cell", blank=first.blank and start == first.start, inline=start > first.start
            )
        start = following
