"""Which illness or nutrient "it", "the condition" and "the usual cause" are of, from text to named claims."""

from __future__ import annotations

import pytest

from claimx.pipeline import Extractor

Found = tuple[str, str, str, str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Pellagra\n\nThis condition develops when a person does not eat enough niacin.",
            [("niacin", "CAUSES", "condition", "pellagra")],
        ),
        ("This condition develops when a person does not sleep enough.", []),
        (
            "Scurvy\n\nSigns are fatigue and gum disease. The disease is caused by a lack of vitamin C.",
            [("vitamin C", "CAUSES", "disease", "scurvy")],
        ),
        (
            "Gum disease\n\nThe disease of the gums is caused by a lack of vitamin C.",
            [("vitamin C", "CAUSES", "disease of the gums", "gum disease")],
        ),
        (
            "Rickets\n\nRickets softens the bones. It is caused by a lack of vitamin D.",
            [("vitamin D", "CAUSES", "It", "rickets")],
        ),
        ("Vitamin D\n\nMilk is cheap. It is caused by a lack of vitamin D.", []),
        ("Anemia\n\nThe usual cause is a lack of iron.", [("iron", "CAUSES", "Anemia", "anemia")]),
        ("Iron deficiency\n\nThe usual cause is a diet low in iron.", []),
        (
            "Fatigue\n\nOther causes include:\n- stress\n- low levels of vitamins B6 and B12\n",
            [("vitamin B12", "CAUSES", "Fatigue", "fatigue"), ("vitamin B6", "CAUSES", "Fatigue", "fatigue")],
        ),
        (
            "Folate deficiency\n\nComplications include infertility.",
            [("folate", "CAUSES", "infertility", "infertility")],
        ),
        ("Folate\n\nComplications include infertility.", []),
        (
            "Gluten harms the gut. This protein is found in rye. This metal is found in lead.",
            [("gluten", "FOUND_IN", "rye", "rye"), ("gluten", "WORSENS", "gut", "gut")],
        ),
        (
            "Hypertension\n\nSalt raises blood pressure. Bananas and beans lower it.",
            [
                ("bananas", "DECREASES", "it", "blood pressure"),
                ("beans", "DECREASES", "it", "blood pressure"),
                ("salt", "INCREASES", "blood pressure", "blood pressure"),
            ],
        ),
    ],
)
def test_illness_that_the_text_is_about_is_the_object(extractor: Extractor, text: str, expected: list[Found]) -> None:
    found = [
        (claim.nutrient.name, claim.relation, claim.object.surface, claim.object.name)
        for claim in extractor.extract(text)
        if claim.object is not None
    ]
    assert sorted(found) == expected


def test_risk_is_that_of_the_sentence_before_and_not_of_an_example(extractor: Extractor) -> None:
    text = "Diet can raise your risk of gout. Drinking beer, especially in obesity, raises your risk."
    found = [(c.nutrient.name, c.relation, c.object.name) for c in extractor.extract(text) if c.object is not None]
    assert found == [("beer", "PREDISPOSES", "gout")]


def test_pronoun_is_what_another_nutrient_binds(extractor: Extractor) -> None:
    found = [
        (c.nutrient.name, c.relation, c.object.name)
        for c in extractor.extract("Zinc\n\nZinc is a metal. Phytates lock it up.")
        if c.object is not None
    ]
    assert found == [("phytates", "INTERACTS_WITH", "zinc")]
