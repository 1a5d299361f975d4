"""Too much or too little of a nutrient in the blood or an organ: what it comes of, and what comes of it."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "High levels of blood calcium can harm the kidneys and lead to confusion.",
            [("excess calcium", "WORSENS", "kidneys"), ("excess calcium", "CAUSES", "confusion")],
            id="of the blood",
        ),
        pytest.param(
            "Sarcoidosis has been linked to high blood calcium levels.",
            [("excess calcium", "ASSOCIATED_WITH", "Sarcoidosis")],
            id="levels that an illness goes with",
        ),
        pytest.param("Sarcoidosis causes high blood calcium.", [], id="an illness of its own"),
        pytest.param(
            "A major consequence of bulimia is a low potassium level.",
            [("deficiency potassium", "ASSOCIATED_WITH", "bulimia")],
            id="a consequence",
        ),
        pytest.param(
            "Low iron levels are usually due to bleeding, celiac disease or pregnancy.",
            [
                ("deficiency iron", "ASSOCIATED_WITH", "bleeding"),
                ("deficiency iron", "ASSOCIATED_WITH", "celiac disease"),
            ],
            id="what it is due to",
        ),
        pytest.param(
            "Bleeding during surgery is another cause of low iron levels in men.",
            [("deficiency iron", "ASSOCIATED_WITH", "Bleeding")],
            id="a cause is no name",
        ),
        pytest.param(
            "Some people with thalassemia get a build-up of iron.",
            [("excess iron", "ASSOCIATED_WITH", "thalassemia")],
            id="a build-up",
        ),
        pytest.param(
            "Fahr disease is a condition characterized by abnormal deposits of calcium in the brain.",
            [("excess calcium", "ASSOCIATED_WITH", "Fahr disease")],
            id="deposits",
        ),
        pytest.param(
            "High levels of phosphorus cause lower levels of calcium in the blood.",
            [("phosphorus", "DECREASES", "calcium")],
            id="less of another",
        ),
        pytest.param(
            "The anemia is caused by a faulty gene and not by a lack of iron.",
            [("deficiency iron", "not CAUSES", "anemia")],
            id="set against another cause",
        ),
        pytest.param(
            "Heavy drinking can lead to liver disease.",
            [("excess alcohol", "CAUSES", "liver disease")],
            id="too much alcohol",
        ),
        pytest.param(
            "Kudzu may reduce heavy drinking.", [("kudzu", "TREATS", "heavy drinking")], id="an illness that is eased"
        ),
        pytest.param(
            "Common substances, such as caffeine and chocolate, can trigger migraine attacks.",
            [("caffeine", "CAUSES", "migraine attacks"), ("chocolate", "CAUSES", "migraine attacks")],
            id="examples of what has no name",
        ),
    ],
)
def test_amounts_in_the_body(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected
