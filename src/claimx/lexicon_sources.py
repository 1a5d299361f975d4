"""Read the open vocabularies a lexicon is built from. Each reader yields terms in the order of its file."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from claimx.data_files import DataFiles
from claimx.errors import DataError

SOURCES_FILE = "lexicon/sources.tsv"
# prefixes as the Bioregistry writes them
_PREFIXES = {"MESH": "mesh", "drugbank": "drugbank", "obo": ""}
_SYNONYM_KINDS = frozenset({"synonym", "layperson"})
_LABEL_KINDS = frozenset({"label", "preferred", ""})


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the sources folder and the lexicon table it feeds."""

    table: str
    file: str
    format: str
    source: str
    version: str
    licence: str


@dataclass(frozen=True, slots=True)
class Term:
    """A string of a vocabulary. `is_label` marks the preferred name of its concept, `trees` its MeSH places."""

    string: str
    id: str
    is_label: bool
    kind: str = ""
    trees: tuple[str, ...] = ()


def load_sources(data: DataFiles) -> list[Source]:
    """The rows of `sources.tsv`, in order of preference."""
    sources = []
    for row in data.tsv(SOURCES_FILE):
        if row["format"] not in READERS:
            raise row.error(f'expected a format of {", ".join(sorted(READERS))} but got "{row["format"]}"')
        sources.append(Source(**row.values))
    return sources


def read_terms(folder: Path, source: Source) -> Iterator[Term]:
    """All terms of one source file. A missing file is a DataError."""
    path = folder / source.file
    if not path.is_file():
        raise DataError(f'no such source ("{source.source}")', path=path)
    yield from READERS[source.format](path)


def to_curie(raw: str) -> str:
    """ "obo:FOODON_0330" gives "FOODON:0330", "MESH:D1" gives "mesh:D1"; other CURIEs stay."""
    if raw.startswith("obo:"):
        return raw.removeprefix("obo:").replace("_", ":", 1)
    prefix, _, local = raw.partition(":")
    return f"{_PREFIXES.get(prefix, prefix)}:{local}"


def _read_string_terms(path: Path) -> Iterator[Term]:
    first: set[str] = set()
    for cells in _rows(path):
        string, raw, kind = cells[0], to_curie(cells[1]), cells[2]
        # a dictionary of types in place of kinds gives its preferred string first
        is_type = kind not in _SYNONYM_KINDS and ":" not in kind
        is_label = kind in _LABEL_KINDS or (is_type and raw not in first)
        first.add(raw)
        yield Term(string, raw, is_label, kind)


def _read_labels(path: Path) -> Iterator[Term]:
    with path.open(encoding="utf-8", newline="") as file:
        for cells in list(csv.reader(file, delimiter="\t"))[1:]:
            yield Term(cells[1], to_curie(cells[0]), True)


def _read_headings(path: Path) -> Iterator[Term]:
    trees: dict[str, list[str]] = {}
    for cells in _rows(path.with_name("mesh2015_tree-numbers.tsv")):
        trees.setdefault(cells[0], []).append(cells[2])
    for cells in _rows(path):
        yield Term(uninvert(cells[1]), f"mesh:{cells[0]}", True, trees=tuple(sorted(trees.get(cells[0], ()))))


def _rows(path: Path) -> Iterator[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        yield line.split("\t")


def uninvert(heading: str) -> str:
    """ "Neuralgia, Postherpetic" gives "Postherpetic Neuralgia"; headings with two commas stay as they are."""
    parts = re.split(r",\s+", heading)
    return f"{parts[1]} {parts[0]}" if len(parts) == 2 else heading


READERS: dict[str, Callable[[Path], Iterator[Term]]] = {
    "terms": _read_string_terms,
    "labels": _read_labels,
    "headings": _read_headings,
}
