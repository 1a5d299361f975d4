"""Who does it: the surface and the deep subjects of a predicate, and the holders of a noun.

Passives, control, raising, relative and participial clauses, light verbs and coordination are read here once, so
that a rule only says "subj".
"""

from __future__ import annotations

from claimx.relate.classes import apposed_to, is_rest
from claimx.relate.clause_signs import (
    APART,
    is_passive,
    lacks_its_object,
    last_nutrient,
    people_told,
    right_before,
    set_off,
    shared_objects,
    taken_as_told,
    taken_for_purpose,
)
from claimx.relate.foods import is_eaten
from claimx.relate.forms import BARE, NOUNS
from claimx.relate.naming import names_given
from claimx.relate.reader import Reader
from claimx.relate.unnamed import amount_adverbs

# clauses that a subject is looked for above the predicate
MAX_CLIMB = 6


def _doers(reader: Reader, token: int, *, clause: int, depth: int) -> list[int]:
    """ "Zinc slows digestion, which in turn steadies blood sugar": whose doing a clause goes on from."""
    graph, words = reader.graph, reader.words
    noun = graph.head(clause)
    main = graph.head(graph.first_conjunct(noun))
    goes_on = " ".join(graph.words[token + 1 : token + 3]) in words.result_phrases or (
        graph.lemma(clause) in words.result_verbs and graph.parse.tags[clause] == "VBZ"
    )
    held = graph.base_dep(graph.first_conjunct(noun))
    # "pulls water into the blood, which raises"
    goes_on = goes_on or (held == "obl" and graph.parse.tags[clause] == "VBZ" and bool(graph.kids(main, "obj")))
    apart = token > 0 and graph.word(token - 1) == "," and held in ("obj", "obl")
    if not goes_on or not apart or depth >= MAX_CLIMB or graph.mention(noun, "NUTRIENT", "DRUG") is not None:
        return []
    return deep_subjects(reader, main, depth=depth + 1)


def antecedents(reader: Reader, token: int, *, depth: int = 0) -> list[int]:
    """What a relative pronoun stands for, a noun or the doer of the clause before it, or else the token itself."""
    graph = reader.graph
    if graph.parse.tags[token] not in ("WDT", "WP") and graph.word(token) not in reader.words.relative_pronouns:
        return _some_of_them(reader, token) or [token]
    for above in graph.ancestors(token):
        if graph.dep(above) == "acl:relcl":
            inside = last_nutrient(reader, token, noun=graph.head(above))
            if inside is not None:
                return [inside]
            noun = graph.head(above)
            if depth < MAX_CLIMB and _says_nothing(reader, noun, token):
                return deep_subjects(reader, graph.head(noun), depth=depth + 1)
            doers = _doers(reader, token, clause=above, depth=depth) or _turned_into(reader, noun, depth=depth)
            doers = doers or _summed_up(reader, noun, depth=depth)
            doers = doers or _passed_for(reader, noun, depth=depth)
            return doers or [graph.first_conjunct(noun) if is_rest(reader, noun) else noun]
    clause = graph.head(token)
    if (
        graph.base_dep(clause) in ("advcl", "ccomp", "parataxis", "conj")
        and token >= 2
        and graph.word(token - 1) == ","
    ):
        # "turns it into vitamin A, which keeps", "stimulates the nerves, which keeps"
        before = graph.anchor(token - 2)
        named = graph.mention(before, "NUTRIENT")
        if named is not None and named.name not in reader.words.not_foods:
            # "fiber holds on to water, which makes stools soft" is told of the fiber
            return [before]
        main = graph.head(clause)
        if graph.has_kid(main, "advmod", among=reader.words.negators):
            return [token]
        found = deep_subjects(reader, main, depth=depth + 1) if depth < MAX_CLIMB else []
        # "your body absorbs sugar from the meal, which raises"
        if not any(graph.mention(item, "NUTRIENT") is not None for item in found):
            found = found + [kid for kid in graph.kids(main, "obj") if graph.mention(kid, "NUTRIENT") is not None]
        return [item for item in found if item != token] or [token]
    return [token]


def _some_of_them(reader: Reader, token: int) -> list[int]:
    """ "Ask before taking a multivitamin, since many contain copper": many of what was named before."""
    graph, words = reader.graph, reader.words
    alone = graph.word(token) in words.quantifiers and not graph.children[token]
    if not alone or graph.base_dep(token) != "nsubj" or graph.lemma(graph.head(token)) not in words.containing_verbs:
        return []
    before = [(at, graph.mention(at, "NUTRIENT")) for at in range(token)]
    return [at for at, named in before if named is not None and is_eaten(named, words)][-1:]


