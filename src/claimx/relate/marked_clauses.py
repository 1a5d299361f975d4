"""Clauses that a word like "if" or "when" opens, and orders with what comes of them."""

from __future__ import annotations

from claimx.relate.avoiding import avoids, keeps_off
from claimx.relate.forms import BARE
from claimx.relate.graph import Graph
from claimx.relate.people import is_people
from claimx.relate.reader import Reader
from claimx.relate.unnamed import amount_adverbs, unnamed_shortage

# what a clause of a condition speaks of ("if you stop using zinc")
ARGUMENTS = ("nsubj", "obj", "obl", "xcomp")


def _with_conjuncts(reader: Reader, clauses: list[int], *, trigger: int) -> list[int]:
    """ "If you are pregnant, have gout or take warfarin, skip it": the clauses that one marker opens."""
    graph = reader.graph
    found: list[int] = []
    for kid in clauses:
        found.append(kid)
        for item in graph.conjuncts(kid) if graph.base_dep(kid) == "advcl" else ():
            own = graph.kids(item, "mark", "nsubj")
            if item != kid and (item < trigger) == (kid < trigger) and not own and graph.kids(item, "obj"):
                found.append(item)
    return found


def _below_noun(graph: Graph, trigger: int) -> tuple[str, ...]:
    """ "You have a greater chance of gout if you drink beer", where the clause hangs on the noun."""
    return ("acl",) if graph.pos(trigger) == "NOUN" else ()


def clause_parts(reader: Reader, trigger: int, *, among: frozenset[str]) -> list[int]:
    """Subjects and objects of the clauses under a trigger that a marker opens ("if you have too little iron")."""
    graph, words = reader.graph, reader.words
    # "explains how it works"
    asked = ("ccomp", "obj") if among & (words.manner_openers | words.content_openers) else ()
    found: list[int] = []
    for kid in _with_conjuncts(reader, _clauses_under(graph, trigger, asked=asked), trigger=trigger):
        marks = _marks(graph, kid, trigger=trigger, asked=asked) & among
        if marks and not (marks <= words.turning_openers and _tells_of_another(reader, kid)):
            found.extend(_parts(reader, kid))
    if among & words.whenever_openers:
        found.extend(_each_time(reader, trigger))
    if among & words.amount_openers and _is_warning(reader, trigger):
        # "take too much zinc and you will feel sick"
        told = graph.head(_first_of_clause(reader, trigger))
        takes = graph.lemma(told) in words.intake_verbs or keeps_off(reader, told) or graph.is_nominal(told)
        found.extend([told] if takes else graph.kids(told, *ARGUMENTS))
    first = graph.first_conjunct(trigger)
    if graph.base_dep(trigger) == "conj" and any(
        graph.word(item) in among for item in graph.kids(first, "mark", "advmod") if item < first
    ):
        # "if you have gout, avoid liver", parsed as two verbs of one clause
        found.extend(item for item in graph.kids(first, *ARGUMENTS) if item < trigger)
    return found


def _tells_of_another(reader: Reader, clause: int) -> bool:
    """ "Infections get rarer, while fats give energy": what another nutrient does, not what is taken meanwhile."""
    graph = reader.graph
    doers = graph.kids(clause, "nsubj")
    taken = graph.lemma(clause) in reader.words.intake_verbs
    return not taken and any(graph.mention(kid, "NUTRIENT") is not None for kid in doers)


def clause_above(reader: Reader, trigger: int, *, among: frozenset[str]) -> list[int]:
    """ "Saffron is not for you if you are pregnant": clauses of whatever the trigger stands in."""
    above = reader.graph.ancestors(trigger)
    return next((found for item in above if (found := clause_parts(reader, item, among=among))), [])


def _each_time(reader: Reader, trigger: int) -> list[int]:
    """ "Every time I eat chocolate": what the clause on such a time speaks of."""
    graph, words = reader.graph, reader.words
    times = [kid for kid in graph.kids(trigger, "obl", "advmod", "obj") if graph.lemma(kid) in words.spans_of_time]
    each = (kid for kid in times if graph.determiner(kid) in words.each_determiners)
    return [part for kid in each for clause in graph.kids(kid, "acl") for part in _parts(reader, clause)]


def parts_below_clause(reader: Reader, trigger: int, *, among: frozenset[str]) -> list[int]:
    """ "Ask a doctor before taking zinc if you have gout": the clause hung on another clause of the trigger."""
    clauses = reader.graph.kids(trigger, "advcl")
    return [part for clause in clauses for part in clause_parts(reader, clause, among=among)]


def reason_doers(reader: Reader, trigger: int, *, among: frozenset[str]) -> list[int]:
    """ "Be careful if you take aspirin, because kava thins blood": who acts in the clause that gives the reason."""
    graph = reader.graph
    clauses = graph.kids(trigger, "advcl")
    clauses += [kid for clause in clauses for kid in graph.kids(clause, "advcl")]
    clauses += graph.kids(graph.head(trigger), "advcl") if graph.base_dep(trigger) == "xcomp" else []
    given = (
        item for item in clauses if item > trigger and not among.isdisjoint(map(graph.word, graph.kids(item, "mark")))
    )
    return [doer for item in given for doer in graph.kids(item, "nsubj")]


