"""Rows of an earlier run, from its folder or from one of its files."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from pathlib import Path

from claimx.errors import ClaimxError
from claimx.export import read_claims_csv
from claimx.table import Row, row_order


def read_rows(path: Path, *, needs: Collection[str] = ("claim_id", "claim_group")) -> list[Row]:
    """Rows of a claims file (.parquet, .jsonl, .csv) or of a folder that holds one, in the order of the files.

    A file that lacks a column of `needs`, as one of an earlier release may, is a ClaimxError.
    """
    source = _find(path) if path.is_dir() else path
    read = READERS.get(source.suffix)
    if read is None:
        raise ClaimxError(f"{source}: expected a file that ends in {', '.join(READERS)}")
    try:
        rows = read(source)
    except (OSError, ValueError) as error:
        raise ClaimxError(f"{source}: cannot be read: {_reason(error)}") from None
    for row in rows:
        lacking = [name for name in needs if name not in row]
        if lacking:
            raise ClaimxError(f'{source}: has no column "{lacking[0]}"; extract again')
    return sorted(rows, key=row_order)


def read_titles(path: Path) -> dict[str, str]:
    """Titles by doc_id of the articles of a run's folder; none for a file of rows alone."""
    articles = path / "articles.parquet"
    if not articles.is_file():
        return {}
    import pyarrow.parquet as pq

    table = pq.read_table(articles, columns=["doc_id", "title"])
    return {row["doc_id"]: row["title"] for row in table.to_pylist()}


def _find(folder: Path) -> Path:
    found = [folder / f"claims{ending}" for ending in READERS if (folder / f"claims{ending}").is_file()]
    if not found:
        names = ", ".join(f"claims{ending}" for ending in READERS)
        raise ClaimxError(f"{folder}: holds no {names}; run claimx extract with --out {folder} first")
    return found[0]


def _read_parquet(path: Path) -> list[Row]:
    import pyarrow.parquet as pq

    rows: list[Row] = pq.read_table(path).to_pylist()
    return rows


def _read_jsonl(path: Path) -> list[Row]:
    # not splitlines: a sentence may hold a character that it takes for a line end
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


def _reason(error: OSError | ValueError) -> str:
    return str(error.strerror) if isinstance(error, OSError) and error.strerror else str(error)


READERS: dict[str, Callable[[Path], list[Row]]] = {
    ".parquet": _read_parquet,
    ".jsonl": _read_jsonl,
    ".csv": read_claims_csv,
}
