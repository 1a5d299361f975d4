"""Amounts told by what is denied: what the body cannot take up or get rid of, and what there is not enough of."""

from __future__ import annotations

from claimx.relate.reader import Reader


def is_not_taken_up(reader: Reader, token: int) -> bool:
    """ "Cannot absorb B12", "if you do not eat meat"."""
    graph, words = reader.graph, reader.words
    first = graph.first_conjunct(token)
    verb = graph.head(first)
    denied = graph.has_kid(verb, "advmod", among=words.negators)
    uptake = {graph.lemma(verb), graph.with_particle(verb)}
    taken = graph.base_dep(first) == "obj" or graph.dep(first) == "nsubj:pass"
    clause = graph.base_dep(verb) in ("advcl", "acl") and bool(graph.kids(verb, "nsubj"))
    known = words.uptake_verbs | words.eating_verbs | words.taking_verbs if clause else words.uptake_verbs
    return (denied and taken and not uptake.isdisjoint(known)) or is_unable(reader, token, to=words.uptake_verbs)


def is_unable(reader: Reader, token: int, *, to: frozenset[str]) -> bool:
    """ "The kidneys cannot get rid of salt", "if the gut fails to absorb iron", "the inability to absorb it"."""
    graph, words = reader.graph, reader.words
    first = graph.first_conjunct(token)
    act = graph.head(first)
    if graph.base_dep(first) not in ("obj", "obl") or to.isdisjoint((graph.lemma(act), graph.with_particle(act))):
        return False
    acts = [act]
    while graph.base_dep(acts[-1]) in ("xcomp", "acl") and graph.dep(acts[-1]) != "acl:relcl":
        acts.append(graph.head(acts[-1]))
    return any(
        graph.lemma(item) in words.inabilities or graph.has_kid(item, "advmod", among=words.negators) for item in acts
    )


def is_not_enough(reader: Reader, token: int) -> bool:
    """ "Do not get enough zinc", "without enough B12": negation of a sufficient amount."""
    graph, words = reader.graph, reader.words
    sufficient = any(
        graph.has_kid(item, "amod", "det", "advmod", "obj", "compound", among=words.enough)
        for item in (token, graph.head(token))
    )
    if not sufficient:
        return False
    below = token
    for item in (token, *graph.ancestors(token)):
        if graph.pos(item) in ("VERB", "AUX") and graph.dep(below) == "nsubj":
            # "adequate zinc did not help"
            break
        below = item
        if graph.preposition(item).split(" ")[0] in words.absence_prepositions:
            return True
        if any(
            graph.word(kid) in words.negators or graph.lemma(kid) in words.negators
            for kid in graph.kids(item, "advmod", "det")
        ):
            return True
        if graph.pos(item) in ("VERB", "AUX"):
            break
    return False
