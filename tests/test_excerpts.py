"""The excerpts: every line of the file reads, and stretches are laid out beside their gold."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import get_args

import pytest

from claimx.errors import ClaimxError
from claimx.records import Relation

sys.path.insert(0, str(Path(__file__).parent.parent / "models"))
import excerpts
from labelled import SPLITS, digest

TEXT = "Menu. Zinc eases colds. It does not help memory. More."
LINE = {
    "doc": "a", "split": "unread", "start": 6, "end": 48, "digest": digest(TEXT[6:48]),
    "claims": [
        {"quote": [0, 17], "nutrient": "Zinc", "nutrient_name": "zinc", "relation": "TREATS", "object": "colds"},
        {"quote": [18, 42], "nutrient": "It", "nutrient_name": "zinc", "relation": "IMPROVES", "object": "memory",
         "polarity": "negated"},
    ],
}  # fmt: skip


def test_every_line_of_the_file_is_sound() -> None:
    lines = [json.loads(line) for line in excerpts.EXCERPTS.read_text(encoding="utf-8").splitlines()]
    claims = [(claim, line["end"] - line["start"]) for line in lines for claim in line["claims"]]
    assert {line["split"] for line in lines} == set(SPLITS)
    assert all(0 <= claim["quote"][0] < claim["quote"][1] <= length for claim, length in claims)
    assert {claim["relation"] for claim, _ in claims} <= set(get_args(Relation))


def test_a_stretch_is_laid_beside_its_gold(tmp_path: Path) -> None:
    path = tmp_path / "excerpts.jsonl"
    path.write_text(json.dumps(LINE) + "\n", encoding="utf-8")
    found = excerpts.read_excerpts({"a": {"text": TEXT, "focus": "Zinc"}}, path)
    assert excerpts.write_pools(found, tmp_path) == {"read": 0, "unread": 2}
    assert (tmp_path / "excerpts-unread" / "0000.txt").read_text() == f"Zinc\n\n{TEXT[6:48]}\n"
    rows = [json.loads(line) for line in (tmp_path / "excerpts-unread.jsonl").read_text().splitlines()]
    assert rows[1] == excerpts.EMPTY | {
        "doc": "0000.txt", "quote": "It does not help memory.", "nutrient": "It", "nutrient_name": "zinc",
        "relation": "IMPROVES", "object": "memory", "polarity": "negated",
    }  # fmt: skip
    assert (rows[0]["quote"], rows[0]["polarity"]) == ("Zinc eases colds.", "affirmed")


@pytest.mark.parametrize(
    ("documents", "message"),
    [({}, '1: no document "a" in the folders given'), ({"a": {"text": TEXT.upper()}}, '1: another text of "a"')],
)
def test_a_missing_or_other_document_is_told(
    documents: dict[str, dict[str, str]], message: str, tmp_path: Path
) -> None:
    path = tmp_path / "excerpts.jsonl"
    path.write_text(json.dumps(LINE) + "\n", encoding="utf-8")
    with pytest.raises(ClaimxError, match=message):
        list(excerpts.read_excerpts(documents, path))
