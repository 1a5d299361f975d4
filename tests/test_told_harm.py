"""Food and drink that bring an illness on, in the ways that pages for the ill tell of them."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Gout\n\nRest if you can. Avoid triggers such as beer, stress and red meat.",
            [("beer", "CAUSES", "Gout"), ("red meat", "CAUSES", "Gout")],
            id="triggers to avoid",
        ),
        pytest.param(
            "Avoid things that trigger migraines – for example, stress, eating cheese or not drinking enough water.",
            [("cheese", "CAUSES", "migraines"), ("deficiency water", "CAUSES", "migraines")],
            id="acts that are examples behind a dash",
        ),
        pytest.param(
            "Avoid foods that trigger migraines, which may include cheese and chocolate.",
            [("cheese", "CAUSES", "migraines"), ("chocolate", "CAUSES", "migraines")],
            id="what a clause behind says they include",
        ),
        pytest.param(
            "You are more likely to get headaches if you work too much, don't sleep, miss meals, or use alcohol.",
            [("alcohol", "PREDISPOSES", "headaches")],
            id="the last of several conditions",
        ),
        pytest.param(
            "Breast cancer is common. Other risks include being overweight, drinking alcohol or having no child.",
            [("alcohol", "PREDISPOSES", "Breast cancer")],
            id="other risks of what was spoken of",
        ),
        pytest.param("Problems can occur when potassium levels are too high.", [], id="problems of no name"),
        pytest.param("The milk causes the formation of a compound.", [], id="what forms is no illness"),
        pytest.param(
            "Heavy drinking can kill nerve cells.", [("excess alcohol", "WORSENS", "nerve cells")], id="cells killed"
        ),
        pytest.param(
            "Honey can contain bacteria that cause infant botulism.",
            [("honey", "CAUSES", "infant botulism")],
            id="germs in a food",
        ),
        pytest.param(
            "Raw eggs contain bacteria that cause foodborne illness.", [], id="germs of which no illness is named"
        ),
        pytest.param(
            "Cysticercosis is not spread by eating undercooked meat.",
            [("undercooked meat", "not CAUSES", "Cysticercosis")],
            id="what an illness does not come by",
        ),
        pytest.param(
            "Other causes of gout include obesity, drinking too much beer, and eating too much meat.",
            [("excess beer", "CAUSES", "gout"), ("excess meat", "CAUSES", "gout")],
            id="acts among causes",
        ),
        pytest.param(
            "Some medicines, drinking too much beer and taking drugs can cause gout.",
            [("excess beer", "CAUSES", "gout")],
            id="acts among what causes",
        ),
        pytest.param(
            "Foods high in salt and sugar can worsen other gout risk factors.",
            [("excess salt", "WORSENS", "gout"), ("excess sugar", "WORSENS", "gout")],
            id="other things that raise the risk",
        ),
        pytest.param(
            "Gout is rare, but drinking beer or having diabetes can increase your risk.",
            [("beer", "PREDISPOSES", "risk")],
            id="what raises the risk too is not the illness",
        ),
        pytest.param(
            "Damaged kidneys allow phosphorus to build up in the blood.",
            [("excess phosphorus", "ASSOCIATED_WITH", "Damaged kidneys")],
            id="what an organ lets build up",
        ),
        pytest.param(
            "Exertion and alcohol use may increase the severity of headaches.",
            [("alcohol", "WORSENS", "headaches")],
            id="how bad it is",
        ),
        pytest.param(
            "Heart disease caused by iron overload is the main cause of death.",
            [("excess iron", "CAUSES", "Heart disease")],
            id="an illness by its name is no class",
        ),
        pytest.param(
            "Gout is often caused by alcohol, and eating spicy foods.",
            [("alcohol", "CAUSES", "Gout"), ("spicy foods", "CAUSES", "Gout")],
            id="acts among what sets it off",
        ),
        pytest.param(
            "Children can choke on nuts and coins.", [("nuts", "CAUSES", "choke")], id="what children choke on"
        ),
        pytest.param(
            "Steatorrhea is a condition in which the body cannot absorb fat.",
            [("deficiency fat", "ASSOCIATED_WITH", "Steatorrhea")],
            id="an illness that keeps the body from taking it in",
        ),
        pytest.param(
            "Butter, sodium (salt), and sugar can worsen gout.",
            [("butter", "WORSENS", "gout"), ("sodium", "WORSENS", "gout"), ("sugar", "WORSENS", "gout")],
            id="a second name in a bracket",
        ),
        pytest.param(
            "Gout is more common in populations that eat red meat.",
            [("red meat", "ASSOCIATED_WITH", "Gout")],
            id="what a population eats",
        ),
        pytest.param("Walks can worsen other gout risk factors.", [], id="no food or drink"),
    ],
)
def test_what_brings_it_on(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


def test_risk_is_of_the_illness_spoken_of_before(extractor: Extractor) -> None:
    found = extractor.extract("Gout is rare, but drinking beer or having diabetes can increase your risk.")
    assert [claim.object.name for claim in found if claim.object] == ["gout"]
