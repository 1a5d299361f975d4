"""Amounts that nobody is told to take: what a food holds, what leaves the body, what a medicine weighs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimx.records import LIMIT, BlockType, Mention, Parse, Sentence
from claimx.relate.words import Words

ROWS: frozenset[BlockType] = frozenset({"list_item", "table_cell"})
# amounts in these are of a nutrient and never of the food that was named
MEASURED = frozenset({"mg", "ug", "ng", "[IU]", "CFU"})
PER_BODY_WEIGHT = frozenset({"kg", "[lb_av]"})
BY_WEIGHT = tuple(f"/{unit}" for unit in sorted(PER_BODY_WEIGHT))
# between an amount and what it is of
OF = (" of ", " ")
# amounts in one sentence without a verb, from which on it is a table
MANY_DOSES = 5
# fewer tokens than this to an amount are cells
CROWDED = 4
SAYING = ("VBZ", "VBP", "VBD", "VB", "MD")
# what is drunk, when it is no measure of alcohol
DRINK = "{drink}"
# characters between an amount and its nutrient: "500 mg of zinc"
NEAR = 5


@dataclass(frozen=True, slots=True)
class Place:
    """A dose in its sentence: the nutrient it is an amount of (None: not named here) and its token (-1: no parse).

    `of_food` when it stands right behind the name of a food, `behind_food` when one is named anywhere before it.
    """

    dose: Mention
    owner: Mention | None
    token: int
    of_food: bool = False
    behind_food: bool = False


def base_unit(dose: Mention) -> str:
    return dose.quantity.unit.split("/")[0] if dose.quantity is not None else ""


def is_capped(dose: Mention) -> bool:
    """No more than the amount is to be taken."""
    return dose.quantity is not None and dose.quantity.role == LIMIT and dose.quantity.min is None


def is_content(dose: Mention) -> bool:
    """An amount in so much food ("12 g per 100 g"), which nobody is told to take."""
    _, slash, under = dose.quantity.unit.partition("/") if dose.quantity is not None else ("", "", "")
    return bool(slash) and under not in PER_BODY_WEIGHT


def is_of_drug(dose: Mention, others: Sequence[Mention], sentence: Sentence) -> bool:
    """ "1,200 mg of ibuprofen"."""
    behind = sentence.text[dose.end - sentence.start :]
    start = next((len(word) for word in OF if behind.lower().startswith(word)), -1)
    return start >= 0 and any(item.label == "DRUG" and item.start == dose.end + start for item in others)


def is_table(parse: Parse | None, doses: Sequence[Mention]) -> bool:
    """A table whose lines run together: many amounts and little else, or no verb that says anything."""
    if parse is None or len(doses) < MANY_DOSES:
        return False
    return len(parse.words) < CROWDED * len(doses) or not any(tag in SAYING for tag in parse.tags)


def is_held(place: Place, sentence: Sentence) -> bool:
    """What a food holds, in brackets behind its name: "sunflower seeds (20 grams of fat)"."""
    start = place.dose.start - sentence.start
    before = sentence.text[:start].rstrip()
    return before.endswith("(") and base_unit(place.dose) in MEASURED | {"g", "%"} and place.of_food


def names_other(dose: Mention, words: Words) -> bool:
    """The amount is of something that is no nutrient here ("2 liters of saline a day")."""
    if dose.quantity is not None and dose.quantity.unit.endswith(BY_WEIGHT):
        # "3 mg per kg of body weight"
        return False
    behind = of_what(dose, words)
    return bool(behind) and (words.definite_nouns | words.bare_carriers | words.pronouns).isdisjoint(behind)


def is_casual(dose: Mention, words: Words) -> bool:
    """ "Have a glass of milk", "a pinch of chili", "offer a drink with each meal": one helping of it, however large.

    How often, when or for how long it is taken makes an amount of it: "a glass a day", "a spoonful before bed".
    """
    quantity = dose.quantity
    first = dose.surface.lower().split()[:1]
    if quantity is None or quantity.min != 1 or words.articles.isdisjoint(first) or base_unit(dose) in MEASURED | {"g"}:
        return False
    timed = quantity.period not in ("", "intake") or quantity.intakes_per_day or quantity.duration_text
    return not timed and (not quantity.timing or base_unit(dose) == DRINK)


def of_what(dose: Mention, words: Words) -> list[str]:
    """The words of an amount behind "of" ("2 liters of saline a day"), none where it does not say of what it is."""
    parts = dose.surface.lower().split()
    # "one teaspoon in a glass of water"
    stirred = (at for at, part in enumerate(parts) if part in words.vehicle_prepositions)
    parts = parts[: next(stirred, len(parts))]
    of = next((at for at, part in enumerate(parts) if part in words.genitive_prepositions), len(parts))
    behind = [part.strip(".,;()") for part in parts[of + 1 :]]
    # "two capsules of 250 mg a day"
    return [] if behind and behind[0][:1].isdigit() else behind
