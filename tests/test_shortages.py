"""Who is short of a nutrient, and from what: groups, illnesses and stages of life, with their negative twins."""

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor

LINK = "ASSOCIATED_WITH"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "You may not absorb enough zinc if you have Crohn's disease or celiac disease.",
            [("deficiency zinc", LINK, "Crohn's disease"), ("deficiency zinc", LINK, "celiac disease")],
        ),
        (
            "You're at higher risk of vitamin B12 deficiency if you have pernicious anemia.",
            [("deficiency vitamin B12", LINK, "pernicious anemia")],
        ),
        # a complaint is a sign of it and no cause
        ("You may be low in iron if you feel tired.", [("deficiency iron", "CAUSES", "tired")]),
        ("You may not absorb enough light if you have cataracts.", []),
    ],
)
def test_a_shortage_if_somebody_has_an_illness(text: str, found: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Tablets are for people at risk of vitamin B12 deficiency, such as vegans or people who have had surgery.",
            [("deficiency vitamin B12", LINK, "vegans"), ("deficiency vitamin B12", LINK, "surgery")],
        ),
        (
            "The people who are most often low in vitamin D are older adults and those with dark skin.",
            [("deficiency vitamin D", LINK, "older adults"), ("deficiency vitamin D", LINK, "dark skin")],
        ),
        # who feels it is no group that is short of it
        ("People who are low in iron feel tired.", [("deficiency iron", "CAUSES", "tired")]),
    ],
)
def test_groups_told_by_what_they_lack(text: str, found: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Blood loss is the most common cause of iron deficiency.", [("deficiency iron", LINK, "Blood loss")]),
        ("Iron deficiency is usually due to blood loss.", [("deficiency iron", LINK, "blood loss")]),
        ("Vitamin B12 levels often fall in people with gastritis.", [("deficiency vitamin B12", LINK, "gastritis")]),
        ("Cholesterol levels fell in adults who ate oats.", [("oats", "DECREASES", "Cholesterol levels")]),
    ],
)
def test_causes_of_a_shortage(text: str, found: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Being pregnant increases your need for folate.", [("deficiency folate", LINK, "pregnant")]),
        ("Pregnancy raises the demand for iron.", [("deficiency iron", LINK, "Pregnancy")]),
        ("During pregnancy, the body needs more iodine.", [("deficiency iodine", LINK, "During pregnancy")]),
        ("Vegetarians may need to eat twice as much iron.", [("deficiency iron", LINK, "Vegetarians")]),
        ("Pregnancy tests are free.", []),
    ],
)
def test_who_needs_more(text: str, found: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == found


def test_groups_go_on_below_the_question_who_is_at_risk(extractor: Extractor) -> None:
    text = (
        "Who is at risk of iodine deficiency?\n\nPregnant women are the most vulnerable group.\n\n"
        "Vegans often fall short too."
    )
    assert rows(extractor, text) == [
        ("deficiency iodine", LINK, "Pregnant women"),
        ("deficiency iodine", LINK, "Vegans"),
    ]


def test_feelings_go_on_from_a_sentence_on_symptoms_below_a_shortage(extractor: Extractor) -> None:
    text = "Iron deficiency\n\nSymptoms come on slowly. You may feel tired or dizzy."
    assert rows(extractor, text) == [("deficiency iron", "CAUSES", "tired"), ("deficiency iron", "CAUSES", "dizzy")]
    assert rows(extractor, "Iron deficiency\n\nTests are quick. You may feel tired or dizzy.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a disease with a cause of its own goes together with the amount; where the lack is the disease it causes it
        (
            "Gitelman syndrome is an inherited disorder in which the body has too little magnesium.",
            [("deficiency magnesium", LINK, "Gitelman syndrome")],
        ),
        (
            "Gitelman syndrome is characterized by low levels of potassium.",
            [("deficiency potassium", LINK, "Gitelman syndrome")],
        ),
        (
            "Hypokalemia is characterized by low levels of potassium.",
            [("deficiency potassium", "CAUSES", "Hypokalemia")],
        ),
        (
            "Anemia is a condition in which the body does not have enough iron.",
            [("deficiency iron", "CAUSES", "Anemia")],
        ),
        # set beside the name
        (
            "He had Wilson disease, a disease in which copper builds up.",
            [("excess copper", LINK, "Wilson disease")],
        ),
        (
            "He had celiac disease, a disease in which people cannot tolerate gluten.",
            [("gluten", LINK, "celiac disease")],
        ),
        ("He had celiac disease, a meal with gluten.", []),
    ],
)
def test_what_a_disease_is_told_by(text: str, found: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Crohn's disease can lead to protein and vitamin deficiencies.",
            [("deficiency protein", LINK, "Crohn's disease"), ("deficiency vitamins", LINK, "Crohn's disease")],
        ),
        ("Vitamin deficiency can cause fatigue.", [("deficiency vitamins", "CAUSES", "fatigue")]),
        ("Vitamin effects can cause fatigue.", []),
        ("Crohn's disease can cause problems getting enough zinc.", [("deficiency zinc", LINK, "Crohn's disease")]),
        (
            "In people with Bartter syndrome, the kidneys cannot reabsorb potassium.",
            [("deficiency potassium", LINK, "Bartter syndrome")],
        ),
        ("In people with Bartter syndrome, the kidneys reabsorb potassium.", []),
    ],
)
def test_what_is_lacking_in_an_illness(text: str, found: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("High levels of cholesterol (a type of fat) can cause heart disease.", []),
        ("High levels of fat can cause heart disease.", [("excess fat", "CAUSES", "heart disease")]),
    ],
)
def test_what_is_only_told_in_a_bracket(text: str, found: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Iron deficiency is widespread. It is common in women with heavy periods.",
            [("deficiency iron", LINK, "heavy periods")],
        ),
        ("Iron deficiency is widespread. It is often caused by blood loss.", [("deficiency iron", LINK, "blood loss")]),
        ("Iron is a metal. It is common in women with heavy periods.", []),
        ("Gout is widespread. It is common in older men.", []),
    ],
)
def test_pronoun_takes_up_a_shortage(text: str, found: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Zinc is a mineral. Vegetarians and older adults are more likely to fall short.",
            [("deficiency zinc", LINK, "Vegetarians"), ("deficiency zinc", LINK, "older adults")],
        ),
        ("Zinc is a mineral. Vegetarians and older adults are more likely to fall ill.", []),
        ("Running is fun. Older adults often run low.", []),
        ("Folate levels can fall if you have celiac disease.", [("deficiency folate", LINK, "celiac disease")]),
        ("Infants may need potassium supplements.", [("deficiency potassium", LINK, "Infants")]),
        ("Infants do not need potassium supplements.", []),
        (
            "Most Americans do not get the recommended amount of magnesium.",
            [("deficiency magnesium", LINK, "Americans")],
        ),
        (
            "Too little folate leads to anemia, with tiredness and a sore tongue.",
            [
                ("deficiency folate", "CAUSES", "anemia"),
                ("deficiency folate", "CAUSES", "tiredness"),
                ("deficiency folate", "CAUSES", "sore tongue"),
            ],
        ),
        ("Too little folate leads to anemia in people with gout.", [("deficiency folate", "CAUSES", "anemia")]),
    ],
)
def test_who_runs_low_and_what_comes_of_it(text: str, found: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, f"A text\n\n{text}") == found


@pytest.mark.parametrize(
    "lead",
    [
        "Levels can also fall if you:",
        "Some groups have to be especially watchful:",
        "You may be short of it if you:",
    ],
)
def test_groups_that_run_low_below_their_lead_in(lead: str, extractor: Extractor) -> None:
    items = "- have celiac disease\n- take methotrexate"
    assert rows(extractor, f"Folate\n\nFolate is a vitamin. {lead}\n{items}") == [
        ("deficiency folate", LINK, "celiac disease"),
        ("deficiency folate", "INTERACTS_WITH", "methotrexate"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Vitamin C deficiency is rare, but heavy drinkers are at particular risk.",
            [("deficiency vitamin C", LINK, "heavy drinkers")],
        ),
        ("Vitamin C is cheap, but heavy drinkers are at particular risk.", []),
        ("One in four women is short of iron.", [("deficiency iron", LINK, "women")]),
        ("Nine out of ten women do not get enough choline.", [("deficiency choline", LINK, "women")]),
        ("One in four shops is short of iron.", []),
    ],
)
def test_share_of_a_group_and_those_at_risk_of_it(text: str, found: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == found
