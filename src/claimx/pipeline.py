"""The stages in order: text in, claims out. One article never depends on another."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimx.beyond import (
    Found,
    Reading,
    find_composites,
    read_announced,
    read_answers,
    read_composites,
    read_contents,
    read_illness_lists,
)
from claimx.class_examples import find_exemplified
from claimx.compose import Composite, restore
from claimx.confidence import Grader, load_grader
from claimx.content_rows import content_rows
from claimx.data_files import DataFiles
from claimx.dose import find_doses
from claimx.flags import Flagger
from claimx.gate import Gate
from claimx.idle_cells import idle_cells
from claimx.item_names import run_on
from claimx.list_items import is_announced
from claimx.list_kinds import ILLNESS_FILE, ListKind, load_lists
from claimx.lists import continue_examples, food_run, place_in_list
from claimx.parse import Parser, load_model
from claimx.predicates import Predicates, load_predicates
from claimx.qualify import Qualifier
from claimx.records import SECOND_RULE, Article, Claim, Mention, Parse, Sentence, Span
from claimx.relate import Relater
from claimx.relate.doses import attach_doses
from claimx.relate.stock import hand_over
from claimx.resolve import resolve
from claimx.rivals import keep_once, settle
from claimx.second import SecondReader, load_second_reader
from claimx.seconded import is_doubted, second_claims, with_chances, without_given
from claimx.segment import segment
from claimx.tag import Tagger
from claimx.topic import Context
from claimx.verdicts import Verdict, asked_before, find_answers, load_verdicts

if TYPE_CHECKING:
    from spacy.language import Language

ANONYMOUS_ID = "text"
# some two hundred sentences, enough for the model to work at full speed
GROUP_CHARACTERS = 25_000
# sentences before a claim's that may name the study it goes on reporting
CONTEXT_SENTENCES = 6
# characters of a line that gives one group its amount
LONGEST_LABELLED = 60


@dataclass(frozen=True, slots=True)
class Extractor:
    """The loaded stages. Make one with `load`."""

    data: DataFiles
    tagger: Tagger
    gate: Gate
    parser: Parser
    relater: Relater
    qualifier: Qualifier
    flagger: Flagger
    grader: Grader
    predicates: Predicates
    lists: tuple[ListKind, ...] = ()
    illness_lists: tuple[ListKind, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    second: SecondReader | None = None

    @property
    def unmapped(self) -> tuple[str, ...]:
        """Labels of the spaCy pipeline that stand for nothing here, and are read as "dep"."""
        return self.parser.unmapped

    def extract(self, text: str | Article) -> list[Claim]:
        """Claims of one article, in no particular order; `claimx.to_frame` sorts them."""
        return self.relate(self.read(text))

    def pipe(self, articles: Iterable[str | Article]) -> Iterator[list[Claim]]:
        """Claims of each article, in the order of the articles; faster than one by one when they are short."""
        for group in group_articles(map(_as_article, articles)):
            yield from map(self.relate, self.parse([self.prepare(article) for article in group]))

    def read(self, text: str | Article) -> Reading:
        """All that comes before the rules, for one article."""
        return self.parse([self.prepare(text)])[0]

    def prepare(self, text: str | Article) -> Reading:
        """Segment and tag; nothing is parsed yet."""
        article = _as_article(text)
        blocks = segment(article, self.data)
        article = article if article.title else replace(article, title=_title(blocks))
        sentences = [sentence for sentence in blocks if not sentence.skip]
        tagged = self.tagger.tag(article, sentences)
        doses = [
            find_doses(article.text, start=sentence.start, end=sentence.end, data=self.data, heads=heads)
            for sentence, heads in zip(sentences, _heads(sentences), strict=True)
        ]
        mentions = [_add_doses(found, amounts) for found, amounts in zip(tagged, doses, strict=True)]
        return Reading(article, sentences, mentions, {}, [], find_answers(sentences, self.verdicts))

    def parse(self, readings: Sequence[Reading]) -> list[Reading]:
        """The readings with the sentences parsed that may hold a claim, batched over all of them."""
        readings = [self._weigh(reading) for reading in readings]
        likely = [reading.likely for reading in readings]
        kept = [
            (number, sentence, mentions)
            for number, reading in enumerate(readings)
            for sentence, mentions in zip(reading.sentences, reading.mentions, strict=True)
            if self.gate.may_hold_claim(sentence, mentions)
            or is_announced(sentence, reading.article, self.lists)
            or sentence.index in likely[number]
        ]
        asked = self._asked(readings, {(number, sentence.index) for number, sentence, _ in kept})
        composites = [(number, item) for number, reading in enumerate(readings) for item in self._composites(reading)]
        parsed = self.parser.parse(
            [(run_on(sentence, self.relater.words), mentions) for _, sentence, mentions in kept]
            + [(item.sentence, item.mentions) for _, item in composites]
            + [(sentence, mentions) for _, sentence, mentions in asked]
        )
        parses: list[dict[int, Parse]] = [{} for _ in readings]
        questions: list[dict[int, Parse]] = [{} for _ in readings]
        lists: list[list[tuple[Composite, Parse]]] = [[] for _ in readings]
        for (number, sentence, mentions), parse in zip(kept, parsed, strict=False):
            parses[number][sentence.index] = self.relater.mend(parse, mentions)
        for (number, item), parse in zip(composites, parsed[len(kept) :], strict=False):
            lists[number].append((item, restore(item, self.relater.mend(parse, item.mentions))))
        for (number, sentence, mentions), parse in zip(asked, parsed[len(kept) + len(composites) :], strict=True):
            questions[number][sentence.index] = self.relater.mend(parse, mentions)
        return [
            replace(reading, parses=found, lists=listed, asked=others)
            for reading, found, listed, others in zip(readings, parses, lists, questions, strict=True)
        ]

    def _weigh(self, reading: Reading) -> Reading:
        """The reading with what the second reader makes of it."""
        if self.second is None:
            return reading
        context = Context(reading.article, reading.sentences, reading.mentions, {}, self.relater.words)
        return replace(reading, weighed=self.second.read(context))

    def _asked(
        self, readings: Sequence[Reading], passed: Set[tuple[int, int]]
    ) -> list[tuple[int, Sentence, list[Mention]]]:
        """Sentences that answer, and what they may answer, where they did not pass the gate."""
        return [
            (number, reading.sentences[place], reading.mentions[place])
            for number, reading in enumerate(readings)
            for place in sorted(asked_before(reading.sentences, reading.answers))
            if (number, reading.sentences[place].index) not in passed
        ]

    def _composites(self, reading: Reading) -> list[Composite]:
        words, kinds = self.relater.words, self.illness_lists
        return find_composites(reading, gate=self.gate, predicates=self.predicates, words=words, kinds=kinds)

    def relate(self, reading: Reading) -> list[Claim]:
        """Relate, resolve, qualify, flag and grade what was read."""
        return self.grade(self.relate_ungraded(reading))

    def grade(self, found: Sequence[tuple[Claim, Parse]]) -> list[Claim]:
        """The claims of one article with their confidence, given with the parses they were found in."""
        grades = self.grader.grade(found)
        return [replace(claim, confidence=grade) for (claim, _), grade in zip(found, grades, strict=True)]

    def relate_ungraded(self, reading: Reading) -> list[tuple[Claim, Parse]]:
        """Claims complete but for their confidence, each with the parse it was found in."""
        found = self._of_sentences(reading)
        found += read_composites(reading, [item.claim for item in found], relater=self.relater)
        context = Context(reading.article, reading.sentences, reading.mentions, reading.parses, self.relater.words)
        found += read_announced(reading, context, [item.claim for item in found], kinds=self.lists)
        found += read_illness_lists(reading, context, [item.claim for item in found], kinds=self.illness_lists)
        rows = list(content_rows(context))
        found += read_contents(reading, rows, [item.claim for item in found])
        held = {*(row.amount.index for row in rows), *idle_cells(context)}
        given = hand_over([item.claim for item in found], reading.article.text, self.relater.words, held=held)
        found = [replace(item, claim=claim) for item, claim in zip(found, given, strict=True) if claim is not None]
        resolved = resolve([item.claim for item in found], context, self.lists)
        named = [replace(item, claim=claim) for item, made in zip(found, resolved, strict=True) for claim in made]
        told = [item.claim for item in named]
        named += read_answers(reading, context, told, relater=self.relater)
        placed = [(place_in_list(item.claim, reading.article.text), item) for item in named]
        claims = [(_sign(self._qualify(claim, item, reading), reading.article), item.parse) for claim, item in placed]
        claims += self._of_examples(reading, context)
        claims = self._second(claims, reading, context)
        claims = settle(keep_once(claims), self.grader.grade)
        flagged = self.flagger.flag([claim for claim, _ in claims])
        return [(claim, parse) for claim, (_, parse) in zip(flagged, claims, strict=True)]

    def _second(
        self, claims: Sequence[tuple[Claim, Parse]], reading: Reading, context: Context
    ) -> list[tuple[Claim, Parse]]:
        """The claims with what the second reader gives them, but for those it doubts, and its own."""
        if self.second is None:
            return list(claims)
        graded = with_chances([claim for claim, _ in claims], reading.weighed, context)
        least = self.second.least
        found = [
            (claim, parse) for claim, (_, parse) in zip(graded, claims, strict=True) if not is_doubted(claim, least)
        ]
        made = list(second_claims(reading.weighed, [claim for claim, _ in found], context))
        found = list(without_given(found, made))
        for claim in made:
            parse = reading.parses[claim.sentence.index]
            item = Found(claim, parse, reading.mentions[context.place(claim.sentence)])
            found.append((_sign(self._qualify(claim, item, reading), reading.article), parse))
        return found

    def _of_examples(self, reading: Reading, context: Context) -> Iterator[tuple[Claim, Parse]]:
        """What is said of a class, hedges and all, said of its examples."""
        for found in find_exemplified(context, self.relater):
            parse = reading.parses[context.sentences[found.number].index]
            item = Found(found.claim, parse, reading.mentions[found.number])
            for claim in resolve([found.claim], context, self.lists)[0]:
                for example in found.spread(self._qualify(claim, item, reading)):
                    yield _sign(example, reading.article), parse

    def _qualify(self, claim: Claim, item: Found, reading: Reading) -> Claim:
        before = [sentence for sentence in reading.sentences if sentence.index < claim.sentence.index]
        previous = before[-CONTEXT_SENTENCES:]
        qualified = self.qualifier.qualify(claim, item.parse, item.mentions, reading.article, previous=previous)
        if not claim.fixed_polarity:
            return qualified
        # the second reader has no words of its own to show for a denial
        told = qualified.qualifiers.negation_text if claim.rule_id == SECOND_RULE else qualified.trigger_text
        denied = told if claim.polarity == "negated" else ""
        return replace(
            qualified, polarity=claim.polarity, qualifiers=replace(qualified.qualifiers, negation_text=denied)
        )

    def _of_sentences(self, reading: Reading) -> list[Found]:
        found: list[Found] = []
        before: list[Claim] = []
        for sentence, mentions in zip(reading.sentences, reading.mentions, strict=True):
            parse = reading.parses.get(sentence.index)
            if parse is not None:
                claims = self.relater.relate(sentence, mentions, parse, text=reading.article.text)
                claims = attach_doses(claims, sentence, mentions, self.relater.words, parse=parse)
                if not claims and before:
                    claims = continue_examples(before, sentence, mentions, self.relater.words)
                claims = claims or food_run(sentence, mentions, self.relater.words)
                if sentence.list_head is None:
                    before = claims
                found += [Found(claim, parse, mentions) for claim in claims]
        return found


def load(
    data: str | Path | Sequence[str | Path] | None = None,
    *,
    model: str | None = None,
    link: bool = False,
    second: bool = True,
) -> Extractor:
    """Load all stages; takes about a second.

    `data` is an overlay folder, or several, laid over the packaged data; `model` the name or path of an installed
    spaCy pipeline with a UD-style parser in place of the packaged one. `link` ties misspelt names to the lexicon, at
    the cost of seconds to load and a slower tagger. A fault in a data file is a DataError.
    """
    return assemble(load_model(model), data=data_files(data), link=link, second=second)


def assemble(nlp: Language, *, data: DataFiles, link: bool = False, second: bool = True) -> Extractor:
    """An extractor over an already loaded spaCy pipeline."""
    stages = (Tagger(data, link=link), Gate(data), Parser(nlp, data), Relater(data), Qualifier(data), Flagger(data))
    lists = load_lists(data), load_lists(data, name=ILLNESS_FILE)
    reader = load_second_reader(data) if second else None
    graded = load_grader(data), load_predicates(data)
    return Extractor(data, *stages, *graded, *lists, load_verdicts(data), reader)


def data_files(data: str | Path | Sequence[str | Path] | None) -> DataFiles:
    """The packaged data with the overlay folders of `load`."""
    if data is None:
        return DataFiles()
    folders = [data] if isinstance(data, (str, os.PathLike)) else data
    return DataFiles(tuple(Path(folder) for folder in folders))


def group_articles(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Neighbours together until a group has GROUP_CHARACTERS; how they fall changes the speed and no claim."""
    group: list[Article] = []
    size = 0
    for article in articles:
        group.append(article)
        size += len(article.text)
        if size >= GROUP_CHARACTERS:
            yield group
            group, size = [], 0
    if group:
        yield group


