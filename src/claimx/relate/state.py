"""Intake, deficiency or excess: what a phrase says of the amount of its nutrient."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimx.records import Mention, Relation, State
from claimx.relate.fillers import Amount, Filler
from claimx.relate.graph import HYPHEN
from claimx.relate.reader import Reader

# where a large amount does harm it is an excess
HARMS: frozenset[Relation] = frozenset(
    {"CAUSES", "WORSENS", "PREDISPOSES", "CONTRAINDICATED_IN", "INTERACTS_WITH", "SAFE_FOR"}
)

# tokens to the left of a nutrient, and to its right, that may speak of its amount
WINDOW = 6
RIGHT = 2
# a verb nearer than this belongs to the phrase ("not getting enough zinc")
NEAR_VERB = 3
# tags of what a thing does, not what it is
ACTS = ("VB", "VBZ", "VBP", "VBD")
# words behind a verb in which its particle stands ("cut it out")
PARTICLE_REACH = 2


def settle(amount: Amount, relation: Relation, found: Mention | None) -> State:
    """The state that an amount has in a claim: a large dose is an excess where it harms, else a dose like others."""
    if relation == "FOUND_IN" and amount == "excess":
        # what is in a food is there, however much of it that is
        return "intake"
    if amount != "large":
        return amount
    is_tied = relation == "ASSOCIATED_WITH" and found is not None and found.label == "CONDITION"
    return "excess" if relation in HARMS or is_tied else "intake"


def stated_amount(reader: Reader, filler: Filler, *, trigger: int) -> Amount:
    """The amount of a claim's nutrient; where its phrase gives none, what its clause says ("in high doses")."""
    if filler.state == "intake":
        return _amount_around(reader, filler.token, trigger)
    return "intake" if filler.state == "deficiency" and _is_taken_up(reader, filler.token, trigger) else filler.state


def _is_taken_up(reader: Reader, token: int, trigger: int) -> bool:
    """ "Avoiding alcohol – it can harm": what harms is not the lack of it."""
    graph = reader.graph
    act = graph.head(graph.first_conjunct(token))
    doers = graph.kids(graph.first_conjunct(trigger), "nsubj")
    later = any(doer > token and graph.word(doer) in reader.words.pronouns for doer in doers)
    return later and avoids(reader, act) and graph.lemma(act) not in reader.words.lacking_verbs


def _amount_around(reader: Reader, token: int, trigger: int) -> Amount:
    graph = reader.graph
    holders = [token, trigger]
    for above in graph.ancestors(trigger):
        if graph.pos(holders[-1]) in ("VERB", "AUX", "ADJ"):
            break
        holders.append(above)
    # "can cause and worsen it in high doses"
    holders.extend({graph.first_conjunct(holder) for holder in holders[1:]})
    for kid in sorted({kid for holder in holders for kid in graph.kids(holder, "obl", "nmod", "advcl", "advmod")}):
        inside = graph.subtree(kid)
        if (
            token in inside
            or _is_reason(reader, kid)
            or any(graph.mention(item, "NUTRIENT") is not None for item in inside)
        ):
            continue
        for item in inside:
            amount = nutrient_state(reader, item) if _is_bare_amount(reader, item) else "intake"
            if amount in ("large", "excess"):
                return amount
    return "intake"


def _is_reason(reader: Reader, clause: int) -> bool:
    """ "Avoid it if you are ill, because the surplus harms": the amount is that of another statement."""
    marks = {reader.graph.word(kid) for kid in reader.graph.kids(clause, "mark", "advmod")}
    return reader.graph.base_dep(clause) == "advcl" and not marks.isdisjoint(
        reader.words.clause_openers - reader.words.amount_openers
    )


