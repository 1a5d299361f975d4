"""Roles in the clauses around a trigger: what completes it, what makes it happen, who stands above it."""

from __future__ import annotations

from itertools import pairwise

from claimx.relate.avoiding import keeps_off
from claimx.relate.forms import BARE, FINITE
from claimx.relate.graph import Graph
from claimx.relate.people import is_people
from claimx.relate.reader import Reader
from claimx.relate.studies import groups
from claimx.relate.subjects import deep_subjects, surface_subjects

# how what is made to happen hangs on the verb that makes it
BELOW_MAKER = frozenset({"xcomp", "ccomp", "advcl", "acl", "obl", "obj", "advmod"})
# how a clause that goes on with a report hangs on the one before it
GOING_ON = ("conj", "parataxis", "advcl")


def complement(reader: Reader, trigger: int) -> list[int]:
    graph, feelings = reader.graph, reader.words.feeling_verbs
    found = graph.kids(trigger, "xcomp", "ccomp", "attr")
    if any(graph.mention(kid, "DRUG") is not None for kid in graph.kids(trigger, "obj")):
        # "makes blood pressure pills weaker" makes nobody weak
        return []
    return found + [item for kid in found if graph.lemma(kid) in feelings for item in graph.kids(kid, "xcomp", "attr")]


def complement_object(reader: Reader, trigger: int) -> list[int]:
    graph = reader.graph
    clauses = graph.kids(trigger, "xcomp", "advcl", "ccomp", "acl")
    # "more likely than others to get gout"
    clauses = clauses or [kid for noun in graph.kids(trigger, "obl") for kid in graph.kids(noun, "acl")]
    # "less likely to be depressed", "to become depressed", "to go on to develop"
    clauses = [item for kid in clauses for item in _befalls(reader, kid) or [kid]]
    # "less likely to have a stroke or develop gout"
    clauses += [other for kid in clauses for other in graph.kids(kid, "conj") if graph.parse.tags[other] == "VB"]
    turning = reader.words.turning_prepositions
    found: list[int] = []
    for kid in clauses:
        # "less likely to die of heart disease", "to break a hip": the clause stands for what befalls
        done_to = [] if graph.lemma(kid) in reader.words.injuring_verbs else graph.kids(kid, "obj")
        if graph.lemma(kid) in reader.words.admitting_verbs:
            # "less likely to be admitted to hospital with gout"
            done_to = [item for item in graph.subtree(kid) if graph.mention(item, "CONDITION") is not None][:1]
        # "less likely to progress to diabetes", but "to be allergic to eggs"
        ill = graph.mention(kid, "CONDITION") is not None
        done_to = done_to or [item for item in graph.kids(kid, "obl") if graph.preposition(item) in turning and not ill]
        found += done_to or [kid]
    return found


def _befalls(reader: Reader, verb: int) -> list[int]:
    """What completes "become", "feel" and "go on to"."""
    graph, words = reader.graph, reader.words
    if graph.lemma(verb) in words.going_verbs:
        return [kid for kid in graph.kids(verb, "xcomp", "advcl") if graph.parse.tags[kid] == "VB"]
    return graph.kids(verb, "xcomp") if graph.lemma(verb) in words.feeling_verbs else []


def complement_subject(reader: Reader, trigger: int) -> list[int]:
    graph = reader.graph
    acts = graph.kids(trigger, "xcomp", "ccomp", "advcl")
    helps = graph.lemma(trigger) in reader.words.bare_causatives
    # "helps muscles move and nerves fire"
    others = [other for act in graph.kids(trigger, "xcomp") for other in graph.kids(act, "conj")] if helps else []
    doers = [
        kid
        for other in others
        if graph.parse.tags[other] in BARE
        for kid in graph.kids(other, "nsubj")
        if graph.determiner(kid)
    ]
    return graph.kids(trigger, "obj") + doers if acts else []


def clause_subject(reader: Reader, trigger: int) -> list[int]:
    """ "Makes sure that nerves work"."""
    graph = reader.graph
    return [kid for clause in graph.kids(trigger, "ccomp") for kid in graph.kids(clause, "nsubj")]


