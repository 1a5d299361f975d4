"""Which claims to look at, and in what order: the same sample and seed give the same order, on any machine."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Literal, TypeAlias, get_args
from urllib.parse import urlencode

from claimx.columns import COLUMNS
from claimx.table import Row

Method: TypeAlias = Literal["random", "confidence", "strata", "article"]
METHODS: tuple[str, ...] = get_args(Method)
FILTERABLE = frozenset(column.name for column in COLUMNS if column.kind == "string")


@dataclass(frozen=True, slots=True)
class Sample:
    """How claims are drawn: at random, least sure first, by turns from strata of relation and rule, or as they stand.

    `wanted` keeps only rows with these values in these columns ("doc_id" for one article).
    """

    method: Method = "random"
    seed: int = 1
    wanted: Mapping[str, str] = field(default_factory=dict)

    def query(self) -> str:
        """The sample as the query of an address; `parse_sample` reads it back."""
        return urlencode({"method": self.method, "seed": self.seed, **dict(sorted(self.wanted.items()))})


def parse_sample(query: Mapping[str, str]) -> Sample:
    """A sample from the values of a query. Unknown methods and columns fall back to the default, or are left out."""
    method = query.get("method", "random")
    seed = query.get("seed", "1")
    wanted = {name: value for name, value in query.items() if name in FILTERABLE and name != "claim_id" and value}
    known: Method = method if method in METHODS else "random"  # type: ignore[assignment]
    return Sample(known, int(seed) if seed.isascii() and seed.isdigit() else 1, wanted)


def draw(rows: Sequence[Row], sample: Sample) -> list[str]:
    """Claim ids in the order in which they are to be looked at: all that the filter lets through."""
    kept = [row for row in rows if all(row[name] == value for name, value in sample.wanted.items())]
    shuffled = sorted(kept, key=lambda row: _lot(row["claim_id"], sample.seed))
    if sample.method == "article":
        chosen = kept
    elif sample.method == "confidence":
        chosen = sorted(shuffled, key=lambda row: float(row["confidence"]))
    elif sample.method == "strata":
        chosen = _by_turns(shuffled)
    else:
        chosen = shuffled
    return [row["claim_id"] for row in chosen]


def stratum(row: Row) -> tuple[str, str]:
    """What a row is stratified by: its relation and its rule."""
    return row["relation"], row["rule_id"]


def _lot(claim_id: str, seed: int) -> bytes:
    return hashlib.sha256(f"{seed}:{claim_id}".encode()).digest()


def _by_turns(rows: Sequence[Row]) -> list[Row]:
    strata: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        strata[stratum(row)].append(row)
    ordered = sorted(strata.items(), key=lambda item: (-len(item[1]), item[0]))
    return [row for turn in zip_longest(*(own for _, own in ordered)) for row in turn if row is not None]
