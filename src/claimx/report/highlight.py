"""An article's text cut at every boundary of its marks, so that overlapping and crossing spans need no nested tags."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from claimx.table import Row

MarkKind: TypeAlias = Literal[
    "sentence", "trigger", "nutrient", "condition", "function", "drug", "food", "population", "dose"
]
LINE = re.compile(r"[^\n\r\u2028\u2029]+")
# order in which labels are listed where several meet
KINDS: tuple[MarkKind, ...] = (
    "nutrient", "condition", "function", "drug", "food", "population", "dose", "trigger", "sentence",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the article with what it is, and the number of the row it belongs to."""

    start: int
    end: int
    kind: MarkKind
    row: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that no boundary divides. `rows` are those of its spans, `sentence_rows` those of its sentences.

    `opening` and `closing` list the kinds of which a span begins or ends here, `starting_rows` the rows whose
    sentence begins here.
    """

    start: int
    end: int
    kinds: tuple[MarkKind, ...] = ()
    rows: tuple[int, ...] = ()
    sentence_rows: tuple[int, ...] = ()
    opening: tuple[MarkKind, ...] = ()
    closing: tuple[MarkKind, ...] = ()
    starting_rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the article that is not empty, as pieces that join to exactly its text."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


def row_marks(row: Row, number: int, *, length: int) -> list[Mark]:
    """The spans of one row that lie inside a text of `length` code points; empty and absent spans are left out."""
    object_kind: MarkKind = row["object_type"] or "condition"
    wanted: list[tuple[str, MarkKind]] = [
        ("sent", "sentence"),
        ("trigger", "trigger"),
        ("nutrient", "nutrient"),
        ("object", object_kind),
        ("dose", "dose"),
    ]
    marks = []
    for prefix, kind in wanted:
        start, end = row[f"{prefix}_start"], row[f"{prefix}_end"]
        if start is not None and end is not None and 0 <= start < end <= length:
            marks.append(Mark(int(start), int(end), kind, number))
    return marks


def cut_lines(text: str, marks: Iterable[Mark]) -> list[Line]:
    """Cut a text into lines, and each line at every boundary of the marks on it."""
    ordered = sorted(marks, key=lambda mark: (mark.start, mark.end, mark.kind, mark.row))
    lines: list[Line] = []
    active: list[Mark] = []
    at = 0
    for match in LINE.finditer(text):
        start, end = match.span()
        if not match.group().strip():
            continue
        while at < len(ordered) and ordered[at].start < end:
            active.append(ordered[at])
            at += 1
        active = [mark for mark in active if mark.end > start]
        lines.append(Line(start, end, tuple(_cut(start, end, active))))
    return lines


def _cut(start: int, end: int, marks: Sequence[Mark]) -> list[Piece]:
    bounds = {start, end}
    for mark in marks:
        bounds.update(place for place in (mark.start, mark.end) if start < place < end)
    places = sorted(bounds)
    covering: dict[int, list[Mark]] = defaultdict(list)
    index = {place: number for number, place in enumerate(places)}
    for mark in marks:
        first, last = index[max(mark.start, start)], index[min(mark.end, end)]
        for number in range(first, last):
            covering[number].append(mark)
    return [_piece(places[n], places[n + 1], covering[n], line_start=start) for n in range(len(places) - 1)]


def _piece(start: int, end: int, marks: Sequence[Mark], *, line_start: int) -> Piece:
    spans = [mark for mark in marks if mark.kind != "sentence"]
    sentences = [mark for mark in marks if mark.kind == "sentence"]
    ongoing = {mark.kind for mark in spans if mark.end > end}
    began = {mark.kind for mark in spans if mark.start < start}
    return Piece(
        start,
        end,
        kinds=_ordered(mark.kind for mark in spans),
        rows=tuple(sorted({mark.row for mark in spans})),
        sentence_rows=tuple(sorted({mark.row for mark in sentences})),
        opening=_ordered(mark.kind for mark in spans if mark.start == start and mark.kind not in began),
        closing=_ordered(mark.kind for mark in spans if mark.end == end and mark.kind not in ongoing),
        # a sentence that begins on an empty line is reached at the first line it has
        starting_rows=tuple(sorted({m.row for m in sentences if m.start == start or m.start < line_start == start})),
    )


def _ordered(kinds: Iterable[MarkKind]) -> tuple[MarkKind, ...]:
    found = set(kinds)
    return tuple(kind for kind in KINDS if kind in found)
