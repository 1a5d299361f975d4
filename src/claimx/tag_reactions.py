"""What people do not bear: "allergic to ragweed", "sensitive to aspirin"."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.data_files import DataFiles
from claimx.lexicon import Entry, Lexicon
from claimx.lexicon_words import Words
from claimx.tag_heads import Hit, lay_over

REACTIONS_FILE = "lexicon/reactions.tsv"
KINDS = ("head", "loose", "people", "link", "skip", "stop")
_ENDS = frozenset({"", ".", ";", ")"})


@dataclass(frozen=True, slots=True)
class Reactions:
    """Words for not bearing something with their nouns, and the other words of `reactions.tsv` by kind, folded."""

    nouns: dict[str, str]
    kinds: dict[str, frozenset[str]]
    joins: frozenset[str]


def load_reactions(data: DataFiles, lexicon: Lexicon, *, joins: frozenset[str]) -> Reactions:
    """The rows of `reactions.tsv`; `joins` are the words between two things not borne, from `heads.tsv`."""
    rows, key = data.by_kind(REACTIONS_FILE, KINDS), lexicon.folder.key
    nouns = {key(row["word"]): row["noun"] for kind in ("head", "loose") for row in rows[kind]}
    words = {kind: frozenset(key(row["word"]) for row in found) for kind, found in rows.items()}
    return Reactions(nouns, words, joins)


def find_reactions(hits: list[Hit], words: Words, *, lexicon: Lexicon, reactions: Reactions) -> list[Hit]:
    """The hits with a condition for each thing that is not borne, in text order.

    A nutrient keeps its mention, so that more can be said of it; the condition is then the word before it alone.
    """
    if reactions.nouns.keys().isdisjoint(words.folded):
        return hits
    places = [place for place, word in enumerate(words.folded) if word in reactions.nouns]
    scene = _Scene(words, lexicon, reactions, {hit.first: hit for hit in hits})
    found = [made for place in places for made in _reactions(scene, place)]
    taken = {place for hit in found for place in range(hit.first, hit.last)}
    return lay_over(hits, found, taken=taken)


@dataclass(frozen=True, slots=True)
class _Scene:
    words: Words
    lexicon: Lexicon
    reactions: Reactions
    by_first: dict[int, Hit]


def _reactions(scene: _Scene, place: int) -> list[Hit]:
    words, kinds = scene.words, scene.reactions.kinds
    start = place + 2
    while words.at(start) in kinds["skip"]:
        start += 1
    thing = scene.by_first.get(start)
    eaten = thing is not None and thing.entry.label in ("NUTRIENT", "DRUG")
    loose = words.at(place) in kinds["loose"] and not (eaten and words.at(place - 1) in kinds["people"])
    if words.at(place + 1) not in kinds["link"] or loose or not _is_free(scene, place):
        return []
    if words.at(start) in kinds["stop"] or (thing is None and not words.at(start).isalpha()):
        return [Hit(place, place + 1, _entry(scene, place, start=place, last=place), "pattern")]
    found: list[Hit] = []
    here = place
    while (last := _thing_end(scene, start, first=here == place)) is not None:
        end = here + 1 if here == place and _is_nutrient(scene, start) else last
        if here == place or not _is_nutrient(scene, start):
            found.append(Hit(here, end, _entry(scene, place, start=start, last=last), "pattern"))
        start = last
        while words.at(start) in scene.reactions.joins:
            start += 1
        if start == last:
            break
        here = start
    return found


def _is_free(scene: _Scene, place: int) -> bool:
    # "food allergy" has a name of its own
    return not any(hit.first <= place < hit.last and hit.last > hit.first + 1 for hit in scene.by_first.values())


def _is_nutrient(scene: _Scene, start: int) -> bool:
    thing = scene.by_first.get(start)
    return thing is not None and thing.entry.label == "NUTRIENT"


def _thing_end(scene: _Scene, start: int, *, first: bool) -> int | None:
    """Where the thing that begins here ends. A later one of a list that no table holds must end the list or go on."""
    thing, words = scene.by_first.get(start), scene.words
    if thing is not None:
        return thing.last if thing.entry.label in ("NUTRIENT", "DRUG") or first else None
    ends = words.at(start + 1) in scene.reactions.joins or words.at(start + 1) in _ENDS
    return start + 1 if words.at(start).isalpha() and (first or ends) else None


def _entry(scene: _Scene, place: int, *, start: int, last: int) -> Entry:
    noun = scene.reactions.nouns[scene.words.at(place)]
    name = " ".join((*scene.words.folded[start:last], noun))
    known = scene.lexicon.first_entry(name)
    return known if known is not None and known.label == "CONDITION" else Entry("CONDITION", name)
