"""`claimx review`: the app, its figures, and verdicts in and out."""

from __future__ import annotations

import json
import secrets
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from claimx.errors import ClaimxError

if TYPE_CHECKING:
    from claimx.review.run import ReviewRun
    from claimx.review.store import Store
    from claimx.review.verdicts import Verdicts

SERVE = "open"
SOME_FAILED = 1
KEY_BYTES = 24


class _OpenByDefault(TyperGroup):
    """`claimx review OUT` means `claimx review open OUT`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] != "--help":
            args = [SERVE, *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=_OpenByDefault,
    help="Judge claims beside their article, and see how far they can be trusted. `claimx review OUT` opens the app.",
    no_args_is_help=True,
)
Out = Annotated[Path, typer.Argument(help="Output folder of claimx extract.")]
Reviewer = Annotated[str, typer.Option(help="Name under which verdicts are kept.")]
OnlyReviewer = Annotated[str | None, typer.Option("--reviewer", help="Verdicts of this reviewer only.")]
To = Annotated[Path | None, typer.Option("-o", "--to", help="File or folder to write; by default inside OUT.")]


@app.command(SERVE)
def open_app(
    out: Out,
    reviewer: Reviewer = "reviewer",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port on 127.0.0.1; 0 takes a free one.")] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the page in a browser.")] = True,
) -> None:
    """Start the review app on 127.0.0.1 and print its address; Ctrl-C stops it."""
    import uvicorn

    from claimx.review.server import create_app, listen

    run, store, _ = _load(out)
    try:
        listening = listen(port)
    except OSError as error:
        raise ClaimxError(f"port {port} cannot be used: {error.strerror}; try another --port") from None
    token = secrets.token_urlsafe(KEY_BYTES)
    number = listening.getsockname()[1]
    served = create_app(run, store, token=token, port=number, reviewer=reviewer)
    address = f"http://127.0.0.1:{number}/?token={token}"
    typer.echo(f"{len(run.rows):,} claims of {len(run.articles):,} articles; verdicts go to {store.path}")
    typer.echo(f"{address}")
    if browser:
        webbrowser.open(address)
    config = uvicorn.Config(served, log_level="warning", access_log=False, server_header=False, lifespan="off")
    uvicorn.Server(config).run(sockets=[listening])


@app.command()
def stats(
    out: Out,
    reviewer: OnlyReviewer = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON in place of text.")] = False,
) -> None:
    """Precision with its interval, recall, agreement, and tables by relation, rule and article."""
    from claimx.review.stats import format_stats, measure, to_json

    run, _, verdicts = _load(out)
    found = measure(run, verdicts, reviewer=reviewer)
    typer.echo(json.dumps(to_json(found), indent=2) if as_json else format_stats(found), nl=as_json)


@app.command("export")
def export_verdicts(
    out: Out,
    form: Annotated[
        str, typer.Option("--format", help="gold, csv, xlsx, label-studio, doccano, brat or bioc.")
    ] = "gold",
    to: To = None,
    reviewer: OnlyReviewer = None,
    only_read: Annotated[bool, typer.Option("--only-read", help="gold: only articles that were read in full.")] = False,
) -> None:
    """Write gold rows, sheets to fill in, or the claims for another annotation tool."""
    from claimx.review.formats import export_review

    run, _, verdicts = _load(out)
    written = export_review(run, verdicts, form=form, to=to, reviewer=reviewer, only_read=only_read)
    for line in written.notes:
        typer.echo(line, err=True)
    typer.echo(f"{written.number} {written.what} written to {written.path}")


@app.command("import")
def import_verdicts(
    out: Out,
    source: Annotated[Path, typer.Argument(help="A filled-in sheet, or what another tool exported.")],
    reviewer: Reviewer,
    form: Annotated[
        str | None, typer.Option("--format", help="csv, xlsx, label-studio, doccano, brat or bioc; else by ending.")
    ] = None,
) -> None:
    """Take verdicts back. Every row is checked; those that cannot be taken are listed, and the exit code is 1."""
    from claimx.review.formats import import_review

    run, store, verdicts = _load(out)
    found = import_review(run, verdicts, source, form=form, reviewer=reviewer)
    store.add_all(found.events)
    for problem in found.problems:
        typer.echo(f"claimx: {source}:{problem}", err=True)
    typer.echo(f"{len(found.events)} taken, {found.unchanged} already known or empty, {len(found.problems)} refused")
    if found.problems:
        raise typer.Exit(SOME_FAILED)


def _load(out: Path) -> tuple[ReviewRun, Store, Verdicts]:
    from claimx.review.run import load_run
    from claimx.review.store import FILE_NAME, Store
    from claimx.review.verdicts import gather

    run = load_run(out)
    store = Store(out / FILE_NAME)
    return run, store, gather(run, store.events())
