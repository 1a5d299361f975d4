"""Conditions told by what a part of the body is or does: "if your kidneys do not work well", "if you cannot sleep"."""

from __future__ import annotations

from dataclasses import replace

from claimx.records import Mention
from claimx.relate.fillers import Filler, Via
from claimx.relate.graph import Graph
from claimx.relate.object_signs import too_little
from claimx.relate.people import WHO_PEOPLE_ARE, conditions_of_people, is_people
from claimx.relate.reader import ObjectSlot, Reader
from claimx.relate.via import via_of

# what hangs the clause on that says when, or of whom, something holds
_CONDITIONAL = frozenset({"advcl", "acl", "ccomp"})
_SUBJECTS = frozenset({"nsubj"})


def told_ill(reader: Reader, token: int, *, slot: ObjectSlot, named: Mention) -> list[Filler]:
    """What is wrong, where a mention of another kind tells of it: "low potassium", "your blood pressure is high"."""
    return too_little(reader, token, slot=slot, named=named) or _ailing(reader, token, slot=slot, named=named)


def told_by_illness(reader: Reader, token: int, *, slot: ObjectSlot) -> list[Filler]:
    """What a group of people has or takes: "people with gout", "those whose kidneys are weak"."""
    graph = reader.graph
    via: frozenset[Via] = frozenset({"people"})
    named = conditions_of_people(reader, token)
    named = [item for item in named if graph.mention(item, *(slot.labels & WHO_PEOPLE_ARE)) is not None]
    if named:
        return [Filler(item, graph.mention(item), via=via_of(reader, token) | via) for item in named]
    clauses = graph.kids(token, "acl") if is_people(reader, token) else []
    parts = ((kid, graph.mention(kid)) for clause in clauses for kid in graph.kids(clause, "nsubj"))
    told = [item for kid, part in parts if part for item in _ailing(reader, kid, slot=slot, named=part)]
    return [replace(item, via=item.via | via) for item in told]


def _ailing(reader: Reader, token: int, *, slot: ObjectSlot, named: Mention) -> list[Filler]:
    graph = reader.graph
    if "CONDITION" not in slot.labels or named.label != "FUNCTION":
        return []
    says = token if graph.pos(token) == "VERB" else graph.head(token)
    if says != token and graph.base_dep(token) not in _SUBJECTS:
        return []
    if graph.base_dep(graph.first_conjunct(says)) not in _CONDITIONAL or not _is_amiss(reader, says):
        return []
    last = max([says, *(kid for kid in graph.kids(says, "advmod", "xcomp", "compound") if says < kid <= says + 2)])
    first = min(token, *graph.kids(says, "aux", "advmod")) if says == token else min(graph.subtree_of_mention(token))
    return [Filler(token, graph.stretch(first, last, label="CONDITION"), "phrase")]


def _is_amiss(reader: Reader, says: int) -> bool:
    """ "Is high", "gets upset easily", "does not work as it should", "works poorly"."""
    graph, words = reader.graph, reader.words
    told = {graph.lemma(says), graph.word(says)}
    beside = graph.kids(says, "advmod")
    denied = any(graph.word(kid) in words.negators for kid in beside)
    badly = any(graph.word(kid) in words.badly_words for kid in beside)
    if told & words.ailing_words:
        return not denied
    works = not told.isdisjoint(words.working_verbs) or _is_act(graph, says)
    return works and (denied or badly)


def _is_act(graph: Graph, says: int) -> bool:
    """A verb that names what the body does: "sleep" of "if you cannot sleep"."""
    return graph.pos(says) == "VERB" and graph.mention(says, "FUNCTION") is not None