def _is_bare_amount(reader: Reader, token: int) -> bool:
    """ "Doses", "excess", the "much" of "if you take too much", but not that of "too much exercise"."""
    graph, words, lemma = reader.graph, reader.words, reader.graph.lemma(token)
    if lemma in words.excess_nouns and graph.base_dep(token) in ("amod", "compound"):
        # "by removing excess fluid"
        return False
    if lemma in words.large_amounts or lemma in words.excess_nouns:
        return not graph.kids(token, "nmod")
    above = graph.head(token)
    taken = graph.lemma(above) in words.dosing_verbs or not graph.kids(above, "obj")
    # "might lower blood sugar too much" is no amount of what lowers it
    bare = graph.base_dep(token) == "obj" or (graph.base_dep(token) == "advmod" and taken)
    return lemma in words.bare_amounts and bare


def nutrient_state(reader: Reader, token: int) -> Amount:
    """The amount that the words around a nutrient, its carrier noun or its intake verb give it."""
    state = reader.states.get(token)
    if state is None:
        state = reader.states[token] = _read_state(reader, token)
    return state


def avoids(reader: Reader, verb: int) -> bool:
    """An act of leaving something out: "avoiding gluten", "steer clear of liver"."""
    return reader.graph.lemma(verb) in reader.words.avoid_verbs or keeps_off(reader, verb)


def keeps_off(reader: Reader, verb: int) -> bool:
    """The same in two words."""
    graph, lemma = reader.graph, reader.graph.lemma(verb)
    behind = graph.words[verb + 1 : verb + 1 + PARTICLE_REACH]
    return any(f"{lemma} {word}" in reader.words.avoid_phrases for word in behind)


def is_withheld(reader: Reader, token: int, *, trigger: int) -> bool:
    """The trigger is the end of an act of leaving the nutrient out: "limit salt to prevent swelling"."""
    graph = reader.graph
    if graph.kids(trigger, "nsubj"):
        # "avoid alcohol, which can harm": the nutrient is what harms
        return False
    below = token
    for above in graph.ancestors(token):
        if graph.pos(above) in ("VERB", "AUX") and graph.base_dep(above) != "acl":
            with_it = graph.preposition(below) in reader.words.agent_prepositions | reader.words.ways
            held = graph.base_dep(below) in ("obj", "obl", "xcomp") and not with_it
            taken = held and above in graph.ancestors(trigger)
            return taken and above != trigger and avoids(reader, above)
        below = above
    return False


def is_missed(reader: Reader, token: int, *, trigger: int) -> bool:
    """The trigger is what the nutrient that is short would do: "you lack the iron to make blood"."""
    graph = reader.graph
    if graph.parse.tags[trigger] != "VB" or not graph.has_kid(trigger, "mark", among=reader.words.infinitive_marks):
        return False
    verb = graph.head(graph.first_conjunct(token))
    held = graph.base_dep(graph.first_conjunct(token)) == "obj" and graph.pos(verb) == "VERB"
    left_out = avoids(reader, verb) and graph.lemma(verb) not in reader.words.lacking_verbs
    # "eat less salt to prevent swelling"
    less = {graph.word(kid) for kid in graph.kids(graph.first_conjunct(token), "amod", "det")} & reader.words.less_words
    return held and verb in graph.ancestors(trigger) and not left_out and not less


