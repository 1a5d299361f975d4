"""Sentences as leaflets of hospitals and institutes have them: diets, lists of acts, what a medicine removes."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "By developing healthy eating habits, you can help manage your weight and blood pressure.",
            [("healthy diet", "IMPROVES", "weight"), ("healthy diet", "IMPROVES", "blood pressure")],
            id="a healthy diet does good",
        ),
        pytest.param(
            "You can maintain a healthy weight by eating oats.",
            [("oats", "IMPROVES", "healthy weight")],
            id="what people keep by eating",
        ),
        pytest.param("Exercise can help control your weight by burning sugar.", [], id="and not what exercise burns"),
        pytest.param(
            "Eat a well-balanced diet that is rich in protein.", [], id="a diet is no food that something is found in"
        ),
        pytest.param("Drink fluids that contain sodium and potassium.", [], id="nor are fluids"),
        pytest.param("Drink milk that contains potassium.", [("potassium", "FOUND_IN", "milk")], id="but milk is"),
        pytest.param(
            "Lifestyle changes include healthy eating, maintaining a healthy weight, managing stress, and resting.",
            [],
            id="one act of a list does not do the next",
        ),
        pytest.param(
            "A healthy lifestyle includes following a healthy diet, maintaining a healthy weight, and resting.",
            [],
            id="nor where the first is an act too",
        ),
        pytest.param(
            "Drinking fluids to prevent dehydration, replenishing salt, and limiting time in the heat can help.",
            [("fluids", "PREVENTS", "dehydration")],
            id="nor where the first has a purpose",
        ),
        pytest.param(
            "People with gout can lower their risk for stroke by eating oats.",
            [("oats", "PREVENTS", "stroke")],
            id="what they have is not what they lower",
        ),
        pytest.param(
            "The gland, no larger than a sugar cube, sends corticotropin-releasing hormone to the blood.",
            [],
            id="a hormone by its name",
        ),
        pytest.param(
            "Diuretics help remove excess sodium from the body.",
            [("excess sodium", "INTERACTS_WITH", "Diuretics")],
            id="what a medicine removes",
        ),
        pytest.param(
            "Doctors use chelation therapy to remove iron from the blood.",
            [("iron", "INTERACTS_WITH", "chelation therapy")],
            id="what doctors use a medicine to remove",
        ),
        pytest.param(
            "Cut down on alcohol and caffeine, as they can make you pee more.",
            [("alcohol", "INCREASES", "pee"), ("caffeine", "INCREASES", "pee")],
            id="what makes somebody do more often",
        ),
        pytest.param(
            "Rice, pasta, and bread are all carbohydrate-rich foods.",
            [("carbohydrates", "FOUND_IN", food) for food in ("Rice", "pasta", "bread")],
            id="foods told to be rich in it",
        ),
        pytest.param(
            "Eat meat or other sources of protein; starchy foods such as bread and rice; and fruits.",
            [],
            id="examples behind a semicolon are of the next part",
        ),
        pytest.param(
            "Hemoglobin is an iron-rich protein that helps red blood cells carry oxygen.",
            [("iron", "AFFECTS", "Hemoglobin")],
            id="what holds the iron does it",
        ),
    ],
)
def test_leaflets(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected
