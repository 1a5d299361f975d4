"""The kinds of lists that `data/lists.yaml` knows, and which of them a heading or a lead-in announces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from claimx.data_files import DataFiles, faults_of, fill_parts
from claimx.errors import DataError
from claimx.records import Label, Mention, Relation, State
from claimx.relate.rule_keys import LABEL_OF

FILE = "lists.yaml"
# those whose items tell what an illness comes of
ILLNESS_FILE = "illness_lists.yaml"
# a heading or lead-in longer than this says more than what its list is
MAX_LEAD = 200
_GAP = r"\W+(?:\w+\W+){0,3}?"


@dataclass(frozen=True, slots=True)
class Turn:
    """Words of an item, and the relation they give to what it names; no words for items without any."""

    words: re.Pattern[str] | None
    relations: dict[Label, Relation]


@dataclass(frozen=True, slots=True)
class ListKind:
    """What a list is of. `drugs` and `functions` are the relations of such items where they differ, or None.

    `follows` when it lists what comes of what the sentence before tells. `after` is found in a lead-in that leaves to
    the heading above it what its list is of, and `turns` are what the words of an item make of the relation, by the
    label of what they are said of. `amounts` are the amounts of a nutrient that the items of an illness may speak of;
    `avoided` is the relation of what an item says to leave out or cut, where the list holds both; a lead-in that
    `forbids` ("do not take with") denies nothing.
    """

    relation: Relation
    labels: frozenset[Label]
    cue: re.Pattern[str]
    state: State
    drugs: Relation | None
    functions: Relation | None
    after: re.Pattern[str]
    turns: tuple[Turn, ...]
    examples: tuple[dict[str, Any], ...]
    decoys: tuple[str, ...]
    follows: bool = False
    amounts: frozenset[State] = frozenset()
    avoided: Relation | None = None
    forbids: bool = False


def load_lists(data: DataFiles, *, name: str = FILE) -> tuple[ListKind, ...]:
    """The kinds of lists, in the order of the file; a fault is a DataError."""
    found: list[ListKind] = []
    for path, blocks in data.yaml(name):
        with faults_of(path):
            found += [_kind(block, path) for block in blocks]
    return tuple(found)


def _kind(block: dict[str, Any], path: Path) -> ListKind:
    relation: Any = block.get("relation")
    labels = block.get("labels", [])
    if relation not in get_args(Relation) or not block.get("cues"):
        raise DataError(f'a list needs a relation and cues, but got relation "{relation}"', path=path)
    if not labels or set(labels) - set(LABEL_OF):
        raise DataError(f"labels must be some of {', '.join(LABEL_OF)}", path=path)
    parts = block.get("parts", {})
    cues = [_GAP.join(f"(?:{word})" for word in fill_parts(cue, parts).split()) for cue in block["cues"]]
    return ListKind(
        relation=relation,
        labels=frozenset(LABEL_OF[label] for label in labels),
        cue=re.compile(rf"\b(?:{'|'.join(cues)})\b", re.IGNORECASE),
        state=block.get("state", "intake"),
        drugs=block.get("drugs"),
        functions=block.get("functions"),
        after=_words(block.get("after", [])),
        turns=tuple(_turn(turn) for turn in block.get("turns", [])),
        examples=tuple(block.get("examples", [])),
        decoys=tuple(block.get("decoys", [])),
        follows=block.get("follows") == "yes",
        amounts=frozenset(block.get("amounts", [])),
        avoided=block.get("avoided"),
        forbids=block.get("forbids") == "yes",
    )


def _words(forms: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(forms)})\b" if forms else r"(?!)", re.IGNORECASE)


def _turn(block: dict[str, Any]) -> Turn:
    labels: dict[Label, Relation] = {LABEL_OF[name]: relation for name, relation in block["relations"].items()}
    return Turn(_words(block["words"]) if "words" in block else None, labels)


def find_kind(lead: str, kinds: Sequence[ListKind]) -> ListKind | None:
    """The kind of list that a heading or lead-in announces, the first that fits, or None."""
    return next((kind for kind in kinds if len(lead) <= MAX_LEAD and kind.cue.search(lead)), None)


def may_be_short(nutrient: Mention) -> bool:
    """Whether there is such a thing as a shortage of it: nobody lacks turmeric."""
    return nutrient.subtype not in ("botanical", "food")
