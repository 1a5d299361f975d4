"""What the second reader is shown: an article in windows of some sentences, and the pairs in them that may be a claim.

A window begins with the nutrients that the article names most, its title and the heading above. An object is weighed
with each nutrient of its sentence, and with those named before it: in the window's head or the few sentences before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from claimx.records import Mention, Sentence
from claimx.second.pieces import BREAK, START, Pieces
from claimx.topic import HEADING_WEIGHT, TITLE_WEIGHT, Context, place_of_lead, titles

# what a piece belongs to, by number
KINDS: Final = ("", "NUTRIENT", "FOOD", "BEFORE", "CONDITION", "FUNCTION", "DRUG", "POPULATION", "DOSE")
_NUMBER = {kind: number for number, kind in enumerate(KINDS)}
# most pieces of the nutrients named most, of the title, the heading or the lead-in, of a sentence, of a window's body
MOST_NAMED, MOST_TITLE, MOST_SENTENCE, MOST_BODY = 12, 16, 96, 128
# of the last sentence of the window before, with which one begins again
MOST_AGAIN = 32
# nutrients that an article names most
TOPICS = 2
# what the nutrient that a text names first weighs more than others
FIRST_WEIGHT = 1.5
# sentences before an object's that may name its nutrient
BEFORE = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """A nutrient and an object, each with its first piece and the one behind its last, in sentence `number`.

    `before` when the nutrient is not named in the object's sentence, whose pieces are those of `sentence_at`.
    """

    number: int
    nutrient: Mention
    object: Mention
    nutrient_at: tuple[int, int]
    object_at: tuple[int, int]
    sentence_at: tuple[int, int]
    before: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """One window as pieces: their numbers, their kinds, and the pairs."""

    pieces: tuple[int, ...]
    kinds: tuple[int, ...]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of what is shown, with the mentions in it and where their pieces are."""

    pieces: list[int]
    kinds: list[int]
    places: list[tuple[Mention, tuple[int, int]]]


@dataclass(slots=True)
class _Window:
    """A window in the making. `head` holds the nutrients named above, `named` those of each sentence so far."""

    pieces: list[int]
    kinds: list[int]
    head: dict[str, tuple[Mention, tuple[int, int]]] = field(default_factory=dict)
    named: list[dict[str, tuple[Mention, tuple[int, int]]]] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    body: int = 0

    def add(self, part: _Part) -> list[tuple[Mention, tuple[int, int]]]:
        """The mentions of a part and where they are in the window."""
        start = len(self.pieces)
        self.pieces += part.pieces
        self.kinds += part.kinds
        return [(item, (first + start, last + start)) for item, (first, last) in part.places]

    def add_head(self, part: _Part, *, stop: int) -> None:
        self.head |= {item.name: (item, at) for item, at in self.add(part)}
        self.pieces.append(stop)
        self.kinds.append(0)

    def add_sentence(self, part: _Part, number: int, *, is_paired: bool = True) -> None:
        start = len(self.pieces)
        places = self.add(part)
        if is_paired:
            before = dict(self.head)
            for named in self.named[-BEFORE:]:
                before |= named
            self.pairs += _pairs(places, before, number, (start, len(self.pieces)))
        self.named.append({item.name: (item, at) for item, at in places if item.label == "NUTRIENT"})
        self.body += len(part.pieces)

    def shown(self) -> Shown:
        return Shown(tuple(self.pieces), tuple(self.kinds), tuple(self.pairs))


def show(context: Context, pieces: Pieces) -> Iterator[Shown]:
    """The windows of an article that hold a pair."""
    named = _most_named(context)
    window: _Window | None = None
    last: _Part | None = None
    for number, sentence in enumerate(context.sentences):
        part = _part(sentence, context.mentions[number], pieces, most=MOST_SENTENCE)
        if window is not None and (sentence.is_heading or window.body + len(part.pieces) > MOST_BODY):
            if window.pairs:
                yield window.shown()
            window = None
        if window is None:
            window = _open(context, number, named, pieces)
            if last is not None and not sentence.is_heading:
                window.add_sentence(_end(last), number - 1, is_paired=False)
        window.add_sentence(part, number)
        last = None if sentence.is_heading else part
    if window is not None and window.pairs:
        yield window.shown()


