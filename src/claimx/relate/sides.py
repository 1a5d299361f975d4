"""On which side of a verb an object stands: with who does it, in one list with the nutrient, or outside its clause."""

from __future__ import annotations

from claimx.records import GAIN, HARM
from claimx.relate.classes import is_rest
from claimx.relate.graph import HYPHEN, Graph
from claimx.relate.phrases import is_extent
from claimx.relate.series import series
from claimx.relate.subjects import deep_subjects, said_of, surface_subjects
from claimx.relate.trials import Pair
from claimx.relate.words import Words

# what one thing of a list does to no other
APART = GAIN | HARM
# foods in a row from which on a clause behind the last is of the last
ROW = 3


def is_no_doer(pair: Pair) -> bool:
    """ "People with gout can lower salt", "eating fat lowered pain": nothing is done to what stands in the subject."""
    trial = pair.trial
    graph, trigger = trial.reader.graph, trial.trigger
    if trial.rule.relation not in GAIN or graph.pos(trigger) != "VERB" or graph.kids(trigger, "aux:pass"):
        return True
    # "your gut will thank you"
    taken = [kid for kid in graph.kids(trigger, "obj") if not is_extent(graph, kid) and graph.pos(kid) != "PRON"]
    if "people" in pair.object.via:
        # "people with asthma find relief" is of the asthma, but they "can lower their risk for gout"
        taken = [kid for kid in taken if graph.mention(kid) or graph.lemma(kid) in trial.reader.words.risk_nouns]
    first = graph.first_conjunct(trigger)
    doers = graph.kids(trigger, "nsubj", "csubj") or graph.kids(first, "nsubj", "csubj")
    if graph.base_dep(first) == "advcl":
        doers = doers or graph.kids(graph.head(first), "nsubj", "csubj")
    if not taken or any(graph.dep(kid) == "nsubj:pass" for kid in doers):
        return True
    return not any(pair.object.token in graph.subtree(kid) for kid in doers if kid < trigger)


def is_no_fellow(pair: Pair) -> bool:
    """ "Things that raise its likelihood, such as drink or obesity": one thing of a list does nothing to another."""
    trial = pair.trial
    graph = trial.reader.graph
    # what a study gave, or somebody took, has no words of its own
    unsaid = pair.nutrient.token == pair.object.token
    if unsaid or trial.rule.relation not in APART or graph.pos(trial.trigger) != "VERB":
        return True
    if pair.nutrient.token in series(trial.reader, pair.object.token):
        return False
    words = trial.reader.words
    own = _read_through(graph, pair.nutrient.token, words=words)
    other = _read_through(graph, pair.object.token, words=words)
    if not set(own).isdisjoint(other):
        return True
    rows = {graph.first_conjunct(item) for item in own}
    return rows.isdisjoint(graph.first_conjunct(item) for item in other)


def _read_through(graph: Graph, token: int, *, words: Words) -> list[int]:
    """The token and the measures it hangs on: "2 tubes of glucose gel"."""
    found = [token]
    while graph.base_dep(found[-1]) in ("nmod", "compound") and graph.is_nominal(graph.head(found[-1])):
        if graph.preposition(found[-1]) not in ("", *words.genitive_prepositions):
            # "less pain and nausea in the zinc group"
            break
        found.append(graph.head(found[-1]))
    return found


def is_no_content(pair: Pair) -> bool:
    """ "Hemoglobin is an iron-rich protein that carries oxygen": what the part of the body does, its iron does not."""
    graph, token = pair.trial.reader.graph, pair.nutrient.token
    rich = token + 2
    if rich >= len(graph) or graph.word(token + 1) != HYPHEN or rich == pair.trial.trigger:
        return True
    noun = graph.head(rich)
    told = [noun, *said_of(pair.trial.reader, noun)] + [graph.head(noun)] * (graph.base_dep(noun) == "appos")
    modifies = graph.base_dep(rich) == "amod" and graph.kids(noun, "acl")
    return not (modifies and any(graph.mention(item, "FUNCTION") is not None for item in told))


def is_not_made_within(pair: Pair) -> bool:
    """ "The gland makes melatonin, a hormone that controls sleep": what is made in the body is not what somebody takes.

    Nor is what something else has the body make ("vitamin C helps make collagen, a protein that").
    """
    reader, token, mention = pair.trial.reader, pair.nutrient.token, pair.nutrient.mention
    graph, words = reader.graph, reader.words
    taken = mention is None or mention.name.lower() not in words.body_made
    if taken or pair.trial.rule.relation not in GAIN | {"AFFECTS"}:
        return True
    top = token
    while graph.lemma(graph.head(top)) in words.secreting_nouns | words.amount_nouns and graph.base_dep(top) == "nmod":
        top = graph.head(top)
    if pair.trial.trigger not in graph.subtree(top):
        return True
    verb = graph.head(top)
    made = graph.base_dep(top) == "obj" and graph.lemma(verb) in words.secreting_verbs
    if not made and (top == token or graph.base_dep(top) not in ("obj", "obl")):
        return True
    doers = deep_subjects(reader, verb) or surface_subjects(reader, verb)
    if any(graph.word(doer) in words.pronouns for doer in doers):
        return False
    makers = (graph.mention(doer, "FUNCTION", "NUTRIENT") for doer in doers)
    return not any(maker is not None and maker.name not in words.excluded_objects for maker in makers)


def is_no_kind(pair: Pair) -> bool:
    """ "Hartnup disease is a disorder that hampers absorption": of the illness that has a name, not of its kind."""
    graph, token = pair.trial.reader.graph, pair.object.token
    if pair.trial.rule.relation != "ASSOCIATED_WITH" or not graph.kids(token, "cop"):
        return True
    kind = graph.last_word(token) in pair.trial.reader.words.vague_objects
    return not (kind and graph.base_dep(pair.trial.trigger) == "acl" and graph.kids(token, "nsubj"))


def is_in_its_clause(pair: Pair) -> bool:
    """ "Spinach, nuts, and cereals that contain iron": the clause is of the cereals, but see "and other foods that"."""
    trial, token = pair.trial, pair.object.token
    graph = trial.reader.graph
    said = graph.first_conjunct(trial.trigger)
    if trial.rule.relation != "FOUND_IN" or graph.base_dep(said) != "acl":
        return True
    last = graph.head(said)
    row = graph.conjuncts(graph.first_conjunct(last))
    if token == last or token not in row or last != max(row) or is_rest(trial.reader, last):
        return True
    named = graph.mention(last)
    if named is not None and named.name in trial.reader.words.empty_classes:
        # "coffee and foods that are high in fiber"
        return False
    return len(row) < ROW or graph.word(max(graph.subtree_of_mention(last)) + 1) == ","
