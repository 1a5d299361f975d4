"""Answers to what was asked before: "Researchers tested whether zinc shortens colds. The pills showed no benefit."

The sentence that answers names no object. Nutrient, relation and object are those of the question or the aim, or of
what the sentence before told ("they saw no such effect in women").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from claimx.data_files import DataFiles, faults_of, fill_parts
from claimx.records import Claim, Mention, Parse, Relation, Sentence, Span
from claimx.relate import Relater
from claimx.relate.sequels import GAIN, HARM
from claimx.resolve import resolve
from claimx.topic import Context, is_nutrient

FILE = "verdicts.yaml"
RULE_ID = "answers-what-was-asked"
# sentences before an answer that may hold what it answers
REACH = 3
# what is tried against an illness is asked whether it eases it
_ASKED: dict[Relation, Relation] = {"USED_FOR": "TREATS", "AFFECTS": "TREATS"}
_GOOD: frozenset[Relation] = GAIN | {"AFFECTS"}
_EFFECTS = _GOOD | HARM | {"ASSOCIATED_WITH"}
_NAMED = ("CONDITION", "FUNCTION", "DRUG")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A way to answer. `such`: what was told, not what was asked; `helps`: only of what does good; `denies`: alone.

    `here`: what the same sentence told before ("zinc eased colds, but vitamin C did not").
    """

    id: str
    pattern: re.Pattern[str]
    such: bool
    helps: bool
    denies: bool
    here: bool
    examples: tuple[Mapping[str, object], ...]
    decoys: tuple[str, ...]
    path: Path


@dataclass(frozen=True, slots=True)
class Answer:
    """A verdict as a sentence holds it: from where on, the words that answer, and whether they deny.

    `who` are the words that must name the nutrient, where the pattern says so.
    """

    verdict: Verdict
    start: int
    core: Span
    denied: bool
    who: Span | None = None


def load_verdicts(data: DataFiles) -> tuple[Verdict, ...]:
    """The verdicts of every layer, in the order of the files."""
    found: list[Verdict] = []
    parts: dict[str, str] = {}
    for path, content in data.yaml(FILE):
        with faults_of(path):
            parts |= content.get("parts", {})
            for block in content["verdicts"]:
                found.append(
                    Verdict(
                        block["id"],
                        re.compile(fill_parts(block["pattern"], parts)),
                        such=block.get("such") == "yes",
                        helps=block.get("helps") == "yes",
                        denies=block.get("denies") == "yes",
                        here=block.get("here") == "yes",
                        examples=tuple(block["examples"]),
                        decoys=tuple(block["decoys"]),
                        path=path,
                    )
                )
    return tuple(found)


def find_answer(sentence: Sentence, verdicts: Sequence[Verdict]) -> Answer | None:
    """The first verdict that the sentence holds; questions and headings hold none."""
    text = sentence.text.lower().replace("’", "'")
    if sentence.is_heading or text.rstrip().endswith("?") or len(text) != len(sentence.text):
        return None
    for verdict in verdicts:
        match = verdict.pattern.search(text)
        if match:
            denied = verdict.denies or bool(match.groupdict().get("not"))
            who = _span(sentence, match, "who") if "who" in match.groupdict() else None
            return Answer(verdict, sentence.start + match.start(), _span(sentence, match, "core"), denied, who)
    return None


def _span(sentence: Sentence, match: re.Match[str], group: str) -> Span:
    return Span(sentence.start + match.start(group), sentence.start + match.end(group))


def find_answers(sentences: Sequence[Sentence], verdicts: Sequence[Verdict]) -> dict[int, Answer]:
    """The answers that an article's sentences hold, by their place."""
    found = ((number, find_answer(sentence, verdicts)) for number, sentence in enumerate(sentences))
    return {number: answer for number, answer in found if answer is not None}


def asked_before(sentences: Sequence[Sentence], found: Iterable[int]) -> set[int]:
    """Places of the sentences that answer, and of those before them that may hold what was asked."""
    return {place for number in found for place in _places(sentences, number)}


