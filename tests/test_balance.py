from __future__ import annotations

import json
from typing import Any

import pytest

from building import make_claim
from claimx.balance import Card, Point, make_card, make_cards, side_of, to_jsonl
from claimx.data_files import DataFiles
from claimx.guide import load_guide
from claimx.show import show_cards
from claimx.table import Row, to_row
from claimx.terminal import plain

GUIDE = load_guide(DataFiles())


def row(relation: str = "TREATS", found: str = "sore throat", **changes: Any) -> Row:
    """ "Zinc TREATS sore throat", a disease claim without a dose, with columns replaced."""
    made = to_row(make_claim(dose=None))
    made |= {"claim_class": "disease", "relation": relation, "object": found, "object_name": found, **changes}
    said = [made[name] for name in ("nutrient_name", "relation", "object_name", "polarity", "dose_text")]
    return {**made, "claim_group": " ".join(said), "claim_id": changes.get("claim_id", f"id {' '.join(said)}")}


def gaps(*rows: Row) -> list[tuple[str, str]]:
    return [(gap.nutrient, gap.kind) for gap in make_card("zinc.txt", rows, GUIDE).missing]


HARM = row("CAUSES", "nausea", claim_class="safety")
CAUTION = row("CONTRAINDICATED_IN", "pregnancy", claim_class="safety")
DOSE = row("HAS_DOSE", "", claim_class="dosage", dose_text="15 mg a day")
TESTED = {"evidence": "trial"}
TOO_MUCH = {"claim_class": "dosage", "dose_text": "200 mg a day", "dose_flag": "above", "nutrient_name": "vitamin B6"}


@pytest.mark.parametrize(
    ("found", "side"),
    [
        (row(), "benefits"),
        (row("IMPROVES", claim_class="structure_function"), "benefits"),
        (row("DECREASES", claim_class="safety"), ""),
        (row(polarity="negated"), "denied"),
        (HARM, "harms"),
        (row("CAUSES", "nausea", claim_class="safety", polarity="negated"), "safety"),
        (row("CAUSES", "nausea", claim_class="safety", nutrient_state="excess"), "harms"),
        (row("ASSOCIATED_WITH", "nausea", claim_class="safety", nutrient_state="excess"), "excess"),
        (row("CAUSES", "anemia", claim_class="deficiency", nutrient_state="deficiency"), "deficiencies"),
        (CAUTION, "cautions"),
        (row("INTERACTS_WITH", "metformin", claim_class="safety"), "interactions"),
        (row("SAFE_FOR", "adults", claim_class="safety"), "safety"),
        (row("SAFE_FOR", "adults", claim_class="safety", polarity="negated"), "safety"),
        (DOSE, "doses"),
        (row("FOUND_IN", "oysters", claim_class="content"), ""),
    ],
)
def test_side_of_a_row(found: Row, side: str) -> None:
    assert side_of(found, GUIDE) == side


def test_card_groups_what_is_repeated() -> None:
    rows = [
        row(claim_id="1", certainty="possible"),
        row(claim_id="2", overclaim="no_evidence"),
        row(claim_id="3", **TESTED),
        row("PREVENTS", "colds", claim_id="4", polarity="negated"),
    ]
    card = make_card("zinc.txt", rows, GUIDE)
    treats = Point(
        nutrient="zinc",
        state="intake",
        relation="TREATS",
        polarity="affirmed",
        object="sore throat",
        dose="",
        rows=3,
        certainty=("asserted", "possible"),
        evidence=("none", "trial"),
        flags=("overclaim no_evidence",),
        claim_ids=("1", "2", "3"),
    )
    assert card.sides["benefits"] == (treats,)
    assert [(point.object, point.polarity) for point in card.denied] == [("colds", "negated")]
    assert (card.title, card.claims, card.overclaims, card.doses_above) == ("Zinc", 4, 1, 0)


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([row()], ["no_side_effects", "no_caution", "no_evidence", "no_dose"]),
        ([row(**TESTED), HARM, CAUTION, DOSE], []),
        ([row(**TESTED), HARM, DOSE], ["no_caution"]),
        ([row(**TESTED), CAUTION, DOSE], []),
        ([row(**TESTED), row("SAFE_FOR", "adults", claim_class="safety"), DOSE], ["no_caution"]),
        ([row("IMPROVES", claim_class="structure_function", **TESTED), HARM, DOSE], []),
        ([row(dose_text="15 mg a day"), CAUTION], ["no_evidence"]),
        ([row(polarity="negated")], []),
        ([HARM], []),
        ([row(nutrient_type="food")], []),
    ],
)
def test_gaps_behind_benefits(rows: list[Row], found: list[str]) -> None:
    assert gaps(*rows) == [("zinc", kind) for kind in found]


