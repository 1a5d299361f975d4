"""The common ground of the hand-over formats: a document with labelled spans, and one frame a claim.

A frame is a claim's trigger with its roles. The trigger's span carries the relation, so that a claim without an
object is a frame like any other. What tools send back is compared with what was sent, claim by claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from claimx.records import Article
from claimx.review.correct import CHOICES, blank_row, correct
from claimx.review.exchange.intake import Intake
from claimx.review.gold import missed_id
from claimx.review.run import ReviewRun
from claimx.review.store import Event
from claimx.review.verdicts import Verdicts
from claimx.table import Row

ROLES = ("nutrient", "object", "dose")
ATTRIBUTES = ("polarity", "certainty", "evidence", "nutrient_state")
OBJECT_LABELS = tuple(kind.upper() for kind in CHOICES["object_type"] if kind)
ENTITY_LABELS = tuple(dict.fromkeys(("NUTRIENT", *OBJECT_LABELS, "DOSE")))
RELATIONS = CHOICES["relation"]
# to which kind of error a difference belongs, the first that fits
ERROR_OF = (
    ("relation", "relation"),
    ("nutrient", "nutrient"),
    ("object", "object"),
    ("dose", "dose"),
    ("polarity", "polarity"),
    ("certainty", "certainty"),
    ("trigger", "boundary"),
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A claim: relation, spans by role ("trigger", "nutrient", "object", "dose"), attributes, type of the object.

    `claim_id` is "" for a claim that the other tool added.
    """

    claim_id: str
    relation: str
    spans: Mapping[str, tuple[int, int]]
    object_type: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)

    def label(self, role: str) -> str:
        """The label of a role's span: NUTRIENT, CONDITION, DOSE ...; the relation for the trigger."""
        if role == "trigger":
            return self.relation
        return self.object_type.upper() if role == "object" else role.upper()


@dataclass(frozen=True, slots=True)
class Document:
    """An article and the frames on it."""

    doc_id: str
    text: str
    frames: Sequence[Frame]


# of three roles and the relation
LEAST_ALIKE = 3


class Unreadable(ValueError):
    """What a tool exported cannot be understood; the message says where and why."""


def make_documents(run: ReviewRun, verdicts: Verdicts, *, reviewer: str | None = None) -> list[Document]:
    """Every article with its claims as they stand after review: corrected, without those that are no claims."""
    documents = []
    for article in run.articles.values():
        rows = [settled for row in run.by_doc[article.id] if (settled := _settled(row, verdicts, reviewer))]
        rows += [event.correction for event in verdicts.missed if event.doc_id == article.id]
        documents.append(Document(article.id, article.text, [to_frame(row) for row in rows]))
    return documents


def _settled(row: Row, verdicts: Verdicts, reviewer: str | None) -> Row | None:
    found = verdicts.settle(row["claim_id"], reviewer)
    if found is None or found[0] != "wrong":
        return row
    return None if found[1].error == "not_a_claim" else {**row, **found[1].correction}


def to_frame(row: Row) -> Frame:
    """A row as a frame. A claim without a trigger span is held by its nutrient's."""
    spans = {
        role: (int(row[f"{role}_start"]), int(row[f"{role}_end"]))
        for role in ("trigger", *ROLES)
        if row[f"{role}_start"] is not None and row[f"{role}_end"] > row[f"{role}_start"]
    }
    if "trigger" not in spans:
        spans = {"trigger": spans.get("nutrient", (int(row["sent_start"]), int(row["sent_end"]))), **spans}
    attributes = {name: str(row[name]) for name in ATTRIBUTES}
    return Frame(row["claim_id"], row["relation"], spans, row["object_type"], attributes)


def take_documents(run: ReviewRun, verdicts: Verdicts, documents: Iterable[Document], *, reviewer: str) -> Intake:
    """What a tool sent back as events: changed claims wrong with a correction, removed ones no claims, new ones missed.

    Claims that came back as they were sent say nothing: whether they were looked at is not known. Only documents that
    are there are compared, and only when their text is that of the run.
    """
    found = Intake()
    sent = {document.doc_id: document for document in make_documents(run, verdicts, reviewer=reviewer)}
    for document in documents:
        known = sent.get(document.doc_id)
        if known is None or known.text != document.text:
            reason = "no such article in this run" if known is None else "the text is not that of the run"
            found.refuse(document.doc_id, reason)
            continue
        _compare(run, verdicts, (known, document), found, reviewer=reviewer)
    return found


