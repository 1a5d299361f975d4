"""Validate the lexicon files, overlays included, and say why a spelling gives the mention it gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimx.data_files import DataFiles, TsvRow
from claimx.errors import DataError
from claimx.lexicon import OPEN_TABLES, SWITCHED_OFF, TABLES, Entry, Lexicon, load_lexicon
from claimx.lexicon_senses import SENSES_FILE, SenseRule, load_senses
from claimx.records import Label

PREFIXES_FILE = "lexicon/prefixes.tsv"
SUBTYPES = frozenset(
    "vitamin mineral fatty_acid amino_acid antioxidant probiotic prebiotic botanical food compound".split()
)


@dataclass(frozen=True, slots=True)
class Sense:
    """One entry a spelling may name, where it comes from, the rules that let it, and the members of a class."""

    entry: Entry
    rules: tuple[SenseRule, ...]
    casings: tuple[str, ...]
    members: tuple[str, ...] = ()


def explain_spelling(data: DataFiles, spelling: str) -> list[Sense]:
    """Every sense of a spelling, the preferred one first, with what decides between them; empty when unknown."""
    lexicon = load_lexicon(data)
    key = lexicon.folder.key(spelling)
    rules = load_senses(data, lexicon.folder).get(key, [])
    senses = []
    for index in lexicon.keys.get(key, ()):
        entry = lexicon.entry_at(index)
        own = tuple(rule for rule in rules if rule.name in (entry.name, f"{entry.label}:{entry.name}"))
        members = () if entry.form else tuple(lexicon.members_of(entry.name, label=entry.label))
        senses.append(Sense(entry, own, lexicon.exact.get((key, index), ()), members))
    return senses


def check_lexicon(data: DataFiles) -> list[DataError]:
    """Every fault of the lexicon files, in file order; empty when they are sound."""
    lexicon = load_lexicon(data)
    return [
        *(fault for file, label in TABLES.items() for fault in _check_table(data, lexicon, file=file, label=label)),
        *_check_clashes(data, lexicon),
        *_check_senses(data, lexicon),
        *_check_open_tables(data, lexicon),
    ]


def _check_table(data: DataFiles, lexicon: Lexicon, *, file: str, label: Label) -> Iterator[DataError]:
    patterns = {row["prefix"]: re.compile(row["local"]) for row in data.tsv(PREFIXES_FILE)}
    names = {row["name"] for row in data.tsv(file)}
    ids: dict[str, str] = {}
    for row in data.tsv(file):
        if row["id"]:
            yield from _check_id(row, patterns)
            first = ids.setdefault(row["id"], row["name"])
            if first != row["name"]:
                yield row.error(f'id "{row["id"]}" is that of "{first}" too; one id names one concept')
        if label == "NUTRIENT" and row["subtype"] not in SUBTYPES:
            yield row.error(f'subtype "{row["subtype"]}" is none of {", ".join(sorted(SUBTYPES))}')
        for parent in filter(None, row["parent"].split("|")):
            if parent not in names:
                yield row.error(f'parent "{parent}" has no row in this table')
        if row["form"] and not row["spellings"]:
            yield row.error(f'form "{row["form"]}" needs spellings: the bare name belongs to its parent')
        yield from _check_spellings(row, lexicon)


def _check_id(row: TsvRow, patterns: dict[str, re.Pattern[str]]) -> Iterator[DataError]:
    prefix, colon, local = row["id"].partition(":")
    if not colon:
        yield row.error(f'id "{row["id"]}" needs a colon, as in "CHEBI:27300"')
    elif prefix not in patterns:
        yield row.error(f'prefix "{prefix}" is none of {", ".join(sorted(patterns))}')
    elif not patterns[prefix].fullmatch(local):
        yield row.error(f'id "{row["id"]}" does not look like one of {prefix} ({patterns[prefix].pattern})')


def _check_spellings(row: TsvRow, lexicon: Lexicon) -> Iterator[DataError]:
    if row["spellings"] in ("", SWITCHED_OFF):
        return
    seen: set[str] = set()
    for spelling in row["spellings"].split("|"):
        if not spelling.strip():
            yield row.error("an empty spelling between two |")
        elif spelling in seen or (spelling == row["name"] and not row["form"]):
            yield row.error(f'spelling "{spelling}" is given twice')
        elif not lexicon.folder.key(spelling):
            yield row.error(f'spelling "{spelling}" holds no word')
        seen.add(spelling)


def _check_clashes(data: DataFiles, lexicon: Lexicon) -> Iterator[DataError]:
    """A spelling in two rows needs a row of ambiguous.tsv, or the first row would always win."""
    decided = set(load_senses(data, lexicon.folder))
    for file, label in TABLES.items():
        for row in data.tsv(file):
            spellings = [] if row["form"] else [row["name"]]
            spellings += [s for s in row["spellings"].split("|") if s and s != SWITCHED_OFF]
            for spelling in spellings:
                key = lexicon.folder.key(spelling)
                senses = lexicon.find(spelling)
                own = next((s for s in senses if (s.label, s.name, s.form) == (label, row["name"], row["form"])), None)
                if own is not None and senses[0] is not own and key not in decided and not senses[0].form:
                    first = senses[0]
                    yield row.error(
                        f'"{spelling}" names {first.label} "{first.name}" too; remove one or add rows to {SENSES_FILE}'
                    )


def _check_senses(data: DataFiles, lexicon: Lexicon) -> Iterator[DataError]:
    for row in data.tsv(SENSES_FILE):
        senses = lexicon.find(row["spelling"])
        if not senses:
            yield row.error(f'"{row["spelling"]}" is no spelling of the lexicon')
        elif not any(row["name"] in (sense.name, f"{sense.label}:{sense.name}") for sense in senses):
            names = ", ".join(f'"{sense.label}:{sense.name}"' for sense in senses)
            yield row.error(f'"{row["spelling"]}" does not name "{row["name"]}"; it names {names}')


def _check_open_tables(data: DataFiles, lexicon: Lexicon) -> Iterator[DataError]:
    for file in OPEN_TABLES:
        for row in data.tsv(file):
            for key in row["keys"].split("|"):
                if lexicon.folder.key(key) != key:
                    yield row.error(f'"{key}" is not folded ("{lexicon.folder.key(key)}"); run `claimx lexicon build`')
