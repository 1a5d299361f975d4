"""Names put together in the text: "cartilage repair", "renal damage", "damage to the blood vessels", "rosemary tea"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimx.data_files import DataFiles
from claimx.lexicon import ADJECTIVE, TABLES, Entry, Lexicon
from claimx.lexicon_words import Words
from claimx.records import Label
from claimx.tag_heads import Hit, lay_over

COMPOSED_FILE = "lexicon/composed.tsv"
HEAD_KINDS = ("head", "verb", "behind", "front")
PART_KINDS = ("part", "link", "between", "empty", "fall", "marker", "skip", "other")
KINDS = (*HEAD_KINDS, *PART_KINDS, "clause", "owner", "single", "sham")
# a vitamin or a compound makes no drink or dish of its own
MADE: tuple[Label, ...] = ("CONDITION", "FUNCTION", "DRUG", "NUTRIENT")
_DISH_TYPES = ("food", "botanical")


@dataclass(frozen=True, slots=True)
class Composer:
    """Heads with the type of the whole, adjectives with the noun they stand for, words between head and part.

    `verbs` are heads that are verbs as well: behind a word of `clauses` they are verbs, behind one of `owners` the
    plural is ("your energy dips"), and the singular is a noun only behind one of `owners` or `single`. `behind` are
    heads whose part follows them, `front` those whose part does not, `between` words between part and head, `empty`
    names that are no part. `falls` are heads that say no ill of a `marker`: "a decline in LDL".
    """

    heads: dict[str, Label]
    parts: dict[str, str]
    links: dict[str, str]
    between: dict[str, str]
    skips: frozenset[str]
    others: frozenset[str]
    verbs: frozenset[str]
    clauses: frozenset[str]
    owners: frozenset[str]
    single: frozenset[str]
    shams: frozenset[str]
    behind: frozenset[str]
    front: frozenset[str]
    empty: frozenset[str]
    falls: frozenset[str]
    markers: frozenset[str]
    joins: frozenset[str]
    body: frozenset[str]


def load_composer(data: DataFiles, *, joins: frozenset[str], body: frozenset[str]) -> Composer:
    """The rows of `composed.tsv`; `joins` are the words between two parts, from `heads.tsv`, `body` its parts."""
    labels: dict[str, Label] = {label: label for label in TABLES.values()}
    found = data.by_kind(COMPOSED_FILE, KINDS)
    for row in (row for kind in HEAD_KINDS for row in found[kind]):
        if row["label"] not in labels:
            raise row.error(f'expected a label of {", ".join(sorted(labels))} but got "{row["label"]}"')
    rows = {kind: {row["word"]: row for row in same} for kind, same in found.items()}
    heads = {word: labels[row["label"]] for kind in HEAD_KINDS for word, row in rows[kind].items()}
    return Composer(
        heads=heads,
        parts={word: row["noun"] for word, row in rows["part"].items()},
        links={word: row["label"] for word, row in rows["link"].items()},
        between={word: row["label"] for word, row in rows["between"].items()},
        skips=frozenset(rows["skip"]),
        others=frozenset(rows["other"]),
        verbs=frozenset(rows["verb"]),
        clauses=frozenset(rows["clause"]),
        owners=frozenset(rows["owner"]),
        single=frozenset(rows["single"]),
        shams=frozenset(rows["sham"]),
        behind=frozenset(rows["behind"]),
        front=frozenset(rows["front"]),
        empty=frozenset(rows["empty"]),
        falls=frozenset(rows["fall"]),
        markers=frozenset(rows["marker"]),
        joins=joins,
        body=body,
    )


def compose_hits(hits: list[Hit], words: Words, *, lexicon: Lexicon, composer: Composer, text: str) -> list[Hit]:
    """The hits with parts and heads joined to one hit each, in text order."""
    hits = [kept for hit in hits if (kept := _without_verb(hit, words, lexicon=lexicon, composer=composer, text=text))]
    by_first = {hit.first: hit for hit in hits}
    by_last = {hit.last: hit for hit in hits}
    scene = _Scene(words, lexicon, composer, by_first)
    taken: set[int] = set()
    composed: list[Hit] = []
    for position, word in enumerate(words.folded):
        label = composer.heads.get(word)
        sham = words.at(position - 1) in composer.shams
        if label is None or sham or position in taken or not _stands_alone(by_first, hits, position):
            continue
        whole = _part_before(scene, by_last, position, text) or _part_after(scene, position)
        if whole is None or not taken.isdisjoint(range(*whole)):
            continue
        first, last = whole
        part = words.folded[first:position] or words.folded[_part_start(words, composer, position) : last]
        composed.append(Hit(first, last, _entry(lexicon, composer, [*part, word], label), "pattern"))
        taken.update(range(first, last))
        if first == position:
            more = [*_heads_before(scene, position, part=part), *_parts_behind(scene, last, head=word)]
        else:
            more = _parts_ahead(scene, by_last, first, head=word)
        composed.extend(hit for hit in more if taken.isdisjoint(range(hit.first, hit.last)))
        taken.update(place for hit in more for place in range(hit.first, hit.last))
    for hit in hits:
        # a name of the lexicon may be built in the same way: "loss of taste and smell", "lung and heart disease"
        if hit.entry.label == "CONDITION" and taken.isdisjoint(range(hit.first, hit.last)):
            more = _sharing(scene, by_last, hit)
            composed.extend(more)
            taken.update(place for part in more for place in range(part.first, part.last))
    return lay_over(hits, composed, taken=taken)


@dataclass(frozen=True, slots=True)
class _Scene:
    words: Words
    lexicon: Lexicon
    composer: Composer
    by_first: dict[int, Hit]


def _is_linked(scene: _Scene, hit: Hit) -> bool:
    return (
        hit.entry.label == "CONDITION"
        and hit.last > hit.first + 2
        and scene.words.at(hit.first + 1) in scene.composer.links
    )


def _sharing(scene: _Scene, by_last: dict[int, Hit], hit: Hit) -> list[Hit]:
    """Parts that share the head of a name of the lexicon."""
    first, last = scene.words.folded[hit.first], scene.words.folded[hit.last - 1]
    if first in scene.composer.heads and _is_linked(scene, hit):
        return _parts_behind(scene, hit.last, head=first)
    has_part = hit.last > hit.first + 1 or scene.words.at(hit.first - 1) in scene.composer.others
    if last in scene.composer.heads and has_part:
        return _parts_ahead(scene, by_last, hit.first, head=last)
    return []


def _parts_ahead(scene: _Scene, by_last: dict[int, Hit], first: int, *, head: str) -> list[Hit]:
    """Parts that share the head behind the last: the wrist of "wrist, hip or pelvic fractures"."""
    found: list[Hit] = []
    words, composer = scene.words, scene.composer
    label = composer.heads[head]
    if words.at(first - 1) in composer.others:
        first -= 1
    while label == "CONDITION" and words.at(first - 1) in composer.joins:
        last = first
        while words.at(last - 1) in composer.joins:
            last -= 1
        hit = by_last.get(last)
        start = hit.first if hit is not None else last - 1
        name = " ".join(words.folded[start:last])
        is_part = name in composer.parts or (name in composer.body and words.at(start - 1) not in composer.owners)
        if start < 0 or not is_part or (hit is not None and hit.entry.label != "FUNCTION"):
            break
        found.append(Hit(start, last, _entry(scene.lexicon, composer, [name, head], label), "pattern"))
        first = start
    return found


def _heads_before(scene: _Scene, position: int, *, part: list[str]) -> list[Hit]:
    """A head that shares the part behind the next: the growth of "growth and repair of tissue"."""
    head, first = scene.words.at(position - 2), position - 2
    label = scene.composer.heads.get(head)
    other = scene.composer.heads[scene.words.at(position)]
    if label is None or label != other or scene.words.at(position - 1) not in scene.composer.joins:
        return []
    if not _stands_alone(scene.by_first, scene.by_first.values(), first):
        # "blood loss, lack of red blood cells"
        return []
    return [Hit(first, first + 1, _entry(scene.lexicon, scene.composer, [*part, head], label), "pattern")]


def _parts_behind(scene: _Scene, last: int, *, head: str) -> list[Hit]:
    """Parts that share the head before the first: the liver of "damage to the kidneys and liver"."""
    found: list[Hit] = []
    label = scene.composer.heads[head]
    while label == "CONDITION" and scene.words.at(last) in scene.composer.joins:
        start = last
        while scene.words.at(start) in scene.composer.joins or scene.words.at(start) in scene.composer.skips:
            start += 1
        hit = scene.by_first.get(start)
        follows = scene.composer.heads.get(scene.words.at(hit.last)) if hit is not None else None
        if hit is None or not _is_part(hit, head, composer=scene.composer) or follows is not None:
            break
        key = [*scene.words.folded[start : hit.last], head]
        found.append(Hit(start, hit.last, _entry(scene.lexicon, scene.composer, key, label), "pattern"))
        last = hit.last
    return found


def _stands_alone(by_first: dict[int, Hit], hits: Iterable[Hit], position: int) -> bool:
    own = by_first.get(position)
    if own is not None:
        return own.last == position + 1
    return not any(hit.first < position < hit.last for hit in hits)


def _part_before(scene: _Scene, by_last: dict[int, Hit], position: int, text: str) -> tuple[int, int] | None:
    words, composer = scene.words, scene.composer
    word, before = words.folded[position], words.at(position - 1)
    label = composer.heads[word]
    gap = text[words.ends[position - 1] : words.starts[position]] if position else ""
    # foods with a wider gap between them are two
    if not gap.isspace() or word in composer.behind or (label == "NUTRIENT" and gap != " "):
        return None
    # "uric acid-lowering drugs"
    last = position - 1 if composer.between.get(before) == label and position not in by_last else position
    hit = by_last.get(last)
    if hit is not None:
        is_verb = word in composer.verbs and _is_verb(hit.first, position, words, composer=composer, text=text)
        # "melons milk" lacks a comma
        if label == "NUTRIENT" and _is_plural(last - 1, words, text):
            return None
        # "acne-causing bacteria"
        made = last < position and hit.entry.label == "CONDITION"
        return (hit.first, position + 1) if (made or _is_part(hit, word, composer=composer)) and not is_verb else None
    adjective = before in composer.parts and label != "NUTRIENT" and word not in composer.verbs
    return (position - 1, position + 1) if adjective else None


def _is_verb(subject: int, position: int, words: Words, *, composer: Composer, text: str) -> bool:
    """ "Your energy dips at noon", "makes blood sugar spike", and not "energy dips"."""
    before = words.at(subject - 1)
    if before in composer.clauses:
        return True
    if _is_plural(position, words, text):
        return before in composer.owners
    return before not in composer.owners | composer.single


def _is_plural(position: int, words: Words, text: str) -> bool:
    return text[words.starts[position] : words.ends[position]].lower() != words.folded[position]


def _without_verb(hit: Hit, words: Words, *, lexicon: Lexicon, composer: Composer, text: str) -> Hit | None:
    """The hit, or its part alone where its last word is a verb: the energy of "your energy dips"."""
    last = hit.last - 1
    if last == hit.first or words.folded[last] not in composer.verbs or hit.entry.label != "CONDITION":
        return hit
    # a name that people use is a noun behind "your": "your mood swings"
    known_noun = words.at(hit.first - 1) in composer.owners
    if known_noun or not _is_verb(hit.first, last, words, composer=composer, text=text):
        return hit
    entry = lexicon.first_entry(" ".join(words.folded[hit.first : last]))
    return Hit(hit.first, last, entry) if entry is not None else None


def _part_start(words: Words, composer: Composer, position: int) -> int:
    start = position + 2
    while start < len(words.folded) and words.folded[start] in composer.skips:
        start += 1
    return start


def _part_after(scene: _Scene, position: int) -> tuple[int, int] | None:
    words, composer = scene.words, scene.composer
    word = words.folded[position]
    if (
        word in composer.verbs
        or word in composer.front
        or composer.links.get(words.at(position + 1), "none") not in ("", composer.heads[word])
    ):
        return None
    hit = scene.by_first.get(_part_start(words, composer, position))
    if hit is None or not _is_part(hit, word, composer=composer):
        return None
    return position, hit.last


def _is_part(hit: Hit, head: str, *, composer: Composer) -> bool:
    label = composer.heads[head]
    if hit.entry.name in composer.empty or (head in composer.falls and hit.entry.name in composer.markers):
        return False
    if label == "NUTRIENT":
        return hit.entry.label == "NUTRIENT" and hit.entry.subtype in _DISH_TYPES and not hit.entry.form
    # medicines are called by what they are taken for: "gout medication", "drugs for epilepsy", "anti-nausea drugs"
    if label == "DRUG":
        return hit.entry.label in ("FUNCTION", "CONDITION")
    return hit.entry.label == "FUNCTION" and hit.entry.subtype != ADJECTIVE


def _entry(lexicon: Lexicon, composer: Composer, key: list[str], label: Label) -> Entry:
    as_written, with_nouns = " ".join(key), " ".join(composer.parts.get(word, word) for word in key)
    for name in (as_written, with_nouns):
        known = lexicon.first_entry(name)
        if known is not None and known.label in MADE:
            return known
    return Entry(label, with_nouns, subtype="food" if label == "NUTRIENT" else "")
