"""The relation benchmarks on tiny sets written here."""

from __future__ import annotations

import importlib
import json
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from claimx.data_files import DataFiles
from claimx.errors import DataError
from claimx.pipeline import Extractor
from claimx.records import Span

FOLDER = Path(__file__).parent.parent / "benchmarks" / "relations"
DIMB_TEXT = "Zinc and colds\n\nZinc lowers inflammation. Oats contain fiber."
SEMREP_TEXT = """\
----- Citation 1 -----
1.ab.1 Zinc prevents scurvy, and rest helps.

1.ab.1|relation|C1|Zinc|elii|elii|||NEG_PREVENTS|C2|Scurvy|dsyn|dsyn|||VERB|prevents|Zinc|scurvy|5|0|14
1.ab.1|relation|C3|Rest|topp|topp|||TREATS(INFER)|C4|Patients|humn|humn|||INFER||rest|nowhere||26|
"""


@pytest.fixture
def modules(monkeypatch: pytest.MonkeyPatch) -> dict[str, ModuleType]:
    monkeypatch.syspath_prepend(str(FOLDER))
    return {name: importlib.import_module(name) for name in ("ties", "dimb", "semrep", "ade")}


@pytest.fixture
def dimb_folder(tmp_path: Path) -> Path:
    """One abstract of two relations: zinc, of which a claim can be, and fiber in oats."""
    record = {
        "doc_key": "one",
        "sentences": [["Zinc", "and", "colds"], ["Zinc", "lowers", "inflammation", "."], ["Oats", "contain", "fiber"]],
        "ner": [[], [[3, 3, "Nutrient"], [5, 5, "Physiology"]], [[7, 7, "Food"], [9, 9, "Nutrient"]]],
        "relations": [[], [[3, 3, 5, 5, "DECREASES", "Factual"]], [[7, 7, 9, 9, "HAS_COMPONENT", "Unknown"]]],
    }
    texts = tmp_path / "brat_v1_processed" / "title_abs"
    split = tmp_path / "ner_reduced_v6.1_trg_abs"
    texts.mkdir(parents=True)
    split.mkdir()
    (texts / "one.txt").write_text(DIMB_TEXT, encoding="utf-8", newline="")
    (split / "dev.json").write_text(json.dumps(record) + "\n", encoding="utf-8")
    return tmp_path


def test_dimb_tokens_become_offsets_into_the_raw_text(modules: dict[str, ModuleType], dimb_folder: Path) -> None:
    (document,) = modules["dimb"].read_documents(dimb_folder, "dev")
    found = [
        (DIMB_TEXT[tie.subject.start : tie.subject.end], tie.relation, DIMB_TEXT[tie.object.start : tie.object.end])
        for tie in document.ties
    ]
    assert found == [("Zinc", "DECREASES", "inflammation"), ("Oats", "HAS_COMPONENT", "fiber")]
    assert document.ties[0].subject.start == DIMB_TEXT.index("Zinc lowers")


def test_dimb_scope_holds_what_a_claim_can_be_about(modules: dict[str, ModuleType], dimb_folder: Path) -> None:
    bench = modules["dimb"].load_benchmark(dimb_folder, "dev")
    assert (bench.subject, bench.stated) == ({0, 1}, {0})


@pytest.mark.parametrize("gold_entities", [False, True])
def test_dimb_finds_both_relations(
    modules: dict[str, ModuleType], dimb_folder: Path, extractor: Extractor, gold_entities: bool
) -> None:
    bench = modules["dimb"].load_benchmark(dimb_folder, "dev")
    found = modules["dimb"].predict(bench, extractor, gold_entities=gold_entities)
    pairs = modules["ties"].compare(bench.gold, found, bench.mapping, spans="exact")
    assert (sorted(pairs), len(found)) == ([0, 1], 2)
    assert modules["dimb"].factuality_line(bench, found) == (
        "factuality right on 1 of 2 ties found (Unknown read as Factual 1)"
    )


def test_factuality_table_covers_every_polarity_and_certainty(modules: dict[str, ModuleType]) -> None:
    table = modules["dimb"].load_factuality(FOLDER / "dimb-factuality.tsv")
    certainties = ("asserted", "probable", "possible", "unproven", "conditional")
    assert set(table) == {(polarity, word) for polarity in ("affirmed", "negated") for word in certainties}


SUBJECT, TARGET = Span(0, 4), Span(10, 20)


def tie(ties: ModuleType, relation: str, *, subject: Span = SUBJECT, target: Span = TARGET) -> Any:
    return ties.Tie("doc", subject, relation, target)


@pytest.mark.parametrize(
    ("relation", "compared", "agrees"),
    [
        ("DECREASES", "name", True),
        ("TREATS", "name", False),
        ("TREATS", "table", True),
        ("CAUSES", "table", False),
        ("CAUSES", "pair", True),
    ],
)
def test_relations_agree_by_name_by_table_or_not_at_all(
    modules: dict[str, ModuleType], relation: str, compared: str, agrees: bool
) -> None:
    ties = modules["ties"]
    mapping = ties.Mapping({("DECREASES", "DECREASES"): "subject", ("DECREASES", "TREATS"): "subject"})
    gold, found = tie(ties, "DECREASES"), tie(ties, relation)
    assert ties.agrees(gold, found, mapping, spans="exact", compared=compared) is agrees


@pytest.mark.parametrize(
    ("direction", "straight", "crossed"), [("subject", True, False), ("object", False, True), ("either", True, True)]
)
def test_direction_says_where_the_nutrient_stands(
    modules: dict[str, ModuleType], direction: str, straight: bool, crossed: bool
) -> None:
    ties = modules["ties"]
    mapping = ties.Mapping({("HAS_COMPONENT", "FOUND_IN"): direction})
    gold = tie(ties, "HAS_COMPONENT")
    same, turned = tie(ties, "FOUND_IN"), tie(ties, "FOUND_IN", subject=Span(10, 20), target=Span(0, 4))
    found = [ties.agrees(gold, one, mapping, spans="exact", compared="table") for one in (same, turned)]
    assert found == [straight, crossed]


def test_overlap_takes_spans_that_exact_refuses(modules: dict[str, ModuleType]) -> None:
    ties = modules["ties"]
    mapping = ties.Mapping({("TREATS", "TREATS"): "subject"})
    gold, found = tie(ties, "TREATS"), tie(ties, "TREATS", target=Span(15, 20))
    verdicts = [ties.agrees(gold, found, mapping, spans=spans, compared="table") for spans in ("exact", "overlap")]
    assert verdicts == [False, True]


def test_rows_right_about_gold_out_of_scope_count_nowhere(modules: dict[str, ModuleType]) -> None:
    ties = modules["ties"]
    gold = [tie(ties, "TREATS"), tie(ties, "TREATS", target=Span(30, 40))]
    extra = tie(ties, "TREATS", target=Span(50, 60))
    mapping = ties.Mapping({("TREATS", "TREATS"): "subject"})
    found = [*gold, extra]
    pairs = ties.compare(gold, found, mapping)
    everything, inside = ties.figures(gold, found, pairs), ties.figures(gold, found, pairs, scope={0})
    assert (everything.precision, everything.recall) == (2 / 3, 1.0)
    assert (inside.precision, inside.recall) == (1 / 2, 1.0)


def test_an_unknown_direction_is_a_data_error(modules: dict[str, ModuleType], tmp_path: Path) -> None:
    path = tmp_path / "table.tsv"
    path.write_text("gold\tours\tdirection\nTREATS\tTREATS\tbackwards\n", encoding="utf-8")
    with pytest.raises(DataError, match=r'table\.tsv:2: direction "backwards" is none of subject, object, either'):
        modules["ties"].load_mapping(path)


