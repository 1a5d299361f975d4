"""Whole passages in the way clinic pages put things: causes, treatment and lists of an illness."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Anemia can be caused by iron, vitamin B12 or folate deficiencies.",
            [
                ("deficiency folate", "CAUSES", "Anemia"),
                ("deficiency iron", "CAUSES", "Anemia"),
                ("deficiency vitamin B12", "CAUSES", "Anemia"),
            ],
            id="a lack that several share",
        ),
        pytest.param(
            "You can prevent rickets by making sure you get enough vitamin D.",
            [("vitamin D", "PREVENTS", "rickets")],
            id="what is seen to",
        ),
        pytest.param(
            "You can prevent scurvy by making sure that your diet contains oranges.",
            [("oranges", "PREVENTS", "scurvy")],
            id="what the diet is to hold",
        ),
        pytest.param("Water dilutes urine so kidney stones form.", [], id="what forms is not prevented"),
        pytest.param(
            "Water dilutes urine so kidney stones cannot form.",
            [("water", "PREVENTS", "kidney stones")],
            id="what cannot form",
        ),
        pytest.param(
            "Vitamin D helps your body make better use of calcium.",
            [("vitamin D", "INTERACTS_WITH", "calcium")],
            id="use of another",
        ),
        pytest.param(
            "Eat more of these:\n\n- beans\n- lentils\n\nThese foods lower cholesterol.",
            [("beans", "DECREASES", "cholesterol"), ("lentils", "DECREASES", "cholesterol")],
            id="these are the items of the list",
        ),
        pytest.param(
            "Scurvy\n\nYou may be more at risk if you:\nhave no fresh fruit in your diet\n"
            "do not eat vegetables\nsmoke\n",
            [("deficiency fruits", "PREDISPOSES", "Scurvy"), ("deficiency vegetables", "PREDISPOSES", "Scurvy")],
            id="who is at risk",
        ),
        pytest.param(
            "Gout\n\nYour doctor may tell you to avoid:\nred meat\ndrinking too much alcohol\n",
            [("red meat", "CONTRAINDICATED_IN", "Gout"), ("excess alcohol", "CONTRAINDICATED_IN", "Gout")],
            id="what is to be avoided",
        ),
        pytest.param(
            "Gout hurts. Gout is common.\n\nThere are treatments.\nTwo are tablets.\nOne is a cream.\nIt cools.\n"
            "Gout also comes back.\nThey are cheap.\nThey are safe.\nThey are old.\nThey are slow.\n"
            "To keep your iron low, you will usually be advised to avoid:\nred meat\ndrinking too much alcohol\n",
            [("red meat", "CONTRAINDICATED_IN", "Gout"), ("excess alcohol", "CONTRAINDICATED_IN", "Gout")],
            id="what the text is about, far above what is to be avoided",
        ),
        pytest.param(
            "You can prevent kidney stones by being careful:\n\n- Drink plenty of water.\n- Limit salt.\n"
            "- Do not eat or drink unpasteurized milk.\n",
            [
                ("deficiency salt", "PREVENTS", "kidney stones"),
                ("deficiency unpasteurized milk", "PREVENTS", "kidney stones"),
                ("water", "PREVENTS", "kidney stones"),
            ],
            id="steps behind what they are a means to",
        ),
        pytest.param(
            "To ease nausea:\n\n- Do not drink coffee.\n- Drink ginger tea.\n",
            [("deficiency coffee", "TREATS", "nausea"), ("ginger", "TREATS", "nausea")],
            id="steps that say what not to take",
        ),
        pytest.param(
            "A diet rich in purinessubstances found in sardinesmay increase uric acid.",
            [("purines", "FOUND_IN", "sardines"), ("purines", "INCREASES", "uric acid")],
            id="a name that ran into what it is",
        ),
        pytest.param(
            "If you have gout, you may be advised to make changes to your diet, such as:\n"
            "drinking plenty of water\navoiding or cutting down on red meat and beer\n"
            "eating foods high in calcium, such as milk\n",
            [
                ("water", "USED_FOR", "gout"),
                ("red meat", "CONTRAINDICATED_IN", "gout"),
                ("beer", "CONTRAINDICATED_IN", "gout"),
                ("calcium", "FOUND_IN", "milk"),
            ],
            id="changes of the diet, with what is left out",
        ),
        pytest.param(
            "Alcohol poisoning\n\nSymptoms start after drinking a lot of alcohol and may include:\nconfusion\n"
            "pale skin - on black or brown skin this may be easier to see inside the lips, on the gums and under the "
            "fingernails, and it may also be cold to touch\nhaving a seizure\n",
            [
                ("excess alcohol", "CAUSES", "confusion"),
                ("excess alcohol", "CAUSES", "pale skin"),
                ("excess alcohol", "CAUSES", "seizure"),
            ],
            id="symptoms after too much, the list going on behind a long line",
        ),
        pytest.param(
            "Purines are in your body's tissues and in foods, such as dried beans and anchovies. "
            "Complex carbohydrates include oats.",
            [
                ("purines", "FOUND_IN", "dried beans"),
                ("purines", "FOUND_IN", "anchovies"),
                ("complex carbohydrates", "FOUND_IN", "oats"),
            ],
            id="what a nutrient is in, and what foods its kind includes",
        ),
    ],
)
def test_passage_of_a_clinic_page(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Zinc\n\nYou need protein to build muscle. Too much can harm your kidneys.",
            [("protein", "AFFECTS", "muscle"), ("excess protein", "WORSENS", "kidneys")],
            id="too much of what was just needed",
        ),
        pytest.param(
            "Zinc\n\nZinc is needed for growth. Too much can cause cramps.",
            [("zinc", "AFFECTS", "growth"), ("excess zinc", "CAUSES", "cramps")],
            id="too much of what the text is about",
        ),
        pytest.param(
            "Healthy diabetic eating includes\n\n- Limiting foods that are high in sugar\n- Using less salt\n"
            "- Eating a variety of vegetables\n",
            [("sugar", "CONTRAINDICATED_IN", "diabetic"), ("salt", "CONTRAINDICATED_IN", "diabetic")],
            id="what those who have it leave out",
        ),
        pytest.param(
            "If you have kidney disease, you may need to\n\n- limit salt\n- eat less potassium\n- eat more fruit\n",
            [
                ("salt", "CONTRAINDICATED_IN", "kidney disease"),
                ("potassium", "CONTRAINDICATED_IN", "kidney disease"),
                ("fruits", "USED_FOR", "kidney disease"),
            ],
            id="what they are told to eat less of, and more",
        ),
        pytest.param(
            "Too much potassium can make your heartbeat irregular.",
            [("excess potassium", "CAUSES", "heartbeat irregular")],
            id="what a part is made to be",
        ),
        pytest.param(
            "Too much sodium can cause fluid to build up in your lungs.",
            [("excess sodium", "CAUSES", "fluid")],
            id="what is made to build up",
        ),
        pytest.param(
            "There is no known safe amount of alcohol a woman can drink while pregnant.",
            [("alcohol", "not SAFE_FOR", "pregnant")],
            id="no amount is safe",
        ),
        pytest.param(
            "Signs of Addison disease include low sodium and high potassium.",
            [
                ("excess potassium", "ASSOCIATED_WITH", "Addison disease"),
                ("deficiency sodium", "ASSOCIATED_WITH", "Addison disease"),
            ],
            id="what is low and what is high in it",
        ),
        pytest.param(
            "Pancreatitis may result from alcohol abuse, gallstones or some drugs.",
            [("excess alcohol", "CAUSES", "Pancreatitis")],
            id="too much alcohol does harm",
        ),
        pytest.param(
            "Zinc can help with alcohol abuse.",
            [("zinc", "TREATS", "alcohol abuse")],
            id="and is an illness where it is treated",
        ),
        pytest.param(
            "Cholera\n\nTreatment includes replacing fluid and salts.",
            [("fluids", "USED_FOR", "Cholera"), ("salt", "USED_FOR", "Cholera")],
            id="fluid that is replaced",
        ),
        pytest.param(
            "Children with cystic fibrosis digest little. They need extra vitamin A.",
            [("deficiency vitamin A", "ASSOCIATED_WITH", "They")],
            id="they need more of it",
        ),
        pytest.param(
            "Too much protein in the blood may be a sign of myeloma.", [], id="protein that the body makes is not eaten"
        ),
    ],
)
def test_what_pages_for_the_ill_tell(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Patients need more vitamin B6 (beans and tuna are good sources).",
        "Eat enough vitamin B6; beans and tuna are good sources.",
    ],
)
def test_sources_told_in_a_bracket(extractor: Extractor, text: str) -> None:
    assert rows(extractor, text) == [("vitamin B6", "FOUND_IN", "beans"), ("vitamin B6", "FOUND_IN", "tuna")]


def test_short_name_in_a_bracket_is_no_subject(extractor: Extractor) -> None:
    text = "Wilson disease (WD) is a disorder in which too much copper builds up."
    assert rows(extractor, text) == [("excess copper", "ASSOCIATED_WITH", "Wilson disease")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Research on zinc has given mixed results in acne.", [("zinc", "TREATS", "acne")]),
        ("Trials of zinc have given conflicting results for acne.", [("zinc", "TREATS", "acne")]),
        (
            "Raw fish and tea contain substances that break down thiamine.",
            [("raw fish", "INTERACTS_WITH", "thiamine"), ("tea", "INTERACTS_WITH", "thiamine")],
        ),
        (
            "In kidney disease the bones weaken and the requirement for vitamin D increases.",
            [("deficiency vitamin D", "ASSOCIATED_WITH", "kidney disease")],
        ),
        ("Copper\n\nIt was isolated from egg yolk in 1936.", []),
        ("Vitamin K\n\nIt can also be given by mouth, but then two doses are needed.", []),
    ],
)
def test_what_deficiency_pages_tell(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected
