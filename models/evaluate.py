"""Score a pipeline: per set on raw text, per core label, on single sentences as the parser sees them, and its speed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example

CORE = (
    "nsubj",
    "nsubj:pass",
    "obj",
    "obl",
    "nmod",
    "conj",
    "xcomp",
    "ccomp",
    "acl",
    "acl:relcl",
    "advcl",
    "csubj",
    "root",
)


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Percentages. `labels` are labelled attachment F per label."""

    name: str
    sentences: int
    words: int
    pos: float
    feats: float
    uas: float
    las: float
    sentence_f: float
    labels: dict[str, float] = field(default_factory=dict)


def read_docs(path: Path, nlp: Language) -> list[Doc]:
    return list(DocBin().from_disk(path).get_docs(nlp.vocab))


def score_raw(nlp: Language, docs: Sequence[Doc], *, name: str) -> Accuracy:
    """Accuracy from raw text, tokens and sentence bounds included."""
    return _accuracy(name, docs, nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in docs]))


def score_sentences(nlp: Language, docs: Sequence[Doc], *, name: str) -> Accuracy:
    """Accuracy sentence by sentence on the treebank's tokens: what the parser gets from the segmenter."""
    gold = [sentence.as_doc() for doc in docs for sentence in doc.sents]
    bare = [
        Doc(
            nlp.vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            sent_starts=[True, *([False] * (len(doc) - 1))],
        )
        for doc in gold
    ]
    examples = [Example(doc, reference) for doc, reference in zip(bare, gold, strict=True)]
    return _accuracy(name, gold, nlp.evaluate(examples))


def _accuracy(name: str, docs: Sequence[Doc], scores: dict[str, Any]) -> Accuracy:
    per_label = scores.get("dep_las_per_type") or {}
    return Accuracy(
        name=name,
        sentences=sum(len(list(doc.sents)) for doc in docs),
        words=sum(len(doc) for doc in docs),
        pos=_percent(scores["pos_acc"]),
        feats=_percent(scores["morph_acc"]),
        uas=_percent(scores["dep_uas"]),
        las=_percent(scores["dep_las"]),
        sentence_f=_percent(scores["sents_f"]),
        labels={label: _percent(per_label[label]["f"]) for label in CORE if label in per_label},
    )


def as_dict(accuracy: Accuracy) -> dict[str, Any]:
    return asdict(accuracy)


def _percent(value: float | None) -> float:
    return round(100 * (value or 0.0), 2)
