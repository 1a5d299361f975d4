"""A claim's class for a compliance reader, with the words that decide; never legal advice."""

from __future__ import annotations

from claimx.data_files import DataFiles
from claimx.qualify.cues import load_cues
from claimx.qualify.view import View, Words
from claimx.records import CausalLanguage, Certainty, ClaimClass, Mention, Relation, Span

_BY_RELATION: dict[Relation, ClaimClass] = {
    "FOUND_IN": "content",
    "HAS_DOSE": "dosage",
    "SAFE_FOR": "safety",
    "CONTRAINDICATED_IN": "safety",
}
_BENEFITS: frozenset[Relation] = frozenset({"TREATS", "USED_FOR", "PREVENTS"})
_HARMS: frozenset[Relation] = frozenset({"CAUSES", "PREDISPOSES", "WORSENS"})
_CAUSAL: frozenset[Relation] = _BENEFITS | _HARMS | {"IMPROVES", "INCREASES", "DECREASES", "AFFECTS"}


class ClassReader:
    """Reads claim class and causal wording by the cues of `cues/class.yaml`."""

    def __init__(self, data: DataFiles) -> None:
        cues = load_cues(data, "class")
        self.risk = cues.phrases("risk")
        self.mild = cues.set("mild_heads")
        self.helping = cues.set("helping_words")
        self.hindering = cues.set("hindering_words")
        self.correlational = cues.phrases("correlational")
        self.short = cues.set("shortage")
        self.harms = cues.set("harm_objects")

    def claim_class(self, view: View) -> tuple[ClaimClass, str]:
        """The class by relation, state, object and wording, with the words that decide it."""
        claim = view.claim
        both = _basis(view, claim.trigger, claim.object)
        if claim.relation in _BY_RELATION:
            return _BY_RELATION[claim.relation], both
        if claim.relation == "INTERACTS_WITH":
            return self._interaction(view), both
        if claim.relation == "TREATS":
            return "disease", both
        if claim.nutrient_state == "deficiency" and claim.relation not in _BENEFITS | {"IMPROVES"}:
            return "deficiency", self._state(view)
        if claim.relation == "ASSOCIATED_WITH":
            harm = claim.nutrient_state == "excess" or self._object_in(view, self.harms)
            return ("safety" if harm else "other"), both
        if claim.relation in _HARMS or claim.nutrient_state == "excess":
            return "safety", both
        if claim.relation == "PREVENTS":
            risk = self._near(view).find(self.risk)
            if risk:
                return "risk_reduction", _basis(view, risk[0], claim.object)
        if claim.relation in _BENEFITS:
            return ("structure_function" if self._object_in(view, self.mild) else "disease"), both
        return "structure_function", both

    def causal_language(self, view: View, certainty: Certainty) -> CausalLanguage:
        """Direct, conditional (a hedged cause) or correlational wording; none where no effect is said."""
        relation = view.claim.relation
        if relation == "ASSOCIATED_WITH" or (relation in _CAUSAL and self._near(view).find(self.correlational)):
            return "correlational"
        if relation not in _CAUSAL:
            return "none"
        return "direct" if certainty == "asserted" else "conditional"

    def _near(self, view: View) -> Words:
        return view.clause_words(*sorted({view.own, *(view.clause[link.token] for link in view.chain)}))

    def _interaction(self, view: View) -> ClaimClass:
        """A nutrient that helps another is taken up supports the body; every other interaction is a caution."""
        claim = view.claim
        if claim.object is None or claim.object.label == "DRUG":
            return "safety"
        lemmas = {view.lemma(link.token) for link in view.chain[:3]}
        lemmas |= {view.lemma(kid) for link in view.chain[:2] for kid in view.kids[link.token]}
        if lemmas & self.hindering:
            return "safety"
        return "structure_function" if lemmas & self.helping else "safety"

    def _state(self, view: View) -> str:
        """The word nearest to the nutrient that says it is short, the trigger when none does."""
        claim = view.claim
        places = [place for place, word in enumerate(view.line.words) if word in self.short]
        if not places:
            return view.text[claim.trigger.start : claim.trigger.end]
        nearest = min(places, key=lambda place: (abs(view.line.starts[place] - claim.nutrient.start), place))
        return _basis(view, Span(view.line.starts[nearest], view.line.ends[nearest]), claim.nutrient)

    def _object_in(self, view: View, heads: frozenset[str]) -> bool:
        item = view.claim.object
        if item is None:
            return False
        if item.label == "FUNCTION" and heads is self.mild:
            return True
        words = [word.strip(".,") for name in (item.name, item.surface) for word in name.lower().split()[-1:]]
        return any(word in heads or word.removesuffix("s") in heads for word in words)


def _basis(view: View, cue: Span, mention: Mention | None) -> str:
    """Cue and mention in text order, as one quote where they touch, with an ellipsis where words lie between."""
    if mention is None or mention.end <= mention.start:
        return view.text[cue.start : cue.end]
    low, high = sorted([(cue.start, cue.end), (mention.start, mention.end)])
    if not view.text[low[1] : high[0]].strip():
        return view.text[low[0] : max(low[1], high[1])]
    return f"{view.text[slice(*low)]} … {view.text[slice(*high)]}"
