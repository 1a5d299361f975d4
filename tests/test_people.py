"""Whom a text speaks of and what people do: those told by an illness or an age, what they take, what goes with what."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Iron deficiency is common in women with heavy periods.",
            [("deficiency iron", "ASSOCIATED_WITH", "heavy periods")],
            id="what women have is who they are",
        ),
        pytest.param(
            "Iron deficiency often occurs in women with heavy periods.",
            [("deficiency iron", "ASSOCIATED_WITH", "heavy periods")],
            id="where the parser hangs it on the verb",
        ),
        pytest.param(
            "Soy may not be right for women with a history of breast cancer.",
            [("soy", "CONTRAINDICATED_IN", "breast cancer")],
            id="and not women as such",
        ),
        pytest.param("Kava is not suitable for women.", [("kava", "CONTRAINDICATED_IN", "women")], id="women as such"),
        pytest.param(
            "You are more likely to be short of vitamin D if you are over 65.",
            [("deficiency vitamin D", "ASSOCIATED_WITH", "over 65")],
            id="an age",
        ),
        pytest.param("Levels over 65 are too high for zinc.", [], id="a level is no age"),
        pytest.param(
            "Kava is not recommended for under-18s.",
            [("kava", "CONTRAINDICATED_IN", "under-18s")],
            id="an age as a noun",
        ),
        pytest.param(
            "Do not take valerian if you:\n- are under 18 years of age\n- have had a kidney transplant",
            [
                ("valerian", "CONTRAINDICATED_IN", "under 18 years of age"),
                ("valerian", "CONTRAINDICATED_IN", "kidney transplant"),
            ],
            id="in a list",
        ),
        pytest.param(
            "Ginkgo: not for people with bleeding disorders.",
            [("ginkgo", "CONTRAINDICATED_IN", "bleeding disorders")],
            id="behind a label",
        ),
        pytest.param(
            "Doctors warn pregnant women against eating raw fish.",
            [("raw fish", "CONTRAINDICATED_IN", "pregnant women")],
            id="who is warned",
        ),
    ],
)
def test_who_is_meant(text: str, expected: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Glucosamine is taken by people with osteoarthritis.",
            [("glucosamine", "USED_FOR", "osteoarthritis")],
            id="taken by",
        ),
        pytest.param("Glucosamine is taken by people with dogs.", [], id="dogs are no illness"),
        pytest.param(
            "Some doctors suggest riboflavin to people who get migraines.",
            [("riboflavin", "USED_FOR", "migraines")],
            id="suggested to",
        ),
        pytest.param(
            "Bromelain is sometimes used after surgery to reduce swelling.",
            [("bromelain", "USED_FOR", "swelling")],
            id="used to reduce",
        ),
        pytest.param("Bromelain reduces swelling.", [("bromelain", "TREATS", "swelling")], id="reduces"),
        pytest.param(
            "You can safely eat oats if you have celiac disease.",
            [("oats", "SAFE_FOR", "celiac disease")],
            id="eaten safely by whom",
        ),
    ],
)
def test_what_people_take(text: str, expected: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Chromium has few side effects. Headaches and mood changes have been reported.",
            [("chromium", "CAUSES", "Headaches"), ("chromium", "CAUSES", "mood changes")],
            id="reported",
        ),
        pytest.param(
            "Side effects of saw palmetto are usually mild. They may include nausea.",
            [("saw palmetto", "CAUSES", "nausea")],
            id="they",
        ),
        pytest.param("Chromium is sold in shops. Headaches have been reported.", [], id="of something else"),
        pytest.param(
            "Iron tablets\n\nPossible side effects\n\nFeeling sick, stomach ache and constipation.",
            [
                ("iron", "CAUSES", "Feeling sick"),
                ("iron", "CAUSES", "stomach ache"),
                ("iron", "CAUSES", "constipation"),
            ],
            id="a run of names, whatever the parser makes of it",
        ),
        pytest.param(
            "If you eat too much liquorice, your blood pressure may rise.",
            [("excess licorice", "INCREASES", "blood pressure")],
            id="what rises if",
        ),
    ],
)
def test_what_comes_of_it(text: str, expected: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Do not take iron and calcium at the same time.",
            [("iron", "INTERACTS_WITH", "calcium")],
            id="not both at once",
        ),
        pytest.param("Take iron and calcium at the same time.", [], id="both at once"),
        pytest.param(
            "Take levothyroxine four hours before calcium.",
            [("calcium", "INTERACTS_WITH", "levothyroxine")],
            id="the medicine first",
        ),
        pytest.param(
            "Iron does not work as well if you take it with tea.",
            [("tea", "INTERACTS_WITH", "Iron")],
            id="works less well",
        ),
        pytest.param(
            "Soy can affect the way levothyroxine is absorbed.",
            [("soy", "INTERACTS_WITH", "levothyroxine")],
            id="the way it is absorbed",
        ),
        pytest.param(
            "Milk stops the body from absorbing some antibiotics.",
            [("milk", "INTERACTS_WITH", "antibiotics")],
            id="keeps from absorbing",
        ),
    ],
)
def test_what_goes_with_what(text: str, expected: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == expected


def test_item_read_alone_and_with_its_lead_in(extractor: Extractor) -> None:
    text = "Astragalus\n\nWhat are the potential uses?\n\n- To reduce nausea\n- To treat diabetes"
    assert {row[2] for row in rows(extractor, text)} == {"nausea", "diabetes"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Cod liver oil\n\nIt is not suitable if you are pregnant.",
            [("cod liver oil", "CONTRAINDICATED_IN", "pregnant")],
            id="of what the heading names",
        ),
        pytest.param("Running\n\nIt is not suitable if you are pregnant.", [], id="of what is no nutrient"),
        pytest.param(
            "Kava is not recommended for people taking antidepressants.",
            [("kava", "CONTRAINDICATED_IN", "antidepressants")],
            id="told by a medicine",
        ),
        pytest.param(
            "Fish oil is safe for children, but not for people who are allergic to fish.",
            [("fish oil", "SAFE_FOR", "children"), ("fish oil", "not SAFE_FOR", "allergic to fish")],
            id="but not for those who are",
        ),
        pytest.param(
            "In studies, curcumin was well tolerated.", [("curcumin", "SAFE_FOR", "")], id="in studies is not in whom"
        ),
        pytest.param(
            "Kava\n\nSpeak to a doctor before use if you are pregnant.",
            [],
            id="before use, as every label says",
        ),
        pytest.param(
            "People on insulin should be careful with chromium.",
            [("chromium", "CONTRAINDICATED_IN", "insulin")],
            id="insulin as a medicine",
        ),
        pytest.param("Chromium lowers insulin.", [("chromium", "DECREASES", "insulin")], id="insulin of the body"),
    ],
)
def test_who_is_warned(text: str, expected: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Copper\n\nPregnant women should take care.\n\nToo much can cause:\n\n- vomiting\n- headache",
            [("excess copper", "CAUSES", "vomiting"), ("excess copper", "CAUSES", "headache")],
            id="a lead-in that leaves its nutrient out",
        ),
        pytest.param(
            "Why do people take melatonin?\n\nMostly for jet lag and insomnia.",
            [("melatonin", "USED_FOR", "jet lag"), ("melatonin", "USED_FOR", "insomnia")],
            id="why people take it",
        ),
        pytest.param(
            "The effects of valerian may be increased by alcohol.",
            [("alcohol", "INTERACTS_WITH", "valerian")],
            id="an effect made stronger",
        ),
        pytest.param(
            "Liver and nuts contain a great deal of copper.",
            [("copper", "FOUND_IN", "Liver"), ("copper", "FOUND_IN", "nuts")],
            id="a great deal",
        ),
    ],
)
def test_what_is_left_out_or_told_of_effects(text: str, expected: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Folate deficiency\n\nSigns\n\nTiredness and a red tongue.",
            [("deficiency folate", "CAUSES", "Tiredness"), ("deficiency folate", "CAUSES", "red tongue")],
            id="a heading that goes on from the title",
        ),
        pytest.param("Running\n\nSigns\n\nTiredness and a red tongue.", [], id="and from a title of no nutrient"),
        pytest.param(
            "Berberine\n\nPossible side effects:\n\nDiarrhoea and stomach cramps.",
            [("berberine", "CAUSES", "Diarrhoea"), ("berberine", "CAUSES", "stomach cramps")],
            id="a paragraph below a lead-in",
        ),
        pytest.param("Berberine\n\nNot for:\n\nDiarrhoea of dogs is rare.", [], id="a sentence below a lead-in"),
        pytest.param(
            "Spinach contains oxalates, which bind calcium.",
            [("oxalates", "FOUND_IN", "Spinach"), ("oxalates", "INTERACTS_WITH", "calcium")],
            id="which, of many, goes on about the nutrients before it",
        ),
        pytest.param(
            "Too much zinc leaves the body short of copper.",
            [("excess zinc", "INTERACTS_WITH", "copper")],
            id="leaves short",
        ),
        pytest.param(
            "Thiamine deficiency is common in people who misuse alcohol.",
            [("deficiency thiamine", "ASSOCIATED_WITH", "people who misuse alcohol")],
            id="people told by what they drink",
        ),
    ],
)
def test_headings_lead_ins_and_sequels(text: str, expected: list[Row], extractor: Extractor) -> None:
    assert rows(extractor, text) == expected
