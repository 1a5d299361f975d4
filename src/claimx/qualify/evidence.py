"""What a claim rests on, by the words around it: a trial, mice, users' reports, or nothing named.

The claim's own clause and the clauses that frame it come first; evidence named earlier in the sentence carries on
until a contrast ("but"); a sentence that goes on reporting ("the zinc group", "those on placebo") takes what the
sentences before it name.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimx.data_files import DataFiles
from claimx.qualify.cues import Phrases, load_cues
from claimx.qualify.view import FINITE, View, Words, sentence_words
from claimx.records import Claim, Evidence, Span

_ORDER: tuple[Evidence, ...] = (
    "review", "in_vitro", "animal", "trial", "observational", "anecdote", "expert", "study",
)  # fmt: skip
_COLON = ":"
# how many sentences back a report is followed
REACH = 5


class EvidenceReader:
    """Reads evidence by the cues of `cues/evidence.yaml`; where a stretch names several kinds, the first in order."""

    def __init__(self, data: DataFiles) -> None:
        cues = load_cues(data, "evidence")
        self.kinds: list[tuple[Evidence, Phrases]] = [(kind, cues.phrases(kind)) for kind in _ORDER]
        self.absent = cues.phrases("absent")
        self.going_on = cues.phrases("going_on")
        self.taken_up = cues.phrases("taken_up")
        self.breaks = cues.set("breaks")
        self.tails = cues.phrases("tails")
        self.same_subject = [(word,) for word in cues["same_subject"]]
        self.compared = cues.phrases("compared")
        self.comparing = cues.set("comparing")
        self.joins = cues.set("joins")
        self.reports = cues.phrases("reports")

    def read(self, view: View) -> tuple[Evidence, str]:
        """The kind of evidence and the words that name it."""
        if view.claim.relation == "FOUND_IN":
            return "none", ""
        for words in self._stretches(view):
            kind, span = self._kind(words, view.claim)
            if span is not None:
                kind, span = self._reviewed(view, kind, span)
                if kind == "study" and words.find(self.taken_up):
                    # "the results" are those of the study that was told of before
                    before, text = self._carried(view)
                    if before not in ("none", "study"):
                        return before, text
                return kind, view.text[span.start : span.end]
        kind, text = self._carried(view)
        compared = view.clause_words(*self._near(view)).find(self.compared)
        if compared and kind in ("none", "study") and view.claim.nutrient_state != "deficiency":
            return "observational", view.text[compared[0].start : compared[0].end]
        return kind, text

    def _stretches(self, view: View) -> Iterator[Words]:
        """Own clause and frames, then earlier clauses up to a contrast, a tail that names its source, the lead-in."""
        near = self._near(view)
        yield view.clause_words(*near)
        yield from self._earlier(view)
        for number in range(near[-1] + 1, max(view.clause, default=0) + 1):
            words = view.clause_words(number)
            if words.find(self.tails) and words.words[0] not in self.joins:
                yield words
        yield self._subtitle(view)
        if not view.previous or view.previous[-1].block != view.claim.sentence.block:
            # a second sentence of an item tells more of it, and is not what the lead-in says
            yield view.lead

    def _subtitle(self, view: View) -> Words:
        """The words behind a colon that make no clause: "Zinc eases colds: a randomized trial"."""
        first = max((i for i, word in enumerate(view.parse.words) if word == _COLON), default=len(view.parse.words))
        told = any(tag in FINITE for tag in view.parse.tags[first:])
        return view.line.keep([i for i, token in enumerate(view.line.tokens) if token > first and not told])

    def _near(self, view: View) -> list[int]:
        """The claim's clause, those that frame it, that say more of a word in them or whom it is compared with."""
        near = {view.own, *(view.clause[link.token] for link in view.chain if not link.shared)}
        for token, head in enumerate(view.parse.heads):
            if view.parse.deps[token] == "acl:relcl" and view.clause[head] in near and view.parse.pos[head] == "NOUN":
                near.add(view.clause[token])
            if view.parse.deps[token] == "advcl" and view.clause[head] in near and self._compares(view, token):
                near.add(view.clause[token])
        return sorted(near)

    def _compares(self, view: View, clause: int) -> bool:
        """ "As often as those assigned to placebo", taken for a clause."""
        return any(view.dep(kid) == "mark" and view.word(kid) in self.comparing for kid in view.kids[clause])

    def _earlier(self, view: View) -> Iterator[Words]:
        low = self._near(view)[0]
        for number in range(low - 1, -1, -1):
            later = view.clause_words(number + 1)
            if later.words and later.words[0] in self.breaks and later.words[1:2] not in self.same_subject:
                break
            yield view.clause_words(number)

    def _kind(self, words: Words, claim: Claim | None) -> tuple[Evidence, Span | None]:
        absent = words.find(self.absent)
        for kind, phrases in self.kinds:
            for span in words.find(phrases):
                covered = any(other.start <= span.start and span.end <= other.end for other in absent)
                if not covered and not (claim is not None and _inside(span, claim)):
                    return kind, span
        return "none", None

    def _reviewed(self, view: View, kind: Evidence, span: Span) -> tuple[Evidence, Span]:
        """A trial that a review named before it pooled counts as the review."""
        if kind in ("trial", "study"):
            for words in self._earlier(view):
                wider, found = self._kind(words, view.claim)
                if wider == "review" and found is not None:
                    return wider, found
        return kind, span

    def _carried(self, view: View) -> tuple[Evidence, str]:
        """The evidence of the report that this sentence goes on with."""
        if not self._goes_on(view):
            return "none", ""
        weak: tuple[Evidence, str] = ("none", "")
        for sentence in list(reversed(view.previous))[:REACH]:
            if sentence.section != view.claim.sentence.section:
                break
            words = sentence_words(sentence)
            kind, span = self._kind(words, None)
            groups = words.find(self.compared)
            if groups and kind in ("none", "study"):
                kind, span = "observational", groups[0]
            if span is None or kind in ("expert", "anecdote"):
                continue
            if kind != "study":
                return kind, view.text[span.start : span.end]
            if weak[0] == "none" and words.find(self.reports):
                weak = kind, view.text[span.start : span.end]
        return weak

    def _goes_on(self, view: View) -> bool:
        """Whether a sentence reports what happened, of a group or in the past tense, and names no source itself."""
        if view.claim.nutrient_state == "deficiency" and not self._is_past(view):
            return False
        return self._is_past(view) or bool(view.clause_words(view.own).find(self.going_on))

    def _is_past(self, view: View) -> bool:
        tokens = [link.token for link in view.chain]
        tokens += [kid for token in tokens for kid in view.kids[token] if view.dep(kid) in ("aux", "cop")]
        return any(view.parse.tags[token] == "VBD" for token in tokens if view.clause[token] == view.own)


def _inside(span: Span, claim: Claim) -> bool:
    named = [item for item in (claim.object, claim.nutrient) if item is not None]
    return any(item.start <= span.start and span.end <= item.end for item in named)
