"""What each language model is worth: F1 of the claims found with it, and its speed.

    python benchmarks/parsers.py [MODEL ...]

Measured are the packaged model, the same without its trees (every rule reads by distance), all installed spaCy
pipelines with a parser, and the MODELs, folders or packages. Claims are those of the corpus, split by split, and of
`../shared/gold/medquad` where it is beside the project; F1 is strict. Speed is processor time on one thread: words a
second from article to rows; and the parse of the sentences that may hold a claim, as a ratio to the stock small shape
of `speed.py`, warm and on a first pass.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.util import get_installed_models
from speed import CORPUS, best_time, read_corpus, stock_pipeline
from thinc.api import NumpyOps, set_current_ops

from claimx.annotate import FastAnnotator
from claimx.data_files import DataFiles
from claimx.errors import ClaimxError
from claimx.ops import use_fast_ops
from claimx.pipeline import Extractor, load
from claimx.quality.pools import Pool, corpus_pools, extract_pool, folder_pool
from claimx.records import Article, Mention, Sentence
from claimx.score import load_comparer, score

ROOT = CORPUS.parents[1]
MEDQUAD = ROOT.parent / "shared" / "gold" / "medquad"
OURS, TREELESS = "ours", "ours, no trees"


class Treeless:
    """In place of a decoder: every word hangs on its sentence's first, by a label that says nothing."""

    def parse(self, _: object, lengths: Sequence[int]) -> tuple[list[int], list[str]]:
        return [0] * sum(lengths), [label for length in lengths for label in ("ROOT", *["dep"] * (length - 1))]


@dataclass(frozen=True, slots=True)
class Line:
    """One model. `claims` is F1 by pool; `parse` and `first` are ratios to the stock shape's warm and first pass."""

    name: str
    claims: dict[str, float]
    words_a_second: float
    parse: float
    first: float
    unmapped: tuple[str, ...]


def find_models(named: Sequence[str]) -> Iterator[tuple[str, Callable[[], Extractor]]]:
    """A name and a loader for each model to be measured."""
    yield OURS, load
    yield TREELESS, load_treeless
    for name in dict.fromkeys([*sorted(get_installed_models()), *named]):
        yield name, lambda name=name: load(model=name)


def load_treeless() -> Extractor:
    """The packaged model's parts of speech without its parse, which is not made either."""
    extractor = load()
    annotator = extractor.parser._annotator
    assert isinstance(annotator, FastAnnotator)
    extractor.parser._annotator = replace(annotator, decoder=Treeless())
    return extractor


@dataclass(frozen=True, slots=True)
class Stock:
    """Processor seconds of the stock shape over the sentences that may hold a claim."""

    warm: float
    first: float


def gated(extractor: Extractor, articles: Sequence[Article]) -> list[tuple[Sentence, list[Mention]]]:
    readings = [extractor.prepare(article) for article in articles]
    pairs = [pair for reading in readings for pair in zip(reading.sentences, reading.mentions, strict=True)]
    return [pair for pair in pairs if extractor.gate.may_hold_claim(*pair)]


def time_stock(articles: Sequence[Article]) -> Stock:
    texts = [sentence.text for sentence, _ in gated(load(), articles)]
    # as it comes: with the matrix product that spaCy takes by itself
    set_current_ops(NumpyOps())
    stock: Language = stock_pipeline()
    first = seconds(lambda: list(stock.pipe(texts, batch_size=128)))
    warm = best_time(lambda: list(stock.pipe(texts, batch_size=128)))
    use_fast_ops()
    return Stock(warm, first)


def seconds(action: Callable[[], object]) -> float:
    start = time.process_time()
    action()
    return time.process_time() - start


def measure(
    name: str, extractor: Extractor, *, articles: Sequence[Article], pools: Sequence[Pool], stock: Stock
) -> Line:
    items = gated(extractor, articles)
    first = seconds(lambda: extractor.parser.parse(items))
    warm = best_time(lambda: extractor.parser.parse(items))
    comparer = load_comparer(DataFiles())
    claims = {}
    for pool in pools:
        rows = [row for extract in extract_pool(pool, extractor) for row in extract.rows]
        claims[pool.name] = score(pool.gold, rows, comparer).strict.f1
    words = sum(len(article.text.split()) for article in articles)
    whole = best_time(lambda: list(extractor.pipe(articles)))
    return Line(name, claims, words / whole, stock.warm / warm, stock.first / first, extractor.unmapped)


def format_head(pools: Sequence[Pool]) -> str:
    names = "".join(f"{pool.name:>9}" for pool in pools)
    return f"{'model, F1 of claims and speed':32}{names}{'words/s':>9}{'parse':>8}{'first':>8}"


def format_line(line: Line) -> str:
    claims = "".join(f"{100 * figure:9.1f}" for figure in line.claims.values())
    text = f"{line.name[-32:]:32}{claims}{line.words_a_second:>9,.0f}{line.parse:>7.1f}x{line.first:>7.1f}x"
    return text + (f"\n  read as dep: {', '.join(line.unmapped)}" if line.unmapped else "")


def main(named: Sequence[str]) -> None:
    articles = read_corpus(CORPUS)
    pools = [*corpus_pools(ROOT / "corpus"), *filter(None, [folder_pool(MEDQUAD)])]
    stock = time_stock(articles)
    print(format_head(pools), flush=True)
    for name, make in find_models(named):
        try:
            extractor = make()
        except ClaimxError as error:
            print(f"{name}: {error}", flush=True)
            continue
        print(format_line(measure(name, extractor, articles=articles, pools=pools, stock=stock)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
