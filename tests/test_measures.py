"""How much of something there is, how often it strikes and what comes with it, told in clauses and shares."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Magnesium may reduce how often migraines strike.", [("magnesium", "TREATS", "migraines")], id="how often"
        ),
        pytest.param(
            "Vitamin C made no difference to how long the cold lasted.",
            [("vitamin C", "not TREATS", "cold")],
            id="no difference to how long",
        ),
        pytest.param(
            "Feverfew cut how often people had headaches.", [("feverfew", "TREATS", "headaches")], id="how often had"
        ),
        pytest.param(
            "With the salt substitute, strokes fell by 14 percent and deaths by 12 percent.",
            [("salt substitutes", "PREVENTS", "strokes"), ("salt substitutes", "PREVENTS", "deaths")],
            id="a share with its verb left out",
        ),
        pytest.param(
            "Olive oil lowered LDL by 10 percent and triglycerides by 5 percent.",
            [("olive oil", "DECREASES", "LDL"), ("olive oil", "DECREASES", "triglycerides")],
            id="a share of what is lowered",
        ),
        pytest.param(
            "Too little folate leads to anemia, with tiredness and a sore tongue.",
            [
                ("deficiency folate", "CAUSES", "anemia"),
                ("deficiency folate", "CAUSES", "tiredness"),
                ("deficiency folate", "CAUSES", "sore tongue"),
            ],
            id="what comes with an illness",
        ),
        pytest.param(
            "Rhodiola may increase endurance and lower perceived exertion.",
            [("rhodiola", "INCREASES", "endurance"), ("rhodiola", "DECREASES", "perceived exertion")],
            id="a verb before a participle",
        ),
        pytest.param(
            "Taking 3 grams of glycine before bed lowered body temperature and improved sleep quality in a trial.",
            [("glycine", "DECREASES", "body temperature"), ("glycine", "IMPROVES", "sleep quality")],
            id="two verbs with their objects",
        ),
        pytest.param("Amino acids are building blocks of muscle.", [("amino acids", "AFFECTS", "muscle")], id="blocks"),
        pytest.param(
            "Fiber holds on to water, which makes stools softer.", [("dietary fiber", "IMPROVES", "stools")], id="water"
        ),
        pytest.param(
            "Those who ate the most fibre were less likely to be admitted to hospital with diverticular disease.",
            [("dietary fiber", "PREVENTS", "diverticular disease")],
            id="admitted with",
        ),
        pytest.param(
            "Apples are rich in pectin, which gut bacteria turn into short-chain fatty acids.",
            [("pectin", "FOUND_IN", "Apples"), ("pectin", "INCREASES", "short-chain fatty acids")],
            id="what it is turned into",
        ),
        pytest.param(
            "Thiamine helps the body turn carbohydrate into energy.", [("thiamine", "IMPROVES", "energy")], id="energy"
        ),
        pytest.param(
            "Rhodiola is a herb. In a trial, 60 adults took the extract for a month and reported less exhaustion.",
            [("rhodiola", "TREATS", "exhaustion")],
            id="took and reported",
        ),
        pytest.param(
            "Children who are given peanut early are far less likely to be allergic to it.",
            [("peanuts", "PREVENTS", "allergic")],
            id="likely to be allergic",
        ),
        pytest.param(
            "Patients who took magnesium had 40 percent fewer attacks.",
            [("magnesium", "TREATS", "attacks")],
            id="fewer attacks",
        ),
        pytest.param(
            "Undiluted vinegar can erode tooth enamel and burn the throat.",
            [("vinegar", "WORSENS", "tooth enamel"), ("vinegar", "WORSENS", "throat")],
            id="burns",
        ),
        pytest.param(
            "Magnesium is involved in more than 300 reactions in your body.",
            [("magnesium", "AFFECTS", "more than 300 reactions")],
            id="reactions in the body",
        ),
        pytest.param(
            "Runners had half as many colds when they took vitamin C.",
            [("vitamin C", "PREVENTS", "colds")],
            id="half as many",
        ),
    ],
)
def test_what_there_is_less_of(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected
