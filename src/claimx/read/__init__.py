"""Read articles from files, folders, globs and standard input.

To add a format, write one function and give it one line in READERS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from claimx.data_files import DataFiles
from claimx.errors import ReadError
from claimx.read.decode import MAX_ARTICLE_CHARS, MAX_FILE_BYTES, NotTextError, decode_text
from claimx.read.page import declared_charset, extract_page
from claimx.read.sources import Source, find_sources
from claimx.read.tables import Columns, check_text, read_csv, read_json_lines, read_parquet
from claimx.records import Article

__all__ = ["MAX_ARTICLE_CHARS", "MAX_FILE_BYTES", "READERS", "read_articles"]

Reader: TypeAlias = Callable[[bytes, str, str, Columns], Iterator[Article | ReadError]]
_SNIFFED = 512


def read_articles(
    paths: Sequence[str | Path],
    *,
    text_column: str | None = None,
    title_column: str | None = None,
    topic_column: str | None = None,
    id_column: str | None = None,
    data: DataFiles | None = None,
) -> Iterator[Article | ReadError]:
    """Every article behind the paths, and a ReadError for each file or row that holds none; never raises for an input.

    A path is a file (.txt .md .html .htm .jsonl .ndjson .csv .tsv .parquet, each also as .gz), a folder (read with its
    subfolders, sorted; files of other kinds and hidden ones are passed over), a glob, or "-" for standard input.
    An article's id is its file's name, or its path inside the folder where names clash; a row's is "file#id" or
    "file#number". Columns that are not named are guessed by the names in `data/read/columns.yaml`.
    Files above MAX_FILE_BYTES and articles above MAX_ARTICLE_CHARS are errors.
    """
    columns = Columns(text_column or "", title_column or "", topic_column or "", id_column or "", data or DataFiles())
    for source in find_sources(paths, suffixes=READERS):
        if isinstance(source, ReadError):
            yield source
            continue
        try:
            content = source.load()
            yield from _reader_for(source, content)(content, source.id, source.label, columns)
        except NotTextError as error:
            yield ReadError(str(error), source=source.label)


def _reader_for(source: Source, content: bytes) -> Reader:
    if source.suffix in READERS:
        return READERS[source.suffix]
    if source.suffix and source.path is not None:
        raise NotTextError(f'unknown kind of file "{source.suffix}"; expected {", ".join(READERS)}')
    start = content[:_SNIFFED].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return READERS[".html"]
    return READERS[".jsonl"] if start.startswith(b'{"') else READERS[".txt"]


def _read_text(data: bytes, file_id: str, label: str, _: Columns) -> Iterator[Article]:
    yield Article(file_id, check_text(decode_text(data)), source=label)


def _read_html(data: bytes, file_id: str, label: str, _: Columns) -> Iterator[Article]:
    text, title = extract_page(check_text(decode_text(data, declared=declared_charset(data))))
    if not text:
        raise NotTextError("no article found in this page; save its text as .txt")
    yield Article(file_id, check_text(text), source=label, title=title)


READERS: dict[str, Reader] = {
    ".txt": _read_text,
    ".md": _read_text,
    ".html": _read_html,
    ".htm": _read_html,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".parquet": read_parquet,
}