def _clauses_under(graph: Graph, trigger: int, *, asked: tuple[str, ...]) -> list[int]:
    """The clauses, and phrases, that may say when or how the trigger comes about."""
    clauses = [
        kid
        for kid in graph.kids(trigger, "advcl", "obl", *asked, *_below_noun(graph, trigger))
        if graph.base_dep(kid) != "obj" or graph.pos(kid) == "VERB"
    ]
    if graph.pos(trigger) == "ADJ":
        # "you are likely to get gout if you drink beer"
        clauses += [item for kid in graph.kids(trigger, "xcomp") for item in graph.kids(kid, "advcl")]
    first = graph.first_conjunct(trigger)
    if first != trigger:
        # "when levels are low, damage can occur or worsen": the clause hangs on the first of the verbs
        clauses += [kid for kid in graph.kids(first, "advcl", "obl") if kid < first]
    if graph.base_dep(trigger) == "xcomp":
        # "if you have gout, you need to limit liver"
        clauses += graph.kids(graph.head(trigger), "advcl")
    return clauses


def _marks(graph: Graph, clause: int, *, trigger: int, asked: tuple[str, ...]) -> set[str]:
    """The words that may be what opens a clause."""
    marks = {graph.word(item) for item in graph.kids(clause, "mark", "advmod", "case")}
    start = graph.subtree(clause)[0]
    if graph.base_dep(clause) in asked:
        # "limits how much is absorbed"
        marks.add(graph.word(start))
    if start > 0 and graph.head(start - 1) == trigger:
        # "stopped once she ate", with "once" hung on what is said before
        marks.add(graph.word(start - 1))
    if graph.base_dep(clause) == "conj":
        first = graph.first_conjunct(clause)
        marks |= {graph.word(item) for item in graph.kids(first, "mark", "advmod", "case")}
    return marks | {graph.preposition(clause).split(" ")[0]}


def _parts(reader: Reader, clause: int) -> list[int]:
    """What a clause speaks of, or all of it: a phrase, the name of a condition, an act of taking less."""
    graph, words = reader.graph, reader.words
    clause = _shown(reader, clause)
    # "exhausted" may be a feeling, but not that of "once stores are exhausted"; nobody goes short "when zinc runs low"
    of_stores = any(
        graph.mention(item, "NUTRIENT") is not None or graph.lemma(item) in words.bare_stores
        for item in graph.kids(clause, "nsubj")
    )
    named = graph.mention(clause) is not None and not of_stores
    alone = graph.is_nominal(clause) or named or graph.lemma(clause) in words.bare_amounts
    # "after cutting back on salt"
    # "when iodine intake falls short"
    measured = any(graph.lemma(kid) in words.large_amounts for kid in graph.kids(clause, "nsubj"))
    avoided = (keeps_off(reader, clause) and not (of_stores or measured)) or _leaves_out(reader, clause)
    whole = alone or avoided or bool(unnamed_shortage(reader, clause))
    parts = [clause] if whole else graph.kids(clause, *ARGUMENTS)
    return [*parts, *amount_adverbs(graph, clause, words=words)]


def _shown(reader: Reader, clause: int) -> int:
    """ "If a test shows that you are anemic": the clause that says what is so, else the clause itself."""
    graph, words = reader.graph, reader.words
    told = graph.kids(clause, "ccomp") if graph.lemma(clause) in words.reporting_verbs else []
    return told[0] if told else clause


def _leaves_out(reader: Reader, verb: int) -> bool:
    """ "When people avoid nuts", "if you stop drinking milk"; in "when zinc drops" the zinc is what is spoken of."""
    graph, words = reader.graph, reader.words
    takes = bool(graph.kids(verb, "obj", "xcomp")) and graph.lemma(verb) not in words.lacking_verbs
    by_people = all(graph.word(kid) in words.persons or is_people(reader, kid) for kid in graph.kids(verb, "nsubj"))
    return takes and by_people and avoids(reader, verb)


def _is_warning(reader: Reader, trigger: int) -> bool:
    """What comes of it when somebody does as he is told: "take too much zinc and you will feel sick"."""
    graph = reader.graph
    outcome = _first_of_clause(reader, trigger)
    told = graph.head(outcome)
    joined = any(graph.word(kid) in reader.words.joining_words for kid in graph.kids(outcome, "cc"))
    if graph.base_dep(outcome) == "parataxis":
        # "add oats; your heart will thank you"
        joined = told < outcome and any(graph.parse.tags[kid] == "MD" for kid in graph.kids(outcome, "aux"))
    # "too little iron and you will tire"
    amount = graph.mention(told, "NUTRIENT") is not None and bool(graph.kids(told, "amod", "det"))
    bidden = amount or graph.parse.tags[told] in BARE
    bidden = bidden and graph.base_dep(told) in ("root", "ccomp", "parataxis")
    return joined and bidden and not graph.kids(told, "nsubj", "aux", "mark")


def _first_of_clause(reader: Reader, trigger: int) -> int:
    """The verb with a subject that is coordinated with another, or the trigger: "you will end up bloated"."""
    graph = reader.graph
    for item in (trigger, *graph.ancestors(trigger)):
        if graph.base_dep(item) in ("conj", "parataxis") and graph.kids(item, "nsubj"):
            return item
        if graph.base_dep(item) not in ("xcomp", "ccomp", "conj"):
            break
    return trigger
