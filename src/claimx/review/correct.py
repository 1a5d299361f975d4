"""A row as a reviewer says it should read: values chosen, spans selected, everything else derived and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from claimx.columns import COLUMNS
from claimx.data_files import DataFiles
from claimx.records import Article, Quantity
from claimx.segment import segment
from claimx.table import Row

CHOICES = {column.name: column.values for column in COLUMNS if column.values}
TEXTS = {column.name for column in COLUMNS if column.kind == "string" and not column.values}
NUMBERS = {column.name for column in COLUMNS if column.kind == "number"}
SPANS = ("nutrient", "object", "trigger", "dose")
# what a reviewer may set by hand; the rest follows from the spans
EDITABLE = (
    "nutrient_name", "nutrient_state", "relation", "object_name", "object_type", "polarity", "certainty", "evidence",
    "population", "species", "dose_min", "dose_max", "dose_unit", "dose_period", "duration_text", "route", "form",
    "timing", "claim_class", "resolution",
)  # fmt: skip
OBJECTLESS = frozenset({"HAS_DOSE", "SAFE_FOR"})
LONGEST_TEXT = 500


@dataclass(frozen=True, slots=True)
class Correction:
    """The columns that change, and what is wrong with them, each problem in words for the reviewer."""

    columns: Row = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def blank_row(article: Article) -> Row:
    """A row that says nothing yet, for a claim that was missed."""
    row: Row = {column.name: "" if column.kind == "string" else None for column in COLUMNS}
    defaults = {
        "doc_id": article.id,
        "title": article.title,
        "nutrient_state": "intake",
        "polarity": "affirmed",
        "certainty": "asserted",
        "evidence": "none",
        "causal_language": "none",
        "claim_class": "other",
        "resolution": "explicit",
        "block_type": "paragraph",
        "nutrient_origin": "lexicon",
        "rule_id": "reviewer",
        "confidence": 1.0,
    }
    return {**row, **defaults}


def correct(row: Row, wanted: Mapping[str, Any], article: Article, *, data: DataFiles) -> Correction:
    """What `wanted` changes in a row.

    `wanted` maps editable columns to values, and "nutrient", "object", "trigger" and "dose" to [start, end] code
    points of the article or, for no such span, to None. Space at the ends of a span is left out.
    """
    columns: Row = {}
    problems: list[str] = []
    for name, value in wanted.items():
        if name in SPANS:
            columns |= _span(name, value, article, problems=problems)
        elif name in EDITABLE:
            columns |= _value(name, value, problems=problems)
        else:
            problems.append(f'"{name}" cannot be set')
    if problems:
        return Correction({}, problems)
    if "dose" in wanted:
        # what is read from the words gives way to what the reviewer wrote
        columns = {**_read_dose(columns, article, data=data), **columns}
    columns |= _sentence({**row, **columns}, article, data=data)
    changed = {name: value for name, value in columns.items() if row.get(name) != value}
    return Correction(changed, _faults({**row, **columns}))


def _span(name: str, value: object, article: Article, *, problems: list[str]) -> Row:
    if value is None:
        return {f"{name}_start": None, f"{name}_end": None, "dose_text" if name == "dose" else name: ""}
    valid = isinstance(value, list) and len(value) == 2 and all(type(place) is int for place in value)
    start, end = (value[0], value[1]) if valid and isinstance(value, list) else (0, 0)
    if not 0 <= start < end <= len(article.text) or not article.text[start:end].strip():
        problems.append(f"{name}: select some words of the article")
        return {}
    words = article.text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    column = "dose_text" if name == "dose" else name
    return {f"{name}_start": start, f"{name}_end": start + len(words), column: words}


def _value(name: str, value: object, *, problems: list[str]) -> Row:
    text = "" if value is None else str(value).strip()
    if name in NUMBERS:
        try:
            return {name: float(text) if text else None}
        except ValueError:
            problems.append(f'{name}: "{text}" is no number')
            return {}
    if name in CHOICES and text not in CHOICES[name]:
        problems.append(f'{name}: "{text}" is none of {", ".join(CHOICES[name])}')
        return {}
    if len(text) > LONGEST_TEXT:
        problems.append(f"{name}: longer than {LONGEST_TEXT} characters")
        return {}
    return {name: text}


def _read_dose(columns: Row, article: Article, *, data: DataFiles) -> Row:
    from claimx.dose import find_doses

    start, end = columns["dose_start"], columns["dose_end"]
    quantity = Quantity()
    if start is not None:
        found = find_doses(article.text, start=start, end=end, data=data)
        quantity = (found[0].quantity if found else None) or Quantity()
    names = ("min", "max", "unit", "period", "bound", "role", "conversion")
    read: Row = {f"dose_{name}": getattr(quantity, name) for name in names}
    read |= {name: getattr(quantity, name) for name in ("intakes_per_day", "daily_min", "daily_max", "daily_unit")}
    return read if start is not None else {**read, "dose_bound": ""}


def _sentence(row: Row, article: Article, *, data: DataFiles) -> Row:
    """The sentence of a row, widened to the sentences that hold its spans."""
    places = [row[f"{name}_{side}"] for name in SPANS for side in ("start", "end")]
    known = [place for place in (*places, row["sent_start"], row["sent_end"]) if place is not None]
    if not known:
        return {}
    start, end = min(known), max(known)
    if row["sent_start"] is not None and row["sent_start"] <= start and end <= row["sent_end"]:
        return {}
    touched = [s for s in segment(article, data) if s.start < end and start < s.end]
    start, end = min([start, *(s.start for s in touched)]), max([end, *(s.end for s in touched)])
    found: Row = {"sent_start": start, "sent_end": end, "sentence": article.text[start:end]}
    if touched:
        found |= {"section": touched[0].section, "block_type": touched[0].block_type}
    return found


def _faults(row: Row) -> list[str]:
    faults = []
    if not row["nutrient_name"]:
        faults.append("nutrient: give its name")
    if not row["relation"]:
        faults.append("relation: choose one")
    if not row["object"] and row["relation"] not in OBJECTLESS:
        faults.append("object: select its words")
    if row["object"] and not row["object_type"]:
        faults.append("object type: choose one")
    if row["relation"] == "HAS_DOSE" and not row["dose_text"]:
        faults.append("dose: select its words")
    if row["sent_start"] is None:
        faults.append("select words of the article")
    return faults
