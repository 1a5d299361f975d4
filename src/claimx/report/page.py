"""report.html: one self-contained page, or several when there is more than one can carry."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from claimx.data_files import DataFiles
from claimx.export import write_bytes
from claimx.records import Article
from claimx.report.figures import Figure, draw_figures
from claimx.report.flags import Contradiction, ReportGuide, find_contradictions, find_flags, load_report_guide
from claimx.report.text import heading_starts, render_text
from claimx.report.words import UNSHOWN, describe, show, words_of
from claimx.table import Row, row_order

NOT_IN_SCRIPT = re.compile("[<>&\u2028\u2029]|" + UNSHOWN.pattern)
FOLDER = Path(__file__).parent
ARTICLES_A_PAGE = 50
BYTES_A_PAGE = 4_300_000
# measured: markup, details and marks of a row, markup around a character of text
BYTES_A_ROW, BYTES_A_CHARACTER = 1_900, 1.3
LISTED_CONTRADICTIONS, LISTED_FLAGGED, QUOTED = 30, 60, 3
FILTERS = ("relation", "certainty", "evidence", "polarity", "claim_class")
FLAG_WORDS = {
    "contradiction": ("Contradicted", "the articles also say the opposite of the same pair"),
    "over_limit": ("Above the upper limit", "a daily amount above the intake that adults should not pass"),
    "overclaim": ("Overclaim", "a direct effect on a disease, resting on no evidence, or on animals or cells only"),
    "low_confidence": ("Low confidence", "more likely wrong than right"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the table with what is shown of it. `number` is its place among the rows of the page."""

    number: int
    row: Row
    flags: list[str]
    article: int


@dataclass(frozen=True, slots=True)
class Section:
    """An article of a page."""

    number: int
    article: Article
    claims: int
    text: Markup


@dataclass(frozen=True, slots=True)
class Overview:
    """What the first page says of the whole run."""

    counts: dict[str, int]
    figures: list[Figure]
    contradictions: list[tuple[Contradiction, list[tuple[str, str, list[Row]]]]]
    flagged: dict[str, list[Row]]


def write_report(rows: Sequence[Row], articles: Iterable[Article], path: Path) -> list[Path]:
    """Write the report of a run to `path`, and what does not fit on one page to `<stem>-2.html` and so on beside it.

    Pages of an earlier, longer run are removed. Returns the files written, `path` first.
    """
    pages = make_report(rows, articles, stem=path.stem)
    for old in path.parent.glob(f"{path.stem}-*.html"):
        if old.name not in pages and old.stem.removeprefix(f"{path.stem}-").isdecimal():
            old.unlink()
    return [write_bytes(path.parent / name, content) for name, content in pages.items()]


def make_report(
    rows: Sequence[Row], articles: Iterable[Article], *, stem: str = "report", data: DataFiles | None = None
) -> dict[str, bytes]:
    """The pages of a report by file name. Rows of articles that are not given are left out."""
    files = data or DataFiles()
    guide = load_report_guide(files)
    by_doc: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=row_order):
        by_doc[row["doc_id"]].append(row)
    ordered = sorted(articles, key=lambda article: article.id)
    kept = [row for article in ordered for row in by_doc[article.id]]
    flags = dict(zip((row["claim_id"] for row in kept), find_flags(kept, guide), strict=True))
    shares = split_pages(ordered, by_doc)
    names = [f"{stem}.html", *(f"{stem}-{number}.html" for number in range(2, len(shares) + 1))]
    overview = make_overview(kept, ordered, flags, guide=guide)
    home = {article.id: name for name, share in zip(names, shares, strict=True) for article in share}
    pages = {}
    for name, share in zip(names, shares, strict=True):
        context = {"overview": overview if name == names[0] else None, "name": name, "names": names, "home": home}
        pages[name] = render_page(share, by_doc, flags, context=context, data=files)
    return pages


def split_pages(articles: Sequence[Article], by_doc: Mapping[str, Sequence[Row]]) -> list[list[Article]]:
    """Articles in order, as many to a page as it can carry; at least one page."""
    pages: list[list[Article]] = [[]]
    size = 0.0
    for article in articles:
        more = BYTES_A_ROW * len(by_doc.get(article.id, ())) + BYTES_A_CHARACTER * len(article.text)
        if pages[-1] and (size + more > BYTES_A_PAGE or len(pages[-1]) == ARTICLES_A_PAGE):
            pages.append([])
            size = 0.0
        pages[-1].append(article)
        size += more
    return pages


