"""FOUND_IN claims that a phrase takes for granted: "flavanols in cocoa", "iron from beans"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.records import Claim, Mention, Sentence, Span
from claimx.relate.reader import Reader

RULE_ID = "found-in-phrase"


def contents(reader: Reader, claims: Sequence[Claim], *, sentence: Sentence) -> list[Claim]:
    """Contents that none of the sentence's claims says."""
    known = {(claim.nutrient.start, claim.object.start) for claim in claims if claim.object is not None}
    starts, ends = reader.graph.parse.starts, reader.graph.parse.ends
    return [
        Claim(sentence, nutrient, "FOUND_IN", food, Span(starts[token], ends[token]), RULE_ID, token)
        for nutrient, token, food in _in_phrases(reader)
        if (nutrient.start, food.start) not in known
    ]


def _in_phrases(reader: Reader) -> Iterator[tuple[Mention, int, Mention]]:
    """Nutrients with the foods that hang on them, and the token that heads the foods."""
    graph, words = reader.graph, reader.words
    for head, nutrient in zip(graph.head_of, graph.mentions, strict=True):
        if nutrient.label != "NUTRIENT" or nutrient.subtype == "food" or nutrient.name in words.carrier_classes:
            continue
        for kid in graph.kids(head, "nmod"):
            if graph.preposition(kid) in words.content_prepositions:
                for item in graph.series(kid):
                    food = graph.mention(item, "NUTRIENT")
                    if food is not None and food.subtype == "food" and food.name not in words.empty_classes:
                        yield nutrient, kid, food
