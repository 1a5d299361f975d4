"""Clauses split in two to stress one word, made one again: "it was the fiber that lowered cholesterol"."""

from __future__ import annotations

from claimx.relate.draft import Draft
from claimx.relate.forms import NOMINAL

# tokens from "what" to the copula that closes its clause
WHAT_REACH = 8
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
    if len(pronouns) != 1:
        return
    while draft.deps[noun] in BELOW and draft.heads[noun] < noun and not _is_cleft(draft, noun, end=pronouns[0]):
        noun = draft.heads[noun]
    if noun > token or not _is_cleft(draft, noun, end=pronouns[0]):
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


def _is_cleft(draft: Draft, noun: int, *, end: int) -> bool:
    """ "It is the zinc", but neither "it is a mineral" nor "it is the only mineral", which say what something is."""
    kids = draft.kids(noun)
    subjects = [draft.word(kid) for kid in kids if draft.deps[kid] in ("nsubj", "expl")]
    said = any(draft.deps[kid] == "cop" for kid in kids) and draft.pos[noun] in NOMINAL
    # "it is something that eases pain": nothing is named ahead of the clause
    named = any(item in draft.covered for item in range(draft.span(noun)[0], end))
    articles = {draft.word(kid) for kid in kids if draft.deps[kid] == "det"}
    # "it is one of several nutrients that ease it"
    one = draft.pos[noun] == "NUM"
    singled = one or any(draft.tags[kid] == "JJS" or draft.word(kid) in draft.words.singling_words for kid in kids)
    known = not articles & (draft.words.articles - draft.words.definite_articles)
    it = bool(subjects) and all(word in draft.words.expletives for word in subjects)
    return it and said and named and known and not singled


def join_what(draft: Draft, token: int) -> None:
    """ "What zinc does is support immunity": who does is the subject of what is done, and denied with it."""
    words = draft.words
    if draft.word(token) not in words.summing_words or draft.deps[token] == "expl":
        return
    copulas = range(token + 2, min(len(draft.pos) - 1, token + 2 + WHAT_REACH))
    does = next((item - 1 for item in copulas if _is_copula(draft, item) and draft.lemmas[item - 1] == "do"), None)
    if does is None:
        return
    verb = does + 2
    while verb < len(draft.pos) - 1 and (draft.pos[verb] == "ADV" or draft.word(verb) in words.infinitive_marks):
        verb += 1
    doers = [item for item in range(token + 1, does) if draft.deps[item].startswith("nsubj")]
    bare = draft.word(verb) == draft.lemmas[verb] or draft.pos[verb] in ("ADJ", "NOUN")
    if not doers or not bare or draft.tags[verb] not in ("VB", "VBP", "NN", "JJ"):
        return
    _free_verb(draft, verb)
    held = draft.heads[doers[-1]]
    for kid in (*draft.kids(held), *draft.kids(does)):
        if token < kid < does and (draft.deps[kid].startswith("aux") or draft.deps[kid] == "advmod"):
            draft.heads[kid] = verb
    draft.heads[doers[-1]], draft.deps[doers[-1]] = verb, "nsubj"
    for item in (token, does, does + 1):
        draft.heads[item], draft.deps[item] = verb, ("expl" if item == token else "dep")


def _is_copula(draft: Draft, token: int) -> bool:
    return draft.lemmas[token] == "be" and draft.pos[token] in ("AUX", "VERB")


def _free_verb(draft: Draft, verb: int) -> None:
    """Make a word the verb of the sentence, with the nouns behind it that hung on what stood there before."""
    noun = draft.heads[verb]
    draft.pos[verb], draft.tags[verb] = "VERB", "VB"
    if noun > verb and draft.pos[noun] in NOMINAL:
        above = draft.heads[noun]
        draft.heads[noun], draft.deps[noun] = verb, "obj"
        noun = above
    for kid in range(len(draft.pos)):
        if draft.heads[kid] == kid != verb or (draft.heads[kid] == noun and kid > verb and noun < verb):
            draft.heads[kid] = verb
            if draft.deps[kid] == "root":
                draft.deps[kid] = "parataxis"
    draft.heads[verb], draft.deps[verb] = verb, "root"
