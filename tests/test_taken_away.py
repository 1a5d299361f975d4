"""Nutrients that leave the body or the plate, and acts that are somebody else's, each beside a twin that is a claim."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The drug removes iron from the blood, which protects the liver.", [], id="gain of what is removed"
        ),
        pytest.param(
            "The drink adds iron to the blood, which protects the liver.",
            [("iron", "IMPROVES", "the liver")],
            id="gain of what is added",
        ),
        pytest.param(
            "Medicines that lower calcium in the urine may help prevent gout.",
            [("calcium", "INTERACTS_WITH", "Medicines")],
            id="gain of a medicine that lowers it",
        ),
        pytest.param(
            "Alcohol depletes zinc, which can cause hair loss.",
            [("alcohol", "INTERACTS_WITH", "zinc"), ("deficiency zinc", "CAUSES", "hair loss")],
            id="harm of what is depleted",
        ),
        pytest.param("Alcohol holds zinc, which can cause hair loss.", [("zinc", "CAUSES", "hair loss")], id="harm"),
    ],
)
def test_what_is_taken_away_does_no_good(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "People who swap butter for olive oil lower their risk of gout.",
            [("olive oil", "PREVENTS", "gout")],
            id="swapped for another",
        ),
        pytest.param(
            "People who pair butter with olive oil lower their risk of gout.",
            [("butter", "PREVENTS", "gout"), ("olive oil", "PREVENTS", "gout")],
            id="eaten with another",
        ),
        pytest.param(
            "Avoiding drugs and alcohol helps – these can increase the risk of gout.",
            [("alcohol", "PREDISPOSES", "gout")],
            id="harm of what is avoided",
        ),
        pytest.param(
            "Avoiding salt can increase the risk of gout.",
            [("deficiency salt", "PREDISPOSES", "gout")],
            id="harm of avoiding it",
        ),
        pytest.param(
            "Stopping smoking, with a high-fiber diet, can improve your circulation.",
            [("dietary fiber", "IMPROVES", "circulation")],
            id="eaten while another thing is given up",
        ),
        pytest.param(
            "Eat less butter and sugar to prevent gout.",
            [("deficiency butter", "PREVENTS", "gout"), ("deficiency sugar", "PREVENTS", "gout")],
            id="less of both",
        ),
        pytest.param(
            "Eat less butter and more fruit to prevent gout.",
            [("deficiency butter", "PREVENTS", "gout"), ("fruits", "PREVENTS", "gout")],
            id="less of one",
        ),
    ],
)
def test_state_is_that_of_what_is_eaten(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Gout can be managed by eating less salt, maintaining a healthy weight, and exercising.",
            [("deficiency salt", "TREATS", "Gout")],
            id="another act of a series",
        ),
        pytest.param(
            "Eating less salt helps to maintain a healthy weight.",
            [("deficiency salt", "IMPROVES", "healthy weight")],
            id="what the act does",
        ),
        pytest.param("Phosphate is checked to prevent the buildup of calcium in the blood.", [], id="end of a check"),
        pytest.param(
            "Phosphate is taken to prevent the buildup of calcium in the blood.",
            [("phosphorus", "DECREASES", "calcium")],
            id="end of taking it",
        ),
        pytest.param(
            "Nurses say that mothers can reduce the risk of gout with 4 mg of zinc.",
            [("zinc", "PREVENTS", "gout")],
            id="a risk that is reduced",
        ),
        pytest.param(
            "Nurses say that mothers should reduce their intake of zinc.",
            [("zinc", "CONTRAINDICATED_IN", "mothers")],
            id="an intake that is reduced",
        ),
        pytest.param(
            "A lack of zinc can lead to trouble regulating blood sugar.",
            [("deficiency zinc", "CAUSES", "trouble")],
            id="what somebody has trouble with",
        ),
        pytest.param(
            "A lack of zinc can lead to fatigue by changing speech.",
            [("deficiency zinc", "CAUSES", "fatigue"), ("deficiency zinc", "AFFECTS", "speech")],
            id="what it does",
        ),
        pytest.param("Statins (for those on a high-salt diet) are used to narrow blood vessels.", [], id="a medicine"),
        pytest.param(
            "Salt (for those on a high-salt diet) can narrow blood vessels.",
            [("salt", "WORSENS", "blood vessels")],
            id="no medicine",
        ),
        pytest.param(
            "Calcium channel blockers keep calcium from the cells. This lowers blood pressure.",
            [],
            id="what comes of a medicine",
        ),
        pytest.param(
            "Garlic keeps calcium from the cells. This lowers blood pressure.",
            [("garlic", "DECREASES", "blood pressure")],
            id="what comes of a food",
        ),
        pytest.param("White rice is processed to remove the bran.", [], id="end of what is done to a food"),
        pytest.param(
            "Limiting protein may reduce fatigue.", [("deficiency protein", "TREATS", "fatigue")], id="less of it"
        ),
        pytest.param("Lean protein may reduce fatigue.", [("lean protein", "TREATS", "fatigue")], id="a kind of it"),
    ],
)
def test_acts_of_others_are_no_claims(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Beans raise the amount of iron in your diet.", [], id="on the plate"),
        pytest.param(
            "Beans raise the amount of iron in your blood.", [("beans", "INCREASES", "iron")], id="in the body"
        ),
        pytest.param("The diet has reduced amounts of sodium.", [], id="what a diet holds"),
        pytest.param("The zinc diet reduced sodium.", [("zinc", "DECREASES", "sodium")], id="what a diet does"),
    ],
)
def test_amounts_rise_and_fall_in_the_body(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Potassium can make your heartbeat irregular, as healthy hearts show.",
            [("potassium", "CAUSES", "heartbeat irregular")],
            id="made irregular",
        ),
        pytest.param(
            "Potassium can make your heartbeat regular.", [("potassium", "IMPROVES", "heartbeat")], id="regular"
        ),
    ],
)
def test_what_is_made_of_an_object_stands_behind_it(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Zinc is a metal. Gout is common. A lack of this hormone can cause fatigue.", [], id="no hormone"),
        pytest.param(
            "Melatonin is made at night. A lack of this hormone can cause fatigue.",
            [("deficiency melatonin", "CAUSES", "fatigue")],
            id="a hormone",
        ),
        pytest.param("In angina, nitrates can ease pain.", [], id="a medicine"),
        pytest.param("In beets, nitrates can ease pain.", [("nitrates", "TREATS", "pain")], id="of a food"),
    ],
)
def test_names_of_what_is_not_eaten(extractor: Extractor, text: str, expected: list[Row]) -> None:
    found = [row for row in rows(extractor, text) if row[1] != "FOUND_IN"]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Trials to find the best dose of zinc for easing colds are under way.", [], id="aim of a trial"),
        pytest.param("Trials found that zinc eases colds.", [("zinc", "TREATS", "colds")], id="finding of a trial"),
        pytest.param(
            "If you can control your gout by reducing sugar in your diet, you need no medicines.",
            [("deficiency sugar", "TREATS", "gout")],
            id="an act that is a condition itself",
        ),
        pytest.param("If you have gout, avoid sugar.", [("sugar", "CONTRAINDICATED_IN", "gout")], id="advice"),
    ],
)
def test_what_is_asked_or_supposed_is_not_said(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Zinc improves digestion and other processes.", [("zinc", "IMPROVES", "digestion")], id="the rest"
        ),
        pytest.param(
            "Zinc improves digestion and other abilities that depend on the gut.",
            [("zinc", "IMPROVES", "digestion"), ("zinc", "IMPROVES", "other abilities")],
            id="the rest that is told of",
        ),
        pytest.param(
            "Oats lower LDL (“bad”) cholesterol and raise high-density lipoprotein (HDL) cholesterol.",
            [
                ("oats", "DECREASES", "LDL (“bad”) cholesterol"),
                ("oats", "INCREASES", "high-density lipoprotein (HDL) cholesterol"),
            ],
            id="a name in brackets",
        ),
    ],
)
def test_extent_of_objects(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Not drinking beer may prevent gout.", [("deficiency beer", "PREVENTS", "gout")], id="what is not taken"
        ),
        pytest.param("Drinking beer may prevent gout.", [("beer", "PREVENTS", "gout")], id="what is taken"),
        pytest.param(
            "Adults with gout should limit fructose to less than 30 g a day.",
            [("fructose", "HAS_DOSE", "gout")],
            id="what is capped",
        ),
        pytest.param(
            "Adults with gout should limit fructose.",
            [("fructose", "CONTRAINDICATED_IN", "gout")],
            id="what is limited",
        ),
        pytest.param(
            "Gout hurts older adults. Low-salt snacks help them reach their goal.",
            [],
            id="who is helped to do something",
        ),
        pytest.param("Gout hurts older adults. Cherries help it.", [("cherries", "TREATS", "it")], id="what is helped"),
    ],
)
def test_what_is_held_back(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected
