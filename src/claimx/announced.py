"""Lists that a heading or an unfinished sentence announces: "Who runs low?", "Drug interactions", "Side effects:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import cache

from claimx.antecedents import look_back
from claimx.item_names import food_length, named_length, unknown_item
from claimx.list_items import (
    find_kinds,
    find_label,
    goes_on,
    is_listing,
    is_run,
    is_told,
    names_row,
    only_names,
    question_before,
    subject_span,
)
from claimx.list_kinds import ListKind, may_be_short
from claimx.pronoun_kinds import Near, Wanted
from claimx.records import Claim, Mention, Parse, Relation, Resolution, Sentence, Span, State
from claimx.relate.foods import as_food, is_eaten
from claimx.relate.not_taken import ROWS
from claimx.relate.words import Words
from claimx.topic import (
    Context,
    announcing,
    find_topic,
    is_nutrient,
    is_titled,
    nutrients_in,
    place_of_lead,
    row_nutrients,
    section_topic,
    topic_at,
)

RULE_ID = "list-announced"
MAX_FOOD = 3
# items among the two before and the two behind an unknown one that must be foods
MIN_FOODS = 2


def announced_claims(
    context: Context, kinds: Sequence[ListKind], *, told: Set[tuple[int, str]] = frozenset()
) -> Iterator[Claim]:
    """Claims of all items of an article's announced lists; the nutrient is the lead-in's, else the topic.

    `told` holds sentences, by index, and the nutrients of which they say something themselves: what is only named there
    as a benefit is no claim of its own.
    """
    for number, (sentence, mentions) in enumerate(zip(context.sentences, context.mentions, strict=True)):
        parse = context.parses.get(sentence.index)
        if parse is None:
            continue
        if sentence.is_heading or (sentence.is_question and sentence.block_type not in ROWS):
            # "Side effects: nausea. Cramps? That is a myth"
            continue
        if label := find_label(sentence.text, kinds):
            yield from _labelled(context, number, label, parse=parse)
            continue
        run = is_run(sentence, mentions, context.words)
        if not is_listing(sentence, parse, run=run) or names_row(context, number):
            continue
        if not run and goes_on(context, number, parse):
            continue
        found = find_kinds(context, number, kinds)
        if not found:
            continue
        nutrients = _nutrients(context, number)
        if found[0].follows:
            found, nutrients = _of_what_went_before(context, number, found[0])
        explained = named_length(sentence.text, context.words) < len(sentence.text)
        # "You are always tired", among the signs of a shortage
        explained = explained or (found[0].state != "intake" and _is_of_reader(sentence, context.words))
        subject = subject_span(sentence, parse)
        said = Span(sentence.start, sentence.end) if explained or run else subject
        own = [mention for mention in mentions if said.start <= mention.start and mention.end <= said.end]
        for kind in found:
            if kind.turns and not only_names(context, number, subject):
                continue
            open_to = [item for item in nutrients if not kind.turns or (sentence.index, item.name) not in told]
            if kind.relation == "FOUND_IN" and _is_for_body(context, number):
                continue
            if kind.relation == "FOUND_IN" and not mentions:
                own = _unknown_food(context, number)
            if claims := announced(sentence, own, context.words, kind=kind, nutrients=open_to, said=mentions):
                yield from claims
                break


def _is_of_reader(sentence: Sentence, words: Words) -> bool:
    """ "You are always tired", "Your nails are brittle"."""
    return sentence.text.lower().replace("’", "'").split(" ", 1)[0].split("'")[0] in words.reader_openers


def _of_what_went_before(context: Context, number: int, kind: ListKind) -> tuple[list[ListKind], list[Mention]]:
    """ "Low iron tires the heart. The result? Fatigue": the kind as too little or too much makes it, and of what."""
    near = look_back(context, number - 1, wanted=Wanted(), own=None)
    if not near.is_subject:
        return [kind], []
    if near.state in ("deficiency", "excess"):
        state: State = "deficiency" if near.state == "deficiency" else "excess"
        kind = replace(kind, state=state, labels=frozenset({"CONDITION"}), turns=())
    return [kind], list(near.mentions)


def _is_for_body(context: Context, number: int) -> bool:
    """ "Foods that boost immunity" names what they do and nothing that they hold."""
    place = place_of_lead(context, number)
    named = context.mentions[place] if place != number else ()
    held = any(is_nutrient(item, context.words) and item.subtype != "food" for item in named)
    return not held and any(item.label in ("FUNCTION", "CONDITION") for item in named)


def _unknown_food(context: Context, number: int) -> list[Mention]:
    """A short item that no lexicon knows, among others that are foods."""
    sentence = context.sentences[number]
    text = sentence.text[: named_length(sentence.text, context.words)].strip(" .,;*_")
    lemma = text.lower().split()[-1].removesuffix("s") if text else ""
    if not text or len(text.split()) > MAX_FOOD or {lemma, text.lower()} & context.words.not_foods or "(" in text:
        return []
    near = (at for at in range(max(0, number - 2), min(len(context.sentences), number + 3)) if at != number)
    beside = [at for at in near if context.sentences[at].list_head == sentence.list_head is not None]
    if sum(any(item.subtype == "food" for item in context.mentions[at]) for at in beside) < MIN_FOODS:
        return []
    return unknown_item(sentence, text, label="NUTRIENT", subtype="food")


def _nutrients(context: Context, number: int) -> list[Mention]:
    """What a list is about: the nutrient of its row in a table, of its lead-in or heading, else the topic."""
    asked = question_before(context.sentences[number], context.article)
    if asked and (meant := _of_question(context, number - 1)):
        return meant
    topic = topic_at(context, number)
    return row_nutrients(context, number) or announcing(context, number) or ([topic] if topic is not None else [])


def _of_question(context: Context, number: int) -> list[Mention]:
    """What a question asks about: the nutrient that it names, else the one its section or the text before is about."""
    if named := nutrients_in(context, number):
        return named
    section = section_topic(context, number)
    whole = find_topic(context) if section is None and context.sentences[number].is_heading else None
    if whole is not None and is_titled(context, whole):
        # "When should it be avoided?", below "Ginkgo"
        return [whole]
    near = look_back(context, number, wanted=Wanted(), own=None) if section is None else Near()
    return [section] if section is not None else list(near.mentions) if near.is_subject else []


def _labelled(context: Context, number: int, label: tuple[ListKind, int], *, parse: Parse) -> Iterator[Claim]:
    """Claims of a list behind its label, when it is no clause of its own."""
    sentence, mentions = context.sentences[number], context.mentions[number]
    kind, length = label
    start = sentence.start + length
    if is_told(parse, start=start):
        return
    named = [item for item in mentions if item.end <= start and is_nutrient(item, context.words)]
    item = replace(sentence, start=start, text=sentence.text[length:])
    own = [mention for mention in mentions if mention.start >= start]
    for claim in announced(item, own, context.words, kind=kind, nutrients=named or _nutrients(context, number)):
        yield replace(claim, sentence=sentence)


def announced(
    sentence: Sentence,
    mentions: Sequence[Mention],
    words: Words,
    *,
    kind: ListKind,
    nutrients: Sequence[Mention],
    said: Sequence[Mention] = (),
) -> list[Claim]:
    """A claim for each thing an item names first. `nutrients` are the lead-in's, or the topic, where they are named.

    `said` is what else the item names, in what it tells of the thing.
    """
    end = sentence.start + (food_length if kind.relation == "FOUND_IN" else named_length)(sentence.text, words)
    own = [mention for mention in mentions if mention.end <= end]
    named = _of_kind(own, kind, words)
    named = [mention for mention in named if not _is_defined(mention, named, sentence, words)]
    if "POPULATION" in kind.labels and not named:
        named = _group(sentence, end, words)
    found = []
    if kind.state == "deficiency":
        nutrients = [item for item in nutrients if may_be_short(item)]
    if kind.relation == "FOUND_IN":
        # "foods that fit a low-salt diet" hold no diet
        nutrients = [item for item in nutrients if item.name.split()[-1] not in words.diets]
    told = {item.name: item for item in (*reversed(said), *reversed(mentions)) if item.label == "NUTRIENT"}
    for nutrient in (told.get(item.name, item) for item in nutrients):
        for mention in (other for other in named if other.name != nutrient.name):
            item = replace(sentence, text=sentence.text[: end - sentence.start])
            relation = _relation(kind, mention, item=item, words=words)
            if relation is None:
                continue
            named_here = _is_named(nutrient, mention, sentence)
            place = nutrient if named_here else replace(nutrient, start=mention.start, end=mention.start, surface="")
            found.append(
                Claim(sentence, place, relation, mention, Span(mention.start, mention.end), RULE_ID,
                      trigger_token=-1, nutrient_state=kind.state, resolution=_resolution(sentence, named_here),
                      fixed_polarity=kind.forbids or (bool(kind.turns) and _goes_without(item, words)))
            )  # fmt: skip
    return found


def _of_kind(mentions: Sequence[Mention], kind: ListKind, words: Words) -> list[Mention]:
    """What an item names that the list may list, each food once."""
    foods = kind.relation == "FOUND_IN"
    if foods:
        # the first of a name comes last here, so that it is the one that is kept
        by_name = {item.name: item for item in (as_food(mention, words) for mention in reversed(mentions))}
        mentions = list(by_name.values())[::-1]
    return [
        mention
        for mention in mentions
        if (mention.label in kind.labels or _other_relation(kind, mention))
        and mention.name not in words.empty_classes
        and (not foods or _is_eaten(mention, words))
    ]


def _goes_without(item: Sentence, words: Words) -> bool:
    """ "Pros: no cramps": what there is none of is gone, which the relation says."""
    return not words.negators.isdisjoint(item.text.lower().split()[:1])


def _is_named(nutrient: Mention, thing: Mention, sentence: Sentence) -> bool:
    """The item names the nutrient beside the thing; "people living where soil is poor in iodine" are one thing."""
    inside = sentence.start <= nutrient.start < sentence.end
    return inside and not (thing.start <= nutrient.start and nutrient.end <= thing.end)


def _resolution(sentence: Sentence, named_here: bool) -> Resolution:
    """An item has its nutrient from what it hangs under; a sentence that answers a question leaves it out."""
    if named_here:
        return "explicit"
    answers = sentence.block_type not in ROWS and sentence.section.rstrip("*_ ").endswith("?")
    return "ellipsis" if answers else "list_head"


def _is_eaten(mention: Mention, words: Words) -> bool:
    return is_eaten(mention, words) or mention.name.split()[-1] in words.food_ends


@cache
def _cuts(joiners: frozenset[str]) -> re.Pattern[str]:
    """What parts the things that an item names."""
    either = "|".join(map(re.escape, sorted(joiners, key=len, reverse=True)))
    return re.compile(rf"(?:\s+|\b)(?:{either})\s+")


def _relation(kind: ListKind, mention: Mention, *, item: Sentence, words: Words) -> Relation | None:
    """The relation of one thing that an item names, None where the item's words leave none.

    The words that turn it stand beside it ("less stress and better sleep"), or else before it, or else behind it.
    """
    if (other := _other_relation(kind, mention)) is not None:
        return other
    if not kind.turns:
        return kind.relation
    start, end = mention.start - item.start, mention.end - item.start
    cuts = [cut.span() for cut in _cuts(words.item_joiners).finditer(item.text)]
    first = max((cut[1] for cut in cuts if cut[1] <= start), default=0)
    last = min((cut[0] for cut in cuts if cut[0] >= end), default=len(item.text))
    for text in (item.text[first:last], item.text[:end], item.text):
        found = [(match.start(), turn) for turn in kind.turns if turn.words for match in turn.words.finditer(text)]
        if found:
            return max(found, key=lambda at: at[0])[1].relations.get(mention.label)
    return next((turn.relations.get(mention.label) for turn in kind.turns if turn.words is None), kind.relation)


def _other_relation(kind: ListKind, mention: Mention) -> Relation | None:
    """The relation of an item that differs from the list's for what it is, None where it does not."""
    return kind.drugs if mention.label == "DRUG" else kind.functions if mention.label == "FUNCTION" else None


def _is_defined(mention: Mention, named: Sequence[Mention], sentence: Sentence, words: Words) -> bool:
    """ "People" of "people with gout": the condition says who they are."""
    if mention.label != "POPULATION":
        return False
    for other in named:
        between = sentence.text[max(0, mention.end - sentence.start) : max(0, other.start - sentence.start)]
        if other.label == "CONDITION" and other.start >= mention.end and "," not in between:
            parts = between.lower().split()
            if 0 < len(parts) <= 3 and parts[0] in words.purpose_prepositions:
                return True
    return False


def _group(sentence: Sentence, end: int, words: Words) -> list[Mention]:
    """An item that no lexicon knows, taken as a group of people when its first or last word says so."""
    text = sentence.text[: end - sentence.start].strip(" .;,-–•*\n")
    parts = text.lower().split()
    ends = {part.rstrip(".,").removesuffix("s") for part in (parts[:1] + parts[-1:])} | set(parts[:1])
    if not ends & words.population_heads:
        return []
    return unknown_item(sentence, text, label="POPULATION")
