"""Clauses that tell what a nutrient does in another order or by way of something else, each beside a plain twin."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "It was the fiber that lowered cholesterol.",
            [("dietary fiber", "DECREASES", "cholesterol")],
            id="one word stressed",
        ),
        pytest.param(
            "It was not the fiber that lowered cholesterol.",
            [("dietary fiber", "not DECREASES", "cholesterol")],
            id="one word stressed and denied",
        ),
        pytest.param("It is the only mineral that lowers cholesterol.", [], id="what something is"),
        pytest.param(
            "What zinc does is support immune function.",
            [("zinc", "IMPROVES", "immune function")],
            id="act summed up",
        ),
        pytest.param(
            "What zinc won't do is support immune function.",
            [("zinc", "not IMPROVES", "immune function")],
            id="act summed up and denied",
        ),
        pytest.param("What we do is support immune function.", [], id="act of nobody's food"),
        pytest.param("How zinc might support immune function:", [], id="act announced"),
        pytest.param(
            "Zinc does more than support immune function.",
            [("zinc", "IMPROVES", "immune function")],
            id="that and more",
        ),
    ],
)
def test_clauses_in_another_order(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Psyllium forms a gel that slows digestion.",
            [("psyllium", "DECREASES", "digestion")],
            id="what it turns into acts for it",
        ),
        pytest.param("Doctors use a gel that slows digestion.", [], id="gel of something else"),
        pytest.param(
            "Chlorella is touted as a cleanser that lowers cholesterol.",
            [("chlorella", "DECREASES", "cholesterol")],
            id="what it passes for acts for it",
        ),
        pytest.param("Rest is touted as a cure that lowers cholesterol.", [], id="what rest passes for"),
        pytest.param(
            "Collagen gives skin its bounce and tendons their strength.",
            [("collagen", "IMPROVES", "skin"), ("collagen", "IMPROVES", "tendons")],
            id="second half of what is given",
        ),
        pytest.param(
            "Calcium flows in so that muscles can contract.", [("calcium", "AFFECTS", "muscles")], id="what it enables"
        ),
        pytest.param("Calcium flows in although muscles can contract.", [], id="what it does not enable"),
        pytest.param(
            "Vitamin C helps the gut soak up iron.",
            [("vitamin C", "INTERACTS_WITH", "iron")],
            id="nothing of the part that takes it in",
        ),
        pytest.param(
            "Vitamin A helps the eyes adjust to the dark.", [("vitamin A", "IMPROVES", "eyes")], id="the part that acts"
        ),
        pytest.param(
            "Copper works with iron to form red blood cells.",
            [
                ("copper", "INTERACTS_WITH", "iron"),
                ("copper", "AFFECTS", "red blood cells"),
                ("iron", "AFFECTS", "red blood cells"),
            ],
            id="two that work together",
        ),
        pytest.param("Cinnamon makes insulin rise less.", [("cinnamon", "DECREASES", "insulin")], id="less of a rise"),
        pytest.param("Cinnamon makes insulin rise.", [("cinnamon", "INCREASES", "insulin")], id="a rise"),
        pytest.param("Zinc did not lower LDL.", [("zinc", "not DECREASES", "LDL")], id="no lower zinc"),
    ],
)
def test_what_acts_by_way_of_something_else(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected
