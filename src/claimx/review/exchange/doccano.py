"""doccano: JSON lines for a sequence labelling project with relations.

doccano gives every span an id of its own and knows no attributes: claims are recognised by their spans on the way
back, and a negated claim's trigger is labelled "TREATS not".
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from claimx.export import write_bytes
from claimx.review.exchange.frames import Document, Unreadable
from claimx.review.exchange.graph import Entity, Graph, to_document, to_graph

FILE_NAME = "doccano.jsonl"
NEGATED = " not"


def write(documents: Sequence[Document], path: Path) -> Path:
    """Write one line a document to a file, or into a folder."""
    path = path if path.suffix == ".jsonl" else path / FILE_NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    lines, used = [], 0
    for number, document in enumerate(documents, 1):
        graph = to_graph(document)
        lines.append(json.dumps(_record(graph, number, used), ensure_ascii=False) + "\n")
        # ids are unique over the whole file
        used += len(graph.entities)
    return write_bytes(path, "".join(lines).encode("utf-8"))


def _record(graph: Graph, number: int, used: int) -> dict[str, Any]:
    ids = {name: used + at for at, name in enumerate(graph.entities, 1)}
    entities = [
        {"id": ids[name], "label": _label(graph, name), "start_offset": entity.start, "end_offset": entity.end}
        for name, entity in graph.entities.items()
    ]
    relations = [
        {"id": at, "from_id": ids[one], "to_id": ids[other], "type": role}
        for at, (one, role, other) in enumerate(graph.ties, used + 1)
    ]
    return {
        "id": number, "text": graph.text, "doc_id": graph.doc_id, "entities": entities, "relations": relations,
    }  # fmt: skip


def _label(graph: Graph, name: str) -> str:
    negated = graph.attributes.get(name, {}).get("polarity") == "negated"
    return graph.entities[name].label + (NEGATED if negated else "")


def read(path: Path) -> Iterator[Document]:
    """The documents of an export as JSONL with relations."""
    path = path / FILE_NAME if path.is_dir() else path
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield to_document(_graph(json.loads(line)))
        except (KeyError, TypeError, AttributeError, json.JSONDecodeError) as error:
            raise Unreadable(f"line {number}: not a doccano record: {error!r}") from None


def _graph(record: Mapping[str, Any]) -> Graph:
    graph = Graph(str(record["doc_id"]), record["text"])
    for entity in record["entities"]:
        name, label = str(entity["id"]), str(entity["label"])
        negated = label.endswith(NEGATED)
        graph.entities[name] = Entity(
            label.removesuffix(NEGATED), int(entity["start_offset"]), int(entity["end_offset"])
        )
        graph.attributes[name] = {"polarity": "negated" if negated else "affirmed"}
    for tie in record["relations"]:
        graph.ties.append((str(tie["from_id"]), str(tie["type"]), str(tie["to_id"])))
    return graph
