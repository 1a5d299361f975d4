"""Phrases that speak of a nutrient without its name: "too much", "getting enough", "low levels", "being deficient"."""

from __future__ import annotations

from collections.abc import Iterable

from claimx.relate.avoiding import keeps_off
from claimx.relate.fillers import Amount, Filler
from claimx.relate.graph import Graph
from claimx.relate.people import is_people
from claimx.relate.reader import Reader
from claimx.relate.state import nutrient_state
from claimx.relate.words import Words


def unnamed_amount(reader: Reader, token: int) -> list[Filler]:
    """ "Too much", "low levels", and what is taken in ("get enough"), unless the phrase says of what."""
    graph, words, lemma = reader.graph, reader.words, reader.graph.lemma(token)
    each = lemma in words.helpings and graph.has_kid(token, "det", "amod", among=words.each_words)
    bare = lemma in words.bare_amounts or lemma in words.bare_stores
    if not (each or bare) or _is_of_something(reader, token):
        return []
    if each:
        # "each additional cup cut the risk"
        return [_left_out(token, "intake")] if graph.base_dep(token) == "nsubj" else []
    state = nutrient_state(reader, token)
    if lemma in words.bare_stores:
        marks = {graph.word(kid) for kid in graph.kids(token, "amod")}
        drained = graph.base_dep(token) == "obj" and graph.lemma(graph.head(token)) in words.draining_verbs
        yours = drained and any(graph.dep(kid) == "nmod:poss" for kid in graph.children[token])
        if state == "intake" and marks & words.large_modifiers:
            state = "large"
        return [_left_out(token, state)] if marks & words.low_stores or state != "intake" or yours else []
    if graph.kids(token, "cop"):
        return []
    above = graph.head(token)
    more = lemma in words.further_amounts
    over = more and " ".join(graph.words[token : token + 2]) in words.exceeding_words
    if graph.base_dep(token) in ("obj", "advmod"):
        # "taking more than that", "having too little"
        taken = graph.lemma(above) in words.dosing_verbs or _is_act_of_taking(graph, above, words=words)
        return [_left_out(token, "large" if over else state)] if taken else []
    if more and graph.base_dep(token) == "nsubj" and (over or graph.kids(above, "aux")):
        # "stay below 400 mg; more can cause jitters"
        return [_left_out(token, "large")]
    if graph.base_dep(token) in ("nsubj", "nmod", "obl") and state != "intake":
        return [_left_out(token, state)]
    return []


def unnamed_intake(reader: Reader, verb: int) -> list[Filler]:
    """ "Getting enough", where the parser took the amount for an adverb, and "supplementing" without an object."""
    graph, words = reader.graph, reader.words
    amounts = [item for item in amount_adverbs(graph, verb, words=words) if not _is_of_something(reader, item)]
    if amounts:
        return [_left_out(item, nutrient_state(reader, item)) for item in amounts]
    if verb + 1 < len(graph) and graph.word(verb + 1) in words.absence_prepositions:
        # "go without for a year and you feel it"
        return [] if graph.kids(verb, "obj") else [_left_out(verb, "deficiency")]
    if keeps_off(reader, verb) and graph.base_dep(verb) == "csubj" and not graph.kids(verb, "obj", "obl"):
        # "cutting back may help"
        return [_left_out(verb, "deficiency")]
    if _runs_low(reader, verb):
        return [_left_out(verb, "deficiency")]
    if _goes_over(reader, verb):
        return [_left_out(verb, "excess")]
    if most := _unnamed_most(reader, verb):
        return most
    bare = graph.lemma(verb) in words.bare_carriers and graph.base_dep(verb) in ("csubj", "advcl")
    return [_left_out(verb, "intake")] if bare and not graph.kids(verb, "obj", "obl", "nsubj") else []


def amount_adverbs(graph: Graph, verb: int, *, words: Words) -> list[int]:
    """What stands for the object of a verb of intake that has none: "people who get enough"."""
    # "having enough may help"
    takes = _is_act_of_taking(graph, verb, words=words) or graph.lemma(verb) in words.dosing_verbs
    if not takes or graph.kids(verb, "obj"):
        return []
    return [kid for kid in graph.kids(verb, "advmod") if kid > verb and graph.lemma(kid) in words.bare_amounts]


def _is_act_of_taking(graph: Graph, verb: int, *, words: Words) -> bool:
    return graph.parse.tags[verb] == "VBG" and graph.lemma(verb) in words.taking_verbs | words.eating_verbs


