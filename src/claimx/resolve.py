"""The claims of an article with their nutrients and objects named, where "it" or nothing at all stands for them.

The antecedent is looked for backwards from the pronoun: first in its own sentence, then among the subjects of the
sentences before it, last in the article's topic. A pronoun that plainly stands for something else loses its claim.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimx.carried import carry_on
from claimx.held_before import gone_on, held_before, hold, one_of_two
from claimx.kind_names import is_beside_drug, meant_by_kind, whole_of
from claimx.left_out import never_short
from claimx.list_kinds import ListKind
from claimx.object_names import each_food, is_of, name_object
from claimx.paragraphs import paragraph_topic
from claimx.pronoun_kinds import CARRIED, CARRIED_EXCESS
from claimx.pronouns import both_given, find_antecedents
from claimx.records import Claim, Mention
from claimx.relate.claim_state import settle
from claimx.relate.not_taken import of_what
from claimx.relate.words import Words
from claimx.sentence_subjects import main_subject
from claimx.topic import (
    Context,
    asked_topic,
    column_nutrients,
    find_topic,
    goes_on_from_before,
    is_nutrient,
    is_titled,
    row_nutrients,
    section_dominant,
    section_topic,
)

# what is told of something taken, and never of an illness
_ADVICE = frozenset({"CONTRAINDICATED_IN", "SAFE_FOR"})


def is_open(claim: Claim, words: Words) -> bool:
    """The object is so general that only what is listed behind it can make it a row ("some people").

    What is safe may be so for everyone.
    """
    if claim.object is None:
        return False
    said = claim.object.surface.lower()
    everybody = claim.relation == "SAFE_FOR" and said in words.all_people
    # "you", in a text for those who have an illness
    ill = said in words.readers and claim.object.name not in words.readers
    return said in words.generic_objects and not everybody and not ill


def resolve(claims: Sequence[Claim], context: Context, kinds: Sequence[ListKind] = ()) -> list[list[Claim]]:
    """For each claim the same with its nutrient and object named: one a nutrient meant, none when it stays unknown.

    `kinds` are those of the lists that headings announce.
    """
    article = find_topic(context)
    topics: dict[int, Mention | None] = {}
    found: list[list[Claim]] = []
    told: dict[int, list[Claim]] = {}
    held = hold(claims, context)
    called: dict[str, Mention] = {}
    for claim in claims:
        number = context.place(claim.sentence)
        if claim.carried:
            found.append([])
            continue
        if number not in topics:
            near = asked_topic(context, number) or section_topic(context, number)
            near = near or paragraph_topic(context, number, article=article)
            topics[number] = near or article or section_dominant(context, number)
        topic = topics[number]
        if topic is not None and never_short(claim, topic, context):
            # "causes of deficiency" below "Alcohol" are those of what the article is about
            topic = article
        if claim.relation == "HAS_DOSE" and article is not None and _is_dosed(article, context):
            # "vitamin D is needed too" in a text about calcium, whose amounts are those of calcium
            topic = asked_topic(context, number) or section_topic(context, number) or article
        made = _resolve_near(claim, context, number=number, held=held, told=told)
        made = made or _resolve_one(claim, context, number=number, topic=topic)
        made = [_as_called(_as_in_table(item, context, number), called) for item in made] or _go_on(
            claim, context, number=number, told=told
        )
        made = [each for item in made for each in each_food(item, context, number=number)]
        made = [item for item in made if not item.awaited or _is_borne_out(item, context.words)]
        found.append(made)
        told.setdefault(number, []).extend(made)
        called |= {
            item.nutrient.surface.lower(): item.nutrient
            for item in made
            if item.resolution == "pronoun" and item.nutrient.name != item.nutrient.surface.lower()
        }
    # in the order of the text: one such sentence may go on from another
    carried = sorted((context.place(claim.sentence), at) for at, claim in enumerate(claims) if claim.carried)
    for number, at in carried:
        if is_open(claims[at], context.words):
            continue
        found[at] = carry_on(claims[at], context, number=number, told=told, kinds=kinds)
        told.setdefault(number, []).extend(found[at])
    return found


def _is_dosed(article: Mention, context: Context) -> bool:
    """The title names it alone, and no class of things such as "supplements"."""
    return is_nutrient(article, context.words) and is_titled(context, article)


def _is_borne_out(claim: Claim, words: Words) -> bool:
    """What "it" stands for is spoken of as the claim needs, and is not its object: "a severe deficiency"."""
    found = claim.object
    said = found.surface.lower().split() if found is not None and found.origin != "lexicon" else []
    return claim.nutrient_state in claim.awaited and words.deficiency_nouns.isdisjoint(said)


def _as_in_table(claim: Claim, context: Context, number: int) -> Claim:
    """The claim of a table cell whose row names the nutrient, or else whose column does."""
    if claim.nutrient.surface or context.sentences[number].block_type != "table_cell":
        return claim
    row = next((item for item in row_nutrients(context, number) if item.name == claim.nutrient.name), None)
    if row is not None:
        return replace(claim, nutrient=row, resolution="explicit")
    headed = any(item.name == claim.nutrient.name for item in column_nutrients(context, number))
    return replace(claim, resolution="list_head") if headed else claim


def _as_called(claim: Claim, called: Mapping[str, Mention]) -> Claim:
    """What "it" stands for is what its antecedent stood for: "chamomile … the tea … it"."""
    other = called.get(claim.nutrient.name) if claim.resolution in ("pronoun", "ellipsis") else None
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
        if both := both_given(named, context, number=number):
            return [replace(_stand_for(named, item), resolution="pronoun") for item in both]
        meant = meant_by_kind(named, context, number=number, topic=topic)
        return [named] if meant is None else [replace(_stand_for(named, meant), resolution="pronoun")]
    found = find_antecedents(named, context, number=number, topic=topic)
    carried = CARRIED_EXCESS if found.state == "excess" else CARRIED
    if named.nutrient_state == "intake" and (named.relation in carried or found.told):
        # "zinc deficiency is common; it can cause": the deficiency does
        named = replace(named, nutrient_state=settle(found.state, named.relation, named.object))
    if named.resolution == "ellipsis" and _has_word(named, context.words):
        named = replace(named, resolution="pronoun")
    meant_by = found.mentions or _own_name(named, context, number=number)
    word, start = _first_word(named), named.nutrient.start
    if word in context.words.pill_nouns:
        # water is in no tablet, and "pills or insulin" are medicines
        medicine = is_beside_drug(context, number, start=start, end=start + len(word))
        meant_by = tuple(item for item in meant_by if item.subtype != "food" and not medicine)
    return [
        _stand_for(named, antecedent)
        for antecedent in (whole_of(item, named, context, topic=topic) for item in meant_by)
        if named.object is None or not is_of(named.object, antecedent)
    ]


def _has_word(claim: Claim, words: Words) -> bool:
    """What is left out has a word of its own: "regular tablets", "200 mg of the vitamin a day"."""
    noun = _first_word(claim)
    of = of_what(claim.dose, words) if claim.dose is not None else []
    points = bool(of) and (of[0] in words.going_on or of[0] in words.definite_articles | words.singular_pointers)
    return points or noun in words.pill_nouns


def _first_word(claim: Claim) -> str:
    """The word that the place of what is left out begins with."""
    start = claim.nutrient.start - claim.sentence.start
    return claim.sentence.text[start:].split(" ", 1)[0].strip(".,;:").lower()


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
    # "nausea is a side effect, and children should avoid it": what nobody but the author named
    taken = {"pronoun", "ellipsis"} if claim.relation in _ADVICE else {"pronoun"}
    taken_up = [item for item in said if item.resolution in taken and item.nutrient.start <= claim.nutrient.start]
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


def _stand_for(claim: Claim, antecedent: Mention) -> Claim:
    nutrient = replace(
        claim.nutrient,
        name=antecedent.name,
        id=antecedent.id,
        subtype=antecedent.subtype,
        form=antecedent.form,
        classes=antecedent.classes,
        label="NUTRIENT",
    )
    return replace(claim, nutrient=nutrient)
