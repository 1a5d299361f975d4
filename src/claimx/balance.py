"""The balance card of an article: what it says for and against each nutrient, and what it leaves out.

A hint for a compliance reader, never legal advice. docs/flags.md says when each gap is named.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from claimx.guide import SIDES, Guide, Side
from claimx.table import Row

# an amount that passes the limit, or may
PASSING = frozenset({"above", "partly", "unsure"})


@dataclass(frozen=True, slots=True)
class Point:
    """Rows of one claim group: the same said once or more. `certainty` and `evidence` list each value once, sorted."""

    nutrient: str
    state: str
    relation: str
    polarity: str
    object: str
    dose: str
    rows: int
    certainty: tuple[str, ...]
    evidence: tuple[str, ...]
    flags: tuple[str, ...]
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something an article leaves out of what it says of a nutrient; `kind` is a key of "missing" in flags.yaml."""

    nutrient: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """One article's balance. `sides` has a list of points for each of `SIDES`; `denied` holds negated benefits."""

    doc_id: str
    title: str
    claims: int
    sides: Mapping[str, tuple[Point, ...]]
    denied: tuple[Point, ...]
    overclaims: int
    doses_above: int
    missing: tuple[Gap, ...]


def make_cards(rows: Iterable[Row], guide: Guide, *, titles: Mapping[str, str] | None = None) -> list[Card]:
    """A card an article, by doc_id. `titles` adds the articles that have no row."""
    by_doc: dict[str, list[Row]] = {doc_id: [] for doc_id in titles or {}}
    for row in rows:
        by_doc.setdefault(row["doc_id"], []).append(row)
    return [make_card(doc_id, by_doc[doc_id], guide, title=(titles or {}).get(doc_id, "")) for doc_id in sorted(by_doc)]


def make_card(doc_id: str, rows: Sequence[Row], guide: Guide, *, title: str = "") -> Card:
    """The card of one article from its rows."""
    by_side: dict[str, list[Row]] = {name: [] for name in (*SIDES, "denied")}
    for row in rows:
        side = side_of(row, guide)
        if side:
            by_side[side].append(row)
    points = {name: _points(found) for name, found in by_side.items()}
    return Card(
        doc_id=doc_id,
        title=title or (rows[0]["title"] if rows else ""),
        claims=len(rows),
        sides={name: points[name] for name in SIDES},
        denied=points["denied"],
        overclaims=sum(bool(row["overclaim"]) for row in rows),
        doses_above=sum(row["dose_flag"] in PASSING for row in rows),
        missing=tuple(_gaps(by_side, rows, guide)),
    )


def side_of(row: Row, guide: Guide) -> str:
    """The list that a row belongs to: one of `SIDES`, "denied" for a negated benefit, "" for none of them."""
    side = next((side.name for side in guide.sides if _takes(side, row)), "")
    if row["polarity"] == "affirmed" or side not in ("benefits", "harms"):
        return side
    # that it does no harm speaks for its safety
    return "denied" if side == "benefits" else "safety"


def _takes(side: Side, row: Row) -> bool:
    return (
        (not side.relations or row["relation"] in side.relations)
        and (not side.states or row["nutrient_state"] in side.states)
        and (not side.classes or row["claim_class"] in side.classes)
    )


def _points(rows: Sequence[Row]) -> tuple[Point, ...]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["claim_group"]].append(row)
    points = [_point(group) for group in groups.values()]
    return tuple(sorted(points, key=lambda point: (point.nutrient.casefold(), -point.rows, point.claim_ids)))


def _point(group: Sequence[Row]) -> Point:
    first = group[0]
    flags = {flag for row in group for flag in (_named("overclaim", row), _named("dose_flag", row)) if flag}
    return Point(
        nutrient=first["nutrient_name"],
        state=first["nutrient_state"],
        relation=first["relation"],
        polarity=first["polarity"],
        object=first["object_name"] or first["object"],
        dose=next((row["dose_text"] for row in group if row["dose_text"]), ""),
        rows=len(group),
        certainty=tuple(sorted({row["certainty"] for row in group})),
        evidence=tuple(sorted({row["evidence"] for row in group})),
        flags=tuple(sorted(flags)),
        claim_ids=tuple(row["claim_id"] for row in group),
    )


