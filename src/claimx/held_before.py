"""What was named last, which "these", "this fat" and "the latter" take up where "they" goes on with the subject.

"Walnuts are rich in polyphenols. These calm" speaks of the polyphenols, "they calm" of the walnuts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimx.antecedents import pair_before
from claimx.pronoun_kinds import HERB, PLANT, is_kind, kind_of
from claimx.records import Claim, Mention
from claimx.sentence_subjects import main_subject
from claimx.topic import Context, goes_on_from_before


def hold(claims: Sequence[Claim], context: Context) -> dict[int, list[Claim]]:
    """The claims that tell of a food what it holds, the food named first, by the place of their sentence."""
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        food = claim.object
        told = claim.relation == "FOUND_IN" and food is not None and food.start < claim.nutrient.start
        if told and claim.nutrient.name and claim.nutrient.subtype != "food":
            found.setdefault(context.place(claim.sentence), []).append(claim)
    return found


def held_before(
    claim: Claim, context: Context, *, number: int, held: Mapping[int, Sequence[Claim]]
) -> tuple[Mention, ...]:
    """The nutrients that a food right before was said to hold, where a demonstrative points at them."""
    words, surface = context.words, claim.nutrient.surface.lower()
    parts = surface.split()
    pointing = words.singular_pointers | words.plural_pointers
    if not parts or parts[0] not in pointing or parts[-1].removesuffix("s") in words.effect_nouns:
        return ()
    kind = kind_of(surface, words)
    if kind in (HERB, PLANT) or kind in words.eaten_kinds:
        return ()
    told = [item for item in held.get(number, ()) if item.nutrient.end <= claim.nutrient.start]
    if not told and goes_on_from_before(context, number):
        told = list(held.get(number - 1, ()))
    named = list({item.nutrient.name: item.nutrient for item in told}.values())
    of_kind = [item for item in named if not kind or is_kind(item, kind, words=words)]
    if kind in words.loose_kinds or (len(parts) > 1 and not kind):
        of_kind = named
    fitting = of_kind or (named if len(named) == 1 and kind in words.broad_kinds else [])
    return tuple(fitting) if len(fitting) == 1 or parts[0] in words.plural_pointers else ()


def one_of_two(claim: Claim, context: Context, *, number: int) -> Mention | None:
    """The first or the second of two that were named: "the former", "the latter"."""
    words, surface = context.words, claim.nutrient.surface.lower().split()
    if not surface or surface[-1] not in words.former_words | words.latter_words:
        return None
    two = pair_before(context, number, before=claim.nutrient.start)
    return two[surface[-1] in words.latter_words] if len(two) > 1 else None


def gone_on(claim: Claim, context: Context, *, number: int, told: Mapping[int, Sequence[Claim]]) -> Mention | None:
    """What the pronoun right before stood for, where this one goes on with it: "those help. They also"."""
    words, surface = context.words, claim.nutrient.surface.lower()
    before = number - 1
    if surface not in words.plural_pronouns or not goes_on_from_before(context, number):
        return None
    pronouns = [item for item in told.get(before, ()) if item.resolution == "pronoun" and item.nutrient.surface]
    last = max(pronouns, key=lambda item: item.nutrient.start, default=None)
    subject = main_subject(context, before)
    if last is None or subject is None or subject.kind == "other":
        return None
    same = last.nutrient.surface.lower().split()[0] in words.plural_pointers
    several = {item.nutrient.name for item in pronouns if item.nutrient.start == last.nutrient.start}
    return last.nutrient if same and len(several) == 1 else None
