"""The stages in order: text in, claims out. One article never depends on another."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimx.data_files import DataFiles
from claimx.dose import find_doses
from claimx.gate import Gate
from claimx.parse import Parser, load_model
from claimx.qualify import Qualifier
from claimx.records import Article, Claim, Mention, Parse, Sentence
from claimx.relate import Relater
from claimx.relate.doses import attach_doses
from claimx.resolve import Context, resolve
from claimx.segment import segment
from claimx.tag import Tagger

if TYPE_CHECKING:
    from spacy.language import Language

ANONYMOUS_ID = "text"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the stages up to the parse found in one article.

    `sentences` leaves out boilerplate; `mentions` has one list a sentence, doses included; `parses` holds the
    sentences that passed the gate, by `Sentence.index`.
    """

    article: Article
    sentences: list[Sentence]
    mentions: list[list[Mention]]
    parses: dict[int, Parse]


@dataclass(frozen=True, slots=True)
class Extractor:
    """The loaded stages. Make one with `load`."""

    data: DataFiles
    tagger: Tagger
    gate: Gate
    parser: Parser
    relater: Relater
    qualifier: Qualifier

    def extract(self, text: str | Article) -> list[Claim]:
        """Claims of one article, in no particular order; `claimx.to_frame` sorts them."""
        return self.relate(self.read(text))

    def pipe(self, articles: Iterable[str | Article]) -> Iterator[list[Claim]]:
        """Claims of each article, in the order of the articles."""
        for article in articles:
            yield self.extract(article)

    def read(self, text: str | Article) -> Reading:
        """Segment, tag, and parse the sentences that may hold a claim."""
        article = text if isinstance(text, Article) else Article(id=ANONYMOUS_ID, text=text)
        blocks = segment(article, self.data)
        article = article if article.title else replace(article, title=_title(blocks))
        sentences = [sentence for sentence in blocks if not sentence.skip]
        tagged = self.tagger.tag(article, sentences)
        mentions = [
            _add_doses(found, find_doses(article.text, start=sentence.start, end=sentence.end, data=self.data))
            for sentence, found in zip(sentences, tagged, strict=True)
        ]
        kept = [pair for pair in zip(sentences, mentions, strict=True) if self.gate.may_hold_claim(*pair)]
        parsed = self.parser.parse(kept)
        parses = {sentence.index: parse for (sentence, _), parse in zip(kept, parsed, strict=True)}
        return Reading(article, sentences, mentions, parses)

    def relate(self, reading: Reading) -> list[Claim]:
        """Relate, resolve and qualify what was read.."""
        article, parses, words = reading.article, reading.parses, self.relater.words
        of_sentence = {s.index: found for s, found in zip(reading.sentences, reading.mentions, strict=True)}
        claims: list[Claim] = []
        for sentence in reading.sentences:
            if sentence.index in parses:
                mentions, parse = of_sentence[sentence.index], parses[sentence.index]
                found = self.relater.relate(sentence, mentions, parse, text=article.text)
                claims += attach_doses(found, sentence, mentions, words)
        context = Context(article, reading.sentences, reading.mentions, parses, words)
        return [
            _sign(self.qualifier.qualify(claim, parses[at], of_sentence[at], article), article)
            for claim in resolve(claims, context)
            for at in [claim.sentence.index]
        ]


def load(data: str | Path | Sequence[str | Path] | None = None, *, model: str | None = None) -> Extractor:
    """Load all stages; takes about a second.

    `data` is an overlay folder, or several, laid over the packaged data; `model` the name or path of an installed
    spaCy pipeline with a UD-style parser in place of the packaged one. A fault in a data file is a DataError.
    """
    return assemble(load_model(model), data=data_files(data))


def assemble(nlp: Language, *, data: DataFiles) -> Extractor:
    """An extractor over an already loaded spaCy pipeline."""
    return Extractor(data, Tagger(data), Gate(data), Parser(nlp, data), Relater(data), Qualifier(data))


def data_files(data: str | Path | Sequence[str | Path] | None) -> DataFiles:
    """The packaged data with the overlay folders of `load`."""
    if data is None:
        return DataFiles()
    folders = [data] if isinstance(data, (str, os.PathLike)) else data
    return DataFiles(tuple(Path(folder) for folder in folders))


def _title(sentences: Sequence[Sentence]) -> str:
    """The words of the title block, however many sentences it has; "" when there is none."""
    return " ".join(sentence.text for sentence in sentences if sentence.block_type == "title")


def _add_doses(tagged: Sequence[Mention], doses: Sequence[Mention]) -> list[Mention]:
    """Mentions and doses sorted; where two overlap, the longer one stays, a dose when they are as long."""
    ranked = sorted((*doses, *tagged), key=lambda m: (m.start - m.end, m.label != "DOSE", m.start))
    kept: list[Mention] = []
    for mention in ranked:
        if all(mention.end <= other.start or other.end <= mention.start for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)


def _sign(claim: Claim, article: Article) -> Claim:
    trigger = article.text[claim.trigger.start : claim.trigger.end]
    return replace(claim, doc_id=article.id, title=article.title, trigger_text=trigger)
