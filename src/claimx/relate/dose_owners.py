"""Which nutrient an amount is of, and which others share it."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.records import Mention, Sentence
from claimx.relate.graph import Graph
from claimx.relate.not_taken import MEASURED, NEAR, Place, base_unit
from claimx.relate.words import Words

# words between an amount and its nutrient: "1 g a day OF COMBINED EPA"
MAX_OF = 3
# words before what something is stirred into: "INTO A GLASS OF water"
MAX_VEHICLE = 5
# characters between a name and an amount of its own: "zinc (at 15 mg)"
BESIDE = 8


def is_in_unit_of(dose: Mention, nutrient: Mention, words: Words) -> bool:
    """The nutrient may be measured in the amount's unit: 600 IU are not of calcium, and a billion CFU not of zinc."""
    unit = base_unit(dose)
    if unit == "[IU]":
        return nutrient.name.lower() in words.unit_nutrients
    return unit != "CFU" or nutrient.subtype not in words.uncounted_types


def find_holders(graph: Graph | None, words: Words) -> frozenset[int]:
    """Where the subjects begin of verbs that say what something holds: "B-complex pills may deliver 50 mg"."""
    if graph is None:
        return frozenset()
    verbs = (token for token in range(len(graph)) if graph.lemma(token) in words.containing_verbs)
    subjects = (item for verb in verbs if graph.kids(verb, "obj") for item in graph.kids(verb, "nsubj"))
    return frozenset(graph.parse.starts[at] for item in subjects for at in graph.subtree(item))


def find_owner(
    dose: Mention, nutrients: Sequence[Mention], sentence: Sentence, *, holders: frozenset[int], words: Words
) -> Mention | None:
    """The nutrient an amount is of: the one in it or right behind it ("500 mg of zinc"), else the nearest before it."""
    nutrients = [item for item in nutrients if not _is_vehicle(item, sentence, words)]
    inside = [item for item in nutrients if dose.start <= item.start and item.end <= dose.end]
    if inside:
        return inside[0]
    for item in nutrients:
        between = sentence.text[max(0, dose.end - sentence.start) : max(0, item.start - sentence.start)]
        near = 0 <= item.start - dose.end <= NEAR or _is_of(between, words)
        if near and item.start >= dose.end and not set(between) & set(",;:.)"):
            return item
    if base_unit(dose) in MEASURED:
        nutrients = [item for item in nutrients if item.subtype != "food"]
    before = [item for item in nutrients if item.end <= dose.start and item.start not in holders]
    if len(before) > 1 and _is_kind_of(before[-2], before[-1], sentence, words):
        before = before[:-1]
    if before or not nutrients:
        return before[-1] if before else None
    # "five drops are added to break down the sugars"
    behind = sentence.text[dose.end - sentence.start : nutrients[0].start - sentence.start]
    return None if " to " in behind else nutrients[0]


def _is_kind_of(named: Mention, kind: Mention, sentence: Sentence, words: Words) -> bool:
    """ "Beta-glucan, a fiber that", "EPA, an omega-3": the second says what the first is."""
    between = sentence.text[max(0, named.end - sentence.start) : max(0, kind.start - sentence.start)]
    said = between.lower().replace(",", " , ").split()
    return said[:1] == [","] and 1 < len(said) <= MAX_OF and said[1] in words.articles - words.definite_articles


def _is_vehicle(item: Mention, sentence: Sentence, words: Words) -> bool:
    """ "Stir one sachet into a glass of water"."""
    if item.name not in words.vehicle_names:
        return False
    before = sentence.text[: item.start - sentence.start].lower().split()[-MAX_VEHICLE:]
    return not words.vehicle_prepositions.isdisjoint(before)


def _is_of(between: str, words: Words) -> bool:
    """ "1 g a day of combined EPA"."""
    said = between.lower().split()
    return 0 < len(said) <= MAX_OF and said[0] in words.genitive_prepositions


def find_sharers(
    place: Place, places: Sequence[Place], named: Sequence[Mention], sentence: Sentence, words: Words
) -> list[Mention]:
    """The other nutrients that an amount is of too: "1 g of EPA and DHA", "EPA and DHA are taken at 1 g a day".

    A list with an amount for one of the others, or right before the amount ("zinc and iron 15 mg"), shares none.
    """
    owner = place.owner
    if owner is None or 0 <= place.dose.start - owner.end <= NEAR:
        return []
    at = named.index(owner)
    first = last = at
    while first > 0 and _is_joined(named[first - 1], named[first], sentence, words):
        first -= 1
    while last + 1 < len(named) and _is_joined(named[last], named[last + 1], sentence, words):
        last += 1
    shared = [item for item in named[first : last + 1] if item.name != owner.name]
    told = place.dose.start < owner.start
    beside = (other for other in places if other is not place and (not told or _is_beside(other, named[last])))
    owned = {other.owner for other in beside}
    return [] if owned & {owner, *shared} else [item for item in shared if is_in_unit_of(place.dose, item, words)]


def _is_beside(place: Place, item: Mention) -> bool:
    """An amount before a name's end or right behind it."""
    return place.dose.start - item.end <= BESIDE


def _is_joined(left: Mention, right: Mention, sentence: Sentence, words: Words) -> bool:
    """Nothing but what joins the items of a list stands between two names."""
    between = sentence.text[max(0, left.end - sentence.start) : max(0, right.start - sentence.start)]
    said = between.lower().replace(",", " , ").strip("*_ ").split()
    return left.end <= right.start and bool(said) and all(word in words.item_joiners for word in said)