def _says_nothing(reader: Reader, noun: int, token: int) -> bool:
    """ "Alcohol adds calories, which cause weight gain": what is named is what its doer does."""
    graph = reader.graph
    mention = graph.mention(noun, "NUTRIENT")
    empty = mention is not None and mention.name in reader.words.empty_classes
    return empty and graph.base_dep(noun) == "obj" and graph.word(token - 1) == ","


def surface_subjects(reader: Reader, predicate: int, *, depth: int = 0) -> list[int]:
    """Subjects of whatever voice, taken from the clause above where the predicate has none of its own."""
    graph = reader.graph
    own = graph.kids(predicate, "nsubj", "csubj")
    if graph.parse.tags[predicate] == "VBG" and graph.base_dep(predicate) in ("advcl", "acl", "xcomp"):
        # what follows a bare participle is no subject, whatever the parse says: "helping you control your weight"
        own = [kid for kid in own if kid < predicate]
    if not own and graph.parse.pos[predicate] == "NOUN" and graph.kids(predicate, "obj"):
        # "olive oil cut cancer risk", where the parser took the verb for a noun
        own = [kid for kid in graph.kids(predicate, "compound") if kid < predicate]
    if own:
        found = [item for kid in own for item in antecedents(reader, kid, depth=depth)]
        return found + _helper(reader, predicate, depth=depth)
    return _inherited(reader, predicate, depth=depth) or right_before(graph, predicate)


def _helper(reader: Reader, predicate: int, *, depth: int) -> list[int]:
    """Who makes the subject do it, where the parse hangs that subject below: "zinc helps you sleep"."""
    graph = reader.graph
    above = graph.head(predicate)
    helps = graph.base_dep(predicate) in ("xcomp", "ccomp") and graph.lemma(above) in reader.words.causative_verbs
    return surface_subjects(reader, above, depth=depth + 1) if helps and depth < MAX_CLIMB else []


def deep_subjects(reader: Reader, predicate: int, *, depth: int = 0) -> list[int]:
    """Tokens that head the logical subject: the doer of a verb, the holder of a noun or an adjective."""
    graph, words = reader.graph, reader.words
    if graph.pos(predicate) in NOUNS and not graph.kids(predicate, "nsubj"):
        return holders(reader, predicate, depth=depth)
    if not is_passive(graph, predicate):
        return surface_subjects(reader, predicate, depth=depth)
    agents = [kid for kid in graph.kids(predicate, "obl:agent") if graph.dep(kid) == "obl:agent"]
    agents += [
        kid
        for kid in graph.kids(predicate, "obl")
        if graph.preposition(kid) in words.agent_prepositions and kid not in agents
    ]
    means = [kid for kid in graph.kids(predicate, "advcl") if graph.preposition(kid) in words.means_prepositions]
    return agents + means or _agents_behind(reader, predicate)


def _agents_behind(reader: Reader, predicate: int) -> list[int]:
    """ "Caused or made worse by coffee": the doer behind the last of several participles is that of each."""
    graph = reader.graph
    others = [kid for kid in graph.kids(predicate, "conj") if graph.parse.tags[kid] == "VBN"]
    bare = [kid for kid in others if not graph.kids(kid, "nsubj", "aux")]
    return [
        agent
        for kid in bare
        for agent in graph.kids(kid, "obl")
        if graph.preposition(agent) in reader.words.agent_prepositions
    ]


