"""How little of a nutrient a food is said to hold ("low in iron"), which denies that it is found there."""

from __future__ import annotations

from claimx.qualify.cues import CueFile
from claimx.qualify.view import View

# characters between what says how little it is and the nutrient
NEAR = 12


class ScantReader:
    """Tells by the cues of `cues/negation.yaml` that a food holds little or none."""

    def __init__(self, cues: CueFile) -> None:
        self.scant = cues.phrases("scant")
        self.bringing = cues.phrases("bringing")
        self.poor = cues.phrases("poor")

    def read(self, view: View) -> str:
        """ "Low in iron": the words right before the nutrient, "" where it holds some.

        In "a diet low in flavanols, which berries hold" it is the diet that lacks them, but foods "low in iron, such
        as milk" do themselves.
        """
        nutrient, food = view.claim.nutrient, view.claim.object
        words = view.clause_words(view.own)
        behind = food is not None and nutrient.surface and food.start > nutrient.end
        if behind and not any(0 <= span.start - nutrient.end <= NEAR for span in words.find(self.bringing)):
            return ""
        before = [span for span in words.find(self.scant) if span.end <= nutrient.start <= span.end + NEAR]
        found = before or ([] if nutrient.surface else words.find(self.poor))
        return view.text[found[0].start : found[0].end] if found else ""
