"""How likely a claim is right: a logistic regression over what is known once the claim is complete.

The coefficients are data (`data/confidence.yaml`), fitted by `models/fit_confidence.py` on gold.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from claimx.data_files import DataFiles
from claimx.errors import DataError
from claimx.records import SECOND_RULE, Claim, Mention, Parse, Span

Features: TypeAlias = dict[str, float]
DATA_NAME = "confidence.yaml"
UNNAMED = frozenset({"pronoun", "ellipsis"})
# path lengths above this are one case
LONGEST_PATH = 4
# a slot without words counts as one at the usual distance
USUAL_DISTANCE = math.log1p(3)
CONTENT_VERBS = frozenset({"VERB", "AUX"})
# the article is about the nutrient, and not about an illness
IN_TITLE = "nutrient in title"
# what the second reader gives the relation, as a logit: of a rule's claim, and of one of its own
SECOND, SECOND_OWN = "second reader", "second reader's own"
# it did not weigh the pair, as with amounts; the claim is its own
UNWEIGHED, OWN = "not weighed", f"rule {SECOND_RULE}"
# what is learned on texts that neither a rule nor the second reader has seen
SETTLED = (IN_TITLE, SECOND, SECOND_OWN, UNWEIGHED, OWN)
# chances nearer than this to 0 or 1 are one case
LEAST_CHANCE = 0.002


@dataclass(frozen=True, slots=True)
class Grader:
    """Coefficients by feature name; a feature without one, such as a new rule, counts nothing."""

    intercept: float
    weights: Mapping[str, float]

    def grade(self, found: Sequence[tuple[Claim, Parse]]) -> list[float]:
        """A probability for each claim of one article, given with the parse it was found in."""
        return [self._probability(features) for features in describe(found)]

    def _probability(self, features: Features) -> float:
        logit = self.intercept + sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return 1 / (1 + math.exp(-logit))


def load_grader(data: DataFiles) -> Grader:
    """The coefficients of data/confidence.yaml; the last layer of the data wins whole."""
    path, found = data.yaml(DATA_NAME)[-1]
    try:
        weights = {name: float(value) for name, value in found["weights"].items()}
        return Grader(float(found["intercept"]), weights)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DataError(f"needs an intercept and weights, all numbers: {error}", path=path) from None


def describe(found: Sequence[tuple[Claim, Parse]]) -> list[Features]:
    """The features of each claim of one article, by name; a flag is there with 1 or not at all."""
    in_sentence = Counter(claim.sentence.index for claim, _ in found)
    at_trigger = Counter((claim.sentence.index, claim.trigger) for claim, _ in found)
    of_nutrient = Counter(claim.nutrient.name for claim, _ in found)
    rivals = Counter(_slots(claim) for claim, _ in found)
    described = []
    for claim, parse in found:
        features = _of_content(claim) | _of_place(claim, parse) | _of_second(claim)
        # an article about food and health says more than one about an illness
        features["claims in article"] = math.log(len(found))
        features["claims in sentence"] = math.log(in_sentence[claim.sentence.index])
        features["claims at trigger"] = math.log(at_trigger[claim.sentence.index, claim.trigger])
        features["nutrient share"] = of_nutrient[claim.nutrient.name] / len(found)
        if rivals[_slots(claim)] > 1:
            features["rival reading"] = 1.0
        described.append(features)
    return described


def _slots(claim: Claim) -> tuple[int, int, int]:
    return claim.sentence.index, claim.nutrient.start, claim.object.start if claim.object is not None else -1


def _of_content(claim: Claim) -> Features:
    flags = {
        f"rule {claim.rule_id}",
        f"relation {claim.relation}",
        f"state {claim.nutrient_state}",
        f"polarity {claim.polarity}",
        f"certainty {claim.qualifiers.certainty}",
        f"block {claim.sentence.block_type}",
        f"nutrient type {claim.nutrient.subtype}",
        f"object {_kind(claim.object)}",
    }
    if claim.resolution in UNNAMED:
        flags.add("unnamed")
    else:
        flags.add(f"nutrient origin {claim.nutrient.origin}")
    if claim.resolution == "ellipsis":
        flags.add("unspoken")
    if claim.resolution in ("class", "list_head"):
        flags.add(f"resolution {claim.resolution}")
    if claim.qualifiers.evidence != "none":
        flags.add("evidence")
    if claim.relation == "HAS_DOSE":
        flags |= _of_dose(claim)
    if _is_titled(claim):
        flags.add(IN_TITLE)
    return dict.fromkeys(sorted(flags), 1.0)


def _of_second(claim: Claim) -> Features:
    if claim.chance is None:
        return {UNWEIGHED: 1.0}
    chance = min(max(claim.chance, LEAST_CHANCE), 1 - LEAST_CHANCE)
    return {SECOND_OWN if claim.rule_id == SECOND_RULE else SECOND: math.log(chance / (1 - chance))}


def _is_titled(claim: Claim) -> bool:
    """The title names the nutrient, by the name it has or the one it goes by in the sentence."""
    names = [claim.nutrient.name] if claim.resolution in UNNAMED else [claim.nutrient.name, claim.nutrient.surface]
    title = claim.title.lower()
    return any(re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", title) for name in names if name)


def _of_dose(claim: Claim) -> set[str]:
    quantity = claim.dose.quantity if claim.dose is not None else None
    if quantity is None:
        return {"dose bare"}
    flags = {f"dose role {quantity.role or 'none'}"}
    if quantity.period:
        flags.add("dose period")
    return flags


def _kind(found: Mention | None) -> str:
    if found is None:
        return "none"
    return f"{found.label} {found.origin}" + (" linked" if found.id else "")


def _of_place(claim: Claim, parse: Parse) -> Features:
    """Distances in words and in the tree between the trigger and what fills its slots."""
    features = {"length": math.log1p(len(parse.words))}
    trigger = _token(parse, claim.trigger)
    slots: dict[str, Mention | None] = {"nutrient": claim.nutrient, "object": claim.object}
    for name, mention in slots.items():
        if mention is None or not mention.surface:
            continue
        token = _head(parse, mention)
        if token is None or trigger is None:
            features[f"{name} elsewhere"] = 1.0
            continue
        features[f"{name} distance"] = math.log1p(abs(token - trigger)) - USUAL_DISTANCE
        path = _path_length(parse, token, trigger)
        features[f"{name} path {min(path, LONGEST_PATH)}"] = 1.0
        between = range(min(token, trigger) + 1, max(token, trigger))
        if any(parse.pos[item] in CONTENT_VERBS for item in between):
            features[f"{name} beyond a verb"] = 1.0
        if (token > trigger) != (name == "object"):
            features[f"{name} turned"] = 1.0
    return features


def _token(parse: Parse, span: Span) -> int | None:
    at = bisect_right(parse.starts, span.start) - 1
    return at if at >= 0 and span.start < parse.ends[at] else None


def _head(parse: Parse, mention: Mention) -> int | None:
    """The mention's token that hangs on one outside it."""
    inside = [
        at
        for at, (start, end) in enumerate(zip(parse.starts, parse.ends, strict=True))
        if start < mention.end and mention.start < end
    ]
    own = frozenset(inside)
    return next((at for at in inside if parse.heads[at] not in own or parse.heads[at] == at), None)


def _path_length(parse: Parse, one: int, other: int) -> int:
    """Edges between two tokens in the tree; conjuncts stand where their first does, and cost nothing."""
    above = _ascent(parse, one)
    for token, cost in _ascent(parse, other).items():
        if token in above:
            return cost + above[token]
    return len(parse.words)


def _ascent(parse: Parse, token: int) -> dict[int, int]:
    """A token and those above it, each with the edges up to it."""
    found = {token: 0}
    cost = 0
    while parse.heads[token] != token and parse.heads[token] not in found:
        cost += parse.deps[token] != "conj"
        token = parse.heads[token]
        found[token] = cost
    return found
