"""Run the pipeline over many articles: only what is new or changed, in any number of processes, to the same bytes."""

from __future__ import annotations

import json
import signal
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass, field, replace
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from claimx.balance import make_cards, to_jsonl
from claimx.cache import Cache, article_key
from claimx.consensus import compare, consensus_table
from claimx.data_files import DataFiles
from claimx.errors import ClaimxError, ReadError
from claimx.export import parquet_bytes, write_bytes, write_rows
from claimx.fingerprint import fingerprint, versions
from claimx.guide import load_guide
from claimx.records import Article
from claimx.table import Row, row_order, to_rows

if TYPE_CHECKING:
    import pyarrow as pa

    from claimx.beyond import Reading
    from claimx.pipeline import Extractor

    Given = TypeVar("Given", Article, Reading)

CACHE_NAME = ".cache.sqlite"
CONSENSUS_NAME, BALANCE_NAME = "consensus.parquet", "balance.jsonl"
# loading the stages in a worker takes as long as reading some ten thousand words
MIN_CHARACTERS_A_WORKER = 200_000


@dataclass(frozen=True, slots=True)
class Options:
    """What a run depends on besides the articles. `min_confidence` leaves out rows below it when writing, `link` ties
    misspelt names to the lexicon, `second` lets the second reader read beside the rules."""

    data: tuple[Path, ...] = ()
    model: str | None = None
    jobs: int = 1
    min_confidence: float = 0.0
    link: bool = False
    second: bool = True


@dataclass(frozen=True, slots=True)
class Problem:
    """An article that failed: to be read (kind "unreadable") or in a stage (the exception's type), and where."""

    source: str
    kind: str
    message: str
    place: str = ""
    traceback: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article: rows in order, and how many sentences it has."""

    article: Article
    rows: list[Row] = field(default_factory=list)
    sentences: int = 0
    problem: Problem | None = None
    reused: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run: outcomes by article id, and what could not be read."""

    outcomes: list[Outcome]
    unreadable: list[Problem]
    options: Options

    @property
    def rows(self) -> list[Row]:
        """All rows from `min_confidence` up, in the order in which they are written."""
        least = self.options.min_confidence
        return sorted((row for done in self.outcomes for row in done.rows if row["confidence"] >= least), key=row_order)

    @property
    def problems(self) -> list[Problem]:
        return [*self.unreadable, *(done.problem for done in self.outcomes if done.problem)]

    @property
    def counts(self) -> dict[str, object]:
        """Articles, sentences, claims, claims by relation (most frequent first), problems."""
        rows = self.rows
        relations = sorted(Counter(row["relation"] for row in rows).items(), key=lambda item: (-item[1], item[0]))
        return {
            "articles": len(self.outcomes),
            "sentences": sum(done.sentences for done in self.outcomes),
            "claims": len(rows),
            "claims_by_relation": dict(relations),
            "problems": len(self.problems),
        }


def run(
    found: Iterable[Article | ReadError],
    options: Options,
    *,
    cache_folder: Path | None = None,
    on_start: Callable[[int], None] | None = None,
    on_done: Callable[[Outcome], None] | None = None,
    on_unmapped: Callable[[Sequence[str]], None] | None = None,
) -> Run:
    """Extract every article that `cache_folder` does not already hold, and drop from it those that are gone.

    `on_start` is told how many articles there are, `on_done` each outcome, those from the cache first, and
    `on_unmapped`, once, those labels of the pipeline that stand for nothing here, unless nothing is new.
    """
    articles, unreadable = _sort_out(found)
    if on_start:
        on_start(len(articles))
    done: dict[str, Outcome] = {}
    with Cache(cache_folder / CACHE_NAME if cache_folder else None) as cache:
        for outcome in _outcomes(articles, options, cache=cache, on_unmapped=on_unmapped or (lambda _: None)):
            done[outcome.article.id] = outcome
            if on_done:
                on_done(outcome)
    return Run([done[article.id] for article in articles], unreadable, options)


def _outcomes(
    articles: Sequence[Article], options: Options, *, cache: Cache, on_unmapped: Callable[[Sequence[str]], None]
) -> Iterator[Outcome]:
    mark = mark_of(options)
    keys = {article.id: article_key(article, mark) for article in articles}
    new = []
    for article in articles:
        known = cache.get(keys[article.id])
        if known is None:
            new.append(article)
        else:
            yield Outcome(replace(article, title=known["title"]), known["rows"], known["sentences"], reused=True)
    for outcome in extract_all(new, options, on_unmapped=on_unmapped):
        if outcome.problem is None:
            cache.put(keys[outcome.article.id], _cached(outcome))
        yield outcome
    cache.keep_only(keys.values())


def _cached(outcome: Outcome) -> dict[str, object]:
    return {"title": outcome.article.title, "rows": outcome.rows, "sentences": outcome.sentences}


def _sort_out(found: Iterable[Article | ReadError]) -> tuple[list[Article], list[Problem]]:
    articles: dict[str, Article] = {}
    problems = []
    for item in found:
        fault = item if isinstance(item, ReadError) else _fault(item, articles)
        if fault is not None:
            problems.append(Problem(fault.source, "unreadable", str(fault)))
        elif isinstance(item, Article):
            articles[item.id] = item
    return [articles[key] for key in sorted(articles)], sorted(problems, key=lambda p: (p.source, p.message))


def _fault(article: Article, known: dict[str, Article]) -> ReadError | None:
    source = article.source or article.id
    if article.id in known:
        other = known[article.id].source
        return ReadError(f'id "{article.id}" is taken by {other}; rename one of them', source=source)
    try:
        article.text.encode("utf-8")
    except UnicodeEncodeError as error:
        return ReadError(f"half a surrogate pair at character {error.start}, which no file can hold", source=source)
    return None


