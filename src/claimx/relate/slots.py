"""What fills the slots of a rule tried on a trigger: the nutrients and the objects of the first role with any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimx.records import GAIN, Relation
from claimx.relate.acts import is_act, is_of_named, make_act, make_failing, make_kept, make_lost
from claimx.relate.avoiding import is_left_aside, is_missed, is_withheld
from claimx.relate.clause_signs import clauses_within
from claimx.relate.fillers import Filler
from claimx.relate.forms import BARE
from claimx.relate.listing import called, stands_above
from claimx.relate.nutrient_signs import does_act, is_it
from claimx.relate.nutrients import listed_fillers, nutrient_fillers, swapped_in
from claimx.relate.objects import object_fillers
from claimx.relate.people import is_people
from claimx.relate.reader import ObjectSlot
from claimx.relate.roles import CARRYING, LIVED, TESTING, TOPICAL, UNSAID, find_role
from claimx.relate.rules import Form
from claimx.relate.sequels import goes_on, of_bracket, sequel_fillers
from claimx.relate.series import series
from claimx.relate.trials import Trial

HELPS: tuple[Relation, ...] = ("IMPROVES", "TREATS", "PREVENTS")
# relations that do not say what the nutrient does
ABOUT_THE_NUTRIENT: tuple[Relation, ...] = ("FOUND_IN", "CONTRAINDICATED_IN", "INTERACTS_WITH", "SAFE_FOR", "HAS_DOSE")

# object types of a rule whose claims have no object
NO_OBJECT = frozenset({"none"})


def slot_nutrients(trial: Trial, form: Form) -> list[Filler]:
    """Nutrients of the first role that names one; pronouns and the like only where no role does.

    The list belongs to the reader: do not change it.
    """
    asked = (trial.trigger, form.nutrient, trial.rule.relation, trial.rule.ellipsis, trial.rest)
    known = trial.reader.slots.get(asked)
    if known is None:
        known = trial.reader.slots[asked] = _find_nutrients(trial, form)
    return known


def _find_nutrients(trial: Trial, form: Form) -> list[Filler]:
    found: list[Filler] = []
    for role in form.nutrient:
        if role in CARRYING:
            return [Filler(item, None, "carried") for item in find_role(trial.reader, trial.trigger, role=role)]
        if role in UNSAID:
            return [Filler(item, None, "ellipsis") for item in find_role(trial.reader, trial.trigger, role=role)]
        if role == LIVED:
            befell = [] if found else find_role(trial.reader, trial.trigger, role=role)
            if befell:
                return [Filler(item, None, "lived") for item in befell]
            continue
        if role in TESTING:
            seen = [] if found else find_role(trial.reader, trial.trigger, role=role)
            return found + [Filler(item, None, "tested") for item in seen]
        if role == "near" and found:
            # "a deficiency shows as": what is left out there is not what is named before
            break
        if role in ("subj", "surface") and form.nutrient[0] == "obj" and _is_pronoun(trial, found):
            # "curcumin thins the blood, so don't take it with aspirin"
            return found
        for item in find_role(trial.reader, trial.trigger, role=role):
            if item != trial.trigger or role == "this":
                found.extend(nutrient_fillers(trial.reader, item))
        if not found:
            continue
        if trial.rule.relation == "FOUND_IN":
            # of a list of foods, none is what another is full of
            found = [filler for filler in found if filler.kind != "listed"]
        found = swapped_in(trial.reader, found)
        if trial.rule.relation == "INTERACTS_WITH":
            # "ginkgo combined with alcohol or sedatives"
            found = [filler for filler in found if filler.kind != "beside"]
        if role == "subj":
            found = [_told_of(trial, filler) for filler in of_bracket(trial.reader, trial.trigger, found)]
            found = goes_on(trial.reader, trial.trigger, found, relation=trial.rule.relation)
        named = [filler for filler in found if filler.mention is not None]
        if any(filler.kind != "beside" for filler in named):
            # "it works with calcium to keep bones strong"
            it = [filler for filler in found if role == "subj" and _is_said_of(trial, filler)]
            return _withheld(trial, [*it, *named])
        if named:
            # "along with zinc, it helps"
            return _withheld(trial, found)
    if "subj" in form.nutrient and not found:
        found = sequel_fillers(trial.reader, trial.trigger, relation=trial.rule.relation)
        if found:
            return found
    if "subj" in form.nutrient and trial.rule.relation != "FOUND_IN":
        listed = listed_fillers(trial.reader, stands_above(trial.reader, trial.trigger))
        if listed:
            return listed
    if not found and trial.rule.ellipsis and _may_elide(trial):
        return [Filler(trial.trigger, None, "ellipsis")]
    return found


def _is_said_of(trial: Trial, filler: Filler) -> bool:
    """A pronoun of which the same is said as of what is named beside it: "it and zinc", "taking it with zinc"."""
    graph = trial.reader.graph
    if does_act(trial.reader, filler, end=trial.trigger):
        return True
    if filler.kind != "pronoun" or not is_it(trial.reader, filler.token):
        return False
    taken = graph.base_dep(filler.token) == "obj" and graph.base_dep(graph.head(filler.token)) == "csubj"
    return taken or len(graph.conjuncts(graph.first_conjunct(filler.token))) > 1


def _is_pronoun(trial: Trial, found: list[Filler]) -> bool:
    """Only "it" stands in the first place looked at, and the verb has no subject of its own."""
    own = trial.reader.graph.kids(trial.trigger, "nsubj")
    return not own and bool(found) and all(filler.kind == "pronoun" for filler in found)


def _told_of(trial: Trial, filler: Filler) -> Filler:
    """ "Low in salt, which raises blood pressure": the salt does, and not the lack of it."""
    graph, words = trial.reader.graph, trial.reader.words
    holder = graph.head(filler.token)
    takes_up = graph.has_kid(trial.trigger, "nsubj", among=words.relative_pronouns)
    low = graph.pos(holder) == "ADJ" and graph.lemma(holder) in words.rich_adjectives
    return replace(filler, state="intake") if takes_up and low and filler.state == "deficiency" else filler


def _withheld(trial: Trial, named: list[Filler]) -> list[Filler]:
    """The state in view of the act a trigger is the end of.

    "Limit salt to prevent swelling": it is too little of it that does so; "lack iron to make blood" tells
    no more than that iron has a part in it.
    """
    named = [replace(item, state="intake") if _is_told_beside(trial, item) else item for item in named]
    if trial.rule.relation in ABOUT_THE_NUTRIENT:
        return named
    found: list[Filler] = []
    for filler in named:
        state = filler.state
        if state == "intake" and is_withheld(trial.reader, filler.token, trigger=trial.trigger):
            state = "deficiency"
        aside = state == "intake" and trial.rule.relation in GAIN and filler.mention is not None
        if aside and is_left_aside(trial.reader, filler.token, trigger=trial.trigger):
            state = "deficiency"
        missed = filler.state == "deficiency" and is_missed(trial.reader, filler.token, trigger=trial.trigger)
        if not missed or trial.rule.relation == "AFFECTS":
            found.append(replace(filler, state=state))
    return found


def _is_told_beside(trial: Trial, filler: Filler) -> bool:
    """ "Lack zinc, which supports immunity", "too little iodine, which the thyroid needs": the nutrient does, not the
    want of it."""
    graph, words = trial.reader.graph, trial.reader.words
    chain = [trial.trigger, *graph.ancestors(trial.trigger)]
    clause = next((item for item in chain if graph.base_dep(item) == "acl"), None)
    if clause is None or filler.state != "deficiency":
        return False
    pronouns = {graph.base_dep(kid) for kid in graph.kids(clause) if graph.word(kid) in words.relative_pronouns}
    of = graph.head(clause)
    if trial.rule.relation in HELPS:
        # "too little of the vitamins that it needs to", also without "that"
        return bool(pronouns or graph.lemma(clause) in words.enabling_verbs) and of in (
            filler.token,
            graph.first_conjunct(filler.token),
            graph.head(filler.token),
        )
    return of == filler.token and (trial.rule.relation == "INTERACTS_WITH" or not pronouns <= {"nsubj"})


def _may_elide(trial: Trial) -> bool:
    """A source or amount whose nutrient is left out: "good sources include citrus", "peanuts provide some"."""
    graph, token, words = trial.reader.graph, trial.trigger, trial.reader.words
    if graph.lemma(token) in words.short_adjectives:
        return not graph.kids(token, "obl", "nmod")
    if graph.pos(token) == "NOUN":
        told = {item for clause in clauses_within(trial.reader, token) for item in graph.subtree(clause)}
        inside = [graph.mention(kid, "NUTRIENT") for kid in graph.subtree(token) if kid != token and kid not in told]
        named = any(item is not None and item.subtype != "food" for item in inside)
        # "good sources in the UK" leave out what of as well
        places = words.place_prepositions
        return not named and all(graph.preposition(kid) in places for kid in graph.kids(token, "nmod"))
    bare = graph.pos(token) == "VERB" and graph.parse.tags[token] in BARE
    bidden = bare and graph.lemma(token) in words.avoid_verbs | words.intake_verbs
    if bidden and not graph.kids(token, "nsubj", "obj", "xcomp", "ccomp"):
        # "do not take if you have gout", "avoid if you have gout"
        return True
    alone = graph.lemma(token) in words.supplement_words
    if alone or (trial.rest and f"{graph.lemma(token)} {trial.rest[0]}" in words.avoid_phrases):
        # "anyone with gout should steer clear", "... should not supplement"
        return not graph.kids(token, "obj", "xcomp")
    amounts = [item for item in graph.kids(token, "nsubj") if graph.lemma(item) in words.bare_stores]
    amounts += [item for item in graph.kids(token, "obj", "nsubj") if graph.lemma(item) in words.bare_sources]
    return any(not graph.kids(item, "nmod", "compound") for item in amounts)


def has_place(trial: Trial, form: Form) -> bool:
    """Something stands where the form has its object, or it needs none."""
    return trial.rule.object_types == NO_OBJECT or any(
        find_role(trial.reader, trial.trigger, role=role) for role in form.object
    )


def slot_objects(trial: Trial, form: Form) -> list[Filler]:
    """Objects of the first role that has any."""
    rule = trial.rule
    for role in form.object:
        slot = ObjectSlot(rule.labels, rule.phrases and role != "inner", rule.people, rule.open)
        found: list[Filler] = []
        for item in _series_of(trial, role):
            if item > trial.trigger and trial.reader.graph.lemma(item) in trial.rest:
                # the "work" of "makes short work of nausea"
                continue
            if role in TOPICAL:
                found.append(Filler(item, None, "pronoun"))
            elif role == "kept":
                found.append(make_kept(trial, item))
            elif role == "losing":
                found.append(make_lost(trial, item))
            elif role == "failing":
                found.append(make_failing(trial, item))
            elif is_act(trial, item, role=role):
                found.append(make_act(trial, item))
            else:
                offered = _of_class(trial, _offered(trial, item, slot=slot), role=role)
                modified = role == "mod" or (
                    role == "reach_right" and item in find_role(trial.reader, trial.trigger, role="mod")
                )
                found.extend(_modified_too(trial, item, offered) if modified else offered)
        if role == "surface":
            # "the risk of gout and stroke falls"
            found = [filler for filler in found if filler.token != trial.trigger]
        if found:
            return _through_compound(trial, _without_patients(trial, found))
    return []


def _without_patients(trial: Trial, found: list[Filler]) -> list[Filler]:
    """ "A benefit for memory in people with gout" is one for the memory, but "for people with acne or with gout"."""
    patients = [item.token for item in found if "people" in item.via]
    return [item for item in found if "people" not in item.via or not _has_other_object(trial, item, patients=patients)]


def _has_other_object(trial: Trial, filler: Filler, *, patients: Sequence[int]) -> bool:
    graph, words = trial.reader.graph, trial.reader.words
    above = (filler.token, *graph.ancestors(filler.token))
    people = next((item for item in above if is_people(trial.reader, item)), filler.token)
    if graph.preposition(people) not in words.group_prepositions:
        return False
    between = range(trial.trigger + 1, min(graph.subtree(people)))
    return any(
        graph.mention(item, "CONDITION", "FUNCTION") is not None and graph.base_dep(item) in ("obj", "nmod", "obl")
        for item in between
        if item not in patients
    )


def _offered(trial: Trial, item: int, *, slot: ObjectSlot) -> list[Filler]:
    """What a phrase names, and of "conditions that raise the need for zinc include" what the conditions are."""
    graph, words = trial.reader.graph, trial.reader.words
    found = object_fillers(trial.reader, item, slot=slot)
    clause = graph.head(item) if graph.word(item) in words.relative_pronouns else trial.trigger
    while graph.base_dep(clause) not in ("acl", "root") and graph.head(clause) != clause:
        clause = graph.head(clause)
    noun = graph.head(clause)
    if graph.base_dep(clause) != "acl" or (item != noun and graph.word(item) not in words.relative_pronouns):
        return found
    members = [
        filler
        for token in called(trial.reader, noun)
        for filler in object_fillers(trial.reader, token, slot=slot)
        if filler.token > trial.trigger
    ]
    # "medicines that lower zinc include diuretics": all such medicines do
    kept = found if graph.lemma(noun) in words.drug_heads else []
    return [*kept, *members] if members else found


def _series_of(trial: Trial, role: str) -> list[int]:
    """What fills a role, but for what is done or felt by something named; "leaves you tired and pale" is both."""
    filling = find_role(trial.reader, trial.trigger, role=role)
    filling = [item for item in filling if role in TOPICAL or not is_of_named(trial, item, role=role)]
    return [also for item in filling for also in (trial.reader.graph.conjuncts(item) if role == "comp" else [item])]


def _through_compound(trial: Trial, found: list[Filler]) -> list[Filler]:
    """ "A risk reduction for cancer" is one of the risk."""
    graph, risks = trial.reader.graph, trial.reader.words.risk_nouns
    # "the number one cause of gout" is no number
    if not any(
        graph.lemma(kid) in risks and not graph.kids(kid, "flat") for kid in graph.kids(trial.trigger, "compound")
    ):
        return found
    return [replace(filler, via=filler.via | {"risk"}) for filler in found]


def _of_class(trial: Trial, fillers: list[Filler], *, role: str) -> list[Filler]:
    """Of "rice and salty foods like chips", what the foods are, and not what stands in a list with them."""
    if role != "self" or trial.rule.relation != "FOUND_IN":
        return fillers
    beside = set(series(trial.reader, trial.trigger)) - set(trial.reader.graph.subtree(trial.trigger))
    return [filler for filler in fillers if filler.kind == "member" or filler.token not in beside]


def _modified_too(trial: Trial, noun: int, offered: list[Filler]) -> list[Filler]:
    """ "Increased energy and focus", but in "increased energy, improved sleep" it is the energy alone."""
    graph = trial.reader.graph
    held = set(graph.subtree(noun))
    for item in graph.conjuncts(noun):
        if item != noun and (graph.kids(item, "amod", "det", "nmod:poss") or graph.mention(item) is None):
            held.difference_update(graph.subtree(item))
    return [item for item in offered if item.token in held]
