"""Greedy arc-eager parsing of many sentences at once, with the weights of a spaCy parser.

spaCy's own loop goes from state to state; here one step moves every sentence. The transitions and their conditions are
those of `spacy.pipeline._parser_internals.arc_eager` for documents of one sentence, where "break" never applies, and
non-projective arcs are put back as `nonproj.deprojectivize` does (Nivre and Nilsson 2005).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import local
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from thinc.api import NumpyOps

from claimx.vectors import Floats, Rows

_SHIFT, _REDUCE, _LEFT, _RIGHT = range(4)
_KINDS = {"S": _SHIFT, "D": _REDUCE, "L": _LEFT, "R": _RIGHT}
# the words that a state is described by, in spaCy's order, without and with its extra ones: two of the queue, three of
# the stack, and the last children of some of them, on the left or the right, or those before these ("next")
ROLES = {
    8: ("b0", "b1", "s0", "s1", "s2", "b0 left", "s0 left", "s0 right"),
    13: (
        "b0", "b1", "s0", "s1", "s2", "s0 left", "s0 right", "b0 left", "s0 right next", "s1 left", "s1 left next",
        "s1 right", "s1 right next",
    ),
}  # fmt: skip
# empty places at the bottom of a stack, so that its third word from the top can always be asked for
_BELOW = 3
_DELIMITER = "||"
# words taken through the table's product together, which fit into the processor's nearer memory
_PART = 512
# rows of the table that are kept for the next call, one table a thread: 8 kB each at most widths
_KEPT_ROWS = 2560
_OPS = NumpyOps()
ROOT = "ROOT"


@dataclass(frozen=True, slots=True)
class _Weights:
    """`table` (vector, roles x pieces x hidden), the `padding` for no word, `upper` (hidden, moves).

    `roles` are those that bear on the moves, each a word of the state and the ways down from it.
    """

    roles: tuple[tuple[str, ...], ...]
    table: Floats
    padding: Floats
    bias: Floats
    upper: Floats
    pieces: int


@dataclass(frozen=True, slots=True)
class Decoder:
    """Parses from word vectors. `kinds` and `labels` go by move; `allowed` is added to the scores, by what is
    valid: a bias, and less than anything for what is not."""

    weights: _Weights
    kinds: Rows
    labels: tuple[str, ...]
    allowed: Floats
    _rooms: local = field(init=False, default_factory=local)

    def parse(self, vectors: Floats, lengths: Sequence[int]) -> tuple[list[int], list[str]]:
        """Heads within each sentence and labels, of all words one after the other; a root's head is itself."""
        state = _State(lengths, roles=self.weights.roles)
        table = self._precompute(vectors)
        while len(state.front):
            view = state.view()
            state.move(view, self._choose(view, table), self.kinds)
        return self._collect(state, lengths)

    def _precompute(self, vectors: Floats) -> Floats:
        """What each word adds to the hidden layer in each of its roles; row 0 stands for no word."""
        weights = self.weights
        table = self._room(len(vectors) + 1)
        table[0] = weights.padding
        for start in range(0, len(vectors), _PART):
            np.dot(vectors[start : start + _PART], weights.table, out=table[1 + start : 1 + start + _PART])
        return table.reshape((len(vectors) + 1) * len(weights.roles), -1)

    def _room(self, rows: int) -> Floats:
        # memory that is new each time costs as much again as what is written into it
        room: Floats | None = getattr(self._rooms, "kept", None)
        if room is None or len(room) < rows:
            room = np.empty((max(rows, _KEPT_ROWS), self.weights.table.shape[1]), dtype=np.float32)
            if rows <= _KEPT_ROWS:
                self._rooms.kept = room
        return room[:rows]

    def _choose(self, view: _View, table: Floats) -> Rows:
        weights = self.weights
        sums = _OPS.gather_add(table, view.rows)
        sums += weights.bias
        width = sums.shape[1] // weights.pieces
        hidden = sums[:, :width]
        for start in range(width, sums.shape[1], width):
            np.maximum(hidden, sums[:, start : start + width], out=hidden)
        scores = hidden @ weights.upper
        scores += self.allowed.take(view.valid, axis=0)
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


