"""Nutrients that leave the body in one clause and do no good in the next, and acts that somebody has trouble with."""

from __future__ import annotations

from collections.abc import Container

from claimx.records import HARM, Relation
from claimx.relate.fillers import Filler
from claimx.relate.foods import NEEDED
from claimx.relate.nutrient_signs import is_eater
from claimx.relate.reader import Reader
from claimx.relate.trials import Pair

GOOD: frozenset[Relation] = frozenset({"TREATS", "PREVENTS", "IMPROVES", "DECREASES"})
# relations of an act that somebody may have trouble with
ACTS: frozenset[Relation] = frozenset({"AFFECTS", "IMPROVES", "INCREASES", "DECREASES"})


def is_not_taken_away(pair: Pair) -> bool:
    """ "Diuretics flush sodium, which lowers blood pressure", "drugs that lower calcium may prevent stones"."""
    trial = pair.trial
    if trial.rule.relation not in GOOD or pair.nutrient.mention is None or pair.nutrient.state == "deficiency":
        return True
    graph, words = trial.reader.graph, trial.reader.words
    held, verb = _act_on(trial.reader, pair.nutrient.token)
    taking = (words.avoid_verbs | words.losing_verbs | words.hindering_verbs) - words.lacking_verbs
    if verb < 0 or graph.lemma(verb) not in taking:
        return True
    if trial.trigger in graph.subtree(verb):
        return not _goes_on(trial.reader, trial.trigger, under={held, verb})
    return graph.dep(verb) != "acl:relcl" or is_eater(trial.reader, graph.head(verb))


def is_lost(reader: Reader, filler: Filler, *, trigger: int, relation: Relation) -> bool:
    """ "Alcohol depletes zinc, which causes hair loss", "impairs absorption of iron, which": the lack of it does."""
    if relation not in HARM or filler.mention is None or filler.mention.subtype not in NEEDED:
        return False
    held, verb = _act_on(reader, filler.token)
    lemma = reader.graph.lemma(verb) if verb >= 0 else ""
    lessens = lemma in reader.words.draining_verbs | reader.words.hindering_verbs
    spared = filler.mention.name in reader.words.never_short
    return lessens and not spared and _goes_on(reader, trigger, under={held, verb})


def _act_on(reader: Reader, token: int) -> tuple[int, int]:
    """What stands for a nutrient as the object of a verb ("absorption of zinc"), and the verb, -1 without one."""
    graph, words = reader.graph, reader.words
    held = graph.first_conjunct(token)
    above = graph.head(held)
    stands = graph.lemma(above) in words.amount_nouns | words.transparent_nouns
    if stands and graph.base_dep(held) in ("nmod", "compound"):
        held = graph.first_conjunct(above)
    return (held, graph.head(held)) if graph.base_dep(held) == "obj" else (held, -1)


def _goes_on(reader: Reader, trigger: int, *, under: Container[int]) -> bool:
    """A clause with ", which" holds the trigger and hangs on what was done."""
    graph = reader.graph
    for clause in (trigger, *graph.ancestors(trigger)):
        if clause in under:
            return False
        for kid in graph.kids(clause, "nsubj"):
            if graph.word(kid) in reader.words.relative_pronouns and graph.word(kid - 1) == ",":
                return True
    return False


def is_no_other_act(pair: Pair) -> bool:
    """ "Eating less salt, losing weight and exercising": what one act takes in is not what does the next.

    "Calcium is checked to prevent stones", "milk is heated to kill germs": nor what is done to it.
    """
    trial, token = pair.trial, pair.nutrient.token
    graph, words = trial.reader.graph, trial.reader.words
    if trial.rule.relation == "CONTRAINDICATED_IN" and _is_no_warning(pair):
        return False
    act = graph.first_conjunct(trial.trigger)
    gerunds = graph.parse.tags[trial.trigger] == "VBG" == graph.parse.tags[act]
    if act != trial.trigger and gerunds and graph.lemma(act) in words.intake_verbs and pair.nutrient.kind != "pronoun":
        return token not in graph.subtree(act) or token in graph.subtree(trial.trigger)
    above = graph.head(act)
    ends = graph.base_dep(act) in ("advcl", "xcomp") and graph.parse.tags[act] == "VB"
    aside = graph.lemma(above) in words.watching_verbs | words.preparing_verbs
    return not (ends and aside and token not in graph.subtree(act))


def _is_no_warning(pair: Pair) -> bool:
    """ "Mothers can reduce the risk with folic acid", "gout can be managed by eating less salt"."""
    reader, trigger = pair.trial.reader, pair.trial.trigger
    graph, words = reader.graph, reader.words
    risk = any(graph.lemma(kid) in words.risk_nouns for kid in graph.kids(trigger, "obj"))
    by_means = graph.preposition(graph.first_conjunct(trigger)) in words.means_prepositions
    return risk or by_means or _is_in_condition(pair)


def _is_in_condition(pair: Pair) -> bool:
    """ "If you cannot control gout by cutting sugar, you may need medicine" cuts nothing because of it."""
    graph, words = pair.trial.reader.graph, pair.trial.reader.words
    return any(
        pair.object.token in graph.subtree(clause)
        and graph.has_kid(clause, "mark", "advmod", among=words.amount_openers)
        for clause in graph.ancestors(pair.trial.trigger)
    )


def is_no_trouble(pair: Pair) -> bool:
    """ "Difficulty coordinating movements", "unable to focus": what somebody cannot do nothing is done to."""
    trial = pair.trial
    graph, words, trigger = trial.reader.graph, trial.reader.words, trial.trigger
    if trial.rule.relation not in ACTS or graph.parse.tags[trigger] not in ("VBG", "VB"):
        return True
    act = graph.first_conjunct(trigger)
    above = graph.head(act)
    held = graph.base_dep(act) in ("acl", "xcomp", "advcl", "ccomp", "amod", "csubj")
    if held and graph.lemma(above) in words.trouble_nouns | words.trouble_adjectives:
        return pair.nutrient.token in graph.subtree(act)
    return not (trigger > 0 and graph.lemma(trigger - 1) in words.trouble_nouns)
