"""Make training sentences look like what the parser meets: folded doses, headings, no full stop, swapped words."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from treebank import Tokens, Word

from claimx.data_files import read_tsv

# one word that the tokenizer keeps whole and no text holds
DOSE_WORD = "DOSEMG"
_UNITS = frozenset(
    {"mg", "g", "mcg", "µg", "μg", "ug", "kg", "ml", "mL", "l", "IU", "milligrams", "grams", "micrograms", "ounces"}
)  # fmt: skip
_FOLD, _LOWER, _UPPER, _NO_STOP, _TITLE = 0.7, 0.04, 0.01, 0.10, 0.05
_LONGEST_TITLE = 12
_SWAP = 0.6
_CLAUSAL = frozenset({"xcomp", "ccomp", "compound:prt", "iobj", "expl"})
_SMALL = frozenset({"ADP", "DET", "CCONJ", "PART", "SCONJ"})


def fold_words(words: list[Word], first: int, last: int, *, form: str, feats: str = "Number=Plur") -> list[Word] | None:
    """`words[first:last]` as one noun called `form`, hung where the span hangs; None when the span has two heads."""
    inside = range(first, last)
    tops = [i for i in inside if words[i].head - 1 not in inside]
    if len(tops) != 1:
        return None
    top = words[tops[0]]
    folded = replace(top, form=form, lemma=form, pos="NOUN", tag="NNS", feats=feats, space=words[last - 1].space)
    shrink = last - first - 1

    def moved(head: int) -> int:
        if head == 0 or head - 1 < first:
            return head
        return first + 1 if head - 1 < last else head - shrink

    kept = [*words[:first], folded, *words[last:]]
    return [replace(word, head=moved(word.head)) for word in kept]


def fold_doses(sentence: Tokens, chance: random.Random) -> Tokens:
    """Some of the amounts ("300 mg", "300 to 600 mg") as the one word that the parser shows for a dose."""
    words = sentence.words
    i = len(words) - 1
    while i > 0:
        first = _amount_start(words, i)
        if first < i and chance.random() < _FOLD:
            words = fold_words(words, first, i + 1, form=DOSE_WORD) or words
            i = first
        i -= 1
    return replace_words(sentence, words)


def _amount_start(words: list[Word], unit: int) -> int:
    if words[unit].form not in _UNITS or words[unit - 1].pos != "NUM":
        return unit
    start = unit - 1
    while start > 1 and words[start - 2].pos == "NUM" and words[start - 1].form in ("to", "-", "–", "or"):
        start -= 2
    return start


def replace_words(sentence: Tokens, words: list[Word]) -> Tokens:
    return Tokens(words, sentence.new_paragraph, sentence.comments)


def roughen(sentence: Tokens, chance: random.Random) -> Tokens:
    """Now and then: lower case, capitals, a heading's capitals, or no full stop."""
    words = sentence.words
    draw = chance.random()
    if draw < _LOWER:
        words = [replace(word, form=word.form.lower()) for word in words]
    elif draw < _LOWER + _UPPER:
        words = [replace(word, form=word.form.upper()) for word in words]
    elif draw < _LOWER + _UPPER + _TITLE and len(words) <= _LONGEST_TITLE:
        words = [
            word if word.pos in _SMALL else replace(word, form=word.form[:1].upper() + word.form[1:]) for word in words
        ]
    if chance.random() < _NO_STOP and len(words) > 2 and words[-1].form == "." and words[-1].label == "punct":
        words = words[:-1]
    return replace_words(sentence, words)


@dataclass(frozen=True, slots=True)
class Swaps:
    """Word classes: for each (class, slot) its words, and the places of each word."""

    members: dict[tuple[str, str], list[tuple[str, str]]]
    places: dict[tuple[str, str], tuple[str, str]]


_VERB_TAGS = {"base": ("VB", "VBP"), "third": ("VBZ",), "past": ("VBD",), "participle": ("VBN",), "gerund": ("VBG",)}
_NOUN_TAGS = ("NN", "NNS", "NNP")


def read_swaps(path: Path) -> Swaps:
    """Read `swaps.tsv`; a noun fills the base column only."""
    members: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    places: dict[tuple[str, str], tuple[str, str]] = {}
    for row in read_tsv(path):
        for slot, verb_tags in _VERB_TAGS.items():
            if row[slot]:
                key = (row["class"], slot)
                members[key].append((row[slot], row["base"]))
                for tag in verb_tags if row["class"] == "verb" else _NOUN_TAGS:
                    places[row[slot], tag] = key
    return Swaps(dict(members), places)


def vary(sentence: Tokens, swaps: Swaps, chance: random.Random) -> Tokens:
    """A copy with some words replaced by others of their class; heads and labels stay."""
    words = list(sentence.words)
    for i, word in enumerate(sentence.words):
        place = swaps.places.get((word.form.lower(), word.tag))
        if place is None or chance.random() > _SWAP or not _may_swap(sentence.words, i):
            continue
        form, lemma = chance.choice(swaps.members[place])
        if word.form[0].isupper() and i == 0:
            form = form[0].upper() + form[1:]
        words[i] = replace(word, form=form, lemma=lemma)
    return replace_words(sentence, words)


def _may_swap(words: list[Word], i: int) -> bool:
    if i > 0 and words[i - 1].form.lower() in ("a", "an"):
        return False
    if words[i].pos != "VERB":
        return words[i].pos in ("NOUN", "PROPN") and words[i].label not in ("flat", "fixed", "goeswith")
    labels = {word.label for word in words if word.head == i + 1}
    return bool(labels & {"obj", "nsubj:pass"}) and not labels & _CLAUSAL


def varied(sentences: Iterable[Tokens], swaps: Swaps, *, copies: int, seed: int) -> Iterator[Tokens]:
    """Every sentence as it is and `copies` variants of it, roughened."""
    chance = random.Random(seed)
    for sentence in sentences:
        yield sentence
        for _ in range(copies):
            yield roughen(vary(sentence, swaps, chance), chance)
