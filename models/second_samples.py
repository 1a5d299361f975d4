"""Write what the second reader learns from: the pairs of every sentence, with the relation that gold gives each.

    python models/second_samples.py OUT CORPUS [--also POOL ...]

Of the corpus it takes the articles of the split dev and the passages that are there to be learned from; a POOL is a
folder of articles with a file of gold rows beside it. The examples of the rules come last: their gold is what the rules
make of them. OUT gets one line a window.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from claimx.errors import run_script
from claimx.pipeline import Extractor, load
from claimx.quality.pools import Pool, corpus_pools, folder_pool, name_in_gold, read_pool
from claimx.records import Article, Mention
from claimx.relate.rules import load_rules
from claimx.score import Comparer, Row, complete_row, load_comparer, quotes_overlap
from claimx.second.network import RELATIONS, STATES
from claimx.second.pairs import Shown, show
from claimx.second.pieces import Pieces, load_pieces
from claimx.table import to_rows
from claimx.topic import Context

PIECES = Path(__file__).parent / "second_reader" / "pieces.txt"
LEARNED = ("passages-learned", "passages-read")
SPLIT = "dev"
# what stands for others of its kind as well
EXCHANGED = ("NUTRIENT", "CONDITION", "DRUG")


class Names:
    """What gold calls a nutrient and what the lexicon calls it, compared: "docosahexaenoic acid" is DHA."""

    def __init__(self, extractor: Extractor) -> None:
        self.comparer = load_comparer(extractor.data)
        self.extractor = extractor
        self.known: dict[str, str] = {}

    def of(self, name: str) -> set[str]:
        """The names that a nutrient goes by, in the lexicon or not."""
        if name not in self.known:
            tagged = chain(*self.extractor.prepare(Article(id="name", text=name)).mentions)
            whole = (item.name for item in tagged if item.label == "NUTRIENT" and len(item.surface) == len(name))
            self.known[name] = next(whole, name)
        return {self.comparer.name(name), self.comparer.name(self.known[name])}


def samples(pools: Sequence[Pool]) -> Iterator[dict[str, Any]]:
    extractor = load(second=False)
    names = Names(extractor)
    pieces = load_pieces(PIECES)
    for article, gold in chain(*map(_of_pool, pools), _of_rules(extractor)):
        yield from _of_article(article, gold, extractor, names, pieces)


def _of_pool(pool: Pool) -> Iterator[tuple[Article, list[Row]]]:
    by_doc: dict[str, list[Row]] = defaultdict(list)
    for row in pool.gold:
        by_doc[row["doc"]].append(row)
    for article in read_pool(pool):
        yield article, by_doc[name_in_gold(article, frozenset(by_doc))]


def _of_rules(extractor: Extractor) -> Iterator[tuple[Article, list[Row]]]:
    rules = load_rules(extractor.data).rules
    texts = [text for rule in rules for text in (*(example.text for example in rule.examples), *rule.decoys)]
    for text in dict.fromkeys(texts):
        yield Article(id="rules", text=text), [complete_row(row) for row in to_rows(extractor.extract(text))]


def _of_article(
    article: Article, gold: Sequence[Row], extractor: Extractor, names: Names, pieces: Pieces
) -> Iterator[dict[str, Any]]:
    reading = extractor.prepare(article)
    context = Context(reading.article, reading.sentences, reading.mentions, {}, extractor.relater.words)
    for shown in show(context, pieces):
        own = {
            number: [
                row for row in gold if row["object"] and quotes_overlap(row["quote"], context.sentences[number].text)
            ]
            for number in {pair.number for pair in shown.pairs}
        }
        yield _sample(shown, own, names)


def _sample(shown: Shown, gold: dict[int, list[Row]], names: Names) -> dict[str, Any]:
    """`gold` holds the rows of each sentence."""
    labels: dict[int, Row] = {}
    for number, rows in gold.items():
        pairs = [(at, pair) for at, pair in enumerate(shown.pairs) if pair.number == number]
        objects = {pair.object.start: pair.object for _, pair in pairs}
        for row in rows:
            meant = _meant(row, objects, names.comparer)
            wanted = names.of(row["nutrient_name"])
            for at, pair in pairs:
                named = {names.comparer.name(pair.nutrient.name), names.comparer.name(pair.nutrient.surface)}
                if pair.object.start in meant and not wanted.isdisjoint(named):
                    labels.setdefault(at, row)
    named = {pair.nutrient_at: pair.nutrient for pair in shown.pairs}
    named |= {pair.object_at: pair.object for pair in shown.pairs if pair.object.label in EXCHANGED}
    return {
        "pieces": shown.pieces,
        "kinds": shown.kinds,
        "pairs": [
            [*pair.nutrient_at, *pair.object_at, *pair.sentence_at, int(pair.before), *_label(labels.get(at))]
            for at, pair in enumerate(shown.pairs)
        ],
        "named": [[*at, item.name, _kind(item)] for at, item in sorted(named.items())],
    }


def _kind(item: Mention) -> str:
    return item.subtype if item.label == "NUTRIENT" else item.label


def _meant(row: Row, objects: dict[int, Mention], comparer: Comparer) -> set[int]:
    """Where the objects stand that a gold row means: those written as its own, else those that agree with it."""
    same = {start for start, item in objects.items() if item.surface.lower() == row["object"].lower()}
    said = [row["object"], row.get("object_name") or row["object"]]
    return same or {
        start
        for start, item in objects.items()
        if any(comparer.objects_agree(each, name) for each in said for name in (item.surface, item.name))
    }


def _label(row: Row | None) -> tuple[int, int, int]:
    """The relation, from 1, 0 for none; whether it is denied; the state."""
    if row is None:
        return 0, 0, 0
    state = row.get("nutrient_state") or STATES[0]
    return RELATIONS.index(row["relation"]) + 1, int(row["polarity"] == "negated"), STATES.index(state)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--also", type=Path, action="append", default=[], help="folder of texts, gold beside it")
    given = parser.parse_args()
    pools = [pool for pool in corpus_pools(given.corpus) if pool.name == SPLIT]
    for folder in (*(given.corpus / name for name in LEARNED), *given.also):
        pool = folder_pool(folder)
        if pool is None:
            parser.error(f"{folder}: no such folder, or no gold beside it")
        pools.append(pool)
    with given.out.open("w", encoding="utf-8") as out:
        for sample in samples(pools):
            out.write(json.dumps(sample) + "\n")


if __name__ == "__main__":
    run_script(main)
