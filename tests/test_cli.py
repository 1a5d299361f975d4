from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
import spacy

from claimx.cli import main
from claimx.columns import to_json_schema, to_markdown
from claimx.data_files import DataFiles
from claimx.export import read_claims_csv
from claimx.fingerprint import fingerprint
from claimx.pipeline import Extractor
from claimx.pipeline import load as pipeline_load
from claimx.relate.rules import load_rules

ARTICLE = "Zinc at work\n\nZinc may relieve nausea. Magnesium does not relieve muscle cramps.\n"
SUMMARY = """\
articles                   1  (0 unchanged)
sentences                  3
claims                     2
  TREATS                   2
problems                   0
written to out/claims.csv, out/articles.parquet, out/consensus.parquet, out/balance.jsonl, out/run.json
look next: claimx review out
"""


class Done(NamedTuple):
    stdout: str
    stderr: str
    returncode: int


Command = Callable[..., Done]


@pytest.fixture(scope="module")
def loaded() -> Callable[..., Extractor]:
    """Loads each pipeline once for all tests of this file."""
    known: dict[object, Extractor] = {}

    def load(
        data: Sequence[Path] | None = None, *, model: str | None = None, link: bool = False, second: bool = True
    ) -> Extractor:
        key = (tuple(path.resolve() for path in data or ()), model, link, second)
        if key not in known:
            known[key] = pipeline_load(data, model=model, link=link, second=second)
        return known[key]

    return load


