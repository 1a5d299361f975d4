"""Read treebanks in CoNLL-U and write them as spaCy documents.

Words split from one written word ("don't") keep no space between them; features that no rule asks for are dropped.
"""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

DROPPED = {"Typo", "Abbr", "ExtPos", "Style", "Foreign", "NumForm", "Reflex", "Gender", "CorrectForm"}
DROPPED_OF_VERBS = {"Number", "Person"}
LONGEST_DOC = 10


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word. `head` is 1-based within the sentence, 0 for the root; `misc` is as in the file."""

    form: str
    lemma: str
    pos: str
    tag: str
    feats: str
    head: int
    label: str
    space: bool
    misc: str = ""


@dataclass(slots=True)
class Tokens:
    """A sentence. `new_paragraph` says that it opens one; `comments` are its `# key = value` lines."""

    words: list[Word]
    new_paragraph: bool = False
    comments: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Document:
    name: str
    sentences: list[Tokens] = field(default_factory=list)


def read_text(path: Path) -> str:
    if path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8") as file:
            return file.read()
    return path.read_text(encoding="utf-8")


def read_documents(text: str, *, reduce: bool = True) -> list[Document]:
    """Documents of one CoNLL-U file. With `reduce`, features outside the model's set are dropped."""
    documents: list[Document] = []
    new_paragraph = True
    for block in text.split("\n\n"):
        comments: dict[str, str] = {}
        rows: list[list[str]] = []
        for line in block.splitlines():
            if line.startswith("#"):
                key, _, value = line[1:].partition("=")
                comments[key.strip()] = value.strip()
            elif line.strip():
                rows.append(line.split("\t"))
        if "newdoc id" in comments or not documents:
            documents.append(Document(comments.get("newdoc id", "")))
            new_paragraph = True
        new_paragraph = new_paragraph or any(key.startswith("newpar") for key in comments)
        if rows:
            documents[-1].sentences.append(Tokens(_words(rows, reduce=reduce), new_paragraph, comments))
            new_paragraph = False
    return [document for document in documents if document.sentences]


def _words(rows: list[list[str]], *, reduce: bool) -> list[Word]:
    words = [
        Word(
            r[1],
            r[2],
            r[3],
            r[4],
            _reduce(r[5], r[3]) if reduce else r[5],
            int(r[6]),
            r[7],
            "SpaceAfter=No" not in r[9],
            r[9],
        )
        for r in rows
        if r[0].isdigit()
    ]
    for row in rows:
        if "-" in row[0]:
            first, last = (int(part) for part in row[0].split("-"))
            _join(words, first - 1, last, form=row[1], space="SpaceAfter=No" not in row[9])
    return words


def _join(words: list[Word], first: int, last: int, *, form: str, space: bool) -> None:
    """Make the words `first` to `last` spell the written word `form`, the first taking what the others leave."""
    tail = [word.form for word in words[first + 1 : last]]
    rest = len(form) - sum(len(part) for part in tail)
    parts = [word.form for word in words[first:last]]
    if "".join(parts) != form and rest > 0:
        places = [0, rest]
        for part in tail:
            places.append(places[-1] + len(part))
        parts = [form[start:end] for start, end in pairwise(places)]
    for index, part in zip(range(first, last), parts, strict=True):
        words[index] = replace(words[index], form=part, space=space if index == last - 1 else False)


def _reduce(feats: str, pos: str) -> str:
    if feats in ("_", ""):
        return ""
    dropped = DROPPED | (DROPPED_OF_VERBS if pos in ("VERB", "AUX") else set())
    return "|".join(feature for feature in feats.split("|") if feature.split("=")[0] not in dropped)


def cut(
    documents: Iterable[Document], *, paragraphs: float, single: float = 0.0, seed: int = 0
) -> Iterator[list[Tokens]]:
    """Training documents: shares of one sentence (`single`) and of one paragraph (`paragraphs`), else ten sentences."""
    chance = random.Random(seed)
    for document in documents:
        draw = chance.random()
        longest = 1 if draw < single else LONGEST_DOC
        by_paragraph = draw < single + paragraphs
        group: list[Tokens] = []
        for sentence in document.sentences:
            if group and ((by_paragraph and sentence.new_paragraph) or len(group) >= longest):
                yield group
                group = []
            group.append(sentence)
        if group:
            yield group


def make_doc(vocab: Vocab, sentences: list[Tokens]) -> Doc:
    """One spaCy document with every annotation the pipeline learns."""
    words = [word for sentence in sentences for word in sentence.words]
    offsets = [start for start, sentence in _starts(sentences) for _ in sentence.words]
    heads = [
        index if word.head == 0 else offset + word.head - 1
        for index, (word, offset) in enumerate(zip(words, offsets, strict=True))
    ]
    spaces = [word.space for word in words]
    for start, sentence in _starts(sentences):
        spaces[start + len(sentence.words) - 1] = True
    spaces[-1] = False
    return Doc(
        vocab,
        words=[word.form.replace(" ", "\u00a0") for word in words],
        spaces=spaces,
        tags=[word.tag for word in words],
        pos=[word.pos if word.pos != "_" else "X" for word in words],
        morphs=[word.feats for word in words],
        lemmas=[word.lemma for word in words],
        heads=heads,
        deps=["ROOT" if word.head == 0 else word.label for word in words],
    )


def _starts(sentences: list[Tokens]) -> Iterator[tuple[int, Tokens]]:
    start = 0
    for sentence in sentences:
        yield start, sentence
        start += len(sentence.words)


def write_docs(docs: Iterable[Doc], path: Path) -> int:
    """Write a DocBin; returns the number of words."""
    found = list(docs)
    attributes = ["ORTH", "TAG", "HEAD", "DEP", "LEMMA", "POS", "MORPH", "SENT_START", "SPACY"]
    DocBin(attrs=attributes, docs=found).to_disk(path)
    return sum(map(len, found))


def write_groups(groups: Iterable[list[Tokens]], path: Path, *, vocab: Vocab) -> int:
    return write_docs((make_doc(vocab, group) for group in groups), path)
