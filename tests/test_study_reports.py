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