def deep_objects(reader: Reader, predicate: int) -> list[int]:
    """Tokens that head the logical object of a verb; a shared object of coordinated verbs serves each of them."""
    graph = reader.graph
    retained = graph.kids(predicate, "obj")
    # "infants should not be given honey": what is given stands behind
    if is_passive(graph, predicate) and not retained:
        # of a clause as its subject a parser may not tell that it is passive
        passive = ("nsubj:pass", "csubj:pass", "csubj")
        own = [kid for kid in graph.children[predicate] if graph.dep(kid) in passive]
        if own:
            return [item for kid in own for item in antecedents(reader, kid)]
        if graph.base_dep(predicate) == "acl":
            return said_of(reader, graph.head(predicate)) or [graph.head(predicate)]
        return surface_subjects(reader, predicate) if graph.base_dep(predicate) == "conj" else []
    own = [item for kid in retained for item in antecedents(reader, kid)]
    if own:
        return own
    above = graph.head(predicate)
    if lacks_its_object(reader, predicate):
        # "the polyphenols they contain"
        return [above]
    if (
        graph.lemma(above) in reader.words.tough_adjectives
        and graph.parse.tags[predicate] == "VB"
        and above < predicate
    ):
        # "makes zinc hard to absorb"
        held = graph.kids(graph.head(above), "obj") if graph.base_dep(above) == "xcomp" else []
        return said_of(reader, above) or held
    if (
        graph.base_dep(predicate) in ("ccomp", "acl")
        and graph.is_nominal(above)
        and graph.lemma(predicate) in reader.words.enabling_verbs
    ):
        # "substances that your body needs", where the parser took "that" for a conjunction
        return [above]
    if graph.with_particle(predicate) in reader.words.gathering_verbs:
        # "sugars build up and damage the liver"
        return []
    return shared_objects(graph, predicate) or amount_adverbs(graph, predicate, words=reader.words)


def said_of(reader: Reader, noun: int) -> list[int]:
    """The subjects that a noun is said of ("zinc" of "zinc is a mineral")."""
    graph = reader.graph
    # behind the noun is what it is easy to do: "scurvy is easy to treat"
    acts = [kid for kid in graph.kids(noun, "csubj") if kid < noun]
    own = [item for kid in graph.kids(noun, "nsubj") + acts for item in antecedents(reader, kid)]
    above = graph.head(noun)
    if not own and graph.base_dep(noun) == "nmod" and graph.lemma(above) in reader.words.transparent_nouns:
        # "fatigue is one of the signs of"
        one_of = graph.preposition(noun) in reader.words.genitive_prepositions and graph.kids(above, "cop")
        own = said_of(reader, above) if one_of else []
    if not own and graph.base_dep(noun) == "conj" and graph.kids(noun, "cop"):
        # "zinc supports immunity and is part of an enzyme"
        own = surface_subjects(reader, above, depth=1)
    return own or (right_before(graph, noun) if graph.kids(noun, "cop") else [])


def _inherited(reader: Reader, predicate: int, *, depth: int) -> list[int]:
    """Subjects that a predicate without one has from what it hangs on."""
    graph = reader.graph
    base, above = graph.base_dep(predicate), graph.head(predicate)
    if depth >= MAX_CLIMB or above == predicate or _is_order(reader, predicate):
        return []
    if base == "conj":
        if graph.pos(above) not in NOUNS or graph.kids(above, "nsubj"):
            return surface_subjects(reader, above, depth=depth + 1)
        return deep_subjects(reader, above, depth=depth + 1)
    if base in ("xcomp", "ccomp", "advcl", "parataxis", "dep"):
        return _from_clause_above(reader, predicate, depth=depth)
    if base == "acl" and graph.parse.tags[predicate] == "VB" and (told := taken_as_told(reader, above)):
        # "swap your latte for tea to keep", where the parser hung the purpose on the order
        return told
    if base == "acl":
        return _from_noun_above(reader, predicate, depth=depth)
    if base == "advmod" and depth:
        # "did better than others at easing colds"
        return surface_subjects(reader, above, depth=depth + 1)
    if base in ("nmod", "obl", "amod", "compound"):
        find = holders if graph.is_nominal(above) else surface_subjects
        return find(reader, above, depth=depth + 1)
    return []


def _is_order(reader: Reader, predicate: int) -> bool:
    """ "Garlic thins the blood, so stop it", "zinc upsets the stomach; cut it back": the reader is told to do it."""
    graph, words = reader.graph, reader.words
    bare = graph.parse.tags[predicate] in BARE or graph.word(predicate) in words.unchanged_pasts
    joined = bare and graph.base_dep(predicate) in ("conj", "parataxis")
    if not joined or graph.kids(predicate, "aux", "mark"):
        return False
    first = min(graph.subtree(predicate))
    return not words.order_openers.isdisjoint(graph.words[first - (first > 0) : predicate])


