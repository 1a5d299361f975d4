"""How posts speak to their reader: orders and what they are for, "you'll", and "it" for a food."""

from __future__ import annotations

import pytest

from claimx.pipeline import Extractor

Found = tuple[str, str, str, str]


def _read(extractor: Extractor, text: str) -> list[Found]:
    return sorted(
        (claim.nutrient.name, claim.nutrient_state, claim.relation, claim.object.name if claim.object else "")
        for claim in extractor.extract(text)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Swap your latte for green tea to keep your blood sugar steady.", ("green tea", "IMPROVES", "blood sugar")),
        ("Stir turmeric into soups to ease sore joints.", ("turmeric", "TREATS", "joint pain")),
        ("Snack on walnuts to boost your mood.", ("walnuts", "IMPROVES", "mood")),
        ("Start your day with oats to lower your cholesterol.", ("oats", "DECREASES", "cholesterol")),
        ("Swap your latte for a walk to keep your blood sugar steady.", None),
        ("Go for walks to boost your mood.", None),
        ("Mix oats with milk to make porridge.", None),
    ],
)
def test_an_order_says_what_its_food_is_for(
    extractor: Extractor, text: str, expected: tuple[str, str, str] | None
) -> None:
    found = [(nutrient, relation, item) for nutrient, _, relation, item in _read(extractor, text)]
    assert found == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ramp fiber up too fast and you'll be gassy.", [("dietary fiber", "intake", "CAUSES", "gas")]),
        ("Ramp the pace up too fast and you'll be gassy.", []),
        ("If you run low on iron, you'll feel wiped out.", [("iron", "deficiency", "CAUSES", "fatigue")]),
        ("If you run low on cash, you'll feel wiped out.", []),
        ("Prunes are sweet. They’ll keep you regular.", [("prunes", "intake", "IMPROVES", "regular")]),
        ("Holidays are sweet. They’ll keep you regular.", []),
    ],
)
def test_you_will_is_a_verb_of_the_future(extractor: Extractor, text: str, expected: list[Found]) -> None:
    assert _read(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oysters are tasty. They are the richest source of zinc.", [("zinc", "oysters")]),
        ("Pearls are pretty. They are the richest source of zinc.", []),
        ("Fish oil is popular. It contains EPA.", [("EPA", "fish oil")]),
        ("Kale is great. There's plenty of vitamin K in it.", [("vitamin K", "kale")]),
        ("A drawer is great. There's plenty of vitamin K in it.", []),
        (
            "Swap your latte for green tea. It has less caffeine than coffee, and the L-theanine in it is calming.",
            [("L-theanine", "green tea"), ("caffeine", "coffee"), ("caffeine", "green tea")],
        ),
        ("Choline is a nutrient. It also carries fat out of the liver.", []),
    ],
)
def test_it_is_a_food_spoken_of(extractor: Extractor, text: str, expected: list[tuple[str, str]]) -> None:
    found = [row for row in _read(extractor, text) if row[2] == "FOUND_IN"]
    assert [(nutrient, item) for nutrient, _, _, item in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Flaxseeds are high in lignans, and these help the heart. They may ease hot flashes.", "lignans"),
        ("Flaxseeds are high in lignans. They help the heart. They may ease hot flashes.", "flaxseed"),
        ("Oats are full of beta-glucan. This fiber eases hot flashes.", "beta-glucan"),
        ("Tomatoes are full of lycopene. These fruits ease hot flashes.", "tomatoes"),
        ("Tea contains caffeine and theanine. The former wakes you, while the latter eases hot flashes.", "L-theanine"),
        ("Tea contains caffeine and theanine. The former wakes you, while the rest eases hot flashes.", None),
    ],
)
def test_demonstratives_take_up_what_was_named_last(extractor: Extractor, text: str, expected: str | None) -> None:
    found = [row[0] for row in _read(extractor, text) if row[2] == "TREATS"]
    assert found == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vitamin B12 isn't in plants.", [("FOUND_IN", "negated")]),
        ("Vitamin B12 is in plants.", [("FOUND_IN", "affirmed")]),
        ("There isn't much iron in milk.", [("FOUND_IN", "negated")]),
        ("There is much iron in milk.", [("FOUND_IN", "affirmed")]),
    ],
)
def test_what_leans_on_an_auxiliary_denies(extractor: Extractor, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(claim.relation, claim.polarity) for claim in extractor.extract(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I take magnesium now. A week in, my leg cramps were gone.", [("magnesium", "intake", "TREATS")]),
        ("I take walks now. A week in, my leg cramps were gone.", []),
        ("I gave up sugar in June. My acne has cleared up.", [("sugar", "deficiency", "TREATS")]),
        ("I gave up cycling in June. My acne has cleared up.", []),
        ("I drink kefir daily. I sleep so much better now.", [("kefir", "intake", "IMPROVES")]),
        ("I drink kefir daily. After a month of yoga I sleep so much better.", []),
        ("I switched to kefir in May. I haven't been bloated since.", [("kefir", "intake", "TREATS")]),
    ],
)
def test_how_somebody_fared_is_told_of_what_he_took(extractor: Extractor, text: str, expected: list[Found]) -> None:
    assert [row[:3] for row in _read(extractor, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chamomile sits in my desk. Mums who drank the tea slept better. It calms cramps.", ["chamomile"]),
        ("Zinc\n\nThe catch: it can ease colds.", ["zinc"]),
        ("Zinc\n\nThe drug works: it can ease colds.", []),
        ("Kefir is tangy. A glass before bed eases cramps.", ["kefir"]),
        ("A bath is warm. A glass before bed eases cramps.", []),
    ],
)
def test_what_helps_is_named_further_back(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert [row[0] for row in _read(extractor, text) if row[2] == "TREATS"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("When iron runs low, you may notice fatigue.", [("iron", "deficiency", "CAUSES", "fatigue")]),
        ("When cash runs low, you may notice fatigue.", []),
        ("When people run low on iron, they may notice fatigue.", [("iron", "deficiency", "CAUSES", "fatigue")]),
        (
            "Kava is not recommended for pregnant or nursing women.",
            [
                ("kava", "intake", "CONTRAINDICATED_IN", "breastfeeding women"),
                ("kava", "intake", "CONTRAINDICATED_IN", "pregnant women"),
            ],
        ),
        ("Kava is recommended for pregnant or nursing women.", []),
        (
            "Risk factors for a vitamin D deficiency include obesity and the use of steroids.",
            [
                ("vitamin D", "deficiency", "ASSOCIATED_WITH", "obesity"),
                ("vitamin D", "deficiency", "INTERACTS_WITH", "corticosteroids"),
            ],
        ),
        ("Risk factors for a fall include obesity and the use of steroids.", []),
        (
            "After a month on saffron, the women had less pain, better sleep and more energy.",
            [
                ("saffron", "intake", "IMPROVES", "sleep"),
                ("saffron", "intake", "INCREASES", "energy"),
                ("saffron", "intake", "TREATS", "pain"),
            ],
        ),
        ("After a month on the road, the women had less pain, better sleep and more energy.", []),
        ("Saffron has been tied to clearer thinking.", [("saffron", "intake", "IMPROVES", "cognition")]),
        ("Rest has been tied to clearer thinking.", []),
        ("Lutein is a carotenoid found in kale.", [("lutein", "intake", "FOUND_IN", "kale")]),
        ("Pearls are a carotenoid found in kale.", [("carotenoids", "intake", "FOUND_IN", "kale")]),
        ("Magnesium deepens sleep.", [("magnesium", "intake", "IMPROVES", "sleep")]),
        ("Alcohol deepens wrinkles.", [("alcohol", "intake", "WORSENS", "wrinkles")]),
    ],
)
def test_turns_of_posts(extractor: Extractor, text: str, expected: list[Found]) -> None:
    assert _read(extractor, text) == expected
