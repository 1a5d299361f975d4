"""The dose cues of data/cues/dose.yaml and data/units.tsv, compiled once per set of data files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from claimx.data_files import DataFiles, faults_of
from claimx.dose.numbers import NumberWords, load_number_words
from claimx.dose.phrases import compile_phrases, fold, join_phrases, merge_layers
from claimx.dose.units import UnitTable, load_units

CUES = "cues/dose.yaml"
# a number may not start inside a word, a decimal, a price or a code ("B-12", "$5", "1.5")
_BEFORE_NUMBER = r"(?<![\w$£€¥#/])(?<!\w[-‐‑])(?<!\d[.,·])"


@dataclass(frozen=True, slots=True)
class FrequencyPattern:
    """One way to say how often. `kind` says how its groups (times, n, span ...) are read."""

    kind: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Compiled cues. `lookups` maps folded surface words (spans, adverbs, latin, times) to what they mean."""

    numbers: NumberWords
    units: UnitTable
    candidate: re.Pattern[str]
    article: re.Pattern[str]
    phrases: Mapping[str, re.Pattern[str]]
    bounds: tuple[tuple[str, re.Pattern[str]], ...]
    bounds_after: tuple[tuple[str, re.Pattern[str]], ...]
    bounds_within: tuple[tuple[str, re.Pattern[str]], ...]
    frequencies: tuple[FrequencyPattern, ...]
    any_frequency: re.Pattern[str]
    leading: re.Pattern[str]
    opener: re.Pattern[str]
    roles: re.Pattern[str]
    body: Mapping[str, re.Pattern[str]]
    content: Mapping[str, re.Pattern[str]]
    periods: Mapping[str, str]
    latin: Mapping[str, float]
    times_words: Mapping[str, tuple[float, ...]]
    gap_stop: frozenset[str]
    inherit_stop: frozenset[str]
    elliptical_not_after: frozenset[str]
    holding: frozenset[str]
    gap_openers: frozenset[str]
    adjective_markers: frozenset[str]
    gap_coordinators: frozenset[str]
    abbreviations: frozenset[str]

    def matches(self, name: str, text: str, *, pos: int, end: int) -> re.Match[str] | None:
        """Match a named list of phrases at `pos`."""
        return self.phrases[name].match(text, pos, end)


def _invert(groups: Mapping[str, list[str]]) -> dict[str, str]:
    return {fold(word): name for name, words in groups.items() for word in words}


def _alternatives(words: list[str]) -> str:
    return join_phrases(words)


def number_source(cues: dict[str, Any]) -> str:
    words = [word for kind, group in cues["numbers"].items() if kind in ("small", "tens") for word in group]
    word = "(?:" + "|".join(map(re.escape, sorted(words, key=lambda item: (-len(item), item)))) + ")"
    one = rf"(?:\d{{1,4}}(?:[.,]\d{{1,3}})?|\b{word}(?:[\s-]{word})?(?!\w))(?:\s?[(\[]\d{{1,3}}[)\]])?"
    return rf"{one}(?:\s?(?:[-–—‒‑−]|{_alternatives([*cues['or_joins'], cues['range_joins'][0]])})\s?{one})?"


def _slots(cues: dict[str, Any]) -> dict[str, str]:
    number = number_source(cues)
    spans = _alternatives([word for words in cues["periods"].values() for word in words])
    word_joins = _alternatives([join for join in cues["rate_joins"] if join[-1].isalnum()])
    sign_joins = _alternatives([join for join in cues["rate_joins"] if not join[-1].isalnum()])
    # glued in "3x a day", so with no word bound before it
    times = "|".join(re.escape(noun) for noun in cues["times_nouns"])
    glued = "|".join(re.escape(word) for words in cues["periods"].values() for word in words)
    return {
        "n": rf"(?P<n>{number})",
        "times": rf"(?:(?P<word>{_alternatives(list(cues['times_words']))})"
        rf"|(?P<n>{number})[\s-]?(?:{times})(?!\w))",
        "join": rf"(?:{word_joins}[\s\-]{{1,3}}|\s?{sign_joins}\s?)",
        "span": rf"(?P<span>{spans})",
        "glued": rf"(?P<span>{glued})",
        "adverb": rf"(?P<adverb>{_alternatives([word for words in cues['adverbs'].values() for word in words])})",
        "intake": _alternatives(cues["intakes"]),
        "intake_phrase": _alternatives(cues["intake_phrases"]),
        "latin": rf"(?P<latin>{_alternatives(list(cues['latin']))})",
        "hours": _alternatives(cues["hours"]),
        "vague": rf"{_alternatives(cues['times_vague'])}\s{_alternatives(cues['times_nouns'])}",
    }


def _frequencies(cues: dict[str, Any]) -> tuple[FrequencyPattern, ...]:
    slots = _slots(cues)
    return tuple(
        FrequencyPattern(entry["kind"], compile_phrases([entry["phrase"]], slots)) for entry in cues["frequencies"]
    )


def _bounds(groups: Mapping[str, list[str]], *, tail: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, re.compile(join_phrases(words) + tail, re.IGNORECASE)) for name, words in sorted(groups.items())
    )