def _places(sentences: Sequence[Sentence], number: int) -> Iterator[int]:
    """The sentence itself and those before it, up to a heading."""
    yield number
    for previous in range(number - 1, max(-1, number - 1 - REACH), -1):
        if sentences[previous].is_heading or sentences[previous].list_head is not None:
            return
        yield previous


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
        if any(item.object is not None and not _is_before(item, answer) for item in said):
            continue
        behind = [item for item in context.mentions[number] if item.end > answer.start]
        if any(item.label in _NAMED for item in behind):
            continue
        aims = list(_aims(context, number, answer, told=by_sentence, asked=asked, relater=relater))
        yield from _answered(context, number, answer, aims)


def _is_before(claim: Claim, answer: Answer) -> bool:
    """What a sentence tells before it says of whom else that is not so."""
    return answer.verdict.here and claim.trigger.end <= answer.start


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
    for place in (number,) if answer.verdict.here else _places(context.sentences, number):
        sentence, mentions = context.sentences[place], context.mentions[place]
        said = told.get(sentence.index, ())
        if answer.verdict.such:
            found = [claim for claim in said if claim.relation in _EFFECTS]
        else:
            parse = asked.get(sentence.index) or context.parses.get(sentence.index)
            found = [claim for claim in said if claim.relation == "USED_FOR"]
            if parse is not None:
                question = sentence.text.rstrip().endswith("?")
                aims = relater.aims(sentence, mentions, parse, text=context.article.text, asked=question)
                found += [claim for made in resolve(aims, context) for claim in made]
        found = [item for item in found if item.object is not None and item.object.name and item.nutrient.name]
        found = [item for item in found if place < number or item.trigger.end <= answer.start]
        if found or (place < number and any(claim.relation in _EFFECTS for claim in said)):
            # what is told in between is another matter
            yield from found
            return


def _answered(context: Context, number: int, answer: Answer, aims: Sequence[Claim]) -> Iterator[Claim]:
    sentence = context.sentences[number]
    # "other vitamins had no such effect"
    if _names_others(context, number):
        return
    # "a trial tested whether zinc shortens colds and saw no benefit"
    asked_here = not answer.verdict.here and any(aim.sentence.index == sentence.index for aim in aims)
    named = () if asked_here else _named_in(context, number, among=answer.who)
    if answer.who is not None and not named:
        return
    known = {aim.nutrient.name for aim in aims}
    if named and not answer.verdict.such and not {item.name for item in named} <= known:
        return
    seen: set[tuple[str, str, str]] = set()
    for aim in aims:
        relation = _relation(aim)
        if relation not in (_GOOD if answer.verdict.helps else _EFFECTS) or aim.object is None:
            continue
        meant = named or (aim.nutrient,)
        for nutrient in meant:
            if named and not answer.verdict.such and nutrient.name != aim.nutrient.name:
                continue
            key = (nutrient.name, relation, aim.object.name)
            if key not in seen:
                seen.add(key)
                yield _claim(aim, sentence, answer, nutrient=nutrient, named=bool(named), relation=relation)


def _relation(aim: Claim) -> Relation:
    asked = aim.object is not None and aim.object.label == "CONDITION"
    return _ASKED.get(aim.relation, aim.relation) if asked else aim.relation


def _named_in(context: Context, number: int, *, among: Span | None) -> tuple[Mention, ...]:
    """The nutrients that the sentence itself names; "the berries" are those that were asked about."""
    words, text = context.words, context.article.text
    pointing = words.demonstratives | words.definite_articles
    start = context.sentences[number].start
    return tuple(
        item
        for item in context.mentions[number]
        if (among is None or (among.start <= item.start and item.end <= among.end))
        and is_nutrient(item, words)
        and pointing.isdisjoint(text[start : item.start].lower().split()[-1:])
    )


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


def _claim(
    aim: Claim, sentence: Sentence, answer: Answer, *, nutrient: Mention, named: bool, relation: Relation
) -> Claim:
    start = answer.core.start
    place = nutrient if named else replace(nutrient, start=start, end=start, surface="", origin="pattern")
    return Claim(
        sentence=sentence,
        nutrient=place,
        relation=relation,
        object=aim.object,
        trigger=answer.core,
        rule_id=RULE_ID,
        nutrient_state=aim.nutrient_state,
        polarity="negated" if answer.denied else "affirmed",
        fixed_polarity=answer.denied,
        resolution="explicit" if named else "ellipsis",
    )
