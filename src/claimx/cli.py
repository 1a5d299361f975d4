"""The command line. Exit codes: 0 fine, 1 some articles failed, 2 cannot go on."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.errors import CANNOT_GO_ON, ClaimxError

if TYPE_CHECKING:
    from claimx.engine import Options, Run
    from claimx.pipeline import Extractor

SOME_FAILED = 1
THREAD_COUNTS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
DEFAULT_FORMATS = "csv,parquet,jsonl"

app = typer.Typer(
    help="Structured claims from health and nutrition articles.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    epilog="Exit codes: 0 fine, 1 some articles failed, 2 cannot go on.",
)
rules_app = typer.Typer(help="The rules by which claims are found.", no_args_is_help=True)
app.add_typer(rules_app, name="rules")
for _name in ("lexicon", "review"):
    if find_spec(f"claimx.{_name}_cli") is not None:
        app.add_typer(import_module(f"claimx.{_name}_cli").app, name=_name)

DataOption = Annotated[
    list[Path] | None, typer.Option("--data", help="Folder laid over the packaged lexicon, rules and cues; repeatable.")
]
ModelOption = Annotated[
    str | None, typer.Option("--model", help="Installed spaCy pipeline with a UD-style parser, in place of our own.")
]

RowsArgument = Annotated[Path, typer.Argument(help="Output folder of claimx extract, or one of its claims files.")]
JsonOption = Annotated[bool, typer.Option("--json", help="JSON lines in place of text.")]


@app.command()
def extract(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, globs, or - for standard input.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder to write to.")] = Path("out"),
    formats: Annotated[str, typer.Option("--format", help="Of csv, parquet, jsonl, xlsx; several with commas.")] = (
        DEFAULT_FORMATS
    ),
    data: DataOption = None,
    model: ModelOption = None,
    jobs: Annotated[int, typer.Option("--jobs", min=1, help="Worker processes; the rows are the same.")] = 1,
    min_confidence: Annotated[float, typer.Option(min=0.0, max=1.0, help="Leave out rows less sure than this.")] = 0.0,
    link: Annotated[bool, typer.Option("--link", help="Tie rare misspelt names to the lexicon too; takes seconds.")] = (
        False
    ),
    rules_alone: Annotated[
        bool, typer.Option("--rules-alone", help="Leave the second reader out: faster, fewer rows.")
    ] = (False),
    excel: Annotated[bool, typer.Option("--excel", help="Begin the CSV with the mark by which Excel knows UTF-8.")] = (
        False
    ),
    text_column: Annotated[str | None, typer.Option(help="Column or key of a table that holds the text.")] = None,
    title_column: Annotated[str | None, typer.Option(help="The title.")] = None,
    topic_column: Annotated[str | None, typer.Option(help="The nutrient that the text is about.")] = None,
    id_column: Annotated[str | None, typer.Option(help="The id of the article.")] = None,
    report: Annotated[bool, typer.Option("--report", help="Also write report.html, a page to read the rows in.")] = (
        False
    ),
    show_traceback: Annotated[bool, typer.Option("--traceback", help="Show where in the code an article failed.")] = (
        False
    ),
) -> None:
    """Extract the claims of articles. What OUT already holds of unchanged articles is used again."""
    from claimx.console import print_summary
    from claimx.engine import Options, write_run
    from claimx.export import check_formats

    options = Options(tuple(data or ()), model, jobs, min_confidence, link, not rules_alone)
    names = [name.strip() for name in formats.split(",") if name.strip()]
    columns = {"text": text_column, "title": title_column, "topic": topic_column, "id": id_column}
    check_formats(names)
    done = _run(paths, options, out=out, columns=columns)
    written = write_run(done, out, formats=names, excel=excel)
    if report:
        from claimx.report import write_report

        written += write_report(done.rows, [outcome.article for outcome in done.outcomes], out / "report.html")
    print_summary(done, written, show_traceback=show_traceback)
    if done.problems:
        raise typer.Exit(SOME_FAILED)


def _run(paths: list[str], options: Options, *, out: Path, columns: dict[str, str | None]) -> Run:
    from claimx.console import print_unmapped, track
    from claimx.data_files import DataFiles
    from claimx.engine import run
    from claimx.read import read_articles

    named = {f"{name}_column": column for name, column in columns.items()}
    found = read_articles(paths, data=DataFiles(options.data), **named)
    unmapped: list[str] = []
    with track() as bar:
        done = run(
            found, options, cache_folder=out, on_start=bar.start, on_done=bar.advance, on_unmapped=unmapped.extend
        )
    print_unmapped(options.model, unmapped)
    return done


def _load(data: list[Path] | None, model: str | None) -> Extractor:
    from claimx.console import print_unmapped
    from claimx.pipeline import load

    extractor = load(data or None, model=model)
    print_unmapped(model, extractor.unmapped)
    return extractor


@app.command()
def explain(
    text: Annotated[str, typer.Argument(help="A sentence, or - for standard input.")],
    data: DataOption = None,
    model: ModelOption = None,
) -> None:
    """Show how a sentence is read: mentions, triggers, slots, the rule that fired, and what kept others from firing."""
    from claimx.explain import explain_lines
    from claimx.terminal import print_lines

    words = sys.stdin.read() if text == "-" else text
    print_lines(explain_lines(words, _load(data, model)))


@app.command()
def why_not(
    text: Annotated[str, typer.Argument(help="A sentence or more, or - for standard input.")],
    nutrient: Annotated[str, typer.Option(help="The nutrient of the row that you miss.")],
    found: Annotated[str, typer.Option("--object", help="Its object; any when left out.")] = "",
    relation: Annotated[str, typer.Option(help="Its relation, as in TREATS; any when left out.")] = "",
    data: DataOption = None,
    model: ModelOption = None,
) -> None:
    """Name the first stage that lost a claim: segment, tag, gate, trigger, slot, condition, choice or resolve."""
    from claimx.show import show_loss
    from claimx.terminal import print_lines
    from claimx.why_not import why_not as find_loss

    words = sys.stdin.read() if text == "-" else text
    extractor = _load(data, model)
    print_lines(show_loss(find_loss(words, extractor, nutrient=nutrient, object=found, relation=relation)))


@app.command()
def score(
    gold: Annotated[Path, typer.Argument(help="Gold rows, .jsonl.")],
    rows: Annotated[Path, typer.Argument(help="Rows of a run: .jsonl, .csv or .parquet.")],
    errors: Annotated[Path | None, typer.Option(help="Write each row missed and each row too many here.")] = None,
    docs: Annotated[str, typer.Option(help="Only these articles (names without ending), with commas.")] = "",
    min_strict: Annotated[float, typer.Option(help="Exit with 1 when strict F1 is below this.")] = 0.0,
    brief: Annotated[bool, typer.Option("--brief", help="Only the totals, no tables.")] = False,
) -> None:
    """Compare rows with gold: strict and relaxed precision, recall and F1, and the accuracy of qualifiers."""
    from claimx.console import format_score
    from claimx.data_files import DataFiles
    from claimx.export import write_bytes
    from claimx.score import format_errors, load_comparer, load_rows
    from claimx.score import score as compare

    wanted = {doc for doc in docs.split(",") if doc}
    pools = [[row for row in load_rows(path) if not wanted or row["doc"] in wanted] for path in (gold, rows)]
    found = compare(pools[0], pools[1], load_comparer(DataFiles()))
    typer.echo(format_score(found, brief=brief), nl=False)
    if errors is not None:
        write_bytes(errors, format_errors(found).encode("utf-8"))
    if found.strict.f1 < min_strict:
        raise typer.Exit(SOME_FAILED)


@app.command()
def compare(
    rows: RowsArgument,
    nutrient: Annotated[str, typer.Option(help="Only this nutrient.")] = "",
    relation: Annotated[str, typer.Option(help="Only this relation, as in TREATS.")] = "",
    found: Annotated[str, typer.Option("--object", help="Only objects whose name holds these words.")] = "",
    min_articles: Annotated[int, typer.Option(min=1, help="Only what so many articles speak of.")] = 1,
    contradictions: Annotated[bool, typer.Option("--contradictions", help="Only what is contradicted.")] = False,
    limit: Annotated[int, typer.Option(min=0, help="Lines of the table; 0 shows all.")] = 40,
    as_json: JsonOption = False,
    data: DataOption = None,
) -> None:
    """What the articles together affirm, deny and hedge, at which doses, and where they contradict one another."""
    import json

    from claimx.consensus import compare as compare_rows
    from claimx.consensus import to_record
    from claimx.data_files import DataFiles
    from claimx.guide import load_guide
    from claimx.show import show_consensus
    from claimx.stored import read_rows
    from claimx.terminal import print_lines

    items = [
        item
        for item in compare_rows(read_rows(rows), load_guide(DataFiles(tuple(data or ()))))
        if nutrient.casefold() in ("", item.nutrient_name.casefold())
        and relation.upper() in ("", item.relation)
        and found.casefold() in item.object_name.casefold()
        and item.total.articles >= min_articles
        and (item.contradictions or not contradictions)
    ]
    if as_json:
        typer.echo("".join(json.dumps(to_record(item), ensure_ascii=False) + "\n" for item in items), nl=False)
    elif items:
        print_lines(show_consensus(items, limit=limit))
    else:
        typer.echo("no such claims")


@app.command()
def balance(
    rows: RowsArgument,
    doc: Annotated[str, typer.Option(help="Only this article.")] = "",
    as_json: JsonOption = False,
    data: DataOption = None,
) -> None:
    """What each article says for and against its nutrients, and what it leaves out: a hint, never legal advice."""
    from claimx.balance import make_cards, to_jsonl
    from claimx.data_files import DataFiles
    from claimx.guide import load_guide
    from claimx.show import show_cards
    from claimx.stored import read_rows, read_titles
    from claimx.terminal import print_lines

    guide = load_guide(DataFiles(tuple(data or ())))
    cards = [card for card in make_cards(read_rows(rows), guide, titles=read_titles(rows)) if doc in ("", card.doc_id)]
    if not cards:
        raise ClaimxError(f"{rows}: " + (f'holds no article "{doc}"' if doc else "holds no article"))
    if as_json:
        typer.echo(to_jsonl(cards).decode("utf-8"), nl=False)
    else:
        print_lines(show_cards(cards))


@app.command()
def schema(
    markdown: Annotated[bool, typer.Option("--markdown", help="A table for a page, in place of JSON Schema.")] = False,
) -> None:
    """Print the JSON Schema of a row."""
    import json

    from claimx.columns import to_json_schema, to_markdown

    typer.echo(to_markdown() if markdown else json.dumps(to_json_schema(), indent=2), nl=not markdown)


@rules_app.command("check")
def rules_check(
    rules: Annotated[
        list[str] | None, typer.Argument(help="Ids of rules, or relations; all when none is given.")
    ] = None,
    data: DataOption = None,
    model: ModelOption = None,
) -> None:
    """Run each rule's examples and decoys through the whole pipeline."""
    from claimx.rules_check import check_rules, choose_rules

    extractor = _load(data, model)
    chosen = choose_rules(extractor, rules or ())
    faults = check_rules(extractor, chosen)
    for fault in faults:
        typer.echo(fault, err=True)
    if faults:
        raise typer.Exit(SOME_FAILED)
    typer.echo(f"{len(chosen)} rules: every example is read as it says, and no decoy is")


def main() -> None:
    """Entry point: a user's error is one line on standard error and exit code 2."""
    # small matrices gain nothing from threads, and how a product is cut up must not depend on the machine
    for variable in THREAD_COUNTS:
        os.environ.setdefault(variable, "1")
    try:
        app()
    except ClaimxError as error:
        typer.echo(f"claimx: {error}", err=True)
        sys.exit(CANNOT_GO_ON)
    except KeyboardInterrupt:
        typer.echo("claimx: stopped; what was extracted so far is kept for the next run", err=True)
        sys.exit(CANNOT_GO_ON)
