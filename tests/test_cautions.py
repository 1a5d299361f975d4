"""What is said of safety: safe, unsafe and unknown, whom to warn, side effects and none, with their negative twins."""

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor

WARNED = "CONTRAINDICATED_IN"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peppermint oil has been used safely for up to six months.", [("peppermint oil", "SAFE_FOR", "")]),
        ("Probiotics have been safely used in infants.", [("probiotics", "SAFE_FOR", "infants")]),
        ("Ginger is safe to take during pregnancy.", [("ginger", "SAFE_FOR", "during pregnancy")]),
        ("Vitamin C is unlikely to do any harm.", [("vitamin C", "SAFE_FOR", "")]),
        ("Too much potassium can be dangerous.", [("excess potassium", "not SAFE_FOR", "")]),
        ("Too much potassium can be dangerous to the heart.", [("excess potassium", "WORSENS", "heart")]),
        ("Little is known about the safety of kava in pregnancy.", [("kava", "SAFE_FOR", "pregnancy")]),
        ("Take supplements as safely as possible.", []),
    ],
)
def test_safe_unsafe_and_unknown(text: str, found: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == found


def test_what_is_not_known_to_be_safe_is_unproven(extractor: Extractor) -> None:
    text = "There is not enough information to say whether kava is safe for children."
    assert [claim.qualifiers.certainty for claim in extractor.extract(text)] == ["unproven"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Check with your doctor before taking iron if you are pregnant.", [("iron", WARNED, "pregnant")]),
        ("Before you take selenium, tell your pharmacist if you have had gout.", [("selenium", WARNED, "gout")]),
        (
            "Licorice can be a problem for people with high blood pressure.",
            [("licorice", WARNED, "high blood pressure")],
        ),
        ("Doctors advise against kava for people with liver disease.", [("kava", WARNED, "liver disease")]),
        ("Those with kidney disease need to keep an eye on potassium.", [("potassium", WARNED, "kidney disease")]),
        ("Check with your doctor before taking iron.", []),
        ("Ask your doctor before taking any supplement if you have a medical condition.", []),
        ("Many teenagers eat less calcium than they need.", [("deficiency calcium", "ASSOCIATED_WITH", "teenagers")]),
    ],
)
def test_whom_to_warn(text: str, found: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == found


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("Do not take if you have thyroid disease.", [("kelp", WARNED, "thyroid disease")]),
        ("Avoid during pregnancy.", [("kelp", WARNED, "during pregnancy")]),
        ("Avoid stress during pregnancy.", []),
    ],
)
def test_an_order_that_leaves_out_what_the_text_is_about(order: str, found: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, f"Kelp\n\nKelp is a seaweed. {order}") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Biotin has no known side effects.", [("biotin", "not CAUSES", "side effects")]),
        ("There are no known side effects of biotin.", [("biotin", "not CAUSES", "side effects")]),
        ("I get a headache every time I drink red wine.", [("red wine", "CAUSES", "headache")]),
        ("My son breaks out in a rash whenever he eats nuts.", [("nuts", "CAUSES", "rash")]),
        ("Zinc may leave a metallic taste in your mouth.", [("zinc", "CAUSES", "metallic taste")]),
        ("A lack of vitamin C can make your gums bleed.", [("deficiency vitamin C", "CAUSES", "gums bleed")]),
        ("I get a headache every time I drive.", []),
    ],
)
def test_side_effects_and_none(text: str, found: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == found


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Side effects", "Nausea and cramps have been reported. Headaches are the most common."),
        (
            "Q: Are there side effects?",
            "A: Nausea and cramps are common in the first week. Headaches are reported now and then.",
        ),
    ],
)
def test_side_effects_below_their_heading(heading: str, told: str, extractor: Extractor) -> None:
    assert rows(extractor, f"Zinc\n\n{heading}\n\n{told}") == [
        ("zinc", "CAUSES", "Nausea"),
        ("zinc", "CAUSES", "cramps"),
        ("zinc", "CAUSES", "Headaches"),
    ]
    assert rows(extractor, f"Zinc\n\nColds\n\n{told.removeprefix('A: ')}") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Beetroot is sweet, so go easy if you are prone to kidney stones.",
            [("beetroot", "CONTRAINDICATED_IN", "kidney stones")],
        ),
        (
            "Licorice is sweet, so be careful with it if you take diuretics or insulin.",
            [("licorice", "CONTRAINDICATED_IN", "diuretics"), ("licorice", "CONTRAINDICATED_IN", "insulin")],
        ),
        ("Licorice is sweet, so be careful on ice if you take diuretics.", []),
        (
            "Licorice is a root. Stop taking it two weeks before surgery.",
            [("licorice", "CONTRAINDICATED_IN", "surgery")],
        ),
        ("Licorice is a root. Stop running two weeks before surgery.", []),
        (
            "Licorice is sweet, and it is best avoided if you have gout.",
            [("licorice", "CONTRAINDICATED_IN", "gout")],
        ),
        ("Licorice is sweet, so people with gout should be wary.", [("licorice", "CONTRAINDICATED_IN", "gout")]),
        ("Licorice is sweet, so people with gout should be wary of scams.", []),
        (
            "Smokers should avoid beta-carotene pills, since they can cause nausea.",
            [("beta-carotene", "CONTRAINDICATED_IN", "Smokers"), ("beta-carotene", "CAUSES", "nausea")],
        ),
    ],
)
def test_what_is_left_out_or_taken_up_again_in_a_warning(text: str, found: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Some people use green tea to lose weight.", [("green tea", "USED_FOR", "lose weight")]),
        ("Many people take melatonin to fall asleep.", [("melatonin", "USED_FOR", "fall asleep")]),
        ("Some people use the gym to lose weight.", []),
    ],
)
def test_what_people_take_something_to_do(text: str, found: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Anyone taking antidepressants should stay well away.",
            [("kava", "CONTRAINDICATED_IN", "antidepressants")],
        ),
        ("Anyone taking antidepressants should stay well.", []),
        ("Kava is sweet, but anyone with gout should ask first.", [("kava", "CONTRAINDICATED_IN", "gout")]),
        ("If you are pregnant, consult your doctor before use.", []),
    ],
)
def test_warnings_that_name_nothing(text: str, found: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, f"Kava\n\nKava is a root. {text}") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Do not eat too many prunes, it can cause gas.", [("prunes", "CAUSES", "gas")]),
        (
            "Coffee should be kept for later, as it stops iron from being absorbed.",
            [("coffee", "INTERACTS_WITH", "iron")],
        ),
        ("Ginger is used to lower stress.", [("ginger", "USED_FOR", "stress")]),
        ("Ginger is very useful for people with arthritis.", [("ginger", "TREATS", "arthritis")]),
        ("Ginger is useful if you have arthritis.", [("ginger", "USED_FOR", "arthritis")]),
    ],
)
def test_what_is_no_warning_and_what_is_no_more_than_use(text: str, found: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Do not take ginseng if you have diabetes, have a bleeding disorder or are taking warfarin.",
            [
                ("ginseng", WARNED, "diabetes"),
                ("ginseng", WARNED, "bleeding disorder"),
                ("ginseng", WARNED, "warfarin"),
            ],
        ),
        ("Avoid kelp if you have gout, and eat fish or eggs instead.", [("kelp", WARNED, "gout")]),
        (
            "Most people tolerate zinc well, but nausea and headache are common.",
            [("zinc", "SAFE_FOR", "Most people"), ("zinc", "CAUSES", "nausea"), ("zinc", "CAUSES", "headache")],
        ),
        ("In the first days of taking zinc, some people notice nausea.", [("zinc", "CAUSES", "nausea")]),
        ("Biotin may skew thyroid tests.", [("biotin", "WORSENS", "thyroid tests")]),
        ("Biotin may interfere with lab tests.", [("biotin", "WORSENS", "lab tests")]),
    ],
)
def test_conditions_in_a_series_and_harm_told_beside_safety(text: str, found: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == found
