"""Groups that a study compares: how many of each fell ill, who took most or least, what more of it went with."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Of the 200 patients on zinc, 12 developed pneumonia, compared with 31 on placebo.",
            [("zinc", "PREVENTS", "pneumonia")],
            id="fewer of so many",
        ),
        pytest.param(
            "Of the 200 patients on zinc, 31 developed pneumonia, compared with 12 on placebo.",
            [("zinc", "CAUSES", "pneumonia")],
            id="more of so many",
        ),
        pytest.param(
            "Pneumonia developed in 12 of 200 patients on zinc and in 31 of 198 on placebo.",
            [("zinc", "PREVENTS", "Pneumonia")],
            id="the illness first",
        ),
        pytest.param(
            "Pneumonia developed in 12 of 60 patients on zinc and in 31 of 400 on placebo.",
            [("zinc", "CAUSES", "Pneumonia")],
            id="shares of groups of unlike size",
        ),
        pytest.param(
            "Nausea occurred in 14 of the 120 patients on zinc but only 3 of those on placebo.",
            [("zinc", "CAUSES", "Nausea")],
            id="one group without its size",
        ),
        pytest.param(
            "In the zinc group, 12 people developed pneumonia, versus 31 in the placebo group.",
            [("zinc", "PREVENTS", "pneumonia")],
            id="the group first",
        ),
        pytest.param(
            "Headaches were reported by 14 per cent of those on zinc and 5 per cent of those on placebo.",
            [("zinc", "CAUSES", "Headaches")],
            id="per cent in two words",
        ),
        pytest.param(
            "Infection rates were 12% with zinc and 20% with placebo.",
            [("zinc", "PREVENTS", "Infection")],
            id="rates",
        ),
        pytest.param("Infection rates were 12% with zinc and 12% with placebo.", [], id="equal rates"),
    ],
)
def test_how_many_of_each_group(text: str, expected: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Women in the highest quartile of magnesium intake had a 19% lower hazard of stroke.",
            [("magnesium", "PREVENTS", "stroke")],
            id="hazard",
        ),
        pytest.param(
            "Fish\n\nA study followed adults who ate fish. Participants in the bottom fifth had higher blood pressure.",
            [("deficiency fish", "ASSOCIATED_WITH", "blood pressure")],
            id="the bottom fifth",
        ),
        pytest.param(
            "Women who are short of vitamin D lose muscle faster.",
            [("deficiency vitamin D", "ASSOCIATED_WITH", "muscle")],
            id="losing faster",
        ),
        pytest.param(
            "Women who are short of vitamin D lose muscle.",
            [("deficiency vitamin D", "CAUSES", "lose muscle")],
            id="losing",
        ),
        pytest.param("Those given zinc slept worse on Sundays.", [], id="an arm that slept worse"),
        pytest.param(
            "Those with the lowest magnesium intake slept worse.",
            [("deficiency magnesium", "ASSOCIATED_WITH", "slept")],
            id="sleeping worse",
        ),
        pytest.param(
            "Men who ate the most nuts lived longer.", [("nuts", "ASSOCIATED_WITH", "lived")], id="living longer"
        ),
        pytest.param(
            "Death rates were highest in those with the lowest vitamin D levels.",
            [("deficiency vitamin D", "PREDISPOSES", "Death")],
            id="highest rates",
        ),
        pytest.param(
            "Men who ate fish twice a week had fewer strokes. They also had lower blood pressure.",
            [("fish", "ASSOCIATED_WITH", "strokes"), ("fish", "ASSOCIATED_WITH", "blood pressure")],
            id="they also",
        ),
        pytest.param(
            "The more magnesium people consumed, the better they slept.",
            [("magnesium", "ASSOCIATED_WITH", "slept")],
            id="the more, the better",
        ),
        pytest.param(
            "Coffee\n\nPeople who drink coffee have less gout. Each additional cup cut the risk of stroke by 3%.",
            [("coffee", "ASSOCIATED_WITH", "gout"), ("coffee", "PREVENTS", "stroke")],
            id="each additional cup",
        ),
        pytest.param("Each additional cup of paint cut the risk of stroke.", [], id="a cup of something else"),
    ],
)
def test_who_took_most_and_least(text: str, expected: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Too much sugar led to lower scores on memory tests.",
            [("excess sugar", "WORSENS", "memory")],
            id="lower scores",
        ),
        pytest.param("Ginkgo raised memory scores.", [("ginkgo", "IMPROVES", "memory")], id="higher scores"),
        pytest.param("Ginkgo lowered pain scores.", [("ginkgo", "TREATS", "pain")], id="scores of an illness"),
        pytest.param(
            "Zinc lowered inflammation scores.", [("zinc", "DECREASES", "inflammation")], id="scores of what harms"
        ),
        pytest.param(
            "Rats fed sugar did worse on memory tests.", [("sugar", "WORSENS", "memory")], id="doing worse when fed"
        ),
        pytest.param(
            "Two surveys have linked a high intake of cola with smaller brain volume and lower scores on memory tests.",
            [("cola", "DECREASES", "brain volume"), ("excess cola", "WORSENS", "memory")],
            id="what the surveys link it with",
        ),
        pytest.param(
            "A trial gave adults zinc. No change was seen in pain, but inflammation was lower.",
            [("zinc", "not TREATS", "pain"), ("zinc", "DECREASES", "inflammation")],
            id="no change in one, but",
        ),
        pytest.param(
            "A trial gave adults zinc. No effect was found on cancer or on death from any cause.",
            [("zinc", "not PREVENTS", "cancer"), ("zinc", "not PREVENTS", "death")],
            id="death from any cause",
        ),
    ],
)
def test_what_a_study_measures(text: str, expected: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == expected


def test_a_juice_by_its_last_word(extractor: Extractor) -> None:
    text = "Beetroot juice\n\nBeetroot juice eases cramps. Blood pressure fell in those on the real juice."
    assert rows(extractor, text) == [
        ("beetroot juice", "TREATS", "cramps"),
        ("beetroot juice", "DECREASES", "Blood pressure"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Women who took folic acid were less likely to have a child with spina bifida.",
            [("folic acid", "PREVENTS", "spina bifida")],
            id="what a child is born with",
        ),
        pytest.param(
            "Women with low iron stores in early pregnancy had plans and were more prone to gout.",
            [("deficiency iron", "PREDISPOSES", "gout")],
            id="stores taken for a verb",
        ),
        pytest.param(
            "Cola\n\nCola is sold in cans. The heaviest consumers were 29 per cent more likely to have a stroke.",
            [("cola", "PREDISPOSES", "stroke")],
            id="the heaviest consumers",
        ),
        pytest.param("The heaviest consumers of fuel were more likely to have a stroke.", [], id="consumers of fuel"),
        pytest.param(
            "In a trial, cocoa sharpened attention in older adults; blood pressure and weight also fell.",
            [
                ("cocoa", "IMPROVES", "attention"),
                ("cocoa", "DECREASES", "blood pressure"),
                ("cocoa", "DECREASES", "weight"),
            ],
            id="a clause behind a semicolon",
        ),
        pytest.param(
            "Fish oil lowered triglycerides but not LDL.",
            [("fish oil", "DECREASES", "triglycerides"), ("fish oil", "not DECREASES", "LDL")],
            id="but not another",
        ),
        pytest.param(
            "Adverse events were as common with turmeric as with placebo.",
            [("turmeric", "not CAUSES", "Adverse events")],
            id="as common",
        ),
        pytest.param(
            "Probiotics are well tolerated, but bloodstream infections have been reported.",
            [("probiotics", "SAFE_FOR", ""), ("probiotics", "CAUSES", "bloodstream infections")],
            id="safe, but",
        ),
        pytest.param(
            "Probiotics are sold in shops, but bloodstream infections have been reported.", [], id="sold, but"
        ),
        pytest.param(
            "B vitamins\n\nA trial gave adults B vitamins. Homocysteine fell in the vitamin group.",
            [("B vitamins", "DECREASES", "Homocysteine")],
            id="a group by a class",
        ),
    ],
)
def test_what_befell_the_takers(text: str, expected: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Turmeric no better than placebo for sore knees",
            [("turmeric", "not TREATS", "sore knees")],
            id="no better",
        ),
        pytest.param(
            "Fish oil no help for dry eyes, trial finds", [("fish oil", "not TREATS", "dry eyes")], id="who found it"
        ),
        pytest.param(
            "Vitamin D pills of no use against depression",
            [("vitamin D", "not TREATS", "depression")],
            id="of no use",
        ),
    ],
)
def test_headlines_without_a_verb(text: str, expected: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Coffee\n\nA study followed 900 people who drank coffee. There was no link with stroke.",
            [("coffee", "not ASSOCIATED_WITH", "stroke")],
            id="no link",
        ),
        pytest.param(
            "Coffee\n\nA study followed 900 people who drank coffee. No association was found with stroke.",
            [("coffee", "not ASSOCIATED_WITH", "stroke")],
            id="no association found",
        ),
        pytest.param(
            "Coffee\n\nA study followed 900 people who drank coffee. Exercise had no link with stroke.",
            [],
            id="a link of something else",
        ),
        pytest.param(
            "LDL cholesterol was 8 per cent lower in those who ate oats.",
            [("oats", "DECREASES", "LDL cholesterol")],
            id="so many per cent lower",
        ),
        pytest.param(
            "A trial gave men selenium, vitamin E, both or neither. Neither supplement prevented prostate cancer.",
            [("selenium", "not PREVENTS", "prostate cancer"), ("vitamin E", "not PREVENTS", "prostate cancer")],
            id="neither supplement",
        ),
        pytest.param(
            "A trial gave men selenium and vitamin E. Neither prevented prostate cancer.",
            [("selenium", "not PREVENTS", "prostate cancer"), ("vitamin E", "not PREVENTS", "prostate cancer")],
            id="neither",
        ),
        pytest.param("A trial gave men two drugs. Neither prevented prostate cancer.", [], id="neither drug"),
        pytest.param(
            "A trial gave women creatine. None of the women developed kidney problems.",
            [("creatine", "not CAUSES", "kidney problems")],
            id="none developed",
        ),
    ],
)
def test_what_a_study_did_not_find(text: str, expected: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == expected
