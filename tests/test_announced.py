"""Lists that a heading or lead-in announces: the examples and decoys of `data/lists.yaml`, and whole articles."""

from __future__ import annotations

import pytest

from claim_reading import stated
from claimx.data_files import DataFiles
from claimx.list_kinds import ListKind, find_kind, load_lists
from claimx.pipeline import Extractor

KINDS = load_lists(DataFiles())
EXAMPLES = [(kind, example) for kind in KINDS for example in kind.examples]
DECOYS = [(kind, decoy) for kind in KINDS for decoy in kind.decoys]


@pytest.mark.parametrize(("kind", "example"), EXAMPLES, ids=[example["text"] for _, example in EXAMPLES])
def test_example_is_announced(extractor: Extractor, kind: ListKind, example: dict[str, object]) -> None:
    text = f"Zinc\n\nZinc is a mineral.\n\n{example['text']}\n\n- {example['item']}\n- Tuesdays\n- Wednesdays\n"
    found = stated([claim for claim in extractor.extract(text) if claim.relation == kind.relation])
    nutrient = next((name for name in ("licorice",) if name in str(example["text"])), "zinc")
    assert found == [(nutrient, kind.relation, item, kind.state) for item in example["claims"]]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("kind", "decoy"), DECOYS, ids=[decoy for _, decoy in DECOYS])
def test_decoy_is_not_announced(kind: ListKind, decoy: str) -> None:
    assert find_kind(decoy, [kind]) is None


def test_listing_without_bullets_goes_on_from_its_heading(extractor: Extractor) -> None:
    text = "Zinc\n\nZinc is a mineral.\n\nWho runs low?\n\nVegetarians and people with celiac disease.\n"
    found = [row for row in stated(extractor.extract(text)) if row[1] == "ASSOCIATED_WITH"]
    assert found == [
        ("zinc", "ASSOCIATED_WITH", "Vegetarians", "deficiency"),
        ("zinc", "ASSOCIATED_WITH", "celiac disease", "deficiency"),
    ]


def test_sentence_with_a_verb_under_the_heading_is_no_list(extractor: Extractor) -> None:
    text = "Zinc\n\nZinc is a mineral.\n\nWho runs low?\n\nCeliac disease is a disease of the gut.\n"
    assert [row for row in stated(extractor.extract(text)) if row[1] == "ASSOCIATED_WITH"] == []


def test_item_ends_where_it_begins_to_explain(extractor: Extractor) -> None:
    items = "- Pregnant women, because of nausea\n- Wilson disease: see above\n"
    text = f"Zinc\n\nZinc is a mineral.\n\nWho should avoid zinc?\n\n{items}"
    found = [row for row in stated(extractor.extract(text)) if row[1] == "CONTRAINDICATED_IN"]
    assert found == [
        ("zinc", "CONTRAINDICATED_IN", "Pregnant women", "intake"),
        ("zinc", "CONTRAINDICATED_IN", "Wilson disease", "intake"),
    ]


def test_item_that_is_a_sentence_names_its_subject_only(extractor: Extractor) -> None:
    lead = "Zinc\n\nZinc is a mineral.\n\nDrug interactions\n\n"
    items = "- Warfarin may act for longer.\n- Your doctor will ask you about warfarin.\n- Aspirin\n"
    found = [row for row in stated(extractor.extract(lead + items)) if row[1] == "INTERACTS_WITH"]
    assert found == [("zinc", "INTERACTS_WITH", "Warfarin", "intake"), ("zinc", "INTERACTS_WITH", "Aspirin", "intake")]


def test_lead_in_goes_on_from_its_heading(extractor: Extractor) -> None:
    lead = "Zinc\n\nZinc is a mineral.\n\nZinc Deficiency\n\nDoctors see it often.\n\n"
    found = stated(extractor.extract(f"{lead}Symptoms may include:\n\n- Hair loss\n- Nausea\n"))
    assert found == [("zinc", "CAUSES", "Hair loss", "deficiency"), ("zinc", "CAUSES", "Nausea", "deficiency")]
    # the symptoms of a disease are its own
    assert stated(extractor.extract(f"{lead}Symptoms of rickets include:\n\n- Hair loss\n- Nausea\n")) == []


def test_lead_in_that_points_goes_on_from_the_sentence_before(extractor: Extractor) -> None:
    lead = "Several factors contribute to zinc deficiency. These include:"
    text = f"Zinc\n\nZinc is a mineral.\n\n{lead}\n\n- Celiac disease\n"
    assert stated(extractor.extract(text))[-1:] == [("zinc", "ASSOCIATED_WITH", "Celiac disease", "deficiency")]


