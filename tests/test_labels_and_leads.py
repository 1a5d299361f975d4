"""What stands before a line decides how it is read: a name and a colon, a lead-in, a heading or the title."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor


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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Bacopa\n\nBacopa is an herb.\n\nWho should skip it\n\nAnyone with a slow heart rate or on lithium.",
            [("bacopa", "CONTRAINDICATED_IN", "slow heart rate"), ("bacopa", "CONTRAINDICATED_IN", "lithium")],
        ),
        (
            "Ginkgo\n\nWhen should it be avoided?\n\nNot in pregnancy.",
            [("ginkgo", "CONTRAINDICATED_IN", "pregnancy")],
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


def test_lead_in_that_forbids_denies_nothing(extractor: Extractor) -> None:
    text = "Magnesium\n\nMagnesium is a mineral.\n\nDo not take with: antibiotics, diuretics.\n"
    assert rows(extractor, text) == [
        ("magnesium", "INTERACTS_WITH", "antibiotics"),
        ("magnesium", "INTERACTS_WITH", "diuretics"),
    ]
