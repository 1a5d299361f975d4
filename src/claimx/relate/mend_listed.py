"""Lists right before a verb that are its subject, where a parser joined them to what stands before them."""

from __future__ import annotations

from claimx.relate.draft import Draft
from claimx.relate.forms import NOMINAL, NOUNS
from claimx.relate.mend_series import tag_verb

# how what stands between a subject and its verb hangs on the verb
BEFORE_VERB = ("aux", "aux:pass", "cop", "advmod")


def part_listed(draft: Draft, token: int) -> None:
    """A list right before a verb is its subject: "eases colds, and ginger, mint and honey soothe"."""
    verb, kids = draft.heads[token], draft.kids(token)
    own = [kid for kid in kids if draft.deps[kid].startswith("nsubj")]
    ahead = [kid for kid in kids if kid < token and draft.deps[kid] in BEFORE_VERB]
    last = min((kid for kid in ahead if draft.word(kid) not in draft.words.negators), default=token) - 1
    if verb >= last or draft.pos[last] not in NOUNS or own not in ([], [last]):
        return
    start = _list_start(draft, verb, last)
    if start is None:
        return
    listed = [item for item in range(start, last + 1) if draft.deps[item] in ("conj", "obj") or item == last]
    if draft.heads[listed[0]] >= start or draft.pos[listed[0]] not in NOUNS or own == listed:
        return
    first, *others = listed
    for other in others:
        draft.heads[other], draft.deps[other] = first, "conj"
    draft.heads[first], draft.deps[first], draft.deps[token] = token, "nsubj", "conj"
    for item in range(start - 2 if draft.word(start - 2) == "," else start - 1, start):
        draft.heads[item] = token


def _list_start(draft: Draft, verb: int, last: int) -> int | None:
    """Where the list up to `last` begins, behind "and" or "but": with the first of the nutrients, or of a clause."""
    start = last
    while start - 1 > verb and (
        start - 1 in draft.eaten or draft.word(start - 1) == "," or draft.deps[start - 1] == "cc"
    ):
        start -= 1
    while start < last and start not in draft.eaten:
        start += 1
    joined = (draft.deps[start - 1] == "cc" and start - 2 not in draft.eaten) or draft.word(start - 1) == ";"
    if last in draft.eaten and joined and start - 2 > verb:
        return start
    singular = any(draft.tags[item] == "VBZ" for item in range(last + 1, last + 3))
    cuts = [at for at in range(verb + 1, last) if draft.word(at) == "," and draft.deps[at + 1] == "cc"]
    # the comma of "ginger, mint, and honey" parts no clauses
    cut = next((at for at in reversed(cuts) if "cc" in draft.deps[at + 2 : last]), None)
    return None if cut is None or singular else cut + 2


def part_pair(draft: Draft, token: int) -> None:
    """ "Stress and low levels of iron": two things, where the first was taken for a part of the second's name."""
    first = draft.heads[token]
    noun = draft.heads[first]
    joined = draft.pos[token] == "ADJ" and draft.deps[first] == "compound" and first < token < noun
    if not joined or any(draft.word(item) == "," for item in range(first, noun)):
        return
    draft.take_place(first, of=noun)
    for kid in draft.kids(noun):
        if kid < first:
            draft.heads[kid] = first
    for kid in draft.kids(first):
        if kid > first:
            draft.heads[kid] = noun
    draft.heads[noun], draft.deps[noun] = first, "conj"
    draft.heads[token], draft.deps[token] = noun, "amod"


def restore_behind_list(draft: Draft, token: int) -> None:
    """ "Zinc and folate lower cholesterol, yet": an adjective right behind a list of nutrients is what they do."""
    noun, last = draft.heads[token], token - 1
    adjective = draft.word(token) in draft.words.verb_adjectives and token not in draft.covered
    if not adjective or noun <= token or last not in draft.eaten or noun not in draft.covered or noun in draft.eaten:
        return
    first = last
    while draft.deps[first] in ("conj", "appos") and draft.heads[first] in draft.eaten and draft.heads[first] < first:
        first = draft.heads[first]
    if first == last and draft.parse.tags[last] != "NNS":
        return
    above = draft.heads[first]
    while draft.deps[first] == "conj" and draft.pos[above] in NOMINAL and draft.heads[above] != above:
        above = draft.heads[above]
    tag_verb(draft, token, modal=False)
    root = draft.heads[first] == first
    draft.heads[token] = token if root else above
    draft.deps[token] = "root" if root else "conj" if above < token else "parataxis"
    draft.heads[noun], draft.deps[noun] = token, "obj"
    draft.heads[first], draft.deps[first] = token, "nsubj"
    for kid in draft.kids(first):
        if kid < first and draft.deps[kid] in ("cc", "punct", "mark"):
            draft.heads[kid] = token
