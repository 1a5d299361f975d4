"""BioC JSON through the bioc library: one passage an article, spans as annotations, claims as relations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from claimx.export import write_bytes
from claimx.review.exchange.frames import Document, Unreadable
from claimx.review.exchange.graph import Entity, Graph, surface, to_document, to_graph

FILE_NAME = "claims.bioc.json"
TRIGGER = "trigger"


def write(documents: Sequence[Document], path: Path) -> Path:
    """Write one collection to a file, or into a folder."""
    import bioc  # type: ignore[import-untyped]
    from bioc import biocjson

    path = path if path.suffix == ".json" else path / FILE_NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    collection = bioc.BioCCollection()
    collection.source = "claimx"
    collection.key = "claimx"
    for document in documents:
        collection.add_document(_to_bioc(to_graph(document)))
    return write_bytes(path, (biocjson.dumps(collection, indent=1, ensure_ascii=False) + "\n").encode("utf-8"))


def _to_bioc(graph: Graph) -> object:
    import bioc

    document = bioc.BioCDocument()
    document.id = graph.doc_id
    passage = bioc.BioCPassage()
    passage.offset = 0
    passage.text = graph.text
    for name, entity in graph.entities.items():
        annotation = bioc.BioCAnnotation()
        annotation.id = name
        annotation.infons["type"] = entity.label
        annotation.text = surface(graph, entity)
        annotation.add_location(bioc.BioCLocation(entity.start, entity.end - entity.start))
        passage.add_annotation(annotation)
    for trigger, claim_id in graph.claim_ids.items():
        relation = bioc.BioCRelation()
        relation.id = claim_id
        relation.infons["type"] = graph.entities[trigger].label
        relation.infons.update(graph.attributes[trigger])
        relation.add_node(bioc.BioCNode(trigger, TRIGGER))
        for one, role, name in graph.ties:
            if one == trigger:
                relation.add_node(bioc.BioCNode(name, role))
        passage.add_relation(relation)
    document.add_passage(passage)
    return document


def read(path: Path) -> Iterator[Document]:
    """The documents of a collection whose passages begin at offset 0."""
    from bioc import biocjson

    path = path / FILE_NAME if path.is_dir() else path
    try:
        with path.open(encoding="utf-8") as file:
            collection = biocjson.load(file)
    except (ValueError, KeyError, TypeError) as error:
        raise Unreadable(f"not BioC JSON: {error!r}") from None
    for document in collection.documents:
        for passage in document.passages:
            graph = Graph(document.id, passage.text)
            for annotation in passage.annotations:
                start = min(place.offset for place in annotation.locations) - passage.offset
                end = max(place.offset + place.length for place in annotation.locations) - passage.offset
                graph.entities[annotation.id] = Entity(annotation.infons.get("type", ""), start, end)
            for relation in passage.relations:
                nodes = {node.role: node.refid for node in relation.nodes}
                trigger = nodes.pop(TRIGGER, "")
                if trigger not in graph.entities:
                    raise Unreadable(f"{document.id}: relation {relation.id} has no trigger")
                graph.claim_ids[trigger] = relation.id
                graph.attributes[trigger] = {k: v for k, v in relation.infons.items() if k != "type"}
                graph.ties += [(trigger, role, name) for role, name in nodes.items()]
            yield to_document(graph)
