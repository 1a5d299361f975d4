"""Compile the open vocabularies into the shipped tables `open_*.tsv` and the mappings between their ids.

The result depends only on the sources, the curated tables and the filters: same input, same bytes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from claimx.data_files import DataFiles
from claimx.lexicon import TABLES, Lexicon, load_lexicon
from claimx.lexicon_sources import Source, Term, load_sources, read_terms
from claimx.records import Label

FILTERS_FILE = "lexicon/filters.tsv"
MAPPINGS_NAME = "mappings.tsv"
FILTER_KINDS = tuple(
    "pattern synonym original label name id prefix single official state kind tree branch words letters".split()
)
# a table earlier in this list keeps a spelling that a later one has too
TABLE_ORDER = ("conditions", "nutrients", "functions", "drugs")


@dataclass(slots=True)
class Filters:
    """What one table leaves out. `trees` and `prefixes`, when filled, are what it keeps.

    `synonym` is asked of strings that are no official label, `original` of the string with its capitals, `label` of a
    concept's label, with which all its strings go;
    `singles` are prefixes of ids whose one-word strings go, `officials` those of which only the label counts where
    the label is a spelling, `states` last words that go behind a nutrient. `branches` are beginnings of ids and of
    MeSH places: a concept with any of its places there goes, whatever else it is.
    """

    pattern: re.Pattern[str] | None
    synonym: re.Pattern[str] | None
    original: re.Pattern[str] | None
    label: re.Pattern[str] | None
    names: frozenset[str]
    ids: frozenset[str]
    prefixes: tuple[str, ...]
    singles: tuple[str, ...]
    officials: tuple[str, ...]
    branches: tuple[str, ...]
    states: frozenset[str]
    kinds: frozenset[str]
    trees: tuple[str, ...]
    words: int
    letters: int


@dataclass(slots=True)
class Concept:
    """One concept being collected: its name, id, source and folded keys in the order they came."""

    name: str
    id: str
    source: str
    keys: dict[str, None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BuildReport:
    """Rows and spellings by table, and the number of mappings, for the command line to print."""

    rows: dict[str, int]
    spellings: dict[str, int]
    mappings: int


def build_lexicon(sources: Path, out: Path, *, data: DataFiles | None = None) -> BuildReport:
    """Write the open tables and `mappings.tsv` into `out`, and count what is in them."""
    data = data or DataFiles()
    lexicon = load_lexicon(data, open_tables=False)
    proper = ProperWords(sources, load_sources(data))
    taken: dict[str, str] = {key: _curated_id(lexicon, key) for key in lexicon.keys}
    mappings: dict[tuple[str, str], str] = {}
    rows: dict[str, int] = {}
    spellings: dict[str, int] = {}
    out.mkdir(parents=True, exist_ok=True)
    for table in TABLE_ORDER:
        concepts = _Collector(lexicon, table, load_filters(data, table), taken, mappings, proper)
        for source in load_sources(data):
            if source.table == table:
                concepts.collect(source, read_terms(sources, source))
        kept = sorted((c for c in concepts.concepts.values() if c.keys), key=lambda c: (c.name.lower(), c.id))
        _write_table(out / f"open_{table}.tsv", kept)
        rows[table], spellings[table] = len(kept), sum(len(c.keys) for c in kept)
    _write_mappings(out / MAPPINGS_NAME, mappings)
    return BuildReport(rows, spellings, len(mappings))


def load_filters(data: DataFiles, table: str) -> Filters:
    """The rows of `filters.tsv` for a table and for all tables."""
    values = {
        kind: [row["value"] for row in rows if row["table"] in ("*", table)]
        for kind, rows in data.by_kind(FILTERS_FILE, FILTER_KINDS).items()
    }
    return Filters(
        pattern=re.compile("|".join(values["pattern"])) if values["pattern"] else None,
        synonym=re.compile("|".join(values["synonym"])) if values["synonym"] else None,
        original=re.compile("|".join(values["original"])) if values["original"] else None,
        label=re.compile("|".join(values["label"])) if values["label"] else None,
        names=frozenset(values["name"]),
        ids=frozenset(values["id"]),
        prefixes=tuple(values["prefix"]),
        singles=tuple(values["single"]),
        officials=tuple(values["official"]),
        branches=tuple(values["branch"]),
        states=frozenset(values["state"]),
        kinds=frozenset(values["kind"]),
        trees=tuple(values["tree"]),
        words=min(map(int, values["words"]), default=99),
        letters=max(map(int, values["letters"]), default=0),
    )


def is_kept(term: Term, filters: Filters) -> bool:
    """Whether a term passes a table's filters."""
    lower = term.string.lower().strip()
    if term.id in filters.ids or lower in filters.names or term.kind in filters.kinds:
        return False
    if filters.prefixes and not term.id.startswith(filters.prefixes):
        return False
    if term.id.startswith(filters.branches) or any(tree.startswith(filters.branches) for tree in term.trees):
        return False
    if term.trees and not any(tree.startswith(filters.trees) for tree in term.trees):
        return False
    if filters.pattern is not None and filters.pattern.search(lower):
        return False
    if not term.is_label and filters.synonym is not None and filters.synonym.search(lower):
        return False
    if filters.original is not None and filters.original.search(term.string):
        return False
    if filters.singles and " " not in lower and term.id.startswith(filters.singles):
        return False
    return len(lower.split()) <= filters.words and sum(c.isalpha() for c in lower) >= filters.letters


