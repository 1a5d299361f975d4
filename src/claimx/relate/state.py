"""Intake, deficiency or excess: what a phrase says of the amount of its nutrient."""

from __future__ import annotations

from claimx.records import State
from claimx.relate.graph import Graph
from claimx.relate.words import Words

WINDOW = 6


def nutrient_state(graph: Graph, token: int, words: Words) -> State:
    """The state the words around a nutrient, its carrier noun or its intake verb give it."""
    parse = graph.parse
    lemma = graph.lemma(token)
    near = {parse.words[kid].lower() for kid in graph.kids(token, "amod", "compound", "det", "advmod", "nummod", "acl")}
    near |= {graph.lemma(kid) for kid in graph.kids(token, "amod", "compound", "det", "advmod", "acl")}
    if lemma in words.deficiency_nouns:
        return "deficiency"
    if lemma in words.excess_nouns:
        return "excess"
    phrase = _stretch(graph, token)
    if _holds(phrase, words.deficiency_phrases):
        return "deficiency"
    if _holds(phrase, words.excess_phrases) or near & words.excess_modifiers:
        return "excess"
    if lemma in words.excess_amounts and near & words.large_modifiers:
        return "excess"
    if near & words.deficiency_modifiers and lemma in words.amount_nouns | words.carriers | words.effect_nouns:
        return "deficiency"
    above = graph.head(token)
    if graph.dep(token) in ("nmod", "compound", "amod", "nmod:poss") and above != token:
        state = (
            nutrient_state(graph, above, words)
            if graph.lemma(above) in words.carriers | words.deficiency_nouns | words.excess_nouns
            else "intake"
        )
        if state != "intake":
            return state
    if (
        graph.base_dep(token) in ("nsubj",)
        and graph.lemma(above) in words.deficiency_modifiers
        and graph.kids(above, "cop")
    ):
        return "deficiency"
    return _clause_state(graph, token, words)


def _clause_state(graph: Graph, token: int, words: Words) -> State:
    """ "do not get enough zinc", "without enough B12", "can't absorb enough B12": negation of a sufficient amount."""
    parse = graph.parse
    sufficient = any(
        parse.words[kid].lower() in words.enough
        for item in (token, graph.head(token))
        for kid in graph.kids(item, "amod", "det", "advmod", "obj", "compound")
    )
    if not sufficient:
        return "intake"
    for item in (token, *graph.ancestors(token)):
        if graph.preposition(item).startswith("without"):
            return "deficiency"
        if any(
            parse.words[kid].lower() in words.negators or graph.lemma(kid) in words.negators
            for kid in graph.kids(item, "advmod", "det")
        ):
            return "deficiency"
        if graph.pos(item) in ("VERB", "AUX"):
            break
    return "intake"


def _stretch(graph: Graph, token: int) -> str:
    """The words from a little left of a token to its right neighbour, lower-cased, within its phrase."""
    parse = graph.parse
    left = max(0, token - WINDOW)
    for item in range(token - 1, left - 1, -1):
        if parse.pos[item] in ("PUNCT", "SCONJ", "CCONJ") or (parse.pos[item] == "VERB" and item < token - 3):
            left = item + 1
            break
    return " " + " ".join(parse.words[item].lower() for item in range(left, min(len(graph), token + 3))) + " "


def _holds(phrase: str, cues: frozenset[str]) -> bool:
    return any(f" {cue} " in phrase for cue in cues)
