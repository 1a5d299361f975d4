"""Whom "it", "this mineral" and a missing subject stand for, and which condition "it" is when it is an object.

The antecedent is looked for backwards from the pronoun: first in its own sentence, then among the subjects of the
sentences before it, last in the article's topic. A pronoun that plainly stands for something else loses its claim.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimx.advised import advised
from claimx.anecdotes import find_taken
from claimx.antecedents import REACH, Near, look_at, look_back, own_subject, pair_before
from claimx.carried import carry_on
from claimx.held_before import gone_on, held_before, hold, one_of_two
from claimx.list_kinds import ListKind
from claimx.object_names import is_of, name_object
from claimx.paragraphs import paragraph_topic
from claimx.pronoun_kinds import PLANTS, Wanted, is_kind, kind_of
from claimx.records import Claim, Mention, Relation
from claimx.relate.doses import is_in_unit_of, is_measured
from claimx.relate.state import settle
from claimx.relate.words import Words
from claimx.sentence_subjects import Subject, is_many, main_subject
from claimx.tested import find_tested
from claimx.topic import (
    Context,
    find_topic,
    goes_on_from_before,
    is_nutrient,
    is_titled,
    lead_nutrients,
    only_nutrient,
    row_nutrients,
    section_dominant,
    section_topic,
)

# sentences before "the tea" that may name what it is made of
PLANT_REACH = 2
_CARRIED: frozenset[Relation] = frozenset({"CAUSES", "PREDISPOSES", "WORSENS", "ASSOCIATED_WITH"})
# words before a "this" that takes up the sentence before it, and nothing of its own
OPENING_WORDS = 3
_HELPS: frozenset[Relation] = frozenset({"TREATS", "PREVENTS", "USED_FOR"})


def is_open(claim: Claim, words: Words) -> bool:
    """The object is so general that only what is listed behind it can make it a row ("some people").

    What is safe may be so for everyone.
    """
    if claim.object is None:
        return False
    said = claim.object.surface.lower()
    return said in words.generic_objects and not (claim.relation == "SAFE_FOR" and said in words.all_people)


def resolve(claims: Sequence[Claim], context: Context, kinds: Sequence[ListKind] = ()) -> list[list[Claim]]:
    """For each claim the same with its nutrient and object named: one a nutrient meant, none when it stays unknown.

    `kinds` are those of the lists that headings announce.
    """
    place = {sentence.index: number for number, sentence in enumerate(context.sentences)}
    article = find_topic(context)
    topics: dict[int, Mention | None] = {}
    for claim in claims:
        number = place[claim.sentence.index]
        if number not in topics:
            near = section_topic(context, number) or paragraph_topic(context, number)
            topics[number] = near or article or section_dominant(context, number)
    found: list[list[Claim]] = []
    told: dict[int, list[Claim]] = {}
    held = hold(claims, context)
    for claim in claims:
        number = place[claim.sentence.index]
        topic = topics[number]
        if topic is not None and _never_short(claim, topic, context):
            # "causes of deficiency" below "Alcohol" are those of what the article is about
            topic = article
        if claim.relation == "HAS_DOSE" and article is not None and is_titled(context, article):
            # "vitamin D is needed too" in a text about calcium, whose amounts are those of calcium
            topic = section_topic(context, number) or article
        made = [] if claim.carried else _resolve_near(claim, context, number=number, held=held, told=told)
        made = made or ([] if claim.carried else _resolve_one(claim, context, number=number, topic=topic))
        made = [_as_called(item, told) for item in made]
        if not made and not claim.carried:
            made = _go_on(claim, context, number=number, told=told)
        found.append(made)
        told.setdefault(number, []).extend(made)
    # in the order of the text: one such sentence may go on from another
    carried = sorted((place[claim.sentence.index], at) for at, claim in enumerate(claims) if claim.carried)
    for number, at in carried:
        found[at] = carry_on(claims[at], context, number=number, told=told, kinds=kinds)
        told.setdefault(number, []).extend(found[at])
    return found


def _as_called(claim: Claim, told: Mapping[int, Sequence[Claim]]) -> Claim:
    """What "it" stands for is what its antecedent stood for: "chamomile … the tea … it"."""
    meant = {
        item.nutrient.surface.lower(): item.nutrient
        for said in told.values()
        for item in said
        if item.resolution == "pronoun" and item.nutrient.name != item.nutrient.surface.lower()
    }
    other = meant.get(claim.nutrient.name) if claim.resolution == "pronoun" else None
    return claim if other is None or other.label != "NUTRIENT" else _stand_for(claim, other)


def _resolve_near(
    claim: Claim,
    context: Context,
    *,
    number: int,
    held: Mapping[int, Sequence[Claim]],
    told: Mapping[int, Sequence[Claim]],
) -> list[Claim]:
    """The claim of what was named last, where its pronoun points there and not at what the text goes on about."""
    if claim.nutrient.name or claim.resolution != "pronoun":
        return []
    meant = held_before(claim, context, number=number, held=held)
    other = one_of_two(claim, context, number=number) or gone_on(claim, context, number=number, told=told)
    meant = meant or ((other,) if other is not None else ())
    named = name_object(claim, context, number=number) if meant else None
    if named is None or is_open(named, context.words):
        return []
    return [_stand_for(named, item) for item in meant if named.object is None or not is_of(named.object, item)]


def _resolve_one(claim: Claim, context: Context, *, number: int, topic: Mention | None) -> list[Claim]:
    named = name_object(claim, context, number=number)
    if named is None or is_open(named, context.words):
        return []
    if named.nutrient.name:
        meant = _supplemented(named, context, number=number, topic=topic)
        meant = meant or _described(named, context, number=number, topic=topic)
        meant = meant or _pointed_at(named, context, topic=topic)
        return [named] if meant is None else [replace(_stand_for(named, meant), resolution="pronoun")]
    found = _antecedents(named, context, number=number, topic=topic)
    if named.nutrient_state == "intake" and (named.relation in _CARRIED or found.told):
        # "zinc deficiency is common; it can cause": the deficiency does
        named = replace(named, nutrient_state=settle(found.state, named.relation, named.object))
    if named.resolution == "ellipsis" and _has_word(named, context.words):
        named = replace(named, resolution="pronoun")
    meant_by = found.mentions or _own_name(named, context, number=number)
    return [
        _stand_for(named, antecedent)
        for antecedent in meant_by
        if named.object is None or not is_of(named.object, antecedent)
    ]


def _has_word(claim: Claim, words: Words) -> bool:
    """What is left out has a word of its own: "regular tablets", "200 mg of the vitamin a day"."""
    start = claim.nutrient.start - claim.sentence.start
    noun = claim.sentence.text[start:].split(" ", 1)[0].strip(".,;:").lower()
    parts = claim.dose.surface.lower().split() if claim.dose is not None else []
    of = parts[parts.index("of") + 1 :] if "of" in parts else []
    points = bool(of) and (of[0] in words.going_on or of[0] in words.definite_articles | words.singular_pointers)
    return points or noun in words.pill_nouns


def _go_on(claim: Claim, context: Context, *, number: int, told: Mapping[int, Sequence[Claim]]) -> list[Claim]:
    """The claim of what "it" stood for earlier in its sentence, or in the one before: "it may harm. It can add to"."""
    named = name_object(claim, context, number=number)
    alone = claim.nutrient.surface.lower() in context.words.going_on
    if named is None or named.nutrient.name or not alone or is_open(named, context.words):
        return []
    before = number - 1
    subject = main_subject(context, before) if goes_on_from_before(context, number) else None
    goes_on = subject is not None and subject.kind == "pronoun" and not subject.plural
    said = list(told.get(number, ())) or (list(told.get(before, ())) if goes_on else [])
    taken_up = [item for item in said if item.resolution == "pronoun" and item.nutrient.start <= claim.nutrient.start]
    meant = {item.nutrient.name for item in taken_up}
    if len(meant) != 1 or len({item.nutrient.name for item in said}) != 1:
        return []
    antecedent = taken_up[-1].nutrient
    known = named.object is not None and named.object.name == antecedent.name
    return [] if known else [_stand_for(named, antecedent)]


def _own_name(claim: Claim, context: Context, *, number: int) -> tuple[Mention, ...]:
    """ "That fiber feeds the gut": where nothing before it was called so, the word is a name of its own."""
    place, words = claim.nutrient, context.words
    if not place.surface or place.surface.lower().split()[0] not in words.singular_pointers:
        return ()
    return tuple(
        item
        for item in context.mentions[number]
        if place.start < item.start and item.end == place.end and is_nutrient(item, words)
    )


def _never_short(claim: Claim, topic: Mention, context: Context) -> bool:
    return claim.nutrient_state == "deficiency" and topic.name in context.words.never_short


def _stand_for(claim: Claim, antecedent: Mention) -> Claim:
    nutrient = replace(
        claim.nutrient,
        name=antecedent.name,
        id=antecedent.id,
        subtype=antecedent.subtype,
        form=antecedent.form,
        label="NUTRIENT",
    )
    return replace(claim, nutrient=nutrient)


def _supplemented(claim: Claim, context: Context, *, number: int, topic: Mention | None) -> Mention | None:
    """What "supplements" with no word of what is in them hold, None when they are supplements of any kind."""
    if claim.nutrient.surface.lower() not in context.words.supplement_words:
        return None
    ahead = context.article.text[claim.sentence.start : claim.nutrient.start].lower().split()
    if ahead and ahead[-1] in context.words.quantifiers:
        # "some supplements" are of any kind
        return None
    if any(item.label == "DRUG" and _joins(context, item, claim) for item in context.mentions[number]):
        # and so are "medications or supplements"
        return None
    before = [item for item in context.mentions[number] if item.end <= claim.nutrient.start]
    named = [item for item in before if item.label == "NUTRIENT" and _can_be_taken(item, context.words)]
    meant = named[-1] if named else topic
    is_object = claim.object is not None and meant is not None and meant.name == claim.object.name
    return meant if meant is not None and _can_be_taken(meant, context.words) and not is_object else None


def _joins(context: Context, drug: Mention, claim: Claim) -> bool:
    between = context.article.text[drug.end : claim.nutrient.start] if drug.end < claim.nutrient.start else ""
    return between.strip().lower() in context.words.list_joiners


def _described(claim: Claim, context: Context, *, number: int, topic: Mention | None) -> Mention | None:
    """What the heading names and the text below it goes on to describe: "A herb that eases pain"."""
    words = context.words
    reader = context.reader(number)
    if claim.nutrient.name not in words.carrier_classes or claim.resolution != "explicit":
        return None
    if reader is None or topic is None or not is_kind(topic, kind_of(claim.nutrient.surface, words), words=words):
        return None
    graph = reader.graph
    roots = (token for token in range(len(graph)) if graph.head(token) == token)
    is_top = any(
        graph.mention(token) is not None
        and graph.parse.starts[token] == claim.nutrient.start
        and graph.determiner(token) in words.articles
        and not graph.kids(token, "cop", "nsubj")
        for token in roots
    )
    return topic if is_top else None


def _pointed_at(claim: Claim, context: Context, *, topic: Mention | None) -> Mention | None:
    """The food or plant that an article or section is about, called by its kind: "the tea also eases nausea"."""
    words, nutrient = context.words, claim.nutrient
    kind = kind_of(nutrient.surface, words)
    topic = _plant_before(claim, context, kind=kind) or topic if kind in words.drawn_kinds else topic
    if topic is None or topic.subtype not in PLANTS or topic.name == nutrient.name:
        return None
    # "the juice" of "Beetroot juice"
    shortened = nutrient.surface.lower() in {
        text.lower().split()[-1] for text in (topic.name, topic.surface) if " " in text
    }
    if not kind and not shortened:
        return None
    bare = " " not in nutrient.surface and nutrient.surface.lower() not in topic.surface.lower()
    ahead = context.article.text[max(0, nutrient.start - 6) : nutrient.start].lower().split()
    pointing = bool(ahead) and ahead[-1] in words.definite_articles | words.plural_pointers | words.singular_pointers
    # of several berries named, "the berries" are all
    called = bare and bool(kind) and is_kind(topic, kind, words=words)
    return topic if pointing and (called or shortened) else None


def _plant_before(claim: Claim, context: Context, *, kind: str) -> Mention | None:
    """The one plant named in the sentence itself or the two before, that "the tea" or "the oil" is made of."""
    at = next(number for number, sentence in enumerate(context.sentences) if sentence.index == claim.sentence.index)
    named = {
        item.name: item
        for number in range(max(0, at - PLANT_REACH), at + 1)
        for item in context.mentions[number]
        if item.label == "NUTRIENT" and item.end <= claim.nutrient.start
    }
    plants = [item for item in named.values() if item.subtype == "botanical" or kind in item.name]
    return plants[0] if len(named) == len(plants) == 1 else None


def _can_be_taken(mention: Mention, words: Words) -> bool:
    return mention.subtype != "food" and is_nutrient(mention, words)


def _antecedents(claim: Claim, context: Context, *, number: int, topic: Mention | None) -> Near:
    """The nutrients that a claim's pronoun, definite phrase or missing subject stands for."""
    words, surface = context.words, claim.nutrient.surface.lower()
    first, last = (surface.split()[0], surface.split()[-1]) if surface else ("", "")
    plural = first in words.plural_pronouns
    if claim.lived:
        return find_taken(context, number, topic=topic)
    if claim.tested:
        given = find_tested(context, number, place=claim.trigger.start, topic=topic)
        return Near(given)
    if context.sentences[number].block_type == "heading" and not kind_of(surface, words):
        # "It eases pain" above a part of an article
        article = find_topic(context)
        if article is not None:
            return Near((article,))
    if claim.resolution == "ellipsis":
        return _understood(claim, context, number=number, topic=topic or only_nutrient(context))
    if last.rstrip("s") in words.effect_nouns and " " in surface:
        # "this effect" points at what was just said, and at nothing further back
        return look_at(context, number - 1, wanted=Wanted()) if number else Near()
    if surface in words.pair_words and number and (two := pair_before(context, number)):
        return Near(two, is_subject=True)
    kind = kind_of(surface, words)
    of_topic = Near((topic,)) if topic is not None and (not kind or is_kind(topic, kind, words=words)) else Near()
    if first in words.definite_articles and of_topic.mentions:
        return of_topic
    says = " " in surface and last.rstrip("s") not in words.kind_words
    many = surface in words.plural_pointers
    people, helps = plural and surface in words.possessives, claim.relation in _HELPS
    wanted = Wanted(plural, kind, many=many, named=says, people=people, helps=helps)
    near = look_back(context, number, wanted=wanted, own=claim)
    if _is_called(near, topic, words) and not plural:
        return of_topic
    opens = len(context.article.text[claim.sentence.start : claim.nutrient.start].split()) <= OPENING_WORDS
    if surface in words.event_pronouns and not near.is_subject and opens and (told := advised(context, number - 1)):
        # "Get more zinc and iron. This helps"
        states = {item.state for item in told}
        mentions = tuple(item.mention for item in told if item.mention is not None)
        # what is to be avoided harms
        state = states.pop() if len(states) == 1 and claim.relation not in _CARRIED else "intake"
        return Near(mentions, is_subject=True, state=state, told=True)
    if surface in words.going_on and len(near.mentions) == 1 and not near.is_subject:
        told = advised(context, number - 1)
        if len(told) == 1 and told[0].mention is not None and told[0].mention.name == near.mentions[0].name:
            # "Cut down on fat. It raises": of what the text is about otherwise
            return replace(near, is_subject=True)
    if surface in words.event_pronouns and not near.is_subject:
        # "this can cause" takes up all that was said
        if _is_of_drug(context, number - 1):
            return Near()
        if not _is_about(near, topic):
            return of_topic if context.article.topic else Near()
    classes = bool(near.mentions) and all(item.name in words.carrier_classes for item in near.mentions)
    supplements = classes and all(item.surface.lower() in words.supplement_words for item in near.mentions)
    if classes and of_topic.mentions and (not plural or (supplements and _can_be_taken(of_topic.mentions[0], words))):
        # "a popular herb", "daily supplements": the heading says which
        return of_topic
    if claim.relation == "FOUND_IN":
        # what a food is full of is no food
        near = replace(near, mentions=tuple(item for item in near.mentions if item.subtype != "food"))
    if near.mentions and (near.is_subject or plural or topic is None or not _names(context, number, topic=topic)):
        return near
    if topic is not None and (near.mentions or " " in surface or context.article.topic or claim.relation == "FOUND_IN"):
        return of_topic if of_topic.mentions else near
    if near.open and claim.relation not in _CARRIED and not plural and topic is not None and of_topic.mentions:
        section = section_topic(context, number)
        if (
            _names(context, number, topic=topic)
            or is_titled(context, topic)
            or (section is not None and section.name == topic.name)
        ):
            return of_topic
    if near.definite and not near.mentions:
        # "the root lowers it. It also": what is called the root is what the text is about
        return of_topic
    several = surface in words.plural_pronouns - words.possessives
    if several and not near.mentions and topic is not None and not is_many(Subject("nutrient"), (topic,)):
        # "they also keep the blood in balance" is said of no single nutrient
        return near
    # in an article about one nutrient a pronoun is the nutrient's rather than a noun's that nobody knows
    known = topic is not None and _names(context, number, topic=topic) and _is_of_all(context, number, topic=topic)
    return of_topic if near.unknown and known else near


