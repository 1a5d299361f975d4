"""What tells that a phrase names no nutrient, leaves it to another, or holds one among its modifiers."""

from __future__ import annotations

from claimx.records import Mention
from claimx.relate.fillers import Filler
from claimx.relate.people import is_people
from claimx.relate.reader import Reader
from claimx.relate.series import series

BRACKETS = ("(", ")")


def is_label(reader: Reader, filler: Filler) -> bool:
    """ "Antioxidant" as a word for what something is like: "antioxidant properties", but not "vitamin deficiency"."""
    graph, words = reader.graph, reader.words
    is_class = filler.mention is not None and filler.mention.name in words.carrier_classes
    said = graph.base_dep(filler.token) in ("amod", "compound") and not graph.is_plural(filler.token)
    head = graph.head(filler.token)
    lacked = graph.lemma(head) in words.deficiency_nouns and graph.determiner(head) not in words.demonstratives
    return is_class and said and not lacked


def has_other_owner(reader: Reader, token: int) -> bool:
    """The carrier noun is plainly of something else: "protein intake" where protein is no nutrient, "drug form"."""
    graph, words = reader.graph, reader.words
    behind = graph.words[token + 1 : token + 2]
    if graph.lemma(token) in words.deficiency_nouns | words.excess_nouns and words.genitive_prepositions & set(behind):
        # "a lack of working enzymes", however the parse hangs what there is too little of
        return True
    return any(
        graph.pos(kid) in ("NOUN", "PROPN")
        and graph.base_dep(kid) in ("compound", "nmod")
        and graph.mention(kid, "POPULATION") is None
        and not _is_of_time(reader, kid)
        and graph.lemma(kid) not in words.supplement_words
        # "long-term use" is nobody's
        and graph.word(kid - 1) != "-"
        for kid in graph.children[token]
    )


def _is_of_time(reader: Reader, token: int) -> bool:
    """ "High intakes over many years", "in early pregnancy"."""
    graph, words = reader.graph, reader.words
    lemma, preposition = graph.lemma(token), graph.preposition(token)
    time = any(lemma in group for group in (words.spans_of_time, words.spell_nouns, words.life_stages))
    return time and (not preposition or preposition in words.over_time)


def is_no_pronoun(reader: Reader, token: int) -> bool:
    """ "Those who smoke" are people, "those mutations" are named, and a "that" behind a noun opens a clause."""
    graph, words = reader.graph, reader.words
    if graph.base_dep(token) == "det":
        return True
    behind = graph.word(token + 1) if token + 1 < len(graph) else ""
    if graph.word(token) in words.plural_pronouns and behind in words.relative_pronouns:
        return True
    ill = graph.word(token) in words.plural_pointers and graph.kids(token, "nmod")
    if ill and any(graph.mention(kid, "CONDITION") is not None for kid in ill):
        # "common in those with gout"
        return True
    if graph.has_kid(token, "nmod", among=words.relative_pronouns):
        # "pain and swelling, both of which"
        return True
    if graph.word(token) in words.event_pronouns and graph.lemma(graph.head(token)) in words.happening_verbs:
        # "that can happen when it is hot"
        return True
    if graph.word(token) in words.persons and graph.base_dep(token) == "nsubj":
        # "the salt they eat", "take in"
        verb = graph.head(token)
        eaten = {graph.lemma(verb), graph.with_particle(verb)}
        # "when they stop drinking"
        eaten |= {graph.lemma(kid) for kid in graph.kids(verb, "xcomp") if graph.lemma(verb) in words.avoid_verbs}
        # and not "they are said to ease"
        told = graph.dep(token) == "nsubj:pass" and graph.lemma(verb) in words.attesting_verbs
        return not told and not (words.eating_verbs | words.human_verbs).isdisjoint(eaten)
    if graph.word(token) in words.plural_pointers and graph.parse.tags[token + 1 : token + 2] == ("VBN",):
        # "similar to those used for colds"
        return True
    behind_noun = token > 0 and (graph.is_nominal(token - 1) or graph.mention_of[token - 1] >= 0)
    return behind_noun and graph.word(token) in words.relative_pronouns


def is_expletive(reader: Reader, token: int) -> bool:
    """ "It" that announces a clause: "it is important to talk to a doctor", "it is not known if"."""
    graph, words = reader.graph, reader.words
    if graph.dep(token) == "expl":
        return True
    above = graph.head(token)
    if graph.lemma(token) not in words.expletives or graph.base_dep(token) in ("obl", "nmod"):
        # "be careful with it if you have gout"
        return False
    marks = words.clause_marks
    if graph.pos(above) == "VERB" and graph.dep(token) == "nsubj:pass":
        # "it is needed to make blood", "it is best avoided if you have gout" announce nothing
        marks = marks - words.infinitive_marks
        if graph.lemma(above) in words.avoid_verbs | words.taking_verbs:
            marks = marks - words.conditions
    elif graph.pos(above) not in ("ADJ", "NOUN"):
        return False
    noun = graph.pos(above) == "NOUN"
    degreed = graph.has_kid(above, "advmod", among=words.enough)
    if degreed or graph.lemma(above) in words.able_adjectives or (noun and graph.lemma(above) not in words.act_nouns):
        # "it is likely to upset your stomach", "it is a good way to ease pain"
        marks = marks - words.infinitive_marks
    if noun or graph.lemma(above) in words.risky_adjectives:
        # "it is no good idea if you have gout"
        marks = marks - words.conditions
    return any(
        kid > above and graph.has_kid(kid, "mark", among=marks)
        for kid in graph.kids(above, "csubj", "ccomp", "xcomp", "advcl", "acl", "obl")
    )


def opens(reader: Reader, token: int) -> bool:
    """The noun is one that nutrients are looked for inside of."""
    graph, words = reader.graph, reader.words
    lemma = graph.lemma(token)
    return (
        lemma in words.carriers
        or lemma in words.effect_nouns
        or lemma in words.deficiency_nouns | words.excess_nouns | words.short_adjectives
        or (lemma in words.lessening_nouns and _is_in_something(reader, token))
        or lemma in words.transparent_nouns | words.rising_nouns
        or lemma in words.population_heads | words.tested_animals
        or graph.word(token) in words.carriers
        or are_takers(reader, token)
        or (lemma in words.inabilities and graph.has_kid(token, "acl", among=words.uptake_verbs))
        or lemma in words.measures
        or graph.is_amount(token)
        or graph.pos(token) in ("ADJ", "NUM", "DET", "ADV", "PRON", "SYM")
    )


def _is_in_something(reader: Reader, token: int) -> bool:
    """ "A drop in iron", not "a drop of oil"."""
    graph, sides = reader.graph, reader.words.rising_prepositions - reader.words.genitive_prepositions
    return any(graph.preposition(kid) in sides for kid in graph.kids(token, "nmod"))


def is_of_people(reader: Reader, possessive: int) -> bool:
    """ "They should not raise their intake": theirs, and not that of what was spoken of."""
    graph, words = reader.graph, reader.words
    held = graph.head(possessive)
    plural = graph.word(possessive) in words.plural_pronouns
    return plural and graph.lemma(held) in words.own_intakes and graph.base_dep(held) == "obj"


def are_takers(reader: Reader, token: int) -> bool:
    """Whoever they are: "nurses who took zinc", "carriers given zinc"."""
    graph, words = reader.graph, reader.words
    for verb in graph.kids(token, "acl"):
        given = graph.lemma(verb) in words.trial_verbs and graph.parse.tags[verb] == "VBN" and graph.kids(verb, "obj")
        who = graph.has_kid(verb, "nsubj", among=words.personal_relatives)
        if given or (who and graph.lemma(verb) in words.intake_verbs):
            return True
    return False


def is_told_by_act(reader: Reader, token: int) -> bool:
    """ "Tablets that cut stomach acid" are told by what they do, and hold no nutrient that was spoken of."""
    graph, words = reader.graph, reader.words
    if graph.word(token) not in words.pill_nouns or token + 1 == len(graph):
        return False
    clauses = [kid for kid in graph.kids(token, "acl") if graph.word(token + 1) in words.relative_pronouns]
    return any(graph.has_kid(item, "nsubj", among=words.relative_pronouns) for item in clauses)


def _is_gloss(reader: Reader, token: int) -> bool:
    """ "Blood glucose (sugar)", "triglycerides (a type of fat)": what is only said to tell what another thing is."""
    graph, words = reader.graph, reader.words
    behind = graph.words[token + 1 : token + 2]
    if token < 2 or list(behind) != [BRACKETS[1]]:
        return False
    if graph.word(token - 1) == BRACKETS[0]:
        return graph.mention(token - 2, "FUNCTION") is not None
    kind = graph.head(token)
    opened = kind > 1 and (graph.word(kind - 2), graph.determiner(kind) in words.articles) == (BRACKETS[0], True)
    return opened and graph.lemma(kind) in words.kind_words and graph.preposition(token) in words.genitive_prepositions


def is_body_matter(reader: Reader, token: int) -> bool:
    """The fat of "muscle, fat and liver cells", the sugar of "blood glucose (sugar)"."""
    graph = reader.graph
    if _is_gloss(reader, token):
        return True
    first = graph.first_conjunct(token)
    row = graph.conjuncts(first)
    last = row[-1]
    if last == token or first == token or graph.mention(first, "FUNCTION") is None:
        return False
    return graph.word(last).split()[-1] in reader.words.body_matter and graph.mention(last, "FUNCTION") is not None


def is_eater(reader: Reader, token: int) -> bool:
    graph, words = reader.graph, reader.words
    return (
        is_people(reader, token)
        or graph.lemma(token) in words.empty_classes
        or graph.mention(token, "NUTRIENT") is not None
    )


def is_enough(reader: Reader, token: int) -> bool:
    return reader.graph.has_kid(token, "amod", "det", among=reader.words.enough)


def is_it(reader: Reader, token: int) -> bool:
    """The "it" of "a lack of it", "foods that contain it"."""
    words = reader.words
    return reader.graph.word(token) in words.pronouns - words.possessives - words.relative_pronouns


def taken_instead(reader: Reader, verb: int) -> list[int]:
    """What is taken in the place of another: "replacing butter with oil", "swapping rice for oats"."""
    graph, words = reader.graph, reader.words
    if graph.lemma(verb) not in words.swapping_verbs:
        return []
    sides = words.swapping_prepositions
    if graph.lemma(verb) in words.substituting_verbs:
        sides = sides - words.given_up_prepositions
    return [kid for kid in _beside(reader, verb) if graph.preposition(kid) in sides]


def given_up(reader: Reader, verb: int) -> frozenset[int]:
    """The beef of "substituting beans for beef", and all that hangs on it."""
    graph, words = reader.graph, reader.words
    if graph.lemma(verb) not in words.substituting_verbs:
        return frozenset()
    others = [kid for kid in _beside(reader, verb) if graph.preposition(kid) in words.given_up_prepositions]
    return frozenset(item for other in others for item in graph.subtree(other))


def _beside(reader: Reader, verb: int) -> list[int]:
    graph = reader.graph
    return [
        kid
        for item in (verb, *graph.kids(verb, "obj"), *graph.kids(verb, "obl"))
        for kid in graph.kids(item, "obl", "nmod")
    ]


def folded_with(reader: Reader, token: int, *, mention: Mention) -> list[Filler]:
    """The others that one amount is of: "500 milligrams of EPA and DHA"."""
    graph = reader.graph
    start, end = graph.parse.starts[token], graph.parse.ends[token]
    inside = [item for item in graph.folded if start <= item.start and item.end <= end and item.start >= mention.end]
    return [Filler(token, item) for item in inside if item.label == "NUTRIENT"]


def _is_amount_of(reader: Reader, kid: int) -> bool:
    """The noun that a phrase hangs on says how much there is of what another one names."""
    graph, words = reader.graph, reader.words
    amount = graph.head(kid)
    of = (item for item in graph.kids(amount, "nmod") if graph.preposition(item) in words.genitive_prepositions)
    told = graph.lemma(amount) in words.excess_nouns | words.deficiency_nouns | words.amount_nouns
    return told and any(graph.mention(item, "NUTRIENT") is not None for item in of)


def called_by_name(reader: Reader, token: int) -> list[int]:
    """ "The omega-3 fatty acids EPA and DHA": the names right behind their class."""
    graph = reader.graph
    behind = graph.subtree_of_mention(token)[-1] + 1
    names = [kid for kid in graph.kids(token, "appos") if kid == behind and graph.mention(kid, "NUTRIENT") is not None]
    return names if graph.determiner(token) in reader.words.definite_articles else []


def included(reader: Reader, token: int) -> list[int]:
    """The members of a class that a verb lists: "foods that ease colds include oats and nuts"."""
    graph, words = reader.graph, reader.words
    verb = graph.head(token)
    if graph.base_dep(token) != "nsubj" or graph.lemma(verb) not in words.listing_verbs or not graph.kids(token, "acl"):
        return []
    return [item for kid in graph.kids(verb, "obj") for item in series(reader, kid)]


def holds_none(reader: Reader, kid: int) -> bool:
    """A modifier that says nothing of what the noun holds: "oats, a whole grain", "an excess of zinc from water"."""
    graph, words = reader.graph, reader.words
    base, preposition = graph.base_dep(kid), graph.preposition(kid)
    if graph.dep(kid) == "nmod:poss":
        # "nuts carry risks of their own", "people cut their odds of gout", "people change their habits"
        of_people = graph.lemma(graph.head(kid)) in words.bare_risks | words.peoples_own
        return (graph.word(kid) in words.plural_pronouns and of_people) or graph.word(kid + 1) in words.own_words
    if base == "appos":
        return graph.mention(kid, "NUTRIENT") is not None and graph.determiner(kid) in words.articles
    if base not in ("nmod", "obl") or is_without_enough(reader, kid):
        return False
    if preposition not in words.inner_prepositions | {""}:
        return True
    if base == "nmod" and preposition in words.origin_prepositions and _is_amount_of(reader, kid):
        return True
    # "a drug for those on a high-salt diet"
    return base == "nmod" and preposition in words.beneficiary_prepositions and is_people(reader, kid)


def is_without_enough(reader: Reader, kid: int) -> bool:
    """ "A diet without enough iron", "a diet without iron"."""
    graph, words = reader.graph, reader.words
    without = graph.base_dep(kid) == "nmod" and graph.preposition(kid) in words.absence_prepositions
    held = graph.mention(kid, "NUTRIENT")
    lacks = held is not None and held.subtype != "food" and graph.lemma(graph.head(kid)) in words.diets
    return without and (lacks or is_enough(reader, kid))


def does_act(reader: Reader, filler: Filler, *, end: int) -> bool:
    """A pronoun that does what the trigger is the end of: "it works with calcium to keep bones strong"."""
    graph = reader.graph
    act = graph.head(end)
    return filler.kind == "pronoun" and graph.dep(filler.token) == "nsubj" and graph.head(filler.token) == act
