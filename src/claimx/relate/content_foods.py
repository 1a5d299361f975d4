"""The foods of a list that is written out: which of its items are foods, and which are taken for some."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimx.records import Mention
from claimx.relate.fillers import Filler
from claimx.relate.foods import is_eaten
from claimx.relate.forms import BARE
from claimx.relate.items import Item
from claimx.relate.reader import Reader
from claimx.relate.words import Words
from claimx.relate.written import known_first

# what is made by plants, among them such as are eaten for their taste alone
PLANT_MADE = ("compound", "antioxidant")


def is_food(item: Item, words: Words) -> bool:
    """What a list names is a food, or a product that holds what foods hold."""
    return item.mention is not None and (item.mention.subtype == "food" or item.mention.name in words.products)


def are_of_plants(nutrients: Sequence[Filler]) -> bool:
    """ "The eugenol in cloves", "the curcumin in turmeric": what herbs and spices are said to hold."""
    named = [filler.mention for filler in nutrients]
    return all(mention is not None and mention.subtype in PLANT_MADE for mention in named)


def foods_among(reader: Reader, items: Sequence[Item], *, known: bool, plants: bool) -> list[Mention]:
    """The foods of a list that holds one at least: those tagged, and what stands beside them.

    `known` leaves out what no lexicon holds, `plants` takes herbs and spices for foods.
    """
    if not items:
        return []
    words = reader.words
    named = [is_food(item, words) or (plants and _is_plant(item)) for item in items]
    before = items[0].first - 1
    believed = known_first(items, named, before=reader.graph.parse.pos[before] if before >= 0 else "")
    made = (
        item.mention
        if item.mention is not None and is_eaten(item.mention, words)
        else None
        if known
        else _unknown_food(reader, item)
        for item in believed
    )
    empty = words.empty_classes | words.excluded_objects
    foods = [food for food in made if food is not None and food.name not in words.not_foods]
    return [food for food in foods if not {food.name, food.name.split()[-1]} & empty]


def _is_plant(item: Item) -> bool:
    return item.mention is not None and item.mention.subtype == "botanical"


def _unknown_food(reader: Reader, item: Item) -> Mention | None:
    graph, words = reader.graph, reader.words
    if item.mention is not None or graph.parse.pos[item.head] not in ("NOUN", "PROPN"):
        return None
    lemma = graph.lemma(item.head)
    nothing = (words.not_foods, words.population_heads, words.condition_heads, words.function_heads)
    # "poultry skin"
    of_food = item.first < item.head and graph.mention(item.head - 1, "NUTRIENT") is not None
    if not of_food and any(lemma in group for group in nothing):
        return None
    return replace(graph.stretch(item.first, item.head, label="NUTRIENT"), subtype="food")


def is_how_much(reader: Reader, token: int, *, trigger: int) -> bool:
    """ "The amount of fat in your meals" says how much there is, and takes for granted that some is."""
    graph, words = reader.graph, reader.words
    measured = graph.base_dep(token) == "nmod" and graph.lemma(graph.head(token)) in words.amount_nouns
    return measured and graph.pos(trigger) == "ADP"


def is_wished(reader: Reader, trigger: int) -> bool:
    """ "Check that your cereal contains iron", "look for one that has fiber": what somebody is to see to."""
    graph, words = reader.graph, reader.words
    seeing = words.watching_verbs | words.aim_verbs
    held = graph.pos(trigger) == "VERB" and graph.base_dep(trigger) in ("ccomp", "acl")
    above = graph.ancestors(trigger) if held else []
    orders = (item for item in above if graph.base_dep(item) == "root" and graph.parse.tags[item] in BARE)
    return any(graph.lemma(item) in seeing and not graph.kids(item, "nsubj", "aux") for item in orders)
