"""Amounts that a sentence tells of several foods, each with its own: "an egg has 6 g of protein, a cup of milk 8 g"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimx.records import Claim, Mention, Sentence
from claimx.relate.foods import is_eaten
from claimx.relate.not_taken import MEASURED, Place, base_unit
from claimx.relate.words import Words

RULE_ID = "found-next-portion"
# units of what a food holds
HELD = MEASURED | {"g", "%"}
# what nobody is told of a food
TOLD = ("recommended", "required", "upper_limit")
# words between a food and its amount, and foods that share one
MAX_WORDS = 8
OPEN = "("
ENDS = (". ", "; ", ": ", "\n")


def portion_out(
    claims: Sequence[Claim], places: Sequence[Place], mentions: Sequence[Mention], sentence: Sentence, *, words: Words
) -> list[Claim]:
    """The FOUND_IN claims of a sentence, each with its food's amount, and those of foods that only have an amount.

    Other claims, and sentences in which no amounts are told one by one, stay as they are.
    """
    found = [claim for claim in claims if claim.relation == "FOUND_IN" and claim.object is not None]
    names = {claim.nutrient.name for claim in found}
    if len(names) != 1:
        return list(claims)
    held = _held(places, found)
    foods = [item for item in mentions if item.label == "NUTRIENT" and is_eaten(item, words)]
    foods = [item for item in foods if item.name not in names]
    portions = find_portions(held, foods, sentence)
    if len(held) < 2 and not any(_is_bracketed(dose, sentence) for dose in portions.values()):
        return list(claims)
    given = [_with_portion(claim, portions, held) if claim in found else claim for claim in claims]
    known = {claim.object.start for claim in found if claim.object is not None}
    more = [(food, portions[food.start]) for food in foods if food.start in portions and food.start not in known]
    first = min(known)
    given += [replace(found[0], object=food, dose=dose, rule_id=RULE_ID) for food, dose in more if food.start > first]
    return given


def _held(places: Sequence[Place], found: Sequence[Claim]) -> list[Mention]:
    """The amounts of the nutrient, and those told of a food alone that are in a unit of theirs."""
    free = [place for place in places if _is_free(place.dose)]
    own = [place.dose for place in free if place.owner is None or place.owner.name == found[0].nutrient.name]
    # "an egg has 6 g", where the nutrient is left out
    unsaid = [claim.dose for claim in found if not claim.nutrient.name]
    own += [place.dose for place in free if place.dose in unsaid]
    units = {base_unit(dose) for dose in own}
    # "an egg has 6 g of protein, a cup of milk 8 g"
    behind = [place.dose for place in free if place.of_food and base_unit(place.dose) in units]
    return sorted({*own, *behind}, key=lambda dose: dose.start)


def _is_free(dose: Mention) -> bool:
    quantity = dose.quantity
    told = quantity is None or bool(quantity.period) or quantity.role in TOLD
    return not told and base_unit(dose) in HELD


def find_portions(held: Sequence[Mention], foods: Sequence[Mention], sentence: Sentence) -> Mapping[int, Mention]:
    """The amount of each food, by where the food begins; an amount in brackets is of the last food before it alone."""
    found: dict[int, Mention] = {}
    ahead = bool(held) and bool(foods) and held[0].start < foods[0].start
    done = 0
    for index, dose in enumerate(held):
        until = held[index + 1].start if index + 1 < len(held) else sentence.end
        near = [
            food for food in foods if (dose.end <= food.start < until if ahead else done <= food.start < dose.start)
        ]
        if near and _is_bracketed(dose, sentence):
            near = near[-1:]
        edge = near[-1].end if near and not ahead else dose.end
        between = sentence.text[
            edge - sentence.start : (near[0].start if near and ahead else dose.start) - sentence.start
        ]
        if near and len(between.split()) <= MAX_WORDS and not any(end in between for end in ENDS):
            found.update({food.start: dose for food in near})
        done = dose.end
    return found


def _is_bracketed(dose: Mention, sentence: Sentence) -> bool:
    return sentence.text[: dose.start - sentence.start].rstrip().endswith(OPEN)


def _with_portion(claim: Claim, portions: Mapping[int, Mention], held: Sequence[Mention]) -> Claim:
    """The claim with its food's amount, and with none that is another food's."""
    if claim.object is None:
        return claim
    if claim.object.start in portions:
        return replace(claim, dose=portions[claim.object.start])
    others = claim.dose in held and claim.dose in portions.values()
    return replace(claim, dose=None) if others else claim
