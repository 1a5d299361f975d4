"""From verdicts to figures with their uncertainty."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Z_95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Estimate:
    """A proportion with its 95 % interval; `trials` is what it rests on."""

    value: float
    low: float
    high: float
    trials: float

    @property
    def half_width(self) -> float:
        return (self.high - self.low) / 2


def wilson(right: float, trials: float) -> Estimate | None:
    """The score interval of a proportion (Wilson 1927); counts may be fractions. None without trials."""
    if trials <= 0:
        return None
    share = right / trials
    squared = Z_95**2
    centre = (share + squared / (2 * trials)) / (1 + squared / trials)
    half = Z_95 / (1 + squared / trials) * math.sqrt(share * (1 - share) / trials + squared / (4 * trials**2))
    return Estimate(share, max(0.0, centre - half), min(1.0, centre + half), trials)


@dataclass(frozen=True, slots=True)
class Stratum:
    """A part of the population: its size, how many of it were judged, and how many of those are right."""

    size: int
    judged: int
    right: int


@dataclass(frozen=True, slots=True)
class Weighted:
    """A stratified estimate; `covered` is the share of the population that lies in strata with a verdict."""

    estimate: Estimate
    covered: float


def weighted(strata: Sequence[Stratum]) -> Weighted | None:
    """The proportion in the whole, each stratum weighted by its size. None without verdicts.

    The interval is Wilson's at the effective sample size, n_eff = p (1 - p) / Var (Korn and Graubard 1998, for
    complex samples), with Var = sum of W² p' (1 - p') / n and p' = (right + 1) / (judged + 2), so that a stratum of
    which few were judged, all alike, does not count as certain. Strata without verdicts are left out of the weights.
    """
    seen = [part for part in strata if part.judged]
    total, covered = sum(part.size for part in strata), sum(part.size for part in seen)
    if not covered:
        return None
    share = sum(part.size / covered * part.right / part.judged for part in seen)
    variance = 0.0
    for part in seen:
        smooth = (part.right + 1) / (part.judged + 2)
        variance += (part.size / covered) ** 2 * smooth * (1 - smooth) / part.judged
    judged = sum(part.judged for part in seen)
    smooth = (share * judged + 1) / (judged + 2)
    effective = min(smooth * (1 - smooth) / variance, judged)
    found = wilson(share * effective, effective)
    assert found is not None
    return Weighted(found, covered / total)


def more_until(found: Estimate | None, *, population: int, half_width: float = 0.05) -> int:
    """How many more verdicts bring the interval to plus or minus `half_width`, the proportion staying as it is.

    Never more than are left to judge; before the first verdict the proportion is taken as one half.
    """
    share, judged = (found.value, int(found.trials)) if found else (0.5, 0)
    low, high = max(judged, 1), max(population, judged, 1)
    while low < high:
        middle = (low + high) // 2
        made = wilson(share * middle, middle)
        assert made is not None
        low, high = (low, middle) if made.half_width <= half_width else (middle + 1, high)
    return max(0, min(low, population) - judged)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far reviewers agree on the claims that more than one of them judged. None where it is not defined."""

    shared: int
    agreeing: int
    kappas: dict[tuple[str, str], tuple[int, float | None]]
    alpha: float | None


def agreement(verdicts: Mapping[str, Mapping[str, str]]) -> Agreement:
    """Cohen's kappa for each pair of reviewers, and Krippendorff's alpha (nominal) over all of them.

    `verdicts` maps claim to reviewer to verdict. Both are undefined when only one verdict was ever given.
    """
    shared = {claim: given for claim, given in sorted(verdicts.items()) if len(given) > 1}
    names = sorted({name for given in shared.values() for name in given})
    kappas: dict[tuple[str, str], tuple[int, float | None]] = {}
    for at, one in enumerate(names):
        for other in names[at + 1 :]:
            pairs = [(given[one], given[other]) for given in shared.values() if one in given and other in given]
            if pairs:
                kappas[one, other] = (len(pairs), _kappa(pairs))
    agreeing = sum(len(set(given.values())) == 1 for given in shared.values())
    return Agreement(len(shared), agreeing, kappas, _alpha(list(shared.values()), names))


def _kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    from sklearn.metrics import cohen_kappa_score  # type: ignore[import-untyped]

    if len({verdict for pair in pairs for verdict in pair}) < 2:
        return None
    return float(cohen_kappa_score([one for one, _ in pairs], [other for _, other in pairs]))


def _alpha(shared: Sequence[Mapping[str, str]], names: Sequence[str]) -> float | None:
    import krippendorff
    import numpy as np

    values = sorted({verdict for given in shared for verdict in given.values()})
    if len(values) < 2:
        return None
    codes = {verdict: float(code) for code, verdict in enumerate(values)}
    data = [[codes[given[name]] if name in given else np.nan for given in shared] for name in names]
    return float(krippendorff.alpha(reliability_data=data, level_of_measurement="nominal"))
