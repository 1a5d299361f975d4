"""What the page shows of one claim: its article with the marks, its details, earlier verdicts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from claimx.data_files import DataFiles
from claimx.records import Article
from claimx.report.page import to_script_json
from claimx.report.text import heading_starts, render_text
from claimx.report.words import describe, show, words_of
from claimx.review.correct import CHOICES, EDITABLE, SPANS
from claimx.review.run import ReviewRun
from claimx.review.store import Event
from claimx.review.verdicts import Stale, Verdicts
from claimx.table import Row


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim as the page shows it. `others` stays empty until the reviewer has judged, not to sway them."""

    row: Row
    number: int
    article: Article
    text: Markup
    statement: str
    details: list[tuple[str, str]]
    own: Event | None
    others: list[Event]
    stale: list[Stale]
    missed: list[Row]
    read: bool
    position: tuple[int, int]
    fields: list[tuple[str, str, tuple[str, ...]]]
    state: Markup


def show_claim(run: ReviewRun, verdicts: Verdicts, claim_id: str, *, reviewer: str, data: DataFiles) -> ClaimView:
    """The view of one claim of the run."""
    row = run.by_id[claim_id]
    article = run.articles[row["doc_id"]]
    own_rows = run.by_doc[article.id]
    missed = [event.correction for event in verdicts.missed if event.doc_id == article.id]
    numbered = list(enumerate([*own_rows, *missed]))
    number = next(at for at, other in numbered if other["claim_id"] == claim_id)
    given = verdicts.current.get(claim_id, {})
    own = given.get(reviewer)
    # an earlier verdict that does not fit any more still shows what it said
    shown = {**row, **own.correction} if own else row
    return ClaimView(
        row=row,
        number=number,
        article=article,
        text=render_text(article.text, numbered, headings=heading_starts(article, data), linked=False),
        statement=state_claim(row),
        details=describe(row),
        own=own,
        others=[event for name, event in sorted(given.items()) if name != reviewer] if own else [],
        stale=verdicts.stale.get(claim_id, []),
        missed=missed,
        read=reviewer in verdicts.read.get(article.id, set()),
        position=(number + 1, len(own_rows)),
        fields=_fields(shown),
        state=to_script_json(_state(row, article)),
    )


def state_claim(row: Row) -> str:
    """The claim as a short line: "zinc treats cold", "zinc not treats cold"."""
    parts = [row["nutrient_name"], "not" if row["polarity"] == "negated" else "", words_of(row["relation"])]
    parts += [row["object_name"] or row["object"], row["dose_text"] if row["relation"] == "HAS_DOSE" else ""]
    return show(" ".join(part for part in parts if part))


def _fields(row: Row) -> list[tuple[str, str, tuple[str, ...]]]:
    """Name, value and choices of each field that a reviewer may edit; no choices means free text."""
    return [
        (name, "" if row[name] is None else f"{row[name]:g}" if isinstance(row[name], float) else row[name], choices)
        for name in EDITABLE
        for choices in [CHOICES.get(name, ())]
    ]


def _state(row: Row, article: Article) -> Mapping[str, Any]:
    spans = {name: [row[f"{name}_start"], row[f"{name}_end"]] for name in SPANS}
    surfaces = {name: show(row["dose_text" if name == "dose" else name]) for name in SPANS}
    return {"claim_id": row["claim_id"], "doc_id": article.id, "spans": spans, "surfaces": surfaces}
