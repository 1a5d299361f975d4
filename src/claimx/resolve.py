"""Whom "it", "this mineral" and a missing subject stand for, and which condition "it" is when it is an object.

The antecedent is looked for backwards from the pronoun: first in its own sentence, then among the subjects of the
sentences before it, last in the article's topic. A pronoun that plainly stands for something else loses its claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claimx.records import Article, Claim, Mention, Parse, Sentence
from claimx.relate.graph import Graph, build_graph
from claimx.relate.phrases import nutrient_fillers
from claimx.relate.words import Words

# what a mention in a title or heading weighs against one in running text
TITLE_WEIGHT = 5.0
HEADING_WEIGHT = 2.0
# how many times more than any other nutrient a topic is named
BY_FAR = 1.3
# sentences a pronoun may look back over, its own not counted
REACH = 4
PLURAL = frozenset({"they", "these", "those", "both", "them", "their"})


@dataclass(frozen=True, slots=True)
class Context:
    """One article as the resolver sees it: sentences and mentions in order, parses by `Sentence.index`."""

    article: Article
    sentences: Sequence[Sentence]
    mentions: Sequence[Sequence[Mention]]
    parses: Mapping[int, Parse]
    words: Words


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
            topics[number] = _section_topic(context, number) or article or _section_dominant(context, number)
    return [
        _resolve_one(claim, context, place[claim.sentence.index], topics[place[claim.sentence.index]])
        for claim in claims
    ]


def _resolve_one(claim: Claim, context: Context, number: int, topic: Mention | None) -> list[Claim]:
    named = _name_object(claim, context, number)
    if named is None or is_open(named, context.words):
        return []
    if named.nutrient.name:
        return [named]
    return [
        replace(
            named,
            nutrient=replace(
                named.nutrient,
                name=antecedent.name,
                id=antecedent.id,
                subtype=antecedent.subtype,
                form=antecedent.form,
                label="NUTRIENT",
            ),
        )
        for antecedent in _antecedents(named, context, number, topic)
        if named.object is None or antecedent.name != named.object.name
    ]


def find_topic(context: Context) -> Mention | None:
    """The nutrient an article is about: its metadata's, else the title's, else the one named most by far."""
    wanted = context.article.topic.lower()
    if wanted:
        named = (m for ms in context.mentions for m in ms if wanted in (m.name.lower(), m.surface.lower()))
        made = Mention("NUTRIENT", 0, 0, context.article.topic, context.article.topic, origin="pattern")
        return next(named, made)
    return _dominant(context, range(len(context.sentences)))


def _dominant(context: Context, part: Iterable[int]) -> Mention | None:
    """The nutrient named most by far in a part of the article; titles and headings weigh more, foods less."""
    counts: dict[str, float] = {}
    first: dict[str, Mention] = {}
    for number in part:
        block = context.sentences[number].block_type
        weight = TITLE_WEIGHT if block == "title" else HEADING_WEIGHT if block == "heading" else 1.0
        for mention in context.mentions[number]:
            if mention.label == "NUTRIENT" and mention.name not in context.words.empty_classes:
                light = mention.subtype == "food" or mention.name in context.words.carrier_classes
                first.setdefault(mention.name, mention)
                counts[mention.name] = counts.get(mention.name, 0.0) + (weight / 2 if light else weight)
    ranked = sorted(counts, key=lambda name: -counts[name])
    if not ranked or counts[ranked[0]] < 2 or (len(ranked) > 1 and counts[ranked[1]] * BY_FAR > counts[ranked[0]]):
        return None
    return first[ranked[0]]


def _section_dominant(context: Context, number: int) -> Mention | None:
    """The nutrient named most by far under the heading that a sentence stands under."""
    section = context.sentences[number].section
    return _dominant(context, (n for n, sentence in enumerate(context.sentences) if sentence.section == section))


def topic_at(context: Context, number: int) -> Mention | None:
    """The nutrient that the heading above a sentence names, else the article's topic, else None."""
    return _section_topic(context, number) or find_topic(context)


def announcing(context: Context, number: int) -> list[Mention]:
    """Nutrients named by the lead-in, or else the heading, that a sentence hangs under."""
    head = context.sentences[number].list_head
    for previous in range(number - 1, -1, -1):
        sentence = context.sentences[previous]
        leads = (
            sentence.block_type == "heading"
            if head is None
            else sentence.start < head.end and head.start < sentence.end
        )
        if leads:
            empty = context.words.carrier_classes | context.words.empty_classes
            named = [item for item in context.mentions[previous] if item.label == "NUTRIENT" and item.name not in empty]
            return list({item.name: item for item in named}.values())
    return []


def _section_topic(context: Context, number: int) -> Mention | None:
    """The one nutrient that the heading above a sentence names ("2. Melatonin"), None when it names none or several."""
    for previous in range(number - 1, -1, -1):
        if context.sentences[previous].block_type == "heading":
            named = [
                item
                for item in context.mentions[previous]
                if item.label == "NUTRIENT"
                and item.name not in context.words.carrier_classes | context.words.empty_classes
            ]
            return named[0] if len({item.name for item in named}) == 1 else None
    return None


