"""What a reader should look at first: contradictions over all articles, and rows that carry a flag."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from claimx.data_files import DataFiles
from claimx.errors import DataError
from claimx.groups import object_key
from claimx.guide import load_guide
from claimx.records import Relation
from claimx.table import Row

FILE = "report/directions.yaml"
LOW_CONFIDENCE = 0.5
# what each flag is called on the page is in page.FLAG_WORDS
FLAG_TESTS: dict[str, Callable[[Row], bool]] = {
    "over_limit": lambda row: row["dose_flag"] in {"above", "partly"},
    "overclaim": lambda row: bool(row["overclaim"]),
    "low_confidence": lambda row: row["confidence"] < LOW_CONFIDENCE,
}
Side: TypeAlias = tuple[Relation, str]


@dataclass(frozen=True, slots=True)
class ReportGuide:
    """Directions of relations ("helps", "harms"; absent for others), and pairs of relations that are opposites."""

    directions: Mapping[str, str]
    opposites: frozenset[tuple[Relation, Relation]]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Rows of one nutrient and one object that say opposite things; numbers are places in the list of rows."""

    nutrient: str
    object: str
    sides: tuple[tuple[str, str, tuple[int, ...]], ...]

    @property
    def rows(self) -> tuple[int, ...]:
        return tuple(sorted(number for _, _, numbers in self.sides for number in numbers))


def load_report_guide(data: DataFiles) -> ReportGuide:
    """Directions of data/report/directions.yaml (the last layer wins whole), opposites of data/cues/flags.yaml."""
    path, found = data.yaml(FILE)[-1]
    try:
        directions = {name: direction for direction, names in found.items() for name in names}
    except (TypeError, AttributeError):
        raise DataError("expected lists of relations", path=path) from None
    return ReportGuide(directions, load_guide(data).opposites)


def find_flags(rows: Sequence[Row], guide: ReportGuide) -> list[list[str]]:
    """The names of the flags of each row, contradictions included, in the order of the rows."""
    contradicting = {number for found in find_contradictions(rows, guide) for number in found.rows}
    return [
        [*(["contradiction"] if number in contradicting else []), *(n for n, fits in FLAG_TESTS.items() if fits(row))]
        for number, row in enumerate(rows)
    ]


def find_contradictions(rows: Sequence[Row], guide: ReportGuide) -> list[Contradiction]:
    """Pairs of nutrient (in one state) and object of which opposite things are asserted, most rows first."""
    groups: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        if row["certainty"] == "asserted" and (row["object"] or row["relation"] == "SAFE_FOR"):
            name = row["object_name"] or row["object"]
            key = object_key(name, identity=row["object_id"], kind=row["object_type"])
            groups[row["nutrient_name"].casefold(), row["nutrient_state"], key].append(number)
    found = [made for numbers in groups.values() if (made := _contradiction(rows, numbers, guide))]
    return sorted(found, key=lambda item: (-len(item.rows), item.nutrient, item.object, item.rows))


def _contradiction(rows: Sequence[Row], numbers: Iterable[int], guide: ReportGuide) -> Contradiction | None:
    said: dict[Side, list[int]] = defaultdict(list)
    for number in numbers:
        said[rows[number]["relation"], rows[number]["polarity"]].append(number)
    opposed = {side for side in said for other in said if _are_opposed(side, other, guide)}
    if not opposed:
        return None
    first = rows[min(number for side in opposed for number in said[side])]
    sides = tuple((relation, polarity, tuple(said[relation, polarity])) for relation, polarity in sorted(opposed))
    return Contradiction(first["nutrient_name"], first["object_name"] or first["object"], sides)


def _are_opposed(one: Side, other: Side, guide: ReportGuide) -> bool:
    if one[0] == other[0]:
        return one[1] != other[1]
    return one[1] == other[1] == "affirmed" and (one[0], other[0]) in guide.opposites
