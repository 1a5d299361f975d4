"""The wordings that the relations are defined by, a sentence for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from claim_reading import rows
from claimx.data_files import TsvRow, read_tsv
from claimx.pipeline import Extractor

WORDINGS = list(read_tsv(Path(__file__).parent / "data" / "wordings.tsv"))


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording["text"][:40])
def test_each_wording_gives_its_rows(extractor: Extractor, wording: TsvRow) -> None:
    found = rows(extractor, wording["text"].replace("\\n", "\n"))
    assert "; ".join(" | ".join(row).strip() for row in found) == wording["rows"]