def test_prose_between_a_heading_and_its_list_is_no_lead_in(extractor: Extractor) -> None:
    items = "- Hair loss: it falls out\n- Nausea\n"
    text = f"Zinc\n\nZinc is a mineral.\n\nSigns of Deficiency\n\nDoctors rarely ask.\n\n{items}"
    found = [row for row in stated(extractor.extract(text)) if row[1] == "CAUSES"]
    assert found == [("zinc", "CAUSES", "Hair loss", "deficiency"), ("zinc", "CAUSES", "Nausea", "deficiency")]


def test_words_of_a_benefit_turn_the_relation(extractor: Extractor) -> None:
    items = "- Stronger bones\n- Less inflammation\n- Lower risk of gout\n- Acne relief\n- Higher energy levels\n"
    text = f"Zinc\n\nZinc is a mineral.\n\nWhat are the benefits?\n\n{items}"
    claims = sorted(extractor.extract(text), key=lambda claim: claim.sentence.start)
    assert stated(claims) == [
        ("zinc", "IMPROVES", "bones", "intake"),
        ("zinc", "DECREASES", "inflammation", "intake"),
        ("zinc", "PREVENTS", "gout", "intake"),
        ("zinc", "TREATS", "Acne", "intake"),
        ("zinc", "INCREASES", "energy levels", "intake"),
    ]


def test_benefit_that_is_told_in_a_sentence_is_not_named_as_well(extractor: Extractor) -> None:
    lead = "Zinc\n\nZinc is a mineral.\n\nWhat are the benefits?\n\n"
    told = stated(extractor.extract(f"{lead}- Skin: Zinc eases acne.\n"))
    assert told == [("zinc", "TREATS", "acne", "intake")]
    assert stated(extractor.extract(f"{lead}- Acne: It clears up fast.\n")) == [("zinc", "TREATS", "Acne", "intake")]


def test_amount_in_a_list_of_foods_is_what_the_food_holds(extractor: Extractor) -> None:
    lead = "Zinc\n\nZinc is a mineral.\n\nGood sources:\n\n"
    claims = extractor.extract(f"{lead}- Tuna, canned in water (3 ounces) 2.5 mg\n- 3 ounces of oysters\n")
    assert [
        (*row, claim.dose.surface if claim.dose else "") for row, claim in zip(stated(claims), claims, strict=True)
    ] == [
        ("zinc", "FOUND_IN", "Tuna", "intake", "2.5 mg"),
        ("zinc", "FOUND_IN", "oysters", "intake", ""),
    ]
    # nothing is held where nothing is eaten
    told = extractor.extract("Zinc\n\nZinc is a mineral.\n\nHow much is needed:\n\n- Men: 11 mg\n- Women: 8 mg\n")
    assert [claim.relation for claim in told] == ["HAS_DOSE", "HAS_DOSE"]


def test_label_and_its_list_in_one_line(extractor: Extractor) -> None:
    lines = (
        "Minerals",
        "Zinc",
        "Sources: nuts, oysters and beef.",
        "Deficiency: hair loss, acne",
        "Interactions: warfarin",
    )
    text = "\n\n".join(lines)
    assert stated(extractor.extract(text)) == [
        ("zinc", "FOUND_IN", "nuts", "intake"),
        ("zinc", "FOUND_IN", "oysters", "intake"),
        ("zinc", "FOUND_IN", "beef", "intake"),
        ("zinc", "CAUSES", "hair loss", "deficiency"),
        ("zinc", "CAUSES", "acne", "deficiency"),
        ("zinc", "INTERACTS_WITH", "warfarin", "intake"),
    ]


def test_clause_behind_a_label_is_no_list(extractor: Extractor) -> None:
    text = "Zinc\n\nZinc is a mineral.\n\nSide effects: some people get hives from nickel.\n"
    assert stated(extractor.extract(text)) == []
    assert stated(extractor.extract(text.replace("some people get hives from nickel", "hives"))) == [
        ("zinc", "CAUSES", "hives", "intake")
    ]


def test_cells_stand_under_their_column_and_speak_of_their_row(extractor: Extractor) -> None:
    rows = "Mineral | Role | Sources | Signs of deficiency | Dose |\n" + "".join(
        f"{name} | Supports bone health | {food} | {sign} | 10 mg |\n"
        for name, food, sign in (("Zinc", "oysters", "acne"), ("Iron", "beef", "fatigue"))
    )
    found = sorted(stated(extractor.extract(f"Minerals\n\nHere they are.\n\n{rows}")))
    assert found == sorted(
        row
        for name, food, sign in (("zinc", "oysters", "acne"), ("iron", "beef", "fatigue"))
        for row in (
            (name, "IMPROVES", "bone health", "intake"),
            (name, "FOUND_IN", food, "intake"),
            (name, "CAUSES", sign, "deficiency"),
            (name, "HAS_DOSE", "", "intake"),
        )
    )


