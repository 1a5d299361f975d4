"""Names of organisations, journals and products, in which a lexicon word speaks of no nutrient: "Vitamin Shoppe"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimx.data_files import DataFiles

NAMES_FILE = "lexicon/names.tsv"
# up to eight capitalised words with small joining words between them
_RUN = r"(?:[A-Z][\w'’&-]*|\d+)(?:,? (?:(?:of|for|and|in|on|the|to|&) )*(?:[A-Z][\w'’&-]*|\d+)){0,8}"


@dataclass(frozen=True, slots=True)
class Names:
    """Patterns for exact names, and for capitalised names by their first or last words."""

    exact: re.Pattern[str] | None
    heads: re.Pattern[str] | None


def load_names(data: DataFiles) -> Names:
    """The patterns of `names.tsv`; None where an overlay leaves a kind empty."""
    words: dict[str, list[str]] = {"name": [], "last": [], "first": []}
    for row in data.tsv(NAMES_FILE):
        if row["kind"] not in words:
            raise row.error(f'expected kind "name", "last" or "first" but got "{row["kind"]}"')
        words[row["kind"]].append(row["words"])
    exact = re.compile(rf"\b(?:{_any(words['name'])})\b") if words["name"] else None
    ends = rf"(?=[A-Z])(?:{_RUN} )(?:{_any(words['last'])})\b" if words["last"] else ""
    begins = rf"\b(?:{_any(words['first'])}) (?:the )?{_RUN}" if words["first"] else ""
    either = "|".join(part for part in (rf"\b{ends}" if ends else "", begins) if part)
    return Names(exact, re.compile(either) if either else None)


def find_name_spans(names: Names, text: str) -> list[tuple[int, int]]:
    """Offsets of names in a sentence. In a line of capitalised words no name can be told by its capitals."""
    spans = [match.span() for match in names.exact.finditer(text)] if names.exact else []
    if names.heads and not _is_title_case(text):
        spans += [match.span() for match in names.heads.finditer(text)]
    return spans


def _is_title_case(text: str) -> bool:
    words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return bool(words) and sum(word[0].isupper() for word in words) > 0.7 * len(words) and len(words) > 3


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
