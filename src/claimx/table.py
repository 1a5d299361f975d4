"""Claims to rows: plain dicts, an Arrow table, a pandas frame."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from claimx.columns import COLUMNS, SCHEMA_VERSION, Column
from claimx.groups import claim_group
from claimx.records import Claim, Mention, Quantity

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

Row: TypeAlias = dict[str, Any]
NO_DOSE = Quantity()
CONFIDENCE_DIGITS = 4
ID_HEX_DIGITS = 16


def to_row(claim: Claim) -> Row:
    """One claim as a row: every column of `COLUMNS`, in order."""
    row = {
        **_core(claim),
        **_qualifiers(claim),
        **_dose(claim),
        **_basis(claim),
        **_provenance(claim),
    }
    row["claim_id"] = claim_id(claim)
    return {column.name: row[column.name] for column in COLUMNS}


def claim_id(claim: Claim) -> str:
    """Hash of what is claimed and where. Neither the rule nor any qualifier but the polarity changes it."""
    parts = [
        claim.doc_id,
        [claim.sentence.start, claim.sentence.end],
        _place(claim.nutrient),
        claim.nutrient_state,
        claim.relation,
        _place(claim.object),
        claim.polarity,
        _place(claim.dose) if claim.relation == "HAS_DOSE" else None,
    ]
    text = json.dumps(parts, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:ID_HEX_DIGITS]


def row_order(row: Row) -> tuple[object, ...]:
    """Sort key: by article, then reading order, then content; `claim_id` settles the rest."""
    places = [row["sent_start"], row["nutrient_start"], row["trigger_start"]]
    optional = [-1 if row[name] is None else row[name] for name in ("object_start", "dose_start")]
    return (row["doc_id"], *places, *optional, row["relation"], row["claim_id"])


def to_rows(claims: Iterable[Claim]) -> list[Row]:
    """Rows in `row_order`. Of claims with one `claim_id` the surest stays, of equally sure ones the first."""
    kept: dict[str, Row] = {}
    for claim in claims:
        row = to_row(claim)
        known = kept.get(row["claim_id"])
        if known is None or row["confidence"] > known["confidence"]:
            kept[row["claim_id"]] = row
    return sorted(kept.values(), key=row_order)


def arrow_schema() -> pa.Schema:
    """The typed schema; each field's metadata holds its description and, for an enumeration, its values."""
    import pyarrow as pa

    types = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64()}
    fields = [
        pa.field(column.name, types[column.kind], nullable=column.kind != "string", metadata=_metadata(column))
        for column in COLUMNS
    ]
    return pa.schema(fields, metadata={"claimx_schema_version": SCHEMA_VERSION})


def to_table(rows: Sequence[Row]) -> pa.Table:
    """Rows as one Arrow table of `arrow_schema`."""
    import pyarrow as pa

    return pa.Table.from_pylist(list(rows), schema=arrow_schema())


def to_frame(claims: Iterable[Claim]) -> pd.DataFrame:
    """Claims as a pandas frame with the columns of the row, sorted and without duplicates as in the files."""
    frame: pd.DataFrame = to_table(to_rows(claims)).to_pandas(integer_object_nulls=True)
    integers = [column.name for column in COLUMNS if column.kind == "integer"]
    return frame.astype(dict.fromkeys(integers, "Int64"))


def _metadata(column: Column) -> dict[str, str]:
    found = {"description": column.description}
    if column.values:
        found["values"] = " ".join(value for value in column.values if value)
    return found


def _place(mention: Mention | None) -> list[object] | None:
    return None if mention is None else [mention.start, mention.end, mention.name]


def _core(claim: Claim) -> Row:
    nutrient, found = claim.nutrient, claim.object
    return {
        "claim_group": claim_group(claim),
        "doc_id": claim.doc_id,
        "nutrient": nutrient.surface,
        "nutrient_name": nutrient.name,
        "nutrient_id": nutrient.id,
        "nutrient_type": nutrient.subtype,
        "nutrient_state": claim.nutrient_state,
        "relation": claim.relation,
        "object": found.surface if found else "",
        "object_name": found.name if found else "",
        "object_id": found.id if found else "",
        "object_type": object_type(claim),
        "polarity": claim.polarity,
    }


def object_type(claim: Claim) -> str:
    """The row's word for the object's label: a nutrient that another is found in is a food; "" for no object."""
    if claim.object is None:
        return ""
    if claim.relation == "FOUND_IN":
        return "food"
    return claim.object.label.lower()


def _qualifiers(claim: Claim) -> Row:
    found = claim.qualifiers
    return {
        "certainty": found.certainty,
        "certainty_text": found.certainty_text,
        "negation_text": found.negation_text,
        "evidence": found.evidence,
        "evidence_text": found.evidence_text,
        "attribution": found.attribution,
        "causal_language": found.causal_language,
        "population": found.population,
        "species": found.species,
        "combined_with": claim.combined_with,
    }


def _dose(claim: Claim) -> Row:
    quantity = (claim.dose.quantity if claim.dose else None) or NO_DOSE
    forms = dict.fromkeys(form for form in (claim.nutrient.form, quantity.form) if form)
    return {
        "dose_text": claim.dose.surface if claim.dose else "",
        "dose_min": quantity.min,
        "dose_max": quantity.max,
        "dose_bound": quantity.bound if claim.dose else "",
        "dose_unit": quantity.unit,
        "dose_period": quantity.period,
        "intakes_per_day": quantity.intakes_per_day,
        "daily_min": quantity.daily_min,
        "daily_max": quantity.daily_max,
        "daily_unit": quantity.daily_unit,
        "dose_role": quantity.role,
        "dose_conversion": quantity.conversion,
        "duration_text": quantity.duration_text,
        "duration_min_days": quantity.duration_min_days,
        "duration_max_days": quantity.duration_max_days,
        "route": quantity.route,
        "form": "; ".join(forms),
        "timing": quantity.timing,
    }


def _basis(claim: Claim) -> Row:
    return {
        "claim_class": claim.qualifiers.claim_class,
        "class_basis": claim.qualifiers.class_basis,
        "overclaim": claim.flags.overclaim,
        "dose_flag": claim.flags.dose,
        "dose_limit": claim.flags.limit,
        "limit_share": claim.flags.limit_share,
        "resolution": claim.resolution,
        "trigger": claim.trigger_text,
        "rule_id": claim.rule_id,
        "confidence": round(claim.confidence, CONFIDENCE_DIGITS),
    }


def _provenance(claim: Claim) -> Row:
    sentence, nutrient, found, dose = claim.sentence, claim.nutrient, claim.object, claim.dose
    return {
        "title": claim.title,
        "section": sentence.section,
        "block_type": sentence.block_type,
        "sentence": sentence.text,
        "sent_start": sentence.start,
        "sent_end": sentence.end,
        "nutrient_start": nutrient.start,
        "nutrient_end": nutrient.end,
        "object_start": found.start if found else None,
        "object_end": found.end if found else None,
        "trigger_start": claim.trigger.start,
        "trigger_end": claim.trigger.end,
        "dose_start": dose.start if dose else None,
        "dose_end": dose.end if dose else None,
        "nutrient_origin": nutrient.origin,
        "object_origin": found.origin if found else "",
        "link_score": nutrient.link_score,
    }
