"""Lists as they are written, and what a food contains."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor


def contents(extractor: Extractor, text: str) -> list[tuple[str, str, str]]:
    """Nutrient, food and polarity of each FOUND_IN claim, in the order of the text."""
    found = [claim for claim in extractor.extract(text) if claim.relation == "FOUND_IN" and claim.object]
    return sorted((claim.nutrient.name, claim.object.surface, claim.polarity) for claim in found if claim.object)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Vitamin K is found in kale, poultry skin and lard.",
            ["kale", "lard", "poultry skin"],
            id="what stands beside foods is one",
        ),
        pytest.param(
            "Vitamin K is found in kale, dairy products with fat, and natto.",
            ["dairy products", "kale", "natto"],
            id="an item adds something",
        ),
        pytest.param(
            "Greens (such as kale, chard and spinach), beans, and eggs all contain vitamin K.",
            ["Greens", "beans", "chard", "eggs", "kale", "spinach"],
            id="examples in brackets, then more items",
        ),
        pytest.param(
            "Skip crackers, doughnuts, and other foods that contain vitamin K.",
            ["crackers", "doughnuts"],
            id="a clause of what sums the list up",
        ),
        pytest.param(
            "Vitamin K is found in kale and spinach, grows on no tree and costs little.",
            ["kale", "spinach"],
            id="a clause behind the list",
        ),
    ],
)
def test_foods_of_a_written_list(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert contents(extractor, text) == [("vitamin K", food, "affirmed") for food in expected]


def test_every_nutrient_of_a_list_is_in_every_food(extractor: Extractor) -> None:
    text = "Eat foods rich in zinc, iron, and vitamins such as folate, such as liver or clams."
    assert contents(extractor, text.replace(", and vitamins such as folate,", " and folate,")) == [
        (nutrient, food, "affirmed") for nutrient in ("folate", "iron", "zinc") for food in ("clams", "liver")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zinc, a metal found in oysters, clams and beef, is needed for taste.", ["beef", "clams", "oysters"]),
        ("Zinc is a mineral found in oysters, clams and beef.", ["beef", "clams", "oysters"]),
    ],
)
def test_what_a_nutrient_is_called_is_no_nutrient_of_its_own(
    extractor: Extractor, text: str, expected: list[str]
) -> None:
    assert contents(extractor, text) == [("zinc", food, "affirmed") for food in expected]


def test_a_negated_content_is_denied(extractor: Extractor) -> None:
    assert contents(extractor, "Rice, potatoes and fresh fruits do not contain gluten.") == [
        ("gluten", food, "negated") for food in ("Rice", "fresh fruits", "potatoes")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "An egg has 6 g of protein, a cup of milk 8 g.", [("egg", 6.0), ("milk", 8.0)], id="a verb left out"
        ),
        pytest.param(
            "A cup of spinach has 6 mg of iron, while half a cup of peas has 2.5.",
            [("peas", 2.5), ("spinach", 6.0)],
            id="a unit left out",
        ),
        pytest.param(
            "Good sources of iron are lentils (6.6 mg) and tofu (3 mg).",
            [("lentils", 6.6), ("tofu", 3.0)],
            id="brackets",
        ),
        pytest.param(
            "Beans and peas have 6 mg of iron, but adults who eat eggs need 8 mg a day.",
            [("Beans", 6.0), ("peas", 6.0)],
            id="what somebody needs",
        ),
    ],
)
def test_each_food_has_its_own_amount(extractor: Extractor, text: str, expected: list[tuple[str, float]]) -> None:
    found = [claim for claim in extractor.extract(text) if claim.relation == "FOUND_IN" and claim.object]
    amounts = [(c.object.surface, c.dose.quantity.min) for c in found if c.object and c.dose and c.dose.quantity]
    assert sorted(amounts) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some people do poorly on fructose, the sugar in pears.", [("fructose", "FOUND_IN", "pears")]),
        ("The sugar in pears is mild.", [("sugar", "FOUND_IN", "pears")]),
    ],
)
def test_what_is_told_to_be_the_sugar_is_what_the_food_holds(
    extractor: Extractor, text: str, expected: list[Row]
) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Broccoli contains sulforaphane. Cabbage contains it too.",
            [("sulforaphane", "FOUND_IN", "Broccoli"), ("sulforaphane", "FOUND_IN", "Cabbage")],
            id="what a food contains is no food",
        ),
        pytest.param(
            "Two oysters a day will cover your zinc needs.",
            [("zinc", "FOUND_IN", "oysters")],
            id="how often it is eaten",
        ),
        pytest.param(
            "Iodine\n\nIodine is needed to make thyroid hormones. Milk and white fish are the best sources in the UK, "
            "where salt is not usually iodised.",
            [
                ("iodine", "AFFECTS", "thyroid hormones"),
                ("iodine", "FOUND_IN", "Milk"),
                ("iodine", "FOUND_IN", "white fish"),
            ],
            id="another nutrient in a clause of its own",
        ),
        pytest.param(
            "Be wary of kelp tablets, which can contain too much iodine.",
            [("iodine", "FOUND_IN", "kelp tablets")],
            id="a product named for a plant",
        ),
        pytest.param(
            "High-potassium foods:\n- Bananas\n- Salt substitutes",
            [("potassium", "FOUND_IN", "Bananas"), ("potassium", "FOUND_IN", "Salt substitutes")],
            id="a list headed by what the foods are high in",
        ),
        pytest.param("High-risk foods for babies:\n- Honey\n- Nuts", [], id="a list headed by a danger"),
        pytest.param(
            "Turkey contains tryptophan, and liver contains iron.",
            [("tryptophan", "FOUND_IN", "Turkey"), ("iron", "FOUND_IN", "liver")],
            id="meats named as a bird and an organ are",
        ),
        pytest.param("The liver contains iron.", [], id="the organ"),
        pytest.param(
            "The effects are due to anthocyanins. Strawberries also contain them.",
            [("anthocyanins", "FOUND_IN", "Strawberries")],
            id="what a food contains is no effect",
        ),
        pytest.param(
            "Kidneys, anchovies and sardines are high in purines.",
            [
                ("purines", "FOUND_IN", "Kidneys"),
                ("purines", "FOUND_IN", "anchovies"),
                ("purines", "FOUND_IN", "sardines"),
            ],
            id="kidneys among fish",
        ),
        pytest.param(
            "The oxalates in spinach and rhubarb bind calcium.",
            [
                ("oxalates", "FOUND_IN", "spinach"),
                ("oxalates", "FOUND_IN", "rhubarb"),
                ("oxalates", "INTERACTS_WITH", "calcium"),
            ],
            id="a list in the subject",
        ),
        pytest.param(
            "The caffeine in tea and coffee can cause headaches.",
            [
                ("caffeine", "FOUND_IN", "tea"),
                ("caffeine", "FOUND_IN", "coffee"),
                ("caffeine", "CAUSES", "headaches"),
            ],
            id="a list in the subject of what can happen",
        ),
        pytest.param(
            "Iodine\n\nIodine is found in milk, and eggs can cause allergies.",
            [("iodine", "FOUND_IN", "milk"), ("eggs", "CAUSES", "allergies")],
            id="the subject of the next clause",
        ),
        pytest.param(
            "Choline\n\nCholine helps memory. Two eggs provide more than half of what you need in a day.",
            [("choline", "IMPROVES", "memory"), ("choline", "FOUND_IN", "eggs")],
            id="a share of what is needed",
        ),
        pytest.param(
            "Soy contains isoflavones, plant compounds that look like estrogen.",
            [("isoflavones", "FOUND_IN", "Soy")],
            id="a class that says what it is",
        ),
        pytest.param(
            "Flaxseed adds 2 grams of fiber to your porridge.",
            [("dietary fiber", "FOUND_IN", "Flaxseed")],
            id="what is added by a food is in that food",
        ),
        pytest.param(
            "Oats also give you manganese, along with a little iron.",
            [("iron", "FOUND_IN", "Oats"), ("manganese", "FOUND_IN", "Oats")],
            id="a little is some",
        ),
        pytest.param(
            "Cut down on salt\n\nMost of it is already in the food we buy:\n- bread\n- bacon and ham",
            [("salt", "FOUND_IN", "bread"), ("salt", "FOUND_IN", "bacon"), ("salt", "FOUND_IN", "ham")],
            id="a lead-in that says where most of it is",
        ),
    ],
)
def test_foods_in_plain_sentences(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected
