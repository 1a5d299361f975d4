"""The lexicon: which folded spellings name which nutrient, condition, function, drug or population."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claimx.data_files import DataFiles, TsvRow
from claimx.errors import DataError
from claimx.lexicon_words import Folder
from claimx.records import Label

TABLES: dict[str, Label] = {
    "lexicon/nutrients.tsv": "NUTRIENT",
    "lexicon/conditions.tsv": "CONDITION",
    "lexicon/functions.tsv": "FUNCTION",
    "lexicon/drugs.tsv": "DRUG",
    "lexicon/populations.tsv": "POPULATION",
}
# compiled from open vocabularies by lexicon_build; the curated tables above come first
OPEN_TABLES: dict[str, Label] = {
    "lexicon/open_conditions.tsv": "CONDITION",
    "lexicon/open_nutrients.tsv": "NUTRIENT",
    "lexicon/open_functions.tsv": "FUNCTION",
    "lexicon/open_drugs.tsv": "DRUG",
}
OPEN_SUBTYPES = {"NUTRIENT": "food"}
# ids of substances, which are no foods
CHEMICAL_IDS = "CHEBI:"
ADJECTIVES_FILE = "lexicon/adjectives.tsv"
ADJECTIVE = "adjective"
STOPPED_FILE = "lexicon/stopped.tsv"
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
    """Spellings by folded key. `exact` holds the only casings a short form may have ("ALA", "Fe").

    Entries of the open tables are kept as table lines until they are asked for: most never are.
    """

    folder: Folder
    keys: dict[str, tuple[int, ...]] = field(default_factory=dict)
    exact: dict[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    _entries: list[Entry | tuple[Label, str]] = field(default_factory=list)
    _classes: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def entries(self) -> list[Entry]:
        """All entries, curated ones first."""
        return [self.entry_at(index) for index in range(len(self._entries))]

    def entry_at(self, index: int) -> Entry:
        """The entry at an index of `keys`."""
        entry = self._entries[index]
        if isinstance(entry, Entry):
            return entry
        label, line = entry
        name, curie, _, source = line.split("\t")
        subtype = OPEN_SUBTYPES.get(label, "")
        subtype = "compound" if subtype and curie.startswith(CHEMICAL_IDS) else subtype
        made = self._entries[index] = Entry(label, name, curie, subtype, source=source)
        return made

    def is_curated(self, index: int) -> bool:
        """Whether the entry at an index comes from a table of this project, and not from an open vocabulary."""
        return isinstance(self._entries[index], Entry) and self.entry_at(index).source == "curated"

    def curated_names(self, label: Label) -> dict[str, int]:
        """Index of the plain entry of each name in the curated table of a label."""
        return {
            entry.name: index
            for index, entry in enumerate(self._entries)
            if isinstance(entry, Entry) and entry.label == label and not entry.form and entry.subtype != ADJECTIVE
        }

    def add(self, entry: Entry, spellings: list[str]) -> int:
        """Add an entry under its spellings; earlier entries keep their precedence. Returns the entry's index."""
        index = len(self._entries)
        self._entries.append(entry)
        for spelling in spellings:
            key = self.folder.key(spelling)
            known = self.keys.get(key, ())
            if index not in known:
                self.add_keys([key], (*known, index))
                if is_short_form(spelling):
                    self.exact[key, index] = (spelling,)
            elif (key, index) in self.exact and is_short_form(spelling):
                self.exact[key, index] += (spelling,)
        return index

    def add_line(self, label: Label, line: str) -> int:
        """Add the entry of an open table's line, to be read when it is asked for. Returns its index."""
        self._entries.append((label, line))
        return len(self._entries) - 1

    def add_keys(self, keys: list[str], senses: tuple[int, ...]) -> None:
        """Let folded keys name entries."""
        longest = self.longest
        for key in keys:
            self.keys[key] = senses
            words = key.count(" ") + 1
            first = key if words == 1 else key[: key.index(" ")]
            if longest.get(first, 0) < words:
                longest[first] = words

    def find(self, spelling: str) -> list[Entry]:
        """Entries a spelling may name, the preferred one first; empty when none does."""
        return [self.entry_at(index) for index in self.keys.get(self.folder.key(spelling), ())]

    def entries_of(self, key: str, surface: str) -> list[Entry]:
        """Entries a folded key may name when written as `surface`, which decides for short forms like "ALA"."""
        found = []
        for index in self.keys.get(key, ()):
            casings = self.exact.get((key, index))
            if casings is None or surface in casings or surface.removesuffix("s") in casings:
                found.append(self.entry_at(index))
        return found

    def members_of(self, name: str, *, label: Label = "NUTRIENT") -> list[str]:
        """Names of the members of a class, members of members too, sorted: "B vitamins" gives "biotin", "folate" ..."""
        children: dict[str, list[str]] = {}
        for entry in self._with_parents(label):
            for parent in entry.parents:
                children.setdefault(parent, []).append(entry.name)
        return sorted({*_follow(name, children)} - {name})

    def classes_of(self, name: str) -> tuple[str, ...]:
        """The classes of a nutrient by name, the nearest first: "blueberries" gives "berries", "fruits" ..."""
        if not self._classes:
            parents: dict[str, tuple[str, ...]] = {}
            for entry in self._with_parents("NUTRIENT"):
                parents.setdefault(entry.name, entry.parents)
            self._classes.update((member, _follow(member, parents)) for member in parents)
        return self._classes.get(name, ())

    def _with_parents(self, label: Label) -> Iterator[Entry]:
        """The entries of a label that belong to a class; those of the open tables belong to none."""
        return (item for item in self._entries if isinstance(item, Entry) and item.label == label and item.parents)

    def first_entry(self, key: str) -> Entry | None:
        """The preferred entry of a folded key, whatever its casing."""
        senses = self.keys.get(key)
        return self.entry_at(senses[0]) if senses else None


def _follow(name: str, links: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """All that `links` lead to from a name, the nearest first."""
    found: dict[str, None] = {}
    waiting = [name]
    while waiting:
        new = [item for item in links.get(waiting.pop(0), ()) if item not in found]
        found |= dict.fromkeys(new)
        waiting += new
    return tuple(found)


def is_short_form(spelling: str) -> bool:
    """Whether a spelling counts only in its own casing: "ALA", "Fe", "PMS", but not "B12", which people write "b12"."""
    if len(spelling) > _SHORT_FORM_LETTERS or not spelling.isalpha():
        return False
    return not spelling[1:].islower() and not spelling.islower() if len(spelling) > 2 else not spelling.islower()


def load_lexicon(data: DataFiles, *, open_tables: bool = True) -> Lexicon:
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
    if open_tables:
        stopped = {lexicon.folder.key(row["spelling"]) for row in data.tsv(STOPPED_FILE)}
        for file, label in OPEN_TABLES.items():
            _add_open_table(lexicon, data, file=file, label=label, stopped=stopped)
    return lexicon


def _add_open_table(lexicon: Lexicon, data: DataFiles, *, file: str, label: Label, stopped: set[str]) -> None:
    known = lexicon.curated_names(label)
    taken = lexicon.keys
    for path in data.find(file):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if not line or line[0] == "#" or line.startswith("name\t"):
                continue
            cells = line.split("\t")
            if len(cells) != 4:
                raise DataError(f"expected 4 columns but got {len(cells)}", path=path, line=number)
            keys = [key for key in cells[2].split("|") if key not in taken and key not in stopped]
            if keys:
                index = known.get(cells[0])
                lexicon.add_keys(keys, (lexicon.add_line(label, line) if index is None else index,))


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
