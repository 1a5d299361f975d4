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
    if not named or any(kid > opener for kid in subjects) or any(draft.is_below(said, at) for at in named):
        return
    if subjects:
        # what the parse gave the bracket as its subject takes its place outside
        outside = subjects[0]
        draft.take_place(outside, of=said)
        draft.heads[said] = outside
    draft.deps[said] = "parataxis"
    for at in named:
        draft.heads[at], draft.deps[at] = (said, "nsubj") if at == named[0] else (named[0], "conj")


def _ends_list(draft: Draft, token: int) -> bool:
    """Nothing but names and what joins them stands between such a word and the copula."""
    return draft.word(token) in (*OPENERS, CLOSER) or draft.pos[token] in ("VERB", "AUX", "SCONJ")


def tell_in_bracket(draft: Draft, token: int) -> None:
    """ "Zinc (guards the prostate) and iron (makes blood)": what opens a bracket is said of the name before it."""
    noun, first = token - 1, token + 1
    if draft.word(token) != OPENERS[0] or noun < 0 or noun not in draft.eaten:
        return
    while first < len(draft.pos) - 1 and draft.pos[first] == "ADV":
        first += 1
    end = next((at for at in range(first, len(draft.pos)) if draft.word(at) == CLOSER), 0)
    good_for = draft.pos[first] == "ADJ" and draft.word(first + 1) in draft.words.quality_prepositions
    own = any(draft.deps[kid].startswith("nsubj") and kid > token for kid in draft.kids(first))
    if own or not (good_for or draft.tags[first] == "VBZ"):
        return
    _stand_outside(draft, noun, said=first, end=end)
    draft.heads[first], draft.deps[first] = noun, "acl"
    before = _told_before(draft, noun)
    if before is not None:
        draft.heads[noun], draft.deps[noun] = before, "conj"


def _stand_outside(draft: Draft, noun: int, *, said: int, end: int) -> None:
    """What the parse hung on what the bracket says hangs on the name, which stands where that stood."""
    top, label = draft.heads[said], draft.deps[said]
    above = noun
    while draft.heads[above] not in (above, said):
        above = draft.heads[above]
    if draft.heads[above] == said:
        draft.heads[noun], draft.deps[noun] = (noun if top == said else top), label
    for kid in draft.kids(said):
        if not noun <= kid <= end:
            draft.heads[kid] = noun


def _told_before(draft: Draft, noun: int) -> int | None:
    """The name before the bracket that ends right before this one: the two are of one series."""
    end = noun - 1
    while end > 0 and draft.pos[end] in ("CCONJ", "DET", "ADJ", "PUNCT") and draft.word(end) != CLOSER:
        end -= 1
    if draft.word(end) != CLOSER or end == noun - 1:
        return None
    opener = next((at for at in range(end, 0, -1) if draft.word(at) == OPENERS[0]), 0)
    return opener - 1 if opener > 0 and opener - 1 in draft.eaten else None


def name_in_bracket(draft: Draft, token: int) -> None:
    """ "Cholesterol, sodium (salt), and sugar": a name alone in a bracket says again what stands before it."""
    first, end = draft.span(token)
    before, last = token - 2, len(draft.heads) - 1
    alone = first in (token, token - 1) and end in (token, token + 1) and 1 < token < last
    if not alone or not {before, token} <= draft.eaten or draft.heads[token] == before:
        return
    if draft.word(token - 1) == "(" and draft.word(token + 1) == CLOSER:
        draft.heads[token], draft.deps[token] = before, "appos"
