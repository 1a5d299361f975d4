"""The roles that frames name: where in the parse the nutrient and the object of a trigger stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from typing import Protocol, TypeAlias

from claimx.relate.carrying import carried, carried_by_people
from claimx.relate.fillers import member_tokens
from claimx.relate.phrases import below, means, prepositional
from claimx.relate.reach import reach_left, reach_right
from claimx.relate.reader import Reader
from claimx.relate.subjects import deep_objects, deep_subjects, holders, said_of, surface_subjects
from claimx.relate.unnamed import amount_adverbs

# how what is made to happen hangs on the verb that makes it
BELOW_MAKER = frozenset({"xcomp", "ccomp", "advcl", "acl", "obl", "obj"})


COLON = ":"
# roles of a nutrient that a sentence before, or the heading, gives
CARRYING = ("carried", "carried_by_people")


class WordedRole(Protocol):
    """A role that names words, as "prep:in|on"."""

    def __call__(self, reader: Reader, trigger: int, *, among: frozenset[str]) -> list[int]: ...


# what a clause of a condition speaks of ("if you stop using zinc")
ARGUMENTS = ("nsubj", "obj", "obl", "xcomp")

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


def _clause(reader: Reader, trigger: int, *, among: frozenset[str]) -> list[int]:
    """Subjects and objects of the clauses under a trigger that a marker opens ("if you have too little iron")."""
    graph = reader.graph
    # "explains how it works"
    asked = ("ccomp",) if among & reader.words.manner_openers else ()
    clauses = graph.kids(trigger, "advcl", "obl", *asked)
    first = graph.first_conjunct(trigger)
    if first != trigger:
        # "when levels are low, damage can occur or worsen": the clause hangs on the first of the verbs
        clauses = clauses + [kid for kid in graph.kids(first, "advcl", "obl") if kid < first]
    found: list[int] = []
    for kid in clauses:
        marks = {graph.word(item) for item in graph.kids(kid, "mark", "advmod", "case")}
        if (marks | {graph.preposition(kid).split(" ")[0]}) & among:
            alone = (
                graph.is_nominal(kid) or graph.mention(kid) is not None or graph.lemma(kid) in reader.words.bare_amounts
            )
            found.extend([kid] if alone else graph.kids(kid, *ARGUMENTS))
            found.extend(amount_adverbs(graph, kid, words=reader.words))
    if graph.base_dep(trigger) == "conj" and any(graph.word(item) in among for item in graph.kids(first, "mark")):
        # "if you have gout, avoid liver", parsed as two verbs of one clause
        found.extend(item for item in graph.kids(first, *ARGUMENTS) if item < trigger)
    return found


def _anywhere(reader: Reader, trigger: int, *, among: frozenset[str]) -> list[int]:
    graph = reader.graph
    return [item for item in range(trigger + 1, len(graph)) if graph.preposition(item) in among]


def _groups(reader: Reader, trigger: int) -> list[int]:
    """What the people took in whom it was seen: "was observed in the zinc group", "among those taking zinc"."""
    graph, words = reader.graph, reader.words
    found: list[int] = []
    for item in range(trigger + 1, len(graph)):
        if graph.preposition(item) not in words.group_prepositions:
            continue
        if graph.lemma(item) in words.group_nouns:
            found.extend(graph.kids(item, "compound", "amod"))
        people = graph.lemma(item) in words.group_nouns | words.population_heads
        if people or graph.word(item) in words.plural_pointers:
            found.extend(graph.kids(item, "acl"))
    return found


def _right_behind(reader: Reader, trigger: int, *, among: frozenset[str]) -> list[int]:
    """ "High in calcium", wherever the parse hangs the phrase."""
    graph = reader.graph
    if trigger + 1 >= len(graph) or graph.word(trigger + 1) not in among:
        return []
    return [item for item in range(trigger + 2, len(graph)) if trigger + 1 in graph.kids(item, "case", "mark")][:1]


def _right_ahead(reader: Reader, trigger: int) -> list[int]:
    """ "Foods high in calcium", wherever the parse hangs the adjective."""
    graph = reader.graph
    return [graph.anchor(trigger - 1)] if trigger > 0 and graph.mention_of[trigger - 1] >= 0 else []


def _modified(reader: Reader, trigger: int) -> list[int]:
    graph, noun = reader.graph, reader.graph.head(trigger)
    # "its calming effects and ability": nothing is done to an effect
    modifies = graph.base_dep(trigger) in ("amod", "compound") and graph.lemma(noun) not in reader.words.effect_nouns
    return [noun] if modifies else []


def _qualified(reader: Reader, trigger: int) -> list[int]:
    """The noun that an adjective, or the first of a series of adjectives, modifies."""
    graph = reader.graph
    first = graph.first_conjunct(trigger)
    noun = graph.head(first)
    return [noun] if graph.base_dep(first) in ("amod", "compound") and noun > trigger else []


def _governor(reader: Reader, trigger: int) -> list[int]:
    """What a preposition that is a predicate stands before: "low iron is behind fatigue"."""
    graph, above = reader.graph, reader.graph.head(trigger)
    # "is due to not getting enough zinc" is parsed as one verb
    stands = graph.base_dep(trigger) in ("case", "mark") and graph.kids(above, "cop", "aux")
    return [above] if stands else []


def _bearer(reader: Reader, trigger: int) -> list[int]:
    """Who has what the adjective modifies, or is what it says: "oats have calming effects", "oats are calming"."""
    noun = next(iter(_qualified(reader, trigger)), None)
    if noun is not None and reader.graph.mention(noun, "DRUG") is not None:
        # "should not be taken with blood-thinning medicines"
        return []
    return deep_subjects(reader, trigger) or said_of(reader, trigger) if noun is None else holders(reader, noun)


def _claimed(reader: Reader, trigger: int) -> list[int]:
    """The bearer, where the adjective is what is said of it: "oats are gut-friendly", not "eat gut-friendly oats"."""
    graph = reader.graph
    noun = next(iter(_qualified(reader, trigger)), None)
    said = (
        noun is None
        or graph.lemma(noun) in reader.words.effect_nouns
        or graph.base_dep(noun) == "appos"
        or bool(graph.kids(noun, "cop"))
    )
    return _bearer(reader, trigger) if said else []


def _compounded(reader: Reader, trigger: int) -> list[int]:
    """What the adjective speaks of: itself, or what stands before its hyphen ("cholesterol-lowering")."""
    graph = reader.graph
    if graph.mention_of[trigger] >= 0:
        return [trigger]
    return [graph.anchor(trigger - 2)] if graph.compounded(trigger) and trigger > 1 else []


def _inner(reader: Reader, trigger: int) -> list[int]:
    return [kid for kid in reader.graph.kids(trigger, "compound", "amod", "nmod:poss") if kid < trigger]


def _complement(reader: Reader, trigger: int) -> list[int]:
    graph, feelings = reader.graph, reader.words.feeling_verbs
    found = graph.kids(trigger, "xcomp", "ccomp", "attr")
    return found + [item for kid in found if graph.lemma(kid) in feelings for item in graph.kids(kid, "xcomp", "attr")]


def _complement_object(reader: Reader, trigger: int) -> list[int]:
    graph = reader.graph
    clauses = graph.kids(trigger, "xcomp", "advcl", "ccomp", "acl")
    # "more likely than others to get gout"
    clauses = clauses or [kid for noun in graph.kids(trigger, "obl") for kid in graph.kids(noun, "acl")]
    # "less likely to die of heart disease": the clause stands for what befalls
    return [item for kid in clauses for item in graph.kids(kid, "obj") or [kid]]


def _complement_subject(reader: Reader, trigger: int) -> list[int]:
    graph = reader.graph
    return graph.kids(trigger, "obj") if graph.kids(trigger, "xcomp", "ccomp", "advcl") else []


def _maker(reader: Reader, trigger: int) -> list[int]:
    """Who makes it happen: "sugar makes insulin rise", "celiac disease makes it hard to absorb iron"."""
    graph, words = reader.graph, reader.words
    for here, above in pairwise([trigger, *graph.ancestors(trigger)]):
        if graph.base_dep(here) not in BELOW_MAKER:
            return []
        if graph.lemma(above) in words.making_verbs:
            return surface_subjects(reader, above)
    return []


def _made(reader: Reader, trigger: int) -> list[int]:
    """What is made to do it, where the parse hangs it on the verb above or on the trigger."""
    graph, words = reader.graph, reader.words
    if graph.lemma(graph.head(trigger)) not in words.making_verbs or graph.kids(trigger, "obj"):
        # "lowers LDL while raising HDL" raises no LDL
        return []
    return graph.kids(graph.head(trigger), "obj") + [kid for kid in graph.kids(trigger, "compound") if kid < trigger]


def _given(reader: Reader, trigger: int) -> list[int]:
    """To whom the noun or what the verb takes is given: "gives the skin a boost"."""
    graph = reader.graph
    verb = graph.head(trigger) if graph.base_dep(trigger) == "obj" else trigger
    return graph.kids(verb, "iobj") or [kid for kid in graph.kids(verb, "obj") if kid < trigger]


def _subject_above(reader: Reader, trigger: int) -> list[int]:
    graph = reader.graph
    subjects = (graph.kids(item, "nsubj") for item in (trigger, *graph.ancestors(trigger)))
    return next((found for found in subjects if found), [])


def _near(reader: Reader, trigger: int) -> list[int]:
    graph = reader.graph
    return [item for item in graph.head_of if item < trigger and graph.mention(item, "NUTRIENT") is not None][-1:]


def _this(reader: Reader, trigger: int) -> list[int]:
    words = reader.words
    return [trigger] if reader.graph.determiner(trigger) in words.pronouns | words.pointing_words else []


def _predicate(reader: Reader, trigger: int) -> list[int]:
    graph = reader.graph
    subject = _one_of(reader, trigger)
    above = graph.head(subject)
    if graph.base_dep(subject) != "nsubj":
        return []
    return [above] if graph.kids(above, "cop") else graph.kids(above, "obj", "obl", "xcomp", "ccomp")


def _one_of(reader: Reader, token: int) -> int:
    """The word that picks out of what a noun names, or the noun: "one of the side effects is nausea"."""
    graph, words = reader.graph, reader.words
    above = graph.head(token)
    picked = graph.base_dep(token) == "nmod" and graph.preposition(token) in words.genitive_prepositions
    return above if picked and above < token and graph.lemma(above) in words.transparent_nouns else token


def _predicate_above(reader: Reader, trigger: int) -> list[int]:
    graph = reader.graph
    subject = next((item for item in (trigger, *graph.ancestors(trigger)) if graph.base_dep(item) == "nsubj"), None)
    return _predicate(reader, subject) if subject is not None else []


def _governed(reader: Reader, trigger: int) -> list[int]:
    graph = reader.graph
    subject = _one_of(reader, trigger)
    return graph.kids(graph.head(subject), "obj") if graph.base_dep(subject) == "nsubj" else []


def _listed(reader: Reader, trigger: int) -> list[int]:
    """ "Benefits of zinc include clear skin", but for what is said to rise or fall."""
    graph, words = reader.graph, reader.words
    above = graph.head(trigger)
    if graph.base_dep(trigger) != "nsubj" or graph.lemma(above) not in words.listing_verbs:
        return []
    moved = words.raise_modifiers | words.lower_modifiers
    items = [item for kid in graph.kids(above, "obj") for item in graph.conjuncts(kid)]
    return [item for item in items if not any(graph.word(kid) in moved for kid in graph.kids(item, "amod"))]


def _behind_colon(reader: Reader, trigger: int) -> list[int]:
    """What is listed behind a colon, where no verb stands in the line: "Signs of low iron: fatigue and pale skin"."""
    graph = reader.graph
    colon = next((item for item in range(trigger + 1, len(graph)) if graph.word(item) == COLON), len(graph))
    if "VERB" in graph.tagged or "AUX" in graph.tagged:
        return []
    return [item for item in graph.head_of if item > colon]


def _told(reader: Reader, trigger: int) -> list[int]:
    """What is listed behind the trigger: "the side effects of zinc (nausea, cramps) are mild"."""
    return member_tokens(reader.graph, trigger, words=reader.words)


def _relative(reader: Reader, trigger: int) -> list[int]:
    graph = reader.graph
    return [item for kid in graph.kids(trigger, "acl") for item in graph.subtree(kid)]


def _named_as(reader: Reader, trigger: int) -> list[int]:
    """What a general noun is said to be or to include: "other signs are", "one of the signs is"."""
    graph, token = reader.graph, trigger
    if graph.base_dep(token) == "nmod" and graph.lemma(graph.head(token)) in reader.words.transparent_nouns:
        token = graph.head(token)
    above = graph.head(token)
    if graph.base_dep(token) != "nsubj":
        return []
    if graph.kids(above, "cop"):
        return [above]
    defines = graph.lemma(above) in reader.words.defining_verbs
    return graph.kids(above, "obj", "obl", "xcomp", "ccomp") if defines else []


def _self(_: Reader, trigger: int) -> list[int]:
    return [trigger]


def _bare(reader: Reader, trigger: int) -> list[int]:
    """The trigger itself, when it takes nothing: "helps you see at night", but not "helps you see results"."""
    return [] if reader.graph.kids(trigger, "obj", "ccomp", "xcomp") else [trigger]


PLAIN_ROLES: dict[str, PlainRole] = {
    "subj": deep_subjects,
    "surface": surface_subjects,
    "obj": deep_objects,
    "mod": _modified,
    "qualified": _qualified,
    "governor": _governor,
    "bearer": _bearer,
    "claimed": _claimed,
    "compounded": _compounded,
    "means": means,
    "ahead": _right_ahead,
    "inner": _inner,
    "groups": _groups,
    "comp": _complement,
    "comp_obj": _complement_object,
    "comp_subj": _complement_subject,
    "above_subj": _subject_above,
    "maker": _maker,
    "made": _made,
    "given": _given,
    "predicate": _predicate,
    "above_predicate": _predicate_above,
    "copula": said_of,
    "governed": _governed,
    "listed": _listed,
    "behind_colon": _behind_colon,
    "told": _told,
    "relative": _relative,
    "near": _near,
    "this": _this,
    "self": _self,
    "carried": carried,
    "carried_by_people": carried_by_people,
    "named_as": _named_as,
    "bare": _bare,
    "topic": _self,
    "reach_left": reach_left,
    "reach_right": reach_right,
}
WORDED_ROLES: dict[str, WordedRole] = {
    "prep": prepositional,
    "clause": _clause,
    "below": below,
    "anywhere": _anywhere,
    "behind": _right_behind,
}
