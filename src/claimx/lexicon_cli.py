"""The commands of `claimx lexicon`: build, why, check. Mounted by the main command line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from claimx.data_files import PACKAGED, DataFiles
from claimx.lexicon_build import build_lexicon
from claimx.lexicon_check import Sense, check_lexicon, explain_spelling
from claimx.lexicon_senses import SenseRule

app = typer.Typer(help="Build, check and question the lexicon.", no_args_is_help=True)
DataOption = Annotated[list[Path] | None, typer.Option("--data", help="Folder laid over the packaged data.")]
_OUT = Console(soft_wrap=True, highlight=False, markup=False)
_PROBLEMS = 1


@app.command()
def build(
    sources: Annotated[Path, typer.Argument(help="Folder with the files that lexicon/sources.tsv names.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder the tables go to.")] = PACKAGED / "lexicon",
    data: DataOption = None,
) -> None:
    """Compile the open vocabularies into the lexicon's open tables and id mappings."""
    report = build_lexicon(sources, out, data=_data_files(data))
    for table, rows in report.rows.items():
        _OUT.print(f"open_{table}.tsv  {rows:6d} rows  {report.spellings[table]:6d} spellings")
    _OUT.print(f"mappings.tsv  {report.mappings:6d} rows")


@app.command()
def why(
    spelling: Annotated[str, typer.Argument(help='A spelling, as in "ALA".')],
    data: DataOption = None,
) -> None:
    """Show every sense of a spelling, its source, and what decides between them."""
    senses = explain_spelling(_data_files(data), spelling)
    if not senses:
        _OUT.print(f'"{spelling}" is not in the lexicon')
        raise typer.Exit(_PROBLEMS)
    for line in describe_senses(senses):
        _OUT.print(line)


@app.command()
def check(data: DataOption = None) -> None:
    """Validate all lexicon files; one line a fault, with file and line."""
    faults = check_lexicon(_data_files(data))
    for fault in faults:
        _OUT.print(str(fault))
    _OUT.print(f"{len(faults)} faults" if faults else "the lexicon is sound")
    if faults:
        raise typer.Exit(_PROBLEMS)


def describe_senses(senses: list[Sense]) -> list[str]:
    """Lines for the senses of a spelling, the preferred one first."""
    lines = []
    for sense in senses:
        entry = sense.entry
        form = f" (form {entry.form})" if entry.form else ""
        lines.append(f"{entry.label} {entry.name}{form}  {entry.id or 'no id'}  source: {entry.source}")
        if sense.casings:
            lines.append(f"  only written as {', '.join(sense.casings)}")
        lines += [f"  when {_describe_rule(rule)}" for rule in sense.rules]
        if sense.members:
            lines.append(f"  members: {', '.join(sense.members)}")
    decided = any(sense.rules for sense in senses)
    lines.append(
        "an article's own definition decides first; then the rules above; then there is no mention"
        if decided
        else "an article's own definition decides first; then the first sense"
    )
    return lines


def _describe_rule(rule: SenseRule) -> str:
    parts = [f"written {rule.surface.pattern}"] if rule.surface else []
    named = {
        "after": rule.before,
        "before": rule.after,
        "near": rule.near,
        "in an article with": rule.article,
        "not after": rule.not_before,
        "not before": rule.not_after,
        "not near": rule.not_near,
    }
    parts += [f"{name} {' | '.join(sorted(words))}" for name, words in named.items() if words]
    return "; ".join(parts) or "no better sense is met"


def _data_files(folders: list[Path] | None) -> DataFiles:
    return DataFiles(tuple(folders or ()))
