"""Which heading a table cell stands under: the cell of the table's first row in the same column, and the line above."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimx.records import Span
from claimx.segment.blocks import Block

_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def column_heads(text: str, blocks: Sequence[Block]) -> dict[int, tuple[Span, ...]]:
    """For each cell below a table's first row, by its number: its column's head, then the block above the table."""
    found: dict[int, tuple[Span, ...]] = {}
    heads: dict[int, Span] = {}
    above: tuple[Span, ...] = ()
    first_line, last_line, placed = -1, -1, 0
    for number, block in enumerate(blocks):
        if block.type != "table_cell":
            first_line = -1
            continue
        line = text.rfind("\n", 0, block.start) + 1
        barred = "|" in text[line : block.start]
        # cells that no bar parts stand in their order
        placed = placed + 1 if line == last_line else 0
        column = text.count("|", line, block.start) if barred else placed
        last_line = line
        before = blocks[number - 1] if number else None
        apart = before is not None and _BLANK_LINE.search(text, before.end, block.start) is not None
        if first_line < 0 or apart:
            first_line, heads = line, {}
            named = before is not None and before.type != "table_cell" and not before.skip
            above = (Span(before.start, before.end),) if before is not None and named else ()
        elif line != first_line and len(heads) == 1 and _opens_row(text, blocks, number):
            # a caption in a row of its own
            first_line, above, heads = line, (*heads.values(), *above), {}
        if line == first_line:
            heads[column] = Span(block.start, block.end)
        elif column in heads:
            found[number] = (heads[column], *above)
    return found


def _opens_row(text: str, blocks: Sequence[Block], number: int) -> bool:
    """A cell is the first of its row, and another stands behind it there."""
    cell, before = blocks[number], blocks[number - 1]
    first = before.type != "table_cell" or "\n" in text[before.end : cell.start]
    behind = [item for item in blocks[number + 1 : number + 2] if item.type == "table_cell"]
    return first and any("\n" not in text[cell.end : item.start] for item in behind)