@dataclass(frozen=True, slots=True)
class _View:
    """What the next move of each unfinished sentence hangs on. `rows` (sentences, features) are those of the table."""

    first: Rows
    highest: Rows
    depth: Rows
    rows: npt.NDArray[np.int32]
    valid: Rows


class _State:
    """Stacks and queues of all sentences, flat. Words are numbered from 1 over all sentences; 0 is none.

    `front`, `end`, `bottom` and `top` have one entry for each sentence that is not finished.
    """

    def __init__(self, lengths: Sequence[int], *, roles: tuple[tuple[str, ...], ...]) -> None:
        self.roles = roles
        self.offsets = np.arange(len(roles), dtype=np.int32)
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
        self.heads, self.moves, self.left, self.right, self.next = (
            np.zeros(words + 1, dtype=np.intp) for _ in range(5)
        )
        self.settled = np.zeros(words + 1, dtype=bool)

    def view(self) -> _View:
        front, top = self.front, self.top
        words = {"b0": self.queue[front], "b1": self.queue[front + 1]}
        words |= {f"s{depth}": self.stack[top - depth] for depth in range(_BELOW)}
        ways = {"left": self.left, "right": self.right, "next": self.next}
        rows = np.empty((len(front), len(self.roles)), dtype=np.int32)
        for number, (start, *down) in enumerate(self.roles):
            word = words[start]
            for way in down:
                word = ways[way][word]
            rows[:, number] = word
        rows *= len(self.roles)
        rows += self.offsets
        first, highest = words["b0"], words["s0"]
        depth = top - self.bottom
        return _View(first, highest, depth, rows, self._valid(first, depth))

    def _valid(self, first: Rows, depth: Rows) -> Rows:
        """A bit each for shift, reduce and arcs."""
        left = self.end - self.front
        some = depth > 0
        shift = ~some | ((left >= 2) & ~self.settled[first])
        reduce = some & ((left == 0) | (depth > 1))
        bits: Rows = shift + 2 * reduce + 4 * (some & (left > 0))
        return bits

    def move(self, view: _View, moves: Rows, kinds: Rows) -> None:
        """Make the moves, and drop the sentences that are finished by them."""
        kind = kinds[moves]
        first, highest = view.first, view.highest
        self._go_left(first, highest, moves, np.flatnonzero(kind == _LEFT))
        self._go_right(first, highest, moves, np.flatnonzero(kind == _RIGHT))
        push = (kind == _SHIFT) | (kind == _RIGHT)
        loose = (kind == _REDUCE) & (self.heads[highest] == 0) & (view.depth > 1)
        if loose.any():
            # a word without a head goes back to the queue, and can be shifted no more until an arc changes the stack
            self.settled[highest[loose]] = True
            self.queue[self.front[loose] - 1] = highest[loose]
            self.front -= loose
        self.stack[self.top[push] + 1] = first[push]
        self.top += np.where(push, 1, -1)
        self.front += push
        going = (self.top > self.bottom) | (self.front < self.end)
        if not going.all():
            self.front, self.end, self.bottom, self.top = (
                each[going] for each in (self.front, self.end, self.bottom, self.top)
            )

    def _go_left(self, first: Rows, highest: Rows, moves: Rows, chosen: Rows) -> None:
        head, child = first[chosen], highest[chosen]
        old = self.heads[child]
        changed = old > 0
        # its head until now loses its last right child
        self.right[old[changed]] = self.next[child[changed]]
        self.heads[child] = head
        self.moves[child] = moves[chosen]
        self.next[child] = self.left[head]
        self.left[head] = child
        self.settled[head] = False

    def _go_right(self, first: Rows, highest: Rows, moves: Rows, chosen: Rows) -> None:
        head, child = highest[chosen], first[chosen]
        self.heads[child] = head
        self.moves[child] = moves[chosen]
        self.next[child] = self.right[head]
        self.right[head] = child


