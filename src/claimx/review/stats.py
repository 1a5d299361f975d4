"""The figures of a review: for the page, for the command line, and as JSON."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass

from claimx.review.estimate import (
    Agreement,
    Estimate,
    Stratum,
    Weighted,
    agreement,
    more_until,
    weighted,
    wilson,
)
from claimx.review.run import ReviewRun
from claimx.review.sample import stratum
from claimx.review.verdicts import Verdicts
from claimx.table import Row

HALF_WIDTH = 0.05
NAME_WIDTH = 34
BESIDES = ("unsure", "disputed", "stale", "lost")


@dataclass(frozen=True, slots=True)
class Part:
    """Precision in one part of the rows. `estimate` is None while nothing of it is judged."""

    name: str
    rows: int
    judged: int
    right: int
    estimate: Estimate | None


@dataclass(frozen=True, slots=True)
class Recall:
    """Of the claims in articles read in full, how many the rows have right; None while no article is."""

    articles: int
    right: int
    missed: int
    unjudged: int
    estimate: Estimate | None


@dataclass(frozen=True, slots=True)
class Stats:
    """Everything that a review shows. Unsure and disputed claims are counted, and left out of every proportion."""

    counts: dict[str, int]
    precision: Estimate | None
    weighted: Weighted | None
    more: int
    tables: dict[str, list[Part]]
    errors: dict[str, int]
    recall: Recall
    agreement: Agreement
    reviewers: dict[str, int]


def measure(run: ReviewRun, verdicts: Verdicts, *, reviewer: str | None = None) -> Stats:
    """The figures over all reviewers (the verdict of most of them settles a claim), or of one."""
    settled = {}
    errors: Counter[str] = Counter()
    for row in run.rows:
        found = verdicts.settle(row["claim_id"], reviewer)
        if found:
            settled[row["claim_id"]] = found[0]
            errors.update([found[1].error] if found[0] == "wrong" and found[1].error else [])
    tally = Counter(settled.values())
    counts = {
        "claims": len(run.rows),
        "judged": tally["right"] + tally["wrong"],
        **{name: tally[name] for name in ("right", "wrong", "unsure", "disputed")},
        "missed": len([event for event in verdicts.missed if reviewer in (None, event.reviewer)]),
        "stale": sum(claim_id not in settled for claim_id in verdicts.stale),
        "lost": len(verdicts.lost),
    }
    strata = _parts(run.rows, settled, lambda row: " / ".join(stratum(row)))
    precision = wilson(tally["right"], counts["judged"])
    tables: dict[str, Callable[[Row], str]] = {
        "relation": lambda row: str(row["relation"]),
        "rule": lambda row: str(row["rule_id"]),
        "article": lambda row: str(row["doc_id"]),
        "resolution": lambda row: str(row["resolution"]),
    }
    return Stats(
        counts=counts,
        precision=precision,
        weighted=weighted([Stratum(part.rows, part.judged, part.right) for part in strata]),
        more=more_until(precision, population=len(run.rows), half_width=HALF_WIDTH),
        tables={name: _parts(run.rows, settled, key) for name, key in tables.items()},
        errors=dict(sorted(errors.items(), key=lambda item: (-item[1], item[0]))),
        recall=_recall(run, verdicts, settled, reviewer=reviewer),
        agreement=agreement(
            {claim: {name: event.verdict for name, event in given.items()} for claim, given in verdicts.current.items()}
        ),
        reviewers=dict(sorted(Counter(name for given in verdicts.current.values() for name in given).items())),
    )


def _parts(rows: Sequence[Row], settled: Mapping[str, str], key: Callable[[Row], str]) -> list[Part]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    parts = []
    for name, own in groups.items():
        tally = Counter(settled.get(row["claim_id"], "") for row in own)
        judged = tally["right"] + tally["wrong"]
        parts.append(Part(name, len(own), judged, tally["right"], wilson(tally["right"], judged)))
    return sorted(parts, key=lambda part: (-part.rows, part.name))


def _recall(run: ReviewRun, verdicts: Verdicts, settled: Mapping[str, str], *, reviewer: str | None) -> Recall:
    docs = {
        doc
        for doc, names in verdicts.read.items()
        if doc in run.articles and (names if reviewer is None else reviewer in names)
    }
    own = [row for doc in sorted(docs) for row in run.by_doc[doc]]
    tally = Counter(settled.get(row["claim_id"], "") for row in own)
    # a row that is wrong in part stands for a claim that was not extracted as it is
    mended = 0
    for row in own:
        found = verdicts.settle(row["claim_id"], reviewer)
        mended += bool(found and found[0] == "wrong" and found[1].error != "not_a_claim")
    added = sum(event.doc_id in docs and reviewer in (None, event.reviewer) for event in verdicts.missed)
    missed = added + mended
    return Recall(len(docs), tally["right"], missed, tally[""], wilson(tally["right"], tally["right"] + missed))


def format_percent(found: Estimate | None) -> str:
    """ "72.0 % (61.2 to 80.8)", or "-" for none."""
    if found is None:
        return "-"
    return f"{100 * found.value:.1f} % ({100 * found.low:.1f} to {100 * found.high:.1f})"


def format_stats(stats: Stats) -> str:
    """The figures as plain text."""
    counts = stats.counts
    lines = [
        f"claims      {counts['claims']}, judged {counts['judged']}: right {counts['right']}, wrong {counts['wrong']}",
        "            besides " + ", ".join(f"{name} {counts[name]}" for name in BESIDES),
        f"precision   {format_percent(stats.precision)} of what was judged, 95 % Wilson interval",
    ]
    if stats.weighted:
        found = stats.weighted
        covered = f"strata with a verdict hold {100 * found.covered:.0f} % of the claims"
        lines.append(f"weighted    {format_percent(found.estimate)} by relation and rule; {covered}")
    lines.append(f"to go       {stats.more} more verdicts until ±{100 * HALF_WIDTH:.0f} points")
    recall = stats.recall
    if recall.articles:
        lines.append(
            f"recall      {format_percent(recall.estimate)} in {recall.articles} articles read in full: "
            f"{recall.right} right, {recall.missed} missed, {recall.unjudged} rows not judged"
        )
    if stats.agreement.shared:
        lines += _format_agreement(stats.agreement)
    if stats.errors:
        lines.append("errors      " + ", ".join(f"{name} {number}" for name, number in stats.errors.items()))
    for title, parts in stats.tables.items():
        lines += ["", f"{title:{NAME_WIDTH}} {'rows':>5} {'judged':>6} {'right':>5}  precision"]
        for part in parts:
            counted = f"{part.rows:>5} {part.judged:>6} {part.right:>5}"
            lines.append(f"  {part.name:{NAME_WIDTH - 2}} {counted}  {format_percent(part.estimate)}")
    return "\n".join(lines) + "\n"


def _format_agreement(found: Agreement) -> list[str]:
    alpha = "undefined" if found.alpha is None else f"{found.alpha:.3f}"
    lines = [f"agreement   {found.agreeing} of {found.shared} shared claims, Krippendorff's alpha {alpha}"]
    for (one, other), (shared, kappa) in found.kappas.items():
        value = "undefined" if kappa is None else f"{kappa:.3f}"
        lines.append(f"            {one} and {other}: {shared} shared, Cohen's kappa {value}")
    return lines


def to_json(stats: Stats) -> dict[str, object]:
    """The figures as plain values for other programs."""
    found = asdict(stats)
    pairs = found["agreement"].pop("kappas").items()
    found["agreement"]["kappas"] = [
        {"reviewers": list(names), "shared": shared, "kappa": kappa} for names, (shared, kappa) in pairs
    ]
    return found
