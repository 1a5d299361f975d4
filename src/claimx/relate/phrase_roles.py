"""Roles of phrases set apart: what something comes of ("due to low iron"), who is called ("smokers, skip it")."""

from __future__ import annotations

from claimx.relate.forms import BARE
from claimx.relate.graph import Graph
from claimx.relate.reader import Reader
from claimx.relate.subjects import surface_subjects

# as what a preposition hangs on what it stands before
_OPENERS = ("case", "mark")
# how the parser hangs those who are called on what they are told
_CALLED = ("nsubj", "vocative", "dep", "dislocated", "obl", "discourse")
_CALLING = (",", ":", "–", "—", "-")


def opened(reader: Reader, trigger: int) -> list[int]:
    """What a preposition that is no predicate stands before: "fatigue due to low iron"."""
    graph, noun = reader.graph, reader.graph.head(trigger)
    return [noun] if graph.base_dep(trigger) in _OPENERS and not graph.kids(noun, "cop", "aux") else []


def hung_on(reader: Reader, trigger: int) -> list[int]:
    """What a phrase hangs on that a preposition or "as a result of" opens: "have fatigue due to low iron"."""
    graph = reader.graph
    noun = graph.head(trigger) if graph.base_dep(trigger) in _OPENERS else trigger
    above = graph.head(noun)
    if above >= noun:
        return []
    if graph.base_dep(noun) in ("nmod", "acl"):
        return [above]
    if graph.base_dep(noun) not in ("obl", "advcl") or graph.pos(above) != "VERB":
        return []
    taken = [kid for kid in graph.kids(above, "obj") if kid < noun]
    return taken or ([] if graph.kids(above, "obj", "xcomp", "ccomp") else surface_subjects(reader, above))


def called(reader: Reader, trigger: int) -> list[int]:
    """Who is called before being told: "smokers, skip it"."""
    graph = reader.graph
    helpers = {graph.lemma(kid) for kid in graph.kids(trigger, "aux")}
    if graph.parse.tags[trigger] not in BARE or helpers - {"do"}:
        return []
    first = min([trigger, *graph.kids(trigger, "aux", "advmod")])
    ahead = [kid for kid in graph.kids(trigger, *_CALLED) if max(graph.subtree(kid)) < first]
    return [kid for kid in ahead if graph.word(_behind(graph, kid)) in _CALLING]


def _behind(graph: Graph, token: int) -> int:
    """The token behind a phrase, whose last may be the mark that closes it."""
    last = max(graph.subtree(token))
    return last if graph.pos(last) == "PUNCT" else last + 1
