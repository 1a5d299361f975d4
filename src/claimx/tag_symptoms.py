"""Symptoms named by an adjective and what it is said of: "brittle nails", "cold hands and feet"; diseases by ending."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.data_files import DataFiles
from claimx.lexicon import ADJECTIVE, Entry, Lexicon
from claimx.lexicon_words import Words
from claimx.tag_heads import Hit, lay_over

SYMPTOMS_FILE = "lexicon/symptoms.tsv"
KINDS = ("any", "bodily", "body", "subject", "toward", "mend", "act", "end", "ending", "ordinary")
_LONGEST_PART = 2


@dataclass(frozen=True, slots=True)
class Symptoms:
    """The words of `symptoms.tsv` by kind, folded, the endings of diseases, and the words that join two parts."""

    kinds: dict[str, frozenset[str]]
    endings: tuple[str, ...]
    joins: frozenset[str]

    def is_adjective(self, word: str) -> bool:
        return word in self.kinds["any"] or word in self.kinds["bodily"]


def load_symptoms(data: DataFiles, lexicon: Lexicon, *, joins: frozenset[str]) -> Symptoms:
    """The rows of `symptoms.tsv`; `joins` are the words between two parts, from `heads.tsv`."""
    rows = data.by_kind(SYMPTOMS_FILE, KINDS)
    kinds = {kind: frozenset(lexicon.folder.key(row["word"]) for row in found) for kind, found in rows.items()}
    # an ending is no word to fold
    endings = {row["word"] for row in rows["ending"]}
    return Symptoms(kinds | {"ending": frozenset(endings)}, tuple(sorted(endings)), joins)


def find_symptoms(hits: list[Hit], words: Words, *, lexicon: Lexicon, symptoms: Symptoms, text: str) -> list[Hit]:
    """The hits with adjective and part joined to one condition each, in text order."""
    hits = [kept for hit in hits if (kept := _mended(hit, words, lexicon=lexicon, symptoms=symptoms))]
    hits = _without_acts(hits, _Scene(words, lexicon, symptoms, text, {hit.first: hit for hit in hits}))
    scene = _Scene(words, lexicon, symptoms, text, {hit.first: hit for hit in hits})
    found: list[Hit] = []
    position = 0
    while position < len(words.folded):
        symptom = _symptom(scene, position) if symptoms.is_adjective(words.folded[position]) else None
        if symptom is None:
            position += 1
            continue
        found.append(symptom)
        found.extend(_sharing(scene, symptom))
        position = found[-1].last
    taken = {position for hit in found for position in range(hit.first, hit.last)}
    return lay_over([*hits, *_unlisted(hits, words, symptoms=symptoms)], found, taken=taken)


def _unlisted(hits: list[Hit], words: Words, *, symptoms: Symptoms) -> list[Hit]:
    """Diseases that no vocabulary lists, told by their ending: "myeloneuropathy"."""
    names = [place for place, word in enumerate(words.folded) if word.endswith(symptoms.endings)]
    if not names:
        return []
    known = {place for hit in hits for place in range(hit.first, hit.last)}
    return [
        Hit(place, place + 1, Entry("CONDITION", words.folded[place]), "pattern")
        for place in names
        if place not in known and words.folded[place] not in symptoms.kinds["ordinary"]
    ]


@dataclass(frozen=True, slots=True)
class _Scene:
    words: Words
    lexicon: Lexicon
    symptoms: Symptoms
    text: str
    by_first: dict[int, Hit]

    def written(self, first: int, last: int) -> str:
        return self.text[self.words.starts[first] : self.words.ends[last - 1]].lower()


def _mended(hit: Hit, words: Words, *, lexicon: Lexicon, symptoms: Symptoms) -> Hit | None:
    """The skin of "repairs dry skin" by its symptom in the lexicon; None for the "tired" of "lifts tired skin"."""
    mends = hit.entry.label == "CONDITION" and words.at(hit.first - 1) in symptoms.kinds["mend"]
    if not mends or not symptoms.is_adjective(words.at(hit.first)):
        return hit
    if hit.last == hit.first + 1:
        return None
    part = lexicon.first_entry(" ".join(words.folded[hit.first + 1 : hit.last]))
    return Hit(hit.first + 1, hit.last, part, hit.origin) if part is not None and part.label == "FUNCTION" else hit


def _without_acts(hits: list[Hit], scene: _Scene) -> list[Hit]:
    """The hits, and the wound healing of "slows wound healing", where the lexicon knows "slow wound healing"."""
    kept = []
    for hit in hits:
        acts = hit.entry.label in ("CONDITION", "FUNCTION") and hit.last > hit.first + 1
        if acts and scene.words.at(hit.first) in scene.symptoms.kinds["act"] and _is_verb(scene, hit.first):
            part = scene.lexicon.first_entry(" ".join(scene.words.folded[hit.first + 1 : hit.last]))
            kept += [Hit(hit.first + 1, hit.last, part, hit.origin)] if part is not None else []
        else:
            kept.append(hit)
    return kept


def _symptom(scene: _Scene, first: int) -> Hit | None:
    if not _is_free(scene, first) or _is_verb(scene, first):
        return None
    adjective = first
    # "weak, brittle bones", "swollen and bleeding gums"
    while (after := _next_adjective(scene, adjective)) is not None:
        adjective = after
    last = _part_end(scene, adjective + 1, adjective=adjective) or _known_end(scene, adjective)
    if last is None:
        return None
    known = scene.lexicon.first_entry(" ".join(scene.words.folded[first:last]))
    if known is None or known.label != "CONDITION":
        known = Entry("CONDITION", scene.written(first, last))
    return Hit(first, last, known, "pattern")


def _is_free(scene: _Scene, position: int) -> bool:
    """The word is part of no longer name: "dry eye disease", "sore throat"."""
    hit = scene.by_first.get(position)
    return (hit is None or hit.last == position + 1) and not any(
        start < position < other.last for start, other in scene.by_first.items()
    )


def _is_verb(scene: _Scene, position: int) -> bool:
    """ "May dry skin", "slows the liver", "fats slow digestion"; and "rebuilds tired joints", said of the joints."""
    if scene.written(position, position + 1) == f"{scene.words.at(position)}s":
        return True
    before = next((hit for hit in scene.by_first.values() if hit.last == position), None)
    kinds = scene.symptoms.kinds
    last = scene.words.at(position - 1)
    # "may help sore knees": nothing is done by an adjective that is no verb as well
    acts = scene.words.at(position) in kinds["act"]
    subject = acts and last in kinds["subject"] and scene.words.at(position - 2) not in kinds["toward"]
    return subject or last in kinds["mend"] or (before is not None and before.entry.label in ("NUTRIENT", "DRUG"))


def _next_adjective(scene: _Scene, position: int) -> int | None:
    after = position + 1
    while scene.words.at(after) in scene.symptoms.joins:
        after += 1
    adjective = after <= position + 3 and scene.symptoms.is_adjective(scene.words.at(after)) and _is_free(scene, after)
    return after if adjective else None


def _known_end(scene: _Scene, adjective: int) -> int | None:
    """Where a symptom of two words ends that an adjective tells more of: the "smooth tongue" of "a sore, ..."."""
    after = adjective + 1
    while scene.words.at(after) in scene.symptoms.joins:
        after += 1
    hit = scene.by_first.get(after) if after > adjective + 1 else None
    told = hit is not None and hit.entry.label == "CONDITION" and hit.last == hit.first + 2
    return _bodily_end(scene, after + 1) if told else None


def _part_end(scene: _Scene, start: int, *, adjective: int) -> int | None:
    """Where the part that begins here ends, None when it is nothing that the adjective makes a symptom of."""
    if not scene.words.at(start) or not scene.text[scene.words.ends[start - 1] : scene.words.starts[start]].isspace():
        return None
    hit = scene.by_first.get(start)
    if hit is not None and (hit.entry.label != "FUNCTION" or hit.entry.subtype == ADJECTIVE):
        return None
    if hit is not None and scene.words.at(adjective) in scene.symptoms.kinds["any"]:
        return hit.last
    return _bodily_end(scene, start)


def _bodily_end(scene: _Scene, start: int) -> int | None:
    body, hit = scene.symptoms.kinds["body"], scene.by_first.get(start)
    if hit is not None:
        names = (" ".join(scene.words.folded[first : hit.last]) for first in range(start, hit.last))
        return hit.last if any(name in body for name in names) else None
    ends = (end for end in range(start + _LONGEST_PART, start, -1) if end <= len(scene.words.folded))
    return next((end for end in ends if " ".join(scene.words.folded[start:end]) in body), None)


def _sharing(scene: _Scene, symptom: Hit) -> list[Hit]:
    """Parts of the body that share the adjective: the feet of "cold hands and feet"."""
    found: list[Hit] = []
    here, joins = symptom.last, scene.symptoms.joins
    while scene.words.at(here) in joins:
        start = here
        while scene.words.at(start) in joins:
            start += 1
        last = _bodily_end(scene, start) if scene.words.at(start) else None
        follows = scene.words.at(last) if last is not None else ""
        if last is None or (follows.isalnum() and follows not in scene.symptoms.kinds["end"]):
            break
        name = f"{scene.words.at(symptom.first)} {scene.written(start, last)}"
        found.append(Hit(start, last, Entry("CONDITION", name), "pattern"))
        here = last
    return found
