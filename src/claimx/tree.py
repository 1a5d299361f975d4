"""A dependency tree under change, for turning one scheme into another."""

from __future__ import annotations

from dataclasses import dataclass

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "DET"})


@dataclass(slots=True)
class Tree:
    """A sentence as parallel lists, item 0 unused; `heads` are 1-based with 0 for the root, `forms` lower-cased."""

    forms: list[str]
    lemmas: list[str]
    tags: list[str]
    pos: list[str]
    heads: list[int]
    labels: list[str]

    def __len__(self) -> int:
        return len(self.forms)

    def words(self) -> range:
        return range(1, len(self.forms))

    def children(self, head: int) -> list[int]:
        return [i for i in self.words() if self.heads[i] == head]

    def is_verb(self, word: int) -> bool:
        return self.tags[word].startswith("V")

    def is_be(self, word: int) -> bool:
        return self.is_verb(word) and self.lemmas[word] == "be" and self.labels[word] not in ("aux", "auxpass")

    def is_nominal(self, word: int) -> bool:
        return self.pos[word] in NOMINAL and not self.is_verb(word)

    def depth(self, word: int) -> int:
        steps = 0
        while self.heads[word] and steps < len(self):
            word = self.heads[word]
            steps += 1
        return steps
