"""What a nutrient is that its sentence calls by its kind alone: "the supplements", "the tea", "a herb that"."""

from __future__ import annotations

from dataclasses import replace

from claimx.pronoun_kinds import CHEMICAL, HERB, PLANT, PLANTS, is_kind, kind_of
from claimx.records import Claim, Mention
from claimx.relate.words import Words
from claimx.topic import (
    Context,
    is_nutrient,
    is_pointed_at,
    only_before,
    titled_nutrients,
)

# sentences before "the tea" that may name what it is made of, and before "the vitamin" that may name one
PLANT_REACH, KIND_REACH = 2, 4
# characters that the word behind a noun stands in
NEXT_WORD = 12


def meant_by_kind(claim: Claim, context: Context, *, number: int, topic: Mention | None) -> Mention | None:
    """The nutrient that a claim calls by its kind, None where the kind is all that is meant."""
    return (
        _supplemented(claim, context, number=number, topic=topic)
        or _half_named(claim, context)
        or _described(claim, context, number=number, topic=topic)
        or _pointed_at(claim, context, number=number, topic=topic)
        or _last_of_kind(claim, context, number=number, topic=topic)
    )


def _supplemented(claim: Claim, context: Context, *, number: int, topic: Mention | None) -> Mention | None:
    """What "supplements" with no word of what is in them hold, None when they are supplements of any kind."""
    *manner, noun = claim.nutrient.surface.lower().split() or [""]
    if noun not in context.words.supplement_words or not context.words.supplement_manners.issuperset(manner):
        return None
    ahead = context.article.text[claim.sentence.start : claim.nutrient.start].lower().split()
    if ahead and ahead[-1] in context.words.quantifiers:
        # "some supplements" are of any kind
        return None
    if is_beside_drug(context, number, start=claim.nutrient.start, end=claim.nutrient.end):
        # and so are "medications or supplements"
        return None
    before = [item for item in context.mentions[number] if item.end <= claim.nutrient.start]
    named = [item for item in before if item.label == "NUTRIENT" and can_be_taken(item, context.words)]
    # "many people take zinc. The supplements can"
    meant = named[-1] if named else topic or only_before(context, number)
    is_object = claim.object is not None and meant is not None and meant.name == claim.object.name
    return meant if meant is not None and can_be_taken(meant, context.words) and not is_object else None


def _half_named(claim: Claim, context: Context) -> Mention | None:
    """ "Vinegar" in a text whose title names one kind of it alone: "What apple cider vinegar can do"."""
    noun = claim.nutrient.surface.lower()
    if noun not in context.words.half_names or claim.resolution != "explicit":
        return None
    named = {item.name: item for item in titled_nutrients(context)}
    whole = [item for item in named.values() if item.name.lower().endswith(f" {noun}")]
    return whole[0] if len(whole) == len(named) == 1 else None


def whole_of(item: Mention, claim: Claim, context: Context, *, topic: Mention | None) -> Mention:
    """ "The juice" that "it" takes up, in a text about cranberry juice: the whole name; else the nutrient itself.

    So "the berries" in one about elderberries, of which a claim says "they".
    """
    if " " in item.surface or not is_pointed_at(context, item, described=True):
        return item
    for whole in (topic, *titled_nutrients(context)):
        texts = () if whole is None else (whole.name, whole.surface)
        if whole is not None and item.surface.lower() in {text.lower().split()[-1] for text in texts if " " in text}:
            return whole
    sentences = enumerate(context.sentences)
    number = next((at for at, sentence in sentences if sentence.start <= item.start < sentence.end), None)
    if number is None:
        return item
    named = replace(claim, nutrient=item, sentence=context.sentences[number])
    return _last_of_kind(named, context, number=number, topic=topic) or item


def is_beside_drug(context: Context, number: int, *, start: int, end: int) -> bool:
    """ "Medications or supplements", "pills or insulin": what stands for the nutrient is listed with a medicine."""
    text = context.article.text
    given = context.words.given_hormones
    drugs = [item for item in context.mentions[number] if item.label == "DRUG" or item.name in given]
    gaps = [text[item.end : start] for item in drugs if item.end < start]
    gaps += [text[end : item.start] for item in drugs if end < item.start]
    return any(gap.strip().lower() in context.words.list_joiners for gap in gaps)


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