def is_kept_out(term: Term, filters: Filters) -> bool:
    """Whether a term is a label that keeps all strings of its concept out of a table."""
    return term.is_label and filters.label is not None and bool(filters.label.search(term.string.lower()))


class ProperWords:
    """Words the Disease Ontology mostly capitalises inside its labels, as in "Alzheimer's" and "Crohn's"."""

    def __init__(self, folder: Path, sources: list[Source]) -> None:
        balance: dict[str, int] = {}
        labels = [source for source in sources if source.format == "labels"]
        for word in (word for source in labels for term in read_terms(folder, source) for word in term.string.split()):
            balance[word.lower()] = balance.get(word.lower(), 0) + (1 if word[:1].isupper() else -1)
        self._words = frozenset(word for word, capitals in balance.items() if capitals > 0)

    def name_of(self, string: str) -> str:
        """The string in lower case but for proper words and short forms."""
        return " ".join("-".join(self._case(part) for part in word.split("-")) for word in string.split())

    def _case(self, word: str) -> str:
        if len(word) > 1 and (word.isupper() or any(char.isdigit() for char in word)):
            return word
        return word.capitalize() if word.lower() in self._words else word.lower()


class _Collector:
    def __init__(
        self,
        lexicon: Lexicon,
        table: str,
        filters: Filters,
        taken: dict[str, str],
        mappings: dict[tuple[str, str], str],
        proper: ProperWords,
    ) -> None:
        self.concepts: dict[str, Concept] = {}
        self._lexicon, self._filters = lexicon, filters
        self._taken, self._mappings, self._proper = taken, mappings, proper
        self._label: Label = TABLES[f"lexicon/{table}.tsv"]
        self._names = {(e.label, e.name): e.id for e in lexicon.entries}
        self._by_id = {e.id: e.name for e in lexicon.entries if e.label == self._label and e.id and not e.form}

    def collect(self, source: Source, terms: object) -> None:
        grouped: dict[str, list[Term]] = {}
        for term in terms:  # type: ignore[attr-defined]
            grouped.setdefault(term.id, []).append(term)
        for curie, group in grouped.items():
            self._collect_concept(source, curie, group)

    def _collect_concept(self, source: Source, curie: str, group: list[Term]) -> None:
        if any(is_kept_out(term, self._filters) for term in group):
            return
        group = self._official(curie, group)
        keyed = [(term, self._lexicon.folder.key(term.string)) for term in group if is_kept(term, self._filters)]
        kept = [(term, key) for term, key in keyed if key and not self._is_nutrient_state(key)]
        if not kept:
            return
        # the official label names the concept even where the filters do not let it be a spelling
        label = next((term for term in group if term.is_label), kept[0][0])
        label_key = next((key for term, key in kept if term.is_label), kept[0][1])
        known_id = self._taken.get(label_key)
        if known_id and known_id != curie:
            self._mappings[known_id, curie] = source.source
        concept = self._concept_for(source, curie, label, label_key)
        for _, key in kept:
            if key not in self._taken:
                self._taken[key] = concept.id
                concept.keys[key] = None

    def _official(self, curie: str, group: list[Term]) -> list[Term]:
        # a concept that a curated table holds has its everyday spellings there
        labels = [term for term in group if term.is_label]
        everyday = curie in self._by_id or any(is_kept(term, self._filters) for term in labels)
        return labels if everyday and curie.startswith(self._filters.officials) else group

    def _is_nutrient_state(self, key: str) -> bool:
        head, _, last = key.rpartition(" ")
        if last not in self._filters.states:
            return False
        entry = self._lexicon.first_entry(head)
        return entry is not None and entry.label == "NUTRIENT"

    def _concept_for(self, source: Source, curie: str, label: Term, label_key: str) -> Concept:
        # new spellings of a concept we hold go to it; a label that names another type stays apart
        name = self._by_id.get(curie)
        if name is None:
            entry = self._lexicon.first_entry(label_key)
            if entry is not None and entry.label == self._label and not entry.form:
                name = entry.name
        if name is not None:
            curated = self._names[self._label, name]
            return self.concepts.setdefault(f"name:{name}", Concept(name, curated or curie, source.source))
        known = self._taken.get(label_key)
        if known and known in self.concepts:
            return self.concepts[known]
        known_concept = self.concepts.get(curie)
        if known_concept is not None:
            return known_concept
        return self.concepts.setdefault(curie, Concept(self._proper.name_of(label.string), curie, source.source))


def _curated_id(lexicon: Lexicon, key: str) -> str:
    entry = lexicon.first_entry(key)
    return entry.id if entry is not None else ""


def _write_table(path: Path, concepts: list[Concept]) -> None:
    lines = ["# Built by `claimx lexicon build`; change sources.tsv, filters.tsv or the curated tables, not this file."]
    lines.append("# keys are folded spellings: lower case, singular, no hyphens.")
    lines.append("name\tid\tkeys\tsource")
    lines += [f"{c.name}\t{c.id}\t{'|'.join(c.keys)}\t{c.source}" for c in concepts]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _write_mappings(path: Path, mappings: dict[tuple[str, str], str]) -> None:
    lines = ["# Cross-references: the id a row carries, and the same concept in another vocabulary, by equal labels."]
    lines.append("id\tpredicate\txref\tsource")
    lines += [f"{a}\tskos:closeMatch\t{b}\t{source}" for (a, b), source in sorted(mappings.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