def _from_clause_above(reader: Reader, predicate: int, *, depth: int) -> list[int]:
    """Control and raising: "zinc seems to ease colds", "fiber helps people digest fat"."""
    graph, words = reader.graph, reader.words
    base, above = graph.base_dep(predicate), graph.head(predicate)
    if base in ("ccomp", "parataxis") and graph.kids(predicate, "nsubj"):
        return []
    if people := people_told(reader, predicate):
        return people
    judged = graph.kids(above, "obj") if base == "xcomp" and graph.lemma(above) in words.judging_verbs else []
    if judged and graph.pos(predicate) in ("ADJ", *NOUNS):
        # "find zinc helpful"
        return judged
    found = surface_subjects(reader, above, depth=depth + 1)
    if graph.pos(above) in NOUNS and not found:
        found = [above]
    purpose = base in ("advcl", "xcomp") and graph.parse.tags[predicate] == "VB" and graph.kids(predicate, "mark")
    told = taken_for_purpose(reader, above, purpose=predicate) if purpose else []
    if told:
        return told
    # "helps the gut by feeding bacteria": who helps feeds them
    by_means = base == "advcl" and graph.preposition(predicate) in words.means_prepositions
    if not by_means and graph.lemma(above) in words.causative_verbs | words.enabling_verbs:
        held = [item for kid in graph.kids(above, "obj") for item in antecedents(reader, kid, depth=depth + 1)]
        found = found + (held or deep_objects(reader, above))
    if graph.parse.tags[predicate] == "VB":
        found = found + _worked_with(reader, above)
    if base == "advcl" and is_passive(graph, above):
        found = deep_subjects(reader, above, depth=depth + 1) + found
    return found


def _worked_with(reader: Reader, verb: int) -> list[int]:
    """Nutrients that an act is done with: "works with zinc to heal", "relies on iodine to make"."""
    graph, words, lemma = reader.graph, reader.words, reader.graph.lemma(verb)
    sides = words.company_prepositions if lemma in words.cooperating_verbs else frozenset[str]()
    sides = words.relied_prepositions if lemma in words.relying_verbs else sides
    beside = (kid for kid in graph.kids(verb, "obl") if graph.preposition(kid) in sides) if sides else ()
    return [kid for kid in beside if graph.mention(kid, "NUTRIENT") is not None]


def _from_noun_above(reader: Reader, predicate: int, *, depth: int) -> list[int]:
    """The noun that a relative or participial clause is said of, or the holder of a noun like "ability to"."""
    graph = reader.graph
    above = graph.head(predicate)
    if graph.dep(predicate) != "acl:relcl":
        if graph.lemma(above) in reader.words.adding_nouns and graph.parse.tags[predicate] == "VBG":
            # "in addition to easing colds, zinc"
            return surface_subjects(reader, graph.head(above), depth=depth + 1)
        if graph.lemma(above) in reader.words.trouble_nouns and graph.parse.tags[predicate] == "VBG":
            # "difficulty moving the arms"
            return []
        if graph.preposition(predicate) or graph.parse.tags[predicate] == "VB":
            ordered = graph.parse.tags[predicate] == "VB" and taken_as_told(reader, graph.head(above))
            return ordered or holders(reader, above, depth=depth + 1)
        if graph.parse.tags[predicate] == "VBG" and set_off(graph, above, participle=predicate):
            clauses = (item for item in graph.ancestors(predicate) if graph.pos(item) in ("VERB", "AUX", "ADJ"))
            clause = next(clauses, None)
            if clause is not None:
                return surface_subjects(reader, clause, depth=depth + 1)
    return said_of(reader, above) or [above]


def _passed_for(reader: Reader, noun: int, *, depth: int) -> list[int]:
    """ "Zinc is touted as a remedy that", "acts as a shield that": what it is called or acts as, it is."""
    graph, words = reader.graph, reader.words
    verb = graph.head(noun)
    as_one = graph.preposition(noun) in words.passing_prepositions and graph.mention(noun, "NUTRIENT") is None
    if not as_one or graph.base_dep(noun) not in ("obl", "obj") or depth >= MAX_CLIMB:
        return []
    return [kid for kid in graph.kids(verb, "obj") if kid != noun] or surface_subjects(reader, verb, depth=depth + 1)


def _summed_up(reader: Reader, noun: int, *, depth: int) -> list[int]:
    """ "Lowers HDL and raises LDL, a combination that hardens arteries": whose doing a noun sums up."""
    graph, words = reader.graph, reader.words
    sums = graph.lemma(noun) in words.summing_nouns and graph.determiner(noun) in words.articles
    if not sums or graph.base_dep(noun) not in ("appos", "parataxis", "conj", "dep", "obj") or depth >= MAX_CLIMB:
        return []
    above = next((item for item in graph.ancestors(noun) if graph.pos(item) == "VERB"), None)
    held = above is not None and graph.mention(graph.head(noun), "NUTRIENT") is None
    first = min(graph.subtree(noun))
    apart = graph.word(first) in APART or (first > 0 and graph.word(first - 1) in APART)
    return deep_subjects(reader, above, depth=depth + 1) if above is not None and held and apart else []