def _compare(
    run: ReviewRun, verdicts: Verdicts, pair: tuple[Document, Document], found: Intake, *, reviewer: str
) -> None:
    before = {frame.claim_id: frame for frame in pair[0].frames}
    article = run.articles[pair[0].doc_id]
    back: set[str] = set()
    for given in pair[1].frames:
        frame = _recognise(given, [old for old in before.values() if old.claim_id not in back])
        old = before.get(frame.claim_id)
        if old is None:
            _take_new(article, frame, verdicts, found, reviewer=reviewer)
            continue
        back.add(frame.claim_id)
        changes = _changes(old, frame)
        row = run.by_id.get(frame.claim_id)
        if not changes or row is None:
            found.unchanged += 1
            continue
        made = correct(row, _name_spans(_changes(to_frame(row), frame), article), article, data=found.data)
        if made.problems:
            found.refuse(f"{article.id}, claim {frame.claim_id}", "; ".join(made.problems))
            continue
        error = next((kind for start, kind in ERROR_OF if any(name.startswith(start) for name in changes)), "other")
        event = Event(
            reviewer, "verdict", article.id, frame.claim_id, "wrong", error, judged=row, correction=made.columns
        )
        found.add(event, verdicts)
    for claim_id in before.keys() - back & run.by_id.keys():
        row = run.by_id[claim_id]
        found.add(Event(reviewer, "verdict", article.id, claim_id, "wrong", "not_a_claim", judged=row), verdicts)
    found.events.sort(key=lambda event: (event.doc_id, event.claim_id))


def _recognise(frame: Frame, candidates: Sequence[Frame]) -> Frame:
    """The frame with the id of the claim that it was sent as; some tools give everything ids of their own."""
    if any(old.claim_id == frame.claim_id for old in candidates):
        return frame
    likeness = [
        (sum(old.spans.get(role) == frame.spans.get(role) for role in ROLES) + (old.relation == frame.relation), old)
        for old in candidates
        if old.spans["trigger"] == frame.spans["trigger"]
    ]
    best = max(likeness, key=lambda item: (item[0], item[1].claim_id), default=(0, frame))
    return replace(frame, claim_id=best[1].claim_id if best[0] >= LEAST_ALIKE else "")


def _name_spans(changes: dict[str, object], article: Article) -> dict[str, object]:
    named = dict(changes)
    for role in ("nutrient", "object"):
        span = changes.get(role)
        if isinstance(span, list):
            named[f"{role}_name"] = article.text[span[0] : span[1]].strip()
    return named


def _changes(old: Frame, new: Frame) -> dict[str, object]:
    changes: dict[str, object] = {}
    for role in ("trigger", *ROLES):
        if old.spans.get(role) != new.spans.get(role):
            span = new.spans.get(role)
            changes[role] = list(span) if span else None
    if old.relation != new.relation:
        changes["relation"] = new.relation
    if old.object_type != new.object_type:
        changes["object_type"] = new.object_type
    changes |= {name: value for name, value in new.attributes.items() if old.attributes.get(name) != value}
    return changes


def _take_new(article: Article, frame: Frame, verdicts: Verdicts, found: Intake, *, reviewer: str) -> None:
    blank = blank_row(article)
    wanted: dict[str, object] = {role: list(span) for role, span in frame.spans.items()}
    wanted |= {"relation": frame.relation, "object_type": frame.object_type, **frame.attributes}
    made = correct(blank, _name_spans(wanted, article), article, data=found.data)
    if made.problems:
        return found.refuse(f"{article.id}, new {frame.relation}", "; ".join(made.problems))
    row = {**blank, **made.columns}
    row["claim_id"] = missed_id(row)
    return found.add(Event(reviewer, "missed", article.id, row["claim_id"], correction=row), verdicts)