def test_nobody_lacks_a_herb(extractor: Extractor) -> None:
    text = "{}\n\nHere is more about it.\n\nWho is at risk?\n\n- Vegans\n- Smokers\n"
    assert stated(extractor.extract(text.format("Turmeric"))) == []
    assert [row[:3] for row in stated(extractor.extract(text.format("Zinc")))] == [
        ("zinc", "ASSOCIATED_WITH", "Vegans"),
        ("zinc", "ASSOCIATED_WITH", "Smokers"),
    ]


def test_second_sentence_of_an_item_names_no_other(extractor: Extractor) -> None:
    text = "Zinc\n\nZinc is a mineral.\n\nSide effects\n\n- Nausea. Hives are another matter.\n"
    assert stated(extractor.extract(text)) == [("zinc", "CAUSES", "Nausea", "intake")]


def test_short_item_beside_foods_is_a_food(extractor: Extractor) -> None:
    lead = "Zinc\n\nZinc is a mineral.\n\nFoods with zinc:\n\n"
    assert stated(extractor.extract(f"{lead}- Oysters\n- Zibble roots\n- Sunlight\n- Beef\n")) == [
        ("zinc", "FOUND_IN", "Oysters", "intake"),
        ("zinc", "FOUND_IN", "Zibble roots", "intake"),
        ("zinc", "FOUND_IN", "Beef", "intake"),
    ]
    assert stated(extractor.extract(f"{lead}- Zibble roots\n- Quimble leaves\n")) == []


def test_text_between_a_lead_in_and_its_list(extractor: Extractor) -> None:
    text = "Zinc\n\nZinc is a mineral.\n\nGood sources:\n\n(An ounce fills your palm.)\n\n- Oysters\n- Beef\n"
    assert [row[:3] for row in stated(extractor.extract(text))] == [
        ("zinc", "FOUND_IN", "Oysters"),
        ("zinc", "FOUND_IN", "Beef"),
    ]


def test_name_of_an_explained_item_fills_the_place_its_lead_in_leaves(extractor: Extractor) -> None:
    text = "Zinc\n\nZinc is a mineral.\n\nZinc supports functions such as:\n\n- Wound healing – {}\n"
    explained = stated(extractor.extract(text.format("the skin closes in a matter of days.")))
    assert explained[1:] == [("zinc", "IMPROVES", "Wound healing", "intake")]


def test_amounts_take_nutrient_and_limit_from_their_lead_in(extractor: Extractor) -> None:
    text = (
        "Calcium\n\nCalcium is a mineral.\n\nIron, no more than:\n\n- 45 mg for adults\n\n"
        "Recommended intake of zinc:\n\n- Men: 11 mg\n\nUpper limits\n\nMore is too much.\n\n- Adults: 2,500 mg\n"
    )
    found = extractor.extract(text)
    doses = [claim.dose.quantity for claim in found if claim.dose is not None and claim.dose.quantity is not None]
    assert [(claim.nutrient.name, dose.min, dose.max, dose.role) for claim, dose in zip(found, doses, strict=True)] == [
        ("iron", None, 45.0, "upper_limit"),
        ("zinc", 11.0, 11.0, "recommended"),
        ("calcium", None, 2500.0, "upper_limit"),
    ]


def test_nutrient_that_an_item_names_itself_is_written_there(extractor: Extractor) -> None:
    text = "Zinc\n\nZinc is a mineral.\n\nDrug interactions\n\n- {}\n"
    found = [extractor.extract(text.format(item))[-1] for item in ("Antibiotics", "Antibiotics, which bind zinc")]
    assert [(claim.nutrient.surface, claim.resolution) for claim in found] == [("", "list_head"), ("zinc", "explicit")]


def test_items_of_a_lead_in_that_names_the_nutrient_hang_under_it(extractor: Extractor) -> None:
    claims = extractor.extract("We need zinc to:\n\n- Heal wounds\n- Make hormones\n")
    assert {claim.resolution for claim in claims} == {"list_head"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Watch out for: nausea and anxiety.", [("CAUSES", "nausea"), ("CAUSES", "anxiety")]),
        ("Watch out for thieves: nausea and anxiety.", []),
        ("Good for: acne, wound healing", [("TREATS", "acne"), ("IMPROVES", "wound healing")]),
        (
            "Benefits: lower blood pressure, cholesterol, better sleep, less pain",
            [
                ("DECREASES", "blood pressure"),
                ("DECREASES", "cholesterol"),
                ("IMPROVES", "sleep"),
                ("TREATS", "pain"),
            ],
        ),
    ],
)
def test_line_holds_its_list(extractor: Extractor, line: str, expected: list[tuple[str, str]]) -> None:
    found = stated(extractor.extract(f"Zinc\n\nZinc is a mineral.\n\n{line}"))
    assert [(relation, item) for _, relation, item, _ in found] == expected