def _is_called(near: Near, topic: Mention | None, words: Words) -> bool:
    """ "The mineral bars its way, and it": "the mineral" is what the text is about, and so is "it"."""
    return bool(near.called) and topic is not None and is_kind(topic, kind_of(near.called, words), words=words)


def _is_of_all(context: Context, number: int, *, topic: Mention) -> bool:
    """The article or a whole section is about it, and not only the paragraph."""
    whole = find_topic(context) or section_dominant(context, number)
    return topic in (section_topic(context, number), whole) or (whole is not None and whole.name == topic.name)


def _is_of_drug(context: Context, number: int) -> bool:
    """ "Blockers keep calcium out of the cells": what comes of it is the medicine's doing."""
    subject = main_subject(context, number) if number >= 0 else None
    return subject is not None and subject.drug


def _is_about(near: Near, topic: Mention | None) -> bool:
    return topic is not None and any(item.name == topic.name for item in near.mentions)


def _understood(claim: Claim, context: Context, *, number: int, topic: Mention | None) -> Near:
    """Whom a sentence without a subject speaks of: what its amount can be of, where it has one."""
    near = _meant(claim, context, number=number, topic=topic)
    if claim.relation == "FOUND_IN":
        # nobody is told where to get more salt
        near = replace(near, mentions=tuple(item for item in near.mentions if item.name not in context.words.limited))
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
        row = row_nutrients(context, number) or lead_nutrients(context, number)
        if len(row) == 1:
            return Near(tuple(row))
    if claim.relation == "HAS_DOSE" and (dosed := _dosed_before(context, number)):
        return Near(tuple(dosed))
    own = own_subject(context, number, claim=claim)
    if own.mentions:
        return own
    if claim.relation in _CARRIED and _follows_drug(context, number, topic=topic):
        return Near()
    if claim.relation == "HAS_DOSE" and topic is not None and topic.subtype == "food" and is_measured(claim):
        # nobody takes 7.5 mg of snacks
        return Near()
    near = look_back(context, number, wanted=Wanted(), own=None)
    section = section_topic(context, number)
    if section is not None and section.subtype != "food" and not _never_short(claim, section, context):
        # what a part of an article leaves out is what its heading names
        return Near((section,))
    weak = not near.mentions or near.mentions[0].subtype == "food" or _is_called(near, topic, context.words)
    weak = weak or near.mentions[0].name in context.words.carrier_classes
    if topic is not None and (weak or claim.relation == "HAS_DOSE" or not near.is_subject):
        return Near((topic,))
    if claim.relation == "HAS_DOSE" and is_measured(claim):
        near = replace(near, mentions=tuple(item for item in near.mentions if item.subtype != "food"))
    if claim.relation == "FOUND_IN" and not near.is_subject:
        return _spoken_of(context, number)
    return near if near.is_subject or claim.relation == "HAS_DOSE" else Near()


