"""Causal wording, four classes a sentence: `python benchmarks/causal/run.py FILE.csv [FILE.csv ...]`

Reads pubmed_conclusions and eureka_press files (`sentence,label`); their label codes differ and are told apart by the
file name. Our causal_language is a value of a claim, not of a sentence, and most of these sentences name no nutrient,
so `wording.yaml` beside this file finds the effect word; hedging and negation are then read by the packaged cues.
"""

from __future__ import annotations

import argparse
import csv
import html
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from claimx.data_files import DataFiles, read_yaml
from claimx.errors import run_script
from claimx.parse import Parser, load_model
from claimx.qualify.certainty import CertaintyReader
from claimx.qualify.clauses import Joints, load_joints
from claimx.qualify.cues import Phrases
from claimx.qualify.view import View, make_view
from claimx.records import Article, Claim, Mention, Parse, Sentence, Span

CLASSES = ("none", "direct", "conditional", "correlational")
CODES = {
    "pubmed": dict(zip("0123", CLASSES, strict=True)),
    "eureka": dict(zip("0321", CLASSES, strict=True)),
}
# macro-F1 of trained classifiers, five-fold cross-validation, from the sources' own pages
PUBLISHED = {"pubmed": 0.88, "eureka": 0.892}
WORDING = Path(__file__).with_name("wording.yaml")


class Wording:
    """The benchmark's own lists of effect words and phrases."""

    def __init__(self, path: Path) -> None:
        lists = read_yaml(path)
        self.effects = frozenset(lists["effects"])
        self.together = Phrases(tuple(lists["together"]), path=path)
        self.direct = frozenset(lists["direct"])
        self.having = frozenset(lists["having"])
        self.neither = Phrases(tuple(lists["neither"]), path=path)

    def classify(self, parse: Parse, sentence: Sentence, *, reader: CertaintyReader, joints: Joints) -> str:
        """The class of one sentence."""
        base = _view(parse, sentence, trigger=-1, joints=joints)
        if base.line.find(self.neither):
            return "none"
        together = base.line.find(self.together)
        effects = [i for i in range(len(parse.words)) if parse.lemmas[i].lower() in self.effects]
        effects = [i for i in effects if parse.pos[i] in ("VERB", "ADJ") or self._had(parse, i)]
        if together:
            return "correlational"
        if not effects:
            return "none"
        certainty, cue = reader.read(_view(parse, sentence, trigger=effects[0], joints=joints))
        # the annotators take "can" and "suggests that" for direct wording, "may" and "could" for conditional
        hedged = certainty in ("possible", "unproven") and cue.lower() not in self.direct
        return "conditional" if hedged else "direct"

    def _had(self, parse: Parse, token: int) -> bool:
        """ "had no effect on", against "we studied the effect of"."""
        above = parse.heads[token]
        return parse.deps[token] == "obj" and parse.lemmas[above].lower() in self.having


def _view(parse: Parse, sentence: Sentence, *, trigger: int, joints: Joints) -> View:
    nowhere = Mention("NUTRIENT", sentence.end, sentence.end, "", "")
    span = Span(parse.starts[trigger], parse.ends[trigger]) if trigger >= 0 else Span(0, 0)
    claim = Claim(sentence, nowhere, "INCREASES", None, span, "causal", trigger)
    return make_view(claim, parse, mentions=(), article=Article("causal", sentence.text), joints=joints)


def read_rows(path: Path) -> list[tuple[str, str]]:
    """Sentences with their class names."""
    codes = CODES["eureka" if "eureka" in path.name else "pubmed"]
    with path.open(encoding="utf-8", newline="") as file:
        return [
            (html.unescape(row["sentence"]).strip().strip('"'), codes[row["label"]]) for row in csv.DictReader(file)
        ]


def f1_scores(gold: Sequence[str], found: Sequence[str]) -> dict[str, float]:
    """F1 of each class."""
    pairs = Counter(zip(gold, found, strict=True))
    scores = {}
    for name in CLASSES:
        right = pairs[name, name]
        total = sum(n for (g, _), n in pairs.items() if g == name) + sum(n for (_, f), n in pairs.items() if f == name)
        scores[name] = 2 * right / total if total else 0.0
    return scores


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("path", type=Path, nargs="+")
    options = arguments.parse_args()
    data = DataFiles()
    parser, reader, joints, wording = Parser(load_model()), CertaintyReader(data), load_joints(data), Wording(WORDING)
    for path in options.path:
        rows = [row for row in read_rows(path) if row[0]]
        sentences = [Sentence(0, len(text), text, index=0, block=0) for text, _ in rows]
        parses = parser.parse([(sentence, []) for sentence in sentences])
        found = [
            wording.classify(parse, sentence, reader=reader, joints=joints)
            for parse, sentence in zip(parses, sentences, strict=True)
        ]
        scores = f1_scores([label for _, label in rows], found)
        published = PUBLISHED["eureka" if "eureka" in path.name else "pubmed"]
        each = "  ".join(f"{name} {score:.3f}" for name, score in scores.items())
        print(f"{path.name}: {len(rows)} sentences  {each}")
        print(f"  macro-F1 claimx {sum(scores.values()) / 4:.3f}  published (trained) {published:.3f}")


if __name__ == "__main__":
    run_script(main)