def make_overview(
    rows: Sequence[Row], articles: Sequence[Article], flags: Mapping[str, Sequence[str]], *, guide: ReportGuide
) -> Overview:
    """Counts, pictures, contradictions with what each side says, and flagged rows by flag."""
    counts = {
        "articles": len(articles),
        "claims": len(rows),
        "nutrients": len({row["nutrient_name"].casefold() for row in rows}),
        "conditions": len({row["object_name"].casefold() for row in rows if row["object_type"] == "condition"}),
        "negated": sum(row["polarity"] == "negated" for row in rows),
        "hedged": sum(row["certainty"] != "asserted" for row in rows),
    }
    contradictions = [
        (
            found,
            [(relation, polarity, [rows[number] for number in numbers]) for relation, polarity, numbers in found.sides],
        )
        for found in find_contradictions(rows, guide)
    ]
    flagged = {
        name: [row for row in rows if name in flags[row["claim_id"]]] for name in FLAG_WORDS if name != "contradiction"
    }
    return Overview(counts, draw_figures(rows, guide), contradictions, flagged)


def render_page(
    share: Sequence[Article],
    by_doc: Mapping[str, list[Row]],
    flags: Mapping[str, list[str]],
    *,
    context: Mapping[str, Any],
    data: DataFiles,
) -> bytes:
    """One page with the table and texts of a share of the articles."""
    entries: list[Entry] = []
    sections = []
    for at, article in enumerate(share):
        own = by_doc.get(article.id, [])
        numbered = list(enumerate(own, len(entries)))
        entries += [Entry(number, row, flags[row["claim_id"]], at) for number, row in numbered]
        text = render_text(article.text, numbered, headings=heading_starts(article, data))
        sections.append(Section(at, article, len(own), text))
    script = _read("report.js")
    html = (
        _environment()
        .get_template("report.html.j2")
        .render(
            **context,
            entries=entries,
            sections=sections,
            choices={name: _choices(entries, name) for name in FILTERS},
            details=to_script_json([_detail(entry) for entry in entries]),
            flag_words=FLAG_WORDS,
            limits={"contradictions": LISTED_CONTRADICTIONS, "flagged": LISTED_FLAGGED, "quoted": QUOTED},
            style=Markup(_read("theme.css") + _read("report.css")),
            script=Markup(script),
            script_hash=script_hash(script),
        )
    )
    return html.encode("utf-8")


def to_script_json(value: object) -> Markup:
    """JSON that can stand inside `<script>`: no `<`, `>` or `&`, which might end the element or begin a comment.

    Characters that would change how the source around them reads are escaped as well.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(NOT_IN_SCRIPT.sub(lambda match: f"\\u{ord(match.group()):04x}", text))


def script_hash(script: str) -> str:
    """The hash by which a Content-Security-Policy allows one inline script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")


def _detail(entry: Entry) -> dict[str, object]:
    """What the script needs of a row: id, title, sentence, details, and the fields it filters and sorts by."""
    row = entry.row
    name = row["object_name"] or row["object"]
    parts = [row["nutrient_name"], "not" if row["polarity"] == "negated" else "", words_of(row["relation"]), name]
    fields = {column: row[column] for column in (*FILTERS, "confidence")}
    fields |= {"nutrient": row["nutrient_name"], "object": name, "article": entry.article, "flags": entry.flags}
    return {
        "id": row["claim_id"],
        "t": show(" ".join(part for part in parts if part)),
        "q": show(row["sentence"]),
        "d": describe(row),
        "f": fields,
    }


def _choices(entries: Sequence[Entry], name: str) -> list[tuple[str, int]]:
    counts = Counter(entry.row[name] for entry in entries)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


@cache
def _read(name: str) -> str:
    return (FOLDER / "pages" / name).read_text("utf-8")


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("claimx.report", "pages"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["show"] = show
    made.filters["words"] = words_of
    return made
