"""What rows of food tables, lines of food lists and sentences with an amount for each food say that foods hold.

"Lentils | 1 cup | 6.6 mg" below a column "Iron", and "Espresso: 63 mg per shot" below "Caffeine in drinks".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimx.foods_alone import foods_below_name, label_contents
from claimx.item_names import food_length, unknown_item
from claimx.records import Claim, Mention, Resolution, Sentence, Span
from claimx.relate.foods import as_food, is_eaten
from claimx.relate.not_taken import MEASURED, ROWS, base_unit
from claimx.relate.portions import find_portions
from claimx.rows import row_start
from claimx.topic import (
    Context,
    column_nutrients,
    distinct,
    first_of_block,
    goes_on_from_before,
    headed_nutrient,
    headings_above,
    is_nutrient,
    lead_nutrients,
)

RULE_ID = "found-content-row"
# words of a cell that holds an amount, and before the food that a line begins with ("1 cup cooked lentils")
MAX_CELL, MAX_BEFORE = 7, 4
# words of a line that only says what a food holds
MAX_LINE = 10
# foods with an amount each that a sentence tells of
FEWEST = 2
# who or what an amount may be for
TOLD = ("POPULATION", "CONDITION", "DRUG", "FUNCTION")
# between a food and its amount
_SET_OFF = re.compile(r"[:(,–—]|\s-")
_NUMBER = re.compile(r"[\d½¼¾⅓]")
_NOTHING = re.compile(r"\W*0(?:[.,]0+)?\b")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class ContentRow:
    """One nutrient that one food holds: where each is named, the sentence of the food, and that of the amount."""

    sentence: Sentence
    food: Mention
    nutrient: Mention
    amount: Sentence
    dose: Mention | None
    named: bool = False

    @property
    def is_within(self) -> bool:
        """The sentence names the food itself, and not the heading above it."""
        return self.sentence.start <= self.food.start < self.sentence.end

    def claim(self) -> Claim:
        """The row's FOUND_IN claim; a nutrient named above the list stands where the food begins."""
        start = self.food.start
        place = self.nutrient if self.named else replace(self.nutrient, start=start, end=start, surface="")
        return Claim(
            self.sentence,
            place,
            "FOUND_IN",
            self.food,
            Span(self.food.start, self.food.end),
            RULE_ID,
            resolution="explicit" if self.named else self._left_out(),
            dose=self.dose,
        )

    def _left_out(self) -> Resolution:
        """How the nutrient is left out: of a row or line below its name, or of a sentence."""
        return "list_head" if self.sentence.block_type in ROWS else "ellipsis"


def content_rows(context: Context) -> Iterator[ContentRow]:
    """All rows of food tables, lines of food lists and sentences with an amount for each food, as the text has them."""
    for number, sentence in enumerate(context.sentences):
        if sentence.block_type == "table_cell" and sentence.columns:
            if row_start(context.sentences, number, text=context.article.text) == number:
                yield from _of_row(context, number)
        elif told := label_contents(context, number):
            yield from (ContentRow(sentence, food, nutrient, sentence, None, named=True) for food, nutrient in told)
        elif _is_line(context, number):
            yield from _of_line(context, number)
        elif below := foods_below_name(context, number):
            yield from (ContentRow(sentence, food, below.nutrient, sentence, None) for food in below.foods)
        elif not sentence.is_heading and sentence.block_type != "title":
            yield from _of_sentence(context, number)


def _is_line(context: Context, number: int) -> bool:
    """The first sentence of a list item, or a short line beside another in which a food has an amount."""
    block = context.sentences[number].block_type
    if first_of_block(context, number) != number or block not in ("list_item", "paragraph"):
        return False
    rows = [_is_food_row(context, at) for at in (number - 1, number, number + 1)]
    return block == "list_item" or (rows[1] and (rows[0] or rows[2]))


def _is_food_row(context: Context, number: int) -> bool:
    """ "Espresso: 63 mg per shot": a line of its own."""
    if not 0 <= number < len(context.sentences) or goes_on_from_before(context, number):
        return False
    sentence = context.sentences[number]
    food, dose = _food_of_line(context, number), _amount_of_line(context, number)
    if food is None or dose is None or len(sentence.text.split()) > MAX_LINE:
        return False
    return bool(_SET_OFF.search(sentence.text, food.end - sentence.start, max(0, dose.start - sentence.start)))


