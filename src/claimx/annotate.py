"""Parts of speech, features, heads and labels of sentences, from any spaCy pipeline with a parser.

A pipeline of the packaged shape is run by `claimx.vectors` and `claimx.decode`, which give what spaCy would in a
fraction of the time; any other goes through spaCy.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from claimx.decode import Decoder, read_decoder
from claimx.vectors import Floats, WordVectors, read_vectors

_COLUMNS: list[int | str] = ["HEAD", "POS", "DEP", "TAG", "MORPH"]
_HASHES = 2**64
# words parsed together at most; more do not fit into the processor's nearer memory
_MOST_WORDS = 2000


@dataclass(frozen=True, slots=True)
class Shown:
    """The words of one sentence as the model sees them, and whether a space follows each."""

    words: list[str]
    spaces: list[bool]


@dataclass(frozen=True, slots=True)
class Annotation:
    """One entry a word. `tags` are empty strings when the pipeline has no tagger; a root's head is itself."""

    pos: list[str]
    tags: list[str]
    feats: list[str]
    heads: list[int]
    labels: list[str]


class Annotator(Protocol):
    def annotate(self, sentences: Sequence[Shown], *, batch_size: int) -> list[Annotation]:
        """Annotations in the order of `sentences`, which must not be empty; best sorted by length."""
        ...


def make_annotator(nlp: Language) -> Annotator:
    return read_fast_annotator(nlp) or SpacyAnnotator(nlp)


@dataclass(frozen=True, slots=True)
class SpacyAnnotator:
    """Every sentence as a document of its own through `nlp.pipe`."""

    nlp: Language
    _strings: dict[int, str] = field(init=False, default_factory=dict)

    def annotate(self, sentences: Sequence[Shown], *, batch_size: int) -> list[Annotation]:
        docs = (make_doc(self.nlp, sentence) for sentence in sentences)
        return [self._read(doc) for doc in self.nlp.pipe(docs, batch_size=batch_size)]

    def _read(self, doc: Doc) -> Annotation:
        columns = doc.to_array(_COLUMNS).astype(np.int64).T.tolist()
        heads = [index + step for index, step in enumerate(columns[0])]
        # strings are keyed by unsigned hashes
        pos, labels, tags, feats = ([self._string(key % _HASHES) for key in column] for column in columns[1:])
        return Annotation(pos, tags, feats, heads, labels)

    def _string(self, key: int) -> str:
        found = self._strings.get(key)
        if found is None:
            found = self._strings[key] = self.nlp.vocab.strings[key] if key else ""
        return found


def make_doc(nlp: Language, sentence: Shown) -> Doc:
    # one sentence by construction: the parser must not break it
    bounds: list[bool | int | None] = [True, *([False] * (len(sentence.words) - 1))]
    return Doc(nlp.vocab, words=sentence.words, spaces=sentence.spaces, sent_starts=bounds)


@dataclass(frozen=True, slots=True)
class FastAnnotator:
    """tok2vec, morphologizer and parser of the packaged shape. `pos` and `feats` go by class of the morphologizer."""

    vectors: WordVectors
    decoder: Decoder
    weights: Floats
    bias: Floats
    pos: tuple[str, ...]
    feats: tuple[str, ...]

    def annotate(self, sentences: Sequence[Shown], *, batch_size: int) -> list[Annotation]:
        found: list[Annotation] = []
        for batch in _batches([sentence.words for sentence in sentences], size=batch_size):
            found += self._annotate(batch)
        return found

    def _annotate(self, sentences: Sequence[Sequence[str]]) -> Iterator[Annotation]:
        vectors = self.vectors.of(sentences)
        lengths = [len(words) for words in sentences]
        heads, labels = self.decoder.parse(vectors, lengths)
        classes = (vectors @ self.weights + self.bias).argmax(axis=1).tolist()
        pos = [self.pos[each] for each in classes]
        feats = [self.feats[each] for each in classes]
        start = 0
        for length in lengths:
            end = start + length
            yield Annotation(pos[start:end], [""] * length, feats[start:end], heads[start:end], labels[start:end])
            start = end


def _batches(sentences: Sequence[Sequence[str]], *, size: int) -> Iterator[list[Sequence[str]]]:
    batch: list[Sequence[str]] = []
    words = 0
    for sentence in sentences:
        if batch and (len(batch) == size or words + len(sentence) > _MOST_WORDS):
            yield batch
            batch, words = [], 0
        batch.append(sentence)
        words += len(sentence)
    if batch:
        yield batch


def read_fast_annotator(nlp: Language) -> FastAnnotator | None:
    """The fast way, if `nlp` is tok2vec, morphologizer and parser of the shapes it knows and nothing else."""
    if nlp.pipe_names != ["tok2vec", "morphologizer", "parser"]:
        return None
    vectors, decoder = read_vectors(nlp), read_decoder(nlp)
    tagger: Any = nlp.get_pipe("morphologizer")
    outputs = [node for node in tagger.model.walk() if node.name == "softmax"]
    if vectors is None or decoder is None or len(outputs) != 1 or tagger.cfg.get("extend"):
        return None
    morphology = nlp.vocab.morphology
    named, kinds = tagger.cfg["labels_morph"], tagger.cfg["labels_pos"]
    return FastAnnotator(
        vectors,
        decoder,
        weights=np.ascontiguousarray(outputs[0].get_param("W").T),
        bias=outputs[0].get_param("b"),
        pos=tuple(nlp.vocab.strings[kinds[label]] if kinds.get(label) else "" for label in tagger.labels),
        feats=tuple(nlp.vocab.strings[morphology.add(named.get(label, ""))] for label in tagger.labels),
    )
