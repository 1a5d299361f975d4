"""Lemmas by table and suffix: exact words first, then the longest known suffix of the part of speech.

Words and suffixes are learned from the treebanks by `models/lemmas.py`; `models/README.md` says how often they are
right. `lemma/added.tsv` holds what they get wrong of the words that the rules name.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from claimx.data_files import DataFiles, TsvRow

_SHORTEST_STEM = 2


@dataclass(slots=True)
class Lemmatizer:
    """Word tables in memory. `words` maps (lower form, part of speech); `suffixes` maps (part of speech, suffix)."""

    words: dict[tuple[str, str], str]
    suffixes: dict[tuple[str, str], tuple[int, str]]
    longest: int
    _known: dict[tuple[str, str], str] = field(default_factory=dict)

    def lemma(self, word: str, pos: str) -> str:
        """Lower-cased lemma, except that proper names keep their case."""
        found = self._known.get((word, pos))
        if found is None:
            found = self._known[word, pos] = self._derive(word, pos)
        return found

    def _derive(self, word: str, pos: str) -> str:
        lower = word.lower()
        exact = self.words.get((lower, pos))
        if exact is not None:
            return exact
        if pos == "PROPN":
            return word
        for length in range(min(self.longest, len(lower) - _SHORTEST_STEM), -1, -1):
            edit = self.suffixes.get((pos, lower[len(lower) - length :]))
            if edit is not None:
                strip, add = edit
                return lower[: len(lower) - strip] + add
        return lower


def load_lemmatizer(data: DataFiles) -> Lemmatizer:
    """Read `lemma/words.tsv`, `lemma/added.tsv` over it, and `lemma/suffixes.tsv`."""
    tables = ("lemma/words.tsv", "lemma/added.tsv")
    words = {(row["form"], row["pos"]): row["lemma"] for table in tables for row in data.tsv(table)}
    suffixes = {(row["pos"], row["suffix"]): (_strip(row), row["add"]) for row in data.tsv("lemma/suffixes.tsv")}
    return Lemmatizer(words, suffixes, max((len(suffix) for _, suffix in suffixes), default=0))


def _strip(row: TsvRow) -> int:
    if not row["strip"].isdigit():
        raise row.error(f'"strip" must be a number of letters, not "{row["strip"]}"')
    return int(row["strip"])
