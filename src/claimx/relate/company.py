"""Nutrients named ahead of a subject that does what they do, or is set against them.

"Along with zinc, vitamin C fights colds"; "unlike iron, it fights colds".
"""

from __future__ import annotations

from claimx.relate.graph import Graph
from claimx.relate.reader import Reader
from claimx.relate.words import Words
from claimx.relate.written import FINITE, read_list

MAX_OPENER = 5


def company(reader: Reader, subject: int) -> list[int]:
    """Tokens of the nutrients that a phrase right before the subject of a clause sets beside it."""
    graph, words = reader.graph, reader.words
    if graph.base_dep(subject) != "nsubj":
        return []
    first = min(graph.subtree(subject))
    start = next(
        (
            at
            for at in range(first)
            if _opener(graph, at, words.company_openers) and _is_head_of_clause(graph, at, words=words)
        ),
        None,
    )
    if start is None:
        return []
    listed = read_list(graph, start + _opener(graph, start, words.company_openers), words=words, stop=first)
    ends = listed.end == first - 1 and graph.word(listed.end) == ","
    named = [graph.mention(item.head, "NUTRIENT") for item in listed.items]
    vague = words.carrier_classes | words.empty_classes
    alike = all(mention is not None and mention.name not in vague for mention in named)
    others = any(
        graph.word(kid) in words.quantifiers for item in listed.items for kid in graph.kids(item.head, "amod", "det")
    )
    return [item.head for item in listed.items] if ends and alike and not others else []


def is_company(reader: Reader, start: int) -> bool:
    """Whether the nutrient whose name begins at an offset only stands beside the subject of its clause."""
    graph = reader.graph
    subjects = (token for token in range(len(graph)) if graph.base_dep(token) == "nsubj")
    return any(graph.parse.starts[item] == start for subject in subjects for item in company(reader, subject))


def is_contrasted(reader: Reader, start: int, *, end: int) -> bool:
    """Whether the nutrient at offset `start` is what a clause sets its subject, at offset `end`, against."""
    graph, words = reader.graph, reader.words
    for token in range(len(graph)):
        if graph.parse.starts[token] == start:
            openers = [
                at
                for at in range(token)
                if _opener(graph, at, words.contrast_openers) and _is_head_of_clause(graph, at, words=words)
            ]
            between = range(openers[-1], len(graph)) if openers else range(0)
            return bool(openers) and not any(
                graph.parse.tags[at] in FINITE for at in between if graph.parse.starts[at] < end
            )
    return False


def _opener(graph: Graph, start: int, openers: frozenset[str]) -> int:
    """How many tokens the opener that begins here takes, 0 when none does."""
    for size in range(MAX_OPENER, 0, -1):
        if " ".join(graph.words[start : start + size]) in openers:
            return size
    return 0


def _is_head_of_clause(graph: Graph, start: int, *, words: Words) -> bool:
    before = graph.word(start - 1) if start else ""
    return not before or graph.parse.pos[start - 1] in ("PUNCT", "CCONJ") or before in words.clause_openers
