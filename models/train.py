"""Train the pipeline, with one thread and fixed seeds, on the fast matrix product."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

import augment
import numpy as np
import tokenizer
from spacy import util
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train

from claimx.decode import ROLES
from claimx.ops import use_fast_ops
from claimx.parse import DOSE_WORD_KEY

HERE = Path(__file__).parent
CONFIG = HERE / "train.cfg"
WEIGHT_LIMIT_BYTES = 10_000_000


def load_config(settings: dict[str, Any]) -> Any:
    # importing the module registers the callback that the settings name
    assert tokenizer.make_adapter
    return util.load_config(CONFIG, overrides=settings, interpolate=False)


def train_pipeline(
    data: Path, out: Path, *, dev: Path, settings: dict[str, Any] | None = None, start: Path | None = None
) -> Language:
    """Train on the DocBin `data`, choose on those of `dev`, and leave the best in `out`/model-best.

    `settings` go over those of `train.cfg`, by dotted name. With `start`, a trained pipeline, its weights are gone on
    from; the last ones are in `out`/model-last.
    """
    use_fast_ops()
    out.mkdir(parents=True, exist_ok=True)
    paths = {"paths.train": str(data), "paths.dev": str(dev)}
    config = load_config({**paths, **(settings or {})})
    if start is not None:
        config["components"] = {name: {"source": str(start)} for name in config["nlp"]["pipeline"]}
    nlp = init_nlp(config)
    nlp.meta[DOSE_WORD_KEY] = augment.DOSE_WORD
    nlp, best = train(nlp, out)
    return util.load_model(best or out / "model-last")


def average(trained: Sequence[Path], out: Path, *, shares: Sequence[float] | None = None) -> None:
    """Write to `out` the first of the pipelines with the mean of all their weights; all have grown from one start.

    `shares`, one for each pipeline, sum to 1; without them all count alike.
    """
    pipelines = [util.load_model(path) for path in trained]
    shares = shares or [1 / len(trained)] * len(trained)
    for name in pipelines[0].pipe_names:
        models = [nlp.get_pipe(name).model for nlp in pipelines]
        for nodes in zip(*(model.walk() for model in models), strict=True):
            for parameter in nodes[0].param_names:
                if nodes[0].has_param(parameter):
                    weights = [node.get_param(parameter) for node in nodes]
                    mean = sum(share * weight for share, weight in zip(shares, weights, strict=True))
                    nodes[0].set_param(parameter, mean)
    pipelines[0].to_disk(out)


def widen(source: Path, out: Path) -> None:
    """Write to `out` the pipeline with spaCy's five extra words in its parser's states, without weight as yet.

    It parses as before. `claimx.decode` holds both orders of the words.
    """
    nlp = util.load_model(source)
    lower = nlp.get_pipe("parser").model.get_ref("lower")
    few, many = ROLES[lower.get_dim("nF")], ROLES[max(ROLES)]
    taken = [few.index(role) if role in few else -1 for role in many]
    for name, axis in (("W", 0), ("pad", 1)):
        old = np.moveaxis(lower.get_param(name), axis, 0)
        new = np.stack([old[place] if place >= 0 else np.zeros_like(old[0]) for place in taken])
        lower._dims["nF"] = len(many)
        lower.set_param(name, np.ascontiguousarray(np.moveaxis(new, 0, axis)))
    nlp.config["components"]["parser"]["model"]["extra_state_tokens"] = True
    nlp.to_disk(out)


def narrow(source: Path, out: Path, *, roles: Sequence[str]) -> None:
    """Write to `out` the pipeline with the weights of some words of its parser's states taken out.

    They are taken for absent, as they most often are; `claimx.decode` spends no time on them.
    """
    nlp = util.load_model(source)
    lower = nlp.get_pipe("parser").model.get_ref("lower")
    weights, padding, bias = (lower.get_param(name).copy() for name in ("W", "pad", "b"))
    for role in roles:
        place = ROLES[len(weights)].index(role)
        bias += padding[0, place]
        weights[place], padding[0, place] = 0, 0
    for name, values in (("W", weights), ("pad", padding), ("b", bias)):
        lower.set_param(name, values)
    nlp.to_disk(out)


def package(trained: Path, target: Path) -> int:
    """Copy the trained pipeline to `target` without what loading does not need; returns its size in bytes."""
    nlp = util.load_model(trained)
    nlp.config["paths"] = {}
    nlp.config["corpora"] = {}
    nlp.config["training"] = {}
    nlp.config["initialize"] = {}
    nlp.meta.update(
        name="claimx", version="0.1.0", description="English health articles: parts of speech, features and UD parses",
        license="CC BY-SA 4.0", performance={},
    )  # fmt: skip
    if target.exists():
        shutil.rmtree(target)
    nlp.to_disk(target)
    _trim_strings(nlp, target / "vocab" / "strings.json")
    size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
    if size > WEIGHT_LIMIT_BYTES:
        raise SystemExit(f"{target}: {size} bytes is over the limit of {WEIGHT_LIMIT_BYTES}")
    return size


def _trim_strings(nlp: Language, path: Path) -> None:
    """Keep the strings of labels and features only: words are hashed, and the tokenizer brings its own."""
    kept = {"ROOT", "dep"}
    for name in ("parser", "morphologizer"):
        for label in getattr(nlp.get_pipe(name), "labels", ()):
            kept.update((label, *label.split("|")))
    path.write_text(json.dumps(sorted(kept)) + "\n", encoding="utf-8")
