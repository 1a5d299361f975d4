from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from bioc import biocjson
from bioc import brat as bioc_brat

from claimx.errors import ClaimxError
from claimx.records import Article
from claimx.review.exchange.brat import parse_ann, to_ann
from claimx.review.exchange.frames import Document, Frame, make_documents, take_documents
from claimx.review.exchange.graph import to_document, to_graph
from claimx.review.formats import READERS, WRITERS, export_review, import_review
from claimx.review.run import ReviewRun
from claimx.review.verdicts import Verdicts, gather
from claimx.table import to_rows
from review_cases import ARTICLES, ZINC, find_row, make_claim, make_rows, make_run, place

TOOLS = sorted(WRITERS)


@pytest.fixture
def run(tmp_path: Path) -> ReviewRun:
    return make_run(tmp_path / "out")


def edit(path: Path, change: Callable[[str], str]) -> None:
    changed = change(path.read_text("utf-8"))
    assert changed != path.read_text("utf-8")
    path.write_text(changed, "utf-8")


@pytest.mark.parametrize("tool", TOOLS)
def test_claims_come_back_as_they_went(run: ReviewRun, tool: str) -> None:
    path = export_review(run, Verdicts(), form=tool).path
    found = import_review(run, Verdicts(), path, form=tool, reviewer="ann")
    assert (found.events, found.problems, found.unchanged) == ([], [], 7)


@pytest.mark.parametrize("tool", [tool for tool in TOOLS if tool != "doccano"])
def test_documents_come_back_whole(run: ReviewRun, tool: str) -> None:
    documents = make_documents(run, Verdicts())
    back = list(READERS[tool](WRITERS[tool](documents, run.folder / "x")))
    assert back == [replace(document, frames=list(document.frames)) for document in documents]


@pytest.mark.parametrize("tool", TOOLS)
def test_changes_made_in_the_tool_become_verdicts(run: ReviewRun, tool: str) -> None:
    rows = make_rows()
    prevents, raises, causes = (find_row(rows, name) for name in ("PREVENTS", "INCREASES", "CAUSES"))
    documents = make_documents(run, Verdicts())
    words = {"nutrient": "vitamin C", "object": "colds", "trigger": "contain"}
    places = {role: place(ZINC, found) for role, found in words.items()}
    spans = {role: (span.start, span.end) for role, span in places.items()}
    new = Frame("", "TREATS", spans, "condition", {"polarity": "affirmed"})
    edited = []
    for document in documents:
        frames = [frame for frame in document.frames if frame.claim_id != causes["claim_id"]]
        frames = [
            replace(frame, relation="TREATS")
            if frame.claim_id == prevents["claim_id"]
            else replace(
                frame, spans={**frame.spans, "object": (frame.spans["object"][0], frame.spans["object"][0] + 6)}
            )
            if frame.claim_id == raises["claim_id"]
            else frame
            for frame in frames
        ]
        edited.append(replace(document, frames=[*frames, new] if document.doc_id == "zinc.txt" else frames))
    found = import_review(run, Verdicts(), WRITERS[tool](edited, run.folder / "x"), form=tool, reviewer="ann")
    assert found.problems == []
    verdicts = {e.claim_id: (e.verdict, e.error, e.correction) for e in found.events if e.kind == "verdict"}
    assert verdicts == {
        prevents["claim_id"]: ("wrong", "relation", {"relation": "TREATS"}),
        raises["claim_id"]: (
            "wrong",
            "object",
            {"object": "energy", "object_name": "energy", "object_end": raises["object_start"] + 6},
        ),
        causes["claim_id"]: ("wrong", "not_a_claim", {}),
    }
    (missed,) = [event.correction for event in found.events if event.kind == "missed"]
    names = ("nutrient_name", "relation", "object", "sentence", "trigger")
    assert [missed[name] for name in names] == ["vitamin C", "TREATS", "colds", missed["sentence"], "contain"]
    again = import_review(run, gather(run, found.events), run.folder / "x", form=tool, reviewer="ann")
    assert (again.events, again.problems) == ([], [])


def test_brat_folder_is_read_by_the_bioc_library(run: ReviewRun) -> None:
    folder = export_review(run, Verdicts(), form="brat").path
    (stem,) = [
        stem for stem, doc in json.loads((folder / "documents.json").read_text("utf-8")).items() if doc == "zinc.txt"
    ]
    text = (folder / f"{stem}.txt").read_bytes().decode("utf-8")
    document = bioc_brat.loads(text, (folder / f"{stem}.ann").read_text("utf-8"), stem)
    assert text == ZINC.text
    for entity in document.entities:
        (span,) = entity.locations
        assert text[span.begin : span.end] == entity.text
    assert sorted(event.type for event in document.events) == ["CAUSES", "FOUND_IN", "HAS_DOSE", "TREATS", "TREATS"]
    negated = [a.refid for a in document.attributes if (a.type, a.attributes) == ("polarity", {"negated"})]
    assert len(negated) == 1
    assert [line.split("\t")[0] for line in (folder / "annotation.conf").read_text("utf-8").splitlines()][:2] == [
        "[entities]",
        "NUTRIENT",
    ]


