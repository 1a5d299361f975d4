"""Pointing words that a parser hung on the next noun: "these support sleep", "a mineral without which blood thins"."""

from __future__ import annotations

from claimx.relate.draft import Draft
from claimx.relate.forms import BARE

PARTICIPLE = "ing"
# how what stands ahead of a noun hangs on it
AHEAD = ("det", "amod", "nmod:poss")
# what a noun that turns out a verb cannot have
OF_CLAUSE = ("cop", "nsubj", "nsubj:pass", "aux", "case")


def free_pointer(draft: Draft, token: int) -> None:
    """Make a demonstrative the subject of the word behind it, where it does not agree with that word as a noun."""
    verb, noun = token + 1, draft.heads[token]
    word = draft.word(token)
    singular, plural = word in draft.words.singular_pointers, word in draft.words.plural_pointers
    if not (singular or plural) or verb > noun or draft.deps[verb] in ("punct", "case"):
        return
    third = draft.word(verb).endswith("s") and draft.word(verb) != draft.lemmas[verb]
    if third is plural or not _may_be_verb(draft, verb):
        return
    if verb == noun:
        _make_verb_of_noun(draft, token, verb=verb)
    elif noun == verb + 1 and draft.deps[verb] in ("compound", "amod") and _may_be_object(draft, noun, plural=plural):
        _make_verb_of_modifier(draft, token, verb=verb, noun=noun)


def head_pointer(draft: Draft, token: int) -> None:
    """ "Those lowest in zinc had more colds": the pronoun is who they are, and the adjective says which of them."""
    adjective = draft.heads[token]
    those = draft.word(token) in draft.words.plural_pointers and adjective == token + 1
    if those and draft.pos[adjective] == "ADJ" and draft.deps[adjective] == "nsubj":
        draft.heads[token], draft.deps[token], draft.pos[token] = draft.heads[adjective], "nsubj", "PRON"
        draft.heads[adjective], draft.deps[adjective] = token, "amod"


def part_pointer(draft: Draft, token: int) -> None:
    """ "In those drinking tea": the pronoun is who they are, and what they do was taken for a part of a name."""
    act, noun = token + 1, draft.heads[token]
    those = draft.word(token) in draft.words.plural_pointers and act < noun
    verb = _taken(draft, act) if those and draft.deps[act] in ("amod", "compound") else ""
    if not verb:
        return
    draft.heads[token], draft.deps[token], draft.pos[token] = draft.heads[noun], draft.deps[noun], "PRON"
    for kid in draft.kids(noun):
        if kid < token:
            draft.heads[kid] = token
    if draft.heads[token] == noun:
        draft.heads[token] = token
    draft.heads[act], draft.deps[act] = token, "acl"
    draft.pos[act], draft.tags[act], draft.lemmas[act] = "VERB", "VBG", verb
    draft.heads[noun], draft.deps[noun] = act, "obj"


def free_pair(draft: Draft, token: int) -> None:
    """ "Too much of either", "short of either one": the word stands for one of two that were named before."""
    if draft.word(token) not in draft.words.pair_words or token == 0 or draft.pos[token - 1] != "ADP":
        return
    behind = token + 1
    if behind < len(draft.pos) and draft.word(behind) in draft.words.pair_counters:
        draft.heads[token], draft.deps[token] = draft.heads[behind], draft.deps[behind]
        draft.heads[behind], draft.deps[behind] = token, "flat"
        for kid in draft.kids(behind):
            draft.heads[kid] = token
    elif behind < len(draft.pos) and (
        draft.pos[behind] in ("NOUN", "ADJ", "PROPN", "NUM")
        or draft.deps[behind] in AHEAD
        or draft.tags[behind] == "VBG"
    ):
        # "in both the gut and the brain", "in each treated group", "in both easing and preventing colds"
        return
    elif draft.heads[token - 1] != token and token > 1:
        draft.heads[token], draft.deps[token] = token - 2, "nmod"
        draft.heads[token - 1], draft.deps[token - 1] = token, "case"
    draft.pos[token] = "PRON"


