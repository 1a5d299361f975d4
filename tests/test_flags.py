from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from building import SENTENCE, make_claim
from claimx.data_files import DataFiles
from claimx.errors import DataError
from claimx.flags import Flagger
from claimx.groups import claim_group
from claimx.guide import load_guide
from claimx.records import Claim, Flags, Mention, Qualifiers, Quantity

SURE = Qualifiers(causal_language="direct", claim_class="disease")
ZINC_LIMIT = "UL 40 mg a day"

LIMITS = [
    "boron: UL 20 mg a day",
    "calcium: UL 2500 mg a day, ages 19-50",
    "calcium: UL 2000 mg a day, ages 51 and up",
    "choline: UL 3500 mg a day",
    "copper: UL 10 mg a day",
    "fluoride: UL 10 mg a day",
    "folate: UL 1000 ug a day, supplements",
    "folic acid: UL 1000 ug a day",
    "iodine: UL 1100 ug a day",
    "iron: UL 45 mg a day",
    "magnesium: UL 350 mg a day, supplements",
    "manganese: UL 11 mg a day",
    "molybdenum: UL 2000 ug a day",
    "niacin: UL 35 mg a day, supplements",
    "nickel: UL 1 mg a day",
    "phosphorus: UL 4000 mg a day, ages 19-70",
    "phosphorus: UL 3000 mg a day, ages 71 and up",
    "salt: CDRR 5850 mg a day",
    "selenium: UL 400 ug a day",
    "sodium: CDRR 2300 mg a day",
    "vanadium: UL 1.8 mg a day",
    "vitamin A: UL 10000 IU a day, preformed",
    "vitamin A: UL 3000 ug a day, preformed",
    "vitamin B6: UL 100 mg a day",
    "vitamin C: UL 2000 mg a day",
    "vitamin D: UL 4000 IU a day",
    "vitamin D: UL 100 ug a day",
    "vitamin E: UL 1500 IU a day, supplements",
    "vitamin E: UL 1000 mg a day, supplements",
    "zinc: UL 40 mg a day",
]


@pytest.fixture(scope="module")
def flagger() -> Flagger:
    return Flagger(DataFiles())


def cure(**changes: Any) -> Claim:
    """ "Zinc eases sore throats", direct and with nothing behind it, with qualifiers named in `said` replaced."""
    said = changes.pop("said", {})
    return make_claim(dose=None, qualifiers=replace(SURE, **said), **changes)


def overclaims(flagger: Flagger, *claims: Claim) -> list[str]:
    return [claim.flags.overclaim for claim in flagger.flag(claims)]


def dosed(
    nutrient: str, low: float | None, high: float | None, unit: str = "mg", *, text: str = "", **changes: Any
) -> Claim:
    """A HAS_DOSE claim of so much a day, in a sentence of the words given."""
    quantity = Quantity(daily_min=low, daily_max=high, daily_unit=unit, **changes.pop("quantity", {}))
    claim = make_claim(relation="HAS_DOSE", object=None, sentence=replace(SENTENCE, text=text))
    assert claim.dose is not None
    claim = replace(claim, nutrient=replace(claim.nutrient, name=nutrient, **changes.pop("named", {})))
    return replace(claim, dose=replace(claim.dose, quantity=quantity), **changes)


def flag_dose(flagger: Flagger, claim: Claim) -> tuple[str, str, float | None]:
    (found,) = flagger.flag([claim])
    return found.flags.dose, found.flags.limit, found.flags.limit_share


@pytest.mark.parametrize(
    ("evidence", "value"),
    [("none", "no_evidence"), ("animal", "animal"), ("in_vitro", "in_vitro"), ("trial", ""), ("anecdote", "")],
)
def test_direct_disease_claim_is_flagged_by_what_it_rests_on(flagger: Flagger, evidence: str, value: str) -> None:
    assert overclaims(flagger, cure(said={"evidence": evidence})) == [value]