def maker(reader: Reader, trigger: int) -> list[int]:
    """Who makes it happen: "sugar makes insulin rise", "celiac disease makes it hard to absorb iron"."""
    graph, words = reader.graph, reader.words
    first = graph.first_conjunct(trigger) if _is_second_act(reader, trigger) else trigger
    if first != trigger and graph.lemma(first) in words.making_verbs:
        return surface_subjects(reader, first)
    for here, above in pairwise([first, *graph.ancestors(first)]):
        if graph.base_dep(here) not in BELOW_MAKER or _is_own_clause(reader, here):
            return []
        if graph.lemma(above) in words.making_verbs | words.seeing_verbs:
            return surface_subjects(reader, above)
    return []


def _is_second_act(reader: Reader, token: int) -> bool:
    """ "Makes gums bleed and teeth loosen": an act with a doer of its own, joined without a comma."""
    graph = reader.graph
    start = min(graph.subtree(token))
    plain = graph.parse.tags[token] in (*BARE, "JJ") or graph.pos(token) == "ADJ"
    joined = graph.base_dep(token) == "conj" and graph.pos(start) == "CCONJ" and graph.word(start - 1) != ","
    return plain and joined and bool(graph.kids(token, "nsubj")) and not graph.kids(token, "aux", "cop")


def _is_own_clause(reader: Reader, token: int) -> bool:
    """ "Zinc did not prevent colds, although deaths fell": nobody is said to make it so."""
    graph, openers = reader.graph, reader.words.clause_openers
    opens = any(graph.word(kid) in openers for kid in graph.kids(token, "mark"))
    return opens and graph.base_dep(token) == "advcl" and graph.parse.tags[token] in FINITE


def made(reader: Reader, trigger: int) -> list[int]:
    """What is made to do it, where the parse hangs it on the verb above or on the trigger."""
    graph, words = reader.graph, reader.words
    if _is_second_act(reader, trigger):
        return graph.kids(trigger, "nsubj")
    making = graph.lemma(graph.head(trigger)) in words.making_verbs | words.seeing_verbs
    if not making or graph.kids(trigger, "obj") or _is_own_clause(reader, trigger):
        # "lowers LDL while raising HDL" raises no LDL
        return []
    above = graph.head(trigger)
    # "makes it less effective", where "it" was taken for one that stands for nothing
    taken = [kid for kid in graph.kids(above, "obj", "iobj", "expl") if kid > above or graph.base_dep(kid) == "obj"]
    return taken + [kid for kid in graph.kids(trigger, "compound") if kid < trigger]


def given(reader: Reader, trigger: int) -> list[int]:
    """To whom the noun or what the verb takes is given: "gives the skin a boost"."""
    graph = reader.graph
    verb = graph.head(trigger) if graph.base_dep(trigger) == "obj" else trigger
    if graph.base_dep(trigger) == "conj" and graph.kids(trigger, "nmod:poss", "det"):
        # "gives skin its bounce and tendons their strength"
        before = graph.anchor(min(graph.subtree(trigger)) - 1)
        return [before] if graph.is_nominal(before) and graph.mention(before) is not None else []
    taken = graph.kids(verb, "obj")
    # "give young children juice", where the parser took them for a part of the name
    inside = [
        kid
        for item in taken
        for kid in graph.kids(item, "compound", "nmod")
        if verb < kid < item and graph.mention(kid, "POPULATION") is not None and not graph.preposition(kid)
    ]
    return graph.kids(verb, "iobj") or [kid for kid in taken if kid < trigger] or inside


def enabled_by(reader: Reader, trigger: int, *, among: frozenset[str]) -> list[int]:
    """Who acts, or what is taken, in the clause that this one is the end of: "is released so that muscles contract"."""
    graph = reader.graph
    able = any(graph.parse.tags[kid] == "MD" for kid in _openers(graph, trigger))
    above = graph.head(trigger)
    if not able or not _is_end(graph, trigger, among=among):
        return []
    return surface_subjects(reader, above) + graph.kids(above, "obj")


def done_to_end(reader: Reader, trigger: int, *, among: frozenset[str]) -> list[int]:
    """What is taken so that it does not come about: "drink water so you do not get dehydrated"."""
    graph = reader.graph
    above = graph.head(trigger)
    taken = graph.lemma(above) in reader.words.intake_verbs - reader.words.avoid_verbs
    return graph.kids(above, "obj") if taken and _is_end(graph, trigger, among=among) else []


