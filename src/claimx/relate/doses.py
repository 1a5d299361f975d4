"""Doses: which claim an amount belongs to, and the HAS_DOSE rows of amounts that stand on their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimx.records import Claim, Mention, Relation, Resolution, Sentence, Span
from claimx.relate.words import Words

RULE_ID = "dose-stands-alone"
# an amount can belong to an effect; a source's content or a risk group has none
EFFECTS: frozenset[Relation] = frozenset(
    {"TREATS", "USED_FOR", "PREVENTS", "CAUSES", "PREDISPOSES", "WORSENS", "IMPROVES", "INCREASES", "DECREASES", "AFFECTS", "SAFE_FOR", "FOUND_IN", "INTERACTS_WITH", "CONTRAINDICATED_IN"}
)  # fmt: skip


def attach_doses(
    claims: Sequence[Claim], sentence: Sentence, mentions: Sequence[Mention], words: Words
) -> list[Claim]:
    """Claims of one sentence with their doses filled in, followed by a HAS_DOSE claim for each amount left over."""
    doses = [mention for mention in mentions if mention.label == "DOSE" and mention.quantity is not None]
    if not doses:
        return list(claims)
    nutrients = [m for m in mentions if m.label == "NUTRIENT" and m.name not in words.empty_classes | words.carrier_classes]
    owners = {dose: _owner(dose, nutrients) for dose in doses}
    found: list[Claim] = []
    used: set[Mention] = set()
    for claim in claims:
        fitting = [dose for dose in doses if claim.relation in EFFECTS and _belongs(dose, owners[dose], claim)]
        if fitting and claim.relation not in ("HAS_DOSE",):
            chosen = min(fitting, key=lambda dose: abs(dose.start - claim.nutrient.start))
            used.update(fitting)
            # "dosages of 600 mg have been used for MS" speaks of the amount
            is_amount = claim.relation == "USED_FOR" and not claim.nutrient.surface
            found.append(replace(claim, dose=chosen, relation="HAS_DOSE" if is_amount else claim.relation))
        else:
            found.append(claim)
    for dose in doses:
        if dose not in used and _stands_alone(dose, sentence):
            found.append(_dose_claim(dose, owners[dose], sentence, mentions))
    return found


def _stands_alone(dose: Mention, sentence: Sentence) -> bool:
    """An amount is a row of its own when the text gives it a role or a period, or when it is a line of a list."""
    quantity = dose.quantity
    if quantity is None:
        return False
    return bool(quantity.role or quantity.period) or sentence.block_type in ("list_item", "table_cell")


def _owner(dose: Mention, nutrients: Sequence[Mention]) -> Mention | None:
    """The nutrient an amount is of: the one right behind it ("500 mg of zinc"), else the nearest before it."""
    behind = [item for item in nutrients if 0 <= item.start - dose.end <= 5]
    if behind:
        return behind[0]
    inside = [item for item in nutrients if dose.start <= item.start and item.end <= dose.end]
    if inside:
        return inside[0]
    before = [item for item in nutrients if item.end <= dose.start]
    if before:
        return before[-1]
    return nutrients[0] if nutrients else None


def _belongs(dose: Mention, owner: Mention | None, claim: Claim) -> bool:
    return owner is None or (owner.start, owner.end) == (claim.nutrient.start, claim.nutrient.end)


def _dose_claim(dose: Mention, owner: Mention | None, sentence: Sentence, mentions: Sequence[Mention]) -> Claim:
    resolution: Resolution = "explicit"
    if owner is None:
        owner = Mention("NUTRIENT", dose.start, dose.start, "", "", origin="pattern")
        resolution = "ellipsis"
    elif owner.origin == "abbreviation":
        resolution = "abbreviation"
    conditions = [item for item in mentions if item.label == "CONDITION"]
    return Claim(
        sentence=sentence,
        nutrient=owner,
        relation="HAS_DOSE",
        object=conditions[0] if len(conditions) == 1 else None,
        trigger=Span(dose.start, dose.end),
        rule_id=RULE_ID,
        dose=dose,
        resolution=resolution,
    )
