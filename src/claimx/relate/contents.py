"""FOUND_IN claims read from the words as they stand: a list of foods, a frame of `data/rules/contents.yaml` and a list
of nutrients. They need no parse, and take in items that no lexicon holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from re import Pattern

from claimx.records import Claim, Mention, Sentence, Span
from claimx.relate.claims import is_aim, make_nutrient
from claimx.relate.content_foods import are_of_plants, foods_among, is_food, is_how_much, is_wished
from claimx.relate.content_frames import ContentFrame
from claimx.relate.fillers import Filler
from claimx.relate.foods import is_eaten
from claimx.relate.items import Item
from claimx.relate.reader import Reader
from claimx.relate.words import Words
from claimx.relate.written import (
    FINITE,
    FOODS_AND_NUTRIENTS,
    MAX_LENGTH,
    Written,
    read_list,
    read_list_before,
)


@dataclass(frozen=True, slots=True)
class _Content:
    frame: ContentFrame
    trigger: int
    nutrient: Filler
    food: Mention


@dataclass(frozen=True, slots=True)
class _Words:
    """A sentence's words in one string; `starts` are the offsets of the tokens in it."""

    text: str
    starts: tuple[int, ...]


def contents(
    reader: Reader, frames: Sequence[ContentFrame], claims: Sequence[Claim], *, sentence: Sentence
) -> list[Claim]:
    """Contents that none of the sentence's claims says."""
    graph = reader.graph
    foods = any(is_eaten(item, reader.words) for item in graph.mentions) or not reader.words.food_pronouns.isdisjoint(
        graph.words
    )
    if sentence.is_heading or not foods:
        return []
    known = {(claim.nutrient.start, claim.object.start) for claim in claims if claim.object is not None}
    found: list[Claim] = []
    for content in _read(reader, frames):
        nutrient, resolution = make_nutrient(content.nutrient, graph)
        trigger = content.trigger
        told = not (is_aim(reader, trigger) or is_wished(reader, trigger)) and not is_how_much(
            reader, content.nutrient.token, trigger=trigger
        )
        if told and (nutrient.start, content.food.start) not in known:
            known.add((nutrient.start, content.food.start))
            span = Span(graph.parse.starts[trigger], graph.parse.ends[trigger])
            found.append(
                Claim(
                    sentence,
                    nutrient,
                    "FOUND_IN",
                    content.food,
                    span,
                    content.frame.id,
                    trigger,
                    resolution=resolution,
                    polarity="negated" if content.frame.denied else "affirmed",
                    fixed_polarity=content.frame.denied,
                )
            )
    return found


def _read(reader: Reader, frames: Sequence[ContentFrame]) -> Iterator[_Content]:
    """What is written out, frame by frame and from left to right."""
    graph, words = reader.graph, reader.words
    line = _line(reader)
    taken: set[int] = set()
    for frame in frames:
        for match in frame.pattern.finditer(line.text):
            first = line.starts.index(match.start())
            last = sum(start < match.end() for start in line.starts)
            if taken & set(range(first, last)):
                continue
            before = _list_before(reader, line, first, pattern=frame.before)
            behind = read_list(graph, last, words=words, labels=FOODS_AND_NUTRIENTS)
            nutrients = _nutrients(reader, before if not frame.foods_first else behind, frame=frame, first=first)
            holders = _holders(reader, frame, before, behind, first, last)
            foods = foods_among(reader, holders, known=frame.known, plants=are_of_plants(nutrients))
            foods = foods or _said_before(reader, frame, behind, before=first, after=last, held=before)
            if nutrients and foods:
                taken.update(range(first, last))
                trigger = _trigger(reader, first, last)
                yield from (_Content(frame, trigger, nutrient, food) for nutrient in nutrients for food in foods)


def _said_before(
    reader: Reader, frame: ContentFrame, behind: Written, *, before: int, after: int, held: Written
) -> list[Mention]:
    """What "it" or "they" stands for where a food would stand: "they are full of zinc", "the zinc in it"."""
    graph, pronouns = reader.graph, reader.words.food_pronouns
    token = before - 1 if frame.foods_first else after
    named = held.items if frame.foods_first else behind.items
    if named or not 0 <= token < len(graph) or graph.word(token) not in pronouns or graph.mention(token) is not None:
        return []
    if frame.foods_first and graph.base_dep(token) not in ("nsubj", "dep"):
        return []
    eaters = reader.words.intake_verbs - reader.words.containing_verbs
    if frame.foods_first and any(graph.lemma(item) in eaters for item in range(before, after)):
        # "they get little zinc"
        return []
    if (
        not frame.foods_first
        and held.items
        and graph.preposition(held.items[0].head) in reader.words.company_prepositions
    ):
        # "foods with lactose in them"
        return []
    start, end = graph.parse.starts[token], graph.parse.ends[token]
    return [Mention("NUTRIENT", start, end, graph.text(start, end), "", subtype="food", origin="pattern")]


