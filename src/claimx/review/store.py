"""Verdicts in one SQLite file: a log that is only ever added to, so that nobody's work is overwritten.

An undo is an event too. What counts is, for each reviewer and claim, the last event that is not undone.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args

from claimx.errors import ClaimxError
from claimx.table import Row

Verdict: TypeAlias = Literal["right", "wrong", "unsure"]
ErrorType: TypeAlias = Literal[
    "boundary", "nutrient", "object", "relation", "polarity", "certainty", "dose", "not_a_claim", "other"
]
Kind: TypeAlias = Literal["verdict", "missed", "read", "unread", "undo"]
VERDICTS: tuple[str, ...] = get_args(Verdict)
ERROR_TYPES: tuple[str, ...] = get_args(ErrorType)
FILE_NAME = "review.db"
BUSY_TIMEOUT_MS = 10_000
SCHEMA = """
CREATE TABLE IF NOT EXISTS events (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('verdict', 'missed', 'read', 'unread', 'undo')),
  doc_id TEXT NOT NULL,
  claim_id TEXT NOT NULL,
  verdict TEXT NOT NULL DEFAULT '',
  error TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  judged TEXT NOT NULL DEFAULT '{}',
  correction TEXT NOT NULL DEFAULT '{}',
  undoes INTEGER UNIQUE REFERENCES events (seq),
  request TEXT UNIQUE
);
CREATE INDEX IF NOT EXISTS events_by_claim ON events (claim_id, reviewer);
CREATE TABLE IF NOT EXISTS samples (reviewer TEXT PRIMARY KEY, query TEXT NOT NULL);
"""
COLUMNS = "seq, at, reviewer, kind, doc_id, claim_id, verdict, error, note, judged, correction"


@dataclass(frozen=True, slots=True)
class Event:
    """One act of a reviewer. `judged` is the row as it was seen, `correction` the columns that should read otherwise.

    For kind "missed" `correction` is the whole row of the missed claim. `seq` is 0 until it is stored.
    """

    reviewer: str
    kind: Kind
    doc_id: str
    claim_id: str = ""
    verdict: str = ""
    error: str = ""
    note: str = ""
    judged: Row = field(default_factory=dict)
    correction: Row = field(default_factory=dict)
    seq: int = 0
    at: str = ""


class Store:
    """The file of one output folder. Every method is a transaction of its own; safe in threads and processes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with self._connect() as connection:
                connection.executescript(SCHEMA)
        except sqlite3.Error as error:
            raise ClaimxError(f"{path}: cannot be used for verdicts: {error}") from None

    @contextmanager
    def _connect(self) -> Iterator[sqlite3.Connection]:
        connection = sqlite3.connect(self.path, timeout=BUSY_TIMEOUT_MS / 1000, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            yield connection
        finally:
            connection.close()

    def add(self, event: Event, *, request: str | None = None) -> int:
        """Store an event and return its number. The same `request` sent again is stored once."""
        with self._connect() as connection:
            connection.execute("BEGIN IMMEDIATE")
            known = _find_request(connection, request)
            number = known if known is not None else _insert(connection, event, request=request)
            connection.execute("COMMIT")
        return number

    def add_all(self, events: list[Event]) -> None:
        """Store all of several events, or, when one cannot be stored, none."""
        with self._connect() as connection:
            connection.execute("BEGIN IMMEDIATE")
            for event in events:
                _insert(connection, event, request=None)
            connection.execute("COMMIT")

    def undo(self, reviewer: str, *, request: str | None = None) -> Event | None:
        """Take back the reviewer's last act that still counts, and return it; None when there is none."""
        with self._connect() as connection:
            connection.execute("BEGIN IMMEDIATE")
            if _find_request(connection, request) is not None:
                connection.execute("COMMIT")
                return None
            found = connection.execute(
                f"SELECT {COLUMNS} FROM events WHERE reviewer = ? AND kind != 'undo' AND seq NOT IN "
                "(SELECT undoes FROM events WHERE undoes IS NOT NULL) ORDER BY seq DESC LIMIT 1",
                (reviewer,),
            ).fetchone()
            if found is not None:
                last = _event(found)
                undo = Event(reviewer, "undo", last.doc_id, last.claim_id)
                _insert(connection, undo, request=request, undoes=last.seq)
            connection.execute("COMMIT")
        return _event(found) if found else None

    def events(self) -> list[Event]:
        """Every event that is not undone, oldest first; undos themselves are left out."""
        with self._connect() as connection:
            found = connection.execute(
                f"SELECT {COLUMNS} FROM events WHERE kind != 'undo' AND seq NOT IN "
                "(SELECT undoes FROM events WHERE undoes IS NOT NULL) ORDER BY seq"
            ).fetchall()
        return [_event(row) for row in found]

    def last_sample(self, reviewer: str) -> str:
        """The query of the sample that the reviewer worked on last; "" for none."""
        with self._connect() as connection:
            found = connection.execute("SELECT query FROM samples WHERE reviewer = ?", (reviewer,)).fetchone()
        return str(found[0]) if found else ""

    def keep_sample(self, reviewer: str, query: str) -> None:
        with self._connect() as connection:
            connection.execute("INSERT OR REPLACE INTO samples VALUES (?, ?)", (reviewer, query))


def _find_request(connection: sqlite3.Connection, request: str | None) -> int | None:
    if request is None:
        return None
    found = connection.execute("SELECT seq FROM events WHERE request = ?", (request,)).fetchone()
    return int(found[0]) if found else None


def _insert(connection: sqlite3.Connection, event: Event, *, request: str | None, undoes: int | None = None) -> int:
    values: Mapping[str, Any] = {
        "at": event.at or datetime.now(UTC).isoformat(timespec="seconds"),
        "reviewer": event.reviewer,
        "kind": event.kind,
        "doc_id": event.doc_id,
        "claim_id": event.claim_id,
        "verdict": event.verdict,
        "error": event.error,
        "note": event.note,
        "judged": json.dumps(event.judged, ensure_ascii=False),
        "correction": json.dumps(event.correction, ensure_ascii=False),
        "undoes": undoes,
        "request": request,
    }
    places = ", ".join(f":{name}" for name in values)
    cursor = connection.execute(f"INSERT INTO events ({', '.join(values)}) VALUES ({places})", values)
    return int(cursor.lastrowid or 0)


def _event(row: tuple[Any, ...]) -> Event:
    seq, at, reviewer, kind, doc_id, claim_id, verdict, error, note, judged, correction = row
    return Event(
        reviewer, kind, doc_id, claim_id, verdict, error, note, json.loads(judged), json.loads(correction), seq, at
    )