def unnamed_shortage(reader: Reader, token: int) -> list[Filler]:
    """ "Being deficient", "signs you may be low": a shortage of what is not said."""
    graph, words = reader.graph, reader.words
    # "a sign of being deficient"
    places = (
        ("csubj", "advcl", "acl") if graph.preposition(token) in words.genitive_prepositions else ("csubj", "advcl")
    )
    being = graph.lemma(token) in words.short_adjectives and graph.base_dep(token) in places
    if not being and not (graph.lemma(token) in words.told_short and _is_of_sign(reader, token)):
        return []
    return [] if graph.kids(token, "obl", "nmod") else [_left_out(token, "deficiency")]


def _is_of_sign(reader: Reader, token: int) -> bool:
    """ "Signs that you are low", but not the name of a low thing."""
    graph, words = reader.graph, reader.words
    who = graph.kids(token, "nsubj")
    people = bool(who) and all(graph.word(kid) in words.persons or is_people(reader, kid) for kid in who)
    return people and graph.base_dep(token) == "acl" and graph.lemma(graph.head(token)) in words.sign_nouns


def _runs_low(reader: Reader, verb: int) -> bool:
    """ "If you are running low", but neither "on sleep" nor of a battery."""
    graph, words = reader.graph, reader.words
    behind = graph.kids(verb, "xcomp", "advmod")
    low = not words.failing_verbs.isdisjoint(graph.with_complements(verb))
    of_what = [kid for item in (verb, *behind) for kid in graph.kids(item, "obj", "obl", "nmod")]
    people = all(graph.word(kid) in words.persons or is_people(reader, kid) for kid in graph.kids(verb, "nsubj"))
    of = graph.base_dep(verb) == "acl" and graph.preposition(verb) in words.genitive_prepositions
    opens = of or graph.base_dep(verb) in ("csubj", "advcl") or _is_of_sign(reader, verb)
    return low and people and not of_what and opens


def _goes_over(reader: Reader, verb: int) -> bool:
    """ "Exceeding that", "going over the limit"."""
    graph, words = reader.graph, reader.words
    if graph.base_dep(verb) != "csubj":
        return False
    over = graph.lemma(verb) in words.exceeding_verbs
    behind = graph.words[verb + 1 : verb + 2]
    over = over or (graph.lemma(verb) in words.going_verbs and not words.over_prepositions.isdisjoint(behind))
    what = graph.kids(verb, "obj", "obl")
    return over and all(graph.lemma(kid) in words.pronouns | words.limit_words for kid in what)


def unnamed_rank(reader: Reader, token: int) -> list[Filler]:
    """ "Those in the highest fifth", "women with the lowest intake": people told by how much they take, not of what."""
    graph, words = reader.graph, reader.words
    if graph.lemma(token) in words.ranked_eaters and not graph.kids(token, "nmod", "compound", "acl"):
        # "the heaviest consumers", "regular users"
        said = {graph.word(item) for item in graph.kids(token, "amod")}
        low = not said.isdisjoint(words.low_ranks)
        return [_left_out(token, "deficiency" if low else "intake")] if said & words.eater_ranks else []
    for kid in graph.kids(token, "nmod") if is_people(reader, token) else []:
        ranks = {graph.word(item) for item in graph.kids(kid, "amod")} & words.rank_modifiers
        if ranks and graph.lemma(kid) in words.rank_nouns and not _is_of_something(reader, kid):
            return [_ranked(kid, ranks, words)]
    return []


def _unnamed_most(reader: Reader, verb: int) -> list[Filler]:
    """ "Those who ate the most", where the parser may hang the amount on the verb behind it."""
    graph, words = reader.graph, reader.words
    behind = graph.words[verb + 1 : verb + 3]
    of_people = graph.base_dep(verb) == "acl" and is_people(reader, graph.head(verb))
    superlative = len(behind) == 2 and behind[0] in words.articles and behind[1] in words.most_words
    return [_ranked(verb, behind, words)] if of_people and superlative else []


def _ranked(token: int, ranks: Iterable[str], words: Words) -> Filler:
    return Filler(token, None, "tested", state="intake" if words.low_ranks.isdisjoint(ranks) else "deficiency")


def _left_out(token: int, state: Amount) -> Filler:
    return Filler(token, None, "ellipsis", state=state)


def _is_of_something(reader: Reader, token: int) -> bool:
    graph = reader.graph
    return any(
        (graph.base_dep(kid) == "compound" and graph.lemma(kid) not in reader.words.measured_in)
        or (graph.dep(kid) == "nmod:poss" and graph.pos(kid) != "PRON")
        or graph.preposition(kid) in reader.words.genitive_prepositions
        for kid in graph.kids(token, "compound", "nmod", "obl")
    )
