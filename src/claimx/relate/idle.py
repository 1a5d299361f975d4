"""Nutrients that are named beside a trigger and do nothing: what is cooked, what ties two others, what lacks itself."""

from __future__ import annotations

from collections.abc import Callable

from claimx.records import GAIN, HARM, Relation
from claimx.relate.foods import EATEN
from claimx.relate.trials import Pair

# relations of what a nutrient does once it is eaten
DONE = GAIN | HARM | {"INCREASES", "AFFECTS"}
# relations of which one's own shortage is no object
TIED: frozenset[Relation] = frozenset({"CAUSES", "ASSOCIATED_WITH"})
# relations that less of a help turns round
HELPED: frozenset[Relation] = frozenset({"TREATS", "PREVENTS"})


def is_not_prepared(pair: Pair) -> bool:
    """ "Potassium can be cut by boiling them", "rinse canned foods to remove salt": that is done to the food."""
    reader, nutrient = pair.trial.reader, pair.nutrient
    graph = reader.graph
    if pair.trial.rule.relation not in DONE or (nutrient.mention and nutrient.mention.subtype not in EATEN):
        return True
    first = graph.first_conjunct(nutrient.token)
    while graph.base_dep(first) == "nmod" and graph.is_nominal(graph.head(first)):
        first = graph.first_conjunct(graph.head(first))
    act = graph.head(first)
    held = graph.base_dep(first) == "obj" and act != pair.trial.trigger
    if held and graph.lemma(act) in reader.words.preparing_verbs:
        return False
    # "Rinse canned beans", taken for what the beans are like
    opener = min(graph.subtree(first))
    opens = opener == 0 and opener != first and graph.base_dep(opener) in ("amod", "compound")
    return not (opens and {graph.lemma(opener), graph.word(opener)} & reader.words.preparing_verbs)


def is_no_link(pair: Pair) -> bool:
    """ "Fibers connect muscles to bones" ties none of it to bones, and "(not related to alcohol)" says of which."""
    graph, trigger = pair.trial.reader.graph, pair.trial.trigger
    if pair.trial.rule.relation != "ASSOCIATED_WITH":
        return True
    if any(graph.mention(kid) is not None for kid in graph.kids(trigger, "obj")):
        doers = [kid for kid in graph.kids(trigger, "nsubj") if kid < trigger]
        return not doers or pair.nutrient.token not in (*doers, graph.head(trigger))
    negated = graph.has_kid(trigger, "advmod", among=pair.trial.reader.words.negators)
    return not (negated and graph.dep(trigger) in ("acl", "amod"))


def is_no_hindered_help(pair: Pair) -> bool:
    """ "Beer decreases the effectiveness of treatment for cancer" eases no cancer."""
    graph, words, trigger = pair.trial.reader.graph, pair.trial.reader.words, pair.trial.trigger
    lessens = words.avoid_verbs | words.hindering_verbs | words.draining_verbs
    if pair.trial.rule.relation not in HELPED or graph.lemma(trigger) not in lessens:
        return True
    between = [item for item in graph.ancestors(pair.object.token) if item > trigger]
    return not any(graph.lemma(item) in words.help_nouns for item in between)


def is_not_its_own_lack(pair: Pair) -> bool:
    """ "Zinc is poorly absorbed, the main cause of zinc deficiency": no shortage comes of itself."""
    nutrient, item = pair.nutrient.mention, pair.object.mention
    if pair.trial.rule.relation not in TIED or nutrient is None or item is None:
        return True
    words, said = pair.trial.reader.words, item.name.lower().split()
    little = words.deficiency_nouns | words.deficiency_modifiers
    rest = [word for word in said if not {word, word.removesuffix("s")} & (little | words.amount_nouns)]
    return little.isdisjoint(said) or rest != nutrient.name.lower().split()


def is_no_neighbour(pair: Pair) -> bool:
    """ "Calcium loss or changes in bone shape", "is caused by changes in a gene": the nutrient makes no such change."""
    graph, trigger, token = pair.trial.reader.graph, pair.trial.trigger, pair.nutrient.token
    if pair.trial.rule.relation not in DONE or graph.pos(trigger) != "NOUN":
        return True
    first = graph.first_conjunct(trigger)
    if first != trigger and {token, graph.head(token)} & set(graph.conjuncts(first)) - {trigger}:
        return False
    doing = graph.head(first)
    words = pair.trial.reader.words
    done = graph.preposition(first) in words.agent_prepositions - words.company_prepositions
    subjects = [kid for kid in graph.kids(doing, "nsubj") if graph.dep(kid) == "nsubj:pass"]
    return not (done and any(token in graph.subtree(kid) for kid in subjects))


def is_no_route(pair: Pair) -> bool:
    """ "Take it by mouth" does nothing to the mouth."""
    reader, token = pair.trial.reader, pair.object.token
    return f"{reader.graph.preposition(token)} {reader.graph.word(token)}" not in reader.words.taken_ways


# what a nutrient must not be, by the names that `claimx explain` gives
IDLE: dict[str, Callable[[Pair], bool]] = {
    "prepared": is_not_prepared,
    "link": is_no_link,
    "help": is_no_hindered_help,
    "own_lack": is_not_its_own_lack,
    "neighbour": is_no_neighbour,
    "route": is_no_route,
}
