"""Which illness an article or a section is about, for sentences that call it "it" or "the condition"."""

from __future__ import annotations

import re
from collections import Counter

from claimx.records import Mention
from claimx.relate.words import Words
from claimx.topic import Context, headings_and_title

# sentences before one that may name the illness it goes on about
ILLNESS_REACH = 4
# a text is about an illness that it names so many times as often as another
OFTEN = 3
_BRACKETED = re.compile(r"\([^()]*\)")


def illness_at(context: Context, number: int, *, before: int) -> Mention | None:
    """The illness that "it" or "the condition" is: what the nearest heading or the title names, else the last named.

    A complication named in passing gives way to what the text goes on about.
    """
    above = headed_illness(context, number) or _defined_illness(context, number)
    if above is not None:
        return above
    places = range(number, max(-1, number - 1 - ILLNESS_REACH), -1)
    near = next((item for at in places if (item := illness_in(context, at, before=before)) is not None), None)
    named = [item for at in range(number) for item in context.mentions[at] if _is_named_illness(item, context.words)]
    counts = Counter(item.name for item in named)
    most, times = counts.most_common(1)[0] if counts else ("", 0)
    # what a text opens with it goes on about, when it names nothing else as often
    often = 1 if named and most == named[0].name and near is not None and times > counts[near.name] else OFTEN
    if times < OFTEN or (near is not None and times < often * counts[near.name]):
        return near
    return next(item for item in reversed(named) if item.name == most)


def _defined_illness(context: Context, number: int) -> Mention | None:
    """The illness of which a text says first what it is: "Scurvy is a disease that"."""
    first = next((at for at in range(number) if not context.sentences[at].is_heading), None)
    if first is None or not context.mentions[first]:
        return None
    sentence, item = context.sentences[first], context.mentions[first][0]
    if not _is_named_illness(item, context.words):
        return None
    behind = _BRACKETED.sub(" ", context.article.text[item.end : sentence.end]).lower().split()
    opens = context.article.text[sentence.start : item.start].lower().split()
    return item if context.words.defining_openers.issuperset(behind[:1]) and len(opens) <= 1 and behind else None


def headed_illness(context: Context, number: int) -> Mention | None:
    """The illness that the nearest heading, or else the title, names."""
    start = context.sentences[number].start
    headed = (illness_in(context, at, before=start) for at in headings_and_title(context, number))
    return next((item for item in headed if item is not None), None)


def is_headed_by_nutrient(context: Context, number: int) -> bool:
    """Whether heading and title tell of a nutrient and of no illness."""
    for at in headings_and_title(context, number):
        if illness_in(context, at, before=context.sentences[number].start) is not None:
            return False
        if any(item.label == "NUTRIENT" for item in context.mentions[at]):
            return True
    return False


def illness_in(context: Context, number: int, *, before: int) -> Mention | None:
    """The first illness that a sentence names by its name, if it ends by the offset `before`."""
    named = (item for item in context.mentions[number] if _is_named_illness(item, context.words))
    return next((item for item in named if item.end <= before), None)


def _is_named_illness(item: Mention, words: Words) -> bool:
    """A condition by its name, and not "the disease", "symptoms", "side effects" or "a deficiency"."""
    general = (
        words.symptom_nouns,
        words.spoken_of,
        words.empty_classes,
        words.deficiency_nouns,
        words.side_effect_nouns,
        words.excess_nouns,
    )
    names = (item.name, item.name.removesuffix("s"), item.surface.lower().removesuffix("s"))
    return item.label == "CONDITION" and all(group.isdisjoint(names) for group in general)
