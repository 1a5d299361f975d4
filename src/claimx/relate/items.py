"""One item of a written list, and what stands between two."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claimx.records import Label, Mention
from claimx.relate.graph import Graph
from claimx.relate.words import Words

NOMINAL = ("NOUN", "PROPN", "X")
QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "``", "''"})
# tokens of an insertion: "or, in rare cases, X"
MAX_INSERTED = 8
# words of the longest joiner and of the longest opener ("in combination with", "for example")
MAX_JOINER = 3


@dataclass(frozen=True, slots=True)
class Item:
    """One item; `head` stands for it and `first` is its first word, quantities and determiners left out.

    `top` is the noun that the head is read behind ("symptoms" of "symptoms of gout"), or the head.
    """

    head: int
    first: int
    mention: Mention | None
    top: int


def read_item(
    graph: Graph, start: int, *, words: Words, stop: int, labels: frozenset[Label] | None
) -> tuple[Item, int] | None:
    """One item and the token behind it."""
    first, head, top = start, -1, -1
    here = start
    while here < stop:
        mention = graph.mention(here)
        # "poultry skin", "beef heart"
        part = 0 <= head == here - 1 and graph.mention(head, "NUTRIENT") is not None
        if labels is not None and mention is not None and mention.label not in labels and not part:
            return None
        if mention is None and head >= 0 and _reads_through(graph, here, head=head, words=words):
            top = head if top < 0 else top
            first, head = here + 1, -1
            here += _befalls(graph, here + 1, words=words)
        elif graph.word(here) in words.placing_words:
            # "arthritis where joints are inflamed"
            break
        elif not _belongs(graph, here) or (0 <= head == here - 1 and graph.parse.pos[here] == "ADJ"):
            break
        elif mention is not None or graph.parse.pos[here] in NOMINAL or _is_act(graph, here):
            head = here
        elif head < 0 and (graph.parse.pos[here] in ("DET", "ADV", "NUM", "PRON") or graph.word(here) in QUOTES):
            first = here + 1
        here += 1
    if head < 0 and labels is None and here > start and separator(graph, here, words=words, stop=stop) > here:
        # "oily and sugary foods"
        head = here - 1
    if head < 0:
        return None
    anchor = graph.anchor(head)
    item = Item(anchor, min(first, head), graph.mention(head, *(labels or ())), top if top >= 0 else anchor)
    return item, head + 1


def _reads_through(graph: Graph, token: int, *, head: int, words: Words) -> bool:
    """ "Of" behind what is read through: "a glass of", "symptoms of"."""
    if graph.word(token) not in words.genitive_prepositions:
        return False
    lemma = graph.lemma(head)
    return lemma in words.measures or lemma in words.transparent_nouns or graph.is_amount(head)


def _befalls(graph: Graph, token: int, *, words: Words) -> int:
    """How many tokens stand for what happens to somebody: "risk of dying from", "signs of having"."""
    if token + 1 >= len(graph) or graph.parse.tags[token] != "VBG" or graph.lemma(token) not in words.befall_verbs:
        return 0
    return 1 + (graph.word(token + 1) in words.befall_prepositions)


def _belongs(graph: Graph, token: int) -> bool:
    """A word inside an item: a name, a noun, or what may stand before one."""
    if graph.mention_of[token] >= 0 or graph.word(token) in QUOTES:
        return True
    if graph.word(token) in ("-", "/"):
        # with spaces around it is a dash
        return token > 0 and graph.parse.ends[token - 1] == graph.parse.starts[token]
    pos, tag = graph.parse.pos[token], graph.parse.tags[token]
    if pos == "VERB":
        behind = token + 1 < len(graph) and (
            graph.mention_of[token + 1] >= 0 or graph.parse.pos[token + 1] in (*NOMINAL, "ADJ")
        )
        return (tag == "VBN" and behind) or _is_act(graph, token)
    return pos in (*NOMINAL, "ADJ", "NUM", "DET", "ADV")


def _is_act(graph: Graph, token: int) -> bool:
    """What happens, with nothing behind it ("dryness and flaking"), or what modifies a noun so ("burning pain")."""
    if graph.parse.tags[token] != "VBG":
        return False
    modifies = graph.base_dep(token) in ("amod", "compound") and graph.head(token) > token
    modifies = modifies and (token == 0 or graph.parse.pos[token - 1] not in NOMINAL)
    last = token + 1 >= len(graph) or graph.parse.pos[token + 1] in ("PUNCT", "CCONJ")
    return modifies or last


def separator(graph: Graph, start: int, *, words: Words, stop: int) -> int:
    """Behind the commas and conjunctions that begin at a token; the token itself when there are none.

    What is inserted behind a conjunction belongs to it: "or, in rare cases,".
    """
    here = start
    while here < stop:
        inserted = here > start and graph.word(here) == "," and graph.parse.pos[here - 1] == "CCONJ"
        length = (inserted and _inserted(graph, here, stop=stop)) or _joiner_length(graph, here, words=words)
        if not length:
            break
        here += length
    return here


def _joiner_length(graph: Graph, start: int, *, words: Words) -> int:
    if start >= len(graph) or graph.word(start) not in beginnings(words.item_joiners):
        return 0
    for size in range(min(MAX_JOINER, len(graph) - start), 0, -1):
        if " ".join(graph.words[start : start + size]) in words.item_joiners:
            return size
    return 0


@cache
def beginnings(phrases: frozenset[str]) -> frozenset[str]:
    """The phrases and all that they begin with, by whole words."""
    parts = [phrase.split(" ") for phrase in phrases]
    return frozenset(" ".join(words[: size + 1]) for words in parts for size in range(len(words)))


def _inserted(graph: Graph, start: int, *, stop: int) -> int:
    """How many tokens the commas here and after a few words enclose, 0 when they enclose none or a verb."""
    for token in range(start + 1, min(stop, start + 2 + MAX_INSERTED)):
        if graph.word(token) == ",":
            return token + 1 - start
        if graph.parse.pos[token] in ("VERB", "AUX"):
            return 0
    return 0
