"""What stands on the side of the doer, in one list with the nutrient or outside its clause, each beside a twin."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor
from claimx.records import Article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Eating less salt lowered blood pressure in people following a vegan diet.",
            [("deficiency salt", "DECREASES", "blood pressure")],
            id="what is eaten by the doer",
        ),
        pytest.param(
            "Blood pressure fell in people following a vegan diet.",
            [("vegan diet", "DECREASES", "Blood pressure")],
            id="what falls",
        ),
        pytest.param(
            "Good choices are spinach, almonds, and cereals that contain iron.",
            [("iron", "FOUND_IN", "cereals")],
            id="clause of the last food",
        ),
        pytest.param(
            "Eat something that will raise your blood sugar, such as fruit juice or 2 tubes of glucose gel.",
            [("fruit juice", "INCREASES", "blood sugar")],
            id="one list",
        ),
        pytest.param(
            "Hartnup disease is a disorder that interferes with the absorption of niacin.",
            [("deficiency niacin", "ASSOCIATED_WITH", "Hartnup disease")],
            id="kind of illness",
        ),
        pytest.param(
            "Disorders that interfere with the absorption of niacin are rare.",
            [("deficiency niacin", "ASSOCIATED_WITH", "Disorders")],
            id="illnesses told by what they do",
        ),
    ],
)
def test_nothing_is_done_to_what_stands_elsewhere(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Headaches fade when people eliminate coffee.",
            [("deficiency coffee", "TREATS", "Headaches")],
            id="left out in a clause",
        ),
        pytest.param(
            "Headaches fade when people drink coffee.", [("coffee", "TREATS", "Headaches")], id="taken in a clause"
        ),
        pytest.param(
            "Stopping smoking and drinking alcohol may help with headaches.",
            [("deficiency alcohol", "TREATS", "headaches")],
            id="stopped with another act",
        ),
        pytest.param(
            "Stopping smoking and drinking tea may help with headaches.",
            [("tea", "TREATS", "headaches")],
            id="begun while another is stopped",
        ),
        pytest.param(
            "Drink water. Do not pick at your lips – this can slow down healing.", [], id="act of the same sentence"
        ),
        pytest.param("Drink water. This can speed up healing.", [("water", "IMPROVES", "healing")], id="act before"),
        pytest.param(
            "Cranberries are cheap. Ask a pharmacist about colds – they may help prevent gout.", [], id="who is asked"
        ),
        pytest.param("Wine makes gout worse, so try to avoid it.", [("wine", "WORSENS", "gout")], id="what is avoided"),
    ],
)
def test_acts_are_of_who_does_them(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "resolution"),
    [
        pytest.param("Regular tablets shorten colds.", "pronoun", id="what it comes in"),
        pytest.param("Regular use shortens colds.", "ellipsis", id="its use"),
        pytest.param("Taking 20 mg of it a day shortens colds.", "pronoun", id="an amount of it"),
        pytest.param("Taking 20 mg a day shortens colds.", "ellipsis", id="an amount"),
    ],
)
def test_what_is_left_out_may_have_a_word(extractor: Extractor, text: str, resolution: str) -> None:
    claims = extractor.extract(Article(id="a", text=f"# Zinc\n\nZinc is cheap. {text}"))
    assert [(claim.nutrient.name, claim.resolution) for claim in claims] == [("zinc", resolution)]


def test_tablets_told_by_what_they_do_hold_no_nutrient(extractor: Extractor) -> None:
    assert rows(extractor, "# Zinc\n\nZinc is cheap. Tablets that cut stomach acid can ease colds.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Coffee blocks adenosine, the chemical that makes you drowsy.",
            [("coffee", "DECREASES", "adenosine")],
            id="a chemical of the body",
        ),
        pytest.param(
            "Coffee holds caffeine, the chemical that makes you jittery.",
            [("caffeine", "CAUSES", "jittery"), ("caffeine", "FOUND_IN", "Coffee")],
            id="a chemical that is drunk",
        ),
        pytest.param(
            "Zinc eases swelling and pain, both of which are involved in gout.",
            [("zinc", "TREATS", "swelling"), ("zinc", "TREATS", "pain")],
            id="both of what is eased",
        ),
        pytest.param(
            "Zinc and iron are cheap. Both are involved in growth.",
            [("iron", "AFFECTS", "growth"), ("zinc", "AFFECTS", "growth")],
            id="both of those named",
        ),
        pytest.param("Magnesium works by some route other than lowering blood pressure.", [], id="another way"),
        pytest.param(
            "Magnesium works by lowering blood pressure.", [("magnesium", "DECREASES", "blood pressure")], id="the way"
        ),
        pytest.param(
            "Cola is sugar-sweetened. Sugar-sweetened cola worsens gout.", [("cola", "WORSENS", "gout")], id="dressed"
        ),
        pytest.param(
            "Beans hold fiber. Cut down on saturated fat. It raises blood pressure.",
            [("dietary fiber", "FOUND_IN", "Beans"), ("saturated fat", "INCREASES", "blood pressure")],
            id="what advice was of",
        ),
        pytest.param(
            "Foods low in salt, such as beans and oats, are cheap. These foods prevent gout.",
            [("beans", "PREVENTS", "gout"), ("oats", "PREVENTS", "gout")],
            id="foods with little of it",
        ),
        pytest.param(
            "In Menkes disease, copper cannot be absorbed.",
            [("deficiency copper", "ASSOCIATED_WITH", "Menkes disease")],
            id="uptake denied",
        ),
    ],
)
def test_what_a_word_stands_for(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert sorted(rows(extractor, text)) == sorted(expected)
