"""What is one more of what a verb takes, where a parser hung it as something else: "eases pain – and nausea"."""

from __future__ import annotations

from claimx.relate.draft import Draft
from claimx.relate.forms import NOUNS, PARTING


def rejoin_denied(draft: Draft, token: int) -> None:
    """ "Lowered triglycerides but not LDL", "eases pain – and nausea": one more of what the verb takes."""
    bare = not any(draft.deps[kid] in ("nsubj", "obj", "aux", "cop", "case") for kid in draft.kids(token))
    if draft.pos[token] not in NOUNS or token in draft.eaten or not bare:
        return
    verb, first = draft.heads[token], draft.span(token)[0]
    denied = any(draft.deps[kid] == "advmod" and draft.word(kid) in draft.words.negators for kid in draft.kids(token))
    denied = denied or (draft.word(first) in PARTING and bool(draft.openers(token, "cc")))
    acts = (verb, *(kid for kid in draft.kids(verb) if draft.deps[kid] == "xcomp"))
    beside = [kid for act in acts for kid in draft.kids(act) if act < kid < first and draft.deps[kid] in ("obj", "obl")]
    taken = next((kid for kid in beside if draft.deps[kid] == "obj" or kid in draft.covered), None)
    if denied and taken is not None and draft.pos[verb] in ("VERB", "ADJ"):
        draft.heads[token], draft.deps[token] = taken, "conj"


def join_singled(draft: Draft, token: int) -> None:
    """ "Eases pain, in particular back pain": what is singled out is one more of what the verb takes."""
    if token not in draft.covered:
        return
    above, first = draft.heads[token], draft.first_word(token)
    phrase = f"{draft.word(first)} {draft.word(first + 1)}"
    if not first or phrase not in draft.words.singling_phrases or draft.word(first - 1) not in (",", "(", *PARTING):
        return
    taken = above if draft.pos[above] in NOUNS else last_taken(draft, above, before=first)
    if taken not in draft.covered:
        return
    draft.heads[token], draft.deps[token] = taken, "conj"
    for item in (first, first + 1):
        draft.heads[item], draft.deps[item] = token, "advmod"


def join_range_end(draft: Draft, token: int) -> None:
    """ "Eases complaints, from asthma to heartburn": what a range ends with stands beside what it begins with."""
    if token not in draft.covered or draft.openers(token, "case") != ["to"]:
        return
    first = draft.first_word(token)
    start = draft.heads[first - 1] if first > 1 and first - 1 not in draft.covered else first - 1
    if start not in draft.covered or start >= first or draft.openers(start, "case") != ["from"]:
        return
    before = draft.first_word(start) - 1
    if before >= 0 and (draft.word(before) in (",", *PARTING) or draft.lemmas[before] in draft.words.ranging_words):
        draft.heads[token], draft.deps[token] = start, "conj"


def lift_means(draft: Draft, token: int) -> None:
    """ "A reduction in pain and nausea with zinc": what brings a change about, hung on the last that changes."""
    held = draft.heads[token]
    opened = not draft.words.change_means.isdisjoint(draft.openers(token, "case"))
    bare = token in draft.eaten and not any(draft.deps[kid] == "amod" for kid in draft.kids(token))
    above = held
    while draft.deps[above] in ("conj", "nmod") and draft.pos[above] in NOUNS and draft.heads[above] < above:
        above = draft.heads[above]
    if draft.deps[above] == "obl" and draft.pos[above] in NOUNS:
        # "found less pain in adults with zinc"
        beside = [kid for kid in draft.kids(draft.heads[above]) if draft.deps[kid] == "obj" and kid < above]
        above = beside[-1] if beside else above
    if opened and bare and above < held and draft.lemmas[above] in draft.words.moving_verbs and held not in draft.eaten:
        draft.heads[token] = above


def lower_taken(draft: Draft, token: int) -> None:
    """ "Helps control not just gout": what an act takes, hung on the verb that it is helped by."""
    verb = draft.heads[token]
    acts = [kid for kid in draft.kids(verb) if verb < kid < token and draft.deps[kid] == "xcomp"]
    helped = token in draft.covered and draft.pos[token] in NOUNS and draft.lemmas[verb] in draft.words.bare_causatives
    if not helped or not acts or draft.pos[acts[-1]] != "VERB":
        return
    if not any(draft.deps[kid] == "obj" for kid in draft.kids(acts[-1])):
        draft.heads[token], draft.deps[token] = acts[-1], "obj"


def free_clause(draft: Draft, token: int) -> None:
    """ "My colds improved once I began taking zinc": a clause that says when is not what the verb takes."""
    if not draft.words.timing_openers.isdisjoint(draft.openers(token, "mark")) and draft.heads[token] < token:
        draft.deps[token] = "advcl"


def last_taken(draft: Draft, verb: int, *, before: int) -> int:
    """What a verb takes last before a place, or the verb itself."""
    taken = [kid for kid in draft.kids(verb) if verb < kid < before and draft.deps[kid] in ("obj", "obl")]
    return taken[-1] if taken else verb
