"""Triggers of sentences that name more of what was told before, and no nutrient: "other signs are", "you may feel"."""

from __future__ import annotations

from claimx.records import Mention
from claimx.relate.people import is_people
from claimx.relate.reader import Reader
from claimx.relate.subjects import surface_subjects

# how an order hangs on the clause that it is told beside
BESIDE = ("parataxis", "conj", "advcl")


def carried(reader: Reader, trigger: int) -> list[int]:
    """The trigger itself, where it may go on from the sentence before and nothing here says what it is of."""
    graph, words = reader.graph, reader.words
    if any(
        mention.label == "NUTRIENT" and mention.subtype != "food" and not _points(reader, mention)
        for mention in graph.mentions
    ):
        return []
    if not graph.is_nominal(trigger):
        # "if stones are present, fever may follow", but "cramps may occur when you first start"
        ties = [kid for kid in graph.kids(trigger, "advcl") if _tells_of_other(reader, kid)]
        return [] if ties else [trigger]
    owned = [
        kid
        for kid in graph.kids(trigger, "compound", "nmod", "acl")
        if graph.preposition(kid) not in words.member_prepositions
        and not _is_person(reader, kid)
        # "good plant options"
        and graph.lemma(kid) not in words.source_kinds
        # "your best bets"
        and not (
            graph.dep(kid) == "nmod:poss" and graph.pos(kid) == "PRON" and graph.word(kid) not in words.possessives
        )
    ]
    return [] if any(_names_other(reader, kid) for kid in owned) else [trigger]


def carried_alone(reader: Reader, trigger: int) -> list[int]:
    """The same of an order or a participle that says neither who nor what: "avoid if pregnant", "best avoided"."""
    told = reader.graph.kids(trigger, "obj", "nsubj", "csubj", "ccomp", "xcomp", "obl:agent")
    return [] if told else carried_unsaid(reader, trigger)


def said_before(reader: Reader, trigger: int) -> list[int]:
    """What the clause before an order is about: "beets are full of oxalates, so go easy if you get kidney stones"."""
    graph = reader.graph
    above = graph.head(trigger)
    told = [kid for kid in graph.kids(trigger, "obj") if graph.lemma(kid) not in reader.words.advisers]
    told += graph.kids(trigger, "csubj", "ccomp", "obl:agent")
    told += [kid for kid in graph.kids(trigger, "nsubj") if not is_people(reader, kid)]
    if told or above >= trigger or graph.base_dep(trigger) not in BESIDE:
        return []
    while not graph.kids(above, "nsubj") and graph.base_dep(above) in BESIDE and graph.head(above) < above:
        # "kava harms the liver, so skip it if you drink and take care if you have hepatitis"
        above = graph.head(above)
    opening = min(graph.subtree(trigger))
    clauses = [
        item
        for item in graph.subtree(above)
        if item < opening and (item == above or graph.base_dep(item) in BESIDE) and graph.kids(item, "nsubj")
    ]
    # "fats give energy, but beets are full of oxalates, so go easy": the clause right before is the reason
    return [kid for kid in graph.kids(max(clauses, default=above), "nsubj") if kid < opening]


def carried_unsaid(reader: Reader, trigger: int) -> list[int]:
    """The trigger itself, where the sentence names no nutrient: "if you take warfarin, ask your doctor first"."""
    return [] if any(mention.label == "NUTRIENT" for mention in reader.graph.mentions) else [trigger]


def carried_by_people(reader: Reader, trigger: int) -> list[int]:
    """The trigger itself, where people in general do it: "you may also notice", but not "people with gout notice"."""
    found = carried(reader, trigger)
    graph = reader.graph
    origins = (kid for kid in graph.kids(trigger, "obl") if graph.preposition(kid) in reader.words.origin_prepositions)
    if graph.kids(trigger, "obj") and any(graph.mention(kid) is None for kid in origins):
        # "some people get hives from nickel"
        return []
    doers = surface_subjects(reader, trigger) if found else []
    return found if doers and all(_is_anybody(reader, doer) for doer in doers) else []


def _points(reader: Reader, mention: Mention) -> bool:
    """ "This fatty acid", which is what was named before."""
    graph = reader.graph
    token = graph.head_at(mention.start)
    return token is not None and graph.determiner(token) in reader.words.singular_pointers


def _tells_of_other(reader: Reader, clause: int) -> bool:
    """A clause that tells what else there is, and not only what anybody does: "when you first start"."""
    graph = reader.graph
    doers = graph.kids(clause, "nsubj")
    told = any(graph.pos(item) != "PRON" for item in graph.kids(clause, "obj", "obl"))
    return bool(doers) and (told or not all(_is_person(reader, doer) for doer in doers))


def _is_person(reader: Reader, token: int) -> bool:
    graph, words = reader.graph, reader.words
    heads = words.population_heads | words.persons | words.quantifiers
    return graph.mention(token, "POPULATION") is not None or bool({graph.lemma(token), graph.word(token)} & heads)


def _is_anybody(reader: Reader, token: int) -> bool:
    graph = reader.graph
    if graph.lemma(token) in reader.words.share_nouns:
        # "up to 60 percent of users report"
        held = [
            kid for kid in graph.kids(token, "nmod") if graph.preposition(kid) in reader.words.genitive_prepositions
        ]
        return len(held) == 1 and _is_anybody(reader, held[0])
    told = graph.kids(token, "nmod", "acl")
    affected = any(graph.parse.tags[kid] == "VBN" for kid in graph.kids(token, "amod"))
    return _is_person(reader, token) and not affected and not any(graph.base_dep(kid) == "nmod" for kid in told)


def _names_other(reader: Reader, token: int) -> bool:
    """An illness, a medicine or any noun that symptoms may be of."""
    graph = reader.graph
    if graph.base_dep(token) == "acl":
        return any(graph.mention(item, "CONDITION", "DRUG") is not None for item in graph.subtree(token))
    return graph.pos(token) in ("NOUN", "PROPN", "PRON")
