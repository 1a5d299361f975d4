"""What somebody took who then tells how he fared: "I switched to kefir in May. My bloating is gone"."""

from __future__ import annotations

import re

from claimx.pronoun_kinds import Near
from claimx.records import Mention
from claimx.relate.nutrients import nutrient_fillers
from claimx.relate.reader import Reader
from claimx.sentence_subjects import main_subject
from claimx.topic import Context, goes_on_from_before, is_nutrient, nutrients_in

# sentences before the one that tells how it went
REACH = 3
_WORD = re.compile(r"[^\W\d_]+")


def find_taken(context: Context, number: int, *, topic: Mention | None) -> Near:
    """What the nearest sentence before says was taken or given up, or is about, else the topic.

    "The cramps stopped" goes on from somebody's taking something, and from nothing else.
    """
    own = _tells(context, number)
    for previous in range(number - 1, max(-1, number - 1 - REACH), -1):
        if context.sentences[previous].is_heading or not (own or goes_on_from_before(context, previous + 1)):
            break
        reader = context.reader(previous)
        named = nutrients_in(context, previous)
        names = {item.name for item in named}
        if reader is None or not named:
            continue
        taken = [item for item in _taken(reader) if item.mentions[0].name in names]
        if taken and len({item.mentions[0].name for item in taken}) == 1:
            return taken[0]
        if not own and not (len(named) == 1 and _tells(context, previous)):
            return Near()
        subject = main_subject(context, previous)
        if subject is not None and len(subject.named) == 1 and is_nutrient(subject.named[0], context.words):
            return Near(subject.named, is_subject=True, state=subject.state)
        if len(named) == 1:
            return Near(tuple(named), is_subject=True)
        return Near((topic,)) if topic is not None and topic.name in names else Near()
    return Near((topic,)) if topic is not None and own else Near()


def _tells(context: Context, number: int) -> bool:
    """The sentence says itself who tells: "my cramps stopped"."""
    return not context.words.tellers.isdisjoint(_WORD.findall(context.sentences[number].text.lower()))


def _is_told_of(reader: Reader, token: int) -> bool:
    """ "I", "she", "my doctor", "our son"."""
    people = reader.words.tellers | reader.words.told_people
    return not people.isdisjoint(reader.graph.word(item) for item in (token, *reader.graph.children[token]))


def _taken(reader: Reader) -> list[Near]:
    """The nutrients of acts that somebody told of does: "I take zinc", "I gave up sugar"."""
    graph = reader.graph
    acts = [token for token in range(len(graph)) if graph.pos(token) == "VERB"]
    found = [
        filler
        for act in acts
        if any(_is_told_of(reader, kid) for kid in graph.kids(act, "nsubj", "nsubj:pass", "obj"))
        for filler in nutrient_fillers(reader, act)
    ]
    return [
        Near((item.mention,), is_subject=True, state=item.state, told=item.state != "intake")
        for item in found
        if item.mention is not None
    ]