def _of_row(context: Context, number: int) -> Iterator[ContentRow]:
    """A table row: its first cell names the food, another holds the amount below the nutrient's name."""
    head = _text_above(context, number)
    if not set(_WORD.findall(head.lower())) & context.words.food_columns:
        return
    food = _food_of_cell(context, number)
    if food is None:
        return
    cells = [at for at in _row(context, number) if at != number and _holds_amount(context, at)]
    named = {at: found for at in cells if (found := _held_in_column(context, at))}
    if not named and (topic := _announced(context, number)) is not None:
        named = {at: [topic] for at in cells if _is_measured(context, at)}
    told: set[str] = set()
    for at, nutrients in named.items():
        doses = [item for item in context.mentions[at] if item.label == "DOSE"]
        for nutrient in nutrients:
            if nutrient.name not in told and nutrient.name != food.name:
                told.add(nutrient.name)
                dose = doses[0] if len(doses) == 1 else None
                yield ContentRow(context.sentences[number], food, nutrient, context.sentences[at], dose)


def _row(context: Context, number: int) -> Iterator[int]:
    """The cells of a table row, by its first."""
    sentences, text = context.sentences, context.article.text
    at = number
    while (
        at < len(sentences)
        and sentences[at].block_type == "table_cell"
        and row_start(sentences, at, text=text) == number
    ):
        yield at
        at += 1


def _text_above(context: Context, number: int) -> str:
    """What stands above a cell: the head of its column."""
    span = context.sentences[number].columns[0]
    return context.article.text[span.start : span.end]


def _food_of_cell(context: Context, number: int) -> Mention | None:
    """The food that a cell names first; what no lexicon knows below "Food" is one too."""
    sentence, words = context.sentences[number], context.words
    end = sentence.start + food_length(sentence.text, words)
    own = [as_food(item, words) for item in context.mentions[number] if item.start < end]
    foods = [item for item in own if item.label == "NUTRIENT" and is_eaten(item, words)]
    if foods or own:
        return foods[0] if foods and foods[0].name not in words.empty_classes else None
    name = sentence.text[: end - sentence.start].split("(")[0].strip(" *_,.;:")
    known = 0 < len(name.split()) <= MAX_BEFORE and name[:1].isalpha()
    return unknown_item(sentence, name, label="NUTRIENT", subtype="food")[0] if known else None


def _holds_amount(context: Context, number: int) -> bool:
    """A cell with a number that is no share of a day's need, and not none."""
    text = context.sentences[number].text
    if len(text.split()) > MAX_CELL or not _NUMBER.search(text) or _NOTHING.match(text):
        return False
    said = f"{_text_above(context, number)} {text}".lower().replace("%", " % ")
    return context.words.share_signs.isdisjoint(re.split(r"[\s()*,;:|]+", said))


def _held_in_column(context: Context, number: int) -> list[Mention]:
    return [item for item in column_nutrients(context, number) if item.subtype != "food"]


def _is_measured(context: Context, number: int) -> bool:
    """The amount, or the head of its column, is in a unit that no food is served in."""
    doses = [item for item in context.mentions[number] if item.label == "DOSE"]
    if doses:
        return all(base_unit(item) in MEASURED for item in doses)
    return not context.words.measured_heads.isdisjoint(_WORD.findall(_text_above(context, number).lower()))


def _of_line(context: Context, number: int) -> Iterator[ContentRow]:
    """A line of a list: a food and an amount of what the list, its heading or the title is about."""
    sentence, words = context.sentences[number], context.words
    food = _food_of_line(context, number)
    dose = _amount_of_line(context, number)
    if food is None or dose is None or dose.start < food.end or _is_otherwise(context, number):
        return
    own = [item for item in context.mentions[number] if is_nutrient(item, words) and item.subtype != "food"]
    if len(own) > 1 or (own and own[0].start < food.end):
        return
    nutrient = own[0] if own else _announced(context, number)
    if nutrient is not None and nutrient.name != food.name:
        yield ContentRow(sentence, food, nutrient, sentence, dose, named=bool(own))


