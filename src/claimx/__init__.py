"""Structured claims from health and nutrition articles.

    extractor = claimx.load()
    claims = extractor.extract("Magnesium may ease muscle cramps.")
    claimx.to_frame(claims)

Names are loaded at first use, so that `import claimx` takes no time.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimx.errors import ClaimxError as ClaimxError
    from claimx.errors import DataError as DataError
    from claimx.errors import ReadError as ReadError
    from claimx.export import read_claims_csv as read_claims_csv
    from claimx.pipeline import Extractor as Extractor
    from claimx.pipeline import load as load
    from claimx.read import read_articles as read_articles
    from claimx.records import Article as Article
    from claimx.records import Claim as Claim
    from claimx.table import to_frame as to_frame
    from claimx.table import to_row as to_row

__version__ = "0.1.0"
_HOMES = {
    "Article": "records",
    "Claim": "records",
    "ClaimxError": "errors",
    "DataError": "errors",
    "Extractor": "pipeline",
    "ReadError": "errors",
    "load": "pipeline",
    "read_articles": "read",
    "read_claims_csv": "export",
    "to_frame": "table",
    "to_row": "table",
}
__all__ = [*_HOMES, "__version__"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'claimx' has no attribute {name!r}")
    return getattr(import_module(f"claimx.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