def _pointed_at(claim: Claim, context: Context, *, number: int, topic: Mention | None) -> Mention | None:
    """The food or plant that an article or section is about, called by its kind: "the tea also eases nausea"."""
    words, nutrient = context.words, claim.nutrient
    kind = kind_of(nutrient.surface, words)
    topic = _plant_before(claim, context, number=number, kind=kind) or topic if kind in words.drawn_kinds else topic
    if topic is None or topic.name == nutrient.name:
        return None
    # "the juice" of "Beetroot juice", "the vitamins" of "B vitamins"
    shortened = nutrient.surface.lower() in {
        text.lower().split()[-1] for text in (topic.name, topic.surface) if " " in text
    }
    if not shortened and (not kind or topic.subtype not in PLANTS):
        return None
    bare = " " not in nutrient.surface and nutrient.surface.lower() not in topic.surface.lower()
    pointing = is_pointed_at(context, nutrient, described=shortened)
    # of several berries named, "the berries" are all
    called = bare and bool(kind) and is_kind(topic, kind, words=words)
    return topic if pointing and (called or shortened) else None


def _last_of_kind(claim: Claim, context: Context, *, number: int, topic: Mention | None) -> Mention | None:
    """The vitamin or spice named last before "the vitamin", else the one that the text is about."""
    words, nutrient = context.words, claim.nutrient
    kind, noun = kind_of(nutrient.surface, words), nutrient.surface.lower()
    ahead = context.article.text[claim.sentence.start : nutrient.start].lower().split()[-1:]
    in_state = noun.endswith("s") and not words.plant_states.isdisjoint(ahead)
    if " " in noun or not (in_state or is_pointed_at(context, nutrient, described=True)):
        return None
    behind = context.article.text[nutrient.end : nutrient.end + NEXT_WORD].split()[:1]
    if noun in words.own_classes and not words.place_prepositions.isdisjoint(behind):
        # "the fiber in the seeds"
        return None
    if noun.endswith("s") and nutrient.subtype not in PLANTS:
        # "the vitamins" are several
        return None
    for place in range(number, max(-1, number - 1 - KIND_REACH), -1):
        named = {
            item.name: item
            for item in context.mentions[place]
            if item.end <= nutrient.start and _is_one_of(item, nutrient, kind, words)
        }
        if named:
            return next(iter(named.values())) if len(named) == 1 else None
    return topic if topic is not None and _is_one_of(topic, nutrient, kind, words) else None


def _is_one_of(item: Mention, called: Mention, kind: str, words: Words) -> bool:
    """Whether a nutrient is of the kind that another is called by; "the nuts" may be walnuts, and no raisins."""
    if not is_nutrient(item, words) or item.name == called.name:
        return False
    own = kind in words.kind_nouns - words.eaten_kinds or kind in (HERB, PLANT, CHEMICAL)
    return called.name in item.classes or _is_formed_of(item, called) or (own and is_kind(item, kind, words=words))


def _is_formed_of(item: Mention, called: Mention) -> bool:
    """ "Elderberry" of "berries"."""
    one, other = (mention.name.split()[-1].removesuffix("ies").removesuffix("y") for mention in (item, called))
    return item.subtype in PLANTS and one != other and one.endswith(other)


def _plant_before(claim: Claim, context: Context, *, number: int, kind: str) -> Mention | None:
    """The one plant named in the sentence itself or the two before, that "the tea" or "the oil" is made of."""
    named = {
        item.name: item
        for place in range(max(0, number - PLANT_REACH), number + 1)
        for item in context.mentions[place]
        if item.label == "NUTRIENT" and item.end <= claim.nutrient.start
    }
    plants = [item for item in named.values() if item.subtype == "botanical" or kind in item.name]
    return plants[0] if len(named) == len(plants) == 1 else None


def can_be_taken(mention: Mention, words: Words) -> bool:
    """A supplement may be of it: a nutrient by its own name, and no food."""
    return mention.subtype != "food" and is_nutrient(mention, words)
