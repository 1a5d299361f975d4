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
        pytest.param(
            "Calcium plays an important role in the control of muscle movement.",
            [("calcium", "AFFECTS", "muscle movement")],
            id="what is controlled",
        ),
        pytest.param(
            "Magnesium makes it easier for you to fall asleep.",
            [("magnesium", "IMPROVES", "fall asleep")],
            id="what is made easier",
        ),
        pytest.param("Eating nuts can help you gain weight.", [("nuts", "INCREASES", "weight")], id="weight gained"),
        pytest.param(
            "Drink juice to replace fluids and electrolytes.",
            [("juice", "INCREASES", "fluids"), ("juice", "INCREASES", "electrolytes")],
            id="fluids of the body",
        ),
        pytest.param(
            "Foods that are low in fiber, such as ice cream and cheese, are cheap.",
            [("dietary fiber", "not FOUND_IN", "ice cream"), ("dietary fiber", "not FOUND_IN", "cheese")],
            id="examples of foods that are low in it",
        ),
        pytest.param(
            "Limit foods that have little or no fiber, such as cheese.",
            [("dietary fiber", "not FOUND_IN", "cheese")],
            id="or that have none",
        ),
        pytest.param(
            "Avoid alcohol, caffeine and other stimulants that raise your heart rate.",
            [("alcohol", "INCREASES", "heart rate"), ("caffeine", "INCREASES", "heart rate")],
            id="what the rest of a list does all of it does",
        ),
        pytest.param(
            "The body does not have enough iron to make hemoglobin.",
            [("deficiency iron", "AFFECTS", "hemoglobin")],
            id="not enough to make it",
        ),
        pytest.param(
            "A gland makes melatonin, a hormone that helps control the sleep cycle.",
            [],
            id="what a gland makes is not taken",
        ),
        pytest.param(
            "Melatonin is a hormone that helps control the sleep cycle.",
            [("melatonin", "IMPROVES", "sleep cycle")],
            id="but may be",
        ),
        pytest.param("Eat fiber to keep your poo soft.", [("dietary fiber", "IMPROVES", "poo")], id="plain words"),
        pytest.param("Treat it by cleansing the bowel with lactulose.", [], id="a bowel that is emptied is no better"),
        pytest.param("Rub the corn or callus with a washcloth to reduce the size.", [], id="corn on a foot"),
    ],
)
def test_leaflets(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected
