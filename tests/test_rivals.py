"""Of two readings of one nutrient and one thing, which is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimx.pipeline import Extractor
from claimx.records import Claim, Parse, Relation
from claimx.rivals import settle


def read(extractor: Extractor, text: str) -> tuple[Claim, Parse]:
    return extractor.relate_ungraded(extractor.read(text))[0]


@pytest.mark.parametrize(
    ("relations", "grades", "expected"),
    [
        pytest.param(("TREATS", "PREVENTS"), (0.4, 0.6), ["PREVENTS"], id="the likelier"),
        pytest.param(("TREATS", "PREVENTS"), (0.5, 0.5), ["TREATS"], id="the first of equals"),
        pytest.param(("AFFECTS", "PREVENTS"), (0.9, 0.2), ["PREVENTS"], id="what has a direction"),
        pytest.param(("TREATS", "TREATS"), (0.9, 0.2), ["TREATS", "TREATS"], id="one relation is no rival"),
        pytest.param(("CONTRAINDICATED_IN", "TREATS"), (0.9, 0.2), ["CONTRAINDICATED_IN", "TREATS"], id="a caution"),
    ],
)
def test_one_effect_on_a_thing_is_kept(
    extractor: Extractor, relations: tuple[Relation, ...], grades: tuple[float, ...], expected: list[Relation]
) -> None:
    claim, parse = read(extractor, "Zinc treats warts.")
    found = [(replace(claim, relation=relation), parse) for relation in relations]
    assert [claim.relation for claim, _ in settle(found, lambda _: grades)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iodine may cause or worsen goiter.", ["CAUSES", "WORSENS"]),
        ("Zinc prevents or even treats warts.", ["PREVENTS", "TREATS"]),
        ("Zinc is beneficial in the treatment of warts.", ["TREATS"]),
    ],
)
def test_triggers_that_share_an_object_are_kept(extractor: Extractor, text: str, expected: list[Relation]) -> None:
    assert [claim.relation for claim in extractor.extract(text)] == expected
