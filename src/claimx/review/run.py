"""A finished run as the review reads it: rows by claim id, and the articles that their offsets point into."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from claimx.errors import ClaimxError
from claimx.export import read_claims_csv
from claimx.records import Article
from claimx.table import Row, row_order


@dataclass(frozen=True)
class ReviewRun:
    """Rows in the order of the files, and articles by id."""

    folder: Path
    rows: list[Row]
    articles: dict[str, Article]

    @cached_property
    def by_id(self) -> dict[str, Row]:
        return {row["claim_id"]: row for row in self.rows}

    @cached_property
    def by_doc(self) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {doc_id: [] for doc_id in self.articles}
        for row in self.rows:
            found[row["doc_id"]].append(row)
        return found

    def text(self, doc_id: str) -> str:
        return self.articles[doc_id].text


def load_run(folder: Path) -> ReviewRun:
    """Read claims.parquet (or .jsonl, or .csv) and articles.parquet of an output folder.

    A row whose article is missing, or whose spans do not give its words back, is a ClaimxError: rows and articles
    then come from different runs.
    """
    articles = _read_articles(folder / "articles.parquet")
    rows = sorted(_read_rows(folder), key=row_order)
    for row in rows:
        article = articles.get(row["doc_id"])
        if article is None or article.text[row["sent_start"] : row["sent_end"]] != row["sentence"]:
            raise ClaimxError(
                f'{folder}: claim {row["claim_id"]} does not fit articles.parquet ("{row["doc_id"]}"); extract again'
            )
    return ReviewRun(folder, rows, articles)


def _read_rows(folder: Path) -> list[Row]:
    readers: dict[str, Callable[[Path], list[Row]]] = {
        "claims.parquet": _read_parquet,
        "claims.jsonl": _read_jsonl,
        "claims.csv": read_claims_csv,
    }
    for name, read in readers.items():
        path = folder / name
        if path.is_file():
            try:
                return read(path)
            except (OSError, ValueError) as error:
                raise ClaimxError(f"{path}: cannot be read: {error}") from None
    raise ClaimxError(f"{folder}: holds no {', '.join(readers)}; run claimx extract with --out {folder} first")


def _read_parquet(path: Path) -> list[Row]:
    import pyarrow.parquet as pq

    rows: list[Row] = pq.read_table(path).to_pylist()
    return rows


def _read_jsonl(path: Path) -> list[Row]:
    # not splitlines: a sentence may hold a character that it takes for a line end
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


def _read_articles(path: Path) -> dict[str, Article]:
    if not path.is_file():
        raise ClaimxError(f"{path}: no such file; run claimx extract first")
    try:
        found = _read_parquet(path)
    except (OSError, ValueError) as error:
        raise ClaimxError(f"{path}: cannot be read: {error}") from None
    return {
        row["doc_id"]: Article(row["doc_id"], row["text"], source=row["source"], title=row["title"], topic=row["topic"])
        for row in sorted(found, key=lambda row: str(row["doc_id"]))
    }
