"""The conditions of a rule on its trigger, before any slot is filled."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TypeAlias

from claimx.relate.clause_signs import is_passive
from claimx.relate.forms import COMPARATIVES
from claimx.relate.graph import HYPHEN, Graph
from claimx.relate.phrases import prepositional
from claimx.relate.reach import is_hidden_verb
from claimx.relate.roles import find_role
from claimx.relate.rules import Rule
from claimx.relate.shares import standing
from claimx.relate.subjects import surface_subjects
from claimx.relate.trials import Trial

Condition: TypeAlias = Callable[[Trial], bool]
# tokens from a reason's opener to the effect it names ("due to its antioxidant and anti-inflammatory properties")
REASON_REACH = 7


def failed_on_trigger(trial: Trial) -> str:
    """The name of the first condition that a rule's trigger fails, "" when it meets them all."""
    for name, meets in _conditions_of(trial.rule):
        if not meets(trial):
            return name
    return ""


@cache
def _conditions_of(rule: Rule) -> list[tuple[str, Condition]]:
    return [(name, meets) for name, (is_asked, meets) in TRIGGER_CONDITIONS.items() if is_asked(rule)]


def _has_near(trial: Trial) -> bool:
    return _holds(trial.reader.graph, trial.rule.near)


def _has_none_near(trial: Trial) -> bool:
    return not _holds(trial.reader.graph, trial.rule.not_near)


def _holds(graph: Graph, cues: frozenset[str]) -> bool:
    """One of them stands in the sentence; those of several words stand there as written."""
    if not cues.isdisjoint(graph.forms):
        return True
    phrases = _phrases(cues)
    return bool(phrases) and any(phrase in graph.line for phrase in phrases)


@cache
def _phrases(cues: frozenset[str]) -> tuple[str, ...]:
    """Those of several words, as they stand in a line."""
    return tuple(sorted(f" {cue} " for cue in cues if " " in cue))


def _has_modifier(trial: Trial) -> bool:
    graph, modifiers = trial.reader.graph, trial.rule.modifiers
    return any(
        # "a calming effect": the lemma is that of the verb
        not modifiers.isdisjoint((graph.lemma(kid), graph.word(kid)))
        # "a small but favorable effect"
        for first in (*graph.kids(trial.trigger, "amod", "compound", "advmod", "det"), *_bare_comparatives(trial))
        for kid in graph.conjuncts(first)
    )


def _bare_comparatives(trial: Trial) -> list[int]:
    """ "Rose less", taken for what rose; "scored worse", taken for what somebody scored as; "rode two hours longer"."""
    graph = trial.reader.graph
    hung = graph.kids(trial.trigger, "obj", "xcomp", "obl")
    measured = [
        kid
        for item in hung
        if graph.lemma(item) in trial.reader.words.spans_of_time
        for kid in graph.kids(item, "advmod", "amod")
    ]
    return [kid for kid in (*hung, *measured) if graph.parse.tags[kid] in COMPARATIVES]


def _is_verbless(trial: Trial) -> bool:
    """A headline without a verb, but for who found it: "zinc no cure for colds, trial finds"."""
    graph, words = trial.reader.graph, trial.reader.words
    if not graph.has_verb():
        return True
    verbs = [token for token in range(len(graph)) if graph.pos(token) in ("VERB", "AUX")]
    told = {graph.lemma(verbs[0] - 1), graph.word(verbs[0] - 1)} & (words.study_nouns | words.bystanders)
    return bool(told) and verbs == [len(graph) - 1] and graph.lemma(verbs[0]) in words.attesting_verbs


def _has_share(trial: Trial) -> bool:
    """So many of the takers as the rule asks for; what befell fewer of them was not brought about."""
    wanted, found = trial.rule.share, standing(trial.reader, trial.trigger)
    return found == wanted if wanted else found != "lower"


