"""Whether a claim is affirmed or negated.

Cues count by where they stand: on the trigger or a predicate above it, on the way from the trigger to its object or
nutrient, right before the object ("but not with stroke"), or as a phrase in the claim's clause. A negation that the
row says already, by its state or its relation, is left out: "do not get enough B12" is a deficiency, affirmed.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimx.data_files import DataFiles
from claimx.qualify.cues import load_cues
from claimx.qualify.denial_reach import WITHIN_NOUNS, DenialReach
from claimx.qualify.scant import ScantReader
from claimx.qualify.verdict_labels import VerdictLabels
from claimx.qualify.view import Link, View
from claimx.records import Polarity, Span

_MODIFIERS = frozenset({"advmod", "aux", "det", "mark", "cc", "case", "amod", "cop", "discourse", "neg"})
_ARGUMENTS = frozenset({"nsubj", "obj", "obl"})
# what may stand between a negator and the word it denies
_BETWEEN = frozenset({"ADP", "DET", "ADJ", "NUM", "ADV", "PART", "AUX"})
_DOWN = frozenset({"det", "amod", "advmod", "nummod"})
# how what people have or are hangs on them
_OF_PEOPLE = ("nmod", "acl", "acl:relcl")


class PolarityReader:
    """Reads negation by the cues of `cues/negation.yaml`."""

    def __init__(self, data: DataFiles) -> None:
        cues = load_cues(data, "negation")
        self.reach = DenialReach(cues)
        self.scant = ScantReader(cues)
        self.adverbs = cues.set("adverbs")
        self.determiners = cues.set("determiners")
        self.scarce = cues.set("scarce")
        self.labels = VerdictLabels(cues["false_labels"], replies=cues["false_replies"], judging=cues["judging_labels"])
        self.pronouns = cues.set("pronouns")
        self.openers = cues.phrases("openers")
        self.verbs = cues.set("verbs")
        self.dashing = cues.set("dashing")
        self.dashed = cues.set("dashed")
        self.nouns = cues.set("nouns")
        self.adjectives = cues.set("adjectives")
        self.phrases = cues.phrases("phrases")
        self.level = cues.phrases("level")
        self.parting = cues.set("parting")
        self.same = cues.set("same")
        self.insignificant = cues.phrases("insignificant")
        self.rivals = cues.set("rivals")
        self.pseudo = cues.phrases("pseudo")
        self.stopping = cues.set("stopping")
        self.avoiding = cues.set("avoiding")
        self.meaning = cues.set("meaning")
        self.lifting = cues.phrases("lifting")
        self.absence = cues.set("absence")
        self.unsafe = cues.phrases("unsafe")

    def read(self, view: View, *, settled: Sequence[Span] = ()) -> tuple[Polarity, str]:
        """The polarity and the words that turn it, "" when affirmed. Cues inside `settled` spans are spoken for."""
        claim = view.claim
        if claim.relation == "HAS_DOSE":
            return "affirmed", ""
        return self.labels.revise(self._told(view, settled=settled), sentence=claim.sentence, text=view.text)

    def _told(self, view: View, *, settled: Sequence[Span]) -> tuple[Polarity, str]:
        """What the words of the claim's own clause say."""
        claim = view.claim
        spoken = [*settled, *view.line.find(self.pseudo)]
        if claim.relation == "CONTRAINDICATED_IN":
            return self._lifted(view)
        if claim.relation == "SAFE_FOR":
            found = [span for span in view.clause_words(view.own).find(self.unsafe) if not _inside(span, spoken)]
            if found:
                return "negated", view.text[found[0].start : found[0].end]
        if claim.relation == "FOUND_IN" and (scant := self.scant.read(view)):
            return "negated", scant
        cues = self._cues(view, spoken)
        return ("negated", cues[0]) if len(cues) % 2 else ("affirmed", "")

    def _cues(self, view: View, spoken: Sequence[Span]) -> list[str]:
        """The words that deny the claim; two of them take each other back ("cannot work without")."""
        token = self._above(view, spoken)
        if token < 0:
            token = self._on_the_way(view, spoken)
        if token < 0:
            token = self._before_object(view, spoken)
        if token < 0:
            token = self._before_nutrient(view, spoken)
        if token < 0 and view.chain and not self.reach.state_says(view):
            token = self._left_of(view, view.chain[0].token, spoken)
        if token >= 0:
            cues = [view.surface(token)]
            needed = self._needed(view)
            return [*cues, view.surface(needed)] if needed >= 0 and needed != token else cues
        found = self._by_phrase(view, spoken)
        return [found] if found else []

    def _lifted(self, view: View) -> tuple[Polarity, str]:
        """ "should not take" is what the relation says; "no need to avoid" and "does not mean" deny it."""
        found = view.clause_words(view.own).find(self.lifting)
        if found:
            return "negated", view.text[found[0].start : found[0].end]
        if view.chain and view.lemma(view.chain[0].token) in self.avoiding:
            trigger = view.chain[0].token
            for kid in view.kids[trigger]:
                if view.dep(kid) in ("advmod", "det") and self._is_negator(view, kid):
                    return "negated", view.surface(kid)
        for link in view.chain[1:]:
            for kid in view.kids[link.token] if view.lemma(link.token) in self.meaning else ():
                if self._denies(view, kid):
                    return "negated", view.surface(kid)
        return "affirmed", ""

    def _above(self, view: View, spoken: Sequence[Span]) -> int:
        """The token that denies the trigger or a predicate above it, -1 when none does."""
        if self.reach.state_says(view):
            return -1
        for place, link in enumerate(view.chain):
            if link.contrast and link.shared:
                break
            if place and self.reach.stands_apart(view, view.chain[place - 1].token):
                break
            if place > 1 and self.reach.is_taken_for_granted(view, place):
                break
            if place and (self.reach.is_of_eating(view, link.token) or self.reach.is_cut_off(view, place)):
                break
            if self.reach.makes_shortage(view, link.token):
                continue
            for kid in view.kids[link.token]:
                if self.reach.may_deny(view, link, kid) and self._denies(view, kid) and self._free(view, kid, spoken):
                    return kid
            if self._is_denial(view, link, place) and self._free(view, link.token, spoken):
                return link.token
        return -1

    def _denies(self, view: View, kid: int) -> bool:
        label = view.dep(kid)
        if label in _MODIFIERS:
            return self._is_negator(view, kid)
        if label in _ARGUMENTS and not self.reach.goes_along(view, kid):
            # "no studies show", "did nothing for": the subject or object is denied itself
            return view.word(kid) in self.pronouns or any(
                view.dep(grandkid) in ("det", "cc") and view.word(grandkid) in self.determiners
                for grandkid in view.kids[kid]
            )
        return False

    def _is_negator(self, view: View, kid: int) -> bool:
        word, label = view.word(kid), view.dep(kid)
        if label == "det":
            return word in self.determiners
        if label in ("mark", "case"):
            return word in self.absence or self._opens(view, kid)
        # "rarely, it causes nausea" says that now and then it does
        apart = (
            kid + 1 < len(view.parse.words) and view.word(kid + 1) == "," and (kid == 0 or view.word(kid - 1) == ",")
        )
        return word in self.adverbs and not apart

    def _is_denial(self, view: View, link: Link, place: int) -> bool:
        lemma, pos = view.lemma(link.token), view.parse.pos[link.token]
        if lemma in self.adjectives and pos in ("ADJ", "VERB", "ADV"):
            return True
        if lemma in self.dashed and self._is_dashed(view, link.token):
            return True
        if place == 0 and lemma in self.same and pos == "ADJ":
            return True
        if view.claim.relation == "INTERACTS_WITH" and lemma in self.stopping:
            # "tea stops the body from absorbing iron" is what the relation says
            return False
        if link.shared and place > 0 and pos == "VERB":
            # "by stopping nausea and relieving pain"
            return False
        if lemma in self.verbs and pos == "VERB":
            if self.reach.is_described(view, place):
                return False
            return place > 0 or view.claim.relation == "FOUND_IN"
        return place > 0 and lemma in self.nouns and pos == "NOUN" and view.claim.nutrient_state == "intake"

    def _is_dashed(self, view: View, hope: int) -> bool:
        """ "The hope that zinc eases colds was dashed", "a trial dashed hopes", "the promise of zinc has faded"."""
        beside = [
            view.parse.heads[hope],
            *(kid for kid in view.kids[hope] if view.dep(kid) in ("amod", "acl", "advcl")),
        ]
        return any(view.lemma(token) in self.dashing and view.parse.pos[token] == "VERB" for token in beside)

    def _on_the_way(self, view: View, spoken: Sequence[Span]) -> int:
        """ "had no effect on sleep", "no vitamin cures": a denied noun between trigger and object or subject."""
        paths = [view.path_down(view.claim.object)]
        if view.claim.nutrient_state == "intake":
            paths.append(view.path_down(view.claim.nutrient))
        for path in paths:
            for token in path:
                for kid in view.kids[token]:
                    if view.dep(kid) not in _DOWN or not self._free(view, kid, spoken):
                        continue
                    # "foods that do not contain gluten include rice"
                    held = view.claim.relation == "FOUND_IN" and view.word(kid) in self.adverbs
                    if held or view.word(kid) in self.determiners:
                        return kid
        return -1

    def _before_object(self, view: View, spoken: Sequence[Span]) -> int:
        """A negator right before the object or the first of its conjuncts: "but not with stroke or gout"."""
        tokens = view.tokens_of(view.claim.object)
        item = view.head_of(view.claim.object)
        trigger = view.chain[0].token if view.chain else -1
        if item < 0 or item == trigger:
            return -1
        found = self._left_of(view, tokens[0], spoken)
        if found < 0 and view.claim.relation == "CAUSES":
            found = self._scarce_before(view, item, first=tokens[0])
        people = view.parse.heads[item]
        if found < 0 and view.dep(item) in _OF_PEOPLE and view.dep(people) == "conj" and people != trigger:
            # "but not for people with gout", "who are allergic to fish"
            found = self._left_of(view, people, spoken)
        while found < 0 and view.dep(item) == "conj" and not self._has_contrast(view, item):
            item = view.parse.heads[item]
            if item == trigger:
                break
            found = self._left_of(view, item, spoken)
        return found

    def _scarce_before(self, view: View, item: int, *, first: int) -> int:
        """ "Little gas", "little bloating or gas", but not "a little gas"."""
        while view.dep(item) == "conj" and view.parse.heads[item] < item:
            item = first = view.parse.heads[item]
        before = first - 1
        scarce = before > 0 and view.word(before) in self.scarce and view.parse.pos[before - 1] != "DET"
        return before if scarce else -1

    def _before_nutrient(self, view: View, spoken: Sequence[Span]) -> int:
        """ "Zinc, but not iron, eases colds"; "caused by a virus, not by a lack of iron"."""
        item = view.head_of(view.claim.nutrient)
        place = view.tokens_of(view.claim.nutrient)[0] - 1 if item > 0 else -1
        denied = place >= 0 and view.dep(item) == "conj" and view.word(place) in self.adverbs
        if not denied and item > 0:
            place = self._before_phrase(view, item)
        return place if (denied or place >= 0) and self._free(view, place, spoken) else -1

    def _before_phrase(self, view: View, item: int) -> int:
        """The negator that sets the whole phrase of a nutrient against what stands before it, -1 for none."""
        while view.dep(item) in WITHIN_NOUNS and view.parse.heads[item] != item:
            item = view.parse.heads[item]
        negators = (kid for kid in view.kids[item] if kid < item and view.word(kid) in self.adverbs)
        apart = (kid for kid in negators if view.dep(kid) == "advmod" and view.parse.pos[kid + 1] == "ADP")
        return next(apart, -1) if view.dep(item) in ("conj", "obl") else -1

    def _left_of(self, view: View, token: int, spoken: Sequence[Span]) -> int:
        """The negator left of a token, only function words and adjectives between; the parse is not asked."""
        trigger = view.chain[0].token if view.chain else -1
        for place in range(token - 1, -1, -1):
            if place == trigger:
                break
            turns = view.word(place) in self.adverbs or self._opens(view, place) or self._denies_noun(view, place)
            if turns and self._free(view, place, spoken):
                return place
            if view.parse.pos[place] not in _BETWEEN:
                break
        return -1

    def _denies_noun(self, view: View, token: int) -> bool:
        """ "No" before its noun, whatever the parse calls it, but not the answer "No, ..."."""
        behind = min(token + 1, len(view.kids) - 1)
        return view.word(token) in self.determiners and view.parse.pos[behind] != "PUNCT"

    def _opens(self, view: View, token: int) -> bool:
        pair = (view.word(token), view.word(min(token + 1, len(view.kids) - 1)))
        return (0, 2) in self.openers.spans(pair)

    def _has_contrast(self, view: View, item: int) -> bool:
        return any(view.dep(kid) == "cc" and view.word(kid) not in ("and", "or", "nor") for kid in view.kids[item])

    def _by_phrase(self, view: View, spoken: Sequence[Span]) -> str:
        if view.claim.relation == "FOUND_IN" and view.chain and view.dep(view.chain[0].token) in WITHIN_NOUNS:
            # "a trial of bread enriched with iron found no benefit"
            return ""
        words = view.clause_words(view.own)
        for span in words.find(self.phrases):
            if not _inside(span, spoken) and not self.reach.is_of_first(view, span):
                return view.text[span.start : span.end]
        level = [span for span in words.find(self.level) if not _inside(span, spoken)]
        if level and any(word in self.rivals for word in view.line.words) and not self._parted(view, level[0]):
            return view.text[level[0].start : level[0].end]
        slight = [span for span in view.line.find(self.insignificant) if span.start > view.claim.trigger.start]
        return view.text[slight[0].start : slight[0].end] if slight else ""

    def _parted(self, view: View, level: Span) -> bool:
        """ "Fell in both groups, but more with zinc"."""
        behind = zip(view.line.words, view.line.starts, strict=True)
        return any(word in self.parting and start >= level.end for word, start in behind)

    def _needed(self, view: View) -> int:
        """ "cannot be made without vitamin C": the opener before the nutrient, -1 when there is none."""
        item = view.head_of(view.claim.nutrient)
        if item < 0:
            return -1
        return next((kid for kid in view.kids[item] if view.word(kid) in self.absence), -1)

    def _free(self, view: View, token: int, spoken: Sequence[Span]) -> bool:
        return not _inside(Span(view.parse.starts[token], view.parse.ends[token]), spoken)


def _inside(span: Span, spoken: Sequence[Span]) -> bool:
    return any(other.start <= span.start and span.end <= other.end for other in spoken)
