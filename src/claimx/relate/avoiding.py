"""Acts of leaving something out, and what is not taken for that or another reason: "avoiding gluten", "no zinc"."""

from __future__ import annotations

from claimx.relate.reader import Reader

# words behind a verb in which its particle stands ("cut it out")
PARTICLE_REACH = 2


def avoids(reader: Reader, verb: int) -> bool:
    """An act of leaving something out: "avoiding gluten", "steer clear of liver"."""
    return reader.graph.lemma(verb) in reader.words.avoid_verbs or keeps_off(reader, verb) or _is_not_done(reader, verb)


def _is_not_done(reader: Reader, verb: int) -> bool:
    """ "Not drinking alcohol" is a way of avoiding it, and so is what is told: "do not eat or drink it"."""
    graph, words = reader.graph, reader.words
    denied = graph.parse.tags[verb] == "VBG" and verb > 0 and graph.word(verb - 1) in words.negators
    left = (denied and not graph.kids(verb, "aux")) or is_forbidden(reader, verb)
    return left and graph.lemma(verb) in words.intake_verbs


def is_forbidden(reader: Reader, verb: int) -> bool:
    """ "Do not drink", "do not eat or drink": who is told not to leaves something out."""
    graph, words = reader.graph, reader.words
    if graph.base_dep(verb) == "conj" and graph.parse.tags[verb] == "VB" and not graph.kids(verb, "aux", "nsubj"):
        verb = graph.head(verb)
    helpers = {graph.lemma(kid) for kid in graph.kids(verb, "aux")}
    told = graph.parse.tags[verb] in ("VB", "VBG") and helpers == {"do"} and not graph.kids(verb, "nsubj")
    return told and graph.has_kid(verb, "advmod", among=words.negators)


def keeps_off(reader: Reader, verb: int) -> bool:
    """The same in two words."""
    graph, lemma = reader.graph, reader.graph.lemma(verb)
    behind = graph.words[verb + 1 : verb + 1 + PARTICLE_REACH]
    return any(f"{lemma} {word}" in reader.words.avoid_phrases for word in behind)


def is_avoided(reader: Reader, token: int) -> bool:
    """ "Avoiding or cutting down on red meat": somebody leaves it out, and does not lack it."""
    graph, words = reader.graph, reader.words
    verb = next((above for above in graph.ancestors(token) if graph.pos(above) == "VERB"), None)
    if verb is None or not avoids(reader, verb) or graph.lemma(verb) in words.lacking_verbs:
        return False
    if graph.has_kid(token, "amod", "det", among=words.enough):
        # "not eating enough zinc"
        return False
    behind = graph.words[verb + 1 : verb + 2]
    return words.failing_verbs.isdisjoint(f"{graph.lemma(verb)} {word}" for word in behind)


def is_withheld(reader: Reader, token: int, *, trigger: int) -> bool:
    """The trigger is the end of an act of leaving the nutrient out: "limit salt to prevent swelling"."""
    graph = reader.graph
    if graph.kids(trigger, "nsubj"):
        # "avoid alcohol, which can harm": the nutrient is what harms
        return False
    below = token
    for above in graph.ancestors(token):
        if above == trigger and graph.base_dep(above) == "acl":
            # "reduce thirst caused by the salt you eat"
            return False
        if graph.pos(above) in ("VERB", "AUX") and graph.base_dep(above) != "acl":
            with_it = graph.preposition(below) in reader.words.agent_prepositions | reader.words.ways
            held = graph.base_dep(below) in ("obj", "obl", "xcomp") and not with_it
            taken = held and above in graph.ancestors(trigger)
            return taken and above != trigger and avoids(reader, above)
        below = above
    return False


def is_left_aside(reader: Reader, token: int, *, trigger: int) -> bool:
    """ "Avoiding foods that are high in fiber may help", "…; avoiding alcohol": the lack of it does so."""
    graph = reader.graph
    below = token
    for above in graph.ancestors(token):
        # "stopping smoking, with a low-fat diet"
        apart = graph.preposition(below) in reader.words.agent_prepositions | reader.words.ways
        if above == trigger or (apart and graph.base_dep(below) in ("obl", "nmod")):
            return False
        below = above
        if graph.pos(above) == "VERB" and (graph.base_dep(above) != "acl" or graph.kids(above, "mark")):
            acts = graph.parse.tags[above] == "VBG" and not graph.kids(above, "nsubj", "aux")
            acts = acts or is_forbidden(reader, above)
            lacks = graph.lemma(above) in reader.words.lacking_verbs
            return acts and avoids(reader, above) and not lacks and trigger not in graph.subtree(above)
    return False


def is_missed(reader: Reader, token: int, *, trigger: int) -> bool:
    """The trigger is what the nutrient that is short would do: "you lack the iron to make blood"."""
    graph = reader.graph
    if graph.parse.tags[trigger] != "VB" or not graph.has_kid(trigger, "mark", among=reader.words.infinitive_marks):
        return False
    first = graph.first_conjunct(token)
    verb = graph.head(first)
    held = graph.base_dep(first) == "obj" and graph.pos(verb) == "VERB"
    left_out = avoids(reader, verb) and graph.lemma(verb) not in reader.words.lacking_verbs
    # "eat less salt to prevent swelling"
    less = graph.has_kid(first, "amod", "det", among=reader.words.less_words)
    return held and verb in graph.ancestors(trigger) and not left_out and not less


def is_left_out(reader: Reader, token: int) -> bool:
    """ "Limiting protein may help", where the parser took the act for a modifier."""
    graph, words = reader.graph, reader.words
    first = token - 1
    acts = first >= 0 and graph.parse.tags[first] == "VBG" and graph.head(first) == token
    opens = acts and (first == 0 or graph.pos(first - 1) in ("PUNCT", "SCONJ", "CCONJ"))
    named = graph.mention(token, "NUTRIENT") is not None
    return opens and named and graph.lemma(first) in words.avoid_verbs - words.lacking_verbs


def opens_with_avoiding(reader: Reader, token: int) -> bool:
    """ "Avoiding coffee" where the parser took the act for a modifier."""
    first = min(reader.graph.subtree(token))
    return reader.graph.lemma(first) in reader.words.avoid_verbs and reader.graph.base_dep(first) in (
        "amod",
        "compound",
    )


def is_cut(reader: Reader, token: int) -> bool:
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


def is_none_held(reader: Reader, token: int) -> bool:
    """ "When the diet holds no zinc", "a body that gets no zinc", "if there is no zinc in it", "eat no fruit"."""
    graph, words = reader.graph, reader.words
    first = graph.first_conjunct(token)
    verb = graph.head(first)
    if graph.determiner(first) not in words.negators:
        return False
    if graph.base_dep(first) == "nmod":
        return graph.preposition(first) in words.agent_prepositions and graph.lemma(verb) in words.population_heads
    # a line without a subject goes on from what stands above it: "people who:"
    unowned = graph.head(verb) == verb and not graph.kids(verb, "nsubj")
    if graph.base_dep(verb) not in ("advcl", "acl") and not unowned:
        return False
    holds = graph.lemma(verb) in words.containing_verbs | words.intake_verbs and graph.base_dep(first) == "obj"
    return holds or (graph.base_dep(first) == "nsubj" and bool(graph.kids(verb, "expl")))