def _read_state(reader: Reader, token: int) -> Amount:
    graph, words = reader.graph, reader.words
    lemma = graph.lemma(token)
    if lemma in words.deficiency_nouns:
        righted = graph.base_dep(token) == "nmod" and graph.lemma(graph.head(token)) in words.righting_nouns
        return "intake" if righted else "deficiency"
    if lemma in words.excess_nouns:
        return "excess"
    modifiers = [
        kid
        for kid in graph.kids(token, "amod", "compound", "det", "advmod", "acl")
        # "the ability to lower cholesterol", "tea that lowers it" say nothing of the amount
        if graph.parse.tags[kid] not in ACTS
    ]
    modifiers = [kid for kid in modifiers if not _is_some(reader, kid)]
    near = {graph.word(kid) for kid in (*modifiers, *graph.kids(token, "nummod"))}
    near |= {graph.lemma(kid) for kid in modifiers}
    if graph.determiner(token) in words.demonstratives | words.articles:
        # "this little seed" is small
        near -= words.some_words
    stretch = _stretch(reader, token)
    if _holds(stretch, words.deficiency_phrases):
        return "deficiency"
    if _holds(stretch, words.excess_phrases) or near & words.excess_modifiers or _is_over_limit(reader, token):
        return "excess"
    if _holds(stretch, words.large_phrases) or near & words.large_words or _is_large(reader, token, modifiers):
        return "large"
    carries = lemma in words.amount_nouns | words.carriers | words.effect_nouns
    if near & words.deficiency_modifiers and carries and lemma not in words.dose_nouns:
        return "deficiency"
    if near & words.low_amounts and graph.mention(token, "NUTRIENT") is not None:
        return "deficiency"
    if _is_cut(reader, token):
        return "deficiency"
    if _shares_low(reader, token) or _is_left_out(reader, token) or _is_none_held(reader, token):
        return "deficiency"
    if graph.base_dep(token) == "obl" and graph.preposition(token) in words.absence_prepositions:
        # "without iodine, the thyroid slows down"
        return "deficiency"
    if any(_falls(reader, token, verb=kid) for kid in graph.kids(token, "acl") if graph.pos(kid) == "VERB"):
        # "zinc levels that drop"
        return "deficiency"
    state = _state_above(reader, token)
    return state if state != "intake" else _clause_state(reader, token)


def _is_left_out(reader: Reader, token: int) -> bool:
    """ "Limiting protein may help", where the parser took the act for a modifier."""
    graph, words = reader.graph, reader.words
    first = token - 1
    acts = first >= 0 and graph.parse.tags[first] == "VBG" and graph.head(first) == token
    opens = acts and (first == 0 or graph.pos(first - 1) in ("PUNCT", "SCONJ", "CCONJ"))
    named = graph.mention(token, "NUTRIENT") is not None
    return opens and named and graph.lemma(first) in words.avoid_verbs - words.lacking_verbs


def _is_cut(reader: Reader, token: int) -> bool:
    """ "Being active, reducing fat and losing weight", "stopping smoking and drinking alcohol"."""
    graph, words = reader.graph, reader.words
    first = graph.first_conjunct(token)
    verb = graph.head(first)
    mention = graph.mention(token, "NUTRIENT")
    if mention is None or graph.base_dep(first) != "obj" or graph.parse.tags[verb] != "VBG" or first < verb:
        return False
    if graph.lemma(verb) in words.avoid_verbs - words.lacking_verbs - words.righting_verbs:
        return graph.base_dep(verb) in ("advcl", "conj") and not graph.kids(verb, "nsubj", "mark")
    act = graph.first_conjunct(verb)
    stopped = graph.lemma(act) in words.avoid_verbs and graph.parse.tags[act] == "VBG"
    return act != verb and stopped and mention.name in words.limited


def _is_none_held(reader: Reader, token: int) -> bool:
    """ "When the diet holds no zinc", "a body that gets no zinc", "if there is no zinc in it"."""
    graph, words = reader.graph, reader.words
    first = graph.first_conjunct(token)
    verb = graph.head(first)
    if graph.determiner(first) not in words.negators:
        return False
    if graph.base_dep(first) == "nmod":
        return graph.preposition(first) in words.agent_prepositions and graph.lemma(verb) in words.population_heads
    if graph.base_dep(verb) not in ("advcl", "acl"):
        return False
    holds = graph.lemma(verb) in words.containing_verbs | words.intake_verbs and graph.base_dep(first) == "obj"
    return holds or (graph.base_dep(first) == "nsubj" and bool(graph.kids(verb, "expl")))


