"""The best tree under arc scores, after Chu and Liu (1965) and Edmonds (1967), with one word under the root."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def spanning_tree(scores: Any) -> list[int]:
    """Heads (0 the root) of the words 1.. under `scores` (dependents, heads), with exactly one word under the root.

    That word is the one that loses least by it, which need not be the best tree's; under it the tree is the best.
    """
    free = [int(head) for head in scores[1:].argmax(-1)]
    if free.count(0) == 1 and not _cycle([0, *free]):
        return free
    size = len(scores)
    if size == 2:
        return [0]
    loss = scores[1:, 1:].max(-1) - scores[1:, 0]
    root = 1 + int(np.argmin(loss))
    weights = scores.astype(np.float64).copy()
    weights[:, 0] = -1e9
    weights[root] = -1e9
    weights[root, 0] = 0.0
    return _best(weights)[1:]


def _best(scores: Any) -> list[int]:
    """Heads of the maximum spanning arborescence; word 0 is the root and its own head is 0."""
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    heads = [0, *(int(head) for head in scores[1:].argmax(-1))]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    outside = [word for word in range(len(scores)) if word not in cycle]
    inner = np.array([scores[word, heads[word]] for word in cycle])
    size = len(outside) + 1
    small = np.full((size, size), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    entering = scores[np.ix_(cycle, outside)] - inner[:, None]
    small[-1, :-1] = entering.max(0) + inner.sum()
    leaving = scores[np.ix_(outside, cycle)]
    small[:-1, -1] = leaving.max(-1)
    found = _best(small)
    for place, word in enumerate(outside[1:], 1):
        within = found[place] == size - 1
        heads[word] = cycle[int(leaving[place].argmax())] if within else outside[found[place]]
    entry = found[-1]
    heads[cycle[int(entering[:, entry].argmax())]] = outside[entry]
    return heads


def _cycle(heads: Sequence[int]) -> list[int]:
    seen: set[int] = {0}
    for start in range(1, len(heads)):
        path: list[int] = []
        word = start
        while word not in seen:
            seen.add(word)
            path.append(word)
            word = heads[word]
        if word in path:
            return path[path.index(word) :]
    return []
