"""Rows of articles already extracted, in one SQLite file, keyed by the article's content and the code and data used."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from claimx.errors import ClaimxError
from claimx.records import Article

PUTS_A_COMMIT = 32


def article_key(article: Article, mark: str) -> str:
    """Hash of everything the rows of an article depend on; `mark` is the fingerprint of code, data and model."""
    parts = [mark, article.id, article.title, article.topic, article.text]
    return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()


class Cache:
    """A store of JSON values that outlives the run; with no path, of none. A file that is damaged is begun anew."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._pending = 0

    def __enter__(self) -> Self:
        self._file = self._open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # also after an interrupt: what was extracted so far need not be extracted again
        self._file.commit()
        self._file.close()

    def get(self, key: str) -> Any:
        """The value, or None."""
        found = self._file.execute("SELECT value FROM outcomes WHERE key = ?", (key,)).fetchone()
        return None if found is None else json.loads(found[0])

    def put(self, key: str, value: object) -> None:
        self._file.execute("REPLACE INTO outcomes VALUES (?, ?)", (key, json.dumps(value)))
        self._pending += 1
        if self._pending >= PUTS_A_COMMIT:
            self._file.commit()
            self._pending = 0

    def keep_only(self, keys: Iterable[str]) -> None:
        """Forget every other key."""
        known = {key for (key,) in self._file.execute("SELECT key FROM outcomes")}
        self._file.executemany("DELETE FROM outcomes WHERE key = ?", [(key,) for key in sorted(known - set(keys))])

    def _open(self) -> sqlite3.Connection:
        if self.path is None:
            return _connect(":memory:")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            try:
                return _connect(self.path)
            except sqlite3.DatabaseError:
                self.path.unlink()
                return _connect(self.path)
        except (OSError, sqlite3.Error) as error:
            raise ClaimxError(f"{self.path}: cannot be written: {error}") from None


def _connect(path: Path | str) -> sqlite3.Connection:
    file = sqlite3.connect(path)
    file.execute("CREATE TABLE IF NOT EXISTS outcomes (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
    return file