def _pairs(
    places: Sequence[tuple[Mention, tuple[int, int]]],
    before: dict[str, tuple[Mention, tuple[int, int]]],
    number: int,
    sentence_at: tuple[int, int],
) -> Iterator[Pair]:
    here = {item.name for item, _ in places if item.label == "NUTRIENT"}
    nutrients = [(item, at, False) for item, at in places if item.label == "NUTRIENT"]
    nutrients += [(item, at, True) for name, (item, at) in before.items() if name not in here]
    for nutrient, nutrient_at, is_before in nutrients:
        for found, found_at in places:
            if found.label != "DOSE" and found.name != nutrient.name:
                yield Pair(number, nutrient, found, nutrient_at, found_at, sentence_at, is_before)


def _most_named(context: Context) -> list[Mention]:
    weights: dict[str, float] = {}
    first: dict[str, Mention] = {}
    for sentence, mentions in zip(context.sentences, context.mentions, strict=True):
        weight = {"title": TITLE_WEIGHT, "heading": HEADING_WEIGHT}.get(sentence.block_type, 1.0)
        for item in mentions:
            if item.label == "NUTRIENT" and item.name not in context.words.empty_classes:
                light = item.subtype == "food" or item.name in context.words.carrier_classes
                weights[item.name] = weights.get(item.name, 0.0) + (weight / 2 if light else weight)
                weights[item.name] += 0 if first else FIRST_WEIGHT
                first.setdefault(item.name, item)
    ranked = sorted(weights, key=lambda name: -weights[name])
    return [first[name] for name in ranked[:TOPICS]]


def _open(context: Context, number: int, named: Sequence[Mention], pieces: Pieces) -> _Window:
    """A window with what leads to a sentence: the nutrients named most, title, heading and lead-in, each once."""
    window = _Window([pieces.numbers[START]], [0])
    window.add_head(_named_part(named, pieces), stop=pieces.numbers[BREAK])
    sentences = context.sentences
    title = next(iter(titles(context)), None)
    opens = sentences[number].is_heading
    heading = None if opens else next((at for at in range(number - 1, -1, -1) if sentences[at].is_heading), None)
    above = dict.fromkeys((title, heading, place_of_lead(context, number)))
    for at in above:
        # the sentence before is shown again anyway
        if at is not None and (at < number - 1 or (at < number and sentences[at].is_heading)):
            nutrients = [item for item in context.mentions[at] if item.label == "NUTRIENT"]
            part = _part(sentences[at], nutrients, pieces, most=MOST_TITLE)
            window.add_head(part, stop=pieces.numbers[BREAK])
    return window


def _named_part(named: Sequence[Mention], pieces: Pieces) -> _Part:
    part = _Part([], [], [])
    for item in named:
        numbers = pieces.cut(item.name)[0]
        at = len(part.pieces)
        if at + len(numbers) > MOST_NAMED:
            break
        part.pieces.extend(numbers)
        part.kinds.extend([_NUMBER["BEFORE"]] * len(numbers))
        part.places.append((item, (at, at + len(numbers))))
    return part


def _part(sentence: Sentence, mentions: Sequence[Mention], pieces: Pieces, *, most: int) -> _Part:
    numbers, starts = pieces.cut(sentence.text)
    part = _Part(numbers[:most], [0] * min(most, len(numbers)), [])
    for item in mentions:
        low = bisect_left(starts, item.start - sentence.start)
        high = bisect_left(starts, item.end - sentence.start)
        if low < high <= most:
            part.kinds[low:high] = [_NUMBER["FOOD" if item.subtype == "food" else item.label]] * (high - low)
            part.places.append((item, (low, high)))
    return part


def _end(part: _Part) -> _Part:
    """The last pieces of a part."""
    skip = max(0, len(part.pieces) - MOST_AGAIN)
    places = [(item, (low - skip, high - skip)) for item, (low, high) in part.places if low >= skip]
    return _Part(part.pieces[skip:], part.kinds[skip:], places)
