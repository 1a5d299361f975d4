"""What is told of those in a study in the sentences that go on from the one that says what they took."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor

# each text, and its rows
TOLD: list[tuple[str, list[Row]]] = [
    (
        "In the study, 80 people took curcumin every day. After a month they had less knee pain and better sleep.",
        [("curcumin", "TREATS", "knee pain"), ("curcumin", "IMPROVES", "sleep")],
    ),
    (
        "Women who ate nuts had less gout. They also had lower cholesterol and weighed less.",
        [
            ("nuts", "ASSOCIATED_WITH", "gout"),
            ("nuts", "ASSOCIATED_WITH", "cholesterol"),
            ("nuts", "ASSOCIATED_WITH", "weighed"),
        ],
    ),
    (
        "Researchers gave 60 mice curcumin for a month. The animals had less inflammation and better memory.",
        [("curcumin", "DECREASES", "inflammation"), ("curcumin", "IMPROVES", "memory")],
    ),
    ("The animals had less inflammation.", []),
    (
        "Rats fed blueberries did well. Their brains showed less inflammation.",
        [("blueberries", "DECREASES", "inflammation")],
    ),
    (
        "Sleep quality improved in those drinking tart cherry juice.",
        [("tart cherry juice", "IMPROVES", "Sleep quality")],
    ),
    ("Sleep quality improved in those living spaces.", []),
    ("Rises in HDL were found in people who ate avocados.", [("avocados", "INCREASES", "HDL")]),
    ("Eating more salt was followed by a rise in blood pressure.", [("salt", "INCREASES", "blood pressure")]),
    ("Participants given zinc had shorter colds.", [("zinc", "TREATS", "colds")]),
    ("Participants given zinc had fewer colds.", [("zinc", "PREVENTS", "colds")]),
    (
        "The risk of gout was 33 per cent lower among people who ate the most cherries.",
        [("cherries", "PREVENTS", "gout")],
    ),
    (
        "Two cups of tea a day were followed by 27 per cent fewer deaths.",
        [("tea", "PREVENTS", "deaths")],
    ),
    (
        "Fish oil was tried in adults. Strokes struck 8 per cent of those on fish oil, compared with 9 per cent of "
        "those taking olive oil. Deaths were no different either.",
        [("fish oil", "PREVENTS", "Strokes"), ("fish oil", "not PREVENTS", "Deaths")],
    ),
    (
        "Iron supplements improved attention in girls. Mood and energy also improved.",
        [("iron", "IMPROVES", "attention"), ("iron", "IMPROVES", "Mood"), ("iron", "IMPROVES", "energy")],
    ),
    ("Iron supplements are cheap in spring. Mood and energy also improved.", []),
    (
        "A trial tested zinc in 80 women. Two women reported nausea.",
        [("zinc", "CAUSES", "nausea")],
    ),
    (
        "Only 5 per cent of those taking zinc caught a cold, compared with 10 per cent of the others.",
        [("zinc", "PREVENTS", "cold")],
    ),
    (
        "Of the boys, 5 per cent of those taking zinc caught a cold, and 10 per cent of them were tall.",
        [],
    ),
    (
        "Vitamin E raised blood pressure, and deaths rose.",
        [("vitamin E", "INCREASES", "blood pressure"), ("vitamin E", "PREDISPOSES", "deaths")],
    ),
    (
        "Fish oil was linked to fewer strokes, and deaths fell too.",
        [("fish oil", "PREVENTS", "strokes"), ("fish oil", "PREVENTS", "deaths")],
    ),
    (
        "Zinc was linked to fewer colds. Sore throats were less common too.",
        [("zinc", "PREVENTS", "colds"), ("zinc", "PREVENTS", "Sore throats")],
    ),
    ("Fish eaters lived longer.", [("fish", "ASSOCIATED_WITH", "lived")]),
    ("The magnesium group fell asleep faster.", [("magnesium", "IMPROVES", "fell asleep")]),
    ("Children on zinc came down with fewer chest infections.", [("zinc", "PREVENTS", "chest infections")]),
    ("Six in ten of those on psyllium reported less pain.", [("psyllium", "TREATS", "pain")]),
    ("Women who ate fish were less depressed.", [("fish", "ASSOCIATED_WITH", "depressed")]),
    ("Women given fish oil were less depressed.", [("fish oil", "TREATS", "depressed")]),
    ("Eating zinc did not, however, lower the risk of gout.", [("zinc", "not PREVENTS", "gout")]),
    ("The risk of kidney stones doubled in men who took zinc.", [("zinc", "PREDISPOSES", "kidney stones")]),
    ("The risk of kidney stones doubled in men who ran.", []),
    ("Zinc did no more than a placebo for acne.", [("zinc", "not TREATS", "acne")]),
    ("Zinc did not, however, ease colds.", [("zinc", "not TREATS", "colds")]),
    (
        "Zinc eases colds, however, it harms the stomach.",
        [("zinc", "TREATS", "colds"), ("zinc", "WORSENS", "stomach")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_study_goes_on(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected
