"""Clauses that repeat the verb before them and name another doer."""

from __future__ import annotations

import pytest

from claimx.relate.mend import mend
from drawn_parses import draw, words

AS_DID = (
    "[N Zinc/NOUN/nsubj/eased ] eased=ease/VERB.VBD/root [C colds=cold/NOUN/obj/eased ] ,/PUNCT/punct/did "
    "as/SCONJ/mark/did did=do/VERB.VBD/advcl/eased [N iron/NOUN/obj/did ]"
)
SO_DID = (
    "[C Pain/NOUN/root ] eased=ease/VERB.VBN/acl/Pain with/ADP/case/zinc [N zinc/NOUN/obl/eased ] ,/PUNCT/punct/did "
    "and/CCONJ/cc/did so/ADV/advmod/did did=do/VERB.VBD/conj/Pain [C nausea/NOUN/obj/did ]"
)
AS_DID_TAKE = (
    "[N Zinc/NOUN/nsubj/eased ] eased=ease/VERB.VBD/root [C colds=cold/NOUN/obj/eased ] as/SCONJ/mark/take "
    "did=do/AUX/aux/take [N iron/NOUN/nsubj/take ] take/VERB.VB/advcl/eased"
)
AS_OFTEN = (
    "[N Zinc/NOUN/nsubj/eased ] eased=ease/VERB.VBD/root [C colds=cold/NOUN/obj/eased ] as/ADP/case/rest "
    "[U rest/NOUN/obl/eased ]"
)


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(AS_DID, ["as<cc<iron", "did<cc<iron", "iron<conj<Zinc"], id="another doer"),
        pytest.param(SO_DID, ["so<cc<nausea", "did<cc<nausea", "nausea<conj<Pain"], id="another that it is done to"),
        pytest.param(AS_DID_TAKE, ["as<mark<take", "did<aux<take", "iron<nsubj<take"], id="a verb of its own"),
        pytest.param(AS_OFTEN, ["as<case<rest", "rest<obl<eased"], id="no verb at all"),
    ],
)
def test_what_does_the_same_stands_in_one_list(notation: str, expected: list[str]) -> None:
    drawn = draw(notation)
    parse = mend(drawn.parse, drawn.mentions, words=words())
    arcs = [
        f"{word}<{dep}<{parse.words[head]}"
        for word, dep, head in zip(parse.words, parse.deps, parse.heads, strict=True)
    ]
    first = next(place for place, word in enumerate(parse.words) if word in ("as", "so"))
    assert arcs[first : first + len(expected)] == expected