def _is_negated(trial: Trial) -> bool:
    graph, negators = trial.reader.graph, trial.reader.words.negators
    first = graph.first_conjunct(trial.trigger)
    # "must not be taken by children or given to infants"
    shared = first != trial.trigger and not graph.kids(trial.trigger, "nsubj", "aux", "mark", "advmod")
    shared = shared and any(
        graph.word(kid) in trial.reader.words.alternative_words for kid in graph.kids(trial.trigger, "cc")
    )
    holder = first if shared else trial.trigger
    # "it is not for children"
    holder = graph.head(holder) if graph.pos(holder) == "ADP" else holder
    if any(_is_nobody(trial, kid) for kid in graph.kids(holder, "nsubj")):
        return True
    return any(
        not negators.isdisjoint((graph.word(kid), graph.lemma(kid), f"{graph.word(kid - 1)} {graph.word(kid)}"))
        for kid in graph.kids(holder, "advmod", "det")
    )


def _is_nobody(trial: Trial, token: int) -> bool:
    """ "Nobody with ulcers should take it", "no child should"."""
    graph, words = trial.reader.graph, trial.reader.words
    return graph.word(token) in words.none_words or graph.has_kid(token, "det", among=words.negators)


def _lacks_preposition(trial: Trial) -> bool:
    found = prepositional(trial.reader, trial.trigger, among=trial.rule.not_prep)
    # "safe for up to four months", "was safe in trials" do not say for whom
    words = trial.reader.words
    no_one = words.spans_of_time | words.study_nouns
    return all(trial.reader.graph.lemma(item) in no_one or _is_of_next(trial, item) for item in found)


def _is_of_next(trial: Trial, token: int) -> bool:
    """ "Keeps the eye healthy and shields it from light": said of the next verb, which has an object of its own."""
    graph = trial.reader.graph
    nexts = [kid for kid in graph.kids(trial.trigger, "conj") if graph.kids(kid, "obj")]
    return bool(graph.kids(trial.trigger, "obj")) and not set(nexts).isdisjoint(graph.ancestors(token))


def _is_asserted(trial: Trial) -> bool:
    """The trigger is no reason, and no subject of another claim: "its antioxidant properties protect cells"."""
    graph, words = trial.reader.graph, trial.reader.words
    # an adjective says what it says of its noun
    token = next(iter(find_role(trial.reader, trial.trigger, role="qualified")), trial.trigger)
    reasons = words.reasons
    if graph.preposition(token) in reasons:
        # "known for its calming effect" says that it has it
        return graph.lemma(graph.head(token)) in words.renown_words
    before = f" {' '.join(graph.words[max(0, token - REASON_REACH) : token])} "
    if any(f" {reason} " in before for reason in reasons if " " in reason):
        return False
    above = graph.head(token)
    # what "have been shown in trials" goes on with is no claim
    carries_on = graph.dep(token) == "nsubj" and graph.pos(above) == "VERB"
    carries_on = carries_on and bool(graph.kids(above, "obj", "obl", "xcomp", "ccomp"))
    return not (carries_on and graph.lemma(above) in trial.triggers)


def _is_advised(trial: Trial) -> bool:
    """Somebody is told to do it: "drink milk", "you should drink", "start drinking"."""
    graph, words, tag = trial.reader.graph, trial.reader.words, trial.reader.graph.parse.tags[trial.trigger]
    helpers = {graph.lemma(kid) for kid in graph.kids(trial.trigger, "aux")}
    if tag == "VB":
        return helpers <= words.advising_helpers
    above = graph.head(trial.trigger)
    told = graph.base_dep(trial.trigger) in ("xcomp", "ccomp")
    if told and above != trial.trigger and graph.lemma(above) in words.advising_verbs:
        # "doctors recommend that people eat", "start drinking"
        return tag in ("VBG", "VBP")
    return tag == "VBP" and not helpers and not surface_subjects(trial.reader, trial.trigger)


def _is_no_advice(trial: Trial) -> bool:
    """Nobody is told to do it: "add it to your tea", "you can add it to tea"."""
    graph, words = trial.reader.graph, trial.reader.words
    verb = graph.first_conjunct(trial.trigger)
    doers = surface_subjects(trial.reader, trial.trigger)
    if is_passive(graph, trial.trigger) or (doers and not any(graph.word(doer) in words.persons for doer in doers)):
        return True
    return not doers and graph.parse.tags[verb] not in ("VB", "VBP", "VBG")


