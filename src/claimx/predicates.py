"""Lines that leave their subject out, read behind the nutrient they tell of: "Reduces pain", "Iron: good for blood"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Literal, TypeAlias

from claimx.compose import Composite, compose_behind
from claimx.data_files import DataFiles, faults_of
from claimx.lemma import Lemmatizer, load_lemmatizer
from claimx.pointing import WORD, lead_in, pointed_at
from claimx.records import Claim, Mention, Resolution, Sentence, Span
from claimx.topic import (
    Context,
    belongs_to,
    distinct,
    find_topic,
    first_of_block,
    nutrients_in,
    only_nutrient,
    opening_name,
    row_nutrients,
    section_topic,
)

FILE = "predicates.yaml"
Form: TypeAlias = Literal["finite", "past", "bare", "gerund", "adjective", "noun", "comparative", "purpose"]
# longer ones are prose, and prose names its subject
MAX_WORDS = 30
# words behind a line that only say whether it is so
MAX_VERDICT = 2
# how many words a row of words may have between two of them
_GAP = r"\W+(?:\w+\W+){0,3}?"
_FRAME = "*_\"'“‘ "
# behind the name that a line begins with: "Iron (Fe):", "**Zinc** –"
_LABEL = re.compile(r"[*_]{0,3}(?: ?\([^()]{1,30}\))?[*_]{0,3} ?(?::[*_]{0,3}\s+|[-–—]{1,2}\s+)")
_NAMED = re.compile(r"[*_]{0,3}[^\W\d_][^.:!?|\n]{1,50}:[*_]{0,3} ")
_VERBLIKE: tuple[Form, ...] = ("finite", "past", "adjective")


@dataclass(frozen=True, slots=True)
class Predicates:
    """The words of `data/predicates.yaml`; `benefits` and `advice` are found in headings and lead-ins.

    `askers` are openings of questions that tell whom the next sentence is for, and what is said in their place,
    `bare_askers` what is said where there is none; `supposers` the same of questions for what comes of something;
    `asking` opens other questions, `being` tells what somebody is, not what he has.
    """

    joins: Mapping[str, str]
    verbs: frozenset[str]
    states: frozenset[str]
    modals: frozenset[str]
    adverbs: frozenset[str]
    adjectives: frozenset[str]
    prepositions: frozenset[str]
    articles: frozenset[str]
    kinds: frozenset[str]
    going_on: frozenset[str]
    tellers: frozenset[str]
    denials: frozenset[str]
    comparatives: frozenset[str]
    purposes: frozenset[str]
    exclusions: frozenset[str]
    asking: frozenset[str]
    being: frozenset[str]
    askers: Mapping[str, str]
    bare_askers: Mapping[str, str]
    supposers: Mapping[str, str]
    open_ends: Mapping[str, frozenset[str]]
    max_before: int
    benefits: re.Pattern[str]
    advice: re.Pattern[str]
    lemmatizer: Lemmatizer
    examples: tuple[dict[str, Any], ...] = ()
    decoys: tuple[dict[str, Any], ...] = ()


def load_predicates(data: DataFiles) -> Predicates:
    """The words of all layers; a later layer's file replaces the packaged one."""
    path, content = data.yaml(FILE)[-1]
    with faults_of(path):
        sets = {
            name: frozenset(content[name])
            for name in (
                "verbs",
                "states",
                "modals",
                "adverbs",
                "adjectives",
                "prepositions",
                "articles",
                "kinds",
                "going_on",
                "tellers",
                "denials",
                "comparatives",
                "purposes",
                "exclusions",
                "asking",
                "being",
            )
        }
        return Predicates(
            joins=content["joins"],
            askers=content["askers"],
            bare_askers=content["bare_askers"],
            supposers=content["supposers"],
            max_before=int(content["max_before"]),
            open_ends={form: frozenset(ends) for form, ends in content["open_ends"].items()},
            benefits=_cues(content["benefits"]),
            advice=_cues(content["advice"]),
            lemmatizer=load_lemmatizer(data),
            examples=tuple(content["examples"]),
            decoys=tuple(content["decoys"]),
            **sets,
        )


def _cues(rows: Sequence[str]) -> re.Pattern[str]:
    joined = "|".join(_GAP.join(f"(?:{word})" for word in row.split()) for row in rows)
    return re.compile(rf"\b(?:{joined})\b", re.IGNORECASE)


