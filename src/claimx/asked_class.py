"""Questions for things that do something, and the names that answer: "What lowers blood pressure? Beets and garlic."

What the question says is read of its "what" or "which foods" as of a class, and then said of each thing named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimx.compose import Composite
from claimx.item_names import named_length
from claimx.list_items import is_listing, question_before
from claimx.records import Claim, Label, Mention, Parse, Sentence, Span
from claimx.relate.foods import as_food
from claimx.relate.words import Words
from claimx.topic import Context, is_nutrient, place_of_lead

# the name that what is asked for is read under
CLASS = "class asked for"
MAX_WORDS = 14
# words between "which" and the class that it asks for: "what kinds of foods"
MAX_AHEAD = 3
_ASKED_OF: tuple[Label, ...] = ("CONDITION", "FUNCTION", "DRUG", "POPULATION")
_WHAT = re.compile(r"[*_\"“]{0,3}(?:(?:and|so|but) )?(?P<what>what|which)\b", re.IGNORECASE)


def class_composites(context: Context) -> list[Composite]:
    """Every line that names something to eat or take behind a question for such things, as its question alone."""
    found = []
    for number in range(1, len(context.sentences)):
        place = _question_of(context, number)
        mentions = _asked_mentions(context, place) if place is not None else []
        item, words = context.sentences[number], context.words
        if place is None or not mentions or not _named(item, context.mentions[number], words):
            continue
        asked = context.sentences[place]
        moved = tuple(replace(each, start=each.start - asked.start, end=each.end - asked.start) for each in mentions)
        made = replace(item, start=0, end=len(asked.text), text=asked.text)
        lead = Span(asked.start, asked.end)
        found.append(Composite(item, made, moved, lead, len(asked.text) + 1, role="class"))
    return found


def _question_of(context: Context, number: int) -> int | None:
    """The place of the question that a line may answer: its lead-in, or what stands right before it."""
    item = context.sentences[number]
    place = place_of_lead(context, number) if item.list_head is not None else number - 1
    asked = context.sentences[place]
    if not asked.is_question or item.is_question or len(asked.text.split()) > MAX_WORDS:
        return None
    return place if item.list_head is not None or question_before(item, context.article) else None


def _asked_mentions(context: Context, place: int) -> list[Mention]:
    """The mentions of a question, what it asks for among them; none where it asks for something else."""
    asked, named = context.sentences[place], context.mentions[place]
    what = _WHAT.match(asked.text)
    own = [item for item in named if item.label == "NUTRIENT"]
    if what is None or any(is_nutrient(item, context.words) for item in own):
        return []
    if not any(item.label in _ASKED_OF for item in named):
        return []
    start, end = asked.start + what.start("what"), asked.start + what.end("what")
    ahead = asked.text[what.end() :][: own[0].start - end].split() if own else []
    if own and len(ahead) <= MAX_AHEAD:
        return [replace(item, name=CLASS) if item is own[0] else item for item in named]
    return [Mention("NUTRIENT", start, end, what["what"], CLASS, origin="pattern"), *named]


def _named(sentence: Sentence, mentions: Sequence[Mention], words: Words) -> list[Mention]:
    """The things that a line names, up to where it explains them; beside foods, liver is one too."""
    end = sentence.start + named_length(sentence.text, words)
    own = [item for item in mentions if item.end <= end]
    if any(item.subtype == "food" for item in own):
        own = [as_food(item, words) for item in own]
    return list({item.name: item for item in reversed(own) if is_nutrient(item, words)}.values())[::-1]


def class_claims(
    asked: Sequence[Claim],
    sentence: Sentence,
    *,
    mentions: Sequence[Mention],
    parse: Parse | None,
    words: Words,
) -> list[Claim]:
    """What the question says of what it asks for, said of each thing that the sentence, a mere list, names."""
    if not is_listing(sentence, parse):
        return []
    return [
        replace(claim, nutrient=item, sentence=sentence, resolution="list_head")
        for claim in asked
        if claim.nutrient.name == CLASS and claim.object is not None
        for item in _named(sentence, mentions, words)
    ]
