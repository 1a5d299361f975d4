"""Tagging against corpora that people annotated: `python benchmarks/entities DATA [--gold FOLDER]`.

DATA holds dimb-re, bc5cdr and ncbi-disease as their authors publish them (names of files in READERS). A claim gold set
lists only what claims speak of, so that for it a share of found spans is measured, and no precision.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from claimx.data_files import DataFiles
from claimx.errors import run_script
from claimx.read import read_articles
from claimx.records import Article, Label, Sentence
from claimx.segment import segment
from claimx.tag import Tagger

Spans = set[tuple[int, int]]
NO_SPACE_BEFORE = frozenset(["-", "/", ",", ".", ";", ":", ")", "]", "%", "'s", "’s"])
NO_SPACE_AFTER = frozenset("-/([")
FOOD_TYPES = frozenset({"Nutrient", "Food", "DietPattern"})


@dataclass(frozen=True, slots=True)
class Document:
    """A text with the gold spans of one label. `open_world` gold lists only some of the true spans."""

    text: str
    spans: frozenset[tuple[int, int]]
    sentences: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Corpus:
    """A set to measure on: its name, the label it holds, a published F1 with its source."""

    name: str
    label: Label
    read: Callable[[Path], Iterator[Document]]
    path: str
    published: str


def read_dimb(path: Path) -> Iterator[Document]:
    """DiMB-RE documents, set as running text; nutrients, foods and diets count as NUTRIENT."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text, starts, sentences = "", [], []
        for tokens in record["sentences"]:
            first = len(text) + 1 if text else 0
            for token in tokens:
                # the corpus has its tokens apart; an article has no space before a comma or around a hyphen
                text += token if not text or token in NO_SPACE_BEFORE or text[-1] in NO_SPACE_AFTER else f" {token}"
                starts.append((len(text) - len(token), len(text)))
            sentences.append((min(first, len(text)), len(text)))
        spans = {
            (starts[first][0], starts[last][1])
            for entities in record["ner"]
            for first, last, kind in entities
            if kind in FOOD_TYPES
        }
        yield Document(text, frozenset(spans), tuple(sentences))


def read_pubtator(path: Path) -> Iterator[Document]:
    """PubTator documents, title and abstract; every kind of disease mention counts."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        texts = [line.split("|", 2)[2] for line in lines if "|t|" in line[:20] or "|a|" in line[:20]]
        spans = set()
        for line in lines:
            cells = line.split("\t")
            if len(cells) >= 5 and cells[1].isdigit() and cells[4] not in ("Chemical", "CID"):
                spans.add((int(cells[1]), int(cells[2])))
        yield Document(" ".join(texts), frozenset(spans))


CORPORA = (
    Corpus("DiMB-RE train", "NUTRIENT", read_dimb, "dimb-re/ner_reduced_v6.1_trg_abs/train.json", ""),
    Corpus("DiMB-RE dev", "NUTRIENT", read_dimb, "dimb-re/ner_reduced_v6.1_trg_abs/dev.json", "80.0 (12 types, test)"),
    Corpus("BC5CDR train", "CONDITION", read_pubtator, "bc5cdr/train.PubTator.txt", ""),
    Corpus("BC5CDR dev", "CONDITION", read_pubtator, "bc5cdr/dev.PubTator.txt", "84.28 (with chemicals, test)"),
    Corpus("NCBI disease train", "CONDITION", read_pubtator, "ncbi-disease/train.pubtator.txt", ""),
    Corpus("NCBI disease dev", "CONDITION", read_pubtator, "ncbi-disease/dev.pubtator.txt", "81.65 (test)"),
)


def tag_spans(tagger: Tagger, data: DataFiles, document: Document, *, label: Label) -> Spans:
    """Spans the tagger finds, by the document's own sentences where it has them."""
    article = Article("document", document.text)
    sentences = (
        [Sentence(a, b, document.text[a:b], i, 0) for i, (a, b) in enumerate(document.sentences)]
        if document.sentences
        else segment(article, data)
    )
    mentions = (mention for found in tagger.tag(article, sentences) for mention in found)
    return {(mention.start, mention.end) for mention in mentions if mention.label == label}


