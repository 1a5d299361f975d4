"""What the segmenter knows of the language, read from `data/segment/`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args

from claimx.data_files import DataFiles
from claimx.errors import DataError

AbbreviationKind: TypeAlias = Literal["inside", "name", "number", "loose", "acronym"]
Scope: TypeAlias = Literal["whole", "start", "opening", "sentence", "section"]

_WORD_LISTS = (
    "starters",
    "letter_heads",
    "species",
    "minor",
    "unfinished",
    "labels",
    "headings",
    "heading_words",
    "told_words",
    "names",
    "columns",
    "lead_ins",
)


@dataclass(frozen=True, slots=True)
class BoilerplateRule:
    """One line of boilerplate.yaml. `key` is a lower-case literal that every match holds, for a cheap first look."""

    reason: str
    scope: Scope
    key: str
    pattern: re.Pattern[str]
    max_words: int = 0
    evidence: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class SegmentRules:
    """Word sets are as the data files write them; `labels` matches a label at the start of a sentence.

    `headings` matches one that heads what the sentence behind it tells ("Side effects: Nausea is possible").

    `names` matches one at the start of a line that names what the lines below tell of ("What: zinc"); `columns` are
    what the first column of a table may be headed.
    """

    abbreviations: dict[str, AbbreviationKind]
    starters: frozenset[str]
    letter_heads: frozenset[str]
    species: frozenset[str]
    minor: frozenset[str]
    unfinished: frozenset[str]
    labels: re.Pattern[str]
    headings: re.Pattern[str]
    names: re.Pattern[str]
    columns: frozenset[str]
    lead_ins: re.Pattern[str]
    boilerplate: tuple[BoilerplateRule, ...]


@lru_cache(maxsize=8)
def load_rules(data: DataFiles) -> SegmentRules:
    """All of `data/segment/` with its overlays. A fault is a DataError that names the file."""
    words = _load_words(data)
    return SegmentRules(
        abbreviations=_load_abbreviations(data),
        starters=frozenset(words["starters"]),
        letter_heads=frozenset(words["letter_heads"]),
        species=frozenset(words["species"]),
        minor=frozenset(words["minor"]),
        unfinished=frozenset(words["unfinished"]),
        labels=_label_pattern(words["labels"]),
        headings=_heading_pattern(words["headings"], beside=words["heading_words"], told=words["told_words"]),
        names=_label_pattern(words["names"]),
        columns=frozenset(words["columns"]),
        lead_ins=re.compile("|".join(f"(?:{each})" for each in words["lead_ins"]) or r"(?!)", re.IGNORECASE),
        boilerplate=tuple(_load_boilerplate(data)),
    )


def _load_abbreviations(data: DataFiles) -> dict[str, AbbreviationKind]:
    found: dict[str, AbbreviationKind] = {}
    kinds: dict[str, AbbreviationKind] = {kind: kind for kind in get_args(AbbreviationKind)}
    for row in data.tsv("segment/abbreviations.tsv"):
        if row["kind"] not in kinds:
            raise row.error(f'kind "{row["kind"]}" is not one of {", ".join(kinds)}')
        found[row["abbreviation"]] = kinds[row["kind"]]
    return found


def _load_words(data: DataFiles) -> dict[str, list[str]]:
    words: dict[str, list[str]] = {name: [] for name in _WORD_LISTS}
    for path, content in data.yaml("segment/words.yaml"):
        if not isinstance(content, dict):
            raise DataError('expected lists by name, as in "starters: [The, A]"', path=path)
        for name, items in content.items():
            if name not in words:
                raise DataError(f'no such list "{name}"; the lists are {", ".join(_WORD_LISTS)}', path=path)
            if not isinstance(items, list) or not all(isinstance(item, str) and item for item in items):
                raise DataError(f'"{name}" must be a list of words', path=path)
            words[name].extend(items)
        for item in content.get("lead_ins", ()):
            _compile(item, path)
    return words


def _label_pattern(labels: Iterable[str]) -> re.Pattern[str]:
    names = _any_of(labels)
    return re.compile(rf"[*_]{{0,3}}(?:{names})[*_]{{0,3}}\s?:[*_]{{0,3}}\s*", re.IGNORECASE)


def _any_of(labels: Iterable[str]) -> str:
    # longest first, so that "key points" is not cut short by "key point"
    return "|".join(map(re.escape, sorted(set(labels), key=lambda label: (-len(label), label))))


def _heading_pattern(headings: Iterable[str], *, beside: Iterable[str], told: Iterable[str]) -> re.Pattern[str]:
    named, around, verbs = (_any_of(each) for each in (headings, beside, told))
    label = rf"(?P<label>(?:(?:{around}) ){{0,4}}(?:{named})(?: (?:{around})){{0,2}}\??)"
    return re.compile(rf"[*_]{{0,3}}{label}[*_]{{0,3}}\s?:[*_]{{0,3}}\s+(?=[^.!?\n]*?\b(?:{verbs})\b)", re.IGNORECASE)


def _load_boilerplate(data: DataFiles) -> Iterable[BoilerplateRule]:
    for path, content in data.yaml("segment/boilerplate.yaml"):
        if not isinstance(content, list):
            raise DataError("expected a list of rules", path=path)
        for number, entry in enumerate(content, 1):
            yield _boilerplate_rule(entry, path, number)


def _boilerplate_rule(entry: Any, path: Path, number: int) -> BoilerplateRule:
    if not isinstance(entry, dict) or not {"reason", "scope", "key", "pattern"} <= entry.keys():
        raise DataError(f"rule {number} needs reason, scope, key and pattern", path=path)
    if unknown := sorted(entry.keys() - {"reason", "scope", "key", "pattern", "max_words", "evidence"}):
        raise DataError(f"rule {number} has an unknown field {unknown[0]}", path=path)
    scopes: dict[str, Scope] = {scope: scope for scope in get_args(Scope)}
    if entry["scope"] not in scopes:
        raise DataError(f'rule {number}: scope "{entry["scope"]}" is not one of {", ".join(scopes)}', path=path)
    if not str(entry.get("max_words", "0")).isdigit():
        raise DataError(f"rule {number}: max_words must be a whole number", path=path)
    return BoilerplateRule(
        reason=entry["reason"],
        scope=scopes[entry["scope"]],
        key=entry["key"].lower(),
        pattern=_compile(entry["pattern"], path),
        max_words=int(entry.get("max_words", 0)),
        evidence=_compile(entry["evidence"], path) if "evidence" in entry else None,
    )


def _compile(pattern: str, path: Path) -> re.Pattern[str]:
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise DataError(f"not a regular expression ({error}): {pattern[:80]}", path=path) from None
