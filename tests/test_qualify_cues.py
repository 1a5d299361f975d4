"""Every cue block's examples read as the block says and its decoys do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from claimx.data_files import DataFiles
from claimx.errors import DataError
from claimx.qualify.cues import CueBlock, Phrases, load_cues
from qualify_marks import qualify

KINDS = ("negation", "certainty", "evidence", "class", "people", "clauses")
CERTAINTY = {
    "modals": "possible", "possible_words": "possible", "possible_nouns": "possible", "possible_phrases": "possible",
    "probable_words": "probable", "hedging_verbs": "probable", "raising_verbs": "probable",
    "probable_nouns": "probable", "probable_phrases": "probable", "unproven": "unproven", "open_ends": "unproven",
    "conditions": "conditional",
}  # fmt: skip


def texts(kind: str, field: str) -> list[object]:
    """The marked sentences of all blocks of a kind."""
    return [pytest.param(param.values[1], id=param.id) for param in marked(kind, field)]


def marked(kind: str, field: str) -> list[ParameterSet]:
    blocks = load_cues(DataFiles(), kind).blocks
    return [
        pytest.param(name, text, id=f"{name}-{place}")
        for name, block in blocks.items()
        for place, text in enumerate(getattr(block, field))
    ]


@pytest.mark.parametrize("text", texts("negation", "examples"))
def test_negation_example_is_negated(text: str) -> None:
    assert qualify(text).polarity == "negated"


@pytest.mark.parametrize("text", texts("negation", "decoys"))
def test_negation_decoy_is_affirmed(text: str) -> None:
    assert qualify(text).polarity == "affirmed"


@pytest.mark.parametrize(("block", "text"), marked("certainty", "examples"))
def test_certainty_example_has_its_value(block: str, text: str) -> None:
    assert qualify(text).qualifiers.certainty == CERTAINTY[block]


@pytest.mark.parametrize("text", texts("certainty", "decoys"))
def test_certainty_decoy_is_asserted(text: str) -> None:
    assert qualify(text).qualifiers.certainty == "asserted"


@pytest.mark.parametrize(("block", "text"), marked("evidence", "examples"))
def test_evidence_example_has_its_kind(block: str, text: str) -> None:
    assert qualify(text).qualifiers.evidence == block


@pytest.mark.parametrize("text", texts("evidence", "decoys"))
def test_evidence_decoy_has_none(text: str) -> None:
    assert qualify(text).qualifiers.evidence == "none"


@pytest.mark.parametrize("kind", KINDS)
def test_cue_file_loads_without_an_empty_block(kind: str) -> None:
    assert [name for name, block in load_cues(DataFiles(), kind).blocks.items() if not block.cues] == []


def overlay(folder: Path, text: str) -> DataFiles:
    (folder / "cues").mkdir()
    (folder / "cues" / "negation.yaml").write_text(text, encoding="utf-8")
    return DataFiles((folder,))


def test_overlay_adds_a_cue_and_takes_one_away(tmp_path: Path) -> None:
    packaged = load_cues(DataFiles(), "negation")["pronouns"]
    found = load_cues(overlay(tmp_path, "pronouns: [naught, -nobody]\n"), "negation")["pronouns"]
    assert found == (*(cue for cue in packaged if cue != "nobody"), "naught")


def test_block_without_cues_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match='"pronouns" needs a list of cues'):
        load_cues(overlay(tmp_path, "pronouns: {examples: [x]}\n"), "negation")


def test_missing_block_is_refused() -> None:
    with pytest.raises(DataError, match='the cue block "nonsense" is missing'):
        load_cues(DataFiles(), "negation")["nonsense"]


@pytest.mark.parametrize(
    ("phrase", "words", "spans"),
    [
        ("no evidence that", "there is no evidence that", [(2, 5)]),
        ("no evidence that", "there is good evidence that", []),
        ("no * evidence that/for", "no good evidence for it", [(0, 4)]),
        ("no * evidence that/for", "no good strong evidence for it", []),
        ("no ** evidence", "no good strong evidence", [(0, 4)]),
        ("no evidence", "no evidence no evidence", [(0, 2), (2, 4)]),
    ],
)
def test_phrase_matches_words(phrase: str, words: str, spans: list[tuple[int, int]]) -> None:
    assert Phrases((phrase,)).spans(tuple(words.split())) == spans


def test_phrase_that_ends_in_a_gap_is_refused() -> None:
    with pytest.raises(DataError, match="needs a word at its end"):
        Phrases(("no *",))


def test_block_defaults_to_no_examples() -> None:
    assert CueBlock(("not",)) == CueBlock(("not",), (), ())
