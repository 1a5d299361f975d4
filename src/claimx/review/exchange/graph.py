"""Frames as a graph of spans and ties, which every one of the formats can write down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claimx.review.exchange.frames import ATTRIBUTES, RELATIONS, ROLES, Document, Frame, Unreadable


@dataclass(frozen=True, slots=True)
class Entity:
    """A labelled span; one that several claims share stands once."""

    label: str
    start: int
    end: int


@dataclass(slots=True)
class Graph:
    """A document: entities by id, ties from a trigger to the span that has a role in its claim.

    A trigger is an entity labelled with a relation; `attributes` and `claim_ids` are by the trigger's id.
    """

    doc_id: str
    text: str
    entities: dict[str, Entity] = field(default_factory=dict)
    ties: list[tuple[str, str, str]] = field(default_factory=list)
    attributes: dict[str, Mapping[str, str]] = field(default_factory=dict)
    claim_ids: dict[str, str] = field(default_factory=dict)


def to_graph(document: Document) -> Graph:
    """Entities are numbered T1, T2 ... in reading order, each claim's trigger after the spans that it ties."""
    graph = Graph(document.doc_id, document.text)
    shared = sorted(
        {
            Entity(frame.label(role), *frame.spans[role])
            for frame in document.frames
            for role in ROLES
            if role in frame.spans
        },
        key=lambda entity: (entity.start, entity.end, entity.label),
    )
    names = {entity: f"T{number}" for number, entity in enumerate(shared, 1)}
    graph.entities.update({name: entity for entity, name in names.items()})
    for number, frame in enumerate(document.frames, len(names) + 1):
        trigger = f"T{number}"
        graph.entities[trigger] = Entity(frame.relation, *frame.spans["trigger"])
        graph.attributes[trigger] = dict(frame.attributes)
        graph.claim_ids[trigger] = frame.claim_id
        for role in ROLES:
            if role in frame.spans:
                graph.ties.append((trigger, role, names[Entity(frame.label(role), *frame.spans[role])]))
    return graph


def to_document(graph: Graph) -> Document:
    """The frames of a graph, checked; a tie that leads nowhere or a span outside the text is Unreadable."""
    for name, entity in graph.entities.items():
        if not 0 <= entity.start < entity.end <= len(graph.text):
            raise Unreadable(f"{graph.doc_id}: span {name} lies outside the text")
    roles: dict[str, dict[str, Entity]] = defaultdict(dict)
    for trigger, role, name in graph.ties:
        if trigger not in graph.entities or name not in graph.entities:
            raise Unreadable(f"{graph.doc_id}: a tie leads to a span that is not there")
        if role not in ROLES or graph.entities[trigger].label not in RELATIONS:
            raise Unreadable(f'{graph.doc_id}: "{graph.entities[trigger].label}" cannot have a "{role}"')
        roles[trigger][role] = graph.entities[name]
    triggers = [name for name, entity in graph.entities.items() if entity.label in RELATIONS]
    return Document(graph.doc_id, graph.text, [_frame(graph, name, roles[name]) for name in triggers])


def _frame(graph: Graph, trigger: str, roles: Mapping[str, Entity]) -> Frame:
    entity = graph.entities[trigger]
    spans = {"trigger": (entity.start, entity.end)}
    spans |= {role: (other.start, other.end) for role, other in roles.items()}
    kind = roles["object"].label.lower() if "object" in roles else ""
    attributes = {name: value for name, value in graph.attributes.get(trigger, {}).items() if name in ATTRIBUTES}
    return Frame(graph.claim_ids.get(trigger, ""), entity.label, spans, kind, attributes)


def surface(graph: Graph, entity: Entity) -> str:
    return graph.text[entity.start : entity.end]


def spans_of(entity: Entity, text: str) -> Sequence[tuple[int, int]]:
    """The parts of an entity between line ends, for formats that know no span over several lines."""
    parts = []
    start = entity.start
    for at in range(entity.start, entity.end):
        if text[at] in "\r\n":
            parts += [(start, at)] if start < at else []
            start = at + 1
    return [*parts, (start, entity.end)] if start < entity.end else parts
