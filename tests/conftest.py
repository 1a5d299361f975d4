"""What many test files share: the packaged pipeline, loaded once a run."""

from __future__ import annotations

import pytest

import claimx
from claimx.pipeline import Extractor


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return claimx.load()
