"""DiMB-RE relations, end to end: `python benchmarks/relations/dimb.py FOLDER [--split dev] [--errors]`

FOLDER is the set as its authors publish it: `ner_reduced_v6.1_trg_abs/SPLIT.json` gives the split and the gold, and
`brat_v1_processed/title_abs` the raw texts, which is what we read. Entity types are not compared: theirs are twelve,
ours five. A study's aim is a relation there (Unknown) and no claim here; `dimb-types.tsv` says which subjects a claim
can be about. What these differences cost is printed: the same rows, scored on all gold and on the part we share.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ties import (
    Compared,
    Entity,
    EntityType,
    Mapping,
    Spans,
    Tie,
    compare,
    extract,
    figures,
    find_missed,
    load_mapping,
    load_types,
    overlaps,
    table_line,
    tagged,
    tie_of,
    with_entities,
)

import claimx
from claimx.data_files import read_tsv
from claimx.errors import run_script
from claimx.pipeline import Extractor, Reading
from claimx.records import Article, Claim, Span
from claimx.score import Figures

HERE = Path(__file__).parent
MEASURES: tuple[tuple[str, Compared], ...] = (
    ("same name", "name"),
    ("by the table", "table"),
    ("the pair, any relation", "pair"),
)
SPANS: tuple[Spans, ...] = ("exact", "overlap")
PUBLISHED = """\
published, on the test split, models trained on this set, entity types compared too:
  end to end F1 44.5 (final version); strict P 41.6 R 33.6 F1 37.1, relaxed F1 40.9 (first version)
  with factuality, end to end: strict P 39.9 R 32.2 F1 35.6, relaxed F1 39.3 (first version)
  gold entities and gold triggers: P 79.9 R 77.2 F1 78.5 (first version)"""


@dataclass(frozen=True, slots=True)
class Document:
    """An abstract with its gold."""

    article: Article
    entities: tuple[Entity, ...]
    ties: tuple[Tie, ...]


def read_documents(folder: Path, split: str) -> Iterator[Document]:
    """Abstracts of a split; token offsets become offsets into the raw text."""
    lines = (folder / "ner_reduced_v6.1_trg_abs" / f"{split}.json").read_text(encoding="utf-8").splitlines()
    for record in map(json.loads, lines):
        name = record["doc_key"]
        path = folder / "brat_v1_processed" / "title_abs" / f"{name}.txt"
        article = Article(name, path.read_bytes().decode("utf-8"))
        tokens = find_tokens(article.text, [token for sentence in record["sentences"] for token in sentence])
        entities = tuple(
            Entity(tokens[first].start, tokens[last].end, kind)
            for sentence in record["ner"]
            for first, last, kind in sentence
        )
        ties = tuple(
            Tie(name, Span(tokens[a].start, tokens[b].end), relation, Span(tokens[c].start, tokens[d].end), factuality)
            for sentence in record["relations"]
            for a, b, c, d, relation, factuality in sentence
        )
        yield Document(article, entities, ties)


def find_tokens(text: str, tokens: Sequence[str]) -> list[Span]:
    """Where each token stands in the text they were cut from. A token that is not there is a ValueError."""
    spans, position = [], 0
    for token in tokens:
        start = text.index(token, position)
        position = start + len(token)
        spans.append(Span(start, position))
    return spans


def load_factuality(path: Path) -> dict[tuple[str, str], str]:
    """The set's factuality for our polarity and certainty."""
    return {(row["polarity"], row["certainty"]): row["factuality"] for row in read_tsv(path)}


def ties_of(claims: Sequence[Claim], mapping: Mapping, factuality: dict[tuple[str, str], str]) -> list[Tie]:
    """Distinct ties of the claims whose relation the set has."""
    ties: dict[Tie, Tie] = {}
    for claim in claims:
        tie = tie_of(claim, factuality[claim.polarity, claim.qualifiers.certainty])
        if tie is not None and tie.relation in mapping.our_relations:
            ties.setdefault(replace(tie, status=""), tie)
    return list(ties.values())


def in_scope(document: Document, tie: Tie, *, types: dict[str, EntityType], mapping: Mapping) -> bool:
    """Whether a claim can be about the end of the tie at which our nutrient would stand."""
    kinds = {Span(entity.start, entity.end): entity.type for entity in document.entities}
    ends = {"subject": tie.subject, "object": tie.object}
    sides = mapping.nutrient_sides(tie.relation)
    found = [types.get(kinds.get(span, "")) for side, span in ends.items() if side in sides]
    return any(kind is not None and kind.subject for kind in found)


@dataclass(frozen=True, slots=True)
class Benchmark:
    """The gold of a split with the parts of it that we share, by index."""

    documents: list[Document]
    gold: list[Tie]
    subject: set[int]
    stated: set[int]
    mapping: Mapping
    types: dict[str, EntityType]


def load_benchmark(folder: Path, split: str) -> Benchmark:
    """Read a split; `subject` are gold ties whose subject a claim can hold, `stated` those of them not Unknown."""
    mapping, types = load_mapping(HERE / "dimb-relations.tsv"), load_types(HERE / "dimb-types.tsv")
    documents = list(read_documents(folder, split))
    pairs = [(document, tie) for document in documents for tie in document.ties]
    subject = {i for i, (doc, tie) in enumerate(pairs) if in_scope(doc, tie, types=types, mapping=mapping)}
    stated = {i for i in subject if pairs[i][1].status != "Unknown"}
    return Benchmark(documents, [tie for _, tie in pairs], subject, stated, mapping, types)


