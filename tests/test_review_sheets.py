from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from claimx.errors import ClaimxError
from claimx.export import guard_cell
from claimx.review.formats import export_review, import_review
from claimx.review.run import ReviewRun
from claimx.review.sheets import SHEET_COLUMNS
from claimx.review.store import ERROR_TYPES, VERDICTS
from claimx.review.verdicts import Verdicts, gather
from claimx.table import to_rows
from review_cases import ZINC, find_row, make_claim, make_rows, make_run


def read_cells(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def write_cells(path: Path, rows: list[dict[str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, SHEET_COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.fixture
def run(tmp_path: Path) -> ReviewRun:
    return make_run(tmp_path / "out")


@pytest.fixture
def cells(run: ReviewRun) -> list[dict[str, str]]:
    export_review(run, Verdicts(), form="csv")
    return read_cells(run.folder / "review.csv")


def test_filled_in_sheet_gives_its_verdicts(run: ReviewRun, cells: list[dict[str, str]], tmp_path: Path) -> None:
    cells[0] |= {"verdict": "Right"}
    cells[1] |= {"verdict": "wrong", "error": "relation", "relation": "TREATS", "note": "eases it"}
    cells[2] |= {"verdict": "wrong", "error": "not_a_claim", "relation": "CAUSES"}
    found = import_review(run, Verdicts(), write_cells(tmp_path / "back.csv", cells), reviewer="ann")
    assert (found.problems, found.unchanged) == ([], 4)
    assert [(e.reviewer, e.verdict, e.error, e.note, e.correction) for e in found.events] == [
        ("ann", "right", "", "", {}),
        ("ann", "wrong", "relation", "eases it", {"relation": "TREATS"}),
        ("ann", "wrong", "not_a_claim", "", {}),
    ]
    assert [event.claim_id for event in found.events] == [row["claim_id"] for row in cells[:3]]


def test_lines_that_cannot_be_taken_are_named_with_the_reason(
    run: ReviewRun, cells: list[dict[str, str]], tmp_path: Path
) -> None:
    cells[0] |= {"verdict": "maybe"}
    cells[1] |= {"verdict": "wrong", "error": ""}
    cells[2] |= {"verdict": "right", "error": "dose"}
    cells[3] |= {"verdict": "wrong", "error": "relation", "relation": "HEALS"}
    cells[4] |= {"verdict": "right", "sentence": "Another sentence."}
    cells[5] |= {"verdict": "right"}
    cells[6] |= {"verdict": "right", "claim_id": cells[5]["claim_id"]}
    stranger = {**cells[5], "claim_id": "0" * 16}
    found = import_review(run, Verdicts(), write_cells(tmp_path / "back.csv", [*cells, stranger]), reviewer="ann")
    assert [event.claim_id for event in found.events] == [cells[5]["claim_id"]]
    starts = [problem.split(" is none of ")[0].split(" is already ")[0] for problem in found.problems]
    assert starts == [
        '2: verdict "maybe"',
        '3: error ""',
        '4: error "dose" beside the verdict "right"',
        '5: relation: "HEALS"',
        "6: the sentence is not that of the claim; was the sheet sorted in part?",
        f"8: claim {cells[5]['claim_id']}",
        f'9: no claim "{"0" * 16}" in this run',
    ]


def test_sheet_taken_twice_changes_nothing(run: ReviewRun, cells: list[dict[str, str]], tmp_path: Path) -> None:
    cells[0] |= {"verdict": "wrong", "error": "certainty", "certainty": "possible"}
    path = write_cells(tmp_path / "back.csv", cells)
    first = import_review(run, Verdicts(), path, reviewer="ann")
    second = import_review(run, gather(run, first.events), path, reviewer="ann")
    assert (len(first.events), second.events, second.unchanged) == (1, [], 7)


def test_corrected_sheet_goes_out_and_comes_back_as_it_was(
    run: ReviewRun, cells: list[dict[str, str]], tmp_path: Path
) -> None:
    cells[3] |= {"verdict": "wrong", "error": "dose", "dose_max": "60"}
    first = import_review(run, Verdicts(), write_cells(tmp_path / "back.csv", cells), reviewer="ann")
    verdicts = gather(run, first.events)
    export_review(run, verdicts, form="xlsx", to=tmp_path / "again.xlsx")
    again = import_review(run, verdicts, tmp_path / "again.xlsx", reviewer="ann")
    assert (again.events, again.problems, again.unchanged) == ([], [], 7)


def test_workbook_has_choices_a_frozen_header_wrapped_sentences_and_links(run: ReviewRun) -> None:
    path = export_review(run, Verdicts(), form="xlsx").path
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    header = [cell.value for cell in sheet[1]]
    assert header == list(SHEET_COLUMNS)
    assert sheet.freeze_panes == "C2"
    lists = {next(iter(rule.sqref.ranges)).min_col: rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert lists[header.index("verdict") + 1] == f'"{",".join(VERDICTS)}"'
    assert lists[header.index("error") + 1] == f'"{",".join(ERROR_TYPES)}"'
    sentence, link = (sheet.cell(2, header.index(name) + 1) for name in ("sentence", "link"))
    assert sentence.alignment.wrap_text
    claim_id = sheet.cell(2, 1).value
    assert link.hyperlink is not None
    assert f"{link.hyperlink.target}#{link.hyperlink.location}" == f"report.html#claim={claim_id}"


def test_formulas_and_markup_stay_text_in_csv_and_workbook(tmp_path: Path) -> None:
    words = '=HYPERLINK("x")'
    article = replace(ZINC, text=f"Zinc eases {words}. <b>@x</b>\x01")
    claim = make_claim(article, f"Zinc eases {words}. <b>@x</b>\x01", "Zinc", "eases", "TREATS", words)
    run = make_run(tmp_path, to_rows([claim]), (article,))
    (cells,) = read_cells(export_review(run, Verdicts(), form="csv").path)
    assert (cells["object_name"], cells["sentence"]) == (guard_cell(words), guard_cell(article.text))
    book = openpyxl.load_workbook(export_review(run, Verdicts(), form="xlsx").path)
    kinds = {cell.data_type for row in book["review"].iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s", "n"}
    for form in ("csv", "xlsx"):
        found = import_review(run, Verdicts(), run.folder / f"review.{form}", reviewer="ann")
        assert (found.events, found.problems, found.unchanged) == ([], [], 1)


def test_sheet_with_other_columns_is_refused_whole(run: ReviewRun, tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(ClaimxError, match="expected columns claim_id and verdict but got a, b"):
        import_review(run, Verdicts(), path, reviewer="ann")
    (tmp_path / "no.xlsx").write_text("no workbook", "utf-8")
    with pytest.raises(ClaimxError, match="not a workbook"):
        import_review(run, Verdicts(), tmp_path / "no.xlsx", reviewer="ann")


def test_same_verdicts_give_the_same_workbook(run: ReviewRun) -> None:
    first, second = (export_review(run, Verdicts(), form="xlsx").path.read_bytes() for _ in range(2))
    assert first == second
    assert find_row(make_rows(), "CAUSES")["claim_id"].encode() not in first[:4]
