"""International units to weight, by nutrient and form. Colony-forming units are never converted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from claimx.data_files import DataFiles
from claimx.dose.phrases import fold
from claimx.dose.units import tidy
from claimx.records import Quantity

INTERNATIONAL_UNIT = "[IU]"


@dataclass(frozen=True, slots=True)
class Conversion:
    """One IU of a nutrient in a form is `factor` of `unit` (mg, ug). `measure` says of what ("RAE")."""

    nutrients: frozenset[str]
    forms: frozenset[str]
    factor: float
    unit: str
    measure: str
    source: str


def _names(cell: str) -> frozenset[str]:
    return frozenset(fold(name) for name in cell.split("|") if name.strip())


def _read(data: DataFiles) -> Iterator[Conversion]:
    for row in data.tsv("conversions.tsv"):
        factor = row.factor()
        if row["unit"] not in ("mg", "ug"):
            raise row.error(f'unit "{row["unit"]}" is neither mg nor ug')
        yield Conversion(
            _names(row["nutrient"]), _names(row["form"]), factor, row["unit"], row["measure"], row["source"]
        )


@lru_cache(maxsize=8)
def load_conversions(data: DataFiles) -> tuple[Conversion, ...]:
    """The rows of data/conversions.tsv, the last layer first so that an overlay wins."""
    return tuple(reversed(list(_read(data))))


def find_conversion(nutrient_name: str, *, form: str = "", data: DataFiles | None = None) -> Conversion | None:
    """The rule for a nutrient in a form, None when there is none or the form that decides is not said."""
    nutrient, kind = fold(nutrient_name), fold(form)
    rows = [row for row in load_conversions(data or DataFiles()) if nutrient in row.nutrients]
    for row in rows:
        if kind and kind in row.forms:
            return row
    return next((row for row in rows if not row.forms), None)


def convert_iu(quantity: Quantity, nutrient_name: str, *, form: str = "", data: DataFiles | None = None) -> Quantity:
    """The quantity with its daily amount in weight instead of IU, and the rule in `conversion`.

    `min`, `max` and `unit` stay as the text has them. Unchanged when the daily amount is empty or not in IU, or when
    no rule fits: vitamins A and E need a form, since retinol and beta-carotene, natural and synthetic differ.
    """
    if quantity.daily_unit != INTERNATIONAL_UNIT:
        return quantity
    rule = find_conversion(nutrient_name, form=form or quantity.form, data=data)
    if rule is None:
        return quantity

    def weigh(amount: float | None) -> float | None:
        return None if amount is None else tidy(amount * rule.factor)

    note = f"1 [IU] = {rule.factor:g} {rule.unit}{f' {rule.measure}' if rule.measure else ''} ({rule.source})"
    return replace(
        quantity,
        daily_min=weigh(quantity.daily_min),
        daily_max=weigh(quantity.daily_max),
        daily_unit=rule.unit,
        conversion="; ".join(filter(None, (quantity.conversion, note))),
    )
