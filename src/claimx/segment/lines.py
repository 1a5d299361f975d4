"""Cut a text into pieces: its lines, the bullets inside a line, table cells; offsets only, no white space around."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

Marker: TypeAlias = Literal["", "bullet", "number", "heading", "underline", "cell", "rule", "metadata", "fence"]

_BULLETS = "-*+•·●○◦▪■□►▶➤➢✓✔✅☑⁃‣–—❖"
_INLINE_BULLETS = "-*•·●○◦▪■►▶➤➢✓✔✅‣–—"
_SPACE = " \\t\\u00a0\\u2000-\\u200b\\u202f\\u3000\\ufeff"
_LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_MARKER = re.compile(
    rf"(?:>\s?)*(?:(?P<heading>\#{{1,6}})[{_SPACE}]+"
    rf"|(?P<bullet>[{re.escape(_BULLETS)}](?=[{_SPACE}])[{_SPACE}]*|[•●▪■►➤➢✓✔✅‣❖](?=\w)|&bull;\s*)(?:\[[ xX]\]\s+)?"
    rf"|(?P<number>\(?\d{{1,2}}[.)](?:[{_SPACE}]+|(?=[A-Z][a-z]))|\(?[a-hA-H]\)[{_SPACE}]+|[a-h]\.[{_SPACE}]+(?=[A-Z])|\(?[ivx]{{1,4}}\)[{_SPACE}]+))"
)
_LONE_MARKER = re.compile(rf"[{re.escape(_BULLETS)}]|(?P<number>\d{{1,2}}[.)])")
# a row of a table whose first bar was lost
_CELLS = re.compile(r"[^|\n]{1,400}\|[^\n]*\|\Z")
_QUOTE = re.compile(r"(?:>\s?)+")
_RULE = re.compile(r"(?:[-*_=~–—•·.#+|:]\s*){3,}\Z")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})\Z")
_GAP = re.compile(
    rf"[{_SPACE}]{{2,}}(?P<dash>[{re.escape(_INLINE_BULLETS)}])(?=[{_SPACE}])[{_SPACE}]+"
    rf"|[{_SPACE}]+(?P<dot>[•●▪■►➤✓✔✅‣])[{_SPACE}]*(?=\S)"
    rf"|[{_SPACE}]{{2,}}(?P<number>\d{{1,2}}[.)])[{_SPACE}]+(?=[A-Z])"
    rf"|(?P<gap>[{_SPACE}]{{2,}})"
)
_WORD_GAP = re.compile(r"(?<=[^\s.!?:;])[ \u00a0]{2,}(?=[^\W\d_])(.)")
# the dash of a list's first item, which stands closer than those behind it
_FIRST_DASH = re.compile(rf"(?<=\w)[{_SPACE}](?P<dash>[{re.escape(_INLINE_BULLETS)}])[{_SPACE}](?=\w)")
_TRIM = " \t\u00a0\u202f\u2060\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200E)))
_STOPS = ".!?…:;。！？"
# a list item that stands inside a line ends at a gap this wide, prose only at a wider one
_ITEM_GAP, _PROSE_GAP = 2, 3
_DASH_REACH = 200
_LONGEST_FRONT_MATTER = 40


@dataclass(slots=True)
class Piece:
    """`text[start:end]` behind its marker.

    `blank` says that an empty line stands before it, `inline` that it begins inside its line; `line` counts the lines,
    `left` is the line's first column, `level` a heading's depth.
    """

    start: int
    end: int
    line: int
    marker: Marker = ""
    blank: bool = False
    inline: bool = False
    left: int = 0
    level: int = 0


def split_pieces(text: str) -> list[Piece]:
    """Every piece of the text in order. Linear in the length of the text, whatever its lines."""
    pieces: list[Piece] = []
    blank, number, previous = True, 0, 0
    alone: Marker = ""
    for match in _LINE.finditer(text):
        if _line_breaks(text, previous, match.start()) > 1:
            blank, alone = True, ""
        previous = match.end()
        start, end = _trim(text, match.start(), match.end())
        if start == end:
            blank, alone = True, ""
            continue
        if (mark := _LONE_MARKER.match(text, start, end)) is not None and mark.end() == end:
            # pages whose markup was stripped leave the bullet in a line of its own
            alone = "number" if mark["number"] else "bullet"
            continue
        for piece in _line_pieces(text, start, end, number, start - match.start()):
            piece.blank = blank and not piece.inline
            piece.marker, alone = piece.marker or alone, ""
            pieces.append(piece)
            blank = False
        number += 1
    _mark_front_matter(text, pieces)
    return pieces


def _line_breaks(text: str, start: int, end: int) -> int:
    return end - start - text.count("\r\n", start, end)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return start, end


def _line_pieces(text: str, start: int, end: int, number: int, left: int) -> Iterator[Piece]:
    if text.find("|", start + 1, end) > 0 and (text[start] == "|" or _CELLS.match(text, start, end)):
        yield from _cells(text, start, end, number)
        return
    if text[start] in "-*_=~–—•·.#+|:" and _RULE.match(text, start, end):
        marker: Marker = "underline" if _UNDERLINE.match(text, start, end) else "rule"
        yield Piece(start, end, number, marker, left=left)
        return
    found = _MARKER.match(text, start, end)
    kind: Marker = ""
    level = 0
    if found is not None and found.end() < end:
        kind = "heading" if found["heading"] else "bullet" if found["bullet"] else "number"
        level = len(found["heading"] or "")
        start = found.end()
    elif quote := _QUOTE.match(text, start, end):
        start = quote.end()
    yield from _inline_pieces(text, Piece(start, end, number, kind, left=left, level=level))


def _cells(text: str, start: int, end: int, number: int) -> Iterator[Piece]:
    if _RULE.match(text, start, end):
        yield Piece(start, end, number, "rule")
        return
    at = start + (text[start] == "|")
    while at < end:
        stop = text.find("|", at, end)
        stop = end if stop < 0 else stop
        left, right = _trim(text, at, stop)
        if left < right:
            yield Piece(left, right, number, "cell", inline=at > start + 1)
        at = stop + 1


def _inline_pieces(text: str, whole: Piece) -> Iterator[Piece]:
    """Cut a line at its bullets and wide gaps: "Sources include    - Leafy greens    - Fruit      Most people"."""
    current, end = whole, whole.end
    loose: bool | None = None
    for match in _GAP.finditer(text, whole.start, end):
        marker: Marker = ""
        if match["gap"] is not None:
            loose = _is_spaced_out(text, whole.start, end) if loose is None else loose
            if not _gap_cuts(text, match, current, loose=loose):
                continue
        else:
            marker = "number" if match["number"] else "bullet"
            if match["dash"] and current.marker == "" and _is_dash_pair(text, match, end):
                continue
        if match.start() > current.start:
            current.end = match.start()
            first = _first_item(text, current) if marker == "bullet" and match["dash"] else None
            if first is not None:
                current.end = first.start()
                yield current
                current = Piece(first.end(), match.start(), whole.line, "bullet", inline=True, left=whole.left)
            yield current
        current = Piece(match.end(), end, whole.line, marker, inline=True, left=whole.left)
    if current.end > current.start:
        yield current


def _first_item(text: str, lead: Piece) -> re.Match[str] | None:
    """The dash that opens the list in the words before its second item: "Ways to do so include - cooking at home"."""
    if lead.marker:
        return None
    dashes = list(_FIRST_DASH.finditer(text, lead.start, lead.end))
    ended = dashes and any(mark in text[dashes[0].end() : lead.end] for mark in _STOPS)
    return dashes[0] if len(dashes) == 1 and not ended else None


def _is_spaced_out(text: str, start: int, end: int) -> bool:
    """Justified text, whose wide gaps mean nothing."""
    gaps = _WORD_GAP.findall(text, start, end)
    return len(gaps) > 5 and sum(char.islower() for char in gaps) > len(gaps) / 2


def _gap_cuts(text: str, match: re.Match[str], current: Piece, *, loose: bool) -> bool:
    before, after = text[match.start() - 1], text[match.end()] if match.end() < len(text) else ""
    width = match.end() - match.start()
    if current.marker in {"bullet", "number"} and current.inline:
        return width >= _ITEM_GAP and not after.islower()
    if width < _PROSE_GAP and "\t" not in match[0]:
        return False
    if before in _STOPS or (before in "\"”)'’" and text[match.start() - 2] in _STOPS):
        return True
    return not loose and not (after.islower() or after in ",;.)")


def _is_dash_pair(text: str, match: re.Match[str], end: int) -> bool:
    """A spaced dash between two lower-case words is a dash, not a bullet."""
    alone = text.find("  ", match.end(), min(end, match.end() + _DASH_REACH)) < 0
    return alone and text[match.end()].islower() and text[match.start() - 1].islower()


def _mark_front_matter(text: str, pieces: list[Piece]) -> None:
    """The block between two "---" lines that opens a Markdown file is about the article, not of it."""
    if not pieces or pieces[0].marker != "underline" or text[pieces[0].start] != "-":
        return
    lines = enumerate(pieces[1:_LONGEST_FRONT_MATTER], 1)
    closing = next((at for at, piece in lines if piece.marker == "underline"), 0)
    body = [piece for piece in pieces[1:closing] if piece.marker == "" and not piece.inline]
    if body and all(":" in text[piece.start : piece.end] for piece in body):
        for piece in pieces[: closing + 1]:
            piece.marker = "rule" if piece.marker == "underline" else "metadata"
