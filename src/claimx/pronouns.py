"""Whom a pronoun or a definite phrase stands for: what is named near it, or what the text is about."""

from __future__ import annotations

from dataclasses import replace

from claimx.advised import advised
from claimx.anecdotes import find_taken
from claimx.antecedents import REACH, look_at, look_back, pair_before
from claimx.illness_topic import headed_illness
from claimx.kind_names import can_be_taken
from claimx.left_out import find_left_out
from claimx.own_sentence import look_within
from claimx.pronoun_kinds import CARRIED, CARRIED_EXCESS, Near, Wanted, is_called, is_kind, is_of_other_part, kind_of
from claimx.records import HARM, Claim, Mention, Relation
from claimx.relate.words import Words
from claimx.sentence_subjects import Subject, is_many, main_subject
from claimx.tested import find_tested
from claimx.topic import (
    Context,
    distinct,
    find_topic,
    goes_on_from_before,
    headed_nutrient,
    headings_above,
    headings_and_title,
    is_titled,
    nutrients_in,
    only_nutrient,
    section_dominant,
    section_topic,
)

# words before a "this" that takes up the sentence before it, and nothing of its own
OPENING_WORDS = 3
# what no illness does or is
_HELPS: frozenset[Relation] = frozenset({"TREATS", "PREVENTS", "USED_FOR", "CONTRAINDICATED_IN", "SAFE_FOR"})
# what an illness does as well as a nutrient
_OF_ILLNESS = CARRIED | {"AFFECTS"}


def find_antecedents(claim: Claim, context: Context, *, number: int, topic: Mention | None) -> Near:
    """The nutrients that a claim's pronoun, definite phrase or missing subject stands for."""
    found = _set_apart(claim, context, number=number, topic=topic)
    if found is not None:
        return found
    words, surface = context.words, claim.nutrient.surface.lower()
    kind = kind_of(surface, words)
    if topic is not None and topic.surface.lower() == surface.split(" ")[-1]:
        # "the spice" in a text that says so again and again
        topic = None
    of_topic = Near((topic,)) if topic is not None and (not kind or is_kind(topic, kind, words=words)) else Near()
    wanted = replace(
        _wanted(claim, words),
        drunk=_is_object_of(claim, context, number, among=words.drink_verbs),
        taken=_is_object_of(claim, context, number, among=words.consume_verbs),
    )
    if wanted.drunk and topic is not None and topic.name.split()[-1].lower() in words.drink_names:
        return of_topic
    if topic is not None and wanted.held and topic.subtype == "food":
        topic = headed_nutrient(context, number)
        of_topic = Near((topic,)) if topic is not None and (not kind or is_kind(topic, kind, words=words)) else Near()
    if of_topic.mentions and not wanted.plural and not words.definite_articles.isdisjoint(surface.split()[:1]):
        return of_topic
    near = look_back(context, number, wanted=wanted, own=claim)
    if is_called(near, topic, words) and not wanted.plural:
        return of_topic
    if instead := _taken_instead(claim, context, number=number, near=near):
        return Near(instead, is_subject=True)
    if of_topic.mentions and _is_left_behind(near, context, number=number, wanted=wanted):
        return of_topic
    after = None if near.is_subject else _after_advice(claim, context, number=number, near=near)
    if after is not None:
        return after
    if surface in words.event_pronouns and not near.is_subject and _is_amount_before(claim, near, context, number):
        # "Many people get too little zinc. This can harm"
        return replace(near, is_subject=True)
    if surface in words.event_pronouns and not near.is_subject:
        # "this can cause" takes up all that was said
        if _is_of_drug(context, number - 1):
            return Near()
        if not _is_about(near, topic):
            return of_topic if context.article.topic else Near()
    # nobody takes an illness
    eaten = wanted.taken or wanted.drunk
    of_illness = not near.is_subject and not eaten and _is_of_illness(claim, context, number=number)
    if of_illness and near.mentions:
        return replace(near, is_subject=True) if _is_headed(claim, near, context, number=number) else Near()
    only_classes = _names_only_classes(near, context, plural=wanted.plural, topic=topic)
    if not near.mentions and not of_topic.mentions and wanted.named and not wanted.plural:
        return _only_of_kind(context, number, noun=surface.split()[-1]) or near
    if topic is None or not of_topic.mentions:
        return near
    if not near.mentions and _is_of_drug(context, number - 1):
        return near
    titled = not of_illness and surface in words.going_on and is_titled(context, topic)
    titled = titled and _leaves_to_title(claim, context, number=number, near=near, wanted=wanted)
    is_of_topic = titled or only_classes or _is_of_topic(claim, context, number=number, near=near, topic=topic)
    return replace(of_topic, state=near.state) if is_of_topic else near


