"""Word vectors of a packaged pipeline's tok2vec, computed so that each distinct word costs once.

The embedding of a word, and what the first convolution makes of it at each of its three places, depend on the word
alone: both are kept from one call to the next. The result is that of `Tok2Vec.predict` but for the last bits of a
float.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps

Floats: TypeAlias = npt.NDArray[np.float32]
Rows: TypeAlias = npt.NDArray[np.intp]

_OPS = NumpyOps()

# words are kept until there are this many, about 3 kB each
MOST_WORDS = 16_000
# products of fewer rows go another way through the library, and end in other last bits
_BLOCK = 32
# rows taken through a layer together: what they need stays in the processor's nearer memory
_PART = 16 * _BLOCK
_EPSILON = 1e-8


@dataclass(frozen=True, slots=True)
class Convolution:
    """One residual layer: weights (3 width, pieces x width), the pieces one after the other; then a layer norm."""

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats

    def of_rows(self, values: Floats, rows: Rows) -> Floats:
        """What the layer adds to `rows` of `values` (all rows, width); the first and the last cannot be asked for."""
        width = len(self.gain)
        window = np.lib.stride_tricks.as_strided(
            values, (len(values) - 2, 3 * width), (values.strides[0], values.strides[1]), writeable=False
        )
        found: Floats = np.empty((len(rows), width), dtype=np.float32)
        # memory that is new each time costs half as much again as the product that is written into it
        room = np.empty((_PART, self.weights.shape[1]), dtype=np.float32)
        for part in _parts(len(rows)):
            windows = window[rows[part] - 1]
            found[part] = self.finish(np.dot(windows, self.weights, out=room[: len(windows)]))
        return found

    def finish(self, sums: Floats) -> Floats:
        """Bias, maxout and layer norm of the products (rows, pieces x width); `sums` is used up."""
        sums += self.bias
        width = len(self.gain)
        best: Floats = sums[:, :width]
        for start in range(width, sums.shape[1], width):
            best = np.maximum(best, sums[:, start : start + width], out=None if start == width else best)
        best = best - np.einsum("ij->i", best)[:, None] / np.float32(width)
        deviation = np.einsum("ij,ij->i", best, best)[:, None] / np.float32(width) + np.float32(_EPSILON)
        best *= deviation ** np.float32(-0.5)
        best *= self.gain
        best += self.shift
        return best


@dataclass(frozen=True, slots=True)
class _Table:
    """Rows of known words: the embedding, and its products with the three parts of the first layer. Row 0 is empty."""

    places: dict[str, int]
    embedded: Floats
    turned: Floats


@dataclass(slots=True)
class WordVectors:
    """Vectors of sentences, by the words shown to the model. Make one with `read_vectors`."""

    nlp: Language
    embed: Any
    layers: tuple[Convolution, ...]
    _table: _Table = field(init=False)
    _lock: Lock = field(init=False, default_factory=Lock)

    def __post_init__(self) -> None:
        self._table = self._empty_table(MOST_WORDS)

    def of(self, sentences: Sequence[Sequence[str]]) -> Floats:
        """Vectors (words, width) of all sentences, one after the other."""
        with self._lock:
            places, table = self._look_up(sentences)
        pad = len(self.layers)
        # rows of zeros before, between and after the sentences, as many as a convolution can reach in training
        rows, real = _spread(sentences, places, pad=pad)
        found = table.embedded[rows]
        first = self.layers[0]
        around = np.stack([rows[:-2], rows[1:-1], rows[2:]], axis=1) * 3 + np.arange(3)
        # row by row, three rows a word: what the first layer makes of it on the left, in the middle, on the right
        turned = table.turned.reshape(-1, first.weights.shape[1])
        for part in _parts(len(around)):
            found[1:-1][part] += first.finish(_OPS.gather_add(turned, around[part].astype(np.int32)))
        for layer in self.layers[1:]:
            pad -= 1
            near = _near(real, pad - 1, size=len(rows))
            found[near] += layer.of_rows(found, near)
        return found[real]

    def _look_up(self, sentences: Sequence[Sequence[str]]) -> tuple[list[int], _Table]:
        known = self._table.places
        new = dict.fromkeys(word for words in sentences for word in words if word not in known)
        if len(known) + len(new) >= len(self._table.embedded):
            new = dict.fromkeys(word for words in sentences for word in words)
            self._table = self._empty_table(max(MOST_WORDS, len(new)))
        if new:
            self._learn(list(new))
        known = self._table.places
        return [known[word] for words in sentences for word in words], self._table

    def _learn(self, words: list[str]) -> None:
        filler = [words[0]] * (-len(words) % _BLOCK)
        vectors = self.embed.predict([Doc(self.nlp.vocab, words=words + filler)])[0]
        weights = self.layers[0].weights
        inside, width = vectors.shape[1], weights.shape[1]
        table = self._table
        start = len(table.places) + 1
        end = start + len(words)
        table.embedded[start:end] = vectors[: len(words)]
        for i in range(3):
            turned = vectors @ weights[i * inside : (i + 1) * inside]
            table.turned[start:end, i * width : (i + 1) * width] = turned[: len(words)]
        table.places.update((word, start + i) for i, word in enumerate(words))

    def _empty_table(self, words: int) -> _Table:
        width, sums = len(self.layers[0].gain), self.layers[0].weights.shape[1]
        sizes = (words + 1, width), (words + 1, 3 * sums)
        # memory of zeros is not taken before it is written to
        return _Table({}, *(np.zeros(size, dtype=np.float32) for size in sizes))


def _spread(sentences: Sequence[Sequence[str]], places: Sequence[int], *, pad: int) -> tuple[Rows, Rows]:
    """Table row of every row with empty ones around the sentences, and the rows that hold words."""
    lengths = np.fromiter(map(len, sentences), dtype=np.intp, count=len(sentences))
    real = np.arange(len(places)) + np.repeat(np.arange(1, len(lengths) + 1) * pad, lengths)
    rows = np.zeros(len(places) + pad * (len(lengths) + 1), dtype=np.intp)
    rows[real] = places
    return rows, real


def _parts(rows: int) -> Iterator[slice]:
    return (slice(start, start + _PART) for start in range(0, rows, _PART))


def _near(real: Rows, reach: int, *, size: int) -> Rows:
    """The rows at most `reach` from a word, filled up to whole blocks with the first of them."""
    mark = np.zeros(size, dtype=bool)
    for step in range(-reach, reach + 1):
        mark[real + step] = True
    found = np.flatnonzero(mark)
    return np.concatenate([found, np.repeat(found[:1], -len(found) % _BLOCK)])


def read_vectors(nlp: Language) -> WordVectors | None:
    """The vectors of a pipeline whose tok2vec is spaCy's hash embedding under maxout windows of one; else None."""
    if "tok2vec" not in nlp.pipe_names:
        return None
    model = nlp.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    encode = model.maybe_get_ref("encode") if model.has_ref("encode") else None
    embed = model.maybe_get_ref("embed") if model.has_ref("embed") else None
    if encode is None or embed is None:
        return None
    layers = []
    for residual in encode.layers[0].layers if encode.layers else ():
        names = [node.name for node in residual.walk()]
        if "expand_window" not in names or "maxout" not in names or "layernorm" not in names:
            return None
        nodes = {node.name: node for node in residual.walk()}
        if nodes["expand_window"].attrs["window_size"] != 1:
            return None
        layers.append(_read_layer(nodes["maxout"], nodes["layernorm"]))
    return WordVectors(nlp, embed, tuple(layers)) if layers else None


def _read_layer(maxout: Any, norm: Any) -> Convolution:
    weights = maxout.get_param("W")
    width, pieces, inside = weights.shape
    return Convolution(
        weights=np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(pieces * width, inside).T),
        bias=np.ascontiguousarray(maxout.get_param("b").T.reshape(-1)),
        gain=norm.get_param("G"),
        shift=norm.get_param("b"),
    )
