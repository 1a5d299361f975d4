"""Whom "it", "this mineral" and a missing subject stand for, and which condition "it" is when it is an object.

The antecedent is looked for backwards from the pronoun: first in its own sentence, then among the subjects of the
sentences before it, last in the article's topic. A pronoun that plainly stands for something else loses its claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimx.records import Claim, Mention, Parse, Sentence
from claimx.relate.graph import Graph, build_graph
from claimx.relate.nutrients import nutrient_fillers
from claimx.relate.reader import Reader
from claimx.relate.words import Words
from claimx.topic import Context, find_topic, section_dominant, section_topic

# sentences a pronoun may look back over, its own not counted
REACH = 4


def is_open(claim: Claim, words: Words) -> bool:
    """The object is so general that only what is listed behind it can make it a row ("some people")."""
    return claim.object is not None and claim.object.surface.lower() in words.generic_objects


def resolve(claims: Sequence[Claim], context: Context) -> list[list[Claim]]:
    """For each claim the same with its nutrient and object named: one a nutrient meant, none when it stays unknown."""
    place = {sentence.index: number for number, sentence in enumerate(context.sentences)}
    article = find_topic(context)
    topics: dict[int, Mention | None] = {}
    for claim in claims:
        number = place[claim.sentence.index]
        if number not in topics:
            topics[number] = section_topic(context, number) or article or section_dominant(context, number)
    return [
        _resolve_one(claim, context, number=place[claim.sentence.index], topic=topics[place[claim.sentence.index]])
        for claim in claims
    ]


def _resolve_one(claim: Claim, context: Context, *, number: int, topic: Mention | None) -> list[Claim]:
    named = _name_object(claim, context, number=number)
    if named is None or is_open(named, context.words):
        return []
    if named.nutrient.name:
        meant = _supplemented(named, context, number=number, topic=topic)
        return [named] if meant is None else [replace(_stand_for(named, meant), resolution="pronoun")]
    return [
        _stand_for(named, antecedent)
        for antecedent in _antecedents(named, context, number=number, topic=topic)
        if named.object is None or antecedent.name != named.object.name
    ]


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
    before = [item for item in context.mentions[number] if item.end <= claim.nutrient.start]
    named = [item for item in before if item.label == "NUTRIENT" and _can_be_taken(item, context.words)]
    meant = named[-1] if named else topic
    is_object = claim.object is not None and meant is not None and meant.name == claim.object.name
    return meant if meant is not None and _can_be_taken(meant, context.words) and not is_object else None


def _can_be_taken(mention: Mention, words: Words) -> bool:
    return mention.subtype != "food" and mention.name not in words.carrier_classes | words.empty_classes


def _antecedents(claim: Claim, context: Context, *, number: int, topic: Mention | None) -> list[Mention]:
    """The nutrients that a claim's pronoun, definite phrase or missing subject stands for."""
    words, surface = context.words, claim.nutrient.surface.lower()
    first, last = (surface.split()[0], surface.split()[-1]) if surface else ("", "")
    plural = first in words.plural_pronouns
    if claim.resolution == "ellipsis":
        return _understood(claim, context, number=number, topic=topic)
    if last.rstrip("s") in words.effect_nouns and " " in surface:
        # "this effect" points at what was just said, and at nothing further back
        return _salient(context, number - 1, plural=False, kind="").mentions if number else []
    kind = _kind(last, words)
    if first in words.definite_articles and topic is not None and (not kind or _is_kind(topic, kind, words=words)):
        return [topic]
    near = _backwards(context, number, plural=plural, kind=kind, own=claim)
    if claim.relation == "FOUND_IN":
        # what a food is full of is no food
        near = replace(near, mentions=[item for item in near.mentions if item.subtype != "food"])
    if near.mentions and (near.is_subject or plural or topic is None or not _names(context, number, topic=topic)):
        return near.mentions
    if topic is not None and (near.mentions or " " in surface or context.article.topic or claim.relation == "FOUND_IN"):
        return [topic] if not kind or _is_kind(topic, kind, words=words) else near.mentions
    return near.mentions


def _understood(claim: Claim, context: Context, *, number: int, topic: Mention | None) -> list[Mention]:
    """Whom a sentence without a subject speaks of: the nutrient last named, unless it is a food and the topic not."""
    if claim.relation == "HAS_DOSE" and (dosed := _dosed_before(context, number)):
        return dosed
    near = _backwards(context, number, plural=False, kind="", own=None).mentions
    weak = not near or near[0].subtype == "food" or near[0].name in context.words.carrier_classes
    if topic is not None and (weak or claim.relation == "HAS_DOSE"):
        return [topic]
    return near


def _dosed_before(context: Context, number: int) -> list[Mention]:
    """The nutrient of the amounts in the sentence before: "Adults need 600 IU of vitamin D. After 70, 800 IU." """
    if number == 0 or context.sentences[number - 1].block != context.sentences[number].block:
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


def _kind(noun: str, words: Words) -> str:
    """The nutrient subtype a definite noun asks for ("mineral" of "this mineral"), "" when any will do."""
    for form in (noun, noun[:-1] if noun.endswith("s") else noun):
        if form in words.kind_nouns:
            return form
    return ""


def _is_kind(mention: Mention, kind: str, *, words: Words) -> bool:
    named = any(word in (kind, f"{kind}s") for word in mention.name.split())
    return mention.subtype == kind or named or kind in words.loose_kinds


