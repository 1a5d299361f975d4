"""Lists under a lead-in that is a whole claim: "Some people need extra vitamin C:" and its bullets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimx.compose import Composite
from claimx.item_names import unknown_item
from claimx.records import Claim, Label, Mention, Parse, Relation, Sentence, Span
from claimx.relate.words import Words
from claimx.topic import is_listed_below

# what a bullet may name under a lead-in of each relation
_LABELS: dict[Relation, tuple[Label, ...]] = {
    "ASSOCIATED_WITH": ("CONDITION", "POPULATION"),
    "CONTRAINDICATED_IN": ("CONDITION", "POPULATION", "DRUG"),
    "INTERACTS_WITH": ("DRUG", "NUTRIENT"),
    "CAUSES": ("CONDITION",),
    "TREATS": ("CONDITION",),
    "PREVENTS": ("CONDITION",),
    "USED_FOR": ("CONDITION",),
    "PREDISPOSES": ("CONDITION",),
    "IMPROVES": ("FUNCTION",),
    "AFFECTS": ("FUNCTION",),
    "FOUND_IN": ("NUTRIENT",),
}
# words of a sentence that may say it goes on
OPENING = 6
MAX_WORDS = 14
# a bare run of foods: how many there must be, and how much of the text they must cover
MIN_RUN = 5
MIN_COVERED = 0.6
# between a lead-in and the first item that stands on its line
BULLETS = " :-–•*·"


def is_sentence(item: Parse | None) -> bool:
    """Whether a list item says something by itself: "Foods rich in purines can raise uric acid" fills no place."""
    if item is None:
        return False
    roots = [token for token, head in enumerate(item.heads) if head == token]
    subjects = ("nsubj", "nsubj:pass", "csubj", "csubj:pass")
    return any(head in roots and item.deps[token] in subjects and token < head for token, head in enumerate(item.heads))


def lead_claims(composite: Composite, claims: Sequence[Claim]) -> list[Claim]:
    """The claims that reach over from the lead-in into the item: their nutrient or their object stands in the item."""
    start = composite.item.start
    return [
        replace(
            claim,
            resolution="list_head" if min(claim.trigger.start, claim.nutrient.start) < start else claim.resolution,
        )
        for claim in claims
        if claim.nutrient.start >= start or (claim.object is not None and claim.object.start >= start)
    ]


def expand_list(leads: Sequence[Claim], item: Sentence, mentions: Sequence[Mention], words: Words) -> list[Claim]:
    """A claim for each thing a bullet names that the lead-in's claim may take as its object.

    `leads` are the claims of the lead-in, open ones included; `mentions` those of the bullet.
    """
    found: list[Claim] = []
    if len(item.text.split()) > MAX_WORDS:
        return found
    for lead in leads:
        if lead.object is None:
            continue
        if not (_is_general(lead.object, words) or is_listed_below(lead.object, lead.sentence, words)):
            continue
        named = [m for m in mentions if m.label in _LABELS.get(lead.relation, ()) and m.name not in words.empty_classes]
        for mention in named or _whole_item(lead, item, words):
            found.append(
                replace(
                    lead,
                    sentence=item,
                    object=mention,
                    nutrient=replace(lead.nutrient),
                    resolution="list_head",
                    rule_id=lead.rule_id,
                )
            )
    return found


def _is_general(thing: Mention, words: Words) -> bool:
    return not thing.name or thing.surface.lower() in words.generic_objects


def _whole_item(lead: Claim, item: Sentence, words: Words) -> list[Mention]:
    """A bullet that no lexicon knows, taken as a group of people when the lead-in speaks of people."""
    text = item.text.strip(" .;,-–•*")
    first = text.split()[0].lower().rstrip("s") if text else ""
    if lead.relation != "ASSOCIATED_WITH" or first not in words.population_heads:
        return []
    return unknown_item(item, text, label="POPULATION")


def continue_examples(
    before: Sequence[Claim], sentence: Sentence, mentions: Sequence[Mention], words: Words
) -> list[Claim]:
    """Claims of a sentence of examples, each a copy of the claim just made of their class.

    "Some conditions cause vitamin B12 deficiency. Examples include celiac disease." `before` are the claims of the
    sentence before; a medicine among the examples of causes is an interaction.
    """
    opening = " ".join(sentence.text.lower().split()[:OPENING])
    opener = max((item for item in words.example_openers if f"{opening} ".startswith(f"{item} ")), key=len, default="")
    if not before or not opener:
        return []
    lead = before[-1]
    start = sentence.start + len(opener)
    wanted = _LABELS.get(lead.relation, ())
    found: list[Claim] = []
    for mention in mentions:
        relation = lead.relation
        if mention.label == "DRUG" and lead.relation == "ASSOCIATED_WITH":
            relation = "INTERACTS_WITH"
        elif mention.label == "CONDITION" and lead.relation == "INTERACTS_WITH":
            relation = "ASSOCIATED_WITH"
        elif mention.label not in wanted:
            continue
        if mention.start >= start and mention.name not in words.empty_classes:
            nutrient = replace(lead.nutrient, start=mention.start, end=mention.start, surface="")
            found.append(
                replace(
                    lead,
                    sentence=sentence,
                    object=mention,
                    nutrient=nutrient,
                    relation=relation,
                    resolution="ellipsis",
                    trigger=Span(sentence.start, sentence.start + len(opening.split()[0])),
                    trigger_token=0,
                )
            )
    return found


def food_run(sentence: Sentence, mentions: Sequence[Mention], words: Words) -> list[Claim]:
    """FOUND_IN claims of a bare run of foods under its heading: "High-Potassium Foods  apricots avocados bananas"."""
    named = [m for m in mentions if m.label == "NUTRIENT" and m.name not in words.empty_classes]
    nutrients = [m for m in named if m.subtype != "food"]
    foods = [m for m in named if m.subtype == "food"]
    if len(nutrients) != 1 or len(foods) < MIN_RUN or nutrients[0].start > foods[0].start:
        return []
    if sum(food.end - food.start for food in foods) < MIN_COVERED * (sentence.end - foods[0].start):
        return []
    nutrient = nutrients[0]
    between = f" {' '.join(sentence.text[nutrient.end - sentence.start : foods[0].start - sentence.start].split())} "
    if set(between.replace(",", " ").split()) <= words.list_joiners:
        # "eat less fat and meat and more fruit" lists the fat with the foods
        return []
    # "calcium-enriched foods such as" is no heading
    within = any(f" {opener} " in between for opener in words.member_prepositions)
    return [
        Claim(
            sentence,
            nutrient,
            "FOUND_IN",
            food,
            Span(nutrient.start, nutrient.end),
            "found-run",
            resolution="explicit" if within else "list_head",
        )
        for food in foods
    ]


def place_in_list(claim: Claim, text: str) -> Claim:
    """An amount whose nutrient a list item leaves out has it from above; an item on the line of its lead-in from it."""
    sentence = claim.sentence
    if claim.relation == "HAS_DOSE" and sentence.block_type == "list_item" and claim.resolution == "ellipsis":
        claim = replace(claim, resolution="list_head")
    lead = sentence.list_head
    if lead is None or claim.resolution != "list_head" or text[lead.end : sentence.start].strip(BULLETS):
        return claim
    named = claim.nutrient.name.lower() in text[lead.start : lead.end].lower()
    return replace(claim, resolution="explicit") if named else claim
