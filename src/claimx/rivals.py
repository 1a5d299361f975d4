"""Claims of which a text makes only one: the same said twice, and two relations of one nutrient to one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TypeAlias

from claimx.records import Claim, Parse, Relation

# the probability of each claim of an article
Grade: TypeAlias = Callable[[Sequence[tuple[Claim, Parse]]], Sequence[float]]

# of what the nutrient does to the thing, a text says one; a caution or an interaction may be said beside it
EFFECTS: tuple[Relation, ...] = (
    "TREATS", "USED_FOR", "PREVENTS", "IMPROVES", "INCREASES", "DECREASES", "AFFECTS", "ASSOCIATED_WITH",
    "CAUSES", "PREDISPOSES", "WORSENS",
)  # fmt: skip
# what gives no direction says less than what does
VAGUE: tuple[Relation, ...] = ("AFFECTS", "ASSOCIATED_WITH")
# beside the other, what does not say that it works gives way to what does, and a plain cause to what is only likely
GIVES_WAY: dict[Relation, frozenset[Relation]] = {
    "USED_FOR": frozenset({"TREATS", "PREVENTS"}), "CAUSES": frozenset({"PREDISPOSES"}),
}  # fmt: skip
# the rule of what is said of something told before
ANSWERED = "answers-what-was-asked"
# words that may part two triggers of the same object: "prevents or even treats", "prevention and treatment of"
JOINING = frozenset({"CCONJ", "PUNCT", "ADV", "AUX", "PART", "ADP", "DET"})


def settle(found: Sequence[tuple[Claim, Parse]], grade: Grade) -> list[tuple[Claim, Parse]]:
    """The claims of one article without those a rival outdoes; `grade` is asked only where there are rivals."""
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, (claim, _) in enumerate(found):
        if claim.relation in EFFECTS and claim.object is not None and claim.object.surface:
            groups[claim.sentence.index, claim.nutrient.name, claim.object.start, claim.polarity].append(at)
    contested = [group for group in groups.values() if len({found[at][0].relation for at in group}) > 1]
    if not contested:
        return list(found)
    grades = grade(found)
    lost: set[int] = set()
    for group in contested:
        told = {found[at][0].relation for at in group}
        weak = {relation for relation in told if relation in VAGUE or told & GIVES_WAY.get(relation, frozenset())}
        ranked = sorted(group, key=lambda at: (found[at][0].relation in weak, -grades[at], at))
        kept: list[int] = []
        for at in ranked:
            if all(_are_joined(found[at], found[other]) for other in kept):
                kept.append(at)
            else:
                lost.add(at)
    return [item for at, item in enumerate(found) if at not in lost]


def keep_once(claims: Sequence[tuple[Claim, Parse]]) -> list[tuple[Claim, Parse]]:
    """Of claims that say the same at the same place or in the same words, by two rules or names, the first."""
    kept: list[tuple[Claim, Parse]] = []
    seen: set[tuple[object, ...]] = set()
    for claim, parse in claims:
        item = claim.object
        # two amounts for one condition are two rows, an effect with one of two amounts is the same effect
        dose_at = claim.dose.start if claim.dose is not None and claim.relation == "HAS_DOSE" else -1
        said = (claim.sentence.index, claim.nutrient.name, claim.relation, claim.polarity, claim.nutrient_state)
        # "eat beans and peas, as they are rich in fiber": one word for two foods
        meant = item.name if item is not None and item.origin == "pattern" else ""
        keys: set[tuple[object, ...]] = {(said, dose_at, item.start if item is not None else -1, meant)}
        if item is not None:
            # "Oats: Oats are a good source of fiber"
            keys.add((said, dose_at, claim.trigger, item.surface.casefold(), meant))
        # "it can interact with warfarin, changing its effect"
        again = claim.relation == "INTERACTS_WITH" and item is not None and item.origin == "pattern"
        named = (said, item.name) if item is not None else said
        if not keys & seen and not (again and named in seen):
            kept.append((claim, parse))
        seen |= {*keys, named}
    return kept


def _are_joined(one: tuple[Claim, Parse], other: tuple[Claim, Parse]) -> bool:
    """All triggers of a series share the object: "causes or worsens gout". Claims of one relation are no rivals."""
    (claim, parse), (rival, beside) = one, other
    if claim.relation == rival.relation:
        return True
    if ANSWERED in (claim.rule_id, rival.rule_id):
        # "is taken for gout, but there is little evidence that it works"
        return True
    if parse != beside:
        # one was read from its list item alone, and the other with its lead-in
        return False
    first, last = sorted((claim.trigger_token, rival.trigger_token))
    end = max(claim.object.start, rival.object.start) if claim.object and rival.object else 0
    # "prevents, treats or cures gout"
    series = [at for at, head in enumerate(parse.heads) if head == first and parse.deps[at] == "conj"]
    series = [at for at in series if parse.ends[at] <= end]
    parted = [at for at in range(first + 1, max((last, *series))) if at not in (last, *series)]
    told = {parse.pos[at] for at in parted}
    return first >= 0 and "CCONJ" in told and JOINING.issuperset(told)
