"""Greedy arc-eager parsing of many sentences at once, with the weights of a spaCy parser.

spaCy's own loop goes from state to state; here one step moves every sentence. The transitions and their conditions are
those of `spacy.pipeline._parser_internals.arc_eager` for documents of one sentence, where "break" never applies, and
non-projective arcs are put back as `nonproj.deprojectivize` does (Nivre and Nilsson 2005).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.language import Language

from claimx.vectors import Floats, Rows

_SHIFT, _REDUCE, _LEFT, _RIGHT = range(4)
_KINDS = {"S": _SHIFT, "D": _REDUCE, "L": _LEFT, "R": _RIGHT}
_FEATURES = 8
# empty places at the bottom of a stack, so that its third word from the top can always be asked for
_BELOW = 3
_DELIMITER = "||"
ROOT = "ROOT"


@dataclass(frozen=True, slots=True)
class _Weights:
    """`first` (vector, width), `lower` (width, features x hidden x pieces) and its padding, `upper` (hidden, moves)."""

    first: Floats
    first_bias: Floats
    lower: Floats
    padding: Floats
    bias: Floats
    upper: Floats
    upper_bias: Floats
    pieces: int


@dataclass(frozen=True, slots=True)
class Decoder:
    """Parses from word vectors. `kinds` and `labels` go by move; `allowed` is added to the scores, by what is valid."""

    weights: _Weights
    kinds: Rows
    labels: tuple[str, ...]
    allowed: Floats

    def parse(self, vectors: Floats, lengths: Sequence[int]) -> tuple[list[int], list[str]]:
        """Heads within each sentence and labels, of all words one after the other; a root's head is itself."""
        state = _State(lengths)
        table = self._precompute(vectors)
        live = np.arange(len(lengths))
        while len(live):
            state.move(live, self._choose(state, live, table), self.kinds)
            live = live[state.unfinished(live)]
        return self._collect(state, lengths)

    def _precompute(self, vectors: Floats) -> Floats:
        """What each word adds to the hidden layer in each of its roles; row 0 stands for no word."""
        weights = self.weights
        table = np.empty((len(vectors) + 1, weights.lower.shape[1]), dtype=np.float32)
        table[0] = weights.padding
        np.dot(vectors @ weights.first + weights.first_bias, weights.lower, out=table[1:])
        return table.reshape((len(vectors) + 1) * _FEATURES, -1)

    def _choose(self, state: _State, live: Rows, table: Floats) -> Rows:
        weights = self.weights
        words = state.context(live)
        sums = table.take(words[0] * _FEATURES, axis=0)
        for role in range(1, _FEATURES):
            sums += table.take(words[role] * _FEATURES + role, axis=0)
        sums += weights.bias
        width = sums.shape[1] // weights.pieces
        hidden = sums[:, :width]
        for start in range(width, sums.shape[1], width):
            hidden = np.maximum(hidden, sums[:, start : start + width])
        scores = hidden @ weights.upper
        scores += weights.upper_bias
        scores += self.allowed.take(state.valid(live, words), axis=0)
        best: Rows = scores.argmax(axis=1)
        return best

    def _collect(self, state: _State, lengths: Sequence[int]) -> tuple[list[int], list[str]]:
        heads, labels = [], []
        start = 1
        rows, moves = state.heads.tolist(), state.moves.tolist()
        for length in lengths:
            end = start + length
            own = [(row or start + i) - start for i, row in enumerate(rows[start:end])]
            names = [
                self.labels[move] if row else ROOT for row, move in zip(rows[start:end], moves[start:end], strict=True)
            ]
            if any(_DELIMITER in name for name in names):
                _lower(own, names)
            heads += own
            labels += names
            start = end
        return heads, labels


class _State:
    """Stacks and queues of all sentences, flat. Words are numbered from 1 over all sentences; 0 is none."""

    def __init__(self, lengths: Sequence[int]) -> None:
        sizes = np.asarray(lengths, dtype=np.intp)
        words = int(sizes.sum())
        firsts = np.cumsum(sizes) - sizes
        # two places beyond the end of a queue
        self.front = firsts + 2 * np.arange(len(sizes))
        self.end = self.front + sizes
        self.queue = np.zeros(words + 2 * len(sizes) + 2, dtype=np.intp)
        self.queue[np.arange(words) + np.repeat(2 * np.arange(len(sizes)), sizes)] = np.arange(1, words + 1)
        self.bottom = firsts + _BELOW * (np.arange(len(sizes)) + 1) - 1
        self.top = self.bottom.copy()
        self.stack = np.zeros(words + _BELOW * (len(sizes) + 1), dtype=np.intp)
        self.heads, self.moves, self.left, self.right, self.sibling = (
            np.zeros(words + 1, dtype=np.intp) for _ in range(5)
        )
        self.settled = np.zeros(words + 1, dtype=bool)

    def context(self, live: Rows) -> list[Rows]:
        """The words of the eight roles: two of the queue, three of the stack, and last children."""
        front, top = self.front[live], self.top[live]
        first, highest = self.queue[front], self.stack[top]
        second, third = self.stack[top - 1], self.stack[top - 2]
        children = self.left[first], self.left[highest], self.right[highest]
        return [first, self.queue[front + 1], highest, second, third, *children]

    def valid(self, live: Rows, words: list[Rows]) -> Rows:
        """A bit each for shift, reduce and arcs."""
        left = self.end[live] - self.front[live]
        depth = self.top[live] - self.bottom[live]
        shift = (depth == 0) | ((left >= 2) & ~self.settled[words[0]])
        reduce = (depth > 0) & ((left == 0) | (depth > 1))
        arcs = (depth > 0) & (left > 0)
        bits: Rows = shift + 2 * reduce + 4 * arcs
        return bits

    def move(self, live: Rows, moves: Rows, kinds: Rows) -> None:
        kind = kinds[moves]
        front, top = self.front[live], self.top[live]
        first, highest = self.queue[front], self.stack[top]
        self._go_left(first, highest, moves, kind == _LEFT)
        self._go_right(first, highest, moves, kind == _RIGHT)
        loose = (kind == _REDUCE) & (self.heads[highest] == 0) & (top - self.bottom[live] > 1)
        if loose.any():
            # a word without a head goes back to the queue, and can be shifted no more until an arc changes the stack
            self.settled[highest[loose]] = True
            self.queue[front[loose] - 1] = highest[loose]
        push = (kind == _SHIFT) | (kind == _RIGHT)
        self.stack[top[push] + 1] = first[push]
        self.top[live] = top + np.where(push, 1, -1)
        self.front[live] = front + push - loose

    def _go_left(self, first: Rows, highest: Rows, moves: Rows, chosen: Any) -> None:
        head, child = first[chosen], highest[chosen]
        old = self.heads[child]
        changed = old > 0
        # its head until now loses its last right child
        self.right[old[changed]] = self.sibling[child[changed]]
        self.heads[child] = head
        self.moves[child] = moves[chosen]
        self.left[head] = child
        self.settled[head] = False

    def _go_right(self, first: Rows, highest: Rows, moves: Rows, chosen: Any) -> None:
        head, child = highest[chosen], first[chosen]
        self.heads[child] = head
        self.moves[child] = moves[chosen]
        self.sibling[child] = self.right[head]
        self.right[head] = child

    def unfinished(self, live: Rows) -> Any:
        return (self.top[live] > self.bottom[live]) | (self.front[live] < self.end[live])


def _lower(heads: list[int], labels: list[str]) -> None:
    """Put words with a label "X||Y" under the nearest word below their head that is called Y; in place."""
    for word, name in enumerate(labels):
        if _DELIMITER in name:
            labels[word], wanted = name.split(_DELIMITER)
            heads[word] = _find_below(heads[word], word, wanted, heads=heads, labels=labels)


def _find_below(top: int, word: int, wanted: str, *, heads: list[int], labels: list[str]) -> int:
    level = [top]
    while level:
        below = [i for above in level for i, head in enumerate(heads) if head == above and i not in (above, word)]
        for child in below:
            if labels[child] == wanted:
                return child
        level = below
    return top


def read_decoder(nlp: Language) -> Decoder | None:
    """The decoder of a pipeline's parser, if it is a greedy arc-eager one of eight features with an upper layer."""
    parser: Any = nlp.get_pipe("parser")
    model = parser.model
    if parser.cfg.get("beam_width", 1) != 1 or not model.attrs.get("has_upper") or model.attrs.get("unseen_classes"):
        return None
    lower, upper = model.get_ref("lower"), model.get_ref("upper")
    first = next((node for node in model.get_ref("tok2vec").walk() if node.name == "linear"), None)
    names = parser.move_names
    if first is None or lower.get_dim("nF") != _FEATURES or upper.get_dim("nO") != len(names):
        return None
    kinds = [_KINDS.get(name[0], -1) for name in names]
    return Decoder(
        _read_weights(first, lower, upper),
        kinds=np.array(kinds),
        labels=tuple(name.partition("-")[2] for name in names),
        allowed=_penalties(kinds),
    )


def _penalties(kinds: Sequence[int]) -> Floats:
    bit = {_SHIFT: 1, _REDUCE: 2, _LEFT: 4, _RIGHT: 4}
    rows = [[0.0 if valid & bit.get(kind, 0) else -np.inf for kind in kinds] for valid in range(8)]
    return np.array(rows, dtype=np.float32)


def _read_weights(first: Any, lower: Any, upper: Any) -> _Weights:
    weights = lower.get_param("W")
    features, hidden, pieces, width = weights.shape
    # pieces outermost, so that they are slices and not strides
    turned = weights.transpose(0, 2, 1, 3).reshape(features * pieces * hidden, width)
    padding = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(-1)
    return _Weights(
        first=np.ascontiguousarray(first.get_param("W").T),
        first_bias=first.get_param("b"),
        lower=np.ascontiguousarray(turned.T),
        padding=padding,
        bias=np.ascontiguousarray(lower.get_param("b").T.reshape(-1)),
        upper=np.ascontiguousarray(upper.get_param("W").T),
        upper_bias=upper.get_param("b"),
        pieces=pieces,
    )
