"""Who does what in a parse: the deep subjects and objects of a verb, noun or adjective.

Passives, control, raising, relative and participial clauses, light verbs and coordination are read here once, so
that a rule only says "subj" or "obj". The rules' role names are defined by `find_role`.
"""

from __future__ import annotations

from claimx.relate.graph import Graph
from claimx.relate.words import Words

MAX_CLIMB = 6
# tokens between a trigger and its object where the parse fails
MAX_REACH = 6


def is_passive(graph: Graph, verb: int) -> bool:
    """A finite passive, or a bare participle behind the noun it is said of ("nutrients found in fish")."""
    if graph.kids(verb, "aux:pass", "nsubj:pass", "csubj:pass", "obl:agent"):
        labels = {graph.dep(kid) for kid in graph.children[verb]}
        if labels & {"aux:pass", "nsubj:pass", "csubj:pass", "obl:agent"}:
            return True
    return (
        graph.base_dep(verb) == "acl"
        and graph.parse.tags[verb] == "VBN"
        and not graph.kids(verb, "nsubj", "obj", "aux")
    )


def antecedent(graph: Graph, token: int) -> int:
    """The noun a relative pronoun stands for, or the token itself."""
    if graph.parse.tags[token] not in ("WDT", "WP") and graph.parse.words[token].lower() not in (
        "that",
        "which",
        "who",
    ):
        return token
    for above in graph.ancestors(token):
        if graph.dep(above) == "acl:relcl":
            return graph.head(above)
    return token


def surface_subjects(graph: Graph, predicate: int, words: Words, depth: int = 0) -> list[int]:
    """Subjects of whatever voice, taken from the clause above where the predicate has none of its own."""
    own = graph.kids(predicate, "nsubj", "csubj")
    if graph.parse.tags[predicate] == "VBG" and graph.base_dep(predicate) in ("advcl", "acl", "xcomp"):
        # what follows a bare participle is no subject, whatever the parse says: "helping you control your weight"
        own = [kid for kid in own if kid < predicate]
    if own:
        return [antecedent(graph, kid) for kid in own]
    return _inherited(graph, predicate, words, depth)


def deep_subjects(graph: Graph, predicate: int, words: Words, depth: int = 0) -> list[int]:
    """Tokens that head the logical subject: the doer of a verb, the holder of a noun or an adjective."""
    if graph.pos(predicate) in ("NOUN", "PROPN") and not graph.kids(predicate, "nsubj"):
        return holders(graph, predicate, words, depth)
    if is_passive(graph, predicate):
        agents = graph.kids(predicate, "obl:agent")
        agents = [kid for kid in agents if graph.dep(kid) == "obl:agent"]
        agents += [
            kid
            for kid in graph.kids(predicate, "obl")
            if graph.preposition(kid) in ("by", "with") and kid not in agents
        ]
        return agents + _gerund_agents(graph, predicate)
    return surface_subjects(graph, predicate, words, depth)


def _gerund_agents(graph: Graph, predicate: int) -> list[int]:
    return [kid for kid in graph.kids(predicate, "advcl") if graph.preposition(kid) == "by"]


def _inherited(graph: Graph, predicate: int, words: Words, depth: int) -> list[int]:
    if depth >= MAX_CLIMB:
        return []
    label, above = graph.dep(predicate), graph.head(predicate)
    base = label.split(":")[0]
    if above == predicate:
        return []
    if base == "conj":
        return (
            surface_subjects(graph, above, words, depth + 1)
            if graph.pos(above) not in ("NOUN", "PROPN") or graph.kids(above, "nsubj")
            else deep_subjects(graph, above, words, depth + 1)
        )
    if base in ("xcomp", "ccomp", "advcl", "parataxis", "dep"):
        if base in ("ccomp", "parataxis") and graph.kids(predicate, "nsubj"):
            return []
        found = surface_subjects(graph, above, words, depth + 1)
        if graph.pos(above) in ("NOUN", "PROPN") and not found:
            found = [above]
        objects = graph.kids(above, "obj") or deep_objects(graph, above, words)
        if graph.lemma(above) in words.causative_verbs or graph.lemma(above) in words.enabling_verbs:
            found = found + objects
        if base == "advcl" and is_passive(graph, above):
            found = deep_subjects(graph, above, words, depth + 1) + found
        return found
    if label == "acl:relcl":
        return _copular_subjects(graph, above) or [above]
    if base == "acl":
        if graph.preposition(predicate) or graph.parse.tags[predicate] == "VB":
            return holders(graph, above, words, depth + 1)
        if graph.parse.tags[predicate] == "VBG" and _set_off(graph, above, predicate):
            clause = next(
                (item for item in graph.ancestors(predicate) if graph.pos(item) in ("VERB", "AUX", "ADJ")), None
            )
            if clause is not None:
                return surface_subjects(graph, clause, words, depth + 1)
        return _copular_subjects(graph, above) or [above]
    if base in ("nmod", "obl", "amod", "compound"):
        return (
            holders(graph, above, words, depth + 1)
            if graph.is_nominal(above)
            else surface_subjects(graph, above, words, depth + 1)
        )
    return []


