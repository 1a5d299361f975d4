from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from building import make_claim
from claimx.consensus import DoseSpread, Tally, compare, consensus_schema, consensus_table, contradictions_of
from claimx.data_files import DataFiles
from claimx.errors import ClaimxError
from claimx.export import parquet_bytes, write_rows
from claimx.guide import load_guide
from claimx.show import show_consensus
from claimx.stored import read_rows
from claimx.table import Row, to_row
from claimx.terminal import plain

GUIDE = load_guide(DataFiles())


def row(doc: str = "a.txt", number: int = 0, **changes: Any) -> Row:
    """ "Zinc TREATS sore throat" of an article, without a dose, with columns replaced."""
    made = to_row(make_claim(doc_id=doc, dose=None))
    return {**made, "claim_id": f"{doc}-{number}", "sentence": f"sentence {number} of {doc}", **changes}


DENIED = {"polarity": "negated"}
HEDGED = {"certainty": "possible"}


def test_stances_are_counted_by_article_and_row() -> None:
    rows = [
        row("a.txt", 1),
        row("a.txt", 2, **HEDGED),
        row("b.txt", 3, **HEDGED),
        row("b.txt", 4, **HEDGED, **DENIED),
        row("c.txt", 5),
    ]
    (found,) = compare(rows, GUIDE)
    assert (found.nutrient_name, found.relation, found.object_name) == ("zinc", "TREATS", "sore throat")
    assert (found.total, found.affirm, found.deny, found.hedge) == (Tally(3, 5), Tally(2, 2), Tally(0, 0), Tally(2, 3))
    assert (found.verdict, found.doc_ids) == ("mixed", ("a.txt", "b.txt", "c.txt"))


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ([{}, {}], "affirmed"),
        ([DENIED], "denied"),
        ([HEDGED, {**HEDGED, **DENIED}], "hedged"),
        ([{}, HEDGED], "mixed"),
        ([{}, DENIED], "contradicted"),
        ([{**HEDGED}, DENIED], "mixed"),
    ],
)
def test_verdict(changes: list[dict[str, str]], verdict: str) -> None:
    rows = [row(f"{number}.txt", number, **change) for number, change in enumerate(changes)]
    assert [found.verdict for found in compare(rows, GUIDE)] == [verdict]


def test_objects_compare_by_id_and_else_by_name() -> None:
    cold = {"object": "cold", "object_name": "cold", "object_id": "DOID:1"}
    rows = [
        row("a.txt", 1, **cold),
        row("a.txt", 2, **cold),
        row("b.txt", 3, **{**cold, "object_name": "common cold"}),
        row("c.txt", 4, object_name="Sore throat"),
        row("d.txt", 5, object_name="sore throat"),
        row("d.txt", 6, nutrient_name="Zinc", nutrient_state="excess"),
    ]
    found = [(item.nutrient_state, item.object_name, item.total) for item in compare(rows, GUIDE)]
    assert found == [
        ("excess", "sore throat", Tally(1, 1)),
        ("intake", "cold", Tally(2, 3)),
        ("intake", "Sore throat", Tally(2, 2)),
    ]


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        ({}, DENIED, 1),
        ({}, {**DENIED, **HEDGED}, 0),
        ({}, {"relation": "WORSENS"}, 1),
        ({}, {"relation": "CAUSES"}, 1),
        ({}, {"relation": "CAUSES", **DENIED}, 0),
        ({}, {"relation": "CAUSES", "nutrient_state": "excess"}, 0),
        ({}, {"relation": "PREVENTS"}, 0),
        ({"relation": "INCREASES"}, {"relation": "DECREASES"}, 1),
        ({"relation": "INCREASES"}, {"relation": "DECREASES", **HEDGED}, 0),
        ({"relation": "SAFE_FOR"}, {"relation": "CONTRAINDICATED_IN"}, 1),
        ({"relation": "SAFE_FOR"}, {"relation": "CONTRAINDICATED_IN", "object_name": "children"}, 0),
        ({"relation": "HAS_DOSE"}, {"relation": "HAS_DOSE", **DENIED}, 0),
    ],
)
def test_opposite_things_contradict_when_both_are_asserted(
    one: dict[str, str], other: dict[str, str], number: int
) -> None:
    found = compare([row("a.txt", 1, **one), row("b.txt", 2, **other)], GUIDE)
    assert len(contradictions_of(found)) == number


def test_safe_and_unsafe_need_no_object() -> None:
    bare = {"relation": "SAFE_FOR", "object": "", "object_name": "", "object_id": "", "object_type": ""}
    dose = {**bare, "relation": "HAS_DOSE"}
    found = compare([row("a.txt", 1, **bare), row("b.txt", 2, **bare, **DENIED), row("b.txt", 3, **dose)], GUIDE)
    assert [(item.relation, item.verdict) for item in found] == [("HAS_DOSE", "affirmed"), ("SAFE_FOR", "contradicted")]


def test_contradiction_quotes_the_surest_row_of_each_side_from_two_articles() -> None:
    rows = [
        row("a.txt", 1, confidence=0.9),
        row("a.txt", 2, confidence=0.8, **DENIED),
        row("b.txt", 3, confidence=0.3, **DENIED),
        row("b.txt", 4, confidence=0.2, **DENIED, population="adults"),
    ]
    (clash,) = contradictions_of(compare(rows, GUIDE))
    assert [(q.claim_id, q.sentence, q.polarity, q.rows) for q in (clash.one, clash.other)] == [
        ("a.txt-1", "sentence 1 of a.txt", "affirmed", 1),
        ("b.txt-3", "sentence 3 of b.txt", "negated", 3),
    ]
    assert clash.nearness == 0


def test_contradictions_between_articles_come_first() -> None:
    words = {"sentence": "same"}
    rows = [
        row("a.txt", 1, object_name="a", **words),
        row("a.txt", 2, object_name="a", **words, **DENIED),
        row("a.txt", 3, object_name="b"),
        row("a.txt", 4, object_name="b", **DENIED),
        row("a.txt", 5, object_name="c"),
        row("b.txt", 6, object_name="c", **DENIED),
    ]
    found = contradictions_of(compare(rows, GUIDE))
    assert [(clash.object, clash.nearness) for clash in found] == [("c", 0), ("b", 1), ("a", 2)]


def test_contradiction_of_two_relations_stands_on_both_and_is_listed_once() -> None:
    found = compare([row("a.txt", 1), row("b.txt", 2, relation="WORSENS")], GUIDE)
    assert [(item.relation, item.verdict, len(item.contradictions)) for item in found] == [
        ("TREATS", "contradicted", 1),
        ("WORSENS", "contradicted", 1),
    ]
    assert len(contradictions_of(found)) == 1


def test_doses_are_spread_by_unit_without_limits_named() -> None:
    def dose(low: float | None, high: float | None, unit: str, role: str = "") -> dict[str, Any]:
        return {"daily_min": low, "daily_max": high, "daily_unit": unit, "dose_role": role}

    rows = [
        row("a.txt", 1, **dose(10, 20, "mg")),
        row("b.txt", 2, **dose(None, 25, "mg")),
        row("b.txt", 3, **dose(5, 5, "ug")),
        row("b.txt", 4, **dose(40, 40, "mg", "upper_limit")),
        row("b.txt", 5),
    ]
    (found,) = compare(rows, GUIDE)
    assert found.doses == (DoseSpread("mg", 10, 25, 2, 2), DoseSpread("ug", 5, 5, 1, 1))


def test_order_of_rows_changes_nothing() -> None:
    rows = [row(f"{n % 3}.txt", n, **(DENIED if n % 2 else {}), confidence=0.5) for n in range(12)]
    shuffled = random.Random(1).sample(rows, len(rows))
    assert compare(shuffled, GUIDE) == compare(rows, GUIDE)


def test_parquet_gives_records_back(tmp_path: Path) -> None:
    rows = [row("a.txt", 1, daily_min=1.0, daily_max=2.0, daily_unit="mg"), row("b.txt", 2, **DENIED)]
    (tmp_path / "c.parquet").write_bytes(parquet_bytes(consensus_table(compare(rows, GUIDE))))
    table = pq.read_table(tmp_path / "c.parquet")
    assert table.schema.equals(consensus_schema())
    (found,) = table.to_pylist()
    assert {name: found[name] for name in ("articles", "rows", "affirm_rows", "deny_rows", "hedge_rows")} == {
        "articles": 2,
        "rows": 2,
        "affirm_rows": 1,
        "deny_rows": 1,
        "hedge_rows": 0,
    }
    assert found["doses"] == [{"unit": "mg", "min": 1.0, "max": 2.0, "articles": 1, "rows": 1}]
    assert [clash["other"]["doc_id"] for clash in found["contradictions"]] == ["b.txt"]


def test_no_rows_make_an_empty_table() -> None:
    assert consensus_table(compare([], GUIDE)).schema.equals(consensus_schema())


SHOWN = """\
nutrient  relation  object       verdict       articles  affirm  deny  hedge  daily dose
zinc      TREATS    sore throat  contradicted  2         1       1     0      5-10 mg in 1
zinc      PREVENTS  sore throat  hedged        1 (2)     0       0     1 (2)

1 contradiction

zinc / sore throat  between articles
  TREATS  "sentence 1 of a.txt"  a.txt
  not TREATS  "sentence 2 of b.txt"  b.txt, adults"""


def test_shown_as_a_table_with_quotes_below() -> None:
    prevented = {"relation": "PREVENTS", **HEDGED}
    rows = [
        row("a.txt", 1, daily_min=5, daily_max=10, daily_unit="mg"),
        row("b.txt", 2, **DENIED, population="adults"),
        row("b.txt", 3, **prevented),
        row("b.txt", 4, **prevented),
    ]
    assert plain(show_consensus(compare(rows, GUIDE))) == SHOWN


def test_long_table_says_how_much_is_left_out() -> None:
    rows = [row("a.txt", number, object_name=f"pain {number}") for number in range(5)]
    lines = plain(show_consensus(compare(rows, GUIDE), limit=2)).splitlines()
    assert (len(lines), lines[-1]) == (4, "and 3 more; --limit 0 shows all")


@pytest.mark.parametrize("name", ["parquet", "jsonl", "csv"])
def test_rows_are_read_from_any_file_and_from_its_folder(tmp_path: Path, name: str) -> None:
    rows = [to_row(make_claim()), to_row(replace(make_claim(), doc_id="b.txt", dose=None))]
    write_rows(rows, tmp_path, formats=[name])
    expected = sorted(rows, key=lambda item: item["doc_id"])
    assert read_rows(tmp_path / f"claims.{name}") == expected
    assert read_rows(tmp_path) == expected


def test_fault_of_stored_rows_is_one_line(tmp_path: Path) -> None:
    old = tmp_path / "old.jsonl"
    old.write_text('{"claim_id": "1"}\n', "utf-8")
    broken = tmp_path / "claims.jsonl"
    broken.write_text("{\n", "utf-8")
    messages = []
    for path in (old, tmp_path, tmp_path / "none.csv", tmp_path / "rows.txt"):
        with pytest.raises(ClaimxError) as fault:
            read_rows(path)
        messages.append(str(fault.value).replace(str(tmp_path), "T"))
    assert [messages[0], messages[2], messages[3]] == [
        'T/old.jsonl: has no column "claim_group"; extract again',
        "T/none.csv: cannot be read: No such file or directory",
        "T/rows.txt: expected a file that ends in .parquet, .jsonl, .csv",
    ]
    assert messages[1].startswith("T/claims.jsonl: cannot be read: ")
