"""`python -m claimx.quality`: measure the corpus, hold the floors, and say what the errors come from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimx.data_files import DataFiles
from claimx.errors import run_script
from claimx.pipeline import load
from claimx.quality.floors import find_breaches, lower_floors, raise_floors, read_floors, write_floors
from claimx.quality.measure import Measured, measure
from claimx.quality.pools import Pool, corpus_pools, folder_pool
from claimx.quality.show import show_breakdowns, show_cases, show_cause_counts, show_totals
from claimx.score import load_comparer

BELOW_FLOOR = 1
FLOORS_NAME = "floors.json"

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def gate(
    corpus: Annotated[Path, typer.Argument(help="Folder with index.csv, articles/ and gold/.")],
    also: Annotated[
        list[Path] | None, typer.Option(help="Folder of texts with its gold beside it; passed over when absent.")
    ] = None,
    errors: Annotated[Path | None, typer.Option(help="Folder to write every error to, by cause.")] = None,
    blind: Annotated[list[str] | None, typer.Option(help="Pool whose errors are counted and not written.")] = None,
    brief: Annotated[bool, typer.Option("--brief", help="No tables by relation, resolution and rule.")] = False,
    raise_all: Annotated[bool, typer.Option("--raise", help="Lift the floors to the figures.")] = False,
    lower_floor: Annotated[list[str] | None, typer.Option(help="POOL:FIGURE to bring down; needs --reason.")] = None,
    reason: Annotated[str, typer.Option(help="Why, kept in the file of floors.")] = "",
) -> None:
    """Score every pool, show where its errors come from, and exit with 1 when a figure is below its floor."""
    floors_path = corpus / FLOORS_NAME
    floors = read_floors(floors_path)
    measured = _measure_all(corpus, also or [])
    figures = {item.pool.name: item.figures for item in measured}
    kept = lower_floors(floors, lower_floor or [], figures, reason=reason)
    for item in measured if raise_all else ():
        kept = raise_floors(kept, item.pool.name, item.steady)
    if kept != floors:
        write_floors(floors_path, kept)
    typer.echo(show_totals(measured, kept), nl=False)
    for item in measured:
        _show_pool(item, None if item.pool.name in (blind or ()) else errors, brief=brief)
    breaches = [line for item in measured for line in find_breaches(kept, item.pool.name, item.figures)]
    typer.echo("\n" + ("\n".join(breaches) if breaches else "every figure is at its floor or above"))
    if breaches:
        raise typer.Exit(BELOW_FLOOR)


def _measure_all(corpus: Path, also: list[Path]) -> list[Measured]:
    pools: list[Pool] = corpus_pools(corpus)
    for folder in also:
        pool = folder_pool(folder)
        if pool is None:
            typer.echo(f"{folder.name}: not here, passed over", err=True)
        else:
            pools.append(pool)
    extractor, comparer = load(), load_comparer(DataFiles())
    return [measure(pool, extractor, comparer) for pool in pools]


def _show_pool(item: Measured, errors: Path | None, *, brief: bool) -> None:
    typer.echo(f"\n== {item.pool.name}: errors by cause")
    typer.echo(show_cause_counts(item.causes), nl=False)
    if not brief:
        typer.echo(f"\n== {item.pool.name}: tables\n{show_breakdowns(item)}", nl=False)
    if errors is not None:
        errors.mkdir(parents=True, exist_ok=True)
        (errors / f"{item.pool.name}.txt").write_text(show_cases(item.causes), encoding="utf-8")


if __name__ == "__main__":
    run_script(app)
