"""What was said before in other words is no row of its own, and no nutrient brings about its own shortage."""

from __future__ import annotations

import pytest

from claimx.pipeline import Extractor


def read(extractor: Extractor, text: str) -> list[tuple[str, str, str, str]]:
    return sorted(
        (claim.nutrient.name, claim.relation, claim.object.surface if claim.object else "", claim.polarity)
        for claim in extractor.extract(text)
    )


DOSE = ("sodium", "HAS_DOSE", "", "affirmed")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Adults need less than 2,300 mg of sodium a day. That equals a teaspoon of table salt a day.", [DOSE]),
        (
            "Adults need less than 2,300 mg of sodium a day. Children need 5 mg of zinc a day.",
            [DOSE, ("zinc", "HAS_DOSE", "", "affirmed")],
        ),
        ("Iron is a mineral. This leads to iron deficiency.", []),
        ("Iron is a mineral. It leads to constipation.", [("iron", "CAUSES", "constipation", "affirmed")]),
        # a denial behind a subject that names a shortage is the verb's own
        ("A low zinc intake did not cause acne.", [("zinc", "CAUSES", "acne", "negated")]),
        ("A low zinc intake causes acne.", [("zinc", "CAUSES", "acne", "affirmed")]),
        ("Adequate zinc did not improve memory.", [("zinc", "IMPROVES", "memory", "negated")]),
        ("The main cause of goiter is not eating enough iodine.", [("iodine", "CAUSES", "goiter", "affirmed")]),
        # short forms of "not"
        ("Vitamin C won't cure colds.", [("vitamin C", "TREATS", "colds", "negated")]),
        ("Vitamin C can’t cure colds.", [("vitamin C", "TREATS", "colds", "negated")]),
        ("Vitamin C will cure colds.", [("vitamin C", "TREATS", "colds", "affirmed")]),
        # reduced nouns behind "is", and what has a subject of its own
        ("A benefit of oats is reduced inflammation.", [("oats", "DECREASES", "inflammation", "affirmed")]),
        ("Turmeric does wonders for memory in older adults.", [("turmeric", "IMPROVES", "memory", "affirmed")]),
        ("Turmeric does nothing for memory in older adults.", [("turmeric", "IMPROVES", "memory", "negated")]),
    ],
)
def test_rows(extractor: Extractor, text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert read(extractor, text) == expected
