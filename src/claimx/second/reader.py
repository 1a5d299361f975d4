"""The second reader: what a small network holds each pair of a nutrient and an object for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from claimx.data_files import DataFiles
from claimx.errors import DataError
from claimx.model_folders import SECOND, find_model
from claimx.records import Mention, Relation, State
from claimx.second.network import RELATIONS, STATES, Weights, load_weights, weigh
from claimx.second.pairs import Shown, show
from claimx.second.pieces import Pieces, load_pieces
from claimx.topic import Context

# windows of like length go through the network together
GROUP = 16
LENGTHS = 32
DATA_NAME = "second.yaml"
WEIGHTS = "weights.npz"
# an amount is compared by what it is and not by an object
_OF_RULES: frozenset[Relation] = frozenset({"HAS_DOSE"})


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a pair may be: the likeliest relation, the chance of each, that of a denial, and the nutrient's state.

    `number` is the sentence's place in its context; `before` when the nutrient is not named in it; `is_likely` when the
    likeliest relation is likely enough to be a claim, `is_denied` when a denial is likely enough.
    """

    number: int
    nutrient: Mention
    object: Mention
    before: bool
    relation: Relation
    chances: dict[Relation, float]
    denied: float
    state: State
    is_likely: bool
    is_denied: bool

    @property
    def chance(self) -> float:
        """That of the likeliest relation."""
        return self.chances[self.relation]


@dataclass(frozen=True, slots=True)
class Least:
    """The least chances at which a pair is a claim, of a nutrient named in the sentence and of one named before it.

    Above `denied` it is a denied one. Below `doubted` a claim of a rule is none, where the sentence leaves the nutrient
    out.
    """

    named: float
    unnamed: float
    denied: float
    doubted: float


@dataclass(frozen=True, slots=True)
class SecondReader:
    """The loaded network and the word pieces it knows. Make one with `load_second_reader`."""

    weights: Weights
    pieces: Pieces
    least: Least

    def read(self, context: Context) -> list[Weighed]:
        """Every pair of an article, in the order of the text."""
        shown = sorted(show(context, self.pieces), key=lambda item: len(item.pieces))
        found: list[Weighed] = []
        for _, alike in groupby(shown, key=lambda item: len(item.pieces) // LENGTHS):
            items = list(alike)
            for start in range(0, len(items), GROUP):
                found += self._weigh(items[start : start + GROUP])
        return sorted(found, key=lambda item: (item.number, item.object.start, item.nutrient.start))

    def _weigh(self, group: list[Shown]) -> Iterator[Weighed]:
        for shown, (relations, denied, states) in zip(group, weigh(self.weights, group), strict=True):
            for pair, chances, no, state in zip(shown.pairs, relations, denied, states, strict=True):
                named = dict(zip(RELATIONS, map(float, chances[1:]), strict=True))
                best = max(named, key=lambda relation: named[relation])
                wanted = self.least.unnamed if pair.before else self.least.named
                likely = best not in _OF_RULES and named[best] >= wanted
                kind = STATES[int(state.argmax())]
                yield Weighed(
                    pair.number, pair.nutrient, pair.object, pair.before, best, named, float(no), kind, likely,
                    is_denied=float(no) > self.least.denied,
                )  # fmt: skip


def load_second_reader(data: DataFiles, folder: Path | None = None) -> SecondReader:
    """The packaged network, or that of a folder, with the least chances of data/second.yaml."""
    folder = folder or find_model(SECOND, file=WEIGHTS)
    return SecondReader(load_weights(folder / WEIGHTS), load_pieces(folder / "pieces.txt"), _load_least(data))


def _load_least(data: DataFiles) -> Least:
    path, found = data.yaml(DATA_NAME)[-1]
    try:
        return Least(*(float(found[name]) for name in Least.__match_args__))
    except (KeyError, TypeError, ValueError) as error:
        raise DataError(f"needs the chances {', '.join(Least.__match_args__)}: {error}", path=path) from None
