"""Phrases that no lexicon holds: whether one names a health object, of which kind, and where it begins and ends."""

from __future__ import annotations

from claimx.records import Label, Mention
from claimx.relate.fillers import Filler
from claimx.relate.reader import ObjectSlot, Reader
from claimx.relate.series import listed_label

# tags of what may be the name of something
NAMING = frozenset({"NN", "NNS", "VBG"})
FINITE = frozenset({"VB", "VBP", "VBZ", "VBD"})


def names_given(reader: Reader, token: int, *, label: Label) -> list[int]:
    """What a noun is said to be called: "a condition called scurvy", "a disease known as beriberi"."""
    graph, words = reader.graph, reader.words
    verbs = [kid for kid in graph.kids(token, "acl") if graph.lemma(kid) in words.naming_verbs]
    if graph.mention(token, label) is not None and graph.lemma(token) not in words.spoken_of:
        # "heartburn (also called acid reflux)"
        verbs = [kid for kid in verbs if not graph.has_kid(kid, "advmod", among=words.second_name_words)]
    return [kid for verb in verbs for kid in graph.children[verb] if graph.mention(kid, label) is not None]


def names_something(reader: Reader, token: int, *, slot: ObjectSlot) -> bool:
    """A phrase no lexicon holds is an object when its head or a modifier speaks of the body or of illness."""
    graph, words = reader.graph, reader.words
    lemma = graph.lemma(token)
    of_nutrient = any(graph.mention(kid, "NUTRIENT") is not None for kid in graph.children[token])
    if lemma in words.deficiency_nouns and of_nutrient:
        return False
    if slot.people and lemma in words.population_heads:
        return True
    if lemma in words.risk_nouns or lemma in words.excluded_objects:
        return False
    if lemma in words.relief_nouns and (graph.kids(token, "nmod", "obl") or not graph.kids(token, "compound", "amod")):
        # "helps with the prevention of": what is done for the object
        return False
    # "the spread", "a reduction" of something is no object of its own
    if (
        lemma in words.course_nouns | words.raise_modifiers | words.lower_modifiers
        and lemma not in words.condition_heads
    ):
        return False
    if lemma in words.function_heads or phrase_label(reader, token) != "FUNCTION":
        return True
    if lemma in words.process_nouns and (
        of_nutrient or any(graph.lemma(kid) in words.function_heads for kid in graph.kids(token, "nmod", "compound"))
    ):
        # "the conversion of carotene", "the manufacture of proteins"
        return True
    modifiers = graph.kids(token, "amod", "compound", "nmod")
    return any(
        graph.mention(kid, "FUNCTION", "CONDITION") is not None or graph.word(kid) in words.body_adjectives
        for kid in modifiers
    ) or (slot.open and _is_open_name(reader, token))


def _is_open_name(reader: Reader, token: int) -> bool:
    """A noun of which no list knows anything, behind a verb that tells what it is."""
    graph, words = reader.graph, reader.words
    lemma = graph.lemma(token)
    known = words.open_nouns | words.definite_nouns | words.transparent_nouns | words.symptom_nouns | words.measures
    # "especially in winter"
    unnamed = lemma in known or lemma in words.occasions or graph.is_amount(token)
    return graph.parse.tags[token] in NAMING and not unnamed


def spoken_of(reader: Reader, token: int) -> Filler | None:
    """ "This condition", "the disease", with nothing else to tell which: the one that the text is about."""
    graph, words = reader.graph, reader.words
    pointing = words.definite_articles | words.singular_pointers | words.plural_pointers
    word = graph.word(token)
    if graph.lemma(token).removesuffix("s") not in words.spoken_of or graph.determiner(token) not in pointing:
        return None
    told = graph.kids(token, "amod", "compound", "nmod", "acl", "nummod", "appos", "conj", "flat")
    if told or graph.compounded(token) or graph.base_dep(token) == "compound":
        return None
    start, end = graph.parse.starts[token], graph.parse.ends[token]
    made = Mention("CONDITION", start, end, graph.text(start, end), word, origin="pattern")
    return Filler(token, made, "phrase")


def listed_phrase(reader: Reader, token: int, *, slot: ObjectSlot) -> list[Filler]:
    """What no lexicon holds beside what one does: "anxiety, tension and flaking"."""
    graph, words = reader.graph, reader.words
    label = listed_label(reader, token) if slot.phrases and graph.parse.tags[token] in NAMING else None
    lemma = graph.lemma(token)
    if lemma in words.excluded_objects | words.risk_nouns | words.population_heads | words.relief_nouns:
        return []
    if lemma in words.symptom_nouns and not graph.kids(token, "compound"):
        return []
    nameless = words.open_nouns | words.definite_nouns | words.transparent_nouns
    if lemma in nameless or (label == "FUNCTION" and graph.parse.tags[token] == "VBG"):
        # "substances" and the "severity" of "severity and duration" name nothing, and "exercising" is no function
        return []
    sums_up = any(graph.lemma(kid) in words.excluded_objects for kid in graph.kids(token, "amod", "det"))
    if label not in slot.labels or sums_up or graph.kids(token, "obj", "nmod", "obl", "nummod"):
        return []
    return [Filler(token, noun_phrase(reader, token, label=label), "phrase")]


def noun_phrase(reader: Reader, token: int, *, label: Label | None = None) -> Mention:
    """The phrase around a head that no lexicon knows: its modifiers from the left, and what "of" adds.

    Without a label it has that of its head word.
    """
    graph = reader.graph
    inside = {token}
    for kid in graph.kids(token, "compound", "amod", "nmod:unmarked", "flat", "nummod"):
        if graph.parse.tags[kid] not in FINITE and (kid < token or graph.base_dep(kid) == "flat"):
            inside.update(item for item in graph.subtree(kid) if item < token or graph.base_dep(kid) == "flat")
    for kid in graph.kids(token, "nmod"):
        if kid > token and graph.preposition(kid) in reader.words.genitive_prepositions:
            inside.update(range(token, graph.anchor(kid) + 1))
    for item in list(inside):
        if graph.mention_of[item] >= 0:
            inside.update(graph.subtree_of_mention(item))
    first, last = min(inside), max(inside)
    while first < token and graph.pos(first) in ("DET", "PUNCT", "CCONJ", "ADP"):
        first += 1
    return graph.stretch(first, last, label=label or phrase_label(reader, token))


def phrase_label(reader: Reader, token: int) -> Label:
    """What a phrase names, by its head word. Function is the answer where nothing tells otherwise."""
    graph, words = reader.graph, reader.words
    lemma = graph.lemma(token)
    changes = lemma in words.changing_heads and any(
        graph.mention(kid, "FUNCTION") is not None for kid in graph.kids(token, "compound")
    )
    resists = lemma in words.defending_nouns and not words.defended_prepositions.isdisjoint(
        graph.words[token + 1 : token + 2]
    )
    if lemma in words.condition_heads and not changes and not resists:
        return "CONDITION"
    of = any(graph.preposition(kid) in words.genitive_prepositions for kid in graph.kids(token, "nmod"))
    if lemma in words.drug_heads and not (of and lemma in words.acting_nouns):
        return "DRUG"
    return "POPULATION" if lemma in words.population_heads else "FUNCTION"
