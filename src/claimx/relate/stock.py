"""Amounts of lines that say what a food, a dish, a product or a shop holds, and that nobody is told to take."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from claimx.records import Claim, Mention, Sentence
from claimx.relate.doses import CONTENT_RULE_ID, RULE_ID
from claimx.relate.not_taken import MEASURED, ROWS, base_unit
from claimx.relate.words import Words

# so many capsules are what a bottle holds
PACKAGE = 20
# lines of a panel, and words of one of its lines
PANEL, MAX_LINE = 24, 10
# words of a lead-in that only says of what the amounts are
MAX_LEAD = 5
# what stands around the words of a line
MARKS = "#*-_| \t"


def hand_over(claims: Sequence[Claim], text: str, words: Words, *, held: Set[int] = frozenset()) -> list[Claim | None]:
    """The claims, with what a line of a list says a food holds moved to its FOUND_IN rows; None for a row that goes.

    "Sources of iron", "Liver (3 ounces) 5.8 mg": nobody is told to take 5.8 mg, nor what a recipe or a shop lists.
    `held` are the sentences, by index, whose amounts a table or list of foods tells of.
    """
    holding = {
        claim.sentence.index for claim in claims if claim.relation == "FOUND_IN" and claim.resolution == "list_head"
    }
    is_recipe = any(_opens_recipe(line, words) for line in text.splitlines())
    given: dict[int, Mention] = {}
    kept: list[Claim | None] = []
    for claim in claims:
        number, dose = claim.sentence.index, claim.dose if claim.rule_id in (RULE_ID, CONTENT_RULE_ID) else None
        taken = dose is not None and dose.quantity is not None and dose.quantity.period not in ("", "intake")
        listed = dose is not None and base_unit(dose) in MEASURED | {"g"} and _is_in_panel(claim.sentence, text, words)
        if listed:
            kept.append(None)
        elif dose is None or (taken and number not in held):
            kept.append(claim)
        elif claim.rule_id == RULE_ID and number not in holding and number not in held:
            is_stock = _is_stock(dose, claim.sentence, text, words, is_recipe=is_recipe)
            kept.append(None if is_stock else claim)
        else:
            if base_unit(dose) in MEASURED | {"g"}:
                given.setdefault(number, dose)
            kept.append(None)
    return [
        replace(claim, dose=given[claim.sentence.index])
        if claim is not None and claim.relation == "FOUND_IN" and claim.dose is None and claim.sentence.index in given
        else claim
        for claim in kept
    ]


def _opens_recipe(line: str, words: Words) -> bool:
    """ "Ingredients", "Serves 4", "Prep time: 10 minutes"."""
    bare = line.strip(MARKS).lower()
    name = bare.partition(":")[0].rstrip("0123456789 ")
    return name in words.recipe_heads or (bare[-1:].isdigit() and name in words.recipe_counts)


def _is_in_panel(sentence: Sentence, text: str, words: Words) -> bool:
    """A line of a panel: only lines with figures stand between it and "Supplement Facts" or "Serving size"."""
    if sentence.block_type != "list_item":
        return False
    if _is_of_pack(sentence, text, words):
        return True
    above = text[: text.rfind("\n", 0, sentence.start) + 1].splitlines()
    for line in reversed(above[-PANEL:]):
        bare = line.strip(MARKS).lower()
        if len(bare.split()) > MAX_LINE:
            return False
        if any(phrase in bare for phrase in words.panel_heads):
            return True
        if bare and not any(char.isdigit() for char in bare):
            return False
    return False


def _is_of_pack(sentence: Sentence, text: str, words: Words) -> bool:
    """Below "One capsule:", "Each sachet contains", and not below "Take two tablets"."""
    lead = sentence.list_head
    said = text[lead.start : lead.end].lower().strip(f"{MARKS}:").split() if lead is not None else []
    if len(said) > MAX_LEAD or not words.pill_verbs.isdisjoint(said):
        return False
    return any(word.removesuffix("s") in words.pack_forms for word in said)


def _is_stock(dose: Mention, sentence: Sentence, text: str, words: Words, *, is_recipe: bool) -> bool:
    """A measure of a recipe, or a line below "Ingredients", with a price, or of ninety capsules."""
    quantity = dose.quantity
    if is_recipe or quantity is None or sentence.block_type not in ROWS:
        return is_recipe
    if quantity.unit.startswith("{") and (quantity.min or 0) >= PACKAGE:
        return True
    over = [*([sentence.list_head] if sentence.list_head is not None else []), *sentence.columns]
    heads = " ".join([sentence.section, *(text[span.start : span.end] for span in over)]).lower().replace("’", "'")
    listed = not quantity.role and any(phrase in heads for phrase in words.stock_heads)
    return listed or any(sign in sentence.text for sign in words.price_signs)
