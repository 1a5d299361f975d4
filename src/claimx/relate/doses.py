"""Doses: which claim an amount belongs to, and the HAS_DOSE rows of amounts that stand on their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimx.records import Claim, Mention, Parse, Relation, Resolution, Sentence, Span
from claimx.relate.claim_state import HARMS
from claimx.relate.dose_effects import is_part_of_effect
from claimx.relate.dose_owners import find_holders, find_owner, find_sharers, is_in_unit_of
from claimx.relate.graph import Graph, build_graph
from claimx.relate.holdings import is_holding
from claimx.relate.not_taken import (
    MEASURED,
    NEAR,
    ROWS,
    Place,
    base_unit,
    is_capped,
    is_casual,
    is_content,
    is_held,
    is_of_drug,
    is_table,
    names_other,
)
from claimx.relate.portions import portion_out
from claimx.relate.words import Words

RULE_ID = "dose-stands-alone"
# "Oysters, 3 ounces: 74 mg": what a line says that a food holds
CONTENT_RULE_ID = "dose-of-content"
# an amount can belong to an effect; a risk group has none
EFFECTS: frozenset[Relation] = frozenset(
    {"TREATS", "USED_FOR", "PREVENTS", "CAUSES", "PREDISPOSES", "WORSENS", "IMPROVES", "INCREASES", "DECREASES",
     "AFFECTS", "SAFE_FOR", "FOUND_IN", "INTERACTS_WITH", "CONTRAINDICATED_IN"}
)  # fmt: skip
# what an amount is that the text says somebody needs
NEEDED = "required"
# units that are an amount of what they are named for
OWN_SUBSTANCE = frozenset({"{drink}", "{tea_bag}"})


def attach_doses(
    claims: Sequence[Claim],
    sentence: Sentence,
    mentions: Sequence[Mention],
    words: Words,
    *,
    parse: Parse | None = None,
) -> list[Claim]:
    """Claims of one sentence with their doses filled in, followed by a HAS_DOSE claim for each amount left over."""
    others = [mention for mention in mentions if mention.label != "DOSE"]
    doses = [
        mention
        for mention in mentions
        if mention.label == "DOSE" and mention.quantity is not None and not is_of_drug(mention, others, sentence)
    ]
    if not doses or is_table(parse, doses):
        return list(claims)
    graph = build_graph(parse, others, source="") if parse is not None else None
    vague = words.empty_classes | words.carrier_classes
    named = [mention for mention in others if mention.label == "NUTRIENT" and mention.name not in vague]
    holders = find_holders(graph, words)
    places = [
        Place(
            dose,
            find_owner(
                dose,
                [item for item in named if is_in_unit_of(dose, item, words)],
                sentence,
                holders=holders,
                words=words,
            ),
            _token(graph, dose),
            any(item.subtype == "food" and 0 < dose.start - item.end <= NEAR for item in named),
            any(item.subtype == "food" and item.end <= dose.start for item in named),
        )
        for dose in doses
    ]
    found: list[Claim] = []
    used: set[Mention] = set()
    for claim in claims:
        fitting = [place.dose for place in places if claim.relation in EFFECTS and _belongs(place, claim, graph, words)]
        own = [dose for dose in fitting if dose.start <= claim.nutrient.start < dose.end]
        fitting = own or fitting
        if fitting:
            chosen = min(fitting, key=lambda dose: abs(dose.start - claim.nutrient.start))
            if _is_limit(chosen, claim):
                continue
            if _is_of_need(chosen, claim) or _is_kept_to(chosen, claim):
                found.append(claim)
                continue
            used.update(dose for dose in fitting if not is_needed(dose))
            # "dosages of 600 mg have been used for MS" speaks of the amount
            is_amount = claim.relation == "USED_FOR" and not claim.nutrient.surface
            with_dose = replace(claim, dose=chosen, relation="HAS_DOSE" if is_amount else claim.relation)
            found.append(replace(with_dose, nutrient_state="excess") if _is_over(with_dose, words) else with_dose)
        else:
            found.append(claim)
    found = portion_out(found, places, others, sentence, words=words)
    used.update(claim.dose for claim in found if claim.relation == "FOUND_IN" and claim.dose is not None)
    foods = {(c.object.start, c.object.end) for c in claims if c.relation == "FOUND_IN" and c.object is not None}
    measured = any(base_unit(place.dose) in MEASURED and _is_told(place.dose, words) for place in places)
    for place in places:
        if place.dose in used or (place.owner is not None and (place.owner.start, place.owner.end) in foods):
            continue
        if measured and _is_helping(place):
            continue
        alone = _stands_alone(place, sentence, words) and not is_holding(place, sentence, graph, words)
        if alone and not is_part_of_effect(place, graph, words):
            made = _dose_claim(place, sentence, mentions, graph=graph, words=words)
            sharers = find_sharers(place, places, named, sentence, words)
            found += [made, *(replace(made, nutrient=item) for item in sharers)]
    return found


def _is_over(claim: Claim, words: Words) -> bool:
    """ "More than 2 g can cause cramps": what harms from some amount on is too much of it, if that is not little."""
    quantity = claim.dose.quantity if claim.dose is not None else None
    if claim.dose is not None and claim.dose.surface.lower().startswith(tuple(words.small_openers)):
        return False
    harms = claim.relation in HARMS and claim.nutrient_state == "intake"
    return harms and quantity is not None and quantity.min is not None and quantity.max is None


def is_needed(dose: Mention) -> bool:
    """ "You need 10 mcg a day to keep bones strong": how much is needed is told, and what for."""
    return dose.quantity is not None and dose.quantity.role == NEEDED and bool(dose.quantity.daily_unit)


def _is_limit(dose: Mention, claim: Claim) -> bool:
    """ "Adults should limit sodium to less than 2,300 mg": the amount is told, and for whom; nobody should avoid it."""
    return is_capped(dose) and claim.relation == "CONTRAINDICATED_IN"


def _is_of_need(dose: Mention, claim: Claim) -> bool:
    """ "Adults need 150 mcg a day, which most get from milk": how much milk holds is not told."""
    return claim.relation == "FOUND_IN" and is_needed(dose)


def _is_kept_to(dose: Mention, claim: Claim) -> bool:
    """ "Take no more than 10 mg, as too much harms nerves": it is not so much that harms."""
    return is_capped(dose) and claim.relation in HARMS


def _token(graph: Graph | None, dose: Mention) -> int:
    if graph is None:
        return -1
    parse = graph.parse
    return next((i for i in range(len(graph)) if parse.starts[i] < dose.end and dose.start < parse.ends[i]), -1)


def is_measured(claim: Claim) -> bool:
    """The claim's amount is in a unit that no food is eaten by."""
    return claim.dose is not None and base_unit(claim.dose) in MEASURED


