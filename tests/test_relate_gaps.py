"""Sentences that are read wrongly for now. A case that begins to pass is moved to the tests of what it passes."""

from __future__ import annotations

import pytest

from drawn_parses import relate, show


@pytest.mark.xfail(strict=True, reason="rules do not reach it yet")
@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(
            "[N Oats=oat/NOUN/nsubj:pass/linked ] are=be/AUX/aux:pass/linked linked=link/VERB.VBN/root "
            "to/ADP/case/increase an/DET/det/increase increase/NOUN/obl/linked in/ADP/case/HDL "
            "[U HDL/NOUN/nmod/increase ]",
            [("Oats", "intake", "INCREASES", "HDL")],
            id="an increase is no object",
        ),
        pytest.param(
            "[N Alcohol/NOUN/nsubj/depletes ] depletes=deplete/VERB.VBZ/root [N zinc/NOUN/obj/depletes ]",
            [("zinc", "intake", "INTERACTS_WITH", "Alcohol")],
            id="one nutrient depletes another",
        ),
        pytest.param(
            "[N Zinc/NOUN/nsubj/helps ] helps=help/VERB.VBZ/root you/PRON/nsubj/control "
            "control/VERB.VB/ccomp/helps [U weight/NOUN/obj/control ]",
            [("Zinc", "intake", "IMPROVES", "weight")],
            id="the helped one as subject of the clause below",
        ),
    ],
)
def test_claims_of_a_sentence_that_is_read_wrongly(notation: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert show(relate(notation)) == expected
