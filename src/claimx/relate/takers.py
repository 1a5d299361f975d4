"""The people who take it, where they or a part of them is the subject: "adults who eat fish had less gout"."""

from __future__ import annotations

from claimx.relate.nutrient_signs import are_takers
from claimx.relate.people import is_people
from claimx.relate.reader import Reader
from claimx.relate.studies import is_at_start, is_past, names_no_cause, of_rivals
from claimx.relate.subjects import surface_subjects


def takers(reader: Reader, trigger: int) -> list[int]:
    """The people who take it, where they are the subject: "adults who eat fish", "those in the zinc group"."""
    graph, words = reader.graph, reader.words
    # "fish eaters have better memory"
    above = (trigger, *graph.ancestors(trigger))
    verb = next((item for item in above if graph.pos(item) == "VERB" and graph.base_dep(item) != "amod"), trigger)
    found: list[int] = []
    for doer in surface_subjects(reader, verb):
        few = graph.parse.tags[doer] == "CD" or graph.lemma(doer) in words.quantifiers | words.share_nouns
        few = few or graph.word(doer) in words.less_words | words.more_words
        # "among those taking zinc, 10 percent caught a cold"
        held = [kid for kid in graph.kids(verb, "obl") if graph.preposition(kid) in words.group_prepositions]
        ahead = [kid for kid in held if kid < doer]
        named = (graph.kids(doer, "nmod", "obl") or ahead) if few else [doer]
        if ahead and graph.kids(doer, "nummod") and not graph.kids(doer, "nmod", "acl"):
            # "in the zinc group, 12 people caught a cold"
            named = ahead
        for item in named:
            item = _whose(reader, item)
            # "those taking zinc" are what they take
            takes = graph.kids(item, "acl") if graph.word(item) in words.plural_pointers else []
            found.extend(takes or [item] if _is_taker(reader, item) else [])
    return [] if of_rivals(reader, surface_subjects(reader, verb)) else found


def _whose(reader: Reader, token: int) -> int:
    """ "Their brains showed less inflammation": who they are whose part of the body it is, else the token."""
    graph, words = reader.graph, reader.words
    eaten = graph.mention(token, "NUTRIENT", "DRUG") is not None
    owners = [kid for kid in graph.kids(token, "nmod") if graph.dep(kid) == "nmod:poss"]
    theirs = [kid for kid in owners if graph.word(kid) in words.plural_pronouns]
    return theirs[0] if theirs and not eaten else token


def _is_taker(reader: Reader, token: int) -> bool:
    graph, words = reader.graph, reader.words
    named = graph.lemma(token) in words.group_nouns | words.eater_nouns | words.shares_of_people
    named = named or are_takers(reader, token)
    named = named or graph.lemma(token) in words.tested_animals
    # "those who ate fish lived longer. They also had"
    going_on = graph.base_dep(token) == "nsubj" or graph.dep(token) == "nmod:poss"
    named = named or (graph.word(token) in words.going_on_people and going_on)
    return named or is_people(reader, token) or graph.word(token) in words.plural_pointers


def tested_people(reader: Reader, trigger: int) -> list[int]:
    """The trigger, of what became of those whom a study tested: "the mice had less fat", "participants felt better"."""
    graph = reader.graph
    doers = surface_subjects(reader, trigger)
    known = bool(doers) and all(_are_tested(reader, doer) for doer in doers)
    told = known and is_past(graph, trigger) and names_no_cause(reader, trigger) and not is_at_start(reader)
    return [trigger] if told and not of_rivals(reader, doers) else []


def _are_tested(reader: Reader, token: int) -> bool:
    """ "The animals", "the women", "participants": nothing says which of them."""
    graph, words = reader.graph, reader.words
    bare = (
        not graph.kids(token, "acl", "nmod", "compound", "amod", "nummod") and graph.mention(token, "CONDITION") is None
    )
    pointed = graph.determiner(token) in words.definite_articles
    animal = graph.lemma(token) in words.tested_animals and graph.is_plural(token)
    return bare and (graph.word(token) in words.members_of_study or (pointed and (animal or is_people(reader, token))))
