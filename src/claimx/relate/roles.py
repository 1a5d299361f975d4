"""The roles that frames name: where in the parse the nutrient and the object of a trigger stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Protocol, TypeAlias

from claimx.relate.adjective_roles import bearer, claimed, compounded, modified, qualified
from claimx.relate.carrying import carried, carried_alone, carried_by_people, carried_unsaid, said_before
from claimx.relate.clause_roles import (
    beside_safe,
    clause_subject,
    complement,
    complement_object,
    complement_subject,
    doer_before,
    done_before,
    done_to_end,
    enabled_by,
    failing,
    given,
    kept,
    losing,
    made,
    maker,
    subject_above,
)
from claimx.relate.correlatives import the_more, the_rest
from claimx.relate.forms import COMPARATIVES
from claimx.relate.lived import lived
from claimx.relate.marked_clauses import clause_above, clause_parts, parts_below_clause, reason_doers
from claimx.relate.phrase_roles import called, hung_on, opened
from claimx.relate.phrases import below, lacked, means, opening, opening_dose, prepositional, right_behind, set_beside
from claimx.relate.predicate_roles import (
    apposed,
    behind_colon,
    bracketed,
    governed,
    included,
    listed,
    named_as,
    predicate,
    predicate_above,
    ranked,
    results_told,
    set_off,
    those_are,
    told,
    told_of_those,
    tool,
)
from claimx.relate.reach import reach_left, reach_right
from claimx.relate.reader import Reader
from claimx.relate.spells import spell
from claimx.relate.studies import groups, outcome, outcome_compared, some_of_study, studied
from claimx.relate.subjects import deep_objects, deep_subjects, said_of, surface_subjects
from claimx.relate.takers import takers, tested_people

# roles of a nutrient that a sentence before, or the heading, gives
CARRYING = ("carried", "carried_by_people", "carried_at_all")
# one that is left out of what only it can be said of ("oysters have you covered") or done with ("avoid if pregnant")
UNSAID = ("unsaid", "unsaid_alone", "unsaid_at_all")
# one that somebody took who tells how it went
LIVED = "lived"
# roles of an object that nothing in the sentence names: the condition that the text is about
TOPICAL = ("topic", "bare_topic")
# roles of a nutrient that a study tests
TESTING = ("outcome", "outcome_compared", "some_of_study", "tested_people")


class WordedRole(Protocol):
    """A role that names words, as "prep:in|on"."""

    def __call__(self, reader: Reader, trigger: int, *, among: frozenset[str]) -> list[int]: ...


PlainRole: TypeAlias = Callable[[Reader, int], list[int]]


def find_role(reader: Reader, trigger: int, *, role: str) -> Sequence[int]:
    """Tokens that fill a role of a trigger; `docs/rules.md` says what each role is. An unknown one is a ValueError."""
    found = reader.roles.get((trigger, role))
    if found is None:
        found = reader.roles[trigger, role] = _find(reader, trigger, role=role)
    return found


def is_role(role: str) -> bool:
    """Whether a frame may name this role: a known name, with words behind it where it takes them, and only there."""
    name, words = _split(role)
    return name in (WORDED_ROLES if words else PLAIN_ROLES)


def _find(reader: Reader, trigger: int, *, role: str) -> list[int]:
    name, words = _split(role)
    if not is_role(role):
        raise ValueError(f"no role is called {role!r}")
    return WORDED_ROLES[name](reader, trigger, among=words) if words else PLAIN_ROLES[name](reader, trigger)


@cache
def _split(role: str) -> tuple[str, frozenset[str]]:
    name, _, words = role.partition(":")
    return name, frozenset(words.split("|")) - {""}


def _anywhere(reader: Reader, trigger: int, *, among: frozenset[str]) -> list[int]:
    graph = reader.graph
    return [item for item in range(trigger + 1, len(graph)) if graph.preposition(item) in among]


def _inside_subject(reader: Reader, trigger: int) -> list[int]:
    """ "A walnut allergy can trigger hives": what stands inside the subject, or behind its "to"."""
    graph, words = reader.graph, reader.words
    return [
        kid
        for doer in deep_subjects(reader, trigger)
        for kid in graph.kids(doer, "compound", "amod", "nmod")
        if graph.base_dep(kid) != "nmod" or graph.preposition(kid) in words.object_prepositions
    ]


def _right_ahead(reader: Reader, trigger: int) -> list[int]:
    """ "Foods high in calcium", wherever the parse hangs the adjective."""
    graph = reader.graph
    return [graph.anchor(trigger - 1)] if trigger > 0 and graph.mention_of[trigger - 1] >= 0 else []


def _governor(reader: Reader, trigger: int) -> list[int]:
    """What a preposition that is a predicate stands before: "low iron is behind fatigue", "is down to low iron"."""
    graph, above = reader.graph, reader.graph.head(trigger)
    before = graph.base_dep(trigger) == "advmod" and trigger + 1 in graph.kids(above, "case")
    # "is due to not getting enough zinc" is parsed as one verb, "is due to blood loss" with the "is" hung on "due"
    is_said = graph.kids(above, "cop", "aux") or graph.kids(trigger, "cop")
    stands = (before or graph.base_dep(trigger) in ("case", "mark")) and is_said
    return [above] if stands else []


def _inner(reader: Reader, trigger: int) -> list[int]:
    return [kid for kid in reader.graph.kids(trigger, "compound", "amod", "nmod:poss") if kid < trigger]


def _near(reader: Reader, trigger: int) -> list[int]:
    graph = reader.graph
    return [item for item in graph.head_of if item < trigger and graph.mention(item, "NUTRIENT") is not None][-1:]


def _taken(reader: Reader, trigger: int) -> list[int]:
    """What is taken at a time told from something else: "take zinc two hours before"."""
    graph = reader.graph
    verb = next((item for item in graph.ancestors(trigger) if graph.pos(item) == "VERB"), None)
    return deep_objects(reader, verb) if verb is not None and graph.lemma(verb) in reader.words.timed_verbs else []


def _this(reader: Reader, trigger: int) -> list[int]:
    words = reader.words
    return [trigger] if reader.graph.determiner(trigger) in words.pronouns | words.pointing_words else []


def _relative(reader: Reader, trigger: int) -> list[int]:
    graph = reader.graph
    return [item for kid in graph.kids(trigger, "acl") for item in graph.subtree(kid)]


def _self(_: Reader, trigger: int) -> list[int]:
    return [trigger]


def _topic(reader: Reader, trigger: int) -> list[int]:
    """ "The most common cause is", "you may be given iron", where nothing says of what, or for what."""
    graph = reader.graph
    if graph.pos(trigger) == "VERB":
        return [] if any(graph.mention(item, "CONDITION") is not None for item in graph.head_of) else [trigger]
    named = any(graph.mention(kid, "CONDITION") is not None for kid in graph.kids(trigger, "compound", "amod"))
    of = any(graph.preposition(kid) in reader.words.genitive_prepositions for kid in graph.kids(trigger, "nmod"))
    return [] if named or of else [trigger]


def _bare(reader: Reader, trigger: int) -> list[int]:
    """The trigger itself, when it takes nothing: "helps you see at night", but not "helps you see results"."""
    taken = reader.graph.kids(trigger, "obj", "ccomp", "xcomp")
    # "slept worse"
    return [trigger] if all(reader.graph.parse.tags[kid] in COMPARATIVES for kid in taken) else []


def _bare_topic(reader: Reader, trigger: int) -> list[int]:
    """ "Zinc may help", where nothing says with what."""
    return _topic(reader, trigger) if _bare(reader, trigger) else []


PLAIN_ROLES: dict[str, PlainRole] = {
    "subj": deep_subjects,
    "surface": surface_subjects,
    "obj": deep_objects,
    "mod": modified,
    "qualified": qualified,
    "governor": _governor,
    "opened": opened,
    "hung_on": hung_on,
    "called": called,
    "bearer": bearer,
    "claimed": claimed,
    "compounded": compounded,
    "means": means,
    "opening_dose": opening_dose,
    "ahead": _right_ahead,
    "inner": _inner,
    "groups": groups,
    "inside_subj": _inside_subject,
    "comp": complement,
    "comp_obj": complement_object,
    "comp_subj": complement_subject,
    "clause_subj": clause_subject,
    "above_subj": subject_above,
    "maker": maker,
    "made": made,
    "kept": kept,
    "failing": failing,
    "losing": losing,
    "done_before": done_before,
    "set_off": set_off,
    "the_more": the_more,
    "the_rest": the_rest,
    "given": given,
    "predicate": predicate,
    "tool": tool,
    "ranked": ranked,
    "above_predicate": predicate_above,
    "copula": said_of,
    "apposed": apposed,
    "governed": governed,
    "listed": listed,
    "included": included,
    "behind_colon": behind_colon,
    "results_told": results_told,
    "bracketed": bracketed,
    "told": told,
    "told_of_those": told_of_those,
    "those_are": those_are,
    "relative": _relative,
    "near": _near,
    "this": _this,
    "taken": _taken,
    "self": _self,
    "carried": carried,
    "carried_by_people": carried_by_people,
    "carried_at_all": carried_unsaid,
    "unsaid": carried,
    "unsaid_alone": carried_alone,
    "unsaid_at_all": carried_unsaid,
    "said_before": said_before,
    "studied": studied,
    "outcome": outcome,
    "outcome_compared": outcome_compared,
    "some_of_study": some_of_study,
    "lived": lived,
    "takers": takers,
    "tested_people": tested_people,
    "spell": spell,
    "doer_before": doer_before,
    "beside_safe": beside_safe,
    "named_as": named_as,
    "bare": _bare,
    "topic": _topic,
    "bare_topic": _bare_topic,
    "reach_left": reach_left,
    "reach_right": reach_right,
}
WORDED_ROLES: dict[str, WordedRole] = {
    "prep": prepositional,
    "lacked": lacked,
    "clause": clause_parts,
    "clause_above": clause_above,
    "below_clause": parts_below_clause,
    "reason": reason_doers,
    "enabled": enabled_by,
    "to_end": done_to_end,
    "below": below,
    "anywhere": _anywhere,
    "behind": right_behind,
    "set_beside": set_beside,
    "opening": opening,
}
