"""Two comparatives that go together: "the more fiber people ate, the lower their risk of gout"."""

from __future__ import annotations

from claimx.relate.reader import Reader

MARK = ","


def the_more(reader: Reader, trigger: int) -> list[int]:
    """The nutrient of which there is more, where the trigger is the second comparative."""
    graph, words = reader.graph, reader.words
    comma = next((item for item in range(trigger - 1, 0, -1) if graph.word(item) == MARK), 0)
    first = max((item for item in range(comma) if _opens(reader, item)), default=-1)
    if not comma or first < 0 or comma + 1 != trigger - 1 or graph.word(trigger - 1) not in words.definite_articles:
        return []
    return [item for item in range(first, comma) if graph.mention(item, "NUTRIENT") is not None][:1]


def _opens(reader: Reader, token: int) -> bool:
    """ "The more", "the higher"."""
    graph, words = reader.graph, reader.words
    compares = graph.word(token + 1) in words.raise_modifiers | words.lower_modifiers
    return graph.word(token) in words.definite_articles and compares


def the_rest(reader: Reader, trigger: int) -> list[int]:
    """The risk or the first thing named behind the trigger: "their risk of gout", "likely you are to get gout"."""
    graph, words = reader.graph, reader.words
    for item in range(trigger + 1, len(graph)):
        if graph.lemma(item) in words.risk_nouns or graph.mention(item, "CONDITION", "FUNCTION") is not None:
            return [item]
    return []
