from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import make_claim
from claimx.columns import COLUMNS
from claimx.errors import ClaimxError
from claimx.export import FORMATS, format_number, guard_cell, read_claims_csv, to_csv, unguard_cell, write_rows
from claimx.table import Row, arrow_schema, to_rows

ROWS = to_rows([make_claim(), make_claim(relation="SAFE_FOR", object=None, dose=None)])
# what UTF-8 can hold: no half of a surrogate pair
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
RISKY = st.text(st.sampled_from("=+-@'\t\r\n\\x1b\x00\x1b\x7f\x85＝,\";|a"), max_size=12)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "string": TEXT | RISKY,
    "integer": st.none() | st.integers(0, 2**53),
    "number": st.none() | st.floats(allow_nan=False, allow_infinity=False),
}
ROW = st.fixed_dictionaries({column.name: VALUES[column.kind] for column in COLUMNS})


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("zinc", "zinc"),
        ("5-HTP", "5-HTP"),
        ("", ""),
        ("a\\b", "a\\b"),
        ("two\nlines", "two\nlines"),
        ("=SUM(A1)", "'=SUM(A1)"),
        ("+1", "'+1"),
        ("-5", "'-5"),
        ("@home", "'@home"),
        ("\ttab", "'\ttab"),
        ("\rreturn", "'\rreturn"),
        ("'quoted'", "''quoted'"),
        ("a\x1bb", "'a\\x1bb"),
        ("=\\", "'=\\\\"),
    ],
)
def test_risky_cells_are_guarded_and_others_left_alone(text: str, cell: str) -> None:
    assert guard_cell(text) == cell
    assert unguard_cell(cell) == text


@given(TEXT | RISKY)
def test_guard_is_reversible_and_harmless(text: str) -> None:
    cell = guard_cell(text)
    assert unguard_cell(cell) == text
    assert cell[:1] not in set("=+-@\t\r\n")


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (600.0, "600"), (-2.5, "-2.5"), (1e10, "10000000000"), (0.1, "0.1"), (7, "7"), (1e300, "1e+300")],
)
def test_numbers_are_short_and_exact(value: float | None, text: str) -> None:
    assert format_number(value) == text


@given(st.lists(ROW, max_size=3))
def test_csv_round_trip(tmp_path_factory: pytest.TempPathFactory, rows: list[Row]) -> None:
    path = tmp_path_factory.mktemp("csv") / "claims.csv"
    path.write_bytes(to_csv(rows))
    assert read_claims_csv(path) == rows


@given(st.lists(ROW, max_size=3))
def test_parquet_and_jsonl_round_trips(rows: list[Row]) -> None:
    table = pq.read_table(io.BytesIO(FORMATS["parquet"](rows)))
    assert table.to_pylist() == rows
    assert table.schema.equals(arrow_schema(), check_metadata=True)
    lines = FORMATS["jsonl"](rows).decode().split("\n")
    assert [json.loads(line) for line in lines[:-1]] == rows


def test_csv_is_read_by_python_and_pandas_alike(tmp_path: Path) -> None:
    import pandas as pd

    (path,) = write_rows(ROWS, tmp_path, formats=["csv"])
    with path.open(encoding="utf-8", newline="") as file:
        cells = list(csv.DictReader(file))
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    assert frame.to_dict("records") == cells
    assert [cell["nutrient"] for cell in cells] == ["Zinc", "Zinc"]


def test_excel_option_adds_the_byte_order_mark_and_still_reads(tmp_path: Path) -> None:
    (path,) = write_rows(ROWS, tmp_path, formats=["csv"], excel=True)
    assert path.read_bytes() == b"\xef\xbb\xbf" + to_csv(ROWS)
    assert read_claims_csv(path) == ROWS


def test_csv_with_a_short_row_names_it(tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_text("a,b\n1,2\n3\n", encoding="utf-8")
    with pytest.raises(ClaimxError, match=r"claims\.csv: row 3 has not as many cells as the header"):
        read_claims_csv(path)


def test_workbook_holds_text_as_text() -> None:
    risky = [{**to_rows([make_claim()])[0], "sentence": "=1+1", "title": "a\x1bb", "section": "https://example.org"}]
    sheet = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"](risky)))["claims"]
    header, cells = list(sheet.iter_rows())
    found = {name.value: cell for name, cell in zip(header, cells, strict=True)}
    assert (found["sentence"].value, found["sentence"].data_type) == ("=1+1", "s")
    assert found["section"].value == "https://example.org"
    assert (found["dose_min"].value, found["dose_min"].data_type) == (15, "n")
    assert found["link_score"].value is None


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_same_rows_give_same_bytes(name: str) -> None:
    assert FORMATS[name](ROWS) == FORMATS[name](
        to_rows([make_claim(relation="SAFE_FOR", object=None, dose=None), make_claim()])
    )


def test_write_rows_writes_each_format_once(tmp_path: Path) -> None:
    paths = write_rows(ROWS, tmp_path, formats=["csv", "jsonl", "csv"])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["claims.csv", "claims.jsonl"]
    assert [path.read_bytes() for path in paths] == [FORMATS["csv"](ROWS), FORMATS["jsonl"](ROWS)]


def test_unknown_format_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(ClaimxError, match='no format "json"; choose from csv, parquet, jsonl, xlsx'):
        write_rows(ROWS, tmp_path, formats=["csv", "json"])
    assert list(tmp_path.iterdir()) == []
