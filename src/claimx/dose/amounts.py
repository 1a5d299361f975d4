"""Amounts at one place in a text: a number with its unit, a range, a list, or a count of a strength."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claimx.dose.numbers import Number, read_number
from claimx.dose.units import COUNTED, MEASURED, Unit, convert, tidy
from claimx.dose.vocabulary import Vocabulary

_SEPARATOR = re.compile(r"[\s\-‐‑]{0,2}")
_COUNT_GAP = re.compile(r",?\s{1,2}")
_SPACES = re.compile(r"\s{0,3}")
_MAX_ITEMS = 8
_MAX_COUNT = 60


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in `unit`; `low` and `high` differ for a range. `ratio` ("/kg") closes the unit's code.

    `plus` is true for "10+ g".
    """

    start: int
    end: int
    low: float
    high: float
    unit: Unit
    ratio: str = ""
    article: bool = False
    form: str = ""
    conversion: str = ""
    plus: bool = False

    @property
    def is_range(self) -> bool:
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class _Item:
    number: Number
    unit: Unit | None
    end: int
    join: str
    form: str = ""


def read_amounts(text: str, pos: int, *, end: int, words: Vocabulary, between: bool = False) -> list[Amount]:
    """All amounts of the chain of numbers at `pos`: one for a range, one per item for a list, none for bare numbers.

    `between` makes the first "and" a range.
    """
    counted = _read_strength(text, pos, end=end, words=words)
    if counted is not None:
        return [counted]
    return _group(text, _read_items(text, pos, end=end, words=words, between=between), end=end, words=words)


def _read_first(text: str, pos: int, *, end: int, words: Vocabulary) -> Number | None:
    number = read_number(text, pos, end=end, words=words.numbers)
    if number is None:
        article = words.article.match(text, pos, end)
        return Number(pos, article.end(), 1.0, article=True) if article else None
    return number


def read_unit(text: str, number: Number, *, end: int, words: Vocabulary) -> tuple[Unit, int] | None:
    """The unit behind a number and where it ends, over joins of fractions ("half OF A cup") and adjectives."""
    # "10+ g": the bound is read where the dose is completed
    stop = number.end + 1 if text.startswith("+", number.end, end) else number.end
    gap = _SEPARATOR.match(text, stop, end)
    at = gap.end() if gap else stop
    match = words.units.pattern.match(text, at, end)
    if match is None and (number.fraction or number.end - number.start > 2):
        joined = words.phrases["fraction_joins"].match(text, at, end)
        if joined is not None:
            at = _SPACES.match(text, joined.end(), end).end()  # type: ignore[union-attr]
            match = words.units.pattern.match(text, at, end)
            if match is not None and not number.fraction and words.units.resolve(match.group()).dimension in MEASURED:
                return None
    for _ in range(3):
        if match is not None:
            break
        adjective = words.phrases["adjectives"].match(text, at, end)
        if adjective is None:
            return None
        at = _SEPARATOR.match(text, adjective.end(), end).end()  # type: ignore[union-attr]
        match = words.units.pattern.match(text, at, end)
        if match is not None and words.units.resolve(match.group()).dimension in MEASURED:
            return None
    return (words.units.resolve(match.group()), match.end()) if match is not None else None


def _scaled(text: str, number: Number, *, end: int, words: Vocabulary) -> Number:
    """ "10B CFU": a letter for thousands, only where a potency unit follows."""
    letter = words.numbers.letter_pattern.match(text, number.end, end)
    if letter is None or not text[number.start].isdigit():
        return number
    scale = words.numbers.letters[letter.group().lower()]
    scaled = replace(number, end=letter.end(), value=number.value * scale, scale=scale)
    unit = read_unit(text, scaled, end=end, words=words)
    return scaled if unit is not None and unit[0].dimension in ("iu", "cfu") else number