def _set_apart(claim: Claim, context: Context, *, number: int, topic: Mention | None) -> Near | None:
    """What is looked for in a place of its own: what a study gave, a missing subject, "this effect", "both"."""
    words, surface = context.words, claim.nutrient.surface.lower()
    if claim.lived:
        return find_taken(context, number, topic=topic)
    if claim.tested:
        tested = find_tested(context, number, place=claim.trigger.start, topic=topic)
        ranked = not words.most_words.isdisjoint(context.sentences[number].text.lower().split())
        unseen = claim.polarity == "negated" and claim.trigger_text.lower() in words.side_effects
        if tested or not (ranked or unseen):
            return Near(tested)
        # "people who eat the most have less gout", "no side effects have been seen" where no study was told of
        return find_left_out(claim, context, number=number, topic=topic)
    if context.sentences[number].block_type == "heading" and not kind_of(surface, words):
        # "It eases pain" above a part of an article
        article = find_topic(context)
        if article is not None:
            return Near((article,))
    if claim.resolution == "ellipsis" or (claim.resolution == "list_head" and not surface):
        return find_left_out(claim, context, number=number, topic=topic or only_nutrient(context))
    if " " in surface and surface.split()[-1].rstrip("s") in words.effect_nouns:
        # "this effect" points at what was just said, and at nothing further back
        return look_at(context, number - 1, wanted=Wanted()) if number else Near()
    two = pair_before(context, number) if surface in words.pair_words else both_given(claim, context, number=number)
    return Near(two, is_subject=True) if two else None


def both_given(claim: Claim, context: Context, *, number: int) -> tuple[Mention, ...]:
    """ "Gave men selenium or vitamin E, and the supplements failed to": both of the two that were given just before."""
    words, start = context.words, claim.nutrient.start
    *before, noun = claim.nutrient.surface.lower().split() or [""]
    ahead = before or context.article.text[claim.sentence.start : start].lower().split()[-1:]
    swallowed = noun in words.pill_nouns | words.supplement_words and noun.endswith("s")
    if not swallowed or not words.definite_articles.issuperset(ahead) or not ahead:
        return ()
    two = pair_before(context, number, before=start, reach=1)
    return two if all(can_be_taken(item, words) for item in two) else ()


def _wanted(claim: Claim, words: Words) -> Wanted:
    surface = claim.nutrient.surface.lower()
    plural = not words.plural_pronouns.isdisjoint(surface.split()[:1]) or _is_counted(surface, words)
    return Wanted(
        plural=plural,
        kind=kind_of(surface, words),
        many=surface in words.plural_pointers,
        named=" " in surface and surface.split()[-1].rstrip("s") not in words.kind_words,
        people=plural and surface in words.possessives and claim.relation != "SAFE_FOR",
        helps=claim.relation in _HELPS,
        held=claim.relation == "FOUND_IN",
    )


