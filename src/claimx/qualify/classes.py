"""A claim's class for a compliance reader, with the words that decide; never legal advice."""

from __future__ import annotations

from claimx.data_files import DataFiles
from claimx.qualify.cues import load_cues
from claimx.qualify.view import View, Words
from claimx.records import CausalLanguage, Certainty, ClaimClass, Relation, Span

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
        self.harms = cues.set("harm_objects")

    def claim_class(self, view: View) -> tuple[ClaimClass, str]:
        """The class by relation, state, object and wording, with the words that decide it."""
        claim = view.claim
        trigger = view.text[claim.trigger.start : claim.trigger.end]
        named = claim.object.surface if claim.object is not None else ""
        if claim.relation in _BY_RELATION:
            return _BY_RELATION[claim.relation], trigger
        if claim.relation == "INTERACTS_WITH":
            return self._interaction(view), trigger
        if claim.relation == "TREATS":
            return "disease", named or trigger
        if claim.nutrient_state == "deficiency" and claim.relation not in _BENEFITS | {"IMPROVES"}:
            return "deficiency", trigger
        if claim.relation == "ASSOCIATED_WITH":
            harm = claim.nutrient_state == "excess" or self._object_in(view, self.harms)
            return ("safety" if harm else "other"), trigger
        if claim.relation in _HARMS or claim.nutrient_state == "excess":
            return "safety", named or trigger
        if claim.relation == "PREVENTS":
            risk = self._risk(view)
            if risk is not None:
                return "risk_reduction", view.text[risk.start : risk.end]
        if claim.relation in _BENEFITS:
            return ("structure_function" if self._is_mild(view) else "disease"), named or trigger
        return "structure_function", trigger

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

    def _risk(self, view: View) -> Span | None:
        found = self._near(view).find(self.risk)
        return found[0] if found else None

    def _is_mild(self, view: View) -> bool:
        return self._object_in(view, self.mild)

    def _object_in(self, view: View, heads: frozenset[str]) -> bool:
        item = view.claim.object
        if item is None:
            return False
        if item.label == "FUNCTION":
            return heads is self.mild
        words = [word.strip(".,") for name in (item.name, item.surface) for word in name.lower().split()[-1:]]
        return any(word in heads or word.removesuffix("s") in heads for word in words)