def _set_off(graph: Graph, noun: int, participle: int) -> bool:
    """A comma or dash stands between: ", regulating blood sugar" speaks of the sentence's subject, not of the noun."""
    return any(graph.parse.words[item] in (",", "—", "–", "-", "--") for item in range(noun + 1, participle))


def _copular_subjects(graph: Graph, noun: int) -> list[int]:
    return [antecedent(graph, kid) for kid in graph.kids(noun, "nsubj")]


def holders(graph: Graph, noun: int, words: Words, depth: int = 0) -> list[int]:
    """Who holds a noun ("its effect", "the role of zinc", "zinc has a role", "zinc is a treatment")."""
    if depth >= MAX_CLIMB or graph.lemma(noun) in words.barrier_nouns:
        return []
    possessors = [kid for kid in graph.children[noun] if graph.dep(kid) == "nmod:poss"]
    # "the effect of zinc" is zinc's, "a reduction of pain" is not the pain's
    sides = ("of", "by", "from", "with") if graph.lemma(noun) in words.holder_nouns else ("by", "with")
    owners = [kid for kid in graph.kids(noun, "nmod") if graph.preposition(kid) in sides]
    found = _copular_subjects(graph, noun) + possessors + owners
    label, above = graph.base_dep(noun), graph.head(noun)
    if above == noun or _copular_subjects(graph, noun):
        return found
    if label in ("obj", "obl", "xcomp", "iobj", "advcl", "ccomp"):
        if graph.lemma(above) in words.light_verbs or label == "xcomp":
            found += deep_subjects(graph, above, words, depth + 1)
            if is_passive(graph, above):
                found += surface_subjects(graph, above, words, depth + 1)
    elif label == "nsubj" and graph.dep(noun) == "nsubj:pass":
        found += deep_subjects(graph, above, words, depth + 1)
    elif label in ("nmod", "conj", "acl", "appos"):
        found += holders(graph, above, words, depth + 1)
        if label == "appos":
            found.append(above)
    elif label == "compound" and graph.is_nominal(above):
        found += holders(graph, above, words, depth + 1)
    return list(dict.fromkeys(found))


def deep_objects(graph: Graph, predicate: int, words: Words) -> list[int]:
    """Tokens that head the logical object of a verb; a shared object of coordinated verbs serves each of them."""
    if is_passive(graph, predicate):
        own = [kid for kid in graph.children[predicate] if graph.dep(kid) in ("nsubj:pass", "csubj:pass")]
        if own:
            return [antecedent(graph, kid) for kid in own]
        if graph.base_dep(predicate) == "acl":
            return _copular_subjects(graph, graph.head(predicate)) or [graph.head(predicate)]
        if graph.base_dep(predicate) == "conj":
            return surface_subjects(graph, predicate, words)
        return []
    own = [antecedent(graph, kid) for kid in graph.kids(predicate, "obj")]
    if own:
        return own
    above = graph.head(predicate)
    if (
        graph.base_dep(predicate) in ("ccomp", "acl")
        and graph.is_nominal(above)
        and graph.lemma(predicate) in words.enabling_verbs
    ):
        # "substances that your body needs", where the parser took "that" for a conjunction
        return [above]
    return _shared_objects(graph, predicate)


def _shared_objects(graph: Graph, verb: int) -> list[int]:
    # "promotes and supports nerve repair": the object hangs on one verb and serves both
    group = graph.conjuncts(graph.first_conjunct(verb))
    if graph.kids(verb, "obl", "xcomp", "ccomp"):
        return []
    later = [other for other in group if other > verb and graph.kids(other, "obj")]
    for other in later[:1]:
        between = [kid for kid in graph.kids(verb, "obl", "obj", "xcomp") if kid > verb]
        if not between and other - verb <= 4:
            return graph.kids(other, "obj")
    if later:
        return []
    first = group[0]
    return [kid for kid in graph.kids(first, "obj") if first != verb and kid > verb]


def prepositional(graph: Graph, predicate: int, prepositions: frozenset[str]) -> list[int]:
    """Heads of prepositional phrases under a predicate, or, for a noun, under the verb it depends on."""

    def under(token: int) -> list[int]:
        return [
            kid
            for kid in graph.kids(token, "obl", "nmod", "advcl", "acl", "xcomp")
            if graph.preposition(kid) in prepositions
        ]

    found = under(predicate)
    if found:
        return found
    for kid in graph.kids(predicate, "amod", "acl", "advmod"):
        found.extend(under(kid))
    if found:
        return found
    above = graph.head(predicate)
    if graph.base_dep(predicate) == "amod":
        return [kid for kid in under(above) if kid > predicate]
    if graph.base_dep(predicate) in ("obj", "obl", "xcomp", "nsubj") and above != predicate:
        found = [kid for kid in under(above) if kid > predicate]
    if not found and graph.pos(predicate) in ("VERB", "ADJ"):
        for noun in graph.kids(predicate, "obj"):
            for item in graph.conjuncts(noun):
                found.extend(under(item))
    if not found and graph.base_dep(predicate) == "conj":
        group = graph.conjuncts(graph.first_conjunct(predicate))
        for other in group:
            found.extend(kid for kid in under(other) if kid > predicate)
    if not found:
        for other in graph.kids(predicate, "conj"):
            found.extend(under(other))
    return found


def modified(graph: Graph, token: int) -> list[int]:
    """The noun that an adjective or participle stands before ("improved circulation")."""
    return [graph.head(token)] if graph.base_dep(token) in ("amod", "compound") else []


def _clause_parts(graph: Graph, predicate: int, marks: frozenset[str]) -> list[int]:
    """Subjects and objects of the clauses under a predicate that a marker opens ("if you have too little iron")."""
    found: list[int] = []
    clauses = graph.kids(predicate, "advcl", "obl", *(("ccomp",) if "how" in marks else ()))
    first = graph.first_conjunct(predicate)
    if first != predicate:
        # "when levels are low, damage can occur or worsen": the clause hangs on the first of the verbs
        clauses = clauses + [kid for kid in graph.kids(first, "advcl", "obl") if kid < first]
    for kid in clauses:
        opener = graph.preposition(kid).split(" ")[0]
        marked = {graph.parse.words[item].lower() for item in graph.kids(kid, "mark", "advmod", "case")} | {opener}
        if marked & marks:
            found.extend([kid] if graph.is_nominal(kid) else graph.kids(kid, "nsubj", "obj", "obl"))
    return found


def reach_left(graph: Graph, trigger: int, words: Words) -> list[int]:
    """Where the parse fails: the first nutrient, or else pronoun, of the trigger's clause, read from the left."""
    start = 0
    for token in range(trigger - 1, -1, -1):
        word = graph.parse.words[token].lower()
        if word in (";", ":", "(", "—", "–") or (
            word in words.clause_openers and graph.pos(token) in ("SCONJ", "PRON") and token < trigger - 1
        ):
            start = token + 1
            break
    nutrients = [
        item for item in graph.head_of if start <= item < trigger and graph.mention(item, "NUTRIENT") is not None
    ]
    if nutrients:
        between = range(nutrients[0] + 1, trigger)
        # another clause's subject stands between
        own = any(graph.base_dep(item) == "nsubj" and graph.pos(item) != "PRON" for item in between)
        return [] if own else nutrients[:1]
    pronouns = [
        i for i in range(start, trigger) if graph.pos(i) == "PRON" and graph.parse.words[i].lower() in words.pronouns
    ]
    return pronouns[:1]


def reach_right(graph: Graph, trigger: int, words: Words) -> list[int]:
    """Where the parse fails: the first mention behind the trigger within its phrase."""
    if trigger + 1 < len(graph) and graph.parse.pos[trigger + 1] == "ADP":
        # what "of" follows is a noun after all: "a building block of"
        return []
    for token in range(trigger + 1, min(len(graph), trigger + 1 + MAX_REACH)):
        if graph.mention(token, "CONDITION", "FUNCTION", "NUTRIENT") is not None:
            return [graph.anchor(token)]
        word = graph.parse.words[token].lower()
        if graph.pos(token) in ("VERB", "AUX", "PUNCT", "SCONJ", "CCONJ", "PRON") or word in words.clause_openers:
            return []
    return []


