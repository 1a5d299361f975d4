"""What a reader should look at first: contradictions, doses above the upper limit, claims to treat with care."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from claimx.data_files import DataFiles
from claimx.errors import DataError
from claimx.table import Row

LOW_CONFIDENCE = 0.5
SUPPLEMENTS, INTAKE_ROLES = "supplements", frozenset({"required", "recommended"})
MG_IN = {"ng": 1e-6, "ug": 1e-3, "mg": 1.0, "g": 1e3, "kg": 1e6}


@dataclass(frozen=True, slots=True)
class UpperLimit:
    """A tolerable upper intake level for adults, a day; `scope` says what counts towards it."""

    nutrient: str
    amount: float
    unit: str
    scope: str
    source: str

    def share(self, amount: float, unit: str) -> float | None:
        """The amount as a multiple of the limit, or None when the units cannot be compared."""
        if unit == self.unit:
            return amount / self.amount
        if unit in MG_IN and self.unit in MG_IN:
            return amount * MG_IN[unit] / (self.amount * MG_IN[self.unit])
        return None


@dataclass(frozen=True)
class Guide:
    """data/report: upper limits by nutrient name, directions of relations, and which relations are opposites."""

    limits: dict[str, list[UpperLimit]]
    directions: dict[str, str]
    opposites: frozenset[tuple[str, str]]

    def limit(self, row: Row) -> tuple[UpperLimit, float | None, float | None] | None:
        """The limit of a row's nutrient with its daily amounts as multiples of it; None when not comparable."""
        for limit in self.limits.get(row["nutrient_name"].casefold(), []):
            shares = [
                None if amount is None else limit.share(amount, row["daily_unit"])
                for amount in (row["daily_min"], row["daily_max"])
            ]
            if any(share is not None for share in shares):
                return limit, shares[0], shares[1]
        return None

    @cached_property
    def flag_tests(self) -> dict[str, Callable[[Row], bool]]:
        """Every flag that one row alone decides, by name."""
        return {
            "over_limit": self._is_over_limit,
            "disease": lambda row: (
                row["claim_class"] == "disease"
                and row["polarity"] == "affirmed"
                and row["certainty"] == "asserted"
                and row["evidence"] == "none"
            ),
            "low_confidence": lambda row: row["confidence"] < LOW_CONFIDENCE,
        }

    def _is_over_limit(self, row: Row) -> bool:
        # a sentence that warns of the limit is no advice to exceed it
        if row["dose_role"] == "upper_limit" or row["nutrient_state"] == "excess":
            return False
        found = self.limit(row)
        # what people need in all, food included, may lie above a level that counts supplements only
        if found and found[0].scope == SUPPLEMENTS and row["dose_role"] in INTAKE_ROLES:
            return False
        return found is not None and max(share for share in found[1:] if share is not None) > 1


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Rows of one nutrient and one object that say opposite things; numbers are places in the list of rows."""

    nutrient: str
    object: str
    sides: tuple[tuple[str, str, tuple[int, ...]], ...]

    @property
    def rows(self) -> tuple[int, ...]:
        return tuple(sorted(number for _, _, numbers in self.sides for number in numbers))


def load_guide(data: DataFiles) -> Guide:
    """The guide over data/report; of relations.yaml the last layer wins whole."""
    limits: dict[str, list[UpperLimit]] = defaultdict(list)
    for row in data.tsv("report/upper_limits.tsv"):
        try:
            amount = float(row["amount"])
        except ValueError:
            raise row.error(f'amount "{row["amount"]}" is no number') from None
        limits[row["nutrient"].casefold()].append(
            UpperLimit(row["nutrient"], amount, row["unit"], row["scope"], row["source"])
        )
    path, found = data.yaml("report/relations.yaml")[-1]
    try:
        directions = {name: direction for direction, names in found["directions"].items() for name in names}
        pairs = {pair for line in found["opposites"] for pair in product(line["left"], line["right"])}
    except (KeyError, TypeError, AttributeError):
        raise DataError('expected "directions" and "opposites" with "left" and "right"', path=path) from None
    return Guide(dict(limits), directions, frozenset(pairs | {(b, a) for a, b in pairs}))


def object_key(row: Row) -> str:
    """What two objects are compared by: the id, or the name."""
    key: str = row["object_id"] or (row["object_name"] or row["object"]).casefold()
    return key


def find_flags(rows: Sequence[Row], guide: Guide) -> list[list[str]]:
    """The names of the flags of each row, contradictions included, in the order of the rows."""
    contradicting = {number for found in find_contradictions(rows, guide) for number in found.rows}
    return [
        [*(["contradiction"] if number in contradicting else []), *(n for n, t in guide.flag_tests.items() if t(row))]
        for number, row in enumerate(rows)
    ]


def find_contradictions(rows: Sequence[Row], guide: Guide) -> list[Contradiction]:
    """Pairs of nutrient (in one state) and object of which opposite things are said, most rows first."""
    groups: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        if row["object"] or row["relation"] == "SAFE_FOR":
            # by name: forms of one nutrient have ids of their own
            groups[row["nutrient_name"].casefold(), row["nutrient_state"], object_key(row)].append(number)
    found = [made for numbers in groups.values() if (made := _contradiction(rows, numbers, guide))]
    return sorted(found, key=lambda item: (-len(item.rows), item.nutrient, item.object, item.rows))


def _contradiction(rows: Sequence[Row], numbers: Iterable[int], guide: Guide) -> Contradiction | None:
    said: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number in numbers:
        said[rows[number]["relation"], rows[number]["polarity"]].append(number)
    opposed = {side for side in said for other in said if _are_opposed(side, other, guide)}
    if not opposed:
        return None
    first = rows[min(number for side in opposed for number in said[side])]
    sides = tuple((relation, polarity, tuple(said[relation, polarity])) for relation, polarity in sorted(opposed))
    return Contradiction(first["nutrient_name"], first["object_name"] or first["object"], sides)


def _are_opposed(one: tuple[str, str], other: tuple[str, str], guide: Guide) -> bool:
    if one[0] == other[0]:
        return one[1] != other[1]
    return one[1] == other[1] == "affirmed" and (one[0], other[0]) in guide.opposites
