"""The lexicon: which folded spellings name which nutrient, condition, function, drug or population."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from claimx.data_files import DataFiles, TsvRow
from claimx.lexicon_words import Folder
from claimx.records import Label

TABLES: dict[str, Label] = {
    "lexicon/nutrients.tsv": "NUTRIENT",
    "lexicon/conditions.tsv": "CONDITION",
    "lexicon/functions.tsv": "FUNCTION",
    "lexicon/drugs.tsv": "DRUG",
    "lexicon/populations.tsv": "POPULATION",
}
ADJECTIVES_FILE = "lexicon/adjectives.tsv"
ADJECTIVE = "adjective"
SWITCHED_OFF = "-"
_SHORT_FORM_LETTERS = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """One concept, or one form of it. `parents` are the classes it belongs to; `adjective` marks derived words."""

    label: Label
    name: str
    id: str = ""
    subtype: str = ""
    parents: tuple[str, ...] = ()
    form: str = ""
    source: str = ""


@dataclass(slots=True)
class Lexicon:
    """Spellings by folded key. `exact` holds the only casings a short form may have ("ALA", "Fe")."""

    folder: Folder
    entries: list[Entry] = field(default_factory=list)
    keys: dict[str, tuple[int, ...]] = field(default_factory=dict)
    exact: dict[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)

    def add(self, entry: Entry, spellings: list[str]) -> int:
        """Add an entry under its spellings; earlier entries keep their precedence. Returns the entry's index."""
        index = len(self.entries)
        self.entries.append(entry)
        for spelling in spellings:
            self.add_key(self.folder.key(spelling), index)
            self._restrict_case(spelling, index)
        return index

    def add_key(self, key: str, index: int) -> None:
        """Let a folded key name an entry, behind the entries it names already."""
        known = self.keys.get(key, ())
        if index in known:
            return
        self.keys[key] = (*known, index)
        first, _, rest = key.partition(" ")
        length = rest.count(" ") + 2 if rest else 1
        if self.longest.get(first, 0) < length:
            self.longest[first] = length

    def find(self, spelling: str) -> list[Entry]:
        """Entries a spelling may name, the preferred one first; empty when none does."""
        return [self.entries[index] for index in self.keys.get(self.folder.key(spelling), ())]

    def entries_of(self, key: str, surface: str) -> list[Entry]:
        """Entries a folded key may name when written as `surface`, which decides for short forms like "ALA"."""
        found = []
        for index in self.keys.get(key, ()):
            casings = self.exact.get((key, index))
            if casings is None or surface in casings or surface.removesuffix("s") in casings:
                found.append(self.entries[index])
        return found

    def first_entry(self, key: str) -> Entry | None:
        """The preferred entry of a folded key, whatever its casing."""
        senses = self.keys.get(key)
        return self.entries[senses[0]] if senses else None

    def _restrict_case(self, spelling: str, index: int) -> None:
        key = self.folder.key(spelling)
        if is_short_form(spelling):
            known = self.exact.get((key, index))
            if known is not None or self.keys[key][-1] == index:
                self.exact[key, index] = (*(known or ()), spelling)


def is_short_form(spelling: str) -> bool:
    """Whether a spelling counts only in its own casing: "ALA", "Fe", "PMS", but not "B12", which people write "b12"."""
    if len(spelling) > _SHORT_FORM_LETTERS or not spelling.isalpha():
        return False
    return not spelling[1:].islower() and not spelling.islower() if len(spelling) > 2 else not spelling.islower()


def load_lexicon(data: DataFiles) -> Lexicon:
    """All lexicon tables with overlays. A row with an earlier row's name and form replaces it."""
    lexicon = Lexicon(Folder(data))
    ids: dict[tuple[Label, str], str] = {}
    for file, label in TABLES.items():
        rows: dict[tuple[str, str], TsvRow] = {}
        for row in data.tsv(file):
            key = row["name"], row["form"]
            rows.pop(key, None)
            rows[key] = row
        for row in rows.values():
            if row["spellings"] != SWITCHED_OFF:
                lexicon.add(_entry(row, label, ids=ids), list(_spellings(row)))
    _add_adjectives(lexicon, data, ids=ids)
    return lexicon


def _add_adjectives(lexicon: Lexicon, data: DataFiles, *, ids: dict[tuple[Label, str], str]) -> None:
    by_label = {label: label for label in TABLES.values()}
    for row in data.tsv(ADJECTIVES_FILE):
        label = by_label.get(row["label"])  # type: ignore[call-overload]
        if label is None or (label, row["name"]) not in ids:
            raise row.error(f'no {row["label"]} is named "{row["name"]}"')
        entry = Entry(label, row["name"], ids[label, row["name"]], ADJECTIVE, source="curated")
        lexicon.add(entry, [row["spelling"]])


def _entry(row: TsvRow, label: Label, *, ids: dict[tuple[Label, str], str]) -> Entry:
    values = row.values
    name, form = values["name"], values["form"]
    if not name:
        raise row.error("a row needs a name")
    if form and (label, name) not in ids:
        raise row.error(f'form "{form}" has no row of its parent "{name}" above it')
    # rows are counted by the parent: a form carries the parent's id, its own stays in the table
    curie = ids.setdefault((label, name), values["id"])
    parents = tuple(values["parent"].split("|")) if values["parent"] and not form else ()
    return Entry(label, name, curie, values["subtype"], parents, form, values["source"])


def _spellings(row: TsvRow) -> Iterator[str]:
    values = row.values
    # a form's row names its parent, whose own row holds the bare name
    if not values["form"]:
        yield values["name"]
    if values["spellings"]:
        yield from values["spellings"].split("|")
