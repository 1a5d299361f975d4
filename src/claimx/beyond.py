"""Claims that one sentence does not make alone: list items behind their lead-in, lines without a subject."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from claimx.announced import announced_claims
from claimx.answers import answers
from claimx.asked import asked_claims, asked_composites
from claimx.asked_class import class_claims, class_composites
from claimx.compose import Composite, compose, original_mentions
from claimx.content_rows import ContentRow
from claimx.gate import Gate
from claimx.headed_signs import headed_signs
from claimx.illness_lists import illness_claims
from claimx.item_names import label_length
from claimx.list_items import is_prose, lead_of
from claimx.list_kinds import ListKind, find_kind
from claimx.lists import expand_list, is_sentence, lead_claims
from claimx.pointing import said_ahead
from claimx.predicates import Predicates, subject_claims, subject_composites
from claimx.records import HARM, Article, Claim, Mention, Parse, Relation, Sentence, Span
from claimx.relate import Relater
from claimx.relate.doses import attach_doses
from claimx.relate.words import Words
from claimx.second import Weighed
from claimx.topic import Context, belongs_to
from claimx.verdicts import Answer

# what something is taken for
_ENDS: frozenset[Relation] = frozenset({"TREATS", "USED_FOR", "PREVENTS"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What the stages up to the parse found in one article.

    `sentences` leaves out boilerplate; `mentions` has one list a sentence, doses included; `parses` holds the
    sentences that passed the gate, by `Sentence.index`; `lists` what is read behind its lead-in, or behind the nutrient
    that it leaves out; `answers` the sentences, by place, that answer what was asked before; `asked` the parses of
    those, and of questions, that did not pass; `weighed` is what the second reader makes of it all.
    """

    article: Article
    sentences: list[Sentence]
    mentions: list[list[Mention]]
    parses: dict[int, Parse]
    lists: list[tuple[Composite, Parse]]
    answers: dict[int, Answer] = field(default_factory=dict)
    asked: dict[int, Parse] = field(default_factory=dict)
    weighed: Sequence[Weighed] = ()

    @property
    def likely(self) -> frozenset[int]:
        """The sentences, by `Sentence.index`, that hold a claim by the second reader."""
        told = (self.sentences[item.number] for item in self.weighed if item.is_likely)
        return frozenset(sentence.index for sentence in told if not sentence.is_question)


@dataclass(frozen=True, slots=True)
class Found:
    """A claim with the parse and the mentions it was found in."""

    claim: Claim
    parse: Parse
    mentions: list[Mention]


def find_composites(
    reading: Reading, *, gate: Gate, predicates: Predicates, words: Words, kinds: Sequence[ListKind] = ()
) -> list[Composite]:
    """What is to be parsed together with words from elsewhere: lines without a subject, and items of lists.

    `kinds` are those of lists about an illness: advice below a whole sentence ("There are things you can do to help.")
    is read as such a list, and not as its going on.
    """
    context = Context(reading.article, reading.sentences, reading.mentions, {}, words)
    made = subject_composites(context, predicates)
    behind = {item.item.index for item in made}
    for item, of_item in zip(reading.sentences, reading.mentions, strict=True):
        if item.list_head is None or item.index in behind or _is_advice(item, reading.article, kinds):
            continue
        if gate.may_hold_claim(item, of_item):
            made.append(_behind_lead(item, of_item, context, lead=said_ahead(context, item.list_head)))
    return made + asked_composites(context, predicates) + class_composites(context)


def _is_advice(item: Sentence, article: Article, kinds: Sequence[ListKind]) -> bool:
    lead = lead_of(item, article)
    kind = find_kind(lead, kinds) if is_prose(lead) else None
    return kind is not None and kind.avoided is not None


