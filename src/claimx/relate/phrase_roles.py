"""Roles around a phrase that says what something comes of: "fatigue due to low iron"."""

from __future__ import annotations

from claimx.relate.reader import Reader
from claimx.relate.subjects import surface_subjects

# as what a preposition hangs on what it stands before
_OPENERS = ("case", "mark")


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
