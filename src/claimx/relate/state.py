"""Intake, deficiency or excess: what a phrase says of the amount of its nutrient."""

from __future__ import annotations

from claimx.records import State
from claimx.relate.reader import Reader

# tokens to the left of a nutrient, and to its right, that may speak of its amount
WINDOW = 6
RIGHT = 2
# a verb nearer than this belongs to the phrase ("not getting enough zinc")
NEAR_VERB = 3
# tags of what a thing does, not what it is
ACTS = ("VB", "VBZ", "VBP", "VBD")
# words behind a verb in which its particle stands ("cut it out")
PARTICLE_REACH = 2


def nutrient_state(reader: Reader, token: int) -> State:
    """The state the words around a nutrient, its carrier noun or its intake verb give it."""
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
    if graph.parse.tags[trigger] != "VB" or not any(
        graph.word(kid) in reader.words.infinitive_marks for kid in graph.kids(trigger, "mark")
    ):
        return False
    verb = graph.head(graph.first_conjunct(token))
    held = graph.base_dep(graph.first_conjunct(token)) == "obj" and graph.pos(verb) == "VERB"
    left_out = avoids(reader, verb) and graph.lemma(verb) not in reader.words.lacking_verbs
    return held and verb in graph.ancestors(trigger) and not left_out


def _read_state(reader: Reader, token: int) -> State:
    graph, words = reader.graph, reader.words
    lemma = graph.lemma(token)
    if lemma in words.deficiency_nouns:
        return "deficiency"
    if lemma in words.excess_nouns:
        return "excess"
    modifiers = [
        kid
        for kid in graph.kids(token, "amod", "compound", "det", "advmod", "acl")
        # "the ability to lower cholesterol", "tea that lowers it" say nothing of the amount
        if graph.parse.tags[kid] not in ACTS
    ]
    near = {graph.word(kid) for kid in (*modifiers, *graph.kids(token, "nummod"))}
    near |= {graph.lemma(kid) for kid in modifiers}
    stretch = _stretch(reader, token)
    if _holds(stretch, words.deficiency_phrases):
        return "deficiency"
    if _holds(stretch, words.excess_phrases) or near & words.excess_modifiers:
        return "excess"
    if lemma in words.excess_amounts and near & words.large_modifiers:
        return "excess"
    if near & words.deficiency_modifiers and lemma in words.amount_nouns | words.carriers | words.effect_nouns:
        return "deficiency"
    if near & words.low_amounts and graph.mention(token, "NUTRIENT") is not None:
        return "deficiency"
    state = _state_above(reader, token)
    return state if state != "intake" else _clause_state(reader, token)


def _state_above(reader: Reader, token: int) -> State:
    """What the carrier says of the nutrient in it ("low levels of zinc"), or a predicate ("zinc is low")."""
    graph, words = reader.graph, reader.words
    above = graph.head(token)
    if graph.dep(token) in ("nmod", "compound", "amod", "nmod:poss") and above != token:
        carries = graph.lemma(above) in words.carriers | words.deficiency_nouns | words.excess_nouns
        return nutrient_state(reader, above) if carries else "intake"
    if graph.base_dep(token) == "obj" and graph.lemma(above) in words.lacking_verbs:
        return "deficiency"
    is_low = graph.base_dep(token) == "nsubj" and graph.lemma(above) in words.deficiency_modifiers
    return "deficiency" if is_low and graph.kids(above, "cop") else "intake"


def _clause_state(reader: Reader, token: int) -> State:
    """ "do not get enough zinc", "without enough B12", "can't absorb enough B12": negation of a sufficient amount."""
    graph, words = reader.graph, reader.words
    sufficient = any(
        graph.word(kid) in words.enough
        for item in (token, graph.head(token))
        for kid in graph.kids(item, "amod", "det", "advmod", "obj", "compound")
    )
    if not sufficient:
        return "intake"
    for item in (token, *graph.ancestors(token)):
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
        if pos in ("PUNCT", "SCONJ", "CCONJ") or (pos == "VERB" and item < token - NEAR_VERB):
            left = item + 1
            break
    return f" {' '.join(graph.words[left : token + RIGHT + 1])} "


def _holds(stretch: str, cues: frozenset[str]) -> bool:
    return any(f" {cue} " in stretch for cue in cues)
