"""What stands beside a line decides how it is read: a label that calls it false, a name and a colon, a lead-in."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Myth 1: Zinc cures colds.", [("zinc", "not TREATS", "colds")]),
        ("Fiction: zinc cures colds.", [("zinc", "not TREATS", "colds")]),
        ("Fact: Zinc eases colds.", [("zinc", "TREATS", "colds")]),
        ("Myth: Zinc does not ease colds.", [("zinc", "TREATS", "colds")]),
        ("Zinc cures colds: FALSE", [("zinc", "not TREATS", "colds")]),
        (
            "Coconut oil: is it hype?\n\nCoconut oil is a fat.\nGood for your heart: FALSE\nFights bad breath: MAYBE",
            [("coconut oil", "not IMPROVES", "heart"), ("coconut oil", "TREATS", "bad breath")],
        ),
    ],
)
def test_label_says_whether_it_is_so(extractor: Extractor, text: str, found: list[Row]) -> None:
    assert rows(extractor, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Vitamin B2 contributes to...\n\n- normal vision\n- the maintenance of normal skin\n"
            "- the protection of cells from oxidative stress\n- the reduction of fatigue",
            [
                ("riboflavin", "IMPROVES", "vision"),
                ("riboflavin", "PREVENTS", "oxidative stress"),
                ("riboflavin", "IMPROVES", "skin"),
                ("riboflavin", "TREATS", "fatigue"),
            ],
        ),
        ("I love ginger…\n\n- It is hot\n- It eases nausea", [("ginger", "TREATS", "nausea")]),
    ],
)
def test_lead_in_that_trails_off_goes_on_in_its_list(extractor: Extractor, text: str, found: list[Row]) -> None:
    assert rows(extractor, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("My stack\n\n- Zinc: fewer colds", [("zinc", "PREVENTS", "colds")]),
        ("My stack\n\n- Zinc: for my acne", [("zinc", "USED_FOR", "acne")]),
        ("My stack\n\n- Zinc: for my sister", []),
    ],
)
def test_phrase_behind_a_name_and_a_colon(extractor: Extractor, text: str, found: list[Row]) -> None:
    assert rows(extractor, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Zinc\n\nSigns you may be short include hair loss and acne.",
            [("deficiency zinc", "CAUSES", "hair loss"), ("deficiency zinc", "CAUSES", "acne")],
        ),
        ("Zinc\n\nSigns that you are running low include acne.", [("deficiency zinc", "CAUSES", "acne")]),
        ("Zinc\n\nSigns you may be loved include hair loss.", []),
    ],
)
def test_signs_of_a_shortage_of_what_is_not_named(extractor: Extractor, text: str, found: list[Row]) -> None:
    assert rows(extractor, text) == found


def test_pronoun_is_what_another_nutrient_binds(extractor: Extractor) -> None:
    found = [
        (c.nutrient.name, c.relation, c.object.name)
        for c in extractor.extract("Zinc\n\nZinc is a metal. Phytates lock it up.")
        if c.object is not None
    ]
    assert found == [("phytic acid", "INTERACTS_WITH", "zinc")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Minerals\n\nPhosphorus\nNeeded for bones.\nRed meat, dairy, fish, oats.",
            [
                ("phosphorus", "AFFECTS", "bones"),
                ("phosphorus", "FOUND_IN", "Red meat"),
                ("phosphorus", "FOUND_IN", "dairy"),
                ("phosphorus", "FOUND_IN", "fish"),
                ("phosphorus", "FOUND_IN", "oats"),
            ],
        ),
        ("Minerals\n\nShopping\nEat well.\nRed meat, dairy, fish, oats.", []),
    ],
)
def test_foods_alone_below_the_name_of_a_nutrient(extractor: Extractor, text: str, found: list[Row]) -> None:
    assert rows(extractor, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Bacopa\n\nBacopa is an herb.\n\nWho should skip it\n\nAnyone with a slow heart rate or on lithium.",
            [("bacopa", "CONTRAINDICATED_IN", "slow heart rate"), ("bacopa", "CONTRAINDICATED_IN", "lithium")],
        ),
        (
            "Ginkgo\n\nWhen should it be avoided?\n\nNot in pregnancy.",
            [("ginkgo biloba", "CONTRAINDICATED_IN", "pregnancy")],
        ),
        (
            "3 whispers that you're low on zinc\n\nYour body rarely shouts.\n\n1. Hair loss.\n2. A rash.\n3. Acne.",
            [
                ("deficiency zinc", "CAUSES", "Hair loss"),
                ("deficiency zinc", "CAUSES", "rash"),
                ("deficiency zinc", "CAUSES", "Acne"),
            ],
        ),
        ("3 songs that you love\n\nYour body rarely shouts.\n\n1. Hair loss.\n2. A rash.\n3. Zinc.", []),
    ],
)
def test_heading_or_title_announces_what_stands_below(extractor: Extractor, text: str, found: list[Row]) -> None:
    assert rows(extractor, text) == found
