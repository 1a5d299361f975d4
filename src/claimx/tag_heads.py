"""Coordinated words that share a head: "vitamins C and E", "breast and prostate cancer", "omega-3 and -6"."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass

from claimx.data_files import DataFiles
from claimx.lexicon import Entry, Lexicon
from claimx.lexicon_words import Words
from claimx.records import Origin

HEADS_FILE = "lexicon/heads.tsv"
_MAX_WORDS = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """A spelling found: word positions `first` to `last` (exclusive) and the entry it names."""

    first: int
    last: int
    entry: Entry
    origin: Origin = "lexicon"
    score: float | None = None


def lay_over(hits: Iterable[Hit], made: Iterable[Hit], *, taken: Set[int]) -> list[Hit]:
    """The hits made of the words at the `taken` positions with those of the old ones that hold none, in text order."""
    kept = [hit for hit in hits if taken.isdisjoint(range(hit.first, hit.last))]
    return sorted([*kept, *made], key=lambda hit: hit.first)


@dataclass(frozen=True, slots=True)
class Heads:
    """Words that join parts of a list, and the heads that may stand once in front of one, by their first word."""

    joins: frozenset[str]
    prefixes: dict[str, tuple[tuple[str, ...], ...]]

    def prefix_at(self, folded: list[str], position: int) -> tuple[str, ...]:
        """The longest head that stands at a position; empty when none does."""
        for prefix in self.prefixes.get(folded[position], ()):
            if len(prefix) == 1 or tuple(folded[position : position + len(prefix)]) == prefix:
                return prefix
        return ()


def load_heads(data: DataFiles, lexicon: Lexicon) -> Heads:
    """Joins and prefix heads of `heads.tsv`, longest prefix first."""
    joins: set[str] = set()
    prefixes: set[tuple[str, ...]] = set()
    for row in data.tsv(HEADS_FILE):
        if row["kind"] == "join":
            joins.add(row["words"])
        elif row["kind"] == "prefix":
            prefixes.add(tuple(lexicon.folder.key(row["words"]).split()))
        else:
            raise row.error(f'expected kind "join" or "prefix" but got "{row["kind"]}"')
    by_first: dict[str, tuple[tuple[str, ...], ...]] = {}
    for words in sorted(prefixes, key=lambda prefix: (-len(prefix), prefix)):
        by_first[words[0]] = (*by_first.get(words[0], ()), words)
    return Heads(frozenset(joins), by_first)


def expand_heads(hits: list[Hit], words: Words, *, lexicon: Lexicon, heads: Heads, text: str) -> list[Hit]:
    """The hits with one more for every list part that borrows its head from a neighbour, in text order."""
    taken = {position: hit for hit in hits for position in range(hit.first, hit.last)}
    scene = _Scene(words, lexicon, heads.joins, text, taken)
    for position, word in enumerate(words.folded):
        if word in heads.prefixes:
            _split_around(scene, position, heads.prefix_at(words.folded, position))
    for hit in hits:
        prefix = heads.prefix_at(words.folded, hit.first)
        if prefix and hit.last - hit.first > len(prefix):
            _extend_right(scene, hit, prefix)
        if hit.last - hit.first > 1:
            _extend_left(scene, hit)
    return sorted(set(scene.taken.values()), key=lambda hit: hit.first)


@dataclass(slots=True)
class _Scene:
    words: Words
    lexicon: Lexicon
    joins: frozenset[str]
    text: str
    taken: dict[int, Hit]


def _extend_right(scene: _Scene, hit: Hit, prefix: tuple[str, ...]) -> None:
    folded = scene.words.folded
    position = hit.last
    while (start := _skip_joins(scene, position)) is not None:
        end = _part_end(scene, start, prefix)
        if end is None:
            known = scene.taken.get(start)
            if known is None:
                return
            position = known.last
            continue
        entry = scene.lexicon.first_entry(" ".join((*prefix, *folded[start:end])))
        assert entry is not None
        part = Hit(start, end, entry, hit.origin)
        scene.taken.update(dict.fromkeys(range(start, end), part))
        position = end


def _split_around(scene: _Scene, start: int, prefix: tuple[str, ...]) -> None:
    """ "Types 1 and 2 diabetes": the parts stand between the head's two halves."""
    folded = scene.words.folded
    first, second = start + len(prefix), start + len(prefix) + 2
    if not prefix or second + 1 >= len(folded) or folded[first + 1] not in scene.joins:
        return
    entries = [scene.lexicon.first_entry(" ".join((*prefix, folded[at], folded[second + 1]))) for at in (first, second)]
    for entry, span in zip(entries, ((start, first + 1), (second, second + 2)), strict=True):
        if entry is not None and all(entries):
            part = Hit(*span, entry)
            scene.taken.update(dict.fromkeys(range(*span), part))


