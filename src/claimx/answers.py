"""Claims of sentences that answer: "Researchers tested whether zinc shortens colds. The pills showed no benefit."

The sentence that answers names no object. Nutrient, relation and object are those of the question or the aim, or of
what the sentence before told ("they saw no such effect in women").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from claimx.records import GAIN, HARM, Claim, Mention, Parse, Relation, Sentence
from claimx.relate import Relater
from claimx.resolve import resolve
from claimx.rivals import ANSWERED
from claimx.topic import Context, goes_on_from_before, is_nutrient
from claimx.verdicts import Answer, places

# what is tried against an illness is asked whether it eases it
_ASKED: dict[Relation, Relation] = {"USED_FOR": "TREATS", "AFFECTS": "TREATS"}
_GOOD: frozenset[Relation] = GAIN | {"AFFECTS"}
_TIED: frozenset[Relation] = frozenset({"ASSOCIATED_WITH"})
_EFFECTS: frozenset[Relation] = _GOOD | HARM | _TIED
# what somebody else may do too ("so do lentils", "tea does the same")
_REPEATED: frozenset[Relation] = _EFFECTS | {"FOUND_IN", "INTERACTS_WITH", "SAFE_FOR"}
# what "yes" and "no" answer as well
_SAFE: frozenset[Relation] = frozenset({"SAFE_FOR"})
_REPLIED: frozenset[Relation] = _EFFECTS | _SAFE
# characters behind a "yes" that says no more
BARE = 2
_NAMED = ("CONDITION", "FUNCTION", "DRUG")


def answers(
    context: Context,
    told: Sequence[Claim],
    *,
    found: Mapping[int, Answer],
    asked: Mapping[int, Parse],
    relater: Relater,
) -> Iterator[Claim]:
    """Claims of the sentences `found` to answer, with what they answer filled in; their polarity is read later.

    `told` are the article's claims so far, with their nutrients named, and `asked` the parses of questions.
    """
    by_sentence: dict[int, list[Claim]] = {}
    for claim in told:
        by_sentence.setdefault(claim.sentence.index, []).append(claim)
    for number, answer in found.items():
        said = by_sentence.get(context.sentences[number].index, ())
        reply = answer.verdict.reply
        if not reply and _tells_of_other(context, number, answer, said=said):
            continue
        aims = list(_aims(context, number, answer, told=by_sentence, asked=asked, relater=relater))
        if reply:
            aims = _unsaid(context, number, answer, aims, said=said, told=by_sentence)
        yield from _answered(context, number, answer, aims)


def _unsaid(
    context: Context,
    number: int,
    answer: Answer,
    aims: Sequence[Claim],
    *,
    said: Sequence[Claim],
    told: Mapping[int, Sequence[Claim]],
) -> list[Claim]:
    """What a "yes" or "no" says that neither its sentence nor the next one says in full."""
    behind = _said_next(context, number, told=told)
    bare = context.sentences[number].end - answer.core.end <= BARE
    whole = {item.nutrient.name for item in behind} if bare else set()
    aims = [aim for aim in aims if aim.nutrient.name not in whole]
    return [aim for aim in aims if not any(_says_again(item, aim) for item in (*said, *behind))]


def _tells_of_other(context: Context, number: int, answer: Answer, *, said: Sequence[Claim]) -> bool:
    """The sentence makes claims of its own, or names what else its answer is about."""
    if any(item.object is not None and not _is_before(item, answer) for item in said):
        return True
    return any(
        item.label in _NAMED and item.end > answer.start and not _is_who(item, answer)
        for item in context.mentions[number]
    )


def _said_next(context: Context, number: int, *, told: Mapping[int, Sequence[Claim]]) -> Sequence[Claim]:
    """ "Does zinc shorten colds? No. It does not shorten them": the whole answer that a bare one stands before."""
    behind = number + 1
    goes_on = behind < len(context.sentences) and goes_on_from_before(context, behind)
    return told.get(context.sentences[behind].index, ()) if goes_on else ()


def _says_again(claim: Claim, aim: Claim) -> bool:
    if claim.nutrient.name != aim.nutrient.name:
        return False
    if claim.object is None or aim.object is None:
        return claim.relation == aim.relation
    same = claim.object.name == aim.object.name
    return same or claim.object.surface.lower().split()[-1] == aim.object.surface.lower().split()[-1]


def _is_before(claim: Claim, answer: Answer) -> bool:
    """What a sentence tells before it says of whom else that is not so, or if it works: "used for colds, but it"."""
    return (answer.verdict.here or claim.relation == "USED_FOR") and claim.trigger.end <= answer.start


def _aims(
    context: Context,
    number: int,
    answer: Answer,
    *,
    told: Mapping[int, Sequence[Claim]],
    asked: Mapping[int, Parse],
    relater: Relater,
) -> Iterator[Claim]:
    """What the nearest sentence before asks, or tells, of a nutrient that it names."""
    for place in _places(context, number, answer):
        sentence, mentions = context.sentences[place], context.mentions[place]
        said = told.get(sentence.index, ())
        if answer.verdict.such:
            found = [claim for claim in said if claim.relation in _askable(answer)]
        else:
            parse = asked.get(sentence.index) or context.parses.get(sentence.index)
            found = [claim for claim in said if claim.relation == "USED_FOR"]
            if parse is not None:
                aims = relater.aims(sentence, mentions, parse, text=context.article.text, asked=sentence.is_question)
                found += [claim for made in resolve(aims, context) for claim in made]
        found = [item for item in found if _is_complete(item)]
        found = [item for item in found if place < number or item.trigger.end <= answer.start]
        if found or (place < number and any(claim.relation in _EFFECTS for claim in said)):
            # what is told in between is another matter
            yield from found
            return


def _places(context: Context, number: int, answer: Answer) -> list[int]:
    """Where what a sentence answers is looked for: a bare "no" answers the question right before it."""
    if answer.verdict.here:
        return [number]
    found = list(places(context.sentences, number))
    if not answer.verdict.reply:
        return found
    unless = answer.verdict.unless
    goes_on = number + 1 < len(context.sentences) and goes_on_from_before(context, number + 1)
    asked = (place for place in found[1:2] if context.sentences[place].is_question)
    if not answer.denied and goes_on:
        # below "Does zinc help?" what stands behind "yes" tells how it does
        asked = (place for place in asked if not context.sentences[place].is_heading)
    return [place for place in asked if unless is None or not unless.search(context.sentences[place].text.lower())]


def _is_complete(claim: Claim) -> bool:
    """Whether nutrient and object are known; what is safe needs no object."""
    named = bool(claim.object.name) if claim.object is not None else claim.relation == "SAFE_FOR"
    return named and bool(claim.nutrient.name)


def _answered(context: Context, number: int, answer: Answer, aims: Sequence[Claim]) -> Iterator[Claim]:
    sentence = context.sentences[number]
    # "other vitamins had no such effect"
    if _names_others(context, number):
        return
    # "a trial tested whether zinc shortens colds and saw no benefit"
    asked_here = not answer.verdict.here and any(aim.sentence.index == sentence.index for aim in aims)
    named = () if asked_here or answer.verdict.reply else _named_in(context, number, answer)
    if answer.who is not None and not named:
        return
    known = {aim.nutrient.name for aim in aims}
    if named and not answer.verdict.such and not {item.name for item in named} <= known:
        return
    seen: set[tuple[str, str, str]] = set()
    for aim in aims:
        relation = _relation(aim)
        if relation not in _askable(answer) or (aim.object is None and not answer.verdict.reply):
            continue
        for nutrient, found in _meant(aim, named, answer):
            key = (nutrient.name, relation, found.name if found is not None else "")
            if key not in seen:
                seen.add(key)
                told = replace(aim, nutrient=nutrient, relation=relation, object=found)
                yield _claim(told, sentence, answer, named=nutrient in named)


def _meant(aim: Claim, named: Sequence[Mention], answer: Answer) -> Iterator[tuple[Mention, Mention | None]]:
    """The nutrients and objects of which the answer tells what the aim does."""
    if not named:
        yield aim.nutrient, aim.object
    for item in named:
        if answer.verdict.repeats and (aim.relation == "FOUND_IN" or item.label == "DRUG"):
            # "oranges hold vitamin C; so do peppers"
            if aim.object is not None and item.label == aim.object.label and aim.object.end <= aim.trigger.start:
                yield aim.nutrient, item
        elif answer.verdict.such or item.name == aim.nutrient.name:
            yield item, aim.object


def _askable(answer: Answer) -> frozenset[Relation]:
    if answer.verdict.helps:
        return _GOOD
    if answer.verdict.repeats:
        return _REPEATED
    return _REPLIED if answer.verdict.reply else _EFFECTS


def _relation(aim: Claim) -> Relation:
    asked = aim.object is not None and aim.object.label == "CONDITION"
    return _ASKED.get(aim.relation, aim.relation) if asked else aim.relation


def _named_in(context: Context, number: int, answer: Answer) -> tuple[Mention, ...]:
    """The nutrients, or what does to them as they do, that the sentence names; "the berries" were asked about."""
    words, text = context.words, context.article.text
    pointing = words.demonstratives | words.definite_articles
    start = context.sentences[number].start
    return tuple(
        item
        for item in context.mentions[number]
        if (answer.who is None or _is_who(item, answer))
        and (is_nutrient(item, words) or (answer.verdict.repeats and item.label == "DRUG"))
        and pointing.isdisjoint(text[start : item.start].lower().split()[-1:])
    )


def _is_who(item: Mention, answer: Answer) -> bool:
    return answer.who is not None and answer.who.start <= item.start and item.end <= answer.who.end


def _names_others(context: Context, number: int) -> bool:
    """A class of which others are meant than what was spoken of."""
    words, text = context.words, context.article.text
    start = context.sentences[number].start
    classes = [item for item in context.mentions[number] if item.name in words.carrier_classes]
    return any(
        not words.rest_words.isdisjoint(text[start : item.start].lower().split()[-1:])
        for item in classes
        if item.label == "NUTRIENT"
    )


def _claim(aim: Claim, sentence: Sentence, answer: Answer, *, named: bool) -> Claim:
    start = answer.core.start
    unnamed = replace(aim.nutrient, start=start, end=start, surface="", origin="pattern")
    return Claim(
        sentence=sentence,
        nutrient=aim.nutrient if named else unnamed,
        relation=aim.relation,
        object=aim.object,
        trigger=answer.core,
        rule_id=ANSWERED,
        nutrient_state=aim.nutrient_state,
        polarity="negated" if answer.denied else "affirmed",
        fixed_polarity=answer.denied,
        resolution="explicit" if named else "ellipsis",
    )
