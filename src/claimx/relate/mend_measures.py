"""How much of something there is, told by a clause or with the verb left out, drawn as what it is of."""

from __future__ import annotations

from claimx.relate.draft import Draft
from claimx.relate.forms import NOMINAL

_OBJECTS = ("obj", "nsubj")


def join_measure(draft: Draft, token: int) -> None:
    """ "Reduces how often headaches strike", "no difference to how long colds last": it is the headaches, the colds."""
    first = _opening(draft, token)
    above = draft.heads[token]
    if first is None or above >= first:
        return
    parts = [kid for label in _OBJECTS for kid in draft.kids(token) if draft.deps[kid] == label]
    # "how often migraines strike", taken for a noun phrase
    parts += [kid for kid in draft.kids(token) if draft.deps[kid] in ("nmod:poss", "compound") and kid > first]
    thing = next((kid for kid in parts if kid in draft.covered and first < kid), None)
    if thing is None:
        return
    draft.heads[thing] = above
    draft.deps[thing] = "obj" if draft.pos[above] in ("VERB", "AUX") else "nmod"
    draft.pos[thing] = "NOUN" if draft.pos[thing] == "VERB" else draft.pos[thing]
    for kid in draft.kids(token):
        if draft.deps[kid] == "mark" and kid < first:
            draft.heads[kid], draft.deps[kid] = thing, "case"
    draft.heads[token], draft.deps[token] = thing, "dep"


def _opening(draft: Draft, token: int) -> int | None:
    """Where "how often" or "how long" opens the clause of a verb, perhaps behind its "to"."""
    words = draft.words
    span = draft.span(token)[0]
    for item in (span, span + 1):
        if item < token and draft.word(item) in words.manner_openers and draft.word(item + 1) in words.degree_words:
            return item
    return None


def share_fall(draft: Draft, token: int) -> None:
    """ "Strokes fell by 14 percent and deaths by 12 percent": what is joined to the share fell, or was lowered, too."""
    share = draft.heads[token]
    verb = draft.heads[share]
    if draft.lemmas[share] not in draft.words.share_nouns or draft.pos[verb] != "VERB" or not verb < share < token:
        return
    done_to = [kid for kid in draft.kids(verb) if draft.deps[kid] == "obj" and kid in draft.covered and kid < share]
    parts = done_to or [kid for kid in draft.kids(verb) if draft.deps[kid].startswith("nsubj") and kid < verb]
    own = any(draft.pos[kid] in NOMINAL for kid in draft.kids(token) if kid > token)
    if parts and token in draft.covered and (own or draft.word(token + 1) in draft.words.agent_prepositions):
        draft.heads[token] = parts[0]


def part_order(draft: Draft, token: int) -> None:
    """ "No more than 10 mg a day, as too much can harm": what opens with the words of an amount is an order and no
    subject of what is given as its reason.
    """
    verb = draft.heads[token]
    # "adults should take no more than 10 mg, as"
    order = token + (" " not in draft.word(token))
    if token or draft.deps[verb] != "root" or not order < verb or " " not in draft.word(order):
        return
    mark = order + 1 + (draft.word(order + 1) == ",")
    subject = next((kid for kid in draft.kids(verb) if token < kid < verb and draft.deps[kid] == "nsubj"), mark)
    if mark < verb and draft.word(mark) in draft.words.falling_openers and subject > mark:
        draft.heads[token], draft.deps[token] = token, "root"
        draft.heads[verb], draft.deps[verb] = token, "advcl"
        draft.heads[mark], draft.deps[mark] = verb, "mark"


def name_more(draft: Draft, token: int) -> None:
    """ "More than that can cause cramps": what can is more than that, and not that."""
    verb, other = draft.heads[token], token + 2
    exceeds = f"{draft.word(token)} {draft.word(token + 1)}" in draft.words.exceeding_words
    if not exceeds or not other < verb or draft.word(other) not in draft.words.pronouns:
        return
    if all(kid == other for kid in draft.kids(verb) if draft.deps[kid].startswith("nsubj")):
        draft.deps[token] = "nsubj"
        draft.heads[other], draft.deps[other] = token, "nmod"


def seat_measure(draft: Draft, token: int) -> None:
    """ "Lost 1.5 pounds more than": so much is what they lost, and not by how much more they did it."""
    more = draft.heads[token]
    verb = draft.heads[more]
    told = draft.word(more) in draft.words.more_words and draft.deps[more] in ("advmod", "obj") and more == token + 1
    bare = not any(draft.deps[kid] == "obj" for kid in draft.kids(verb) if kid != more)
    if (
        told
        and bare
        and draft.pos[verb] == "VERB"
        and verb < token
        and draft.lemmas[verb] in draft.words.slimming_verbs
    ):
        draft.heads[token], draft.deps[token] = verb, "obj"
        draft.heads[more], draft.deps[more] = token, "amod"


def name_block(draft: Draft, token: int) -> None:
    """ "Are building blocks of muscle": nobody builds blocks, they are what something is."""
    noun = token + 1
    building = draft.tags[token] == "VBG" and draft.lemmas[token] in draft.words.block_verbs
    if not building or draft.lemmas[noun] not in draft.words.block_nouns or draft.heads[noun] != token:
        return
    draft.take_place(noun, of=token)
    for kid in draft.kids(token):
        draft.heads[kid] = noun
        draft.deps[kid] = "cop" if draft.deps[kid] == "aux" else draft.deps[kid]
    draft.heads[token], draft.deps[token], draft.pos[token] = noun, "compound", "NOUN"
