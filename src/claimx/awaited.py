"""The subject that a pronoun ahead of it waits for: "because it relaxes the gut, peppermint oil eases cramps"."""

from __future__ import annotations

from claimx.relate.reader import Reader


def awaited_subject(reader: Reader, start: int) -> int | None:
    """The head of the main clause's subject, where a pronoun at `start` stands in what opens the sentence."""
    graph, words = reader.graph, reader.words
    pronoun = graph.token_at(start)
    if pronoun is None or graph.word(pronoun) not in words.awaiting:
        return None
    if any(graph.mention(token, "NUTRIENT") is not None for token in range(pronoun)):
        return None
    chain = (pronoun, *graph.ancestors(pronoun))
    opening = next((token for token in chain if graph.base_dep(token) in ("advcl", "obl")), None)
    if opening is None:
        return None
    subjects = [kid for kid in graph.kids(graph.head(opening), "nsubj") if kid > opening]
    return subjects[0] if subjects else None
