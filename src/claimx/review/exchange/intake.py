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
        known = verdicts.current.get(event.claim_id, {}).get(event.reviewer)
        said = (event.verdict, event.error, event.note, event.correction)
        if event.kind == "verdict" and known and (known.verdict, known.error, known.note, known.correction) == said:
            self.unchanged += 1
        elif event.kind == "missed" and any(
            (old.claim_id, old.reviewer) == (event.claim_id, event.reviewer) for old in verdicts.missed
        ):
            self.unchanged += 1
        else:
            self.events.append(event)
