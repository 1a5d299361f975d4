"""Clauses in brackets, or behind a semicolon, whose subject a parser joined to the words outside."""

from __future__ import annotations

from claimx.relate.draft import Draft
from claimx.relate.forms import NOUNS

OPENERS = ("(", ";")
CLOSER = ")"


def seat_in_bracket(draft: Draft, copula: int) -> None:
    """ "Get more zinc (beans and beef are good sources)": what the bracket says something of stands in it."""
    said = draft.heads[copula]
    opener = next((at for at in range(copula - 1, 0, -1) if _ends_list(draft, at)), 0)
    if said < copula or draft.word(opener) not in OPENERS:
        return
    named = [at for at in range(opener + 1, copula) if draft.pos[at] in NOUNS and draft.heads[at] < opener]
    subjects = [kid for kid in draft.kids(said) if draft.deps[kid].split(":")[0] in ("nsubj", "csubj")]
    if not named or any(kid > opener for kid in subjects):
        return
    if subjects:
        # what the parse gave the bracket as its subject takes its place outside
        outside = subjects[0]
        root = draft.heads[said] == said
        draft.heads[outside], draft.deps[outside] = (outside if root else draft.heads[said]), draft.deps[said]
        draft.heads[said] = outside
    draft.deps[said] = "parataxis"
    for at in named:
        draft.heads[at], draft.deps[at] = (said, "nsubj") if at == named[0] else (named[0], "conj")


def _ends_list(draft: Draft, token: int) -> bool:
    """Nothing but names and what joins them stands between such a word and the copula."""
    return draft.word(token) in (*OPENERS, CLOSER) or draft.pos[token] in ("VERB", "AUX", "SCONJ")


def name_in_bracket(draft: Draft, token: int) -> None:
    """ "Cholesterol, sodium (salt), and sugar": a name alone in a bracket says again what stands before it."""
    first, end = draft.span(token)
    before, last = token - 2, len(draft.heads) - 1
    alone = first in (token, token - 1) and end in (token, token + 1) and 1 < token < last
    if not alone or not {before, token} <= draft.eaten or draft.heads[token] == before:
        return
    if draft.word(token - 1) == "(" and draft.word(token + 1) == CLOSER:
        draft.heads[token], draft.deps[token] = before, "appos"
