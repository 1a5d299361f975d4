"""Find the doses of a text: amounts with bound, frequency, role and usage, as DOSE mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimx.data_files import DataFiles
from claimx.dose.amounts import read_amounts
from claimx.dose.cells import read_cell
from claimx.dose.complete import Dose, complete_dose
from claimx.dose.parts import behind_ages
from claimx.dose.quantity import describe, find_role_cues, read_heading, read_role
from claimx.dose.share import add_elliptical, restates, share_frequencies
from claimx.dose.units import MEASURED
from claimx.dose.usage import find_usage
from claimx.dose.vocabulary import Vocabulary, load_vocabulary
from claimx.records import DoseRole, Mention, Span

_BREAK = re.compile(r"""[.!?…]["'’”)\]]{0,3}\s{1,200}(?=[^\sa-z])|\n[ \t\r]{0,200}\n|\n(?=[ \t]{0,200}[^\sa-z])""")
_LAST_WORD = re.compile(r"[^\s(]{1,12}\Z")
_LOOK_BACK = 400
_LONGEST_LABEL = 60
# a chain of numbers has its unit within this reach, or none
_CHAIN_REACH, _SEARCH_AHEAD, _LONGEST_UNIT = 160, 800, 40


def _split(text: str, *, start: int, end: int, words: Vocabulary) -> Iterator[tuple[int, int]]:
    """Stretches that share cues: sentences, roughly, for a caller that gave no sentence bounds."""
    low = start
    for match in _BREAK.finditer(text, start, end):
        last = _LAST_WORD.search(text[max(low, match.start() - 12) : match.start()])
        if match.group()[0] == "." and last is not None and last.group().casefold() in words.abbreviations:
            continue
        yield low, match.end()
        low = match.end()
    if low < end:
        yield low, end


def _named_numbers(text: str, *, start: int, end: int, words: Vocabulary) -> list[tuple[int, int]]:
    """Numbers that are part of a name ("omega 3", "type 2"), unless a weight follows ("vitamin K 2 mg")."""
    spans = []
    for match in words.phrases["numbered_names"].finditer(text, start, end):
        tail = re.compile(r"[,.]\d").match(text, match.end(), end)
        gap = re.compile(r"\s{0,2}").match(text, match.end(), end)
        unit = words.units.pattern.match(text, gap.end() if gap else match.end(), end)
        measured = unit is not None and words.units.resolve(unit.group()).dimension in MEASURED
        glued = text[match.end() - 2 : match.end() - 1].isalpha()
        if tail is None and (glued or not measured):
            spans.append(match.span())
    return spans


def _read_doses(text: str, *, start: int, end: int, words: Vocabulary) -> list[Dose]:
    doses: list[Dose] = []
    unit: re.Match[str] | None = None
    named: list[tuple[int, int]] | None = None
    pos, index, cleared = start, 0, start
    while (match := words.candidate.search(text, pos, end)) is not None:
        at = match.start()
        if (unit is None or unit.end() <= at) and min(end, at + _CHAIN_REACH) > cleared:
            high = min(end, at + _SEARCH_AHEAD)
            unit = words.units.finder.search(text, max(at, cleared - _LONGEST_UNIT), high)
            cleared = high if unit is None else at
        if unit is None or unit.end() <= at or unit.start() - at > _CHAIN_REACH:
            pos = at + 1
            continue
        if named is None:
            named = _named_numbers(text, start=start, end=end, words=words)
        while index < len(named) and named[index][1] <= at:
            index += 1
        if index < len(named) and named[index][0] <= at:
            pos = max(named[index][1], at + 1)
            continue
        portion = bool(doses) and words.phrases["portions$"].search(text[doses[-1].start : at]) is not None
        pos = at + 1 if portion else behind_ages(text, at, start=start, end=end, words=words)
        if pos > at:
            continue
        between = words.phrases["between$"].search(text[max(start, at - 24) : at]) is not None
        amounts = read_amounts(text, at, end=end, words=words, between=between)
        pos = max([at + 1, *(amount.end for amount in amounts)])
        for amount in amounts:
            dose = complete_dose(text, amount, start=doses[-1].end if doses else start, end=end, words=words)
            if dose is not None and (not doses or dose.start >= doses[-1].end):
                doses.append(dose)
                pos = max(pos, dose.end)
    return doses