def _lower(heads: list[int], labels: list[str]) -> None:
    """Put words with a label "X||Y" under the nearest word below their head that is called Y; in place."""
    edges = _edges(heads)
    for word, name in enumerate(labels):
        if _DELIMITER in name:
            labels[word], wanted = name.split(_DELIMITER)
            heads[word] = _find_below(word, wanted, heads=heads, labels=labels, edges=edges)


def _edges(heads: list[int]) -> list[tuple[int, int]]:
    """First and last word below each word, itself included, of a tree without crossing arcs."""
    first, last = list(range(len(heads))), list(range(len(heads)))
    for word, head in enumerate(heads):
        first[head] = min(first[head], first[word])
    for word in range(len(heads) - 1, -1, -1):
        last[heads[word]] = max(last[heads[word]], last[word])
    return list(zip(first, last, strict=True))


def _find_below(word: int, wanted: str, *, heads: list[int], labels: list[str], edges: list[tuple[int, int]]) -> int:
    level = [heads[word]]
    while level:
        # as in spaCy, a word that was put elsewhere before is found there only within the old edges
        below = [
            child
            for above in level
            for child in range(edges[above][0], edges[above][1] + 1)
            if heads[child] == above and child not in (above, word)
        ]
        for child in below:
            if labels[child] == wanted:
                return child
        level = below
    return heads[word]


def read_decoder(nlp: Language) -> Decoder | None:
    """The decoder of a pipeline's parser, if it is a greedy arc-eager one with an upper layer."""
    parser: Any = nlp.get_pipe("parser")
    model = parser.model
    if parser.cfg.get("beam_width", 1) != 1 or not model.attrs.get("has_upper") or model.attrs.get("unseen_classes"):
        return None
    lower, upper = model.get_ref("lower"), model.get_ref("upper")
    first = next((node for node in model.get_ref("tok2vec").walk() if node.name == "linear"), None)
    names = parser.move_names
    if first is None or lower.get_dim("nF") not in ROLES or upper.get_dim("nO") != len(names):
        return None
    kinds = [_KINDS.get(name[0], -1) for name in names]
    return Decoder(
        _read_weights(first, lower, upper),
        kinds=np.array(kinds),
        labels=tuple(name.partition("-")[2] for name in names),
        allowed=_penalties(kinds) + upper.get_param("b"),
    )


def _penalties(kinds: Sequence[int]) -> Floats:
    bit = {_SHIFT: 1, _REDUCE: 2, _LEFT: 4, _RIGHT: 4}
    rows = [[0.0 if valid & bit.get(kind, 0) else -np.inf for kind in kinds] for valid in range(8)]
    return np.array(rows, dtype=np.float32)


def _read_weights(first: Any, lower: Any, upper: Any) -> _Weights:
    weights, padding = lower.get_param("W"), lower.get_param("pad")[0]
    names = ROLES[len(weights)]
    bearing = [number for number in range(len(names)) if weights[number].any() or padding[number].any()]
    weights, padding = weights[bearing], padding[bearing]
    features, hidden, pieces, width = weights.shape
    # pieces outermost, so that they are slices and not strides; two linear layers with nothing between them are one
    turned = weights.transpose(0, 2, 1, 3).reshape(features * pieces * hidden, width).astype(np.float64)
    constant = turned @ first.get_param("b")
    bias = lower.get_param("b").T.reshape(-1) + constant.reshape(features, -1).sum(axis=0)
    return _Weights(
        roles=tuple(tuple(names[number].split()) for number in bearing),
        table=np.ascontiguousarray((turned @ first.get_param("W")).T, dtype=np.float32),
        # what every word adds alike stands in the bias, so that no word must take it off again
        padding=(padding.transpose(0, 2, 1).reshape(-1) - constant).astype(np.float32),
        bias=bias.astype(np.float32),
        upper=np.ascontiguousarray(upper.get_param("W").T),
        pieces=pieces,
    )
