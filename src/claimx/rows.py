"""Rows of a table, whose cells are sentences that follow one another."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.records import Sentence


def row_start(sentences: Sequence[Sentence], number: int, *, text: str) -> int:
    """The number of the first sentence in the row of a table cell; `number` itself outside of tables."""
    first = number
    while (
        first > 0
        and sentences[first].block_type == sentences[first - 1].block_type == "table_cell"
        and "\n" not in text[sentences[first - 1].end : sentences[number].start]
    ):
        first -= 1
    return first
