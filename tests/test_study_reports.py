"""Reports of studies as news writers put them: what was seen in whom, beside what, and in how many of them."""

from __future__ import annotations

import pytest

from claimx.pipeline import Extractor


def rows(extractor: Extractor, text: str) -> set[str]:
    """ "not zinc | TREATS | colds" for each claim, with the name of the object."""
    return {
        f"{'not ' if claim.polarity == 'negated' else ''}{claim.nutrient.name} | {claim.relation} | "
        f"{claim.object.name if claim.object else ''}"
        for claim in extractor.extract(text)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Cinnamon raised insulin sensitivity in obese men, and blood pressure dropped by 5 points.",
            {"cinnamon | INCREASES | insulin sensitivity", "cinnamon | DECREASES | blood pressure"},
            id="a second clause taken for a second object",
        ),
        pytest.param(
            "Cinnamon raised insulin sensitivity and blood pressure in obese men.",
            {"cinnamon | INCREASES | insulin sensitivity", "cinnamon | INCREASES | blood pressure"},
            id="a second object",
        ),
        pytest.param(
            "The supplements — a mix of zinc and copper — cut the odds of gout by a quarter.",
            {"zinc | PREVENTS | gout", "copper | PREVENTS | gout"},
            id="what supplements are made of",
        ),
        pytest.param(
            "Milk enriched with taurine sharpened memory.",
            {"taurine | IMPROVES | memory", "milk | IMPROVES | memory", "taurine | FOUND_IN | milk"},
            id="what a food was enriched with",
        ),
        pytest.param(
            "Vitamin E was tried against prostate cancer. The vitamin raised their risk by 17 percent.",
            {"vitamin E | USED_FOR | prostate cancer", "vitamin E | PREDISPOSES | prostate cancer"},
            id="whose risk it was",
        ),
        pytest.param("For years doctors hoped that zinc would ward off gout.", set(), id="what was hoped for"),
        pytest.param(
            "Children whose mothers had been low in iodine scored lower on reading.",
            {"iodine | ASSOCIATED_WITH | reading"},
            id="who they are whose mothers were short of it",
        ),
        pytest.param(
            "Their mothers had been low in iodine.",
            {"iodine | ASSOCIATED_WITH | mothers"},
            id="who was short of it",
        ),
    ],
)
def test_what_a_report_says(text: str, expected: set[str], extractor: Extractor) -> None:
    assert rows(extractor, text) == expected


STUDY = "The study looked at fiber. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Men in the highest quartile for selenium were less likely to get gout.",
            {"selenium | PREVENTS | gout"},
            id="a quarter of those in a study",
        ),
        pytest.param(
            f"{STUDY}Those in the top fifth had a lower risk of gout.",
            {"dietary fiber | PREVENTS | gout"},
            id="a fifth of what is not said again",
        ),
        pytest.param(
            f"{STUDY}Women who ate the most had a lower risk of gout.",
            {"dietary fiber | PREVENTS | gout"},
            id="the most of what is not said again",
        ),
        pytest.param(
            f"{STUDY}Women with the lowest intake had twice the risk of gout.",
            {"dietary fiber | PREDISPOSES | gout"},
            id="the lowest intake of what is not said again",
        ),
        pytest.param(
            "Compared with people in the lowest fifth of fiber intake, those in the highest fifth had less gout.",
            {"dietary fiber | ASSOCIATED_WITH | gout"},
            id="whom they are compared with",
        ),
        pytest.param(
            "Zinc was tied to better sleep, and it was related to sharper memory.",
            {"zinc | IMPROVES | sleep", "zinc | IMPROVES | memory"},
            id="related to what is better",
        ),
        pytest.param(
            "Saffron reduced scores on anxiety and stress scales.",
            {"saffron | TREATS | anxiety", "saffron | TREATS | stress"},
            id="scores on scales",
        ),
        pytest.param(
            "Fish oil did not keep adults from becoming depressed.",
            {"not fish oil | PREVENTS | depression"},
            id="what people are kept from becoming",
        ),
        pytest.param(
            "Patients are told to avoid bananas and potatoes. People with gout should not raise their intake.",
            {"bananas | CONTRAINDICATED_IN | gout"},
            id="the intake of people",
        ),
    ],
)
def test_whom_a_report_compares(text: str, expected: set[str], extractor: Extractor) -> None:
    assert rows(extractor, text) == expected


def test_the_lowest_intake_is_a_shortage(extractor: Extractor) -> None:
    claims = extractor.extract("Women in the bottom third of zinc intake had twice the risk of gout.")
    assert [(claim.nutrient_state, claim.relation) for claim in claims] == [("deficiency", "PREDISPOSES")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Replacing salt with an alternative eases gout.", [("deficiency", "salt")], id="with what else"),
        pytest.param("Replacing butter with olive oil eases gout.", [("intake", "olive oil")], id="with a named one"),
    ],
)
def test_what_takes_the_place_of_another(text: str, expected: list[tuple[str, str]], extractor: Extractor) -> None:
    assert [(claim.nutrient_state, claim.nutrient.name) for claim in extractor.extract(text)] == expected
