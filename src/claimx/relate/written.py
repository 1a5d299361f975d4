"""Lists as they are written: "oat bran, dried beans (such as kidney beans), and fruits". A small parser hangs the items
of a long list in many places, while the words between them are always the same few."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimx.records import Mention
from claimx.relate.fillers import opener_length
from claimx.relate.graph import Graph
from claimx.relate.words import Words

# tokens of what an item adds to its head: "foods that come from animal sources"
MAX_ADDED = 7
# tokens back from a frame that a list may begin at
MAX_LENGTH = 60
NOMINAL = ("NOUN", "PROPN", "X")
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})


@dataclass(frozen=True, slots=True)
class Item:
    """One item; `head` stands for it and `first` is its first word, quantities and determiners left out."""

    head: int
    first: int
    mention: Mention | None


@dataclass(frozen=True, slots=True)
class Written:
    """The items of a list, those that "such as" introduces (`examples`), and the token behind its last word."""

    items: tuple[Item, ...]
    examples: tuple[Item, ...]
    end: int


def read_list(graph: Graph, start: int, *, words: Words, stop: int | None = None) -> Written:
    """The list that begins at a token and ends before `stop`; no items when there is none."""
    stop = len(graph) if stop is None else stop
    items: list[Item] = []
    examples: list[Item] = []
    here = end = start
    closing = False
    while (found := _item(graph, here, words=words, stop=stop)) is not None:
        item, after = found
        if items and (_opens_clause(graph, after, stop=stop) or (closing and item.mention is None)):
            break
        items.append(item)
        after = _added(graph, after, words=words, stop=stop)
        inner, after = _examples(graph, after, words=words, stop=stop)
        examples += inner
        end, before = after, here
        here = _separator(graph, after, words=words, stop=stop)
        if here == after:
            break
        # "beans and peas, eaten daily": behind the last item a comma alone brings no new one
        joined = any(graph.parse.pos[token] == "CCONJ" for token in range(after, here))
        closing = not joined and before > start and graph.parse.pos[before - 1] == "CCONJ"
    return Written(tuple(items), tuple(examples), end)


def read_list_before(graph: Graph, end: int, *, words: Words) -> Written:
    """The longest list that ends right before a token."""
    for start in range(max(0, end - MAX_LENGTH), end):
        if start == 0 or not _continues(graph, start - 1):
            found = read_list(graph, start, words=words, stop=end)
            if found.items and found.end == end:
                return found
    return Written((), (), end)


def _continues(graph: Graph, token: int) -> bool:
    """A list cannot begin behind this word: it would stand inside the list's first item."""
    return graph.mention_of[token] >= 0 or graph.parse.pos[token] in ("ADJ", "NOUN", "PROPN", "NUM", "DET")


def _item(graph: Graph, start: int, *, words: Words, stop: int) -> tuple[Item, int] | None:
    """One item and the token behind it."""
    first, head = start, -1
    here = start
    while here < stop:
        mention = graph.mention(here)
        # "poultry skin", "beef heart"
        part = 0 <= head == here - 1 and graph.mention(head, "NUTRIENT") is not None
        if mention is not None and mention.label != "NUTRIENT" and not part:
            return None
        if mention is None and graph.word(here) == "of" and head >= 0 and _is_measure(graph, head, words=words):
            first, head = here + 1, -1
        elif not _belongs(graph, here):
            break
        elif mention is not None or graph.parse.pos[here] in NOMINAL:
            head = here
        elif head < 0 and graph.parse.pos[here] in ("DET", "ADV", "NUM", "PRON"):
            first = here + 1
        here += 1
    if head < 0:
        return None
    return Item(graph.anchor(head), min(first, head), graph.mention(head, "NUTRIENT")), head + 1


def _is_measure(graph: Graph, token: int, *, words: Words) -> bool:
    lemma = graph.lemma(token)
    return lemma in words.measures or lemma in words.transparent_nouns or graph.is_amount(token)


def _belongs(graph: Graph, token: int) -> bool:
    """A word inside an item: a name, a noun, or what may stand before one."""
    if graph.mention_of[token] >= 0 or graph.word(token) in ("-", "/"):
        return True
    pos, tag = graph.parse.pos[token], graph.parse.tags[token]
    if pos == "VERB":
        behind = token + 1 < len(graph) and (
            graph.mention_of[token + 1] >= 0 or graph.parse.pos[token + 1] in (*NOMINAL, "ADJ")
        )
        return tag == "VBN" and behind
    return pos in (*NOMINAL, "ADJ", "NUM", "DET", "ADV")


def _opens_clause(graph: Graph, token: int, *, stop: int) -> bool:
    return token < stop and graph.parse.pos[token] in ("VERB", "AUX") and graph.parse.tags[token] in FINITE


def _added(graph: Graph, start: int, *, words: Words, stop: int) -> int:
    """Behind what an item adds to its head ("with fat", "that come from animals"), if the list goes on there."""
    if start >= stop or graph.word(start) not in words.item_openers:
        return start
    for here in range(start + 1, min(stop, start + 1 + MAX_ADDED)):
        if _separator(graph, here, words=words, stop=stop) > here or opener_length(
            graph, here, openers=words.member_prepositions
        ):
            return here
        if graph.word(here) in ".:()":
            return here if graph.word(here) == "." else start
    return start


def _examples(graph: Graph, start: int, *, words: Words, stop: int) -> tuple[list[Item], int]:
    """The items behind "such as", in brackets or not, and the token behind them."""
    if start >= stop:
        return [], start
    length = opener_length(graph, start, openers=words.member_prepositions)
    if length:
        found = read_list(graph, start + length, words=words, stop=stop)
        if not found.items:
            return [], start
        closed = graph.word(start) == "(" and found.end < stop and graph.word(found.end) == ")"
        return [*found.items, *found.examples], found.end + closed
    if graph.word(start) == "(":
        close = next((i for i in range(start, min(stop, start + MAX_LENGTH)) if graph.word(i) == ")"), -1)
        return [], close + 1 if close > 0 else start
    return [], start


def _separator(graph: Graph, start: int, *, words: Words, stop: int) -> int:
    """Behind the commas and conjunctions that begin at a token; the token itself when there are none."""
    here = start
    while here < stop:
        pair = " ".join(graph.words[here : here + 3])
        if pair in words.item_joiners:
            here += 3
        elif graph.word(here) in words.item_joiners:
            here += 1
        else:
            break
    return here


def known_first(items: Sequence[Item], known: Sequence[bool], *, before: str) -> list[Item]:
    """A list less the unknown items it begins with, where these may belong to what stands before it.

    `before` is the part of speech of the word in front; one unknown item is not believed behind a preposition.
    """
    if True not in known:
        return []
    trusted = known.count(True) > 1 and before != "ADP"
    return list(items) if trusted else list(items[known.index(True) :])
