"""Train students that differ in their text alone, for as many steps and from the same seed, and compare them.

    python models/ablate.py --work build/model [--steps 1600]

It reads what the stages treebanks and silver of `build.py` made, leaves each student packaged under its own folder (for
`make bench ARGS=...`), and writes `ablation.json` with labelled attachment by sentence. Runs that stand are kept.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import build
import card
import stages
import train

TREEBANKS = ("treebanks/student-1.spacy", "treebanks/student-2.spacy")
RUNS = {
    "with-silver": (*TREEBANKS, "silver/silver.spacy"),
    "without-silver": TREEBANKS,
    "craft-for-silver": (*TREEBANKS, "treebanks/craft.spacy"),
}
SETS = ("ewt", "gum", "claims", "gentle")


def make_stage(name: str, work: Path, *, steps: int) -> stages.Stage:
    return stages.Stage(f"ablation-{name}", _maker(name, work, steps=steps), settings=f"{RUNS[name]} {steps}")


def _maker(name: str, work: Path, *, steps: int) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        words = build.join([work / part for part in RUNS[name]], folder / "train.spacy")
        settings = {"training.max_steps": steps, "training.eval_frequency": steps}
        train.train_pipeline(folder / "train.spacy", folder, dev=work / "treebanks" / "dev", settings=settings)
        train.package(folder / "model-best", folder / build.MODEL)
        sets = {each: work / "treebanks" / f"test-{each}.spacy" for each in SETS}
        found = {"words": words, "scores": build.score_all(folder / build.MODEL, sets)}
        (folder / "scores.json").write_text(json.dumps(found), encoding="utf-8")

    return make


def collect(work: Path) -> list[list[Any]]:
    """One row a run: its name, its words of text, and LAS by sentence on SETS."""
    rows: list[list[Any]] = []
    for name in RUNS:
        found = json.loads((work / f"ablation-{name}" / "scores.json").read_text(encoding="utf-8"))
        las = {score["name"]: score["las"] for score in found["scores"]}
        rows.append([name.replace("-", " "), f"{found['words']:,}", *(las[f"{each}, by sentence"] for each in SETS)])
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=build.ROOT / "build" / "model", help="the folder of build.py")
    parser.add_argument("--steps", type=int, default=1600)
    arguments = parser.parse_args()
    stages.run_stages([make_stage(name, arguments.work, steps=arguments.steps) for name in RUNS], arguments.work)
    rows = collect(arguments.work)
    columns = [f"{arguments.steps:,} steps, same seed, LAS by sentence", "words of text", *SETS]
    text = json.dumps({"columns": columns, "rows": rows}, indent=1) + "\n"
    (arguments.work / "ablation.json").write_text(text, encoding="utf-8")
    print(card.make_table(columns, rows))


if __name__ == "__main__":
    main()
