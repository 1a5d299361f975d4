"""How far a confidence can be taken at its word: expected calibration error, and a reliability plot as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BINS = 10
SURE = 0.9
# the plot, in pixels
SIDE, MARGIN, BAR = 360, 44, 60


@dataclass(frozen=True, slots=True)
class Bin:
    """Rows of one tenth of the scale: how many, their mean confidence, and how many are right."""

    rows: int
    confidence: float
    right: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """`bins` are the non-empty tenths in order; `error` is the expected calibration error.

    `brier` is the mean squared difference of confidence and outcome; `sure` is (right, rows) from SURE up.
    """

    bins: list[Bin]
    error: float
    brier: float
    sure: tuple[int, int]


def calibrate(graded: Sequence[tuple[float, bool]]) -> Calibration:
    """From pairs of confidence and whether the row is right. The error weighs each tenth by its rows (Naeini 2015)."""
    if not graded:
        return Calibration([], 0.0, 0.0, (0, 0))
    groups: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in graded:
        groups[min(BINS - 1, int(confidence * BINS))].append((confidence, right))
    bins = [
        Bin(len(group), sum(confidence for confidence, _ in group) / len(group), sum(right for _, right in group))
        for group in groups
        if group
    ]
    error = sum(abs(item.confidence * item.rows - item.right) for item in bins) / len(graded)
    brier = sum((confidence - right) ** 2 for confidence, right in graded) / len(graded)
    sure = [right for confidence, right in graded if confidence >= SURE]
    return Calibration(bins, error, brier, (sum(sure), len(sure)))


def draw_reliability(found: dict[str, Calibration]) -> str:
    """A panel for each calibration: the share right over the confidence claimed, and how many rows are there."""
    width = len(found) * (SIDE + MARGIN) + MARGIN
    height = SIDE + 2 * MARGIN + BAR
    panels = "".join(_panel(name, item, MARGIN + at * (SIDE + MARGIN)) for at, (name, item) in enumerate(found.items()))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'font-family="sans-serif" font-size="12" fill="#333">\n'
        f'<rect width="{width}" height="{height}" fill="#fff"/>\n{panels}</svg>\n'
    )


def _panel(name: str, found: Calibration, left: int) -> str:
    top, bottom = MARGIN, MARGIN + SIDE
    most = max((item.rows for item in found.bins), default=1)
    lines = [
        f'<text x="{left}" y="{top - 14}" font-size="14">{name}: calibration error {found.error:.3f}</text>',
        f'<rect x="{left}" y="{top}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#bbb"/>',
        f'<line x1="{left}" y1="{bottom}" x2="{left + SIDE}" y2="{top}" stroke="#bbb"/>',
        f'<text x="{left + SIDE / 2}" y="{bottom + BAR + 24}" text-anchor="middle">confidence</text>',
        f'<text transform="translate({left - 26} {top + SIDE / 2}) rotate(-90)" text-anchor="middle">right</text>',
    ]
    for tick in (0.0, 0.5, 1.0):
        lines.append(f'<text x="{left + tick * SIDE:.0f}" y="{bottom + BAR + 10}" text-anchor="middle">{tick}</text>')
        lines.append(f'<text x="{left - 5}" y="{bottom - tick * SIDE + 4:.0f}" text-anchor="end">{tick}</text>')
    for item in found.bins:
        x, y = left + item.confidence * SIDE, bottom - item.right / item.rows * SIDE
        bar = item.rows / most * (BAR - 6)
        title = f"<title>{item.right} of {item.rows} right at {item.confidence:.2f}</title>"
        lines.append(f'<rect x="{x - 6:.1f}" y="{bottom + BAR - bar:.1f}" width="12" height="{bar:.1f}" fill="#bcd"/>')
        lines.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="#1f5fa8">{title}</circle>')
    points = " ".join(
        f"{left + item.confidence * SIDE:.1f},{bottom - item.right / item.rows * SIDE:.1f}" for item in found.bins
    )
    lines.append(f'<polyline points="{points}" fill="none" stroke="#1f5fa8"/>')
    return "".join(line + "\n" for line in lines)
