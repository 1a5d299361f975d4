"""Label Studio: tasks.json with the claims as predictions, and the labelling configuration that shows them.

Offsets are code points, as Label Studio stores them. A region's id is the trigger's claim_id, which it keeps.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from claimx.export import write_bytes
from claimx.review.correct import CHOICES
from claimx.review.exchange.frames import ATTRIBUTES, ENTITY_LABELS, RELATIONS, ROLES, Document, Unreadable
from claimx.review.exchange.graph import Entity, Graph, surface, to_document, to_graph

TASKS, CONFIG = "tasks.json", "config.xml"


def write(documents: Sequence[Document], folder: Path) -> Path:
    """Write the tasks and the configuration into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    tasks = [_task(to_graph(document)) for document in documents]
    write_bytes(folder / TASKS, (json.dumps(tasks, ensure_ascii=False, indent=1) + "\n").encode("utf-8"))
    write_bytes(folder / CONFIG, label_config().encode("utf-8"))
    return folder


def label_config() -> str:
    """The configuration to paste into a project: labels, ties, and choices for each trigger."""
    labels = "".join(f"    <Label value={quoteattr(name)}/>\n" for name in (*ENTITY_LABELS, *RELATIONS))
    ties = "".join(f"    <Relation value={quoteattr(role)}/>\n" for role in ROLES)
    choices = "".join(
        f'  <Choices name="{name}" toName="text" perRegion="true">\n'
        + "".join(f"    <Choice value={quoteattr(value)}/>\n" for value in CHOICES[name])
        + "  </Choices>\n"
        for name in ATTRIBUTES
    )
    return (
        f'<View>\n  <Labels name="label" toName="text">\n{labels}  </Labels>\n  <Relations>\n{ties}  </Relations>\n'
        f'{choices}  <Text name="text" value="$text" granularity="word"/>\n</View>\n'
    )


def _task(graph: Graph) -> dict[str, Any]:
    names = {name: graph.claim_ids.get(name) or name for name in graph.entities}
    results: list[dict[str, Any]] = []
    for name, entity in graph.entities.items():
        value = {"start": entity.start, "end": entity.end, "text": surface(graph, entity)}
        region = {"id": names[name], "to_name": "text"}
        results.append({**region, "type": "labels", "from_name": "label", "value": {**value, "labels": [entity.label]}})
        results += [
            {**region, "type": "choices", "from_name": attribute, "value": {**value, "choices": [chosen]}}
            for attribute, chosen in graph.attributes.get(name, {}).items()
        ]
    results += [
        {"type": "relation", "from_id": names[one], "to_id": names[other], "direction": "right", "labels": [role]}
        for one, role, other in graph.ties
    ]
    data = {"text": graph.text, "doc_id": graph.doc_id}
    return {"data": data, "predictions": [{"model_version": "claimx", "result": results}]}


def read(path: Path) -> Iterator[Document]:
    """The documents of an export as JSON, from a file or from the folder written here."""
    path = path / TASKS if path.is_dir() else path
    try:
        tasks = json.loads(path.read_text("utf-8"))
        for task in tasks:
            yield to_document(_graph(task))
    except (KeyError, TypeError, AttributeError, IndexError, json.JSONDecodeError) as error:
        raise Unreadable(f"not a Label Studio export: {error!r}") from None


def _graph(task: Mapping[str, Any]) -> Graph:
    graph = Graph(str(task["data"]["doc_id"]), task["data"]["text"])
    done = [a for a in task.get("annotations", []) if not a.get("was_cancelled")] or task.get("predictions", [])
    attributes: dict[str, dict[str, str]] = {}
    for result in done[-1]["result"] if done else []:
        if result["type"] == "labels":
            value = result["value"]
            graph.entities[result["id"]] = Entity(value["labels"][0], int(value["start"]), int(value["end"]))
            graph.claim_ids[result["id"]] = result["id"]
        elif result["type"] == "choices":
            attributes.setdefault(result["id"], {})[result["from_name"]] = result["value"]["choices"][0]
        elif result["type"] == "relation":
            graph.ties.append((result["from_id"], (result.get("labels") or [""])[0], result["to_id"]))
    graph.attributes.update(attributes)
    return graph
