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
    return spelling.isupper() or (len(spelling) <= 3 and not spelling.islower())


def load_lexicon(data: DataFiles) -> Lexicon:
    """All lexicon tables with overlays. A row with an earlier row's name and form replaces it."""
    lexicon = Lexicon(Folder(data))
    for file, label in TABLES.items():
        rows: dict[tuple[str, str], TsvRow] = {}
        for row in data.tsv(file):
            key = row["name"], row["form"]
            rows.pop(key, None)
            rows[key] = row
        for row in rows.values():
            if row["spellings"] != SWITCHED_OFF:
                lexicon.add(_entry(row, label), list(_spellings(row)))
    return lexicon


def _entry(row: TsvRow, label: Label) -> Entry:
    values = row.values
    if not values["name"]:
        raise row.error("a row needs a name")
    parents = tuple(values["parent"].split("|")) if values["parent"] else ()
    return Entry(label, values["name"], values["id"], values["subtype"], parents, values["form"], values["source"])


def _spellings(row: TsvRow) -> Iterator[str]:
    values = row.values
    # a form's row names its parent, whose own row holds the bare name
    if not values["form"]:
        yield values["name"]
    if values["spellings"]:
        yield from values["spellings"].split("|")
