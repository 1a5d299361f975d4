"""What a study tells without the name of what it tests: "the treatment group", "no change in weight was found"."""

from __future__ import annotations

from collections.abc import Iterable

from claimx.relate.graph import Graph
from claimx.relate.phrases import is_extent
from claimx.relate.reader import Reader
from claimx.relate.subjects import holders, is_passive, surface_subjects


def is_arm(reader: Reader, token: int) -> bool:
    """Those who got what is tested, and not whom they are compared with: "the treatment group", "treated mice"."""
    graph, words = reader.graph, reader.words
    if graph.preposition(token).split(" ")[0] in words.comparing_words:
        return False
    marks = {form for kid in graph.kids(token, "amod", "compound") for form in (graph.word(kid), graph.lemma(kid))}
    if marks & words.negators or any(graph.mention(kid, "DRUG") for kid in graph.kids(token, "amod", "compound")):
        return False
    if graph.lemma(token) in words.group_nouns:
        return bool(marks & words.arm_words)
    return _is_person(reader, token) and bool(marks & words.treated_words)


def outcome(reader: Reader, trigger: int) -> list[int]:
    """The trigger itself, where it tells in the past what a study saw and names nothing that brought it about."""
    graph, words = reader.graph, reader.words
    told = _tells(reader) or (graph.phrase_of(trigger) in words.side_effects and _names_no_cause(reader))
    if not told:
        return []
    if graph.is_nominal(trigger) or graph.pos(trigger) in ("NOUN", "PROPN"):
        doers = [owner for owner in holders(reader, trigger) if owner != trigger] or _observers(reader, trigger)
        free = all(_is_of_study(reader, owner) for owner in doers)
    else:
        doers = surface_subjects(reader, trigger)
        free = is_passive(graph, trigger) or not graph.kids(trigger, "obj")
    beside = [kid for item in (trigger, graph.head(trigger)) for kid in graph.kids(item, "obl", "nmod", "advcl")]
    held = [*doers, *beside, *_clause_behind(reader, trigger)]
    return (
        [trigger] if free and not any(_is_cause(reader, kid) for kid in beside) and not _of_rivals(reader, held) else []
    )


def outcome_compared(reader: Reader, trigger: int) -> list[int]:
    """The same, where the sentence names whom they are compared with or speaks of those in the study."""
    graph, words = reader.graph, reader.words
    return outcome(reader, trigger) if not graph.forms.isdisjoint(words.rival_words) else []


def some_of_study(reader: Reader, trigger: int) -> list[int]:
    """The same, of what befell a few of those in a study: "some volunteers complained of"."""
    graph, words = reader.graph, reader.words
    if not _is_past(graph, trigger) or not _tells(reader):
        return []
    doers = [item for kid in graph.kids(trigger, "nsubj") for item in graph.subtree(kid)]
    few = any(graph.parse.tags[item] == "CD" or graph.lemma(item) in words.quantifiers for item in doers)
    of_study = any(graph.word(item) in words.rival_words for item in doers)
    return [trigger] if few and of_study and not _of_rivals(reader, doers) else []


def _tells(reader: Reader) -> bool:
    """The sentence tells of a study, and neither of what it gave nor of a start at which all were alike."""
    graph, words = reader.graph, reader.words
    starts = any(
        graph.lemma(item) in words.start_nouns and graph.preposition(item) in words.start_prepositions
        for item in range(len(graph))
    )
    return not graph.forms.isdisjoint(words.study_words) and not starts and _names_no_cause(reader)


def _names_no_cause(reader: Reader) -> bool:
    graph = reader.graph
    named = any(mention.label in ("NUTRIENT", "DRUG") for mention in graph.mentions)
    return not named and any(_is_past(graph, item) for item in range(len(graph)))


def _observers(reader: Reader, noun: int) -> list[int]:
    """Who saw it: "researchers found no change"."""
    graph = reader.graph
    above = graph.head(noun)
    return graph.kids(above, "nsubj") if graph.base_dep(noun) == "obj" and not graph.kids(above, "expl") else []


def _clause_behind(reader: Reader, trigger: int) -> list[int]:
    """What stands behind the trigger in its clause, and not in what others are compared with."""
    graph, words = reader.graph, reader.words
    found: list[int] = []
    for token in range(trigger + 1, len(graph)):
        if graph.base_dep(token) in ("nsubj", "csubj"):
            break
        above = [item for item in graph.ancestors(token) if item > trigger]
        if not any(words.comparing_prepositions & set(graph.preposition(item).split()) for item in above):
            found.append(token)
    return found


def _is_past(graph: Graph, token: int) -> bool:
    """A past form; where nothing helps it, a participle is one too."""
    tag = graph.parse.tags[token]
    return tag == "VBD" or (tag == "VBN" and graph.head(token) == token and not graph.kids(token, "aux"))


def _is_of_study(reader: Reader, token: int) -> bool:
    graph, words = reader.graph, reader.words
    named = {graph.lemma(token), graph.word(token), graph.last_word(token)}
    return _is_person(reader, token) or bool(named & (words.bystanders | words.persons | words.study_words))


def _of_rivals(reader: Reader, tokens: Iterable[int]) -> bool:
    """One of them stands for those who did not get it, and not only for whom others are compared with."""
    graph, words = reader.graph, reader.words
    for token in tokens:
        inside = [token, *graph.kids(token, "compound", "amod", "nmod", "acl")]
        preposition = graph.preposition(token)
        held = preposition in words.held_prepositions if preposition else graph.base_dep(token) == "nsubj"
        if held and any(graph.word(item) in words.control_words for item in inside):
            return True
    return False


def _is_person(reader: Reader, token: int) -> bool:
    graph, words = reader.graph, reader.words
    return graph.mention(token, "POPULATION") is not None or graph.lemma(token) in words.population_heads


def _is_cause(reader: Reader, token: int) -> bool:
    """ "Fell with exercise", "after surgery": something else that brings it about."""
    graph, words = reader.graph, reader.words
    if not set(graph.preposition(token).split()) & words.causing_prepositions:
        return False
    inside = {form for item in graph.subtree(token) for form in (graph.lemma(item), graph.word(item))}
    return not (
        graph.is_amount(token)
        or is_extent(graph, token)
        or inside & (words.measures | words.study_words | words.group_nouns)
    )
