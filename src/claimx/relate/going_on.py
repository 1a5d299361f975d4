"""What a sentence that goes on about people knows of their trial: "half took zinc. They had less pain"."""

from __future__ import annotations

import re

from claimx.relate.graph import Graph
from claimx.relate.words import Words

# sentences that such a one goes on from, and the words that it may open with before it says of whom
REACH = 2
OPENING_WORDS = 6
_BETWEEN = re.compile(r"(?<=[.!?])\s+")
_WORD = re.compile(r"[^\W\d_]+")


def trial_before(text: str, graph: Graph, *, words: Words) -> frozenset[str]:
    """The forms that tell of a trial in the sentences before, in the paragraph; none where nobody goes on from them."""
    first = {*graph.words[:OPENING_WORDS], *graph.lemmas[:OPENING_WORDS]}
    pointed = first & words.definite_articles and first & (words.tested_animals | words.population_heads)
    if not (pointed or first & (words.going_on_people | words.members_of_study)):
        return frozenset()
    paragraph = text[: graph.parse.starts[0]].rstrip(" ").rpartition("\n")[2]
    before = " ".join(_BETWEEN.split(paragraph)[-REACH:]).lower()
    return frozenset(_WORD.findall(before)) & (words.trial_words | words.rival_words)
