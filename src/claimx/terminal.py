"""Lines of styled words: colours on a terminal, the same words plain in a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from rich.console import Console
from rich.text import Text

# words with a style of rich ("bold", "green", "" for none)
Piece: TypeAlias = tuple[str, str]
Line: TypeAlias = tuple[Piece, ...]
MARGIN = 2


def print_lines(lines: Iterable[Line], *, console: Console | None = None) -> None:
    """Print on standard output; a long line is wrapped by the terminal, never cut."""
    console = console or Console(markup=False, highlight=False, soft_wrap=True)
    for line in lines:
        console.print(Text.assemble(*line), end="\n", soft_wrap=True)


def plain(lines: Iterable[Line]) -> str:
    """The words alone, without a line end at the end."""
    return "\n".join("".join(words for words, _ in line) for line in lines)


def align(header: Sequence[str], rows: Sequence[Sequence[Piece]]) -> list[Line]:
    """A table as lines: columns as wide as their widest cell, the last one free."""
    widths = [max(len(name), *(len(row[at][0]) for row in rows)) for at, name in enumerate(header)] if rows else []
    titles: list[Piece] = [(name, "dim") for name in header]
    return [_spread(row, widths) for row in (titles, *rows)] if rows else []


def _spread(cells: Sequence[Piece], widths: Sequence[int]) -> Line:
    last = max((at for at, (words, _) in enumerate(cells) if words), default=0)
    return tuple(
        (words if at == last else words.ljust(widths[at] + MARGIN), style)
        for at, (words, style) in enumerate(cells[: last + 1])
    )
