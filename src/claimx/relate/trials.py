"""What a rule is tried on: a trigger, and a nutrient with an object."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from claimx.relate.fillers import Filler
from claimx.relate.reader import Reader
from claimx.relate.rules import Rule


@dataclass(frozen=True, slots=True)
class Trial:
    """A rule tried on a trigger. `rest` are the words that complete it, `triggers` the first words of all there are.

    `adjectives` are those that say a relation by themselves. `misread`: the parse took a noun for the trigger, and is
    not believed.
    """

    reader: Reader
    rule: Rule
    trigger: int
    triggers: Container[str]
    adjectives: frozenset[str] = frozenset()
    rest: tuple[str, ...] = ()
    misread: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A nutrient and an object that a rule may tie together."""

    trial: Trial
    nutrient: Filler
    object: Filler
