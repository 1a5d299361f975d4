"""Whole sentences in the way pages about an illness put them: what it is, what it comes of and what is told of it."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Wilson disease is an inherited disorder in which the body cannot get rid of the mineral copper.",
            [("excess copper", "ASSOCIATED_WITH", "Wilson disease")],
            id="a class before a name",
        ),
        pytest.param(
            "Antioxidant vitamins may protect the eyes.",
            [("antioxidant vitamins", "IMPROVES", "eyes")],
            id="a class that is the name",
        ),
        pytest.param(
            "The patients had hypercalcemia (increased calcium levels in the blood).",
            [("excess calcium", "CAUSES", "hypercalcemia")],
            id="told in a bracket",
        ),
        pytest.param(
            "A shortage of potassium (hypokalemia) is common.",
            [("deficiency potassium", "CAUSES", "hypokalemia")],
            id="named in a bracket",
        ),
        pytest.param(
            "The features are ataxia, dementia (high levels of lactic acid) and weakness.", [], id="a bracket in a list"
        ),
        pytest.param(
            "Unhealthy habits can cause gout, including a high salt intake and drinking too much alcohol.",
            [("excess alcohol", "CAUSES", "gout"), ("excess salt", "CAUSES", "gout")],
            id="acts among examples",
        ),
        pytest.param(
            "Several things can lead to constipation, including not drinking enough water.",
            [("deficiency water", "CAUSES", "constipation")],
            id="an act as the only example",
        ),
        pytest.param(
            "A faulty protein may lead to the buildup of copper that is characteristic of Wilson disease.",
            [("excess copper", "ASSOCIATED_WITH", "Wilson disease")],
            id="typical of it",
        ),
        pytest.param(
            "Heartburn can be caused or made worse by coffee.",
            [("coffee", "CAUSES", "Heartburn"), ("coffee", "WORSENS", "Heartburn")],
            id="a doer behind the last verb",
        ),
        pytest.param(
            "Alcohol also adds extra calories, which may cause weight gain.",
            [("alcohol", "CAUSES", "weight gain")],
            id="calories stand for what has them",
        ),
        pytest.param(
            "Treatment of kidney stones may include salt restriction.",
            [("deficiency salt", "USED_FOR", "kidney stones")],
            id="restriction",
        ),
        pytest.param(
            "Salt can increase the excretion of calcium into the urine.",
            [("salt", "INTERACTS_WITH", "calcium")],
            id="another is lost",
        ),
        pytest.param(
            "Water and worms\n\nWash fruit in clean water. The infection is treated by taking tablets that kill worms.",
            [],
            id="no food is in tablets",
        ),
        pytest.param(
            "Iron overload\n\nDeferiprone removes iron from the body. It is a tablet. Side effects include nausea.",
            [("iron", "INTERACTS_WITH", "Deferiprone")],
            id="side effects of a medicine",
        ),
        pytest.param(
            "Iron in brief\n\nIron is given as tablets. They are taken once a day. Side effects include nausea.",
            [("iron", "CAUSES", "nausea")],
            id="side effects of the nutrient",
        ),
        pytest.param(
            "Eating more fruit does not affect the risk of gout.",
            [("fruits", "not AFFECTS", "gout")],
            id="no effect on a risk",
        ),
        pytest.param(
            "People with lactose intolerance are more likely to tolerate hard cheeses than milk.",
            [("hard cheese", "SAFE_FOR", "lactose intolerance")],
            id="who tolerates it",
        ),
        pytest.param(
            "A lack of zinc leads to a reduced ability to fight infections.",
            [("deficiency zinc", "DECREASES", "reduced ability")],
            id="an ability that is lost",
        ),
        pytest.param(
            "Some people prone to constipation eat food with little or no fiber.", [], id="little or no is none"
        ),
    ],
)
def test_health_topics(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected
