"""The labelled sentences: every line of the file reads, and sentences are laid out beside their gold."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import get_args

import pytest

from claimx.data_files import read_tsv
from claimx.errors import ClaimxError
from claimx.records import Relation

sys.path.insert(0, str(Path(__file__).parent.parent / "models"))
import labelled

TEXT = "Zinc eases colds and warts. It does not help memory."


def test_every_claim_of_the_file_reads() -> None:
    rows = list(read_tsv(labelled.LABELS))
    read = [labelled.CLAIM.fullmatch(claim) for row in rows if row["claims"] for claim in row["claims"].split("; ")]
    assert len(rows) == 2877
    assert {row["split"] for row in rows} == set(labelled.SPLITS)
    assert {found and found[2] for found in read} == set(get_args(Relation))
    marks = {mark for found in read if found for mark in found[4].split()}
    assert marks == {*labelled.STATES, "denied", "optional"}


def test_sentences_are_laid_beside_their_gold(tmp_path: Path) -> None:
    first = labelled.Labelled(
        "a", "Zinc", "Uses", True, TEXT[:27], "read", "0-4 TREATS 11-16; 0-4 TREATS 21-26 optional"
    )
    second = labelled.Labelled("a", "Zinc", "Uses", False, TEXT[28:], "read", '"It=zinc" IMPROVES 17-23 denied')
    assert labelled.write_pools([first, second], tmp_path) == {"read": 3, "unread": 0}
    assert (tmp_path / "labelled-read" / "0000.txt").read_text() == (
        "Zinc\n\nUses\n\n- Zinc eases colds and warts.\n\nIt does not help memory.\n"
    )
    rows = [json.loads(line) for line in (tmp_path / "labelled-read.jsonl").read_text().splitlines()]
    told = [(row["quote"], row["nutrient_name"], row["relation"], row["object"], row["polarity"]) for row in rows]
    assert told == [
        ("Zinc eases colds and warts.", "Zinc", "TREATS", "colds", "affirmed"),
        ("Zinc eases colds and warts.", "Zinc", "TREATS", "warts", "affirmed"),
        ("It does not help memory.", "zinc", "IMPROVES", "memory", "negated"),
    ]


@pytest.mark.parametrize(
    ("documents", "message"),
    [({}, 'no document "1_CancerGov_QA'), ({"1_CancerGov_QA/0000004_4": {"text": "other"}}, "another text of")],
)
def test_a_missing_or_other_document_is_told(documents: dict[str, dict[str, str]], message: str) -> None:
    with pytest.raises(ClaimxError, match=message):
        list(labelled.read_labels(documents))
