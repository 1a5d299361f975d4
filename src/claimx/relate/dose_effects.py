"""Amounts of which a sentence tells what they did: no rows of their own, even where the effect is not read."""

from __future__ import annotations

from claimx.records import Label
from claimx.relate.forms import PAST
from claimx.relate.graph import Graph
from claimx.relate.not_taken import Place, is_capped
from claimx.relate.words import Words

COMPARED = ("JJR", "RBR")
TOLD: tuple[Label, ...] = ("CONDITION", "FUNCTION")


def is_part_of_effect(place: Place, graph: Graph | None, words: Words) -> bool:
    """The sentence tells what the amount, or those who took it, did, or that nobody takes it."""
    token = place.token
    if graph is None or token < 0:
        return False
    if graph.base_dep(token) == "obj" and _is_let_go(graph, graph.head(token), words):
        return True
    if place.owner is None and _is_of_other(graph, token, words):
        return True
    if _is_of_finding(graph, words):
        return True
    at = _measured(graph, token, words)
    above = graph.head(at)
    if graph.base_dep(at) == "appos" and graph.base_dep(above) == "nsubj":
        said = graph.parse.words[above]
        if " " in said and any(char.isdigit() for char in said):
            # "up to 400 mg a day, about four mugs, is considered safe"
            return True
        # "vitamin D, 1,000 IU a day, has changed my life"
        at = above if graph.dep(above) == "nsubj" else at
    if graph.dep(at) == "nsubj":
        # "no more than 10 mg, as too much harms": nobody is told what so much does
        return not is_capped(place.dose) and _tells(graph, graph.head(at), words)
    verb = graph.head(at)
    if {graph.lemma(verb), graph.word(verb)} & words.outcome_adjectives:
        # "no better than 900 mg"
        return True
    if set(graph.preposition(token).split()) & words.infinitive_marks or graph.pos(verb) not in ("VERB", "AUX"):
        # "pregnancy, when it goes up to 11 mg"
        return False
    if graph.phrase_of(graph.head(verb)) in words.side_effects:
        # "side effects of taking more than 20 mg a day include"
        return True
    if graph.base_dep(verb) == "csubj":
        told = graph.head(verb)
        tells = _tells(graph, told, words) or _is_likely_to(graph, told, words)
        return tells and graph.lemma(verb) in words.intake_verbs
    return (
        _is_taken_by_told(graph, verb, words) or _goes_with(graph, at, verb, words) or _is_followed(graph, verb, words)
    )


def _is_of_finding(graph: Graph, words: Words) -> bool:
    """What a study came to: "trials using 1 g a day show less nausea"; not "most trials used 1 g a day"."""
    did = words.trial_verbs | words.intake_verbs | words.studying_verbs
    roots = (token for token in range(len(graph)) if graph.head(token) == token and graph.pos(token) == "VERB")
    return any(
        graph.lemma(item) in words.study_nouns
        for root in roots
        if graph.lemma(root) not in did
        for kid in graph.kids(root, "nsubj", "obl")
        for item in graph.subtree(kid)
    )


def _measured(graph: Graph, token: int, words: Words) -> int:
    """The noun that the amount is the measure of: "a dose of 500 mg"."""
    head = graph.head(token)
    measured = words.dose_nouns | words.carriers | words.regimen_nouns
    return head if graph.base_dep(token) == "nmod" and graph.lemma(head) in measured else token


def _tells(graph: Graph, verb: int, words: Words) -> bool:
    """What a subject does: "400 mg cut sleep", "2 g had no effect"; not "400 mg is enough"."""
    if {graph.lemma(verb), graph.word(verb)} & words.outcome_adjectives:
        return True
    if graph.pos(verb) not in ("VERB", "AUX"):
        return False
    # "may reduce how often attacks happen"
    objects = graph.kids(verb, "obj", "ccomp")
    if graph.lemma(verb) in words.tying_verbs:
        return bool(graph.kids(verb, "obl"))
    if graph.lemma(verb) not in words.light_verbs:
        return bool(objects)
    return any(graph.mention(item, *TOLD) or graph.lemma(item) in words.outcome_nouns for item in objects)


def _is_likely_to(graph: Graph, verb: int, words: Words) -> bool:
    """ "Is unlikely to cause any harm"."""
    likely = graph.lemma(verb).removeprefix("un") in words.likely_words
    return likely and any(graph.kids(act, "obj") for act in graph.kids(verb, "xcomp"))


def _is_taken_by_told(graph: Graph, verb: int, words: Words) -> bool:
    """The main clause tells of those who took it: "people taking 2 g a day lost weight"."""
    if graph.base_dep(verb) != "acl" or graph.lemma(verb) not in words.intake_verbs | words.trial_verbs:
        return False
    people = graph.head(verb)
    named = graph.mention(people, "POPULATION") is not None or graph.lemma(people) in words.population_heads
    named = named or any(graph.word(kid) in words.persons for kid in graph.kids(verb, "nsubj"))
    return named and graph.base_dep(people) in ("nsubj", "obl", "obj", "conj")


def _goes_with(graph: Graph, token: int, verb: int, words: Words) -> bool:
    """ "At 2 g a day, carnitine did little", "with 15 mg a day the taste came back"."""
    if graph.base_dep(token) != "obl" or graph.kids(verb, "cop", "aux:pass"):
        return False
    subjects = graph.kids(verb, "nsubj")
    came = graph.parse.tags[verb] in PAST and _is_outcome(graph, verb, words)
    if came or any(graph.mention(item, *TOLD) for item in subjects):
        return True
    owned = any(graph.mention(item, "NUTRIENT") for item in subjects)
    return owned and bool(graph.kids(verb, "obj")) and _tells(graph, verb, words)


def _is_followed(graph: Graph, verb: int, words: Words) -> bool:
    """What came of it stands beside: "they took 600 mg a day, and their knees hurt less"."""
    if graph.parse.tags[verb] not in PAST:
        return False
    after = [item for item in graph.kids(verb, "conj", "parataxis", "advcl") if not graph.kids(item, "mark")]
    if graph.base_dep(verb) in ("advcl", "parataxis"):
        after.append(graph.head(verb))
    return any(_is_told(graph, item, words) for item in after)


def _is_told(graph: Graph, verb: int, words: Words) -> bool:
    """A clause about the past tells of the body, or what came of something."""
    finite = [verb, *graph.kids(verb, "cop", "aux", "aux:pass")]
    if not any(graph.parse.tags[item] in PAST for item in finite):
        return False
    told = (verb, *graph.kids(verb, "nsubj", "nsubj:pass", "obj"))
    return any(graph.mention(kid, *TOLD) for kid in told) or _is_outcome(graph, verb, words)


def _is_outcome(graph: Graph, verb: int, words: Words) -> bool:
    """ "Half of the cases were prevented", "mice lived longer", "joints were no wider"; not "some dropped out"."""
    if graph.kids(verb, "compound:prt"):
        return False
    moved = words.past_verbs | words.moving_verbs | words.event_verbs | words.injuring_verbs
    said = (verb, *graph.kids(verb, "xcomp"))
    compared = (*said, *(kid for item in said for kid in graph.kids(item, "advmod")))
    return graph.lemma(verb) in moved or any(graph.parse.tags[item] in COMPARED for item in compared)


def _is_let_go(graph: Graph, verb: int, words: Words) -> bool:
    """ "This can remove 6 cups of fluid"; "a cup has 35 mg", "one ounce delivers 80 mg": so much of a food holds it."""
    if graph.lemma(verb) in words.losing_verbs:
        return True
    holds = graph.lemma(verb) in words.containing_verbs
    return holds and any(_is_helping(graph, kid, words) for kid in graph.kids(verb, "nsubj"))


def _is_of_other(graph: Graph, token: int, words: Words) -> bool:
    """ "Deferasirox is a pill taken once a day", not "the Recommended Dietary Allowance is": the amount of a name that
    is no nutrient.
    """
    return any(
        graph.mention(item, "DRUG") is not None
        or (
            graph.mention(item) is None
            and graph.parse.pos[item] == "PROPN"
            and graph.word(item) not in words.intake_nouns
        )
        for item in graph.kids(token, "nsubj")
    )


def _is_helping(graph: Graph, token: int, words: Words) -> bool:
    """ "A cup", "100 grams", "one ounce of almonds"."""
    lemma = graph.lemma(token).split()[-1]
    named = graph.mention(token, "NUTRIENT")
    return (named is not None and named.subtype == "food") or graph.is_amount(token) or lemma in words.food_measures
