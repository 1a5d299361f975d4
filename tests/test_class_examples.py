"""What is said of a class, of the examples that the next sentence or list gives of it."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Certain foods can trigger gout. These include red meat, beer, and shellfish.",
            [("beer", "CAUSES", "gout"), ("red meat", "CAUSES", "gout"), ("shellfish", "CAUSES", "gout")],
            id="an empty class",
        ),
        pytest.param(
            "Gout\n\nSome supplements may help with gout.\nThese can include:\n"
            "acupuncture\nsupplements such as zinc and iron\n",
            [
                ("dietary supplements", "TREATS", "gout"),
                ("iron", "TREATS", "gout"),
                ("zinc", "TREATS", "gout"),
            ],
            id="a list without bullets",
        ),
        pytest.param(
            "Some foods contain zinc. Examples are oysters, which taste of the sea, and beef.",
            [("zinc", "FOUND_IN", "oysters")],
            id="what a class of foods holds",
        ),
        pytest.param(
            "# Gut\n\nEating foods high in fiber can ease gout. Try eating more of the following:\n\n"
            "- Fruit. Apples, pears, and figs.\n- Oats\n",
            [
                ("dietary fiber", "FOUND_IN", "Fruit"),
                ("dietary fiber", "FOUND_IN", "Apples"),
                ("dietary fiber", "FOUND_IN", "pears"),
                ("dietary fiber", "FOUND_IN", "figs"),
                ("dietary fiber", "FOUND_IN", "Oats"),
                ("dietary fiber", "TREATS", "gout"),
            ],
            id="a list of what to take",
        ),
        pytest.param(
            "Supplements can ease gout. For example, zinc calms the skin.",
            [("dietary supplements", "TREATS", "gout"), ("zinc", "IMPROVES", "skin")],
            id="an example that says something else",
        ),
        pytest.param("Beer can trigger gout. These include red meat.", [("beer", "CAUSES", "gout")], id="no class"),
    ],
)
def test_claim_of_a_class_is_made_of_its_examples(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


def test_example_has_the_hedge_of_its_class(extractor: Extractor) -> None:
    claims = extractor.extract("Some foods do not seem to trigger gout. These include eggs.")
    assert [(c.nutrient.name, c.polarity, c.resolution) for c in claims] == [("eggs", "negated", "class")]


@pytest.mark.parametrize("lead", ["These can trigger migraine:", "These can trigger migraine."])
def test_lead_in_calls_its_items_these(extractor: Extractor, lead: str) -> None:
    text = f"Migraine\n\nIt hurts.\n\n{lead}\n- Red wine\n- Chocolate\n"
    assert rows(extractor, text) == [("chocolate", "CAUSES", "migraine"), ("red wine", "CAUSES", "migraine")]