@pytest.mark.parametrize(
    "change",
    [
        {"said": {"causal_language": "conditional"}},
        {"said": {"causal_language": "correlational"}},
        {"said": {"claim_class": "structure_function"}},
        {"said": {"attribution": "some people"}},
        {"polarity": "negated"},
        {"nutrient_state": "deficiency"},
        {"relation": "USED_FOR"},
        {"relation": "CAUSES"},
    ],
)
def test_claim_that_is_hedged_denied_or_of_another_kind_is_no_overclaim(
    flagger: Flagger, change: dict[str, Any]
) -> None:
    assert overclaims(flagger, cure(), cure(**change))[1:] == [""]


def test_risk_claim_is_flagged(flagger: Flagger) -> None:
    claim = cure(relation="PREVENTS", said={"claim_class": "risk_reduction"})
    assert overclaims(flagger, claim) == ["no_evidence"]


def test_evidence_named_where_the_claim_is_repeated_backs_it(flagger: Flagger) -> None:
    backed, other = cure(said={"evidence": "trial"}), cure(relation="PREVENTS", said={"evidence": "trial"})
    assert overclaims(flagger, cure(), backed) == ["", ""]
    assert overclaims(flagger, cure(), other) == ["no_evidence", ""]


@pytest.mark.parametrize(
    ("nutrient", "illness", "value"),
    [
        ("vitamin C", "scurvy", ""),
        ("zinc", "zinc deficiency", ""),
        ("zinc", "scurvy", "no_evidence"),
        ("zinc", "iron deficiency", "no_evidence"),
        ("zinc", "zinc poisoning", "no_evidence"),
    ],
)
def test_mending_the_lack_of_itself_is_no_overclaim(flagger: Flagger, nutrient: str, illness: str, value: str) -> None:
    claim = cure(object=Mention("CONDITION", 17, 29, illness, illness))
    claim = replace(claim, nutrient=replace(claim.nutrient, name=nutrient))
    assert overclaims(flagger, claim) == [value]


@pytest.mark.parametrize(
    ("low", "high", "flag"),
    [
        (50.0, 50.0, "above"),
        (50.0, None, "above"),
        (40.0, 40.0, ""),
        (40.0, None, ""),
        (15.0, 50.0, "partly"),
        (None, 50.0, "partly"),
        (15.0, 15.0, ""),
    ],
)
def test_daily_amount_is_compared_with_the_limit(
    flagger: Flagger, low: float | None, high: float | None, flag: str
) -> None:
    top = max(amount for amount in (low, high) if amount is not None)
    assert flag_dose(flagger, dosed("zinc", low, high)) == (flag, ZINC_LIMIT, top / 40)


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        (dosed("vitamin B6", 200, 200), ("above", "UL 100 mg a day", 2.0)),
        (dosed("vitamin B6", 0.2, 0.2, "g"), ("above", "UL 100 mg a day", 2.0)),
        (dosed("vitamin D", 125, 125, "ug"), ("above", "UL 100 ug a day", 1.25)),
        (dosed("Vitamin D", 5000, 5000, "[IU]"), ("above", "UL 4000 IU a day", 1.25)),
        (dosed("sodium", 3400, 3400), ("above", "CDRR 2300 mg a day", 1.4783)),
        (dosed("zinc", 60, 60, "[IU]"), ("", "", None)),
        (dosed("ginger", 60, 60, "g"), ("", "", None)),
        (dosed("zinc", None, None, ""), ("", "", None)),
    ],
)
def test_units_must_be_comparable(flagger: Flagger, claim: Claim, found: tuple[str, str, float | None]) -> None:
    assert flag_dose(flagger, claim) == found


@pytest.mark.parametrize(
    ("change", "flag"),
    [
        ({}, "above"),
        ({"relation": "CAUSES", "qualifiers": Qualifiers(claim_class="safety")}, "warned"),
        ({"relation": "CAUSES", "qualifiers": Qualifiers(claim_class="safety"), "polarity": "negated"}, "above"),
        ({"relation": "INTERACTS_WITH", "qualifiers": Qualifiers(claim_class="structure_function")}, "above"),
        ({"nutrient_state": "excess"}, "warned"),
        ({"polarity": "negated"}, "warned"),
        ({"quantity": {"role": "upper_limit"}}, "other_limit"),
        ({"quantity": {"role": "recommended"}}, "above"),
        ({"quantity": {"route": "oral, injection"}}, "above"),
    ],
)
def test_warning_and_limits_of_the_text_itself_are_told_apart(
    flagger: Flagger, change: dict[str, Any], flag: str
) -> None:
    assert flag_dose(flagger, dosed("zinc", 80, 80, **change)) == (flag, ZINC_LIMIT, 2.0)


