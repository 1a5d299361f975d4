from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from claimx.report.highlight import Mark, Piece, cut_lines
from claimx.report.text import render_text
from review_cases import ZINC, make_rows

KINDS = st.sampled_from(["sentence", "trigger", "nutrient", "condition", "function", "dose"])


def shape(text: str, marks: list[Mark]) -> list[list[tuple[str, tuple[str, ...], tuple[int, ...]]]]:
    return [[(text[p.start : p.end], p.kinds, p.rows) for p in line.pieces] for line in cut_lines(text, marks)]


def test_crossing_spans_are_cut_at_every_boundary() -> None:
    text = "abcdef"
    marks = [Mark(0, 4, "nutrient", 0), Mark(2, 6, "condition", 1)]
    assert shape(text, marks) == [
        [
            ("ab", ("nutrient",), (0,)),
            ("cd", ("nutrient", "condition"), (0, 1)),
            ("ef", ("condition",), (1,)),
        ]
    ]


def test_nested_spans_are_cut_and_one_shared_by_claims_stays_whole() -> None:
    text = "slow progression of MS"
    marks = [Mark(0, 22, "function", 0), Mark(20, 22, "condition", 1), Mark(20, 22, "condition", 2)]
    assert shape(text, marks) == [
        [("slow progression of ", ("function",), (0,)), ("MS", ("condition", "function"), (0, 1, 2))]
    ]


def test_span_over_a_line_end_goes_on_in_the_next_line() -> None:
    assert shape("ab\r\ncd", [Mark(1, 5, "nutrient", 0)]) == [
        [("a", (), ()), ("b", ("nutrient",), (0,))],
        [("c", ("nutrient",), (0,)), ("d", (), ())],
    ]


def test_label_is_written_where_a_kind_ends_and_not_where_another_span_of_it_goes_on() -> None:
    ((first, second, _),) = [line.pieces for line in cut_lines("abc", [Mark(0, 1, "dose", 0), Mark(0, 2, "dose", 1)])]
    assert (first.opening, first.closing, second.opening, second.closing) == (("dose",), (), (), ("dose",))


def test_sentence_that_begins_on_an_empty_line_is_reached_at_its_first_line() -> None:
    (line,) = cut_lines("\n\nabc", [Mark(1, 5, "sentence", 7)])
    assert line.pieces == (Piece(2, 5, sentence_rows=(7,), starting_rows=(7,)),)


@given(
    st.text(alphabet="ab \n\r\u2028🫐", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12), KINDS, st.integers(0, 5)), max_size=12),
)
def test_pieces_give_the_text_back_and_know_what_covers_each_character(
    text: str, raw: list[tuple[int, int, str, int]]
) -> None:
    marks = [Mark(at, min(at + n, len(text)), kind, row) for at, n, kind, row in raw if at < len(text)]  # type: ignore[arg-type]
    lines = cut_lines(text, marks)
    wanted = [m.span() for m in re.finditer(r"[^\n\r\u2028\u2029]+", text) if m.group().strip()]
    assert [(line.start, line.end) for line in lines] == wanted
    for line in lines:
        assert "".join(text[p.start : p.end] for p in line.pieces) == text[line.start : line.end]
    for piece in [piece for line in lines for piece in line.pieces]:
        for at in range(piece.start, piece.end):
            over = [mark for mark in marks if mark.start <= at < mark.end]
            assert set(piece.kinds) == {mark.kind for mark in over} - {"sentence"}
            assert set(piece.rows) == {mark.row for mark in over if mark.kind != "sentence"}
            assert set(piece.sentence_rows) == {mark.row for mark in over if mark.kind == "sentence"}


class Reader(HTMLParser):
    """Collects what is shown, and fails on tags that nest where they must not."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = ""
        self.open: list[str] = []

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        assert tag not in self.open, f"<{tag}> inside itself"
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.shown += data


def test_html_shows_the_words_of_the_article_and_nests_no_link() -> None:
    reader = Reader()
    reader.feed(render_text(ZINC.text, list(enumerate(make_rows()))))
    reader.close()
    assert (reader.shown, reader.open) == (re.sub(r"[\r\n]", "", ZINC.text), [])


def test_headings_are_marked_by_where_they_start() -> None:
    text = "Zinc\n\n2. What zinc does\n\nZinc eases colds."
    found = render_text(text, [], headings=(0, text.index("What")))
    assert re.findall(r"<(h4|p) dir=\"auto\"><span data-o=\"\d+\">(.*?)</span>", found) == [
        ("h4", "Zinc"),
        ("h4", "2. What zinc does"),
        ("p", "Zinc eases colds."),
    ]
