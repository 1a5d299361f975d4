"""Units of amounts, read from data/units.tsv, and conversion within one dimension."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from claimx.data_files import DataFiles, TsvRow
from claimx.dose.phrases import SPACE, fold

Dimension: TypeAlias = Literal["mass", "volume", "iu", "cfu", "percent", "count", "vessel", "form"]
Article: TypeAlias = Literal["", "yes", "of", "rate"]
Needs: TypeAlias = Literal["", "of", "rate", "food", "percent"]

# What is given by weight or potency; counts and volumes of the same amount give way to these
MEASURED: frozenset[Dimension] = frozenset({"mass", "iu", "cfu"})
COUNTED: frozenset[Dimension] = frozenset({"count", "vessel", "form"})
# What a daily amount is given in; an ounce stays out, since it may be a fluid one
DAILY_UNITS = {"mg": "mg", "ug": "ug", "g": "g", "[IU]": "[IU]", "CFU": "CFU", "ng": "ug", "kg": "g"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of amount. `factor` is in mg for masses and mL for volumes, 1 for what is counted."""

    code: str
    dimension: Dimension
    factor: float
    article: Article
    needs: Needs


@dataclass(frozen=True, slots=True)
class UnitTable:
    """All spellings of units: `pattern` matches one, `finder` searches one, `resolve` names it. `vessels` are codes."""

    pattern: re.Pattern[str]
    finder: re.Pattern[str]
    counted_pattern: re.Pattern[str]
    article_source: str
    vessels: frozenset[str]
    by_spelling: dict[str, Unit]
    by_case: dict[str, Unit]
    by_code: dict[str, Unit]

    def resolve(self, surface: str) -> Unit:
        """The unit of a spelling that `pattern` matched."""
        exact = self.by_case.get(surface)
        return exact if exact is not None else self.by_spelling[fold(surface)]


def _check(row: TsvRow, column: str, allowed: tuple[str, ...]) -> str:
    if row[column] not in allowed:
        raise row.error(f'{column} "{row[column]}" is none of {", ".join(filter(None, allowed))}')
    return row[column]


def _unit(row: TsvRow) -> Unit:
    return Unit(
        code=row["unit"],
        dimension=_check(row, "dimension", get_args(Dimension)),  # type: ignore[arg-type]
        factor=row.factor(),
        article=_check(row, "article", get_args(Article)),  # type: ignore[arg-type]
        needs=_check(row, "needs", get_args(Needs)),  # type: ignore[arg-type]
    )


def _expand(spelling: str) -> list[str]:
    """Both forms of "gram(s)"."""
    return [spelling.replace("(s)", ""), spelling.replace("(s)", "s")] if "(s)" in spelling else [spelling]


def _source(spellings: Iterable[str]) -> str:
    ordered = sorted(spellings, key=lambda spelling: (-len(spelling), spelling))
    # join split words: a line may break inside "international units"
    return "|".join(SPACE.join(re.escape(word) for word in spelling.split(" ")) for spelling in ordered) or "(?!)"


def _compile(spellings: dict[str, Unit], cased: dict[str, Unit]) -> re.Pattern[str]:
    # no letter or digit may follow: "5 g" is an amount, "5G" and "5 good" are not
    return re.compile(rf"(?:(?i:{_source(spellings)})|(?:{_source(cased)}))(?![^\W_])")


def load_units(data: DataFiles) -> UnitTable:
    """Read data/units.tsv over all layers; a later row wins a spelling that two rows claim in different files."""
    folded: dict[str, Unit] = {}
    cased: dict[str, Unit] = {}
    codes: dict[str, Unit] = {}
    owners: dict[str, TsvRow] = {}
    for row in data.tsv("units.tsv"):
        unit = _unit(row)
        codes.setdefault(unit.code, unit)
        for spelling in (form for cell in row["spellings"].split("|") for form in _expand(cell)):
            owner = owners.get(spelling)
            if not spelling.strip("= ") or (owner is not None and owner.path == row.path):
                raise row.error(f'spelling "{spelling}" is empty or given twice')
            owners[spelling] = row
            if spelling.startswith("="):
                cased[spelling[1:]] = unit
            else:
                folded[fold(spelling)] = unit
    pattern = _compile(folded, cased)
    counted = {spelling: unit for spelling, unit in folded.items() if unit.dimension in COUNTED}
    return UnitTable(
        pattern=pattern,
        finder=re.compile(rf"(?<![^\W\d_])(?:{pattern.pattern})"),
        counted_pattern=_compile(counted, {}),
        article_source=_source(spelling for spelling, unit in folded.items() if unit.article),
        vessels=frozenset(unit.code for unit in folded.values() if unit.dimension == "vessel"),
        by_spelling=folded,
        by_case=cased,
        by_code=codes,
    )


def convert(amount: float, source: Unit, target: Unit) -> float | None:
    """The amount in another unit of the same weight or volume scale, None when there is no such conversion."""
    if source.code == target.code:
        return amount
    if source.dimension != target.dimension or source.dimension not in ("mass", "volume"):
        return None
    return tidy(amount * source.factor / target.factor)


def tidy(amount: float) -> float:
    """Drop the binary noise of a product: twelve significant digits."""
    return float(f"{amount:.12g}")