def find_role(graph: Graph, role: str, trigger: int, words: Words) -> list[int]:
    """Tokens that fill a role of a trigger.

    Roles: `subj`, `obj`, `prep:in|on` (a prepositional phrase), `mod` (the noun an adjective modifies), `inner`
    (compound or possessive words inside a noun trigger), `comp` (predicate behind a copula), `clause:if|when` (subjects
    and objects of such a clause), `relative` (everything in a relative clause), `copula` (what a noun is said of),
    `predicate` (what the trigger is said to be), `above_predicate` (the same of the subject above the trigger), `this`
    (the trigger, behind a demonstrative), `anywhere:after` (a phrase anywhere behind the trigger), `topic` (the
    condition spoken of), `governed` (the object of the verb whose subject the trigger is), `near` (the nutrient named
    last before the trigger), `comp_obj` and `comp_subj` (object of the clause below, and its subject), `above_subj`
    (of the clause, or the next above), `reach_left` and `reach_right` (by distance, where the parse fails), `self`.
    """
    name, _, argument = role.partition(":")
    if name == "subj":
        return deep_subjects(graph, trigger, words)
    if name == "surface":
        return surface_subjects(graph, trigger, words)
    if name == "obj":
        return deep_objects(graph, trigger, words)
    if name == "prep":
        return prepositional(graph, trigger, frozenset(argument.split("|")))
    if name == "mod":
        return modified(graph, trigger)
    if name == "inner":
        return [kid for kid in graph.kids(trigger, "compound", "amod", "nmod:poss") if kid < trigger]
    if name == "comp":
        return graph.kids(trigger, "xcomp", "ccomp", "attr")
    if name == "clause":
        return _clause_parts(graph, trigger, frozenset(argument.split("|")))
    if name == "reach_left":
        return reach_left(graph, trigger, words)
    if name == "reach_right":
        return reach_right(graph, trigger, words)
    if name == "above_subj":
        verb = next((item for item in graph.ancestors(trigger) if graph.kids(item, "nsubj")), None)
        return graph.kids(trigger, "nsubj") or (graph.kids(verb, "nsubj") if verb is not None else [])
    if name == "comp_obj":
        return [
            item for kid in graph.kids(trigger, "xcomp", "advcl", "ccomp", "acl") for item in graph.kids(kid, "obj")
        ]
    if name == "comp_subj":
        return graph.kids(trigger, "obj") if graph.kids(trigger, "xcomp", "ccomp", "advcl") else []
    if name == "near":
        before = [item for item in graph.head_of if item < trigger and graph.mention(item, "NUTRIENT") is not None]
        return before[-1:]
    if name == "anywhere":
        wanted = frozenset(argument.split("|"))
        return [item for item in range(trigger + 1, len(graph)) if graph.preposition(item) in wanted]
    if name == "this":
        return [trigger] if graph.determiner(trigger) in words.pronouns | {"such"} else []
    if name == "topic":
        return [trigger]
    if name == "predicate":
        # what a subject is said to be or consist of: "treatment is zinc", "treatment consists of zinc"
        above = graph.head(trigger)
        if graph.base_dep(trigger) != "nsubj":
            return []
        return [above] if graph.kids(above, "cop") else graph.kids(above, "obj", "obl", "xcomp", "ccomp")
    if name == "above_predicate":
        # "those at risk of low iron are infants and athletes"
        subject = next((item for item in (trigger, *graph.ancestors(trigger)) if graph.base_dep(item) == "nsubj"), None)
        return find_role(graph, "predicate", subject, words) if subject is not None else []
    if name == "relative":
        return [item for kid in graph.kids(trigger, "acl") for item in graph.subtree(kid)]
    if name == "governed":
        # what the verb that a noun is the subject of takes: "causes of low iron include blood loss"
        return graph.kids(graph.head(trigger), "obj") if graph.base_dep(trigger) == "nsubj" else []
    if name == "copula":
        return _copular_subjects(graph, trigger)
    if name == "self":
        return [trigger]
    raise ValueError(f"no role is called {role!r}")