def _shares_low(reader: Reader, token: int) -> bool:
    """The sugar of "less fat and sugar", but not of "less fat and more sugar"."""
    graph, words = reader.graph, reader.words
    first = graph.first_conjunct(token)
    if first == token or graph.mention(token, "NUTRIENT") is None or graph.kids(token, "amod", "det", "nmod:poss"):
        return False
    # "a low-calorie, low-fat diet"
    named = graph.mention(first, "NUTRIENT") is not None and graph.last_word(token) not in words.diets
    return named and graph.has_kid(first, "amod", "det", among=words.low_amounts)


def _is_some(reader: Reader, token: int) -> bool:
    """ "A little zinc" is some, "little zinc" is too little."""
    graph, words = reader.graph, reader.words
    return token > 0 and graph.word(token) in words.some_words and graph.word(token - 1) in words.articles


def _is_over_limit(reader: Reader, token: int) -> bool:
    """ "More zinc than you need", "intakes that exceed the limit"."""
    graph, words = reader.graph, reader.words
    if any(graph.lemma(kid) in words.exceeding_verbs for kid in graph.kids(token, "acl")):
        return True
    if not graph.has_kid(token, "amod", among=words.raise_modifiers):
        return False
    behind = graph.words[token + 1 : token + 2 + WINDOW]
    return behind[:1] == ("than",) and not words.limit_words.isdisjoint(behind)


def _is_large(reader: Reader, token: int, modifiers: Sequence[int]) -> bool:
    """ "A high dose", "high salt"; the "high" of "high-fat milk" is no amount of the milk."""
    graph, words = reader.graph, reader.words
    if graph.lemma(token) not in words.large_amounts and graph.mention(token, "NUTRIENT") is None:
        return False
    return any(
        graph.word(kid) in words.large_modifiers and graph.words[kid + 1 : kid + 2] != (HYPHEN,) for kid in modifiers
    )


def _state_above(reader: Reader, token: int) -> Amount:
    """What the carrier says of the nutrient in it ("low levels of zinc"), or a predicate ("zinc is low")."""
    graph, words = reader.graph, reader.words
    above = graph.head(token)
    if graph.dep(token) in ("nmod", "compound", "amod", "nmod:poss") and above != token:
        carries = graph.lemma(above) in words.carriers | words.deficiency_nouns | words.excess_nouns
        return nutrient_state(reader, above) if carries else "intake"
    if graph.base_dep(token) == "obj" and graph.lemma(above) in words.lacking_verbs:
        return "deficiency"
    if graph.words[token + 1 : token + 2] == (HYPHEN,) and above == token + 2:
        # "iron-deficient women"
        return "deficiency" if graph.lemma(above) in words.deficiency_modifiers else "intake"
    if graph.base_dep(token) != "nsubj":
        return "intake"
    if graph.lemma(above) in words.exceeding_verbs:
        return "excess"
    if _falls(reader, token, verb=above):
        return "deficiency"
    if _gathers(reader, token, verb=above):
        return "large"
    is_amount = graph.lemma(token) in words.amount_nouns
    measured = is_amount or graph.mention(token, "NUTRIENT") is not None
    if measured and (predicated := _said_amount(reader, above)) != "intake":
        return predicated
    said = {graph.lemma(item) for item in (above, *graph.kids(above, "xcomp"))}
    if is_amount and (not said.isdisjoint(words.rising_verbs) or not said.isdisjoint(words.large_modifiers)):
        return "large"
    short = {graph.lemma(above), graph.word(above)} & words.deficiency_modifiers
    # "zinc did not lower LDL" is no lower zinc
    said_so = graph.kids(above, "cop", "aux") and not graph.kids(above, "obj")
    return "deficiency" if short and said_so else "intake"


