"""How values of the row are shown to a reader, and characters that would change how the text around them reads."""

from __future__ import annotations

import re

from claimx.table import Row

# embeddings, overrides and isolates of the bidirectional algorithm; C0 and C1 controls
UNSHOWN = re.compile("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
STAND_IN = "\u2426"


def words_of(value: str) -> str:
    """A value of an enumeration in words: "HAS_DOSE" as "has dose"."""
    return value.replace("_", " ").lower()


def show(text: str) -> str:
    """Text with each control character replaced by one visible character, so that offsets still hold."""
    return UNSHOWN.sub(STAND_IN, text)


def describe(row: Row) -> list[tuple[str, str]]:
    """What there is to say about why a row is as it is: name and value of each detail that is not empty."""
    wanted = [
        ("rule", row["rule_id"]),
        ("trigger", row["trigger"]),
        ("nutrient as", f"{row['nutrient_name']} {row['nutrient_id']}".strip()),
        ("state", row["nutrient_state"] if row["nutrient_state"] != "intake" else ""),
        ("object as", f"{row['object_name']} {row['object_id']}".strip()),
        ("certainty", _with_cue(row["certainty"], row["certainty_text"])),
        ("negation", row["negation_text"]),
        ("evidence", _with_cue(row["evidence"], row["evidence_text"]) if row["evidence"] != "none" else ""),
        ("said by", row["attribution"]),
        ("population", row["population"]),
        ("species", row["species"]),
        ("with", row["combined_with"]),
        ("dose", row["dose_text"]),
        ("a day", _amount(row["daily_min"], row["daily_max"], row["daily_unit"])),
        ("duration", row["duration_text"]),
        ("route", row["route"]),
        ("form", row["form"]),
        ("timing", row["timing"]),
        ("class", _with_cue(words_of(row["claim_class"]), row["class_basis"])),
        ("subject by", words_of(row["resolution"]) if row["resolution"] != "explicit" else ""),
        ("section", row["section"]),
        ("id", row["claim_id"]),
    ]
    return [(name, show(value)) for name, value in wanted if value]


def _with_cue(value: str, cue: str) -> str:
    return f"{value} (“{cue}”)" if cue else value


def _amount(low: float | None, high: float | None, unit: str) -> str:
    numbers = dict.fromkeys(f"{number:g}" for number in (low, high) if number is not None)
    return f"{'–'.join(numbers)} {unit.strip('[]')}" if numbers else ""
