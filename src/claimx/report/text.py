"""Lines of an article as HTML: flat marks with their labels and offsets, for the report and the review app alike."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup, escape

from claimx.data_files import DataFiles
from claimx.records import Article
from claimx.report.highlight import Line, Piece, cut_lines, row_marks
from claimx.report.words import show
from claimx.segment import segment
from claimx.table import Row

KEPT_ARTICLES = 64


def render_text(
    text: str, rows: Sequence[tuple[int, Row]], *, headings: Sequence[int] = (), linked: bool = True
) -> Markup:
    """An article's text as HTML, one `<p>` (or `<h4>` for a line in which one of `headings` starts) for each line.

    `rows` pairs each row with its number in the page. Every piece of text stands in one flat element; `data-o` is its
    first code point, `data-c` the rows whose nutrient, object, trigger or dose it is, `data-s` those of its sentence.
    `linked` makes the marks links to their rows; words of a link cannot be selected with a mouse.
    """
    marks = [mark for number, row in rows for mark in row_marks(row, number, length=len(text))]
    return Markup("").join(_line(line, text, headings, linked=linked) for line in cut_lines(text, marks))


@lru_cache(maxsize=KEPT_ARTICLES)
def heading_starts(article: Article, data: DataFiles) -> tuple[int, ...]:
    """Where the titles and headings of an article start, in order."""
    return tuple(s.start for s in segment(article, data) if s.block_type in {"title", "heading"})


def _line(line: Line, text: str, headings: Sequence[int], *, linked: bool) -> Markup:
    at = bisect_left(headings, line.start)
    tag = Markup("h4") if at < len(headings) and headings[at] < line.end else Markup("p")
    inner = Markup("").join(_piece(piece, text, linked=linked) for piece in line.pieces)
    return Markup('<{} dir="auto">{}</{}>').format(tag, inner, tag)


def _piece(piece: Piece, text: str, *, linked: bool) -> Markup:
    words = escape(show(text[piece.start : piece.end]))
    anchors = Markup("").join(Markup('<b id="s{}"></b>').format(row) for row in piece.starting_rows)
    sentence = Markup(' data-s="{}"').format(_numbers(piece.sentence_rows)) if piece.sentence_rows else Markup("")
    if not piece.rows:
        kind = Markup(' class="s"') if piece.sentence_rows else Markup("")
        return anchors + Markup('<span{} data-o="{}"{}>{}</span>').format(kind, piece.start, sentence, words)
    shown = [kind for kind in piece.kinds if kind != "trigger"]
    classes = " ".join(["s m" if piece.sentence_rows else "m", *piece.kinds, *(["many"] if len(shown) > 1 else [])])
    ends = " + ".join(kind for kind in piece.closing if kind != "trigger")
    label = Markup(' data-l="{}"').format(ends) if ends else Markup("")
    marks = Markup('class="{}" data-o="{}" data-c="{}"{}{}').format(
        classes, piece.start, _numbers(piece.rows), sentence, label
    )
    if not linked:
        return anchors + Markup("<span {}>{}</span>").format(marks, words)
    # one stop of the tab key for each span, not for each piece of it
    stop = Markup("") if piece.opening else Markup(' tabindex="-1"')
    return anchors + Markup('<a href="#c{}" {}{}>{}</a>').format(piece.rows[0], marks, stop, words)


def _numbers(rows: Sequence[int]) -> str:
    return " ".join(map(str, rows))
