"""Sheets for reviewers who live in a spreadsheet: one row a claim, verdicts to choose from, and back again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from claimx.errors import ClaimxError
from claimx.export import XLSX_MAX_CHARACTERS, guard_cell, iterate_csv
from claimx.review.correct import CHOICES, EDITABLE, correct
from claimx.review.exchange.intake import Intake
from claimx.review.run import ReviewRun
from claimx.review.store import ERROR_TYPES, VERDICTS, Event
from claimx.review.verdicts import Verdicts
from claimx.table import Row

JUDGE = ("verdict", "error", "note")
SHOWN = ("doc_id", "nutrient", "object", "dose_text", "sentence", "trigger", "rule_id", "confidence")
# a field to correct is shown with its value, to be written over
SHEET_COLUMNS = ("claim_id", *JUDGE, *SHOWN[:1], *EDITABLE, *SHOWN[1:], "link")
WIDTHS = {"sentence": 70, "note": 30, "nutrient_name": 22, "object_name": 26, "doc_id": 22, "link": 10, "relation": 18}
WIDTH = 13
LONGEST_LIST = 255


def sheet_rows(run: ReviewRun, verdicts: Verdicts, *, reviewer: str | None) -> list[dict[str, Any]]:
    """The cells of each claim of a run, with the verdict it already has."""
    rows = []
    for row in run.rows:
        found = verdicts.settle(row["claim_id"], reviewer)
        event = found[1] if found else None
        shown = {**row, **event.correction} if event else row
        judged = {"verdict": event.verdict, "error": event.error, "note": event.note} if event else {}
        cells = {name: shown.get(name) for name in SHEET_COLUMNS if name in row}
        link = f"report.html#claim={row['claim_id']}"
        rows.append({name: {**cells, **judged, "link": link}.get(name, "") for name in SHEET_COLUMNS})
    return rows


def to_csv_sheet(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """UTF-8 with the mark by which Excel knows it; cells that a spreadsheet might run are guarded."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(SHEET_COLUMNS)
    writer.writerows([_csv_cell(row[name]) for name in SHEET_COLUMNS] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def _csv_cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else guard_cell(str(value)).replace("\r", " ")


def to_xlsx_sheet(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """A workbook: header frozen, sentence wrapped, drop-downs for every column with set values, links to the report."""
    from datetime import UTC, datetime

    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_urls": False}) as book:
        # a fixed day, or the bytes would change with the clock
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
        sheet = book.add_worksheet("review")
        head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        formats = {
            "plain": book.add_format({"valign": "top"}),
            "wrap": book.add_format({"valign": "top", "text_wrap": True}),
            "fill": book.add_format({"valign": "top", "bg_color": "#FFF8E1", "border": 1, "border_color": "#DDD5C0"}),
        }
        sheet.freeze_panes(1, 2)
        for at, name in enumerate(SHEET_COLUMNS):
            sheet.set_column(at, at, WIDTHS.get(name, WIDTH))
            sheet.write_string(0, at, name, head)
            _add_choices(sheet, at, name, last=max(len(rows), 1))
        for line, row in enumerate(rows, 1):
            for at, name in enumerate(SHEET_COLUMNS):
                _write_cell(sheet, (line, at), row[name], kind=name, formats=formats)
        sheet.autofilter(0, 0, max(len(rows), 1), len(SHEET_COLUMNS) - 1)
    return file.getvalue()


def _add_choices(sheet: Any, at: int, name: str, *, last: int) -> None:
    choices = {"verdict": VERDICTS, "error": ERROR_TYPES}.get(name) or (CHOICES.get(name) if name in EDITABLE else None)
    values = [value for value in choices or () if value]
    if values and len(",".join(values)) <= LONGEST_LIST:
        sheet.data_validation(1, at, last, at, {"validate": "list", "source": values, "ignore_blank": True})


def _write_cell(sheet: Any, place: tuple[int, int], value: object, *, kind: str, formats: Mapping[str, Any]) -> None:
    form = formats["fill" if kind in JUDGE else "wrap" if kind in ("sentence", "note") else "plain"]
    if kind == "link":
        sheet.write_url(*place, f"external:{value}", string="open")
    elif isinstance(value, int | float):
        sheet.write_number(*place, value, form)
    elif value:
        # typed as a string, so that none is run as a formula
        sheet.write_string(*place, str(value)[:XLSX_MAX_CHARACTERS], form)
    else:
        sheet.write_blank(*place, None, form)


def read_sheet(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and cells of each row of a .csv or .xlsx sheet."""
    cells = _read_xlsx(path) if path.suffix == ".xlsx" else enumerate(iterate_csv(path), 2)
    for line, row in cells:
        if "claim_id" not in row or "verdict" not in row:
            raise ClaimxError(f"{path}: expected columns claim_id and verdict but got {', '.join(row) or 'none'}")
        yield line, row


def _read_xlsx(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    from zipfile import BadZipFile

    import openpyxl

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, KeyError, OSError) as error:
        raise ClaimxError(f"{path}: not a workbook: {error}") from None
    lines = book.worksheets[0].iter_rows(values_only=True)
    header = [str(cell or "") for cell in next(lines, ())]
    for line, cells in enumerate(lines, 2):
        if any(cell is not None for cell in cells):
            yield line, {name: "" if cell is None else str(cell) for name, cell in zip(header, cells, strict=False)}


def take_sheet(run: ReviewRun, verdicts: Verdicts, path: Path, *, reviewer: str) -> Intake:
    """Verdicts of a filled-in sheet as events, and for each line that cannot be taken why not.

    A row without a verdict is left alone. Fields that differ from the run's are the correction of a wrong row.
    """
    found = Intake()
    seen: dict[str, int] = {}
    for line, cells in read_sheet(path):
        claim_id = cells["claim_id"].strip()
        if not cells["verdict"].strip():
            found.unchanged += 1
        elif claim_id in seen:
            found.refuse(line, f"claim {claim_id} is already on line {seen[claim_id]}")
        else:
            seen[claim_id] = line
            _take_row(run, verdicts, cells, found, at=(line, reviewer))
    return found


def _take_row(
    run: ReviewRun, verdicts: Verdicts, cells: Mapping[str, str], found: Intake, *, at: tuple[int, str]
) -> None:
    line, reviewer = at
    claim_id, verdict = cells["claim_id"].strip(), cells["verdict"].strip().lower()
    error = (cells.get("error") or "").strip().lower()
    row = run.by_id.get(claim_id)
    if row is None:
        return found.refuse(line, f'no claim "{claim_id}" in this run')
    if verdict not in VERDICTS:
        return found.refuse(line, f'verdict "{verdict}" is none of {", ".join(VERDICTS)}')
    if verdict == "wrong" and error not in ERROR_TYPES:
        return found.refuse(line, f'error "{error}" is none of {", ".join(ERROR_TYPES)}')
    if verdict != "wrong" and error:
        return found.refuse(line, f'error "{error}" beside the verdict "{verdict}"')
    if cells.get("sentence") and _squash(cells["sentence"]) != _squash(row["sentence"][:XLSX_MAX_CHARACTERS]):
        return found.refuse(line, "the sentence is not that of the claim; was the sheet sorted in part?")
    changes = {} if verdict != "wrong" or error == "not_a_claim" else _changes(cells, row)
    made = correct(row, changes, run.articles[row["doc_id"]], data=found.data) if changes else None
    if made and made.problems:
        return found.refuse(line, "; ".join(made.problems))
    correction = made.columns if made else {}
    event = Event(
        reviewer, "verdict", row["doc_id"], claim_id, verdict, error, (cells.get("note") or "").strip(), row, correction
    )
    return found.add(event, verdicts)


def _changes(cells: Mapping[str, str], row: Row) -> dict[str, str]:
    return {name: cells[name] for name in EDITABLE if name in cells and not _same(cells[name].strip(), row[name])}


def _same(cell: str, value: object) -> bool:
    if isinstance(value, float | int):
        try:
            return float(cell) == value
        except ValueError:
            return False
    return cell == ("" if value is None else str(value).strip())


def _squash(text: str) -> str:
    # spreadsheets change line ends and may drop control characters
    return "".join(character for character in text if character.isalnum())
