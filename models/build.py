"""Build the packaged language model from treebank sources: convert, train, evaluate, package, write the card.

    python models/build.py --sources DIR [--work DIR] [--steps N N]

With one core it takes about an hour. Everything that depends on chance is seeded.
"""

from __future__ import annotations

import argparse
import json
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
LATER_RATE = 0.0015


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
    for number, settings in enumerate(rounds(arguments.steps), 1):
        words = corpus.write_training(sources, corpus.Recipe(seed=number), arguments.work, vocab=vocab)
        print(f"round {number}: training on {words} words")
        out = arguments.work / f"round-{number}"
        train.train_pipeline(arguments.work, out, settings=settings, start=start)
        start = out / "model-best"
    if start is None:
        raise SystemExit("--steps needs at least one number")
    size = train.package(start, MODEL)
    print("evaluating")
    results = score_all(MODEL, arguments.work, gentle=arguments.sources / GENTLE)
    report = {"bytes": size, "training_words": words, "scores": results}
    (ROOT / "models" / "scores.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    card.write_card(ROOT / "models")


def rounds(steps: list[int]) -> list[dict[str, Any]]:
    """Settings of each round: the first from nothing, the others going on at a lower rate with words swapped anew."""
    rate = "training.optimizer.learn_rate.initial_rate"
    return [
        {"training.max_steps": count, "system.seed": number, **({rate: LATER_RATE} if number > 1 else {})}
        for number, count in enumerate(steps, 1)
    ]


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=Path, required=True, help="folder with the files of models/sources.toml")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "model", help="folder for what is made")
    parser.add_argument("--steps", type=int, nargs="+", default=[4000, 5000], help="training steps of each round")
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
