"""Prepositional phrases of a trigger, wherever a parser hung them."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.relate.avoiding import keeps_off
from claimx.relate.clause_signs import APART
from claimx.relate.graph import Graph
from claimx.relate.reader import Reader
from claimx.relate.subjects import antecedents

# how a clause hangs on the one it goes on from
_GOING_ON = frozenset({"conj", "parataxis"})
_SHARING = frozenset({"conj", "xcomp", "ccomp"})

# tokens from a verb to the name behind its preposition
NAME_REACH = 4


def set_beside(reader: Reader, trigger: int, *, among: frozenset[str]) -> list[int]:
    """Phrases that a comma sets off behind what the trigger takes: "leads to anemia, with tiredness and pallor"."""
    graph = reader.graph
    if among.isdisjoint(graph.prepositions):
        return []
    holders = [trigger, *graph.kids(trigger, "obj", "obl")]
    hung = (kid for holder in holders for kid in graph.kids(holder, "obl", "nmod") if kid > trigger)
    return [kid for kid in hung if graph.preposition(kid) in among and _is_set_off(graph, kid)]


def _is_set_off(graph: Graph, noun: int) -> bool:
    """A comma stands before the phrase, whichever of the two the parser hung it on."""
    first = min(graph.subtree(noun))
    return bool({graph.word(first - 1), graph.word(first)}.intersection(APART))


def prepositional(reader: Reader, trigger: int, *, among: frozenset[str]) -> list[int]:
    """Heads of prepositional phrases under a trigger, or, where it has none, under what it is built with."""
    if among.isdisjoint(reader.graph.prepositions):
        return []
    # "the raw material from which the body makes"
    return [noun for item in _hung_on(reader, trigger, among=among) for noun in antecedents(reader, item)]


def _hung_on(reader: Reader, trigger: int, *, among: frozenset[str]) -> list[int]:
    graph = reader.graph
    found = [kid for kid in _phrases(graph, [trigger], among=among) if not _is_place(reader, kid)]
    # "used with caution by pregnant women", "a risk of gout among drinkers": hung on the noun before it
    hung = graph.kids(trigger, "obl", "nmod")
    loose = _phrases(graph, hung, among=among & reader.words.loose_prepositions)
    # but not "from damage from free radicals"
    found += [kid for kid in loose if graph.preposition(kid) != graph.preposition(graph.head(kid))]
    # "safe for long-term use in adults"
    used = [kid for kid in hung if graph.pos(trigger) == "ADJ" and graph.lemma(kid) in reader.words.using_nouns]
    # "safe to take during pregnancy"
    acts = graph.kids(trigger, "xcomp", "csubj", "advcl") if graph.pos(trigger) == "ADJ" else []
    used += [k for k in acts if graph.parse.tags[k] == "VB" and graph.lemma(k) in reader.words.intake_verbs]
    found += [kid for kid in _phrases(graph, used, among=among) if kid not in found]
    # "drunk at bedtime for colds", "vital during pregnancy for the brain"
    timed = [kid for kid in hung if graph.lemma(kid) in reader.words.occasions]
    found += _phrases(graph, timed, among=among & reader.words.beneficiary_prepositions)
    # "was reduced by 20 % with fish oil"
    found += _phrases(graph, [kid for kid in hung if is_extent(graph, kid)], among=among)
    # "as effective as fluoxetine for depression in a study"
    rivals = [kid for kid in hung if graph.preposition(kid) in reader.words.comparing_words]
    found += _phrases(graph, rivals, among=among & reader.words.beneficiary_prepositions)
    built = [kid for kid in graph.kids(trigger, "xcomp") if graph.pos(kid) == "ADJ"]
    found = found or _phrases(graph, graph.kids(trigger, "amod", "acl", "advmod") + built, among=among)
    # "works as well as aspirin for colds"
    rivals = [kid for adverb in graph.kids(trigger, "advmod") for kid in graph.kids(adverb, "obl", "nmod")]
    rivals = [kid for kid in rivals if graph.preposition(kid) in reader.words.comparing_words]
    found = found or _phrases(graph, rivals, among=among)
    if found:
        return found
    base, above = graph.base_dep(trigger), graph.head(trigger)
    if base == "amod":
        return [kid for kid in _phrases(graph, [above], among=among) if kid > trigger]
    if base == "nsubj" and graph.kids(above, "cop") and graph.preposition(above) in among:
        # "the lack is due to blood loss"
        return [above]
    if base in ("obj", "obl", "xcomp", "nsubj") and above != trigger:
        # "the cause is a lack of iron": the iron is the lack's
        called = base == "nsubj" and graph.is_nominal(above) and graph.kids(above, "cop")
        beside = _phrases(graph, [above], among=among - reader.words.genitive_prepositions if called else among)
        found = [kid for kid in beside if kid > trigger] or [kid for kid in beside if _is_fronted(reader, kid)]
    if not found and graph.pos(trigger) in ("VERB", "ADJ"):
        objects = [item for noun in graph.kids(trigger, "obj") for item in graph.conjuncts(noun)]
        found = _phrases(graph, objects, among=among)
        found = [kid for kid in found if not _is_symptom_of(reader, kid)]
    if not found:
        # "as good as ibuprofen for cramps", "use of zinc for colds": the phrase hung on what stands between
        under = [kid for kid in graph.kids(trigger, "obl", "nmod", "advcl") if _is_between(reader, trigger, noun=kid)]
        found = _phrases(graph, under, among=among)
    if not found and base == "conj":
        group = graph.conjuncts(graph.first_conjunct(trigger))
        found = [kid for kid in _phrases(graph, group, among=among) if kid > trigger]
    # "supports growth and is needed for healing" says each of its own
    joined = [kid for kid in graph.kids(trigger, "conj") if not graph.kids(kid, "cop", "aux:pass", "nsubj")]
    return found or _phrases(graph, joined, among=among)


def _is_symptom_of(reader: Reader, token: int) -> bool:
    """ "Relieves the cramps of colitis"."""
    graph = reader.graph
    of = graph.preposition(token) in reader.words.genitive_prepositions
    return of and all(graph.mention(item, "CONDITION") is not None for item in (token, graph.head(token)))


def lacked(reader: Reader, trigger: int, *, among: frozenset[str]) -> list[int]:
    """ "Low in magnesium", but not "lower in the magnesium group"."""
    graph, groups = reader.graph, reader.words.group_nouns
    return [item for item in prepositional(reader, trigger, among=among) if graph.lemma(item) not in groups]


def _is_fronted(reader: Reader, token: int) -> bool:
    """ "For migraines, magnesium may offer relief"."""
    graph, cases = reader.graph, reader.graph.kids(token, "case")
    ahead = bool(cases) and _opens_clause(graph, cases[0], verb=graph.head(token))
    return ahead and graph.preposition(token) in reader.words.fronted_prepositions


def is_extent(graph: Graph, token: int) -> bool:
    """ "By 12", "by 20 %"."""
    return graph.is_amount(token) or any(graph.is_amount(kid) for kid in graph.kids(token, "nummod"))


def _is_between(reader: Reader, trigger: int, *, noun: int) -> bool:
    graph, words = reader.graph, reader.words
    preposition = graph.preposition(noun)
    if graph.pos(trigger) in ("NOUN", "PROPN"):
        if graph.mention(noun, "CONDITION", "FUNCTION") is not None:
            # "a decrease in anxiety with ashwagandha"
            return preposition in words.changed_prepositions
        return preposition in words.genitive_prepositions and graph.mention(noun, "NUTRIENT") is not None
    if graph.mention(noun, "NUTRIENT") is not None and preposition and noun - trigger <= NAME_REACH:
        # "swears by ginger for colds"
        return trigger + 1 in graph.kids(noun, "case")
    return preposition in words.comparing_words


def _phrases(graph: Graph, tokens: Sequence[int], *, among: frozenset[str]) -> list[int]:
    return [
        kid
        for token in tokens
        for kid in graph.kids(token, "obl", "nmod", "advcl", "acl", "xcomp", "conj")
        if graph.preposition(kid) in among and (graph.base_dep(kid) != "conj" or _is_second(graph, kid))
    ]


def _is_place(reader: Reader, token: int) -> bool:
    """ "Helps with blood flow in the gut": a part of the body right behind what goes on there."""
    graph = reader.graph
    # the parser may hang the word on a modifier, or open the sentence with it
    before = next(iter(graph.kids(token, "case")), 0) - 1
    if before < 0 or graph.preposition(token) != "in" or graph.mention(token, "FUNCTION") is None:
        return False
    going_on = graph.anchor(before)
    beside = graph.head(going_on) == graph.head(token) and graph.base_dep(going_on) in ("obl", "nmod")
    return beside and graph.mention(before, "FUNCTION", "CONDITION") is not None


def _is_second(graph: Graph, token: int) -> bool:
    """ "Good for skin and for hair": the second phrase taken for a second adjective."""
    return graph.is_nominal(token) and not graph.is_nominal(graph.head(token))


def below(reader: Reader, trigger: int, *, among: frozenset[str]) -> list[int]:
    """ "Benefits of zinc for skin": the phrase hung on the nutrient."""
    graph = reader.graph
    held = [kid for kid in graph.kids(trigger, "nmod") if _is_between(reader, trigger, noun=kid)]
    return _phrases(graph, [item for kid in held for item in graph.conjuncts(kid)], among=among)


def right_behind(reader: Reader, trigger: int, *, among: frozenset[str]) -> list[int]:
    """ "High in calcium", wherever the parse hangs the phrase."""
    graph = reader.graph
    if trigger + 1 >= len(graph) or graph.word(trigger + 1) not in among:
        return []
    return [item for item in range(trigger + 2, len(graph)) if trigger + 1 in graph.kids(item, "case", "mark")][:1]


def opening(reader: Reader, trigger: int, *, among: frozenset[str]) -> list[int]:
    """ "In gout, levels are high": the phrase that the sentence opens with, also ahead of the clause it goes on from.

    "In gout urate builds up, so levels are high".
    """
    graph, first = reader.graph, trigger
    if graph.base_dep(first) == "obj" and graph.lemma(graph.head(first)) in reader.words.light_verbs:
        # "for gout, cherries had no effect"
        first = graph.head(first)
    while graph.base_dep(first) in _GOING_ON and graph.head(first) < first:
        first = graph.head(first)
    fronted = (kid for kid in graph.kids(first, "obl", "nmod") if kid < first and graph.preposition(kid) in among)
    return [kid for kid in fronted if _opens_clause(graph, min(graph.subtree(kid)), verb=first)]


def _opens_clause(graph: Graph, start: int, *, verb: int) -> bool:
    """ "However, in gout", "experts say that in gout": set off from what stands before, and ahead of the subject."""
    if any(subject < start for subject in graph.kids(verb, "nsubj", "nsubj:pass")):
        return False
    return start == 0 or graph.pos(start - 1) in ("PUNCT", "SCONJ")


def opening_dose(reader: Reader, trigger: int) -> list[int]:
    """ "Above 2 g a day, diarrhea is likely": the amount that the sentence opens with."""
    graph, first = reader.graph, trigger
    if graph.word(0).split()[0] not in reader.words.dose_openers:
        return []
    while graph.base_dep(first) in _SHARING and graph.head(first) != first:
        first = graph.head(first)
    ahead = (kid for kid in graph.kids(first, "obl", "nmod") if kid < first and min(graph.subtree(kid)) == 0)
    return [kid for kid in ahead if any(graph.is_amount(item) for item in graph.subtree(kid))]


def helping_verb(reader: Reader, act: int) -> int:
    """The verb that an act is helped by or made to happen with ("helps lower it"), the act itself where none is."""
    graph, above = reader.graph, reader.graph.head(act)
    return above if graph.base_dep(act) == "xcomp" and graph.lemma(above) in reader.words.causative_verbs else act


def means(reader: Reader, trigger: int) -> list[int]:
    """ "You can ease colds by taking zinc", "ease colds with zinc": where a person, or nobody, is the doer."""
    graph, words = reader.graph, reader.words
    helper = helping_verb(reader, trigger)
    doers = {*graph.kids(trigger, "nsubj"), *graph.kids(helper, "nsubj")}
    if graph.parse.tags[trigger] == "VBN" or any(not _is_person(reader, kid) for kid in doers):
        return []
    if any(graph.mention(kid, "NUTRIENT") is not None for kid in graph.kids(trigger, "obj")):
        # "limiting foods with cholesterol"
        return []
    ways = words.agent_prepositions | words.means_prepositions | words.ways
    found = prepositional(reader, trigger, among=ways)
    if not found and helper != trigger:
        # "by eating oats you can help control your weight"
        found = prepositional(reader, helper, among=ways)
    return found or _done_for(reader, trigger)


def _done_for(reader: Reader, trigger: int) -> list[int]:
    """ "To prevent gout, avoid beer", "to ease swelling, your doctor may suggest cutting down on salt": the act."""
    graph, words = reader.graph, reader.words
    # "to help prevent gout"
    trigger = helping_verb(reader, trigger)
    marked = any(graph.word(kid) in words.infinitive_marks for kid in graph.kids(trigger, "mark"))
    main = graph.head(trigger)
    if marked and main == trigger:
        # "to prevent gout, drink milk", parsed as two verbs of one clause
        main = next((kid for kid in graph.kids(trigger, "conj", "parataxis") if not graph.kids(kid, "cc")), main)
    elif not marked or graph.base_dep(trigger) != "advcl" or main < trigger:
        return []
    while graph.lemma(main) in words.advising_verbs and (acts := graph.kids(main, "xcomp", "ccomp")):
        main = acts[0]
    if (
        main == trigger
        or graph.pos(main) != "VERB"
        or any(not _is_person(reader, kid) for kid in graph.kids(main, "nsubj"))
    ):
        return []
    # "your doctor may suggest zinc"
    given = graph.kids(main, "obj") if graph.lemma(main) in words.advising_verbs else []
    acts = [item for item in graph.conjuncts(main) if not graph.kids(item, "nsubj") or item == main]
    # "to control potassium, avoid bananas" says nothing of what bananas do
    left_out = frozenset() if graph.lemma(trigger) in words.steering_verbs else words.avoid_verbs
    taken = (words.intake_verbs - words.avoid_verbs) | left_out
    return given + [item for item in acts if graph.lemma(item) in taken or (left_out and keeps_off(reader, item))]


def _is_person(reader: Reader, token: int) -> bool:
    graph, words = reader.graph, reader.words
    if graph.mention(token) is not None:
        return graph.mention(token, "POPULATION") is not None
    return graph.lemma(token) in words.population_heads or graph.word(token) in words.persons