def find_form(text: str, predicates: Predicates, *, labelled: bool = False) -> Form | None:
    """How a line without a subject begins, None when it does not begin as one. `labelled` takes phrases too."""
    words = [word.lower() for word in WORD.findall(text)[: predicates.max_before + 4]]
    if " ".join(words[:2]) in predicates.exclusions:
        return "adjective"
    words = words[next((at for at, word in enumerate(words) if word not in predicates.adverbs), len(words)) :]
    if not words or not text.lstrip(_FRAME)[:1].isalpha():
        return None
    first, rest = words[0], words[1:]
    told = not predicates.tellers.isdisjoint(words[1:])
    if told and first in predicates.denials and rest[0] not in predicates.tellers:
        return "past"
    lemma = predicates.lemmatizer.lemma(first, "VERB")
    if first in predicates.modals:
        verb = next((word for word in rest if word not in predicates.adverbs), "")
        return "finite" if predicates.lemmatizer.lemma(verb, "VERB") in predicates.verbs else None
    if first in predicates.adjectives and set(rest[: predicates.max_before]) & predicates.prepositions:
        return "adjective"
    if first in predicates.articles and _calls_by_kind(rest, predicates):
        return "noun"
    if lemma in predicates.verbs and "of" not in rest[:1]:
        if first == lemma:
            return None if lemma in predicates.states else "bare"
        if first.endswith(("s", "ing")):
            return "finite" if first.endswith("s") else "gerund"
        return "past" if told else None
    return _labelled_form(first, predicates) if labelled else None


def _calls_by_kind(words: Sequence[str], predicates: Predicates) -> bool:
    """ "Gentle herb for sleep", "popular spice that eases pain", behind its article."""
    return any(word in predicates.kinds and behind in predicates.going_on for word, behind in pairwise(words))


def _labelled_form(first: str, predicates: Predicates) -> Form | None:
    """How what stands behind a name and a colon begins, where it begins with no verb."""
    if first in predicates.articles:
        return "noun"
    if first in predicates.comparatives:
        return "comparative"
    return "purpose" if first in predicates.purposes else None


def subject_composites(context: Context, predicates: Predicates) -> list[Composite]:
    """Every line of an article that leaves its subject out, behind its subject."""
    found: list[Composite] = []
    topic: Mention | None = None
    looked = False
    for number, (sentence, mentions) in enumerate(zip(context.sentences, context.mentions, strict=True)):
        if sentence.block_type == "title" or not _is_line(sentence):
            continue
        composite = _behind_label(sentence, mentions, predicates)
        # "Skin: reduces acne" tells of the nutrient as "reduces acne" does
        length = _named_length(sentence.text)
        line = replace(sentence, start=sentence.start + length, text=sentence.text[length:]) if length else sentence
        if length and len(line.text.split()) <= MAX_VERDICT and find_form(line.text, predicates) is None:
            # "Good for your heart: FALSE"
            line, length = replace(sentence, end=sentence.start + length, text=sentence.text[:length]), 0
        form = find_form(line.text, predicates) if composite is None else None
        form = None if length and form not in _VERBLIKE else form
        if form is not None and _tells(context, number, form=form, predicates=predicates):
            if not looked:
                topic, looked = find_topic(context) or only_nutrient(context), True
            subject = _subject(context, number, topic=topic, predicates=predicates)
            if subject is not None and all(mention.name != subject.name for mention in mentions):
                own = [item for item in mentions if line.start <= item.start and item.end <= line.end]
                composite = compose_behind(line, subject=subject, join=predicates.joins[form], mentions=own)
        if composite is not None:
            found.append(composite)
    return found


def subject_claims(composite: Composite, claims: Sequence[Claim], sentence: Sentence) -> list[Claim]:
    """The claims made of a composite's subject, which stands in the sentence itself behind a label only."""
    found = []
    subject = composite.lead
    inside = sentence.start <= subject.start < sentence.end
    left_out: Resolution = "list_head" if sentence.block_type in ("list_item", "table_cell") else "ellipsis"
    for claim in claims:
        if claim.trigger.start == claim.trigger.end:
            # the word that joins the two stands nowhere; what it leads up to does
            first = composite.item.text.split()[0]
            claim = replace(claim, trigger=Span(composite.item.start, composite.item.start + len(first)))
        is_nutrient = claim.nutrient.start == subject.start and claim.nutrient.end == subject.end
        is_object = claim.object is not None and claim.object.start == subject.start
        if inside and (is_nutrient or is_object):
            found.append(claim)
        elif is_nutrient:
            place = replace(claim.nutrient, start=composite.item.start, end=composite.item.start, surface="")
            found.append(replace(claim, nutrient=place, resolution=left_out))
        elif is_object:
            found.append(replace(claim, resolution=left_out))
    return found


def _named_length(text: str) -> int:
    """How much of a line names what the rest of it tells ("Skin: "), 0 when nothing does."""
    label = _NAMED.match(text)
    return label.end() if label is not None else 0