def _as_article(text: str | Article) -> Article:
    return text if isinstance(text, Article) else Article(id=ANONYMOUS_ID, text=text)


def _title(sentences: Sequence[Sentence]) -> str:
    """The words of the title block, however many sentences it has; "" when there is none."""
    return " ".join(sentence.text for sentence in sentences if sentence.block_type == "title")


def _heads(sentences: Sequence[Sentence]) -> Iterator[tuple[Span, ...]]:
    """What each list item or table cell stands under, nearest first: its lead-in or its columns, and its heading."""
    heading: tuple[Span, ...] = ()
    columns: tuple[Span, ...] = ()
    for sentence in sentences:
        labelled = _is_labelled_line(sentence)
        if sentence.block_type == "heading":
            heading, columns = (Span(sentence.start, sentence.end),), ()
        elif labelled and not any(letter.isdigit() for letter in sentence.text):
            # "Age – Recommended amount a day", above "Adult men – 900 mcg"
            columns = (Span(sentence.start, sentence.end),)
        above = (*(columns if labelled else ()), *(heading if sentence.section else ()))
        if sentence.block_type == "list_item":
            lead = sentence.list_head
            yield (*([lead] if lead is not None else []), *above)
        elif sentence.block_type == "paragraph" and labelled:
            yield above
        else:
            yield sentence.columns


def _is_labelled_line(sentence: Sentence) -> bool:
    """ "Adult men: 900 mcg", "Men – 900 mcg": a line of its own, in the paragraph that a sentence goes on with."""
    labelled = any(mark in sentence.text for mark in (":", " – ", " — "))
    return labelled and sentence.text.rstrip()[-1:].isalnum() and len(sentence.text) <= LONGEST_LABELLED


def _add_doses(tagged: Sequence[Mention], doses: Sequence[Mention]) -> list[Mention]:
    """Mentions and doses sorted; a dose displaces what it overlaps, but for its nutrient ("600 mg of zinc a day")."""
    kept = [
        mention
        for mention in tagged
        if mention.label == "NUTRIENT" or all(mention.end <= dose.start or dose.end <= mention.start for dose in doses)
    ]
    return sorted((*doses, *kept), key=lambda m: (m.start, m.end))


def _sign(claim: Claim, article: Article) -> Claim:
    trigger = article.text[claim.trigger.start : claim.trigger.end]
    return replace(claim, doc_id=article.id, title=article.title, trigger_text=trigger)
