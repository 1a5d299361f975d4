"""Roles of a trigger that is an adjective: the noun it modifies, and who or what is said to be or to have it."""

from __future__ import annotations

from claimx.relate.reader import Reader
from claimx.relate.subjects import deep_subjects, holders, said_of


def modified(reader: Reader, trigger: int) -> list[int]:
    """The noun that an adjective or participle stands before: "lowered cholesterol", "reduced pain"."""
    graph, noun = reader.graph, reader.graph.head(trigger)
    # "its calming effects and ability": nothing is done to an effect
    modifies = graph.base_dep(trigger) in ("amod", "compound") and graph.lemma(noun) not in reader.words.effect_nouns
    # "corticotropin-releasing hormone": it is not the hormone that is released
    inside = graph.parse.tags[trigger] == "VBG" and graph.compounded(trigger)
    return [noun] if modifies and not inside else []


def qualified(reader: Reader, trigger: int) -> list[int]:
    """The noun that an adjective, or the first of a series of adjectives, modifies."""
    graph = reader.graph
    first = graph.first_conjunct(trigger)
    noun = graph.head(first)
    return [noun] if graph.base_dep(first) in ("amod", "compound") and noun > trigger else []


def bearer(reader: Reader, trigger: int) -> list[int]:
    """Who has what the adjective modifies, or is what it says: "oats have calming effects", "oats are calming"."""
    noun = next(iter(qualified(reader, trigger)), None)
    if noun is not None and reader.graph.mention(noun, "DRUG") is not None:
        # "should not be taken with blood-thinning medicines"
        return []
    return deep_subjects(reader, trigger) or said_of(reader, trigger) if noun is None else holders(reader, noun)


def claimed(reader: Reader, trigger: int) -> list[int]:
    """The bearer, where the adjective is what is said of it: "oats are gut-friendly", not "eat gut-friendly oats"."""
    graph = reader.graph
    noun = next(iter(qualified(reader, trigger)), None)
    said = (
        noun is None
        or graph.lemma(noun) in reader.words.effect_nouns
        or graph.base_dep(noun) == "appos"
        or bool(graph.kids(noun, "cop"))
    )
    return bearer(reader, trigger) if said else []


def compounded(reader: Reader, trigger: int) -> list[int]:
    """What the adjective speaks of: itself, or what stands before its hyphen ("cholesterol-lowering")."""
    graph = reader.graph
    if graph.mention_of[trigger] >= 0:
        return [trigger]
    return [graph.anchor(trigger - 2)] if graph.compounded(trigger) and trigger > 1 else []