def _is_object_of(claim: Claim, context: Context, number: int, *, among: frozenset[str]) -> bool:
    """ "Women who drank it", of verbs such as "drink"."""
    reader = context.reader(number)
    token = reader.graph.token_at(claim.nutrient.start) if reader is not None and claim.nutrient.surface else None
    if reader is None or token is None:
        return False
    graph = reader.graph
    return graph.base_dep(token) == "obj" and graph.lemma(graph.head(token)) in among


def _is_counted(surface: str, words: Words) -> bool:
    """ "The two nutrients"."""
    parts = surface.split()
    return len(parts) > 2 and parts[0] in words.definite_articles and parts[1] in words.sharers


def _leaves_to_title(claim: Claim, context: Context, *, number: int, near: Near, wanted: Wanted) -> bool:
    """ "It" takes up nothing in its part of the text, nor is it what its own sentence says: "the drug works: it"."""
    if near.mentions:
        return is_of_other_part(near, context, number)
    return look_within(context, number, wanted=wanted, claim=claim).go_on


def _only_of_kind(context: Context, number: int, *, noun: str) -> Near | None:
    """ "The vitamin" far behind the only one that was named."""
    if noun not in context.words.kind_nouns - context.words.loose_kinds:
        return None
    before = distinct(item for at in range(number) for item in nutrients_in(context, at))
    named = [item for item in before if is_kind(item, noun, words=context.words)]
    return Near((named[0],)) if len(named) == 1 else None


def _is_of_illness(claim: Claim, context: Context, *, number: int) -> bool:
    """ "It" that does harm on a page about an illness is the illness."""
    goes_on = claim.nutrient.surface.lower() in context.words.going_on
    return goes_on and claim.relation in _OF_ILLNESS and headed_illness(context, number) is not None


def _is_headed(claim: Claim, near: Near, context: Context, *, number: int) -> bool:
    """What was named right before stands above too, and first where harm is told: "Can zinc keep colds away?"."""
    ill = headed_illness(context, number)
    harm = claim.relation in CARRIED and claim.nutrient_state == "intake"
    above = [item for at in headings_and_title(context, number) for item in context.mentions[at]]
    headed = {item.name for item in above if not (harm and ill is not None and item.start > ill.start)}
    return all(item.name in headed for item in near.mentions)


def _is_left_behind(near: Near, context: Context, *, number: int, wanted: Wanted) -> bool:
    """What the part before spoke of gives way, below "Safety", to what the whole is about; "they" below "Tablets"."""
    topic = find_topic(context)
    if not near.mentions or topic is None or not is_titled(context, topic) or wanted.named:
        return False
    above = next(headings_above(context, number), None)
    about = above is not None and any(item.label == "NUTRIENT" for item in context.mentions[above])
    heading = context.sentences[above].text.lower().split() if above is not None else []
    packed = not context.words.pill_nouns.isdisjoint(heading)
    other = all(item.name != topic.name for item in near.mentions) and is_of_other_part(near, context, number)
    return other and (packed or not (about or wanted.plural))


def _taken_instead(claim: Claim, context: Context, *, number: int, near: Near) -> tuple[Mention, ...]:
    """ "Replace butter with olive oil. It lowers LDL": it is what is taken, and not what is left."""
    surface = claim.nutrient.surface.lower()
    if number == 0 or claim.relation in HARM | {"INCREASES"} or surface not in context.words.awaiting:
        return ()
    told = [item.mention for item in advised(context, number - 1) if item.state == "intake"]
    taken = tuple(item for item in told if item is not None)
    others = {item.name for item in near.mentions} - {item.name for item in taken}
    return taken if others and others <= {item.name for item in context.mentions[number - 1]} else ()


