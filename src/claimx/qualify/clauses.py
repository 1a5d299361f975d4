"""The clauses of a parsed sentence: which words speak together, so that a cue in one says nothing of the next.

A clause is a stretch between joints: a semicolon or dash, a connective, a conjunct or parataxis with a subject of its
own. A relative or finite adverbial clause inside another is a clause apart, and the outer one goes on behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimx.data_files import DataFiles
from claimx.qualify.cues import CueFile, load_cues
from claimx.records import Parse

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl", "nsubj:outer")


@dataclass(frozen=True, slots=True)
class Joints:
    """Words that part clauses: `hard` always, `soft` where the parse agrees; `marks` are punctuation.

    `contrast` ends a negation's reach, `questions` open an embedded question, `thoughts` are nouns
    whose clause says what is thought.
    """

    hard: frozenset[str]
    soft: frozenset[str]
    marks: frozenset[str]
    contrast: frozenset[str]
    questions: frozenset[str]
    thoughts: frozenset[str]


def load_joints(data: DataFiles) -> Joints:
    cues: CueFile = load_cues(data, "clauses")
    return Joints(**{name: cues.set(name) for name in Joints.__slots__})


def children(parse: Parse) -> tuple[tuple[int, ...], ...]:
    """The dependents of every token, in text order."""
    kids: list[list[int]] = [[] for _ in parse.words]
    for kid, head in enumerate(parse.heads):
        if kid != head:
            kids[head].append(kid)
    return tuple(map(tuple, kids))


def subtree(kids: Sequence[Sequence[int]], token: int) -> tuple[int, int]:
    """The half-open range from the first to the last token under one."""
    low = high = token
    seen = {token}
    todo = [token]
    while todo:
        for kid in kids[todo.pop()]:
            if kid not in seen:
                seen.add(kid)
                todo.append(kid)
                low, high = min(low, kid), max(high, kid)
    return low, high + 1


def number_clauses(parse: Parse, kids: Sequence[Sequence[int]], joints: Joints) -> tuple[int, ...]:
    """The clause each token belongs to; numbers rise with the clauses' first words."""
    cuts: set[int] = set()
    inner: list[tuple[int, int]] = []
    for token, word in enumerate(parse.words):
        low_word, label = word.lower(), parse.deps[token]
        if low_word in joints.marks:
            cuts.add(token + 1)
        elif (low_word in joints.hard and not _is_aside(parse, kids, token)) or (
            low_word in joints.soft and _opens_clause(parse, kids, token)
        ):
            cuts.add(token)
        if label in ("conj", "parataxis") and any(parse.deps[kid] in _SUBJECTS for kid in kids[token]):
            low, high = subtree(kids, token)
            cuts.update((low, high) if low > parse.heads[token] else (high,))
        elif label == "acl:relcl" or (label == "advcl" and _is_finite(parse, kids, token)):
            inner.append(subtree(kids, token))
    numbers = []
    here = 0
    for token in range(len(parse.words)):
        here += token in cuts and token > 0
        numbers.append(here)
    return _set_apart(numbers, inner)


def _set_apart(numbers: list[int], inner: list[tuple[int, int]]) -> tuple[int, ...]:
    """Give embedded clauses numbers of their own, the widest first, so that the innermost wins."""
    keys = [(number, -1) for number in numbers]
    for low, high in sorted(inner, key=lambda span: (span[0] - span[1], span)):
        for token in range(low, high):
            keys[token] = (numbers[token], low)
    order: dict[tuple[int, int], int] = {}
    return tuple(order.setdefault(key, len(order)) for key in keys)


def _opens_clause(parse: Parse, kids: Sequence[Sequence[int]], token: int) -> bool:
    head = parse.heads[token]
    if parse.deps[token] in ("mark", "advmod"):
        return parse.deps[head] in ("advcl", "conj", "parataxis") and _is_finite(parse, kids, head)
    return parse.deps[token] == "cc" and any(parse.deps[kid] in _SUBJECTS for kid in kids[head])


def _is_aside(parse: Parse, kids: Sequence[Sequence[int]], token: int) -> bool:
    """ "It did not, however, ease colds": a word between commas, in a clause that has begun before it."""
    between = 0 < token < len(parse.words) - 1 and parse.words[token - 1] == "," == parse.words[token + 1]
    begun = any(label in _SUBJECTS for label in parse.deps[:token])
    return (
        between and begun and not any(parse.deps[kid] in _SUBJECTS for kid in kids[parse.heads[token]] if kid > token)
    )


def _is_finite(parse: Parse, kids: Sequence[Sequence[int]], token: int) -> bool:
    return any(parse.deps[kid] in _SUBJECTS for kid in kids[token])
