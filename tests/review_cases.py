"""A small run made by hand, for tests of the report and of the review."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from claimx.records import Article, Claim, Flags, Mention, Quantity, Sentence, Span
from claimx.review.run import ReviewRun, load_run
from claimx.table import Row, to_rows, to_table

ZINC = Article(
    "zinc.txt",
    "Zinc and colds\n\nZinc eases sore throats. Zinc does not ease sore throats in children.\r\n"
    "Too much zinc causes nausea. Adults take 50 mg of zinc a day.\n\nBerries 🫐 contain vitamin C.",
    source="in/zinc.txt",
    title="Zinc and colds",
)
IRON = Article("iron.txt", "Iron may raise energy levels. Iron prevents anemia.", source="in/iron.txt")
EMPTY = Article("none.txt", "Nothing is claimed here.", source="in/none.txt")
ARTICLES = (ZINC, IRON, EMPTY)
DAILY_50_MG = Quantity(
    min=50.0, max=50.0, unit="mg", period="day", daily_min=50.0, daily_max=50.0, daily_unit="mg", role="typical"
)


def place(article: Article, words: str, *, within: str = "") -> Span:
    """Where the words stand, inside the sentence `within` or anywhere."""
    start = article.text.index(words, article.text.index(within) if within else 0)
    return Span(start, start + len(words))


def make_claim(
    article: Article, sentence: str, nutrient: str, trigger: str, relation: str, words: str = "", **changes: Any
) -> Claim:
    """A claim of a sentence whose nutrient, trigger and object are given as written."""
    whole = place(article, sentence)
    spans = {text: place(article, text, within=sentence) for text in (nutrient, trigger, words) if text}
    label = changes.pop("label", "CONDITION")
    found = (
        Mention(label, spans[words].start, spans[words].end, words, changes.pop("object_name", words))
        if words
        else None
    )
    at = spans[nutrient]
    claim = Claim(
        sentence=Sentence(whole.start, whole.end, sentence, 0, 0),
        nutrient=Mention("NUTRIENT", at.start, at.end, nutrient, nutrient.lower(), subtype="mineral"),
        relation=relation,  # type: ignore[arg-type]
        object=found,
        trigger=spans[trigger],
        rule_id=f"{relation.lower()}-verb",
        confidence=0.9,
        doc_id=article.id,
        title=article.title,
        trigger_text=trigger,
    )
    return replace(claim, **changes)


def make_claims() -> list[Claim]:
    eases, denies = "Zinc eases sore throats.", "Zinc does not ease sore throats in children."
    dosed = "Adults take 50 mg of zinc a day."
    dose = place(ZINC, "50 mg of zinc a day")
    return [
        make_claim(ZINC, eases, "Zinc", "eases", "TREATS", "sore throats"),
        make_claim(ZINC, denies, "Zinc", "ease", "TREATS", "sore throats", polarity="negated"),
        make_claim(ZINC, "Too much zinc causes nausea.", "zinc", "causes", "CAUSES", "nausea", nutrient_state="excess"),
        make_claim(
            ZINC,
            dosed,
            "zinc",
            "take",
            "HAS_DOSE",
            dose=Mention("DOSE", dose.start, dose.end, "50 mg of zinc a day", "50 mg", quantity=DAILY_50_MG),
            flags=Flags(dose="above", limit="UL 40 mg a day", limit_share=1.25),
        ),
        make_claim(ZINC, "Berries 🫐 contain vitamin C.", "vitamin C", "contain", "FOUND_IN", "Berries"),
        make_claim(
            IRON, "Iron may raise energy levels.", "Iron", "raise", "INCREASES", "energy levels", label="FUNCTION",
            confidence=0.4,
        ),
        make_claim(IRON, "Iron prevents anemia.", "Iron", "prevents", "PREVENTS", "anemia"),
    ]  # fmt: skip


def make_rows() -> list[Row]:
    return to_rows(make_claims())


def write_run(folder: Path, rows: list[Row] | None = None, articles: tuple[Article, ...] = ARTICLES) -> Path:
    """The two files of an output folder that a review reads."""
    folder.mkdir(parents=True, exist_ok=True)
    pq.write_table(to_table(make_rows() if rows is None else rows), folder / "claims.parquet")
    names = ("title", "topic", "source", "text")
    values = [{"doc_id": a.id, **{name: getattr(a, name) for name in names}} for a in articles]
    pq.write_table(pa.Table.from_pylist(values), folder / "articles.parquet")
    return folder


def make_run(folder: Path, rows: list[Row] | None = None, articles: tuple[Article, ...] = ARTICLES) -> ReviewRun:
    return load_run(write_run(folder, rows, articles))


def find_row(rows: list[Row], relation: str, polarity: str = "affirmed") -> Row:
    (found,) = [row for row in rows if (row["relation"], row["polarity"]) == (relation, polarity)]
    return found
