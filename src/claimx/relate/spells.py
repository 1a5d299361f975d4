"""A time that somebody took it for, and thanks: "after a week of taking zinc", "since adding oats"."""

from __future__ import annotations

from collections.abc import Iterator

from claimx.relate.reader import Reader

# clauses that share what is told before the first of them
SHARING = frozenset({"xcomp", "ccomp", "conj"})


def spell(reader: Reader, trigger: int) -> list[int]:
    """What it was a time of, or what was done since, wherever among the clauses around the trigger it is told."""
    graph, words = reader.graph, reader.words
    found: list[int] = []
    for here in sharing_clauses(reader, trigger):
        for kid in graph.kids(here, "obl", "nmod", "advcl", "advmod", "parataxis"):
            if graph.lemma(kid) in words.spell_nouns:
                found.extend(_taken(reader, kid))
            elif graph.base_dep(kid) == "advcl" and _opens(reader, kid):
                found.append(kid)
    return found


def sharing_clauses(reader: Reader, trigger: int) -> Iterator[int]:
    """The trigger and the verbs above that it shares a time with: "after a month of zinc, I slept and felt better"."""
    graph = reader.graph
    yield trigger
    here = trigger
    while graph.base_dep(here) in SHARING and graph.head(here) < here:
        here = graph.head(here)
        yield here


def _taken(reader: Reader, noun: int) -> list[int]:
    graph, words = reader.graph, reader.words
    acts = [kid for kid in graph.kids(noun, "acl", "advcl") if _opens(reader, kid)]
    return acts + [kid for kid in graph.kids(noun, "nmod", "obl") if graph.preposition(kid) in words.spell_openers]


def _opens(reader: Reader, clause: int) -> bool:
    graph = reader.graph
    return any(graph.word(kid) in reader.words.spell_openers for kid in graph.kids(clause, "mark", "case"))
