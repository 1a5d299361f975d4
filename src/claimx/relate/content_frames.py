"""The frames of `data/rules/contents.yaml`: what stands between a list of foods and a list of nutrients."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from claimx.data_files import DataFiles, faults_of, fill_parts
from claimx.records import Relation
from claimx.relate.rules import Example

FILE = "rules/contents.yaml"


@dataclass(frozen=True, slots=True)
class ContentFrame:
    """What stands between foods and nutrients; `known` when only foods of the lexicon are believed.

    `before` is what the nutrients that stand first must follow; `denied` frames tell what a food is free of.
    """

    relation: ClassVar[Relation] = "FOUND_IN"
    id: str
    pattern: re.Pattern[str]
    foods_first: bool
    known: bool
    before: re.Pattern[str] | None
    denied: bool
    examples: tuple[Example, ...]
    decoys: tuple[str, ...]
    path: Path


def load_contents(data: DataFiles) -> tuple[ContentFrame, ...]:
    """The frames of every layer; a later one with the same id replaces the earlier."""
    frames: dict[str, ContentFrame] = {}
    parts: dict[str, str] = {}
    for path, content in data.yaml(FILE):
        with faults_of(path):
            parts |= content.get("parts", {})
            for block in content["frames"]:
                source, before = fill_parts(block["pattern"], parts), fill_parts(block.get("before", ""), parts)
                frames[block["id"]] = ContentFrame(
                    id=block["id"],
                    pattern=re.compile(rf"(?<!\S)(?:{source}) ?(?<!\S)"),
                    foods_first=block["foods"] == "left",
                    known=block.get("known") == "yes",
                    before=re.compile(rf"(?<!\S)(?:{before}) ?$") if before else None,
                    denied=block.get("denied") == "yes",
                    examples=tuple(Example(item["text"], tuple(item["claims"])) for item in block["examples"]),
                    decoys=tuple(block["decoys"]),
                    path=path,
                )
    return tuple(frames.values())