def test_nutrients_named_in_passing_are_not_asked() -> None:
    main = [row(found="colds", **TESTED), row(found="cough", **TESTED), HARM, CAUTION, DOSE]
    passing = row(nutrient_name="copper")
    assert gaps(*main, passing) == []
    assert gaps(passing, HARM) == [
        ("copper", kind) for kind in ("no_side_effects", "no_caution", "no_evidence", "no_dose")
    ]


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ([], ["dose_without_warning", "hazard_not_named"]),
        ([row("CAUSES", "peripheral neuropathy", nutrient_name="vitamin B6")], ["dose_without_warning"]),
        (
            [row("CAUSES", "nerve damage", nutrient_name="vitamin B6", nutrient_state="excess"), row(**TOO_MUCH)],
            ["dose_without_warning"],
        ),
        ([row("HAS_DOSE", "", **{**TOO_MUCH, "dose_flag": "", "dose_role": "upper_limit"})], ["hazard_not_named"]),
        ([row("HAS_DOSE", "", **{**TOO_MUCH, "dose_flag": "warned"})], ["hazard_not_named"]),
        ([row("CAUSES", "neuropathy")], ["dose_without_warning", "hazard_not_named"]),
    ],
)
def test_gaps_behind_an_amount_above_the_limit(more: list[Row], found: list[str]) -> None:
    rows = [row("HAS_DOSE", "", **TOO_MUCH), *more]
    assert [kind for nutrient, kind in gaps(*rows) if nutrient == "vitamin B6" and kind not in BEHIND_BENEFITS] == found


BEHIND_BENEFITS = {"no_side_effects", "no_caution", "no_evidence", "no_dose"}


def test_article_without_claims_has_an_empty_card() -> None:
    cards = make_cards([row()], GUIDE, titles={"a.txt": "Nothing", "zinc.txt": "Zinc!"})
    assert [(card.doc_id, card.title, card.claims, len(card.missing)) for card in cards] == [
        ("a.txt", "Nothing", 0, 0),
        ("zinc.txt", "Zinc!", 1, 4),
    ]


def test_jsonl_has_a_key_for_every_side() -> None:
    (line,) = to_jsonl([card_of(row(), DOSE)]).decode("utf-8").splitlines()
    found = json.loads(line)
    assert list(found) == [
        "doc_id", "title", "claims", "missing", "overclaims", "doses_above", "benefits", "excess", "harms",
        "deficiencies", "doses", "safety", "cautions", "interactions", "denied",
    ]  # fmt: skip
    assert [point["object"] for point in found["benefits"]] == ["sore throat"]
    assert found["missing"][0] == {
        "nutrient": "zinc",
        "kind": "no_side_effects",
        "text": "benefits, but no harm, caution or word on safety",
    }


def card_of(*rows: Row) -> Card:
    return make_card("zinc.txt", rows, GUIDE)


SHOWN = """\
zinc.txt  Zinc
  3 claims, 1 overclaim, 0 doses above a limit
  benefits 1
    zinc TREATS sore throat x2  (asserted)  ! overclaim no_evidence
  cautions 1
    zinc CONTRAINDICATED_IN pregnancy  (asserted)
  missing
    benefits, none of which names its evidence: zinc
    benefits, but no amount: zinc"""


def test_shown_card() -> None:
    assert plain(show_cards([card_of(row(overclaim="no_evidence"), row(claim_id="2"), CAUTION)])) == SHOWN
