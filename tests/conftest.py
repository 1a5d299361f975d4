"""What many test files share: the packaged pipeline, loaded once a run, and the same random texts in every run."""

from __future__ import annotations

import pytest
from hypothesis import settings

import claimx
from claimx.pipeline import Extractor

# `pytest --hypothesis-profile=default` looks for new texts; how long one takes is never a reason to fail
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The rules alone, which most tests are about."""
    return claimx.load(second=False)


@pytest.fixture(scope="session")
def both_readers() -> Extractor:
    """As it is loaded for users, with the second reader."""
    return claimx.load()
