from __future__ import annotations

from dataclasses import replace
from typing import Any

import pyarrow as pa
import pytest

from building import ARTICLE, make_claim
from claimx.columns import COLUMNS, to_json_schema, to_markdown
from claimx.export import to_parquet
from claimx.records import Mention
from claimx.table import arrow_schema, claim_id, to_frame, to_row, to_rows, to_table

ROW = {
    "claim_id": "30c8c8ff50051e4a",
    "claim_group": "e1332177ea03",
    "doc_id": "zinc.txt",
    "nutrient": "Zinc",
    "nutrient_name": "zinc",
    "nutrient_id": "CHEBI:27363",
    "nutrient_type": "mineral",
    "nutrient_state": "intake",
    "relation": "TREATS",
    "object": "sore throats",
    "object_name": "sore throat",
    "object_id": "",
    "object_type": "condition",
    "polarity": "affirmed",
    "certainty": "asserted",
    "certainty_text": "",
    "negation_text": "",
    "evidence": "none",
    "evidence_text": "",
    "attribution": "",
    "causal_language": "none",
    "population": "",
    "species": "",
    "combined_with": "",
    "dose_text": "15 mg a day",
    "dose_min": 15.0,
    "dose_max": 15.0,
    "dose_bound": "exact",
    "dose_unit": "mg",
    "dose_period": "day",
    "intakes_per_day": None,
    "daily_min": 15.0,
    "daily_max": 15.0,
    "daily_unit": "mg",
    "dose_role": "",
    "dose_conversion": "",
    "duration_text": "",
    "duration_min_days": None,
    "duration_max_days": None,
    "route": "",
    "form": "",
    "timing": "",
    "claim_class": "other",
    "class_basis": "",
    "overclaim": "",
    "dose_flag": "",
    "dose_limit": "",
    "limit_share": None,
    "resolution": "explicit",
    "trigger": "eases",
    "rule_id": "treats-ease",
    "confidence": 0.8765,
    "title": "Zinc",
    "section": "Zinc",
    "block_type": "paragraph",
    "sentence": "Zinc eases sore throats, at 15 mg a day.",
    "sent_start": 6,
    "sent_end": 46,
    "nutrient_start": 6,
    "nutrient_end": 10,
    "object_start": 17,
    "object_end": 29,
    "trigger_start": 11,
    "trigger_end": 16,
    "dose_start": 34,
    "dose_end": 45,
    "nutrient_origin": "lexicon",
    "object_origin": "noun_phrase",
    "link_score": None,
}
BARE = make_claim(relation="SAFE_FOR", object=None, dose=None)


def test_row_holds_every_column_in_order() -> None:
    assert list(to_row(make_claim()).items()) == list(ROW.items())


def test_spans_of_a_row_give_its_words() -> None:
    row = to_row(make_claim())
    words = {
        name: ARTICLE.text[row[f"{name}_start"] : row[f"{name}_end"]] for name in ("nutrient", "object", "trigger")
    }
    assert words == {name: row[name] for name in ("nutrient", "object", "trigger")}
    assert ARTICLE.text[row["sent_start"] : row["sent_end"]] == row["sentence"]
    assert ARTICLE.text[row["dose_start"] : row["dose_end"]] == row["dose_text"]


def test_claim_without_object_and_dose_leaves_their_columns_empty() -> None:
    row = to_row(BARE)
    found = {name: value for name, value in row.items() if name.startswith(("object", "dose"))}
    strings = {"object", "object_name", "object_id", "object_type", "object_origin"}
    strings |= {f"dose_{name}" for name in ("flag", "limit", "text", "bound", "unit", "period", "role", "conversion")}
    assert found == {name: "" if name in strings else None for name in found}


