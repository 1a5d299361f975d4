"""How far a denial reaches: what stands apart from it, and what the row says already.

"Do not get enough B12" is a deficiency, affirmed; "is not safe because it raises blood pressure" denies no raising.
"""

from __future__ import annotations

from itertools import pairwise

from claimx.qualify.cues import CueFile
from claimx.qualify.view import Link, View
from claimx.records import HARM, Span

# how what a noun is described by hangs on it
WITHIN_NOUNS = frozenset({"acl", "amod", "nmod", "compound", "appos", "case"})
_REASON = frozenset({"mark", "case"})


class DenialReach:
    """Tells by the cues of `cues/negation.yaml` what a denial above or beside a claim leaves alone."""

    def __init__(self, cues: CueFile) -> None:
        self.negators = cues.set("adverbs") | cues.set("determiners")
        self.deficit_effects = cues.set("deficit_effects")
        self.beside = cues.set("beside")
        self.questions = cues.set("questions")
        self.reasons = cues.set("reasons")
        self.eating = cues.set("eating")
        self.verdicts = cues.set("verdicts")
        self.adding = cues.set("adding")
        self.cutting = cues.set("cutting")
        self.harming = cues.set("harming")

    def may_deny(self, view: View, link: Link, kid: int) -> bool:
        if link.shared and (kid > link.token or self._turns_to_harm(view)):
            return False
        return view.clause[kid] == view.clause[link.token] or view.dep(kid) in ("det", "case", "mark", "cc")

    def goes_along(self, view: View, kid: int) -> bool:
        """ "Eased pain with no side effects": beside what is done to the object, and not the object itself."""
        item = view.head_of(view.claim.object)
        beside = any(view.dep(case) == "case" and view.word(case) in self.beside for case in view.kids[kid])
        trigger = view.parse.heads[kid]
        # "is good for anxiety with no side effects"
        done = any(view.dep(other) == "obj" or other == item for other in view.kids[trigger])
        return beside and done and item >= 0 and item != kid and kid not in view.above(item)

    def _turns_to_harm(self, view: View) -> bool:
        """ "Do not prevent colds and leave many people sick": the harm is what they do."""
        trigger = view.chain[0].token
        joined = any(view.dep(kid) == "cc" and view.word(kid) in self.adding for kid in view.kids[trigger])
        first = view.lemma(view.parse.heads[trigger])
        return joined and view.claim.relation in HARM and first not in self.harming

    def state_says(self, view: View) -> bool:
        """Whether a negation has gone into the state: "people who do not get enough B12"."""
        if view.claim.nutrient_state != "deficiency" or self._is_of_subject(view):
            return False
        return not any(view.lemma(link.token) in self.deficit_effects for link in view.chain[:2])

    def makes_shortage(self, view: View, token: int) -> bool:
        """ "The cause is not eating enough iron": to deny the eating is to say that there is a shortage."""
        item = view.head_of(view.claim.nutrient)
        short = view.claim.nutrient_state == "deficiency" and item >= 0
        return short and view.parse.heads[item] == token and view.dep(item) == "obj"

    def stands_apart(self, view: View, token: int) -> bool:
        """A frame denies neither an embedded question nor a reason ("is not safe because it raises blood pressure").

        Nor does "do not drink" deny what the drink contains.
        """
        if view.claim.relation == "FOUND_IN" and view.dep(token) in WITHIN_NOUNS:
            return True
        done = view.dep(token) == "csubj" and token == view.chain[0].token
        if done and view.lemma(view.parse.heads[token]) not in self.verdicts:
            # "lowering it with zinc did not mean fewer colds"
            return True
        return any(
            view.word(kid) in self.questions
            or (view.word(kid) in self.reasons and view.dep(token) in ("advcl", "obl") and view.dep(kid) in _REASON)
            for kid in view.kids[token]
        )

    def is_taken_for_granted(self, view: View, place: int) -> bool:
        """ "Anemia caused by a lack of iron cannot be told apart": what is said of the anemia denies no cause."""
        noun, verb = view.chain[place - 1].token, view.chain[place - 2].token
        told = view.dep(noun).startswith("nsubj") and view.dep(verb).startswith("acl")
        # "zinc pills, often sold for colds, did not help" are sold for them
        item = view.head_of(view.claim.nutrient)
        held = {*view.tokens_of(view.claim.nutrient), *(view.above(item)[:1] if item >= 0 else ())}
        own = view.claim.relation == "USED_FOR" and noun in held
        return told and (own or noun in view.tokens_of(view.claim.object))

    def is_described(self, view: View, place: int) -> bool:
        """ "Stops making the proteins needed for clotting": what is stopped is the making, and no need."""
        links = [link.token for link in view.chain[:place]]
        return any(view.dep(verb) == "acl" and view.dep(noun) == "obj" for verb, noun in pairwise(links))

    def is_of_eating(self, view: View, token: int) -> bool:
        """ "Don't drink beverages with caffeine such as tea" says that tea has some."""
        return view.claim.relation == "FOUND_IN" and view.lemma(token) in self.eating

    def is_cut_off(self, view: View, place: int) -> bool:
        """A semicolon or a turn stands between what is denied and the claim: "eased colds, but found no effect on"."""
        ends = sorted((view.chain[place].token, view.chain[place - 1].token))
        return any(view.word(token) in self.cutting for token in range(*ends))

    def is_of_first(self, view: View, span: Span) -> bool:
        """ "Does nothing for colds and gives some people cramps": what is denied of one verb is not of the next."""
        trigger = view.chain[0].token if view.chain else -1
        if trigger < 0 or view.dep(trigger) != "conj":
            return False
        first = view.parse.heads[trigger]
        return span.start <= view.parse.starts[first] < span.end <= view.claim.trigger.start

    def _is_of_subject(self, view: View) -> bool:
        """ "A low zinc intake did not help": the shortage is the subject, and the denial is the verb's."""
        over = view.above(view.head_of(view.claim.nutrient)) if view.chain else []
        if not over or view.chain[0].token not in over:
            return False
        verb = view.chain[0].token
        held = over[: over.index(verb)]
        subject = held[-1] if held else view.head_of(view.claim.nutrient)
        inside = (kid for token in (subject, *held) for kid in view.kids[token])
        own = any(view.word(kid) in self.negators for kid in inside)
        return view.dep(subject) == "nsubj" and view.parse.pos[subject] in ("NOUN", "PROPN") and not own
