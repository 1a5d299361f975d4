"""What can stand in a slot, and the members listed behind a class ("minerals such as zinc and iron")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from claimx.records import Mention, State
from claimx.relate.graph import Graph
from claimx.relate.words import Words

Kind: TypeAlias = Literal["mention", "pronoun", "definite", "phrase", "member", "listed", "ellipsis"]
Via: TypeAlias = Literal["risk", "course", "symptom", "amount", "raise", "lower", "people"]
# tokens between a class noun and its "such as": "fish with soft bones that you eat, such as"
MAX_POSTMODIFIER = 7
# tokens of the longest opener of members ("especially in", "e.g.,")
MAX_OPENER = 3


@dataclass(frozen=True, slots=True)
class Filler:
    """One candidate for a slot. `token` stands for it in the graph; `mention` is None for a pronoun to be resolved.

    `via` names what an object was reached through, as "risk" for the stroke of "a risk of stroke".
    """

    token: int
    mention: Mention | None
    kind: Kind = "mention"
    via: frozenset[Via] = frozenset()
    state: State = "intake"


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
        if length:
            return [item for item in listed(graph, start + length) if graph.anchor(item) != graph.anchor(token)]
        if graph.word(start) in ".;:" or (graph.pos(start) in ("AUX", "CCONJ") and start > last + 1):
            break
    return []


def joined_tokens(graph: Graph, token: int, *, words: Words) -> list[int]:
    """Tokens listed right behind a noun and "along with", "as well as", "plus"."""
    start = graph.subtree_of_mention(token)[-1] + 1
    length = opener_length(graph, start, openers=words.joining_phrases)
    return [item for item in listed(graph, start + length) if graph.mention_of[item] >= 0] if length else []


def opener_length(graph: Graph, start: int, *, openers: frozenset[str]) -> int:
    """How many tokens an opener that begins here takes, a comma before it included; 0 for none."""
    skip = 1 if start < len(graph) and graph.word(start) in (",", "(", "-", "–", "—") else 0
    for size in range(MAX_OPENER, 0, -1):
        span = graph.words[start + skip : start + skip + size]
        if len(span) == size and " ".join(span) in openers:
            return skip + size
    return 0


def listed(graph: Graph, start: int) -> list[int]:
    """Heads of the items of a written list from a token on: noun groups joined by commas and conjunctions."""
    items: list[int] = []
    group: list[int] = []
    for token in range(start, len(graph)):
        pos, word = graph.parse.pos[token], graph.word(token)
        inside = graph.mention_of[token] >= 0
        if inside or pos in ("NOUN", "PROPN", "ADJ", "NUM", "X") or word in ("-", "/"):
            group.append(token)
        elif word == "," or pos == "CCONJ":
            if group:
                items.append(_group_head(graph, group))
            group = []
        elif group or pos not in ("DET", "ADV"):
            break
    if group:
        items.append(_group_head(graph, group))
    return list(dict.fromkeys(items))


def _group_head(graph: Graph, group: list[int]) -> int:
    nominal = [item for item in group if graph.parse.pos[item] in ("NOUN", "PROPN") or graph.mention_of[item] >= 0]
    return graph.anchor((nominal or group)[-1])
