"""What is eaten as it is, and the kinds of nutrients that the body needs, by the subtype of a mention."""

from __future__ import annotations

from dataclasses import replace

from claimx.records import Mention
from claimx.relate.words import Words

EATEN = ("food", "botanical", "prebiotic")
NEEDED = ("vitamin", "mineral", "fatty_acid", "amino_acid")


def is_eaten(mention: Mention, words: Words) -> bool:
    """A food, what is also one beside foods ("garlic, oat bran"), or a product with nutrients ("multivitamins")."""
    return mention.subtype in EATEN or mention.name in words.products


def as_food(mention: Mention, words: Words) -> Mention:
    """Liver and kidney in a list of foods."""
    if mention.label != "FUNCTION" or mention.surface.lower() not in words.organ_foods:
        return mention
    return replace(mention, label="NUTRIENT", name=mention.surface.lower(), id="", subtype="food")