def _is_helping(place: Place) -> bool:
    """ "The 150 mcg that adults need are in a cup of milk": nobody is told how much milk to take."""
    quantity, owner = place.dose.quantity, place.owner
    told = quantity is None or quantity.period not in ("", "intake")
    return not told and owner is not None and owner.subtype == "food" and base_unit(place.dose) not in MEASURED | {"g"}


def _is_told(dose: Mention, words: Words) -> bool:
    rated = not words.rate_words.isdisjoint(dose.surface.lower().split())
    return dose.quantity is not None and (rated or bool(dose.quantity.role or dose.quantity.period))


def _stands_alone(place: Place, sentence: Sentence, words: Words) -> bool:
    """An amount is a row of its own when the text gives it a role or a period, or when it is a line of a list."""
    if sentence.text.lower().startswith(tuple(f"{opener} " for opener in words.restating_openers)):
        # "that equals a teaspoon of salt": the amount was told before, in another measure
        return False
    quantity = place.dose.quantity
    if quantity is None or is_content(place.dose) or is_casual(place.dose, words):
        return False
    told = _is_told(place.dose, words)
    if not quantity.period and is_held(place, sentence):
        return False
    if not _names_owner(place) and names_other(place.dose, words):
        # "ginger in 150 ml of boiling water"
        return False
    if place.owner is None and base_unit(place.dose) in OWN_SUBSTANCE:
        return False
    if sentence.block_type not in ROWS:
        return told
    if place.owner is not None and place.owner.subtype == "food":
        # "3 ounces of oysters" in a list of sources
        return told
    return told or place.owner is not None or base_unit(place.dose) in MEASURED | {"g"}


def _names_owner(place: Place) -> bool:
    return place.owner is not None and place.owner.start < place.dose.end and place.dose.start < place.owner.end


def _belongs(place: Place, claim: Claim, graph: Graph | None, words: Words) -> bool:
    nutrient, owner, dose = claim.nutrient, place.owner, place.dose
    if dose.start <= nutrient.start and nutrient.end <= dose.end:
        return True
    # "supplements of 400 mg a day can lower it"
    unnamed = not nutrient.name or nutrient.name in words.carrier_classes
    same = unnamed if owner is None else (owner.start, owner.end) == (nutrient.start, nutrient.end)
    # "ferrous sulfate 325 mg (65 mg of elemental iron)"
    same = same or (owner is not None and owner.name == nutrient.name and dose.start <= owner.start < dose.end)
    same = same or _takes_its_place(place, claim, graph, words)
    return same and _same_clause(graph, place.token, claim.trigger_token)


def _takes_its_place(place: Place, claim: Claim, graph: Graph | None, words: Words) -> bool:
    """ "Swapping 10 g a day of butter for the oil": as much of the one as there was of the other."""
    at = graph.token_at(claim.nutrient.start) if graph is not None else None
    if graph is None or at is None or place.token < 0:
        return False
    verb = graph.head(place.token)
    return graph.lemma(verb) in words.swapping_verbs and place.token < at and verb in graph.ancestors(at)


def _same_clause(graph: Graph | None, token: int, trigger: int) -> bool:
    """No clause with a subject of its own is joined on between an amount and what a claim hangs on."""
    if graph is None or token < 0 or not 0 <= trigger < len(graph):
        return True
    up, down = [token, *graph.ancestors(token)], [trigger, *graph.ancestors(trigger)]
    shared = next((item for item in up if item in down), None)
    if shared is None:
        return False
    path = up[: up.index(shared)] + down[: down.index(shared)]
    return not any(graph.base_dep(item) in ("conj", "parataxis") and graph.kids(item, "nsubj", "expl") for item in path)


def _dose_claim(
    place: Place, sentence: Sentence, mentions: Sequence[Mention], *, graph: Graph | None, words: Words
) -> Claim:
    owner, dose = place.owner, place.dose
    is_listed = sentence.block_type in ROWS
    resolution: Resolution = "explicit"
    if owner is None:
        owner = Mention("NUTRIENT", dose.start, dose.start, "", "", origin="pattern")
        resolution = "ellipsis"
    elif owner.origin == "abbreviation":
        resolution = "abbreviation"
    conditions = [item for item in mentions if item.label == "CONDITION" and _is_purpose(item, graph, words)]
    return Claim(
        sentence=sentence,
        nutrient=owner,
        relation="HAS_DOSE",
        object=conditions[0] if len(conditions) == 1 else None,
        trigger=Span(dose.start, dose.end),
        rule_id=CONTENT_RULE_ID if is_listed and place.behind_food and not _is_told(dose, words) else RULE_ID,
        dose=dose,
        resolution=resolution,
    )


def _is_purpose(condition: Mention, graph: Graph | None, words: Words) -> bool:
    """What an amount is for stands behind a preposition: "for migraine", "adults with insomnia"."""
    if graph is None:
        return False
    return any(
        mention == condition and graph.preposition(token) in words.purpose_prepositions
        for mention, token in zip(graph.mentions, graph.head_of, strict=True)
    )
