"""What a clause tells by itself of its subject and its object: its voice, what it is told to take, what it shares."""

from __future__ import annotations

from claimx.relate.avoiding import avoids
from claimx.relate.forms import BARE, FINITE
from claimx.relate.graph import Graph
from claimx.relate.nutrient_signs import taken_instead
from claimx.relate.reader import Reader

# tags of verbs that stand in no infinitive and share no "did not"
TENSED = ("VBZ", "VBD")
# tokens between coordinated verbs that may share an object
MAX_BETWEEN_VERBS = 4
# marks that set a clause off
APART = (",", "—", "–", "-", "--")


def is_passive(graph: Graph, verb: int) -> bool:
    """A finite passive, or a bare participle behind the noun it is said of ("nutrients found in fish")."""
    if {graph.dep(kid) for kid in graph.children[verb]} & {"aux:pass", "nsubj:pass", "csubj:pass", "obl:agent"}:
        return True
    first = graph.first_conjunct(verb)
    if first != verb and graph.parse.tags[verb] == "VBN" and not graph.kids(verb, "nsubj", "obj", "aux", "cop"):
        # "is not taken by children or given to infants"
        return is_passive(graph, first)
    return (
        graph.base_dep(verb) == "acl"
        and graph.parse.tags[verb] == "VBN"
        and not graph.kids(verb, "nsubj", "obj", "aux")
    )


def people_told(reader: Reader, act: int) -> list[int]:
    """Who is told to do it: "doctors urge people with gout to avoid liver"."""
    graph, above = reader.graph, reader.graph.head(act)
    told = graph.lemma(above) in reader.words.telling_verbs and not is_passive(graph, above)
    bare = graph.base_dep(act) in ("xcomp", "ccomp", "advcl") and graph.parse.tags[act] == "VB"
    return [kid for kid in graph.kids(above, "obj", "iobj") if kid < act] if told and bare else []


def taken_as_told(reader: Reader, act: int) -> list[int]:
    """What an order tells somebody to eat: "swap butter for oil", "snack on nuts", "stir turmeric into soups"."""
    graph, words = reader.graph, reader.words
    verb = graph.lemma(act) in words.ordered_verbs | words.swapping_verbs and graph.parse.tags[act] in BARE
    if not verb or any(graph.word(kid) not in words.persons for kid in graph.kids(act, "nsubj")):
        return []
    if graph.lemma(act) in words.swapping_verbs:
        return taken_instead(reader, act)
    beside = [kid for kid in graph.kids(act, "obl", "nmod") if graph.preposition(kid) in words.ordered_prepositions]
    things = graph.kids(act, "obj")
    # "start your day with oats"
    named = any(graph.mention(item, "NUTRIENT") for kid in things for item in graph.subtree(kid))
    return things if named else things + [kid for kid in beside if kid > act]


def taken_for_purpose(reader: Reader, act: int, *, purpose: int) -> list[int]:
    """What a row of orders tells somebody to eat for what stands behind the last: "eat bran and drink tea to ease"."""
    graph = reader.graph
    row = graph.conjuncts(graph.first_conjunct(act)) if graph.parse.tags[act] in BARE else [act]
    return [
        item
        for verb in row
        if verb == act or (verb < purpose and not graph.kids(verb, "advcl") and not avoids(reader, verb))
        for item in taken_as_told(reader, verb)
    ]


def right_before(graph: Graph, predicate: int) -> list[int]:
    """The noun phrase that ends where a finite verb begins, where the parser hung it on something else."""
    first = predicate
    while first > 0 and (graph.pos(first - 1) in ("AUX", "ADV", "PART") or graph.word(first - 1) in ("all", "both")):
        first -= 1
    helped = any(graph.pos(item) == "AUX" for item in range(first, predicate))
    last = first - 1
    if last < 0 or not (helped or graph.parse.tags[predicate] in FINITE) or graph.mention_of[last] < 0:
        return []
    top = graph.anchor(last)
    while graph.base_dep(top) in ("nmod", "compound", "obl", "conj", "appos"):
        above = graph.head(top)
        if above > last or not graph.is_nominal(above):
            break
        top = above
    return [top] if top != predicate and predicate not in graph.subtree(top) else []


def last_nutrient(reader: Reader, token: int, *, noun: int) -> int | None:
    """ "A source of fiber, which eases": the fiber does, though the clause hangs on the source."""
    graph = reader.graph
    last = token - 1
    while last > noun and graph.word(last) in APART:
        last -= 1
    inside = graph.anchor(last) if last > noun and graph.mention_of[last] >= 0 else noun
    of_source = graph.mention(noun) is None and graph.lemma(noun) in reader.words.carriers
    # "a compound in garlic that eases pain" is the compound
    of_source = of_source and graph.preposition(inside) in reader.words.genitive_prepositions
    return inside if of_source and graph.mention(inside, "NUTRIENT") is not None and inside != noun else None


def lacks_its_object(reader: Reader, verb: int) -> bool:
    """The verb of a relative clause without a pronoun, whose object is the noun it is said of."""
    graph = reader.graph
    subjects = graph.kids(verb, "nsubj")
    # "an amino acid your body turns into serotonin"
    turns = graph.lemma(verb) in reader.words.turning_verbs
    others = graph.kids(verb, "obj", "xcomp", "ccomp") if turns else graph.kids(verb, "xcomp", "ccomp", "obl")
    if graph.dep(verb) != "acl:relcl" or not subjects or others:
        return False
    return not any(graph.word(item) in reader.words.relative_pronouns for item in subjects)


def shared_objects(graph: Graph, verb: int) -> list[int]:
    # "promotes and supports nerve repair": the object hangs on one verb and serves both
    group = graph.conjuncts(graph.first_conjunct(verb))
    if graph.kids(verb, "obl", "xcomp", "ccomp") or _ends_in_preposition(graph, verb):
        return []
    # "helps muscles relax and nerves send signals"
    later = [other for other in group if other > verb and graph.kids(other, "obj") and not graph.kids(other, "nsubj")]
    if later and graph.parse.tags[verb] in ("VB", "VBG") and graph.parse.tags[later[0]] in TENSED:
        # "did not help and gave some people headaches", "and stopping gives many a headache"
        return []
    if later:
        return graph.kids(later[0], "obj") if later[0] - verb <= MAX_BETWEEN_VERBS else []
    first = group[0]
    return [kid for kid in graph.kids(first, "obj") if first != verb and kid > verb]


def _ends_in_preposition(graph: Graph, verb: int) -> bool:
    """ "Builds up in and damages the liver" builds up no liver."""
    particle, preposition, joint = (*graph.parse.pos[verb + 1 : verb + 4], "", "", "")[:3]
    return particle == "ADP" and preposition in ("ADP", "ADV") and joint == "CCONJ"


def set_off(graph: Graph, noun: int, *, participle: int) -> bool:
    """A comma or dash stands between: ", regulating blood sugar" speaks of the sentence's subject, not of the noun."""
    return any(graph.word(item) in APART for item in range(noun + 1, participle))


def clauses_within(reader: Reader, noun: int) -> list[int]:
    """Clauses below a noun that are about something else: "sources in places where salt is not iodised"."""
    graph, pronouns = reader.graph, reader.words.relative_pronouns
    return [
        item
        for item in graph.subtree(noun)
        if graph.base_dep(item) in ("acl", "advcl", "parataxis")
        and any(graph.word(kid) not in pronouns for kid in graph.kids(item, "nsubj"))
    ]
