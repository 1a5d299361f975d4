"""What commas set off within a clause, kept apart from it: "zinc can, in some cases, help"."""

from __future__ import annotations

from claimx.relate.draft import Draft
from claimx.relate.forms import NOMINAL
from claimx.relate.mend_series import tag_verb

# tokens between the commas of an aside
ASIDE_REACH = 8


def step_over_aside(draft: Draft, token: int) -> None:
    """The verb behind the second comma is the modal's: "zinc can, in some cases, ease pain", "it may, she says"."""
    if draft.tags[token] != "MD" or draft.word(token + 1) != ",":
        return
    behind = range(token + 3, min(len(draft.pos), token + 3 + ASIDE_REACH))
    comma = next((item for item in behind if draft.word(item) == ","), None)
    if comma is None:
        return
    verb = comma + 1
    while draft.word(verb) and draft.pos[verb] == "ADV":
        verb += 1
    acts = draft.word(verb) in draft.words.verb_adjectives and draft.deps[verb] == "amod"
    if not acts and draft.tags[verb : verb + 1] not in (["VB"], ["VBP"]):
        return
    if acts:
        # "can, in some cases, lower blood pressure"
        noun = draft.heads[verb]
        draft.heads[verb] = token
        draft.heads[noun], draft.deps[noun] = verb, "obj"
        tag_verb(draft, verb, modal=True)
    if not draft.is_below(token, verb):
        draft.take_place(verb, of=token)
    aside = range(token + 2, comma)
    for item in aside:
        if draft.heads[item] not in aside:
            draft.heads[item], draft.deps[item] = verb, "advmod" if draft.pos[item] in NOMINAL else "parataxis"
    for kid in draft.kids(token):
        draft.heads[kid] = verb
    draft.heads[token], draft.deps[token], draft.pos[verb] = verb, "aux", "VERB"


def rejoin_said(draft: Draft, token: int) -> None:
    """ "A lack of zinc, say researchers, can harm": who says so between commas, and who does it."""
    saying = draft.heads[token]
    if draft.lemmas[saying] not in draft.words.saying_verbs or draft.word(saying - 1) != "," or saying > token:
        return
    doers = [kid for kid in draft.kids(saying) if draft.deps[kid] == "nsubj" and kid < saying - 1]
    tellers = [kid for kid in draft.kids(token) if draft.deps[kid] == "nsubj" and saying < kid < token]
    noun = draft.heads[saying]
    headed = not doers and noun == draft.heads[noun] and noun < saying - 1 and draft.pos[noun] in NOMINAL
    if len(tellers) != 1 or (len(doers) != 1 and not headed):
        return
    last = draft.span(tellers[0])[1]
    if "," not in (draft.word(last), draft.word(last + 1)):
        return
    if headed:
        # "zinc use, say researchers, can"
        draft.heads[token], draft.deps[token] = token, "root"
        draft.heads[saying], draft.deps[saying] = token, "parataxis"
        draft.deps[noun] = "nsubj"
    draft.heads[noun if headed else doers[0]], draft.heads[tellers[0]] = token, saying


def restore_behind_auxiliary(draft: Draft, token: int) -> None:
    """ "It did lower blood pressure": an adjective behind the auxiliary is what was done."""
    noun, does = draft.heads[token], token - 1
    adjective = draft.word(token) in draft.words.verb_adjectives and noun > token and noun in draft.covered
    if not adjective or token == 0 or draft.lemmas[does] != "do" or draft.heads[noun] != does:
        return
    draft.take_place(token, of=does)
    for kid in draft.kids(does):
        if kid != token:
            draft.heads[kid] = token
    draft.heads[does], draft.deps[does] = token, "aux"
    draft.heads[noun], draft.deps[noun] = token, "obj"
    tag_verb(draft, token, modal=True)
