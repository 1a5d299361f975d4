"""CRAFT's dependencies (ClearNLP style) as Universal Dependencies, its words annotated the way EWT does."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from treebank import Document, Tokens, Word

from claimx.clearnlp import to_universal
from claimx.prepositions import FixedPairs
from claimx.tree import Tree

_POS_OF_TAG = {
    "MD": "AUX", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON", "EX": "PRON", "CD": "NUM", "NNP": "PROPN",
    "NNPS": "PROPN", "TO": "PART", "POS": "PART", "IN": "ADP", "RP": "ADP", "LS": "X",
}  # fmt: skip
_FROZEN_POS = {"AUX", "VERB", "PRON", "DET", "PROPN", "SCONJ", "NUM"}
_GENE_PLURAL = re.compile(r"[A-Z0-9\-]+s")
_MASKED_LEMMA = re.compile(r"#.+#")
_FEWEST = 5


@dataclass(slots=True)
class Usage:
    """What EWT and GUM do with a word: its features, parts of speech and lemmas by lower form and Penn tag."""

    feats: dict[tuple[str, str, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    tag_feats: dict[tuple[str, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    pos: dict[tuple[str, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    lemmas: dict[tuple[str, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    signs: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def count_usage(documents: Iterable[Document]) -> Usage:
    usage = Usage()
    for document in documents:
        for sentence in document.sentences:
            for word in sentence.words:
                lower = word.form.lower()
                usage.feats[lower, word.tag, word.pos][word.feats] += 1
                usage.tag_feats[word.tag, word.pos][word.feats] += 1
                usage.pos[lower, word.tag][word.pos] += 1
                usage.lemmas[lower, word.tag][word.lemma] += 1
                if len(lower) == 1 and not lower.isalnum():
                    usage.signs[lower][word.pos] += 1
    return usage


def convert_documents(documents: Iterable[Document], usage: Usage, *, fixed: FixedPairs) -> list[Document]:
    """Converted copies; a sentence whose tree has no single root or a cycle is left out."""
    converted = []
    for document in documents:
        sentences = [convert_sentence(sentence, usage, fixed=fixed) for sentence in document.sentences]
        converted.append(Document(document.name, [sentence for sentence in sentences if sentence is not None]))
    return converted


def convert_sentence(sentence: Tokens, usage: Usage, *, fixed: FixedPairs) -> Tokens | None:
    tree = _tree(sentence.words)
    to_universal(tree, fixed)
    _turn_as_well_as(tree)
    for i in tree.words():
        if tree.labels[i] in ("aux", "aux:pass", "cop") and tree.is_verb(i):
            tree.pos[i] = "AUX"
    if tree.heads[1:].count(0) != 1 or any(_in_cycle(tree, i) for i in tree.words()):
        return None
    words = [_finish(word, tree, i, usage) for i, word in enumerate(sentence.words, 1)]
    return Tokens(words, sentence.new_paragraph, sentence.comments)


def _tree(words: list[Word]) -> Tree:
    pos = [_pos(word) for word in words]
    return Tree(
        forms=["", *(word.form.lower() for word in words)],
        lemmas=["", *(word.lemma for word in words)],
        tags=["", *(word.tag for word in words)],
        pos=["", *pos],
        heads=[0, *(word.head for word in words)],
        labels=["", *(word.label for word in words)],
    )


def _pos(word: Word) -> str:
    lower = word.form.lower()
    if word.tag in _POS_OF_TAG:
        return _POS_OF_TAG[word.tag]
    if word.tag == "WDT":
        return "DET" if word.label == "det" else "PRON"
    if lower in ("not", "n't"):
        return "PART"
    if lower == "%":
        return "SYM"
    if word.tag == "HYPH":
        return "SYM" if lower == "/" else "PUNCT"
    if word.tag == "DT" and word.label != "det" and lower in ("this", "that", "these", "those"):
        return "PRON"
    return word.pos


def _turn_as_well_as(tree: Tree) -> None:
    for first in range(1, len(tree) - 2):
        phrase = (first, first + 1, first + 2)
        if tree.forms[first : first + 3] != ["as", "well", "as"] or any(tree.labels[i] == "root" for i in phrase):
            continue
        if any(tree.heads[i] in phrase for i in tree.words() if i not in phrase):
            continue
        conjuncts = [
            i for i in tree.words() if first + 2 < i < first + 25 and tree.labels[i] == "conj" and tree.heads[i] < first
        ]
        outside = [tree.heads[i] for i in phrase if tree.heads[i] not in phrase]
        target = conjuncts[0] if conjuncts else (outside[0] if outside else 0)
        if target:
            tree.heads[first : first + 3] = [target, first, first]
            tree.labels[first : first + 3] = ["cc", "fixed", "fixed"]
            tree.pos[first : first + 3] = ["ADV", "ADV", "ADP"]


def _in_cycle(tree: Tree, word: int) -> bool:
    return tree.heads[word] != 0 and tree.depth(word) >= len(tree)


def _finish(word: Word, tree: Tree, i: int, usage: Usage) -> Word:
    lower, tag, pos, label = tree.forms[i], tree.tags[i], tree.pos[i], tree.labels[i]
    if lower == "/" and label == "cc":
        pos, label = "PUNCT", "punct"
    tag = {"(": "-LRB-", "[": "-LRB-", ")": "-RRB-", "]": "-RRB-"}.get(lower, tag)
    seen = usage.pos.get((lower, tag))
    fits = (lower, tag, pos) in usage.feats
    if pos not in _FROZEN_POS and seen and not fits and seen.total() >= (_FEWEST if pos != "ADP" else 3):
        pos = seen.most_common(1)[0][0]
    if tag in ("NFP", "SYM"):
        pos = "PUNCT" if word.label == "punct" else "SYM"
    if len(lower) == 1 and not lower.isalnum() and seen and lower != "-":
        pos = "PUNCT" if label == "punct" else usage.signs[lower].most_common(1)[0][0]
    feats = _feats(tree, i, tag=tag, pos=pos, usage=usage)
    return replace(
        word, tag=tag, pos=pos, feats=feats, lemma=_lemma(word, tag, pos, usage), head=tree.heads[i], label=label
    )


def _feats(tree: Tree, i: int, *, tag: str, pos: str, usage: Usage) -> str:
    if tag == "VBN":
        if pos == "ADJ":
            return "Degree=Pos"
        children = tree.children(i)
        has_have = any(tree.labels[c] == "aux" and tree.lemmas[c] == "have" for c in children)
        perfect = has_have and not any(tree.labels[c] == "aux:pass" for c in children)
        return "Tense=Past|VerbForm=Part" + ("" if perfect or pos == "AUX" else "|Voice=Pass")
    seen = usage.feats.get((tree.forms[i], tag, pos)) or usage.tag_feats.get((tag, pos))
    return seen.most_common(1)[0][0] if seen else ""


def _lemma(word: Word, tag: str, pos: str, usage: Usage) -> str:
    seen = usage.lemmas.get((word.form.lower(), tag))
    if _MASKED_LEMMA.fullmatch(word.lemma):
        return word.form
    if seen and pos != "PROPN":
        return seen.most_common(1)[0][0]
    if tag == "NNS" and _GENE_PLURAL.fullmatch(word.form):
        return word.form[:-1]
    if pos == "PROPN" or any(letter.isupper() for letter in word.form[1:]):
        return word.form[: len(word.lemma)] if word.form.lower().startswith(word.lemma) else word.form
    return word.lemma
