from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from building import make_claim
from claimx.console import format_score
from claimx.data_files import DataFiles
from claimx.errors import ClaimxError
from claimx.export import FORMATS
from claimx.score import Figures, doses_agree, format_errors, load_comparer, load_rows, match, quotes_overlap, score
from claimx.table import to_rows

COMPARER = load_comparer(DataFiles())
SHARED = Path(__file__).parents[2] / "shared" / "gold"
QUOTE = "Zinc may ease sore throats and lower inflammation."


def gold_row(**changes: Any) -> dict[str, Any]:
    row = {
        "doc": "zinc.txt",
        "quote": QUOTE,
        "nutrient": "Zinc",
        "nutrient_name": "zinc",
        "nutrient_state": "intake",
        "relation": "TREATS",
        "object": "sore throats",
        "object_type": "condition",
        "polarity": "affirmed",
        "certainty": "possible",
        "evidence": "none",
        "species": "",
        "dose": None,
        "claim_class": "disease",
        "resolution": "explicit",
    }
    return {**row, **changes}


def write_jsonl(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


GOLD = [
    gold_row(),
    gold_row(object="inflammation", relation="DECREASES", object_type="function"),
    gold_row(doc="copper.txt", nutrient_name="copper", relation="AFFECTS", object="nerves"),
    gold_row(object="", relation="HAS_DOSE", dose={"min": 8, "max": 11, "unit": "mg"}),
]
ROWS = [
    gold_row(doc="zinc", nutrient_name="Zinc supplement", object="throat", certainty="asserted"),
    gold_row(doc="copper", nutrient_name="copper", relation="ASSOCIATED_WITH", object="the nerves", rule_id="link"),
    gold_row(object="", relation="HAS_DOSE", dose={"min": 8.0, "max": 11.0, "unit": "[MG]"}, rule_id="dose"),
    gold_row(object="inflammation", relation="DECREASES", polarity="negated", rule_id="lower"),
    gold_row(object="", relation="HAS_DOSE", dose={"min": 8, "max": 12, "unit": "mg"}, rule_id="dose"),
]


def compare(tmp_path: Path, gold: list[dict[str, Any]], rows: list[dict[str, Any]]) -> Any:
    pools = [load_rows(write_jsonl(tmp_path / f"{n}.jsonl", pool)) for n, pool in (("gold", gold), ("rows", rows))]
    return score(pools[0], pools[1], COMPARER)


def test_figures_by_hand(tmp_path: Path) -> None:
    found = compare(tmp_path, GOLD, ROWS)
    assert found.strict == Figures(gold=4, found=2, rows=5, right=2)
    assert found.relaxed == Figures(gold=4, found=3, rows=5, right=3)
    assert (found.strict.precision, found.strict.recall) == (0.4, 0.5)
    assert found.strict.f1 == pytest.approx(4 / 9)
    assert found.qualifiers == {
        "nutrient_state": (2, 2),
        "certainty": (1, 2),
        "evidence": (2, 2),
        "species": (2, 2),
        "claim_class": (2, 2),
        "resolution": (2, 2),
        "dose": (1, 1),
    }


def test_breakdowns_by_hand(tmp_path: Path) -> None:
    found = compare(tmp_path, GOLD, ROWS)
    assert found.breakdowns["relation"] == {
        "AFFECTS": Figures(1, 0, 0, 0),
        "ASSOCIATED_WITH": Figures(0, 0, 1, 0),
        "DECREASES": Figures(1, 0, 1, 0),
        "HAS_DOSE": Figures(1, 1, 2, 1),
        "TREATS": Figures(1, 1, 1, 1),
    }
    assert found.breakdowns["resolution"] == {"explicit": Figures(4, 2, 5, 2)}
    assert found.breakdowns["rule_id"] == {
        "dose": Figures(0, 0, 2, 1),
        "link": Figures(0, 0, 1, 0),
        "lower": Figures(0, 0, 1, 0),
    }


def test_errors_list_missed_and_extra(tmp_path: Path) -> None:
    lines = format_errors(compare(tmp_path, GOLD, ROWS)).splitlines()
    assert [(line[:6], json.loads(line[7:])["relation"]) for line in lines] == [
        ("MISSED", "DECREASES"),
        ("MISSED", "AFFECTS"),
        ("EXTRA ", "ASSOCIATED_WITH"),
        ("EXTRA ", "DECREASES"),
        ("EXTRA ", "HAS_DOSE"),
    ]


def test_nothing_at_all_scores_zero() -> None:
    assert format_score(score([], [], COMPARER), brief=True) == (
        "strict   P 0.000 R 0.000 F1 0.000  (gold 0, rows 0, matched 0)\n"
        "relaxed  P 0.000 R 0.000 F1 0.000  (gold 0, rows 0, matched 0)\n"
    )


def test_matching_moves_an_earlier_choice_to_place_both() -> None:
    rows = [{"doc": "a"}, {"doc": "a"}]
    choices = {(0, 0), (0, 1), (1, 0)}
    gold = [{"doc": "a", "i": 0}, {"doc": "a", "i": 1}]
    found = match(gold, rows, lambda g, r: (g["i"], next(j for j, row in enumerate(rows) if row is r)) in choices)
    assert found == {0: 1, 1: 0}


def test_rows_of_another_article_never_match(tmp_path: Path) -> None:
    assert compare(tmp_path, [gold_row()], [gold_row(doc="b.txt")]).strict.right == 0
    assert compare(tmp_path, [gold_row()], [gold_row(doc="zinc.html")]).strict.right == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("vitamin B12", "methylcobalamin", True),
        ("Omega-3s", "omega-3 fatty acids", True),
        ("berries", "berry", True),
        ("zinc supplementation", "zinc", True),
        ("grass", "gras", False),
        ("vitamin B12", "vitamin B6", False),
    ],
)
def test_nutrient_names(one: str, other: str, same: bool) -> None:
    assert (COMPARER.name(one) == COMPARER.name(other)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("muscle cramps", "cramp", True),
        ("cramps in the legs", "leg cramps", True),
        ("symptoms", "symptoms", True),
        ("symptoms of neuropathy", "neuropathy symptoms", True),
        ("", None, True),
        ("", "pain", False),
        ("joint pain", "joint mobility", True),
        ("high blood pressure", "low mood", False),
    ],
)
def test_objects(one: str, other: str | None, same: bool) -> None:
    assert COMPARER.objects_agree(one, other) is same
    assert COMPARER.objects_agree(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Zinc helps. It may ease colds.", "it may ease colds", True),
        ("", "zinc", False),
        ("Zinc may shorten a common cold in adults who run.", "shorten a common cold in adults who run. Really!", True),
        ("Zinc may ease a cold, it says.", "may ease a cold, it says. Really!", False),
        ("Zinc may ease a cold.", "Copper may ease a cold.", False),
    ],
)
def test_quotes(one: str, other: str, same: bool) -> None:
    assert quotes_overlap(one, other) is same


def test_doses_compare_amounts_and_unit() -> None:
    dose = {"min": "8", "max": 11.00001, "unit": "mg"}
    assert doses_agree(dose, {"min": 8.0, "max": 11, "unit": "MG"})
    assert not doses_agree(dose, {"min": 8, "max": 11, "unit": "g"})
    assert not doses_agree(dose, None)


def test_all_formats_load_alike(tmp_path: Path) -> None:
    rows = to_rows([make_claim(), make_claim(relation="HAS_DOSE", object=None)])
    gold = load_rows(write_jsonl(tmp_path / "gold.jsonl", [gold_row(quote=rows[0]["sentence"])]))
    results = []
    for name in ("csv", "jsonl", "parquet"):
        path = tmp_path / f"claims.{name}"
        path.write_bytes(FORMATS[name](rows))
        results.append(score(gold, load_rows(path), COMPARER).strict)
    assert results == [Figures(1, 1, 2, 1)] * 3


def test_faulty_gold_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"doc": "a"}\n{"doc"\n', encoding="utf-8")
    with pytest.raises(ClaimxError, match=r"gold\.jsonl:2: not valid JSON"):
        load_rows(path)
    with pytest.raises(ClaimxError, match=r"none\.jsonl: cannot be read"):
        load_rows(tmp_path / "none.jsonl")
    with pytest.raises(ClaimxError, match=r"gold\.txt: expected \.jsonl, \.csv or \.parquet"):
        load_rows(tmp_path / "gold.txt")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared gold is not beside this checkout")
def test_figures_are_those_of_the_shared_scorer(tmp_path: Path) -> None:
    gold = [json.loads(line) for line in (SHARED / "medquad.jsonl").read_text("utf-8").split("\n") if line]
    # a run that is right, wrong and silent in turns
    changes: list[dict[str, str]] = [{}, {"relation": "TREATS"}, {"polarity": "negated"}, {"certainty": "asserted"}]
    rows = [{**row, **changes[i % 4]} for i, row in enumerate(gold) if i % 7] + gold[:20]
    path = write_jsonl(tmp_path / "rows.jsonl", rows)
    command = [sys.executable, str(SHARED / "score.py"), str(SHARED / "medquad.jsonl"), str(path)]
    shared = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = score(load_rows(SHARED / "medquad.jsonl"), load_rows(path), COMPARER)
    assert format_score(found, brief=True) == shared
