"""Amounts that say how strong a product is, what a portion weighs, or what share of a day's need something brings."""

from __future__ import annotations

import re

from claimx.records import Mention, Sentence
from claimx.relate.graph import Graph
from claimx.relate.not_taken import ROWS, Place, base_unit
from claimx.relate.words import Words

# what a portion is weighed in
WEIGHTS = frozenset({"g", "kg", "mL", "L", "[oz_av]", "[foz_us]", "[lb_av]"})
# what says to take so much
ADVISED = ("recommended", "required", "upper_limit")
TIME, OPEN = "intake", "("
# words behind an amount that say what share it is
SHARE_WORDS = 6
# what stands around the figures of a share
_MARKS = "(,;:|=–—-"
_WORD = re.compile(r"[^\W\d_]+")


def is_holding(place: Place, sentence: Sentence, graph: Graph | None, words: Words) -> bool:
    """Nobody is told to take the amount: it is what a tablet holds, a portion weighs, or so many per cent of a need."""
    dose = place.dose
    if is_strength(dose, words) or _is_percentage(dose, words):
        return True
    if dose.quantity is None or dose.quantity.period:
        return False
    if _is_share(dose, sentence, words) or _is_portion_weight(place, sentence):
        return True
    return (
        graph is not None
        and place.token >= 0
        and (_measures_portion(graph, place.token, words) or _is_of_product(graph, place, words))
    )


def is_strength(dose: Mention, words: Words) -> bool:
    """ "5 mg per lozenge", and a line below "Amount per serving"; "500 mg at a time" is taken."""
    if dose.quantity is None or dose.quantity.period != TIME:
        return False
    return words.taking_times.isdisjoint(_WORD.findall(dose.surface.lower()))


def _is_percentage(dose: Mention, words: Words) -> bool:
    """ "100% NRV"; "10% of your calories" is an amount."""
    of_energy = not words.energy_words.isdisjoint(_WORD.findall(dose.surface.lower()))
    return base_unit(dose) == "%" and not of_energy


def _is_share(dose: Mention, sentence: Sentence, words: Words) -> bool:
    """ "300 mg 71%", "58 mg, or 14% of the daily value", "6 mg (33% DV)"."""
    if dose.quantity is None or (dose.quantity.role in ADVISED and sentence.block_type not in ROWS):
        return False
    behind = sentence.text[dose.end - sentence.start :].lower().replace("%", " % ").split()[:SHARE_WORDS]
    said = [bare for word in behind if (bare := word.strip(_MARKS)) and bare not in words.share_leads]
    return len(said) > 1 and said[0].isdigit() and said[1].rstrip(").*") in words.percent_signs


def _is_portion_weight(place: Place, sentence: Sentence) -> bool:
    """ "A small handful (28 grams)", "a medium banana (118 g)"."""
    dose, owner = place.dose, place.owner
    quantity = dose.quantity
    if quantity is None or quantity.form or quantity.role in ADVISED or base_unit(dose) not in WEIGHTS:
        return False
    before = sentence.text[: dose.start - sentence.start].rstrip()
    bracketed = OPEN in dose.surface or before.endswith(OPEN)
    return bracketed and (owner is None or owner.subtype == "food" or owner.start >= dose.end)


def _measures_portion(graph: Graph, token: int, words: Words) -> bool:
    """ "A portion is about 140 g", "80 g counts as one portion", "150 ml counts once"."""
    verb = graph.head(token)
    if graph.base_dep(token) in ("nsubj", "obj", "obl", "xcomp") and graph.lemma(verb) in words.equating_verbs:
        return True
    subjects = graph.kids(token, "nsubj") if graph.kids(token, "cop") else []
    return any(graph.lemma(item).split()[-1] in words.helpings for item in subjects)


def _is_of_product(graph: Graph, place: Place, words: Words) -> bool:
    """ "A capsule contains 180 mg and 120 mg", "a 1,000 mg capsule holds"; "tablets should contain" is advice, and
    "supplements usually contain" tells how much is taken.
    """
    token, quantity = place.token, place.dose.quantity
    if quantity is not None and quantity.role in ADVISED:
        return False
    while graph.base_dep(token) == "conj":
        token = graph.head(token)
    head = graph.head(token)
    if graph.base_dep(token) in ("nummod", "amod", "compound", "nmod") and graph.lemma(head) in words.product_nouns:
        return graph.base_dep(head) == "nsubj"
    held = graph.base_dep(token) == "obj" and graph.lemma(head) in words.containing_verbs
    products = [item for item in graph.kids(head, "nsubj") if graph.lemma(item).split()[-1] in words.product_nouns]
    usual = graph.has_kid(head, "advmod", among=words.usual_words)
    usual = usual or any(graph.has_kid(item, "amod", "det", among=words.usual_words) for item in products)
    return held and bool(products) and not usual
