"""Names that begin with the past of a verb, where the verb is told of: "zinc increased ferritin" names no condition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimx.data_files import DataFiles
from claimx.lexicon import Lexicon
from claimx.lexicon_words import Words
from claimx.tag_heads import Hit

PASTS_FILE = "lexicon/pasts.tsv"
KINDS = ("past", "subject", "adverb", "ending", "join")


@dataclass(frozen=True, slots=True)
class Pasts:
    """The words of `pasts.tsv` by kind, folded; endings as they are."""

    kinds: dict[str, frozenset[str]]
    endings: tuple[str, ...]


def load_pasts(data: DataFiles, lexicon: Lexicon) -> Pasts:
    """The rows of `pasts.tsv`."""
    rows = data.by_kind(PASTS_FILE, KINDS)
    words = {kind: frozenset(lexicon.folder.key(row["word"]) for row in found) for kind, found in rows.items()}
    return Pasts(words, tuple(row["word"] for row in rows["ending"]))


def drop_pasts(hits: Sequence[Hit], words: Words, *, pasts: Pasts) -> list[Hit]:
    """The hits without conditions whose first word is the verb of a clause: "reduced appetite" of "fiber reduced"."""
    told: set[int] = set()
    ends = {hit.last for hit in hits if hit.entry.label == "NUTRIENT"}
    if not any(words.folded[hit.first] in pasts.kinds["past"] for hit in hits if hit.entry.label == "CONDITION"):
        return list(hits)
    for first, word in enumerate(words.folded):
        if word in pasts.kinds["past"] and _is_verb(first, words, ends=ends, told=told, pasts=pasts):
            told.add(first)
    return [hit for hit in hits if hit.first not in told or hit.entry.label != "CONDITION"]


def _is_verb(first: int, words: Words, *, ends: set[int], told: set[int], pasts: Pasts) -> bool:
    place = first
    while words.at(place - 1) in pasts.kinds["adverb"] or words.at(place - 1).endswith(pasts.endings):
        place -= 1
    if place <= 0 or words.starts[first] - words.ends[first - 1] != 1:
        return False
    before = words.folded[place - 1]
    parted = words.starts[place] - words.ends[place - 1] != 1
    if before in pasts.kinds["join"]:
        # "increased heart rate and decreased body weight", where the first is a verb
        return bool(told)
    return not parted and (place in ends or before in pasts.kinds["subject"])
