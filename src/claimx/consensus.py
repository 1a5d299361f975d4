"""What articles together say of a nutrient and an object: who affirms, denies and hedges it, and where they clash."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Literal, TypeAlias

from claimx.groups import object_key
from claimx.guide import Guide
from claimx.table import Row

if TYPE_CHECKING:
    import pyarrow as pa

Stance: TypeAlias = Literal["affirm", "deny", "hedge"]
Verdict: TypeAlias = Literal["affirmed", "denied", "hedged", "mixed", "contradicted"]
Pair: TypeAlias = tuple[str, str, str]
VERDICTS: dict[Stance, Verdict] = {"affirm": "affirmed", "deny": "denied", "hedge": "hedged"}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many articles and rows take a stance."""

    articles: int
    rows: int


@dataclass(frozen=True, slots=True)
class DoseSpread:
    """The lowest and highest daily amount said in one unit; limits that a text names are left out."""

    unit: str
    min: float
    max: float
    articles: int
    rows: int


@dataclass(frozen=True, slots=True)
class Quote:
    """One side of a contradiction: the sentence of its surest row, and how many rows say it."""

    relation: str
    polarity: str
    doc_id: str
    claim_id: str
    sentence: str
    population: str
    rows: int


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two asserted things that cannot both be so of one nutrient and object, each with its quote."""

    nutrient: str
    object: str
    one: Quote
    other: Quote

    @property
    def nearness(self) -> int:
        """0 for quotes of two articles, 1 for one article, 2 for one sentence, which most often tells groups apart."""
        if self.one.doc_id != self.other.doc_id:
            return 0
        return 2 if self.one.sentence == self.other.sentence else 1


@dataclass(frozen=True, slots=True)
class Consensus:
    """All rows on one nutrient (in one state), relation and object.

    A row hedges when its certainty is not asserted, whatever its polarity; else it affirms or denies. `verdict` is
    contradicted when a contradiction of two asserted rows touches this relation, else mixed when stances differ.
    """

    nutrient_name: str
    nutrient_state: str
    relation: str
    object_name: str
    object_id: str
    object_type: str
    verdict: Verdict
    total: Tally
    affirm: Tally
    deny: Tally
    hedge: Tally
    doses: tuple[DoseSpread, ...]
    contradictions: tuple[Contradiction, ...]
    doc_ids: tuple[str, ...]


def compare(rows: Sequence[Row], guide: Guide) -> list[Consensus]:
    """One record for each nutrient, state, relation and object, sorted by these, whatever the order of `rows`."""
    pairs: dict[Pair, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=_surest_first):
        pairs[pair_of(row)].append(row)
    found = []
    for pair in sorted(pairs):
        clashes = _contradictions(pairs[pair], guide) if pair[2] or _may_lack_object(pairs[pair]) else []
        relations = sorted({row["relation"] for row in pairs[pair]})
        found += [_consensus(relation, pairs[pair], clashes) for relation in relations]
    return found


def pair_of(row: Row) -> Pair:
    """Nutrient, its state, and object, as they are compared: names without case, the object by id where it has one."""
    name = row["object_name"] or row["object"]
    key = object_key(name, identity=row["object_id"], kind=row["object_type"])
    return row["nutrient_name"].casefold(), row["nutrient_state"], key


def stance(row: Row) -> Stance:
    """Whether a row affirms, denies or hedges."""
    if row["certainty"] != "asserted":
        return "hedge"
    return "affirm" if row["polarity"] == "affirmed" else "deny"


def contradictions_of(found: Iterable[Consensus]) -> list[Contradiction]:
    """Each contradiction once: those between articles first, then the most often said."""
    unique = {(clash.one.claim_id, clash.other.claim_id): clash for item in found for clash in item.contradictions}
    return sorted(
        unique.values(),
        key=lambda clash: (
            clash.nearness, -(clash.one.rows + clash.other.rows), clash.nutrient, clash.object, clash.one.claim_id,
        ),
    )  # fmt: skip


def _may_lack_object(rows: Sequence[Row]) -> bool:
    # amounts differ without contradicting one another; only "safe" and "not safe" need no object
    return any(row["relation"] == "SAFE_FOR" for row in rows)


def _surest_first(row: Row) -> tuple[object, ...]:
    return -row["confidence"], row["doc_id"], row["sent_start"], row["claim_id"]


def _consensus(relation: str, pair: Sequence[Row], clashes: Sequence[Contradiction]) -> Consensus:
    rows = [row for row in pair if row["relation"] == relation]
    by_stance: dict[Stance, list[Row]] = {"affirm": [], "deny": [], "hedge": []}
    for row in rows:
        by_stance[stance(row)].append(row)
    touching = tuple(clash for clash in clashes if relation in (clash.one.relation, clash.other.relation))
    taken: list[Stance] = [name for name, said in by_stance.items() if said]
    return Consensus(
        nutrient_name=_most_common(row["nutrient_name"] for row in rows),
        nutrient_state=rows[0]["nutrient_state"],
        relation=relation,
        object_name=_most_common(row["object_name"] or row["object"] for row in rows),
        object_id=_most_common(row["object_id"] for row in rows),
        object_type=_most_common(row["object_type"] for row in rows),
        verdict="contradicted" if touching else VERDICTS[taken[0]] if len(taken) == 1 else "mixed",
        total=_tally(rows),
        affirm=_tally(by_stance["affirm"]),
        deny=_tally(by_stance["deny"]),
        hedge=_tally(by_stance["hedge"]),
        doses=tuple(_spreads(rows)),
        contradictions=touching,
        doc_ids=tuple(sorted({row["doc_id"] for row in rows})),
    )


def _tally(rows: Sequence[Row]) -> Tally:
    return Tally(len({row["doc_id"] for row in rows}), len(rows))


def _most_common(values: Iterable[str]) -> str:
    return min(Counter(values).items(), key=lambda item: (-item[1], item[0]))[0]


def _spreads(rows: Sequence[Row]) -> Iterable[DoseSpread]:
    dosed: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["daily_unit"] and row["dose_role"] != "upper_limit":
            dosed[row["daily_unit"]].append(row)
    for unit in sorted(dosed):
        amounts = [row[name] for row in dosed[unit] for name in ("daily_min", "daily_max") if row[name] is not None]
        if amounts:
            tally = _tally(dosed[unit])
            yield DoseSpread(unit, min(amounts), max(amounts), tally.articles, tally.rows)


def _contradictions(pair: Sequence[Row], guide: Guide) -> list[Contradiction]:
    """Clashes among the asserted rows of one nutrient and object; rows come surest first."""
    said: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in pair:
        if row["certainty"] == "asserted" and row["relation"] != "HAS_DOSE":
            said[row["relation"], row["polarity"]].append(row)
    return [
        _clash(said[one], said[other])
        for one, other in combinations(sorted(said), 2)
        if _are_opposed(one, other, guide)
    ]


def _are_opposed(one: tuple[str, str], other: tuple[str, str], guide: Guide) -> bool:
    if one[0] == other[0]:
        return one[1] != other[1]
    return one[1] == other[1] == "affirmed" and (one[0], other[0]) in guide.opposites


def _clash(first: Sequence[Row], second: Sequence[Row]) -> Contradiction:
    """The surest row of each side, of two articles where there are two."""
    apart = ((one, other) for one in first for other in second if one["doc_id"] != other["doc_id"])
    one, other = next(apart, (first[0], second[0]))
    return Contradiction(
        one["nutrient_name"], one["object_name"] or one["object"], _quote(one, first), _quote(other, second)
    )


def _quote(row: Row, side: Sequence[Row]) -> Quote:
    names = ("relation", "polarity", "doc_id", "claim_id", "sentence", "population")
    return Quote(**{name: row[name] for name in names}, rows=len(side))


def consensus_schema() -> pa.Schema:
    """The schema of consensus.parquet: the fields of `Consensus`, tallies as <stance>_articles and <stance>_rows."""
    import pyarrow as pa

    quote = pa.struct(
        [(name, pa.string()) for name in ("relation", "polarity", "doc_id", "claim_id", "sentence", "population")]
        + [("rows", pa.int64())]
    )
    spread = pa.struct(
        [
            ("unit", pa.string()),
            ("min", pa.float64()),
            ("max", pa.float64()),
            ("articles", pa.int64()),
            ("rows", pa.int64()),
        ]
    )
    clash = pa.struct([("nutrient", pa.string()), ("object", pa.string()), ("one", quote), ("other", quote)])
    names = ("nutrient_name", "nutrient_state", "relation", "object_name", "object_id", "object_type", "verdict")
    tallies = [f"{prefix}{what}" for prefix in ("", "affirm_", "deny_", "hedge_") for what in ("articles", "rows")]
    return pa.schema(
        [pa.field(name, pa.string(), nullable=False) for name in names]
        + [pa.field(name, pa.int64(), nullable=False) for name in tallies]
        + [pa.field("doses", pa.list_(spread), nullable=False)]
        + [pa.field("contradictions", pa.list_(clash), nullable=False)]
        + [pa.field("doc_ids", pa.list_(pa.string()), nullable=False)]
    )


def to_record(item: Consensus) -> dict[str, object]:
    """A consensus as plain values, as in consensus.parquet."""
    found = asdict(item)
    for prefix, name in (("", "total"), ("affirm_", "affirm"), ("deny_", "deny"), ("hedge_", "hedge")):
        tally = found.pop(name)
        found |= {f"{prefix}articles": tally["articles"], f"{prefix}rows": tally["rows"]}
    return {name: found[name] for name in consensus_schema().names}


def consensus_table(found: Sequence[Consensus]) -> pa.Table:
    """Consensus records as one Arrow table of `consensus_schema`."""
    import pyarrow as pa

    return pa.Table.from_pylist([to_record(item) for item in found], schema=consensus_schema())
