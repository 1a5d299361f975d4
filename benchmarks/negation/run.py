"""NegEx test kit: is the condition of a clinical sentence negated? `python benchmarks/negation/run.py FOLDER_OR_TSV`

The kit is another genre than ours, so it is run twice: with the packaged cues as they are, and with the clinical cues
of `data/` beside this file laid over them. The condition stands as the trigger; there is no nutrient and no object.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from claimx.data_files import DataFiles
from claimx.errors import run_script
from claimx.parse import Parser, load_model
from claimx.qualify.clauses import load_joints
from claimx.qualify.polarity import PolarityReader
from claimx.qualify.view import make_view
from claimx.records import Article, Claim, Mention, Sentence, Span

# on the whole kit, recomputed from the outputs shipped with it
PUBLISHED = {"GenNegEx (published)": (0.935, 0.959, 0.947), "GenConText (published)": (0.984, 0.978, 0.981)}
OVERLAY = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence with its condition's span, and whether the annotators call it negated."""

    text: str
    span: Span
    negated: bool


def read_items(path: Path) -> list[Item]:
    """Items of one .tsv or of every .tsv in a folder; the condition stands in capitals in its sentence."""
    files = sorted(path.glob("*.tsv")) if path.is_dir() else [path]
    items: list[Item] = []
    for file in files:
        with file.open(encoding="utf-8", errors="replace", newline="") as rows:
            for row in csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
                if len(row) > 3 and row[3].lower() in ("negated", "affirmed", "possible"):
                    items.append(_read_item(row[1], row[2], negated=row[3].lower() == "negated"))
    return items


def _read_item(condition: str, sentence: str, *, negated: bool) -> Item:
    text = re.sub(r"\s+", " ", sentence.strip().strip('"'))
    name = re.sub(r"\s+", " ", condition.strip())
    start = text.find(name.upper())
    if start < 0:
        start = max(0, text.lower().find(name.lower()))
    end = start + len(name)
    return Item(text[:start] + text[start:end].lower() + text[end:], Span(start, end), negated)


def predict(items: list[Item], parser: Parser, data: DataFiles) -> list[bool]:
    """Whether each condition is read as negated. A cue inside the condition's own words says nothing of it."""
    reader, joints = PolarityReader(data), load_joints(data)
    pairs = []
    for item in items:
        surface = item.text[item.span.start : item.span.end]
        mention = Mention("CONDITION", item.span.start, item.span.end, surface, surface)
        pairs.append((Sentence(0, len(item.text), item.text, index=0, block=0), [mention]))
    found: list[bool] = []
    for (sentence, mentions), parse in zip(pairs, parser.parse(pairs), strict=True):
        span = Span(mentions[0].start, mentions[0].end)
        inside = [i for i, end in enumerate(parse.ends) if end > span.start and parse.starts[i] < span.end]
        token = next((i for i in inside if parse.heads[i] == i or parse.heads[i] not in inside), -1)
        nowhere = Mention("NUTRIENT", len(sentence.text), len(sentence.text), "", "")
        claim = Claim(sentence, nowhere, "CAUSES", None, span, "negation", token)
        article = Article("kit", sentence.text)
        view = make_view(claim, parse, mentions=mentions, article=article, joints=joints)
        found.append(reader.read(view, settled=[span])[0] == "negated")
    return found


def scores(items: list[Item], found: list[bool]) -> tuple[float, float, float]:
    """Precision, recall and F1 of "negated"."""
    counts = Counter((item.negated, negated) for item, negated in zip(items, found, strict=True))
    right, extra, missed = counts[True, True], counts[False, True], counts[True, False]
    precision = right / (right + extra) if right + extra else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("path", type=Path)
    arguments.add_argument("--errors", action="store_true", help="print the sentences read wrongly with clinical cues")
    options = arguments.parse_args()
    items = read_items(options.path)
    parser = Parser(load_model())
    plain = predict(items, parser, DataFiles())
    clinical = predict(items, parser, DataFiles((OVERLAY,)))
    print(f"{len(items)} conditions, {sum(item.negated for item in items)} negated")
    print(f"{'':26}  P     R     F1")
    lines = {"claimx": scores(items, plain), "claimx + clinical cues": scores(items, clinical), **PUBLISHED}
    for name, (precision, recall, f1) in lines.items():
        print(f"{name:26}{precision:6.3f}{recall:6.3f}{f1:6.3f}")
    if options.errors:
        for item, negated in zip(items, clinical, strict=True):
            if negated != item.negated:
                concept = item.text[item.span.start : item.span.end]
                print("extra " if negated else "missed", f"[{concept}]", item.text)


if __name__ == "__main__":
    run_script(main)