def _list_before(reader: Reader, line: _Words, end: int, *, pattern: Pattern[str] | None) -> Written:
    """The list that ends before a token and, where a frame asks for it, follows certain words."""
    graph, words = reader.graph, reader.words
    if pattern is None:
        return read_list_before(graph, end, words=words, labels=FOODS_AND_NUTRIENTS)
    for start in range(max(1, end - MAX_LENGTH), end):
        if pattern.search(line.text[: line.starts[start]]):
            found = read_list(graph, start, words=words, stop=end, labels=FOODS_AND_NUTRIENTS)
            if found.items and found.end == end and graph.word(start) not in words.negators:
                return found
    return Written((), (), end)


def _line(reader: Reader) -> _Words:
    graph = reader.graph
    words = [
        ("~" if graph.mention_of[token] >= 0 else "") + word.replace(" ", "_") for token, word in enumerate(graph.words)
    ]
    starts, here = [], 0
    for word in words:
        starts.append(here)
        here += len(word) + 1
    return _Words(" ".join(words), tuple(starts))


def _trigger(reader: Reader, first: int, last: int) -> int:
    """The verb of a frame, or the adjective or noun that it begins with."""
    graph = reader.graph
    for kinds in (("VERB",), ("ADJ", "NOUN"), ("AUX", "ADP")):
        for token in range(first, last):
            if graph.parse.pos[token] in kinds and graph.word(token) not in reader.words.negators:
                return token
    return first


def _nutrients(reader: Reader, held: Written, *, frame: ContentFrame, first: int) -> list[Filler]:
    """The nutrients of a list whose item next to the frame is one; or what stands for one before the frame."""
    graph, words = reader.graph, reader.words
    may_point = not held.items and not frame.foods_first and frame.before is None
    if may_point and first > 0 and graph.word(first - 1) in words.pronouns:
        return [Filler(first - 1, None, "pronoun")]
    items = [_measured(reader, item) for item in held.items]
    if frame.before is not None and any(graph.word(item.first - 1) == ";" for item in items[1:]):
        # "sources of protein; starchy foods such as bread": what opens the list says nothing of the next part
        return []
    nearest = items[:1] if frame.foods_first else items[-1:]
    mixed = frame.foods_first and any(is_food(item, words) for item in items)
    if mixed or not any(_is_nutrient(item) for item in nearest):
        return []
    # "rich in minerals such as zinc", but "high in zinc, such as liver"
    members = () if any(is_food(item, words) for item in held.examples) else held.examples
    named = [item for item in (*items, *members) if _is_nutrient(item) and not _is_empty(item, words)]
    named = [item for item in named if not _is_predicate(reader, item)]
    return [_filler(reader, item) for item in named if item is named[0] or not _is_aside(reader, item)]


def _is_predicate(reader: Reader, item: Item) -> bool:
    """ "Theanine is an amino acid that occurs in tea": it is the theanine that does."""
    graph = reader.graph
    doers = graph.kids(item.head, "nsubj") if graph.kids(item.head, "cop") else []
    if graph.word(item.first - 1) in reader.words.share_units:
        # "butter is 80 percent fat"
        return False
    return any(graph.mention(doer, "NUTRIENT") is not None for doer in doers)


def _measured(reader: Reader, item: Item) -> Item:
    """ "Your calcium target", "vitamin D needs": so much of a nutrient."""
    graph, before = reader.graph, item.head - 1
    if item.mention is not None or before < item.first or graph.lemma(item.head) not in reader.words.intake_nouns:
        return item
    mention = graph.mention(before, "NUTRIENT")
    return item if mention is None else replace(item, head=graph.anchor(before), mention=mention)


