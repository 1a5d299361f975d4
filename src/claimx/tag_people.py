"""Groups of people put together from a head and its modifiers: "healthy older adults", "women over 50"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimx.data_files import DataFiles, TsvRow
from claimx.lexicon import Entry, Lexicon
from claimx.lexicon_words import Words
from claimx.tag_heads import Hit

PEOPLE_FILE = "lexicon/people.tsv"
KINDS = ("after", "alone", "general", "head", "modifier")


@dataclass(frozen=True, slots=True)
class People:
    """Heads that count alone, heads that need more, modifiers before them, patterns behind them and ages alone."""

    heads: frozenset[str]
    general: frozenset[str]
    modifiers: frozenset[str]
    after: re.Pattern[str]
    alone: re.Pattern[str]


def load_people(data: DataFiles) -> People:
    """The rows of `people.tsv`."""
    rows = data.by_kind(PEOPLE_FILE, KINDS)
    words = {kind: [row["words"] for row in found] for kind, found in rows.items()}
    after, alone = (_pattern(rows[kind]) for kind in ("after", "alone"))
    return People(frozenset(words["head"]), frozenset(words["general"]), frozenset(words["modifier"]), after, alone)


def _pattern(rows: Sequence[TsvRow]) -> re.Pattern[str]:
    try:
        return re.compile("|".join(row["words"] for row in rows) or "(?!)", re.IGNORECASE | re.MULTILINE)
    except re.error as error:
        raise rows[-1].error(f"a pattern of this file does not compile: {error}") from None


def extend_people(hits: list[Hit], words: Words, *, lexicon: Lexicon, people: People, text: str) -> list[Hit]:
    """The hits with groups of people widened to their modifiers and ages, in text order."""
    groups: list[Hit] = []
    for position, word in enumerate(words.folded):
        if word in people.heads or word in people.general:
            group = _group(position, words, lexicon=lexicon, people=people, text=text)
            if group is not None and not _crosses(group, hits):
                groups.append(group)
    groups += [group for group in _ages(words, people, text) if not _crosses(group, [*hits, *groups])]
    kept = [hit for hit in hits if not any(group.first <= hit.first and hit.last <= group.last for group in groups)]
    return sorted(kept + groups, key=lambda hit: hit.first)


def _ages(words: Words, people: People, text: str) -> Iterator[Hit]:
    """ "Over 65", where it says who somebody is: "if you are over 65"."""
    for match in people.alone.finditer(text):
        first = bisect_left(words.starts, match.start())
        last = bisect_left(words.starts, match.end())
        if last > first:
            yield Hit(first, last, Entry("POPULATION", match.group().lower()), "pattern")


def _group(position: int, words: Words, *, lexicon: Lexicon, people: People, text: str) -> Hit | None:
    first = position
    while first > 0 and words.folded[first - 1] in people.modifiers and _gap_is_plain(words, first, text):
        first -= 1
    last = position + 1
    match = people.after.match(text, words.ends[position])
    if match is not None:
        last = next((i for i in range(last, len(words.folded)) if words.starts[i] >= match.end()), len(words.folded))
    if first == position and match is None:
        return None
    known = lexicon.first_entry(" ".join(words.folded[first:last]))
    if known is not None and known.label == "POPULATION":
        return Hit(first, last, known)
    # the head's own concept lends its id only when it is the whole group
    name = text[words.starts[first] : words.ends[last - 1]].lower()
    return Hit(first, last, Entry("POPULATION", name), "pattern")


def _gap_is_plain(words: Words, first: int, text: str) -> bool:
    gap = text[words.ends[first - 1] : words.starts[first]]
    return gap.isspace() or gap in ("-", "\u2010", "\u2011")


def _crosses(group: Hit, hits: list[Hit]) -> bool:
    # a longer name that the tables hold wins: "black people's diet book", "pregnant women who smoke"
    return any(
        hit.first < group.last and group.first < hit.last and not (group.first <= hit.first and hit.last <= group.last)
        for hit in hits
    )