@pytest.fixture
def claimx(
    tmp_path: Path,
    loaded: Callable[..., Extractor],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Command:
    """The command line run in `tmp_path`, in this process."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "zinc.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("claimx.pipeline.load", loaded)

    def call(*arguments: str, stdin: str = "") -> Done:
        # overlays are named by the same relative path in every test
        fingerprint.cache_clear()
        monkeypatch.setattr(sys, "argv", ["claimx", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        with pytest.raises(SystemExit) as stop:
            main()
        shown = capsys.readouterr()
        return Done(shown.out, shown.err, int(stop.value.code or 0))

    return call


def test_extract_writes_files_and_prints_a_summary(claimx: Command, tmp_path: Path) -> None:
    done = claimx("extract", "in", "--format", "csv")
    assert (done.stdout, done.stderr, done.returncode) == (SUMMARY, "", 0)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        ".cache.sqlite", "articles.parquet", "balance.jsonl", "claims.csv", "consensus.parquet", "run.json",
    ]  # fmt: skip
    rows = read_claims_csv(tmp_path / "out" / "claims.csv")
    assert [(row["nutrient_name"], row["relation"], row["object"]) for row in rows] == [
        ("zinc", "TREATS", "nausea"),
        ("magnesium", "TREATS", "muscle cramps"),
    ]


def test_second_extract_uses_what_it_has(claimx: Command, tmp_path: Path) -> None:
    claimx("extract", "in", "--format", "csv")
    first = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    done = claimx("extract", "in", "--format", "csv")
    assert (done.stdout, done.returncode) == (SUMMARY.replace("(0 ", "(1 "), 0)
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == first


def test_report_is_written_when_asked_for(claimx: Command, tmp_path: Path) -> None:
    done = claimx("extract", "in", "--format", "csv", "--report")
    assert done.stdout == SUMMARY.replace("run.json", "run.json, out/report.html").replace(
        "next: ", "next: open out/report.html, or "
    )
    assert "muscle cramps" in (tmp_path / "out" / "report.html").read_text("utf-8")


def test_standard_input(claimx: Command, tmp_path: Path) -> None:
    done = claimx("extract", "-", "-o", "o", "--format", "jsonl", stdin=ARTICLE)
    assert done.returncode == 0
    rows = [json.loads(line) for line in (tmp_path / "o" / "claims.jsonl").read_text("utf-8").splitlines()]
    assert [row["doc_id"] for row in rows] == ["stdin", "stdin"]


def test_unreadable_article_is_said_and_the_others_are_written(claimx: Command, tmp_path: Path) -> None:
    (tmp_path / "in" / "empty.txt").write_bytes(b"")
    done = claimx("extract", "in", "--format", "csv")
    assert done.returncode == 1
    assert re.fullmatch(r"claimx: in/empty\.txt: [^\n]+\n", done.stderr)
    assert done.stdout == SUMMARY.replace("problems                   0", "problems                   1")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["extract", "in", "--format", "json"], 'claimx: no format "json"; choose from csv, parquet, jsonl, xlsx\n'),
        (["extract", "in", "--data", "none"], "claimx: none: no such data folder\n"),
        (["score", "none.jsonl", "in"], "claimx: none.jsonl: cannot be read: No such file or directory\n"),
    ],
)
def test_fault_of_the_user_is_one_line_and_exit_code_2(claimx: Command, arguments: list[str], message: str) -> None:
    done = claimx(*arguments)
    assert (done.stdout, done.stderr, done.returncode) == ("", message, 2)


def test_unknown_model_is_one_line_and_exit_code_2(claimx: Command) -> None:
    done = claimx("extract", "in", "--model", "en_none")
    assert re.fullmatch(r'claimx: no language model "en_none"[^\n]*\n', done.stderr)
    assert done.returncode == 2


def test_no_article_found_is_a_problem(claimx: Command) -> None:
    done = claimx("extract", "nowhere")
    assert done.stderr.startswith("claimx: nowhere: ")
    assert done.returncode == 1


def test_score_prints_totals_and_exits_by_the_floor(claimx: Command, tmp_path: Path) -> None:
    gold = {"doc": "a", "quote": "Zinc helps.", "nutrient_name": "zinc", "relation": "TREATS", "object": "colds"}
    (tmp_path / "gold.jsonl").write_text(json.dumps({**gold, "polarity": "affirmed"}) + "\n", encoding="utf-8")
    (tmp_path / "rows.jsonl").write_text(json.dumps({**gold, "polarity": "negated"}) + "\n", encoding="utf-8")
    right = claimx("score", "gold.jsonl", "gold.jsonl", "--min-strict", "1")
    wrong = claimx("score", "gold.jsonl", "rows.jsonl", "--min-strict", "0.1", "--errors", "e.txt")
    assert right.stdout.startswith("strict   P 1.000 R 1.000 F1 1.000  (gold 1, rows 1, matched 1)\n")
    assert (right.returncode, wrong.returncode) == (0, 1)
    assert [line[:6] for line in (tmp_path / "e.txt").read_text("utf-8").splitlines()] == ["MISSED", "EXTRA "]


CLASHING = "Zinc cures colds.\n\nZinc does not cure colds. Take 200 mg of vitamin B6 a day.\n"


def test_compare_lists_stances_doses_and_contradictions(claimx: Command) -> None:
    claimx("extract", "-", stdin=CLASHING)
    lines = claimx("compare", "out").stdout.splitlines()
    assert [line.split()[:4] for line in lines[:3]] == [
        ["nutrient", "relation", "object", "verdict"],
        ["zinc", "TREATS", "cold", "contradicted"],
        ["vitamin", "B6", "HAS_DOSE", "-"],
    ]
    assert lines[3:] == [
        "",
        "1 contradiction",
        "",
        "zinc / cold  within one article",
        '  TREATS  "Zinc cures colds."  stdin',
        '  not TREATS  "Zinc does not cure colds."  stdin',
    ]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ([], ["HAS_DOSE", "TREATS"]),
        (["--nutrient", "Zinc"], ["TREATS"]),
        (["--relation", "has_dose"], ["HAS_DOSE"]),
        (["--object", "col"], ["TREATS"]),
        (["--contradictions"], ["TREATS"]),
        (["--min-articles", "2"], []),
    ],
)
def test_compare_as_json_lines(claimx: Command, options: list[str], found: list[str]) -> None:
    claimx("extract", "-", "--format", "csv", stdin=CLASHING)
    done = claimx("compare", "out/claims.csv", "--json", *options)
    assert [json.loads(line)["relation"] for line in done.stdout.splitlines()] == found


def test_compare_says_when_nothing_is_left(claimx: Command) -> None:
    claimx("extract", "-", stdin=CLASHING)
    assert claimx("compare", "out", "--nutrient", "copper").stdout == "no such claims\n"


def test_balance_shows_what_is_missing(claimx: Command, tmp_path: Path) -> None:
    claimx("extract", "-", stdin=CLASHING)
    shown = claimx("balance", "out", "--doc", "stdin").stdout
    assert "an amount above the limit, but no warning of too much: vitamin B6" in shown
    assert claimx("balance", "out", "--json").stdout == (tmp_path / "out" / "balance.jsonl").read_text("utf-8")
    none = claimx("balance", "out", "--doc", "none")
    assert (none.stderr, none.returncode) == ('claimx: out: holds no article "none"\n', 2)


def test_why_not_names_the_stage(claimx: Command) -> None:
    done = claimx("why-not", "-", "--nutrient", "zinc", "--object", "nausea", stdin="Does zinc relieve nausea?")
    assert done.stdout == "Does zinc relieve nausea?\n  lost at gate: a question is no claim\n"
    wrong = claimx("why-not", "Zinc.", "--nutrient", "zinc", "--relation", "heals")
    assert (wrong.stderr[:30], wrong.returncode) == ('claimx: no relation "HEALS"; c', 2)


def test_schema(claimx: Command) -> None:
    assert json.loads(claimx("schema").stdout) == to_json_schema()
    assert claimx("schema", "--markdown").stdout == to_markdown()


def test_explain_shows_mentions_rule_and_claim(claimx: Command) -> None:
    done = claimx("explain", "Zinc may relieve nausea.")
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


def test_rules_check_names_each_fault(claimx: Command, tmp_path: Path) -> None:
    (tmp_path / "mine" / "rules").mkdir(parents=True)
    (tmp_path / "mine" / "rules" / "treats.yaml").write_text(RULES, encoding="utf-8")
    done = claimx("rules", "check", "treats-relieve", "--data", "mine")
    path = "mine/rules/treats.yaml: treats-relieve: expected"
    assert done.returncode == 1
    assert [line for line in done.stderr.splitlines() if line.startswith("mine")] == [
        f"{path} zinc | pain but got zinc | nausea in: Zinc relieves nausea.",
        f"{path} nothing but got zinc | pain in the decoy: Zinc relieves pain.",
    ]


def test_rules_check_takes_ids_and_relations(claimx: Command) -> None:
    done = claimx("rules", "check", "SAFE_FOR", "treats-kills")
    safe = [rule for rule in load_rules(DataFiles()).rules if rule.relation == "SAFE_FOR"]
    said = f"{len(safe) + 1} rules: every example is read as it says, and no decoy is\n"
    assert (done.stdout, done.stderr, done.returncode) == (said, "", 0)
    done = claimx("rules", "check", "treats-nothing")
    assert (done.stderr, done.returncode) == ('claimx: no rule and no relation is called "treats-nothing"\n', 2)


def test_help_and_unknown_command(claimx: Command) -> None:
    assert claimx("--help").returncode == 0
    assert claimx("nonsense").returncode == 2


def test_module_runs_as_a_command(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "claimx", "extract", "-", "--format", "csv"]
    done = subprocess.run(command, cwd=tmp_path, input=ARTICLE, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr, done.returncode) == (SUMMARY, "", 0)
    assert [row["doc_id"] for row in read_claims_csv(tmp_path / "out" / "claims.csv")] == ["stdin", "stdin"]


def test_link_ties_misspelt_names_to_the_lexicon(claimx: Command, tmp_path: Path) -> None:
    found = []
    for options in (("--rules-alone",), ("--rules-alone", "--link")):
        article = "Zinc and others\n\nGlukosamin reduces pain.\n"
        assert claimx("extract", "-", "-o", "o", "--format", "jsonl", *options, stdin=article).returncode == 0
        rows = map(json.loads, (tmp_path / "o" / "claims.jsonl").read_text("utf-8").splitlines())
        found.append([(row["nutrient_name"], row["object"], row["object_name"]) for row in rows])
    assert found == [[], [("glucosamine", "pain", "pain")]]


@pytest.fixture
def foreign_model(tmp_path: Path) -> Path:
    """A pipeline by chance, two of whose labels no table knows."""
    nlp = spacy.blank("en")
    parser = nlp.add_pipe("parser")
    for label in ("nsubj", "weird", "odd"):
        parser.add_label(label)  # type: ignore[attr-defined]
    nlp.initialize()
    nlp.to_disk(tmp_path / "foreign")
    return tmp_path / "foreign"


UNMAPPED = 'claimx: labels of "foreign" that cannot be mapped and are read as "dep": odd, weird\n'


def test_labels_that_cannot_be_mapped_are_told_once(claimx: Command, foreign_model: Path) -> None:
    assert claimx("extract", "in", "--model", foreign_model.name).stderr == UNMAPPED
    assert claimx("explain", "Zinc helps.", "--model", foreign_model.name).stderr == UNMAPPED
    # of what is not read anew nothing new is said, and of our own model nothing at all
    assert claimx("extract", "in", "--model", foreign_model.name).stderr == ""
    assert claimx("explain", "Zinc helps.").stderr == ""


def test_worker_processes_tell_too(claimx: Command, foreign_model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimx.engine.MIN_CHARACTERS_A_WORKER", 1)
    monkeypatch.setattr("claimx.pipeline.GROUP_CHARACTERS", 1)
    Path("in/more.txt").write_text(ARTICLE.replace("Zinc", "Iron"), encoding="utf-8")
    done = claimx("extract", "in", "--model", str(foreign_model), "--jobs", "2")
    assert (done.stderr, done.returncode) == (UNMAPPED.replace('"foreign"', f'"{foreign_model}"'), 0)
    done = claimx("extract", "in", "--model", "no_such_model", "--jobs", "2")
    expected = 'claimx: no language model "no_such_model": give a folder or the name of an installed package\n'
    assert (done.stderr, done.returncode) == (expected, 2)
