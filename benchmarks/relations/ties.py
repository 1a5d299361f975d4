"""Relations between two spans, ours and an annotated set's, compared through a mapping table.

A table has one row for each relation of the set that a relation of ours may stand for: `gold`, `ours`, `direction`.
Direction says where our nutrient stands in the set's relation: subject, object, or either for symmetric ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from claimx.data_files import read_tsv
from claimx.pipeline import Extractor, Reading
from claimx.records import Article, Claim, Label, Mention, Span
from claimx.score import Figures, match

Direction: TypeAlias = Literal["subject", "object", "either"]
Spans: TypeAlias = Literal["exact", "overlap"]
Compared: TypeAlias = Literal["name", "table", "pair"]
DIRECTIONS: tuple[Direction, ...] = ("subject", "object", "either")


@dataclass(frozen=True, slots=True)
class Tie:
    """Subject, relation and object of one document, in the order of the scheme that named the relation.

    `status` is what the scheme says of its truth: the set's own word for gold, mapped to that word for ours.
    """

    doc: str
    subject: Span
    relation: str
    object: Span
    status: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A gold span with its type in the set's scheme."""

    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class EntityType:
    """What a type of the set is to us: its label and subtype, and whether it can be what a claim is about."""

    label: Label
    subject: bool
    subtype: str = ""


@dataclass(frozen=True, slots=True)
class Mapping:
    """Which of our relations may stand for which of the set's, and where our nutrient then stands."""

    directions: dict[tuple[str, str], Direction]

    @property
    def gold_relations(self) -> frozenset[str]:
        return frozenset(gold for gold, _ in self.directions)

    @property
    def our_relations(self) -> frozenset[str]:
        return frozenset(ours for _, ours in self.directions)

    def nutrient_sides(self, relation: str) -> frozenset[Direction]:
        """The sides of a gold relation on which our nutrient may stand: subject, object or both."""
        found = {direction for (gold, _), direction in self.directions.items() if gold == relation}
        both: set[Direction] = {"subject", "object"}
        return frozenset(both if "either" in found else found)


def load_mapping(path: Path) -> Mapping:
    """The mapping table; a direction it does not know, or a pair given twice, is a DataError."""
    directions: dict[tuple[str, str], Direction] = {}
    for row in read_tsv(path):
        known = [direction for direction in DIRECTIONS if direction == row["direction"]]
        if not known:
            raise row.error(f'direction "{row["direction"]}" is none of {", ".join(DIRECTIONS)}')
        if (row["gold"], row["ours"]) in directions:
            raise row.error(f"{row['gold']} and {row['ours']} are given twice")
        directions[row["gold"], row["ours"]] = known[0]
    return Mapping(directions)


def load_types(path: Path) -> dict[str, EntityType]:
    """What each entity type of the set is to us: columns `type`, `label`, `subtype`, `subject` (yes or no)."""
    labels: dict[str, Label] = {"NUTRIENT": "NUTRIENT", "CONDITION": "CONDITION", "FUNCTION": "FUNCTION"}
    types = {}
    for row in read_tsv(path):
        if row["label"] not in labels or row["subject"] not in ("yes", "no"):
            raise row.error(f"expected a label of {', '.join(labels)} and yes or no")
        types[row["type"]] = EntityType(labels[row["label"]], row["subject"] == "yes", row["subtype"])
    return types


def tie_of(claim: Claim, status: str = "") -> Tie | None:
    """A claim as a tie; None for a claim without an object."""
    if claim.object is None:
        return None
    nutrient, target = claim.nutrient, claim.object
    return Tie(claim.doc_id, Span(nutrient.start, nutrient.end), claim.relation, Span(target.start, target.end), status)


def with_entities(reading: Reading, entities: Iterable[Entity], types: dict[str, EntityType]) -> Reading:
    """The reading with gold entities for its mentions, doses kept. Of overlapping entities the longest stays."""
    kept: list[Entity] = []
    for entity in sorted(entities, key=lambda e: (e.start - e.end, e.start)):
        if entity.type in types and not any(
            overlaps(Span(entity.start, entity.end), Span(k.start, k.end)) for k in kept
        ):
            kept.append(entity)
    mentions = []
    for sentence, found in zip(reading.sentences, reading.mentions, strict=True):
        golden = [e for e in kept if sentence.start <= e.start and e.end <= sentence.end]
        doses = [m for m in found if m.label == "DOSE" and not any(m.start < e.end and e.start < m.end for e in golden)]
        made = [_mention(reading.article, entity, types[entity.type]) for entity in golden]
        mentions.append(sorted((*doses, *made), key=lambda m: (m.start, m.end)))
    return Reading(reading.article, reading.sentences, mentions, {}, [])


