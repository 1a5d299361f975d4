"""The nutrients that a noun phrase offers a slot, with their state; pronouns and definite phrases as such."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimx.records import Mention
from claimx.relate.avoiding import avoids, keeps_off, opens_with_avoiding
from claimx.relate.classes import (
    apposed_to,
    is_class,
    is_definite,
    is_one_of_many,
    is_sort_of,
    is_word_for_name,
    of_called,
    points_back,
    says_what,
    stands_for_other,
)
from claimx.relate.company import company
from claimx.relate.fillers import Filler, member_tokens, unique
from claimx.relate.listing import stands_for
from claimx.relate.naming import names_given
from claimx.relate.nutrient_signs import (
    called_by_name,
    folded_with,
    given_up,
    has_other_owner,
    holds_none,
    included,
    is_body_matter,
    is_eater,
    is_expletive,
    is_it,
    is_label,
    is_no_pronoun,
    is_of_people,
    is_told_by_act,
    is_without_enough,
    opens,
    taken_instead,
)
from claimx.relate.people import is_people
from claimx.relate.reader import Reader
from claimx.relate.series import series
from claimx.relate.state import nutrient_state
from claimx.relate.studies import is_arm
from claimx.relate.subjects import holders
from claimx.relate.unnamed import amount_adverbs, unnamed_amount, unnamed_intake, unnamed_rank, unnamed_shortage
from claimx.relate.words import Words

MAX_DEPTH = 5
# what a nutrient may be said to be: "melatonin is a hormone that"
ROLES_OF_NUTRIENTS = ("FUNCTION", "DRUG")
# how an act hangs of which something is said
SAID_OF = ("csubj", "obj", "conj", "obl", "advcl")
# labels that modify a noun from inside its phrase
INNER = frozenset({"compound", "amod", "nmod", "acl", "obl", "appos", "flat", "advmod"})


def nutrient_fillers(reader: Reader, token: int, *, depth: int = 0) -> list[Filler]:
    """Nutrients that a subject or object phrase speaks of, those coordinated with it and class members included.

    The list belongs to the reader: do not change it.
    """
    known = reader.nutrients.get(token) if depth == 0 else None
    if known is not None:
        return known
    found = unique(filler for item in series(reader, token) for filler in _at(reader, item, depth=depth))
    if reader.graph.is_dose(token):
        # "milk has 8 mg, a cod fillet 6 mg and an egg 3 mg"
        found = [item for item in found if not _is_food(item) or _is_beside(reader, item.token, amount=token)]
    if all(_is_open(reader, filler, noun=token) for filler in found):
        listed = listed_fillers(reader, stands_for(reader, token), depth=depth)
        # "one herb that can help is mint" speaks of mint alone
        found = (unique([*found, *listed]) if reader.graph.is_plural(token) else listed) if listed else found
    if depth == 0:
        if found:
            # what "it" stands for is asked later
            beside = [filler for item in company(reader, token) for filler in _at(reader, item, depth=1)]
            found = unique([*found, *(replace(filler, kind="beside") for filler in beside)])
        reader.nutrients[token] = found
    return found


def listed_fillers(reader: Reader, tokens: Sequence[int], *, depth: int = 0) -> list[Filler]:
    """Nutrients that the items of a list name, as members of what the list is of."""
    if depth > MAX_DEPTH:
        return []
    return [
        replace(filler, kind="listed", state="deficiency" if opens_with_avoiding(reader, token) else filler.state)
        for token in tokens
        for filler in nutrient_fillers(reader, token, depth=depth + 1)
        if filler.mention is not None
    ]


def _at(reader: Reader, token: int, *, depth: int) -> list[Filler]:
    graph, words = reader.graph, reader.words
    if depth > MAX_DEPTH:
        return []
    subjects = _said_of(reader, token, depth=depth)
    mention, lemma = graph.mention(token), graph.lemma(token)
    if subjects:
        return subjects
    if mention is not None and mention.label == "NUTRIENT":
        return _of_mention(reader, token, mention=mention, depth=depth)
    told = mention is None or (mention.label in ROLES_OF_NUTRIENTS and graph.determiner(token) in words.articles)
    known = graph.mention(graph.head(token))
    if told and graph.base_dep(token) == "appos" and (known is None or known.name not in words.carrier_classes):
        # "resveratrol, a compound found in wine", "senna, a laxative that"
        named = _at(reader, graph.head(token), depth=depth + 1)
        if any(filler.mention is not None for filler in named):
            return named
        if not named and graph.determiner(token) in words.definite_articles and graph.is_nominal(graph.head(token)):
            # "blocks adenosine, the chemical that makes you drowsy"
            return []
    if mention is None or mention.label == "FUNCTION":
        named = _called(reader, token)
        if named:
            return named
    if graph.phrase_of(token) in words.side_effects:
        inner = _inside(reader, token, depth=depth)
        return inner if inner or has_other_owner(reader, token) else [Filler(token, None, "ellipsis")]
    amiss = lemma in words.deficiency_nouns or lemma in words.excess_nouns
    if mention is not None and mention.label == "DRUG" and graph.last_word(token) in words.definite_nouns:
        # "a zinc nasal spray"
        return [item for kid in graph.kids(token, "compound") for item in _at(reader, kid, depth=depth + 1)]
    if mention is not None and mention.label in ("CONDITION", "DRUG") and not amiss:
        # "nutrient deficiencies, such as a lack of iron"
        members = member_tokens(graph, token, words=words)
        lacks = (item for item in members if graph.lemma(item) in words.deficiency_nouns)
        found = [filler for item in lacks for filler in _at(reader, item, depth=depth + 1)]
        return [replace(filler, kind="member") for filler in found if filler.mention is not None]
    ranked = unnamed_rank(reader, token)
    if ranked:
        return ranked
    if graph.word(token) in words.pronouns and _stands_alone(reader, token):
        return _of_pronoun(reader, token, depth=depth)
    given = lemma in words.intake_verbs or (lemma in words.trial_verbs and graph.parse.tags[token] == "VBN")
    # "upping your zinc may help"
    given = given or (lemma in words.supplying_verbs and graph.base_dep(token) in SAID_OF)
    # "developing healthy eating habits"
    given = given or (lemma in words.habit_verbs and graph.has_kid(token, "obj", among=words.habit_nouns))
    if graph.pos(token) in ("VERB", "AUX") and (given or keeps_off(reader, token)):
        return _taken_in(reader, token, depth=depth)
    if graph.pos(token) == "VERB" and lemma in words.phase_verbs:
        # "continuing to eat gluten"
        acts = graph.kids(token, "xcomp", "obj")
        return [filler for kid in acts for filler in nutrient_fillers(reader, kid, depth=depth + 1)]
    if graph.pos(token) == "VERB" and lemma in words.inabilities:
        # "failing to get enough zinc"
        missed = (item for kid in graph.kids(token, "xcomp") for item in nutrient_fillers(reader, kid, depth=depth + 1))
        return [replace(filler, state="deficiency") for filler in missed]
    inner = _inside(reader, token, depth=depth) if opens(reader, token) else []
    if lemma in words.effect_nouns and all(is_label(reader, item) for item in inner):
        inner = _of_holder(reader, token, depth=depth)
    if inner and is_arm(reader, token) and all(_is_of_class(item, words) for item in inner):
        # "the vitamin group" took what the trial gave
        return [Filler(token, None, "tested")]
    if inner and lemma in words.kind_words and graph.determiner(token) in words.pronouns:
        # "this kind of fat" is one named before
        return [Filler(item.token, None, "definite", state=item.state) for item in inner if item.mention is not None]
    return of_called(reader, token, inner) or _examples(reader, token, depth=depth) or _not_named(reader, token)


def _of_mention(reader: Reader, token: int, *, mention: Mention, depth: int) -> list[Filler]:
    """What a word that names a nutrient or a class of them stands for."""
    graph, words = reader.graph, reader.words
    iced = graph.pos(token) == "VERB" and any(is_it(reader, kid) for kid in graph.kids(token, "obj"))
    if iced or is_body_matter(reader, token):
        # "icing it"; "muscle, fat and liver cells"
        return []
    if mention.name in words.carrier_classes and (two := _of_two(reader, token)):
        return two
    return _named(reader, token, mention=mention, depth=depth) + folded_with(reader, token, mention=mention)


def _of_two(reader: Reader, token: int) -> list[Filler]:
    """ "Neither supplement", "neither one": the two that were named before."""
    graph, words = reader.graph, reader.words
    two = (kid for kid in graph.kids(token, "det", "cc:preconj") if graph.word(kid) in words.pairing_determiners)
    return [Filler(kid, None, "pronoun") for kid in two][:1]


def _stands_alone(reader: Reader, token: int) -> bool:
    """ "This", "neither", and not "this vitamin"; a parser may take "neither" for a conjunction."""
    pos, dep = reader.graph.pos(token), reader.graph.base_dep(token)
    return pos == "PRON" or (pos == "DET" and dep != "det") or (pos == "CCONJ" and dep == "nsubj")


def _of_pronoun(reader: Reader, token: int, *, depth: int) -> list[Filler]:
    """The pronoun itself, or what hangs on it."""
    if is_expletive(reader, token):
        return []
    if is_no_pronoun(reader, token):
        return _inside(reader, token, depth=depth)
    # "without it", "when you are short on it"
    outside = reader.graph.preposition(token) in reader.words.absence_prepositions
    absent = outside or nutrient_state(reader, token) == "deficiency"
    itself = Filler(token, None, "pronoun", state="deficiency" if absent else "intake")
    return _inside(reader, token, depth=depth) or [itself]


def _is_of_class(filler: Filler, words: Words) -> bool:
    """A class that the nutrient of a text may be called by: "the vitamin"."""
    return filler.mention is not None and filler.mention.name in words.carrier_classes


def _is_open(reader: Reader, filler: Filler, *, noun: int) -> bool:
    """What a list may say more of: a food, or a class of nutrients that the noun itself names."""
    mention = filler.mention
    if mention is None or mention.subtype == "food":
        return True
    # "foods rich in prebiotics include garlic" lists no prebiotics
    return filler.token == noun and is_class(reader, noun, mention=mention)


def _is_food(filler: Filler) -> bool:
    return filler.mention is not None and filler.mention.subtype == "food"


def _is_beside(reader: Reader, token: int, *, amount: int) -> bool:
    """ "A cup of milk and an egg": what an amount is of, and not what has another amount behind it."""
    graph = reader.graph
    after = max(graph.subtree_of_mention(token)) + 1
    return token < amount or after >= len(graph) or not graph.is_dose(after)


def _of_holder(reader: Reader, token: int, *, depth: int) -> list[Filler]:
    """Who has the effects of which a clause tells more: "oats have calming properties that ease pain"."""
    graph = reader.graph
    if not graph.has_relative(token):
        return []
    owners = [owner for owner in holders(reader, token) if owner != token]
    return [filler for owner in owners for filler in nutrient_fillers(reader, owner, depth=depth + 1)]


def _said_of(reader: Reader, token: int, *, depth: int) -> list[Filler]:
    """The nutrients that a predicate noun is said of: "zinc is a mineral that helps"."""
    graph = reader.graph
    mention = graph.mention(token)
    above = graph.head(token)
    of_sort = graph.lemma(above) in reader.words.member_nouns and graph.base_dep(token) == "nmod"
    if of_sort and graph.has_relative(token):
        # "zinc is one of the minerals that help"
        return _said_of(reader, above, depth=depth)
    if not graph.kids(token, "cop"):
        return []
    if (
        mention is not None
        and mention.label not in ROLES_OF_NUTRIENTS
        and not says_what(reader, token, mention=mention)
    ):
        return []
    subjects = graph.kids(token, "nsubj")
    found = (filler for kid in subjects for filler in nutrient_fillers(reader, kid, depth=depth + 1))
    # a list that the predicate is in is not what it is said of
    return [filler for filler in found if filler.kind != "listed"]


def _called(reader: Reader, token: int) -> list[Filler]:
    """ "A protein called gluten", "a compound in garlic, allicin"."""
    graph = reader.graph
    names = names_given(reader, token, label="NUTRIENT")
    if not names and graph.lemma(token) in reader.words.definite_nouns and graph.kids(token, "nmod", "nmod:poss"):
        told = (item for kid in graph.kids(token, "appos") for item in graph.conjuncts(kid))
        names = [item for item in told if graph.mention(item, "NUTRIENT") is not None]
    return [Filler(kid, graph.mention(kid)) for kid in names]


def _examples(reader: Reader, token: int, *, depth: int) -> list[Filler]:
    """ "Many substances, such as caffeine and alcohol": what a noun that says nothing itself is said to be."""
    graph, words = reader.graph, reader.words
    if graph.mention(token) is not None or not graph.is_nominal(token) or graph.lemma(token) not in words.open_nouns:
        return []
    members = member_tokens(graph, token, words=words)
    found = [filler for member in members for filler in _at(reader, member, depth=depth + 1)]
    return [replace(filler, kind="member") for filler in found if filler.mention is not None]


def _not_named(reader: Reader, token: int) -> list[Filler]:
    """ "This mineral", or a carrier alone ("supplementation"), whose nutrient is to be resolved."""
    graph = reader.graph
    if is_arm(reader, token):
        return [Filler(token, None, "tested")]
    if is_definite(reader, token) or is_sort_of(reader, token):
        return [Filler(token, None, "definite", state=nutrient_state(reader, token))]
    if graph.lemma(token) in reader.words.definite_nouns | reader.words.pair_counters and (
        two := _of_two(reader, token)
    ):
        return two
    # "no pill will do so" speaks of all pills
    denied = graph.determiner(token) in reader.words.negators and graph.lemma(token) in reader.words.definite_nouns
    bare = graph.lemma(token) in reader.words.bare_carriers and not has_other_owner(reader, token) and not denied
    if graph.is_dose(token) or (bare and not is_told_by_act(reader, token)):
        return [Filler(token, None, "ellipsis", state=nutrient_state(reader, token))]
    return unnamed_amount(reader, token) or unnamed_shortage(reader, token)


def _taken_in(reader: Reader, verb: int, *, depth: int) -> list[Filler]:
    """What an act of intake takes: "taking zinc", "going without vitamin C"."""
    graph, words = reader.graph, reader.words
    found: list[Filler] = []
    beside: list[Filler] = []
    swapped = taken_instead(reader, verb)
    if swapped:
        return _swapped(reader, verb, swapped, depth=depth)
    # "nut eating"
    eaten = graph.kids(verb, "compound") if graph.parse.tags[verb] == "VBG" else []
    for target in (*eaten, *graph.kids(verb, "obj", "obl", "xcomp")):
        preposition = graph.preposition(target)
        absent = preposition in words.absence_prepositions
        # "run out of iron"
        inside = preposition in words.inner_prepositions or preposition.split(" ")[-1] in words.genitive_prepositions
        if graph.base_dep(target) == "obl" and not absent and not inside:
            continue
        if found and graph.lemma(verb) in words.mixing_verbs and preposition in words.mixing_prepositions:
            # "adding lemon to lentils"
            continue
        inner = nutrient_fillers(reader, target, depth=depth + 1)
        if preposition in words.agent_prepositions | words.ways and avoids(reader, verb):
            # "quitting cigarettes, with a high-fiber diet"
            beside += inner
            continue
        found.extend(replace(filler, state="deficiency") if absent else filler for filler in inner)
    found = found or [filler for act in _seen_to(reader, verb) for filler in _taken_in(reader, act, depth=depth + 1)]
    if not found:
        # "not getting enough of some B vitamins"
        amounts = amount_adverbs(graph, verb, words=words)
        named = [item for amount in amounts for item in graph.kids(amount, "obl", "nmod")]
        amount = nutrient_state(reader, amounts[0]) if amounts else "intake"
        of_amount = [filler for item in named for filler in nutrient_fillers(reader, item, depth=depth + 1)]
        found = [replace(filler, state=amount) for filler in of_amount] or unnamed_intake(reader, verb)
    left = given_up(reader, verb)
    found = [filler for filler in found if filler.token not in left]
    if graph.lemma(verb) in words.righting_verbs and found and all(item.state == "deficiency" for item in found):
        # "correcting a deficiency": there is enough of it then
        return [replace(filler, state="intake") for filler in found]
    state = "deficiency" if avoids(reader, verb) else nutrient_state(reader, verb)
    return [replace(filler, state=state) if state != "intake" else filler for filler in found] + beside


def _seen_to(reader: Reader, verb: int) -> list[int]:
    """The intake that somebody makes sure of: "by making sure that you get enough zinc"."""
    graph, words = reader.graph, reader.words
    sure = graph.lemma(verb) in words.assuring_verbs or graph.has_kid(
        verb, "compound", "xcomp", "amod", "advmod", among=words.sure_words
    )
    known = words.intake_verbs | words.eating_verbs | words.containing_verbs
    return [kid for kid in graph.kids(verb, "ccomp") if graph.lemma(kid) in known] if sure else []


def _swapped(reader: Reader, verb: int, taken: Sequence[int], *, depth: int) -> list[Filler]:
    """What is taken instead, or else that less is taken: "replacing salt with an alternative"."""
    graph, words = reader.graph, reader.words
    named = [filler for item in taken for filler in nutrient_fillers(reader, item, depth=depth + 1)]
    known = any(graph.determiner(item) in words.definite_articles for item in taken)
    if named or known or graph.lemma(verb) in words.substituting_verbs:
        return named
    cut = [filler for kid in graph.kids(verb, "obj") for filler in nutrient_fillers(reader, kid, depth=depth + 1)]
    return [replace(filler, state="deficiency") for filler in cut]


def swapped_in(reader: Reader, found: list[Filler]) -> list[Filler]:
    """What is taken in the place of another, where that other was found: "swap butter for oil to ease gout"."""
    kept: list[Filler] = []
    for filler in found:
        verb = reader.graph.head(reader.graph.first_conjunct(filler.token))
        others = taken_instead(reader, verb) if reader.graph.base_dep(filler.token) == "obj" else []
        named = [item for other in others for item in nutrient_fillers(reader, other) if item.mention is not None]
        kept.extend(item for item in named or [filler] if item not in kept)
    return kept


def _inside(reader: Reader, token: int, *, depth: int) -> list[Filler]:
    """Nutrients among the modifiers of a carrier noun: "magnesium supplements", "a diet rich in zinc"."""
    graph, words = reader.graph, reader.words
    kids = [kid for kid in graph.children[token] if graph.base_dep(kid) in INNER and not _is_aside(reader, token, kid)]
    # "a diet that includes fruit and is low in fat"
    kids += [item for kid in kids if graph.base_dep(kid) == "acl" for item in graph.kids(kid, "conj")]
    inner = {kid: _in_modifier(reader, kid, depth=depth) for kid in kids}
    of = [kid for kid in kids if graph.preposition(kid) in words.genitive_prepositions]
    if any(filler.mention is not None for kid in of for filler in inner[kid]):
        # "the amount of sodium in their meals", "half a cup of juice in water"
        kids = [kid for kid in kids if graph.preposition(kid) not in words.place_prepositions or kid in of]
    found = [filler for kid in kids for filler in inner[kid]]
    if any(filler.kind == "pronoun" for filler in found):
        # "its antioxidant properties" are those of what "its" stands for
        found = [item for item in found if item.mention is None or item.mention.name not in words.carrier_classes]
    if graph.lemma(token) in words.kin_nouns:
        found = [item for item in found if item.mention is None or item.mention.subtype not in ("food", "botanical")]
    state = nutrient_state(reader, token)
    return [replace(filler, state=state) for filler in found] if state != "intake" else found


def _is_aside(reader: Reader, token: int, kid: int) -> bool:
    """ "Blueberries, which are rich in fiber, slow": a name of its own, and what else is told of it."""
    graph, words = reader.graph, reader.words
    mention = graph.mention(token)
    subject = graph.base_dep(token) == "nsubj" and graph.base_dep(kid) == "acl"
    if mention is None or mention.name in words.carrier_classes or not subject:
        return False
    opener = next((item for item in graph.kids(kid, "nsubj") if graph.word(item) in words.relative_pronouns), 0)
    return opener > 0 and graph.word(opener - 1) == ","


def _in_modifier(reader: Reader, kid: int, *, depth: int) -> list[Filler]:
    graph, words = reader.graph, reader.words
    base, pos = graph.base_dep(kid), graph.pos(kid)
    if holds_none(reader, kid):
        return []
    if graph.dep(kid) == "nmod:poss" and pos == "PRON":
        if is_of_people(reader, kid):
            return [Filler(graph.head(kid), None, "ellipsis")]
        return [Filler(kid, None, "pronoun")] if graph.word(kid) in words.possessives else []
    if graph.dep(kid) != "nmod:poss" and is_without_enough(reader, kid):
        return [replace(filler, state="deficiency") for filler in nutrient_fillers(reader, kid, depth=depth + 1)]
    if pos == "VERB":
        return _in_act(reader, kid, depth=depth)
    if base == "amod" and graph.lemma(kid) in words.reacting_adjectives:
        # "people allergic to seafood"
        return []
    if base == "amod" and graph.mention(kid, "NUTRIENT") is None:
        return _inside(reader, kid, depth=depth + 1)
    if pos == "PRON":
        return [Filler(kid, None, "pronoun")] if graph.preposition(kid) and is_it(reader, kid) else []
    return nutrient_fillers(reader, kid, depth=depth + 1)


def _in_act(reader: Reader, kid: int, *, depth: int) -> list[Filler]:
    """What a participle or clause gives the noun it is said of: "a formula enriched with iron"."""
    graph, words, lemma = reader.graph, reader.words, reader.graph.lemma(kid)
    if graph.base_dep(kid) == "amod" and lemma in words.compound_participles:
        # "tomato-based foods", but "sugar-sweetened cola" is cola
        if lemma in words.dressing_participles:
            return []
        inner = [item for item in graph.children[kid] if item < kid and graph.mention(item, "NUTRIENT") is not None]
        return [filler for item in inner for filler in nutrient_fillers(reader, item, depth=depth + 1)]
    if lemma in words.birth_verbs:
        # "babies born to women who took iodine"
        mothers = [item for item in graph.kids(kid, "obl") if is_people(reader, item)]
        return [filler for item in mothers for filler in nutrient_fillers(reader, item, depth=depth + 1)]
    if graph.dep(kid) == "acl:relcl" and lemma in words.avoid_verbs and not is_eater(reader, graph.head(kid)):
        # "treatments that reduce iron" give none
        return []
    noun = graph.head(kid)
    if graph.dep(kid) == "acl:relcl" and lemma in words.containing_verbs and not graph.kids(kid, "obj"):
        # "the compounds it contains"
        told = graph.mention(noun) is None and graph.lemma(noun) in words.made_nouns
        owners = graph.kids(kid, "nsubj") if told else []
        return [filler for owner in owners for filler in nutrient_fillers(reader, owner, depth=depth + 1)]
    holds = words.containing_verbs | words.intake_verbs | words.rich_adjectives | words.trial_verbs
    holds_it = graph.word(kid) in words.rich_adjectives or lemma in holds or keeps_off(reader, kid)
    # "compounds found in ginger", and not "a bacterium found in food"
    made = graph.lemma(noun) in words.made_nouns
    holds_it = holds_it or (made and lemma in words.located_verbs and graph.parse.tags[kid] == "VBN")
    # "the inability to absorb iron"
    holds_it = holds_it or (lemma in words.uptake_verbs and graph.lemma(graph.head(kid)) in words.inabilities)
    return _taken_in(reader, kid, depth=depth + 1) if holds_it else []


def _named(reader: Reader, token: int, *, mention: Mention, depth: int) -> list[Filler]:
    """A nutrient mention, what it contains when it is a food, and its members when it is a class."""
    graph, words = reader.graph, reader.words
    if stands_for_other(reader, token, mention=mention) or is_one_of_many(reader, token, mention=mention):
        return [item for item in _called(reader, token) if item.mention is not None]
    if is_word_for_name(reader, token, mention=mention):
        return []
    state = nutrient_state(reader, token)
    given = [item for item in _called(reader, token) if item.mention is not None]
    if given and is_class(reader, token, mention=mention):
        # "a vitamin called folate"
        return [replace(item, state=state) for item in given]
    called = called_by_name(reader, token)
    if called:
        fillers = (filler for item in called for filler in nutrient_fillers(reader, item, depth=depth + 1))
        return [replace(filler, state=state) for filler in fillers]
    is_carrier = mention.name in words.carrier_classes
    rich: list[Filler] = []
    if mention.subtype == "food" or is_carrier:
        inner = _inside(reader, token, depth=depth + 1)
        # "a diet rich in this nutrient", "foods that contain it"
        points = words.singular_pointers | words.plural_pointers
        rich = [
            item
            for item in inner
            if item.mention is not None or is_it(reader, item.token) or graph.determiner(item.token) in points
        ]
    listed = member_tokens(graph, token, words=words)
    if not listed and all(filler.mention is not None for filler in rich):
        listed = included(reader, token)
    rich = [filler for filler in rich if filler.token not in listed]
    members = [
        replace(filler, kind="member", state=state)
        for member in listed
        for filler in _at(reader, member, depth=depth + 1)
    ]
    stands_back = mention.name in words.empty_classes or (bool(rich) and is_carrier)
    own = [] if stands_back else [Filler(token, mention, state=state)]
    if rich or members:
        return own + rich + members
    if points_back(reader, token, mention=mention):
        return [Filler(token, None, "definite", state=state)]
    if graph.base_dep(token) == "appos" and is_class(reader, token, mention=mention):
        told = (item for noun in apposed_to(graph, token) for item in _at(reader, noun, depth=depth + 1))
        return [item for item in told if item.mention is not None] or own
    return own
