"""Raw health articles as the parser meets them: segmented, mentions shown as one word, one sentence a document.

The teacher parses what this writes; the small model learns from it beside the treebanks.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import augment
import spacy
import tokenizer
from spacy.tokens import Doc, DocBin

from claimx.data_files import DataFiles
from claimx.parse import DOSE_WORD_KEY
from claimx.pipeline import Extractor, assemble
from claimx.records import Article

LONGEST = 60
FEWEST = 3
# what the gate lets pass is what the parser will be shown; the rest is there for breadth
OTHER_SHARE = 0.35
_SHARED_SENTENCES = 2
_TELLING_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Counts:
    articles: int
    held_out: int
    sentences: int
    words: int


def read_articles(files: Iterable[Path]) -> Iterator[Article]:
    """Articles of JSON lines with `text`."""
    for path in files:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                yield Article(id=f"{path.stem}-{number}", text=json.loads(line)["text"])


def read_held_out(path: Path) -> set[str]:
    """Fingerprints, one a line; lines that begin with # are notes."""
    return {line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")}


def make_extractor() -> Extractor:
    """An extractor that can segment, tag and show sentences as the packaged one does, before there is a model."""
    nlp = spacy.blank("en")
    tokenizer.adapt(nlp)
    nlp.add_pipe("parser")
    nlp.meta[DOSE_WORD_KEY] = augment.DOSE_WORD
    return assemble(nlp, data=DataFiles(), second=False)


def digests(texts: Iterable[str]) -> set[str]:
    """Fingerprints of the long lines of `texts`, by which an article that is tested on is known again."""
    return {_digest(part) for text in texts for part in _parts(text)}


def _parts(text: str) -> list[str]:
    parts = (" ".join(part.split()) for line in text.splitlines() for part in line.replace(". ", ".\n").splitlines())
    return [part for part in parts if len(part) >= _TELLING_LENGTH]


def _digest(part: str) -> str:
    return hashlib.sha256(part.lower().encode()).hexdigest()[:16]


def write_silver_text(
    articles: Iterable[Article], extractor: Extractor, path: Path, *, held_out: set[str], seed: int
) -> Counts:
    """Write bare documents for the teacher; sentences that were seen before, or are tested on, are left out."""
    chance = random.Random(seed)
    docs: list[Doc] = []
    seen: set[str] = set()
    total = left_out = 0
    for article in articles:
        total += 1
        if sum(_digest(part) in held_out for part in _parts(article.text)) >= _SHARED_SENTENCES:
            left_out += 1
            continue
        for text, doc in _sentences(article, extractor, chance):
            if text not in seen and not held_out.intersection(digests([text])):
                seen.add(text)
                docs.append(doc)
    DocBin(attrs=["ORTH", "SPACY"], docs=docs).to_disk(path)
    return Counts(total, left_out, len(docs), sum(map(len, docs)))


def _sentences(article: Article, extractor: Extractor, chance: random.Random) -> Iterator[tuple[str, Doc]]:
    reading = extractor.prepare(article)
    for sentence, mentions in zip(reading.sentences, reading.mentions, strict=True):
        if chance.random() > OTHER_SHARE and not extractor.gate.may_hold_claim(sentence, mentions):
            continue
        doc = extractor.parser.show(sentence, mentions)
        if FEWEST <= len(doc) <= LONGEST:
            yield " ".join(sentence.text.split()).lower(), doc
