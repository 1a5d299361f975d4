"""Auxiliaries that lean on a pronoun, of which a parser makes many things: "you'll feel", "they'll help"."""

from __future__ import annotations

from claimx.relate.draft import Draft
from claimx.relate.forms import NOUNS

# what may stand between such an auxiliary and its verb
_BETWEEN = ("ADV", "PART")


def stand_up(draft: Draft, token: int) -> None:
    """The auxiliary is that of the verb behind it, and the pronoun before it the subject of what it says."""
    if draft.word(token) not in draft.words.leaning_auxiliaries or token == 0 or draft.pos[token - 1] != "PRON":
        return
    verb = next((item for item in range(token + 1, len(draft.pos)) if draft.pos[item] not in _BETWEEN), None)
    if verb is None or draft.pos[verb] not in ("VERB", "AUX", *NOUNS) or verb in draft.kids(token):
        return
    if draft.pos[verb] in NOUNS and draft.deps[verb] not in ("root", "conj", "parataxis", "ccomp", "advcl"):
        return
    if draft.pos[verb] in NOUNS:
        draft.pos[verb] = "VERB"
    if draft.pos[verb] == "VERB":
        draft.tags[verb] = "VB"
    helps = draft.pos[verb] == "AUX" and draft.deps[verb].split(":")[0] in ("aux", "cop")
    predicate = draft.heads[verb] if helps else verb
    draft.pos[token], draft.tags[token], draft.deps[token], draft.heads[token] = "AUX", "MD", "aux", predicate
    if draft.deps[token - 1].split(":")[0] != "nsubj":
        draft.deps[token - 1] = "nsubj"
    draft.heads[token - 1] = predicate


def deny(draft: Draft, token: int) -> None:
    """What leans on an auxiliary and denies it belongs to its verb: "isn't much", "isn't in"."""
    if (
        token == 0
        or draft.word(token) not in draft.words.leaning_negators
        or draft.pos[token - 1] not in ("AUX", "VERB")
    ):
        return
    helps = draft.deps[token - 1].split(":")[0] in ("aux", "cop")
    if helps and draft.heads[token - 1] == token:
        _hand_over(draft, token)
    draft.heads[token] = draft.heads[token - 1] if helps else token - 1
    draft.deps[token], draft.pos[token], draft.tags[token] = "advmod", "PART", "RB"


def _hand_over(draft: Draft, token: int) -> None:
    """ "Kava isn't for children", with "n't" for the predicate: what it is not for is said of kava."""
    said = [kid for kid in draft.kids(token) if kid > token and draft.deps[kid].split(":")[0] in ("obl", "nmod")]
    if not said:
        return
    for kid in draft.kids(token):
        draft.heads[kid] = said[0]
    draft.take_place(said[0], of=token)


def part_from_auxiliary(draft: Draft, token: int) -> None:
    """ "Zinc did not, however, ease colds": the subject and the denial are the verb's, behind an aside as well."""
    helper = draft.heads[token]
    verb = draft.heads[helper]
    denied = token < helper < verb and draft.word(helper + 1) in draft.words.negators
    if not denied or draft.deps[helper] != "aux" or any(draft.deps[kid] == "nsubj" for kid in draft.kids(verb)):
        return
    draft.heads[token] = verb
    for kid in range(helper + 1, verb):
        if draft.word(kid) in draft.words.negators and draft.deps[kid] == "advmod":
            draft.heads[kid] = verb
