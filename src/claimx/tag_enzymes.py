"""Enzymes that no table holds, by how their names end: "pyruvate carboxylase", "ATPases"."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.data_files import DataFiles
from claimx.lexicon import Entry, Lexicon
from claimx.lexicon_words import Words
from claimx.tag_heads import Hit, lay_over

ENZYMES_FILE = "lexicon/enzymes.tsv"
KINDS = ("end", "not", "before", "first", "apart", "next")
_SHORTEST = 6
_MOST_BEFORE = 3


@dataclass(frozen=True, slots=True)
class Enzymes:
    """The words of `enzymes.tsv` by kind; `others` are folded."""

    ends: tuple[str, ...]
    others: frozenset[str]
    before: tuple[str, ...]
    first: frozenset[str]
    apart: frozenset[str]
    behind: frozenset[str]


def load_enzymes(data: DataFiles, lexicon: Lexicon) -> Enzymes:
    """The rows of `enzymes.tsv`."""
    words = {kind: [row["word"] for row in rows] for kind, rows in data.by_kind(ENZYMES_FILE, KINDS).items()}
    others = frozenset(map(lexicon.folder.key, words["not"]))
    return Enzymes(
        tuple(words["end"]),
        others,
        tuple(words["before"]),
        *map(frozenset, (words["first"], words["apart"], words["next"])),
    )


def find_enzymes(hits: list[Hit], words: Words, *, enzymes: Enzymes, text: str) -> list[Hit]:
    """The hits with a function for each enzyme, in text order; a nutrient inside its name is none."""
    places = [place for place, word in enumerate(words.folded) if _is_enzyme(word, enzymes)]
    if not places:
        return hits
    covering = {place: hit for hit in hits for place in range(hit.first, hit.last)}
    found: list[Hit] = []
    for place in places:
        if place in covering or words.at(place + 1) in enzymes.behind:
            continue
        first = _begin(place, words, enzymes=enzymes, covering=covering, text=text)
        name = " ".join(text[words.starts[first] : words.ends[place]].lower().split())
        entry = Entry("FUNCTION", name.removesuffix("s"), "", "metabolism")
        found.append(Hit(first, place + 1, entry, "pattern"))
    taken = {place for hit in found for place in range(hit.first, hit.last)}
    return lay_over(hits, found, taken=taken)


def _is_enzyme(word: str, enzymes: Enzymes) -> bool:
    return len(word) >= _SHORTEST and word.endswith(enzymes.ends) and word not in enzymes.others


def _begin(place: int, words: Words, *, enzymes: Enzymes, covering: dict[int, Hit], text: str) -> int:
    """Where the name begins: at chemical words, and at what the enzyme acts on when that is a nutrient."""
    first = place
    while first > 0 and place - first < _MOST_BEFORE:
        gap = text[words.ends[first - 1] : words.starts[first]]
        before = words.folded[first - 1]
        hit = covering.get(first - 1)
        if gap not in (" ", "-", "") or (hit is not None and hit.entry.label == "CONDITION"):
            break
        if hit is not None and hit.entry.label == "NUTRIENT":
            first = hit.first
        elif before in enzymes.first or (before.endswith(enzymes.before) and before not in enzymes.apart):
            first -= 1
        else:
            break
    return first
