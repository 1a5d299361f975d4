"""Articles in the rows of a table: JSON lines, CSV and Parquet."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from claimx.data_files import DataFiles
from claimx.errors import DataError, ReadError
from claimx.read.decode import MAX_ARTICLE_CHARS, NotTextError, decode_text
from claimx.records import Article

_KINDS = ("text", "title", "topic", "id")
_DELIMITERS = ",;\t|"
_BATCH_ROWS = 256
_MOST_NAMES_SHOWN = 8
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns the user named; "" ones are guessed by the names in `data/read/columns.yaml`."""

    text: str = ""
    title: str = ""
    topic: str = ""
    id: str = ""
    data: DataFiles = field(default_factory=DataFiles)

    def choose(self, names: Sequence[str]) -> dict[str, str]:
        """The column of each kind that the table has. No text column is a NotTextError that lists what there is."""
        known = _known_names(self.data)
        chosen: dict[str, str] = {}
        by_name = {_plain(name): name for name in reversed(names)}
        for kind in _KINDS:
            if named := getattr(self, kind):
                if named not in names:
                    raise NotTextError(f'no column "{named}"; the columns are {_list_names(names)}')
                chosen[kind] = named
                continue
            guess = next((by_name[name] for name in known[kind] if name in by_name), None)
            if guess is not None and guess not in chosen.values():
                chosen[kind] = guess
        if "text" not in chosen:
            if len(names) != 1:
                raise NotTextError(f"no text column; name it, the columns are {_list_names(names)}")
            chosen = {"text": names[0]}
        return chosen


@lru_cache(maxsize=8)
def _known_names(data: DataFiles) -> dict[str, tuple[str, ...]]:
    known: dict[str, list[str]] = {kind: [] for kind in _KINDS}
    for path, content in data.yaml("read/columns.yaml"):
        if not isinstance(content, dict) or not content.keys() <= known.keys():
            raise DataError(f"expected lists named {', '.join(_KINDS)}", path=path)
        for kind, names in content.items():
            known[kind].extend(map(_plain, names))
    return {kind: tuple(names) for kind, names in known.items()}


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).lower()


def _list_names(names: Sequence[str]) -> str:
    shown = ", ".join(repr(name[:40]) for name in names[:_MOST_NAMES_SHOWN])
    return shown + (" ..." if len(names) > _MOST_NAMES_SHOWN else "") if names else "none"


def check_text(text: Any) -> str:
    """The text of an article if it is one; otherwise a NotTextError."""
    if not isinstance(text, str):
        raise NotTextError(f"the text is {type(text).__name__}, not a string" if text is not None else "no text")
    if not text.strip("\ufeff \t\r\n\x0b\x0c\u00a0\u200b"):
        raise NotTextError("no text; remove it or fill it")
    if len(text) > MAX_ARTICLE_CHARS:
        raise NotTextError(f"more than {MAX_ARTICLE_CHARS:,} characters; split it")
    if found := _SURROGATE.search(text):
        raise NotTextError(f"half a surrogate pair at character {found.start()}; mend its encoding")
    return text


class _Rows:
    """Turns rows into articles with ids that are unique in their file."""

    def __init__(self, file_id: str, label: str) -> None:
        self._file_id, self._label = file_id, label
        self._taken: set[str] = set()

    def article(self, row: Mapping[str, Any], columns: Mapping[str, str], number: int) -> Article | ReadError:
        try:
            text = check_text(row.get(columns["text"]))
        except NotTextError as error:
            return self.error(str(error), number)
        title, topic, given = (_short(row.get(columns.get(kind, ""))) for kind in ("title", "topic", "id"))
        name = f"{self._file_id}#{given or number}"
        if name in self._taken:
            name = f"{self._file_id}#{given}#{number}"
        self._taken.add(name)
        return Article(name, text, source=f"{self._label}:{number}", title=title, topic=topic)

    def error(self, message: str, number: int) -> ReadError:
        return ReadError(message, source=f"{self._label}:{number}")


def _short(value: Any) -> str:
    """A cell that names something; lone surrogates and line ends cannot be part of a name."""
    if value is None or isinstance(value, (list, dict, bytes, float)):
        return ""
    return " ".join(_SURROGATE.sub("", str(value)).split())


def read_json_lines(data: bytes, file_id: str, label: str, columns: Columns) -> Iterator[Article | ReadError]:
    """One JSON object a line; the number in ids and messages is the line's."""
    rows = _Rows(file_id, label)
    for number, line in enumerate(decode_text(data).split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            if not isinstance(row, dict):
                raise NotTextError(f"expected a JSON object but got {type(row).__name__}")
            yield rows.article(row, columns.choose(list(row)), number)
        except NotTextError as error:
            yield rows.error(str(error), number)
        except (ValueError, RecursionError) as error:
            yield rows.error(f"not valid JSON ({str(error)[:80]}); one object a line is expected", number)


def read_csv(data: bytes, file_id: str, label: str, columns: Columns) -> Iterator[Article | ReadError]:
    """Comma, semicolon, tab or bar between cells, and a header; the number in ids and messages counts rows from 1."""
    text = decode_text(data)
    csv.field_size_limit(max(csv.field_size_limit(), MAX_ARTICLE_CHARS))
    delimiter, chosen, width = _csv_layout(text, columns)
    rows = _Rows(file_id, label)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        header = next(reader)
        for cells in reader:
            if not cells:
                continue
            number += 1
            if len(cells) != width:
                yield rows.error(
                    f"expected {width} cells but got {len(cells)}; quote cells that hold {delimiter!r}", number
                )
            else:
                yield rows.article(dict(zip(header, cells, strict=True)), chosen, number)
    except csv.Error as error:
        yield rows.error(f"not valid CSV near line {reader.line_num} ({error}); check its quotes", number + 1)


def _csv_layout(text: str, columns: Columns) -> tuple[str, dict[str, str], int]:
    """The delimiter under which the header has a text column, that column, and the number of cells in a row."""
    problem: NotTextError | None = None
    layouts: list[tuple[int, str, dict[str, str]]] = []
    for delimiter in _DELIMITERS:
        try:
            header = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
            layouts.append((len(header), delimiter, columns.choose(header)))
        except csv.Error as error:
            raise NotTextError(f"not valid CSV in its header ({error}); check its quotes") from None
        except NotTextError as error:
            problem = problem if problem and len(header) < 2 else error
    if not layouts:
        raise problem or NotTextError("no header line")
    width, delimiter, chosen = max(layouts, key=lambda layout: layout[0])
    if width == 1 and problem is not None:
        raise problem
    return delimiter, chosen, width


def read_parquet(data: bytes, file_id: str, label: str, columns: Columns) -> Iterator[Article | ReadError]:
    """The number in ids and messages counts rows from 1."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(io.BytesIO(data))
        chosen = columns.choose(file.schema_arrow.names)
        rows = _Rows(file_id, label)
        number = 0
        for batch in file.iter_batches(batch_size=_BATCH_ROWS, columns=sorted(set(chosen.values()))):
            for row in batch.to_pylist():
                number += 1
                yield rows.article(row, chosen, number)
    except (pa.ArrowException, OSError) as error:
        reason = str(error).splitlines()[0][:120] if str(error) else type(error).__name__
        raise NotTextError(f"not a readable Parquet file ({reason})") from None


TableReader = Callable[[bytes, str, str, Columns], Iterator[Article | ReadError]]
