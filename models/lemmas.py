"""Learn the lemma tables of `claimx.lemma` from treebanks: suffix edits that mostly hold, and exceptions."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from claimx.lemma import Lemmatizer

Edit: TypeAlias = tuple[int, str]
Counts: TypeAlias = Counter[tuple[str, str, str]]

INFLECTED = ("ADJ", "ADV", "NOUN", "VERB")
CLOSED = ("ADP", "AUX", "CCONJ", "DET", "NUM", "PART", "PRON", "SCONJ")
WORD = re.compile(r"['’]?[^\W\d_]+([-'’][^\W\d_]+)*")
LONGEST_SUFFIX = 6
FEWEST_WORDS = 3
LEAST_SHARE = 0.6
# "mg" -> "milligram" and the like: an expansion, not a lemma
LONGEST_GROWTH = 3


def count_lemmas(sentences: Iterable[Iterable[tuple[str, str, str, str]]], *, keep_plural: bool) -> Counts:
    """Count (lower form, part of speech, lemma) over tokens (form, lemma, pos, feats).

    With `keep_plural` False, plurals in -s that stand as their own lemma are left out: CRAFT leaves gene names so.
    """
    counts: Counts = Counter()
    for sentence in sentences:
        for form, lemma, pos, feats in sentence:
            if not keep_plural and "Plur" in feats and form.lower() == lemma.lower():
                continue
            if not WORD.fullmatch(form) or not WORD.fullmatch(lemma) or len(lemma) > len(form) + LONGEST_GROWTH:
                continue
            counts[form.lower(), pos, lemma if pos == "PROPN" else lemma.lower()] += 1
    return counts


def learn(counts: Counts) -> Lemmatizer:
    """The tables that give each counted word its most frequent lemma."""
    lemmas: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (form, pos, lemma), count in sorted(counts.items()):
        lemmas[form, pos][lemma] += count
    usual = {key: sorted(found.items(), key=lambda item: (-item[1], item[0]))[0][0] for key, found in lemmas.items()}
    suffixes = _learn_suffixes(usual)
    tables = Lemmatizer({}, suffixes, LONGEST_SUFFIX)
    words: dict[tuple[str, str], str] = {}
    for (form, pos), lemma in sorted(usual.items()):
        if pos == "PROPN":
            if lemma.lower() != form and lemmas[form, pos][lemma] > 1:
                words[form, pos] = lemma
        elif pos in INFLECTED + CLOSED and tables.lemma(form, pos) != lemma:
            words[form, pos] = lemma
    return Lemmatizer(words, suffixes, LONGEST_SUFFIX)


def _learn_suffixes(usual: dict[tuple[str, str], str]) -> dict[tuple[str, str], Edit]:
    edits: dict[tuple[int, str, str], Counter[Edit]] = defaultdict(Counter)
    for (form, pos), lemma in usual.items():
        if pos in INFLECTED:
            for length in range(min(LONGEST_SUFFIX, len(form) - 2) + 1):
                edits[length, pos, form[len(form) - length :]][_edit(form, lemma)] += 1
    rules: dict[tuple[str, str], Edit] = {}
    for (length, pos, suffix), found in sorted(edits.items()):
        edit, count = sorted(found.items(), key=lambda item: (-item[1], item[0]))[0]
        if length == 0:
            rules[pos, ""] = (0, "")
        elif count >= FEWEST_WORDS and count / found.total() > LEAST_SHARE and edit != _shorter(rules, pos, suffix):
            rules[pos, suffix] = edit
    return rules


def _shorter(rules: dict[tuple[str, str], Edit], pos: str, suffix: str) -> Edit:
    for start in range(1, len(suffix) + 1):
        edit = rules.get((pos, suffix[start:]))
        if edit is not None:
            return edit
    return (0, "")


def _edit(form: str, lemma: str) -> Edit:
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return len(form) - same, lemma[same:]


def write(tables: Lemmatizer, folder: Path) -> None:
    """Write `words.tsv` and `suffixes.tsv`, sorted."""
    folder.mkdir(parents=True, exist_ok=True)
    note = "# Learned from the treebanks by models/build.py; do not edit by hand.\n"
    words = [f"{form}\t{pos}\t{lemma}\n" for (form, pos), lemma in sorted(tables.words.items())]
    (folder / "words.tsv").write_text(note + "form\tpos\tlemma\n" + "".join(words), encoding="utf-8")
    rules = [f"{pos}\t{suffix}\t{strip}\t{add}\n" for (pos, suffix), (strip, add) in sorted(tables.suffixes.items())]
    (folder / "suffixes.tsv").write_text(note + "pos\tsuffix\tstrip\tadd\n" + "".join(rules), encoding="utf-8")