def _after_advice(claim: Claim, context: Context, *, number: int, near: Near) -> Near | None:
    """What the sentence before tells to take or to leave out, where a pronoun goes on from that."""
    words, surface = context.words, claim.nutrient.surface.lower()
    told = advised(context, number - 1) if surface in words.event_pronouns | words.going_on else []
    opens = len(context.article.text[claim.sentence.start : claim.nutrient.start].split()) <= OPENING_WORDS
    if told and opens and surface in words.event_pronouns:
        # "Get more zinc and iron. This helps"
        states = {item.state for item in told}
        mentions = tuple(item.mention for item in told if item.mention is not None)
        # what is to be avoided harms
        state = states.pop() if len(states) == 1 and claim.relation not in CARRIED else "intake"
        return Near(mentions, is_subject=True, state=state, told=True)
    names = [item.mention.name for item in told if item.mention is not None]
    if surface in words.going_on and len(near.mentions) == 1 and names == [near.mentions[0].name]:
        # "Cut down on fat. It raises": of what the text is about otherwise
        return replace(near, is_subject=True)
    return None


def _is_amount_before(claim: Claim, near: Near, context: Context, number: int) -> bool:
    """What harms is that people get too little or too much of what the sentence before names."""
    harms = claim.relation in (CARRIED_EXCESS if near.state == "excess" else CARRIED)
    named = bool(near.mentions) and near.mentions[0].start >= context.sentences[number - 1].start
    return harms and named and near.state != "intake" and goes_on_from_before(context, number)


def _names_only_classes(near: Near, context: Context, *, plural: bool, topic: Mention | None) -> bool:
    """ "A popular herb", "daily supplements": the heading says which."""
    words = context.words
    if not near.mentions or not all(item.name in words.carrier_classes for item in near.mentions):
        return False
    supplements = all(item.surface.lower() in words.supplement_words for item in near.mentions)
    return not plural or (supplements and topic is not None and can_be_taken(topic, words))


def _is_of_topic(claim: Claim, context: Context, *, number: int, near: Near, topic: Mention) -> bool:
    """Whether a pronoun stands for what the text is about rather than for what was found near it."""
    words, surface = context.words, claim.nutrient.surface.lower()
    plural = not words.plural_pronouns.isdisjoint(surface.split()[:1])
    named = _names(context, number, topic=topic)
    if near.mentions and (near.is_subject or plural or not named):
        return False
    if near.mentions or " " in surface or context.article.topic or claim.relation == "FOUND_IN":
        return True
    section = section_topic(context, number)
    headed = section is not None and section.name == topic.name
    if near.open and claim.relation not in CARRIED and not plural and (named or headed or is_titled(context, topic)):
        return True
    if near.definite:
        # "the root lowers it. It also": what is called the root is what the text is about
        return True
    if surface in words.plural_pronouns - words.possessives and not is_many(Subject("nutrient"), (topic,)):
        # "they also keep the blood in balance" is said of no single nutrient
        return False
    # in an article about one nutrient a pronoun is the nutrient's rather than a noun's that nobody knows
    return near.unknown and named and _is_of_all(context, number, topic=topic)


def _is_of_all(context: Context, number: int, *, topic: Mention) -> bool:
    """The article or a whole section is about it, and not only the paragraph."""
    whole = find_topic(context) or section_dominant(context, number)
    return topic in (section_topic(context, number), whole) or (whole is not None and whole.name == topic.name)


def _is_of_drug(context: Context, number: int) -> bool:
    """ "Blockers keep calcium out of the cells": what comes of it is the medicine's doing."""
    if number < 0:
        return False
    subject, mentions = main_subject(context, number), context.mentions[number]
    if subject is None:
        # a sentence that is not parsed, as it names nothing to eat
        return bool(mentions) and mentions[0].label == "DRUG" and mentions[0].start == context.sentences[number].start
    return subject.drug


def _is_about(near: Near, topic: Mention | None) -> bool:
    return topic is not None and any(item.name == topic.name for item in near.mentions)


def _names(context: Context, number: int, *, topic: Mention) -> bool:
    """The topic is named, or was spoken of, in the few sentences before."""
    return any(
        mention.name == topic.name
        for previous in range(max(0, number - REACH), number + 1)
        for mention in context.mentions[previous]
    )
