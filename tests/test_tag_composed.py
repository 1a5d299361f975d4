"""Names put together in the text: lay symptoms, medicines by what they are for, drinks and dishes, failings."""

from __future__ import annotations

import pytest

from tag_reading import tag


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("eases cortisol spikes", [("CONDITION", "cortisol spikes", "cortisol spike")]),
        ("the cortisol spike after lunch", [("CONDITION", "cortisol spike", "cortisol spike")]),
        ("your cortisol spikes at noon", [("FUNCTION", "cortisol", "cortisol")]),
        ("makes cortisol spike", [("FUNCTION", "cortisol", "cortisol")]),
        ("when blood sugar spikes", [("FUNCTION", "blood sugar", "blood sugar")]),
        ("your mood swings", [("CONDITION", "mood swings", "mood swings")]),
        ("makes mood swings milder", [("CONDITION", "mood swings", "mood swings")]),
    ],
)
def test_a_head_that_is_a_verb_too_is_a_symptom_as_a_noun(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tag(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a lack of appetite control", [("CONDITION", "lack of appetite", "loss of appetite")]),
        ("a lack of mobility", [("CONDITION", "lack of mobility", "mobility lack")]),
        ("the liver lacks it", [("FUNCTION", "the liver", "liver")]),
        ("a decline in vision", [("CONDITION", "decline in vision", "vision decline")]),
        ("a decline in triglycerides", [("FUNCTION", "triglycerides", "triglycerides")]),
        ("kidney issues", [("CONDITION", "kidney issues", "kidney issue")]),
        ("health function", [("FUNCTION", "health", "health")]),
        ("wrist injury, lack of mobility", [("CONDITION", "wrist injury", "wrist injuries"), (
            "CONDITION", "lack of mobility", "mobility lack")]),
    ],
)  # fmt: skip
def test_parts_make_symptoms(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tag(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "wrist, elbow or pelvic fractures",
            [
                ("CONDITION", "wrist", "wrist fracture"),
                ("CONDITION", "elbow", "elbow fracture"),
                ("CONDITION", "pelvic fractures", "pelvic fracture"),
            ],
        ),
        (
            "elbow and other fractures",
            [("CONDITION", "elbow", "elbow fracture"), ("CONDITION", "fractures", "fractures")],
        ),
        (
            "fungal and renal diseases",
            [("CONDITION", "fungal", "mycoses"), ("CONDITION", "renal diseases", "kidney disease")],
        ),
        (
            "scalp and elbow injuries",
            [("CONDITION", "scalp", "scalp injury"), ("CONDITION", "elbow injuries", "elbow injury")],
        ),
        (
            "the scalp and elbow injuries",
            [("FUNCTION", "scalp", "scalp"), ("CONDITION", "elbow injuries", "elbow injury")],
        ),
        ("wrist and elbow health", [("FUNCTION", "wrist", "wrists"), ("FUNCTION", "elbow health", "elbow health")]),
    ],
)
def test_parts_share_the_head_of_a_condition_behind_them(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tag(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the ability to focus", [("FUNCTION", "ability to focus", "ability to focus")]),
        ("the ability to focus or learn", [
            ("FUNCTION", "ability to focus", "ability to focus"), ("FUNCTION", "learn", "learning ability")]),
        ("the ability to buy zinc", [("NUTRIENT", "zinc", "zinc")]),
    ],
)  # fmt: skip
def test_what_one_is_able_to_is_a_function(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tag(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("thyroid meds", [("DRUG", "thyroid meds", "thyroid medication")]),
        ("gout pills", [("DRUG", "gout pills", "gout pill")]),
        ("a histamine-blocking drug", [("DRUG", "histamine-blocking drug", "histamine blocking drug")]),
        ("histamine-blocking herbs", [("FUNCTION", "histamine", "histamine"), ("NUTRIENT", "herbs", "herbs")]),
        ("acne-causing germs", [("FUNCTION", "acne-causing germs", "acne causing germ")]),
        ("anti-nausea pills", [("DRUG", "anti-nausea pills", "anti nausea pill")]),
    ],
)
def test_medicines_are_named_by_what_they_are_for(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tag(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sage tea", [("NUTRIENT", "sage tea", "sage tea")]),
        ("the juice of celeriac", [("NUTRIENT", "juice of celeriac", "celeriac juice")]),
        ("radishes milk", [("NUTRIENT", "radishes", "radishes"), ("NUTRIENT", "milk", "milk")]),
        ("radish\nmilk", [("NUTRIENT", "radish", "radishes"), ("NUTRIENT", "milk", "milk")]),
        ("zinc milk", [("NUTRIENT", "zinc", "zinc"), ("NUTRIENT", "milk", "milk")]),
        ("food products", [("NUTRIENT", "food", "foods")]),
    ],
)
def test_a_food_and_a_dish_are_one_food(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tag(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("trouble relaxing", [("CONDITION", "trouble relaxing", "trouble relaxing")]),
        ("difficulty in chewing", [("CONDITION", "difficulty in chewing", "difficulty in chewing")]),
        ("trouble staying asleep", [("CONDITION", "trouble staying asleep", "insomnia")]),
        (
            "trouble falling or staying asleep",
            [("CONDITION", "trouble falling", "trouble falling"), ("CONDITION", "staying asleep", "insomnia")],
        ),
        (
            "the inability to think clearly or remember names",
            [
                ("CONDITION", "inability to think clearly", "inability to think clearly"),
                ("CONDITION", "remember names", "inability to remember names"),
            ],
        ),
        ("the trouble with losing weight", [("CONDITION", "trouble with losing weight", "trouble with losing weight")]),
        ("the problem is getting enough zinc", [("NUTRIENT", "zinc", "zinc")]),
        ("trouble getting zinc", [("NUTRIENT", "zinc", "zinc")]),
        ("relaxing without trouble", [("FUNCTION", "relaxing", "relaxation")]),
    ],
)
def test_what_somebody_fails_at_is_a_symptom(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tag(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("rebuilds tired joints", [("FUNCTION", "joints", "joints")]),
        ("eases tired joints", [("CONDITION", "tired joints", "tired joints")]),
        ("restoring dry skin", [("FUNCTION", "skin", "skin")]),
        ("causes dry skin", [("CONDITION", "dry skin", "dry skin")]),
    ],
)
def test_what_is_mended_is_the_part_and_no_symptom(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tag(text) == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("giloy", "giloy"),
        ("arjuna bark", "arjuna"),
        ("whey isolate", "whey protein"),
        ("hunger and phobias", "phobias"),
        ("nighttime awakenings", "night waking"),
        ("trouble focusing", "poor concentration"),
        ("hormone swings", "hormonal imbalance"),
        ("sleep onset latency", "sleep onset"),
        ("pain pills", "painkillers"),
    ],
)
def test_lay_words_name_what_the_lexicon_holds(text: str, name: str) -> None:
    assert [found for _, _, found in tag(text)][-1:] == [name]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a gastrointestinal condition", [("CONDITION", "gastrointestinal condition", "gastrointestinal condition")]),
        ("the condition of the teeth", [("FUNCTION", "teeth", "teeth")]),
        ("musculoskeletal symptoms", [("CONDITION", "musculoskeletal symptoms", "musculoskeletal symptom")]),
        ("frail nails", [("CONDITION", "frail nails", "frail nails")]),
    ],
)
def test_adjectives_and_general_words_make_conditions(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tag(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("chronic myelofasciitis", [("CONDITION", "myelofasciitis", "myelofasciitis")]),
        ("plain homeopathy", [("NUTRIENT", "homeopathy", "homeopathic remedies")]),
        ("pure nostalgia", []),
    ],
)
def test_a_disease_is_told_by_its_ending(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tag(text) == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("fatty fish", "fatty fish"),
        ("ultra-processed foods", "ultra-processed foods"),
        ("xylitol", "xylitol"),
        ("oat milk", "oat milk"),
        ("beans and pulses", "pulses"),
    ],
)
def test_kinds_of_a_food_keep_their_own_names(text: str, name: str) -> None:
    assert [found for _, _, found in tag(text)][-1:] == [name]


def test_a_pulse_of_the_heart_is_no_food() -> None:
    assert tag("a weak pulse") == [("CONDITION", "weak pulse", "weak pulse")]
