"""A class noun behind an article takes up the nutrient of its kind named last: "the vitamin", "the spice"."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor

PLAIN = [
    ("Zinc is in the news. The metal is needed for wound healing.", [("zinc", "AFFECTS", "wound healing")]),
    ("Zinc is in the news. The mineral is found in oysters.", [("zinc", "FOUND_IN", "oysters")]),
    (
        "Saffron is dear. It goes well with rice. In a trial the spice eased depression.",
        [("saffron", "TREATS", "depression")],
    ),
    (
        "Capers hold quercetin. The compound lowers blood pressure.",
        [("quercetin", "FOUND_IN", "Capers"), ("quercetin", "DECREASES", "blood pressure")],
    ),
    (
        "Blueberries are rich in anthocyanins. The berries lower blood pressure.",
        [("anthocyanins", "FOUND_IN", "Blueberries"), ("blueberries", "DECREASES", "blood pressure")],
    ),
    (
        "Salmon is good for you. Eating the fish lowers the risk of stroke.",
        [("salmon", "PREVENTS", "stroke")],
    ),
    ("Melatonin helps people sleep. The hormone may cause drowsiness.", [("melatonin", "CAUSES", "drowsiness")]),
]
# what points at nothing, and what is of no such kind
DECOYS = [
    ("Zinc is in the news. Minerals are found in oysters.", [("minerals", "FOUND_IN", "oysters")]),
    ("Zinc and iron are in the news. The minerals are found in oysters.", [("minerals", "FOUND_IN", "oysters")]),
    ("Almonds and walnuts are cheap. The nuts lower cholesterol.", [("nuts", "DECREASES", "cholesterol")]),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_class_noun_takes_up_the_last_of_its_kind(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert [row for row in rows(extractor, text) if row[1] != "IMPROVES"] == expected


@pytest.mark.parametrize(("text", "expected"), DECOYS)
def test_class_noun_of_its_own(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize("beside", ["metformin", "insulin"])
def test_tablets_beside_a_medicine_are_medicines(extractor: Extractor, beside: str) -> None:
    text = "Magnesium\n\nMagnesium is a mineral. You may need to take tablets{} to control your cramps."
    assert rows(extractor, text.format("")) == [("magnesium", "TREATS", "cramps")]
    assert rows(extractor, text.format(f" or {beside}")) == []


def test_member_of_a_class_is_not_in_it(extractor: Extractor) -> None:
    text = "Herbs that may ease anxiety include kava and lavender."
    assert [row for row in rows(extractor, text) if row[0] != "herbs"] == [
        ("kava", "TREATS", "anxiety"),
        ("lavender", "TREATS", "anxiety"),
    ]


COUNTED = [
    (
        "Lutein and zeaxanthin are in the news. Kale is packed with these two carotenoids.",
        [("lutein", "FOUND_IN", "Kale"), ("zeaxanthin", "FOUND_IN", "Kale")],
    ),
    (
        "Calcium and vitamin D go hand in hand. The two nutrients keep bones strong.",
        [("calcium", "IMPROVES", "bones"), ("vitamin D", "IMPROVES", "bones")],
    ),
    ("The two nutrients keep bones strong.", []),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_counted_class_noun_takes_up_as_many(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


HALF_NAMED = [
    (
        "What apple cider vinegar can do\n\nVinegar does not cure cancer. It can also lower potassium.",
        [("apple cider vinegar", "not TREATS", "cancer"), ("apple cider vinegar", "DECREASES", "potassium")],
    ),
    (
        "Apple cider vinegar or rice vinegar?\n\nVinegar does not cure cancer.",
        [("vinegar", "not TREATS", "cancer")],
    ),
    ("Almond milk for bones\n\nMilk eases heartburn.", [("milk", "TREATS", "heartburn")]),
]


@pytest.mark.parametrize(("text", "expected"), HALF_NAMED)
def test_noun_alone_is_the_kind_that_the_title_names(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


def test_pronoun_goes_on_with_what_was_called_a_compound(extractor: Extractor) -> None:
    text = "Turmeric gets its color from curcumin. The compound reduces inflammation, and it may ease joint pain."
    assert rows(extractor, text) == [
        ("curcumin", "FOUND_IN", "Turmeric"),
        ("curcumin", "DECREASES", "inflammation"),
        ("curcumin", "TREATS", "joint pain"),
    ]


WHOLE = [
    (
        "Whey or casein?\n\nBoth are cheap. Anyone with a milk allergy should steer clear of both.",
        [("casein", "CONTRAINDICATED_IN", "milk allergy"), ("whey protein", "CONTRAINDICATED_IN", "milk allergy")],
    ),
    (
        "Tart cherries are packed with anthocyanins. These pigments are red, and they calm inflammation.",
        [("anthocyanins", "FOUND_IN", "Tart cherries"), ("anthocyanins", "DECREASES", "inflammation")],
    ),
    (
        "Fenugreek contains soluble fibre. The fibre in the seeds lowers cholesterol.",
        [
            ("soluble fiber", "FOUND_IN", "Fenugreek"),
            ("dietary fiber", "FOUND_IN", "seeds"),
            ("dietary fiber", "DECREASES", "cholesterol"),
        ],
    ),
    (
        "Elderberry is popular. Raw berries cause vomiting.",
        [("elderberry", "CAUSES", "vomiting")],
    ),
    ("Elderberry is popular. Dried berries cause vomiting.", [("berries", "CAUSES", "vomiting")]),
    (
        "Green tea\n\nGreen tea contains catechins. In a trial, women who drank it had better skin moisture.",
        [("catechins", "FOUND_IN", "Green tea"), ("green tea", "IMPROVES", "skin moisture")],
    ),
    ("If you cut out dairy, find calcium elsewhere: your bones need it.", [("calcium", "AFFECTS", "bones")]),
    (
        "Does cranberry juice help?\n\nCranberries are red. Most of the juice has added sugar. It can cause gas.",
        [("added sugar", "FOUND_IN", "juice"), ("cranberry juice", "CAUSES", "gas")],
    ),
    ("Psyllium absorbs water, which softens stools.", [("psyllium", "IMPROVES", "stools")]),
    (
        "Prunes contain sorbitol, a sugar alcohol that causes gas.",
        [("sorbitol", "FOUND_IN", "Prunes"), ("sorbitol", "CAUSES", "gas")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_what_a_word_for_it_stands_for(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected
