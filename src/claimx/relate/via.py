"""What an object is reached through: "the risk of", "a higher", "levels of"."""

from __future__ import annotations

from claimx.relate.fillers import Via
from claimx.relate.reader import Reader


def via_of(reader: Reader, token: int) -> frozenset[Via]:
    """What the words at a token say of the object behind it."""
    graph, words = reader.graph, reader.words
    lemma = graph.lemma(token)
    modifiers = graph.kids(token, "amod", "advmod", "compound")
    near = {graph.word(kid) for kid in modifiers}
    near |= {graph.word(kid) for modifier in modifiers for kid in graph.kids(modifier, "advmod")} & words.less_words
    # "a lower triglyceride count"
    inside = [kid for noun in modifiers if graph.base_dep(noun) == "compound" for kid in graph.kids(noun, "amod")]
    near |= {graph.word(kid) for kid in inside if graph.parse.tags[kid] == "JJR"}
    if graph.mention(token, "CONDITION") is None:
        # "more falls" are no fall
        near.add(lemma)
    near |= _behind(reader, token) | _shared(reader, token, bare=not modifiers)
    times = _multiple(reader, token)
    of_course = lemma in words.pace_nouns and any(
        graph.last_word(kid) in words.course_nouns for kid in graph.kids(token, "nmod", "compound")
    )
    said: dict[Via, bool] = {
        "risk": (lemma in words.risk_nouns and not of_course) or _is_risk(reader, token),
        "course": lemma in words.course_nouns or of_course,
        "symptom": lemma in words.symptom_nouns,
        "score": lemma in words.score_nouns or _head_word(graph.word(token)) in words.score_nouns,
        "amount": lemma in words.amount_nouns or _head_word(graph.word(token)) in words.amount_nouns,
        "raise": bool(near & words.raise_modifiers) or times == "raise",
        "lower": bool(near & words.lower_modifiers) or times == "lower",
    }
    return frozenset(name for name, holds in said.items() if holds)


def _shared(reader: Reader, token: int, *, bare: bool) -> set[str]:
    """ "Less fatigue and nausea": what is said of the first of several."""
    graph, first = reader.graph, reader.graph.first_conjunct(token)
    if first == token or not bare or graph.determiner(token):
        return set()
    return {graph.word(kid) for kid in graph.kids(first, "amod")} & reader.words.less_words


def _behind(reader: Reader, token: int) -> set[str]:
    """ "Counts some 23 percent lower", "levels that were lower": what is said of an amount behind it."""
    graph, words = reader.graph, reader.words
    share = token + 1
    while share < len(graph) and (graph.is_amount(share) or graph.lemma(share) in words.share_words):
        share += 1
    said = share > token + 1 and share < len(graph) and graph.parse.tags[share] == "JJR"
    return {graph.word(share)} if said else set()


def _multiple(reader: Reader, token: int) -> str:
    """ "Half the risk of gout", "twice as many falls"; "" where nothing is multiplied."""
    graph, words = reader.graph, reader.words
    first = token - 1
    while first >= 0 and (graph.pos(first) == "ADJ" or graph.word(first) in words.multiplied_words):
        first -= 1
    if first < 0 or first + 1 == token or graph.word(first + 1) not in words.multiplied_words:
        return ""
    if graph.word(first) in words.half_words:
        return "lower"
    return "raise" if graph.word(first) in words.multiple_words else ""


def is_said_otherwise(reader: Reader, token: int) -> bool:
    """ "Fewer cramps and better moods", but "a lower risk of stroke and diabetes", "less cirrhosis and cancer"."""
    graph, words = reader.graph, reader.words
    first = graph.word(token).split()[0]
    changed = words.raise_modifiers | words.lower_modifiers
    compared = any(
        graph.parse.tags[kid] == "JJR" or (graph.parse.tags[kid] == "VBN" and graph.word(kid) in changed)
        for kid in graph.kids(token, "amod")
    )
    return compared or first in words.better_words or graph.lemma(token) in words.relief_nouns


def _is_risk(reader: Reader, token: int) -> bool:
    """A name folded into one token that is a risk of a condition: "fracture risk", but not "heart rate"."""
    graph = reader.graph
    named = graph.mention(token, "CONDITION") is not None
    if not reader.words.paced_words.isdisjoint(graph.word(token).split()):
        return False
    return named and " " in graph.word(token) and _head_word(graph.word(token)) in reader.words.risk_nouns


def _head_word(words: str) -> str:
    """The singular of the head of a name folded into one token: "production of insulin", "testosterone levels"."""
    return words.split(" of ", 1)[0].rsplit(" ", 1)[-1].removesuffix("s")