def extract(
    extractor: Extractor, articles: Sequence[Article], change: Callable[[Reading], Reading] = lambda reading: reading
) -> list[list[Claim]]:
    """Claims of each article; `change` may replace what was tagged before it is parsed and related."""
    readings = [change(extractor.prepare(article)) for article in articles]
    return [extractor.relate(reading) for reading in extractor.parse(readings)]


def overlaps(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one.start < other.end and other.start < one.end


def agrees(gold: Tie, found: Tie, mapping: Mapping, *, spans: Spans, compared: Compared) -> bool:
    """Whether a tie of ours is right about a gold one.

    `compared` says by what the relations are: "name" the same word, "table" a row of the mapping, "pair" not at all
    (either way round).
    """
    if gold.doc != found.doc:
        return False
    if compared == "pair":
        return any(_same_ends(gold, found, direction, spans) for direction in DIRECTIONS)
    direction = mapping.directions.get((gold.relation, found.relation))
    if direction is None or (compared == "name" and gold.relation != found.relation):
        return False
    return _same_ends(gold, found, direction, spans)


def compare(
    gold: Sequence[Tie],
    found: Sequence[Tie],
    mapping: Mapping,
    *,
    spans: Spans = "overlap",
    compared: Compared = "table",
    agree: Callable[[Tie, Tie], bool] = lambda _gold, _found: True,
) -> dict[int, int]:
    """A largest one-to-one matching, gold index to found index; `agree` may ask for more."""
    wanted = [{"doc": tie.doc, "tie": tie} for tie in gold]
    given = [{"doc": tie.doc, "tie": tie} for tie in found]
    return match(
        wanted,
        given,
        lambda a, b: agrees(a["tie"], b["tie"], mapping, spans=spans, compared=compared) and agree(a["tie"], b["tie"]),
    )


def figures(
    gold: Sequence[Tie], found: Sequence[Tie], pairs: dict[int, int], *, scope: set[int] | None = None
) -> Figures:
    """P, R and F1. With `scope` only these gold ties count, and a row right about another one counts nowhere."""
    inside = scope if scope is not None else set(range(len(gold)))
    right = sum(i in inside for i in pairs)
    return Figures(len(inside), right, len(found) - (len(pairs) - right), right)


def table_line(name: str, *scores: Figures) -> str:
    """One row of a Markdown table: P, R and F1 of each score, in per cent."""
    cells = " | ".join(f"{100 * s.precision:5.1f} | {100 * s.recall:5.1f} | {100 * s.f1:5.1f}" for s in scores)
    return f"| {name:<46} | {cells} |"


def tagged(extractor: Extractor, articles: Sequence[Article]) -> dict[str, list[Mention]]:
    """What our tagger finds in each article, doses left out."""
    return {
        article.id: [m for found in extractor.prepare(article).mentions for m in found if m.label != "DOSE"]
        for article in articles
    }


def find_missed(
    gold: Sequence[Tie], found: Sequence[Tie], mapping: Mapping, *, scope: set[int], mentions: dict[str, list[Mention]]
) -> list[tuple[Tie, str]]:
    """Gold ties in scope that were missed, each with the first cause that holds."""
    pairs = compare(gold, found, mapping)
    missed = []
    for tie in (gold[i] for i in sorted(scope) if i not in pairs):
        near = mentions[tie.doc]
        subjects = [m for m in near if overlaps(tie.subject, Span(m.start, m.end)) and m.label == "NUTRIENT"]
        objects = [m for m in near if overlaps(tie.object, Span(m.start, m.end))]
        if any(agrees(tie, other, mapping, spans="overlap", compared="pair") for other in found):
            cause = "another relation, or its row serves a second gold tie"
        elif not subjects:
            cause = "subject not tagged as a nutrient"
        else:
            cause = "both tagged, no row" if objects else "object not tagged"
        missed.append((tie, cause))
    return missed


def _same_ends(gold: Tie, found: Tie, direction: Direction, spans: Spans) -> bool:
    def same(one: Span, other: Span) -> bool:
        return one == other if spans == "exact" else overlaps(one, other)

    straight = same(gold.subject, found.subject) and same(gold.object, found.object)
    crossed = same(gold.subject, found.object) and same(gold.object, found.subject)
    return (direction != "object" and straight) or (direction != "subject" and crossed)


def _mention(article: Article, entity: Entity, kind: EntityType) -> Mention:
    surface = article.text[entity.start : entity.end]
    return Mention(kind.label, entity.start, entity.end, surface, surface.lower(), subtype=kind.subtype)
