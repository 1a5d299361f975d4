"""Reading by distance, where the parse gave a verb no arguments or took it for a noun."""

from __future__ import annotations

from claimx.relate.forms import BARE, FINITE, NOUNS
from claimx.relate.graph import Graph
from claimx.relate.people import is_people
from claimx.relate.reader import Reader
from claimx.relate.subjects import surface_subjects

# tokens between a trigger and its object
MAX_REACH = 6
# parts of speech behind which an adjective or noun may be a verb after all
BEFORE_VERB = ("NOUN", "PROPN", "AUX", "ADV", "PRON", "PUNCT", "CCONJ")


def reach_roles(reader: Reader, trigger: int) -> tuple[str, str] | None:
    """The roles to read a transitive verb's nutrient and object by, or None where the parse is to be believed."""
    graph, words = reader.graph, reader.words
    if graph.lemma(trigger) in words.no_reach or (graph.parse.tags[trigger] == "VBN" and not _lacks_verb(graph)):
        return None
    if graph.parse.tags[trigger] == "VBG" and (
        graph.lemma(graph.head(trigger)) in words.trouble_nouns or graph.compounded(trigger)
    ):
        # "difficulty moving the arms", "corticotropin-releasing hormone"
        return None
    is_verb = graph.pos(trigger) == "VERB"
    has_subject = is_verb and bool(graph.kids(trigger, "nsubj"))
    above = graph.first_conjunct(trigger)
    if is_verb and above != trigger and graph.dep(above) == "acl:relcl" and graph.kids(above, "nsubj"):
        # "treatments that lower iron and reduce pain": the second verb has the subject of the first
        has_subject = True
    has_object = is_verb and bool(graph.kids(trigger, "obj"))
    if has_subject and has_object:
        return None
    if graph.parse.pos[trigger] in ("ADJ", "NOUN") and not is_hidden_verb(reader, trigger):
        before = graph.parse.pos[trigger - 1] if trigger else ""
        if before not in BEFORE_VERB:
            return None
    if not has_subject and any(graph.mention(doer, "DRUG") for doer in surface_subjects(reader, trigger)):
        # "the drug (for those on a high-salt diet) is used to narrow": the medicine does
        return None
    # what the parse does give is believed
    return "subj" if has_subject else "reach_left", "obj" if has_object else "reach_right"


def is_hidden_verb(reader: Reader, token: int) -> bool:
    """An adjective right behind "help" or "to" that is a verb: "may help lower cholesterol"."""
    graph, words = reader.graph, reader.words
    if not 0 < token < len(graph) or graph.word(token) not in words.verb_adjectives:
        return False
    before = token - 1
    opens = graph.lemma(before) in words.bare_causatives or graph.word(before) in words.infinitive_marks
    return opens and graph.parse.pos[token] == "ADJ"


def _lacks_verb(graph: Graph) -> bool:
    """The parse made a noun the root of what has no copula: it took the verb for something else."""
    return any(
        graph.head(item) == item and graph.pos(item) in NOUNS and not graph.kids(item, "cop")
        for item in range(len(graph))
    )


def reach_left(reader: Reader, trigger: int) -> list[int]:
    """The first nutrient, or else pronoun, of the trigger's clause, read from the left."""
    graph = reader.graph
    start = _clause_start(reader, trigger)
    nutrients = [
        item for item in graph.head_of if start <= item < trigger and graph.mention(item, "NUTRIENT") is not None
    ]
    if nutrients:
        between = range(nutrients[0] + 1, trigger)
        # another clause's subject stands between
        own = any(graph.base_dep(item) == "nsubj" and _is_noun_or_people(reader, item) for item in between)
        own = own or _is_beside(reader, trigger, nutrient=nutrients[0]) or _is_of_body(reader, trigger)
        return [] if own else nutrients[:1]
    pronouns = (i for i in range(start, trigger) if graph.pos(i) == "PRON" and graph.word(i) in reader.words.pronouns)
    return list(pronouns)[:1]


def _is_noun_or_people(reader: Reader, token: int) -> bool:
    """ "Those" are people, where "it" may be the nutrient."""
    return reader.graph.pos(token) != "PRON" or is_people(reader, token)


def _is_beside(reader: Reader, trigger: int, *, nutrient: int) -> bool:
    """Two acts in one list: "eating fiber and keeping a healthy weight", "help digest fat and absorb iron"."""
    graph, tag = reader.graph, reader.graph.parse.tags[trigger]
    if any(_goes_on_from(graph, item, nutrient=nutrient) for item in (trigger, *graph.ancestors(trigger))):
        return True
    first = graph.first_conjunct(trigger)
    if tag in BARE and graph.base_dep(first) in ("xcomp", "ccomp"):
        tags: tuple[str, ...] = BARE
    elif tag == "VBG" or (tag in FINITE and graph.lemma(first) in reader.words.avoid_verbs):
        tags = (tag,)
    else:
        # "drink tea and ease your cold" promises something
        return False
    acts = [item for item in graph.conjuncts(first) if graph.parse.tags[item] in tags]
    below = nutrient
    for above in graph.ancestors(nutrient):
        if above in acts and above != trigger:
            return graph.base_dep(below) != "nsubj"
        below = above
    return False


def _goes_on_from(graph: Graph, act: int, *, nutrient: int) -> bool:
    """ "Changes include a healthy diet, managing stress": an act that stands beside what is eaten."""
    first = graph.first_conjunct(act)
    return graph.parse.tags[act] == "VBG" and graph.is_nominal(first) and nutrient in graph.subtree(first)


def _is_of_body(reader: Reader, trigger: int) -> bool:
    """ "The kidneys steady the salt in blood by removing water", "and remove water": a part of the body does it."""
    graph = reader.graph
    if graph.base_dep(trigger) == "conj" and (graph.parse.tags[trigger] in FINITE or graph.kids(trigger, "aux")):
        return any(graph.mention(doer, "FUNCTION") is not None for doer in surface_subjects(reader, trigger))
    act = graph.first_conjunct(trigger)
    by_means = graph.preposition(act) in reader.words.means_prepositions
    doers = graph.kids(graph.head(act), "nsubj") if by_means else []
    return any(graph.mention(doer, "FUNCTION") is not None for doer in doers)


def _clause_start(reader: Reader, trigger: int) -> int:
    graph, openers = reader.graph, reader.words.clause_openers
    for token in range(trigger - 1, -1, -1):
        opens = graph.word(token) in openers and graph.pos(token) in ("SCONJ", "PRON") and token < trigger - 1
        if opens or graph.word(token) in (";", ":", "(", "—", "–"):
            return token + 1
    return 0


def reach_right(reader: Reader, trigger: int) -> list[int]:
    """The first mention behind the trigger within its phrase."""
    graph = reader.graph
    first = trigger + 1
    if first < len(graph) and graph.word(first) in reader.words.particles:
        first += 1
    if first < len(graph) and graph.parse.pos[first] == "ADP":
        # what "of" follows is a noun after all: "a building block of"
        return []
    for token in range(first, min(len(graph), first + MAX_REACH)):
        if graph.mention(token, "CONDITION", "FUNCTION", "NUTRIENT") is not None:
            return [graph.anchor(token)]
        ends = graph.pos(token) in ("VERB", "AUX", "PUNCT", "SCONJ", "CCONJ", "PRON")
        if ends or graph.word(token) in reader.words.clause_openers:
            return []
    return []
