"""Claims as the tests of whole sentences compare them."""

from __future__ import annotations

from collections.abc import Iterable

from claimx.pipeline import Extractor
from claimx.records import Claim

Row = tuple[str, str, str]


def rows(extractor: Extractor, text: str) -> list[Row]:
    """(nutrient, relation, object as written), in text order; a state other than intake stands before the nutrient."""
    found = sorted(
        extractor.extract(text), key=lambda c: (c.trigger.start, c.nutrient.name, c.object.start if c.object else 0)
    )
    return [
        (
            c.nutrient.name if c.nutrient_state == "intake" else f"{c.nutrient_state} {c.nutrient.name}",
            c.relation if c.polarity == "affirmed" else f"not {c.relation}",
            c.object.surface if c.object else "",
        )
        for c in found
    ]


def stated(claims: Iterable[Claim]) -> list[tuple[str, str, str, str]]:
    """(nutrient, relation, object as written, state), in the order of the claims."""
    return [
        (claim.nutrient.name, claim.relation, claim.object.surface if claim.object else "", claim.nutrient_state)
        for claim in claims
    ]
