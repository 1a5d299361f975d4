"""What pages of health services say in ways of their own: advice to the reader, lost dashes, what is due to a lack."""

from __future__ import annotations

import pytest

import claimx
from claim_reading import Row, rows
from claimx.pipeline import Extractor

KIDNEY = "Kidney failure\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{KIDNEY}You should limit sodium because it can raise your blood pressure.",
            [
                ("sodium", "INCREASES", "blood pressure"),
            ],
        ),
        ("Magnesium\n\nYou should avoid coffee.", []),
        (f"{KIDNEY}Avoid milk.", []),
        (
            "People with it have digestive symptomssuch as bloating and gasafter drinking milk.",
            [
                ("milk", "CAUSES", "digestive symptoms"),
                ("milk", "CAUSES", "bloating"),
                ("milk", "CAUSES", "gas"),
            ],
        ),
        (
            "You need carbohydrates for energy; however, too many can cause weight gain.",
            [("excess carbohydrates", "CAUSES", "weight gain")],
        ),
        (
            "Protein matters. You need sodium to control fluid; however, too much can cause high blood pressure.",
            [("sodium", "AFFECTS", "fluid"), ("excess sodium", "CAUSES", "high blood pressure")],
        ),
        (
            "Lentils are rich in iron. Chickpeas and tofu are good sources too.",
            [
                ("iron", "FOUND_IN", "Lentils"),
                ("iron", "FOUND_IN", "Chickpeas"),
                ("iron", "FOUND_IN", "tofu"),
            ],
        ),
        (
            "Iodine is in milk and in foods such as cod and eggs.",
            [
                ("iodine", "FOUND_IN", "milk"),
                ("iodine", "FOUND_IN", "cod"),
                ("iodine", "FOUND_IN", "eggs"),
            ],
        ),
        ("tiredness as a result of not getting enough iron", [("deficiency iron", "CAUSES", "tiredness")]),
        ("Anemia due to a lack of folate is common.", [("deficiency folate", "CAUSES", "Anemia")]),
        ("Anemia due to a lack of care is common.", []),
    ],
)
def test_rows(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


def test_each_food_that_they_stands_for_has_a_row(extractor: Extractor) -> None:
    claims = extractor.extract("Whole-grain breads and peas are a good choice because they are high in fiber.")
    frame = claimx.to_frame(claims)
    found = frame[["nutrient_name", "relation", "object", "object_name"]].to_numpy().tolist()
    assert sorted(found) == [
        ["dietary fiber", "FOUND_IN", "they", "peas"],
        ["dietary fiber", "FOUND_IN", "they", "whole-grain bread"],
    ]
    assert frame["claim_id"].is_unique
