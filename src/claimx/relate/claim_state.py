"""Intake, deficiency or excess in a claim: what a phrase and its clause say of the amount, in view of the relation."""

from __future__ import annotations

from claimx.records import Mention, Relation, State
from claimx.relate.avoiding import avoids
from claimx.relate.fillers import Amount, Filler
from claimx.relate.people import is_people
from claimx.relate.reader import Reader
from claimx.relate.rules import Rule
from claimx.relate.state import nutrient_state

# where a large amount does harm it is an excess
HARMS: frozenset[Relation] = frozenset(
    {"CAUSES", "WORSENS", "PREDISPOSES", "CONTRAINDICATED_IN", "INTERACTS_WITH", "SAFE_FOR"}
)


def settle(amount: Amount, relation: Relation, found: Mention | None) -> State:
    """The state that an amount has in a claim: a large dose is an excess where it harms, else a dose like others."""
    if relation == "FOUND_IN" and amount == "excess":
        # what is in a food is there, however much of it that is
        return "intake"
    if amount != "large":
        return amount
    is_tied = relation == "ASSOCIATED_WITH" and found is not None and found.label == "CONDITION"
    return "excess" if relation in HARMS or is_tied else "intake"


def awaited(filler: Filler, state: State, *, rule: Rule) -> frozenset[str]:
    """The states that what a pronoun stands for must be spoken of in: "it is common in women", of a shortage."""
    open_state = filler.kind == "pronoun" and state == "intake" and rule.relation == "ASSOCIATED_WITH"
    return rule.states if open_state and state not in rule.states else frozenset()


def stated_amount(reader: Reader, filler: Filler, *, trigger: int) -> Amount:
    """The amount of a claim's nutrient; where its phrase gives none, what its clause says ("in high doses")."""
    if filler.state == "intake":
        return _amount_around(reader, filler.token, trigger)
    return "intake" if filler.state == "deficiency" and _is_taken_up(reader, filler.token, trigger) else filler.state


def _is_taken_up(reader: Reader, token: int, trigger: int) -> bool:
    """ "Avoiding alcohol – it can harm": what harms is not the lack of it."""
    graph = reader.graph
    act = graph.head(graph.first_conjunct(token))
    doers = graph.kids(graph.first_conjunct(trigger), "nsubj")
    # "when people run low on iron, they may feel tired" speaks of the people
    people = any(is_people(reader, kid) for kid in graph.kids(act, "nsubj"))
    later = not people and any(doer > token and graph.word(doer) in reader.words.pronouns for doer in doers)
    return later and avoids(reader, act) and graph.lemma(act) not in reader.words.lacking_verbs


def _amount_around(reader: Reader, token: int, trigger: int) -> Amount:
    graph = reader.graph
    holders = [token, trigger]
    for above in graph.ancestors(trigger):
        if graph.pos(holders[-1]) in ("VERB", "AUX", "ADJ"):
            break
        holders.append(above)
    # "can cause and worsen it in high doses"
    holders.extend({graph.first_conjunct(holder) for holder in holders[1:]})
    for kid in sorted({kid for holder in holders for kid in graph.kids(holder, "obl", "nmod", "advcl", "advmod")}):
        inside = graph.subtree(kid)
        if (
            token in inside
            or _is_reason(reader, kid)
            or any(graph.mention(item, "NUTRIENT") is not None for item in inside)
        ):
            continue
        for item in inside:
            amount = nutrient_state(reader, item) if _is_bare_amount(reader, item) else "intake"
            if amount in ("large", "excess"):
                return amount
    return "intake"


def _is_reason(reader: Reader, clause: int) -> bool:
    """ "Avoid it if you are ill, because the surplus harms": the amount is that of another statement."""
    marks = {reader.graph.word(kid) for kid in reader.graph.kids(clause, "mark", "advmod")}
    return reader.graph.base_dep(clause) == "advcl" and not marks.isdisjoint(
        reader.words.clause_openers - reader.words.amount_openers
    )


def _is_bare_amount(reader: Reader, token: int) -> bool:
    """ "Doses", "excess", the "much" of "if you take too much", but not that of "too much exercise"."""
    graph, words, lemma = reader.graph, reader.words, reader.graph.lemma(token)
    if lemma in words.excess_nouns and graph.base_dep(token) in ("amod", "compound"):
        # "by removing excess fluid"
        return False
    if lemma in words.large_amounts or lemma in words.excess_nouns:
        return not graph.kids(token, "nmod")
    above = graph.head(token)
    taken = graph.lemma(above) in words.dosing_verbs or not graph.kids(above, "obj")
    # "might lower blood sugar too much" is no amount of what lowers it
    bare = graph.base_dep(token) == "obj" or (graph.base_dep(token) == "advmod" and taken)
    return lemma in words.bare_amounts and bare
