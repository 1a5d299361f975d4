"""Cells that hold only a number: their unit, and how often, stand in the head of the column ("Women (mg/day)")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimx.dose.amounts import read_amounts
from claimx.dose.complete import Dose, complete_dose
from claimx.dose.units import MEASURED
from claimx.dose.vocabulary import Vocabulary
from claimx.records import Span

# a number or a range, with a mark that points to a note behind it
_FIGURES = re.compile(r"\s*([<>≤≥~]?\s?\d[\d.,]*(?:\s?(?:-|–|—|to)\s?\d[\d.,]*)?)\s?[*†‡]{0,3}\s*")
# what a unit stands behind in "Food (100 g)"
_COUNTED = re.compile(r"\d\s?\Z")


def read_cell(text: str, *, start: int, end: int, heads: Sequence[Span], words: Vocabulary) -> Dose | None:
    """The dose of a cell [start, end) of figures alone, by the unit of its column; None for any other text."""
    figures = _FIGURES.fullmatch(text, start, end)
    unit = _unit_of(text, heads[0], words=words) if figures is not None and heads else ""
    if figures is None or not unit:
        return None
    said = f"{figures[1]} {unit}"
    amounts = read_amounts(said, len(said) - len(said.lstrip("<>≤≥~ ")), end=len(said), words=words)
    dose = complete_dose(said, amounts[0], start=0, end=len(said), words=words) if len(amounts) == 1 else None
    if dose is None:
        return None
    amount = replace(dose.amount, start=figures.start(1), end=figures.end(1))
    return replace(dose, start=figures.start(1), end=figures.end(1), amount=amount)


def _unit_of(text: str, head: Span, *, words: Vocabulary) -> str:
    """The words of a column's head from its unit on; "" for "Food (100 g)" and a head without one."""
    unit = words.units.finder.search(text, head.start, head.end)
    if unit is None or _COUNTED.search(text, head.start, unit.start()):
        return ""
    resolved = words.units.resolve(unit.group())
    return text[unit.start() : head.end] if resolved.dimension in MEASURED else ""
