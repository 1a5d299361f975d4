"""Sentences that are read wrongly for now. A case that begins to pass is moved to the tests of what it passes."""

from __future__ import annotations

import pytest

from drawn_parses import relate, show


@pytest.mark.xfail(strict=True, reason="rules do not reach it yet")
@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(
            "[N Alcohol/NOUN/nsubj/depletes ] depletes=deplete/VERB.VBZ/root [N zinc/NOUN/obj/depletes ]",
            [("zinc", "intake", "INTERACTS_WITH", "Alcohol")],
            id="one nutrient depletes another",
        ),
    ],
)
def test_claims_of_a_sentence_that_is_read_wrongly(notation: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert show(relate(notation)) == expected
