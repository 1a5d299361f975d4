"""The network of the second reader in numpy: a small transformer, and what it makes of each pair.

Weights are whole numbers of eight bits with a scale for each row; they are multiplied out once, on loading.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from claimx.records import Relation, State
from claimx.second.pairs import Pair, Shown

Floats: TypeAlias = NDArray[np.float32]
RELATIONS: Final[tuple[Relation, ...]] = (
    "TREATS", "USED_FOR", "PREVENTS", "CAUSES", "PREDISPOSES", "WORSENS", "IMPROVES", "INCREASES",
    "DECREASES", "AFFECTS", "ASSOCIATED_WITH", "INTERACTS_WITH", "CONTRAINDICATED_IN", "SAFE_FOR",
    "FOUND_IN", "HAS_DOSE",
)  # fmt: skip
STATES: Final[tuple[State, ...]] = ("intake", "deficiency", "excess")
# pieces between the two, in steps of this many, up to a longest
STEP, STEPS = 4, 8
_EPSILON = 1e-12
_SCALE = ".scale"
_GELU = math.sqrt(2 / math.pi)


@dataclass(frozen=True, slots=True)
class Weights:
    """The arrays by name, and the shape they make."""

    arrays: Mapping[str, Floats]
    layers: int
    heads: int

    def __getitem__(self, name: str) -> Floats:
        return self.arrays[name]


def load_weights(path: Path) -> Weights:
    """The weights of an .npz file."""
    with np.load(path) as found:
        stored = {name: found[name] for name in found.files}
    arrays = {
        name: np.ascontiguousarray(array * stored[name + _SCALE] if name + _SCALE in stored else array, np.float32)
        for name, array in stored.items()
        if not name.endswith(_SCALE)
    }
    layers = sum(name.endswith(".query.weight") for name in arrays)
    return Weights(arrays, layers, int(arrays["heads"].item()))


def weigh(weights: Weights, group: Sequence[Shown]) -> list[tuple[Floats, Floats, Floats]]:
    """For each window of a group three arrays with a row for each pair.

    The first holds the probabilities of no claim and of each relation, the second that the claim is denied, the third
    those of the states.
    """
    states = _encode(weights, group)
    found = []
    for row, shown in enumerate(group):
        hidden = _of_pairs(weights, states[row], shown)
        relations = _softmax(_linear(weights, "relation", hidden))
        denied = 1 / (1 + np.exp(-_linear(weights, "denied", hidden)[:, 0]))
        found.append((relations, denied, _softmax(_linear(weights, "state", hidden))))
    return found


def _encode(weights: Weights, group: Sequence[Shown]) -> Floats:
    longest = max(len(shown.pieces) for shown in group)
    pieces = np.zeros((len(group), longest), np.int64)
    kinds = np.zeros_like(pieces)
    mask = np.zeros(pieces.shape, np.float32)
    for row, shown in enumerate(group):
        length = len(shown.pieces)
        pieces[row, :length], kinds[row, :length], mask[row, :length] = shown.pieces, shown.kinds, 1
    states = weights["pieces"][pieces] + weights["kinds"][kinds] + weights["places"][:longest]
    states = _normal(weights, "pieces.norm", states)
    hide = ((1 - mask) * np.float32(-1e4))[:, None, None, :]
    for layer in range(weights.layers):
        states = _layer(weights, f"{layer}.", states, hide)
    return states


def _layer(weights: Weights, name: str, states: Floats, hide: Floats) -> Floats:
    many, length, width = states.shape
    heads = weights.heads

    def part(which: str) -> Floats:
        return _linear(weights, name + which, states).reshape(many, length, heads, width // heads).swapaxes(1, 2)

    scores = part("query") @ part("key").swapaxes(-1, -2) / np.float32(math.sqrt(width // heads))
    seen = (_softmax(scores + hide) @ part("value")).swapaxes(1, 2).reshape(many, length, width)
    states = _normal(weights, name + "seen.norm", states + _linear(weights, name + "seen", seen))
    inner = _gelu(_linear(weights, name + "inner", states))
    return _normal(weights, name + "outer.norm", states + _linear(weights, name + "outer", inner))


def _of_pairs(weights: Weights, states: Floats, shown: Shown) -> Floats:
    nutrients = np.stack([_most(states, *pair.nutrient_at) for pair in shown.pairs])
    objects = np.stack([_most(states, *pair.object_at) for pair in shown.pairs])
    spans = [_between(pair) for pair in shown.pairs]
    wholes = {pair.sentence_at: _most(states, *pair.sentence_at) for pair in shown.pairs}
    whole = np.stack([wholes[pair.sentence_at] for pair in shown.pairs])
    between = np.stack([_most(states, *span) for span in spans])
    places = np.array([_place(pair, span) for pair, span in zip(shown.pairs, spans, strict=True)])
    hidden = (
        _linear(weights, "nutrient", nutrients)
        + _linear(weights, "object", objects)
        + _linear(weights, "between", between)
        + _linear(weights, "whole", whole)
        + _linear(weights, "both", nutrients * objects)
        + weights["place"][places]
    )
    return _gelu(hidden)


def _between(pair: Pair) -> tuple[int, int]:
    """The pieces between the two; of a nutrient named before, those ahead of the object in its sentence."""
    if pair.before:
        return pair.sentence_at[0], pair.object_at[0]
    return min(pair.nutrient_at[1], pair.object_at[1]), max(pair.nutrient_at[0], pair.object_at[0])


def _place(pair: Pair, span: tuple[int, int]) -> int:
    """A number for how far apart the two are, which comes first, and whether the nutrient is named before."""
    far = min(max(span[1] - span[0], 0) // STEP, STEPS - 1)
    return far + STEPS * (pair.nutrient_at[0] < pair.object_at[0]) + 2 * STEPS * pair.before


def _most(states: Floats, start: int, end: int) -> Floats:
    found: Floats = states[start:end].max(0) if start < end else np.zeros(states.shape[1], np.float32)
    return found


def _linear(weights: Weights, name: str, states: Floats) -> Floats:
    # one product of two flat arrays is twice as fast as one for each sentence
    found: Floats = states.reshape(-1, states.shape[-1]) @ weights[name + ".weight"].T
    found += weights[name + ".bias"]
    return found.reshape(*states.shape[:-1], -1)


def _normal(weights: Weights, name: str, states: Floats) -> Floats:
    centred = states - states.mean(-1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(-1, keepdims=True) + np.float32(_EPSILON))
    found: Floats = centred / spread * weights[name + ".weight"] + weights[name + ".bias"]
    return found


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    found: Floats = raised / raised.sum(-1, keepdims=True)
    return found


def _gelu(values: Floats) -> Floats:
    inner = np.float32(_GELU) * (values + np.float32(0.044715) * values * values * values)
    found: Floats = values * np.float32(0.5) * (1 + np.tanh(inner))
    return found
