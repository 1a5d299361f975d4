"""Nutrients that stand beside a trigger and do nothing, and the lack of what is left aside, each beside a twin."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The sodium content of oats can be reduced by boiling them in water.", [], id="boiled"),
        pytest.param(
            "Blood pressure can be reduced by eating oats.", [("oats", "DECREASES", "Blood pressure")], id="eaten"
        ),
        pytest.param(
            "Tendons hold strands of collagen that connect muscles to bones.", [], id="what connects two others"
        ),
        pytest.param("Studies link zinc to gout.", [("zinc", "ASSOCIATED_WITH", "gout")], id="who links it to another"),
        pytest.param("Headaches (not linked to caffeine) cost many a day of work.", [], id="which headaches"),
        pytest.param(
            "Headaches are not linked to caffeine.",
            [("caffeine", "not ASSOCIATED_WITH", "Headaches")],
            id="said of them",
        ),
        pytest.param("Drinking wine lowers the effectiveness of treatment for gout.", [], id="less of a help"),
        pytest.param("Drinking wine lowers the risk of gout.", [("wine", "PREVENTS", "gout")], id="less of a risk"),
        pytest.param("Zinc is poorly absorbed, which is the main cause of zinc deficiency.", [], id="its own lack"),
        pytest.param(
            "Zinc deficiency is the main cause of cracked lips.",
            [("deficiency zinc", "CAUSES", "cracked lips")],
            id="the lack of it",
        ),
        pytest.param("Scans may show areas with zinc loss or changes in bone shape.", [], id="named beside the change"),
        pytest.param("Zinc deficiency is caused by changes in a gene.", [], id="what the change brings about"),
        pytest.param(
            "Zinc deficiency causes changes in bone shape.",
            [("deficiency zinc", "AFFECTS", "bone shape")],
            id="what brings the change about",
        ),
        pytest.param("People who need zinc but cannot take pills by mouth get a drip.", [], id="how it is taken"),
        pytest.param(
            "Take the binder with meals and snacks to bind phosphorus in the gut.", [], id="what a pill is taken with"
        ),
        pytest.param("Phytates bind zinc in the gut.", [("phytates", "INTERACTS_WITH", "zinc")], id="what binds"),
        pytest.param("Oat fiber absorbs water.", [], id="what soaks up water"),
        pytest.param("Doctors may suggest zinc in addition to an activated form of vitamin D.", [], id="a form of it"),
        pytest.param("Swap it for a salt substitute that uses potassium.", [], id="what it is made with"),
        pytest.param(
            "Vitamin D helps the body use calcium.", [("vitamin D", "INTERACTS_WITH", "calcium")], id="what is helped"
        ),
    ],
)
def test_what_is_named_beside_a_trigger_does_nothing(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Combining a walk with cutting back on salt lowers blood pressure.",
            [("deficiency salt", "DECREASES", "blood pressure")],
            id="cut back on",
        ),
        pytest.param(
            "Quitting smoking, with a vegan diet, lowers blood pressure.",
            [("vegan diet", "DECREASES", "blood pressure")],
            id="taken with what is left aside",
        ),
        pytest.param(
            "Thirst is worst with salt, so try to reduce thirst caused by the salt you eat.",
            [("salt", "CAUSES", "thirst")],
            id="what comes of it is cut",
        ),
        pytest.param(
            "Rashes caused by zinc, vitamin C or folate deficiencies clear up.",
            [
                ("deficiency folate", "CAUSES", "Rashes"),
                ("deficiency vitamin C", "CAUSES", "Rashes"),
                ("deficiency zinc", "CAUSES", "Rashes"),
            ],
            id="one word of lack for three",
        ),
        pytest.param(
            "High phosphorus levels can cause itching.", [("excess phosphorus", "CAUSES", "itching")], id="high levels"
        ),
        pytest.param(
            "Bloating may be caused by a drop in magnesium.",
            [("deficiency magnesium", "CAUSES", "Bloating")],
            id="a drop in it",
        ),
        pytest.param(
            "They lose excess amounts of salt in the urine, which leads to dehydration.",
            [("deficiency salt", "CAUSES", "dehydration")],
            id="too much is lost",
        ),
        pytest.param(
            "Too much salt leads to dehydration.", [("excess salt", "CAUSES", "dehydration")], id="too much is eaten"
        ),
    ],
)
def test_amounts_are_those_of_what_is_taken(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Zinc\n\nA lack of working enzymes causes fatigue.", [], id="lack of something else"),
        pytest.param(
            "Zinc\n\nA lack causes fatigue.",
            [("deficiency zinc", "CAUSES", "fatigue")],
            id="lack of what the text is about",
        ),
        pytest.param(
            "Zinc is left in the kidneys as they make urine, leading to pain.", [], id="they and one nutrient"
        ),
        pytest.param(
            "Carrots are popular because they improve vision.",
            [("carrots", "IMPROVES", "vision")],
            id="they and a plural",
        ),
        pytest.param(
            "A B vitamin called folate prevents birth defects.",
            [("folate", "PREVENTS", "birth defects")],
            id="called so",
        ),
        pytest.param("Diabetes is a disease in which blood glucose (sugar) is too high.", [], id="matter of the body"),
        pytest.param("Trials are studying the use of zinc to ease colds.", [], id="what is looked into"),
        pytest.param("Trials are showing that zinc eases colds.", [("zinc", "TREATS", "colds")], id="what is found"),
        pytest.param("Sucking on ice chips may relieve nausea.", [], id="chips of ice"),
        pytest.param("It is a form of iron overload disease.", [], id="a name of an illness"),
    ],
)
def test_what_is_no_nutrient_of_the_text_makes_no_row(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "It stops cells from using folate, a nutrient needed for bone growth.",
            [("folate", "AFFECTS", "bone growth")],
            id="what explains a name",
        ),
        pytest.param(
            "When the liver stops producing the vitamin K needed for blood clotting, bruises appear.",
            [("vitamin K", "AFFECTS", "blood clotting")],
            id="what a noun is described by",
        ),
        pytest.param(
            "Some eat sugars that are not digested and cause gas.",
            [("sugar", "CAUSES", "gas")],
            id="a verb of its own",
        ),
        pytest.param(
            "Folate is not needed for bone growth.", [("folate", "not AFFECTS", "bone growth")], id="what is denied"
        ),
    ],
)
def test_a_denial_leaves_alone_what_is_only_explained(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected
