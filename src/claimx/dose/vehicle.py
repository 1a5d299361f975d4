"""What an amount is taken with: "5 g with a glass of water", "2 g in 150 ml of boiling water, twice a day"."""

from __future__ import annotations

from claimx.dose.amounts import read_amounts
from claimx.dose.parts import Amount, after_spaces
from claimx.dose.units import MEASURED
from claimx.dose.vocabulary import Vocabulary

# characters between a dose and what it is stirred into, and of the words that lead up to that
_REACH, _BEFORE_REACH = 60, 56


def is_vehicle(text: str, amount: Amount, *, start: int, end: int, words: Vocabulary) -> bool:
    """Whether an amount is of what another one is taken with; one in figures must say of what liquid it is."""
    before = text[max(start, amount.start - _BEFORE_REACH) : amount.start]
    if amount.unit.dimension in MEASURED or words.phrases["taken_with$"].search(before) is None:
        return False
    return amount.article or _vehicle_end(text, amount, end=end, words=words) > 0


def skip_vehicle(text: str, pos: int, *, end: int, words: Vocabulary) -> int:
    """Where what the dose ending at `pos` is taken with ends, `pos` itself when nothing is said of it."""
    candidate = words.candidate.search(text, pos, min(end, pos + _REACH))
    if candidate is None:
        return pos
    amounts = read_amounts(text, candidate.start(), end=end, words=words)
    if len(amounts) != 1 or not is_vehicle(text, amounts[0], start=pos, end=end, words=words):
        return pos
    return _vehicle_end(text, amounts[0], end=end, words=words) or amounts[0].end


def _vehicle_end(text: str, amount: Amount, *, end: int, words: Vocabulary) -> int:
    match = words.phrases["vehicles"].match(text, after_spaces(text, amount.end, end), end)
    return match.end() if match is not None else 0