def _of_sentence(context: Context, number: int) -> Iterator[ContentRow]:
    """Foods with an amount each: "Potatoes top the list at 926 mg, followed by beans (600 mg)".

    Or the one amount that is told below the name of a food: "5. Clams", "A whopping 24 mg per serving."
    """
    sentence, words = context.sentences[number], context.words
    mentions = context.mentions[number]
    held = [item for item in mentions if item.label == "DOSE" and _is_held(item)]
    doses = [item for item in mentions if item.label == "DOSE" and base_unit(item) in MEASURED]
    if not held or len(doses) > len(held) or any(item.label in TOLD for item in mentions):
        return
    own = distinct(item for item in mentions if is_nutrient(item, words) and item.subtype != "food")
    nutrient = own[0] if len(own) == 1 else _announced(context, number) if not own else None
    if nutrient is None:
        return
    for food, dose in _portions_told(context, number, held):
        if food.name != nutrient.name:
            yield ContentRow(sentence, food, nutrient, sentence, dose, named=bool(own))


def _portions_told(context: Context, number: int, held: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """The foods of a sentence, if two have an amount of their own; else the food above it, with the only amount."""
    named = [item for item in context.mentions[number] if item.subtype == "food"]
    foods = [item for item in named if item.name not in context.words.empty_classes]
    if not foods and len(held) == 1 and (headed := _headed_food(context, number)) is not None:
        return [(headed, held[0])]
    portions = find_portions(held, foods, context.sentences[number])
    pairs = [(food, portions[food.start]) for food in foods if food.start in portions]
    return pairs if len({dose.start for _, dose in pairs}) >= FEWEST else []


def _is_held(dose: Mention) -> bool:
    """An amount that nobody is told to take, in a unit that no food is served in."""
    quantity = dose.quantity
    untold = quantity is not None and quantity.period in ("", "intake") and quantity.role in ("", "typical")
    return untold and base_unit(dose) in MEASURED


def _headed_food(context: Context, number: int) -> Mention | None:
    """The food that the heading right above a sentence names, and nothing else."""
    at = next(headings_above(context, number), None)
    named = [item for item in context.mentions[at] if item.label != "DOSE"] if at is not None else []
    return named[0] if len(named) == 1 and named[0].subtype == "food" else None


def _food_of_line(context: Context, number: int) -> Mention | None:
    """The food that a line begins with."""
    sentence, words = context.sentences[number], context.words
    named = [as_food(item, words) for item in context.mentions[number] if item.label != "DOSE"]
    food = next((item for item in named if item.label == "NUTRIENT"), None)
    if food is None or food.subtype != "food" or food.name in words.empty_classes or food is not named[0]:
        return None
    before = sentence.text[: food.start - sentence.start]
    return food if len(before.split()) <= MAX_BEFORE and ":" not in before else None


def _amount_of_line(context: Context, number: int) -> Mention | None:
    """The amount that is told of a food, when it is in a unit that no food is served in, and not for a day."""
    doses = [item for item in context.mentions[number] if item.label == "DOSE" and item.quantity is not None]
    held = [item for item in doses if base_unit(item) in MEASURED]
    told = [item for item in doses if item.quantity is not None and item.quantity.period not in ("", "intake")]
    return held[0] if len(held) == 1 and not told else None


def _is_otherwise(context: Context, number: int) -> bool:
    """What is listed is to be taken, or holds little: "Dosage", "Ingredients", "Low-potassium foods"."""
    words, sentence = context.words, context.sentences[number]
    lead = sentence.list_head
    above = f"{context.article.text[lead.start : lead.end] if lead is not None else ''} {sentence.section}".lower()
    return any(phrase in above for phrase in words.listed_otherwise)


def _announced(context: Context, number: int) -> Mention | None:
    """The one nutrient that the lead-in names, or else a heading or the title."""
    if led := lead_nutrients(context, number):
        return led[0] if len(led) == 1 else None
    return headed_nutrient(context, number)
