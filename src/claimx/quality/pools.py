"""Sets of articles with gold: the splits of the corpus, and any folder of texts beside its gold file."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimx.beyond import Reading
from claimx.confidence import Features, describe
from claimx.errors import ClaimxError, ReadError
from claimx.pipeline import Extractor
from claimx.read import read_articles
from claimx.records import Article, Claim
from claimx.score import Row, complete_row, load_rows
from claimx.table import to_row

NO_SPLIT = "none"
INDEX_NAME = "index.csv"


@dataclass(frozen=True, slots=True)
class Pool:
    """Articles whose every row is in `gold`; an article without gold rows holds no claim."""

    name: str
    paths: tuple[Path, ...]
    gold: list[Row]


@dataclass(frozen=True, slots=True)
class Extract:
    """What the extractor made of one article: the reading, its claims, and a row for each as the scorer sees it.

    `doc` is the article's name in gold. Of claims with one id the surest stays, as in the written rows; `claims`,
    `features` and `rows` run in parallel.
    """

    doc: str
    reading: Reading
    claims: list[Claim]
    features: list[Features]
    rows: list[Row]


def corpus_pools(folder: Path) -> list[Pool]:
    """The splits that index.csv names ("dev", "test"), each with gold/<split>.jsonl; split "none" is left out."""
    index = folder / INDEX_NAME
    try:
        with index.open(encoding="utf-8", newline="") as file:
            listed = list(csv.DictReader(file))
    except OSError as error:
        raise ClaimxError(f"{index}: cannot be read: {error.strerror}") from None
    splits: dict[str, list[Path]] = defaultdict(list)
    for line in listed:
        if line["split"] != NO_SPLIT:
            splits[line["split"]].append(folder / "articles" / line["file"])
    return [
        Pool(name, tuple(sorted(splits[name])), load_rows(folder / "gold" / f"{name}.jsonl")) for name in sorted(splits)
    ]


def folder_pool(folder: Path) -> Pool | None:
    """The texts of a folder with the gold of the file beside it (news/ and news.jsonl); None when either is absent."""
    gold = folder.with_name(f"{folder.name}.jsonl")
    if not folder.is_dir() or not gold.is_file():
        return None
    return Pool(folder.name, (folder,), load_rows(gold))


def extract_pool(pool: Pool, extractor: Extractor) -> list[Extract]:
    """Every article of a pool read as a user's would be, in the order of ids; one that cannot be read is an error."""
    articles = read_pool(pool)
    readings = extractor.parse([extractor.prepare(article) for article in articles])
    docs = frozenset(row["doc"] for row in pool.gold)
    return [_extract(reading, extractor, docs) for reading in readings]


def _extract(reading: Reading, extractor: Extractor, docs: frozenset[str]) -> Extract:
    found = extractor.relate_ungraded(reading)
    kept: dict[str, tuple[Claim, Features, Row]] = {}
    for claim, features in zip(extractor.grade(found), describe(found), strict=True):
        row = to_row(claim)
        known = kept.get(row["claim_id"])
        if known is None or row["confidence"] > known[2]["confidence"]:
            kept[row["claim_id"]] = (claim, features, row)
    rows = [place_row(complete_row(row), docs) for *_, row in kept.values()]
    return Extract(
        name_in_gold(reading.article, docs),
        reading,
        [claim for claim, *_ in kept.values()],
        [item for _, item, _ in kept.values()],
        rows,
    )


def read_pool(pool: Pool) -> list[Article]:
    """The articles of a pool in the order of their ids; one that cannot be read is an error."""
    return sorted(_articles(pool.paths), key=lambda article: article.id)


def name_in_gold(article: Article, docs: frozenset[str]) -> str:
    """What the gold, whose documents are `docs`, calls an article."""
    name: str = place_row(complete_row({"doc_id": article.id}), docs)["doc"]
    return name


def place_row(row: Row, docs: frozenset[str]) -> Row:
    """The row with the gold's name for its article: gold may name the file that holds many articles ("a.jsonl#7")."""
    file, mark, _ = row["doc"].rpartition("#")
    return {**row, "doc": file} if mark and row["doc"] not in docs and file in docs else row


def _articles(paths: Sequence[Path]) -> Iterator[Article]:
    for item in read_articles(paths):
        if isinstance(item, ReadError):
            raise item
        yield item
