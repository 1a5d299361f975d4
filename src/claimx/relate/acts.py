"""Objects that are no thing but an act or a state: what a nutrient makes somebody do or be."""

from __future__ import annotations

from claimx.records import Label
from claimx.relate.clause_roles import kept_from
from claimx.relate.fillers import Filler
from claimx.relate.graph import Graph
from claimx.relate.predicate_roles import tool
from claimx.relate.trials import Trial

# roles that the trigger itself fills
ACTS = ("self", "bare")


def is_of_named(trial: Trial, token: int, *, role: str) -> bool:
    """What is done or felt is that of something named, which is the object: "helps bones grow"."""
    graph, rule = trial.reader.graph, trial.rule
    if role not in (*ACTS, "comp") or "function" not in rule.object_types:
        return False
    if graph.pos(token) == "NOUN" or (graph.pos(token) == "ADJ" and role != "comp"):
        return False
    clause = graph.head(token) if graph.base_dep(token) in ("xcomp", "ccomp", "advcl", "obl") else token
    subjects = graph.kids(token, "nsubj") or graph.kids(clause, "obj")
    return any(
        graph.last_word(item) not in trial.reader.words.bodies and _is_part(trial, item)
        for item in subjects
        if item != token and item not in tool(trial.reader, token)
    )


def _is_part(trial: Trial, token: int) -> bool:
    """What is named is of the body or no person: "keeps bones strong", "keeps the balance of bacteria healthy"."""
    graph, words = trial.reader.graph, trial.reader.words
    people = words.population_heads | words.eater_nouns | words.group_nouns | words.tested_animals
    if graph.mention(token, "FUNCTION", "CONDITION", "NUTRIENT") is not None:
        return True
    person = graph.lemma(token) in people or graph.word(token) in words.members_of_study
    return graph.pos(token) == "NOUN" and graph.mention(token) is None and not person


def is_act(trial: Trial, token: int, *, role: str) -> bool:
    """Whether what fills the role is a verb or adjective and the object itself."""
    graph = trial.reader.graph
    itself = role in ACTS or (role == "comp" and graph.lemma(token) in trial.rule.object_heads)
    return itself and graph.pos(token) in ("VERB", "ADJ") and graph.mention(token) is None


def make_act(trial: Trial, token: int) -> Filler:
    """A verb or adjective that is the object itself: "helps you sleep", "is toxic"."""
    graph = trial.reader.graph
    label: Label = "CONDITION" if "condition" in trial.rule.object_types else "FUNCTION"
    last = token
    size = len(trial.rest)
    if token == trial.trigger and size and graph.lemmas[token + 1 : token + 1 + size] == trial.rest:
        # "lose weight" is all of it the act
        last = token + size
    name = " ".join((graph.lemma(token), *trial.rest)) if token == trial.trigger else graph.lemma(token)
    return Filler(token, graph.stretch(token, last, label=label, name=name), "phrase")


def make_failing(trial: Trial, token: int) -> Filler:
    """What a part of the body does that it should not: "hair may fall out"."""
    graph, act = trial.reader.graph, trial.trigger
    particles = [kid for kid in graph.kids(act, "compound", "advmod", "xcomp") if kid == act + 1]
    done = (act, *particles)
    part = _first_of_part(graph, token)
    name = f"{_said(graph, part, token).lower()} {' '.join(graph.words[item] for item in done)}"
    return Filler(act, graph.stretch(part, done[-1], label="CONDITION", name=name), "phrase")


def make_lost(trial: Trial, token: int) -> Filler:
    """What somebody comes to lose: "lose their hair"."""
    graph = trial.reader.graph
    return Filler(
        token, graph.stretch(trial.trigger, token, label="CONDITION", name=f"loss of {graph.word(token)}"), "phrase"
    )


def make_kept(trial: Trial, token: int) -> Filler:
    """What is kept from happening to a part of the body: "hair from thinning"."""
    graph = trial.reader.graph
    act = kept_from(trial.reader, trial.trigger)[0]
    particles = [kid for kid in graph.kids(act, "compound", "advmod") if kid == act + 1]
    part = _first_of_part(graph, token)
    name = f"{_said(graph, part, token).lower()} {graph.word(act)}"
    return Filler(token, graph.stretch(part, max([act, *particles]), label="CONDITION", name=name), "phrase")


def _first_of_part(graph: Graph, token: int) -> int:
    """The first word of what names a part of the body: "scalp" of "scalp hair"."""
    held = graph.subtree_of_mention(token) + graph.kids(token, "compound", "amod")
    return min(item for item in held if item <= token)


def _said(graph: Graph, first: int, last: int) -> str:
    return graph.text(graph.parse.starts[first], graph.parse.ends[last])
