from __future__ import annotations

import http.client
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from claimx.review.store import Event, Store
from review_cases import find_row, make_rows, write_run

ENVIRONMENT = {**os.environ, "OMP_NUM_THREADS": "1"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = write_run(tmp_path / "out")
    rows = make_rows()
    store = Store(found / "review.db")
    for relation, verdict, error in (
        ("TREATS", "right", ""),
        ("CAUSES", "wrong", "not_a_claim"),
        ("FOUND_IN", "unsure", ""),
    ):
        row = find_row(rows, relation)
        store.add(Event("ann", "verdict", row["doc_id"], row["claim_id"], verdict, error, judged=row))
    return found


def claimx(*arguments: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "claimx", "review", *arguments],
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_stats_as_text_and_as_json(folder: Path) -> None:
    code, text, _ = claimx("stats", str(folder))
    assert (code, text.splitlines()[0]) == (0, "claims      7, judged 2: right 1, wrong 1")
    code, text, _ = claimx("stats", str(folder), "--json")
    found = json.loads(text)
    assert (code, found["precision"]["value"], found["reviewers"]) == (0, 0.5, {"ann": 3})


def test_gold_goes_out_and_says_what_it_left_out(folder: Path) -> None:
    code, text, said = claimx("export", str(folder))
    assert (code, text) == (0, f"1 gold rows written to {folder}/review-gold.jsonl\n")
    assert said.splitlines() == [
        f"claimx: left out, nobody is sure of it: claim {find_row(make_rows(), 'FOUND_IN')['claim_id']}",
        "claimx: read in full, so that recall means something: no article",
    ]
    (line,) = (folder / "review-gold.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["relation"] == "TREATS"


def test_import_lists_refused_lines_and_exits_with_one(folder: Path) -> None:
    claimx("export", str(folder), "--format", "csv")
    sheet = folder / "review.csv"
    lines = sheet.read_text("utf-8-sig").splitlines()
    lines[1] = lines[1].replace(",", ",fine,", 1).replace(",fine,,", ",fine,", 1)
    sheet.write_text("\n".join(lines) + "\n", "utf-8")
    code, text, said = claimx("import", str(folder), str(sheet), "--reviewer", "ben")
    assert (code, text) == (1, "3 taken, 3 already known or empty, 1 refused\n")
    assert said == f'claimx: {sheet}:2: verdict "fine" is none of right, wrong, unsure\n'
    code, text, said = claimx("import", str(folder), str(sheet), "--reviewer", "ann")
    assert (code, text) == (1, "0 taken, 6 already known or empty, 1 refused\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("stats", "{folder}/none"), "no such file; run claimx extract first"),
        (("export", "{folder}", "--format", "pdf"), 'no format "pdf"; choose from gold, csv, xlsx'),
        (("import", "{folder}", "{folder}/none.csv", "--reviewer", "ann"), "no such file or folder"),
    ],
)
def test_users_error_is_one_line_and_exit_code_two(folder: Path, arguments: tuple[str, ...], message: str) -> None:
    code, _, said = claimx(*(argument.format(folder=folder) for argument in arguments))
    assert (code, len(said.splitlines())) == (2, 1)
    assert message in said


def test_app_starts_on_the_loopback_with_a_new_token_each_time(folder: Path) -> None:
    tokens = []
    for _ in range(2):
        command = [sys.executable, "-m", "claimx", "review", str(folder), "--no-browser"]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, env={**ENVIRONMENT, "PYTHONUNBUFFERED": "1"}
        ) as app:
            assert app.stdout is not None
            app.stdout.readline()
            found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/\?token=([\w-]{32})\n", app.stdout.readline())
            assert found is not None
            connection = http.client.HTTPConnection("127.0.0.1", int(found[1]), timeout=20)
            connection.request("GET", "/review")
            assert connection.getresponse().status == 403
            connection.close()
            tokens.append(found[2])
            app.send_signal(signal.SIGINT)
            app.wait(20)
    assert tokens[0] != tokens[1]
