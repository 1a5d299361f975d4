"""Sentences that name more of what was told before: "Other symptoms include fatigue", "You may also notice hair loss".

They name no nutrient. It is that of the sentence they go on from, or of the heading that announces symptoms, sources or
groups at risk; where neither tells of such things, they claim nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from claimx.list_kinds import ListKind, find_kind, may_be_short
from claimx.records import GAIN, Claim, Mention, Sentence, State
from claimx.relate.state import holds
from claimx.relate.words import Words
from claimx.sentence_subjects import main_subject
from claimx.topic import (
    Context,
    announcing,
    goes_on_from_before,
    headings_above,
    headings_and_title,
    nutrients_in,
    place_of_lead,
    section_topic,
    titles,
    topic_at,
    trigger_of,
)

# sentences that such a one may go on from
REACH = 3
_CAUTIONS = ("CAUSES", "WORSENS", "PREDISPOSES", "INTERACTS_WITH", "SAFE_FOR", "CONTRAINDICATED_IN")
# what tells that something is taken
_TAKEN = (*GAIN, "HAS_DOSE", "USED_FOR")
_HARMS = ("PREDISPOSES", "WORSENS", "DECREASES", "INCREASES", "AFFECTS")


def carry_on(
    claim: Claim, context: Context, *, number: int, told: Mapping[int, Sequence[Claim]], kinds: Sequence[ListKind]
) -> list[Claim]:
    """The claim with the nutrient and the state that it goes on from, none where there is nothing to go on from.

    `told` holds the claims of the article's sentences, by their place.
    """
    own = told.get(number, ())
    # the items of a list go on from what its lead-in goes on from
    number = number if claim.sentence.labelled else place_of_lead(context, number)
    if claim.object is not None and any(other.object is not None and _overlap(claim, other) for other in own):
        return []
    found = _told_beside(claim, own) or _told_before(claim, context, number=number, told=told)
    found = found or _paid_for(claim, context, number=number, told=told)
    if claim.relation in GAIN:
        found = found or _headed(context, number)
    else:
        found = found or _announced(claim, context, number, kinds)
    if found is None:
        return []
    nutrient, state = found
    place = replace(nutrient, start=claim.nutrient.start, end=claim.nutrient.end, surface="", origin="pattern")
    return [replace(claim, nutrient=place, nutrient_state=state)]


def _told_beside(claim: Claim, own: Sequence[Claim]) -> tuple[Mention, State] | None:
    """The one nutrient that the clause before tells harm of: "it thins the blood, and bleeding has been reported"."""
    before = [item for item in own if item.trigger.start < claim.trigger.start]
    harms = [item for item in before if item.relation in _CAUTIONS and item.polarity == "affirmed"]
    if claim.relation != "CAUSES" or not harms or len({item.nutrient.name for item in before}) != 1:
        return None
    return harms[-1].nutrient, "intake"


def _paid_for(
    claim: Claim, context: Context, *, number: int, told: Mapping[int, Sequence[Claim]]
) -> tuple[Mention, State] | None:
    """ "Zinc shortens colds. Nausea is common": slight harm beside what is taken or does good."""
    words, place = context.words, claim.object
    before = told.get(number - 1, ()) if goes_on_from_before(context, number) else ()
    is_slight = place is not None and not words.slight_ills.isdisjoint(place.surface.lower().split())
    how = trigger_of(claim, context)
    if claim.relation != "CAUSES" or place is None or not is_slight or how not in words.commonness:
        return None
    helps = [item for item in before if item.relation in _TAKEN and item.nutrient_state == "intake"]
    same = {item.nutrient.name for item in before} == {item.nutrient.name for item in helps[:1]}
    named = {item.object.name for item in before if item.object is not None}
    return (helps[-1].nutrient, "intake") if helps and same and place.name not in named else None


def _overlap(claim: Claim, other: Claim) -> bool:
    if claim.object is None or other.object is None:
        return False
    return claim.object.start < other.object.end and other.object.start < claim.object.end


def _told_before(
    claim: Claim, context: Context, *, number: int, told: Mapping[int, Sequence[Claim]]
) -> tuple[Mention, State] | None:
    """What the nearest sentence that tells the same of one nutrient tells it of."""
    goes_on = _titled(context, number)
    if _adds(claim, context) and (topic := topic_at(context, number)) is not None:
        goes_on.add(topic.name)
    for previous in range(number - 1, max(-1, number - 1 - REACH), -1):
        if context.sentences[previous].is_heading:
            return None
        said = [item for item in told.get(previous, ()) if _tells_alike(item, claim)]
        if said:
            last = said[-1]
            # an article about an illness goes on about the illness
            of_topic = claim.relation == "FOUND_IN" or last.nutrient.name in goes_on or _is_borne(last, claim)
            right_behind = previous == number - 1 and _goes_right_on(claim, context, number)
            same = all(item.nutrient.name == last.nutrient.name for item in said)
            meant = (of_topic or right_behind) and same and last.polarity == "affirmed"
            return (last.nutrient, last.nutrient_state) if meant else None
    return None


def _titled(context: Context, number: int) -> set[str]:
    """Names of the nutrients in the title and in the heading above."""
    wanted = [at for at in titles(context) if at < number]
    wanted += islice(headings_above(context, number), 1)
    return {item.name for at in wanted for item in context.mentions[at] if item.label == "NUTRIENT"}


def _adds(claim: Claim, context: Context) -> bool:
    """ "Other", "another", "further": the sentence says itself that it goes on."""
    return not context.words.adding_words.isdisjoint(claim.sentence.text.lower().replace(",", " ").split())


def _goes_right_on(claim: Claim, context: Context, number: int) -> bool:
    """ "You may also notice", and whom it helps or is not for, in the paragraph that says what may be noticed first."""
    also = not context.words.also_words.isdisjoint(context.sentences[number].text.lower().split())
    return (also or claim.relation in (*GAIN, "CONTRAINDICATED_IN")) and goes_on_from_before(context, number)


def _tells_alike(before: Claim, claim: Claim) -> bool:
    if claim.relation == "ASSOCIATED_WITH":
        # "a lack of folate leads to anemia. Heavy drinkers are at risk"
        lacked = before.nutrient_state == "deficiency" and before.relation in ("CAUSES", *_HARMS)
        return lacked or (before.relation == claim.relation and before.nutrient_state != "intake")
    if claim.relation in GAIN:
        return before.relation in GAIN and before.nutrient_state == "intake"
    if claim.relation == "CONTRAINDICATED_IN":
        # "ginkgo can cause bleeding. People on warfarin should be careful"
        return before.relation in _CAUTIONS and before.nutrient_state != "deficiency"
    harms = claim.relation == "CAUSES" and before.relation in _HARMS and before.nutrient_state != "intake"
    return before.relation == claim.relation or harms or _is_borne(before, claim)


def _is_borne(before: Claim, claim: Claim) -> bool:
    """ "Zinc is well tolerated. A few people get heartburn"."""
    return claim.relation == "CAUSES" and before.relation == "SAFE_FOR"


def _headed(context: Context, number: int) -> tuple[Mention, State] | None:
    """The nutrient of heading or title, where nothing else has been spoken of since: "Zinc. Benefits include"."""
    before = context.sentences[number - 1] if number else None
    topic = topic_at(context, number)
    subject = main_subject(context, number - 1) if goes_on_from_before(context, number) else None
    if subject is not None and subject.kind == "nutrient" and len(subject.named) == 1:
        # "feverfew is an old remedy. Studies suggest benefits for migraine"
        return (subject.named[0], "intake") if subject.state == "intake" else None
    headed = topic is not None and (topic.name in _titled(context, number) or topic == section_topic(context, number))
    if topic is None or before is None or not headed:
        return None
    goes_on = before.is_heading or any(item.name == topic.name for item in context.mentions[number - 1])
    return (topic, "intake") if goes_on else None


def _announced(claim: Claim, context: Context, number: int, kinds: Sequence[ListKind]) -> tuple[Mention, State] | None:
    kind = _kind_above(context, number, kinds)
    if claim.relation == "ASSOCIATED_WITH" and (lacked := _of_lack(claim, context, number)) is not None:
        return lacked, "deficiency"
    if claim.relation == "CAUSES" and (harmful := _of_side_effects(context, number)) is not None:
        return harmful, "intake"
    if claim.relation in ("CAUSES", "CONTRAINDICATED_IN") and _tells_of_safety(context, number, kind):
        topic = topic_at(context, number)
        return (topic, "intake") if topic is not None else None
    if claim.relation == "CAUSES" and (amiss := _of_amount(claim, context, number)) is not None:
        return amiss
    if kind is None and claim.relation == "CAUSES" and (_is_sign(claim, context) or _tells_of_signs(context, number)):
        return _headed_by_state(context, number)
    if kind is None or claim.relation not in (kind.relation, kind.drugs):
        return None
    topic = topic_at(context, number)
    nutrients = announcing(context, number) if context.sentences[number].list_head is None else []
    nutrients = nutrients or ([topic] if topic is not None else [])
    if len(nutrients) != 1 or (kind.state == "deficiency" and not may_be_short(nutrients[0])):
        return None
    return nutrients[0], kind.state


def _tells_of_safety(context: Context, number: int, kind: ListKind | None) -> bool:
    """Below "Safety" and "Is it safe?", or a heading that announces harm, interactions or whom it is not for."""
    section = context.sentences[number].section.lower()
    harms = kind is not None and kind.relation in _CAUTIONS and kind.state == "intake"
    return harms or any(noun in section for noun in context.words.safety_nouns)


def _is_sign(claim: Claim, context: Context) -> bool:
    """ "Another sign is", and not "you may also notice"."""
    parse = context.parses.get(claim.sentence.index)
    return parse is not None and "NOUN" in {
        pos for pos, start in zip(parse.pos, parse.starts, strict=True) if start == claim.trigger.start
    }


def _tells_of_signs(context: Context, number: int) -> bool:
    """ "Symptoms come on slowly. You may feel tired": the sentence before speaks of symptoms and of no illness."""
    before = context.sentences[number - 1] if number else None
    if before is None or before.is_heading:
        return False
    symptoms = context.words.symptom_nouns
    named = (item for item in context.mentions[number - 1] if item.label in ("CONDITION", "DRUG"))
    return bool(symptoms & _singulars(before)) and all(
        item.surface.lower().removesuffix("s") in symptoms for item in named
    )


def _of_side_effects(context: Context, number: int) -> Mention | None:
    """ "Chromium has few side effects. Headaches have been reported": what the sentence before told the effects of."""
    before = _gone_on_from(context, number)
    nouns = context.words.side_effect_nouns | context.words.safety_nouns
    told = before is not None and any(noun in before.text.lower() for noun in nouns)
    return _told_of(context, number) if told else None


def _of_amount(claim: Claim, context: Context, number: int) -> tuple[Mention, State] | None:
    """ "The signs of low B12 creep up. They include", "B12 deficiency is rare. Signs are": what the sentence before
    told the signs of too little of, or spoke of too little of and of no illness.
    """
    words, before = context.words, _gone_on_from(context, number)
    said = _singulars(before) if before is not None else set()
    speaks = _is_sign(claim, context) or not words.symptom_nouns.isdisjoint(said)
    nutrient = _told_of(context, number) if speaks and not _tells_of_illness(context, number) else None
    if nutrient is None or before is None:
        return None
    if _speaks_of_lack(before, words) and may_be_short(nutrient):
        return nutrient, "deficiency"
    much = said & words.excess_nouns or holds(_stretch(before), words.excess_phrases)
    return (nutrient, "excess") if much else None


def _speaks_of_lack(sentence: Sentence, words: Words) -> bool:
    """Of too little of something, by a noun, an amount or a phrase."""
    said = _singulars(sentence)
    by_word = not (said.isdisjoint(words.deficiency_nouns) and said.isdisjoint(words.low_amounts))
    return by_word or holds(_stretch(sentence), words.deficiency_phrases)


def _stretch(sentence: Sentence) -> str:
    return f" {sentence.text.lower()} "


def _of_lack(claim: Claim, context: Context, number: int) -> Mention | None:
    """ "Iron deficiency is common. Heavy periods are the usual reason": what there is too little of, for a cause."""
    words, before = context.words, context.sentences[number - 1] if number else None
    cause = trigger_of(claim, context).removesuffix("s")
    told = before is not None and (before.is_heading or before.is_question or goes_on_from_before(context, number))
    if before is None or not told or cause not in words.shortage_causes or _tells_of_illness(context, number):
        return None
    reader = context.reader(number)
    at = reader.graph.token_at(claim.trigger.start) if reader is not None else None
    if reader is None or at is None or reader.graph.kids(at, "acl", "advcl"):
        # "fatigue is the usual reason to test"
        return None
    nutrient = _told_of(context, number) if _speaks_of_lack(before, words) else None
    return nutrient if nutrient is not None and may_be_short(nutrient) else None


def _tells_of_illness(context: Context, number: int) -> bool:
    """The sentence before names an illness that is no shortage, and no excess, by its name."""
    amiss = context.words.deficiency_nouns | context.words.excess_nouns
    return any(
        item.label in ("CONDITION", "DRUG") and amiss.isdisjoint(item.surface.lower().split())
        for item in context.mentions[number - 1]
    )


def _gone_on_from(context: Context, number: int) -> Sentence | None:
    """The sentence before in the same paragraph."""
    before = context.sentences[number - 1] if goes_on_from_before(context, number) else None
    return None if before is None or before.is_heading else before


def _told_of(context: Context, number: int) -> Mention | None:
    """The one nutrient that the sentence before names, or what the text is about where it names none."""
    named = nutrients_in(context, number - 1)
    return named[0] if len(named) == 1 else topic_at(context, number) if not named else None


def _singulars(sentence: Sentence) -> set[str]:
    """The words of a sentence, less a plural "-s"."""
    return {word.strip(".,;:()").removesuffix("s") for word in sentence.text.lower().split()}


def _headed_by_state(context: Context, number: int) -> tuple[Mention, State] | None:
    """The nutrient of "Zinc deficiency" or "Iron poisoning": whose signs are told below is the shortage or excess."""
    words = context.words
    for at in headings_and_title(context, number):
        named = {item.name: item for item in context.mentions[at] if item.label == "NUTRIENT"}
        text = context.sentences[at].text.lower().strip(" ?.!")
        if len(named) == 1:
            nutrient = next(iter(named.values()))
            start, end = nutrient.start - context.sentences[at].start, nutrient.end - context.sentences[at].start
            # "zinc deficiency", "lack of zinc", and not "arginine synthase deficiency"
            said = {*text[end:].split()[:1], *text[:start].removesuffix(" of ").split()[-1:]}
            if said & words.deficiency_nouns and may_be_short(nutrient):
                return nutrient, "deficiency"
            return (nutrient, "excess") if said & words.excess_nouns else None
        if named or any(item.label in ("CONDITION", "DRUG") for item in context.mentions[at]):
            return None
    return None


def _kind_above(context: Context, number: int, kinds: Sequence[ListKind]) -> ListKind | None:
    """What the heading announces, or else the title: "Fatigue" under "Signs of zinc deficiency" is one of the signs."""
    section = context.sentences[number].section
    kind = find_kind(section, kinds) if section else None
    if kind is not None:
        return kind
    title = context.article.title
    over = [context.sentences[at].text for at in islice(headings_above(context, number), 1, 2)]
    # "Signs and symptoms" below "Folate deficiency"
    joined = (find_kind(f"{above}: {section}", kinds) for above in (*over, title) if above and section)
    kind = next((item for item in joined if item is not None and item.after.search(section)), None)
    if kind is not None or (section and not _names_condition(context, number)):
        return kind
    return find_kind(title, kinds) if title else None


def _names_condition(context: Context, number: int) -> bool:
    """Whether the heading above tells of an illness and of no nutrient."""
    heading = next(headings_above(context, number), None)
    labels = {item.label for item in context.mentions[heading]} if heading is not None else set()
    return "CONDITION" in labels and "NUTRIENT" not in labels