def test_bioc_collection_is_read_by_the_bioc_library(run: ReviewRun) -> None:
    path = export_review(run, Verdicts(), form="bioc").path
    collection = biocjson.loads(path.read_text("utf-8"))
    assert [document.id for document in collection.documents] == sorted(article.id for article in ARTICLES)
    (passage,) = collection.documents[2].passages
    for annotation in passage.annotations:
        (span,) = annotation.locations
        assert passage.text[span.offset : span.offset + span.length] == annotation.text
    roles = {relation.id: sorted(node.role for node in relation.nodes) for relation in passage.relations}
    assert roles[find_row(make_rows(), "HAS_DOSE")["claim_id"]] == ["dose", "nutrient", "trigger"]


def test_label_studio_tasks_use_only_what_the_configuration_declares(run: ReviewRun) -> None:
    folder = export_review(run, Verdicts(), form="label-studio").path
    view = ET.fromstring((folder / "config.xml").read_text("utf-8"))
    labels = {label.get("value") for label in view.iter("Label")}
    ties = {tie.get("value") for tie in view.iter("Relation")}
    choices = {group.get("name"): {c.get("value") for c in group.iter("Choice")} for group in view.iter("Choices")}
    for task in json.loads((folder / "tasks.json").read_text("utf-8")):
        text = task["data"]["text"]
        results = task["predictions"][0]["result"]
        ids = {result["id"] for result in results if result["type"] == "labels"}
        for result in results:
            if result["type"] == "relation":
                assert {result["from_id"], result["to_id"]} <= ids
                assert set(result["labels"]) <= ties
                continue
            value = result["value"]
            assert text[value["start"] : value["end"]] == value["text"]
            if result["type"] == "labels":
                assert set(value["labels"]) <= labels
            else:
                assert set(value["choices"]) <= choices[result["from_name"]]


def test_label_studio_annotation_goes_before_the_prediction_it_came_from(run: ReviewRun) -> None:
    path = export_review(run, Verdicts(), form="label-studio").path / "tasks.json"
    tasks = json.loads(path.read_text("utf-8"))
    for task in tasks:
        task["annotations"] = [{"result": []}, {"result": task["predictions"][0]["result"], "was_cancelled": True}]
    path.write_text(json.dumps(tasks), "utf-8")
    found = import_review(run, Verdicts(), path, reviewer="ann")
    assert [event.error for event in found.events] == ["not_a_claim"] * 7


def test_doccano_with_ids_of_its_own_is_still_recognised(run: ReviewRun) -> None:
    path = export_review(run, Verdicts(), form="doccano").path

    def renumber(text: str) -> str:
        return re.sub(r'"(id|from_id|to_id)": (\d+)', lambda m: f'"{m[1]}": {int(m[2]) + 5000}', text)

    edit(path, renumber)
    found = import_review(run, Verdicts(), path, reviewer="ann")
    assert (found.events, found.problems, found.unchanged) == ([], [], 7)


def test_span_over_a_line_end_is_written_in_parts_and_read_as_one() -> None:
    text = "vitamin\r\nC helps\tit"
    document = Document("d", text, [Frame("c", "TREATS", {"trigger": (11, 16), "nutrient": (0, 10)}, "", {})])
    ann = to_ann(to_graph(document))
    assert ann.splitlines()[0] == "T1\tNUTRIENT 0 7;9 10\tvitamin C"
    assert to_document(parse_ann(ann, doc_id="d", text=text, name="x")) == document


@pytest.mark.parametrize("tool", TOOLS)
def test_hostile_names_and_text_come_back_as_they_went(tmp_path: Path, tool: str) -> None:
    text = 'Zinc eases </script>\u202e"\t<b>.\r\nT1\tX 0 1\tZinc 🫐 E1 &amp; ' + "w" * 500
    article = Article("../../a b<x>\u202e.txt", text, source="x")
    claim = make_claim(article, text, "Zinc", "eases", "TREATS", '</script>\u202e"\t<b>')
    run = make_run(tmp_path / "out", to_rows([claim]), (article,))
    path = export_review(run, Verdicts(), form=tool).path
    found = import_review(run, Verdicts(), path, form=tool, reviewer="ann")
    assert (found.events, found.problems, found.unchanged) == ([], [], 1)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out"]


def test_other_text_and_unknown_articles_are_refused_by_name(run: ReviewRun) -> None:
    documents = [Document("zinc.txt", "Other text", []), Document("who.txt", "", [])]
    found = take_documents(run, Verdicts(), documents, reviewer="ann")
    assert found.problems == ["zinc.txt: the text is not that of the run", "who.txt: no such article in this run"]
    assert found.events == []


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("x.json", '[{"data": {}}]', "not a Label Studio export"),
        ("x.jsonl", '{"text": "a"}', "line 1: not a doccano record"),
        ("x.bioc.json", '{"a": 1}', "not BioC JSON"),
        ("x.txt", "", 'format "" cannot be imported'),
    ],
)
def test_what_no_tool_wrote_is_refused_with_the_reason(run: ReviewRun, name: str, content: str, reason: str) -> None:
    path = run.folder / name
    path.write_text(content, "utf-8")
    with pytest.raises(ClaimxError, match=reason):
        import_review(run, Verdicts(), path, reviewer="ann")


def test_review_goes_out_corrected_and_without_what_is_no_claim(run: ReviewRun) -> None:
    documents = make_documents(run, Verdicts())
    edited = [replace(documents[0], frames=[replace(documents[0].frames[0], relation="IMPROVES")]), *documents[1:]]
    found = take_documents(run, Verdicts(), edited, reviewer="ann")
    assert list(make_documents(run, gather(run, found.events))[0].frames) == list(edited[0].frames)
