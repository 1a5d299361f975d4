"""What somebody needs something for, what it helps to do, and what became of one who took it."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Your body needs zinc to make proteins and DNA, and to keep your skin healthy.",
            [("zinc", "AFFECTS", "proteins"), ("zinc", "AFFECTS", "DNA"), ("zinc", "IMPROVES", "skin")],
            id="a second purpose",
        ),
        pytest.param(
            "Eggs are rich in choline, a nutrient the brain and nerves need.",
            [("choline", "FOUND_IN", "Eggs"), ("choline", "AFFECTS", "brain"), ("choline", "AFFECTS", "nerves")],
            id="a clause without a pronoun",
        ),
        pytest.param(
            "Tyrosine is an amino acid the body uses to make dopamine.",
            [("tyrosine", "AFFECTS", "dopamine")],
            id="what it is, told so",
        ),
        pytest.param(
            "Calcium helps your muscles move and your blood clot.",
            [("calcium", "IMPROVES", "muscles"), ("calcium", "IMPROVES", "blood clot")],
            id="a second part that it helps",
        ),
        pytest.param(
            "Magnesium helps your muscles relax and your nerves send signals.",
            [("magnesium", "IMPROVES", "muscles"), ("magnesium", "IMPROVES", "nerves")],
            id="a second act that it helps",
        ),
        pytest.param(
            "Smokers should not take vitamin A pills, since they raise the risk of lung cancer.",
            [("vitamin A", "CONTRAINDICATED_IN", "Smokers"), ("vitamin A", "PREDISPOSES", "lung cancer")],
            id="the many that it is taken as",
        ),
        pytest.param(
            "Pectin binds cholesterol in the gut and carries it out of the body.",
            [("pectin", "DECREASES", "it")],
            id="what the verb before is done to",
        ),
        pytest.param(
            "People with low vitamin D score worse on memory tests.",
            [("deficiency vitamin D", "ASSOCIATED_WITH", "memory")],
            id="how somebody does in a test",
        ),
        pytest.param(
            "No link with dementia was found for red meat.",
            [("red meat", "not ASSOCIATED_WITH", "dementia")],
            id="a link found for something",
        ),
        pytest.param(
            "Do not worry if your stools turn black after taking iron.", [("iron", "CAUSES", "stools")], id="a colour"
        ),
        pytest.param(
            "Vitamin D reduced autoimmune disease by 22 percent.",
            [("vitamin D", "PREVENTS", "autoimmune disease")],
            id="a share of a disease",
        ),
    ],
)
def test_what_it_does_is_read_in_every_part(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "I switched to turmeric and my knees feel much better.", [("turmeric", "IMPROVES", "knees")], id="better"
        ),
        pytest.param(
            "I added flaxseed to my porridge and I am no longer constipated.",
            [("flaxseed", "TREATS", "constipated")],
            id="no longer ill",
        ),
        pytest.param(
            "I took niacin and have had hot flushes ever since.", [("niacin", "CAUSES", "hot flushes")], id="ill since"
        ),
        pytest.param("My sister switched to turmeric and our knees feel much better.", [], id="of somebody else"),
    ],
)
def test_what_became_of_a_taker_comes_of_what_was_taken(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Cinnamon is a popular remedy for diabetes, but there is little evidence that it works.",
            [("cinnamon", "USED_FOR", "diabetes"), ("cinnamon", "TREATS", "diabetes")],
            id="little evidence",
        ),
        pytest.param(
            "Some people take echinacea for colds, although studies have not shown that it helps.",
            [("echinacea", "USED_FOR", "colds"), ("echinacea", "not TREATS", "colds")],
            id="not shown",
        ),
        pytest.param("Cinnamon is sold in shops, but there is little evidence that it works.", [], id="of nothing"),
    ],
)
def test_whether_it_works_is_said_beside_what_it_is_taken_for(
    extractor: Extractor, text: str, expected: list[Row]
) -> None:
    assert rows(extractor, text) == expected


def test_pronoun_in_a_lead_in_above_an_item(extractor: Extractor) -> None:
    text = "Stress makes the liver store fat.\n\nThings that can make it worse include:\n- smoking or heavy alcohol use"
    assert rows(extractor, text) == [("excess alcohol", "WORSENS", "it")]
