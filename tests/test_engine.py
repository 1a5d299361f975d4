from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from building import make_claim
from claimx import engine
from claimx.engine import CACHE_NAME, Options, Problem, Run, run, write_run
from claimx.errors import ClaimxError, ReadError
from claimx.fingerprint import fingerprint
from claimx.records import Article, Claim


@dataclass
class Reading:
    article: Article
    sentences: list[str]


@dataclass
class WordExtractor:
    """Stands in for the stages: a claim for each word "zinc", a fault for the word "bad"."""

    seen: list[str] = field(default_factory=list)
    unmapped: tuple[str, ...] = ()

    def prepare(self, article: Article) -> Reading:
        self.seen.append(article.id)
        if "bad" in article.text:
            raise ValueError("no such thing")
        return Reading(replace(article, title=article.text.split()[0]), article.text.split("."))

    def parse(self, readings: list[Reading]) -> list[Reading]:
        if any("worse" in reading.article.text for reading in readings):
            raise IndexError("no such token")
        return readings

    def relate(self, reading: Reading) -> list[Claim]:
        words = reading.article.text.split()
        if "worst" in words:
            raise KeyError("no such rule")
        sure = [0.9 if word == "zinc" else 0.1 for word in words if word in ("zinc", "copper")]
        claim = make_claim(doc_id=reading.article.id)
        return [
            replace(claim, confidence=score, nutrient=replace(claim.nutrient, start=i)) for i, score in enumerate(sure)
        ]


@pytest.fixture
def extractor(monkeypatch: pytest.MonkeyPatch) -> WordExtractor:
    found = WordExtractor()
    monkeypatch.setattr(engine, "_load", lambda _: found)
    return found


def article(name: str, text: str) -> Article:
    return Article(id=name, text=text, source=f"in/{name}")


A, B, C = article("a.txt", "zinc and copper . More"), article("b.txt", "nothing"), article("c.txt", "zinc")
BAD = article("bad.txt", "bad zinc")


def run_to(folder: Path, found: Iterable[Article | ReadError], options: Options | None = None) -> Run:
    folder.mkdir(exist_ok=True)
    done = run(found, options or Options(), cache_folder=folder)
    write_run(done, folder, formats=["csv", "parquet", "jsonl", "xlsx"])
    return done


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != CACHE_NAME}


def test_rows_are_sorted_by_article_whatever_the_order_of_reading(extractor: WordExtractor) -> None:
    rows = run([C, A], Options()).rows
    assert [row["doc_id"] for row in rows] == ["a.txt", "a.txt", "c.txt"]
    assert rows == run([A, C], Options()).rows
    assert extractor.seen == ["a.txt", "c.txt"] * 2


def test_second_run_extracts_only_what_is_new_or_changed(tmp_path: Path, extractor: WordExtractor) -> None:
    run_to(tmp_path / "out", [A, B])
    extractor.seen.clear()
    changed = replace(B, text="now zinc")
    done = run_to(tmp_path / "out", [A, changed, C])
    assert extractor.seen == ["b.txt", "c.txt"]
    assert [outcome.reused for outcome in done.outcomes] == [True, False, False]


def test_second_run_gives_the_bytes_of_a_run_from_nothing(tmp_path: Path, extractor: WordExtractor) -> None:
    run_to(tmp_path / "out", [A, B, article("gone.txt", "zinc")])
    run_to(tmp_path / "out", [A, C, BAD])
    run_to(tmp_path / "fresh", [A, C, BAD])
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")
    assert sorted(contents(tmp_path / "out")) == [
        "articles.parquet", "balance.jsonl", "claims.csv", "claims.jsonl", "claims.parquet", "claims.xlsx",
        "consensus.parquet", "run.json",
    ]  # fmt: skip
    assert extractor.seen == ["a.txt", "b.txt", "gone.txt", "bad.txt", "c.txt", "a.txt", "bad.txt", "c.txt"]


def test_removed_article_leaves_the_cache(tmp_path: Path, extractor: WordExtractor) -> None:
    run_to(tmp_path, [A, B])
    run_to(tmp_path, [A])
    run_to(tmp_path, [A, B])
    assert extractor.seen == ["a.txt", "b.txt", "b.txt"]


@pytest.mark.parametrize("change", [{"topic": "zinc"}, {"title": "Zinc"}, {"id": "z.txt"}])
def test_metadata_is_part_of_the_content(tmp_path: Path, extractor: WordExtractor, change: dict[str, Any]) -> None:
    run_to(tmp_path, [A])
    run_to(tmp_path, [replace(A, **change)])
    assert len(extractor.seen) == 2


def test_moved_article_is_not_extracted_again(tmp_path: Path, extractor: WordExtractor) -> None:
    run_to(tmp_path, [A])
    run_to(tmp_path, [replace(A, source="elsewhere/a.txt")])
    assert extractor.seen == ["a.txt"]


def test_failing_article_is_listed_and_the_others_go_on(tmp_path: Path, extractor: WordExtractor) -> None:
    done = run_to(tmp_path, [BAD, A])
    assert [outcome.article.id for outcome in done.outcomes] == ["a.txt", "bad.txt"]
    (problem,) = done.problems
    assert replace(problem, traceback="", place="") == Problem("in/bad.txt", "ValueError", "no such thing")
    assert "no such thing" in problem.traceback
    assert len(done.rows) == 2
    assert extractor.seen == ["a.txt", "bad.txt"]