def extract_all(
    articles: Sequence[Article], options: Options, *, on_unmapped: Callable[[Sequence[str]], None]
) -> Iterator[Outcome]:
    """Outcomes in the order of the articles, from worker processes when there is work for more than one."""
    if not articles:
        return
    # spaCy takes a second to import, which a run with nothing new need not pay
    from claimx.pipeline import group_articles

    groups = list(group_articles(articles))
    characters = sum(len(article.text) for article in articles)
    workers = min(options.jobs, len(groups), characters // MIN_CHARACTERS_A_WORKER)
    if workers <= 1:
        extractor = _load(options)
        on_unmapped(extractor.unmapped)
        for group in groups:
            yield from extract_group(group, extractor)
        return
    # a forked copy of a process that has threads (numpy's) may hang
    context = get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_start_worker, initargs=(options,)) as pool:
        try:
            for number, (outcomes, unmapped) in enumerate(pool.map(_work, groups)):
                if number == 0:
                    on_unmapped(unmapped)
                yield from outcomes
        except BrokenProcessPool:
            raise ClaimxError("a worker process died, perhaps for want of memory; try --jobs 1") from None
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def extract_group(articles: Sequence[Article], extractor: Extractor) -> list[Outcome]:
    """Outcomes of articles parsed together. Whatever goes wrong inside one article becomes its `problem`."""
    prepared = [_attempt(article, extractor.prepare) for article in articles]
    good = [reading for reading in prepared if not isinstance(reading, Outcome)]
    parsed: list[Reading | Outcome]
    try:
        parsed = [*extractor.parse(good)]
    except Exception:
        # one of them is at fault: find it by parsing each alone
        parsed = [_attempt(reading, lambda one: extractor.parse([one])[0]) for reading in good]
    rest = iter(parsed)
    readings = [item if isinstance(item, Outcome) else next(rest) for item in prepared]
    return [item if isinstance(item, Outcome) else _relate(item, extractor) for item in readings]


def _attempt(item: Given, stage: Callable[[Given], Reading]) -> Reading | Outcome:
    try:
        return stage(item)
    except Exception as error:
        return _fail(item if isinstance(item, Article) else item.article, error)


def _relate(reading: Reading, extractor: Extractor) -> Outcome:
    try:
        return Outcome(reading.article, to_rows(extractor.relate(reading)), len(reading.sentences))
    except Exception as error:
        return _fail(reading.article, error)


def _fail(article: Article, error: Exception) -> Outcome:
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).parent.name in {"claimx", "relate", "qualify"}] or frames
    place = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}"
    text = "".join(traceback.format_exception(error))
    problem = Problem(article.source or article.id, type(error).__name__, str(error), place, text)
    return Outcome(article, problem=problem)


_worker: list[Extractor | ClaimxError] = []


def _load(options: Options) -> Extractor:
    from claimx.pipeline import load

    return load(options.data, model=options.model, link=options.link, second=options.second)


def _start_worker(options: Options) -> None:
    # a person's Ctrl-C goes to every process; the parent alone answers it
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        _worker.append(_load(options))
    except ClaimxError as error:
        # what is raised here would only break the pool; of a plain error all can be sent to the parent
        _worker.append(ClaimxError(str(error)))


def _work(articles: Sequence[Article]) -> tuple[list[Outcome], tuple[str, ...]]:
    extractor = _worker[0]
    if isinstance(extractor, ClaimxError):
        raise extractor
    return extract_group(articles, extractor), extractor.unmapped


def write_run(done: Run, folder: Path, *, formats: Sequence[str], excel: bool = False) -> list[Path]:
    """Write claims.<format>, articles.parquet, consensus.parquet, balance.jsonl and run.json."""
    rows, guide = done.rows, load_guide(DataFiles(done.options.data))
    written = write_rows(rows, folder, formats=formats, excel=excel)
    written.append(write_bytes(folder / "articles.parquet", parquet_bytes(articles_table(done))))
    written.append(write_bytes(folder / CONSENSUS_NAME, parquet_bytes(consensus_table(compare(rows, guide)))))
    titles = {outcome.article.id: outcome.article.title for outcome in done.outcomes if outcome.problem is None}
    written.append(write_bytes(folder / BALANCE_NAME, to_jsonl(make_cards(rows, guide, titles=titles))))
    written.append(write_bytes(folder / "run.json", run_report(done)))
    return written


def articles_table(done: Run) -> pa.Table:
    """The exact texts that the rows' offsets point into: doc_id, title, topic, source, text."""
    import pyarrow as pa

    names = ("doc_id", "title", "topic", "source", "text")
    schema = pa.schema([pa.field(name, pa.string(), nullable=False) for name in names])
    articles = [outcome.article for outcome in done.outcomes]
    return pa.Table.from_pylist([{"doc_id": a.id, **{n: getattr(a, n) for n in names[1:]}} for a in articles], schema)


def mark_of(options: Options) -> str:
    """The fingerprint of a run with these options."""
    return fingerprint(options.data, options.model, link=options.link, second=options.second)


def run_report(done: Run) -> bytes:
    """run.json: versions, hash of data and code, options, counts, problems. No clocks: same run, same bytes."""
    report = {
        "versions": versions(),
        "fingerprint": mark_of(done.options),
        "model": done.options.model or "packaged",
        "second_reader": done.options.second,
        "min_confidence": done.options.min_confidence,
        "counts": done.counts,
        "problems": [asdict(replace(problem, traceback="")) for problem in done.problems],
    }
    return (json.dumps(report, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
