"""What a claim rests on, by the words around it: a trial, mice, users' reports, or nothing named.

The claim's own clause and the clauses that frame it come first; evidence named earlier in the sentence carries on
until a contrast ("but"); a sentence that goes on reporting ("the zinc group", "those on placebo") takes what the
sentences before it name.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimx.data_files import DataFiles
from claimx.qualify.cues import Phrases, load_cues
from claimx.qualify.view import View, Words, sentence_words
from claimx.records import Claim, Evidence, Span

_ORDER: tuple[Evidence, ...] = (
    "review", "in_vitro", "animal", "trial", "observational", "anecdote", "expert", "study",
)  # fmt: skip
# how many sentences back a report is followed
REACH = 5


class EvidenceReader:
    """Reads evidence by the cues of `cues/evidence.yaml`; where a stretch names several kinds, the first in order."""

    def __init__(self, data: DataFiles) -> None:
        cues = load_cues(data, "evidence")
        self.kinds: list[tuple[Evidence, Phrases]] = [(kind, cues.phrases(kind)) for kind in _ORDER]
        self.absent = cues.phrases("absent")
        self.going_on = cues.phrases("going_on")
        self.breaks = cues.set("breaks")
        self.tails = cues.phrases("tails")
        self.no_source = cues.phrases("no_source")

    def read(self, view: View) -> tuple[Evidence, str]:
        """The kind of evidence and the words that name it."""
        if view.claim.relation == "FOUND_IN":
            return "none", ""
        for words in self._stretches(view):
            kind, span = self._kind(words, view)
            if span is not None:
                return kind, view.text[span.start : span.end]
        return self._carried(view)

    def _stretches(self, view: View) -> Iterable[Words]:
        """Own clause with its frames, then earlier clauses up to a contrast, then a tail that names its source."""
        near = {view.own, *(view.clause[link.token] for link in view.chain if not link.shared)}
        near |= {view.clause[kid] for link in view.chain[:1] for kid in view.kids[link.token] if view.dep(kid) == "obl"}
        yield view.clause_words(*sorted(near))
        low = min(near)
        for number in range(low - 1, -1, -1):
            later = view.clause_words(number + 1)
            if later.words and later.words[0] in self.breaks:
                break
            yield view.clause_words(number)
        for number in range(max(near) + 1, max(view.clause, default=0) + 1):
            words = view.clause_words(number)
            if words.find(self.tails):
                yield words

    def _kind(self, words: Words, view: View | None) -> tuple[Evidence, Span | None]:
        absent = words.find(self.absent) + words.find(self.no_source)
        for kind, phrases in self.kinds:
            for span in words.find(phrases):
                covered = any(other.start <= span.start and span.end <= other.end for other in absent)
                if not covered and not (view is not None and _inside(span, view.claim)):
                    return kind, span
        return "none", None

    def _carried(self, view: View) -> tuple[Evidence, str]:
        """The evidence of the report that this sentence goes on with."""
        if not view.line.find(self.going_on):
            return "none", ""
        for sentence in list(reversed(view.previous))[:REACH]:
            kind, span = self._kind(sentence_words(sentence), None)
            if span is not None and kind not in ("expert", "anecdote"):
                return kind, view.text[span.start : span.end]
        return "none", ""


def _inside(span: Span, claim: Claim) -> bool:
    named = [item for item in (claim.object, claim.nutrient) if item is not None]
    return any(item.start <= span.start and span.end <= item.end for item in named)
