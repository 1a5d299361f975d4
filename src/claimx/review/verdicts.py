"""What the log of events says now: each reviewer's verdict on each claim, and whether it still fits the row."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from claimx.columns import CORE, DOSE, QUALIFIERS
from claimx.review.run import ReviewRun
from claimx.review.store import Event
from claimx.table import Row

Settled: TypeAlias = Literal["right", "wrong", "unsure", "disputed"]
# what a reviewer judges; how sure the row is, and by which rule it was found, may change under a verdict
JUDGED: tuple[str, ...] = tuple(
    column.name
    for column in (*CORE, *QUALIFIERS, *DOSE)
    if column.name not in {"claim_id", "claim_group", "nutrient_id", "nutrient_type", "object_id"}
)


@dataclass(frozen=True, slots=True)
class Stale:
    """An earlier verdict that does not fit the present row: the columns that changed since, all for a lost claim."""

    event: Event
    changed: tuple[str, ...]


@dataclass(frozen=True)
class Verdicts:
    """The present state of a review.

    `current` maps claim_id to reviewer to event, for claims that still read as they were judged; `stale` holds
    earlier verdicts under the claim_id of the row that stands there now; `lost` those that no row stands for.
    `missed` are claims that reviewers added, `read` the articles that a reviewer read in full, by reviewer.
    """

    current: dict[str, dict[str, Event]] = field(default_factory=lambda: defaultdict(dict))
    stale: dict[str, list[Stale]] = field(default_factory=lambda: defaultdict(list))
    lost: list[Event] = field(default_factory=list)
    missed: list[Event] = field(default_factory=list)
    read: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def settle(self, claim_id: str, reviewer: str | None = None) -> tuple[Settled, Event] | None:
        """The verdict of one reviewer, or that of most of them, with the last event that gives it.

        "disputed" when right and wrong are given equally often; who is unsure has no vote while others are sure.
        """
        events = [event for name, event in self.current.get(claim_id, {}).items() if reviewer in (None, name)]
        if not events:
            return None
        events.sort(key=lambda event: event.seq)
        votes = Counter(event.verdict for event in events if event.verdict != "unsure")
        if not votes:
            return "unsure", events[-1]
        if votes["right"] == votes["wrong"]:
            return "disputed", events[-1]
        winner: Settled = "right" if votes["right"] > votes["wrong"] else "wrong"
        return winner, [event for event in events if event.verdict == winner][-1]


def gather(run: ReviewRun, events: Iterable[Event]) -> Verdicts:
    """Read the log against the rows of a run. A verdict follows its claim by claim_id from run to run."""
    found = Verdicts()
    latest: dict[tuple[str, str], Event] = {}
    for event in events:
        if event.kind == "verdict":
            latest[event.claim_id, event.reviewer] = event
        elif event.kind == "missed":
            found.missed.append(event)
        elif event.kind in {"read", "unread"}:
            (found.read[event.doc_id].add if event.kind == "read" else found.read[event.doc_id].discard)(event.reviewer)
    for event in latest.values():
        _place(run, event, found)
    _settle_missed(run, found)
    return found


def changed_columns(judged: Row, row: Row) -> tuple[str, ...]:
    """The judged columns in which two rows differ."""
    return tuple(name for name in JUDGED if judged.get(name) != row.get(name))


def _place(run: ReviewRun, event: Event, found: Verdicts) -> None:
    row = run.by_id.get(event.claim_id)
    if row is not None:
        changed = changed_columns(event.judged, row)
        if changed:
            found.stale[event.claim_id].append(Stale(event, changed))
        else:
            found.current[event.claim_id][event.reviewer] = event
        return
    heirs = [other for other in run.by_doc.get(event.doc_id, []) if _stands_where(other, event.judged)]
    for other in heirs:
        found.stale[other["claim_id"]].append(Stale(event, changed_columns(event.judged, other)))
    if not heirs:
        found.lost.append(event)


def _stands_where(row: Row, judged: Row) -> bool:
    places = ("sent_start", "sent_end", "nutrient_start", "object_start")
    if row["sentence"] != judged.get("sentence"):
        return False
    names = ("nutrient_name", "object_name")
    return any(all(row[name] == judged.get(name) for name in group) for group in (places, names))


def _settle_missed(run: ReviewRun, found: Verdicts) -> None:
    fitting = [event for event in found.missed if fits_text(event.correction, run)]
    found.lost.extend(event for event in found.missed if event not in fitting)
    found.missed[:] = fitting


def fits_text(row: Row, run: ReviewRun) -> bool:
    """Whether a row's sentence still stands in its article where it says."""
    article = run.articles.get(row["doc_id"])
    return article is not None and article.text[row["sent_start"] : row["sent_end"]] == row["sentence"]


def unjudged(run: ReviewRun, verdicts: Verdicts, claim_ids: Sequence[str], *, reviewer: str) -> list[str]:
    """Those of the claims that the reviewer has given no verdict on, in order."""
    return [
        claim_id
        for claim_id in claim_ids
        if claim_id in run.by_id and reviewer not in verdicts.current.get(claim_id, {})
    ]
