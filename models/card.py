"""Write models/README.md, the model card, from `scores.json`, `ablation.json`, `sources.toml` and a fixed text."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

_LABELS = ("nsubj", "nsubj:pass", "obj", "obl", "nmod", "conj", "xcomp", "ccomp", "acl", "acl:relcl", "advcl", "csubj")


def write_card(folder: Path, target: Path) -> None:
    """Fill `card.md` of `folder` with the scores in `target`, and write the result there as `README.md`."""
    scores = json.loads((target / "scores.json").read_text(encoding="utf-8"))
    ablation = json.loads((folder / "ablation.json").read_text(encoding="utf-8"))
    with (folder / "sources.toml").open("rb") as file:
        table = tomllib.load(file)
    text = (folder / "card.md").read_text(encoding="utf-8")
    parts = {
        "SIZE": f"{scores['bytes'] / 1e6:.1f} MB",
        "WORDS": f"{scores['training_words']:,}",
        "SOURCES": _sources([*table["files"].values(), table["encoder"]]),
        "ACCURACY": _accuracy(scores["scores"]),
        "LABELS": _labels(scores["scores"]),
        "ABLATION": make_table(ablation["columns"], ablation["rows"]),
        "MATCHED": make_table(ablation["matched"]["columns"], ablation["matched"]["rows"]),
        "SPEED": make_table(ablation["speed"]["columns"], ablation["speed"]["rows"]),
    }
    for name, part in parts.items():
        text = text.replace("{{" + name + "}}", part)
    (target / "README.md").write_text("<!-- written by models/card.py; edit card.md -->\n" + text, encoding="utf-8")


def make_table(columns: list[str], rows: list[list[Any]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def _sources(entries: list[dict[str, str]]) -> str:
    kinds = {entry["origin"]: entry["licence"] for entry in entries}
    return make_table(["data", "licence"], [[origin, licence] for origin, licence in kinds.items()])


def _accuracy(scores: list[dict[str, Any]]) -> str:
    columns = ["test set", "sentences", "words", "part of speech", "UAS", "LAS", "sentence F"]
    keys = ("name", "sentences", "words", "pos", "uas", "las", "sentence_f")
    return make_table(columns, [[score[key] for key in keys] for score in scores])


def _labels(scores: list[dict[str, Any]]) -> str:
    by_sentence = [score for score in scores if score["name"].endswith("by sentence")]
    rows = [[label, *(score["labels"].get(label, "–") for score in by_sentence)] for label in _LABELS]
    return make_table(["label", *(score["name"].split(",")[0] for score in by_sentence)], rows)
