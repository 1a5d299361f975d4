"""The second reader: how text is cut, what it is shown, and what its claims are."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from claimx.pipeline import Extractor
from claimx.records import SECOND_RULE, Article
from claimx.second import SecondReader
from claimx.second.network import weigh
from claimx.second.pairs import KINDS, Shown, show
from claimx.second.pieces import UNKNOWN, Pieces
from claimx.topic import Context

KNOWN = Pieces(
    {piece: at for at, piece in enumerate([UNKNOWN, "zinc", "mag", "##nes", "##ium", "cafe", "-", "'", "s"])}
)
TEXT = """Zinc and the common cold

Zinc is cheap. Lozenges shorten colds, and it may help wounds heal. Copper eases joint pain."""


@pytest.fixture(scope="module")
def reader(both_readers: Extractor) -> SecondReader:
    assert both_readers.second is not None
    return both_readers.second


def context_of(text: str, extractor: Extractor) -> Context:
    reading = extractor.prepare(Article(id="a", text=text))
    return Context(reading.article, reading.sentences, reading.mentions, {}, extractor.relater.words)


@pytest.mark.parametrize(
    ("text", "pieces", "starts"),
    [
        ("Zinc", ["zinc"], [0]),
        ("a Magnesium's", [UNKNOWN, "mag", "##nes", "##ium", "'", "s"], [0, 2, 2, 2, 11, 12]),
        ("Café-zinc", ["cafe", "-", "zinc"], [0, 4, 5]),
        ("magic", [UNKNOWN], [0]),
        ("", [], []),
    ],
)
def test_the_longest_known_piece_is_cut_first(text: str, pieces: list[str], starts: list[int]) -> None:
    numbers, found = KNOWN.cut(text)
    names = list(KNOWN.numbers)
    assert ([names[number] for number in numbers], found) == (pieces, starts)


def test_what_is_shown_of_an_article(reader: SecondReader, extractor: Extractor) -> None:
    names = {number: piece for piece, number in reader.pieces.numbers.items()}
    (shown,) = [item for item in show(context_of(TEXT, extractor), reader.pieces) if len(item.pieces) > 20]
    told = " ".join(names[number] for number in shown.pieces)
    assert told.startswith("[CLS] zinc copper [SEP] zinc and the common cold zinc is cheap . lo")
    assert [(pair.nutrient.name, pair.object.surface, pair.before) for pair in shown.pairs if pair.number == 2] == [
        ("zinc", "colds", True),
        ("zinc", "wounds", True),
        ("copper", "colds", True),
        ("copper", "wounds", True),
    ]
    kinds = [KINDS[kind] for kind in shown.kinds]
    objects = [pair for pair in shown.pairs if pair.object.label == "CONDITION"]
    assert {kinds[at] for pair in objects for at in range(*pair.object_at)} == {"CONDITION"}
    own = [pair for pair in shown.pairs if not pair.before]
    assert {kinds[at] for pair in own for at in range(*pair.nutrient_at)} == {"NUTRIENT"}


def test_neighbours_change_no_sentence(reader: SecondReader, extractor: Extractor) -> None:
    parts = f"{TEXT}\n\n## Ginger\n\nGinger settles the stomach and eases nausea.\n\n## Safety\n\nIt thins the blood."
    shown: list[Shown] = list(show(context_of(parts, extractor), reader.pieces))
    together = weigh(reader.weights, shown)
    alone = [weigh(reader.weights, [item])[0] for item in shown]
    assert len(shown) > 1
    for one, other in zip(together, alone, strict=True):
        for found, wanted in zip(one, other, strict=True):
            np.testing.assert_allclose(found, wanted, atol=1e-4)


def test_chances_are_chances(reader: SecondReader, extractor: Extractor) -> None:
    for relations, denied, states in weigh(reader.weights, list(show(context_of(TEXT, extractor), reader.pieces))):
        np.testing.assert_allclose(relations.sum(-1), 1, atol=1e-5)
        np.testing.assert_allclose(states.sum(-1), 1, atol=1e-5)
        assert ((denied >= 0) & (denied <= 1)).all()


def test_the_rules_keep_their_claims(extractor: Extractor, both_readers: Extractor) -> None:
    """The second reader adds claims and changes none of a rule but its confidence."""
    alone = {replace(claim, confidence=0.0) for claim in extractor.extract(TEXT)}
    both = {
        replace(claim, confidence=0.0, chance=None)
        for claim in both_readers.extract(TEXT)
        if claim.rule_id != SECOND_RULE
    }
    assert alone == both