def _falls(reader: Reader, token: int, *, verb: int) -> bool:
    """ "When zinc runs short", "as levels drop"."""
    graph, words = reader.graph, reader.words
    named = (
        graph.mention(token, "NUTRIENT") is not None or graph.lemma(token) in words.bare_stores | words.large_amounts
    )
    # "falls below 10 mg a day"
    taken = [kid for kid in graph.kids(verb, "obj") if not graph.is_amount(kid)]
    return named and not words.failing_verbs.isdisjoint((graph.with_particle(verb), graph.lemma(verb))) and not taken


def _gathers(reader: Reader, token: int, *, verb: int) -> bool:
    """ "Copper builds up in the liver"."""
    graph, words = reader.graph, reader.words
    gathers = not words.gathering_verbs.isdisjoint((graph.with_particle(verb), graph.lemma(verb)))
    return gathers and graph.mention(token, "NUTRIENT") is not None and not graph.kids(verb, "obj")


def _said_amount(reader: Reader, predicate: int) -> Amount:
    """ "The level is above normal", "... is lower than it should be"."""
    graph, words = reader.graph, reader.words
    start = min([predicate, *graph.kids(predicate, "cop", "case", "advmod", "amod")])
    said = f" {' '.join(graph.words[start : predicate + WINDOW])} "
    if _holds(said, words.high_phrases):
        return "large"
    return "deficiency" if _holds(said, words.low_phrases) else "intake"


def _clause_state(reader: Reader, token: int) -> Amount:
    """ "do not get enough zinc", "without enough B12", "can't absorb enough B12": negation of a sufficient amount."""
    graph, words = reader.graph, reader.words
    first = graph.first_conjunct(token)
    verb = graph.head(first)
    denied = graph.has_kid(verb, "advmod", among=words.negators)
    uptake = {graph.lemma(verb), graph.with_particle(verb)}
    taken = graph.base_dep(first) == "obj" or graph.dep(first) == "nsubj:pass"
    # "cannot absorb B12", "if you do not eat meat"
    clause = graph.base_dep(verb) in ("advcl", "acl") and bool(graph.kids(verb, "nsubj"))
    known = words.uptake_verbs | words.eating_verbs | words.taking_verbs if clause else words.uptake_verbs
    if denied and taken and not uptake.isdisjoint(known):
        return "deficiency"
    sufficient = any(
        graph.word(kid) in words.enough
        for item in (token, graph.head(token))
        for kid in graph.kids(item, "amod", "det", "advmod", "obj", "compound")
    )
    if not sufficient:
        return "intake"
    below = token
    for item in (token, *graph.ancestors(token)):
        if graph.pos(item) in ("VERB", "AUX") and graph.dep(below) == "nsubj":
            # "adequate zinc did not help"
            break
        below = item
        if graph.preposition(item).split(" ")[0] in words.absence_prepositions:
            return "deficiency"
        if any(
            graph.word(kid) in words.negators or graph.lemma(kid) in words.negators
            for kid in graph.kids(item, "advmod", "det")
        ):
            return "deficiency"
        if graph.pos(item) in ("VERB", "AUX"):
            break
    return "intake"


def _stretch(reader: Reader, token: int) -> str:
    """The words from a little left of a token to its right neighbour, lower-cased, within its phrase."""
    graph = reader.graph
    left = max(0, token - WINDOW)
    for item in range(token - 1, left - 1, -1):
        pos = graph.parse.pos[item]
        if graph.words[item] == HYPHEN:
            continue
        if pos in ("PUNCT", "SCONJ", "CCONJ") or (pos == "VERB" and item < token - NEAR_VERB):
            left = item + 1
            break
    return f" {' '.join(graph.words[left : token + RIGHT + 1])} ".replace(f" {HYPHEN} ", HYPHEN)


def _holds(stretch: str, cues: frozenset[str]) -> bool:
    return any(cue in stretch for cue in _apart(cues))


@cache
def _apart(cues: frozenset[str]) -> tuple[str, ...]:
    """Cues as they stand in a stretch: whole words."""
    return tuple(f" {cue} " for cue in sorted(cues))
