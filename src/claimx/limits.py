"""Daily intakes that an adult should not pass, from data/limits.tsv, and how an amount compares with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from claimx.data_files import DataFiles, TsvRow

LimitKind: TypeAlias = Literal["UL", "CDRR"]
FILE = "limits.tsv"
MG_IN = {"ug": 1e-3, "mg": 1.0, "g": 1e3}
# the age from which the reference intakes speak of adults
ADULT = 19
UNITS = (*MG_IN, "[IU]")


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit a day for adults of `first_age` up to `last_age` (None: no end).

    `scope` names what alone counts towards it (a block of "scopes" in cues/flags.yaml), "" for all intake; `hazards`
    the harm it is there for.
    """

    nutrient: str
    kind: LimitKind
    amount: float
    unit: str
    first_age: int = ADULT
    last_age: int | None = None
    scope: str = ""
    hazards: tuple[str, ...] = ()
    source: str = ""
    note: str = ""

    def share(self, amount: float, unit: str) -> float | None:
        """The amount as a multiple of the limit; None when the units cannot be compared (IU with mass)."""
        if unit == self.unit:
            return amount / self.amount
        if unit in MG_IN and self.unit in MG_IN:
            return amount * MG_IN[unit] / (self.amount * MG_IN[self.unit])
        return None

    def describe(self) -> str:
        """As a row shows it: "UL 2500 mg a day, ages 19-50, supplements"."""
        ages = ""
        if self.last_age is not None or self.first_age != ADULT:
            ages = f", ages {self.first_age}" + (f"-{self.last_age}" if self.last_age is not None else " and up")
        scope = f", {self.scope}" if self.scope else ""
        return f"{self.kind} {self.amount:g} {self.unit.strip('[]')} a day{ages}{scope}"


def load_limits(data: DataFiles, *, scopes: Collection[str]) -> dict[str, tuple[Limit, ...]]:
    """Limits by nutrient name without case; those of one nutrient from the youngest ages up. Faults are DataErrors."""
    known: dict[tuple[str, str, str, int], Limit] = {}
    for row in data.tsv(FILE):
        limit = _read_limit(row, scopes)
        known[limit.nutrient.casefold(), limit.kind, limit.unit, limit.first_age] = limit
    found: dict[str, list[Limit]] = defaultdict(list)
    for key in sorted(known):
        found[key[0]].append(known[key])
    return {name: tuple(limits) for name, limits in found.items()}


def _read_limit(row: TsvRow, scopes: Collection[str]) -> Limit:
    try:
        amount = float(row["amount"])
    except ValueError:
        raise row.error(f'amount "{row["amount"]}" is no number') from None
    if amount <= 0:
        raise row.error(f'amount "{row["amount"]}" must be above 0')
    kind = next((kind for kind in get_args(LimitKind) if kind == row["kind"]), None)
    if kind is None:
        raise row.error(f'expected kind "UL" or "CDRR" but got "{row["kind"]}"')
    if row["unit"] not in UNITS:
        raise row.error(f'expected a unit among {", ".join(UNITS)} but got "{row["unit"]}"')
    if row["scope"] and row["scope"] not in scopes:
        raise row.error(f'no scope "{row["scope"]}" in cues/flags.yaml')
    if not row["source"]:
        raise row.error("a limit needs a source")
    first_age, last_age = _read_ages(row)
    return Limit(
        row["nutrient"],
        kind,
        amount,
        row["unit"],
        first_age=first_age,
        last_age=last_age,
        scope=row["scope"],
        hazards=tuple(name.strip() for name in row["hazard"].split("|") if name.strip()),
        source=row["source"],
        note=row["note"],
    )


def _read_ages(row: TsvRow) -> tuple[int, int | None]:
    if not row["ages"]:
        return ADULT, None
    first, dash, last = row["ages"].partition("-")
    if not (first.isdecimal() and dash and (last.isdecimal() or not last)):
        raise row.error(f'expected ages such as "19-50" or "71-" but got "{row["ages"]}"')
    return int(first), int(last) if last else None