def _openers(graph: Graph, trigger: int) -> list[int]:
    """The small words before a verb, or before the first of those it stands in a row with."""
    first = graph.first_conjunct(trigger) if graph.base_dep(trigger) == "conj" else trigger
    return [kid for item in (trigger, first) for kid in graph.kids(item, "mark", "advmod", "cc", "aux")]


def _is_end(graph: Graph, trigger: int, *, among: frozenset[str]) -> bool:
    return graph.head(trigger) != trigger and any(graph.word(kid) in among for kid in _openers(graph, trigger))


def subject_above(reader: Reader, trigger: int) -> list[int]:
    graph = reader.graph
    for item in (trigger, *graph.ancestors(trigger)):
        # "taking zinc made no dent", "being pregnant raises the need"
        acts = [
            kid
            for kid in graph.kids(item, "csubj")
            if kid < trigger and "VBG" in {graph.parse.tags[part] for part in (kid, *graph.kids(kid, "cop"))}
        ]
        if subjects := graph.kids(item, "nsubj") or acts:
            return subjects
    return []


def _is_own_story(reader: Reader, before: int, clause: int) -> bool:
    """ "I have been taking zinc for a month and my acne is gone": what somebody takes, and what became of their own."""
    graph, words = reader.graph, reader.words
    takes = graph.lemma(before) in words.taking_verbs | words.phase_verbs | words.ordered_verbs | words.swapping_verbs
    who = {graph.word(kid) for kid in graph.kids(before, "nsubj") if graph.pos(kid) == "PRON"}
    if not (takes and who and graph.pos(before) == "VERB" and graph.base_dep(clause) == "conj"):
        return False
    denied = any(graph.word(kid) in words.negators for kid in graph.kids(before, "advmod"))
    doers = graph.kids(clause, "nsubj")
    # "I took zinc and have had headaches ever since"
    own = who <= words.tellers and who.issuperset(graph.word(kid) for kid in doers)
    return not denied and (own or any(graph.kids(kid, "nmod:poss") for kid in doers))


def doer_before(reader: Reader, trigger: int) -> list[int]:
    """Who did what the clause before tells, where this one tells in the past what became of something else.

    "Zinc did not help, but colds grew milder", "oats lowered cholesterol, with LDL falling 9 percent".
    """
    graph = reader.graph
    clause = trigger
    while graph.base_dep(clause) in ("xcomp", "ccomp", "amod", "obl") and graph.head(clause) > 0:
        clause = graph.head(clause)
    before = graph.head(clause)
    if graph.base_dep(clause) not in GOING_ON or before >= clause:
        return []
    if _is_own_story(reader, before, clause):
        return [before]
    if not graph.kids(clause, "nsubj"):
        return []
    openers = {graph.word(kid) for kid in graph.kids(clause, "mark", "case")}
    beside = graph.base_dep(clause) == "advcl"
    if beside and openers.isdisjoint(reader.words.turning_openers | reader.words.absolute_openers):
        return []
    absolute = beside and not openers.isdisjoint(reader.words.absolute_openers)
    if not _is_told(graph, before) or not (absolute or _is_told(graph, clause)):
        return []
    inside = graph.subtree(clause)
    named = any(graph.mention(item, "NUTRIENT", "DRUG") is not None for item in inside)
    # "zinc kept bones strong; density fell in the control group"
    rivals = any(graph.word(item) in reader.words.control_words for item in inside)
    compared = any(graph.word(kid) in reader.words.comparing_words for kid in graph.kids(before, "mark"))
    if named or rivals or compared or graph.kids(before, "expl"):
        return []
    # "zinc was linked to fewer colds, and deaths fell too"
    doers = deep_subjects(reader, before) or surface_subjects(reader, before)
    eaten = any(graph.mention(doer, "NUTRIENT") is not None for doer in doers)
    # "the women took zinc, but their colds did not abate", but zinc that lowers something takes nothing
    if graph.lemma(before) in reader.words.intake_verbs and not eaten:
        return [before]
    # "LDL fell in the oat group, while HDL did not budge"
    hung = graph.kids(before, "obl", "nmod")
    taken = [kid for kid in hung if graph.preposition(kid) in reader.words.giving_prepositions]
    return doers + taken + groups(reader, before)


