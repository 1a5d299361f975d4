"""Where the packaged models lie: inside the installed package, or in `models/` of a checkout."""

from __future__ import annotations

from pathlib import Path

from claimx.errors import ClaimxError

LANGUAGE, SECOND = "en_claimx", "second_reader"
_PACKAGE = Path(__file__).parent
CHECKOUT = _PACKAGE.parents[1] / "models"


def find_model(name: str, *, file: str) -> Path:
    """The folder of a packaged model, one that holds `file`."""
    places = (_PACKAGE / "model" / name, CHECKOUT / name)
    for place in places:
        if (place / file).is_file():
            return place
    raise ClaimxError(f"the model {name} is missing from {places[0]}; reinstall, or run `make model`")
