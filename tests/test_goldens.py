"""The exact bytes of claims.csv for whole articles. After a change that is meant, `make golden` rewrites them."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

import claimx
from claimx.export import to_csv
from claimx.pipeline import Extractor
from claimx.read import READERS
from claimx.records import Article
from claimx.table import to_rows

TESTS = Path(__file__).parent
FOLDERS = (TESTS / "data" / "articles", TESTS.parent / "corpus" / "articles")
FILES = sorted(
    (path for folder in FOLDERS for path in folder.iterdir() if path.suffix in READERS), key=lambda p: p.name
)


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_claims(path: Path, extractor: Extractor, file_regression: FileRegressionFixture) -> None:
    found = list(claimx.read_articles([path]))
    articles = [item for item in found if isinstance(item, Article)]
    assert found == articles
    rows = to_rows(claim for claims in extractor.pipe(articles) for claim in claims)
    file_regression.check(to_csv(rows), basename=path.name, extension=".csv", binary=True)


def test_every_golden_has_its_article() -> None:
    goldens = {path.name.removesuffix(".csv") for path in (TESTS / "test_goldens").glob("*.csv")}
    assert goldens == {path.name for path in FILES}
