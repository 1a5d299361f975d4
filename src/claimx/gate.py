"""The gate: which sentences are worth a parse. Everything behind it costs a hundred times more than what is before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimx.data_files import DataFiles
from claimx.records import Mention, Sentence
from claimx.relate.words import load_words

# words of a table cell that only names something
MAX_CELL = 6
# "it's" holds "it"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Gate:
    """Lets a sentence pass that names a nutrient, or holds a word that may stand for one, and is no question."""

    def __init__(self, data: DataFiles | None = None) -> None:
        words = load_words(data or DataFiles())
        self._stand_ins = words.pronouns | words.demonstratives - {"the"} | words.definite_nouns | words.salt_nouns
        self._stand_ins |= words.bare_carriers | words.bare_sources | words.sort_nouns
        self._stand_ins |= words.former_words | words.latter_words | words.helpings
        self._stand_ins |= _plurals(self._stand_ins)
        left_out = words.bare_amounts | words.bare_stores | words.short_adjectives
        self._left_out = left_out | _plurals(left_out)
        self._asking = frozenset(word.capitalize() for word in words.asking_words)
        self._carrying = words.carrying
        self._signs, self._short = words.sign_nouns | _plurals(words.sign_nouns), words.told_short
        # a cause left out, and what a study gave
        self._telling = words.gaining | words.study_words | words.outcome_words | _plurals(words.ranked_eaters)
        self._tellers = words.tellers
        self._phrases = words.side_effects

    def may_hold_claim(self, sentence: Sentence, mentions: Sequence[Mention]) -> bool:
        """Whether the sentence goes on to the parser."""
        if sentence.skip or self._asks(sentence):
            return False
        if sentence.list_head is not None or any(mention.label in ("NUTRIENT", "DOSE") for mention in mentions):
            return True
        found = {word.lower() for word in _WORD.findall(sentence.text)}
        if sentence.columns and 0 < len(found) <= MAX_CELL:
            # "Black pudding" below "Food"
            return True
        if found & self._stand_ins or (mentions and found & self._left_out):
            return True
        if mentions and found & self._signs and found & self._short:
            return True
        if found & self._carrying and any(mention.label in ("CONDITION", "POPULATION", "DRUG") for mention in mentions):
            return True
        if found & self._telling and any(mention.label in ("CONDITION", "FUNCTION") for mention in mentions):
            return True
        if found & self._tellers and any(mention.label in ("CONDITION", "FUNCTION") for mention in mentions):
            return True
        text = sentence.text.lower()
        return any(phrase in text for phrase in self._phrases)

    def _asks(self, sentence: Sentence) -> bool:
        """A question, also one that has lost its mark ("Can coffee ease headaches")."""
        first, _, rest = sentence.text.partition(" ")
        return sentence.is_question or (first in self._asking and bool(rest))


def _plurals(nouns: frozenset[str]) -> frozenset[str]:
    return frozenset(f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s" for noun in nouns)
