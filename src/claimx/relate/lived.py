"""What befell somebody who tells of himself, in a sentence that does not say what he took: "my cramps were gone"."""

from __future__ import annotations

from claimx.relate.reader import Reader
from claimx.relate.spells import sharing_clauses
from claimx.relate.subjects import surface_subjects


def lived(reader: Reader, trigger: int) -> list[int]:
    """The trigger, where the teller says that it came about in a time, and names nothing that it came of."""
    graph, words = reader.graph, reader.words
    told = not words.tellers.isdisjoint(graph.words) or _is_known(reader, trigger)
    if not told or any(graph.mention(item, "NUTRIENT", "DRUG") is not None for item in graph.head_of):
        return []
    *_, clause = sharing_clauses(reader, trigger)
    around = [kid for here in {trigger, clause} for kid in graph.kids(here, "obl", "nmod", "advcl", "csubj")]
    if any(not _is_of_time(reader, kid) and not _is_share(reader, kid) for kid in around):
        # "my headaches were gone after a week of yoga"
        return []
    perfect = any(graph.lemma(kid) in words.perfect_verbs for kid in graph.kids(trigger, "aux"))
    timed = not words.lived_times.isdisjoint((*graph.lemmas, *graph.words))
    measured = any(_is_share(reader, kid) for kid in around)
    return [trigger] if perfect or timed or measured else []


def _is_known(reader: Reader, trigger: int) -> bool:
    """ "The burning eased": the illness that has been told of, and all that the sentence is about."""
    graph, words = reader.graph, reader.words
    subjects = surface_subjects(reader, trigger)
    return bool(subjects) and all(
        graph.mention(item, "CONDITION") is not None and graph.determiner(item) in words.known_pointers
        for item in subjects
    )


def _is_share(reader: Reader, token: int) -> bool:
    """ "By half", "by a third", "by 20 points"."""
    graph, words = reader.graph, reader.words
    said = {graph.lemma(token), graph.word(token)}
    return graph.preposition(token) in words.measure_prepositions and (
        not said.isdisjoint(words.share_nouns) or any(map(str.isdigit, graph.word(token)))
    )


def _is_of_time(reader: Reader, token: int) -> bool:
    """ "Within a week", "by day three", "since then"."""
    graph, words = reader.graph, reader.words
    below = graph.subtree(token)
    named = [item for item in below if graph.is_nominal(item)]
    times = words.spell_nouns | words.spans_of_time | words.lived_times
    return graph.pos(token) != "VERB" and all(graph.lemma(item) in times or graph.word(item) in times for item in named)