def _behind_lead(item: Sentence, mentions: list[Mention], context: Context, *, lead: Span) -> Composite:
    """An item, or the label that opens it, behind the words that announce it."""
    length = label_length(item.text, context.words)
    if length is not None:
        item = replace(item, end=item.start + length, text=item.text[:length])
        mentions = [mention for mention in mentions if mention.end <= item.end]
    announced = [
        mention
        for sentence, found in zip(context.sentences, context.mentions, strict=True)
        if sentence.start < lead.end and lead.start < sentence.end
        for mention in found
        if lead.start <= mention.start and mention.end <= lead.end
    ]
    closers = context.words.lead_closers
    return compose(context.article, item, lead=lead, lead_mentions=announced, mentions=mentions, closers=closers)


def read_composites(reading: Reading, claims: Sequence[Claim], *, relater: Relater) -> list[Found]:
    """Claims of list items and of lines without a subject that these do not make alone."""
    known = {_key(claim) for claim in claims}
    served = {(claim.sentence.index, claim.nutrient.name) for claim in claims if claim.relation in _ENDS}
    found: list[Found] = []
    sentences = {sentence.index: sentence for sentence in reading.sentences}
    for composite, parse in reading.lists:
        mentions = original_mentions(composite)
        if composite.role == "subject":
            found += _of_subject(reading, composite, parse, claims=claims, relater=relater)
            continue
        if composite.role == "class":
            of_class = _of_class(reading, composite, parse, relater=relater)
            found += [item for item in of_class if _key(item.claim) not in known]
            continue
        if composite.role == "question":
            said = relater.relate(composite.item, mentions, parse, text=reading.article.text)
            made = asked_claims(composite, said, sentences[composite.item.index])
            found += [Found(claim, parse, mentions) for claim in made if _key(claim) not in known]
            continue
        own = [mention for mention in mentions if mention.start >= composite.item.start]
        leads = [claim for claim in claims if belongs_to(composite.item, claim.sentence)]
        made = expand_list(leads, composite.item, own, relater.words)
        sentence = sentences[composite.item.index]
        named = composite.item.end < sentence.end
        if is_sentence(reading.parses.get(composite.item.index)) and not named:
            related: list[Claim] = []
        else:
            related = relater.relate(composite.item, mentions, parse, text=reading.article.text)
            given = attach_doses(related, composite.item, mentions, relater.words, parse=parse)
            related = [claim for claim in given if claim.relation != "HAS_DOSE"]
        told = _is_order(reading.parses.get(composite.item.index)) and not _is_done(parse, composite.item.start)
        for claim in (*made, *lead_claims(composite, related)):
            if told and claim.relation in HARM and _is_by_noun(claim, parse):
                continue
            if claim.relation in _ENDS and (composite.item.index, claim.nutrient.name) in served:
                # "to ease symptoms: drink water to prevent dehydration" says itself what the water is for
                continue
            if _key(claim) not in known:
                known.add(_key(claim))
                found.append(Found(replace(claim, sentence=sentence), parse, mentions))
    return found


def _is_order(item: Parse | None) -> bool:
    """ "Cut down on salt"."""
    return item is not None and item.tags[:1] == ("VB",)


def _is_done(parse: Parse, start: int) -> bool:
    """ "You are at risk if you:" and "eat no milk": whoever is told of does it."""
    first = next((token for token, at in enumerate(parse.starts) if at >= start), -1)
    return any(
        above >= first and parse.deps[token] == "nsubj" and parse.pos[token] == "PRON"
        for token, above in enumerate(parse.heads[:first])
    )


def _is_by_noun(claim: Claim, parse: Parse) -> bool:
    """ "Risk factors are" lists things, and nothing that somebody is told to do."""
    return 0 <= claim.trigger_token < len(parse.pos) and parse.pos[claim.trigger_token] == "NOUN"


def _of_subject(
    reading: Reading, composite: Composite, parse: Parse, *, claims: Sequence[Claim], relater: Relater
) -> list[Found]:
    """Claims of a line that leaves its subject out, on objects that it says nothing else of."""
    index, mentions = composite.item.index, original_mentions(composite)
    sentence = next(each for each in reading.sentences if each.index == index)
    taken = {claim.object.start for claim in claims if claim.sentence.index == index and claim.object is not None}
    related = relater.relate(sentence, mentions, parse, text=reading.article.text)
    made = subject_claims(composite, related, sentence)
    return [Found(claim, parse, mentions) for claim in made if claim.object is None or claim.object.start not in taken]


