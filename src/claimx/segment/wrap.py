"""Join what belongs to one block: lines hard-wrapped by an editor, paragraphs broken by a blank line."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.segment.lines import Piece
from claimx.segment.rules import SegmentRules

_ENDS = ".!?…:;。！？"
_TAIL = "*_\"'”’)]»"
# editors and mailers wrap text within these widths; wider lines are whole paragraphs
_NARROWEST, _WIDEST = 45, 130
_WRAPPED_SHARE = 0.8
# a paragraph cut in two by a blank line is longer than any heading
_SHORTEST_BROKEN = 60
_LONGEST_FRONT_WORD = 40


def join_pieces(text: str, pieces: list[Piece], *, rules: SegmentRules) -> list[Piece]:
    """Pieces with wrapped and broken lines joined into one span each; markers and order are kept."""
    wrapped = _wrapped_lines(text, pieces)
    joined: list[Piece] = []
    last_line, listing = -1, False
    for at, piece in enumerate(pieces):
        before = joined[-1] if joined else None
        near = _Near(at in wrapped, listing, piece.line == last_line + 1)
        if before and _continues(text, before, piece, rules=rules, near=near):
            before.end = piece.end
        else:
            joined.append(piece)
        last_line = piece.line
        last = last_char(text, piece.start, piece.end)
        listing = last == ":" or (listing and not piece.blank and last not in _ENDS)
    return joined


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether a block ends as a sentence does: with a stop, closing quotes and emphasis aside."""
    return last_char(text, start, end) in _ENDS


def last_char(text: str, start: int, end: int) -> str:
    """The last character that is no closing quote, bracket or emphasis mark; "" when there is none."""
    while end > start and text[end - 1] in _TAIL:
        end -= 1
    return text[end - 1] if end > start else ""


@dataclass(frozen=True, slots=True)
class _Near:
    """Where a piece stands: in a run of wrapped lines, in a list behind "lead-in:", in the very next line."""

    wrapped: bool
    listing: bool
    next_line: bool


def _continues(text: str, before: Piece, piece: Piece, *, rules: SegmentRules, near: _Near) -> bool:
    if piece.marker or piece.inline or before.marker in {"cell", "rule", "underline", "metadata", "heading"}:
        return False
    first = text[piece.start]
    if first in ",;.)" and text[piece.start + 1 : piece.start + 2] in {"", " ", "\n"} and first != text[before.end - 1]:
        return True
    closed = ends_sentence(text, before.start, before.end)
    if piece.blank:
        long = before.end - before.start >= _SHORTEST_BROKEN
        return long and first.islower() and not closed and before.marker == "" and near.next_line
    if near.wrapped:
        return True
    if closed:
        return False
    if _is_unfinished(text, before, rules) or (first.islower() and before.marker):
        return True
    # a lower-case line behind "lead-in:" or behind another lower-case line is the next item of a list
    return (
        first.islower() and not near.listing and not text[before.start].islower() and _fills_line(text, before, piece)
    )


def _is_unfinished(text: str, piece: Piece, rules: SegmentRules) -> bool:
    """A line that ends in a comma or in a word no sentence ends in."""
    if text[piece.end - 1] == ",":
        return True
    start = max(piece.start, piece.end - _LONGEST_FRONT_WORD)
    words = text[start : piece.end].rsplit(None, 1)
    return len(words) == 2 and words[1] in rules.unfinished


def _fills_line(text: str, before: Piece, piece: Piece) -> bool:
    """The next word would not have fitted: lines of a list are shorter than the line that follows."""
    line_start = max(text.rfind("\n", before.start, before.end) + 1, before.start)
    return before.end - line_start + 1 + _front_word(text, piece) > piece.end - piece.start


def _front_word(text: str, piece: Piece) -> int:
    front = text[piece.start : min(piece.end, piece.start + _LONGEST_FRONT_WORD)].split(None, 1)
    return len(front[0]) if front else 0


def _wrapped_lines(text: str, pieces: list[Piece]) -> set[int]:
    """Indices of pieces that continue the piece before them in a run of lines all wrapped to one width."""
    found: set[int] = set()
    run: list[int] = []
    for at, piece in enumerate(pieces):
        if piece.blank or piece.inline or piece.marker not in {"", "bullet", "number"}:
            found.update(_wrapped_run(text, pieces, run))
            run = []
        if not piece.inline and piece.marker in {"", "bullet", "number"}:
            run.append(at)
    found.update(_wrapped_run(text, pieces, run))
    return found


def _wrapped_run(text: str, pieces: list[Piece], run: list[int]) -> set[int]:
    if len(run) < 3:
        return set()
    widths = {at: pieces[at].end - pieces[at].start + pieces[at].left for at in run}
    widest = max(widths.values())
    if not _NARROWEST <= widest <= _WIDEST:
        return set()
    full, open_lines = set(), 0
    for at in run[:-1]:
        following = pieces[at + 1]
        if following.marker:
            continue
        is_full = widths[at] + 1 + _front_word(text, following) > widest - max(2, widest // 12)
        if not ends_sentence(text, pieces[at].start, pieces[at].end):
            open_lines += 1
        if is_full:
            full.add(at + 1)
    broken = sum(not ends_sentence(text, pieces[at - 1].start, pieces[at - 1].end) for at in full)
    # a run of headings or of whole sentences, one a line, has no line that only the width could have ended
    if not open_lines or broken < _WRAPPED_SHARE * open_lines or (broken < 2 and len(full) < 3):
        return set()
    return full
