"""What is coordinated with a word, by the parse or by the list it is written in."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.records import Label
from claimx.relate.graph import Graph
from claimx.relate.items import Item
from claimx.relate.reader import Reader
from claimx.relate.words import Words
from claimx.relate.written import read_list

HEALTH: frozenset[Label] = frozenset({"CONDITION", "FUNCTION"})
# key of Reader.lists that says they were read
ALL = -1
# items of a list that may be the ends of two clauses
PAIR = 2
# what is said of a subject right behind it
SAID = (("VBD",), ("VBZ",), ("VBP",), ("MD",), ("VBN",))


def series(reader: Reader, token: int, *, unknown: bool = False) -> list[int]:
    """The token's conjuncts, and what is written in one list with it ("A, B and C") though parsed apart.

    With `unknown`, so are items that no lexicon holds, and functions beside conditions.
    """
    graph = reader.graph
    found = set(graph.conjuncts(token)) | (_set_apart(graph, token) if unknown else set())
    items = _list_of(reader, token)
    own = next((item for item in items if token in (item.head, item.top)), None)
    subject = graph.base_dep(token) == "nsubj"
    for item in items if own is not None else ():
        other = _entry(graph, own, item, token=token) if own is not None and item is not own else None
        if other is None or not _is_alike(graph, token, other, unknown=unknown):
            continue
        if unknown and other < token and not subject and _is_its_own(reader, token, items):
            continue
        if unknown and len(items) == PAIR and _opens_clause(graph, other):
            continue
        if graph.base_dep(other) == "obj" and token < graph.head(other) < other and graph.base_dep(token) == "obj":
            # "lowered body temperature and improved sleep quality"
            continue
        above = graph.head(other)
        if (
            graph.base_dep(other) in ("compound", "amod")
            and (above not in found or graph.mention_of[above] >= 0 or graph.mention_of[other] < 0)
            and not _is_alike(graph, above, other)
            and above > other
        ):
            # a modifier of something else: "MS symptoms and disease markers", "poultry skin"
            continue
        if subject and _is_of_clause_before(graph, token, other):
            continue
        if subject or graph.base_dep(other) != "nsubj" or graph.head(other) == graph.head(token):
            found.add(other)
    return sorted(found)


def _opens_clause(graph: Graph, token: int) -> bool:
    """ "To fight influenza, and sales doubled": what stands behind the comma does something of its own."""
    if graph.mention_of[token] >= 0 or graph.base_dep(token) in ("obj", "obl", "nmod"):
        return False
    before = min(graph.subtree_of_mention(token)) - 1
    joined = before > 0 and graph.pos(before) == "CCONJ" and graph.word(before - 1) == ","
    return joined and graph.parse.tags[token + 1 : token + 2] in SAID


def _is_of_clause_before(graph: Graph, token: int, other: int) -> bool:
    """ "They ache for lack of calcium, and low potassium can trigger": the calcium is of the first clause."""
    verb = graph.head(token)
    above = set(graph.ancestors(other))
    joined = graph.base_dep(verb) == "conj" and verb not in above
    return other < token and joined and graph.head(verb) in above and graph.head(verb) < other


def listed_label(reader: Reader, token: int) -> Label | None:
    """What the first item of the token's written list that the lexicon holds names, when that is of the body."""
    named = (item.mention.label for item in _list_of(reader, token) if item.mention is not None)
    label = next(named, None)
    return label if label in HEALTH else None


def _set_apart(graph: Graph, token: int) -> set[int]:
    """A second name taken for another word for the first: "promotes growth, clear skin, and"."""
    return {
        kid
        for kid in graph.kids(token, "appos")
        if _is_alike(graph, token, kid)
        and graph.mention_of[token] >= 0
        and graph.word(min(graph.subtree_of_mention(kid)) - 1) == ","
        and graph.words[graph.subtree_of_mention(kid)[-1] + 1 :][:1] == (",",)
    }


def _list_of(reader: Reader, token: int) -> tuple[Item, ...]:
    """The written list with a conjunction that a token is in, empty when it is in none."""
    if ALL not in reader.lists:
        reader.lists[ALL] = ()
        for items in _read_all(reader.graph, words=reader.words):
            for item in items:
                reader.lists[item.head] = reader.lists[item.top] = items
    return reader.lists.get(token, ())


def _read_all(graph: Graph, *, words: Words) -> list[tuple[Item, ...]]:
    found = []
    starts = [0]
    while starts:
        start = starts.pop()
        read = read_list(graph, start, words=words)
        if read.joined:
            found.append(read.items)
        if len(read.examples) > 1:
            found.append(read.examples)
        if read.end < len(graph):
            starts.append(max(start + 1, read.end))
        for token in read.inside:
            held = read_list(graph, token + 1, words=words, stop=read.end)
            if held.joined and held.items[0].head not in {item.head for item in read.items}:
                found.append(held.items)
    return found


def _is_its_own(reader: Reader, token: int, items: Sequence[Item]) -> bool:
    """What a later item hangs on takes no item before it: "fatigue, pain and reduced appetite", "signs such as"."""
    graph, openers = reader.graph, reader.words.member_prepositions
    before, above = items[0].first, graph.head(token)
    named = any(" ".join(graph.words[max(0, before - size) : before]) in openers for size in (1, 2))
    return named or (before <= above < token and all(above != item.head for item in items))


def _entry(graph: Graph, own: Item, other: Item, *, token: int) -> int | None:
    """The token to read another item of the list from: its name, or what that is read through when this one is not.

    None for what is read through other words: "a fall in LDL and a rise in HDL".
    """
    if token != own.head:
        return other.top if _top(graph, other) == _top(graph, own) else None
    if _top(graph, other) not in ("", _top(graph, own)):
        return None if _top(graph, own) else other.top
    named = other.mention is None and other.first < other.head and graph.mention_of[other.head - 1] >= 0
    # "oat products"
    return graph.anchor(other.head - 1) if named else other.head


def _top(graph: Graph, item: Item) -> str:
    return graph.lemma(item.top) if item.top != item.head else ""


def _is_alike(graph: Graph, token: int, other: int, *, unknown: bool = False) -> bool:
    """Names of things of one kind."""
    one, two = graph.mention(token), graph.mention(other)
    if one is not None and two is not None and one.label == two.label:
        return True
    return unknown and (one is None or one.label in HEALTH) and (two is None or two.label in HEALTH)
