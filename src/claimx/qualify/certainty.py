"""How surely a claim is made: modals and hedges on the trigger, the clause it is framed by, and open questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimx.data_files import DataFiles
from claimx.qualify.cues import load_cues
from claimx.qualify.view import Link, View, Words
from claimx.records import Certainty, Relation, Span

_STRENGTH: dict[Certainty, int] = {"asserted": 0, "conditional": 1, "probable": 2, "possible": 3, "unproven": 4}
# advice and food content say "can" and "if" of the reader, not of the claim
_PERMISSIVE: frozenset[Relation] = frozenset({"FOUND_IN", "HAS_DOSE", "CONTRAINDICATED_IN", "SAFE_FOR"})
_UNCONDITIONAL: frozenset[Relation] = _PERMISSIVE | {"INTERACTS_WITH", "ASSOCIATED_WITH"}


@dataclass(frozen=True, slots=True)
class Hedge:
    """A certainty and the article span that says it."""

    value: Certainty
    span: Span


class CertaintyReader:
    """Reads hedges by the cues of `cues/certainty.yaml`."""

    def __init__(self, data: DataFiles) -> None:
        cues = load_cues(data, "certainty")
        self.modals = cues.set("modals")
        self.permissive = cues.set("permissive_modals")
        self.denials = cues.set("denials")
        self.intake = cues.set("intake_verbs")
        self.possible = cues.set("possible_words")
        self.probable = cues.set("probable_words")
        self.degrees = cues.set("degrees")
        self.hedging = cues.set("hedging_verbs")
        self.raising = cues.set("raising_verbs")
        self.finding = cues.set("finding_verbs")
        self.attributing = cues.set("attributing_verbs")
        self.sources = cues.set("sources")
        self.possible_nouns = cues.set("possible_nouns")
        self.probable_nouns = cues.set("probable_nouns")
        self.unproven = cues.phrases("unproven")
        self.open_ends = cues.phrases("open_ends")
        self.questions = cues.set("questions")
        self.concessive = cues.set("concessive")
        self.possible_phrases = cues.phrases("possible_phrases")
        self.probable_phrases = cues.phrases("probable_phrases")
        self.conditions = cues.phrases("conditions")
        self.own_level = cues.phrases("own_level")

    def open_spans(self, view: View) -> list[Span]:
        """Where the sentence leaves this claim open ("isn't clear whether"); a negation in there denies nothing."""
        numbers = {view.own, *(view.clause[link.token] for link in view.chain if not link.shared)}
        spans = view.clause_words(*sorted(numbers)).find(self.unproven)
        behind = next((words for words in self._behind(view) if words.words), None)
        if behind is not None and self._takes_back(view, behind.words[0]):
            spans += behind.find(self.unproven)
        return spans

    def _behind(self, view: View) -> Iterator[Words]:
        """The clauses behind the claim's own, in order."""
        for number in range(view.own + 1, max(view.clause, default=0) + 1):
            yield view.clause_words(number)

    def _takes_back(self, view: View, opening: str) -> bool:
        """Whether the clause behind is about the claim: "though results are mixed", "whether it helps is unknown"."""
        return opening in self.concessive or bool(self.questions & set(view.clause_words(view.own).words))

    def read(self, view: View) -> tuple[Certainty, str]:
        """The certainty and the words that carry it, "" when asserted."""
        open_spans = self.open_spans(view)
        denied = self._clauses(view).find(self.open_ends)
        if open_spans or denied:
            return "unproven", _text(view, (open_spans or denied)[0])
        hedges = self._hedges(view)
        frame = self._frame(view)
        if frame is not None:
            # "studies have found that zinc can": the finding settles what "can" leaves open
            hedges = [hedge for hedge in hedges if _text(view, hedge.span).lower() not in self.permissive]
            hedges += [frame] if frame.value != "asserted" else []
        if hedges:
            strongest = max(hedges, key=lambda hedge: _STRENGTH[hedge.value])
            return strongest.value, _text(view, strongest.span)
        lead = self._lead(view)
        if lead is not None:
            return "possible", _text(view, lead)
        condition = self._condition(view)
        return ("conditional", _text(view, condition)) if condition else ("asserted", "")

    def _lead(self, view: View) -> Span | None:
        """The modal of the lead-in a list item without a verb hangs under: "You may need more if you are:"."""
        if view.claim.relation in _PERMISSIVE or any(tag in ("VBZ", "VBP", "VBD") for tag in view.parse.tags):
            return None
        places = [i for i, word in enumerate(view.lead.words) if word in self.modals]
        return Span(view.lead.starts[places[0]], view.lead.ends[places[0]]) if places else None

    def _clauses(self, view: View) -> Words:
        numbers = {view.own, *(view.clause[link.token] for link in view.chain if not link.shared)}
        return view.clause_words(*sorted(numbers))

    def _hedges(self, view: View) -> list[Hedge]:
        found: list[Hedge] = []
        for place, link in enumerate(view.chain):
            for kid in view.kids[link.token]:
                value = self._modifier(view, link, kid) or self._noun(view, kid, place)
                if value is not None:
                    found.append(Hedge(value, _span(view, kid)))
            value = self._predicate(view, link, place)
            if value is not None:
                found.append(Hedge(value, _span(view, link.token)))
        bare = self._bare(view)
        if bare >= 0:
            found.append(Hedge("possible", _span(view, bare)))
        for token in view.path_down(view.claim.object)[1:]:
            if view.lemma(token) in self.possible_nouns:
                found.append(Hedge("possible", _span(view, token)))
        words = view.clause_words(view.own)
        found += [Hedge("possible", span) for span in words.find(self.possible_phrases)]
        found += [Hedge("probable", span) for span in words.find(self.probable_phrases)]
        return found

    def _bare(self, view: View) -> int:
        """The modal a bare infinitive leans on ("may protect nerves, enhance blood flow"), or one that stands alone."""
        trigger = view.chain[0].token if view.chain else -1
        if trigger >= 0 and view.word(trigger) in self.modals:
            return trigger
        if trigger < 0 or view.parse.tags[trigger] != "VB" or view.claim.relation in _PERMISSIVE:
            return -1
        if any(view.dep(kid) in ("nsubj", "aux", "mark", "cop") for kid in view.kids[trigger]):
            return -1
        for token in range(trigger - 1, -1, -1):
            if view.word(token) in self.modals:
                return token
            if view.parse.tags[token] in ("VBZ", "VBD", "VBP", "TO") or view.clause[token] != view.own:
                return -1
        return -1

    def _modifier(self, view: View, link: Link, kid: int) -> Certainty | None:
        """What a dependent of a link hedges. A conjunct's first verb lends its modals, not what stands behind it."""
        if link.shared and kid > link.token:
            return None
        word, label = view.word(kid), view.dep(kid)
        if label == "aux" and word in self.modals:
            permitted = view.lemma(link.token) in self.intake or view.claim.relation in _PERMISSIVE
            if view.claim.relation == "CONTRAINDICATED_IN" or (word in self.permissive and permitted):
                return None
            if view.claim.relation == "FOUND_IN" and link is not view.chain[0]:
                # "you may need more foods rich in zinc"
                return None
            if word in self.permissive and any(view.word(other) in self.denials for other in view.kids[link.token]):
                # "the body cannot make it without zinc" leaves nothing open
                return None
            return "possible"
        if label not in ("advmod", "amod", "compound") or self._is_degree(view, kid):
            return None
        lemma = view.lemma(kid)
        if view.claim.relation == "FOUND_IN" and link is not view.chain[0] and view.lemma(link.token) != "be":
            # "you will probably need to limit foods high in zinc, such as oysters"
            return None
        if lemma in self.possible:
            return "possible"
        return "probable" if lemma in self.probable else None

    def _noun(self, view: View, kid: int, place: int) -> Certainty | None:
        """ "shows promise for easing", "potential benefits make it": hedged nouns a verb above the trigger takes."""
        label = view.dep(kid)
        if label == "nsubj" and any(view.lemma(grandkid) in self.possible for grandkid in view.kids[kid]):
            return "possible"
        if not place or label not in ("obj", "xcomp"):
            return None
        lemma = view.lemma(kid)
        return "possible" if lemma in self.possible_nouns else "probable" if lemma in self.probable_nouns else None

    def _predicate(self, view: View, link: Link, place: int) -> Certainty | None:
        if link.shared and place:
            return None
        lemma, pos = view.lemma(link.token), view.parse.pos[link.token]
        if pos == "NOUN" and lemma in self.possible_nouns:
            return "possible"
        if pos == "NOUN" and lemma in self.probable_nouns:
            return "probable"
        if pos in ("ADJ", "VERB", "ADV") and not self._is_degree(view, link.token):
            if lemma in self.possible:
                return "possible"
            if lemma in self.probable:
                return "probable"
        return None

    def _is_degree(self, view: View, token: int) -> bool:
        """ "twice as likely", "less likely": a comparison of chances, no doubt of the author's."""
        return any(view.word(kid) in self.degrees for kid in view.kids[token]) or (
            token > 0 and view.word(token - 1) in self.degrees
        )

    def _frame(self, view: View) -> Hedge | None:
        """The reporting or raising verb the claim stands under: "appears to", "studies suggest that"."""
        settled: Hedge | None = None
        for place, link in enumerate(view.chain[1:], 1):
            below = view.chain[place - 1].token
            if link.shared or view.dep(below) not in ("xcomp", "ccomp", "csubj", "acl", "parataxis"):
                continue
            hedge = self._reports(view, link.token)
            if hedge is not None and hedge.value == "probable":
                return hedge
            settled = settled or hedge
        return settled or self._frame_around(view)

    def _reports(self, view: View, token: int) -> Hedge | None:
        lemma, pos = view.lemma(token), view.parse.pos[token]
        if pos not in ("VERB", "AUX"):
            return None
        if lemma in self.raising or (lemma in self.hedging and not self._by_people(view, token)):
            return Hedge("probable", _span(view, token))
        return Hedge("asserted", _span(view, token)) if lemma in self.finding else None

    def _by_people(self, view: View, token: int) -> bool:
        """ "researchers think": who holds it is said, and the holder is sure. "is thought to" is hedged."""
        if view.lemma(token) not in self.attributing:
            return False
        return any(view.parse.deps[kid] == "nsubj" for kid in view.kids[token])

    def _frame_around(self, view: View) -> Hedge | None:
        """A source and its verb before the trigger in its clause, or in the tail ("..., a study suggests")."""
        trigger = view.chain[0].token if view.chain else -1
        for token in range(len(view.parse.words)):
            if view.lemma(token) not in self.sources or not self._is_subject(view, token):
                continue
            verb = view.parse.heads[token]
            framed = verb < trigger and view.clause[verb] == view.own
            after = view.parse.starts[verb]
            tail = verb > trigger and not any(m.start > after for m in view.mentions if m.label == "NUTRIENT")
            if (framed or tail) and trigger >= 0 and verb != trigger:
                hedge = self._reports(view, verb)
                if hedge is not None:
                    return hedge
        return None

    def _is_subject(self, view: View, token: int) -> bool:
        return view.dep(token) == "nsubj"

    def _condition(self, view: View) -> Span | None:
        claim = view.claim
        if claim.relation in _UNCONDITIONAL:
            return None
        for number in sorted({view.own} | self._dependent_clauses(view)):
            words = view.clause_words(number)
            found = words.find(self.conditions)
            if found and not words.find(self.own_level):
                return found[0]
        return None

    def _dependent_clauses(self, view: View) -> set[int]:
        """Clauses that hang from the trigger or the predicate right above it, as "if" clauses do."""
        over = {link.token for link in view.chain[:2]}
        hanging = [kid for token in over for kid in view.kids[token]]
        return {view.clause[kid] for kid in hanging if view.dep(kid) in ("advcl", "obl", "parataxis")}


def _span(view: View, token: int) -> Span:
    return Span(view.parse.starts[token], view.parse.ends[token])


def _text(view: View, span: Span) -> str:
    return view.text[span.start : span.end]
