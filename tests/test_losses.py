"""What an illness or a treatment takes from the body, what the body cannot take up or shed, and drink that harms."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Drinking during pregnancy can harm your baby.",
            [("alcohol", "WORSENS", "baby")],
            id="the act said for the drink",
        ),
        pytest.param(
            "Heavy drinking raises the risk of pancreatitis.",
            [("excess alcohol", "PREDISPOSES", "pancreatitis")],
            id="much of it",
        ),
        pytest.param(
            "Drinking enough water helps the kidneys.", [("water", "IMPROVES", "kidneys")], id="another drink"
        ),
        pytest.param(
            "Tropical sprue damages the gut. Over time, this can interfere with the absorption of folate.",
            [("deficiency folate", "ASSOCIATED_WITH", "this")],
            id="an illness taken up by a pronoun",
        ),
        pytest.param(
            "Gastritis harms the stomach. It is often associated with impaired absorption of iron.",
            [("deficiency iron", "ASSOCIATED_WITH", "It")],
            id="what is badly taken up",
        ),
        pytest.param(
            "Cramps result from losing too much magnesium in the urine.",
            [("deficiency magnesium", "CAUSES", "Cramps")],
            id="too much of it lost is too little",
        ),
        pytest.param(
            "Bone pain can occur due to excess loss of phosphate.",
            [("deficiency phosphorus", "CAUSES", "Bone pain")],
            id="a loss as the cause",
        ),
        pytest.param(
            "Dialysis does not remove phosphorus well.",
            [("deficiency phosphorus", "not ASSOCIATED_WITH", "Dialysis")],
            id="what is not taken out",
        ),
        pytest.param(
            "Magnesium helps your heart, nerves, and muscles work.",
            [
                ("magnesium", "IMPROVES", "heart"),
                ("magnesium", "IMPROVES", "nerves"),
                ("magnesium", "IMPROVES", "muscles"),
            ],
            id="the last of those helped",
        ),
        pytest.param(
            "Too much sodium can make your feet swell.",
            [("excess sodium", "CAUSES", "feet swell")],
            id="a part that swells is a symptom",
        ),
        pytest.param(
            "Large amounts of calcium are lost in the urine, which can cause weak bones.",
            [("deficiency calcium", "CAUSES", "weak bones")],
            id="much of it lost is too little",
        ),
        pytest.param(
            "Swelling happens when the kidneys cannot get rid of salt.",
            [("excess salt", "CAUSES", "Swelling")],
            id="what is not got rid of",
        ),
        pytest.param(
            "Dehydration occurs if the body loses more water than it takes in.",
            [("deficiency water", "CAUSES", "Dehydration")],
            id="more of it lost than taken",
        ),
        pytest.param(
            "The inability to absorb iron leads to anemia.",
            [("deficiency iron", "CAUSES", "anemia")],
            id="what cannot be taken up",
        ),
        pytest.param("The inability to walk leads to anemia.", [], id="what cannot be done"),
        pytest.param("Low iron intake is a cause of low iron levels.", [], id="no shortage comes of itself"),
        pytest.param("Too much caffeine is dangerous.", [("excess caffeine", "not SAFE_FOR", "")], id="harm to all"),
    ],
)
def test_losses_and_harms(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected
