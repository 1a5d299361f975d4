"""The data behind doses: faults name their file and line, and an overlay is laid over what is packaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimx.data_files import DataFiles
from claimx.dose import convert_iu, find_doses
from claimx.errors import DataError
from claimx.records import Quantity

UNITS = "unit\tdimension\tfactor\tspellings\tarticle\tneeds\n"


def overlay(folder: Path, name: str, text: str) -> DataFiles:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return DataFiles((folder,))


def test_an_overlay_adds_a_unit(tmp_path: Path) -> None:
    data = overlay(tmp_path, "units.tsv", UNITS + "{shot}\tform\t1\tginger shot(s)\trate\t\n")
    found = [
        (item.surface, item.quantity.unit) for item in find_doses("two ginger shots a day", data=data) if item.quantity
    ]
    assert (found, find_doses("two ginger shots a day")) == ([("two ginger shots a day", "{shot}")], [])


def test_an_overlay_adds_a_cue(tmp_path: Path) -> None:
    data = overlay(tmp_path, "cues/dose.yaml", "bounds:\n  up_to: [not beyond]\n")
    found = [item.surface for item in find_doses("not beyond 5 mg", data=data)]
    assert (found, find_doses("not beyond 5 mg")[0].surface) == (["not beyond 5 mg"], "beyond 5 mg")


def test_an_overlay_adds_a_conversion(tmp_path: Path) -> None:
    rows = "nutrient\tform\tfactor\tunit\tmeasure\tsource\nbromelain\t\t2\tmg\t\tlabel\n"
    quantity = Quantity(daily_min=5, daily_max=5, daily_unit="[IU]")
    found = convert_iu(quantity, "bromelain", data=overlay(tmp_path, "conversions.tsv", rows))
    assert found == Quantity(daily_min=10, daily_max=10, daily_unit="mg", conversion="1 [IU] = 2 mg (label)")


NOT_A_PATTERN = "a phrase is not a valid pattern: missing ), unterminated subpattern at position 0"
FAULTS = [
    ("units.tsv", UNITS + "x\tmass\tno\tx\t\t\n", ':2: factor "no" is no number above 0'),
    (
        "units.tsv",
        UNITS + "x\tlength\t1\tx\t\t\n",
        ':2: dimension "length" is none of mass, volume, iu, cfu, percent, count, vessel, form',
    ),
    ("units.tsv", UNITS + "x\tmass\t1\tx|x\t\t\n", ':2: spelling "x" is empty or given twice'),
    (
        "cues/dose.yaml",
        "bounds:\n  up_to: no\n",
        ": expected the same kind of value as the packaged file has but got 'no'",
    ),
    ("cues/dose.yaml", 'imperatives: ["(take"]\n', f": {NOT_A_PATTERN}"),
    (
        "cues/dose.yaml",
        "frequencies:\n- {kind: rate, phrase: '{tims} {span}'}\n",
        ": the phrase \"{tims} {span}\" names no known slot: 'tims'",
    ),
]


@pytest.mark.parametrize(("name", "text", "message"), FAULTS)
def test_a_fault_names_its_file(tmp_path: Path, name: str, text: str, message: str) -> None:
    data = overlay(tmp_path, name, text)
    with pytest.raises(DataError) as caught:
        find_doses("5 mg", data=data)
    assert str(caught.value) == f"{tmp_path / name}{message}"
