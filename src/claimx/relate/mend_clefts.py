"""Clauses split in two to stress one word, made one again: "it was the fiber that lowered cholesterol"."""

from __future__ import annotations

from claimx.relate.draft import Draft
from claimx.relate.mend_verbs import NOMINAL

# how a phrase hangs that may stand between the stressed noun and its clause
BELOW = ("nmod", "appos", "conj", "obl")
# of what hangs on the stressed noun, these are its own
OF_NOUN = frozenset({"det", "amod", "compound", "nmod", "nmod:poss", "nummod", "flat", "conj", "appos", "acl", "case"})


def join_cleft(draft: Draft, token: int) -> None:
    """The stressed noun is the subject of the clause behind it, and the clause stands where the noun did."""
    pronouns = [
        kid
        for kid in draft.kids(token)
        if draft.word(kid) in draft.words.relative_pronouns and draft.deps[kid].startswith("nsubj")
    ]
    noun = draft.heads[token]
    while draft.deps[noun] in BELOW and draft.heads[noun] < noun and not _is_cleft(draft, noun):
        noun = draft.heads[noun]
    if len(pronouns) != 1 or noun > token or not _is_cleft(draft, noun):
        return
    top = draft.heads[noun]
    draft.heads[token], draft.deps[token] = (token if top == noun else top), draft.deps[noun]
    for kid in draft.kids(noun):
        if kid == token:
            continue
        if draft.deps[kid] not in OF_NOUN:
            draft.heads[kid] = token
        if draft.deps[kid] == "nsubj":
            draft.deps[kid] = "expl"
        elif draft.deps[kid] == "cop":
            draft.deps[kid] = "dep"
    draft.heads[noun], draft.deps[noun] = token, draft.deps[pronouns[0]]
    draft.deps[pronouns[0]] = "mark"


def _is_cleft(draft: Draft, noun: int) -> bool:
    """ "It is the zinc", but neither "it is a mineral" nor "it is the only mineral", which say what something is."""
    kids = draft.kids(noun)
    subjects = [draft.word(kid) for kid in kids if draft.deps[kid] in ("nsubj", "expl")]
    said = any(draft.deps[kid] == "cop" for kid in kids) and draft.pos[noun] in NOMINAL
    first, last = draft.span(noun)
    named = any(item in draft.covered for item in range(first, last + 1))
    articles = {draft.word(kid) for kid in kids if draft.deps[kid] == "det"}
    singled = any(draft.tags[kid] == "JJS" or draft.word(kid) in draft.words.singling_words for kid in kids)
    known = not articles & (draft.words.articles - draft.words.definite_articles)
    it = bool(subjects) and all(word in draft.words.expletives for word in subjects)
    return it and said and named and known and not singled