def _named(column: str, row: Row) -> str:
    return f"{column} {row[column]}" if row[column] else ""


def _gaps(by_side: Mapping[str, Sequence[Row]], rows: Sequence[Row], guide: Guide) -> list[Gap]:
    """What is missing, nutrient by nutrient, those with the most benefits first."""
    benefits = Counter(row["nutrient_name"] for row in by_side["benefits"])
    foods = {row["nutrient_name"] for row in rows if row["nutrient_type"] in guide.no_supplement}
    named = sorted({row["nutrient_name"] for row in rows} - foods, key=lambda name: (-benefits[name], name))
    least = min(guide.least_benefits, max(benefits.values(), default=0))
    found = []
    for nutrient in named:
        own = {side: [row for row in said if row["nutrient_name"] == nutrient] for side, said in by_side.items()}
        kinds = _one_sided(own) if benefits[nutrient] >= least else []
        kinds = [*kinds, *_unwarned(own, [row for row in rows if row["nutrient_name"] == nutrient], guide)]
        found += [Gap(nutrient, kind, guide.missing[kind]) for kind in kinds]
    return found


def _one_sided(own: Mapping[str, Sequence[Row]]) -> list[str]:
    """Gaps behind benefits that the article claims for one nutrient."""
    benefits = own["benefits"]
    if not benefits:
        return []
    risks = [*own["harms"], *own["excess"], *own["cautions"], *own["interactions"]]
    cautions = [*own["cautions"], *own["interactions"], *own["excess"]]
    treats = any(row["relation"] in ("TREATS", "PREVENTS") and row["claim_class"] == "disease" for row in benefits)
    tests = {
        "no_side_effects": not risks and not own["safety"],
        "no_caution": treats and not cautions,
        "no_evidence": all(row["evidence"] == "none" for row in benefits),
        "no_dose": not own["doses"] and not any(row["dose_text"] for row in benefits),
    }
    return [kind for kind, is_missing in tests.items() if is_missing]


def _unwarned(own: Mapping[str, Sequence[Row]], rows: Sequence[Row], guide: Guide) -> list[str]:
    """Gaps behind an amount of one nutrient that passes its limit."""
    if not any(row["dose_flag"] in PASSING for row in rows):
        return []
    warns = own["excess"] or any(row["dose_flag"] == "warned" or row["dose_role"] == "upper_limit" for row in rows)
    limits = guide.dose.limits.get(rows[0]["nutrient_name"].casefold(), ())
    hazards = {hazard.casefold() for limit in limits for hazard in limit.hazards}
    told = {(row["object_name"] or row["object"]).casefold() for row in (*own["harms"], *own["excess"])}
    is_named = any(hazard in name for hazard in hazards for name in told)
    gaps = {"dose_without_warning": not warns, "hazard_not_named": bool(hazards) and not is_named}
    return [kind for kind, is_missing in gaps.items() if is_missing]


def to_record(card: Card) -> dict[str, object]:
    """A card as plain values, as in balance.jsonl: a key for each side, points as objects."""
    found = asdict(card)
    sides = found.pop("sides")
    return {
        "doc_id": card.doc_id,
        "title": card.title,
        "claims": card.claims,
        "missing": found["missing"],
        "overclaims": card.overclaims,
        "doses_above": card.doses_above,
        **{name: sides[name] for name in reversed(SIDES)},
        "denied": found["denied"],
    }


def to_jsonl(cards: Iterable[Card]) -> bytes:
    """balance.jsonl: one card a line."""
    lines = [json.dumps(to_record(card), ensure_ascii=False) + "\n" for card in cards]
    return "".join(lines).encode("utf-8")
