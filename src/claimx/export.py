"""Write rows to files. Same rows, same bytes: no clocks, a fixed column order, rows already sorted.

A format is one function and one line of `FORMATS`.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimx.columns import COLUMNS
from claimx.errors import ClaimxError
from claimx.table import Row, to_table

if TYPE_CHECKING:
    import pyarrow as pa

KINDS = {column.name: column.kind for column in COLUMNS}
# what a spreadsheet may run as a formula, full-width twins included, and the guard itself
RISKY_START = re.compile(r"['=+\-@\t\r\n＝＋－＠]")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
ESCAPED = re.compile(r"\\(?:x([0-9a-f]{2})|(\\))")
GUARD = "'"
QUOTE = '"'
NEEDS_QUOTES = re.compile(r'[",\r\n]')
BOM = "\ufeff"
XLSX_MAX_CHARACTERS = 32_767
XLSX_MAX_ROWS = 1_048_576


def guard_cell(text: str) -> str:
    """Text that a spreadsheet shows and never runs; `unguard_cell` gives it back.

    Text that starts with `= + - @ '`, a tab or a line end, or that holds a control character, gets a leading `'`;
    in such a cell a backslash is doubled and a control character becomes \\x and two hex digits.
    """
    if not RISKY_START.match(text) and not CONTROL.search(text):
        return text
    escaped = CONTROL.sub(lambda match: f"\\x{ord(match.group()):02x}", text.replace("\\", "\\\\"))
    return GUARD + escaped


def unguard_cell(cell: str) -> str:
    """The text that `guard_cell` was given."""
    if not cell.startswith(GUARD):
        return cell
    return ESCAPED.sub(lambda match: chr(int(match[1], 16)) if match[1] else "\\", cell[1:])


def format_number(value: float | int | None) -> str:
    """The shortest text that reads back as the same number; "" for None."""
    if value is None:
        return ""
    return str(int(value)) if float(value).is_integer() and abs(value) < 2**53 else repr(value)


def to_csv(rows: Sequence[Row], *, excel: bool = False) -> bytes:
    """UTF-8, `\\n` line ends, a header line; `excel` adds the byte order mark by which Excel knows UTF-8."""
    lines = [",".join(KINDS)]
    for row in rows:
        lines.append(
            ",".join(
                _quote(guard_cell(row[name])) if kind == "string" else format_number(row[name])
                for name, kind in KINDS.items()
            )
        )
    return ((BOM if excel else "") + "\n".join(lines) + "\n").encode("utf-8")


def _quote(cell: str) -> str:
    # Python's own writer leaves a lone carriage return bare in some versions, which ends the row
    return f'"{cell.replace(QUOTE, QUOTE * 2)}"' if NEEDS_QUOTES.search(cell) else cell


def to_jsonl(rows: Sequence[Row]) -> bytes:
    """One JSON object a line."""
    lines = [json.dumps(row, ensure_ascii=False, separators=(", ", ": ")) + "\n" for row in rows]
    return "".join(lines).encode("utf-8")


def to_parquet(rows: Sequence[Row]) -> bytes:
    """Parquet of `table.arrow_schema`, descriptions in the fields' metadata."""
    return parquet_bytes(to_table(rows))


def parquet_bytes(table: pa.Table) -> bytes:
    """Any Arrow table as a Parquet file."""
    import pyarrow.parquet as pq

    file = io.BytesIO()
    pq.write_table(table, file, compression="zstd")
    return file.getvalue()


def to_xlsx(rows: Sequence[Row]) -> bytes:
    """A workbook with one sheet; strings are typed as strings, so none is run. Text behind 32,767 characters is cut."""
    from datetime import UTC, datetime

    import xlsxwriter

    if len(rows) >= XLSX_MAX_ROWS:
        raise ClaimxError(f"xlsx holds {XLSX_MAX_ROWS - 1:,} rows at most but got {len(rows):,}; write csv or parquet")
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        # a fixed day, or the bytes would change with the clock
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
        sheet = book.add_worksheet("claims")
        sheet.freeze_panes(1, 0)
        for at, name in enumerate(KINDS):
            sheet.write_string(0, at, name)
        for line, row in enumerate(rows, 1):
            for at, (name, kind) in enumerate(KINDS.items()):
                if kind == "string":
                    sheet.write_string(line, at, row[name][:XLSX_MAX_CHARACTERS])
                elif row[name] is not None:
                    sheet.write_number(line, at, row[name])
    return file.getvalue()


FORMATS: dict[str, Callable[[Sequence[Row]], bytes]] = {
    "csv": to_csv,
    "parquet": to_parquet,
    "jsonl": to_jsonl,
    "xlsx": to_xlsx,
}


def check_formats(formats: Sequence[str]) -> None:
    """Raise a ClaimxError for a format that does not exist."""
    for name in formats:
        if name not in FORMATS:
            raise ClaimxError(f'no format "{name}"; choose from {", ".join(FORMATS)}')


def write_rows(rows: Sequence[Row], folder: Path, *, formats: Sequence[str], excel: bool = False) -> list[Path]:
    """Write claims.<format> for each format."""
    check_formats(formats)
    written = []
    for name in dict.fromkeys(formats):
        content = to_csv(rows, excel=True) if name == "csv" and excel else FORMATS[name](rows)
        written.append(write_bytes(folder / f"claims.{name}", content))
    return written


def write_bytes(path: Path, content: bytes) -> Path:
    """Replace a file whole, so that a reader never sees half of it. A fault of the file system is a ClaimxError."""
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.write_bytes(content)
        os.replace(partial, path)
    except OSError as error:
        raise ClaimxError(f"{path}: cannot be written: {error.strerror}") from None
    return path


def iterate_csv(path: Path) -> Iterator[dict[str, str]]:
    """Cells of a CSV written here or elsewhere as plain strings, guards taken off."""
    # a sentence may be longer than the 128 KiB that csv allows a cell by default
    csv.field_size_limit(2**31 - 1)
    with path.open(encoding="utf-8-sig", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            if None in row or None in row.values():
                raise ClaimxError(f"{path}: row {number} has not as many cells as the header")
            yield {name: unguard_cell(cell) for name, cell in row.items()}


def read_claims_csv(path: str | Path) -> list[Row]:
    """Rows of a claims.csv, equal to those that were written: strings unguarded, numbers typed, None for absent."""
    return [
        {name: _typed(cell, KINDS.get(name, "string")) for name, cell in row.items()} for row in iterate_csv(Path(path))
    ]


def _typed(cell: str, kind: str) -> Any:
    if kind == "string":
        return cell
    if not cell:
        return None
    return int(cell) if kind == "integer" else float(cell)
