"""What a study gave, for sentences that tell what it saw: "No change in weight was found", "the treatment group"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from claimx.records import Mention, Sentence
from claimx.relate.graph import Graph
from claimx.sentence_subjects import main_subject
from claimx.topic import Context, goes_on_from_before

# sentences from the one that tells what was given to the last that tells what was seen
REACH = 8
# the same, where the latter says nothing of a study
GOING_ON = 4
# what stands between the items of a list, and the characters before one in which it is opened
LISTING, NEAR = frozenset({",", "and", ", and"}), 30
_WORD = re.compile(r"[^\W\d_]+")


def find_tested(context: Context, number: int, *, place: int, topic: Mention | None) -> tuple[Mention, ...]:
    """The nutrient that the nearest sentence about a study names, the topic where it names several, nothing for none.

    Two that were given together are both meant. `place` is where the name is left out. A sentence that says nothing of
    a study itself goes on from one that does.
    """
    words = context.words
    if not _tells_of_study(context, number) and not _goes_on(context, number):
        return _did_so_before(context, number)
    if topic is not None and _points_at_topic(context, number):
        return (topic,)
    for previous in range(number, max(-1, number - 1 - REACH), -1):
        sentence = context.sentences[previous]
        forms = _forms(context, previous)
        if sentence.block_type != "title" and forms.isdisjoint(words.study_words | words.trial_words):
            continue
        named = {
            item.name: item
            for item in context.mentions[previous]
            if item.label == "NUTRIENT"
            and item.name not in words.empty_classes
            and item.end <= place
            and not _is_of_rivals(context, sentence, item)
            # "the supplement lowered LDL, and pain was no more frequent"
            and not (_is_kind_alone(item, topic, context) and _is_definite(context, sentence, item))
        }
        if topic is not None and topic.name in named:
            return (topic,)
        if named:
            return tuple(named.values()) if len(named) == 1 or _are_given_together(context, named) else ()
    return (topic,) if topic is not None else ()


def _are_given_together(context: Context, named: Mapping[str, Mention]) -> bool:
    """ "Calcium plus vitamin D", "a diet rich in fiber, zinc and omega-3", and not "calcium or vitamin D"."""
    items, text, words = sorted(named.values(), key=lambda item: item.start), context.article.text, context.words
    gaps = {" ".join(text[one.end : other.start].lower().split()) for one, other in pairwise(items)}
    before = _WORD.findall(text[max(0, items[0].start - NEAR) : items[0].start].lower())[-2:]
    rich = len(before) == 2 and before[0] in words.rich_adjectives and before[1] in words.place_prepositions
    return gaps <= words.pairing_words or (rich and gaps <= LISTING)


def _is_kind_alone(item: Mention, topic: Mention | None, context: Context) -> bool:
    """A class, or the last word of what the text is about: "supplement", and "juice" of "beetroot juice"."""
    shortened = topic is not None and " " in topic.name and topic.name.split()[-1] == item.name
    return shortened or item.name in context.words.carrier_classes


def _is_of_rivals(context: Context, sentence: Sentence, item: Mention) -> bool:
    """ "8 percent of those on zinc, compared with 9 percent of those on olive oil": what the others got."""
    # "compared with those lowest in fiber, those highest" speaks of one nutrient
    before = _WORD.findall(sentence.text[: item.start - sentence.start].lower())[1:]
    return not context.words.rival_openers.isdisjoint(before)


def _is_definite(context: Context, sentence: Sentence, item: Mention) -> bool:
    """ "The supplement", "this compound"."""
    before = _WORD.findall(sentence.text[: item.start - sentence.start].lower())[-2:]
    # "the real juice"
    return not context.words.demonstratives.isdisjoint(before)


def _goes_on(context: Context, number: int) -> bool:
    """One of the few sentences before tells of a trial, and none between of anything else."""
    words = context.words
    for previous in range(number - 1, max(-1, number - 1 - GOING_ON), -1):
        if context.sentences[previous].is_heading:
            return False
        if not _forms(context, previous).isdisjoint(words.trial_words | words.rival_words | words.study_nouns):
            return True
    return False


def _did_so_before(context: Context, number: int) -> tuple[Mention, ...]:
    """ "Iron improved attention. Mood also improved": what the sentence before tells of what one nutrient did."""
    also = context.words.also_words & _forms(context, number)
    if not also or not goes_on_from_before(context, number):
        return ()
    before, reader = main_subject(context, number - 1), context.reader(number - 1)
    past = reader is not None and any(
        tag == "VBD" and reader.graph.head(_helped(reader.graph, token)) == _helped(reader.graph, token)
        for token, tag in enumerate(reader.graph.parse.tags)
    )
    taken = before is not None and before.kind == "nutrient" and before.state == "intake"
    return before.named if before is not None and past and taken and len(before.named) == 1 else ()


def _helped(graph: Graph, token: int) -> int:
    """The verb of an auxiliary, or the token itself."""
    return graph.head(token) if graph.base_dep(token) in ("aux", "cop") else token


def _points_at_topic(context: Context, number: int) -> bool:
    """ "The compound had no effect on weight, and cholesterol was no lower"."""
    words = context.words
    said = _WORD.findall(context.sentences[number].text.lower())
    return any(one in words.definite_articles and other in words.definite_nouns for one, other in pairwise(said))


def _tells_of_study(context: Context, number: int) -> bool:
    words = context.words
    telling = words.study_words - words.measuring_words
    text = context.sentences[number].text.lower()
    return not _forms(context, number).isdisjoint(telling) or any(phrase in text for phrase in words.side_effects)


def _forms(context: Context, number: int) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(context.sentences[number].text))
