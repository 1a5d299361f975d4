"""Lists as they are written: "oat bran, dried beans (such as kidney beans), and fruits". A small parser hangs the items
of a long list in many places, while the words between them are always the same few."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimx.records import Label, Mention
from claimx.relate.forms import PARTING
from claimx.relate.graph import Graph
from claimx.relate.items import MAX_JOINER, Item, beginnings, read_item, separator
from claimx.relate.words import Words

# tokens of what an item adds to its head: "foods that come from animal sources"
MAX_ADDED = 7
# tokens back from a frame that a list may begin at, and tokens of what stands in brackets
MAX_LENGTH = 60
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
# marks behind which a class is told in full
APPOSING = ("(", *PARTING)
BEFORE_OPENER = (",", "(", "-", "–", "—")
# so many items run on to the last behind "and", whatever clause the parser begins there
LONG = 3
# as what the verb of a clause hangs that is part of no noun phrase
CLAUSES = ("root", "conj", "parataxis", "ccomp", "cop", "aux", "aux:pass")
# between items, where no conjunction is meant
DIVIDES = (",", ";", "/")
FOODS_AND_NUTRIENTS: frozenset[Label] = frozenset({"NUTRIENT"})


@dataclass(frozen=True, slots=True)
class Written:
    """The items of a list, those that "such as" introduces (`examples`), and the token behind its last word.

    `joined` says that a conjunction stands between two of them; `inside` are the tokens at which phrases begin that
    items add to their heads, where other lists may stand.
    """

    items: tuple[Item, ...]
    examples: tuple[Item, ...]
    end: int
    joined: bool = False
    inside: tuple[int, ...] = ()


def read_list(
    graph: Graph, start: int, *, words: Words, stop: int | None = None, labels: frozenset[Label] | None = None
) -> Written:
    """The list that begins at a token and ends before `stop`; no items when there is none.

    With `labels`, a mention of another label ends the list.
    """
    stop = len(graph) if stop is None else stop
    items: list[Item] = []
    examples: list[Item] = []
    inside: list[int] = []
    here = end = start
    closing = joined = conjoined = False
    while True:
        # "a risk of gout and of colds", "in milk and in cheese"
        here += bool(items) and _repeats_preposition(graph, here, start=start, last=items[-1], words=words)
        found = read_item(graph, here, words=words, stop=stop, labels=labels)
        if found is None:
            break
        item, after = found
        ends = item.mention is None if labels else separator(graph, after, words=words, stop=stop) == after
        if closing and ends and not _is_beside(graph, start, words=words):
            break
        if items and labels is not None and _opens_clause(graph, after, stop=stop, first=items[0].first):
            break
        cut = bool(items) and graph.word(item.first - 1) == ";"
        if cut and labels is not None and _goes_on_as_clause(graph, item.first - 1):
            break
        parted = cut or len(items) < LONG
        if items and parted and _is_of_next_clause(graph, item, after=items[0]):
            break
        held = bool(inside) and inside[-1] > items[-1].head
        if held and not _goes_on(graph, items, item, inside=inside[-1]):
            if _kind(item) not in _kinds_within(graph, inside[-1], item.first) - {_kind(items[-1])}:
                end = inside[-1]
                break
        else:
            conjoined = conjoined or joined
            items.append(item)
        added = _added(graph, item, after, words=words, stop=stop, foods=labels is not None)
        if added > after and labels is None:
            inside.append(after)
        after = added
        inner, after = _examples(graph, after, words=words, stop=stop, labels=labels)
        examples += inner
        end, before = after, here
        here = separator(graph, after, words=words, stop=stop)
        if here == after:
            break
        # "beans and peas, eaten daily": behind the last item a comma alone brings no new one
        joined = any(graph.word(token) not in DIVIDES for token in range(after, here))
        closing = not joined and before > start and graph.parse.pos[before - 1] == "CCONJ"
    return Written(tuple(items), tuple(examples), end, conjoined, tuple(inside))


def _goes_on_as_clause(graph: Graph, cut: int) -> bool:
    """Behind a semicolon, what has a verb of its own is no item: "it is in oats; milk and eggs supply calcium"."""
    parts = [token for token, word in enumerate(graph.words) if word == ";"]
    until = next((token for token in parts if token > cut), len(graph))
    # "milk; yogurt; and cheese contain"
    before = len(parts) == 1 or _has_clause(graph, range(parts[0]))
    return before and _has_clause(graph, range(cut, until))


def _has_clause(graph: Graph, tokens: Iterable[int]) -> bool:
    return any(graph.parse.tags[token] in FINITE and graph.base_dep(token) in CLAUSES for token in tokens)


def _is_of_next_clause(graph: Graph, item: Item, *, after: Item) -> bool:
    """ "It is found in oranges, and milk contains calcium": the milk is what the second clause is about."""
    subject = graph.first_conjunct(graph.anchor(item.head))
    verb, before = graph.head(subject), graph.anchor(after.head)
    if graph.base_dep(subject) != "nsubj" or verb < item.head or subject <= before:
        return False
    above = set(graph.ancestors(before))
    return verb not in above and any(other < before and graph.pos(other) in ("VERB", "AUX", "ADJ") for other in above)


def _repeats_preposition(graph: Graph, token: int, *, start: int, last: Item, words: Words) -> bool:
    if token >= len(graph) or graph.parse.pos[token] != "ADP":
        return False
    through = last.top != last.head and graph.word(token) in words.genitive_prepositions
    return through or (start > 0 and graph.word(start - 1) == graph.word(token))


def _is_beside(graph: Graph, start: int, *, words: Words) -> bool:
    """ "Together with zinc and iron, copper helps": a comma brings what they stand beside."""
    return any(" ".join(graph.words[max(0, start - size) : start]) in words.item_joiners for size in (2, 3))


def _goes_on(graph: Graph, items: Sequence[Item], following: Item, *, inside: int) -> bool:
    """Behind "tingling in the legs", the list goes on with what is of the kind of tingling, and not of legs."""
    kind = _kind(following)
    before = {_kind(item) for item in items} - {""}
    return bool(kind) and kind not in _kinds_within(graph, inside, following.first) and (not before or kind in before)


def _kinds_within(graph: Graph, start: int, end: int) -> set[str]:
    return {_kind_of(graph.mention(token)) for token in range(start, end)} - {""}


def _kind(item: Item) -> str:
    return _kind_of(item.mention)


def _kind_of(mention: Mention | None) -> str:
    if mention is None:
        return ""
    return mention.subtype if mention.subtype == "food" else mention.label


def read_list_before(graph: Graph, end: int, *, words: Words, labels: frozenset[Label] | None = None) -> Written:
    """The longest list that ends right before a token."""
    for start in range(max(0, end - MAX_LENGTH), end):
        if start == 0 or not _continues(graph, start - 1):
            found = read_list(graph, start, words=words, stop=end, labels=labels)
            if found.items and found.end == end:
                return found
    return Written((), (), end)


def opener_length(graph: Graph, start: int, *, openers: frozenset[str]) -> int:
    """How many tokens an opener that begins here takes, a comma before it included; 0 for none."""
    skip = 1 if start < len(graph) and graph.word(start) in BEFORE_OPENER else 0
    if start + skip >= len(graph) or graph.word(start + skip) not in beginnings(openers):
        return 0
    for size in range(MAX_JOINER, 0, -1):
        span = graph.words[start + skip : start + skip + size]
        if len(span) == size and " ".join(span) in openers:
            return skip + size
    return 0


def _continues(graph: Graph, token: int) -> bool:
    """A list cannot begin behind this word: it would stand inside the list's first item."""
    return graph.mention_of[token] >= 0 or graph.parse.pos[token] in ("ADJ", "NOUN", "PROPN", "NUM", "DET")


def _opens_clause(graph: Graph, token: int, *, stop: int, first: int) -> bool:
    """ "In oranges, and milk contains"; "the oxalates in spinach and beets bind" tells of what stands before both."""
    if token >= stop or graph.parse.pos[token] not in ("VERB", "AUX") or graph.parse.tags[token] not in FINITE:
        return False
    verb = graph.head(token) if graph.base_dep(token) == "aux" else token
    return not any(kid < first for kid in graph.kids(verb, "nsubj"))


def _added(graph: Graph, item: Item, start: int, *, words: Words, stop: int, foods: bool) -> int:
    """Behind what an item adds to its head ("with fat", "in the legs"), if the list goes on there.

    An item of a list of foods may add a clause ("that come from animals"); elsewhere a clause has a list of its own.
    """
    if start >= stop or not _opens_addition(graph, item, start, words=words, foods=foods):
        return start
    if separator(graph, start, words=words, stop=stop) > start:
        # "in addition to"
        return start
    for here in range(start + 1, min(stop, start + 1 + MAX_ADDED)):
        if separator(graph, here, words=words, stop=stop) > here or opener_length(
            graph, here, openers=words.member_prepositions
        ):
            return here
        if graph.word(here) in ".:()":
            return here if graph.word(here) == "." and foods else start
        if not foods and graph.parse.pos[here] in ("VERB", "AUX", "SCONJ", "PRON"):
            return start
    return start


def _opens_addition(graph: Graph, item: Item, start: int, *, words: Words, foods: bool) -> bool:
    if foods:
        return graph.word(start) in words.item_openers
    # "difficulty coordinating movements"
    troubles = graph.parse.tags[start] == "VBG" and graph.lemma(item.head) in words.condition_heads
    return troubles or graph.parse.pos[start] == "ADP"


def _examples(
    graph: Graph, start: int, *, words: Words, stop: int, labels: frozenset[Label] | None
) -> tuple[list[Item], int]:
    """The items behind "such as", in brackets or not, and the token behind them."""
    if start >= stop:
        return [], start
    length = opener_length(graph, start, openers=words.member_prepositions)
    if length:
        found = read_list(graph, start + length, words=words, stop=stop, labels=labels)
        if not found.items:
            return [], start
        closed = graph.word(start) == "(" and found.end < stop and graph.word(found.end) == ")"
        return [*found.items, *found.examples], found.end + closed
    told = _apposed_foods(graph, start, words=words, stop=stop) if labels else None
    if told is not None:
        return told
    if graph.word(start) == "(":
        close = next((i for i in range(start, min(stop, start + MAX_LENGTH)) if graph.word(i) == ")"), -1)
        return [], close + 1 if close > 0 else start
    return [], start


def _apposed_foods(graph: Graph, start: int, *, words: Words, stop: int) -> tuple[list[Item], int] | None:
    """The foods that a bracket, colon or dash says others to be ("oily fish (salmon, herring)"), and what is behind."""
    opener = graph.word(start)
    if opener not in APPOSING or graph.mention(start - 1) is None:
        return None
    found = read_list(graph, start + 1, words=words, stop=stop)
    foods = [item for item in found.items if item.mention is not None and item.mention.subtype == "food"]
    closing = graph.words[found.end : found.end + 1]
    closed = closing == (")",) if opener == "(" else closing in ((".",), (";",), (opener,), ())
    if len(foods) < 2 or len(foods) < len(found.items) or not closed:
        return None
    return [*found.items, *found.examples], found.end + (opener in (*closing, "(") and bool(closing))


def known_first(items: Sequence[Item], known: Sequence[bool], *, before: str) -> list[Item]:
    """A list less the unknown items it begins with, where these may belong to what stands before it.

    `before` is the part of speech of the word in front; one unknown item is not believed behind a preposition.
    """
    if True not in known:
        return []
    trusted = known.count(True) > 1 and before != "ADP"
    return list(items) if trusted else list(items[known.index(True) :])
