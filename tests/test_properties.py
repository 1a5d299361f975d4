"""What holds for any text: nothing raises, spans name their words, rows do not depend on how they were made."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import claimx
from claimx.columns import COLUMNS
from claimx.export import read_claims_csv, write_rows
from claimx.pipeline import Extractor
from claimx.records import Article
from claimx.table import Row, to_rows

SPANS = {"nutrient": "nutrient", "object": "object", "trigger": "trigger", "dose": "dose_text", "sent": "sentence"}
FRAGMENTS = (
    "Magnesium relieves leg cramps. ",
    "It may lower blood pressure",
    "vitamin D. Zinc does not treat colds, ",
    "B12 deficiency is common in vegans. ",
    "this mineral, which supports muscle and nerve functions, ",
    "antioxidants such as vitamin C and selenium reduce inflammation ",
    "Alpha-lipoic acid (ALA) at 600 mg twice daily ",
    "5mg/kg of omega-3s for 8 weeks ",
    "Side effects of zinc include:\n\n- nausea\n- diarrhea\n\n",
    "Good sources of iron include:\n* spinach\n* beef and beans\n\n",
    "## Should you take it?\n\n",
    "Ginger is safe in pregnancy. People with gout should not take niacin. ",
    "Adults need 10–20 µg (400–800 IU) a day. ",
    "Metformin can deplete B12, so a supplement helps. ",
    "If you don't get enough vitamin K, you may bleed. ",
    "Supplementation was linked to a 20% lower risk of stroke in rats. ",
    "A deficiency can cause anemia; ",
    "| Vitamin C | 75 mg |\n",
    "Read more → ",
)
ODD = (
    "\n",
    "\r\n",
    "\t",
    "\u2028",
    "\x00",
    "\x1b[0m",
    "\u200d",
    "\ufeff",
    "é",
    "😀",
    "½",
    "İ",
    "ﬁ",
    "=cmd()",
    "'",
    '"',
)
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TEXTS = st.lists(
    st.sampled_from(FRAGMENTS) | st.sampled_from(FRAGMENTS) | st.sampled_from(ODD) | ANYTHING, max_size=8
).map("".join)
ARTICLES = """Magnesium for sleep

Magnesium relieves leg cramps. It may lower blood pressure, and does not treat colds.

Side effects of magnesium include:

- nausea
- diarrhea

Adults need 400 mg of magnesium daily. Antioxidants such as vitamin C and selenium reduce inflammation.
%%
B12 deficiency is common in vegans. Metformin can deplete B12. A deficiency can cause anemia.
%%

%%
Nothing to read here.
%%
Alpha-lipoic acid (ALA) is an antioxidant. ALA at 600 mg twice daily reduced nerve pain in a trial.
""".split("%%\n")


@cache
def extractors() -> tuple[Extractor, Extractor]:
    """Two, each loaded on its own; not a fixture, for hypothesis calls a test many times over."""
    return claimx.load(second=False), claimx.load(second=False)


def extract(text: str, *, number: int = 0) -> list[Row]:
    return to_rows(extractors()[number].extract(text))


def wrong_spans(text: str, rows: list[Row]) -> list[tuple[str, str, str]]:
    """(column, words of the row, words at its offsets) wherever these differ."""
    return [
        (name, row[words], text[row[f"{name}_start"] : row[f"{name}_end"]])
        for row in rows
        for name, words in SPANS.items()
        if row[f"{name}_start"] is not None and row[words] != text[row[f"{name}_start"] : row[f"{name}_end"]]
    ]


def bad_places(rows: list[Row]) -> list[tuple[str, Any, Any]]:
    """Spans with one end missing, or that end before they begin."""
    pairs = [(name, row[f"{name}_start"], row[f"{name}_end"]) for row in rows for name in SPANS]
    return [pair for pair in pairs if (pair[1] is None) != (pair[2] is None) or (pair[1] or 0) > (pair[2] or 0)]


@settings(max_examples=80)
@given(TEXTS)
@example("A deficiency can cause anemia; ²")
def test_any_text_is_read_and_every_span_names_its_words(text: str) -> None:
    rows = extract(text)
    assert wrong_spans(text, rows) == []
    assert bad_places(rows) == []


def test_fragments_give_rows_with_spans_of_every_kind() -> None:
    text = "".join(FRAGMENTS)
    rows = extract(text)
    assert wrong_spans(text, rows) == []
    assert {name for name in SPANS for row in rows if row[f"{name}_start"] is not None} == set(SPANS)


def test_a_moved_span_is_seen() -> None:
    text = FRAGMENTS[0]
    (row,) = extract(text)
    assert wrong_spans(text, [row]) == []
    assert wrong_spans(text, [row | {"object_start": row["object_start"] + 1}]) == [
        ("object", "leg cramps", "eg cramps")
    ]
    assert bad_places([row | {"object_start": None}]) == [("object", None, row["object_end"])]


@settings(max_examples=20)
@given(TEXTS)
def test_two_extractors_give_the_same_rows(text: str) -> None:
    assert extract(text) == extract(text, number=1)


@settings(max_examples=15)
@given(st.lists(TEXTS, max_size=4), st.integers(1, 400))
def test_rows_do_not_depend_on_what_is_read_together(texts: list[str], size: int) -> None:
    articles = [Article(f"{number}.txt", text) for number, text in enumerate(texts)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("claimx.pipeline.GROUP_CHARACTERS", size)
        together = [to_rows(claims) for claims in extractors()[0].pipe(articles)]
    assert together == [to_rows(extractors()[0].extract(article)) for article in articles]


@pytest.mark.parametrize("size", [1, 100, 10_000])
def test_whole_articles_do_not_depend_on_what_is_read_together(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [Article(f"{number}.txt", text) for number, text in enumerate(ARTICLES)]
    alone = [to_rows(extractors()[0].extract(article)) for article in articles]
    monkeypatch.setattr("claimx.pipeline.GROUP_CHARACTERS", size)
    assert [to_rows(claims) for claims in extractors()[1].pipe(articles)] == alone
    assert [bool(rows) for rows in alone] == [True, True, False, False, True]


@settings(max_examples=15)
@given(TEXTS)
def test_rows_come_back_from_csv_and_parquet(text: str) -> None:
    rows = extract(FRAGMENTS[0] + text)
    with tempfile.TemporaryDirectory() as folder:
        csv, parquet = write_rows(rows, Path(folder), formats=["csv", "parquet"])
        assert read_claims_csv(csv) == rows
        assert pq.read_table(parquet).to_pylist() == rows
    assert {tuple(row) for row in rows} - {tuple(column.name for column in COLUMNS)} == set()
