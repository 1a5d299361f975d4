"""A clause that only repeats the verb before it: "zinc eased colds, as did iron", "and so did nausea"."""

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
    draft.heads[helper], draft.deps[helper] = named, "cc"
    draft.heads[token], draft.deps[token] = named, "cc"
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
        if subjects:
            return subjects[0]
        told = any(draft.deps[kid] in REDUCED and kid < token for kid in draft.kids(above))
        if draft.heads[above] == above:
            return above if told and draft.pos[above] in NOMINAL else None
        above, seen = draft.heads[above], seen + 1
    return None
