"""The small phrase language of the dose cues, compiled to regular expressions that cannot run away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from claimx.errors import DataError

# Every quantifier is bounded, so that a match costs no more than a constant times the phrase
SPACE = r"(?:[\s\-‐‑]{1,3})"
_TOKEN = re.compile(
    r"(?P<slot>\{[a-z_]+\})|(?P<count>\{\d+,\d+\})|(?P<set>\[[^\]]*\])|(?P<escape>\\.)|(?P<any>\.(?=\{\d))"
    r"|(?P<repeat>(?<=[\])])[*+])|(?P<group>[()|?])|(?P<space>\s+)|(?P<quote>['’])|(?P<other>.)",
    re.DOTALL,
)


def _translate(phrase: str, slots: Mapping[str, str]) -> str:
    parts = []
    for match in _TOKEN.finditer(phrase):
        kind, text = match.lastgroup, match.group()
        if kind == "slot":
            parts.append(slots[text[1:-1]])
        elif kind == "repeat":
            parts.append("{0,4}" if text == "*" else "{1,30}")
        elif kind == "any":
            parts.append(r"[^\n]")
        elif kind == "group":
            parts.append("(?:" if text == "(" else text)
        elif kind == "space":
            parts.append(SPACE)
        elif kind == "quote":
            parts.append("['’]")
        elif kind == "other":
            parts.append(re.escape(text))
        else:
            parts.append(text)
    return "".join(parts)


def phrase_source(phrase: str, slots: Mapping[str, str] | None = None) -> str:
    """The regular expression of one phrase, held at word bounds where it begins or ends with a word."""
    try:
        source = _translate(phrase, slots or {})
    except KeyError as error:
        raise ValueError(f'the phrase "{phrase}" names no known slot: {error}') from None
    before = r"(?<!\w)" if re.match(r"[\w(\[{]", phrase) and not phrase.startswith("{join}") else ""
    after = r"(?!\w)" if re.search(r"[\w)\]}?]$", phrase) else ""
    return f"{before}(?:{source}){after}"


def join_phrases(phrases: Iterable[str], slots: Mapping[str, str] | None = None) -> str:
    """One expression for several phrases, longer ones first; it never matches when there are none."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(phrase_source(phrase, slots) for phrase in ordered) + ")" if ordered else "(?!)"


def compile_phrases(phrases: Iterable[str], slots: Mapping[str, str] | None = None) -> re.Pattern[str]:
    """Compile phrases for a match without case. A phrase that is no valid pattern is a ValueError."""
    try:
        return re.compile(join_phrases(phrases, slots), re.IGNORECASE)
    except re.error as error:
        raise ValueError(f"a phrase is not a valid pattern: {error}") from None


def fold(surface: str) -> str:
    """A key for a matched word: lower case, each run of white space and hyphens one space."""
    return re.sub(r"[\s\-‐‑]+", " ", surface.casefold().replace("’", "'")).strip()


def merge_layers(layers: list[tuple[Path, Any]]) -> dict[str, Any]:
    """Lay the parsed files of `DataFiles.yaml` over each other: lists add up, mappings replace key by key."""
    merged: dict[str, Any] = {}
    for path, layer in layers:
        if not isinstance(layer, dict):
            raise DataError("expected a mapping of lists", path=path)
        for key, value in layer.items():
            merged[key] = _merge(merged.get(key), value, path=path)
    return merged


def _merge(old: Any, new: Any, *, path: Path) -> Any:
    if old is None:
        return new
    if isinstance(old, list) and isinstance(new, list):
        return [*old, *new]
    if isinstance(old, dict) and isinstance(new, dict):
        return {**old, **{key: _merge(old.get(key), value, path=path) for key, value in new.items()}}
    if isinstance(old, str) and isinstance(new, str):
        return new
    raise DataError(f"expected the same kind of value as the packaged file has but got {new!r}", path=path)
