"""Build the packaged language model from treebank sources: convert, train, evaluate, package, write the card.

    python models/build.py --sources DIR [--work DIR]

With one free core it takes about half an hour. Everything that depends on chance is seeded.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import card
import corpus
import evaluate
import spacy
import train

ROOT = Path(__file__).parents[1]
MODEL = ROOT / "models" / "en_claimx"
LEMMAS = ROOT / "src" / "claimx" / "data" / "lemma"
GENTLE = "gentlemed-test.spacy"


@dataclass(frozen=True, slots=True)
class Round:
    """One stretch of training; each goes on from the one before, with words swapped anew."""

    steps: int
    rate: float
    treebanks: tuple[str, ...]

    def settings(self, seed: int) -> dict[str, Any]:
        rate = "training.optimizer.learn_rate.initial_rate"
        return {"training.max_steps": self.steps, rate: self.rate, "system.seed": seed}


ROUNDS = (
    Round(4000, 0.002, ("ewt", "gum", "craft")),
    Round(5000, 0.0015, ("ewt", "gum", "craft")),
)


def main() -> None:
    arguments = read_arguments()
    table = corpus.check_sources(arguments.sources)
    print("reading the treebanks")
    sources = corpus.read_sources(arguments.sources, table)
    vocab = spacy.blank("en").vocab
    corpus.write_heldout(sources, arguments.work, vocab=vocab)
    corpus.learn_lemmas(sources, LEMMAS)
    start: Path | None = None
    words = 0
    for number, each in enumerate(ROUNDS, 1):
        recipe = corpus.Recipe(seed=number, treebanks=each.treebanks)
        found = corpus.write_training(sources, recipe, arguments.work, vocab=vocab)
        print(f"round {number}: training on {found} words")
        words = max(words, found)
        out = arguments.work / f"round-{number}"
        train.train_pipeline(arguments.work, out, settings=each.settings(number), start=start)
        start = out / "model-best"
    assert start is not None
    size = train.package(start, MODEL)
    print("evaluating")
    results = score_all(MODEL, arguments.work, gentle=arguments.sources / GENTLE)
    report = {"bytes": size, "training_words": words, "scores": results}
    (ROOT / "models" / "scores.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    card.write_card(ROOT / "models")


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=Path, required=True, help="folder with the files of models/sources.toml")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "model", help="folder for what is made")
    return parser.parse_args()


def score_all(model: Path, work: Path, *, gentle: Path) -> list[dict[str, Any]]:
    """Accuracy on every test set, from raw text and by single sentence, as plain dicts."""
    nlp = spacy.load(model)
    sets = {name: work / f"test-{name}.spacy" for name in ("ewt", "gum", "craft", "claims")} | {"gentle": gentle}
    found = []
    for name, path in sets.items():
        docs = evaluate.read_docs(path, nlp)
        if name != "claims":
            found.append(evaluate.as_dict(evaluate.score_raw(nlp, docs, name=f"{name}, raw text")))
        found.append(evaluate.as_dict(evaluate.score_sentences(nlp, docs, name=f"{name}, by sentence")))
    return found


if __name__ == "__main__":
    main()
