"""Lists of what an illness comes of: the examples and decoys of `data/illness_lists.yaml`, and whole pages."""

from __future__ import annotations

import pytest

from claimx.data_files import DataFiles
from claimx.list_kinds import ILLNESS_FILE, ListKind, find_kind, load_lists
from claimx.pipeline import Extractor
from claimx.records import Claim

KINDS = load_lists(DataFiles(), name=ILLNESS_FILE)
EXAMPLES = [(kind, example) for kind in KINDS for example in kind.examples]
DECOYS = [(kind, decoy) for kind in KINDS for decoy in kind.decoys]


def read(claims: list[Claim]) -> list[tuple[str, str, str, str]]:
    return [
        (claim.nutrient.name, claim.relation, claim.object.name if claim.object else "", claim.nutrient_state)
        for claim in claims
    ]


@pytest.mark.parametrize(("kind", "example"), EXAMPLES, ids=[example["text"] for _, example in EXAMPLES])
def test_example_is_a_list_of_the_illness(extractor: Extractor, kind: ListKind, example: dict[str, object]) -> None:
    text = f"# Gout\n\n## {example['text']}\n\n- {example['item']}\n- Tuesdays\n"
    found = read(extractor.extract(text))
    whom = str(example.get("object", "gout"))
    assert found == [("zinc", kind.relation, whom, state) for state in example["claims"]]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("kind", "decoy"), DECOYS, ids=[decoy for _, decoy in DECOYS])
def test_decoy_announces_no_such_list(kind: ListKind, decoy: str) -> None:
    assert find_kind(decoy, [kind]) is None


def test_illness_of_the_heading_goes_before_that_of_the_page(extractor: Extractor) -> None:
    text = "# Gout\n\n## Causes of hair loss\n\n- Low zinc\n\n## Causes\n\n- Beer\n"
    assert read(extractor.extract(text)) == [
        ("zinc", "CAUSES", "hair loss", "deficiency"),
        ("beer", "CAUSES", "gout", "intake"),
    ]


def test_page_about_a_nutrient_has_no_illness(extractor: Extractor) -> None:
    assert read(extractor.extract("# Zinc\n\n## Causes\n\n- Beer\n")) == []


@pytest.mark.parametrize(
    "item", ["Allergy to milk", "Diseases that rob you of zinc", "Caffeine withdrawal", "Trouble absorbing zinc"]
)
def test_item_that_is_of_something_else_is_left(extractor: Extractor, item: str) -> None:
    found = read(extractor.extract(f"# Gout\n\n## Causes\n\n- {item}\n- Beer\n"))
    assert [row for row in found if row[2] == "gout"] == [("beer", "CAUSES", "gout", "intake")]


def test_what_the_item_says_itself_is_not_said_again(extractor: Extractor) -> None:
    text = "# Gout\n\n## Home remedies\n\n- Cherries: they taste sour\n- Tea. Drink it hot.\n- Ginger\n"
    assert [row[0] for row in read(extractor.extract(text)) if row[1] == "USED_FOR"] == ["ginger"]


def test_list_behind_its_label(extractor: Extractor) -> None:
    text = "# Gout\n\nGout is painful.\n\n**Triggers:** beer, sardines and a lack of zinc. **Causes:** zinc is none.\n"
    assert read(extractor.extract(text)) == [
        ("beer", "CAUSES", "gout", "intake"),
        ("sardines", "CAUSES", "gout", "intake"),
        ("zinc", "CAUSES", "gout", "deficiency"),
    ]


def test_lead_in_says_that_there_is_too_little_of_its_items(extractor: Extractor) -> None:
    lead = "Causes of gout include a blow and low levels of the following nutrients found in food:"
    text = f"# Gout\n\n{lead}\n\n- iron\n- vitamin B12\n"
    assert [row[3] for row in read(extractor.extract(text)) if row[1] == "CAUSES"] == ["deficiency", "deficiency"]


@pytest.mark.parametrize(("lead", "rows"), [(":", []), ("Causes:", [("beer", "CAUSES", "gout", "intake")])])
def test_list_below_a_bare_mark_is_announced_by_nothing(extractor: Extractor, lead: str, rows: list[object]) -> None:
    assert read(extractor.extract(f"# Gout\n\n{lead}\n\n- Beer\n- Tuesdays\n")) == rows


LINES = """Gout

Gout comes and goes. But there are things you can do to ease the symptoms.
rest when you can
drink lots of milk, especially whey
try to eat soft foods, like soup
do not have too much coffee or acidic (such as oranges) foods
avoid beer and drink water to prevent dehydration
cut down on tea if you get headaches
avoid triggers such as caffeine and stress – they can harm you
Gout can come back."""