def test_question_announces_what_answers_it(extractor: Extractor) -> None:
    text = "Kale tastes good. Zinc is a mineral. The best sources? Oysters and beef. The downside? Nausea."
    assert stated(extractor.extract(text)) == [
        ("zinc", "FOUND_IN", "Oysters", "intake"),
        ("zinc", "FOUND_IN", "beef", "intake"),
        ("zinc", "CAUSES", "Nausea", "intake"),
    ]


def test_question_of_something_else_announces_nothing(extractor: Extractor) -> None:
    assert stated(extractor.extract("Zinc is a mineral. What is for dinner? Oysters and beef.")) == []


def test_heading_is_read_with_the_items_below_it(extractor: Extractor) -> None:
    text = "# Eating well\n\n## Foods that trigger heartburn\n\n- coffee\n\n## Foods that ease gout\n\n- ginger\n"
    assert stated(extractor.extract(text)) == [
        ("coffee", "CAUSES", "heartburn", "intake"),
        ("ginger", "TREATS", "gout", "intake"),
    ]


def test_label_in_bold_announces_what_stands_behind_it(extractor: Extractor) -> None:
    text = "# Zinc\n\n**Where to get it:** oysters, beef. **Too little:** hair loss. __Uses__: colds.\n"
    assert stated(extractor.extract(text)) == [
        ("zinc", "FOUND_IN", "oysters", "intake"),
        ("zinc", "FOUND_IN", "beef", "intake"),
        ("zinc", "CAUSES", "hair loss", "deficiency"),
        ("zinc", "USED_FOR", "colds", "intake"),
    ]


def test_organs_are_foods_in_a_list_of_sources(extractor: Extractor) -> None:
    text = "# Zinc\n\nSources of zinc\n\n- liver and liver products\n- kidney\n- greens – such as kale and chard\n"
    assert stated(extractor.extract(text)) == [
        ("zinc", "FOUND_IN", food, "intake") for food in ("liver", "kidney", "greens", "kale", "chard")
    ]


def test_functions_in_a_list_that_points_back(extractor: Extractor) -> None:
    text = "# Zinc\n\nZinc has several jobs. These include:\n\n- supporting the immune system\n- keeping skin healthy\n"
    assert stated(extractor.extract(text)) == [
        ("zinc", "IMPROVES", "immune system", "intake"),
        ("zinc", "IMPROVES", "skin", "intake"),
    ]
    assert stated(extractor.extract(text.replace("has several jobs", "comes in tablets"))) == []


def test_what_puts_people_at_risk_in_a_list_is_no_order(extractor: Extractor) -> None:
    lead = "# Rickets\n\nYou are more at risk of rickets if you:\n\n"
    assert stated(
        extractor.extract(f"{lead}- eat no fish\n- do not take a vitamin D supplement\n- stay indoors\n")
    ) == [
        ("fish", "PREDISPOSES", "rickets", "deficiency"),
        ("vitamin D", "PREDISPOSES", "rickets", "deficiency"),
    ]


def test_one_of_a_class_is_what_the_class_is_said_of(extractor: Extractor) -> None:
    text = (
        "Vitamin K is one of the vitamins that the body needs for blood clotting. The vitamins that ease gout are few."
    )
    assert [row[:3] for row in stated(extractor.extract(text))] == [
        ("vitamin K", "AFFECTS", "blood clotting"),
        ("vitamins", "TREATS", "gout"),
    ]


def test_list_of_what_the_sentence_before_its_lead_in_is_for(extractor: Extractor) -> None:
    text = "Gout at home\n\nYou can take steps to keep your joints healthy. {}\n\n- taking turmeric\n- walking more\n"
    assert stated(extractor.extract(text.format("This may include:"))) == [
        ("turmeric", "IMPROVES", "joints", "intake"),
    ]
    assert stated(extractor.extract(text.format("Shops sell:"))) == []


def test_people_of_a_lead_in_end_with_its_line(extractor: Extractor) -> None:
    text = "These steps may ease colic in babies:\n\n- giving fennel tea such as Fennelade\n"
    found = extractor.extract(text)
    assert stated(found) == [("fennel tea", "TREATS", "colic", "intake")]
    assert [claim.qualifiers.population for claim in found] == ["babies"]
