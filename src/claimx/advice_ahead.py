"""Who gives advice ahead of a pronoun, and what somebody is told to do: neither is what a nutrient's pronoun means."""

from __future__ import annotations

from claimx.pronoun_kinds import Wanted, blocks
from claimx.records import Claim
from claimx.relate.forms import BARE
from claimx.relate.graph import Graph
from claimx.relate.reader import Reader
from claimx.sentence_subjects import read_subject
from claimx.topic import Context


def names_adviser(context: Context, number: int, *, claim: Claim, clause: int) -> bool:
    """ "Ask your doctor, as they": those who are asked."""
    reader = context.reader(number)
    if reader is None:
        return False
    graph = reader.graph
    # "doctors recommend them" is of nothing the doctors are
    return any(
        graph.lemma(token) in reader.words.advisers
        and graph.parse.ends[token] <= claim.nutrient.start
        and (clause < 0 or graph.head(token) != clause)
        for token in range(len(graph))
    )


def is_of_advice(context: Context, number: int, *, wanted: Wanted, claim: Claim) -> bool:
    """What somebody is told to do, or the thing to do it with, is meant: "do not smoke, it makes ulcers worse"."""
    reader = context.reader(number)
    if reader is None or wanted.named:
        return False
    graph = reader.graph
    told = [
        token
        for token in range(len(graph))
        if graph.parse.ends[token] <= claim.nutrient.start
        and graph.pos(token) == "VERB"
        and graph.parse.tags[token] in BARE
        and graph.lemma(token) not in reader.words.minding_verbs
        and graph.base_dep(token) in ("root", "conj", "parataxis", "ccomp", "advcl")
        and not graph.kids(token, "nsubj")
    ]
    if not told or _is_taken_by(graph, told[-1], place=claim.nutrient.start):
        return False
    place = graph.token_at(claim.nutrient.start)
    if place is not None and graph.base_dep(place) == "obj" and graph.lemma(graph.head(place)) in _taking(reader):
        # "ask your doctor before using it"
        return False
    things = graph.kids(told[-1], "obj")
    if things and graph.lemma(things[0]) in reader.words.carriers:
        # "try a lozenge, it may help"
        return False
    return blocks(read_subject(reader, things[0]), wanted) if things else not wanted.plural


def _taking(reader: Reader) -> frozenset[str]:
    return reader.words.intake_verbs | reader.words.avoid_verbs


def _is_taken_by(graph: Graph, act: int, *, place: int) -> bool:
    """The pronoun is what one is told to take or leave: "go easy on it", "stop taking it"."""
    token = graph.token_at(place)
    while token is not None and token != act and graph.base_dep(token) in ("obj", "obl", "nmod", "xcomp"):
        token = graph.head(token)
    return token == act
