"""What reports of studies compare, where a parser hung it elsewhere: ranks, shares, who was born with what."""

from __future__ import annotations

from claimx.relate.draft import Draft
from claimx.relate.forms import COMPARATIVES, FINITE, NOUNS

# how a noun hangs on the noun or the verb before it
_BELOW = ("nmod", "amod", "obl", "acl", "conj", "obj", "compound")


def raise_tied(draft: Draft, token: int) -> None:
    """ "Have linked a diet rich in fiber with less gout", "taking zinc to": what it is tied to, hung on what is."""
    words = draft.words
    ties = not words.tied_prepositions.isdisjoint(draft.openers(token, "case"))
    noun = draft.heads[token]
    while draft.deps[noun] in ("nmod", "amod", "obl", "acl", "acl:relcl", "appos", "conj") and draft.heads[noun] < noun:
        noun = draft.heads[noun]
    verb = draft.heads[noun]
    act = draft.deps[noun] in ("xcomp", "ccomp", "advcl") and draft.tags[noun] == "VBG" and noun != token
    tied = (act or draft.deps[noun] == "obj") and draft.lemmas[verb] in words.tying_verbs and verb < noun < token
    if ties and tied and act:
        draft.deps[noun] = "obj"
    if ties and tied and not any(draft.deps[kid] == "obl" and kid > verb for kid in draft.kids(verb)):
        draft.heads[token], draft.deps[token] = verb, "obl"


def name_rank(draft: Draft, token: int) -> None:
    """ "Those in the bottom fifth had": the part that somebody is in, taken for an adverb of what he had."""
    rank = token - 1
    named = draft.lemmas[token] in draft.words.rank_nouns and draft.word(rank) in draft.words.rank_modifiers
    if not named or token == 0 or draft.heads[token] == rank or draft.pos[rank] not in ("NOUN", "ADJ"):
        return
    draft.heads[token], draft.deps[token] = draft.heads[rank], draft.deps[rank]
    for kid in draft.kids(rank):
        draft.heads[kid] = token
    draft.heads[rank], draft.deps[rank], draft.pos[rank] = token, "amod", "ADJ"
    draft.pos[token], draft.tags[token] = "NOUN", "NN"


def raise_likely(draft: Draft, token: int) -> None:
    """ "Were 29 per cent more likely to", "8 per cent lower": they were that, and the share is how much more."""
    share = draft.heads[token]
    kids = draft.kids(share)
    said = draft.word(token) in draft.words.likely_words or draft.tags[token] == "JJR"
    said = said and draft.lemmas[share] in draft.words.share_nouns
    if not said or share > token or not any(draft.deps[kid] == "cop" for kid in kids):
        return
    draft.take_place(token, of=share)
    for kid in kids:
        if kid != token and draft.deps[kid] not in ("nummod", "compound", "det"):
            draft.heads[kid] = token
    draft.heads[share], draft.deps[share] = token, "obl:unmarked"


def lower_to_child(draft: Draft, token: int) -> None:
    """ "Less likely to have a child with spina bifida": what is told of the child, hung on the verb."""
    verb, words = draft.heads[token], draft.words
    bears = draft.lemmas[verb] in words.bearing_verbs
    with_it = not words.company_prepositions.isdisjoint(draft.openers(token, "case"))
    child = next((kid for kid in draft.kids(verb) if draft.deps[kid] == "obj" and kid < token), None)
    if not bears or not with_it or child is None or draft.lemmas[child] not in words.population_heads:
        return
    if draft.span(token)[0] == draft.span(child)[1] + 1:
        draft.heads[token], draft.deps[token] = child, "nmod"


def lift_clause(draft: Draft, token: int) -> None:
    """ "Sharpened attention; weight also fell": a clause of its own, hung on a noun of the one before."""
    noun = draft.heads[token]
    own = any(draft.deps[kid].startswith("nsubj") and noun < kid < token for kid in draft.kids(token))
    if draft.tags[token] not in FINITE or not own or draft.pos[noun] not in NOUNS or noun > token:
        return
    above = noun
    while draft.deps[above] in _BELOW and draft.heads[above] < above:
        above = draft.heads[above]
        if draft.pos[above] == "VERB":
            draft.heads[token] = above
            return


def give_reported(draft: Draft, token: int) -> None:
    """ "They think flavonoids, found in tea, may slow it": what stands before a clause without a subject is its own."""
    verb = draft.heads[token]
    thing = next((kid for kid in draft.kids(verb) if draft.deps[kid] == "obj" and verb < kid < token), None)
    if thing is None or thing not in draft.eaten or draft.tags[token] in ("VBG", "VBN"):
        return
    kids = draft.kids(token)
    finite = draft.tags[token] in FINITE or any(draft.deps[kid] == "aux" for kid in kids)
    own = any(draft.deps[kid].startswith(("nsubj", "csubj", "mark", "cc")) for kid in kids)
    between = draft.span(token)[0] - draft.span(thing)[1]
    if finite and not own and between in (1, 2):
        draft.heads[thing], draft.deps[thing], draft.deps[token] = token, "nsubj", "ccomp"


def restore_score(draft: Draft, token: int) -> None:
    """ "Adults low in zinc score lower on tests": a verb that was taken for what they are low in."""
    verb = token - 1
    if draft.tags[token] not in COMPARATIVES or verb < 1 or draft.word(verb) not in draft.words.scoring_verbs:
        return
    doer = next((kid for kid in draft.kids(token) if draft.deps[kid] == "nsubj"), None)
    inner = [kid for kid in draft.kids(verb) if draft.deps[kid] == "compound"]
    if doer is None or not inner or verb in draft.covered:
        return
    noun = inner[-1]
    for kid in draft.kids(verb):
        draft.heads[kid] = noun
    draft.heads[noun], draft.deps[noun] = draft.heads[verb], draft.deps[verb]
    for kid in draft.kids(token):
        draft.heads[kid] = verb
        draft.deps[kid] = "obl" if draft.deps[kid] == "obj" else draft.deps[kid]
    draft.take_place(verb, of=token)
    draft.pos[verb], draft.tags[verb] = "VERB", "VBP"
    draft.heads[token], draft.deps[token] = verb, "advmod"
