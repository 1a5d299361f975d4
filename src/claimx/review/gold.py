"""Settled verdicts as gold rows, in the format that `claimx score` reads."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from claimx.review.run import ReviewRun
from claimx.review.verdicts import Verdicts
from claimx.table import Row

COPIED = (
    "polarity", "certainty", "evidence", "population", "species",
)  # fmt: skip
DOSE_PARTS = ("min", "max", "unit", "period")
ID_HEX_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Gold:
    """Gold rows in the order of the articles, and the claims left out because nobody could settle them."""

    rows: list[Row]
    unsettled: list[str]


def make_gold(run: ReviewRun, verdicts: Verdicts, *, reviewer: str | None = None, only_read: bool = False) -> Gold:
    """Right rows as they are, wrong ones as corrected, and missed claims; `only_read` keeps articles read in full.

    A wrong row without a correction gives no gold row: what it should say is not known.
    """
    placed: list[tuple[str, int, Row]] = []
    unsettled = []
    for row in run.rows:
        found = verdicts.settle(row["claim_id"], reviewer)
        if found is None:
            continue
        verdict, event = found
        if verdict in ("unsure", "disputed"):
            unsettled.append(row["claim_id"])
        elif verdict == "right":
            placed.append((row["doc_id"], row["sent_start"], to_gold(row)))
        elif event.correction:
            corrected = {**row, **event.correction}
            placed.append((row["doc_id"], corrected["sent_start"], to_gold(corrected)))
    for event in verdicts.missed:
        if reviewer in (None, event.reviewer):
            placed.append((event.doc_id, event.correction["sent_start"], to_gold(event.correction)))
    kept = [item for item in placed if not only_read or verdicts.read.get(item[0])]
    kept.sort(key=lambda item: (item[0], item[1], json.dumps(item[2], sort_keys=True)))
    return Gold(list(_unique(row for _, _, row in kept)), unsettled)


def _unique(rows: Iterator[Row]) -> Iterator[Row]:
    seen = set()
    for row in rows:
        key = json.dumps(row, sort_keys=True)
        if key not in seen:
            seen.add(key)
            yield row


def to_gold(row: Row) -> Row:
    """One row in the gold format. A span that lies outside the sentence is left out, as the format wants it."""
    has_object = bool(row["object"])
    gold: Row = {
        "doc": row["doc_id"],
        "quote": row["sentence"],
        "nutrient": row["nutrient"] if row["nutrient"] in row["sentence"] else "",
        "nutrient_name": row["nutrient_name"],
        "nutrient_state": row["nutrient_state"],
        "relation": row["relation"],
        "object": row["object"] if row["object"] in row["sentence"] else "",
    }
    if row["object_name"] and row["object_name"] != row["object"]:
        gold["object_name"] = row["object_name"]
    gold["object_type"] = row["object_type"] if has_object and gold["object"] else "none"
    gold |= {name: row[name] for name in COPIED}
    gold["dose"] = _dose(row) if row["dose_text"] else None
    gold |= {"duration": row["duration_text"], **{name: row[name] for name in ("route", "form", "timing")}}
    return gold | {name: row[name] for name in ("claim_class", "resolution")}


def _dose(row: Row) -> Row:
    dose = {"text": row["dose_text"], **{name: row[f"dose_{name}"] for name in DOSE_PARTS}}
    dose |= {name: row[name] for name in ("intakes_per_day", "daily_min", "daily_max", "daily_unit")}
    return {**dose, "role": row["dose_role"]}


def missed_id(row: Row) -> str:
    """The claim_id of a claim that a reviewer added: hash of what it says and where."""
    names = ("doc_id", "sent_start", "nutrient_start", "nutrient_name", "relation", "object_start", "object_name")
    parts = [row[name] for name in (*names, "polarity", "dose_start")]
    text = json.dumps(["missed", *parts], ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:ID_HEX_DIGITS]