def _of_class(reading: Reading, composite: Composite, parse: Parse, *, relater: Relater) -> list[Found]:
    """Claims on what a question asks for, made of the things that the line behind it names."""
    number = next(at for at, each in enumerate(reading.sentences) if each.index == composite.item.index)
    sentence, mentions = reading.sentences[number], reading.mentions[number]
    asked = original_mentions(composite)
    said = relater.aims(sentence, asked, parse, text=reading.article.text, asked=True)
    own = reading.parses.get(sentence.index)
    made = class_claims(said, sentence, mentions=mentions, parse=own, words=relater.words)
    return [Found(claim, parse, [*asked, *mentions]) for claim in made]


def read_answers(reading: Reading, context: Context, told: Sequence[Claim], *, relater: Relater) -> list[Found]:
    """Claims of sentences that answer what was asked before; `told` are the article's claims, their nutrients named."""
    return _read_in(reading, answers(context, told, found=reading.answers, asked=reading.asked, relater=relater))


def read_announced(
    reading: Reading, context: Context, claims: Sequence[Claim], *, kinds: Sequence[ListKind]
) -> list[Found]:
    """Claims of list items that their heading or lead-in announces, and that nothing else made."""
    known = {_key(claim) for claim in claims}
    # whose nutrient is left out may yet be found or not: of two claims that say the same one is kept, and one that
    # says of how much as well says more
    sure = [item for item in claims if item.nutrient.name or item.dose is not None]
    taken = {(item.relation, item.object.start) for item in sure if item.object is not None}
    told = {(claim.sentence.index, claim.nutrient.name) for claim in claims if claim.relation != "HAS_DOSE"}
    listed = chain(announced_claims(context, kinds, told=told), headed_signs(context, kinds))
    made = (claim for claim in listed if _key(claim) not in known)
    return _read_in(reading, (claim for claim in made if _key(claim)[1:] not in taken))


def read_contents(reading: Reading, rows: Sequence[ContentRow], claims: Sequence[Claim]) -> list[Found]:
    """Claims of the rows that nothing else made; a food of a heading only where no food is told of below it."""
    told = {_key(claim) for claim in claims}
    holding = {claim.sentence.index for claim in claims if claim.relation == "FOUND_IN"}
    made = (row.claim() for row in rows if row.is_within or row.sentence.index not in holding)
    return _read_in(reading, (item for item in made if _key(item) not in told))


def read_illness_lists(
    reading: Reading, context: Context, claims: Sequence[Claim], *, kinds: Sequence[ListKind]
) -> list[Found]:
    """Claims of list items that tell what an illness comes of, of nutrients that nothing else is told of there."""
    beside = HARM | {"FOUND_IN"}
    told = {(claim.sentence.index, claim.nutrient.name) for claim in claims if claim.relation not in beside}
    caused = {(claim.sentence.index, claim.nutrient.name) for claim in claims if claim.relation in beside}
    held = {
        (claim.sentence.index, claim.object.name)
        for claim in claims
        if claim.relation == "FOUND_IN" and claim.object is not None
    }
    return _read_in(reading, illness_claims(context, kinds, told=told, held=held, caused=caused))


def _read_in(reading: Reading, claims: Iterable[Claim]) -> list[Found]:
    """The claims with the parse and the mentions of their sentences, those of sentences without a parse left out."""
    mentions = {sentence.index: found for sentence, found in zip(reading.sentences, reading.mentions, strict=True)}
    parses = {**reading.asked, **reading.parses}
    return [
        Found(claim, parses[claim.sentence.index], mentions[claim.sentence.index])
        for claim in claims
        if claim.sentence.index in parses
    ]


def _key(claim: Claim) -> tuple[str, str, int]:
    return claim.nutrient.name, claim.relation, claim.object.start if claim.object is not None else -1
