"""Fit the coefficients of src/claimx/data/confidence.yaml on gold: `make confidence`.

1. A logistic regression with a ridge over the rows of the training pools. Every pool has an offset of its own, which
   is left out afterwards, since rules are better on the articles they were written over than on any other.
2. Slope, intercept and what it counts that the title names the nutrient, and what the second reader holds of the claim,
   are settled on articles which no rule was written over and no reader learned from, seven numbers: the corpus's test
   articles and the folders of `--unread`. The figures for them are of articles left out one by one.
3. The intercept is lowered until SURE_SHARE of the left-out rows that reach SURE are right.

With `--settle` the weights stay as they are, and only 2 and 3 are done, for when the training pools are not at hand.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from claimx.confidence import DATA_NAME, SETTLED, Features
from claimx.data_files import PACKAGED, DataFiles
from claimx.pipeline import Extractor, load
from claimx.quality.calibration import SURE, Calibration, calibrate, draw_reliability
from claimx.quality.pools import Pool, corpus_pools, extract_pool, folder_pool
from claimx.score import Comparer, load_comparer, score

ROOT = Path(__file__).resolve().parent.parent
UNREAD = "test"
FOLDS = 8
RIDGE = 25.0
# a pool's offset is a nuisance to take up, not a thing to doubt
POOL_RIDGE = 1.0
# how strongly the slope is held to 1, and the others to what they counted before
SLOPE_RIDGE, SETTLED_RIDGE = 20.0, 2.0
# the share of rows from SURE up that are to be right, and how many rows it takes to tell
SURE_SHARE, ENOUGH = 0.95, 20
# a nutrient that is not named, and one not even stood for, never make a claim surer
AT_MOST = {"unnamed": -0.15, "unspoken": -0.15}
DIGITS = 4
LEARNED, LEFT_OUT = "training articles, cross-validated", "unseen articles, each left out"
PAGE_MARKS = ("<!-- calibration -->\n", "<!-- end -->")


@dataclass(frozen=True, slots=True)
class Example:
    """A graded row: whose it is, what it is graded by, and whether it is right."""

    pool: str
    doc: str
    features: Features
    right: bool

    @property
    def with_pool(self) -> Features:
        return {**self.features, f"pool {self.pool}": 1.0}


@dataclass(frozen=True, slots=True)
class Fit:
    """Weights by feature, and the intercept."""

    weights: dict[str, float]
    intercept: float

    def logit(self, features: Features) -> float:
        return self.intercept + sum(self.weights.get(name, 0.0) * value for name, value in features.items())


def collect(pool: Pool, extractor: Extractor, comparer: Comparer) -> list[Example]:
    """An example for each row that the extractor finds in a pool."""
    extracts = extract_pool(pool, extractor)
    found = score(pool.gold, [row for extract in extracts for row in extract.rows], comparer)
    right = {id(row) for _, row in found.pairs}
    return [
        Example(pool.name, extract.doc, features, id(row) in right)
        for extract in extracts
        for features, row in zip(extract.features, extract.rows, strict=True)
    ]


def fit(examples: Sequence[Example]) -> Fit:
    """Minimise the log loss with the ridges and bounds above."""
    described = [example.with_pool for example in examples]
    names = sorted({name for features in described for name in features})
    column = {name: at for at, name in enumerate(names)}
    table = np.zeros((len(examples), len(names) + 1))
    table[:, -1] = 1.0
    for at, features in enumerate(described):
        for name, value in features.items():
            table[at, column[name]] = value
    right = np.array([float(example.right) for example in examples])
    ridge = np.array([POOL_RIDGE if name.startswith("pool ") else RIDGE for name in names] + [0.0])
    bounds = [(None, AT_MOST.get(name)) for name in names] + [(None, None)]
    found = _minimise(table, right, ridge=ridge, bounds=bounds)
    return Fit(dict(zip(names, found[:-1].tolist(), strict=True)), float(found[-1]))


def stored(data: Mapping[str, Any]) -> Fit:
    """The fit that the data file holds."""
    return Fit({name: float(weight) for name, weight in data["weights"].items()}, float(data["intercept"]))


def _minimise(
    table: NDArray[np.float64],
    right: NDArray[np.float64],
    *,
    ridge: NDArray[np.float64],
    bounds: list[tuple[None, float | None]],
) -> NDArray[np.float64]:
    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        logits = table @ weights
        value = np.logaddexp(0, logits).sum() - (right * logits).sum() + 0.5 * (ridge * weights**2).sum()
        return float(value), table.T @ (1 / (1 + np.exp(-logits)) - right) + ridge * weights

    start = np.zeros(table.shape[1])
    result = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 5000, "ftol": 1e-12})
    weights: NDArray[np.float64] = result.x
    return weights


@dataclass(frozen=True, slots=True)
class Line:
    """How the logits of a fit become those of articles that no rule was written over."""

    slope: float
    intercept: float
    beside: dict[str, float]

    def logit(self, trained: Fit, features: Features) -> float:
        beside = sum(weight * features.get(name, 0.0) for name, weight in self.beside.items())
        return self.slope * trained.logit(features) + self.intercept + beside


def settle(trained: Fit, unseen: Sequence[Example]) -> Line:
    """The line that fits the logits of unseen rows to whether they are right (Platt 1999), the slope held towards 1."""
    logits = np.array([trained.logit(item.features) for item in unseen])
    beside = np.array([[item.features.get(name, 0.0) for name in SETTLED] for item in unseen])
    right = np.array([float(item.right) for item in unseen])

    def loss(line: NDArray[np.float64]) -> float:
        found = line[0] * logits + line[1] + beside @ line[2:]
        held = SLOPE_RIDGE * (line[0] - 1) ** 2 + SETTLED_RIDGE * (line[2:] ** 2).sum()
        return float(np.logaddexp(0, found).sum() - (right * found).sum() + 0.5 * held)

    start = np.array([1.0, *([0.0] * (1 + len(SETTLED)))])
    bounds = [(0.2, 3.0), *([(None, None)] * (1 + len(SETTLED)))]
    slope, intercept, *weights = minimize(loss, start, method="L-BFGS-B", bounds=bounds).x.tolist()
    return Line(slope, intercept, dict(zip(SETTLED, weights, strict=True)))


def cross_validate(examples: Sequence[Example]) -> Calibration:
    """Graded over documents: every document by a fit that has not seen it."""
    docs = sorted({(example.pool, example.doc) for example in examples})
    fold = {doc: at % FOLDS for at, doc in enumerate(docs)}
    graded = []
    for left_out in range(FOLDS):
        trained = fit([item for item in examples if fold[item.pool, item.doc] != left_out])
        graded += [
            (_logistic(trained.logit(item.with_pool)), item.right)
            for item in examples
            if fold[item.pool, item.doc] == left_out
        ]
    return calibrate(graded)


def leave_one_out(trained: Fit, unseen: Sequence[Example]) -> list[tuple[float, bool]]:
    """The logit of each row of the unseen documents, settled on the others, and whether the row is right."""
    graded = []
    for own in sorted({(example.pool, example.doc) for example in unseen}):
        line = settle(trained, [item for item in unseen if (item.pool, item.doc) != own])
        mine = (item for item in unseen if (item.pool, item.doc) == own)
        graded += [(line.logit(trained, item.features), item.right) for item in mine]
    return graded


def reserve(graded: Sequence[tuple[float, bool]]) -> float:
    """What to take off every logit so that SURE_SHARE of the rows that still reach SURE are right; 0 for too few."""
    least = math.log(SURE / (1 - SURE))
    for logit in sorted(logit for logit, _ in graded if logit >= least):
        above = [right for other, right in graded if other >= logit]
        if len(above) < ENOUGH:
            break
        if sum(above) >= SURE_SHARE * len(above):
            return logit - least
    return 0.0


def _logistic(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))


def format_data(final: Fit, training: Mapping[str, Any], *, unread: Sequence[str]) -> str:
    """The data file: training figures, intercept, weights by name."""
    counts = {name: found for name, found in training.items() if isinstance(found, str)}
    figures = {name: found for name, found in training.items() if isinstance(found, dict)}
    lines = [
        "# Coefficients of the confidence of a row, written by `make confidence`: do not edit.",
        "",
        "# Rows (right of all) that the fit saw; `settled on` gave slope, intercept and what the title counts.",
        "training:",
        *(f"  {name}: {found}" for name, found in counts.items()),
        f"  settled on: {', '.join(unread)}",
        *(line for name, item in figures.items() for line in (f"  {name}:", *_lines(item))),
        "",
        f"intercept: {final.intercept:.{DIGITS}f}",
        "weights:",
        *(f"  {name}: {weight:.{DIGITS}f}" for name, weight in sorted(final.weights.items())),
    ]
    return "\n".join(lines) + "\n"


def _lines(figures: Mapping[str, Any]) -> list[str]:
    return [f"    {name}: {value}" for name, value in figures.items()]


def _figures(item: Calibration) -> dict[str, str]:
    right, sure = item.sure
    return {
        "rows": str(sum(group.rows for group in item.bins)),
        "calibration error": f"{item.error:.3f}",
        "Brier score": f"{item.brier:.3f}",
        f"right from {SURE} up": f"{right} of {sure}",
    }


def format_page(training: Mapping[str, Any]) -> str:
    """The table of docs/quality.md."""
    lines = [
        f"| measured on | rows | calibration error | Brier score | right at {SURE} or more |",
        "|---|---|---|---|---|",
    ]
    for name, found in training.items():
        if isinstance(found, dict):
            *plain, share = found.values()
            right, _, sure = share.partition(" of ")
            ratio = f" ({int(right) / int(sure):.3f})" if int(sure) else ""
            lines.append(f"| {name} | {' | '.join(map(str, plain))} | {share}{ratio} |")
    return "\n".join(lines) + "\n"


def write_page(path: Path, table: str) -> None:
    """Put the table between the marks of a page."""
    before, _, rest = path.read_text(encoding="utf-8").partition(PAGE_MARKS[0])
    _, _, after = rest.partition(PAGE_MARKS[1])
    path.write_text(before + PAGE_MARKS[0] + table + PAGE_MARKS[1] + after, encoding="utf-8")


def read_folders(folders: Sequence[Path]) -> list[Pool]:
    """The pools of the folders that are there."""
    pools = []
    for folder in folders:
        found = folder_pool(folder)
        print("" if found else f"{folder.name}: not here, passed over\n", end="")
        pools += [found] if found else []
    return pools


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--also", type=Path, action="append", default=[], help="folder of texts, gold beside it")
    parser.add_argument("--unread", type=Path, action="append", default=[], help="the same, of texts nobody looked at")
    parser.add_argument("--settle", action="store_true", help="keep the weights, and settle them anew on unread texts")
    given = parser.parse_args()
    unread_pools = read_folders(given.unread)
    pools = [*corpus_pools(given.corpus), *read_folders(given.also), *unread_pools]
    names = Counter(pool.name for pool in pools)
    if twice := sorted(name for name, count in names.items() if count > 1):
        # rows are told apart by the name of their folder
        parser.error(f'two folders are called "{twice[0]}"; rename one of them')
    unread = [UNREAD, *(pool.name for pool in unread_pools)]
    if given.settle:
        pools = [pool for pool in pools if pool.name in unread]
    extractor, comparer = load(), load_comparer(DataFiles())
    examples = [example for pool in pools for example in collect(pool, extractor, comparer)]
    seen = [example for example in examples if example.pool not in unread]
    unseen = [example for example in examples if example.pool in unread]

    _, kept = DataFiles().yaml(DATA_NAME)[-1]
    trained = stored(kept) if given.settle else fit(seen)
    line = settle(trained, unseen)
    weights = {name: line.slope * weight for name, weight in trained.weights.items() if not name.startswith("pool ")}
    weights |= {name: weights.get(name, 0.0) + weight for name, weight in line.beside.items()}
    weights = {name: weight for name, weight in weights.items() if round(weight, DIGITS)}
    left_out = leave_one_out(trained, unseen)
    held_back = reserve(left_out)
    final = Fit(weights, line.slope * trained.intercept + line.intercept - held_back)
    figures = {} if given.settle else {LEARNED: cross_validate(seen)}
    figures[LEFT_OUT] = calibrate([(_logistic(logit - held_back), right) for logit, right in left_out])
    counts = {
        pool.name: f"{sum(item.right for item in mine)} of {len(mine)}"
        for pool in pools
        for mine in [[item for item in examples if item.pool == pool.name]]
    }
    before = kept["training"] if given.settle else {}
    gone = {"settled on", *before.get("settled on", "").split(", ")}
    training = {name: found for name, found in before.items() if name not in gone}
    training |= {**counts, **{name: _figures(item) for name, item in figures.items()}}
    (PACKAGED / DATA_NAME).write_text(format_data(final, training, unread=unread), encoding="utf-8")
    (ROOT / "docs" / "reliability.svg").write_text(draw_reliability(figures), encoding="utf-8")
    write_page(ROOT / "docs" / "quality.md", format_page(training))
    print(format_page(training), end="")


if __name__ == "__main__":
    main()