def predict(bench: Benchmark, extractor: Extractor, *, gold_entities: bool) -> list[Tie]:
    """Our ties, from raw text or with the gold entities in place of what we tag."""
    entities = {document.article.id: document.entities for document in bench.documents}

    def change(reading: Reading) -> Reading:
        return with_entities(reading, entities[reading.article.id], bench.types) if gold_entities else reading

    claims = extract(extractor, [document.article for document in bench.documents], change)
    factuality = load_factuality(HERE / "dimb-factuality.tsv")
    return [tie for found in claims for tie in ties_of(found, bench.mapping, factuality)]


def report(bench: Benchmark, found: list[Tie], *, title: str) -> Iterator[str]:
    """Lines of the table for one way of running."""
    for name, compared in MEASURES:
        exact = compare(bench.gold, found, bench.mapping, spans="exact", compared=compared)
        over = compare(bench.gold, found, bench.mapping, compared=compared)
        yield table_line(f"{title}: {name}", figures(bench.gold, found, exact), figures(bench.gold, found, over))
    for name, scope in (("our subjects", bench.subject), ("and stated", bench.stated)):
        exact = compare(bench.gold, found, bench.mapping, spans="exact")
        over = compare(bench.gold, found, bench.mapping)
        scores = [figures(bench.gold, found, pairs, scope=scope) for pairs in (exact, over)]
        yield table_line(f"{title}: table, {name}", *scores)
    inside = annotated(bench, found)
    scores = [
        figures(bench.gold, inside, compare(bench.gold, inside, bench.mapping, spans=spans), scope=bench.subject)
        for spans in SPANS
    ]
    yield table_line(f"{title}: table, both ends annotated", *scores)
    same = [
        compare(bench.gold, found, bench.mapping, spans=spans, agree=lambda a, b: a.status == b.status)
        for spans in SPANS
    ]
    yield table_line(f"{title}: table, and factuality", *(figures(bench.gold, found, pairs) for pairs in same))


def annotated(bench: Benchmark, found: Sequence[Tie]) -> list[Tie]:
    """Our ties with both ends in an annotated entity; the set leaves out the gut microbiota, growth, health ..."""
    spans = {doc.article.id: [Span(e.start, e.end) for e in doc.entities] for doc in bench.documents}
    return [
        tie for tie in found if all(any(overlaps(end, s) for s in spans[tie.doc]) for end in (tie.subject, tie.object))
    ]


def factuality_line(bench: Benchmark, found: list[Tie]) -> str:
    """Agreement on factuality where the relation is right, and its confusions."""
    pairs = compare(bench.gold, found, bench.mapping)
    counts = Counter((bench.gold[i].status, found[j].status) for i, j in pairs.items())
    right = sum(n for (gold, ours), n in counts.items() if gold == ours)
    wrong = ", ".join(f"{gold} read as {ours} {n}" for (gold, ours), n in sorted(counts.items()) if gold != ours)
    return f"factuality right on {right} of {len(pairs)} ties found ({wrong or 'no confusions'})"


def ceiling_line(bench: Benchmark) -> str:
    """What a perfect reader by our contract would reach on all gold."""
    best = [Figures(len(bench.gold), len(part), len(part), len(part)) for part in (bench.subject, bench.stated)]
    subject, stated = (f"R {100 * figure.recall:.1f} F1 {100 * figure.f1:.1f}" for figure in best)
    return f"the most our contract allows on all gold: {subject} by subject, {stated} without a study's aims"


def errors(bench: Benchmark, found: list[Tie], missed: list[tuple[Tie, str]]) -> Iterator[str]:
    """A line for each gold tie that was missed, with the cause, and for each tie of ours that is right about none."""
    texts = {document.article.id: document.article.text for document in bench.documents}
    taken = set(compare(bench.gold, found, bench.mapping).values())
    extra = [(tie, "extra") for j, tie in enumerate(found) if j not in taken]
    for tie, cause in (*missed, *extra):
        text = texts[tie.doc]
        subject, target = (text[span.start : span.end] for span in (tie.subject, tie.object))
        low, high = min(tie.subject.start, tie.object.start), max(tie.subject.end, tie.object.end)
        around = " ".join(text[max(0, low - 60) : high + 60].split())
        yield f"{cause} | {tie.doc} [{subject}] {tie.relation} [{target}] {tie.status}: {around}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--errors", action="store_true", help="list what was missed and what is too much")
    options = parser.parse_args()
    bench = load_benchmark(options.folder, options.split)
    extractor = claimx.load()
    found = predict(bench, extractor, gold_entities=False)
    print(f"DiMB-RE {options.split}: {len(bench.documents)} abstracts, {len(bench.gold)} relations;", end=" ")
    print(f"of {len(bench.subject)} a claim can hold the subject, {len(bench.stated)} of these are stated")
    print(f"found: {len(found)} end to end")
    print(f"| {'':<46} | exact P |   R |    F1 | overlap P | R |  F1 |\n|---|---|---|---|---|---|---|")
    print("\n".join(report(bench, found, title="end to end")))
    mentions = tagged(extractor, [document.article for document in bench.documents])
    given = predict(bench, extractor, gold_entities=True)
    print("\n".join(report(bench, given, title="gold entities")))
    print(f"end to end: {factuality_line(bench, found)}")
    print(f"gold entities: {factuality_line(bench, given)}")
    missed = find_missed(bench.gold, found, bench.mapping, scope=bench.subject, mentions=mentions)
    causes = Counter(cause for _, cause in missed)
    print("missed end to end: " + ", ".join(f"{cause} {count}" for cause, count in causes.most_common()))
    print(ceiling_line(bench))
    print(PUBLISHED)
    if options.errors:
        print("\n".join(errors(bench, found, missed)))


if __name__ == "__main__":
    run_script(main)
