"""How blogs, health news and pages of questions tell it: advice to people, what trials told, harm beside no benefit."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor

WARNED = "CONTRAINDICATED_IN"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Doctors urge people with liver disease to avoid turmeric.",
            [("turmeric", WARNED, "liver disease")],
            id="urge",
        ),
        pytest.param(
            "Doctors tell women with liver disease to stay away from turmeric.",
            [("turmeric", WARNED, "liver disease")],
            id="tell",
        ),
        pytest.param(
            "Experts warn pregnant women not to take ashwagandha.",
            [("ashwagandha", WARNED, "pregnant women")],
            id="warn not to",
        ),
        pytest.param("Doctors with liver disease avoid stress.", [], id="nobody is told"),
        pytest.param("Fish oil is not for children.", [("fish oil", WARNED, "children")], id="not for"),
        pytest.param("Fish oil is not only for children.", [], id="not only for"),
    ],
)
def test_who_is_told_to_leave_it_out(text: str, expected: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "People who took curcumin were less likely to progress to type 2 diabetes.",
            [("curcumin", "PREVENTS", "type 2 diabetes")],
            id="less likely to progress to",
        ),
        pytest.param(
            "Adults who drank cocoa were less likely to go on to develop dementia.",
            [("cocoa", "PREVENTS", "dementia")],
            id="less likely to go on to",
        ),
        pytest.param(
            "People who ate red meat were more likely to go on to develop diabetes.",
            [("red meat", "PREDISPOSES", "diabetes")],
            id="more likely to go on to",
        ),
        pytest.param("People who eat nuts are less likely to go to the doctor.", [], id="to go somewhere"),
        pytest.param(
            "Pain scores in the turmeric group had fallen 9 points further than in the placebo group.",
            [("turmeric", "TREATS", "Pain")],
            id="so many points further",
        ),
        pytest.param(
            "Patients with osteoarthritis who received collagen got better sooner than those on placebo.",
            [("collagen", "TREATS", "osteoarthritis")],
            id="got better sooner",
        ),
    ],
)
def test_what_became_of_takers(text: str, expected: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Zinc pills don't prevent colds and leave many people nauseated.",
            [("zinc", "not PREVENTS", "colds"), ("zinc", "CAUSES", "nauseated")],
            id="no benefit but harm",
        ),
        pytest.param(
            "Zinc does not upset the stomach and cause nausea.",
            [("zinc", "not CAUSES", "stomach"), ("zinc", "not CAUSES", "nausea")],
            id="neither harm",
        ),
        pytest.param(
            "Zinc pills do not prevent or cure colds.",
            [("zinc", "not PREVENTS", "colds"), ("zinc", "not TREATS", "colds")],
            id="neither benefit",
        ),
        pytest.param(
            "Zinc pills didn't help and gave some people headaches.",
            [("zinc", "CAUSES", "headaches")],
            id="what is given does not help with",
        ),
    ],
)
def test_harm_beside_what_is_denied(text: str, expected: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Protein boosts a hormone called leptin.", [("protein", "INCREASES", "leptin")], id="called"),
        pytest.param("Protein boosts leptin.", [("protein", "INCREASES", "leptin")], id="plain"),
        pytest.param("Biotin does not thicken hair.", [("biotin", "not IMPROVES", "hair")], id="hair"),
        pytest.param("Butter thickens artery walls.", [], id="no good to arteries"),
        pytest.param(
            "Melatonin can make blood pressure pills weaker.",
            [("melatonin", "INTERACTS_WITH", "blood pressure pills")],
            id="a drug made weak",
        ),
        pytest.param("Melatonin can make you weaker.", [("melatonin", "CAUSES", "weaker")], id="somebody made weak"),
    ],
)
def test_names_and_what_is_made_of_them(text: str, expected: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "People taking green tea lost more weight than those on placebo.",
            [("green tea", "DECREASES", "weight")],
            id="lost weight",
        ),
        pytest.param("People taking green tea lost less weight than the others.", [], id="lost less weight"),
        pytest.param(
            "Women who tried inositol had more regular periods.",
            [("inositol", "IMPROVES", "regular periods")],
            id="more regular",
        ),
        pytest.param("Gas was more common than with beans.", [], id="more common than with"),
        pytest.param("Gas is common with beans.", [("beans", "CAUSES", "Gas")], id="common with"),
        pytest.param(
            "After a month on ashwagandha, their anxiety scores were cut in half.",
            [("ashwagandha", "TREATS", "anxiety")],
            id="cut in half",
        ),
    ],
)
def test_what_groups_lost_and_gained(text: str, expected: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Skip ashwagandha if you're pregnant, have a thyroid condition, or take sedatives.",
            [
                ("ashwagandha", WARNED, "pregnant"),
                ("ashwagandha", WARNED, "thyroid condition"),
                ("ashwagandha", WARNED, "sedatives"),
            ],
            id="one condition after another",
        ),
        pytest.param(
            "Berberine is a reasonable option if you have prediabetes.",
            [("berberine", "USED_FOR", "prediabetes")],
            id="an option if",
        ),
        pytest.param(
            "Berberine is a bad option if you have prediabetes.",
            [("berberine", WARNED, "prediabetes")],
            id="a bad option if",
        ),
        pytest.param(
            "Chromium makes cells more responsive to insulin and the liver makes less glucose.",
            [("chromium", "IMPROVES", "responsive to insulin")],
            id="less of something else",
        ),
        pytest.param(
            "Berberine can push blood levels of statins too high.",
            [("berberine", "INTERACTS_WITH", "statins")],
            id="levels of a drug",
        ),
    ],
)
def test_conditions_and_comparisons_in_a_row(text: str, expected: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Zinc is safe for most adults. Up to 10 percent of users report cramps.",
            [("zinc", "SAFE_FOR", "adults"), ("zinc", "CAUSES", "cramps")],
            id="a share of users",
        ),
        pytest.param(
            "Zinc is safe for most adults. Up to 10 percent of runners with gout report cramps.",
            [("zinc", "SAFE_FOR", "adults")],
            id="a share of others",
        ),
        pytest.param("Tea blocks iron.", [("tea", "INTERACTS_WITH", "iron")], id="blocks a mineral"),
        pytest.param(
            "Vitamin C can triple the amount of iron you take up.",
            [("vitamin C", "INTERACTS_WITH", "iron")],
            id="how much is taken up",
        ),
        pytest.param(
            "Low choline has been linked to a higher risk of spina bifida, independent of folate.",
            [("deficiency choline", "PREDISPOSES", "spina bifida")],
            id="independent of another",
        ),
        pytest.param(
            "Those who took collagen had more elastic skin.",
            [("collagen", "IMPROVES", "elastic skin")],
            id="more elastic",
        ),
    ],
)
def test_side_effects_uptake_and_what_is_independent(text: str, expected: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == expected
