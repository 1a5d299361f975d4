"""Link misspelt names to the lexicon: candidates by scispaCy's character 3-grams, kept by the letters that differ.

Loaded only when linking is asked for: scispaCy's candidate generation takes a second to import and index. In place of
its approximate neighbour search an exact one is used, so that the same text gives the same links on every machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from scispacy.candidate_generation import CandidateGenerator
from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-untyped]

from claimx.data_files import DataFiles
from claimx.lexicon import Lexicon
from claimx.lexicon_near import LINKING_FILE, NOT_LINKED_FILE, are_apart, count_edits, limit_of, limits
from claimx.lexicon_words import Words
from claimx.tag_heads import Hit

_CANDIDATES = 20
_MAX_WORDS = 4
_MAX_ALIAS_WORDS = 4


@dataclass(frozen=True, slots=True)
class Link:
    """A name a misspelling stands for: the entry's index in the lexicon and the likeness of the spellings."""

    index: int
    key: str
    score: float


@dataclass(slots=True)
class _Aliases:
    """What scispaCy asks of a knowledge base: the concepts of an alias."""

    alias_to_cuis: dict[str, list[str]]


class _ExactIndex:
    """Neighbours by cosine over all aliases, in the shape nmslib's index gives them."""

    def __init__(self, vectors: Any) -> None:
        self._vectors = vectors.tocsr()

    def knnQueryBatch(self, queries: Any, k: int) -> list[tuple[Any, Any]]:
        likeness = (queries @ self._vectors.T).tocsr()
        found = []
        for row in range(likeness.shape[0]):
            start, end = likeness.indptr[row], likeness.indptr[row + 1]
            ids, scores = likeness.indices[start:end], likeness.data[start:end]
            order = np.lexsort((ids, -scores))[:k]
            found.append((ids[order], 1.0 - scores[order]))
        return found


class Linker:
    """Finds the lexicon names that unknown words are misspellings of."""

    def __init__(self, data: DataFiles, lexicon: Lexicon) -> None:
        rows = list(data.tsv(LINKING_FILE))
        self._limits = limits(rows, "limit")
        self._least = max(float(r["value"]) for r in rows if r["kind"] == "score")
        self._apart = [tuple(r["value"].split("|")) for r in rows if r["kind"] == "apart"]
        fold = lexicon.folder.fold
        self._not_linked = frozenset(fold(row["word"]) for row in data.tsv(NOT_LINKED_FILE))
        self._senses = {
            key: senses[0]
            for key, senses in lexicon.keys.items()
            if key.count(" ") < _MAX_ALIAS_WORDS and (key, senses[0]) not in lexicon.exact
        }
        aliases = sorted(self._senses)
        vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 3), min_df=1, dtype=np.float32)
        index = _ExactIndex(vectorizer.fit_transform(_join(aliases)))
        joined = dict(zip(_join(aliases), aliases, strict=True))
        self._keys = joined
        kb = _Aliases({alias: [alias] for alias in joined})
        self._generate: Any = CandidateGenerator(index, vectorizer, list(_join(aliases)), kb)
        # the same words come again and again, and a search goes through all names
        self._known: dict[str, Link | None] = {}
        self._words = frozenset(word for key in lexicon.keys for word in key.split(" "))

    def is_unknown(self, word: str) -> bool:
        """Whether a folded word may be a misspelling: long enough, letters only, and in no name."""
        return (
            len(word) >= self._limits[0][0]
            and word.isalpha()
            and word not in self._words
            and word not in self._not_linked
        )

    def link(self, keys: list[str]) -> list[Link | None]:
        """The nearest name of each folded key, None where none is near enough."""
        new = sorted({key for key in keys if key not in self._known})
        for key, candidates in zip(new, self._generate(_join(new), _CANDIDATES), strict=True):
            self._known[key] = self._nearest(key, candidates)
        return [self._known[key] for key in keys]

    def find_hits(self, hits: list[Hit], words: Words, *, lexicon: Lexicon, text: str) -> list[Hit]:
        """The hits with linked misspellings added; a link replaces the hits it covers whole."""
        spans = self._spans(words)
        links = self.link([" ".join(words.folded[first:last]) for first, last in spans])
        # folding cuts the last letter of "diabtes", which is no plural
        as_written = self.link([text[words.starts[first] : words.ends[last - 1]].lower() for first, last in spans])
        links = [link or other for link, other in zip(links, as_written, strict=True)]
        linked: list[Hit] = []
        for (first, last), link in sorted(zip(spans, links, strict=True), key=lambda pair: _span_order(pair[0])):
            if link is None or any(first < hit.last and hit.first < last for hit in linked):
                continue
            crossing = [hit for hit in hits if first < hit.last and hit.first < last]
            if not any(hit.origin == "link" for hit in crossing) and all(
                first <= hit.first and hit.last <= last for hit in crossing
            ):
                linked.append(Hit(first, last, lexicon.entry_at(link.index), "link", link.score))
        kept = [hit for hit in hits if not any(x.first <= hit.first and hit.last <= x.last for x in linked)]
        return sorted(kept + linked, key=lambda hit: hit.first)

    def _spans(self, words: Words) -> list[tuple[int, int]]:
        spans = []
        folded = words.folded
        for position, word in enumerate(folded):
            if self.is_unknown(word):
                for first in range(max(0, position - _MAX_WORDS + 1), position + 1):
                    for last in range(position + 1, min(len(folded), first + _MAX_WORDS) + 1):
                        parts = folded[first:last]
                        ends_in_words = parts[0][:1].isalnum() and parts[-1][:1].isalnum()
                        if ends_in_words and all(part in self._words or self.is_unknown(part) for part in parts):
                            spans.append((first, last))
        return sorted(set(spans))

    def _nearest(self, key: str, candidates: list[Any]) -> Link | None:
        joined = key.replace(" ", "")
        best: tuple[int, float, str] | None = None
        for candidate in candidates:
            score = max(candidate.similarities)
            if score < self._least or candidate.concept_id[0] != joined[0]:
                continue
            alias = self._keys[candidate.concept_id]
            edits = 0 if candidate.concept_id == joined else self._count_word_edits(key, alias)
            if edits is not None and (best is None or (edits, -score, alias) < best):
                best = edits, -score, alias
        return None if best is None else Link(self._senses[best[2]], best[2], round(-best[1], 3))

    def _count_word_edits(self, key: str, alias: str) -> int | None:
        """Letters that differ, word by word; None when a word differs by more than its length allows."""
        written, named = key.split(" "), alias.split(" ")
        if len(written) != len(named):
            return None
        total = 0
        for one, other in zip(written, named, strict=True):
            limit = limit_of(self._limits, one)
            edits = count_edits(one, other, limit=limit)
            if edits > limit or (edits and are_apart(one, other, self._apart)):
                return None
            total += edits
        return total


def _join(keys: list[str]) -> list[str]:
    # "methyl-cobalamin" is "methylcobalamin" with a space
    return [key.replace(" ", "") for key in keys]


def _span_order(span: tuple[int, int]) -> tuple[int, int]:
    return span[0] - span[1], span[0]
