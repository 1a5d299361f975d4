"""Marked sentences: "TREATS deficiency: [Ginger] does not *cure* {colds}." made into a claim with a real parse.

[nutrient], {object} and *trigger* are marked. The relation is IMPROVES and the state intake unless they stand before
the colon.
"""

from __future__ import annotations

import re
from functools import cache
from typing import get_args

from claimx.data_files import DataFiles
from claimx.parse import Parser, load_model
from claimx.qualify import Qualifier
from claimx.records import Article, Claim, Label, Mention, Relation, Sentence, Span, State

_HEAD = re.compile(r"^([A-Z_]+)(?: (deficiency|excess))?: ")
_OBJECT_LABELS: dict[str, Label] = {
    "TREATS": "CONDITION", "PREVENTS": "CONDITION", "CAUSES": "CONDITION", "USED_FOR": "CONDITION",
    "WORSENS": "CONDITION", "PREDISPOSES": "CONDITION", "ASSOCIATED_WITH": "CONDITION", "FOUND_IN": "NUTRIENT",
    "SAFE_FOR": "POPULATION", "CONTRAINDICATED_IN": "POPULATION",
}  # fmt: skip


@cache
def qualifier() -> Qualifier:
    return Qualifier(DataFiles())


@cache
def parser() -> Parser:
    return Parser(load_model())


def qualify(marked: str, *, before: str = "", object_label: Label | None = None) -> Claim:
    """The qualified claim of a marked sentence; `before` is the sentence that stands before it."""
    relation, state, text, marks = _unmark(marked)
    offset = len(before) + 1 if before else 0
    label = object_label or _OBJECT_LABELS.get(relation, "FUNCTION")
    nutrient = _mention("NUTRIENT", marks["["], text, offset)
    item = _mention(label, marks["{"], text, offset) if "{" in marks else None
    sentence = Sentence(offset, offset + len(text), text, index=1 if before else 0, block=0)
    mentions = sorted((m for m in (nutrient, item) if m is not None), key=lambda m: m.start)
    parse = parser().parse([(sentence, mentions)])[0]
    trigger = Span(marks["*"][0] + offset, marks["*"][1] + offset)
    token = next(i for i, end in enumerate(parse.ends) if end > trigger.start)
    claim = Claim(sentence, nutrient, relation, item, trigger, "marked", token, nutrient_state=state)
    article = Article("marked.txt", f"{before} {text}" if before else text)
    previous = [Sentence(0, len(before), before, index=0, block=0)] if before else []
    return qualifier().qualify(claim, parse, mentions, article, previous=previous)


def _mention(label: Label, place: tuple[int, int], text: str, offset: int) -> Mention:
    surface = text[place[0] : place[1]]
    return Mention(label, place[0] + offset, place[1] + offset, surface, surface.lower())


def _unmark(marked: str) -> tuple[Relation, State, str, dict[str, tuple[int, int]]]:
    head = _HEAD.match(marked)
    relation: Relation = "IMPROVES"
    state: State = "intake"
    if head is not None:
        assert head[1] in get_args(Relation), head[1]
        relation, state = head[1], head[2] or "intake"  # type: ignore[assignment]
        marked = marked[head.end() :]
    text = ""
    opened: dict[str, int] = {}
    marks: dict[str, tuple[int, int]] = {}
    for letter in marked:
        if letter in "[{" or (letter == "*" and "*" not in opened):
            opened[letter] = len(text)
        elif letter in "]}*":
            key = {"]": "[", "}": "{", "*": "*"}[letter]
            marks[key] = (opened[key], len(text))
        else:
            text += letter
    return relation, state, text, marks
