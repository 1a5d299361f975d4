"""The verb between two lists of names that a parser took for one of them: "nuts and seeds supply ALA, and fibre"."""

from __future__ import annotations

from claimx.relate.draft import Draft
from claimx.relate.forms import NOMINAL, NOUNS
from claimx.relate.lost_verbs import names_act
from claimx.relate.mend_series import tag_verb

# how the parts of a noun phrase hang on its head, and what may stand before the object of the verb
INSIDE = ("compound", "conj", "obj", "appos")
BEFORE_OBJECT = ("DET", "ADJ", "ADV", "NUM")


def restore_behind_series(draft: Draft, token: int) -> None:
    """ "Nuts, fish and oil supply ALA, and fibre from oats lowers LDL": what two clauses were taken for one list of.

    The names before the verb are its subject, the one right behind it its object, and the one that a comma and a
    conjunction, or a conjunction that opens a clause, part from that is the subject of the later verb.
    """
    bare = draft.pos[token] in NOUNS and draft.word(token) == draft.lemmas[token]
    if not bare or token in draft.covered or not names_act(draft, token):
        return
    noun, first = _object_behind(draft, token), _first_of_series(draft, token)
    if noun is None or first is None or token - 1 not in draft.eaten:
        return
    verb = draft.heads[first]
    others = [kid for kid in draft.kids(verb) if draft.deps[kid].startswith("nsubj") and noun < kid < verb]
    subject = others[0] if others else _first_behind_comma(draft, first, after=noun)
    if not noun < verb or subject is None:
        return
    _part(draft, token, noun=noun, first=first, subject=subject)
    draft.take_place(token, of=verb)
    draft.heads[verb], draft.deps[verb] = token, "advcl" if others else "conj"
    tag_verb(draft, token, modal=False)


def _object_behind(draft: Draft, token: int) -> int | None:
    """The name right behind, past what may stand before it."""
    noun = token + 1
    while noun < len(draft.pos) and draft.pos[noun] in BEFORE_OBJECT and noun not in draft.covered:
        noun += 1
    return noun if noun in draft.covered and draft.pos[noun] in NOMINAL else None


def _first_of_series(draft: Draft, token: int) -> int | None:
    """The first of the names before the verb, which was taken for the subject of a later one."""
    first = token
    while draft.deps[first] in INSIDE:
        first = draft.heads[first]
    joined = any(draft.pos[item] == "CCONJ" for item in range(first, token))
    return first if first < token and joined and draft.deps[first] == "nsubj" and first in draft.eaten else None


def _first_behind_comma(draft: Draft, first: int, *, after: int) -> int | None:
    """The first name of the series behind a comma and a conjunction."""
    for kid in draft.kids(first):
        start = draft.span(kid)[0]
        while start < kid and draft.pos[start] in ("PUNCT", "CCONJ", "DET"):
            start += 1
        before = [draft.word(item) for item in range(after + 1, start) if draft.pos[item] in ("PUNCT", "CCONJ")]
        if kid > after and draft.deps[kid] == "conj" and before[-2:-1] == [","]:
            return kid
    return None


def _part(draft: Draft, token: int, *, noun: int, first: int, subject: int) -> None:
    """Hang what was one list on the verb, its object and the subject of the later verb."""
    verb, last = draft.heads[first], token - 1
    holders = {first, noun, token}
    for kid in range(first + 1, verb):
        if kid in (last, noun, subject) or draft.heads[kid] not in holders:
            continue
        if kid < token and draft.heads[kid] != first:
            draft.heads[kid] = last
        elif subject < kid:
            draft.heads[kid] = subject
        elif noun < kid:
            draft.heads[kid] = noun
    for kid in draft.kids(subject):
        if kid < subject and draft.deps[kid] in ("cc", "punct"):
            draft.heads[kid] = verb
    if last != first:
        draft.heads[last], draft.deps[last] = first, "conj"
    draft.heads[first], draft.deps[first] = token, "nsubj"
    draft.heads[noun], draft.deps[noun] = token, "obj"
    draft.heads[subject], draft.deps[subject] = verb, "nsubj"