def overlaps(span: tuple[int, int], spans: Spans) -> bool:
    """Whether a span shares a character with any of the spans."""
    return any(span[0] < end and start < span[1] for start, end in spans)


def f1(hits_found: int, hits_gold: int, found: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall and F1 in per cent."""
    precision = 100 * hits_found / found if found else 0.0
    recall = 100 * hits_gold / gold if gold else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def measure(tagger: Tagger, data: DataFiles, corpus: Corpus, *, folder: Path) -> str:
    """One row of the table: gold spans, exact and overlap P, R and F1, and the published F1."""
    exact = over_found = over_gold = found_count = gold_count = 0
    for document in corpus.read(folder / corpus.path):
        found = tag_spans(tagger, data, document, label=corpus.label)
        gold = set(document.spans)
        exact += len(found & gold)
        over_found += sum(overlaps(span, gold) for span in found)
        over_gold += sum(overlaps(span, found) for span in gold)
        found_count += len(found)
        gold_count += len(gold)
    figures = f1(exact, exact, found_count, gold_count) + f1(over_found, over_gold, found_count, gold_count)
    cells = " | ".join(f"{figure:5.1f}" for figure in figures)
    return f"| {corpus.name:<18} | {corpus.label:<9} | {gold_count:5d} | {cells} | {corpus.published} |"


def read_text_of(rows_file: Path, name: str) -> str:
    """An article's text as it is read for its rows; it lies beside the gold, or in `articles` beside its folder."""
    beside = rows_file.with_suffix("") / name
    articles = rows_file.parent.parent / "articles" / name
    (article,) = read_articles([beside if beside.is_file() else articles])
    if not isinstance(article, Article):
        raise SystemExit(str(article))
    return article.text


def measure_claims(tagger: Tagger, data: DataFiles, rows_file: Path) -> list[str]:
    """Shares of a claim gold set's nutrients and conditions that are tagged: whole span, and overlapped."""
    counts: dict[Label, list[int]] = {"NUTRIENT": [0, 0, 0], "CONDITION": [0, 0, 0]}
    texts: dict[str, tuple[str, dict[Label, Spans]]] = {}
    for line in rows_file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["doc"] not in texts:
            text = read_text_of(rows_file, row["doc"])
            document = Document(text, frozenset())
            texts[row["doc"]] = text, {label: tag_spans(tagger, data, document, label=label) for label in counts}
        text, found = texts[row["doc"]]
        wanted: list[tuple[Label, str]] = []
        if row["nutrient"] and row["resolution"] != "pronoun":
            wanted.append(("NUTRIENT", row["nutrient"]))
        if row["object_type"] == "condition" and row["object"]:
            wanted.append(("CONDITION", row["object"]))
        quote = text.find(row["quote"])
        for label, surface in wanted:
            start = text.find(surface, quote) if quote >= 0 else -1
            if 0 <= start < quote + len(row["quote"]):
                span = start, start + len(surface)
                counts[label][0] += 1
                counts[label][1] += span in found[label]
                counts[label][2] += overlaps(span, found[label])
    return [
        f"| {rows_file.stem:<18} | {label:<9} | {gold:5d} |       | {100 * exact / gold:5.1f} |       |       | "
        f"{100 * over / gold:5.1f} |       |  |"
        for label, (gold, exact, over) in counts.items()
        if gold
    ]


def main() -> None:
    """Print the table for the folders given."""
    parser = argparse.ArgumentParser(prog="python benchmarks/entities", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with dimb-re, bc5cdr and ncbi-disease")
    parser.add_argument("--gold", type=Path, action="append", default=[], help="claim gold .jsonl beside its texts")
    arguments = parser.parse_args()
    data = DataFiles()
    tagger = Tagger(data)
    print("| set                | label     |  gold |  P    |  R    |  F1   | P over | R    |  F1   | published F1 |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for corpus in CORPORA:
        print(measure(tagger, data, corpus, folder=arguments.data))
    for rows_file in arguments.gold:
        print("\n".join(measure_claims(tagger, data, rows_file)))


if __name__ == "__main__":
    run_script(main)
