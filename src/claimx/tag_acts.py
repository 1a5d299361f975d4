"""What a person fails at, and what one is able to: "trouble falling asleep", "the ability to focus"."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.data_files import DataFiles
from claimx.lexicon import Entry, Lexicon
from claimx.lexicon_words import Words
from claimx.records import Label
from claimx.tag_heads import Hit, lay_over

ACTS_FILE = "lexicon/acts.tsv"
KINDS = ("head", "able", "link", "act", "loose", "more", "end")


@dataclass(frozen=True, slots=True)
class Acts:
    """The words of `acts.tsv` by kind, folded, and the words that join two acts."""

    kinds: dict[str, frozenset[str]]
    joins: frozenset[str]


def load_acts(data: DataFiles, lexicon: Lexicon, *, joins: frozenset[str]) -> Acts:
    """The rows of `acts.tsv`; `joins` are the words between two acts, from `heads.tsv`."""
    rows = data.by_kind(ACTS_FILE, KINDS)
    words = {kind: frozenset(lexicon.folder.key(row["word"]) for row in found) for kind, found in rows.items()}
    return Acts(words, joins)


def find_acts(hits: list[Hit], words: Words, *, lexicon: Lexicon, acts: Acts, text: str) -> list[Hit]:
    """The hits with each failing and its act joined to one condition, each ability to one function, in text order."""
    if acts.kinds["head"].isdisjoint(words.folded) and acts.kinds["able"].isdisjoint(words.folded):
        return hits
    found: list[Hit] = []
    for position, word in enumerate(words.folded):
        label: Label | None = "CONDITION" if word in acts.kinds["head"] else None
        label = "FUNCTION" if word in acts.kinds["able"] else label
        if label is not None and (not found or found[-1].last <= position):
            found.extend(_acts(position, words, label=label, lexicon=lexicon, acts=acts, text=text))
    if not found:
        return hits
    longer = {hit for hit in hits for made in found if _crosses(hit, made)}
    found = [made for made in found if not any(_crosses(hit, made) for hit in longer)]
    taken = {position for hit in found for position in range(hit.first, hit.last)}
    return lay_over(hits, found, taken=taken)


def _acts(position: int, words: Words, *, label: Label, lexicon: Lexicon, acts: Acts, text: str) -> list[Hit]:
    """ "Trouble falling or staying asleep" is two, the second named with the word for failing."""
    start = position + 1
    while words.at(start) in acts.kinds["link"]:
        start += 1
    shared = text[words.starts[position] : words.starts[start]] if words.at(start) else ""
    found: list[Hit] = []
    while (last := _act_end(words, start, acts=acts)) is not None:
        name = " ".join(f"{shared}{text[words.starts[start] : words.ends[last - 1]]}".lower().split())
        known = lexicon.first_entry(lexicon.folder.key(name))
        entry = known if known is not None and known.label == label else Entry(label, name)
        found.append(Hit(start if found else position, last, entry, "pattern"))
        start = last
        while words.at(start) in acts.joins:
            start += 1
        if start == last:
            break
    return found


def _act_end(words: Words, start: int, *, acts: Acts) -> int | None:
    word = words.at(start)
    if word not in acts.kinds["act"] and word not in acts.kinds["loose"]:
        return None
    last = end = start + 1
    if words.at(end) in acts.joins:
        # "falling or staying asleep"
        shares = word in acts.kinds["loose"] and _act_end(words, end + 1, acts=acts) is not None
        return end if shares or word in acts.kinds["act"] else None
    while words.at(end) in acts.kinds["more"] or words.at(end) in acts.kinds["end"]:
        end += 1
        # "to fall asleep in the" ends with what it says
        if words.at(end - 1) in acts.kinds["end"]:
            last = end
    return last if last > start + 1 or word in acts.kinds["act"] else None


def _crosses(hit: Hit, made: Hit) -> bool:
    overlap = hit.first < made.last and made.first < hit.last
    return overlap and not (made.first <= hit.first and hit.last <= made.last)
