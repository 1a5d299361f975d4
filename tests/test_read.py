"""Files of every kind and fault. Whole articles and whole messages are compared."""

from __future__ import annotations

import codecs
import gzip
import io
import json
import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimx.errors import ReadError
from claimx.read import READERS, read_articles
from claimx.read import decode as decoding
from claimx.records import Article

TEXT = "Zinc heals.\r\nÄpfel – 5 µg “zinc”.\rIron\n"


def read(*paths: str | Path, **columns: str) -> list[tuple[str, str, str, str] | str]:
    """(id, text, title, topic) of each article, the message of each fault."""
    found: list[tuple[str, str, str, str] | str] = []
    for item in read_articles(paths, **columns):
        found.append((item.id, item.text, item.title, item.topic) if isinstance(item, Article) else str(item))
    return found


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("windows-1252"),
    ],
    ids=["utf8", "utf8-bom", "utf16le-bom", "utf16be-bom", "utf16le", "utf16be", "utf32", "windows"],
)
def test_encodings_give_the_same_text_with_its_line_ends(tmp_path: Path, content: bytes) -> None:
    assert read(write(tmp_path / "a.txt", content)) == [("a.txt", TEXT, "", "")]


def test_source_is_the_path_given(tmp_path: Path) -> None:
    path = write(tmp_path / "a.md", "# Zinc")
    assert list(read_articles([path])) == [Article("a.md", "# Zinc", source=str(path))]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"", "no text; remove it or fill it"),
        ("a.txt", codecs.BOM_UTF8 + b" \r\n\t", "no text; remove it or fill it"),
        ("a.txt", b"%PDF-1.7 ...", "a binary file, not text; save its article as text or HTML"),
        ("a.txt", bytes(range(32)) * 9, "a binary file, not text; save its article as text or HTML"),
        ("a.txt", b"Zinc \x81 heals", "not valid UTF-8 at byte 5 and not Windows-1252; save it as UTF-8"),
        (
            "a.txt",
            "亜鉛は傷を治す".encode("shift_jis"),
            "neither UTF-8, UTF-16 nor Windows-1252 text; save it as UTF-8",
        ),
        ("a.txt", codecs.BOM_UTF16_LE + b"Z\x00\x00", "not valid UTF-16-LE at byte 2; save it as UTF-8"),
        ("a.txt.gz", b"Zinc", "not a whole gzip file (Not a gzipped file (b'Zi')); compress it again"),
        ("a.docx", b"Zinc", f'unknown kind of file ".docx"; expected {", ".join(READERS)}'),
        ("a.html", b"<html><body></body></html>", "no article found in this page; save its text as .txt"),
        ("a.csv", b"a,b\n1,2\n", "no text column; name it, the columns are 'a', 'b'"),
        ("a.parquet", b"Zinc", "not a readable Parquet file"),
    ],
)
def test_a_faulty_file_is_one_line_and_the_others_go_on(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    bad, good = write(tmp_path / name, content), write(tmp_path / "b.txt", "Zinc.")
    first, second = read(bad, good)
    assert isinstance(first, str)
    assert first.startswith(f"{bad}: {message}")
    assert "\n" not in first
    assert second == ("b.txt", "Zinc.", "", "")


def test_gzip_of_a_text_and_a_damaged_one(tmp_path: Path) -> None:
    packed = gzip.compress(b"Zinc heals wounds and more." * 50)
    assert read(write(tmp_path / "a.txt.gz", packed)) == [("a.txt.gz", "Zinc heals wounds and more." * 50, "", "")]
    assert read(write(tmp_path / "b.txt.gz", packed[:-9]))[0].startswith(f"{tmp_path}/b.txt.gz: not a whole gzip file")


def test_missing_and_unreadable_paths(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert read(tmp_path / "no.txt", tmp_path / "*.md", tmp_path / "empty", "a\0b") == [
        f"{tmp_path}/no.txt: no such file or folder; check the path",
        f"{tmp_path}/*.md: no file matches; check the pattern",
        f"{tmp_path}/empty: no articles in this folder; expected files that end in {', '.join(READERS)}",
        "a\0b: no such file or folder; check the path",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "Zinc")
    path.chmod(0)
    assert read(path) == [f"{path}: cannot be read (Permission denied); check the path and its permissions"]


def test_folders_are_read_sorted_with_subfolders_and_without_other_kinds(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/c.TXT", "photo.png", ".hidden.txt", ".git/x.txt"):
        write(tmp_path / name, f"{name}.")
    assert [row[0] for row in read(tmp_path)] == ["c.TXT", "z.md", "b.txt"]


def test_globs_are_sorted_and_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md", "x[1].txt"):
        write(tmp_path / name, "Zinc.")
    assert [row[0] for row in read(tmp_path / "[ab].txt", tmp_path / "a.txt")] == ["a.txt", "b.txt"]
    assert [row[0] for row in read(tmp_path / "x[1].txt")] == ["x[1].txt"]


def test_equal_file_names_become_paths(tmp_path: Path) -> None:
    for name in ("one/a.txt", "two/a.txt", "two/b.txt"):
        write(tmp_path / name, "Zinc.")
    assert [row[0] for row in read(tmp_path)] == ["one/a.txt", "two/a.txt", "b.txt"]
    found = [row[0] for row in read(tmp_path / "one" / "a.txt", tmp_path / "two" / "a.txt")]
    assert found == [(tmp_path / "one/a.txt").as_posix(), (tmp_path / "two/a.txt").as_posix()]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Zinc heals.", ("stdin", "Zinc heals.", "", "")),
        ('{"text": "Zinc heals."}', ("stdin#1", "Zinc heals.", "", "")),
        ("<!DOCTYPE html><p>Zinc heals wounds.</p>", ("stdin", "Zinc heals wounds.", "", "")),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, content: str, expected: tuple[str, ...]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    assert read("-") == [expected]


def test_json_lines(tmp_path: Path) -> None:
    rows = [
        json.dumps({"id": "r1", "topic": "vitamin D", "title": "A", "text": "It\u2028helped."}, ensure_ascii=False),
        "",
        '{"review_text": "Fine.", "Topic": "zinc"}',
        '{"text": ',
        "[1]",
        '{"text": 5}',
        '{"text": "  "}',
        '{"a": "x", "b": "y"}',
        '{"text": "\\ud800"}',
        '{"id": "r1", "text": "Again."}',
    ]
    path = write(tmp_path / "a.jsonl", "\n".join(rows))
    assert read(path) == [
        ("a.jsonl#r1", "It\u2028helped.", "A", "vitamin D"),
        ("a.jsonl#3", "Fine.", "", "zinc"),
        f"{path}:4: not valid JSON (Expecting value: line 1 column 10 (char 9)); one object a line is expected",
        f"{path}:5: expected a JSON object but got list",
        f"{path}:6: the text is int, not a string",
        f"{path}:7: no text; remove it or fill it",
        f"{path}:8: no text column; name it, the columns are 'a', 'b'",
        f"{path}:9: half a surrogate pair at character 0; mend its encoding",
        ("a.jsonl#r1#10", "Again.", "", ""),
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_finds_its_delimiter(tmp_path: Path, delimiter: str) -> None:
    lines = [["id", "Article Text", "headline"], ["7", '"Zinc, heals; a|b.\nYes"', "On zinc"]]
    path = write(tmp_path / "a.csv", "\r\n".join(delimiter.join(line) for line in lines))
    assert read(path) == [("a.csv#7", "Zinc, heals; a|b.\nYes", "On zinc", "")]


def test_csv_rows_with_faults(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", 'text,topic\nZinc.,zinc\na,b,c\n,iron\n"open')
    assert read(path) == [
        ("a.csv#1", "Zinc.", "", "zinc"),
        f"{path}:2: expected 2 cells but got 3; quote cells that hold ','",
        f"{path}:3: no text; remove it or fill it",
        f"{path}:4: not valid CSV near line 5 (unexpected end of data); check its quotes",
    ]


def test_csv_column_can_be_named_and_a_wrong_name_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "what,text\nZinc.,no\n")
    assert read(path, text_column="what") == [("a.csv#1", "Zinc.", "", "")]
    assert read(path, text_column="words") == [f"{path}: no column \"words\"; the columns are 'what', 'text'"]


def test_csv_with_one_column_and_with_a_huge_cell(tmp_path: Path) -> None:
    huge = "Zinc heals. " * 100_000
    assert read(write(tmp_path / "a.csv", f"whatever\n{huge}\n")) == [("a.csv#1", huge, "", "")]


def test_parquet(tmp_path: Path) -> None:
    table = pa.table({"n": [1, 2, 3], "body": ["Zinc.", None, "Iron."], "subject": ["zinc", None, None]})
    path = tmp_path / "a.parquet"
    pq.write_table(table, path)
    assert read(path) == [
        ("a.parquet#1", "Zinc.", "", "zinc"),
        f"{path}:2: no text",
        ("a.parquet#3", "Iron.", "", ""),
    ]
    assert read(path, text_column="n")[0] == f"{path}:1: the text is int, not a string"


def test_size_caps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.txt", "Zinc heals.")
    monkeypatch.setattr("claimx.read.tables.MAX_ARTICLE_CHARS", 11)
    assert read(path) == [("a.txt", "Zinc heals.", "", "")]
    monkeypatch.setattr("claimx.read.tables.MAX_ARTICLE_CHARS", 10)
    assert read(path) == [f"{path}: more than 10 characters; split it"]
    monkeypatch.setattr(decoding, "MAX_FILE_BYTES", 5)
    packed = write(tmp_path / "b.txt.gz", gzip.compress(b"Zinc heals."))
    assert read(packed) == [f"{packed}: unpacks to more than 0 MB; split it"]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from(sorted({*READERS, ".txt.gz", ".csv.gz", ".bin"} - {".html", ".htm"})),
)
def test_no_bytes_raise(tmp_path: Path, content: bytes, suffix: str) -> None:
    path = write(tmp_path / f"a{suffix}", content)
    for item in [*read_articles([path])]:
        assert isinstance(item, (Article, ReadError))
        assert "\n" not in str(item) if isinstance(item, ReadError) else item.text.strip() != ""


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="<>/abpdivh1&;=\"' \n\x00é", max_size=120))
def test_no_page_raises(tmp_path: Path, content: str) -> None:
    path = write(tmp_path / "a.html", content)
    assert [type(item) in {Article, ReadError} for item in read_articles([path])] == [True]


@given(st.text(min_size=1).filter(lambda text: text.strip("\ufeff \t\r\n\x0b\x0c\u00a0\u200b") != ""))
def test_json_round_trip_keeps_every_character(text: str) -> None:
    from claimx.read.tables import Columns, read_json_lines

    line = json.dumps({"text": text}).encode()
    assert list(read_json_lines(line, "a", "a", Columns())) == [Article("a#1", text, source="a:1")]
