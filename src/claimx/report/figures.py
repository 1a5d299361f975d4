"""The report's pictures: small static SVG drawn by vl-convert from the Vega-Lite specifications in charts/.

Colours are CSS variables of the page, so that one picture serves light, dark and print; marks are links that filter
the table, and each is described in words for screen readers.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias, get_args
from urllib.parse import quote

from markupsafe import Markup

from claimx.records import Certainty, Evidence
from claimx.report.flags import ReportGuide
from claimx.report.words import show, words_of
from claimx.table import Row

Values: TypeAlias = list[dict[str, Any]]
CHARTS = Path(__file__).parent / "charts"
# the renderer resolves a link against the site of its examples
RENDERER_BASE = "https://vega.github.io/vega-datasets/"
LOCAL_NAME = re.compile(r'(\bid="|url\(#)([\w-]+)')
MAP_NUTRIENTS, MAP_CONDITIONS = 14, 16
DOSED_NUTRIENTS = 14
BINS = 10
LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its caption, and its numbers as a table: a header and lines of cells."""

    name: str
    title: str
    note: str
    svg: Markup
    header: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Plan:
    name: str
    title: str
    note: str
    datasets: Mapping[str, Values]
    shown: tuple[str, ...]
    # the values of a channel in their order; without, as they first appear
    orders: Mapping[str, Sequence[str]] = field(default_factory=dict)


def draw_figures(rows: Sequence[Row], guide: ReportGuide) -> list[Figure]:
    """Every picture for which the rows hold something to show."""
    plans: list[Callable[[Sequence[Row], ReportGuide], _Plan]] = [_map, _relations, _evidence, _doses, _confidence]
    return [_draw(plan) for plan in (make(rows, guide) for make in plans) if plan.datasets["rows"]]


def filter_link(**wanted: object) -> str:
    """The fragment that makes the page's script filter the table."""
    return "#f:" + "&".join(f"{name}={quote(str(value), safe='')}" for name, value in wanted.items())


def _draw(plan: _Plan) -> Figure:
    import vl_convert

    datasets = {name: [_shown(value) for value in values] for name, values in plan.datasets.items()}
    spec = {**deepcopy(_read_chart(plan.name)), "config": _read_chart("config"), "datasets": datasets}
    for channel, order in plan.orders.items():
        spec["encoding"][channel]["sort"] = [show(value) for value in order]
    svg = vl_convert.vegalite_to_svg(spec, vl_version="5.20").replace(RENDERER_BASE, "")
    svg = _rename_local(svg, plan.name)
    svg = svg.replace("<svg ", f'<svg aria-label="{plan.title}" ', 1)
    lines = tuple(tuple(str(value[name]) for name in plan.shown) for value in plan.datasets["rows"])
    # everything in it that came from an article was escaped by the renderer
    return Figure(plan.name, plan.title, plan.note, Markup(svg), plan.shown, lines)


def _shown(value: dict[str, Any]) -> dict[str, Any]:
    return {name: show(part) if isinstance(part, str) else part for name, part in value.items()}


def _rename_local(svg: str, prefix: str) -> str:
    # the renderer numbers its clip paths through the life of the process, and pictures of one page must not share them
    names = {name: f"{prefix}-{at}" for at, name in enumerate(dict.fromkeys(m[2] for m in LOCAL_NAME.finditer(svg)))}
    return LOCAL_NAME.sub(lambda match: match[1] + names[match[2]], svg)


@cache
def _read_chart(name: str) -> dict[str, Any]:
    chart: dict[str, Any] = json.loads((CHARTS / f"{name}.json").read_text("utf-8"))
    return chart


def _relations(rows: Sequence[Row], _guide: ReportGuide) -> _Plan:
    counts = sorted(Counter(row["relation"] for row in rows).items(), key=lambda item: (-item[1], item[0]))
    values = [
        {
            "label": words_of(relation),
            "claims": number,
            "href": filter_link(relation=relation),
            "says": f"{words_of(relation)}: {number}",
        }
        for relation, number in counts
    ]
    return _Plan("relations", "Claims by relation", "What a nutrient is said to do.", {"rows": values}, LABELLED)


LABELLED = ("label", "claims")


def _map(rows: Sequence[Row], guide: ReportGuide) -> _Plan:
    cells: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in rows:
        if row["object_type"] == "condition":
            cells[row["nutrient_name"], row["object_name"] or row["object"]][_direction(row, guide)] += 1
    nutrients = _most(cells, 0, MAP_NUTRIENTS)
    conditions = _most({cell: n for cell, n in cells.items() if cell[0] in nutrients}, 1, MAP_CONDITIONS)
    values = [
        {
            "nutrient": _short(nutrient),
            "condition": _short(condition),
            "claims": cells[nutrient, condition].total(),
            "direction": max(sorted(cells[nutrient, condition]), key=cells[nutrient, condition].__getitem__),
            "href": filter_link(nutrient=nutrient, object=condition),
            "says": f"{nutrient}, {condition}: {_list_counts(cells[nutrient, condition])}",
        }
        for nutrient in nutrients
        for condition in conditions
        if (nutrient, condition) in cells
    ]
    note = (
        "The nutrients and conditions spoken of most. Size: how many claims. Shape and colour: what most of them say. "
        "A mark filters the table below."
    )
    shown = ("nutrient", "condition", "direction", "claims")
    orders = {"y": [_short(name) for name in nutrients], "x": [_short(name) for name in conditions]}
    return _Plan("map", "Nutrients and conditions", note, {"rows": values}, shown, orders)


