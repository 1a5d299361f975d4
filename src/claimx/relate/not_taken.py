"""Amounts that nobody is told to take: what a food holds, what leaves the body, what a medicine weighs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimx.records import Mention, Parse, Sentence
from claimx.relate.graph import Graph
from claimx.relate.words import Words

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


def is_part_of_effect(place: Place, graph: Graph | None, words: Words) -> bool:
    """The sentence tells what the amount, or those who took it, did: no row even where the effect is lost."""
    token = place.token
    if graph is None or token < 0:
        return False
    if graph.base_dep(token) == "obj" and _is_let_go(graph, graph.head(token), words):
        return True
    if place.owner is None and _is_of_other(graph, token):
        return True
    if graph.dep(token) == "nsubj":
        verb = graph.head(token)
        acts = graph.pos(verb) == "VERB" and graph.lemma(verb) not in words.light_verbs
        return acts and bool(graph.kids(verb, "obj"))
    verb = graph.head(token)
    moved = set(graph.preposition(token).split()) & words.infinitive_marks
    if moved or graph.base_dep(verb) != "acl" or graph.lemma(verb) not in words.intake_verbs:
        # "pregnancy, when it goes up to 11 mg"
        return False
    people = graph.head(verb)
    named = graph.mention(people, "POPULATION") is not None or graph.lemma(people) in words.population_heads
    named = named or any(graph.word(kid) in words.persons for kid in graph.kids(verb, "nsubj"))
    return named and graph.base_dep(people) in ("nsubj", "obl", "obj", "conj")


def _is_let_go(graph: Graph, verb: int, words: Words) -> bool:
    """ "This can remove 6 cups of fluid"; "a cup has 35 mg", "one ounce delivers 80 mg": so much of a food holds it."""
    if graph.lemma(verb) in words.losing_verbs:
        return True
    holds = graph.lemma(verb) in words.containing_verbs
    return holds and any(_is_helping(graph, kid, words) for kid in graph.kids(verb, "nsubj"))


def _is_of_other(graph: Graph, token: int) -> bool:
    """ "Deferasirox is a pill taken once a day": the amount is of what a name that is no nutrient says."""
    subjects = graph.kids(token, "nsubj")
    return any(
        graph.mention(item, "DRUG") is not None or (graph.mention(item) is None and graph.parse.pos[item] == "PROPN")
        for item in subjects
    )


def _is_helping(graph: Graph, token: int, words: Words) -> bool:
    """ "A cup", "100 grams", "one ounce of almonds"."""
    lemma = graph.lemma(token).split()[-1]
    named = graph.mention(token, "NUTRIENT")
    return (named is not None and named.subtype == "food") or graph.is_amount(token) or lemma in words.food_measures


def names_other(dose: Mention, words: Words) -> bool:
    """The amount is of something that is no nutrient here ("2 liters of saline a day")."""
    if dose.quantity is not None and dose.quantity.unit.endswith(BY_WEIGHT):
        # "3 mg per kg of body weight"
        return False
    behind = of_what(dose, words)
    return bool(behind) and (words.definite_nouns | words.bare_carriers | words.pronouns).isdisjoint(behind)


def of_what(dose: Mention, words: Words) -> list[str]:
    """The words of an amount behind "of" ("2 liters of saline a day"), none where it does not say of what it is."""
    parts = dose.surface.lower().split()
    of = next((at for at, part in enumerate(parts) if part in words.genitive_prepositions), len(parts))
    return [part.strip(".,;()") for part in parts[of + 1 :]]
