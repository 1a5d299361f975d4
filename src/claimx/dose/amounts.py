"""Amounts at one place in a text: a number with its unit, a range, a list, or a count of a strength."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimx.dose.numbers import Number, read_number
from claimx.dose.parts import Amount, after_spaces, read_bounded_unit, read_join, read_unit, scale_number
from claimx.dose.strength import read_strength
from claimx.dose.units import Unit, convert, tidy
from claimx.dose.vocabulary import Vocabulary

_MAX_ITEMS = 8


@dataclass(frozen=True, slots=True)
class _Item:
    number: Number
    unit: Unit | None
    end: int
    join: str
    bound: str = ""


def read_amounts(text: str, pos: int, *, end: int, words: Vocabulary, between: bool = False) -> list[Amount]:
    """All amounts of the chain of numbers at `pos`: one for a range, one per item for a list, none for bare numbers.

    `between` makes the first "and" a range.
    """
    counted = read_strength(text, pos, end=end, words=words)
    if counted is not None:
        return [counted]
    return _group(text, _read_items(text, pos, end=end, words=words, between=between), end=end, words=words)


def _read_first(text: str, pos: int, *, end: int, words: Vocabulary) -> Number | None:
    number = read_number(text, pos, end=end, words=words.numbers)
    if number is None:
        article = words.article.match(text, pos, end)
        return Number(pos, article.end(), 1.0, article=True) if article else None
    return number


def _read_items(text: str, pos: int, *, end: int, words: Vocabulary, between: bool) -> list[_Item]:
    items: list[_Item] = []
    join, at = "", pos
    for _ in range(_MAX_ITEMS):
        # an article counts only at the head: in "5 mg or a tablet" it opens something else
        number = (
            read_number(text, at, end=end, words=words.numbers)
            if items
            else _read_first(text, at, end=end, words=words)
        )
        if number is None:
            break
        number = scale_number(text, number, end=end, words=words)
        if items and read_strength(text, at, end=end, words=words) is not None:
            break
        found = read_unit(text, number, end=end, words=words)
        bounded = read_bounded_unit(text, number, end=end, words=words)
        unit, stop = found if found is not None else (None, number.end)
        bound = ""
        if bounded is not None:
            unit, stop, bound = bounded
        items.append(_Item(number, unit, stop, join, bound))
        joined = read_join(text, stop, end=end, words=words, between=between and len(items) == 1)
        if joined is None:
            break
        join, at = ("range" if joined[0] == "range" else joined[0]), joined[1]
    return items


def _spread_units(items: list[_Item]) -> list[_Item]:
    """Give a number with no unit the unit of the list or range it stands in: "100, 200 and 400 mg"."""
    spread = list(items)
    for index in range(len(spread) - 1, 0, -1):
        after, item = spread[index], spread[index - 1]
        linked = after.join in ("range", "or", "list") or (
            after.join == "comma" and index + 1 < len(spread) and spread[index + 1].join in ("list", "or", "comma")
        )
        if item.unit is None and after.unit is not None and linked:
            spread[index - 1] = replace(item, unit=after.unit)
    return spread


def _group(text: str, items: list[_Item], *, end: int, words: Vocabulary) -> list[Amount]:
    spread = _spread_units(items)
    amounts: list[Amount] = []
    index = 0
    while index < len(spread):
        item = spread[index]
        following = spread[index + 1] if index + 1 < len(spread) else None
        pair = None
        if following is not None and _is_range(items, index):
            pair = _pair(text, item, following, end=end, words=words)
        if pair is not None:
            amounts.append(pair)
            index += 2
            continue
        if item.unit is not None and not _is_range_of_three(items, index):
            value = item.number.value
            amounts.append(
                Amount(
                    item.number.start, item.end, value, value, item.unit, article=item.number.article,
                    bound=item.bound,
                )
            )  # fmt: skip
        index += 1
    return amounts


def _is_range(items: list[_Item], index: int) -> bool:
    following = items[index + 1]
    if following.join == "or":
        alone = items[index].join == "" and (index + 2 == len(items) or items[index + 2].join == "comma")
        return alone and items[index].unit is None and items[index].number.value < following.number.value
    if following.join != "range":
        return False
    # "51-70 – 1,200 mg": the last of three is an amount of its own
    return not _is_range_of_three(items, index)


def _is_range_of_three(items: list[_Item], index: int) -> bool:
    joins = [item.join for item in items]
    left = index + 2 < len(items) and joins[index + 1] == joins[index + 2] == "range" and items[index].unit is None
    middle = index > 0 and index + 1 < len(items) and joins[index] == joins[index + 1] == "range"
    return left or (middle and items[index].unit is None)


def _pair(text: str, item: _Item, following: _Item, *, end: int, words: Vocabulary) -> Amount | None:
    low, high, unit, stop = item.number.value, following.number.value, following.unit, following.end
    conversion = ""
    if unit is None:
        # "400 mg to 600 daily": the second number counts only with a frequency behind it
        gap = after_spaces(text, stop, end)
        if item.unit is None or words.any_frequency.match(text, gap, end) is None:
            return None
        unit = item.unit
    elif item.unit is not None and item.unit.code != unit.code:
        converted = convert(low, item.unit, unit)
        if converted is None:
            return None
        if converted > high:
            # "liver, 85 g - 215 mcg"
            return None
        conversion, low = f"{low:g} {item.unit.code} = {converted:g} {unit.code}", converted
    scale = following.number.scale
    if scale > 1 and item.number.scale == 1 and item.end == item.number.end and low < high / scale:
        # "5-10 billion CFU": the scale word is said once
        low = tidy(low * scale)
    low, high = min(low, high), max(low, high)
    return Amount(item.number.start, stop, low, high, unit, conversion=conversion)
