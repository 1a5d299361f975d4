"""How much of a nutrient people get by what a sentence says of them, for an "it" or "this" that goes on from that."""

from __future__ import annotations

from claimx.records import Mention
from claimx.relate.avoiding import keeps_off
from claimx.relate.fillers import Amount
from claimx.relate.people import is_people
from claimx.relate.reader import Reader
from claimx.relate.state import nutrient_state
from claimx.topic import Context


def amount_had(context: Context, number: int, item: Mention) -> Amount:
    """ "Many people get too little zinc. It can harm", "if you get too much zinc, it can"; what is avoided does not."""
    reader = context.reader(number)
    token = reader.graph.head_at(item.start) if reader is not None else None
    if reader is None or token is None:
        return "intake"
    graph, words = reader.graph, reader.words
    state = nutrient_state(reader, token)
    if state == "intake" or (state == "deficiency" and item.name in words.never_short):
        return "intake"
    if graph.has_kid(token, "amod", "det", among=words.less_words):
        # who eats less of it does not lack it
        return "intake"
    acts = (above for above in graph.ancestors(token) if graph.kids(above, "nsubj", "expl"))
    act = next(acts, None)
    return state if act is not None and _is_had_by_people(reader, act) else "intake"


def amount_left_out(context: Context, number: int, *, before: int) -> Amount:
    """ "If you don't get enough, it can": the amount of what is not named, in a clause that ends before an offset."""
    reader = context.reader(number)
    if reader is None:
        return "intake"
    graph, words = reader.graph, reader.words
    amounts = words.bare_amounts | words.bare_stores | words.excess_nouns | words.pronouns
    for act in range(len(graph)):
        inside = graph.subtree(act) if graph.base_dep(act) == "advcl" else ()
        opened = not words.amount_openers.isdisjoint(graph.word(kid) for kid in graph.kids(act, "mark", "advmod"))
        if not inside or not opened or graph.parse.ends[max(inside)] > before or not _is_had_by_people(reader, act):
            continue
        if any(graph.mention(kid, "NUTRIENT") is not None for kid in inside):
            continue
        held = [kid for kid in graph.kids(act, "obj", "obl", "advmod", "nsubj") if graph.lemma(kid) in amounts]
        if not held and graph.lemma(act) in words.short_adjectives | words.told_short:
            return "deficiency"
        states = (nutrient_state(reader, kid) for kid in (*held, act))
        found = next((state for state in states if state != "intake"), None)
        if found is not None:
            return found
    return "intake"


def _is_had_by_people(reader: Reader, act: int) -> bool:
    """People get or lack it, and do not leave it out; or there is no more of it than so much."""
    graph, words = reader.graph, reader.words
    who = graph.kids(act, "nsubj")
    people = all(
        graph.word(kid) in words.persons or is_people(reader, kid) or graph.lemma(kid) in words.bare_stores
        for kid in who
    )
    left_out = graph.lemma(act) in words.avoid_verbs - words.lacking_verbs or keeps_off(reader, act)
    return people and not left_out