def _is_aside(reader: Reader, item: Item) -> bool:
    """ "Alpha-linolenic acid, a plant omega-3", "lutein, a carotenoid": the second says what the first is."""
    graph = reader.graph
    if _is_named_kind(reader, item):
        return True
    # "the plant form of omega-3"
    inside = [item.first] if item.top == item.head else [at for at in graph.subtree(item.top) if at <= item.top]
    first = min(at for at in inside if graph.parse.pos[at] != "PUNCT")
    first -= graph.parse.pos[first] != "DET"
    return first > 0 and graph.parse.pos[first] == "DET" and graph.word(first - 1) in (",", "(", "-")


def _is_named_kind(reader: Reader, item: Item) -> bool:
    """ "Isoflavones, plant compounds that", "two carotenoids that": a class set off, of which more is told."""
    graph, words = reader.graph, reader.words
    behind = graph.words[item.head + 1 : item.head + 2]
    if words.relative_pronouns.isdisjoint(behind):
        return False
    of_class = item.mention is not None and graph.last_word(item.head).removesuffix("s") in words.definite_nouns
    set_off = item.first > 0 and graph.word(item.first - 1) == ","
    return graph.base_dep(item.head) == "appos" or (of_class and set_off)


def _filler(reader: Reader, item: Item) -> Filler:
    """ "This mineral" is yet to be resolved."""
    graph, words = reader.graph, reader.words
    pointers, before = words.demonstratives - words.definite_articles, item.first - 1
    if before > 0 and graph.word(before) in words.sharers:
        # "these two minerals", "the two minerals"
        pointers, before = words.demonstratives, before - 1
    if before >= 0 and graph.word(before) in pointers and graph.last_word(item.head) in words.definite_nouns:
        return Filler(item.head, None, "definite")
    return _told_what(reader, item) or Filler(item.head, item.mention)


def _told_what(reader: Reader, item: Item) -> Filler | None:
    """ "Lactose, the sugar in milk": what is told to be the sugar is what milk holds."""
    graph, words = reader.graph, reader.words
    named = graph.head(item.head)
    mention = graph.mention(named, "NUTRIENT")
    kind = graph.last_word(item.head) in words.kind_nouns and graph.determiner(item.head) in words.articles
    told = kind and graph.base_dep(item.head) == "appos" and mention is not None and named < item.head
    return Filler(named, mention) if told else None


def _holders(
    reader: Reader, frame: ContentFrame, before: Written, behind: Written, first: int, last: int
) -> list[Item]:
    """The items that hold the nutrients, and those that "such as" brings in behind them."""
    if not frame.foods_first:
        return [*behind.items, *behind.examples]
    items = [*before.items, *before.examples]
    sums_up = bool(items) and _sums_up(reader, before.items[-1])
    if items and _is_attribute(reader, first, last) and not sums_up:
        items = [before.items[-1]]
    elif sums_up:
        items.remove(before.items[-1])
    # "foods high in zinc, such as liver": the examples are the foods'
    return items + (list(behind.examples) if any(is_food(item, reader.words) for item in behind.examples) else [])


def _is_attribute(reader: Reader, first: int, last: int) -> bool:
    """The frame belongs to the noun before it ("cereals that contain", "cereals with") and says nothing of the list."""
    graph = reader.graph
    aimed = graph.word(first) in reader.words.infinitive_marks
    if aimed or (graph.word(first) in reader.words.item_joiners and "VBP" in graph.parse.tags[first:last]):
        # "beans and oats to get more fiber"; "liver, poultry and peanuts, which contain zinc"
        return False
    if {graph.word(first), graph.word(min(first + 1, len(graph) - 1))} & reader.words.relative_pronouns:
        return True
    # "oil supply iron", where the verb was taken for a noun
    verbs = reader.words.containing_verbs
    return not any(
        graph.parse.tags[token] in FINITE
        or graph.word(token) in verbs
        or (graph.base_dep(token) == "root" and graph.kids(token, "nsubj"))
        for token in range(first, last)
    )


def _sums_up(reader: Reader, item: Item) -> bool:
    """ "Crackers, doughnuts and other foods made with trans fat"."""
    return not reader.words.rest_words.isdisjoint(reader.graph.words[item.first : item.head + 1])


def _is_nutrient(item: Item) -> bool:
    return item.mention is not None and item.mention.subtype != "food"


def _is_empty(item: Item, words: Words) -> bool:
    return item.mention is not None and item.mention.name in words.empty_classes
