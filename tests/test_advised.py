"""What "this" stands for behind what somebody is told to eat or to leave out."""

from __future__ import annotations

import pytest

from claimx.pipeline import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Get plenty of calcium and vitamin D. This helps prevent osteoporosis.",
            [("calcium", "intake", "PREVENTS"), ("vitamin D", "intake", "PREVENTS")],
        ),
        ("Get plenty of rest. This helps prevent osteoporosis.", []),
        ("Cut down on salt. This may ease swelling.", [("salt", "deficiency", "TREATS")]),
        ("Try not to drink coffee. This can worsen reflux.", [("coffee", "intake", "WORSENS")]),
        ("Your doctor may tell you to eat less salt. This can ease swelling.", [("salt", "deficiency", "TREATS")]),
        ("Your doctor sees people who eat salt. This can ease swelling.", []),
    ],
)
def test_this_takes_up_what_somebody_is_told(
    extractor: Extractor, text: str, expected: list[tuple[str, str, str]]
) -> None:
    found = [(claim.nutrient.name, claim.nutrient_state, claim.relation) for claim in extractor.extract(text)]
    assert sorted(found) == expected
