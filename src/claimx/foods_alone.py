"""Foods that a paragraph only lists, below the name of what they hold: "Phosphorus", "Meat, fish, oats.".

And lines that only set the one off from the other: "Eggs: protein, choline", "Iron – beef, lentils".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimx.item_names import only_joins, without_names
from claimx.records import Mention, Sentence
from claimx.relate.foods import as_food, is_eaten
from claimx.topic import Context, distinct, headings_and_title, is_nutrient

# fewer may be what the text goes on about
FEWEST = 3
# behind the label of a line
FEWEST_BEHIND = 2
_SET_OFF = re.compile(r"[*_]{0,3}(?: ?\([^()]{1,30}\))?[*_]{0,3} ?(?::[*_]{0,3}\s|[–—-]\s)")
_FRAME = "*_#:. "


@dataclass(frozen=True, slots=True)
class FoodsBelow:
    """A nutrient, as the heading names it, and the foods listed below it."""

    nutrient: Mention
    foods: list[Mention]


def foods_below_name(context: Context, number: int) -> FoodsBelow | None:
    """The foods of a paragraph that only lists foods, where the heading is no more than the name of one nutrient."""
    foods = _foods_alone(context, number)
    heading = next(iter(headings_and_title(context, number)), None) if foods else None
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
    return foods if only_joins(without_names(sentence, named), context.words) else []


def label_contents(context: Context, number: int) -> list[tuple[Mention, Mention]]:
    """The food and the nutrient of each pair that such a line tells of, where lines beside it do so too."""
    own = _label_pairs(context, number)
    beside = (at for at in (number - 1, number + 1) if 0 <= at < len(context.sentences))
    return own if own and any(_label_pairs(context, at) for at in beside) else []


def _label_pairs(context: Context, number: int) -> list[tuple[Mention, Mention]]:
    sentence = context.sentences[number]
    named = [as_food(item, context.words) for item in context.mentions[number]]
    if sentence.is_heading or len(named) <= FEWEST_BEHIND or any(item.label != "NUTRIENT" for item in named):
        return []
    label, *behind = named
    if sentence.text[: label.start - sentence.start].strip(_FRAME) or not _is_set_off(sentence, label):
        return []
    if not only_joins(without_names(sentence, named), context.words) or not is_nutrient(label, context.words):
        return []
    foods = [item for item in behind if is_eaten(item, context.words)]
    if label.subtype == "food":
        return [] if foods else [(label, item) for item in behind if is_nutrient(item, context.words)]
    return [(item, label) for item in foods] if len(foods) == len(behind) and not is_eaten(label, context.words) else []


def _is_set_off(sentence: Sentence, label: Mention) -> bool:
    return _SET_OFF.match(sentence.text, label.end - sentence.start) is not None
