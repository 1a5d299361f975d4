"""Names put together in the text: "cartilage repair", "renal damage", "damage to the blood vessels"."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.data_files import DataFiles
from claimx.lexicon import ADJECTIVE, TABLES, Entry, Lexicon
from claimx.lexicon_words import Words
from claimx.records import Label
from claimx.tag_heads import Hit, lay_over

COMPOSED_FILE = "lexicon/composed.tsv"


@dataclass(frozen=True, slots=True)
class Composer:
    """Heads with the type of the whole, adjectives with the noun they stand for, words between head and part."""

    heads: dict[str, Label]
    parts: dict[str, str]
    links: dict[str, str]
    skips: frozenset[str]
    joins: frozenset[str]


def load_composer(data: DataFiles, *, joins: frozenset[str]) -> Composer:
    """The rows of `composed.tsv`; `joins` are the words between two parts, from `heads.tsv`."""
    labels = {label: label for label in TABLES.values()}
    heads: dict[str, Label] = {}
    parts: dict[str, str] = {}
    links: dict[str, str] = {}
    skips: set[str] = set()
    for row in data.tsv(COMPOSED_FILE):
        if row["kind"] == "head":
            label = next((label for label in labels if label == row["label"]), None)
            if label is None:
                raise row.error(f'expected a label of {", ".join(sorted(labels))} but got "{row["label"]}"')
            heads[row["word"]] = label
        elif row["kind"] == "part":
            parts[row["word"]] = row["noun"]
        elif row["kind"] == "link":
            links[row["word"]] = row["label"]
        elif row["kind"] == "skip":
            skips.add(row["word"])
        else:
            raise row.error(f'expected kind "head", "part", "link" or "skip" but got "{row["kind"]}"')
    return Composer(heads, parts, links, frozenset(skips), joins)


def compose_hits(hits: list[Hit], words: Words, *, lexicon: Lexicon, composer: Composer, text: str) -> list[Hit]:
    """The hits with parts and heads joined to one hit each, in text order."""
    by_first = {hit.first: hit for hit in hits}
    by_last = {hit.last: hit for hit in hits}
    scene = _Scene(words, lexicon, composer, by_first)
    taken: set[int] = set()
    composed: list[Hit] = []
    for position, word in enumerate(words.folded):
        label = composer.heads.get(word)
        if label is None or position in taken or not _stands_alone(by_first, hits, position):
            continue
        whole = _part_before(by_last, words, composer, position, text) or _part_after(
            by_first, words, composer, position
        )
        if whole is None or not taken.isdisjoint(range(*whole)):
            continue
        first, last = whole
        part = words.folded[first:position] or words.folded[_part_start(words, composer, position) : last]
        composed.append(Hit(first, last, _entry(lexicon, composer, [*part, word], label), "pattern"))
        taken.update(range(first, last))
        if first == position:
            more = [*_heads_before(scene, position, part=part), *_parts_behind(scene, last, head=word)]
            composed.extend(hit for hit in more if taken.isdisjoint(range(hit.first, hit.last)))
            taken.update(place for hit in more for place in range(hit.first, hit.last))
    for hit in hits:
        # a name of the lexicon may be built in the same way: "loss of taste and smell"
        head = words.folded[hit.first]
        if taken.isdisjoint(range(hit.first, hit.last)) and head in composer.heads and _is_linked(scene, hit):
            more = _parts_behind(scene, hit.last, head=head)
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


def _heads_before(scene: _Scene, position: int, *, part: list[str]) -> list[Hit]:
    """A head that shares the part behind the next: the growth of "growth and repair of tissue"."""
    head, first = scene.words.at(position - 2), position - 2
    label = scene.composer.heads.get(head)
    alone = scene.by_first.get(first)
    other = scene.composer.heads[scene.words.at(position)]
    if scene.words.at(position - 1) not in scene.composer.joins or label != other:
        return []
    if label is None or (alone is not None and alone.last != position - 1):
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
        if hit is None or not _is_part(hit, label) or follows is not None:
            break
        key = [*scene.words.folded[start : hit.last], head]
        found.append(Hit(start, hit.last, _entry(scene.lexicon, scene.composer, key, label), "pattern"))
        last = hit.last
    return found


def _stands_alone(by_first: dict[int, Hit], hits: list[Hit], position: int) -> bool:
    own = by_first.get(position)
    if own is not None:
        return own.last == position + 1
    return not any(hit.first < position < hit.last for hit in hits)


def _part_before(
    by_last: dict[int, Hit], words: Words, composer: Composer, position: int, text: str
) -> tuple[int, int] | None:
    if position == 0 or not text[words.ends[position - 1] : words.starts[position]].isspace():
        return None
    hit = by_last.get(position)
    if hit is not None:
        return (hit.first, position + 1) if _is_part(hit, composer.heads[words.folded[position]]) else None
    return (position - 1, position + 1) if words.folded[position - 1] in composer.parts else None


def _part_start(words: Words, composer: Composer, position: int) -> int:
    start = position + 2
    while start < len(words.folded) and words.folded[start] in composer.skips:
        start += 1
    return start


def _part_after(by_first: dict[int, Hit], words: Words, composer: Composer, position: int) -> tuple[int, int] | None:
    link = words.folded[position + 1] if position + 1 < len(words.folded) else ""
    if composer.links.get(link, "none") not in ("", composer.heads[words.folded[position]]):
        return None
    start = _part_start(words, composer, position)
    hit = by_first.get(start)
    if hit is None or not _is_part(hit, composer.heads[words.folded[position]]):
        return None
    return position, hit.last


def _is_part(hit: Hit, label: Label) -> bool:
    # medicines are called by what they are taken for: "gout medication", "drugs for epilepsy"
    wanted = ("FUNCTION", "CONDITION") if label == "DRUG" else ("FUNCTION",)
    return hit.entry.label in wanted and hit.entry.subtype != ADJECTIVE


def _entry(lexicon: Lexicon, composer: Composer, key: list[str], label: Label) -> Entry:
    as_written, with_nouns = " ".join(key), " ".join(composer.parts.get(word, word) for word in key)
    for name in (as_written, with_nouns):
        known = lexicon.first_entry(name)
        if known is not None and known.label in ("CONDITION", "FUNCTION", "DRUG"):
            return known
    return Entry(label, with_nouns)
