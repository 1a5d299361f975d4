"""The guide to flags, contradictions and balance cards: cues/flags.yaml and limits.tsv, checked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any, TypeVar, get_args

from claimx.data_files import DataFiles
from claimx.errors import DataError
from claimx.limits import Limit, load_limits
from claimx.records import ClaimClass, DoseRole, Evidence, Overclaim, Relation, State

FILE = "cues/flags.yaml"
SIDES = ("interactions", "cautions", "safety", "doses", "deficiencies", "harms", "excess", "benefits")
GAPS = (
    "no_side_effects", "no_caution", "no_evidence", "no_dose", "dose_without_warning", "hazard_not_named",
)  # fmt: skip
Value = TypeVar("Value", bound=str)


@dataclass(frozen=True, slots=True)
class OverclaimGuide:
    """Which claims are too sure for what they rest on. Names of nutrients and illnesses are without case."""

    relations: frozenset[Relation]
    classes: frozenset[ClaimClass]
    values: Mapping[Evidence, Overclaim]
    backing: frozenset[Evidence]
    lack_names: frozenset[str]
    lack_diseases: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Scope:
    """What alone counts towards a limit, told by words of the sentence."""

    counts: re.Pattern[str]
    other: re.Pattern[str]
    any_form: bool


@dataclass(frozen=True, slots=True)
class DoseGuide:
    """Limits by nutrient name without case, and which rows warn of an amount or name a limit of their own."""

    limits: Mapping[str, tuple[Limit, ...]]
    scopes: Mapping[str, Scope]
    warning_relations: frozenset[Relation]
    warning_classes: frozenset[ClaimClass]
    warning_states: frozenset[State]
    warning_denials: frozenset[Relation]
    limit_roles: frozenset[DoseRole]
    allowance_roles: frozenset[DoseRole]
    routes: frozenset[str]
    ages: tuple[re.Pattern[str], ...]
    older: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Side:
    """One list of a balance card: rows of these relations, states and classes; an empty set takes all."""

    name: str
    relations: frozenset[Relation]
    states: frozenset[State]
    classes: frozenset[ClaimClass]


@dataclass(frozen=True, slots=True)
class Guide:
    """`opposites` holds each pair of relations both ways; `sides` is in the order in which rows are taken.

    `least_benefits`: what is missing is asked of a nutrient with so many rows of benefits, or with the most there are.
    """

    overclaim: OverclaimGuide
    dose: DoseGuide
    opposites: frozenset[tuple[Relation, Relation]]
    sides: tuple[Side, ...]
    no_supplement: frozenset[str]
    least_benefits: int
    missing: Mapping[str, str]


def load_guide(data: DataFiles) -> Guide:
    """The guide; of each block of flags.yaml the last layer wins whole. Faults are DataErrors."""
    blocks: dict[str, Any] = {}
    for path, content in data.yaml(FILE):
        if not isinstance(content, dict):
            raise DataError("expected blocks such as overclaim and dose", path=path)
        blocks.update({name: _Block(name, value, path) for name, value in content.items()})
    missing = {"overclaim", "dose", "scopes", "opposites", "balance", "missing"} - set(blocks)
    if missing:
        raise DataError(f'block "{min(missing)}" is missing', path=data.find(FILE)[0])
    balance = blocks["balance"]
    return Guide(
        overclaim=_read_overclaim(blocks["overclaim"]),
        dose=_read_dose(blocks["dose"], blocks["scopes"], data),
        opposites=_read_opposites(blocks["opposites"]),
        sides=tuple(_read_side(name, balance) for name in SIDES),
        no_supplement=frozenset(balance.words("no_supplement")),
        least_benefits=balance.number("least_benefits"),
        missing={name: str(blocks["missing"].at(name)) for name in GAPS},
    )


@dataclass(frozen=True, slots=True)
class _Block:
    """A block of the file with its name and place, for what is said when it is at fault."""

    name: str
    value: Any
    path: Path

    def error(self, message: str) -> DataError:
        return DataError(f"{self.name}: {message}", path=self.path)

    def at(self, key: str) -> Any:
        if not isinstance(self.value, dict) or key not in self.value:
            raise self.error(f'"{key}" is missing')
        return self.value[key]

    def inner(self, key: str) -> _Block:
        return _Block(f"{self.name}.{key}", self.at(key), self.path)

    def words(self, key: str) -> list[str]:
        found = self.at(key)
        if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
            raise self.error(f'"{key}" needs a list of words')
        return found

    def number(self, key: str) -> int:
        found = str(self.at(key))
        if not found.isdecimal():
            raise self.error(f'"{key}" needs a whole number but has "{found}"')
        return int(found)

    def choices(self, key: str, values: Sequence[Value], *, optional: bool = False) -> frozenset[Value]:
        if optional and key not in self.value:
            return frozenset()
        return frozenset(self.choose(word, values) for word in self.words(key))

    def choose(self, word: str, values: Sequence[Value]) -> Value:
        for value in values:
            if value == word and value:
                return value
        raise self.error(f'"{word}" is none of {", ".join(value for value in values if value)}')

    def pattern(self, key: str) -> re.Pattern[str]:
        longest_first = sorted(self.words(key), key=lambda word: (-len(word), word))
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


def _read_overclaim(block: _Block) -> OverclaimGuide:
    evidence = block.inner("evidence")
    diseases = block.inner("lack_diseases")
    return OverclaimGuide(
        relations=block.choices("relations", get_args(Relation)),
        classes=block.choices("classes", get_args(ClaimClass)),
        values={
            block.choose(kind, get_args(Evidence)): block.choose(value, get_args(Overclaim))
            for kind, value in evidence.value.items()
        },
        backing=block.choices("backing", get_args(Evidence)),
        lack_names=frozenset(block.words("lack_names")),
        lack_diseases={
            nutrient.casefold(): frozenset(name.casefold() for name in diseases.words(nutrient))
            for nutrient in diseases.value
        },
    )


def _read_dose(block: _Block, scopes: _Block, data: DataFiles) -> DoseGuide:
    found = {}
    for name in scopes.value:
        scope = scopes.inner(name)
        found[name] = Scope(scope.pattern("counts"), scope.pattern("other"), scope.at("any_form") == "yes")
    return DoseGuide(
        limits=load_limits(data, scopes=found),
        scopes=found,
        warning_relations=block.choices("warning_relations", get_args(Relation)),
        warning_classes=block.choices("warning_classes", get_args(ClaimClass)),
        warning_states=block.choices("warning_states", get_args(State)),
        warning_denials=block.choices("warning_denials", get_args(Relation)),
        limit_roles=block.choices("limit_roles", get_args(DoseRole)),
        allowance_roles=block.choices("allowance_roles", get_args(DoseRole)),
        routes=frozenset(block.words("routes")),
        ages=tuple(_age_pattern(words) for words in block.words("ages")),
        older=block.pattern("older"),
    )


def _age_pattern(words: str) -> re.Pattern[str]:
    before, _, behind = words.partition("#")
    return re.compile(rf"(?<!\w){re.escape(before)}(?<!\d)(\d\d)(?!\d){re.escape(behind)}(?!\w)", re.IGNORECASE)


def _read_opposites(block: _Block) -> frozenset[tuple[Relation, Relation]]:
    pairs: set[tuple[Relation, Relation]] = set()
    for number, item in enumerate(block.value, 1):
        line = _Block(f"{block.name} {number}", item, block.path)
        pairs |= set(product(line.choices("one", get_args(Relation)), line.choices("other", get_args(Relation))))
    return frozenset(pairs | {(second, first) for first, second in pairs})


def _read_side(name: str, balance: _Block) -> Side:
    block = balance.inner(name)
    return Side(
        name,
        relations=block.choices("relations", get_args(Relation), optional=True),
        states=block.choices("states", get_args(State), optional=True),
        classes=block.choices("classes", get_args(ClaimClass), optional=True),
    )
