"""What the rows depend on besides the articles: code, data, model and the libraries that compute."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import claimx
from claimx.columns import SCHEMA_VERSION
from claimx.model_folders import CHECKOUT, LANGUAGE, SECOND

PACKAGE = Path(__file__).parent
COMPUTING = ("numpy", "scispacy", "spacy", "thinc")


def versions() -> dict[str, str]:
    """Versions of claimx, of the row's schema and of the libraries whose release may change a row."""
    return {
        "claimx": claimx.__version__,
        "schema": SCHEMA_VERSION,
        **{name: version(name) for name in COMPUTING},
    }


@cache
def fingerprint(overlays: Sequence[Path], model: str | None, *, link: bool = False, second: bool = True) -> str:
    """Hash of every file that can change a row, and of the versions of what computes."""
    digest = hashlib.sha256()
    for name, number in sorted(versions().items()):
        _add(digest, name, number.encode())
    _add(digest, "model", _model_mark(model).encode())
    if link:
        _add(digest, "link", b"")
    if not second:
        _add(digest, "rules alone", b"")
    models = (CHECKOUT / name for name in (LANGUAGE, SECOND))
    for root in (PACKAGE, *models, *overlays, *_model_folders(model)):
        for path in _files(root):
            _add(digest, path.relative_to(root).as_posix(), path.read_bytes())
    return digest.hexdigest()


def _add(digest: hashlib._Hash, name: str, content: bytes) -> None:
    # lengths keep "ab" + "c" apart from "a" + "bc"
    digest.update(f"{len(name)}:{name}:{len(content)}:".encode())
    digest.update(content)


def _files(root: Path) -> Iterator[Path]:
    paths = (path for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return iter(sorted(paths, key=lambda path: path.relative_to(root).as_posix()))


def _model_folders(model: str | None) -> list[Path]:
    return [Path(model)] if model and Path(model).is_dir() else []


def _model_mark(model: str | None) -> str:
    if model is None or Path(model).is_dir():
        return ""
    try:
        return f"{model} {version(model)}"
    except PackageNotFoundError:
        return model