def _is_line(sentence: Sentence) -> bool:
    return not sentence.is_question and len(sentence.text.split()) <= MAX_WORDS


def _behind_label(sentence: Sentence, mentions: Sequence[Mention], predicates: Predicates) -> Composite | None:
    """ "Zinc: essential for taste": what stands behind the name and a colon, read as said of the name."""
    text = sentence.text
    opening = len(text) - len(text.lstrip("*_"))
    named = (item for item in mentions if item.label == "NUTRIENT")
    label = next((item for item in named if item.start == sentence.start + opening), None)
    mark = _LABEL.match(text, label.end - sentence.start) if label is not None else None
    if label is None or mark is None:
        return None
    form = find_form(text[mark.end() :], predicates, labelled=True)
    if form is None:
        return None
    item = replace(sentence, start=sentence.start + mark.end(), text=text[mark.end() :])
    own = [mention for mention in mentions if mention.start >= item.start]
    return compose_behind(item, subject=label, join=predicates.joins[form], mentions=own)


def _tells(context: Context, number: int, *, form: Form, predicates: Predicates) -> bool:
    """Whether such a line tells what its subject does, rather than what the reader should do."""
    sentence = context.sentences[number]
    lead = lead_in(context, number)
    if (pointed := pointed_at(context, number)) is not None and form not in _VERBLIKE:
        return bool(predicates.benefits.search(context.sentences[pointed].text))
    last = WORD.findall(lead)[-1:] if not lead.rstrip().endswith("?") else []
    if last and last[0].lower() in predicates.open_ends.get(form, ()):
        return False
    if sentence.block_type == "paragraph":
        # "great for skin", but "low wages for men" is no such line
        close = form == "adjective" and find_form(sentence.text, replace(predicates, max_before=1)) == form
        return form in ("finite", "past") or close or (form == "noun" and _is_below_name(context, number))
    if form in _VERBLIKE:
        return True
    above = [lead] if lead else []
    above += [context.sentences[at].text for at in _headings(context, number, predicates)]
    for text in above:
        if predicates.advice.search(text):
            return False
        if predicates.benefits.search(text):
            return True
    return False


def _is_below_name(context: Context, number: int) -> bool:
    """The first sentence below a heading that is no more than the name of a nutrient."""
    above = context.sentences[number - 1] if number else None
    named = nutrients_in(context, number - 1) if above is not None and above.is_heading else []
    return above is not None and len(named) == 1 and above.text.strip(_FRAME) == named[0].surface


def _headings(context: Context, number: int, predicates: Predicates) -> Iterator[int]:
    """The headings above a sentence, nearest first, but for those that leave out their subject as well."""
    for previous in range(number - 1, -1, -1):
        sentence = context.sentences[previous]
        if sentence.is_heading and find_form(sentence.text, predicates) is None:
            yield previous


def _subject(context: Context, number: int, *, topic: Mention | None, predicates: Predicates) -> Mention | None:
    """The nutrient such a line speaks of: its lead-in's, else that of the nearest heading, else the article's."""
    if row := row_nutrients(context, number):
        return row[0] if len(row) == 1 else None
    if (opening := opening_name(context, number)) is not None:
        return opening
    item = context.sentences[number]
    if item.block_type == "paragraph" and (before := _named_before(context, number, topic=topic)) is not None:
        return before
    leads = (at for at in range(number) if belongs_to(item, context.sentences[at]))
    above = [*leads, *_headings(context, number, predicates)]
    if (pointed := pointed_at(context, number)) is not None:
        above = [pointed, *above]
    for at in above:
        named = nutrients_in(context, at)
        if len(named) == 1:
            return named[0]
        if named or not predicates.benefits.search(context.sentences[at].text):
            break
    return section_topic(context, number) or topic


def _named_before(context: Context, number: int, *, topic: Mention | None) -> Mention | None:
    """The one nutrient that the paragraph of such a line names before it, else, without a topic, the one before."""
    first = first_of_block(context, number)
    named = _spoken_of(context, first, number)
    if not named and topic is None and first and context.sentences[first - 1].block_type == "paragraph":
        named = _spoken_of(context, first_of_block(context, first - 1), first)
    return named[0] if len(named) == 1 else None


def _spoken_of(context: Context, first: int, number: int) -> list[Mention]:
    """What sentences name, but not beside "it": "it is cheaper than iron"."""
    found = []
    for at in range(first, number):
        for item in nutrients_in(context, at):
            ahead = context.article.text[context.sentences[at].start : item.start].lower().replace(",", " ").split()
            if context.words.taken_up.isdisjoint(ahead) and context.words.comparing_words.isdisjoint(ahead[-1:]):
                found.append(item)
    return distinct(found)
