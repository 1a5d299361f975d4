"""The figures of a pool: totals, qualifiers, calibration, each under the name that its floor has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from claimx.beyond import Reading
from claimx.pipeline import Extractor
from claimx.quality.calibration import Calibration, calibrate
from claimx.quality.causes import Causes, find_causes
from claimx.quality.pools import Extract, Pool, extract_pool
from claimx.score import Comparer, Row, Score, doses_agree, match, score

# of fewer rows a share is chance, and gets no floor
FEWEST_HELD = 20
NO_EFFECT = ("HAS_DOSE", "FOUND_IN")
DAILY = ("daily_min", "daily_max", "daily_unit")


@dataclass(frozen=True, slots=True)
class Measured:
    """One pool measured. `shares` maps a figure to (numerator, denominator); `figures` holds every ratio by name."""

    pool: Pool
    score: Score
    shares: dict[str, tuple[int, int]]
    calibration: Calibration
    causes: Causes

    @property
    def figures(self) -> dict[str, float]:
        totals = {"strict": self.score.strict, "relaxed": self.score.relaxed}
        found = {
            f"{name}.{ratio}": getattr(counts, ratio)
            for name, counts in totals.items()
            for ratio in ("precision", "recall", "f1")
        }
        return found | {name: part / whole for name, (part, whole) in self.shares.items() if whole}

    @property
    def steady(self) -> dict[str, float]:
        """The figures that rest on enough rows to hold them to a floor."""
        few = {name for name, (_, whole) in self.shares.items() if whole < FEWEST_HELD}
        return {name: figure for name, figure in self.figures.items() if name not in few}


def measure(pool: Pool, extractor: Extractor, comparer: Comparer) -> Measured:
    """Extract a pool's articles and compare."""
    extracts = extract_pool(pool, extractor)
    rows = [row for extract in extracts for row in extract.rows]
    found = score(pool.gold, rows, comparer)
    right = {id(row) for _, row in found.pairs}
    calibration = calibrate([(row["confidence"], id(row) in right) for row in rows])
    return Measured(
        pool,
        found,
        _shares(pool, rows, found, comparer, calibration),
        calibration,
        _causes(found, extracts, extractor, comparer),
    )


def _causes(found: Score, extracts: Sequence[Extract], extractor: Extractor, comparer: Comparer) -> Causes:
    readings: dict[str, list[Reading]] = defaultdict(list)
    for extract in extracts:
        readings[extract.doc].append(extract.reading)
    return find_causes(found, readings, relater=extractor.relater, comparer=comparer)


def _shares(
    pool: Pool, rows: Sequence[Row], found: Score, comparer: Comparer, calibration: Calibration
) -> dict[str, tuple[int, int]]:
    any_polarity = match(
        pool.gold, rows, lambda gold, row: comparer.agree(gold, {**row, "polarity": gold["polarity"]}, relaxed=False)
    )
    same = sum(pool.gold[i]["polarity"] == rows[j]["polarity"] for i, j in any_polarity.items())
    return {
        "polarity": (same, len(any_polarity)),
        **found.qualifiers,
        **_dose_shares(found.pairs),
        "precision_above_0.9": calibration.sure,
    }


def _dose_shares(pairs: Sequence[tuple[Row, Row]]) -> dict[str, tuple[int, int]]:
    """Doses of effect rows, and daily amounts wherever gold has them.

    A HAS_DOSE row would not match with another dose, and how much a food holds is no dose by the gold.
    """
    effects = [(a["dose"], b["dose"]) for a, b in pairs if a["relation"] not in NO_EFFECT and (a["dose"] or b["dose"])]
    daily = [
        tuple(_rounded(given.get(name)) for name in DAILY) == tuple(_rounded(gold["dose"].get(name)) for name in DAILY)
        for gold, given in pairs
        if gold["dose"] and gold["dose"].get("daily_unit")
    ]
    return {
        "dose_of_effects": (sum(doses_agree(*pair) for pair in effects), len(effects)),
        "dose_daily": (sum(daily), len(daily)),
    }


def _rounded(value: object) -> object:
    if isinstance(value, (int, float)):
        return round(float(value), 4)
    return str(value or "").strip("[]").lower()
