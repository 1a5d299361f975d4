"""Sentences that answer what was asked before: "Researchers tested whether zinc shortens colds. They found no effect".

The ways to answer are data. What they answer is found by `answers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimx.data_files import DataFiles, faults_of, fill_parts
from claimx.records import Sentence, Span

FILE = "verdicts.yaml"
# sentences before an answer that may hold what it answers
REACH = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """A way to answer. `such`: what was told, not what was asked; `helps`: only of what does good; `denies`: alone.

    `repeats`: whatever was told, of its doer, be it no nutrient ("so do lentils", of what holds iron).

    `here`: what the same sentence told before ("zinc eased colds, but vitamin C did not"); `reply`: the question right
    before, whatever else the sentence tells ("No, but it may shorten them"); `unless`: what that question may not hold.
    """

    id: str
    pattern: re.Pattern[str]
    such: bool
    repeats: bool
    helps: bool
    denies: bool
    here: bool
    reply: bool
    unless: re.Pattern[str] | None
    examples: tuple[Mapping[str, object], ...]
    decoys: tuple[str, ...]
    path: Path


@dataclass(frozen=True, slots=True)
class Answer:
    """A verdict as a sentence holds it: from where on, the words that answer, and whether they deny.

    `who` are the words that must name the nutrient, where the pattern says so.
    """

    verdict: Verdict
    start: int
    core: Span
    denied: bool
    who: Span | None = None


def load_verdicts(data: DataFiles) -> tuple[Verdict, ...]:
    """The verdicts of every layer, in the order of the files."""
    found: list[Verdict] = []
    parts: dict[str, str] = {}
    for path, content in data.yaml(FILE):
        with faults_of(path):
            parts |= content.get("parts", {})
            for block in content["verdicts"]:
                found.append(
                    Verdict(
                        block["id"],
                        re.compile(fill_parts(block["pattern"], parts)),
                        such=block.get("such") == "yes",
                        repeats=block.get("repeats") == "yes",
                        helps=block.get("helps") == "yes",
                        denies=block.get("denies") == "yes",
                        here=block.get("here") == "yes",
                        reply=block.get("reply") == "yes",
                        unless=re.compile(fill_parts(block["unless"], parts)) if "unless" in block else None,
                        examples=tuple(block["examples"]),
                        decoys=tuple(block["decoys"]),
                        path=path,
                    )
                )
    return tuple(found)


def find_answer(sentence: Sentence, verdicts: Sequence[Verdict]) -> Answer | None:
    """The first verdict that the sentence holds; questions and headings hold none."""
    text = sentence.text.lower().replace("’", "'")
    if sentence.is_heading or sentence.is_question or len(text) != len(sentence.text):
        return None
    for verdict in verdicts:
        match = verdict.pattern.search(text)
        if match:
            denied = verdict.denies or bool(match.groupdict().get("not"))
            who = _span(sentence, match, "who") if "who" in match.groupdict() else None
            return Answer(verdict, sentence.start + match.start(), _span(sentence, match, "core"), denied, who)
    return None


def _span(sentence: Sentence, match: re.Match[str], group: str) -> Span:
    return Span(sentence.start + match.start(group), sentence.start + match.end(group))


def find_answers(sentences: Sequence[Sentence], verdicts: Sequence[Verdict]) -> dict[int, Answer]:
    """The answers that an article's sentences hold, by their place."""
    found = ((number, find_answer(sentence, verdicts)) for number, sentence in enumerate(sentences))
    return {number: answer for number, answer in found if answer is not None}


def asked_before(sentences: Sequence[Sentence], found: Iterable[int]) -> set[int]:
    """Places of the sentences that answer, and of those before them that may hold what was asked."""
    return {place for number in found for place in places(sentences, number)}


def places(sentences: Sequence[Sentence], number: int) -> Iterator[int]:
    """The sentence itself and those before it, up to a heading, which counts where it asks."""
    yield number
    for previous in range(number - 1, max(-1, number - 1 - REACH), -1):
        if sentences[previous].list_head is not None:
            return
        if not sentences[previous].is_heading or sentences[previous].is_question:
            yield previous
        if sentences[previous].is_heading:
            return
