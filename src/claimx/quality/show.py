"""The gate's figures as text."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.quality.causes import Case, Causes
from claimx.quality.floors import HELD, Floors
from claimx.quality.measure import Measured
from claimx.score import Figures

WIDTH = 34
BREAKDOWNS = {"relation": "relation", "resolution": "resolution", "rule_id": "rule"}


def show_totals(measured: Sequence[Measured], floors: Floors) -> str:
    """One column a pool: totals and qualifiers, a figure below its floor marked with "<"."""
    names = [name for name in measured[0].figures if "." in name and not name.startswith("precision_above")]
    names += dict.fromkeys(key for item in measured for key in item.shares)
    lines = [_cells("", [item.pool.name for item in measured])]
    lines.append(_cells("gold rows / rows / right", [_counts(item) for item in measured]))
    lines += [_cells(name, [_figure(item, name, floors) for item in measured]) for name in names]
    lines.append(_cells("calibration error", [f"{item.calibration.error:.3f}" for item in measured]))
    lines.append(_cells("Brier score", [f"{item.calibration.brier:.3f}" for item in measured]))
    return "\n".join(lines) + "\n"


def _counts(item: Measured) -> str:
    strict = item.score.strict
    return f"{strict.gold}/{strict.rows}/{strict.right}"


def _figure(item: Measured, name: str, floors: Floors) -> str:
    figure = item.figures.get(name)
    floor = floors.values.get(item.pool.name, {}).get(name)
    if figure is None:
        return "-"
    of = f" of {item.shares[name][1]}" if name in item.shares else ""
    return f"{figure:.3f}{of}{' <' if name in HELD and floor is not None and figure < floor else ''}"


def _cells(name: str, cells: Sequence[str]) -> str:
    return (f"{name:{WIDTH}}" + "".join(f"{cell:>16}" for cell in cells)).rstrip()


def show_breakdowns(item: Measured) -> str:
    """Tables by relation, resolution and rule; a rule has rows and precision only, the least precise first."""
    parts = []
    for column, title in BREAKDOWNS.items():
        table = item.score.breakdowns[column]
        if column == "rule_id":
            rules = sorted(table.items(), key=lambda pair: (pair[1].right - pair[1].rows, pair[0]))
            lines = [f"{title:{WIDTH}} {'rows':>6} {'right':>6} {'P':>6}"]
            lines += [f"  {name:{WIDTH - 2}} {f.rows:>6} {f.right:>6} {f.precision:>6.3f}" for name, f in rules]
        else:
            lines = [f"{title:{WIDTH}} {'P':>6} {'R':>6} {'F1':>6} {'gold':>6} {'rows':>6} {'right':>6}"]
            lines += [_breakdown_line(name, figures) for name, figures in table.items()]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def _breakdown_line(name: str, f: Figures) -> str:
    ratios = f"{f.precision:>6.3f} {f.recall:>6.3f} {f.f1:>6.3f}"
    return f"  {name:{WIDTH - 2}} {ratios} {f.gold:>6} {f.rows:>6} {f.right:>6}"


def show_cause_counts(causes: Causes) -> str:
    """How many errors each cause has, the largest first."""
    return "".join(f"  {len(cases):>4}  {cause}\n" for cause, cases in causes.groups())


def show_cases(causes: Causes) -> str:
    """Every error under its cause, with what gold says, what the row says and the sentence."""
    parts = []
    for cause, cases in causes.groups():
        lines = [f"{cause} ({len(cases)})", ""]
        lines += [_case(case) for case in sorted(cases, key=lambda case: (case.detail, _place(case)))]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def _place(case: Case) -> tuple[str, str]:
    row = case.gold or case.row or {}
    return row.get("doc", ""), row.get("quote", "")


def _case(case: Case) -> str:
    doc, quote = _place(case)
    lines = [f"  [{doc}] {case.detail}"]
    for word, row in (("gold", case.gold), ("row", case.row)):
        if row is not None:
            what = f"{row['nutrient_name']} | {row['relation']} | {row['object']}"
            lines.append(f"    {word:4} {what} ({row['polarity']}, {row['resolution']}, {row['nutrient_state']})")
    return "\n".join([*lines, f"    {quote}"])
