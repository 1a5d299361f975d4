"""What is said beside a nutrient and is no claim about it, each case with a twin that is one."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor

NO_ROWS: list[Row] = []


def _rows_of(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("You do not have to drink milk to look after your bones.", NO_ROWS, id="not the only way"),
        pytest.param("Drink milk to look after your bones.", [("milk", "IMPROVES", "bones")], id="a way"),
        pytest.param("Split the daily dose of beta-alanine to reduce tingling.", NO_ROWS, id="how it is taken"),
        pytest.param("Take ginger to reduce nausea.", [("ginger", "TREATS", "nausea")], id="that it is taken"),
        pytest.param("Experts recommend against beta-carotene to prevent cancer.", NO_ROWS, id="told not to"),
        pytest.param("Experts recommend zinc to prevent colds.", [("zinc", "PREVENTS", "colds")], id="told to take it"),
        pytest.param("To eat well, limit added sugar.", NO_ROWS, id="told to take less"),
        pytest.param("Trials have tested curcumin in adults with ulcerative colitis.", NO_ROWS, id="trials test it"),
        pytest.param(
            "Curcumin has been studied for ulcerative colitis.",
            [("curcumin", "USED_FOR", "ulcerative colitis")],
            id="it is studied",
        ),
        pytest.param("Scientists had feared that soy would cause acne.", NO_ROWS, id="what was feared"),
        pytest.param("Scientists found that soy can cause acne.", [("soy", "CAUSES", "acne")], id="what was found"),
    ],
)
def test_what_advice_and_studies_do_not_claim(extractor: Extractor, text: str, expected: list[Row]) -> None:
    _rows_of(extractor, text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Glucosamine is made from shellfish.", NO_ROWS, id="what it is made from"),
        pytest.param(
            "Glucosamine is found in shellfish.", [("glucosamine", "FOUND_IN", "shellfish")], id="where it is found"
        ),
        pytest.param("Prenatal vitamins should contain iodine.", NO_ROWS, id="what a product should hold"),
        pytest.param(
            "Prenatal vitamins contain iodine.", [("iodine", "FOUND_IN", "Prenatal vitamins")], id="what it holds"
        ),
        pytest.param("The amount of caffeine in coffee varies.", NO_ROWS, id="how much there is"),
        pytest.param(
            "The acetic acid in vinegar lowers blood sugar.",
            [("acetic acid", "FOUND_IN", "vinegar"), ("acetic acid", "DECREASES", "blood sugar")],
            id="that there is some",
        ),
        pytest.param("A cup of chamomile tea is a lovely treat.", NO_ROWS, id="one cup"),
        pytest.param("Add cinnamon and a pinch of chili.", NO_ROWS, id="one pinch"),
    ],
)
def test_what_is_no_content_and_no_amount(extractor: Extractor, text: str, expected: list[Row]) -> None:
    _rows_of(extractor, text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Potassium helps the kidneys get rid of sodium.",
            [("potassium", "DECREASES", "sodium")],
            id="what an organ is helped to do",
        ),
        pytest.param(
            "Potassium helps the nerves work.", [("potassium", "IMPROVES", "nerves")], id="an organ that is helped"
        ),
        pytest.param(
            "Elderberry is promoted as a way to fight influenza, and sales doubled.",
            [("elderberry", "USED_FOR", "influenza")],
            id="the subject of the next clause",
        ),
        pytest.param(
            "Adults with weak hearts should drink broth to prevent cramps.",
            [("broth", "PREVENTS", "cramps")],
            id="who takes it for something else",
        ),
        pytest.param(
            "Magnesium can cause loose stools, especially with citrate.",
            [("magnesium", "CAUSES", "loose stools")],
            id="a form of it",
        ),
        pytest.param(
            "Iron is needed to make hemoglobin, the part of red blood cells that binds oxygen.",
            [("iron", "AFFECTS", "hemoglobin")],
            id="a part of something else",
        ),
        pytest.param("Experts advise against glucosamine for arthritis.", NO_ROWS, id="what it was taken for"),
        pytest.param(
            "Experts advise against ginseng for children.",
            [("ginseng", "CONTRAINDICATED_IN", "children")],
            id="who should not take it",
        ),
        pytest.param(
            "Too much sorbitol can have a laxative effect.",
            [("excess sorbitol", "CAUSES", "laxative")],
            id="a help that is a side effect of too much",
        ),
    ],
)
def test_what_is_the_object_of_no_claim(extractor: Extractor, text: str, expected: list[Row]) -> None:
    _rows_of(extractor, text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Although rich in fat, nuts do not cause weight gain.",
            [("fat", "FOUND_IN", "nuts"), ("nuts", "not CAUSES", "weight gain")],
            id="what is granted before a denial",
        ),
        pytest.param(
            "One study is not enough to say that garlic prevents colds.",
            [("garlic", "PREVENTS", "colds")],
            id="left open and not denied",
        ),
        pytest.param(
            "Creatine\n\nThe myth that it damages the kidneys lives on.",
            [("creatine", "not WORSENS", "kidneys")],
            id="a myth about it",
        ),
        pytest.param(
            "Testosterone rose in men who took ashwagandha, but the rise was not significant.",
            [("ashwagandha", "not INCREASES", "Testosterone")],
            id="no rise to speak of",
        ),
    ],
)
def test_what_is_denied_and_what_is_not(extractor: Extractor, text: str, expected: list[Row]) -> None:
    _rows_of(extractor, text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Chlorella is safe. It may turn your stool green. This is harmless.",
            [("chlorella", "SAFE_FOR", ""), ("chlorella", "CAUSES", "stool")],
            id="an effect that is harmless",
        ),
        pytest.param(
            "Vitamin D keeps your immune system strong so it can fight off viruses.",
            [("vitamin D", "IMPROVES", "immune system")],
            id="what the part that is kept strong does",
        ),
        pytest.param(
            "Theanine raises levels of GABA, a chemical that calms the brain.",
            [("L-theanine", "INCREASES", "GABA")],
            id="what is made in the body",
        ),
        pytest.param(
            "Collagen is broken down into amino acids, just like the protein in an egg.",
            [("collagen", "INCREASES", "amino acids")],
            id="what it is likened to",
        ),
        pytest.param(
            "Garlic pills can make you bleed more easily.", [("garlic", "PREDISPOSES", "bleed")], id="more easily"
        ),
    ],
)
def test_what_does_what_is_told(extractor: Extractor, text: str, expected: list[Row]) -> None:
    _rows_of(extractor, text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Check that your cereal contains iron.", NO_ROWS, id="what to look for"),
        pytest.param("Your cereal contains iron.", [("iron", "FOUND_IN", "cereal")], id="what it holds"),
        pytest.param("Fans like to add spirulina to smoothies.", NO_ROWS, id="what people put in"),
        pytest.param("Makers add folic acid to bread.", [("folic acid", "FOUND_IN", "bread")], id="what makers put in"),
        pytest.param("Brush your teeth after drinking vinegar to protect the enamel.", NO_ROWS, id="done after it"),
        pytest.param("Drink milk to protect the enamel.", [("milk", "IMPROVES", "enamel")], id="done with it"),
        pytest.param("Honey helps with various ailments.", NO_ROWS, id="no ailment named"),
        pytest.param("Honey helps with a cough.", [("honey", "TREATS", "cough")], id="one that is named"),
        pytest.param("Calcium citrate is easy on the stomach.", [("calcium", "SAFE_FOR", "")], id="how it is borne"),
        pytest.param(
            "Scurvy\n\nScurvy makes the gums bleed. You will be given zinc in addition to rest.",
            NO_ROWS,
            id="given beside something else",
        ),
        pytest.param("Their brains contained more zinc.", NO_ROWS, id="what was found in them"),
        pytest.param(
            "Kava\n\nKava is a root. If you take warfarin, check with your doctor first.", NO_ROWS, id="see a doctor"
        ),
    ],
)
def test_what_somebody_is_told_to_do(extractor: Extractor, text: str, expected: list[Row]) -> None:
    _rows_of(extractor, text, expected)
