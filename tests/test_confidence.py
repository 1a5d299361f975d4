"""The confidence of a row: its features, its coefficients, and what must hold of it in general."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest

from claimx.confidence import DATA_NAME, IN_TITLE, Grader, describe, load_grader
from claimx.data_files import DataFiles
from claimx.errors import DataError
from claimx.pipeline import Extractor
from claimx.quality.calibration import Bin, Calibration, calibrate, draw_reliability
from claimx.records import Article, Claim, Parse

TEXT = "Zinc prevents colds and treats warts."


@pytest.fixture(scope="module")
def found(extractor: Extractor) -> list[tuple[Claim, Parse]]:
    return extractor.relate_ungraded(extractor.read(TEXT))


def test_features_by_hand(found: list[tuple[Claim, Parse]]) -> None:
    (first, parse), (second, _) = found
    assert (first.object and first.object.surface, second.object and second.object.surface) == ("colds", "warts")
    assert first.object is not None
    named = {
        f"rule {first.rule_id}",
        "relation PREVENTS",
        "state intake",
        "polarity affirmed",
        "certainty asserted",
        f"block {first.sentence.block_type}",
        "nutrient origin lexicon",
        "nutrient type mineral",
        f"object CONDITION lexicon{' linked' if first.object.id else ''}",
        "nutrient path 1",
        "object path 1",
        # by the rules alone
        "not weighed",
    }
    numbers = {
        "length": math.log1p(len(parse.words)),
        "nutrient distance": math.log1p(1) - math.log1p(3),
        "object distance": math.log1p(1) - math.log1p(3),
        "claims in article": math.log(2),
        "claims in sentence": math.log(2),
        "claims at trigger": 0.0,
        "nutrient share": 1.0,
    }
    assert describe(found)[0] == {**dict.fromkeys(named, 1.0), **numbers}


def test_two_readings_of_the_same_slots_are_rivals(found: list[tuple[Claim, Parse]]) -> None:
    claim, parse = found[0]
    both = describe([(claim, parse), (replace(claim, relation="TREATS"), parse)])
    assert [features.get("rival reading") for features in both] == [1.0, 1.0]
    assert [features.get("rival reading") for features in describe(found)] == [None, None]


def test_probability_by_hand(found: list[tuple[Claim, Parse]]) -> None:
    grader = Grader(0.5, {"relation PREVENTS": 1.0, "relation WORSENS": -9.0})
    assert grader.grade(found) == [1 / (1 + math.exp(-1.5)), 1 / (1 + math.exp(-0.5))]


def test_claims_carry_their_grade(extractor: Extractor, found: list[tuple[Claim, Parse]]) -> None:
    assert [claim.confidence for claim in extractor.extract(TEXT)] == extractor.grader.grade(found)


@pytest.mark.parametrize(
    ("named", "pronoun", "unspoken"),
    [
        (
            "Zinc is a mineral. Zinc may cause nausea.",
            "Zinc is a mineral. It may cause nausea.",
            "Zinc is a mineral. Side effects include nausea.",
        ),
        (
            "Ginger is a root. Ginger relieves nausea.",
            "Ginger is a root. It relieves nausea.",
            "Ginger is a root. Supplementation relieves nausea.",
        ),
    ],
)
def test_a_named_nutrient_is_surer_than_a_pronoun_than_none(
    extractor: Extractor, named: str, pronoun: str, unspoken: str
) -> None:
    claims = [extractor.extract(text)[-1] for text in (named, pronoun, unspoken)]
    assert [claim.resolution for claim in claims] == ["explicit", "pronoun", "ellipsis"]
    grades = [claim.confidence for claim in claims]
    assert grades == sorted(grades, reverse=True)
    assert len(set(grades)) == len(grades)


def test_coefficients_never_favour_a_nutrient_that_is_not_named() -> None:
    weights = load_grader(DataFiles()).weights
    assert {name: weights[name] < 0 for name in ("unnamed", "unspoken")} == {"unnamed": True, "unspoken": True}


def test_an_overlay_replaces_the_coefficients(tmp_path: Path) -> None:
    (tmp_path / DATA_NAME).write_text("intercept: 2.0\nweights: {length: -1}\n", encoding="utf-8")
    assert load_grader(DataFiles((tmp_path,))) == Grader(2.0, {"length": -1.0})


@pytest.mark.parametrize("text", ["weights: {}\n", "intercept: 1\nweights: {length: no}\n", "[]\n"])
def test_faulty_coefficients_name_their_file(tmp_path: Path, text: str) -> None:
    (tmp_path / DATA_NAME).write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r"confidence\.yaml: needs an intercept and weights"):
        load_grader(DataFiles((tmp_path,)))


def test_calibration_by_hand() -> None:
    graded = [(0.95, True), (0.95, False), (0.25, False)]
    found = calibrate(graded)
    assert found.bins == [Bin(1, 0.25, 0), Bin(2, 0.95, 1)]
    assert round(found.error, 6) == round((0.25 + 0.9) / 3, 6)
    assert round(found.brier, 6) == round((0.05**2 + 0.95**2 + 0.25**2) / 3, 6)
    assert found.sure == (1, 2)


def test_calibration_of_nothing() -> None:
    assert calibrate([]) == Calibration([], 0.0, 0.0, (0, 0))


def test_the_plot_has_a_dot_for_each_tenth_with_rows() -> None:
    assert draw_reliability({"test": calibrate([(0.95, True), (0.25, False)])}).count("<circle") == 2


def test_an_article_about_the_nutrient_is_told_by_its_title(extractor: Extractor) -> None:
    about = extractor.relate_ungraded(extractor.read(Article(id="a", text=TEXT, title="Zinc and you")))
    other = extractor.relate_ungraded(extractor.read(Article(id="a", text=TEXT, title="Colds")))
    assert [IN_TITLE in features for features in describe(about)] == [True, True]
    assert [IN_TITLE in features for features in describe(other)] == [False, False]
