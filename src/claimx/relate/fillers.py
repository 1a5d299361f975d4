"""What can stand in a slot, and the members listed behind a class ("minerals such as zinc and iron")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from claimx.records import Label, Mention, State
from claimx.relate.graph import HYPHEN, Graph
from claimx.relate.items import Item
from claimx.relate.words import Words
from claimx.relate.written import APPOSING, opener_length, read_list

Kind: TypeAlias = Literal[
    "mention", "pronoun", "definite", "phrase", "member", "listed", "beside", "ellipsis", "carried", "tested", "lived"
]
# kinds that no word of the sentence stands for
LEFT_OUT: frozenset[Kind] = frozenset({"ellipsis", "carried", "tested", "lived"})
Via: TypeAlias = Literal["risk", "course", "symptom", "amount", "raise", "lower", "people", "score"]
# tokens between a class noun and its "such as": "fish with soft bones that you eat, such as"
MAX_POSTMODIFIER = 7
# what a noun that no lexicon holds may be told to be
TOLD: frozenset[Label | None] = frozenset({"CONDITION", "FUNCTION", "DRUG"})
# what a phrase says of how much there is; "large" is settled by the relation
Amount: TypeAlias = State | Literal["large"]


@dataclass(frozen=True, slots=True)
class Filler:
    """One candidate for a slot. `token` stands for it in the graph; `mention` is None for a pronoun to be resolved.

    `via` names what an object was reached through, as "risk" for the stroke of "a risk of stroke".
    """

    token: int
    mention: Mention | None
    kind: Kind = "mention"
    via: frozenset[Via] = frozenset()
    state: Amount = "intake"


def unique(fillers: Iterable[Filler]) -> list[Filler]:
    """The first filler of each token and mention."""
    seen: set[tuple[int, int, int]] = set()
    kept = []
    for filler in fillers:
        key = (filler.token, filler.mention.start, filler.mention.end) if filler.mention else (filler.token, -1, -1)
        if key not in seen:
            seen.add(key)
            kept.append(filler)
    return kept


def member_tokens(graph: Graph, token: int, *, words: Words) -> list[int]:
    """Tokens listed behind a class noun and "such as", "like", "including", found on the surface.

    A parser hangs such lists in many places, while the words between their items are always the same few.
    """
    last = graph.subtree_of_mention(token)[-1]
    own = graph.mention(token)
    for start in range(last + 1, min(len(graph), last + 1 + MAX_POSTMODIFIER)):
        other = graph.mention(start)
        if own is not None and other is not None and other is not own and other.label == own.label:
            # "foods rich in zinc, such as": the nutrient is the foods', and the list theirs
            theirs = own.name in words.empty_classes and token in graph.ancestors(graph.anchor(start))
            if not theirs:
                break
        length = opener_length(graph, start, openers=words.member_prepositions)
        # "amino acids, just like the protein in an egg" names none of them
        alike = graph.word(start - 1) in words.echo_bars
        if length and not alike and not _is_compound(graph, start):
            first = start + length
            # "things that set migraine off, for example, fruit", "such as from fruit"
            things = own is None or own.label == "NUTRIENT"
            first += things and first < len(graph) and graph.word(first) == ","
            first += first < len(graph) and graph.parse.pos[first] == "ADP"
            read = read_list(graph, first, words=words)
            if _is_of_nutrient(graph, start, own=own, items=read.items):
                return []
            named = [item.top for item in (*read.items, *read.examples) if item.head != graph.anchor(token)]
            return [*named, *_acts(graph, first, known=named, words=words)]
        found = _range_ends(graph, start, token=token, words=words) or _set_apart(
            graph, start, token=token, words=words
        )
        if found:
            return found
        relative = graph.word(start - 1) in words.relative_pronouns and start == last + 2
        if graph.word(start) in ".;:" or (graph.pos(start) in ("AUX", "CCONJ") and start > last + 1 and not relative):
            break
    return []


def _acts(graph: Graph, first: int, *, known: Sequence[int], words: Words) -> list[int]:
    """Further examples that are acts, told by the parse: "a high salt intake and drinking beer", "eating salt"."""
    # "such as not drinking beer"
    first += first < len(graph) and graph.word(first) in words.negators
    opened = [first] if graph.parse.tags[first : first + 1] == ("VBG",) else []
    # "for example, stress, eating salt": the parser may take the opener for the first of them
    tops = {item if graph.first_conjunct(item) < first - 2 else graph.first_conjunct(item) for item in known}
    joined = {other for item in (*known, *tops, *opened) for other in graph.conjuncts(item)}
    return sorted(item for item in joined if graph.parse.tags[item] == "VBG" and item >= first and item not in known)


def _is_of_nutrient(graph: Graph, start: int, *, own: Mention | None, items: Sequence[Item]) -> bool:
    """ "Prevents colds in those on drinks such as Zincade": what no lexicon holds is of the nutrient right before."""
    near = graph.mention(start - 1, "NUTRIENT")
    return near is not None and near is not own and any(item.mention is None for item in items[:1])


def _is_compound(graph: Graph, start: int) -> bool:
    """ "A hormone-like vitamin", but not "foods - like oats -"."""
    at = start if graph.word(start) == HYPHEN else start - 1
    return graph.word(at) == HYPHEN and at > 0 and graph.parse.starts[at] == graph.parse.ends[at - 1]


def _set_apart(graph: Graph, start: int, *, token: int, words: Words) -> list[int]:
    """What a bracket, colon or dash says a class to be: "blood thinners (warfarin, heparin)", "foods: milk and eggs".

    One name alone is another word for the same.
    """
    own = graph.mention(token)
    eaten = own.subtype == "food" if own is not None else graph.lemma(token) in words.empty_classes
    if (own is not None and own.label == "NUTRIENT" and not eaten) or graph.word(start) not in APPOSING:
        return []
    read = read_list(graph, start + 1, words=words)
    closing = ")" if graph.word(start) == "(" else graph.word(start)
    behind = range(read.end, len(graph))
    end = next((item for item in behind if graph.word(item) in (closing, ".", ";")), len(graph))
    # "rickets in children and osteomalacia in adults"
    closed = not any(graph.pos(item) in ("VERB", "AUX", "PUNCT") for item in range(read.end, end))
    labels = {item.mention.label if item.mention is not None else None for item in read.items}
    alike = labels == {own.label} if own is not None else len(labels) == 1 and labels <= TOLD
    # "helps with three things: sleep, mood and pain"
    things = own is None and labels <= TOLD and bool(graph.kids(token, "nummod", "amod"))
    alike = things or _are_foods(read.items) if eaten else alike
    another = own is None or all(item.mention is None or item.mention.name != own.name for item in read.items)
    return [item.top for item in read.items] if closed and alike and another and len(read.items) > 1 else []


def _are_foods(items: Sequence[Item]) -> bool:
    """Foods, and what no lexicon holds beside them."""
    named = [item.mention for item in items if item.mention is not None]
    return bool(named) and all(mention.subtype == "food" for mention in named)


def _range_ends(graph: Graph, start: int, *, token: int, words: Words) -> list[int]:
    """What lies at both ends of "everything from colds to migraines", "problems ranging from acne to gout"."""
    if graph.word(start) not in words.range_openers:
        return []
    behind = range(start + 1, len(graph) - 1)
    to = next((item for item in behind if graph.word(item) in words.range_joiners), start)
    one = read_list(graph, start + 1, words=words, stop=to)
    if not one.items or one.end != to:
        return []
    before = {graph.lemma(start - 1), graph.lemma(token)}
    if (
        before.isdisjoint(words.ranging_words)
        and graph.word(start - 1) != ","
        and not _is_class(graph, token, one.items)
    ):
        return []
    if graph.parse.tags[one.end + 1] == "VBG" and graph.kids(one.end + 1, "obj"):
        # "from reproduction to fighting infection"
        ends = [*one.items]
    else:
        other = read_list(graph, one.end + 1, words=words)
        # "from colds to acne, and there is"
        named = [item for item in other.items if item.mention is not None]
        ends = [*one.items, *named] if named and other.items[0] is named[0] else []
    return [item.top for item in ends] if all(item.mention is not None for item in ends) else []


def _is_class(graph: Graph, token: int, items: Sequence[Item]) -> bool:
    """ "Inflammatory conditions from gout to arthritis": what is named is of the kind of what it begins with."""
    mention = graph.mention(token)
    alike = mention is not None and all(item.mention and item.mention.label == mention.label for item in items)
    return alike and mention is not None and mention.label == "CONDITION" and graph.is_plural(token)
