"""The columns of a claim row: name, type, meaning and allowed values, in the order in which they are written.

Everything that shows the schema (Arrow, JSON Schema, the README's table) is made from `COLUMNS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from claimx.records import (
    BlockType,
    Bound,
    CausalLanguage,
    Certainty,
    ClaimClass,
    DoseFlag,
    DoseRole,
    Evidence,
    Origin,
    Overclaim,
    Period,
    Polarity,
    Relation,
    Resolution,
    Species,
    State,
)

SCHEMA_VERSION = "1"
Kind: TypeAlias = Literal["string", "integer", "number"]
ObjectType: TypeAlias = Literal["condition", "function", "drug", "nutrient", "food", "population", ""]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. A "string" is never null: "" says absent. An "integer" or "number" is null when absent.

    `values` lists what an enumerated string may be, in the order of its Literal; empty for free text.
    """

    name: str
    kind: Kind
    description: str
    values: tuple[str, ...] = ()


def _text(name: str, description: str) -> Column:
    return Column(name, "string", description)


def _choice(name: str, description: str, *, of: object, optional: bool = False) -> Column:
    values = tuple(get_args(of))
    if optional and "" not in values:
        values = (*values, "")
    return Column(name, "string", description, values)


def _number(name: str, description: str) -> Column:
    return Column(name, "number", description)


def _span(name: str, what: str) -> tuple[Column, Column]:
    return (
        Column(f"{name}_start", "integer", f"offset of the first code point of {what}"),
        Column(f"{name}_end", "integer", f"offset behind the last code point of {what}"),
    )


CORE = (
    _text("claim_id", "hash of what is claimed and where; the same claim at the same place keeps it"),
    _text("claim_group", "hash that rows of one article share when they say the same once more"),
    _text("doc_id", "the article: its file name, or the id it brought along"),
    _text("nutrient", "the nutrient as written, or the words that stand for it (it, this vitamin)"),
    _text("nutrient_name", "canonical everyday name of the nutrient"),
    _text("nutrient_id", "CURIE of the nutrient, as in CHEBI:27300"),
    _text("nutrient_type", "vitamin, mineral, fatty_acid, amino_acid, antioxidant, probiotic, botanical, food ..."),
    _choice("nutrient_state", "what is said of the nutrient: taken in, lacking, or too much", of=State),
    _choice("relation", "what the nutrient is said to do to the object", of=Relation),
    _text("object", "the object as written"),
    _text("object_name", "canonical name of the object; what a pronoun stands for"),
    _text("object_id", "CURIE of the object"),
    _choice("object_type", "kind of object; empty for a claim without one", of=ObjectType),
    _choice("polarity", "negated when the article says that it is not so", of=Polarity),
)
QUALIFIERS = (
    _choice("certainty", "how surely it is said", of=Certainty),
    _text("certainty_text", "the words that hedge it"),
    _text("negation_text", "the words that negate it"),
    _choice("evidence", "the kind of evidence the sentence names", of=Evidence),
    _text("evidence_text", "the words that name it"),
    _text("attribution", "who is said to hold it, when not the author"),
    _choice("causal_language", "how causally it is worded", of=CausalLanguage),
    _text("population", "of whom it is said"),
    _choice("species", "human or animal, when said", of=Species),
    _text("combined_with", "other nutrients it is said to need or to be taken with"),
)
DOSE = (
    _text("dose_text", "the dose as written"),
    _number("dose_min", "lowest amount, in dose_unit; empty for up to"),
    _number("dose_max", "highest amount, in dose_unit; empty for at least"),
    _choice("dose_bound", "how the amount is bounded", of=Bound, optional=True),
    _text("dose_unit", "unit of the amount, in UCUM (mg, ug, [IU])"),
    _choice("dose_period", "the time the amount is for, as written", of=Period),
    _number("intakes_per_day", "how often a day, when said"),
    _number("daily_min", "lowest amount a day, in daily_unit; empty unless the text says how often"),
    _number("daily_max", "highest amount a day, in daily_unit"),
    _text("daily_unit", "mg, ug, g, [IU] or [CFU]"),
    _choice("dose_role", "what the amount is said to be", of=DoseRole),
    _text("dose_conversion", "the rule by which the amount was converted, when one was"),
    _text("duration_text", "how long it is taken, as written"),
    _number("duration_min_days", "the shortest duration in days"),
    _number("duration_max_days", "the longest duration in days"),
    _text("route", "oral, intravenous, topical ..."),
    _text("form", "salt, form or preparation (methylcobalamin, capsule)"),
    _text("timing", "when it is taken (with food, at night)"),
)
BASIS = (
    _choice("claim_class", "a hint for a compliance reader; not legal advice", of=ClaimClass),
    _text("class_basis", "the words that decide the class"),
    _choice("overclaim", "stated as a direct effect on a disease, resting on this; a hint", of=Overclaim),
    _choice("dose_flag", "the daily amount passes the limit for adults: how; a hint", of=DoseFlag),
    _text("dose_limit", "the limit that the daily amount was compared with"),
    _number("limit_share", "the highest daily amount as a multiple of that limit"),
    _choice("resolution", "how the nutrient of the row was found", of=Resolution),
    _text("trigger", "the words that carry the relation"),
    _text("rule_id", "the rule that fired"),
    _number("confidence", "calibrated probability that the row is right, 0 to 1"),
)
PROVENANCE = (
    _text("title", "title of the article"),
    _text("section", "the nearest heading above"),
    _choice("block_type", "the block the sentence stands in", of=BlockType),
    _text("sentence", "the sentence, exactly as in the article"),
    *_span("sent", "the sentence"),
    *_span("nutrient", "the nutrient"),
    *_span("object", "the object"),
    *_span("trigger", "the trigger"),
    *_span("dose", "the dose"),
    _choice("nutrient_origin", "what recognised the nutrient", of=Origin),
    _choice("object_origin", "what recognised the object", of=Origin, optional=True),
    _number("link_score", "likeness of the spelling to the linked name, when a mention was linked by likeness"),
)
COLUMNS: tuple[Column, ...] = (*CORE, *QUALIFIERS, *DOSE, *BASIS, *PROVENANCE)


def to_json_schema() -> dict[str, object]:
    """JSON Schema (2020-12) of one row as written to claims.jsonl."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "claimx claim row",
        "version": SCHEMA_VERSION,
        "type": "object",
        "additionalProperties": False,
        "required": [column.name for column in COLUMNS],
        "properties": {column.name: _property(column) for column in COLUMNS},
    }


def _property(column: Column) -> dict[str, object]:
    kind: object = column.kind if column.kind == "string" else [column.kind, "null"]
    found: dict[str, object] = {"type": kind, "description": column.description}
    if column.values:
        found["enum"] = list(column.values)
    return found


def to_markdown() -> str:
    """The README's column table."""
    lines = ["| column | type | meaning |", "|---|---|---|"]
    for column in COLUMNS:
        values = ", ".join(value for value in column.values if value)
        meaning = f"{column.description} ({values})" if values else column.description
        lines.append(f"| `{column.name}` | {column.kind} | {meaning} |")
    return "\n".join(lines) + "\n"
