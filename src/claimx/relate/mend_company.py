"""Clauses that a parser lost behind what stands beside their subject: company, and what people do."""

from __future__ import annotations

from claimx.relate.draft import Draft
from claimx.relate.forms import FINITE, NOMINAL
from claimx.relate.lost_verbs import CLAUSAL, make_verb, may_be_verb
from claimx.relate.mend_relatives import is_person

# forms of what they do who take it, behind them
GIVEN = ("VBN", "VBD", "VBG")
# how those hang of whom it is told what they have
_HANGING = ("obl", "obl:agent", "obj", "iobj", "nmod", "conj")


def restore_after_company(draft: Draft, token: int) -> None:
    """ "Vitamin D along with calcium reduced fractures": the verb behind what stands beside its subject."""
    noun, beside = draft.heads[token], token - 1
    if token in draft.covered or beside not in draft.covered or draft.pos[noun] not in NOMINAL:
        return
    subject = draft.heads[noun]
    hangs = draft.deps[noun] in ("nmod", "obl") and draft.heads[beside] in (noun, token) and beside < token < noun
    whole = subject in draft.covered and subject < beside and draft.deps[subject] in CLAUSAL
    cases = [kid for kid in draft.kids(noun) if kid < beside and draft.deps[kid] == "case"]
    if not (hangs and whole and cases and may_be_verb(draft, token)):
        return
    for kid in (*draft.kids(noun), *draft.kids(token)):
        if kid < beside:
            draft.heads[kid] = beside
    draft.heads[beside], draft.deps[beside] = subject, "nmod"
    make_verb(draft, token, noun=noun, subject=subject, modal=False)


def rejoin_takers(draft: Draft, token: int) -> None:
    """ "And those eating nuts have denser bones": what they do, taken for a clause with a verb in it."""
    people = token - 1
    if draft.tags[token] != "VBG" or people < 0 or draft.heads[people] != token:
        return
    if (
        not is_person(draft, people)
        or not draft.deps[people].startswith("nsubj")
        or draft.lemmas[token] not in draft.words.intake_verbs
    ):
        return
    verb = next((item for item in range(token + 1, len(draft.pos)) if draft.tags[item] in FINITE), None)
    taken = [kid for kid in draft.kids(verb) if draft.deps[kid] == "nsubj"] if verb is not None else []
    objects = [kid for kid in draft.kids(token) if draft.deps[kid] == "obj"]
    if verb is None or not objects or not token < objects[0] < verb or draft.pos[verb - 1] in ("CCONJ", "PRON"):
        return
    if draft.deps[verb] not in ("conj", "parataxis", "ccomp") or any(not objects[0] < kid < verb for kid in taken):
        return
    top = draft.heads[token]
    for kid in taken:
        draft.heads[kid], draft.deps[kid] = objects[0], "conj"
    draft.heads[verb], draft.deps[verb] = (verb if top == token else top), draft.deps[token]
    for kid in draft.kids(token):
        if kid < people or kid > verb:
            draft.heads[kid] = verb
    draft.heads[people], draft.deps[people] = verb, "nsubj"
    draft.heads[token], draft.deps[token] = people, "acl"


def rejoin_told(draft: Draft, token: int) -> None:
    """ "Doctors advise adults with gout to avoid beer": what those have who are told, and what they are told to do."""
    verb, mark = draft.heads[token], token + 1
    if draft.lemmas[verb] not in draft.words.telling_verbs or not is_person(draft, token):
        return
    for kid in draft.kids(token):
        if draft.deps[kid] == "acl" and not draft.words.averting.isdisjoint(draft.openers(kid, "mark")):
            # "warn women against eating"
            draft.heads[kid], draft.deps[kid] = verb, "xcomp"
    if mark == len(draft.heads) or draft.word(mark) not in draft.words.company_prepositions:
        return
    held = draft.heads[mark]
    if draft.heads[held] == verb and held > mark:
        draft.heads[held], draft.deps[held] = token, "nmod"
    if draft.heads[held] != token:
        return
    for kid in draft.kids(held):
        if draft.tags[kid] == "VB" and draft.deps[kid] == "acl" and draft.word(kid - 1) in draft.words.infinitive_marks:
            draft.heads[kid], draft.deps[kid] = verb, "xcomp"


def join_taken(draft: Draft, token: int) -> None:
    """ "158 strokes among those assigned folic acid": what people were given or take, taken for what modifies it."""
    people, taken = token - 1, draft.heads[token]
    given = draft.tags[token] in GIVEN and draft.lemmas[token] in draft.words.trial_verbs | draft.words.intake_verbs
    if not given or taken <= token or taken not in draft.eaten or draft.heads[taken] != people or people < 0:
        return
    if is_person(draft, people) or draft.word(people) in draft.words.plural_pointers:
        draft.heads[token], draft.deps[token], draft.pos[token] = people, "acl", "VERB"
        draft.heads[taken], draft.deps[taken] = token, "obj"


def seat_of_study(draft: Draft, token: int) -> None:
    """ "The largest study, of zinc in adults, found": what a study is of, set off by commas, taken for the verb's."""
    first = draft.span(token)[0]
    noun, verb = first - 2, draft.heads[token]
    aside = noun >= 0 and draft.word(first - 1) == "," and draft.word(first) in draft.words.genitive_prepositions
    if aside and token < verb and draft.heads[noun] == verb and draft.deps[noun].startswith("nsubj"):
        draft.heads[token], draft.deps[token] = noun, "nmod"


def rejoin_had(draft: Draft, token: int) -> None:
    """ "Is common in women with heavy periods": what those have who stand right before it, hung on what is common."""
    cases = [kid for kid in draft.kids(token) if draft.deps[kid] == "case"]
    people, above = (cases[0] - 1 if cases else -1), draft.heads[token]
    if people < 0 or people == above or draft.heads[people] != above or not is_person(draft, people):
        return
    if draft.word(cases[0]) not in draft.words.company_prepositions or draft.lemmas[above] in draft.words.tying_verbs:
        return
    first, last = draft.span(token)
    inside = set(range(first, last + 1))
    if draft.deps[people] in _HANGING and inside & (draft.covered - draft.eaten) and not inside & draft.eaten:
        draft.heads[token], draft.deps[token] = people, "nmod"