def _leading(slots: Mapping[str, str], nouns: str) -> re.Pattern[str]:
    """How often, before the amount: "a DAILY DOSE of 300 mg", "TWICE-DAILY 300 mg capsules"."""
    often = rf"(?<!\w)(?:{slots['times']}[\s-]{{1,2}})?{slots['adverb']}[\s-]{{1,2}}"
    return re.compile(rf"{often}(?:(?:[^\W\d]+\s){{0,2}}?{nouns}(?!\w)|\Z)", re.IGNORECASE)


def _kind_source(numbers: NumberWords, *kinds: str) -> str:
    return "|".join(sorted(re.escape(word) for word, (kind, _) in numbers.kinds.items() if kind in kinds)) or "(?!)"


def _candidate(numbers: NumberWords, units: UnitTable, adjectives: str) -> re.Pattern[str]:
    articles, scales = _kind_source(numbers, "article"), _kind_source(numbers, "hundred", "set")
    article = rf"\b(?:{articles})[\s-]{{1,2}}(?=(?:{adjectives}\s){{0,2}}(?:{units.article_source})(?!\w))"
    return re.compile(
        rf"{_BEFORE_NUMBER}(?:(?=\d|\.\d|[¼½¾⅐-⅞])|(?=(?:{numbers.starters})(?!\w))|(?=(?:{articles})\s(?:{scales})(?!\w))"
        rf"|(?P<article>{article}))",
        re.IGNORECASE,
    )


_NAMED = (
    "range_joins", "or_joins", "list_joins", "times_joins", "range_and", "limiting", "bound_gap", "gap_routes", "each",
    "containing", "elliptical_after", "wishing", "equal_to", "restating", "continuing", "imperatives", "percent_of",
    "percent_form", "group_labels", "not_dose_after", "vehicles", "per", "adjectives", "fraction_joins", "coordinators",
)  # fmt: skip
_NAMED_BEFORE = (
    "between",
    "not_dose_before",
    "numbered_names",
    "of_age",
    "age_before",
    "age_words",
    "aged",
    "portions",
    "moving",
    "taken_with",
)


def _phrases(cues: dict[str, Any]) -> dict[str, re.Pattern[str]]:
    found = {name: compile_phrases(cues[name]) for name in (*_NAMED, "numbered_names", "between")}
    found |= {f"{name}$": re.compile(join_phrases(cues[name]) + r"\s{0,2}\Z", re.IGNORECASE) for name in _NAMED_BEFORE}
    found["marker"] = re.compile(rf"(?:{cues['denominators']['marker']})(?!\w)")
    found["ordering"] = re.compile(rf"[:,;.)\]]\s{{0,3}}{join_phrases(cues['imperatives'])}", re.IGNORECASE)
    found["body_tail"] = compile_phrases(cues["denominators"]["body_tail"])
    return found


def _build(data: DataFiles, cues: dict[str, Any]) -> Vocabulary:
    numbers, units = load_number_words(cues), load_units(data)
    slots, frequencies = _slots(cues), _frequencies(cues)
    nouns = join_phrases(cues["leading_heads"])
    per = {
        name: {code: re.compile(rf"(?:{words})(?!\w)", re.IGNORECASE) for code, words in group.items()}
        for name, group in cues["denominators"].items()
        if isinstance(group, dict)
    }
    behind = _bounds(cues["bounds_after"], tail="")
    role_groups = "|".join(f"(?P<{role}>{join_phrases(words)})" for role, words in cues["role_words"].items())
    return Vocabulary(
        numbers=numbers,
        units=units,
        candidate=_candidate(numbers, units, join_phrases(cues["adjectives"])),
        article=re.compile(rf"(?:{_kind_source(numbers, 'article')})(?=\s)", re.IGNORECASE),
        phrases=_phrases(cues),
        bounds=_bounds(cues["bounds"], tail=rf"(?:\s{{1,2}}{join_phrases(cues['bound_gap'])}){{0,2}}\s{{0,2}}\Z"),
        bounds_after=behind,
        bounds_within=(*behind, *_bounds(cues["bounds_within"], tail="")),
        frequencies=frequencies,
        any_frequency=re.compile(
            "|".join(re.sub(r"\(\?P<\w+>", "(?:", item.pattern.pattern) for item in frequencies), re.IGNORECASE
        ),
        leading=_leading(slots, nouns),
        opener=compile_phrases(cues["leading_openers"]),
        roles=re.compile(role_groups, re.IGNORECASE),
        body=per["body"],
        content=per["content"],
        periods=_invert(cues["periods"]) | _invert(cues["adverbs"]),
        latin={fold(word): float(times) for word, times in cues["latin"].items()},
        times_words={fold(word): tuple(map(float, times)) for word, times in cues["times_words"].items()},
        gap_stop=frozenset(cues["gap_stop"]),
        inherit_stop=frozenset(cues["inherit_stop"]),
        elliptical_not_after=frozenset(cues["elliptical_not_after"]),
        holding=frozenset(cues["holding"]),
        gap_openers=frozenset(cues["gap_openers"]),
        adjective_markers=frozenset(cues["adjective_markers"]),
        gap_coordinators=frozenset(cues["gap_coordinators"]),
        abbreviations=frozenset(cues["abbreviations"]),
    )


@lru_cache(maxsize=8)
def load_vocabulary(data: DataFiles) -> Vocabulary:
    """Compile the dose cues. A fault in them is a DataError that names the file."""
    layers = data.yaml(CUES)
    cues = merge_layers(layers)
    with faults_of(layers[-1][0]):
        return _build(data, cues)
