"""How a consensus, a balance card and a lost claim read on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from claimx.balance import Card, Point
from claimx.consensus import Consensus, Contradiction, Quote, contradictions_of
from claimx.guide import SIDES
from claimx.terminal import Line, Piece, align

if TYPE_CHECKING:
    from claimx.why_not import Loss

VERDICT_STYLES = {
    "affirmed": "green",
    "denied": "red",
    "hedged": "yellow",
    "mixed": "yellow",
    "contradicted": "bold red",
}
SIDE_STYLES = {"benefits": "green", "harms": "red", "excess": "red", "cautions": "yellow", "interactions": "yellow"}
HEADER = ("nutrient", "relation", "object", "verdict", "articles", "affirm", "deny", "hedge", "daily dose")
PLACES = ("between articles", "within one article", "within one sentence")
QUOTE_WIDTH = 160


def show_consensus(found: Sequence[Consensus], *, limit: int = 0) -> Iterator[Line]:
    """A table, those that most articles speak of first, and below it each contradiction with its two quotes.

    Counts are articles, rows in brackets where they differ. `limit` cuts the table, 0 for all.
    """
    ordered = sorted(found, key=lambda item: (-item.total.articles, -item.total.rows))
    shown = ordered[:limit] if limit else ordered
    yield from align(HEADER, [_cells(item) for item in shown])
    if len(shown) < len(ordered):
        yield ((f"and {len(ordered) - len(shown)} more; --limit 0 shows all", "dim"),)
    clashes = contradictions_of(found)
    if clashes:
        yield ()
        yield ((f"{len(clashes)} contradiction{'s' if len(clashes) > 1 else ''}", "bold"),)
    for clash in clashes:
        yield from _show_clash(clash)


def _cells(item: Consensus) -> list[Piece]:
    state = "" if item.nutrient_state == "intake" else f" ({item.nutrient_state})"
    doses = "; ".join(f"{_range(dose.min, dose.max)} {dose.unit.strip('[]')} in {dose.articles}" for dose in item.doses)
    tallies = [item.total, item.affirm, item.deny, item.hedge]
    counts = [f"{t.articles}" if t.articles == t.rows else f"{t.articles} ({t.rows})" for t in tallies]
    words = [f"{item.nutrient_name}{state}", item.relation, item.object_name or "-"]
    return [
        *((word, "") for word in words),
        (item.verdict, VERDICT_STYLES[item.verdict]),
        *((count, "") for count in counts),
        (doses, ""),
    ]


def _range(low: float, high: float) -> str:
    return f"{low:g}" if low == high else f"{low:g}-{high:g}"


def _show_clash(clash: Contradiction) -> Iterator[Line]:
    yield ()
    yield ((f"{clash.nutrient} / {clash.object or 'safety'}", "bold"), (f"  {PLACES[clash.nearness]}", "dim"))
    for quote in (clash.one, clash.other):
        yield (("  ", ""), *_show_quote(quote))


def _show_quote(quote: Quote) -> Line:
    said = f"{'not ' if quote.polarity == 'negated' else ''}{quote.relation}"
    of = f", {quote.population}" if quote.population else ""
    number = f" ({quote.rows} rows)" if quote.rows > 1 else ""
    style = "red" if quote.polarity == "negated" else "green"
    return ((said, style), (number, "dim"), (f'  "{_cut(quote.sentence)}"', ""), (f"  {quote.doc_id}{of}", "dim"))


def _cut(sentence: str) -> str:
    flat = " ".join(sentence.split())
    return flat if len(flat) <= QUOTE_WIDTH else flat[: QUOTE_WIDTH - 1] + "…"


def show_cards(cards: Iterable[Card]) -> Iterator[Line]:
    """Each card: its counts, the points of each side, what is denied, and what is missing."""
    for number, card in enumerate(cards):
        if number:
            yield ()
        title = f"  {card.title}" if card.title else ""
        yield ((card.doc_id, "bold"), (title, ""))
        flags = [_count(card.claims, "claim"), _count(card.overclaims, "overclaim")]
        flags.append(f"{_count(card.doses_above, 'dose')} above a limit")
        yield (("  " + ", ".join(flags), "dim"),)
        for side in reversed(SIDES):
            yield from _show_side(side, card.sides[side])
        yield from _show_side("denied", card.denied)
        if card.missing:
            yield (("  missing", "bold"),)
        gaps: dict[str, list[str]] = {}
        for gap in card.missing:
            gaps.setdefault(gap.text, []).append(gap.nutrient)
        for text, nutrients in gaps.items():
            yield ((f"    {text}: ", "magenta"), (", ".join(nutrients), ""))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _show_side(name: str, points: Sequence[Point]) -> Iterator[Line]:
    if points:
        yield ((f"  {name}", f"bold {SIDE_STYLES.get(name, '')}".strip()), (f" {len(points)}", "dim"))
    for point in points:
        yield _show_point(point)


def _show_point(point: Point) -> Line:
    state = "" if point.state == "intake" else f" {point.state}"
    said = f"{'not ' if point.polarity == 'negated' else ''}{point.relation}"
    what = " ".join(part for part in (f"{point.nutrient}{state}", said, point.object) if part)
    dose = f" [{point.dose}]" if point.dose else ""
    times = f" x{point.rows}" if point.rows > 1 else ""
    evidence = [kind for kind in point.evidence if kind != "none"]
    details = ", ".join([*point.certainty, *evidence])
    flags = "".join(f"  ! {flag}" for flag in point.flags)
    return ((f"    {what}{dose}", ""), (times, "cyan"), (f"  ({details})", "dim"), (flags, "red"))


def show_loss(loss: Loss) -> Iterator[Line]:
    """The stage and the reason, then what the rules made of the sentence and the rows it gave."""
    yield ((loss.sentence, "bold"),)
    if loss.stage == "none":
        yield (("  not lost  ", "green"), (loss.detail, ""))
    else:
        yield ((f"  lost at {loss.stage}: ", "red"), (loss.detail, ""))
    for trace in loss.traces:
        yield (("  rule  ", "cyan"), (trace, "dim"))
    for row in loss.rows:
        what = " ".join(row[name] for name in ("nutrient_name", "relation", "object_name") if row[name])
        negated = " (negated)" if row["polarity"] == "negated" else ""
        yield (("  row   ", "cyan"), (what + negated, ""), (f"  {row['rule_id']}", "dim"))
