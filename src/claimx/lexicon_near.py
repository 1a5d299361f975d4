"""Misspelt words, read as the lexicon words next to them: "vitmain B12", "inmflammation", "fishoil".

Words are indexed with each letter left out in turn, as SymSpell does, so that a word's neighbours are found in a
handful of lookups: ordinary text pays next to nothing, and no model is loaded.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from claimx.data_files import DataFiles, TsvRow
from claimx.lexicon import Lexicon

LINKING_FILE = "lexicon/linking.tsv"
NOT_LINKED_FILE = "lexicon/not_linked.tsv"
_GLUED_LETTERS = 7


@dataclass(frozen=True, slots=True)
class Repair:
    """Folded words that a written word stands for, and how alike they are: 1.0 less the share of letters that differ.

    `alone` is False for a word so short, or so far from what it stands for, that the words beside it must make up the
    rest of a name: "follic acid", "vitiman D3".
    """

    words: str
    score: float
    alone: bool


@dataclass(slots=True)
class _Index:
    """Words of curated names by what is left of them without one letter, and names of two words written as one.

    `known` holds the words of all names, `whole` the curated names of one word.
    """

    known: set[str] = field(default_factory=set)
    short: dict[str, list[str]] = field(default_factory=dict)
    glued: dict[str, str] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)


class NearWords:
    """Repairs single words. Nothing is indexed before the first long word that the lexicon does not hold."""

    def __init__(self, data: DataFiles, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        rows = list(data.tsv(LINKING_FILE))
        self._limits = limits(rows, "limit")
        self._beside = limits(rows, "beside")
        self._apart = [tuple(row["value"].split("|")) for row in rows if row["kind"] == "apart"]
        self._endings = tuple(e for row in rows if row["kind"] == "ending" for e in row["value"].split("|"))
        self._shortest = min(letters for letters, _ in (*self._limits, *self._beside))
        fold = lexicon.folder.fold
        self._ordinary = frozenset(fold(row["word"]) for row in data.tsv(NOT_LINKED_FILE))
        self._known: dict[str, Repair | None] = {}
        self._index: _Index | None = None

    def repair(self, folded: str, written: str) -> Repair | None:
        """What a word stands for, folded and as written; None for a word of the lexicon or of English."""
        if len(folded) < self._shortest or folded in self._lexicon.longest:
            return None
        key = folded if folded == written else f"{folded} {written}"
        if key not in self._known:
            self._known[key] = self._find(folded, written.lower())
        return self._known[key]

    def _find(self, folded: str, lower: str) -> Repair | None:
        if not folded.isalpha() or folded in self._ordinary or lower in self._ordinary:
            return None
        index = self._index = self._index or _build(self._lexicon)
        if folded in index.known:
            return None
        glued = index.glued.get(folded)
        # folding cuts the last letter of "diabtes", which is no plural
        return Repair(glued, 1.0, True) if glued else self._nearest(index, folded) or self._nearest(index, lower)

    def _nearest(self, index: _Index, word: str) -> Repair | None:
        near: dict[str, int] = {}
        for rest in (word, *_without_one(word)):
            for other in index.short.get(rest, ()):
                if other not in near and not self._is_other(word, other):
                    near[other] = count_edits(word, other, limit=2)
        fewest = min(near.values(), default=3)
        nearest = [other for other, edits in near.items() if edits == fewest]
        if len(nearest) != 1 or fewest > limit_of(self._beside, word):
            return None
        (other,) = nearest
        alone = fewest <= limit_of(self._limits, word) and other in index.whole
        return Repair(other, round(1 - fewest / len(word), 3), alone)

    def _is_other(self, word: str, other: str) -> bool:
        inflected = any(word.endswith(end) and other.startswith(word.removesuffix(end)) for end in self._endings)
        return word[0] != other[0] or inflected or are_apart(word, other, self._apart)


def limits(rows: list[TsvRow], kind: str) -> tuple[tuple[int, int], ...]:
    """Pairs of letters and the most edits for words that have as many, shortest first."""
    return tuple(sorted((int(row["letters"]), int(row["value"])) for row in rows if row["kind"] == kind))


def limit_of(table: tuple[tuple[int, int], ...], word: str) -> int:
    """The most letters in which a word may differ."""
    return max((most for letters, most in table if len(word) >= letters), default=0)


def are_apart(one: str, other: str, groups: list[tuple[str, ...]]) -> bool:
    """Whether two words begin with different members of a group: "hypo" and "hyper" mean the opposite."""
    return any(
        next((start for start in group if one.startswith(start)), "")
        != next((start for start in group if other.startswith(start)), "")
        for group in groups
    )


def count_edits(one: str, other: str, *, limit: int) -> int:
    """Letters to insert, drop, change or swap with the next one; `limit` + 1 as soon as it is more than that."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        before, last = last, row
    return last[-1]


def _build(lexicon: Lexicon) -> _Index:
    index = _Index()
    seen: set[str] = set()
    for key, senses in lexicon.keys.items():
        words = key.split(" ")
        index.known.update(words)
        if not lexicon.is_curated(senses[0]) or (key, senses[0]) in lexicon.exact:
            continue
        if len(words) == 1:
            index.whole.add(key)
        elif len(words) == 2 and all(map(str.isalpha, words)) and len(words[0]) + len(words[1]) >= _GLUED_LETTERS:
            index.glued.setdefault("".join(words), key)
        for word in words:
            if word not in seen and len(word) > 4 and word.isalpha():
                seen.add(word)
                for rest in (word, *_without_one(word)):
                    index.short.setdefault(rest, []).append(word)
    return index


def _without_one(word: str) -> list[str]:
    return sorted({word[:i] + word[i + 1 :] for i in range(len(word))})
