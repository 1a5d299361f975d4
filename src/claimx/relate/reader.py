"""One sentence as the relate stage reads it: its graph, the word classes, and what was read in it before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from claimx.records import Label
from claimx.relate.fillers import Amount, Filler
from claimx.relate.graph import Graph
from claimx.relate.items import Item
from claimx.relate.words import Words

# of what was counted in two groups, whether those who got the nutrient had less of it; "": nothing is said, or as much
Standing: TypeAlias = Literal["lower", "higher", ""]


@dataclass(frozen=True, slots=True)
class ObjectSlot:
    """What an object may be: mentions of these labels and, if `phrases`, noun phrases that no lexicon holds.

    `people`: a bare word for people is an object as well ("most people"). `open`: so is a noun that no list holds.
    """

    labels: frozenset[Label]
    phrases: bool
    people: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """A graph with the words to read it by. A hundred rules ask the same of one sentence: answers are kept.

    `list_at` is the token that the list at the sentence's end begins with, None when it ends in none.
    """

    graph: Graph
    words: Words
    list_at: int | None = None
    lists: dict[int, tuple[Item, ...]] = field(default_factory=dict, repr=False, compare=False)
    roles: dict[tuple[int, str], Sequence[int]] = field(default_factory=dict, repr=False, compare=False)
    states: dict[int, Amount] = field(default_factory=dict, repr=False, compare=False)
    standings: dict[int, Standing] = field(default_factory=dict, repr=False, compare=False)
    slots: dict[tuple[object, ...], list[Filler]] = field(default_factory=dict, repr=False, compare=False)
    nutrients: dict[int, list[Filler]] = field(default_factory=dict, repr=False, compare=False)
    objects: dict[tuple[int, ObjectSlot], list[Filler]] = field(default_factory=dict, repr=False, compare=False)