def _is_labelled(text: str, start: int, *, end: int, words: Vocabulary) -> bool:
    """ "Pregnant women: 85 mg": the line is one group's amount."""
    label = text[start:end].rstrip()
    labels = label.endswith((":", "–", "—", "-")) and len(label) <= _LONGEST_LABEL
    return labels and words.phrases["group_labels"].search(label) is not None


def _before(text: str, start: int, *, found: list[Mention], data: DataFiles) -> list[Mention]:
    """The doses found so far, else those a little before `start`."""
    low = max(0, start - _LOOK_BACK)
    return found or (find_doses(text, start=low, end=start, data=data, _look_back=False) if low < start else [])


def _inherited_role(text: str, start: int, *, found: list[Mention], data: DataFiles) -> DoseRole:
    """The role of the last dose before `start`, for "That equals about 1 teaspoon of salt a day"."""
    before = _before(text, start, found=found, data=data)
    return before[-1].quantity.role if before and before[-1].quantity is not None else ""


def _labelled_role(text: str, start: int, *, found: list[Mention], data: DataFiles) -> DoseRole:
    """The role of a group's amount is that of the group's before: "Adults: 1.3 mg a day. Men over 50: 1.7 mg"."""
    given = [item.quantity for item in _before(text, start, found=found, data=data) if item.quantity is not None]
    told: DoseRole = "recommended" if any(item.period == "day" for item in given) else ""
    return next((item.role for item in reversed(given) if item.role), told)


def find_doses(
    text: str,
    *,
    start: int = 0,
    end: int | None = None,
    data: DataFiles | None = None,
    heads: Sequence[Span] = (),
    _look_back: bool = True,
) -> list[Mention]:
    """Find the doses within [start, end) as DOSE mentions in order, with offsets into `text` and a quantity each.

    A range is one mention, a list ("100, 200 and 400 mg") one mention an item. A span covers the amount with its
    bound and frequency and what stands between ("about 1 teaspoon of table salt a day"), so it may cover a nutrient.
    Blood levels ("20 ng/mL"), strengths of solutions, ages and body weights are no doses. A unit with "/" is an amount
    per body weight ("mg/kg") or a content ("g/(100.g)", "mg/[cup_us]"). `heads` are what a list item or
    table cell stands under, nearest first: what the item leaves out, its frequency and role, is taken from there.
    """
    files = data or DataFiles()
    words = load_vocabulary(files)
    stop = len(text) if end is None else min(end, len(text))
    found: list[Mention] = []
    if words.candidate.search(text, start, stop) is None:
        return found
    heading = read_heading(text, heads, words=words)
    for low, high in _split(text, start=start, end=stop, words=words):
        cell = read_cell(text, start=low, end=high, heads=heads, words=words)
        doses = [cell] if cell is not None else _read_doses(text, start=low, end=high, words=words)
        if not doses:
            continue
        doses = add_elliptical(text, doses, end=high, words=words)
        doses = share_frequencies(text, doses, words=words)
        usage = find_usage(text, start=low, end=high, data=files)
        restated = words.phrases["restating"].match(text, low, high) is not None
        restated = restated or words.phrases["continuing"].search(text, low, doses[-1].start) is not None
        fallback: DoseRole = ""
        role: DoseRole = ""
        if _look_back and _is_labelled(text, low, end=doses[0].start, words=words):
            fallback = _labelled_role(text, low, found=found, data=files)
        elif _look_back and restated:
            fallback = _inherited_role(text, low, found=found, data=files)
        cues = find_role_cues(text, start=low, end=high, words=words)
        for index, dose in enumerate(doses):
            again = index > 0 and restates(text, doses[index - 1], dose, words=words)
            role = role if again else read_role(text, dose, cues=cues, start=low, words=words)
            role = role or fallback or heading.role
            given = dose if dose.frequency is not None else replace(dose, frequency=heading.frequency)
            found.append(describe(text, given, role=role, usage=usage, words=words))
    return found