def _direction(row: Row, guide: ReportGuide) -> str:
    if row["polarity"] == "negated":
        return "denied"
    if row["nutrient_state"] != "intake":
        return "lack or excess"
    return guide.directions.get(row["relation"], "linked")


def _most(cells: Mapping[tuple[str, str], Counter[str]], place: int, number: int) -> list[str]:
    totals: Counter[str] = Counter()
    for cell, counts in cells.items():
        totals[cell[place]] += counts.total()
    return [name for name, _ in sorted(totals.items(), key=lambda item: (-item[1], item[0]))[:number]]


def _list_counts(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in sorted(counts.items(), key=lambda i: (-i[1], i[0])))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_LABEL else text[: LONGEST_LABEL - 1] + "…"


def _evidence(rows: Sequence[Row], _guide: ReportGuide) -> _Plan:
    counts = Counter((row["evidence"], row["certainty"]) for row in rows)
    evidences = [name for name in get_args(Evidence) if any(cell[0] == name for cell in counts)]
    certainties = [name for name in get_args(Certainty) if any(cell[1] == name for cell in counts)]
    values = [
        {
            "evidence": words_of(evidence) if evidence != "none" else "none named",
            "certainty": certainty,
            "claims": counts[evidence, certainty],
            "href": filter_link(evidence=evidence, certainty=certainty),
            "says": f"evidence {words_of(evidence)}, {certainty}: {counts[evidence, certainty]}",
        }
        for evidence in evidences
        for certainty in certainties
        if counts[evidence, certainty]
    ]
    note = "Rows: the kind of evidence the sentence names. Columns: how surely it is said."
    shown = ("evidence", "certainty", "claims")
    return _Plan("evidence", "Evidence and certainty", note, {"rows": values}, shown, {"x": certainties})


def _doses(rows: Sequence[Row], _guide: ReportGuide) -> _Plan:
    values: Values = []
    ends: Values = []
    for row in rows:
        high, (least, most) = row["limit_share"], (row["daily_min"], row["daily_max"])
        if not high:
            continue
        low = high * least / most if least and most else high
        common = {
            "nutrient": _short(f"{row['nutrient_name']} ({row['dose_limit'].replace(' a day', '')})"),
            "over": "yes" if high > 1 else "no",
            "href": filter_link(claim=row["claim_id"]),
            "says": f"{row['nutrient_name']}: {row['dose_text']}, {high:.0%} of {row['dose_limit']}",
        }
        values.append(
            {**common, "dose": row["dose_text"], "low": low, "high": high, "share of the limit": f"{high:.0%}"}
        )
        ends += [{**common, "share": share} for share in sorted({low, high})]
    kept = sorted({value["nutrient"] for value in values})[:DOSED_NUTRIENTS]
    note = (
        "Daily amounts said in the articles, against the intake that adults should not pass (dashed): "
        "the upper level (UL), or for sodium the reduction intake (CDRR). Orange triangles lie above it."
    )
    datasets = {
        "rows": sorted(
            (v for v in values if v["nutrient"] in kept), key=lambda v: (v["nutrient"], v["low"], v["dose"])
        ),
        "ends": sorted(
            (v for v in ends if v["nutrient"] in kept), key=lambda v: (v["nutrient"], v["share"], v["href"])
        ),
    }
    return _Plan("doses", "Doses against the upper limit", note, datasets, ("nutrient", "dose", "share of the limit"))


def _confidence(rows: Sequence[Row], _guide: ReportGuide) -> _Plan:
    counts = Counter(min(int(row["confidence"] * BINS), BINS - 1) for row in rows)
    values = [
        {
            "label": f"{at / BINS:.1f} to {(at + 1) / BINS:.1f}",
            "low": at / BINS,
            "high": (at + 1) / BINS,
            "claims": counts[at],
            "href": filter_link(min=at / BINS, max=(at + 1) / BINS),
            "says": f"confidence {at / BINS:.1f} to {(at + 1) / BINS:.1f}: {counts[at]}",
        }
        for at in range(BINS)
        if counts[at]
    ]
    note = "The calibrated probability that a row is right."
    return _Plan("confidence", "Confidence", note, {"rows": values}, LABELLED)
