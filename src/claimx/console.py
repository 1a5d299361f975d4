"""What the command line shows: a progress bar on a terminal, a summary, score tables. Plain text, no decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from claimx.engine import Outcome, Problem, Run
from claimx.score import Figures, Score

WIDTH = 20
SHOWN_PROBLEMS = 20
REPORT_NAME = "report.html"


@dataclass(slots=True)
class Bar:
    """A progress bar whose length is known only when the articles are counted."""

    progress: Progress
    task: TaskID

    def start(self, total: int) -> None:
        self.progress.update(self.task, total=total)

    def advance(self, outcome: Outcome) -> None:
        self.progress.update(self.task, advance=1, description=outcome.article.id)


@contextmanager
def track() -> Iterator[Bar]:
    """A bar on standard error, shown on a terminal only."""
    console = Console(stderr=True)
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        yield Bar(progress, progress.add_task("reading", total=None))


def print_unmapped(model: str | None, labels: Sequence[str]) -> None:
    """Say on standard error which labels of a pipeline stand for nothing here; nothing when there are none."""
    if labels:
        console = Console(stderr=True, markup=False, highlight=False, soft_wrap=True)
        console.print(f'claimx: labels of "{model}" that cannot be mapped and are read as "dep": {", ".join(labels)}')


def print_summary(done: Run, written: Sequence[Path], *, show_traceback: bool) -> None:
    """The summary on standard output, each problem on standard error."""
    errors = Console(stderr=True, markup=False, highlight=False, soft_wrap=True)
    for number, problem in enumerate(done.problems):
        if number == SHOWN_PROBLEMS and not show_traceback:
            errors.print(f"claimx: and {len(done.problems) - SHOWN_PROBLEMS} more; run.json lists them all")
            break
        where = problem.message if problem.kind == "unreadable" else _describe(problem)
        errors.print(f"claimx: {where}")
        if show_traceback and problem.traceback:
            errors.print(problem.traceback)
    Console(markup=False, highlight=False, soft_wrap=True).print(format_summary(done, written), end="")


def _describe(problem: Problem) -> str:
    return f"{problem.source}: {problem.kind} at {problem.place}: {problem.message}"


def format_summary(done: Run, written: Sequence[Path]) -> str:
    """Counts, one a line, claims by relation below, then where the rows are and what to do with them."""
    counts = done.counts
    reused = sum(outcome.reused for outcome in done.outcomes)
    lines = [
        f"{'articles':{WIDTH}} {len(done.outcomes):>7,}  ({reused:,} unchanged)",
        f"{'sentences':{WIDTH}} {counts['sentences']:>7,}",
        f"{'claims':{WIDTH}} {counts['claims']:>7,}",
    ]
    relations = counts["claims_by_relation"]
    assert isinstance(relations, dict)
    lines += [f"  {name:{WIDTH - 2}} {number:>7,}" for name, number in relations.items()]
    lines.append(f"{'problems':{WIDTH}} {counts['problems']:>7,}")
    lines.append("written to " + ", ".join(str(path) for path in written))
    pages = [f"open {path}" for path in written if path.name == REPORT_NAME]
    lines.append("look next: " + ", or ".join([*pages, f"claimx review {written[0].parent}"]))
    return "\n".join(lines) + "\n"


def format_score(found: Score, *, brief: bool) -> str:
    """Totals, qualifiers and, unless `brief`, a table for each breakdown."""
    lines = [_total("strict", found.strict), _total("relaxed", found.relaxed)]
    for name, (agreeing, compared) in found.qualifiers.items():
        lines.append(f"  {name:15} {agreeing / compared:.3f}" + (f" of {compared}" if name == "dose" else ""))
    if not brief:
        for name, table in found.breakdowns.items():
            lines += ["", f"{name:34} {'P':>6} {'R':>6} {'F1':>6} {'gold':>6} {'rows':>6} {'right':>6}"]
            lines += [_line(value, figures) for value, figures in table.items()]
    return "\n".join(lines) + "\n"


def _total(name: str, f: Figures) -> str:
    return (
        f"{name:8} P {f.precision:.3f} R {f.recall:.3f} F1 {f.f1:.3f}  "
        f"(gold {f.gold}, rows {f.rows}, matched {f.right})"
    )


def _line(value: str, f: Figures) -> str:
    ratios = [f"{f.precision:.3f}" if f.rows else "-", f"{f.recall:.3f}" if f.gold else "-"]
    ratios.append(f"{f.f1:.3f}" if f.gold and f.rows else "-")
    cells = [*ratios, str(f.gold), str(f.rows), str(f.right)]
    return f"  {value:32} " + " ".join(f"{cell:>6}" for cell in cells)