def _skip_joins(scene: _Scene, position: int) -> int | None:
    folded = scene.words.folded
    if position < len(folded) and folded[position] == "(" and ")" in folded[position : position + 8]:
        position = folded.index(")", position) + 1
    start = position
    while position < len(folded) and folded[position] in scene.joins:
        position += 1
    return position if position > start and position < len(folded) else None


def _part_end(scene: _Scene, start: int, prefix: tuple[str, ...]) -> int | None:
    folded, words = scene.words.folded, scene.words
    for end in range(min(start + _MAX_WORDS, len(folded)), start, -1):
        if not _covers_whole_hits(scene, start, end):
            continue
        surface = scene.text[words.starts[start] : words.ends[end - 1]]
        # a lone letter counts as a vitamin only as a capital: "vitamin C and a glass of water"
        if surface.islower() and len(surface) == 1:
            continue
        if end < len(folded) and words.starts[end] == words.ends[end - 1] and folded[end].isalnum():
            continue
        if scene.lexicon.first_entry(" ".join((*prefix, *folded[start:end]))) is not None:
            return end
    return None


def _covers_whole_hits(scene: _Scene, start: int, end: int) -> bool:
    known = {scene.taken[place] for place in range(start, end) if place in scene.taken}
    return all(start <= hit.first and hit.last <= end for hit in known)


def _extend_left(scene: _Scene, hit: Hit) -> None:
    folded = scene.words.folded
    for cut in range(hit.first + 1, hit.last):
        tail = folded[cut : hit.last]
        position = hit.first
        while (end := _skip_joins_back(scene, position)) is not None:
            part = _left_part(scene, end, tail, hit)
            if part is None:
                break
            if part.entry == hit.entry and folded[end:position] == [","]:
                # "soft, weak bones" names one thing by two adjectives
                part = Hit(part.first, hit.last, hit.entry, hit.origin)
            scene.taken.update(dict.fromkeys(range(part.first, part.last), part))
            position = part.first


def _skip_joins_back(scene: _Scene, position: int) -> int | None:
    folded = scene.words.folded
    end = position
    while end > 0 and folded[end - 1] in scene.joins:
        end -= 1
    return end if 0 < end < position else None


def _left_part(scene: _Scene, end: int, tail: list[str], hit: Hit) -> Hit | None:
    folded = scene.words.folded
    for start in range(max(0, end - _MAX_WORDS), end):
        known = {scene.taken[place] for place in range(start, end) if place in scene.taken}
        if known and not _replaceable(known, start, end):
            continue
        entry = scene.lexicon.first_entry(" ".join((*folded[start:end], *tail)))
        if entry is not None and entry.label == hit.entry.label and not entry.form:
            return Hit(start, end, entry, hit.origin)
    return None


def _replaceable(known: set[Hit], start: int, end: int) -> bool:
    # "heart and kidney disease" speaks of heart disease; "magnesium and calcium carbonate" of magnesium
    if len(known) != 1:
        return False
    (hit,) = known
    return (hit.first, hit.last) == (start, end) and hit.entry.label != "NUTRIENT"
