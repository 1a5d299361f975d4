"""Floors that the figures may not fall below. They rise by a flag, and sink only by another that names them."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claimx.errors import ClaimxError

# what has a floor; the other figures are shown and free to move against one another
HELD = (
    "strict.f1", "strict.precision", "relaxed.f1", "polarity", "nutrient_state", "certainty", "evidence", "species",
    "claim_class", "resolution", "dose_of_effects", "dose_daily", "precision_above_0.9",
)  # fmt: skip
# a floor is a figure rounded down to this many digits
DIGITS = 2
# room for a share of matched rows, which moves with the rows that match; F1 has none
SLACK = 0.01
# what is promised of sure rows; more than this is luck with which rows are sure
CEILINGS = {"precision_above_0.9": 0.95}


@dataclass(frozen=True, slots=True)
class Floors:
    """Floors by pool and figure, and the record of every time one was lowered."""

    values: dict[str, dict[str, float]] = field(default_factory=dict)
    lowered: list[dict[str, object]] = field(default_factory=list)


def read_floors(path: Path) -> Floors:
    """Floors of a file, none when it does not exist. A file that was edited by hand is an error."""
    if not path.is_file():
        return Floors()
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        floors = Floors(found["floors"], found["lowered"])
        seal = found["seal"]
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        raise ClaimxError(f"{path}: not a file of floors: {error}") from None
    if seal != _seal(floors):
        raise ClaimxError(f"{path}: was edited by hand; restore it, and use --raise or --lower-floor")
    return floors


def write_floors(path: Path, floors: Floors) -> None:
    """Write floors with a seal over them, by which an edit by hand shows."""
    found = {"floors": floors.values, "lowered": floors.lowered, "seal": _seal(floors)}
    path.write_text(json.dumps(found, indent=2, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


def find_breaches(floors: Floors, pool: str, figures: Mapping[str, float]) -> list[str]:
    """A line for each figure of a pool that is below its floor."""
    return [
        f"{pool}: {name} {figures.get(name, 0.0):.3f} is below its floor {floor:.2f}"
        for name, floor in sorted(floors.values.get(pool, {}).items())
        if figures.get(name, 0.0) < floor
    ]


def raise_floors(floors: Floors, pool: str, figures: Mapping[str, float]) -> Floors:
    """Each floor of a pool lifted to its figure where that is higher."""
    known = floors.values.get(pool, {})
    lifted = {
        name: max(known.get(name, 0.0), min(_floor(name, figures[name]), CEILINGS.get(name, 1.0)))
        for name in HELD
        if name in figures
    }
    return Floors({**floors.values, pool: {**known, **lifted}}, floors.lowered)


def lower_floors(
    floors: Floors, names: Sequence[str], figures: Mapping[str, Mapping[str, float]], *, reason: str
) -> Floors:
    """The floors "pool:figure" brought down to the figures, with the reason on record."""
    if names and not reason.strip():
        raise ClaimxError("--lower-floor needs --reason")
    values = {pool: dict(found) for pool, found in floors.values.items()}
    lowered = list(floors.lowered)
    for name in names:
        pool, _, figure = name.partition(":")
        if figure not in values.get(pool, {}) or pool not in figures:
            raise ClaimxError(f'--lower-floor "{name}": no such floor; expected POOL:FIGURE, as in "dev:strict.f1"')
        before, now = values[pool][figure], _floor(figure, figures[pool].get(figure, 0.0))
        if now < before:
            values[pool][figure] = now
            lowered.append({"floor": name, "from": before, "to": now, "reason": reason})
    return Floors(values, lowered)


def _floor(name: str, figure: float) -> float:
    return _round_down(figure if name.endswith(".f1") else max(0.0, figure - SLACK))


def _round_down(figure: float) -> float:
    scale: int = 10**DIGITS
    return math.floor(figure * scale + 1e-9) / scale


def _seal(floors: Floors) -> str:
    text = json.dumps([floors.values, floors.lowered], sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:16]