def _turned_into(reader: Reader, noun: int, *, depth: int) -> list[int]:
    """ "Fiber forms a gel that slows digestion", "is turned into compounds that": what the gel does the fiber does."""
    graph, words = reader.graph, reader.words
    verb = graph.head(noun)
    forms = graph.lemma(noun) in words.made_nouns and graph.lemma(verb) in words.forming_verbs
    holds = words.containing_verbs | words.rich_adjectives
    if graph.lemma(noun) in words.made_nouns and graph.lemma(verb) in holds and graph.mention(noun) is None:
        # "garlic contains compounds that", "is rich in substances that": the garlic does it by them
        if named := names_given(reader, noun, label="NUTRIENT"):
            return named
        return surface_subjects(reader, verb, depth=depth + 1) if depth < MAX_CLIMB else []
    if forms and graph.kids(verb, "obj") not in ([], [noun]) and graph.lemma(verb) not in words.light_verbs:
        # "the body turns it into compounds that"
        return [kid for kid in graph.kids(verb, "obj") if kid != noun]
    return surface_subjects(reader, verb, depth=depth + 1) if forms and depth < MAX_CLIMB else []


def holders(reader: Reader, noun: int, *, depth: int = 0) -> list[int]:
    """Who holds a noun ("its effect", "the role of zinc", "zinc has a role", "zinc is a treatment")."""
    graph, words = reader.graph, reader.words
    lemma = graph.lemma(noun)
    if depth >= MAX_CLIMB or lemma in words.barrier_nouns:
        return []
    possessors = [kid for kid in graph.children[noun] if graph.dep(kid) == "nmod:poss"]
    # "the effect of zinc" is zinc's, "a reduction of pain" is not the pain's
    sides = words.holder_prepositions if lemma in words.holder_nouns else words.agent_prepositions
    owners = [kid for kid in graph.kids(noun, "nmod") if graph.preposition(kid) in sides]
    subjects = said_of(reader, noun)
    found = subjects + possessors + owners
    if graph.head(noun) == noun or subjects:
        return found
    return list(dict.fromkeys(found + _holders_above(reader, noun, depth=depth)))


def _holders_above(reader: Reader, noun: int, *, depth: int) -> list[int]:
    graph = reader.graph
    base, above = graph.base_dep(noun), graph.head(noun)
    if base == "obj" and graph.lemma(above) in reader.words.listing_verbs:
        # "the benefits of zinc include better sleep"
        return [kid for kid in graph.kids(above, "nsubj") if graph.lemma(kid) in reader.words.holder_nouns]
    tied = base == "obl" and graph.lemma(above) in reader.words.tying_verbs and not is_passive(graph, above)
    if tied and graph.kids(above, "obj"):
        # "researchers linked bran to a drop in risk"
        return graph.kids(above, "obj")
    if base == "nsubj" and graph.parse.tags[above] == "VBG" and graph.kids(above, "cop", "aux") and above > noun:
        # "the most common cause is not eating enough iron"
        return graph.kids(above, "obj")
    if base == "obl" and graph.preposition(noun) in reader.words.absence_prepositions:
        # "bran softens stool without an effect on weight"
        return deep_subjects(reader, above, depth=depth + 1)
    if base in ("obj", "obl", "xcomp", "iobj", "advcl", "ccomp"):
        if base != "xcomp" and graph.lemma(above) not in reader.words.light_verbs:
            return []
        made = graph.kids(above, "obj") if base == "xcomp" and graph.lemma(above) in reader.words.making_verbs else []
        if made:
            # "the fiber makes oats a good choice"
            return made
        found = deep_subjects(reader, above, depth=depth + 1)
        return found + surface_subjects(reader, above, depth=depth + 1) if is_passive(graph, above) else found
    if graph.dep(noun) == "nsubj:pass":
        return deep_subjects(reader, above, depth=depth + 1)
    if base == "appos" and graph.mention(above, "NUTRIENT") is not None:
        # "beef contains iron, a mineral that is vital for blood"
        return apposed_to(graph, noun)
    if base in ("nmod", "conj", "acl", "appos") or (base == "compound" and graph.is_nominal(above)):
        found = holders(reader, above, depth=depth + 1)
        return [*found, above] if base == "appos" else found
    return []
