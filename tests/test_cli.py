from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from claimx.columns import to_json_schema, to_markdown
from claimx.export import read_claims_csv

ARTICLE = "Zinc at work\n\nZinc may relieve nausea. Magnesium does not relieve muscle cramps.\n"
SUMMARY = """\
articles                 1  (0 unchanged)
sentences                3
claims                   2
  TREATS                 2
problems                 0
written to out/claims.csv, out/articles.parquet, out/run.json
"""


def claimx(*arguments: str, cwd: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "claimx", *arguments]
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "zinc.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def test_extract_writes_files_and_prints_a_summary(folder: Path) -> None:
    done = claimx("extract", "in", "--format", "csv", cwd=folder)
    assert (done.stdout, done.stderr, done.returncode) == (SUMMARY, "", 0)
    assert sorted(path.name for path in (folder / "out").iterdir()) == [
        ".cache.sqlite", "articles.parquet", "claims.csv", "run.json",
    ]  # fmt: skip
    rows = read_claims_csv(folder / "out" / "claims.csv")
    assert [(row["nutrient_name"], row["relation"], row["object"]) for row in rows] == [
        ("zinc", "TREATS", "nausea"),
        ("magnesium", "TREATS", "muscle cramps"),
    ]


def test_second_extract_uses_what_it_has(folder: Path) -> None:
    claimx("extract", "in", "--format", "csv", cwd=folder)
    first = {path.name: path.read_bytes() for path in (folder / "out").iterdir()}
    done = claimx("extract", "in", "--format", "csv", cwd=folder)
    assert (done.stdout, done.returncode) == (SUMMARY.replace("(0 ", "(1 "), 0)
    assert {path.name: path.read_bytes() for path in (folder / "out").iterdir()} == first


def test_standard_input(folder: Path) -> None:
    done = claimx("extract", "-", "-o", "o", "--format", "jsonl", cwd=folder, stdin=ARTICLE)
    assert done.returncode == 0
    rows = [json.loads(line) for line in (folder / "o" / "claims.jsonl").read_text("utf-8").splitlines()]
    assert [row["doc_id"] for row in rows] == ["stdin", "stdin"]


def test_unreadable_article_is_said_and_the_others_are_written(folder: Path) -> None:
    (folder / "in" / "empty.txt").write_bytes(b"")
    done = claimx("extract", "in", "--format", "csv", cwd=folder)
    assert done.returncode == 1
    assert re.fullmatch(r"claimx: in/empty\.txt: [^\n]+\n", done.stderr)
    assert done.stdout == SUMMARY.replace("problems                 0", "problems                 1")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["extract", "in", "--format", "json"], 'claimx: no format "json"; choose from csv, parquet, jsonl, xlsx\n'),
        (["extract", "in", "--data", "none"], "claimx: none: no such data folder\n"),
        (["score", "none.jsonl", "in"], "claimx: none.jsonl: cannot be read: No such file or directory\n"),
    ],
)
def test_fault_of_the_user_is_one_line_and_exit_code_2(folder: Path, arguments: list[str], message: str) -> None:
    done = claimx(*arguments, cwd=folder)
    assert (done.stdout, done.stderr, done.returncode) == ("", message, 2)


def test_unknown_model_is_one_line_and_exit_code_2(folder: Path) -> None:
    done = claimx("extract", "in", "--model", "en_none", cwd=folder)
    assert re.fullmatch(r'claimx: no language model "en_none"[^\n]*\n', done.stderr)
    assert done.returncode == 2


def test_no_article_found_is_a_problem(folder: Path) -> None:
    done = claimx("extract", "nowhere", cwd=folder)
    assert done.stderr.startswith("claimx: nowhere: ")
    assert done.returncode == 1


def test_score_prints_totals_and_exits_by_the_floor(folder: Path) -> None:
    gold = {"doc": "a", "quote": "Zinc helps.", "nutrient_name": "zinc", "relation": "TREATS", "object": "colds"}
    (folder / "gold.jsonl").write_text(json.dumps({**gold, "polarity": "affirmed"}) + "\n", encoding="utf-8")
    (folder / "rows.jsonl").write_text(json.dumps({**gold, "polarity": "negated"}) + "\n", encoding="utf-8")
    right = claimx("score", "gold.jsonl", "gold.jsonl", "--min-strict", "1", cwd=folder)
    wrong = claimx("score", "gold.jsonl", "rows.jsonl", "--min-strict", "0.1", "--errors", "e.txt", cwd=folder)
    assert right.stdout.startswith("strict   P 1.000 R 1.000 F1 1.000  (gold 1, rows 1, matched 1)\n")
    assert (right.returncode, wrong.returncode) == (0, 1)
    assert [line[:6] for line in (folder / "e.txt").read_text("utf-8").splitlines()] == ["MISSED", "EXTRA "]


def test_schema(tmp_path: Path) -> None:
    assert json.loads(claimx("schema", cwd=tmp_path).stdout) == to_json_schema()
    assert claimx("schema", "--markdown", cwd=tmp_path).stdout == to_markdown()


def test_explain_shows_mentions_rule_and_claim(tmp_path: Path) -> None:
    done = claimx("explain", "Zinc may relieve nausea.", cwd=tmp_path)
    lines = done.stdout.splitlines()
    assert done.returncode == 0
    assert lines[0] == "Zinc may relieve nausea."
    kinds = [line.split()[0] for line in lines[1:]]
    assert [kind for kind in ("mention", "parse", "rule", "claim") if kind not in kinds] == []


RULES = """\
relation: TREATS
rules:
  - id: treats-relieve
    trigger: [relieve]
    frame: effect
    object: [condition]
    examples:
      - {text: "Zinc relieves nausea.", claims: ["zinc | nausea"]}
      - {text: "Zinc relieves nausea.", claims: ["zinc | pain"]}
    decoys: ["Rest relieves nausea.", "Zinc relieves pain."]
"""


def test_rules_check_names_each_fault(tmp_path: Path) -> None:
    (tmp_path / "mine" / "rules").mkdir(parents=True)
    (tmp_path / "mine" / "rules" / "treats.yaml").write_text(RULES, encoding="utf-8")
    done = claimx("rules", "check", "--data", "mine", cwd=tmp_path)
    path = "mine/rules/treats.yaml: treats-relieve: expected"
    assert done.returncode == 1
    assert [line for line in done.stderr.splitlines() if line.startswith("mine")] == [
        f"{path} zinc | pain but got zinc | nausea in: Zinc relieves nausea.",
        f"{path} nothing but got zinc | pain in the decoy: Zinc relieves pain.",
    ]


def test_help_comes_at_once(tmp_path: Path) -> None:
    assert claimx("--help", cwd=tmp_path).returncode == 0
    assert claimx("nonsense", cwd=tmp_path).returncode == 2
