""" ", which ..." behind a clause: whether it goes on about the last noun or about all that happens in the clause."""

from __future__ import annotations

from dataclasses import replace

from claimx.records import GAIN, HARM, Relation
from claimx.relate.clause_signs import is_passive
from claimx.relate.fillers import Filler
from claimx.relate.nutrients import nutrient_fillers
from claimx.relate.reader import Reader
from claimx.relate.subjects import deep_subjects

# clauses that a predicate has its subject from
SHARING = frozenset({"xcomp", "conj", "ccomp"})
# how a parser hangs a clause on a noun
OF_NOUN = "acl:relcl"


def goes_on(reader: Reader, trigger: int, fillers: list[Filler], *, relation: Relation) -> list[Filler]:
    """The fillers of a subject less those that a relative clause of another noun is not about.

    "Eases anxiety, which disrupts sleep": it is anxiety that does so.
    """
    clause = _clause(reader, trigger)
    if clause is None or reader.graph.dep(clause) == OF_NOUN:
        return fillers if clause is None else _holding(reader, reader.graph.head(clause)) or fillers
    if _is_of_many(reader, clause):
        # "makes cells, which protect": cells do
        return []
    if relation not in HARM:
        return fillers
    return [item for item in fillers if item.state != "intake" or not _ends_in_condition(reader, clause)]


def sequel_fillers(reader: Reader, trigger: int, *, relation: Relation) -> list[Filler]:
    """Nutrients of the clause before ", which", where the parse hung it on that clause's last noun.

    What comes of too much or too little is harm ("lowers hemoglobin, which causes fatigue"), what comes of the
    nutrient itself is gain ("slows digestion, which steadies blood sugar"); anything else is the noun's.
    """
    graph = reader.graph
    clause = _clause(reader, trigger)
    if clause is None:
        return []
    if graph.dep(clause) != OF_NOUN:
        last = graph.anchor(graph.kids(clause, "nsubj")[0] - 2)
        if _is_of_many(reader, clause) and graph.mention(last, "NUTRIENT") is not None and graph.is_plural(last):
            # "spinach holds oxalates, which bind calcium": they do
            return nutrient_fillers(reader, last)
        return _lacked(reader, graph.head(clause)) if relation in HARM else []
    noun = graph.head(clause)
    verb = _verb_above(reader, noun)
    if verb is None or graph.mention(noun, "NUTRIENT") is not None or not _agrees(reader, clause, noun=noun):
        return []
    found = _of_clause(reader, verb)
    if relation in HARM:
        return [item for item in found if item.state != "intake"]
    helps = relation in GAIN and graph.mention(noun, "CONDITION") is None
    return [item for item in found if item.state == "intake"] if helps else []


def _holding(reader: Reader, noun: int) -> list[Filler]:
    """ "Fiber holds on to water, which softens stools": what holds the water does."""
    mention, verb = reader.graph.mention(noun, "NUTRIENT"), _verb_above(reader, noun)
    if mention is None or mention.name not in reader.words.vehicle_names or verb is None:
        return []
    return [item for item in _of_clause(reader, verb) if item.mention is not None and item.mention.subtype != "food"]


def _of_clause(reader: Reader, verb: int) -> list[Filler]:
    graph = reader.graph
    negated = any(graph.word(kid) in reader.words.negators for kid in graph.kids(verb, "advmod", "det"))
    passive = is_passive(graph, verb)
    doers = [] if negated else graph.kids(verb, "nsubj") if passive else deep_subjects(reader, verb)
    found = [filler for doer in doers for filler in nutrient_fillers(reader, doer)]
    # "much zinc is lost in the urine, which": what is done to a nutrient matters where it leaves too little or too much
    kept = [item for item in found if item.state != "intake"] if passive else found
    return kept + _lacked(reader, verb)


def _lacked(reader: Reader, verb: int) -> list[Filler]:
    """What it happens without: "without zinc, the body makes less insulin"."""
    graph = reader.graph
    missing = [kid for kid in graph.kids(verb, "obl") if graph.preposition(kid) in reader.words.absence_prepositions]
    return [replace(item, state="deficiency") for kid in missing for item in nutrient_fillers(reader, kid)]


def _clause(reader: Reader, trigger: int) -> int | None:
    """The verb whose subject is a relative pronoun behind a comma, and which the trigger shares it with."""
    graph = reader.graph
    here = trigger
    for above in (trigger, *graph.ancestors(trigger)):
        if above != trigger and graph.base_dep(here) not in SHARING:
            return None
        subjects = graph.kids(above, "nsubj")
        if subjects:
            first = subjects[0]
            behind_comma = first > 1 and graph.word(first - 1) == ","
            return above if behind_comma and graph.word(first) in reader.words.sequel_pronouns else None
        here = above
    return None


def _ends_in_condition(reader: Reader, clause: int) -> bool:
    graph = reader.graph
    last = graph.anchor(graph.kids(clause, "nsubj")[0] - 2)
    return graph.mention(last, "CONDITION") is not None or graph.last_word(last) in reader.words.harmful_processes


def _verb_above(reader: Reader, noun: int) -> int | None:
    """The verb that a noun is the object of, alone or in a list."""
    graph = reader.graph
    first = graph.first_conjunct(noun)
    above = graph.head(first)
    held = graph.base_dep(first) in ("obj", "obl") and graph.pos(above) == "VERB" and not graph.kids(above, "cop")
    return above if held and first == noun else None


def _agrees(reader: Reader, clause: int, *, noun: int) -> bool:
    """The verb may have a whole clause as its subject, which is singular."""
    singular = reader.graph.parse.tags[clause] == "VBZ" or not reader.graph.is_plural(noun)
    return singular and not _is_of_many(reader, clause)


def _is_of_many(reader: Reader, clause: int) -> bool:
    """The verb has a plural subject, which a whole clause is not."""
    graph = reader.graph
    return "VBP" in (graph.parse.tags[clause], *(graph.parse.tags[kid] for kid in graph.kids(clause, "aux")))


def of_bracket(reader: Reader, trigger: int, found: list[Filler]) -> list[Filler]:
    """ "Zinc (guards the prostate) and iron (makes blood)": a bracket tells of the one name before it."""
    graph = reader.graph
    if len(found) < 2 or "(" not in graph.parse.words:
        return found
    clause = next((at for at in (trigger, *graph.ancestors(trigger)) if graph.base_dep(at) == "acl"), None)
    if clause is None or graph.word(min(graph.subtree(clause))) != "(":
        return found
    named = [filler for filler in found if filler.token == graph.head(clause)]
    return named or found
