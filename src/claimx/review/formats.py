"""Which format is written and read by what."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claimx.errors import ClaimxError
from claimx.export import write_bytes
from claimx.review.exchange import bioc_json, brat, doccano, label_studio
from claimx.review.exchange.frames import Document, Unreadable, make_documents, take_documents
from claimx.review.exchange.intake import Intake
from claimx.review.gold import make_gold
from claimx.review.run import ReviewRun
from claimx.review.sheets import sheet_rows, take_sheet, to_csv_sheet, to_xlsx_sheet
from claimx.review.verdicts import Verdicts

WRITERS: dict[str, Callable[[Sequence[Document], Path], Path]] = {
    "label-studio": label_studio.write,
    "doccano": doccano.write,
    "brat": brat.write,
    "bioc": bioc_json.write,
}
READERS: dict[str, Callable[[Path], Iterator[Document]]] = {
    "label-studio": label_studio.read,
    "doccano": doccano.read,
    "brat": brat.read,
    "bioc": bioc_json.read,
}
SHEETS = {"csv": to_csv_sheet, "xlsx": to_xlsx_sheet}
FORMATS = ("gold", *SHEETS, *WRITERS)
BY_ENDING = {".csv": "csv", ".xlsx": "xlsx", ".jsonl": "doccano", ".bioc.json": "bioc", ".json": "label-studio"}


@dataclass(frozen=True, slots=True)
class Written:
    """What an export wrote: how many of what, where, and what the user should know."""

    number: int
    what: str
    path: Path
    notes: list[str] = field(default_factory=list)


def export_review(
    run: ReviewRun,
    verdicts: Verdicts,
    *,
    form: str,
    to: Path | None = None,
    reviewer: str | None = None,
    only_read: bool = False,
) -> Written:
    """Write one format; without `to` under a name that begins with "review" in the folder of the run."""
    if form == "gold":
        return _export_gold(run, verdicts, to or run.folder / "review-gold.jsonl", reviewer=reviewer, read=only_read)
    if form in SHEETS:
        rows = sheet_rows(run, verdicts, reviewer=reviewer)
        return Written(len(rows), "rows", write_bytes(to or run.folder / f"review.{form}", SHEETS[form](rows)))
    if form in WRITERS:
        documents = make_documents(run, verdicts, reviewer=reviewer)
        path = WRITERS[form](documents, to or run.folder / f"review-{form}")
        return Written(sum(len(document.frames) for document in documents), "claims", path)
    raise ClaimxError(f'no format "{form}"; choose from {", ".join(FORMATS)}')


def _export_gold(run: ReviewRun, verdicts: Verdicts, path: Path, *, reviewer: str | None, read: bool) -> Written:
    gold = make_gold(run, verdicts, reviewer=reviewer, only_read=read)
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in gold.rows]
    notes = [f"claimx: left out, nobody is sure of it: claim {claim_id}" for claim_id in gold.unsettled]
    whole = sorted(doc for doc, names in verdicts.read.items() if names and doc in run.articles)
    if not read:
        notes.append(f"claimx: read in full, so that recall means something: {', '.join(whole) or 'no article'}")
    return Written(len(lines), "gold rows", write_bytes(path, "".join(lines).encode("utf-8")), notes)


def import_review(
    run: ReviewRun, verdicts: Verdicts, source: Path, *, form: str | None = None, reviewer: str
) -> Intake:
    """Read a sheet or another tool's export; nothing is stored here."""
    found = form or _guess(source)
    if not source.exists():
        raise ClaimxError(f"{source}: no such file or folder")
    if found in SHEETS:
        return take_sheet(run, verdicts, source, reviewer=reviewer)
    if found not in READERS:
        raise ClaimxError(f'{source}: format "{found}" cannot be imported; say --format {", ".join(READERS)}')
    try:
        return take_documents(run, verdicts, READERS[found](source), reviewer=reviewer)
    except (Unreadable, OSError, UnicodeDecodeError) as error:
        raise ClaimxError(f"{source}: {error}") from None


def _guess(source: Path) -> str:
    if source.is_dir():
        return "brat"
    return next((form for ending, form in BY_ENDING.items() if source.name.endswith(ending)), "")