def _spoken_of(context: Context, number: int) -> Near:
    """The nutrient of the nearest sentence before that speaks of one: "It is low on zinc. Good sources are"."""
    for previous in range(number - 1, max(-1, number - 1 - REACH), -1):
        subject = main_subject(context, previous)
        among = subject.named if subject is not None and subject.named else context.mentions[previous]
        named = [item for item in among if is_nutrient(item, context.words) and item.subtype != "food"]
        if named:
            return Near(tuple(named[:1])) if len({item.name for item in named}) == 1 else Near()
    return Near()


def _follows_drug(context: Context, number: int, *, topic: Mention | None) -> bool:
    """ "Deferoxamine is given as a drip. Side effects include": what was just spoken of is a medicine."""
    if not goes_on_from_before(context, number):
        return False
    before = context.mentions[number - 1]
    named = topic is not None and any(item.name == topic.name for item in before)
    subject = main_subject(context, number - 1)
    return not named and any(item.label == "DRUG" for item in before) and (subject is None or subject.kind == "other")


def _dosed_before(context: Context, number: int) -> list[Mention]:
    """The nutrient of the amounts in the sentence before: "Adults need 600 IU of vitamin D. After 70, 800 IU." """
    if not goes_on_from_before(context, number):
        return []
    mentions = context.mentions[number - 1]
    doses = [item for item in mentions if item.label == "DOSE"]
    nutrients = [item for item in mentions if item.label == "NUTRIENT"]
    inside = [item for item in nutrients if any(d.start <= item.start and item.end <= d.end for d in doses)]
    return inside[:1] if len({item.name for item in inside}) == 1 and inside[0].subtype != "food" else []


def _names(context: Context, number: int, *, topic: Mention) -> bool:
    """The topic is named, or was spoken of, in the few sentences before."""
    return any(
        mention.name == topic.name
        for previous in range(max(0, number - REACH), number + 1)
        for mention in context.mentions[previous]
    )
