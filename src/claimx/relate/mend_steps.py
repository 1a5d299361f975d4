"""Steps behind a colon that a parser hung on what announces them: "prevent gout by being careful: eat less"."""

from __future__ import annotations

from claimx.relate.draft import Draft
from claimx.relate.forms import BARE


def join_step(draft: Draft, token: int) -> None:
    """ "Prevent gout by being careful: do not drink beer": what is told behind the colon is one of the means."""
    kids = draft.kids(token)
    order = draft.tags[token] == "VB" and not any(
        draft.deps[kid].startswith("nsubj") or draft.deps[kid] == "mark" for kid in kids
    )
    colon = next((at for at in range(token - 1, 0, -1) if draft.word(at) == ":"), 0)
    if not order or not colon or any(kid < colon and draft.pos[kid] != "VERB" for kid in kids):
        return
    means = next((verb for verb in range(colon - 1, 0, -1) if _is_means(draft, verb, end=colon)), None)
    if means is None:
        return
    for kid in kids:
        if kid < colon:
            draft.heads[kid], draft.deps[kid] = kid, "root"
    draft.heads[token], draft.deps[token], draft.tags[token] = means, "conj", "VBG"


def open_step(draft: Draft, token: int) -> None:
    """ "To ease nausea: drink tea": a verb behind the colon that was taken for a part of the name."""
    noun = draft.heads[token]
    opens = token > 1 and draft.word(token - 1) == ":" and draft.word(token) in draft.words.opening_verbs
    if not opens or token in draft.covered or noun not in draft.covered or noun < token:
        return
    above = draft.heads[noun]
    draft.heads[noun], draft.deps[noun] = token, "obj"
    draft.pos[token], draft.tags[token] = "VERB", "VB"
    draft.heads[token], draft.deps[token] = above, "parataxis"
    if draft.heads[above] == above and any(draft.deps[kid] == "mark" for kid in draft.kids(above)):
        draft.heads[token], draft.deps[token] = token, "root"
        draft.heads[above], draft.deps[above] = token, "advcl"
    join_step(draft, token)


def _is_means(draft: Draft, verb: int, *, end: int) -> bool:
    """ "By doing the following:", which names nothing itself."""
    opened = not draft.words.means_prepositions.isdisjoint(draft.openers(verb, "mark"))
    if draft.deps[verb] != "advcl" or not opened:
        return False
    return draft.span(verb)[1] in (end, end - 1) and draft.covered.isdisjoint(range(verb, end))


def lift_order(draft: Draft, token: int) -> None:
    """ "Do not take it if you have ulcers, and avoid it while pregnant": a second order is hung on a condition."""
    words, clause = draft.words, draft.heads[token]
    order, kids = draft.heads[clause], draft.kids(token)
    joined = any(draft.deps[kid] == "cc" and kid > 0 and draft.word(kid - 1) == "," for kid in kids)
    if draft.deps[clause] != "advcl" or not joined or not order < clause < token or draft.heads[order] != order:
        return
    told = draft.lemmas[token] in words.avoid_verbs | words.advised_verbs and draft.tags[token] in BARE
    owned = any(draft.deps[kid].startswith(("nsubj", "mark", "aux")) for kid in kids)
    doers = any(draft.deps[kid].startswith("nsubj") for kid in draft.kids(order))
    if told and not owned and not doers:
        draft.heads[token] = order
