"""Claims that the shape of a page carries: tables without a frame, cards of labels, titles above numbered names."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor


def test_table_cut_by_dashes_below_the_names_of_its_columns(extractor: Extractor) -> None:
    text = (
        "Before your operation\n\nTell us what you take.\n"
        "Supplement – why people take it – what can go wrong\n"
        "Kava – anxiety – liver damage\nGarlic – high cholesterol – bleeding\nPlease stop them all."
    )
    assert rows(extractor, text) == [
        ("kava", "USED_FOR", "anxiety"),
        ("kava", "CAUSES", "liver damage"),
        ("garlic", "USED_FOR", "high cholesterol"),
        ("garlic", "CAUSES", "bleeding"),
    ]


@pytest.mark.parametrize("mark", [" | ", "\t", "   "])
def test_table_cut_by_bars_tabs_or_gaps(extractor: Extractor, mark: str) -> None:
    lines = [("Vitamin", "Good for", "Found in"), ("Vitamin B6", "mood", "bananas"), ("Vitamin D", "bones", "salmon")]
    assert rows(extractor, "\n".join(mark.join(line) for line in lines)) == [
        ("vitamin B6", "IMPROVES", "mood"),
        ("vitamin B6", "FOUND_IN", "bananas"),
        ("vitamin D", "IMPROVES", "bones"),
        ("vitamin D", "FOUND_IN", "salmon"),
    ]


def test_dashes_in_prose_cut_no_table(extractor: Extractor) -> None:
    text = "Kava – a root – soothes\nZinc – a metal – eases colds.\nMint – a herb – is green.\n"
    assert rows(extractor, text) == [("zinc", "TREATS", "colds")]


def test_card_of_labels_below_the_name_of_a_nutrient(extractor: Extractor) -> None:
    text = (
        "Bones at a glance\n\nWhat: Boron\nWhy: May ease creaky joints\nWhere: Raisins, almonds\n"
        "What: Vitamin K\nWhy: Reduces the risk of hip fracture\nWhere: Parsley and kale\n"
    )
    assert rows(extractor, text) == [
        ("boron", "TREATS", "creaky joints"),
        ("boron", "FOUND_IN", "Raisins"),
        ("boron", "FOUND_IN", "almonds"),
        ("vitamin K", "PREVENTS", "hip fracture"),
        ("vitamin K", "FOUND_IN", "Parsley"),
        ("vitamin K", "FOUND_IN", "kale"),
    ]


def test_label_goes_on_in_what_stands_behind_it(extractor: Extractor) -> None:
    text = "Turmeric\n\nA yellow spice.\n\nAvoid if: you have gallstones or take blood thinners.\n"
    assert rows(extractor, text) == [
        ("turmeric", "CONTRAINDICATED_IN", "gallstones"),
        ("turmeric", "CONTRAINDICATED_IN", "blood thinners"),
    ]


@pytest.mark.parametrize(
    ("title", "whom", "relation"),
    [
        ("7 foods to avoid when you have acid reflux", "acid reflux", "CONTRAINDICATED_IN"),
        ("Foods to avoid in pregnancy", "pregnancy", "CONTRAINDICATED_IN"),
    ],
)
def test_title_tells_what_is_said_of_the_names_below_it(
    extractor: Extractor, title: str, whom: str, relation: str
) -> None:
    text = f"# {title}\n\nIt is an old story.\n\n## 1. Chocolate\n\nSadly.\n\n## 2. Coffee\n\nNot even one.\n"
    assert rows(extractor, text) == [("chocolate", relation, whom), ("coffee", relation, whom)]


def test_title_tells_nothing_of_what_stands_below_another_heading(extractor: Extractor) -> None:
    text = "# Foods to avoid with gout\n\n## What to eat instead\n\nPlenty.\n\n## Cherries\n\nLovely.\n"
    assert rows(extractor, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Q: Which foods contain vitamin B12?\nA: Fish and eggs.", [("FOUND_IN", "Fish"), ("FOUND_IN", "eggs")]),
        ("What happens if I take too much vitamin A?\nHeadaches.", [("CAUSES", "Headaches")]),
        ("Who should not take iron?\nPeople with gout.", [("CONTRAINDICATED_IN", "gout")]),
    ],
)
def test_answer_stands_in_the_line_below_the_question(
    extractor: Extractor, text: str, expected: list[tuple[str, str]]
) -> None:
    assert [row[1:] for row in rows(extractor, text)] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("A gentle herb for anxiety.", ("valerian", "USED_FOR", "anxiety")),
        ("A root that eases nausea.", ("valerian", "TREATS", "nausea")),
        ("Traditionally taken for colds.", ("valerian", "USED_FOR", "colds")),
    ],
)
def test_fragment_below_a_name_tells_of_it(extractor: Extractor, line: str, expected: Row) -> None:
    assert rows(extractor, f"# Herbs\n\nAn old art.\n\n## Valerian\n\n{line}\n") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "What lowers blood pressure? Beets and garlic.",
            [("beetroot", "DECREASES", "blood pressure"), ("garlic", "DECREASES", "blood pressure")],
        ),
        (
            "Which vitamins help with hair loss?\n- Biotin\n- Vitamin D",
            [("biotin", "TREATS", "hair loss"), ("vitamin D", "TREATS", "hair loss")],
        ),
        (
            "What foods should people avoid if they have gout? Liver, anchovies and beer.",
            [
                ("liver", "CONTRAINDICATED_IN", "gout"),
                ("anchovies", "CONTRAINDICATED_IN", "gout"),
                ("beer", "CONTRAINDICATED_IN", "gout"),
            ],
        ),
        (
            "Which supplements interact with warfarin? Vitamin K and ginkgo.",
            [("ginkgo", "INTERACTS_WITH", "warfarin"), ("vitamin K", "INTERACTS_WITH", "warfarin")],
        ),
        (
            "What happens if you don't get enough vitamin C? You can develop scurvy.",
            [("deficiency vitamin C", "CAUSES", "scurvy")],
        ),
        ("How does iron work? It carries oxygen.", [("iron", "AFFECTS", "oxygen")]),
    ],
)
def test_answer_goes_on_from_its_question(extractor: Extractor, text: str, expected: list[Row]) -> None:
    page = f"All about minerals\n\nHere is more of it.\n\n{text}\n"
    assert sorted(rows(extractor, page)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "What lowers blood pressure? Beets are sold in spring.",
        "What is blood pressure? Garlic.",
        "What lowers blood pressure? Rest.",
        "What happens if you sleep badly? You can develop gout.",
    ],
)
def test_no_answer(extractor: Extractor, text: str) -> None:
    assert rows(extractor, f"All about it\n\nHere is more of it.\n\n{text}\n") == []


def test_amount_is_of_what_the_question_asks_about(extractor: Extractor) -> None:
    text = "Vitamins\n\nHere is more of them.\n\nHow much zinc do I need? 8 to 11 mg a day.\n"
    assert rows(extractor, text) == [("zinc", "HAS_DOSE", "")]


def test_list_of_foods_that_do_something_is_none_of_what_they_hold(extractor: Extractor) -> None:
    text = "Winter tips\n\nGarlic is cheap.\n\n## Foods that boost immunity\n\n- Citrus\n- Garlic\n"
    assert sorted(rows(extractor, text)) == [
        ("citrus fruits", "IMPROVES", "immunity"),
        ("garlic", "IMPROVES", "immunity"),
    ]


@pytest.mark.parametrize("heading", ["Herbs for sleep", "Supplements for better sleep"])
def test_list_of_herbs_for_a_function(extractor: Extractor, heading: str) -> None:
    text = f"Tips\n\nRest counts.\n\n## {heading}\n\n- Valerian\n- Lavender\n"
    assert sorted(row[0] for row in rows(extractor, text) if row[1:] == ("IMPROVES", "sleep")) == [
        "lavender",
        "valerian",
    ]


def test_risk_is_that_of_the_illness_the_page_names(extractor: Extractor) -> None:
    text = "Lowering your risk of bowel cancer\n\nFibre helps prevent the disease. Red meat raises your risk.\n"
    found = [claim for claim in extractor.extract(text) if claim.relation == "PREDISPOSES"]
    assert [(claim.nutrient.name, claim.object.name if claim.object else "") for claim in found] == [
        ("red meat", "colorectal cancer")
    ]


def test_liver_is_a_food_in_a_list_of_foods(extractor: Extractor) -> None:
    text = "Eating for two\n\nIt goes fast.\n\n## Foods to avoid during pregnancy\n\n- Liver\n- Raw fish\n"
    assert sorted(row[:2] for row in rows(extractor, text)) == [
        ("liver", "CONTRAINDICATED_IN"),
        ("raw fish", "CONTRAINDICATED_IN"),
    ]


def test_foods_alone_below_a_title_that_names_what_they_hold(extractor: Extractor) -> None:
    text = "Niacin\n\nGood for nerves.\n\nPeanuts, chicken, mushrooms.\n"
    assert [row[2] for row in rows(extractor, text) if row[1] == "FOUND_IN"] == ["Peanuts", "chicken", "mushrooms"]


def test_headings_below_a_title_of_signs(extractor: Extractor) -> None:
    below = (
        "\n\n1. You are always tired\nMany are.\n\n2. Hair loss\nIt falls out.\n\n3. How to get more iron\nEat well."
    )
    assert rows(extractor, f"5 signs of low iron{below}") == [
        ("deficiency iron", "CAUSES", "tired"),
        ("deficiency iron", "CAUSES", "Hair loss"),
    ]
    assert rows(extractor, f"5 signs of old age{below}") == []


def test_signs_that_items_tell_the_reader_of(extractor: Extractor) -> None:
    assert rows(extractor, "Signs of low iron:\n- You are always tired\n- Doctors are tired\n- Short of breath") == [
        ("deficiency iron", "CAUSES", "tired"),
        ("deficiency iron", "CAUSES", "Short of breath"),
    ]


@pytest.mark.parametrize(
    ("title", "relation"),
    [
        ("3 foods that are bad for acid reflux", "WORSENS"),
        ("The worst foods for acid reflux", "WORSENS"),
        ("3 drinks that can trigger acid reflux", "CAUSES"),
        ("Foods to avoid if you have acid reflux", "CONTRAINDICATED_IN"),
    ],
)
def test_what_items_are_about_below_a_title_of_harm(title: str, relation: str, extractor: Extractor) -> None:
    items = "\n\n1. Chocolate is sold everywhere.\n2. Mint cools the mouth.\n3. Queues are long."
    assert rows(extractor, f"{title}{items}") == [
        ("chocolate", relation, "acid reflux"),
        ("mint", relation, "acid reflux"),
    ]
    assert rows(extractor, f"3 foods that help acid reflux{items}") == []
