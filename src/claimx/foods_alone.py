"""Foods that a paragraph only lists, below the name of what they hold: "Phosphorus", "Meat, fish, oats."."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimx.records import Mention
from claimx.relate.foods import as_food, is_eaten
from claimx.topic import Context, distinct, headings_above, is_nutrient

# fewer may be what the text goes on about
FEWEST = 3
_FRAME = "*_#:. "
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class FoodsBelow:
    """A nutrient, as the heading names it, and the foods listed below it."""

    nutrient: Mention
    foods: list[Mention]


def foods_below_name(context: Context, number: int) -> FoodsBelow | None:
    """The foods of a paragraph that only lists foods, where the heading is no more than the name of one nutrient."""
    foods = _foods_alone(context, number)
    heading = next(headings_above(context, number), None) if foods else None
    if heading is None:
        return None
    named = [item for item in context.mentions[heading] if is_nutrient(item, context.words)]
    alone = len(named) == 1 and named[0].subtype != "food"
    is_name = alone and context.sentences[heading].text.strip(_FRAME) == named[0].surface
    return FoodsBelow(named[0], foods) if is_name else None


def _foods_alone(context: Context, number: int) -> list[Mention]:
    sentence = context.sentences[number]
    if sentence.block_type != "paragraph" or len(context.mentions[number]) < FEWEST:
        return []
    named = [as_food(item, context.words) for item in context.mentions[number] if item.label == "NUTRIENT"]
    foods = distinct(item for item in named if is_eaten(item, context.words))
    if len(foods) < FEWEST or len(foods) != len(named):
        return []
    rest = sentence.text
    for food in foods:
        rest = rest.replace(food.surface, "")
    return foods if set(_WORD.findall(rest.lower())) <= context.words.list_joiners else []
