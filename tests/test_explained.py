"""Sentences that explain what a nutrient does by way of clauses, processes and compounds, each beside a plain twin."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Because it eases stress, kava helps with sleep.",
            [("kava", "TREATS", "stress"), ("kava", "IMPROVES", "sleep")],
            id="subject behind its pronoun",
        ),
        pytest.param("When it lowers cholesterol, gout can flare up.", [], id="illness behind a pronoun"),
        pytest.param(
            "A lack of zinc is rare, but when it occurs it causes hair loss.",
            [("deficiency zinc", "CAUSES", "hair loss")],
            id="pronoun past a pronoun",
        ),
        pytest.param("Gout is rare, but when it occurs it causes joint pain.", [], id="illness past a pronoun"),
    ],
)
def test_pronouns_of_two_clauses(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tyrosine is the raw material from which the body makes dopamine.",
            [("tyrosine", "AFFECTS", "dopamine")],
            id="what it is made from",
        ),
        pytest.param(
            "Iodine is a mineral without which the thyroid cannot make its hormones.",
            [("iodine", "AFFECTS", "hormones")],
            id="what it is not made without",
        ),
        pytest.param("Fire is a tool without which people cannot make hormones.", [], id="no nutrient"),
    ],
)
def test_prepositions_before_a_relative_pronoun(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Garlic contains compounds that lower cholesterol.",
            [("garlic", "DECREASES", "cholesterol")],
            id="compounds of a food",
        ),
        pytest.param("Smoke contains compounds that lower cholesterol.", [], id="compounds of no food"),
        pytest.param(
            "Ginger contains compounds called gingerols that relieve nausea.",
            [("gingerol", "FOUND_IN", "Ginger"), ("gingerol", "TREATS", "nausea")],
            id="compounds with a name",
        ),
        pytest.param(
            "Pectin is broken down into substances that lower cholesterol.",
            [("pectin", "DECREASES", "cholesterol")],
            id="what it turns into",
        ),
        pytest.param(
            "Iron is part of a protein that carries oxygen.",
            [("iron", "AFFECTS", "protein")],
            id="what it is a part of",
        ),
    ],
)
def test_what_the_compounds_of_something_do(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Zinc is needed for the breakdown of carbohydrates and growth.",
            [("zinc", "AFFECTS", "breakdown of carbohydrates"), ("zinc", "AFFECTS", "growth")],
            id="process of a nutrient",
        ),
        pytest.param("Zinc is needed for the breakdown of cars.", [], id="process of something else"),
        pytest.param(
            "Low calcium contributes to thinning bones and a higher risk of fractures.",
            [("deficiency calcium", "CAUSES", "thinning bones"), ("deficiency calcium", "PREDISPOSES", "fractures")],
            id="risk of the last alone",
        ),
        pytest.param(
            "Zinc lowers heart disease and stroke risk.",
            [("zinc", "PREVENTS", "heart disease"), ("zinc", "PREVENTS", "stroke")],
            id="risk of all",
        ),
        pytest.param(
            "Peppermint relieves the cramps of colitis.",
            [("peppermint", "TREATS", "cramps")],
            id="symptom of an illness",
        ),
        pytest.param(
            "Peppermint relieves people of colitis.",
            [("peppermint", "TREATS", "colitis")],
            id="illness people are rid of",
        ),
    ],
)
def test_objects_as_they_are_named(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Manganese takes part in forming bones, in blood clotting and in growth.",
            [
                ("manganese", "AFFECTS", "blood clotting"),
                ("manganese", "AFFECTS", "growth"),
                ("manganese", "AFFECTS", "bones"),
            ],
            id="preposition repeated behind an act",
        ),
        pytest.param(
            "Ginkgo is as effective as aspirin for mild to moderate dementia.",
            [("ginkgo", "TREATS", "dementia")],
            id="from one degree to another",
        ),
        pytest.param(
            "Trans fats push LDL up and pull HDL down, a combination that hardens arteries.",
            [
                ("trans fat", "INCREASES", "LDL"),
                ("trans fat", "DECREASES", "HDL"),
                ("trans fat", "WORSENS", "arteries"),
            ],
            id="clause summed up in a noun",
        ),
        pytest.param("Smoke pushes LDL up, a combination that hardens arteries.", [], id="clause of no nutrient"),
        pytest.param(
            "Too much zinc damages nerves and results in pain.",
            [("excess zinc", "WORSENS", "nerves"), ("excess zinc", "CAUSES", "pain")],
            id="second verb with a phrase",
        ),
        pytest.param("Kava, a root, eases stress.", [("kava", "TREATS", "stress")], id="what a name is said to be"),
        pytest.param(
            "Astaxanthin, the carotenoid that colors salmon, protects the skin.",
            [("astaxanthin", "IMPROVES", "skin")],
            id="name ahead of what it is said to be",
        ),
        pytest.param(
            "Kava, oats and zinc ease stress.",
            [("kava", "TREATS", "stress"), ("oats", "TREATS", "stress"), ("zinc", "TREATS", "stress")],
            id="three names",
        ),
        pytest.param(
            "Magnesium's job is to keep bones strong.", [("magnesium", "IMPROVES", "bones")], id="job of a nutrient"
        ),
        pytest.param("The thyroid's job is to keep bones strong.", [], id="job of a part"),
    ],
)
def test_clauses_of_one_sentence(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ginger works by stopping nausea and relieving pain.",
            [("ginger", "TREATS", "nausea"), ("ginger", "TREATS", "pain")],
            id="stops one and relieves another",
        ),
        pytest.param(
            "Ginger does not stop nausea or relieve pain.",
            [("ginger", "not TREATS", "nausea"), ("ginger", "not TREATS", "pain")],
            id="does neither",
        ),
        pytest.param(
            "Quercetin works by stopping cells from releasing histamine and so relieving pain.",
            [("quercetin", "DECREASES", "histamine"), ("quercetin", "TREATS", "pain")],
            id="what comes of what is stopped",
        ),
        pytest.param(
            "Low zinc lowers resistance to measles.",
            [("deficiency zinc", "DECREASES", "resistance")],
            id="resistance to an illness",
        ),
        pytest.param("Zinc lowers insulin resistance.", [("zinc", "TREATS", "insulin resistance")], id="illness"),
        pytest.param(
            "An excess of manganese from coffee harms the brain.",
            [("manganese", "FOUND_IN", "coffee"), ("excess manganese", "WORSENS", "brain")],
            id="where too much comes from",
        ),
    ],
)
def test_what_is_stopped_and_what_is_not(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Oily fish supplies vitamin D, a hormone-like vitamin.",
            [("vitamin D", "FOUND_IN", "Oily fish")],
            id="hyphen before like",
        ),
        pytest.param(
            "Beef contains iron, a vital mineral for growth.",
            [("iron", "FOUND_IN", "Beef"), ("iron", "AFFECTS", "growth")],
            id="what a nutrient of a food is",
        ),
        pytest.param(
            "Zinc's claim to fame is that it shortens colds.", [("zinc", "TREATS", "colds")], id="claim to fame"
        ),
        pytest.param("The singer's claim to fame is that it shortens colds.", [], id="fame of no nutrient"),
        pytest.param(
            "People low in vitamin D are likelier to develop gout.",
            [("deficiency vitamin D", "PREDISPOSES", "gout")],
            id="likelier",
        ),
        pytest.param(
            "People low in vitamin D develop gout.",
            [("deficiency vitamin D", "CAUSES", "gout")],
            id="not only likelier",
        ),
    ],
)
def test_what_a_nutrient_is_and_does(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Niacin helps turn fuel into energy.",
            [("niacin", "IMPROVES", "energy")],
            id="what is turned taken for a verb",
        ),
        pytest.param("Engines help turn fuel into energy.", [], id="what no nutrient turns"),
        pytest.param(
            "Lecithin may hinder gallstones from forming.",
            [("lecithin", "PREVENTS", "gallstones")],
            id="illness kept off",
        ),
        pytest.param(
            "Too little zinc delays healing.", [("deficiency zinc", "WORSENS", "healing")], id="repair put off"
        ),
    ],
)
def test_acts_upon_an_act(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected
