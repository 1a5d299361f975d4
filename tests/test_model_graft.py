"""Long training sentences: whole trees out of pieces, and every one of the pieces hangs on one word."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "models"))

import corpus  # noqa: E402
import graft  # noqa: E402
import treebank  # noqa: E402

GRAFTS = ROOT / "models" / "data" / "grafts.conllu"


@pytest.fixture(scope="module")
def pieces() -> graft.Pieces:
    text = GRAFTS.read_text(encoding="utf-8")
    (document,) = treebank.read_documents(text)
    return graft.by_kind(document)


def only(pieces: graft.Pieces, **wanted: str) -> graft.Pieces:
    """The one piece of each kind whose sentence has the words given; of kinds not named, none."""
    found = {}
    for kind, words in wanted.items():
        found[kind] = [s for s in pieces[kind] if " ".join(word.form for word in s.words).startswith(words)][:1]
    return found


def drawn(sentence: treebank.Tokens) -> str:
    words = sentence.words
    return " ".join(f"{word.form}/{word.label}>{words[word.head - 1].form if word.head else ''}" for word in words)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (
            {"subject": "Getting enough", "pred": "Zinc relieves migraines"},
            "Getting/csubj>relieves enough/amod>zinc zinc/obj>Getting relieves/root> migraines/obj>relieves "
            "./punct>relieves",
        ),
        # a plural subject, and a passive verb
        (
            {"subject": "High doses", "pred": "Zinc is used to treat"},
            "High/amod>doses doses/nsubj:pass>used of/case>zinc zinc/nmod>doses are/aux:pass>used used/root> "
            "to/mark>treat treat/advcl>used migraines/obj>treat ./punct>used",
        ),
        (
            {
                "report": "Research suggests that",
                "front": "In older adults",
                "subject": "Zinc relieves",
                "aside": "Zinc , a pantry staple",
                "mid": "Zinc also",
                "pred": "Zinc may ease migraines",
                "tail": "Zinc relieves pain over 12 weeks",
            },
            "Research/nsubj>suggests suggests/root> that/mark>ease in/case>adults older/amod>adults adults/obl>ease "
            ",/punct>adults zinc/nsubj>ease ,/punct>staple a/det>staple pantry/compound>staple staple/appos>zinc "
            ",/punct>staple may/aux>ease also/advmod>ease ease/ccomp>suggests migraines/obj>ease over/case>weeks "
            "12/nummod>weeks weeks/obl>ease ./punct>suggests",
        ),
    ],
)
def test_sentence_of_pieces(
    pieces: graft.Pieces, monkeypatch: pytest.MonkeyPatch, wanted: dict[str, str], expected: str
) -> None:
    monkeypatch.setattr(graft, "SHARES", dict.fromkeys([kind for kind in graft.SHARES if kind in wanted], 1.0))
    monkeypatch.setattr(graft, "OUTSIDE", 0.0)
    assert drawn(graft.put_together(only(pieces, **wanted), random.Random(1))) == expected


def test_commas_of_two_asides_are_one(pieces: graft.Pieces, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graft, "SHARES", {"aside": 1.0, "mid": 1.0})
    chosen = only(
        pieces,
        subject="Zinc relieves",
        aside="Zinc , a pantry",
        mid="Zinc , for example",
        pred="Zinc relieves migraines",
    )
    words = [word.form for word in graft.put_together(chosen, random.Random(1)).words]
    assert words == "Zinc , a pantry staple , for example , relieves migraines .".split()


def test_every_piece_hangs_on_one_word(pieces: graft.Pieces) -> None:
    counts = {kind: len(sentences) for kind, sentences in pieces.items()}
    tops = {
        kind: {
            sum(
                graft.is_inside(word) and not (word.head and graft.is_inside(sentence.words[word.head - 1]))
                for word in sentence.words
            )
            for sentence in sentences
        }
        for kind, sentences in pieces.items()
    }
    assert min(counts.values()) >= 10
    # the word that opens what is told hangs on the verb of it
    whole = {"front", "aside", "mid", "subject", "tail"}
    assert {kind: found for kind, found in tops.items() if kind in whole} == {kind: {1} for kind in whole}


def test_sentences_are_trees_and_the_same_for_a_seed() -> None:
    one, again, other = ([group[0] for group in corpus.grafted(300, seed=seed)] for seed in (1, 1, 2))
    assert [drawn(sentence) for sentence in one] == [drawn(sentence) for sentence in again]
    assert [drawn(sentence) for sentence in one] != [drawn(sentence) for sentence in other]
    for sentence in one:
        heads = [word.head for word in sentence.words]
        assert heads.count(0) == 1
        for token in range(1, len(heads) + 1):
            seen = set()
            while token and token not in seen:
                seen.add(token)
                token = heads[token - 1]
            assert token == 0, drawn(sentence)
