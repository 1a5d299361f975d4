"""What those who have an illness are told to eat, drink or leave out, and those who are told for whom it is not."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Drink plenty of tea if you have a cold.", [("tea", "USED_FOR", "cold")]),
        ("If you have a cold, start drinking tea.", [("tea", "USED_FOR", "cold")]),
        ("If you have a cold, you drink tea.", []),
        ("Do not drink tea if you have a cold.", [("tea", "CONTRAINDICATED_IN", "cold")]),
        ("People with gout should eat oats.", [("oats", "USED_FOR", "gout")]),
        ("People with gout eat oats.", []),
        ("People with gout should eat less beef.", [("beef", "CONTRAINDICATED_IN", "gout")]),
        (
            "Doctors recommend that people with gout eat moderate or reduced amounts of protein.",
            [("protein", "CONTRAINDICATED_IN", "gout")],
        ),
        ("If you have gout, drink less beer.", [("beer", "CONTRAINDICATED_IN", "gout")]),
        ("Children with gout may receive vitamin D drops.", [("vitamin D", "USED_FOR", "gout")]),
    ],
)
def test_who_has_an_illness_is_told_what_to_take(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Do not let babies eat honey.", [("honey", "CONTRAINDICATED_IN", "babies")]),
        (
            "Do not give young children fruit juice or fizzy drinks.",
            [
                ("fruit juice", "CONTRAINDICATED_IN", "young children"),
                ("soft drinks", "CONTRAINDICATED_IN", "young children"),
            ],
        ),
        ("Give young children fruit juice.", []),
        (
            "Do not drink beer, wine or cider, as it can make gout worse.",
            [("beer", "WORSENS", "gout"), ("cider", "WORSENS", "gout"), ("wine", "WORSENS", "gout")],
        ),
        ("Do not sweeten beer with honey, as it can make gout worse.", [("beer", "WORSENS", "gout")]),
        ("For vomiting, avoid milk.", [("milk", "CONTRAINDICATED_IN", "vomiting")]),
    ],
)
def test_who_is_to_go_without(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Scurvy is a disease of the gums.", [("vitamin C", "USED_FOR", "Scurvy")]),
        ("Scurvy (gum rot) is rare.", [("vitamin C", "USED_FOR", "Scurvy")]),
        ("Fatigue comes before scurvy.", [("vitamin C", "USED_FOR", "anemia")]),
    ],
)
def test_treatment_is_that_of_the_illness_that_the_text_defines(
    extractor: Extractor, opening: str, expected: list[Row]
) -> None:
    assert rows(extractor, f"{opening} It may be seen with anemia. Treatment consists of vitamin C.") == expected


def test_lost_fluids_are_drunk(extractor: Extractor) -> None:
    assert rows(extractor, "The treatment for cholera is replacing lost fluids and potassium.") == [
        ("fluids", "USED_FOR", "cholera"),
        ("potassium", "USED_FOR", "cholera"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Eat oats, drink tea and do exercises to avoid constipation.",
            [("oats", "PREVENTS", "constipation"), ("tea", "PREVENTS", "constipation")],
        ),
        ("Avoid beer and drink tea to prevent gout.", [("tea", "PREVENTS", "gout")]),
        (
            "Take zinc to prevent colds and drink tea to prevent gout.",
            [("zinc", "PREVENTS", "colds"), ("tea", "PREVENTS", "gout")],
        ),
    ],
)
def test_purpose_behind_a_row_of_orders_is_that_of_all(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Treatment for rickets depends on its form but may include vitamin D.",
            [("vitamin D", "USED_FOR", "rickets")],
        ),
        ("Treatment for rickets depends on your vitamin D levels.", []),
        ("People with celiac disease may need iron tablets.", [("iron", "USED_FOR", "celiac disease")]),
        ("Drinking tea is important if you have diarrhea.", [("tea", "USED_FOR", "diarrhea")]),
        ("Drinking tea is not important if you have diarrhea.", []),
        ("Drink tea so that you do not get dehydrated.", [("tea", "PREVENTS", "dehydrated")]),
        ("Drink tea so that you get dehydrated.", []),
        ("Eat a healthy diet - this can help with constipation.", [("healthy diet", "TREATS", "constipation")]),
        ("Eat healthy foods - this can help with constipation.", []),
    ],
)
def test_what_is_given_to_whom(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Zinc may help.", [("zinc", "TREATS", "Scurvy")]),
        ("Things that can help include zinc.", [("zinc", "TREATS", "Scurvy")]),
        ("Zinc may help you sleep.", [("zinc", "IMPROVES", "sleep")]),
        ("You may be given zinc.", [("zinc", "USED_FOR", "Scurvy")]),
        ("You may not be given zinc.", []),
        ("Some people need zinc tablets.", [("zinc", "USED_FOR", "Scurvy")]),
        ("Some people need zinc.", []),
    ],
)
def test_illness_that_a_text_is_about_is_helped(extractor: Extractor, said: str, expected: list[Row]) -> None:
    assert rows(extractor, f"Scurvy is a disease of the gums. {said}") == expected


@pytest.mark.parametrize(
    ("then", "expected"),
    [("It hurts. Gout comes and goes.", "Gout"), ("It hurts.", "swelling")],
)
def test_text_goes_on_about_the_illness_that_it_opens_with(extractor: Extractor, then: str, expected: str) -> None:
    text = f"Gout comes on at night. If gout goes on, see a doctor. {then} It can bring swelling. Cherries may help."
    assert rows(extractor, text)[-1:] == [("cherries", "TREATS", expected)]
