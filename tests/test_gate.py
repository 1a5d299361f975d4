"""The gate: pools, causes of errors, floors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import claimx
from claimx.data_files import DataFiles
from claimx.errors import ClaimxError
from claimx.pipeline import Extractor
from claimx.quality.causes import Causes
from claimx.quality.floors import Floors, find_breaches, lower_floors, raise_floors, read_floors, write_floors
from claimx.quality.measure import Measured, measure
from claimx.quality.pools import Pool, corpus_pools, folder_pool, place_row
from claimx.score import Row, load_comparer, load_rows

CORPUS = Path(__file__).parent.parent / "corpus"
TEXT = (
    "Zinc prevents colds.\n\nMagnesium does not relieve migraine.\n\nIron is found in lentils.\n\n"
    "Adults sing about calcium and bones.\n"
)


def gold_row(quote: str, *, nutrient: str, relation: str, found: str, polarity: str = "affirmed") -> Row:
    """A gold row of the article of these tests."""
    fixed = {"resolution": "explicit", "nutrient_state": "intake", "dose": None, "certainty": "asserted"}
    core = {"nutrient": nutrient, "nutrient_name": nutrient.lower(), "relation": relation, "object": found}
    return {"doc": "a.txt", "quote": quote, **core, "polarity": polarity, "evidence": "none", "species": "", **fixed}


GOLD = (
    gold_row("Zinc prevents colds.", nutrient="Zinc", relation="PREVENTS", found="colds"),
    gold_row("Magnesium does not relieve migraine.", nutrient="Magnesium", relation="TREATS", found="migraine"),
    gold_row("Iron is found in lentils.", nutrient="Zinc", relation="FOUND_IN", found="lentils"),
    gold_row("Adults sing about calcium and bones.", nutrient="calcium", relation="IMPROVES", found="bones"),
)


@pytest.fixture
def pool(tmp_path: Path) -> Pool:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "news.jsonl").write_text("".join(json.dumps(row) + "\n" for row in GOLD), encoding="utf-8")
    found = folder_pool(folder)
    assert found is not None
    return found


@pytest.fixture
def measured(pool: Pool, extractor: Extractor) -> Measured:
    return measure(pool, extractor, load_comparer(DataFiles()))


def name_causes(causes: Causes) -> list[tuple[str, int]]:
    return [(cause, len(cases)) for cause, cases in causes.groups()]


def test_figures_by_hand(measured: Measured) -> None:
    figures = {name: round(measured.figures[name], 3) for name in ("strict.precision", "strict.recall", "polarity")}
    assert figures == {"strict.precision": 0.333, "strict.recall": 0.25, "polarity": 0.5}


def test_share_of_few_rows_is_not_held(measured: Measured) -> None:
    assert {name for name in measured.figures if name not in measured.steady} == set(measured.shares) - {
        name for name, (_, whole) in measured.shares.items() if not whole
    }


def test_each_error_has_one_cause(measured: Measured) -> None:
    assert name_causes(measured.causes) == [
        ("missed: no trigger", 1),
        ("wrong polarity", 1),
        ("wrong slot: nutrient", 1),
    ]


def test_pool_without_gold_is_none(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    assert folder_pool(tmp_path / "texts") is None


def test_every_split_of_the_corpus_has_the_gold_its_index_counts() -> None:
    lines = (CORPUS / "index.csv").read_text(encoding="utf-8").splitlines()[1:]
    listed: dict[str, int] = {}
    for line in lines:
        _, _, split, rows, *_ = line.split(",")
        if split != "none":
            listed[split] = listed.get(split, 0) + int(rows)
    assert {pool.name: len(pool.gold) for pool in corpus_pools(CORPUS)} == listed


def test_the_index_lists_every_article() -> None:
    listed = sorted(line.split(",")[0] for line in (CORPUS / "index.csv").read_text(encoding="utf-8").splitlines()[1:])
    assert listed == sorted(path.name for path in (CORPUS / "articles").iterdir())


def test_gold_of_the_corpus_quotes_what_is_read() -> None:
    absent = []
    for pool in corpus_pools(CORPUS):
        read = [item for item in claimx.read_articles(pool.paths) if not isinstance(item, Exception)]
        texts = {item.id.rsplit(".", 1)[0]: item.text for item in read}
        assert len(texts) == len(pool.paths)
        absent += [row["quote"] for row in pool.gold if row["quote"] not in texts[row["doc"]]]
    assert absent == []


@pytest.mark.parametrize(
    ("docs", "expected"),
    [({"a.jsonl"}, "a.jsonl"), ({"a.jsonl#7"}, "a.jsonl#7"), ({"b.jsonl"}, "a.jsonl#7")],
    ids=["gold names the file", "gold names the row", "gold names neither"],
)
def test_rows_of_a_table_go_to_the_gold_that_names_them(docs: set[str], expected: str) -> None:
    assert place_row({"doc": "a.jsonl#7"}, frozenset(docs))["doc"] == expected


def test_floor_is_breached_below_and_not_at_it() -> None:
    floors = Floors({"dev": {"strict.f1": 0.6}})
    assert find_breaches(floors, "dev", {"strict.f1": 0.6}) == []
    assert find_breaches(floors, "dev", {"strict.f1": 0.599}) == ["dev: strict.f1 0.599 is below its floor 0.60"]


def test_a_pool_that_is_not_there_breaches_nothing() -> None:
    assert find_breaches(Floors({"medquad": {"strict.f1": 0.6}}), "dev", {"strict.f1": 0.1}) == []


def test_floors_rise_and_never_sink_by_raising() -> None:
    floors = Floors({"dev": {"strict.f1": 0.6, "polarity": 0.9}})
    found = raise_floors(floors, "dev", {"strict.f1": 0.659, "polarity": 0.8, "strict.recall": 0.5})
    assert found == Floors({"dev": {"strict.f1": 0.65, "polarity": 0.9}})


def test_sure_rows_are_held_to_what_is_promised() -> None:
    found = raise_floors(Floors(), "dev", {"precision_above_0.9": 1.0, "polarity": 1.0, "strict.f1": 1.0})
    assert found == Floors({"dev": {"precision_above_0.9": 0.95, "polarity": 0.99, "strict.f1": 1.0}})


def test_floor_sinks_by_name_and_its_reason_is_kept() -> None:
    floors = Floors({"dev": {"strict.f1": 0.6, "polarity": 0.9}})
    found = lower_floors(floors, ["dev:strict.f1"], {"dev": {"strict.f1": 0.509, "polarity": 0.1}}, reason="new gold")
    assert found == Floors(
        {"dev": {"strict.f1": 0.5, "polarity": 0.9}},
        [{"floor": "dev:strict.f1", "from": 0.6, "to": 0.5, "reason": "new gold"}],
    )


@pytest.mark.parametrize(("name", "reason"), [("dev:strict.f1", ""), ("dev:speed", "why"), ("test:strict.f1", "why")])
def test_floor_that_is_not_named_or_explained_stays(name: str, reason: str) -> None:
    floors = Floors({"dev": {"strict.f1": 0.6}})
    with pytest.raises(ClaimxError, match="--lower-floor"):
        lower_floors(floors, [name], {"dev": {"strict.f1": 0.5}}, reason=reason)


def test_floors_survive_the_file(tmp_path: Path) -> None:
    floors = Floors({"dev": {"strict.f1": 0.6}}, [{"floor": "dev:polarity", "from": 0.9, "to": 0.8, "reason": "gold"}])
    write_floors(tmp_path / "floors.json", floors)
    assert read_floors(tmp_path / "floors.json") == floors


def test_floors_edited_by_hand_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    write_floors(path, Floors({"dev": {"strict.f1": 0.6}}))
    path.write_text(path.read_text(encoding="utf-8").replace("0.6", "0.5"), encoding="utf-8")
    with pytest.raises(ClaimxError, match="edited by hand"):
        read_floors(path)


def test_gold_rows_are_read_whole() -> None:
    assert len(load_rows(CORPUS / "gold" / "dev.jsonl")) == len(
        (CORPUS / "gold" / "dev.jsonl").read_text(encoding="utf-8").strip().split("\n")
    )
