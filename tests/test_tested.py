"""What a study saw is told of what it gave, also where a sentence says nothing of the study itself."""

from __future__ import annotations

import pytest

from claimx.pipeline import Extractor

TRIAL = "Oats\n\nHalf of the volunteers ate oats for a month; the others ate bread."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{TRIAL} Insulin resistance was also lower.", [("oats", "TREATS", "affirmed")], id="a lower condition"
        ),
        pytest.param(f"{TRIAL} Heart rate fell.", [("oats", "DECREASES", "affirmed")], id="what fell"),
        pytest.param(f"{TRIAL} Sleep improved, too.", [("oats", "IMPROVES", "affirmed")], id="what improved"),
        pytest.param(f"{TRIAL} Heart rate was similar.", [("oats", "AFFECTS", "negated")], id="what was the same"),
        pytest.param(f"{TRIAL} Their weight did not change.", [("oats", "AFFECTS", "negated")], id="no change"),
        pytest.param(
            f"{TRIAL} Heart rate fell in both groups.", [("oats", "DECREASES", "negated")], id="the same in both"
        ),
        pytest.param(f"{TRIAL} Heart rate fell in the winter.", [("oats", "DECREASES", "affirmed")], id="when it fell"),
        pytest.param("Oats\n\nOats are tasty. Insulin resistance was also lower.", [], id="no study before"),
        pytest.param(
            f"{TRIAL} Deaths were rare in the oats arm, and colds fell.",
            [("oats", "PREVENTS", "affirmed")],
            id="an arm is no part of the body",
        ),
        pytest.param(f"{TRIAL} Heart rate fell with exercise.", [], id="another cause"),
        pytest.param(
            "Half of the women got calcium plus zinc, half a placebo. Weight did not change.",
            [("calcium", "AFFECTS", "negated"), ("zinc", "AFFECTS", "negated")],
            id="two that were given together",
        ),
        pytest.param(
            "Half of the women got calcium or zinc, half a placebo. Weight did not change.", [], id="one of two"
        ),
        pytest.param(
            "Half of the women got calcium, half a placebo. Kidney stones, though, were more common.",
            [("calcium", "CAUSES", "affirmed")],
            id="what was more common",
        ),
        pytest.param("Women eat calcium. Kidney stones, though, were more common.", [], id="more common than before"),
        pytest.param("Oats\n\nThe trial went on.\n\nRice\n\nHeart rate fell.", [], id="below another heading"),
    ],
)
def test_what_a_study_saw(extractor: Extractor, text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(claim.nutrient.name, claim.relation, claim.polarity) for claim in extractor.extract(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stroke is common. Walnuts cut the risk by a third.", [("PREVENTS", "risk", "stroke")]),
        ("Stroke is common. Women who ate walnuts had a 12 percent lower risk.", [("PREVENTS", "risk", "stroke")]),
        ("Stroke is common. Walnuts cut the risk of gout.", [("PREVENTS", "gout", "gout")]),
        ("Walnuts are popular. They cut the risk by a third.", []),
    ],
)
def test_a_bare_risk_is_of_what_was_spoken_of(
    extractor: Extractor, text: str, expected: list[tuple[str, str, str]]
) -> None:
    claims = extractor.extract(text)
    assert [(c.relation, c.object.surface, c.object.name) for c in claims if c.object is not None] == expected
