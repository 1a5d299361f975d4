"""Parses written by hand: "[N Zinc/NOUN/nsubj/eases ] eases=ease/VERB/root [C colds=cold/NOUN/obj/eases ]".

A token is word=lemma/POS.TAG/dependency/head; the lemma is the word where none is given, the tag may be left out, "_"
in a word is a space, and the head is a word, or the second such word as "it#2". Square brackets hold a mention: N
nutrient, F food, C condition, U function, D drug, P population; "[N:minerals" names it so, else it has its own words.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claimx.data_files import DataFiles
from claimx.records import Article, Claim, Label, Mention, Parse, Sentence
from claimx.relate import Relater
from claimx.relate.graph import Graph, build_graph
from claimx.relate.reader import Reader
from claimx.relate.words import Words, load_words

LABELS: dict[str, tuple[Label, str]] = {
    "N": ("NUTRIENT", "mineral"),
    "F": ("NUTRIENT", "food"),
    "C": ("CONDITION", ""),
    "U": ("FUNCTION", ""),
    "D": ("DRUG", ""),
    "P": ("POPULATION", ""),
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A parse drawn by hand with the text it is of, its words one space apart."""

    text: str
    mentions: tuple[Mention, ...]
    parse: Parse

    @property
    def sentence(self) -> Sentence:
        return Sentence(0, len(self.text), self.text, 0, 0)

    @property
    def article(self) -> Article:
        return Article("drawn.txt", self.text)

    def graph(self) -> Graph:
        return build_graph(self.parse, self.mentions, source=self.text)

    def reader(self) -> Reader:
        return Reader(self.graph(), words())


def draw(notation: str) -> Drawn:
    """Read the notation of this module."""
    rows: list[list[str]] = []
    spans: list[tuple[str, int, int]] = []
    for item in notation.split():
        if item.startswith("["):
            opened = (item[1:], len(rows))
        elif item == "]":
            spans.append((*opened, len(rows)))
        else:
            rows.append(item.split("/"))
    words = tuple(row[0].partition("=")[0].replace("_", " ") for row in rows)
    lemmas = tuple((row[0].partition("=")[2] or row[0]).replace("_", " ").lower() for row in rows)
    starts, ends, offset = [], [], 0
    for word in words:
        starts.append(offset)
        ends.append(offset + len(word))
        offset += len(word) + 1
    text = " ".join(words)
    parse = Parse(
        words=words,
        starts=tuple(starts),
        ends=tuple(ends),
        lemmas=lemmas,
        pos=tuple(row[1].partition(".")[0] for row in rows),
        tags=tuple(row[1].partition(".")[2] for row in rows),
        deps=tuple(row[2] for row in rows),
        heads=tuple(_find(words, row[3]) if len(row) > 3 else place for place, row in enumerate(rows)),
    )
    mentions = tuple(_mention(mark, text, start=starts[low], end=ends[high - 1]) for mark, low, high in spans)
    return Drawn(text, mentions, parse)


def _find(words: tuple[str, ...], head: str) -> int:
    word, _, number = head.replace("_", " ").partition("#")
    places = [place for place, other in enumerate(words) if other == word]
    return places[int(number or 1) - 1]


def _mention(mark: str, text: str, *, start: int, end: int) -> Mention:
    kind, _, name = mark.partition(":")
    label, subtype = LABELS[kind]
    surface = text[start:end]
    return Mention(label, start, end, surface, name.replace("_", " ") or surface.lower(), subtype=subtype)


@cache
def words() -> Words:
    return load_words(DataFiles())


@cache
def relater() -> Relater:
    return Relater(DataFiles())


def relate(notation: str) -> list[Claim]:
    """The claims of a drawn sentence, pronouns not resolved."""
    drawn = draw(notation)
    return relater().relate(drawn.sentence, drawn.mentions, drawn.parse, text=drawn.text)


def show(claims: list[Claim]) -> list[tuple[str, str, str, str]]:
    """(nutrient as written, state, relation, object) of each claim, as "zinc", "intake", "TREATS", "colds"."""
    return [
        (claim.nutrient.surface, claim.nutrient_state, claim.relation, claim.object.surface if claim.object else "")
        for claim in claims
    ]