def _read_join(text: str, pos: int, *, end: int, words: Vocabulary, between: bool) -> tuple[str, int] | None:
    """What joins a number to the next ("range", "or", "list", "comma") and where the next may start."""
    at = _SPACES.match(text, pos, end).end()  # type: ignore[union-attr]
    for kind in (*(["range_and"] if between else []), "range_joins", "or_joins", "list_joins"):
        match = words.phrases[kind].match(text, at, end)
        if match is not None:
            after = _SPACES.match(text, match.end(), end).end()  # type: ignore[union-attr]
            name = kind.split("_")[0]
            plain = name == "list" and not any(char.isalpha() or char == "&" for char in match.group())
            return ("comma" if plain else name), after
    return None


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
        number = _scaled(text, number, end=end, words=words)
        if items and _read_strength(text, at, end=end, words=words) is not None:
            break
        found = read_unit(text, number, end=end, words=words)
        unit, stop = found if found is not None else (None, number.end)
        items.append(_Item(number, unit, stop, join))
        joined = _read_join(text, stop, end=end, words=words, between=between and len(items) == 1)
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
                    plus=text.startswith("+", item.number.end),
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
        gap = _SPACES.match(text, stop, end).end()  # type: ignore[union-attr]
        if item.unit is None or words.any_frequency.match(text, gap, end) is None:
            return None
        unit = item.unit
    elif item.unit is not None and item.unit.code != unit.code:
        converted = convert(low, item.unit, unit)
        if converted is None:
            return None
        conversion, low = f"{low:g} {item.unit.code} = {converted:g} {unit.code}", converted
    scale = following.number.scale
    if scale > 1 and item.number.scale == 1 and item.end == item.number.end and low < high / scale:
        # "5-10 billion CFU": the scale word is said once
        low = tidy(low * scale)
    low, high = min(low, high), max(low, high)
    return Amount(item.number.start, stop, low, high, unit, conversion=conversion)


def _read_strength(text: str, pos: int, *, end: int, words: Vocabulary) -> Amount | None:
    """ "two 500 mg capsules", "2 x 500 mg", "six to eight 8-ounce glasses": the count times the strength."""
    count = read_number(text, pos, end=end, words=words.numbers)
    if count is None or count.value > _MAX_COUNT:
        return None
    low = high = count.value
    stop = count.end
    join = _read_join(text, stop, end=end, words=words, between=False)
    if join is not None and join[0] in ("range", "or"):
        second = read_number(text, join[1], end=end, words=words.numbers)
        if second is not None and low < second.value <= _MAX_COUNT:
            high, stop = second.value, second.end
    spaces = _SPACES.match(text, stop, end).end()  # type: ignore[union-attr]
    times = words.phrases["times_joins"].match(text, spaces, end)
    gap = times or _COUNT_GAP.match(text, stop, end)
    if gap is None:
        return None
    at = _SPACES.match(text, gap.end(), end).end()  # type: ignore[union-attr]
    strength = read_number(text, at, end=end, words=words.numbers)
    found = read_unit(text, strength, end=end, words=words) if strength is not None else None
    if strength is None or found is None or found[0].dimension in COUNTED or found[0].dimension == "percent":
        return None
    unit, stop = found
    form, stop = _read_form(text, stop, end=end, words=words)
    if not form and times is None:
        return None
    if form in words.units.vessels and unit.code == "[oz_av]":
        unit = words.units.by_code.get("[foz_us]", unit)
    return Amount(
        pos, stop, tidy(low * strength.value), tidy(high * strength.value), unit, form=form,
        conversion=f"{low:g}{'' if low == high else f'-{high:g}'} x {strength.value:g} {unit.code}",
    )  # fmt: skip


def _read_form(text: str, pos: int, *, end: int, words: Vocabulary) -> tuple[str, int]:
    """The counted unit behind a strength ("capsules") and where it ends; "" and `pos` when there is none."""
    at = _SEPARATOR.match(text, pos, end).end()  # type: ignore[union-attr]
    for _ in range(3):
        match = words.units.counted_pattern.match(text, at, end)
        if match is not None:
            unit = words.units.resolve(match.group())
            return (unit.code.strip("{}") if unit.dimension == "form" else unit.code), match.end()
        adjective = words.phrases["adjectives"].match(text, at, end)
        if adjective is None:
            break
        at = _SEPARATOR.match(text, adjective.end(), end).end()  # type: ignore[union-attr]
    return "", pos


def read_strength_each(text: str, amount: Amount, *, end: int, words: Vocabulary) -> Amount:
    """ "two capsules of 500 mg (each)": weigh what was counted. Unchanged when no strength follows."""
    gap = re.compile(r",?\s{1,2}").match(text, amount.end, end)
    if amount.unit.dimension != "form" or gap is None:
        return amount
    opener = words.phrases["containing"].match(text, gap.end(), end)
    if opener is None:
        return amount
    at = _SPACES.match(text, opener.end(), end).end()  # type: ignore[union-attr]
    strength = read_number(text, at, end=end, words=words.numbers)
    found = read_unit(text, strength, end=end, words=words) if strength is not None else None
    if strength is None or found is None or found[0].dimension not in MEASURED:
        return amount
    unit, stop = found
    after = _SPACES.match(text, stop, end).end()  # type: ignore[union-attr]
    each = words.phrases["each"].match(text, after, end)
    return replace(
        amount, end=each.end() if each else stop, low=tidy(amount.low * strength.value),
        high=tidy(amount.high * strength.value), unit=unit, form=amount.unit.code.strip("{}"),
        conversion=f"{amount.low:g} x {strength.value:g} {unit.code}",
    )  # fmt: skip
