"""Short questions that tell whom the next sentence is for: "Pregnant? Skip it" is read as one sentence."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Kava\n\nKidney trouble? Leave kava on the shelf till you've rung your doctor.",
            [("kava", "CONTRAINDICATED_IN", "Kidney trouble")],
        ),
        ("Kava\n\nKava calms. Are you pregnant? Skip it.", [("kava", "CONTRAINDICATED_IN", "pregnant")]),
        ("Kava\n\nKava calms. On warfarin? Ask your doctor first.", []),
        ("Prone to gout? Skip the beer.", [("beer", "CONTRAINDICATED_IN", "gout")]),
        ("Got a cold? Try ginger tea.", [("ginger", "USED_FOR", "cold")]),
        ("Do you suffer from migraines? Magnesium may help.", [("magnesium", "TREATS", "migraines")]),
        ("Tired? You may be low in iron.", [("deficiency iron", "CAUSES", "Tired")]),
    ],
)
def test_question_tells_whom_the_next_sentence_is_for(extractor: Extractor, text: str, found: list[Row]) -> None:
    assert rows(extractor, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Does it cause gout? Skip the beer.",
        "What about gout? Skip the beer.",
        "Got a cold? Try a hot bath.",
        "Got a cold? Ginger tea is sold in shops.",
    ],
)
def test_other_questions_tell_of_nobody(extractor: Extractor, text: str) -> None:
    assert rows(extractor, text) == []


def test_object_stands_in_the_question(extractor: Extractor) -> None:
    text = "Kidney trouble? Leave kava on the shelf."
    found = [
        (text[c.object.start : c.object.end], text[c.nutrient.start : c.nutrient.end], c.sentence.text)
        for c in extractor.extract(text)
        if c.object is not None
    ]
    assert found == [("Kidney trouble", "kava", "Leave kava on the shelf.")]