def test_fault_in_any_stage_stays_with_its_article(extractor: WordExtractor) -> None:
    worse, worst = article("worse.txt", "worse zinc"), article("worst.txt", "worst zinc")
    done = run([A, BAD, C, worse, worst], Options())
    assert [(problem.source, problem.kind) for problem in done.problems] == [
        ("in/bad.txt", "ValueError"),
        ("in/worse.txt", "IndexError"),
        ("in/worst.txt", "KeyError"),
    ]
    assert [row["doc_id"] for row in done.rows] == ["a.txt", "a.txt", "c.txt"]
    assert extractor.seen == ["a.txt", "bad.txt", "c.txt", "worse.txt", "worst.txt"]


def test_failed_article_is_tried_again(tmp_path: Path, extractor: WordExtractor) -> None:
    run_to(tmp_path, [BAD])
    run_to(tmp_path, [BAD])
    assert extractor.seen == ["bad.txt", "bad.txt"]


@pytest.mark.usefixtures("extractor")
def test_unreadable_article_is_a_problem(tmp_path: Path) -> None:
    done = run_to(tmp_path, [ReadError("is empty", source="in/empty.txt"), A])
    assert done.problems == [Problem("in/empty.txt", "unreadable", "in/empty.txt: is empty")]
    assert len(done.outcomes) == 1


@pytest.mark.usefixtures("extractor")
def test_same_id_twice_is_a_problem() -> None:
    done = run([A, replace(A, source="other/a.txt")], Options())
    assert [p.message for p in done.problems] == ['other/a.txt: id "a.txt" is taken by in/a.txt; rename one of them']


@pytest.mark.usefixtures("extractor")
def test_text_that_no_file_can_hold_is_a_problem() -> None:
    done = run([article("half.txt", "zinc \ud83d")], Options())
    assert [p.message for p in done.problems] == [
        "in/half.txt: half a surrogate pair at character 5, which no file can hold"
    ]
    assert done.outcomes == []


def test_min_confidence_leaves_out_rows_and_needs_no_new_extraction(tmp_path: Path, extractor: WordExtractor) -> None:
    assert len(run_to(tmp_path, [A]).rows) == 2
    done = run_to(tmp_path, [A], Options(min_confidence=0.5))
    assert [row["confidence"] for row in done.rows] == [0.9]
    assert done.counts["claims"] == 1
    assert extractor.seen == ["a.txt"]


@pytest.mark.usefixtures("extractor")
def test_report_counts_and_holds_no_clock(tmp_path: Path) -> None:
    run_to(tmp_path, [A, BAD, ReadError("is empty", source="in/empty.txt")])
    report = json.loads((tmp_path / "run.json").read_text("utf-8"))
    assert report["counts"] == {
        "articles": 2,
        "sentences": 2,
        "claims": 2,
        "claims_by_relation": {"TREATS": 2},
        "problems": 2,
    }
    assert [problem["kind"] for problem in report["problems"]] == ["unreadable", "ValueError"]
    assert list(report) == ["versions", "fingerprint", "model", "second_reader", "min_confidence", "counts", "problems"]


@pytest.mark.usefixtures("extractor")
def test_articles_file_holds_the_exact_text(tmp_path: Path) -> None:
    odd = article("odd.txt", "zinc\r\n\ttwo\u2028three \x00 µ\n\n")
    run_to(tmp_path, [odd])
    assert pq.read_table(tmp_path / "articles.parquet").to_pylist() == [
        {"doc_id": "odd.txt", "title": "zinc", "topic": "", "source": "in/odd.txt", "text": odd.text}
    ]


def test_damaged_cache_is_begun_anew(tmp_path: Path, extractor: WordExtractor) -> None:
    (tmp_path / CACHE_NAME).write_bytes(b"not a database" * 100)
    run_to(tmp_path, [A])
    run_to(tmp_path, [A])
    assert extractor.seen == ["a.txt"]


def test_interrupted_run_keeps_what_it_had(
    tmp_path: Path, extractor: WordExtractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimx.pipeline.GROUP_CHARACTERS", 1)

    def stop(outcome: engine.Outcome) -> None:
        if outcome.article.id == "b.txt":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run([A, B, C], Options(), cache_folder=tmp_path, on_done=stop)
    run([A, B, C], Options(), cache_folder=tmp_path)
    assert extractor.seen == ["a.txt", "b.txt", "c.txt"]


@pytest.mark.usefixtures("extractor")
def test_output_folder_that_is_a_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("in the way")
    with pytest.raises(ClaimxError, match=r"out.*cannot be written"):
        run([A], Options(), cache_folder=tmp_path / "out")


def test_fingerprint_follows_every_file_of_the_overlay(tmp_path: Path) -> None:
    plain = fingerprint((), None)
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "nutrients.tsv").write_text("name\nzinc\n")
    fingerprint.cache_clear()
    with_overlay = fingerprint((tmp_path,), None)
    (tmp_path / "lexicon" / "nutrients.tsv").write_text("name\ncopper\n")
    fingerprint.cache_clear()
    changed = fingerprint((tmp_path,), None)
    assert len({plain, with_overlay, changed}) == 3
    assert fingerprint((tmp_path,), None) == changed


def test_cache_holds_one_entry_an_article(tmp_path: Path, extractor: WordExtractor) -> None:
    run_to(tmp_path, [A, B, BAD])
    with sqlite3.connect(tmp_path / CACHE_NAME) as file:
        assert file.execute("SELECT count(*) FROM outcomes").fetchone() == (2,)
    assert len(extractor.seen) == 3
