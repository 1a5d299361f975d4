"""What a paragraph is about where no heading says so: the nutrient that its first words bring up."""

from __future__ import annotations

from claimx.records import Mention
from claimx.sentence_subjects import Subject, is_by_the_way, is_fragment, main_subject
from claimx.topic import Context, first_of_block, nutrients_in

# words before the name of what a paragraph turns to: "And my beloved chamomile?", "Next up, tart cherry juice."
MAX_BEFORE = 5


def paragraph_topic(context: Context, number: int, *, article: Mention | None) -> Mention | None:
    """The nutrient that the paragraph of a sentence opens with, None once another has been turned to.

    Where nothing is named in it so far, that of the paragraph before. In an `article` about one nutrient no other is
    turned to by being named in passing, nor is a paragraph gone on from.
    """
    sentences = context.sentences
    if sentences[number].block_type != "paragraph":
        return None
    first = first_of_block(context, number)
    told = any(nutrients_in(context, at) for at in range(first, number))
    before = sentences[first - 1] if first and article is None and not told else None
    if before is not None and before.block_type == "paragraph" and before.section == sentences[first].section:
        first, number = first_of_block(context, first - 1), first
    return _opened_with(context, first, number, headed=article is not None)


def _opened_with(context: Context, first: int, number: int, *, headed: bool) -> Mention | None:
    """The nutrient that the sentences from `first` on bring up, None once one before `number` turns to another."""
    while first < number and not nutrients_in(context, first) and is_fragment(context, first):
        first += 1
    found = _brought_up(context, first, headed=headed) if first < number else None
    if found is None:
        return None
    for between in range(first + 1, number):
        subject = main_subject(context, between)
        if not context.words.possessives.isdisjoint(context.sentences[between].text.lower().split()):
            # "apigenin, one of its compounds, calms"
            continue
        others = [item for item in nutrients_in(context, between) if item.name != found.name and item.subtype != "food"]
        others = [item for item in others if not is_by_the_way(context, between, item)]
        if others and (found.subtype != "food" or subject is None or not set(subject.named).isdisjoint(others)):
            return None
    return found


def _brought_up(context: Context, number: int, *, headed: bool) -> Mention | None:
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
    if len(named) == 1 and short and turned and subject is None:
        return named[0]
    alone = len(named) == 1 and not headed and _is_all_there_is(context, number, named[0], subject)
    return named[0] if alone else None


def _is_all_there_is(context: Context, number: int, named: Mention, subject: Subject | None) -> bool:
    """ "Many people take zinc", "I kept hearing about zinc": nothing else is named that a text on health goes on about.

    What is named in passing ("those who get enough zinc do well") is brought up by nothing.
    """
    words, said = context.words, context.sentences[number].text.lower().split()
    reader = context.reader(number)
    at = reader.graph.head_at(named.start) if reader is not None else None
    if reader is None or at is None:
        return False
    above = (at, *reader.graph.ancestors(at))
    told = subject is None or subject.kind == "bystander" or subject.unknown
    return (
        told
        and all(reader.graph.base_dep(item) not in ("acl", "advcl") for item in above)
        and all(item.label in ("NUTRIENT", "POPULATION", "DOSE") for item in context.mentions[number])
        and (words.taken_up | words.possessives).isdisjoint(word.strip(".,;:!?") for word in said)
    )
