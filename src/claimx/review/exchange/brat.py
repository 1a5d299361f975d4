"""brat standoff: a .txt and an .ann for each article, claims as events, and the annotation.conf that brat needs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from claimx.export import write_bytes
from claimx.review.correct import CHOICES
from claimx.review.exchange.frames import ATTRIBUTES, ENTITY_LABELS, RELATIONS, Document, Unreadable
from claimx.review.exchange.graph import Entity, Graph, spans_of, to_document, to_graph

INDEX = "documents.json"
CLAIM_NOTE = "claim_id "
NOT_SAFE = re.compile(r"[^A-Za-z0-9_-]+")
LINE_END = re.compile(r"[\r\n]+")


def write(documents: Sequence[Document], folder: Path) -> Path:
    """Write a folder that brat can open. Names of files are made safe; documents.json says whose they are."""
    folder.mkdir(parents=True, exist_ok=True)
    index = {}
    for number, document in enumerate(documents, 1):
        stem = f"{number:04}-{NOT_SAFE.sub('-', document.doc_id)[:60].strip('-') or 'article'}"
        index[stem] = document.doc_id
        write_bytes(folder / f"{stem}.txt", document.text.encode("utf-8"))
        write_bytes(folder / f"{stem}.ann", to_ann(to_graph(document)).encode("utf-8"))
    write_bytes(folder / INDEX, (json.dumps(index, ensure_ascii=False, indent=1) + "\n").encode("utf-8"))
    write_bytes(folder / "annotation.conf", annotation_conf().encode("utf-8"))
    return folder


def annotation_conf() -> str:
    """brat's configuration: entity types, event types with their roles, attributes with their values."""
    objects = "|".join(label for label in ENTITY_LABELS if label != "DOSE")
    roles = f"nutrient?:NUTRIENT, object?:{objects}, dose?:DOSE"
    lines = ["[entities]", *ENTITY_LABELS, "", "[relations]", "", "[events]"]
    lines += [f"{relation}\t{roles}" for relation in RELATIONS]
    lines += ["", "[attributes]", *(f"{name}\tArg:<EVENT>, Value:{'|'.join(CHOICES[name])}" for name in ATTRIBUTES)]
    return "\n".join(lines) + "\n"


def to_ann(graph: Graph) -> str:
    """The .ann of a document. A span over several lines is written in parts, as brat wants it."""
    lines = []
    for name, entity in graph.entities.items():
        parts = spans_of(entity, graph.text)
        places = ";".join(f"{start} {end}" for start, end in parts)
        words = " ".join(graph.text[start:end] for start, end in parts).replace("\t", " ")
        lines.append(f"{name}\t{entity.label} {places}\t{LINE_END.sub(' ', words)}")
    notes = 0
    for number, (trigger, claim_id) in enumerate(graph.claim_ids.items(), 1):
        ties = "".join(f" {role}:{name}" for one, role, name in graph.ties if one == trigger)
        lines.append(f"E{number}\t{graph.entities[trigger].label}:{trigger}{ties}")
        for name, value in graph.attributes[trigger].items():
            notes += 1
            lines.append(f"A{notes}\t{name} E{number} {value}")
        lines.append(f"#{number}\tAnnotatorNotes E{number}\t{CLAIM_NOTE}{claim_id}")
    return "".join(line + "\n" for line in lines)


def read(folder: Path) -> Iterator[Document]:
    """The documents of a folder that was written here and edited in brat."""
    try:
        index = json.loads((folder / INDEX).read_text("utf-8"))
    except (OSError, json.JSONDecodeError) as error:
        raise Unreadable(f"{INDEX}: {error}") from None
    for stem, doc_id in index.items():
        text = (folder / f"{stem}.txt").read_bytes().decode("utf-8")
        yield to_document(parse_ann((folder / f"{stem}.ann").read_text("utf-8"), doc_id=doc_id, text=text, name=stem))


def parse_ann(ann: str, *, doc_id: str, text: str, name: str) -> Graph:
    """Entities, events, attributes and our notes of an .ann; lines of other kinds are passed over."""
    graph = Graph(doc_id, text)
    trigger_of: dict[str, str] = {}
    attributes: dict[str, dict[str, str]] = {}
    for number, line in enumerate(ann.split("\n"), 1):
        cells = line.split("\t")
        try:
            if line.startswith("T"):
                label, places = cells[1].split(" ", 1)
                numbers = [int(place) for place in re.split("[ ;]", places)]
                graph.entities[cells[0]] = Entity(label, min(numbers), max(numbers))
            elif line.startswith("E"):
                (_, trigger), *ties = [part.split(":", 1) for part in cells[1].split()]
                trigger_of[cells[0]] = trigger
                graph.ties += [(trigger, role.rstrip("0123456789"), other) for role, other in ties]
            elif line.startswith(("A", "M")):
                kind, event, value = cells[1].split()
                attributes.setdefault(event, {})[kind] = value
            elif line.startswith("#") and cells[2].startswith(CLAIM_NOTE):
                graph.claim_ids[cells[1].split()[1]] = cells[2].removeprefix(CLAIM_NOTE)
        except (IndexError, ValueError) as error:
            raise Unreadable(f"{name}.ann:{number}: not brat standoff: {error}") from None
    graph.claim_ids = {trigger_of[event]: claim for event, claim in graph.claim_ids.items() if event in trigger_of}
    graph.attributes = {trigger_of[event]: found for event, found in attributes.items() if event in trigger_of}
    return graph
