"""What a paragraph is about where no heading says so: the nutrient that its first words bring up."""

from __future__ import annotations

from claimx.records import Mention
from claimx.sentence_subjects import is_fragment, main_subject
from claimx.topic import Context, first_of_block, nutrients_in

# words before the name of what a paragraph turns to: "And my beloved chamomile?", "Next up, tart cherry juice."
MAX_BEFORE = 5


def paragraph_topic(context: Context, number: int) -> Mention | None:
    """The nutrient that the paragraph of a sentence opens with, None once another has been turned to."""
    if context.sentences[number].block_type != "paragraph":
        return None
    first = first_of_block(context, number)
    while first < number and not nutrients_in(context, first) and is_fragment(context, first):
        first += 1
    found = _brought_up(context, first) if first < number else None
    if found is None:
        return None
    for between in range(first + 1, number):
        subject = main_subject(context, between)
        if not context.words.possessives.isdisjoint(context.sentences[between].text.lower().split()):
            # "apigenin, one of its compounds, calms"
            continue
        others = [item for item in nutrients_in(context, between) if item.name != found.name and item.subtype != "food"]
        if others and (found.subtype != "food" or subject is None or not set(subject.named).isdisjoint(others)):
            return None
    return found


def _brought_up(context: Context, number: int) -> Mention | None:
    """The only nutrient that is the subject of a sentence, or that a short line without a verb names."""
    named = nutrients_in(context, number)
    if not named:
        return None
    subject = main_subject(context, number)
    if subject is not None and subject.kind == "nutrient":
        meant = {item.name for item in subject.named}
        return next((item for item in named if meant == {item.name}), None)
    ahead = context.article.text[context.sentences[number].start : named[0].start].split()
    short = len(ahead) <= MAX_BEFORE
    turned = is_fragment(context, number) or not context.words.turning_words.isdisjoint(
        word.lower().strip(",’'") for word in ahead
    )
    return named[0] if len(named) == 1 and short and turned and subject is None else None
