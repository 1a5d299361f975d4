"""The cue blocks of `data/cues/`: lists of words or phrases, each with examples that a test holds it to.

A phrase cue is words with a blank between them; `a/b` is a choice, `*` any one word or none, `**` up to four words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimx.data_files import DataFiles
from claimx.errors import DataError

_GAPS = {"*": r"(?:\S+ )?", "**": r"(?:\S+ ){0,4}?"}
_FIELDS = frozenset({"cues", "examples", "decoys"})


@dataclass(frozen=True, slots=True)
class CueBlock:
    """One named block. `examples` and `decoys` are marked sentences ("[Zinc] does not *ease* {colds}.")."""

    cues: tuple[str, ...]
    examples: tuple[str, ...] = ()
    decoys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CueFile:
    """One cue file: blocks in file order, cues lower-cased. Asking for a block it lacks is a DataError."""

    path: Path
    blocks: dict[str, CueBlock]

    def __getitem__(self, name: str) -> tuple[str, ...]:
        try:
            return self.blocks[name].cues
        except KeyError:
            raise DataError(f'the cue block "{name}" is missing', path=self.path) from None

    def set(self, name: str) -> frozenset[str]:
        return frozenset(self[name])

    def phrases(self, name: str) -> Phrases:
        return Phrases(self[name], path=self.path)


def load_cues(data: DataFiles, kind: str) -> CueFile:
    """Read `cues/<kind>.yaml`. A block is a list of cues or a mapping with `cues`, `examples` and `decoys`; an
    overlay's cues add to the packaged ones, and an entry `-cue` takes one away.
    """
    blocks: dict[str, CueBlock] = {}
    layers = data.yaml(f"cues/{kind}.yaml")
    for path, content in layers:
        if not isinstance(content, dict):
            raise DataError("expected named blocks of cues", path=path)
        for name, entry in content.items():
            fields = _read_block(name, entry, path=path)
            old = blocks.get(name, CueBlock(()))
            blocks[name] = CueBlock(
                _laid_over(old.cues, fields["cues"]),
                old.examples + tuple(fields["examples"]),
                old.decoys + tuple(fields["decoys"]),
            )
    return CueFile(layers[0][0], blocks)


def _read_block(name: str, entry: Any, *, path: Path) -> dict[str, list[str]]:
    fields = {"cues": entry} if isinstance(entry, list) else entry
    if not isinstance(fields, dict) or not set(fields) <= _FIELDS or "cues" not in fields:
        raise DataError(f'"{name}" needs a list of cues, or cues with examples and decoys', path=path)
    for key, value in fields.items():
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise DataError(f'"{key}" of "{name}" needs a list of texts', path=path)
    return {key: list(fields.get(key, [])) for key in _FIELDS}


def _laid_over(packaged: tuple[str, ...], added: list[str]) -> tuple[str, ...]:
    kept = dict.fromkeys(packaged)
    for cue in (entry.lower() for entry in added):
        if cue.startswith("-"):
            kept.pop(cue[1:], None)
        else:
            kept[cue] = None
    return tuple(kept)


class Phrases:
    """Phrase cues compiled into one pattern over lower-cased words joined by blanks."""

    def __init__(self, phrases: tuple[str, ...], *, path: Path | str = "") -> None:
        for phrase in phrases:
            if not phrase.strip() or phrase.split()[-1] in _GAPS:
                raise DataError(f'the cue "{phrase}" needs a word at its end', path=path)
        # the longest phrase first, so that "not clear" does not hide "not clear whether"
        ordered = sorted(phrases, key=lambda phrase: (-len(phrase.split()), phrase))
        choices = "|".join(_compile(phrase) for phrase in ordered)
        self._pattern = re.compile(rf"(?<= )(?:{choices})(?= )") if phrases else None

    def spans(self, words: tuple[str, ...]) -> list[tuple[int, int]]:
        """Half-open word ranges of every phrase found, left to right and none overlapping."""
        if self._pattern is None or not words:
            return []
        joined = " " + " ".join(words) + " "
        found: list[tuple[int, int]] = []
        for match in self._pattern.finditer(joined):
            first = joined.count(" ", 0, match.start()) - 1
            found.append((first, first + match.group().count(" ") + 1))
        return found


def _compile(phrase: str) -> str:
    pattern = ""
    words = phrase.split()
    for place, word in enumerate(words):
        if word in _GAPS:
            pattern += _GAPS[word]
            continue
        choices = "|".join(re.escape(choice) for choice in word.split("/"))
        pattern += f"(?:{choices})" + (" " if place + 1 < len(words) else "")
    return pattern