def free_dummy(draft: Draft, token: int) -> None:
    """ "It seems safe for adults": where no clause behind it says what seems so, the pronoun stands for something."""
    verb = draft.heads[token]
    if draft.word(token) not in draft.words.going_on or draft.lemmas[verb] not in draft.words.raising_verbs:
        return
    said = [kid for kid in draft.kids(verb) if draft.deps[kid] == "xcomp" and draft.pos[kid] in ("ADJ", "VERB")]
    below = [draft.deps[kid] for item in (verb, *said) for kid in draft.kids(item)]
    if len(said) == 1 and not {"ccomp", "csubj", "advcl"} & set(below):
        draft.deps[token] = "nsubj"


def _taken(draft: Draft, token: int) -> str:
    """The verb of intake that a participle is of, or nothing: "taking", "eating"."""
    word = draft.word(token)
    stem = word.removesuffix(PARTICIPLE)
    known = draft.words.intake_verbs | draft.words.eating_verbs
    forms = (stem, f"{stem}e", stem[:-1]) if stem != word else ()
    return next((form for form in forms if form in known), "")


def free_relative(draft: Draft, token: int) -> None:
    """Hang "which" behind a preposition on the verb of its clause, and not on the subject that follows it."""
    noun = draft.heads[token]
    verb = draft.heads[noun]
    parted = draft.word(token) in draft.words.sequel_pronouns and token > 0 and draft.pos[token - 1] == "ADP"
    if not parted or noun != token + 1 or not draft.deps[noun].startswith("nsubj") or draft.deps[verb][:3] != "acl":
        return
    draft.heads[token], draft.deps[token], draft.pos[token] = verb, "obl", "PRON"
    draft.heads[token - 1], draft.deps[token - 1] = token, "case"
    draft.deps[verb] = "acl:relcl"


def _may_be_verb(draft: Draft, token: int) -> bool:
    if draft.pos[token] == "ADJ":
        return draft.word(token) in draft.words.verb_adjectives
    return draft.lemmas[token] in draft.words.verb_nouns


def _may_be_object(draft: Draft, noun: int, *, plural: bool) -> bool:
    """ "These balance exercises" may be a noun phrase, "these balance mood" is none."""
    word = draft.word(noun)
    agrees = plural and word.endswith("s") and not word.endswith("ss") and draft.lemmas[noun] != word
    bare = not any(draft.deps[kid] in OF_CLAUSE for kid in draft.kids(noun))
    return bare and (noun in draft.covered or not agrees)


def _make_verb_of_noun(draft: Draft, token: int, *, verb: int) -> None:
    above = draft.heads[verb]
    if draft.deps[verb] == "nsubj" and draft.tags[above] in BARE and above > verb:
        # "these help neutralize": the second verb completes the first
        draft.take_place(verb, of=above)
        draft.heads[above], draft.deps[above] = verb, "xcomp"
    elif any(draft.deps[kid] in OF_CLAUSE for kid in draft.kids(verb)) or draft.deps[verb].startswith("nsubj"):
        return
    for kid in draft.kids(verb):
        if draft.deps[kid] == "nmod":
            draft.deps[kid] = "obl"
    _finish(draft, token, verb=verb)


def _make_verb_of_modifier(draft: Draft, token: int, *, verb: int, noun: int) -> None:
    draft.take_place(verb, of=noun)
    draft.heads[noun], draft.deps[noun] = verb, "obj"
    _finish(draft, token, verb=verb)


def _finish(draft: Draft, token: int, *, verb: int) -> None:
    if draft.pos[verb] == "ADJ":
        draft.lemmas[verb] = draft.word(verb)
    draft.tags[verb] = "VBP" if draft.word(token) in draft.words.plural_pointers else "VBZ"
    draft.pos[verb] = "VERB"
    draft.heads[token], draft.deps[token], draft.pos[token] = verb, "nsubj", "PRON"