def beside_safe(reader: Reader, trigger: int) -> list[int]:
    """What the clause beside it calls safe: "zinc is well tolerated", "most tolerate zinc, but nausea is common"."""
    graph = reader.graph
    above = graph.head(trigger)
    beside = graph.base_dep(trigger) in GOING_ON and above < trigger and bool(graph.kids(trigger, "nsubj"))
    inside = graph.subtree(trigger)
    named = any(graph.mention(item, "NUTRIENT", "DRUG") is not None for item in inside)
    safe = not reader.words.safe_words.isdisjoint((graph.lemma(above), graph.word(above)))
    return surface_subjects(reader, above) + graph.kids(above, "obj") if beside and safe and not named else []


def _is_told(graph: Graph, clause: int) -> bool:
    """ "Fell", "was lower", "did not fall"."""
    return any(graph.parse.tags[item] == "VBD" for item in (clause, *graph.kids(clause, "aux", "cop", "aux:pass")))


def kept(reader: Reader, trigger: int) -> list[int]:
    """What is kept from an act of its own: "hair" of "keeps hair from falling out"; people are kept from an illness."""
    things = reader.graph.kids(trigger, "obj") if kept_from(reader, trigger) else []
    return [item for item in things if not is_people(reader, item)]


def failing(reader: Reader, trigger: int) -> list[int]:
    """The part of the body that does what the trigger says: "gums" of "gums may bleed", "makes your gums bleed"."""
    graph = reader.graph
    parts = made(reader, trigger) or surface_subjects(reader, trigger)
    return [
        item for part in parts for item in graph.conjuncts(part) if item < trigger and graph.mention(item, "FUNCTION")
    ]


def done_before(reader: Reader, trigger: int) -> list[int]:
    """What somebody does before that a verb is coordinated with: "run low on iron and become anemic"."""
    graph, words = reader.graph, reader.words
    if graph.base_dep(trigger) == "xcomp" and graph.base_dep(graph.head(trigger)) == "conj":
        # "and go on to develop"
        trigger = graph.head(trigger)
    first = graph.first_conjunct(trigger)
    own = graph.kids(trigger, "nsubj")
    short = [item for item in (first, *graph.kids(first, "xcomp")) if graph.lemma(item) in words.deficiency_modifiers]
    if short and first < trigger and not own:
        # "become deficient in iron"
        return graph.kids(short[0], "obl")
    joined = any(graph.word(kid) in words.joining_words for kid in graph.kids(trigger, "cc"))
    acts = graph.lemma(first) in words.intake_verbs | words.lacking_verbs or keeps_off(reader, first)
    return [first] if first < trigger and joined and acts and not own else []


def losing(reader: Reader, trigger: int) -> list[int]:
    """What of the body is lost: "hair" of "lose their hair", "lose your sense of taste"."""
    graph = reader.graph
    found: list[int] = []
    for item in graph.kids(trigger, "obj"):
        inner = graph.kids(item, "nmod") if graph.lemma(item) in reader.words.transparent_nouns else []
        found += [noun for noun in inner or [item] if graph.mention(noun, "FUNCTION") is not None]
    return found


def _is_bare_gerund(reader: Reader, token: int) -> bool:
    """ "Thinning" of "keeps hair from thinning", taken for a noun."""
    graph = reader.graph
    return graph.lemma(token).endswith("ing") and not graph.kids(token, "det", "amod", "compound", "nmod")


def kept_from(reader: Reader, trigger: int) -> list[int]:
    """The acts without an object that something is kept from."""
    graph = reader.graph
    return [
        kid
        for kid in graph.kids(trigger, "obl", "advcl", "xcomp")
        if (graph.parse.tags[kid] == "VBG" or graph.base_dep(kid) == "advcl" or _is_bare_gerund(reader, kid))
        and graph.preposition(kid) in reader.words.origin_prepositions
        and not graph.kids(kid, "obj")
    ]