def test_amount_that_is_not_swallowed_is_not_compared(flagger: Flagger) -> None:
    assert flag_dose(flagger, dosed("zinc", 80, 80, quantity={"route": "topical"})) == ("", "", None)


def test_warning_in_the_same_sentence_counts(flagger: Flagger) -> None:
    dose = dosed("zinc", 80, 80)
    harm = replace(dose, relation="CAUSES", dose=None, qualifiers=Qualifiers(claim_class="safety"))
    elsewhere = replace(harm, sentence=replace(SENTENCE, index=7))
    other = replace(harm, nutrient=replace(harm.nutrient, name="copper"))
    found = [flagger.flag([dose, claim])[0].flags.dose for claim in (harm, elsewhere, other)]
    assert found == ["warned", "above", "above"]


@pytest.mark.parametrize(
    ("claim", "flag"),
    [
        (dosed("magnesium", 400, 400, text="She takes a supplement with 400 mg a day."), "above"),
        (dosed("magnesium", 400, 400, text="400 mg a day", named={"form": "glycinate"}), "above"),
        (dosed("magnesium", 400, 400, text="The trial used 400 mg a day."), "unsure"),
        (dosed("magnesium", 400, 400, text="They got 400 mg a day from food."), ""),
        (dosed("magnesium", 400, 400, text="Men need 400 mg.", quantity={"role": "required"}), ""),
        (dosed("vitamin A", 6000, 6000, "ug", text="6000 ug of retinol a day"), "above"),
        (dosed("vitamin A", 6000, 6000, "ug", text="6000 ug of beta-carotene a day"), ""),
    ],
)
def test_limit_on_supplements_asks_where_the_amount_comes_from(flagger: Flagger, claim: Claim, flag: str) -> None:
    assert flagger.flag([claim])[0].flags.dose == flag


@pytest.mark.parametrize(
    ("population", "found"),
    [
        ("", ("unsure", "UL 2000 mg a day, ages 51 and up", 1.1)),
        ("42 people", ("unsure", "UL 2000 mg a day, ages 51 and up", 1.1)),
        ("adults over 60", ("above", "UL 2000 mg a day, ages 51 and up", 1.1)),
        ("postmenopausal women", ("above", "UL 2000 mg a day, ages 51 and up", 1.1)),
        ("women aged 25", ("", "UL 2500 mg a day, ages 19-50", 0.88)),
    ],
)
def test_limit_of_the_age_spoken_of(flagger: Flagger, population: str, found: tuple[str, str, float]) -> None:
    claim = dosed("calcium", 2200, 2200, qualifiers=Qualifiers(population=population))
    assert flag_dose(flagger, claim) == found


def test_mildest_limit_is_named_when_nothing_passes(flagger: Flagger) -> None:
    assert flag_dose(flagger, dosed("calcium", 1000, 1000)) == ("", "UL 2500 mg a day, ages 19-50", 0.4)


def test_claims_without_a_hint_keep_empty_flags(flagger: Flagger) -> None:
    assert [claim.flags for claim in flagger.flag([make_claim(dose=None)])] == [Flags()]


@pytest.mark.parametrize(
    ("change", "is_same"),
    [
        ({"confidence": 0.1, "rule_id": "another"}, True),
        ({"qualifiers": Qualifiers(certainty="possible")}, True),
        ({"object": Mention("CONDITION", 0, 4, "SORE THROATS", "Sore Throat")}, True),
        ({"object": Mention("CONDITION", 0, 4, "sore throat", "sore throat", id="DOID:1")}, False),
        ({"polarity": "negated"}, False),
        ({"relation": "PREVENTS"}, False),
        ({"nutrient_state": "excess"}, False),
        ({"object": None}, False),
        ({"dose": None}, True),
        ({"doc_id": "copper.txt"}, False),
    ],
)
def test_group_is_shared_by_what_says_the_same(change: dict[str, Any], is_same: bool) -> None:
    assert (claim_group(make_claim(**change)) == claim_group(make_claim())) is is_same


def test_objects_with_one_id_are_one_whatever_their_name() -> None:
    names = ("cold", "common cold")
    groups = {claim_group(make_claim(object=Mention("CONDITION", 0, 4, n, n, id="DOID:1"))) for n in names}
    assert len(groups) == 1


def test_forms_of_a_nutrient_as_object_are_one() -> None:
    ids = ("CHEBI:1", "CHEBI:2")
    groups = {claim_group(make_claim(object=Mention("NUTRIENT", 0, 4, "zinc", "zinc", id=one))) for one in ids}
    assert len(groups) == 1


def test_amounts_tell_groups_of_doses_apart() -> None:
    doses = [dosed("zinc", 15, 15), dosed("zinc", 15, 15, text="again"), dosed("zinc", 20, 20)]
    first, again, other = (claim_group(claim) for claim in doses)
    assert (again == first, other == first) == (True, False)


def test_every_limit_names_its_source() -> None:
    limits = [limit for found in load_guide(DataFiles()).dose.limits.values() for limit in found]
    assert [limit.nutrient for limit in limits if not limit.source.startswith("DRI")] == []
    assert [f"{limit.nutrient}: {limit.describe()}" for limit in limits] == LIMITS


def test_overlay_replaces_a_limit(tmp_path: Path) -> None:
    header = "nutrient\tkind\tamount\tunit\tages\tscope\thazard\tsource\tnote\n"
    (tmp_path / "limits.tsv").write_text(f"{header}vitamin B6\tUL\t12\tmg\t\t\tneuropathy\tEFSA 2023\t\n", "utf-8")
    flagger = Flagger(DataFiles((tmp_path,)))
    assert flag_dose(flagger, dosed("vitamin B6", 50, 50)) == ("above", "UL 12 mg a day", 4.1667)
    assert flag_dose(flagger, dosed("zinc", 80, 80)) == ("above", ZINC_LIMIT, 2.0)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("zinc\tUL\tmany\tmg\t\t\t\tDRI\t", 'amount "many" is no number'),
        ("zinc\tUL\t0\tmg\t\t\t\tDRI\t", 'amount "0" must be above 0'),
        ("zinc\tRDA\t8\tmg\t\t\t\tDRI\t", 'expected kind "UL" or "CDRR" but got "RDA"'),
        ("zinc\tUL\t8\tml\t\t\t\tDRI\t", 'expected a unit among ug, mg, g, [IU] but got "ml"'),
        ("zinc\tUL\t8\tmg\told\t\t\tDRI\t", 'expected ages such as "19-50" or "71-" but got "old"'),
        ("zinc\tUL\t8\tmg\t\tmoon\t\tDRI\t", 'no scope "moon" in cues/flags.yaml'),
        ("zinc\tUL\t8\tmg\t\t\t\t\t", "a limit needs a source"),
    ],
)
def test_fault_in_a_limit_names_file_and_line(tmp_path: Path, row: str, message: str) -> None:
    header = "nutrient\tkind\tamount\tunit\tages\tscope\thazard\tsource\tnote\n"
    (tmp_path / "limits.tsv").write_text(f"{header}{row}\n", "utf-8")
    with pytest.raises(DataError) as fault:
        load_guide(DataFiles((tmp_path,)))
    assert str(fault.value) == f"{tmp_path}/limits.tsv:2: {message}"


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ("opposites: [{one: [TREATS], other: [HURTS]}]", 'opposites 1: "HURTS" is none of TREATS, USED_FOR'),
        ("overclaim: {relations: [TREATS]}", 'overclaim: "evidence" is missing'),
        ("missing: {no_dose: none}", 'missing: "no_side_effects" is missing'),
        ("- a", "expected blocks such as overclaim and dose"),
    ],
)
def test_fault_in_the_guide_names_its_block(tmp_path: Path, block: str, message: str) -> None:
    (tmp_path / "cues").mkdir()
    (tmp_path / "cues" / "flags.yaml").write_text(block + "\n", "utf-8")
    with pytest.raises(DataError) as fault:
        load_guide(DataFiles((tmp_path,)))
    assert str(fault.value).startswith(f"{tmp_path}/cues/flags.yaml: {message}")
