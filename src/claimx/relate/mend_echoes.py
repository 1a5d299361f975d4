"""A clause that only repeats the verb before it: "zinc eased colds, as did iron", "so did mint", "mint did too"."""

from __future__ import annotations

from claimx.relate.draft import Draft
from claimx.relate.forms import NOMINAL

# how the subject hangs on a verb, and what may carry the verb of its clause
SUBJECT = ("nsubj", "nsubj:pass")
# labels of a clause set beside a noun that a parser took for the main word: "Pain [that] eased with zinc"
REDUCED = ("acl", "acl:relcl")


def join_echo(draft: Draft, token: int) -> None:
    """Whoever or whatever does the same as the subject is set in one list with it."""
    helper, first = token + 1, token + 2
    if draft.word(token) not in draft.words.echo_openers or token == 0 or first >= len(draft.pos):
        return
    if draft.word(helper) not in draft.words.echo_verbs or draft.word(token - 1) in draft.words.echo_bars:
        return
    named = _name_behind(draft, first)
    if named is None:
        return
    subject = _subject_before(draft, token, named=named)
    if subject is None:
        return
    for kid in draft.kids(helper):
        if kid != named and kid > helper:
            draft.heads[kid] = named
    _set_in_list(draft, named, helper, token, subject=subject)


def join_same(draft: Draft, token: int) -> None:
    """ "Ginger eases nausea, and mint does too": who does it as well is set in one list with the subject."""
    above = draft.heads[token]
    if draft.word(token) not in draft.words.echo_verbs or above >= token:
        return
    kids = draft.kids(token)
    named = [kid for kid in kids if draft.deps[kid] in SUBJECT and kid < token]
    end = next((kid for kid in kids if kid > token + 1 and draft.deps[kid] == "punct"), draft.span(token)[1] + 1)
    closing = [item for item in range(token + 1, end) if draft.pos[item] != "PUNCT"]
    if len(named) != 1 or not draft.words.same_words.issuperset(map(draft.word, closing)) or not closing:
        return
    subject = _subject_before(draft, token, named=named[0])
    if subject is None:
        return
    for kid in kids:
        if kid >= end:
            draft.heads[kid] = above
    _set_in_list(draft, named[0], token, *closing, subject=subject)


def _set_in_list(draft: Draft, named: int, *said: int, subject: int) -> None:
    for item in said:
        draft.heads[item], draft.deps[item] = named, "cc"
    draft.heads[named], draft.deps[named] = subject, "conj"


def _name_behind(draft: Draft, first: int) -> int | None:
    """The head of the noun phrase that the clause ends with; None when a verb of its own follows."""
    top = first
    while draft.heads[top] != top and draft.heads[top] >= first:
        top = draft.heads[top]
    verbs = any(draft.pos[item] in ("VERB", "AUX") for item in range(first, draft.span(top)[1] + 1))
    return top if draft.pos[top] in NOMINAL and not verbs else None


def _subject_before(draft: Draft, token: int, *, named: int) -> int | None:
    above = min(draft.heads[named], draft.heads[token + 1], draft.heads[token])
    seen = 0
    while above < token and seen <= len(draft.heads):
        subjects = [kid for kid in draft.kids(above) if draft.deps[kid] in SUBJECT and kid < token]
        # "taking statins can, and so can antacids"
        acts = [kid for kid in draft.kids(above) if draft.deps[kid] == "csubj" and kid < token]
        subjects = subjects or [kid for act in acts for kid in draft.kids(act) if draft.deps[kid] == "obj"]
        if subjects:
            return subjects[0]
        told = any(draft.deps[kid] in REDUCED and kid < token for kid in draft.kids(above))
        if draft.heads[above] == above:
            return above if told and draft.pos[above] in NOMINAL else None
        above, seen = draft.heads[above], seen + 1
    return None