def _is_no_tale(trial: Trial) -> bool:
    """Nobody is warned by what somebody did: "those who skipped it"."""
    graph, token = trial.reader.graph, trial.trigger
    return graph.parse.tags[token] != "VBD" or bool(graph.kids(token, "aux", "aux:pass"))


def _is_no_group(trial: Trial) -> bool:
    """ "Women who are low in iron" says which women; "vegans, who are often low in iron" says it of all of them."""
    graph, token = trial.reader.graph, trial.trigger
    if graph.base_dep(token) != "acl":
        return True
    who = [kid for kid in graph.kids(token, "nsubj") if graph.word(kid) in trial.reader.words.personal_relatives]
    return not who or graph.word(who[0] - 1) == ","


def _is_not_set_apart(trial: Trial) -> bool:
    """ "By calming nerves rather than masking pain": what it does not do, or not in this way."""
    graph, token = trial.reader.graph, trial.trigger
    return " ".join(graph.words[max(0, token - 2) : token]) not in trial.reader.words.apart_openers


def _is_of_others(trial: Trial) -> bool:
    """ "Diet-induced changes in lipids" are the diet's, "exercise-induced pain" the exercise's."""
    graph, token = trial.reader.graph, trial.trigger
    part = token > 1 and graph.parse.tags[token] == "VBN" and graph.base_dep(token) == "amod"
    if part and graph.words[token - 1] == HYPHEN:
        return graph.mention(token - 2, "NUTRIENT") is not None
    return graph.pos(token) != "NOUN" or all(graph.compounded(kid) != "-induced" for kid in graph.kids(token, "amod"))


def _is_no_choice(trial: Trial) -> bool:
    """ "Ask if the water is safe", "water you know is safe", "the amount they tolerate" call nothing safe."""
    graph, words, token = trial.reader.graph, trial.reader.words, trial.trigger
    asked = any(graph.word(kid) in words.amount_openers | words.content_openers for kid in graph.kids(token, "mark"))
    asked = asked and graph.lemma(graph.head(token)) in words.aim_verbs
    known = token > 1 and graph.lemma(token - 2) in words.knowing_verbs and graph.pos(token - 1) == "AUX"
    of_amount = graph.base_dep(token) == "acl" and graph.lemma(graph.head(token)) in words.amount_nouns
    # "it may turn your stool green; this is harmless"
    of_effect = any(graph.word(item) in words.event_pronouns for item in graph.kids(token, "nsubj"))
    return not (asked or known or of_amount or of_effect)


def _is_main_verb(trial: Trial) -> bool:
    """No verb that looks like an adjective stands behind the trigger: "may help lower cholesterol"."""
    return not is_hidden_verb(trial.reader, trial.trigger + 1)


def _every(_: Rule) -> bool:
    return True


# in the order asked, with the rules that have them; the names are what `claimx explain` and `why_not` say of a rule
# that did not fire
TRIGGER_CONDITIONS: dict[str, tuple[Callable[[Rule], object], Condition]] = {
    "near": (lambda rule: rule.near, _has_near),
    "not_near": (lambda rule: rule.not_near, _has_none_near),
    "modifiers": (lambda rule: rule.modifiers, _has_modifier),
    "verbless": (lambda rule: rule.verbless, _is_verbless),
    "negated": (lambda rule: rule.negated, _is_negated),
    "share": (lambda rule: rule.share or rule.relation == "CAUSES", _has_share),
    "not_prep": (lambda rule: rule.not_prep, _lacks_preposition),
    "asserted": (lambda rule: rule.asserted, _is_asserted),
    "advised": (lambda rule: rule.advised == "yes", _is_advised),
    "not_advised": (lambda rule: rule.advised == "no", _is_no_advice),
    "told": (lambda rule: rule.relation == "CONTRAINDICATED_IN", _is_no_tale),
    "group": (lambda rule: rule.relation == "ASSOCIATED_WITH" and rule.set_state is not None, _is_no_group),
    "apart": (_every, _is_not_set_apart),
    "others": (_every, _is_of_others),
    "choice": (lambda rule: rule.relation == "SAFE_FOR", _is_no_choice),
    "object": (_every, _is_main_verb),
}
