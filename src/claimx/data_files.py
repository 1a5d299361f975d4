"""Strict loaders for the packaged data files, with user overlays laid over them file by file.

Every value is a string: `no` stays "no" (YAML would make it False) and "NA" stays "NA" (pandas would drop it).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from claimx.errors import DataError

PACKAGED = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class TsvRow:
    """One row of a table, with the place it came from for error messages."""

    values: dict[str, str]
    path: Path
    line: int

    def error(self, message: str) -> DataError:
        return DataError(message, path=self.path, line=self.line)

    def __getitem__(self, column: str) -> str:
        return self.values[column]

    def factor(self) -> float:
        """The number in the column "factor"; one that is none, or not above 0, is a DataError."""
        try:
            factor = float(self["factor"])
        except ValueError:
            factor = 0.0
        if factor <= 0:
            raise self.error(f'factor "{self["factor"]}" is no number above 0')
        return factor


# libyaml, where PyYAML has it, reads ten times faster than the parser in Python
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _StrictLoader(_Loader):  # type: ignore[misc]
    """Strings only, and no key twice in one mapping."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key_node, _ in node.value:
            key = str(key_node.value)
            if key in seen:
                line = key_node.start_mark.line + 1
                raise DataError(f'key "{key}" is given twice; keep one', path=self.name, line=line)
            seen.add(key)
        made: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return made


@contextmanager
def faults_of(path: Path) -> Iterator[None]:
    """While the content of a data file is made into objects: what is missing or of the wrong kind is a DataError."""
    try:
        yield
    except KeyError as error:
        raise DataError(f"the entry {error} is missing", path=path) from None
    except (TypeError, ValueError, AttributeError, re.error) as error:
        raise DataError(str(error), path=path) from None


def read_yaml(path: Path) -> Any:
    """Parse one YAML file into dicts, lists and strings. A fault is a DataError with its line."""
    loader = _StrictLoader(path.read_text(encoding="utf-8"))
    loader.name = str(path)
    try:
        return loader.get_single_data()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise DataError(f"not valid YAML: {error.problem}", path=path, line=line) from None
    finally:
        loader.dispose()


def read_tsv(path: Path) -> Iterator[TsvRow]:
    """Rows of a tab-separated table with a header line; blank lines and lines that start with # are comments."""
    with path.open(encoding="utf-8", newline="") as file:
        header: list[str] | None = None
        for line, text in enumerate(file, 1):
            text = text.rstrip("\r\n")
            if not text.strip() or text.startswith("#"):
                continue
            cells = next(csv.reader([text], delimiter="\t", quoting=csv.QUOTE_NONE))
            if header is None:
                header = cells
                continue
            if len(cells) != len(header):
                raise DataError(f"expected {len(header)} columns but got {len(cells)}", path=path, line=line)
            yield TsvRow(dict(zip(header, cells, strict=True)), path, line)


@dataclass(frozen=True, slots=True)
class DataFiles:
    """The packaged data folder with overlay folders over it, later ones winning.

    An overlay has the same file names; its rows come after the packaged rows of that file, so that a later
    row with the same key replaces an earlier one.
    """

    overlays: tuple[Path, ...] = field(default=())

    def __post_init__(self) -> None:
        for folder in self.overlays:
            if not folder.is_dir():
                raise DataError("no such data folder", path=folder)

    def find(self, name: str) -> list[Path]:
        """Every copy of a data file ("lexicon/nutrients.tsv"), packaged first. Never empty."""
        found = [folder / name for folder in (PACKAGED, *self.overlays) if (folder / name).is_file()]
        if not found:
            raise DataError("no such data file", path=PACKAGED / name)
        return found

    def names(self, folder: str, suffix: str) -> list[str]:
        """Sorted names ("rules/treats.yaml") of all files in a data folder, overlays included."""
        return sorted(
            {
                f"{folder}/{path.name}"
                for root in (PACKAGED, *self.overlays)
                for path in (root / folder).glob(f"*{suffix}")
            }
        )

    def tsv(self, name: str) -> Iterator[TsvRow]:
        """Rows of a table over all layers."""
        for path in self.find(name):
            yield from read_tsv(path)

    def by_kind(self, name: str, kinds: Sequence[str]) -> dict[str, list[TsvRow]]:
        """Rows of a table over all layers by their column "kind"; a row of no such kind is a DataError."""
        found: dict[str, list[TsvRow]] = {kind: [] for kind in kinds}
        for row in self.tsv(name):
            if row["kind"] not in found:
                raise row.error(f'expected a kind of {", ".join(kinds)} but got "{row["kind"]}"')
            found[row["kind"]].append(row)
        return found

    def yaml(self, name: str) -> list[tuple[Path, Any]]:
        """The parsed file of every layer, with its path."""
        return [(path, read_yaml(path)) for path in self.find(name)]


def fill_parts(source: str, parts: Mapping[str, str]) -> str:
    """A pattern with the named parts it uses ("{aim}") written out; a part may use those above it."""
    for name, part in reversed(list(parts.items())):
        source = source.replace("{" + name + "}", part)
    return source