def _antecedents(claim: Claim, context: Context, number: int, topic: Mention | None) -> list[Mention]:
    """The nutrients that a claim's pronoun, definite phrase or missing subject stands for."""
    surface = claim.nutrient.surface.lower()
    first, last = (surface.split()[0], surface.split()[-1]) if surface else ("", "")
    plural = first in PLURAL
    if claim.resolution == "ellipsis":
        return _understood(claim, context, number, topic)
    if last.rstrip("s") in context.words.effect_nouns and " " in surface:
        # "this effect" points at what was just said, and at nothing further back
        return _salient(context, number - 1, plural=False, kind="").mentions if number else []
    kind = _kind(last)
    if first == "the" and topic is not None and (not kind or _is_kind(topic, kind)):
        return [topic]
    near = _backwards(context, number, plural=plural, kind=kind, own=claim)
    if claim.relation == "FOUND_IN":
        # what a food is full of is no food
        near = replace(near, mentions=[item for item in near.mentions if item.subtype != "food"])
    if near.mentions and (near.is_subject or plural or topic is None or not _names(context, number, topic)):
        return near.mentions
    if topic is not None and (near.mentions or " " in surface or context.article.topic or claim.relation == "FOUND_IN"):
        return [topic] if not kind or _is_kind(topic, kind) else near.mentions
    return near.mentions


def _understood(claim: Claim, context: Context, number: int, topic: Mention | None) -> list[Mention]:
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


def _names(context: Context, number: int, topic: Mention) -> bool:
    """The topic is named, or was spoken of, in the few sentences before."""
    return any(
        mention.name == topic.name
        for previous in range(max(0, number - REACH), number + 1)
        for mention in context.mentions[previous]
    )


def _kind(noun: str) -> str:
    """The nutrient subtype a definite noun asks for ("mineral" of "this mineral"), "" when any will do."""
    for form in (noun, noun[:-1] if noun.endswith("s") else noun):
        if form in ("vitamin", "mineral", "antioxidant", "probiotic", "prebiotic", "food"):
            return form
    return ""


def _is_kind(mention: Mention, kind: str) -> bool:
    return mention.subtype == kind or kind in mention.name or kind in ("antioxidant", "food")


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
            and _fits(mention, kind, context.words)
            and mention.name not in context.words.carrier_classes
            and not (own.relation == "FOUND_IN" and mention.subtype == "food")
        ]
        if before:
            return _Near(before if plural else before[:1], is_subject=True)
        if _own_subject_is_other(context, number, own):
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


def _own_subject_is_other(context: Context, number: int, claim: Claim) -> bool:
    """A condition or drug that is the subject of an earlier clause of the sentence is the better antecedent."""
    parse = context.parses.get(context.sentences[number].index)
    if parse is None:
        return False
    graph = subject_graph(parse, context.mentions[number], context.article.text)
    return any(
        mention.label in ("CONDITION", "DRUG", "POPULATION")
        and mention.end <= claim.nutrient.start
        and graph.base_dep(token) == "nsubj"
        # "heavy drinkers are short of it": nobody is short of himself
        and (claim.object is None or (mention.start, mention.end) != (claim.object.start, claim.object.end))
        for mention, token in zip(graph.mentions, graph.head_of, strict=True)
    )


def _fits(mention: Mention, kind: str, words: Words) -> bool:
    return mention.name not in words.empty_classes and (not kind or _is_kind(mention, kind))


def _is_definite(mention: Mention, context: Context) -> bool:
    """A class noun behind a demonstrative ("these vitamins") is no antecedent of its own."""
    before = context.article.text[max(0, mention.start - 12) : mention.start].lower().split()
    return bool(before) and before[-1] in context.words.demonstratives - {"the", "its", "their"}


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
        if item.label == "NUTRIENT" and _fits(item, kind, context.words) and not _is_definite(item, context)
    ]
    subject, is_pronoun = _subject(context, sentence, mentions)
    subject = [item for item in subject if _fits(item, kind, context.words) and not _is_definite(item, context)]
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


def _subject(context: Context, sentence: Sentence, mentions: Sequence[Mention]) -> tuple[list[Mention], bool]:
    parse = context.parses.get(sentence.index)
    if parse is None:
        return [], False
    graph = subject_graph(parse, mentions, context.article.text)
    for root in (token for token in range(len(graph)) if parse.heads[token] == token):
        for subject in graph.kids(root, "nsubj"):
            fillers = nutrient_fillers(graph, subject, context.words)
            named = [filler.mention for filler in fillers if filler.mention is not None and filler.kind != "member"]
            return named, bool(fillers) and not named
    return [], False


def _name_object(claim: Claim, context: Context, number: int) -> Claim | None:
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


def subject_graph(parse: Parse, mentions: Sequence[Mention], text: str) -> Graph:
    """The graph of a sentence without its doses."""
    return build_graph(parse, [item for item in mentions if item.label != "DOSE"], source=text)
