"""Find the files that paths, folders and globs stand for, and give each an id that is unique in the run."""

from __future__ import annotations

import glob
import os
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimx.errors import ReadError
from claimx.read.decode import MAX_FILE_BYTES, NotTextError, unpack_gzip

STDIN = "-"
_STDIN_ID = "stdin"


@dataclass(frozen=True, slots=True)
class Source:
    """One input: a file, or standard input when `path` is None. `label` names it in messages, `id` in rows."""

    path: Path | None
    label: str
    relative: str
    id: str = ""

    @property
    def suffix(self) -> str:
        """The lower-case ending that says the format, without ".gz"."""
        name = self.label.lower().removesuffix(".gz")
        return os.path.splitext(name)[1]

    def load(self) -> bytes:
        """The bytes, unpacked. Every fault is a NotTextError."""
        try:
            if self.path is None:
                data = sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
            else:
                with self.path.open("rb") as file:
                    data = file.read(MAX_FILE_BYTES + 1)
        except OSError as error:
            raise NotTextError(
                f"cannot be read ({error.strerror or error}); check the path and its permissions"
            ) from None
        if len(data) > MAX_FILE_BYTES:
            raise NotTextError(f"more than {MAX_FILE_BYTES // 2**20} MB; split it")
        return unpack_gzip(data) if self.label.lower().endswith(".gz") else data


def find_sources(paths: Sequence[str | Path], *, suffixes: Collection[str]) -> Iterator[Source | ReadError]:
    """Every input once, in the order given, folders and globs sorted; unknown kinds of files in folders left out."""
    found: list[Source | ReadError] = []
    seen: set[str] = set()
    for path in paths:
        for source in _expand(path, suffixes):
            key = os.path.realpath(source.path) if isinstance(source, Source) and source.path else str(source)
            if key not in seen:
                seen.add(key)
                found.append(source)
    yield from _with_ids(found)


def _with_ids(found: list[Source | ReadError]) -> Iterator[Source | ReadError]:
    """File names; where files share one, their paths inside the folder given; where those are shared, whole paths."""
    sources = [source for source in found if isinstance(source, Source)]
    names = Counter(os.path.basename(source.relative) for source in sources)
    relatives = Counter(source.relative for source in sources)
    for source in found:
        if isinstance(source, ReadError):
            yield source
            continue
        name = os.path.basename(source.relative)
        if names[name] > 1:
            name = source.relative if relatives[source.relative] == 1 else Path(source.label).as_posix()
        yield Source(source.path, source.label, source.relative, name)


def _expand(path: str | Path, suffixes: Collection[str]) -> Iterator[Source | ReadError]:
    label = str(path)
    if label == STDIN:
        yield Source(None, _STDIN_ID, _STDIN_ID)
        return
    try:
        yield from _expand_path(Path(path), label, suffixes)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        yield ReadError(f"cannot be read ({reason}); check the path", source=label)


def _expand_path(path: Path, label: str, suffixes: Collection[str]) -> Iterator[Source | ReadError]:
    if path.is_dir():
        yield from _walk(path, label, suffixes)
    elif path.exists():
        yield Source(path, label, path.name)
    elif glob.has_magic(label):
        matches = sorted(glob.glob(label, recursive=True))
        if not matches:
            yield ReadError("no file matches; check the pattern", source=label)
        for match in matches:
            yield from _expand_path(Path(match), match, suffixes)
    else:
        yield ReadError("no such file or folder; check the path", source=label)


def _walk(folder: Path, label: str, suffixes: Collection[str]) -> Iterator[Source | ReadError]:
    problems: list[OSError] = []
    files: list[Path] = []
    for root, folders, names in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files.extend(Path(root, name) for name in names if not name.startswith("."))
    known = [source for source in (_in_folder(path, folder) for path in sorted(files)) if source.suffix in suffixes]
    for problem in problems:
        yield ReadError(f"cannot be read ({problem.strerror}); check its permissions", source=str(problem.filename))
    if not known and not problems:
        yield ReadError(f"no articles in this folder; expected files that end in {', '.join(suffixes)}", source=label)
    yield from known


def _in_folder(path: Path, folder: Path) -> Source:
    return Source(path, str(path), path.relative_to(folder).as_posix())