@dataclass(frozen=True, slots=True)
class _Near:
    """Antecedents found near a pronoun; `is_subject` when they are what their sentence is about."""

    mentions: list[Mention]
    is_subject: bool = False
    go_on: bool = False


def _backwards(context: Context, number: int, *, plural: bool, kind: str, own: Claim | None) -> _Near:
    """Nutrients of the nearest place before a pronoun that has any of the kind."""
    if own is not None:
        before = [
            mention
            for mention in context.mentions[number]
            if mention.label == "NUTRIENT"
            and mention.end <= own.nutrient.start
            and _fits(mention, kind, words=context.words)
            and mention.name not in context.words.carrier_classes
            and not (own.relation == "FOUND_IN" and mention.subtype == "food")
        ]
        if before:
            return _Near(before if plural else before[:1], is_subject=True)
        if _own_subject_is_other(context, number, claim=own):
            return _Near([])
    steps = 0
    for previous in range(number - 1, -1, -1):
        # a list is one step, however many items it has
        steps += context.sentences[previous].list_head is None
        if steps > REACH:
            break
        near = _salient(context, previous, plural=plural, kind=kind)
        if near.mentions or not near.go_on:
            return near
    return _Near([])


def _own_subject_is_other(context: Context, number: int, *, claim: Claim) -> bool:
    """A condition or drug that is the subject of an earlier clause of the sentence is the better antecedent."""
    parse = context.parses.get(context.sentences[number].index)
    if parse is None:
        return False
    graph = subject_graph(parse, context.mentions[number], text=context.article.text)
    return any(
        mention.label in ("CONDITION", "DRUG", "POPULATION")
        and mention.end <= claim.nutrient.start
        and graph.base_dep(token) == "nsubj"
        # "heavy drinkers are short of it": nobody is short of himself
        and (claim.object is None or (mention.start, mention.end) != (claim.object.start, claim.object.end))
        for mention, token in zip(graph.mentions, graph.head_of, strict=True)
    )


def _fits(mention: Mention, kind: str, *, words: Words) -> bool:
    return mention.name not in words.empty_classes and (not kind or _is_kind(mention, kind, words=words))


def _is_definite(mention: Mention, context: Context) -> bool:
    """A class noun behind a demonstrative ("these vitamins") is no antecedent of its own."""
    words = context.words
    before = context.article.text[max(0, mention.start - 12) : mention.start].lower().split()
    return bool(before) and before[-1] in words.demonstratives - words.definite_articles - words.possessives


def _salient(context: Context, number: int, *, plural: bool, kind: str) -> _Near:
    """Nutrients a later pronoun may stand for in one sentence, and whether to look further back when there are none."""
    sentence = context.sentences[number]
    mentions = context.mentions[number]
    if sentence.list_head is not None:
        # what comes behind a list speaks of its lead-in
        return _Near([], go_on=True)
    nutrients = [
        item
        for item in mentions
        if item.label == "NUTRIENT" and _fits(item, kind, words=context.words) and not _is_definite(item, context)
    ]
    subject, is_pronoun = _subject(context, sentence, mentions=mentions)
    subject = [item for item in subject if _fits(item, kind, words=context.words) and not _is_definite(item, context)]
    if subject:
        return _Near(subject if plural else subject[:1], is_subject=True)
    if is_pronoun:
        return _Near([], go_on=True)
    named = [item for item in nutrients if item.name not in context.words.carrier_classes] or nutrients
    real = [item for item in named if item.subtype != "food"] if kind != "food" else named
    if named:
        return _Near((real or named) if plural else (real or named)[:1])
    if kind:
        return _Near([], go_on=True)
    others = any(item.label in ("CONDITION", "DRUG", "POPULATION", "FUNCTION") for item in mentions)
    return _Near([], go_on=not others)


def _subject(context: Context, sentence: Sentence, *, mentions: Sequence[Mention]) -> tuple[list[Mention], bool]:
    parse = context.parses.get(sentence.index)
    if parse is None:
        return [], False
    graph = subject_graph(parse, mentions, text=context.article.text)
    for root in (token for token in range(len(graph)) if parse.heads[token] == token):
        for subject in graph.kids(root, "nsubj"):
            fillers = nutrient_fillers(Reader(graph, context.words), subject)
            named = [filler.mention for filler in fillers if filler.mention is not None and filler.kind != "member"]
            return named, bool(fillers) and not named
    return [], False


def _name_object(claim: Claim, context: Context, *, number: int) -> Claim | None:
    """A claim whose pronoun object ("it", "these diseases") has its antecedent's name, or None without one."""
    item = claim.object
    if item is None or item.name:
        return claim
    for previous in range(number, max(-1, number - REACH - 1), -1):
        for mention in reversed(context.mentions[previous]) if previous == number else context.mentions[previous]:
            if (
                mention.label == item.label
                and mention.end <= item.start
                and (item.label != "NUTRIENT" or mention.subtype in ("food", "botanical"))
            ):
                return replace(
                    claim,
                    object=replace(
                        item, name=mention.name, id=mention.id, label=mention.label, subtype=mention.subtype
                    ),
                )
    return None


def subject_graph(parse: Parse, mentions: Sequence[Mention], *, text: str) -> Graph:
    """The graph of a sentence without its doses."""
    return build_graph(parse, [item for item in mentions if item.label != "DOSE"], source=text)