@pytest.mark.parametrize(
    ("change", "kept"),
    [
        ({"confidence": 0.1}, True),
        ({"rule_id": "another"}, True),
        ({"title": "Another"}, True),
        ({"polarity": "negated"}, False),
        ({"relation": "PREVENTS"}, False),
        ({"nutrient_state": "excess"}, False),
        ({"doc_id": "copper.txt"}, False),
        ({"object": None}, False),
        ({"dose": None}, True),
    ],
)
def test_claim_id_depends_on_content_and_place(change: dict[str, Any], kept: bool) -> None:
    assert (claim_id(make_claim(**change)) == claim_id(make_claim())) is kept


def test_two_doses_for_two_groups_are_two_rows() -> None:
    dose = make_claim().dose
    assert dose is not None
    first = make_claim(relation="HAS_DOSE", object=None)
    second = replace(first, dose=replace(dose, start=40, end=45))
    assert len(to_rows([first, second])) == 2


def test_nutrient_that_is_an_object_of_found_in_is_a_food() -> None:
    oysters = Mention("NUTRIENT", 17, 29, "oysters", "oysters", subtype="food")
    types = [
        to_row(make_claim(relation=relation, object=oysters))["object_type"] for relation in ("FOUND_IN", "INCREASES")
    ]
    assert types == ["food", "nutrient"]


def test_form_joins_salt_and_preparation() -> None:
    claim = make_claim()
    assert claim.dose is not None
    assert claim.dose.quantity is not None
    salted = replace(claim.nutrient, form="zinc gluconate")
    dosed = replace(claim.dose, quantity=replace(claim.dose.quantity, form="capsule"))
    assert to_row(make_claim(nutrient=salted, dose=dosed))["form"] == "zinc gluconate; capsule"


def test_rows_are_sorted_and_the_surest_of_equal_claims_stays() -> None:
    unsure = make_claim(confidence=0.2, rule_id="unsure")
    earlier = make_claim(doc_id="a.txt")
    rows = to_rows([unsure, make_claim(), earlier])
    assert [(row["doc_id"], row["rule_id"]) for row in rows] == [("a.txt", "treats-ease"), ("zinc.txt", "treats-ease")]


def test_arrow_schema_describes_every_column() -> None:
    schema = arrow_schema()
    described = {field.name: field.metadata[b"description"].decode() for field in schema}
    assert described == {column.name: column.description for column in COLUMNS}
    assert schema.field("relation").metadata[b"values"].split()[0] == b"TREATS"
    assert schema.metadata == {b"claimx_schema_version": b"1"}


def test_arrow_table_gives_rows_back() -> None:
    rows = to_rows([make_claim(), BARE])
    table = to_table(rows)
    assert table.to_pylist() == rows
    assert table.schema.equals(arrow_schema(), check_metadata=True)


def test_string_column_refuses_null_in_a_file() -> None:
    with pytest.raises(pa.ArrowInvalid, match="nutrient"):
        to_parquet([{**ROW, "nutrient": None}])


def test_frame_keeps_integers_and_strings() -> None:
    frame = to_frame([BARE, make_claim()])
    assert list(frame.columns) == [column.name for column in COLUMNS]
    assert {str(frame[name].dtype) for name in ("sent_start", "object_start")} == {"Int64"}
    assert frame["object"].tolist() == ["", "sore throats"]


def test_frame_of_nothing_has_all_columns() -> None:
    assert list(to_frame([]).columns) == [column.name for column in COLUMNS]


def test_json_schema_allows_what_rows_hold() -> None:
    schema = to_json_schema()
    properties = schema["properties"]
    assert isinstance(properties, dict)
    assert schema["required"] == list(ROW)
    assert properties["dose_min"]["type"] == ["number", "null"]
    assert properties["polarity"]["enum"] == ["affirmed", "negated"]
    outside = {n for n, p in properties.items() if "enum" in p and ROW[n] not in p["enum"]}
    assert outside == set()


def test_markdown_lists_each_column_once() -> None:
    names = [line.split("`")[1] for line in to_markdown().splitlines()[2:]]
    assert names == list(ROW)
