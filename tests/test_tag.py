"""Tagging sentences with the packaged lexicon."""

from __future__ import annotations

import pytest

from claimx.data_files import DataFiles
from claimx.records import Article, Sentence
from claimx.tag import Tagger


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger(DataFiles())


def tag(tagger: Tagger, text: str) -> list[tuple[str, str, str]]:
    article = Article("a.txt", text)
    (mentions,) = tagger.tag(article, [Sentence(0, len(text), text, 0, 0)])
    assert [text[m.start : m.end] for m in mentions] == [m.surface for m in mentions]
    return [(m.label, m.surface, m.name) for m in mentions]


def test_deficiency_leaves_the_nutrient_tagged(tagger: Tagger) -> None:
    assert tag(tagger, "Vitamin B12 deficiency") == [("NUTRIENT", "Vitamin B12", "vitamin B12")]


def test_longest_spelling_wins_over_all_types(tagger: Tagger) -> None:
    found = tag(tagger, "iron deficiency anemia")
    assert found == [("CONDITION", "iron deficiency anemia", "iron deficiency anemia")]


@pytest.mark.parametrize("surface", ["B12", "B-12", "b12", "vitamin B-12", "Vitamin b 12"])
def test_hyphen_space_and_case_are_folded(tagger: Tagger, surface: str) -> None:
    assert tag(tagger, f"Take {surface} now") == [("NUTRIENT", surface, "vitamin B12")]


def test_british_spelling_and_plural_are_folded(tagger: Tagger) -> None:
    assert tag(tagger, "dietary fibre and tumours") == [
        ("NUTRIENT", "dietary fibre", "dietary fiber"),
        ("CONDITION", "tumours", "tumors"),
    ]


def test_vitamin_letter_before_a_full_stop(tagger: Tagger) -> None:
    assert tag(tagger, "Take vitamin D. Zinc too") == [
        ("NUTRIENT", "vitamin D", "vitamin D"),
        ("NUTRIENT", "Zinc", "zinc"),
    ]