@pytest.mark.parametrize("name", ["dimb", "semrep"])
def test_tables_name_only_relations_of_ours(modules: dict[str, ModuleType], name: str) -> None:
    from typing import get_args

    from claimx.records import Relation

    mapping = modules["ties"].load_mapping(FOLDER / f"{name}-relations.tsv")
    assert sorted(mapping.our_relations - set(get_args(Relation))) == []
    assert modules["ties"].load_types(FOLDER / f"{name}-types.tsv") != {}


def test_semrep_reads_negation_and_leaves_out_what_is_nowhere(modules: dict[str, ModuleType], tmp_path: Path) -> None:
    path = tmp_path / "gold.txt"
    path.write_text(SEMREP_TEXT, encoding="utf-8")
    gold = modules["semrep"].read_gold(path)
    (found,) = gold.ties
    assert [(article.id, article.text) for article in gold.articles] == [
        ("1.ab.1", "Zinc prevents scurvy, and rest helps.")
    ]
    assert (found.subject, found.relation, found.object, found.status) == (
        Span(0, 4),
        "PREVENTS",
        Span(14, 20),
        "negated",
    )
    assert (gold.nutrients, gold.held) == ({0}, {0})


@pytest.mark.parametrize("gold_arguments", [False, True])
def test_semrep_finds_the_relation(
    modules: dict[str, ModuleType], tmp_path: Path, extractor: Extractor, gold_arguments: bool
) -> None:
    path = tmp_path / "gold.txt"
    path.write_text(SEMREP_TEXT, encoding="utf-8")
    gold = modules["semrep"].read_gold(path)
    found = modules["semrep"].predict(gold, extractor, gold_arguments=gold_arguments)
    assert [(tie.relation, tie.status) for tie in found] == [("PREVENTS", "affirmed")]
    assert modules["semrep"].found_by(gold.indicators, gold, found, scope={0}) == "VERB 1/1"


def test_ade_places_a_dose_by_its_distance_to_the_drug(modules: dict[str, ModuleType], tmp_path: Path) -> None:
    text = "After 5 mg daily of iron she took 5 mg of zinc."
    drug, dose = text.index("zinc") + 100, text.rindex("5 mg") + 100
    path = tmp_path / "rows.rel"
    path.write_text(f"1|{text}|5 mg|{dose}|{dose + 4}|zinc|{drug}|{drug + 4}\n1|{text}|overdose|1|9|zinc|1|5\n")
    (item,) = modules["ade"].read_items([path])
    assert item.dose == Span(text.rindex("5 mg"), text.rindex("5 mg") + 4)


@pytest.mark.parametrize(
    ("dose", "verdicts"),
    [
        ("5 mg", (True, True, False, True)),
        ("5 mg daily", (True, True, True, True)),
        ("of iron 5", (True, False, False, True)),
        ("she", (False, False, False, False)),
    ],
)
def test_ade_verdicts(modules: dict[str, ModuleType], dose: str, verdicts: tuple[bool, ...]) -> None:
    text = "A dose of iron 5 mg daily made her ill, she said."
    item = modules["ade"].Item(text, Span(text.index(dose), text.index(dose) + len(dose)))
    found = modules["ade"].read_dose(item, DataFiles())
    assert (found.touched, found.covered, found.exact, found.number) == verdicts


@pytest.mark.parametrize(
    ("dose", "reason"), [("60 mg/m2", "per square metre of body"), ("0.6%", "a bare number or strength"), ("60 mg", "")]
)
def test_ade_kinds_of_dose(modules: dict[str, ModuleType], dose: str, reason: str) -> None:
    assert modules["ade"].reason_outside(modules["ade"].Item(dose, Span(0, len(dose)))) == reason


def test_the_index_names_every_benchmark() -> None:
    benchmarks = FOLDER.parent
    named = set(re.findall(r"python benchmarks/([\w./]+)", (benchmarks / "README.md").read_text(encoding="utf-8")))
    scripts = {
        path.relative_to(benchmarks).as_posix()
        for path in benchmarks.glob("*/*.py")
        if "__main__" in path.read_text(encoding="utf-8") and path.name != "__main__.py"
    }
    packages = {path.parent.name for path in benchmarks.glob("*/__main__.py")}
    assert named == scripts | packages
