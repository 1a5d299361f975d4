"""Sentences that go on from the one before, or from their heading, and name no nutrient themselves."""

from __future__ import annotations

import pytest

from claim_reading import stated
from claimx.pipeline import Extractor

SHORTAGE = "Iodine\n\nIodine shortage causes fatigue.{}{}"


def read(extractor: Extractor, text: str) -> list[tuple[str, str, str, str]]:
    """(nutrient, relation, object, state) of the claims that leave their nutrient out, in text order."""
    found = sorted(extractor.extract(text), key=lambda claim: claim.trigger.start)
    return stated(claim for claim in found if claim.resolution in ("ellipsis", "list_head"))


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        pytest.param(" ", [("iodine", "CAUSES", "Dry skin", "deficiency")], id="the sentence before"),
        pytest.param(" So they say. ", [("iodine", "CAUSES", "Dry skin", "deficiency")], id="one between"),
        pytest.param(" So they say. They do. We know. ", [], id="too far"),
        pytest.param("\n\nWhat to do\n\n", [], id="another part of the text"),
    ],
)
def test_goes_on_from_a_sentence_near_it(
    extractor: Extractor, between: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert read(extractor, SHORTAGE.format(between, "Dry skin can also occur.")) == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Signs of a shortage of iodine", [("iodine", "CAUSES", "dry skin", "deficiency")]),
        ("Side effects of iodine", [("iodine", "CAUSES", "dry skin", "intake")]),
        ("Signs of a cold", []),
        ("Who runs low on iodine?", []),
    ],
)
def test_heading_says_what_is_told_of(
    extractor: Extractor, heading: str, expected: list[tuple[str, str, str, str]]
) -> None:
    text = f"Iodine\n\nIodine is a mineral.\n\n{heading}\n\nSome people also notice dry skin.\n"
    assert read(extractor, text) == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Fatigue", [("iodine", "CAUSES", "Fatigue", "deficiency")] * 2),
        ("What to do", []),
    ],
)
def test_title_says_so_where_the_heading_names_an_illness(
    extractor: Extractor, heading: str, expected: list[tuple[str, str, str, str]]
) -> None:
    text = f"Signs of Low Iodine\n\nIodine is a mineral.\n\n{heading}\n\nFatigue is a common sign.\n"
    assert read(extractor, text) == expected


def test_article_about_an_illness_goes_on_about_the_illness(extractor: Extractor) -> None:
    text = "{}\n\nIodine shortage causes goiter. Iodine helps. Some people also notice dry skin."
    assert read(extractor, text.format("Goiter")) == []
    assert read(extractor, text.format("Iodine and goiter")) == [("iodine", "CAUSES", "dry skin", "deficiency")]


def test_what_the_sentence_says_itself_is_not_carried(extractor: Extractor) -> None:
    claims = extractor.extract(SHORTAGE.format(" ", "Other symptoms of low zinc include dry skin."))
    assert [(claim.nutrient.name, claim.rule_id) for claim in claims][1:] == [("zinc", "causes-signs")]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Iodine eases fatigue.", [("iodine", "IMPROVES", "sleep", "intake")]),
        ("A walk eases fatigue.", []),
    ],
)
def test_benefits_are_those_of_what_was_said_to_help(
    extractor: Extractor, before: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert read(extractor, f"Iodine\n\nFirst things first. {before} Another benefit is better sleep.") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zinc is well tolerated. A few people report a rash.", [("zinc", "CAUSES", "rash", "intake")]),
        ("Zinc is sold in shops. A few people report a rash.", []),
        ("Zinc is safe. Side effects are rare, though some get a rash.", [("zinc", "CAUSES", "rash", "intake")]),
        ("Zinc is safe. A mild rash is possible at first.", [("zinc", "CAUSES", "rash", "intake")]),
        ("Zinc is safe. A mild rash may occur when you first start.", [("zinc", "CAUSES", "rash", "intake")]),
        ("Zinc is safe. A mild rash may occur if ticks are present.", []),
    ],
)
def test_what_befalls_some_is_a_harm_of_what_was_called_safe(
    extractor: Extractor, text: str, expected: list[tuple[str, str, str, str]]
) -> None:
    found = sorted(extractor.extract(text), key=lambda claim: claim.trigger.start)
    assert stated(claim for claim in found if claim.relation == "CAUSES") == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Eating squid may cause nausea.", ["Hives", "Cramps", "Diarrhea", "nausea"]),
        ("Gout may cause nausea.", []),
    ],
)
def test_list_of_what_else_people_may_have(extractor: Extractor, before: str, expected: list[str]) -> None:
    text = f"Food and the gut\n\n{before} You may also have:\n\n- Hives\n- Cramps\n- Diarrhea\n"
    found = [claim.object.surface for claim in extractor.extract(text) if claim.relation == "CAUSES" and claim.object]
    assert sorted(found) == sorted(expected)
