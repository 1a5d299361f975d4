"""Roles of what is said of a trigger, of the subject it is, and of what is listed behind it."""

from __future__ import annotations

from claimx.relate.fillers import member_tokens
from claimx.relate.people import is_people
from claimx.relate.reader import Reader

COLON = ":"
# a bracket, what ends a name in one, how many words of a phrase are looked at, and what is in none
OPEN, AFTER_NAME, IN_BRACKET = "(", (")", ",", ";"), 8
NOT_INSIDE = ("VERB", "AUX", "PUNCT", "PRON", "SCONJ")
# marks before what a clause is called
APART = (",", "—", "–", "-", "(")


def predicate(reader: Reader, trigger: int) -> list[int]:
    graph = reader.graph
    subject = one_of(reader, trigger)
    above = graph.head(subject)
    if graph.base_dep(subject) != "nsubj":
        return []
    if graph.kids(above, "cop"):
        return [above]
    # "besides rest, treatment may include zinc": what stands before the subject is not said of it
    clauses = () if graph.lemma(above) in reader.words.causative_verbs else ("xcomp", "ccomp")
    return [kid for kid in graph.kids(above, "obj", "obl", *clauses) if kid > subject]


def set_off(reader: Reader, trigger: int) -> list[int]:
    """The nutrient named last before a noun that a comma sets off: "zinc is low, a condition known as"."""
    graph, words = reader.graph, reader.words
    first = min([trigger, *(kid for kid in graph.kids(trigger, "det", "amod"))])
    apart = first > 0 and graph.word(first - 1) in APART and graph.word(first) in words.articles
    named = any(graph.lemma(kid) in words.naming_verbs for kid in graph.kids(trigger, "acl"))
    if not apart or not named:
        return []
    return [item for item in graph.head_of if item < first and graph.mention(item, "NUTRIENT") is not None][-1:]


def bracketed(reader: Reader, trigger: int) -> list[int]:
    """What a bracket tells more of, or is told more of in one: "hypokalemia (low levels of potassium)"."""
    graph = reader.graph
    for item in range(trigger - 1, max(0, trigger - 1 - IN_BRACKET), -1):
        if graph.word(item) == OPEN:
            ahead = graph.anchor(item - 1)
            return [ahead] if graph.mention_of[item - 1] >= 0 and _is_alone(reader, ahead) else []
        if graph.pos(item) in NOT_INSIDE and graph.base_dep(item) != "amod":
            break
    for item in range(trigger + 1, min(len(graph) - 2, trigger + 1 + IN_BRACKET)):
        if graph.word(item) == OPEN:
            name = graph.anchor(item + 1)
            alone = max(graph.subtree_of_mention(name)) + 1 if graph.mention_of[item + 1] >= 0 else 0
            ends = 0 < alone < len(graph) and _is_alone(reader, name)
            return [name] if ends and graph.word(alone) in AFTER_NAME else []
        if graph.pos(item) in NOT_INSIDE:
            break
    return []


def _is_alone(reader: Reader, token: int) -> bool:
    """Nothing is coordinated with it, of which the bracket would tell as well."""
    return reader.graph.first_conjunct(token) == token and reader.graph.conjuncts(token) == [token]


def one_of(reader: Reader, token: int) -> int:
    """The word that picks out of what a noun names, or the noun: "one of the side effects is nausea"."""
    graph, words = reader.graph, reader.words
    above = graph.head(token)
    picked = graph.base_dep(token) == "nmod" and graph.preposition(token) in words.genitive_prepositions
    return above if picked and above < token and graph.lemma(above) in words.transparent_nouns else token


def predicate_above(reader: Reader, trigger: int) -> list[int]:
    graph = reader.graph
    subject = next((item for item in (trigger, *graph.ancestors(trigger)) if graph.base_dep(item) == "nsubj"), None)
    return predicate(reader, subject) if subject is not None else []


def governed(reader: Reader, trigger: int) -> list[int]:
    graph = reader.graph
    subject = one_of(reader, trigger)
    return graph.kids(graph.head(subject), "obj") if graph.base_dep(subject) == "nsubj" else []


def listed(reader: Reader, trigger: int) -> list[int]:
    """ "Benefits of zinc include clear skin", but for what is said to rise or fall."""
    graph, words = reader.graph, reader.words
    above = graph.head(trigger)
    if graph.base_dep(trigger) != "nsubj" or graph.lemma(above) not in words.listing_verbs:
        return []
    moved = words.raise_modifiers | words.lower_modifiers
    items = [item for kid in graph.kids(above, "obj") for item in graph.conjuncts(kid)]
    return [item for item in items if not any(graph.word(kid) in moved for kid in graph.kids(item, "amod"))]


def ranked(reader: Reader, trigger: int) -> list[int]:
    """ "With fish and eggs among the best sources": the list that ends where the phrase begins."""
    graph = reader.graph
    among = reader.words.ranking_prepositions
    last = next((kid for kid in graph.kids(trigger, "case") if graph.word(kid) in among), 0) - 1
    return [graph.first_conjunct(graph.anchor(last))] if last >= 0 and graph.mention_of[last] >= 0 else []


def behind_colon(reader: Reader, trigger: int) -> list[int]:
    """What is listed behind a colon, where no verb stands in the line: "Signs of low iron: fatigue and pale skin"."""
    graph = reader.graph
    colon = next((item for item in range(trigger + 1, len(graph)) if graph.word(item) == COLON), len(graph))
    # "signs that you are low in iron: fatigue and pale skin"
    told = {item for kid in graph.kids(trigger, "acl") for item in graph.subtree(kid) if item < colon}
    if any(graph.pos(item) in ("VERB", "AUX") and item not in told for item in range(len(graph))):
        return []
    return [item for item in graph.head_of if item > colon]


def told(reader: Reader, trigger: int) -> list[int]:
    """What is listed behind the trigger: "the side effects of zinc (nausea, cramps) are mild"."""
    return member_tokens(reader.graph, trigger, words=reader.words)


def those_are(reader: Reader, trigger: int) -> list[int]:
    """ "The people most often low in zinc are vegans": who the people are whom the trigger tells by something."""
    graph = reader.graph
    people = next((item for item in graph.ancestors(trigger) if is_people(reader, item)), trigger)
    return named_as(reader, people) if people != trigger else []


def told_of_those(reader: Reader, trigger: int) -> list[int]:
    """ "People at risk of low zinc, such as vegans": examples of the people whom the trigger tells by something."""
    graph = reader.graph
    people = graph.head(trigger)
    tells = graph.base_dep(trigger) in ("nmod", "acl", "amod") and is_people(reader, people)
    return member_tokens(graph, people, words=reader.words) if tells else []


def named_as(reader: Reader, trigger: int) -> list[int]:
    """What a general noun is said to be or to include: "other signs are", "one of the signs is"."""
    graph = reader.graph
    above = graph.head(one_of(reader, trigger))
    defines = graph.kids(above, "cop") or graph.lemma(above) in reader.words.defining_verbs
    return predicate(reader, trigger) if defines else []
