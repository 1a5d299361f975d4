"""Words a second: claimx end to end, its stages up to the parse, and a spaCy pipeline of the stock small shape.

The stock shape is that of spaCy's small English pipelines without ner and lemmatizer (tok2vec of width 96 and depth 4,
tagger, parser), with weights that were never trained: they cost the same time and say nothing. Both read the
corpus, one process; `make bench` sets one thread. Times are processor time, the best of REPEATS.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Example

import claimx
from claimx.records import Article
from claimx.table import to_rows

CORPUS = Path(__file__).parent.parent / "corpus" / "articles"
REPEATS = 3
STOCK_EMBEDDING = {
    "width": 96,
    "depth": 4,
    "embed_size": 2000,
    "window_size": 1,
    "maxout_pieces": 3,
    "subword_features": True,
    "pretrained_vectors": None,
}
STOCK_PARSER = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "parser",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
}


def stock_pipeline() -> Language:
    """The stock small shape with random weights; labels as many as the stock pipelines have."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": {"@architectures": "spacy.HashEmbedCNN.v2", **STOCK_EMBEDDING}})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}
    tagger = nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    parser = nlp.add_pipe("parser", config={"model": {**STOCK_PARSER, "tok2vec": listener}})
    for number in range(50):
        tagger.add_label(f"T{number}")
    for number in range(45):
        parser.add_label(f"d{number}")
    doc = nlp.make_doc("Zinc helps .")
    example = Example.from_dict(doc, {"tags": ["T1", "T2", "T3"], "heads": [1, 1, 1], "deps": ["d1", "ROOT", "d2"]})
    nlp.initialize(lambda: [example])
    return nlp


def best_time(action: Callable[[], object]) -> float:
    """Processor seconds of the fastest of REPEATS runs; other work on the machine does not count."""
    times = []
    for _ in range(REPEATS):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times)


def read_corpus(folder: Path) -> list[Article]:
    return [item for item in claimx.read_articles([str(folder)]) if isinstance(item, Article)]


def report(name: str, seconds: float, *, words: int) -> None:
    print(f"{name:34} {words / seconds:>10,.0f} words/s {seconds:>8.2f} s")


def main(arguments: Sequence[str]) -> None:
    articles = read_corpus(Path(arguments[0]) if arguments else CORPUS)
    words = sum(len(article.text.split()) for article in articles)
    print(f"{len(articles)} articles, {words:,} words")
    started = time.perf_counter()
    extractor = claimx.load()
    print(f"claimx loads in {time.perf_counter() - started:.2f} s")
    stock = stock_pipeline()
    report("claimx, files to rows", best_time(lambda: end_to_end(extractor, folder=arguments)), words=words)
    report("claimx, up to the parse", best_time(lambda: [extractor.read(article) for article in articles]), words=words)
    texts = [article.text for article in articles]
    report("stock-shaped spaCy, parse only", best_time(lambda: list(stock.pipe(texts))), words=words)


def end_to_end(extractor: claimx.Extractor, *, folder: Sequence[str]) -> None:
    for article in read_corpus(Path(folder[0]) if folder else CORPUS):
        to_rows(extractor.extract(article))


if __name__ == "__main__":
    main(sys.argv[1:])
