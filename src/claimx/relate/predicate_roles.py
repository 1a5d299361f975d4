"""Roles of what is said of a trigger, of the subject it is, and of what is listed behind it."""

from __future__ import annotations

from claimx.relate.fillers import member_tokens
from claimx.relate.graph import Graph
from claimx.relate.people import is_people
from claimx.relate.phrases import helping_verb
from claimx.relate.reader import Reader
from claimx.relate.subjects import deep_objects

COLON = ":"
OPEN = "("
# what ends a name in a bracket
AFTER_NAME = (")", ",", ";")
# words of a phrase between its noun and a bracket
MAX_PHRASE = 8
# what ends such a phrase
ENDS_PHRASE = ("VERB", "AUX", "PUNCT", "PRON", "SCONJ")
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


def tool(reader: Reader, trigger: int) -> list[int]:
    """What somebody uses or is given to do it: "doctors use chelation therapy to help remove iron"."""
    graph, words = reader.graph, reader.words
    act = helping_verb(reader, trigger)
    above = graph.head(act)
    purpose = graph.base_dep(act) in ("advcl", "xcomp") and graph.has_kid(act, "mark", among=words.infinitive_marks)
    return deep_objects(reader, above) if purpose and graph.lemma(above) in words.enabling_verbs else []


def set_off(reader: Reader, trigger: int) -> list[int]:
    """The nutrient named last before a noun that a comma sets off: "zinc is low, a condition known as"."""
    graph, words = reader.graph, reader.words
    first = min([trigger, *(kid for kid in graph.kids(trigger, "det", "amod"))])
    apart = first > 0 and graph.word(first - 1) in APART and graph.word(first) in words.articles
    named = any(graph.lemma(kid) in words.naming_verbs for kid in graph.kids(trigger, "acl"))
    if not apart or not named:
        return []
    return [item for item in graph.head_of if item < first and graph.mention(item, "NUTRIENT") is not None][-1:]


def apposed(reader: Reader, trigger: int) -> list[int]:
    """What a noun set beside it tells more of: "hemochromatosis, a disease in which iron builds up"."""
    graph = reader.graph
    return [graph.head(trigger)] if graph.base_dep(trigger) == "appos" else []


def bracketed(reader: Reader, trigger: int) -> list[int]:
    """What a bracket tells more of, or is told more of in one: "hypokalemia (low levels of potassium)"."""
    graph = reader.graph
    ahead = range(trigger - 1, max(0, trigger - 1 - MAX_PHRASE), -1)
    if (around := _find_bracket(reader, ahead, passed=("amod",))) is not None:
        return _name_alone(reader, around - 1)
    behind = _find_bracket(reader, range(trigger + 1, min(len(graph) - 2, trigger + 1 + MAX_PHRASE)))
    names = _name_alone(reader, behind + 1) if behind is not None else []
    ends = [max(graph.subtree_of_mention(name)) + 1 for name in names]
    return names if all(end < len(graph) and graph.word(end) in AFTER_NAME for end in ends) else []


def _find_bracket(reader: Reader, places: range, *, passed: tuple[str, ...] = ()) -> int | None:
    """Where a bracket opens, with nothing ahead of it that ends the phrase, but for `passed` labels."""
    graph = reader.graph
    for item in places:
        if graph.word(item) == OPEN:
            return item
        if graph.pos(item) in ENDS_PHRASE and graph.base_dep(item) not in passed:
            return None
    return None


def _name_alone(reader: Reader, place: int) -> list[int]:
    """The name at a place, if nothing is coordinated with it, of which the bracket would tell as well."""
    graph, name = reader.graph, reader.graph.anchor(place)
    alone = graph.first_conjunct(name) == name and graph.conjuncts(name) == [name]
    return [name] if graph.mention_of[place] >= 0 and alone else []


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


def included(reader: Reader, trigger: int) -> list[int]:
    """ "Treatment depends on the cause but may include zinc": what a later verb of the same subject lists."""
    graph, words = reader.graph, reader.words
    if graph.base_dep(trigger) != "nsubj":
        return []
    first = graph.head(trigger)
    verbs = [item for item in graph.conjuncts(first) if item == first or not graph.kids(item, "nsubj")]
    return [kid for verb in verbs if graph.lemma(verb) in words.listing_verbs for kid in graph.kids(verb, "obj")]


def ranked(reader: Reader, trigger: int) -> list[int]:
    """ "With fish and eggs among the best sources": the list that ends where the phrase begins."""
    graph = reader.graph
    among = reader.words.ranking_prepositions
    last = next((kid for kid in graph.kids(trigger, "case") if graph.word(kid) in among), 0) - 1
    return [graph.first_conjunct(graph.anchor(last))] if last >= 0 and graph.mention_of[last] >= 0 else []


def behind_colon(reader: Reader, trigger: int) -> list[int]:
    """What is listed behind a colon, where no verb stands in the line: "Signs of low iron: fatigue and pale skin"."""
    graph = reader.graph
    colon = _colon_behind(graph, trigger)
    # "signs that you are low in iron: fatigue and pale skin"
    told = {item for kid in graph.kids(trigger, "acl") for item in graph.subtree(kid) if item < colon}
    if any(graph.pos(item) in ("VERB", "AUX") and item not in told for item in range(len(graph))):
        return []
    return [item for item in graph.head_of if item > colon]


def results_told(reader: Reader, trigger: int) -> list[int]:
    """ "The results were remarkable: less pain and better sleep": what is listed behind the colon."""
    graph = reader.graph
    colon = _colon_behind(graph, trigger)
    plain = graph.base_dep(trigger) == "nsubj" and any(
        trigger < item < colon for item in graph.kids(graph.head(trigger), "cop")
    )
    return [item for item in graph.head_of if item > colon] if plain else []


def _colon_behind(graph: Graph, token: int) -> int:
    """The first colon behind a token, the end of the sentence where there is none."""
    return next((item for item in range(token + 1, len(graph)) if graph.word(item) == COLON), len(graph))


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
