"""What posts and forum threads leave out or say in passing: antecedents in headings, cautions, turns of phrase."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# B12\n\nIt is a vitamin.\n\n## White spots on nails\n\nThey may be due to a knock – or to a lack of B12.",
            [("deficiency vitamin B12", "CAUSES", "They")],
        ),
        (
            "# B12\n\nMany people have headaches. They may be due to a lack of B12.",
            [("deficiency vitamin B12", "CAUSES", "They")],
        ),
        ("# B12\n\nMany people are vegans. They may be due to a lack of B12.", []),
        ("# B12\n\n## What vegans know\n\nThey may be due to a lack of B12.", []),
    ],
)
def test_several_illnesses_are_taken_up(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


def test_a_heading_names_what_its_first_pronoun_stands_for(extractor: Extractor) -> None:
    found = extractor.extract(
        "# Zinc\n\nZinc is a metal.\n\n## White spots on your nails\n\nThey can point to low zinc."
    )
    assert [claim.object.name for claim in found if claim.object] == ["white spots on your nails"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Saffron is popular. It is not a good idea if you have gout.", [("saffron", "CONTRAINDICATED_IN", "gout")]),
        ("Kava isn't for children.", [("kava", "CONTRAINDICATED_IN", "children")]),
        ("Saffron is popular. If you have gout, think twice about it.", [("saffron", "CONTRAINDICATED_IN", "gout")]),
        ("Saffron is popular. If you're on warfarin, it's a no-go.", [("saffron", "CONTRAINDICATED_IN", "warfarin")]),
        ("Running is popular. If you have gout, think twice about it.", []),
    ],
)
def test_cautions_of_posts(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Saffron\n\nGave me a headache for a week.", [("saffron", "CAUSES", "headache")]),
        ("# Saffron\n\nReply: Helped my sleep no end.", [("saffron", "IMPROVES", "sleep")]),
        ("# Saffron\n\nDidn't do a thing for my PMS.", [("saffron", "not TREATS", "PMS")]),
        ("# Yoga\n\nGave me a headache for a week.", []),
        ("# Saffron\n\nReduced appetite and a headache.", []),
    ],
)
def test_a_line_of_the_past_tells_of_the_topic(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Psyllium is a fiber. Take it with a glass of water; without enough fluid it can cause choking.",
            [("deficiency psyllium", "CAUSES", "choking")],
        ),
        ("Too little zinc slows wound healing.", [("deficiency zinc", "WORSENS", "wound healing")]),
        ("Magnesium lowers back pain.", [("magnesium", "TREATS", "back pain")]),
        ("Rest slows wound healing.", []),
    ],
)
def test_turns_of_long_sentences(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("My sister swears by magnesium for her cramps.", [("magnesium", "TREATS", "cramps")]),
        ("My sister swears by walks for her cramps.", []),
        ("Ginkgo messes with warfarin.", [("ginkgo", "INTERACTS_WITH", "warfarin")]),
        ("Ginkgo messes on the floor.", []),
        ("My cramps have stopped since starting magnesium.", [("magnesium", "TREATS", "cramps")]),
        ("On anxiety, creatine drew a blank.", [("creatine", "not TREATS", "anxiety")]),
        ("On anxiety, the talks drew a blank.", []),
        ("Agave is no kinder to your liver.", [("agave nectar", "not IMPROVES", "liver")]),
        ("Iron turned my tongue black.", [("iron", "CAUSES", "tongue")]),
        ("Iron turned my kitchen black.", []),
    ],
)
def test_turns_of_phrase_of_posts(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Magnesium oil\n\nPros: no cramps.", [("magnesium", "TREATS", "cramps")]),
        ("Magnesium oil\n\nCons: no cramps.", [("magnesium", "not CAUSES", "cramps")]),
        (
            "Iron is low. Beans and lentils will cover most of us.",
            [("iron", "FOUND_IN", "Beans"), ("iron", "FOUND_IN", "lentils")],
        ),
        ("Scurvy comes from having no vitamin C.", [("deficiency vitamin C", "CAUSES", "Scurvy")]),
        ("Low iron is one of the things behind anemia.", [("deficiency iron", "CAUSES", "anemia")]),
        ("She broke out in hives on echinacea.", [("echinacea", "CAUSES", "hives")]),
        ("She broke out in hives on holiday.", []),
        ("Magnesium loosens stiff muscles.", [("magnesium", "TREATS", "stiff muscles")]),
        ("Oil loosens stiff bolts.", []),
    ],
)
def test_pros_sources_and_reactions_of_posts(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected
