"""How a nutrient is taken: for how long, by which route, in which dosage form and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from claimx.data_files import DataFiles, faults_of
from claimx.dose.numbers import read_range
from claimx.dose.phrases import compile_phrases, fold, join_phrases, merge_layers
from claimx.dose.units import tidy
from claimx.dose.vocabulary import CUES, Vocabulary, load_vocabulary, number_source

USAGE_CUES = "cues/dose_usage.yaml"
_REACH = 40


@dataclass(frozen=True, slots=True)
class Detail:
    """A route, form or time of taking: its name ("oral") and where the text says it."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Duration:
    """A stretch of time in days; None where the text says no figure ("several weeks") or no such end ("at least")."""

    text: str
    start: int
    end: int
    min_days: float | None
    max_days: float | None


@dataclass(frozen=True, slots=True)
class Usage:
    """All that a stretch of text says of taking something, each in order of the text."""

    durations: tuple[Duration, ...] = ()
    routes: tuple[Detail, ...] = ()
    forms: tuple[Detail, ...] = ()
    timings: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True)
class _UsageCues:
    durations: tuple[re.Pattern[str], ...]
    vague: re.Pattern[str]
    article: re.Pattern[str]
    opener: re.Pattern[str]
    nouns: re.Pattern[str]
    not_after: re.Pattern[str]
    not_before: re.Pattern[str]
    days: Mapping[str, float]
    needs_opener: frozenset[str]
    routes: re.Pattern[str]
    route_names: Mapping[str, str]
    not_route_after: re.Pattern[str]
    forms: re.Pattern[str]
    form_names: Mapping[str, str]
    not_form_after: re.Pattern[str]
    not_form_before: re.Pattern[str]
    timing: re.Pattern[str]
    words: Vocabulary


def _ending(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(join_phrases(phrases) + r"[\s\-]{0,2}\Z", re.IGNORECASE)


def _named(groups: Mapping[str, list[str]]) -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern with a group for each name, and the names of its groups."""
    names = {f"g{index}": name for index, name in enumerate(groups)}
    source = "|".join(f"(?P<{group}>{join_phrases(groups[name])})" for group, name in names.items())
    return re.compile(source, re.IGNORECASE), names


def _form_words(cues: dict[str, Any], words: Vocabulary) -> dict[str, list[str]]:
    counted: dict[str, list[str]] = {}
    for spelling, unit in words.units.by_spelling.items():
        if unit.dimension == "form" and unit.needs != "rate":
            counted.setdefault(unit.code.strip("{}"), []).append(spelling)
    return {**{name: list(listed) for name, listed in cues["forms"].items()}, **counted}


def _build(cues: dict[str, Any], words: Vocabulary, number: str) -> _UsageCues:
    spans = join_phrases(cues["time_units"])
    glued = "|".join(sorted(map(re.escape, cues["time_units"]), key=lambda word: (-len(word), word)))
    slots = {"glued": rf"(?P<span>{glued})", "n": rf"(?P<n>{number})", "span": rf"(?P<span>{spans})"}
    routes, route_names = _named(cues["routes"])
    forms, form_names = _named(_form_words(cues, words))
    timing = {"n": rf"(?:{number})", "span": spans}
    return _UsageCues(
        durations=tuple(compile_phrases([phrase], slots) for phrase in cues["duration_phrases"]),
        vague=compile_phrases(cues["vague_phrases"], slots),
        article=compile_phrases([f"({'|'.join(cues['articles'])}) {{span}}"], slots),
        opener=_ending(cues["duration_openers"]),
        nouns=compile_phrases(cues["duration_nouns"]),
        not_after=_ending(cues["not_after"]),
        not_before=compile_phrases(cues["not_before"]),
        days={fold(name): float(days) for name, days in cues["time_units"].items()},
        needs_opener=frozenset(cues["needs_opener"]),
        routes=routes,
        route_names=route_names,
        not_route_after=compile_phrases(cues["not_route_after"]),
        forms=forms,
        form_names=form_names,
        not_form_after=compile_phrases(cues["not_form_after"]),
        not_form_before=_ending(cues["not_form_before"]),
        timing=compile_phrases(cues["timing"], timing),
        words=words,
    )


@lru_cache(maxsize=8)
def _load(data: DataFiles) -> _UsageCues:
    layers = data.yaml(USAGE_CUES)
    with faults_of(layers[-1][0]):
        return _build(merge_layers(layers), load_vocabulary(data), number_source(merge_layers(data.yaml(CUES))))


def _stands(text: str, match: re.Match[str], *, start: int, end: int, cues: _UsageCues, article: bool) -> bool:
    """Whether it is a duration at all: no age, rate or date, and behind "for" where it needs it."""
    before = text[max(start, match.start() - _REACH) : match.start()]
    gap = re.compile(r"[\s\-]{0,2}").match(text, match.end(), end)
    at = gap.end() if gap else match.end()
    opened = cues.opener.search(before) is not None or cues.nouns.match(text, at, end) is not None
    if (article or fold(match["span"]) in cues.needs_opener) and not opened:
        return False
    return cues.not_after.search(before) is None and cues.not_before.match(text, at, end) is None


def _bounded(text: str, match: re.Match[str], days: list[float], *, start: int, cues: _UsageCues) -> Duration:
    before = text[max(start, match.start() - _REACH) : match.start()]
    low, high = (min(days), max(days)) if days else (None, None)
    if low is None or low != high or cues.opener.search(before) is not None:
        return Duration(match.group(), match.start(), match.end(), low, high)
    for name, pattern in cues.words.bounds:
        if pattern.search(before) is not None:
            low, high = (None if name == "up_to" else low), (None if name == "at_least" else high)
    return Duration(match.group(), match.start(), match.end(), low, high)


def _durations(text: str, *, start: int, end: int, cues: _UsageCues) -> Iterator[Duration]:
    for match in (found for pattern in cues.durations for found in pattern.finditer(text, start, end)):
        if _stands(text, match, start=start, end=end, cues=cues, article=False):
            scale = cues.days[fold(match["span"])]
            days = [tidy(round(value * scale, 6)) for value in read_range(match["n"], cues.words.numbers)]
            yield _bounded(text, match, days, start=start, cues=cues)
    for pattern, value in ((cues.article, 1.0), (cues.vague, None)):
        for match in pattern.finditer(text, start, end):
            if _stands(text, match, start=start, end=end, cues=cues, article=value is not None):
                count = [value] if value is not None else read_range(match.group(), cues.words.numbers)
                known = [tidy(item * cues.days[fold(match["span"])]) for item in count]
                yield _bounded(text, match, known, start=start, cues=cues)


def find_durations(
    text: str, *, start: int = 0, end: int | None = None, data: DataFiles | None = None
) -> list[Duration]:
    """Durations within [start, end) in order: "for 8 weeks", "2–3 months" (60 to 90 days), "a 12-week trial".

    Ages, rates ("every two weeks") and dates ("three years ago") are none. A month is 30 days, a year 365.
    """
    cues = _load(data or DataFiles())
    stop = len(text) if end is None else min(end, len(text))
    found: list[Duration] = []
    for duration in sorted(
        _durations(text, start=start, end=stop, cues=cues), key=lambda item: (item.start, -item.end)
    ):
        if not found or duration.start >= found[-1].end:
            found.append(duration)
    return found


def _details(text: str, pattern: re.Pattern[str], names: Mapping[str, str], *, start: int, end: int) -> list[Detail]:
    return [
        Detail(names[match.lastgroup or ""], match.start(), match.end()) for match in pattern.finditer(text, start, end)
    ]


def find_usage(text: str, *, start: int = 0, end: int | None = None, data: DataFiles | None = None) -> Usage:
    """Durations, routes, dosage forms and timing within [start, end), to fill claims from."""
    files = data or DataFiles()
    cues = _load(files)
    stop = len(text) if end is None else min(end, len(text))
    spaces = re.compile(r"[\s\-]{0,2}")

    def follows(pattern: re.Pattern[str], detail: Detail) -> bool:
        return pattern.match(text, spaces.match(text, detail.end, stop).end(), stop) is not None  # type: ignore[union-attr]

    routes = [
        detail
        for detail in _details(text, cues.routes, cues.route_names, start=start, end=stop)
        if not follows(cues.not_route_after, detail)
    ]
    forms = [
        detail
        for detail in _details(text, cues.forms, cues.form_names, start=start, end=stop)
        if not follows(cues.not_form_after, detail)
        and cues.not_form_before.search(text[max(start, detail.start - _REACH) : detail.start]) is None
    ]
    timings = [
        Detail(fold(match.group()), match.start(), match.end()) for match in cues.timing.finditer(text, start, stop)
    ]
    durations = find_durations(text, start=start, end=stop, data=files)
    return Usage(tuple(durations), tuple(routes), tuple(forms), tuple(timings))


def describe_usage(details: tuple[Detail, ...]) -> str:
    """The different values in order of the text, joined by ", ": both routes of "oral and intravenous forms"."""
    return ", ".join(dict.fromkeys(detail.value for detail in details))
