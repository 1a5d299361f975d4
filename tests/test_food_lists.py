"""Lists of foods, signs of a shortage and interactions as pages of advice set them, read as whole passages."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor

OPENING = "Foods high in copper\n\nCopper is a mineral that the body needs.\n\n"


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        (
            "4. Lamb\n\nGround lamb will give you 0.3 mg, while lamb chops have about 0.2 mg.",
            [("copper", "FOUND_IN", "lamb"), ("copper", "FOUND_IN", "lamb chops")],
        ),
        (
            "2. Cashews\n\nA handful of cashews delivers 0.6 mg, and it is high in fat.",
            [("copper", "FOUND_IN", "cashews"), ("fat", "FOUND_IN", "it")],
        ),
        (
            "2. Fish\n\nA cup of milk has about 85 mcg, a baked cod fillet 146 mcg and an egg 31 mcg.",
            [("copper", "FOUND_IN", "milk"), ("copper", "FOUND_IN", "cod"), ("copper", "FOUND_IN", "egg")],
        ),
        ("2. Cashews\n\nYou'll find 0.6 mg in an ounce of roasted cashews.", [("copper", "FOUND_IN", "cashews")]),
    ],
)
def test_amount_below_the_name_of_a_food_is_of_what_the_page_is_about(
    extractor: Extractor, section: str, expected: list[Row]
) -> None:
    assert [row for row in rows(extractor, OPENING + section + "\n") if row[1] == "FOUND_IN"] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("When you're deficient, hair may fall out.", [("deficiency copper", "CAUSES", "hair may fall out")]),
        ("If you run low, you may feel tired.", [("deficiency copper", "CAUSES", "tired")]),
        ("If you're running low on sleep, you may feel tired.", []),
        ("If batteries run low, you may feel tired.", []),
        ("When intake falls short, gums may bleed.", [("deficiency copper", "CAUSES", "gums may bleed")]),
        ("When you are short on it, hair may fall out.", [("deficiency copper", "CAUSES", "hair may fall out")]),
        ("When you know it, hair may fall out.", []),
    ],
)
def test_running_low_on_what_the_page_is_about(extractor: Extractor, sentence: str, expected: list[Row]) -> None:
    told = rows(extractor, f"{OPENING}Signs\n\n{sentence}\n")
    assert [row for row in told if row[1] == "CAUSES"] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Zinc makes antibiotics such as ciprofloxacin and tetracycline less effective.",
            [
                ("zinc", "INTERACTS_WITH", "antibiotics"),
                ("zinc", "INTERACTS_WITH", "ciprofloxacin"),
                ("zinc", "INTERACTS_WITH", "tetracycline"),
            ],
        ),
        ("Zinc pills on an empty stomach may upset the stomach.", [("zinc", "CAUSES", "stomach")]),
        (
            "Too little selenium has been tied to infertility in men and to cramps.",
            [
                ("deficiency selenium", "ASSOCIATED_WITH", "infertility"),
                ("deficiency selenium", "ASSOCIATED_WITH", "cramps"),
            ],
        ),
        ("Alendronate works less well when taken with food.", []),
    ],
)
def test_sentences_of_safety_pages(extractor: Extractor, sentence: str, expected: list[Row]) -> None:
    assert rows(extractor, sentence) == expected


def test_people_at_risk_in_a_lead_in_are_those_of_the_list(extractor: Extractor) -> None:
    found = rows(
        extractor,
        "Signs of copper deficiency\n\nCopper is a mineral.\n\nWho is at risk?\n\nPeople at risk include:\n\n"
        "• vegans\n• older adults\n",
    )
    assert found == [
        ("deficiency copper", "ASSOCIATED_WITH", "vegans"),
        ("deficiency copper", "ASSOCIATED_WITH", "older adults"),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The usual advice is one tablet of 150 mcg a day.", (150, 150, "ug")),
        ("Take 2 capsules of 250 mg daily.", (500, 500, "mg")),
        ("Take 2 tablets of 50 mcg each day with meals.", (100, 100, "ug")),
        ("Adults take two 250 mg capsules twice a day.", (1000, 1000, "mg")),
    ],
)
def test_tablets_of_so_much_are_an_amount_a_day(
    extractor: Extractor, sentence: str, expected: tuple[float, float, str]
) -> None:
    (claim,) = [each for each in extractor.extract(OPENING + sentence + "\n") if each.relation == "HAS_DOSE"]
    assert claim.dose is not None
    quantity = claim.dose.quantity
    assert quantity is not None
    assert (claim.nutrient.name, quantity.daily_min, quantity.daily_max, quantity.daily_unit) == ("copper", *expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eat beans and oats to get more iron.", [("iron", "FOUND_IN", "beans"), ("iron", "FOUND_IN", "oats")]),
        ("Eat beans and oats to get more done.", []),
        (
            "Increase the amount of iron you eat (by eating more beans and oats).",
            [("iron", "FOUND_IN", "beans"), ("iron", "FOUND_IN", "oats")],
        ),
    ],
)
def test_foods_that_are_eaten_for_a_nutrient(text: str, expected: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Minerals\n\nPhosphorus\nNeeded for bones.\nRed meat, dairy, fish, oats.",
            [
                ("phosphorus", "AFFECTS", "bones"),
                ("phosphorus", "FOUND_IN", "Red meat"),
                ("phosphorus", "FOUND_IN", "dairy"),
                ("phosphorus", "FOUND_IN", "fish"),
                ("phosphorus", "FOUND_IN", "oats"),
            ],
        ),
        ("Minerals\n\nShopping\nEat well.\nRed meat, dairy, fish, oats.", []),
    ],
)
def test_foods_alone_below_the_name_of_a_nutrient(extractor: Extractor, text: str, found: list[Row]) -> None:
    assert rows(extractor, text) == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The following grains do not contain gluten:\n\n- Buckwheat\n- Millet\n",
            [
                ("gluten", "not FOUND_IN", "grains"),
                ("gluten", "not FOUND_IN", "Buckwheat"),
                ("gluten", "not FOUND_IN", "Millet"),
            ],
            id="what a list names is what is meant",
        ),
        pytest.param(
            "The following vegetables are rich in zinc:\n\n- Kale\n- Peas\n",
            [("zinc", "FOUND_IN", "vegetables"), ("zinc", "FOUND_IN", "Kale"), ("zinc", "FOUND_IN", "Peas")],
            id="a class that is listed holds nothing",
        ),
        pytest.param(
            "The eugenol in cloves numbs pain. The fat in avocados lowers LDL.",
            [
                ("eugenol", "FOUND_IN", "cloves"),
                ("eugenol", "TREATS", "pain"),
                ("fat", "FOUND_IN", "avocados"),
                ("fat", "DECREASES", "LDL"),
            ],
            id="what herbs and foods hold",
        ),
    ],
)
def test_what_foods_and_herbs_hold(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert sorted(rows(extractor, text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Salmon is no slouch when it comes to vitamin D.", [("vitamin D", "FOUND_IN", "Salmon")]),
        ("For iron, go for lentils.", [("iron", "FOUND_IN", "lentils")]),
        ("If you're on warfarin, keep an eye on spinach.", [("spinach", "CONTRAINDICATED_IN", "warfarin")]),
        ("Anyone on warfarin should check before eating kale.", [("kale", "CONTRAINDICATED_IN", "warfarin")]),
    ],
)
def test_foods_in_passing(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Oranges: vitamin C, folate", "Eggs: protein, choline", [("vitamin C", "Oranges"), ("folate", "Oranges")]),
        ("Oranges – vitamin C, folate", "Eggs – protein, choline", [("vitamin C", "Oranges"), ("folate", "Oranges")]),
        ("Iron: beef, lentils", "Calcium: milk and kale", [("iron", "beef"), ("iron", "lentils")]),
    ],
)
def test_line_sets_food_off_from_what_it_holds(
    extractor: Extractor, first: str, second: str, expected: list[tuple[str, str]]
) -> None:
    text = f"Eat well\n\nColour counts.\n\n- {first}\n- {second}\n"
    line = text.index(second)
    found = [claim for claim in extractor.extract(text) if claim.relation == "FOUND_IN" and claim.trigger.start < line]
    assert sorted((c.nutrient.name, c.object.surface if c.object else "") for c in found) == sorted(expected)


@pytest.mark.parametrize("line", ["Breakfast: milk, eggs", "Vitamin C: zinc, iron", "Zinc: beef is best"])
def test_other_lines_set_off_nothing(extractor: Extractor, line: str) -> None:
    assert [row for row in rows(extractor, f"Eat well\n\nSo.\n\n- {line}\n- {line}\n") if row[1] == "FOUND_IN"] == []


def test_food_is_free_of_what_it_does_not_hold(extractor: Extractor) -> None:
    assert rows(extractor, "Quinoa is naturally free of gluten.") == [("gluten", "not FOUND_IN", "Quinoa")]
