"""Whom a sentence without a subject speaks of: "Good sources are", "After 70, 800 IU", "Side effects include"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claimx.antecedents import REACH, look_back
from claimx.own_sentence import own_subject
from claimx.pronoun_kinds import CARRIED, Near, Wanted, is_called, is_of_other_part
from claimx.records import Claim, Mention
from claimx.relate.dose_owners import is_in_unit_of
from claimx.relate.doses import is_measured
from claimx.relate.not_taken import base_unit
from claimx.sentence_subjects import is_by_the_way, main_subject
from claimx.topic import (
    Context,
    column_nutrients,
    distinct,
    goes_on_from_before,
    headed_nutrient,
    headings_and_title,
    is_nutrient,
    lead_nutrients,
    only_before,
    row_nutrients,
    section_topic,
    trigger_of,
)

# words before an amount that a sentence opens with: "However, too much"
OPENING_WORDS = 2


def find_left_out(claim: Claim, context: Context, *, number: int, topic: Mention | None) -> Near:
    """Whom a sentence without a subject speaks of: what its amount can be of, where it has one."""
    held = claim.relation == "FOUND_IN"
    near = _meant(claim, context, number=number, topic=_held_topic(context, number, topic=topic) if held else topic)
    if held:
        # what a food holds is no food, and nobody is told where to get more salt
        kept = tuple(item for item in near.mentions if _is_held(item, claim, context))
        near = replace(near, mentions=kept) if kept or not near.mentions else _spoken_of(claim, context, number)
    dose = claim.dose
    if dose is None or all(is_in_unit_of(dose, item, context.words) for item in near.mentions):
        return near
    start = max(0, number - REACH)
    named = [item for mentions in context.mentions[start : number + 1] for item in mentions if item.label == "NUTRIENT"]
    fitting = [item for item in named if item.start < dose.start and is_in_unit_of(dose, item, context.words)]
    return Near(tuple(fitting[-1:]))


def _meant(claim: Claim, context: Context, *, number: int, topic: Mention | None) -> Near:
    """The subject just before, unless it is a food, else the topic."""
    if claim.relation == "HAS_DOSE":
        # "Recommended intake of iron:" and its amounts, in an article about calcium
        row = row_nutrients(context, number) or column_nutrients(context, number) or lead_nutrients(context, number)
        if len(row) == 1:
            return Near(tuple(row))
    if claim.relation == "HAS_DOSE" and (dosed := _dosed_before(context, number)):
        return Near(tuple(dosed))
    own = own_subject(context, number, claim=claim)
    if own.mentions:
        return own
    if claim.relation in CARRIED and _follows_drug(context, number, topic=topic):
        return Near()
    if claim.relation == "HAS_DOSE" and topic is not None and topic.subtype == "food" and is_measured(claim):
        # nobody takes 7.5 mg of snacks
        headed = headed_nutrient(context, number)
        return Near((headed,)) if headed is not None else Near()
    if topic is not None and _is_counted(claim) and not _is_headed(context, number, topic=topic):
        # "one tablet a day" of a product with several nutrients
        topic = None
    if needed := _needed_before(claim, context, number=number):
        return Near(needed, is_subject=True)
    near = look_back(context, number, wanted=Wanted(), own=None)
    if near.is_subject and topic is not None and topic.name in context.words.carrier_classes:
        # "creatine is the best of them. Five grams is enough" on a page about supplements
        topic = None
    section = section_topic(context, number)
    if section is not None and section.subtype != "food" and not never_short(claim, section, context):
        # what a part of an article leaves out is what its heading names
        return Near((section,))
    weak = not near.mentions or near.mentions[0].subtype == "food" or is_called(near, topic, context.words)
    weak = weak or near.mentions[0].name in context.words.carrier_classes or is_of_other_part(near, context, number)
    if topic is not None and (weak or claim.relation == "HAS_DOSE" or not near.is_subject):
        return Near((topic,))
    if claim.relation == "HAS_DOSE" and is_measured(claim):
        near = replace(near, mentions=tuple(item for item in near.mentions if item.subtype != "food"))
    if claim.relation == "FOUND_IN" and not near.is_subject:
        return _spoken_of(claim, context, number)
    return near if near.is_subject or claim.relation == "HAS_DOSE" else Near()


def _needed_before(claim: Claim, context: Context, *, number: int) -> tuple[Mention, ...]:
    """The one nutrient that the sentence before names: "You need protein. Too much can", below any heading."""
    opens = context.article.text[claim.sentence.start : claim.nutrient.start].split()
    if claim.relation == "FOUND_IN" or claim.nutrient_state == "intake" or len(opens) > OPENING_WORDS:
        return ()
    named = only_before(context, number)
    return (named,) if named is not None and not is_by_the_way(context, number - 1, named) else ()


def _is_counted(claim: Claim) -> bool:
    """So many tablets, sachets or scoops."""
    return claim.dose is not None and base_unit(claim.dose).startswith("{")


def _is_headed(context: Context, number: int, *, topic: Mention) -> bool:
    """The title, or a heading above, names the topic and no other nutrient."""
    for at in headings_and_title(context, number):
        named = {item.name for item in context.mentions[at] if item.label == "NUTRIENT"}
        if topic.name in named:
            return len(named) == 1
    return False


def _held_topic(context: Context, number: int, *, topic: Mention | None) -> Mention | None:
    """What foods are told to hold, where the topic is one: "3. Pork" in an article about selenium."""
    return headed_nutrient(context, number) if topic is not None and topic.subtype == "food" else topic


def _spoken_of(claim: Claim, context: Context, number: int) -> Near:
    """The nutrient of the nearest sentence before that speaks of one: "It is low on zinc. Good sources are"."""
    for previous in range(number - 1, max(-1, number - 1 - REACH), -1):
        subject = main_subject(context, previous)
        about = subject.named if subject is not None else ()
        # "lentils are rich in iron. Good sources too are": of what is told of a food
        named = _held_among(about, claim, context) or _held_among(context.mentions[previous], claim, context)
        if named:
            return Near(tuple(named)) if len(named) == 1 else Near()
    return Near()


def _held_among(mentions: Iterable[Mention], claim: Claim, context: Context) -> list[Mention]:
    return distinct(item for item in mentions if is_nutrient(item, context.words) and _is_held(item, claim, context))


def _is_held(item: Mention, claim: Claim, context: Context) -> bool:
    """What a good food can hold, and a culprit what there should be less of."""
    words, told = context.words, trigger_of(claim, context)
    blamed, either = told in words.blamed_foods, told in words.neutral_foods or is_measured(claim)
    limited = item.name in words.limited
    # added sugar is a food as well
    return (item.subtype != "food" or (blamed and limited)) and (either or limited == blamed)


def _follows_drug(context: Context, number: int, *, topic: Mention | None) -> bool:
    """ "Deferoxamine is given as a drip. Side effects include": what was just spoken of is a medicine."""
    for at in range(number - 1, max(-1, number - 1 - REACH), -1):
        if not goes_on_from_before(context, at + 1):
            return False
        before = context.mentions[at]
        subject = main_subject(context, at)
        other = subject is None or subject.kind == "other"
        named = topic is not None and any(item.name == topic.name for item in before)
        if any(item.label == "DRUG" for item in before) and other:
            # "deferiprone removes iron" is about what it names first
            return not named or min(before, key=lambda item: item.start).label == "DRUG"
        if named or (subject is not None and subject.kind == "nutrient"):
            return False
    return False


def _dosed_before(context: Context, number: int) -> list[Mention]:
    """The nutrient of the amounts in the sentence before: "Adults need 600 IU of vitamin D. After 70, 800 IU." """
    if not goes_on_from_before(context, number):
        return []
    mentions = context.mentions[number - 1]
    doses = [item for item in mentions if item.label == "DOSE"]
    nutrients = [item for item in mentions if item.label == "NUTRIENT"]
    inside = [item for item in nutrients if any(d.start <= item.start and item.end <= d.end for d in doses)]
    return inside[:1] if len({item.name for item in inside}) == 1 and inside[0].subtype != "food" else []


def never_short(claim: Claim, topic: Mention, context: Context) -> bool:
    """Nobody lacks it: a shortage that is spoken of below its name is one of something else."""
    return claim.nutrient_state == "deficiency" and topic.name in context.words.never_short
