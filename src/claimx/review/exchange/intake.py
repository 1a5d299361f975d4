"""What came in from a sheet or another tool: events to store, and what could not be taken and why."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimx.data_files import DataFiles
from claimx.review.store import Event
from claimx.review.verdicts import Verdicts


@dataclass(slots=True)
class Intake:
    """`problems` are "<line or place>: <reason>"; `unchanged` counts what was empty or said before."""

    events: list[Event] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    unchanged: int = 0
    data: DataFiles = field(default_factory=DataFiles)

    def refuse(self, place: int | str, reason: str) -> None:
        self.problems.append(f"{place}: {reason}")

    def add(self, event: Event, verdicts: Verdicts) -> None:
        """Take an event, unless the reviewer has already said exactly this."""
        if self._is_known(event, verdicts):
            self.unchanged += 1
        else:
            self.events.append(event)

    def _is_known(self, event: Event, verdicts: Verdicts) -> bool:
        if event.kind == "missed":
            said = {(old.claim_id, old.reviewer) for old in verdicts.missed}
            return (event.claim_id, event.reviewer) in said
        known = verdicts.current.get(event.claim_id, {}).get(event.reviewer)
        return known is not None and _said(known) == _said(event)


def _said(event: Event) -> tuple[object, ...]:
    return event.verdict, event.error, event.note, event.correction
