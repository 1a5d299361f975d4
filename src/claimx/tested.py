"""What a study gave, for sentences that tell what it saw: "No change in weight was found", "the treatment group"."""

from __future__ import annotations

import re

from claimx.records import Mention
from claimx.topic import Context

# sentences from the one that tells what was given to the last that tells what was seen
REACH = 8
_WORD = re.compile(r"[^\W\d_]+")


def find_tested(context: Context, number: int, *, topic: Mention | None) -> Mention | None:
    """The nutrient that the nearest sentence about a study names, the topic where it names several, None for none."""
    words = context.words
    for previous in range(number, max(-1, number - 1 - REACH), -1):
        sentence = context.sentences[previous]
        forms = {word.lower() for word in _WORD.findall(sentence.text)}
        if sentence.block_type != "title" and forms.isdisjoint(words.study_words | words.trial_words):
            continue
        named = {
            item.name: item
            for item in context.mentions[previous]
            if item.label == "NUTRIENT" and item.name not in words.empty_classes
        }
        if topic is not None and topic.name in named:
            return topic
        if named:
            return next(iter(named.values())) if len(named) == 1 else None
    return topic