def test_advice_below_a_whole_sentence_is_for_those_who_have_the_illness(extractor: Extractor) -> None:
    assert [row for row in read(extractor.extract(LINES)) if row[2] == "gout"] == [
        ("caffeine", "CAUSES", "gout", "intake"),
        ("milk", "USED_FOR", "gout", "intake"),
        ("whey protein", "USED_FOR", "gout", "intake"),
        ("soups", "USED_FOR", "gout", "intake"),
        ("coffee", "CONTRAINDICATED_IN", "gout", "intake"),
        ("oranges", "CONTRAINDICATED_IN", "gout", "intake"),
        ("beer", "CONTRAINDICATED_IN", "gout", "intake"),
        ("caffeine", "CONTRAINDICATED_IN", "gout", "intake"),
    ]


def test_lines_below_a_sentence_that_announces_nothing_are_no_list(extractor: Extractor) -> None:
    text = LINES.replace("there are things you can do to ease the symptoms", "it is painful")
    found = [row for row in read(extractor.extract(text)) if row[2] == "gout"]
    assert found == [("caffeine", "CAUSES", "gout", "intake")]


@pytest.mark.parametrize("lead", ["These include:", "Common examples include:"])
def test_lead_in_points_at_the_sentence_before(extractor: Extractor, lead: str) -> None:
    text = f"The cause of gout is unknown, but many things can raise your risk of it.\n\n{lead}\n\n- drinking beer\n"
    assert read(extractor.extract(text)) == [("beer", "PREDISPOSES", "gout", "intake")]


def test_medicine_beside_what_is_drunk(extractor: Extractor) -> None:
    text = "# Gout\n\n## Causes\n\n- taking drugs or drinking too much beer\n"
    assert read(extractor.extract(text)) == [("beer", "CAUSES", "gout", "excess")]


@pytest.mark.parametrize(
    ("lead", "item", "expected"),
    [
        pytest.param("If you have gout:", "drink less beer", [("beer", "CONTRAINDICATED_IN")], id="those who have it"),
        pytest.param(
            "If you have gout:",
            "do not drink hot, fizzy or alcoholic drinks",
            [("soft drinks", "CONTRAINDICATED_IN"), ("alcohol", "CONTRAINDICATED_IN")],
            id="the first of what is drunk is no name",
        ),
        pytest.param("If you have any of these:", "drink less beer", [], id="those who have whatever is listed"),
        pytest.param(
            "To help the symptoms:",
            "eat soup and avoid salty foods",
            [("soups", "TREATS"), ("salt", "CONTRAINDICATED_IN")],
            id="symptoms of what the text is about",
        ),
        pytest.param("To help the poor:", "drink less beer", [], id="symptoms of nothing"),
        pytest.param(
            "If you have gout:",
            "cut down on caffeine (found in tea)",
            [("caffeine", "FOUND_IN"), ("caffeine", "CONTRAINDICATED_IN")],
            id="where it is besides",
        ),
        pytest.param(
            "Causes of gout include:",
            "your habits - such as smoking, drinking too much beer and not being active",
            [("beer", "CAUSES")],
            id="examples of what is listed",
        ),
    ],
)
def test_lead_in_for_those_who_have_the_illness(
    extractor: Extractor, lead: str, item: str, expected: list[tuple[str, str]]
) -> None:
    text = f"Gout is a disease of the joints.\n\n{lead}\n\n- {item}\n- rest well\n"
    assert [row[:2] for row in read(extractor.extract(text))] == expected


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("Hospital treatment may include:", [("zinc", "USED_FOR", "gout", "intake")]),
        ("Side effects of treatment include:", []),
        ("If your child has gout, it can help to:", [("zinc", "USED_FOR", "gout", "intake")]),
        ("There are things you can try to see if they help.", [("zinc", "USED_FOR", "gout", "intake")]),
        ("There are things you should not do.", []),
    ],
)
def test_leads_that_announce_what_is_taken(
    extractor: Extractor, lead: str, expected: list[tuple[str, str, str, str]]
) -> None:
    text = f"Gout is a painful illness of the joints.\n\n{lead}\ntake zinc\nrest when you can\nsleep well\n"
    assert read(extractor.extract(text)) == expected


def test_item_that_says_what_it_is_for_is_for_nothing_else(extractor: Extractor) -> None:
    text = "These steps may ease gout:\n\n- eating cherries\n- drinking water to prevent dehydration\n"
    assert read(extractor.extract(text)) == [
        ("water", "PREVENTS", "dehydration", "intake"),
        ("cherries", "TREATS", "gout", "intake"),
    ]
