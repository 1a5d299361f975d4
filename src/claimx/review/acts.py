"""What a reviewer can do: judge, add a missed claim, undo, mark an article as read. Checked, then stored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimx.data_files import DataFiles
from claimx.records import Article
from claimx.review.correct import blank_row, correct
from claimx.review.gold import missed_id
from claimx.review.run import ReviewRun
from claimx.review.store import ERROR_TYPES, VERDICTS, Event, Store
from claimx.table import Row

LONGEST_NOTE = 2_000


class Refused(Exception):
    """An act that cannot be carried out, with the reasons in words for the reviewer."""

    def __init__(self, *problems: str) -> None:
        self.problems = list(problems)
        super().__init__("; ".join(problems))


class Acts:
    """The acts over one run. Each takes the JSON that the page sends and gives the JSON it is answered with."""

    def __init__(self, run: ReviewRun, store: Store, data: DataFiles) -> None:
        self.run = run
        self.store = store
        self.data = data

    def take(self, act: str, wanted: Mapping[str, Any], *, reviewer: str) -> Row:
        """Carry out "verdict", "missed", "read" or "undo"; raise Refused when it cannot be."""
        acts = {"verdict": self._judge, "missed": self._add_missed, "read": self._mark_read, "undo": self._undo}
        if act not in acts:
            raise Refused(f'no act "{act}"')
        request = wanted.get("request")
        return acts[act](wanted, reviewer, request if isinstance(request, str) else None)

    def _judge(self, wanted: Mapping[str, Any], reviewer: str, request: str | None) -> Row:
        row = self.run.by_id.get(str(wanted.get("claim_id")))
        if row is None:
            raise Refused("this claim is not in the run")
        verdict, error = wanted.get("verdict"), wanted.get("error") or ""
        if verdict not in VERDICTS:
            raise Refused(f"verdict: expected one of {', '.join(VERDICTS)}")
        if verdict == "wrong" and error not in ERROR_TYPES:
            raise Refused("say what is wrong")
        correction: Row = {}
        if verdict == "wrong" and error != "not_a_claim" and wanted.get("correction"):
            correction = self._corrected(row, wanted["correction"], self.run.articles[row["doc_id"]])
        event = Event(
            reviewer,
            "verdict",
            row["doc_id"],
            row["claim_id"],
            verdict=verdict,
            error=error if verdict == "wrong" else "",
            note=_note(wanted),
            judged=row,
            correction=correction,
        )
        return {"seq": self.store.add(event, request=request), "claim_id": row["claim_id"]}

    def _corrected(self, row: Row, wanted: object, article: Article) -> Row:
        if not isinstance(wanted, dict):
            raise Refused("correction: expected an object")
        made = correct(row, wanted, article, data=self.data)
        if made.problems:
            raise Refused(*made.problems)
        return made.columns

    def _add_missed(self, wanted: Mapping[str, Any], reviewer: str, request: str | None) -> Row:
        article = self.run.articles.get(str(wanted.get("doc_id")))
        if article is None:
            raise Refused("this article is not in the run")
        row = blank_row(article)
        row |= self._corrected(row, wanted.get("correction"), article)
        row["claim_id"] = missed_id(row)
        event = Event(reviewer, "missed", article.id, row["claim_id"], note=_note(wanted), correction=row)
        return {"seq": self.store.add(event, request=request), "claim_id": row["claim_id"]}

    def _mark_read(self, wanted: Mapping[str, Any], reviewer: str, request: str | None) -> Row:
        doc_id = str(wanted.get("doc_id"))
        if doc_id not in self.run.articles:
            raise Refused("this article is not in the run")
        event = Event(reviewer, "read" if wanted.get("read") else "unread", doc_id)
        return {"seq": self.store.add(event, request=request)}

    def _undo(self, _wanted: Mapping[str, Any], reviewer: str, request: str | None) -> Row:
        undone = self.store.undo(reviewer, request=request)
        if undone is None:
            return {"claim_id": "", "kind": ""}
        in_run = undone.claim_id in self.run.by_id
        return {"claim_id": undone.claim_id if in_run else "", "kind": undone.kind}


def _note(wanted: Mapping[str, Any]) -> str:
    return str(wanted.get("note") or "").strip()[:LONGEST_NOTE]
