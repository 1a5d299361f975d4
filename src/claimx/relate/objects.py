"""The health objects that a noun phrase offers a slot: mentions, or phrases that no lexicon holds, and what they are
reached through ("the risk of stroke")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from claimx.records import Label, Mention
from claimx.relate.classes import is_rest, is_sort_of
from claimx.relate.fillers import Filler, Via, member_tokens, unique
from claimx.relate.foods import NEEDED
from claimx.relate.graph import HYPHEN
from claimx.relate.naming import listed_phrase, names_given, names_something, noun_phrase, phrase_label, spoken_of
from claimx.relate.people import conditions_of_people, defined_group, is_people, is_share_of_us
from claimx.relate.reader import ObjectSlot, Reader
from claimx.relate.series import series
from claimx.relate.via import is_said_otherwise, via_of

MAX_DEPTH = 5
MAX_MEMBER_DEPTH = 2
CONDITIONS: frozenset[Label] = frozenset({"CONDITION"})
FUNCTIONS: frozenset[Label] = frozenset({"FUNCTION"})
HEALTH: frozenset[Label] = frozenset({"CONDITION", "FUNCTION"})
NUTRIENTS: frozenset[Label] = frozenset({"NUTRIENT"})
MET: frozenset[Label] = frozenset({"DRUG", "NUTRIENT"})
EVERY: frozenset[Label] = frozenset({"CONDITION", "FUNCTION", "DRUG", "NUTRIENT", "POPULATION"})
# what has an amount and no risk
AMOUNTS: frozenset[Label] = frozenset({"FUNCTION", "NUTRIENT"})
# what the first of coordinated objects is reached through holds for all of them
SHARED: frozenset[Via] = frozenset({"raise", "lower", "risk"})
CHANGES: frozenset[Via] = frozenset({"raise", "lower"})


def object_fillers(reader: Reader, token: int, *, slot: ObjectSlot, depth: int = 0) -> list[Filler]:
    """Health objects that a phrase names, those coordinated with it and class members included.

    The list belongs to the reader: do not change it.
    """
    known = reader.objects.get((token, slot)) if depth == 0 else None
    if known is not None:
        return known
    found: list[Filler] = []
    shared: frozenset[Via] = frozenset()
    for item in series(reader, token, unknown=slot.phrases):
        own = via_of(reader, item)
        kept_apart = not own & SHARED and is_said_otherwise(reader, item)
        # "lower LDL and a higher HDL": what is said of it itself goes before what is said of the first
        taken = shared - CHANGES if own & CHANGES else shared
        found.extend(_through(_at(reader, item, slot=slot, depth=depth), frozenset() if kept_apart else taken))
        shared = shared or own & SHARED
    kept = unique(_at_risk(reader, found))
    if depth == 0:
        reader.objects[token, slot] = kept
    return kept


def _at_risk(reader: Reader, fillers: Sequence[Filler]) -> list[Filler]:
    """ "Lowers heart disease and stroke risk": a word for risk behind the last condition is for all of them."""
    graph = reader.graph
    last = max((filler.token for filler in fillers), default=0)
    risk = graph.head(last) if graph.base_dep(last) == "compound" else last
    # "contributes to thin bones and a greater risk of fractures": the risk is the fractures' own
    ahead = graph.base_dep(last) == "nmod" and graph.lemma(graph.head(last)) in reader.words.risk_nouns
    shared = not ahead and any(filler.token == last and "risk" in filler.via for filler in fillers)
    if not shared or risk < last or graph.kids(risk, "det", "nmod:poss", "nmod"):
        return list(fillers)
    return [
        replace(filler, via=filler.via | {"risk"})
        if filler.mention is not None and filler.mention.label == "CONDITION" and not filler.via
        else filler
        for filler in fillers
    ]


def _through(fillers: Iterable[Filler], via: frozenset[Via]) -> list[Filler]:
    return [replace(filler, via=filler.via | via) if via - filler.via else filler for filler in fillers]


def _at(reader: Reader, token: int, *, slot: ObjectSlot, depth: int) -> list[Filler]:
    graph, words = reader.graph, reader.words
    mention = graph.mention(token)
    if depth > MAX_DEPTH or _is_arm_of(reader, token):
        return []
    if graph.pos(token) in ("VERB", "AUX") and mention is None:
        return _of_verb(reader, token, slot=slot, depth=depth) or listed_phrase(reader, token, slot=slot)
    met = _met(reader, token)
    if met is not None and (slot.labels & MET or graph.lemma(token) in words.uptake_nouns):
        return [met] if slot.labels & MET else []
    named = _called(reader, token, slot=slot)
    if named:
        return named
    via = via_of(reader, token)
    meant = spoken_of(reader, token) if "CONDITION" in slot.labels else None
    if meant is not None:
        return [replace(meant, via=via)]
    patients = conditions_of_people(reader, token, slot=slot)
    if patients:
        return [Filler(item, graph.mention(item), via=via | {"people"}) for item in patients]
    if "POPULATION" in slot.labels and is_people(reader, token) and (mention is None or mention.label == "POPULATION"):
        group = defined_group(reader, token)
        if group is not None:
            return [Filler(token, group, "phrase", via)]
    if mention is not None:
        return _named(reader, token, slot=slot, depth=depth)
    if slot.people and is_share_of_us(reader, token):
        return [Filler(token, replace(noun_phrase(reader, token), label="POPULATION"), "phrase", via)]
    if "NUTRIENT" in slot.labels and mention is None and is_sort_of(reader, token):
        return [Filler(token, None, "pronoun", via)]
    held = [kid for kid in graph.kids(token, "nmod") if graph.preposition(kid) in words.genitive_prepositions]
    if held and graph.word(token) in words.event_pronouns | words.plural_pointers:
        # "the effect of nadolol and that of warfarin"
        return _inner(reader, token, slot=slot, depth=depth)
    if graph.pos(token) == "PRON":
        stands = graph.word(token) in words.pronouns
        return [Filler(token, None, "pronoun", via)] if stands else _members(reader, token, slot=slot, depth=depth)
    if "NUTRIENT" in slot.labels and _is_helping(reader, token):
        return [Filler(token, None, "pronoun", via)]
    if _is_shortage(reader, token) and "CONDITION" in slot.labels and slot.phrases:
        return [Filler(token, replace(noun_phrase(reader, token), label="CONDITION"), "phrase", via)]
    if _is_transparent(reader, token):
        inner = _inner(reader, token, slot=replace(slot, labels=EVERY), depth=depth)
        if inner and _is_condition_of(reader, token, inner, slot=slot):
            return [Filler(token, replace(noun_phrase(reader, token), label="CONDITION"), "phrase")]
        if inner:
            fitting = [filler for filler in inner if filler.mention is None or filler.mention.label in slot.labels]
            if not fitting and (low := _low(reader, token, slot=slot, named=inner[0].mention)):
                return low
            process = _process_of(reader, token, inner[0], slot=slot)
            if not fitting and not slot.open and _is_nutrient_amount(reader, token, inner, slot=slot):
                # "regulates calcium levels"
                return [Filler(token, replace(noun_phrase(reader, token), label="FUNCTION"), "phrase")]
            read = list(chain.from_iterable(_through([filler], _said_of(filler, via)) for filler in fitting))
            # "the breakdown of cartilage" and the cartilage are two things
            of_same = [item for item in read if not _is_alike(item, inner[0])] if process else read
            return process + of_same
    if graph.lemma(token) in words.arising_nouns:
        # "the formation of kidney stones", but not of bone
        arising = _inner(reader, token, slot=ObjectSlot(CONDITIONS, phrases=False), depth=depth)
        if arising:
            return _through(arising, via) if "CONDITION" in slot.labels else []
        made = _inner(reader, token, slot=ObjectSlot(FUNCTIONS, phrases=True), depth=depth) if slot.phrases else []
        if made and "FUNCTION" in slot.labels and all(filler.kind == "phrase" for filler in made):
            # "the growth of prostate cancer cells"
            return [Filler(token, replace(noun_phrase(reader, token), label="FUNCTION"), "phrase")]
    if "CONDITION" in slot.labels and depth == 0 and is_bare_risk(reader, token):
        return [Filler(token, None, "pronoun", via)]
    members = _members(reader, token, slot=slot, depth=depth)
    if _is_rest(reader, token):
        return members
    if not slot.phrases or not graph.is_nominal(token) or not names_something(reader, token, slot=slot):
        return listed_phrase(reader, token, slot=slot) + members
    if members and _is_one_of(reader, token):
        return members
    own = _shared_head(reader, token, mention=None)
    return (own or [Filler(token, _as_open(noun_phrase(reader, token), slot=slot), "phrase", via)]) + members


def _met(reader: Reader, token: int) -> Filler | None:
    """ "Blocks its absorption", "raises their levels": what a drug or nutrient that was spoken of comes to."""
    graph, words = reader.graph, reader.words
    inside = graph.kids(token, "nmod", "compound")
    # "their levels in the blood"
    inside = [kid for kid in inside if kid < token or graph.preposition(kid) not in words.place_prepositions]
    alone = len(inside) == 1 and graph.dep(inside[0]) == "nmod:poss" and graph.word(inside[0]) in words.possessives
    told = alone and graph.lemma(token) in words.uptake_nouns | words.strength_nouns
    return Filler(inside[0], None, "pronoun") if told else None


def _as_open(phrase: Mention, *, slot: ObjectSlot) -> Mention:
    """What a verb of harm brings is a condition, whatever it is called."""
    wanted = slot.open and phrase.label == "FUNCTION" and "FUNCTION" not in slot.labels and "CONDITION" in slot.labels
    return replace(phrase, label="CONDITION") if wanted else phrase


def _is_arm_of(reader: Reader, token: int) -> bool:
    """ "The vitamin D arm", "the placebo arm": a group, and no part of the body."""
    graph, words = reader.graph, reader.words
    if graph.lemma(token) not in words.group_nouns:
        return False
    inside = graph.kids(token, "compound", "amod")
    marks = words.arm_words | words.control_words
    return any(graph.mention(kid, "NUTRIENT") is not None or graph.word(kid) in marks for kid in inside)


def is_bare_risk(reader: Reader, token: int) -> bool:
    """ "Lowers the risk by a third": of what, a sentence before has said."""
    graph, words = reader.graph, reader.words
    # "their risk" is no risk of theirs
    told = [kid for kid in graph.kids(token, "nmod", "acl", "ccomp", "compound") if graph.dep(kid) != "nmod:poss"]
    said = [kid for kid in told if not _says_how_much(reader, kid)]
    unsaid = not said and not graph.kids(token, "conj") and graph.mention(token) is None
    behind = any(graph.preposition(kid) in words.object_prepositions for kid in _right_behind(reader, token))
    return unsaid and graph.lemma(token) in words.bare_risks and not behind


def _says_how_much(reader: Reader, token: int) -> bool:
    """ "A 12 percent lower risk", "the risk among women"."""
    graph = reader.graph
    if graph.base_dep(token) == "nmod" and graph.preposition(token) in reader.words.group_prepositions:
        return graph.mention(token) is None or graph.mention(token, "POPULATION") is not None
    return graph.is_amount(token) or graph.lemma(token) in reader.words.measures


def _called(reader: Reader, token: int, *, slot: ObjectSlot) -> list[Filler]:
    """The name of an illness: "a condition called scurvy"."""
    graph = reader.graph
    if "CONDITION" not in slot.labels or not graph.is_nominal(token) or is_people(reader, token):
        return []
    names = names_given(reader, token, label="CONDITION")
    via = via_of(reader, token)
    return [Filler(kid, graph.mention(kid), via=via) for kid in names if kid > graph.head(kid)]


def _low(reader: Reader, token: int, *, slot: ObjectSlot, named: Mention | None) -> list[Filler]:
    """Too little of a nutrient, as what is wrong: "to treat low potassium", "prevents low levels of iron"."""
    graph, words = reader.graph, reader.words
    if "CONDITION" not in slot.labels or "NUTRIENT" in slot.labels or named is None or named.subtype not in NEEDED:
        return []
    modifiers = [kid for kid in graph.kids(token, "amod") if graph.words[kid + 1 : kid + 2] != (HYPHEN,)]
    acts = graph.base_dep(graph.first_conjunct(token)) in ("nsubj", "csubj")
    if acts or not any(graph.word(kid) in words.low_amounts for kid in modifiers):
        # "low iron leads to" is the nutrient's own doing
        return []
    return [Filler(token, replace(noun_phrase(reader, token), label="CONDITION", origin="pattern"), "phrase")]


def _is_nutrient_amount(reader: Reader, token: int, inner: Sequence[Filler], *, slot: ObjectSlot) -> bool:
    counted = reader.graph.lemma(token) in reader.words.amount_nouns | reader.words.process_nouns
    amount = counted and slot.phrases and "FUNCTION" in slot.labels
    return amount and all(filler.mention is not None and filler.mention.label == "NUTRIENT" for filler in inner)


def _is_alike(filler: Filler, first: Filler) -> bool:
    return filler.mention is not None and first.mention is not None and filler.mention.label == first.mention.label


def _process_of(reader: Reader, token: int, first: Filler, *, slot: ObjectSlot) -> list[Filler]:
    """ "The breakdown of fat, growth and healing", where the parse hangs the rest of the list on the fat."""
    fits = slot.phrases and "FUNCTION" in slot.labels
    known = first.mention is not None and first.mention.label in ("NUTRIENT", "FUNCTION")
    if not fits or not known or reader.graph.lemma(token) not in reader.words.process_nouns:
        return []
    return [Filler(token, replace(noun_phrase(reader, token), label="FUNCTION"), "phrase")]


def _is_helping(reader: Reader, token: int) -> bool:
    """ "A cup", "one serving", with no word of what: so much of the food that is spoken of."""
    graph, words = reader.graph, reader.words
    measured = graph.lemma(token).split()[-1].removesuffix("s") in words.helpings
    return measured and not graph.kids(token, "nmod", "acl") and graph.base_dep(token) in ("nsubj", "conj")


def _is_shortage(reader: Reader, token: int) -> bool:
    """ "Copper deficiency", "iron overload", which something else can lead to."""
    graph, words = reader.graph, reader.words
    of = [graph.mention(kid, "NUTRIENT") for kid in graph.kids(token, "compound")]
    vague = words.empty_classes | words.carrier_classes
    named = any(mention is not None and mention.name not in vague for mention in of)
    return named and graph.lemma(token) in words.deficiency_nouns | words.excess_nouns


def _is_condition_of(reader: Reader, token: int, inner: Sequence[Filler], *, slot: ObjectSlot) -> bool:
    """ "Other scalp conditions": a condition of a part that is none itself."""
    words, lemma = reader.words, reader.graph.lemma(token)
    named = lemma in words.condition_heads - words.effect_nouns and "CONDITION" in slot.labels and slot.phrases
    return (
        named
        and all(filler.token < token and filler.via == frozenset() for filler in inner)
        and not any(filler.mention is None or filler.mention.label == "CONDITION" for filler in inner)
    )


def _of_verb(reader: Reader, token: int, *, slot: ObjectSlot, depth: int) -> list[Filler]:
    """What an act takes in or what befalls somebody: "taking acid blockers", "dying from heart disease", "dying"."""
    graph, words = reader.graph, reader.words
    lemma = graph.lemma(token)
    if lemma in words.injuring_verbs:
        return _injury(reader, token, slot=slot)
    if lemma not in words.consume_verbs | words.befall_verbs:
        return []
    if lemma in words.consume_verbs:
        # what is taken is no function of the body
        slot = replace(slot, labels=slot.labels - {"FUNCTION"})
    reached = graph.kids(token, "obj")
    if not reached and lemma in words.befall_verbs:
        reached = [kid for kid in graph.kids(token, "obl") if graph.preposition(kid) in words.befall_prepositions]
    found = [filler for kid in reached for filler in object_fillers(reader, kid, slot=slot, depth=depth + 1)]
    if found or not _is_event(reader, token) or not slot.phrases or "CONDITION" not in slot.labels:
        return found
    start, end = graph.parse.starts[token], graph.parse.ends[token]
    event = Mention("CONDITION", start, end, graph.text(start, end), lemma, origin="noun_phrase")
    return [Filler(token, event, "phrase")]


def _is_event(reader: Reader, token: int) -> bool:
    """ "Dying from any cause", "to fall again", but not "to fall short"."""
    graph, words = reader.graph, reader.words
    if graph.lemma(token) not in words.event_verbs:
        return False
    last = token + 1 == len(graph) or graph.pos(token + 1) == "PUNCT"
    return last or graph.lemma(token) in words.ending_verbs or graph.word(token + 1) in words.event_followers


def _injury(reader: Reader, token: int, *, slot: ObjectSlot) -> list[Filler]:
    """ "The chance of breaking a hip"."""
    graph = reader.graph
    broken = [kid for kid in graph.kids(token, "obj") if graph.mention(kid, "FUNCTION") is not None and kid > token]
    if not broken or "CONDITION" not in slot.labels:
        return []
    start, end = graph.parse.starts[token], graph.parse.ends[graph.subtree_of_mention(broken[0])[-1]]
    surface = graph.text(start, end)
    return [Filler(token, Mention("CONDITION", start, end, surface, surface.lower(), origin="noun_phrase"), "phrase")]


def _named(reader: Reader, token: int, *, slot: ObjectSlot, depth: int) -> list[Filler]:
    """A mention, what it is a general word for ("symptoms" of "symptoms of gout"), and the members of a class."""
    graph, words = reader.graph, reader.words
    mention, lemma = graph.mention(token), graph.lemma(token)
    if mention is None:
        return []
    via = via_of(reader, token)
    if any(graph.lemma(kid) in words.resembling_verbs for kid in graph.kids(token, "acl")):
        # "symptoms that resemble those of gout"
        return []
    if lemma in words.symptom_nouns and graph.word(token).rstrip("s") == lemma:
        inner = _inner(reader, token, slot=ObjectSlot(HEALTH, phrases=False), depth=depth)
        if inner:
            named = [item for item in inner if item.mention and item.mention.label in slot.labels]
            return _through(named, via) + _members(reader, token, slot=slot, depth=depth)
    if mention.label == "FUNCTION" and _is_transparent(reader, token):
        # "hinders copper absorption", where absorption has a name of its own
        inner = _inner(reader, token, slot=ObjectSlot(NUTRIENTS, phrases=False), depth=depth)
        if inner:
            return _through(inner, via) if "NUTRIENT" in slot.labels else []
    if mention.label not in slot.labels:
        as_function = _as_function(reader, mention, slot=slot)
        if as_function is None:
            return _low(reader, token, slot=slot, named=mention)
        mention = as_function
    if mention.label == "FUNCTION" and graph.mention(token - 1, "NUTRIENT") and graph.head(token - 1) == token:
        # "keeps the calcium balance"
        mention = replace(noun_phrase(reader, token), label="FUNCTION")
    members = _members(reader, token, slot=slot, depth=depth)
    vague = mention.name in words.empty_classes or (bool(members) and _is_one_of(reader, token))
    own = [] if vague else [Filler(token, mention, via=via)]
    shared = _shared_head(reader, token, mention=mention)
    inside = graph.subtree_of_mention(token)
    if len(inside) == 1 and " " not in graph.word(token) and len(shared) > 1:
        # "wrist or hip fractures": all of them have their own part of it
        own = []
    return own + shared + members


def _is_rest(reader: Reader, token: int) -> bool:
    """ "Muscle action and other processes": what is left of a list has no name, unless a clause says which it is."""
    graph = reader.graph
    nameless = graph.base_dep(token) == "conj" and not graph.kids(token, "acl", "nmod", "compound")
    return nameless and is_rest(reader, token)


def _is_one_of(reader: Reader, token: int) -> bool:
    """ "A disease like gout" is gout, while "diseases such as gout" are more."""
    graph, words = reader.graph, reader.words
    return graph.lemma(token) in words.vague_objects and graph.determiner(token) in words.articles


def _as_function(reader: Reader, mention: Mention, *, slot: ObjectSlot) -> Mention | None:
    """A nutrient that the body makes or holds, as a function: "make collagen", "feed good bacteria"."""
    made = mention.subtype == "probiotic" or mention.name.lower() in reader.words.body_made
    fits = mention.label == "NUTRIENT" and "FUNCTION" in slot.labels and "POPULATION" not in slot.labels
    return replace(mention, label="FUNCTION") if made and fits else None


def _said_of(filler: Filler, via: frozenset[Via]) -> frozenset[Via]:
    """The number of colds is a risk of them, the number of bacteria an amount."""
    counted = "amount" in via and filler.mention is not None and filler.mention.label in AMOUNTS
    return via - {"risk"} if counted else via


def _is_transparent(reader: Reader, token: int) -> bool:
    """The noun or amount is one that objects are read through ("levels of glucose")."""
    graph, words = reader.graph, reader.words
    lemma = graph.lemma(token)
    measures = lemma in words.measures or graph.pos(token) in ("NUM", "SYM") or graph.is_amount(token)
    return measures or lemma in words.transparent_nouns | words.rising_nouns


def _inner(reader: Reader, token: int, *, slot: ObjectSlot, depth: int) -> list[Filler]:
    """Objects among the modifiers of a noun that is read through."""
    graph, words = reader.graph, reader.words
    found: list[Filler] = []
    modifiers = graph.kids(token, "nmod", "obl", "compound", "acl", "ccomp", "amod")
    moves = graph.lemma(token) in words.rising_nouns
    sides = words.rising_prepositions if moves else words.object_prepositions
    for kid in modifiers or _right_behind(reader, token):
        base = graph.base_dep(kid)
        if graph.dep(kid) == "nmod:poss":
            continue
        if base in ("nmod", "obl") and graph.preposition(kid) not in sides:
            continue
        if base == "acl" and graph.has_kid(kid, "advmod", "mark", among=words.placing_words):
            # "a condition such as gout, where joints hurt"
            continue
        if base == "acl" and graph.lemma(kid) in words.resembling_verbs:
            # "symptoms that resemble gout" are none of it
            continue
        if base == "amod" and (graph.mention(kid) is None or graph.lemma(token) in words.holder_nouns):
            continue
        behind = replace(slot, phrases=slot.phrases and kid > token)
        for target in _targets(reader, kid, risk=graph.lemma(token) in words.risk_nouns):
            found.extend(object_fillers(reader, target, slot=behind, depth=depth + 1))
    return found


def _right_behind(reader: Reader, token: int) -> list[int]:
    """ "Delays progression to kidney failure": the phrase right behind a noun, hung on the verb."""
    graph = reader.graph
    return [kid for kid in graph.kids(graph.head(token), "obl") if token + 1 in graph.kids(kid, "case")]


def _targets(reader: Reader, kid: int, *, risk: bool) -> list[int]:
    """What a clause is about: "developing gout", "bearing a child with spina bifida", or else the clause itself.

    With `risk`, also what somebody is at risk of: "dying from cancer".
    """
    graph = reader.graph
    if graph.base_dep(kid) not in ("acl", "ccomp") and graph.parse.tags[kid] != "VBG":
        return [kid]
    objects = graph.kids(kid, "obj")
    if risk and graph.lemma(kid) in reader.words.injuring_verbs:
        return [kid]
    befallen = [
        item for item in graph.kids(kid, "obl") if risk or graph.preposition(item) in reader.words.befall_prepositions
    ]
    if graph.lemma(kid) in reader.words.event_verbs and all(graph.mention(item) is None for item in befallen):
        # "dying from any cause"
        return [kid]
    return objects + befallen if objects or (risk and befallen) else [kid]


def _members(reader: Reader, token: int, *, slot: ObjectSlot, depth: int) -> list[Filler]:
    if depth > MAX_MEMBER_DEPTH:
        return []
    return [
        replace(filler, kind="member" if filler.kind == "mention" else filler.kind)
        for member in member_tokens(reader.graph, token, words=reader.words)
        # "eases anxiety, especially in people with gout"
        if "POPULATION" in slot.labels or not is_people(reader, member)
        for filler in _at(reader, member, slot=slot, depth=depth + 1)
    ]


def _shared_head(reader: Reader, token: int, *, mention: Mention | None) -> list[Filler]:
    """Objects of "muscle and nerve functions": one a modifier, each read with the head they share.

    With a mention on the last modifier and the head, only the earlier modifiers are still to be read.
    """
    graph = reader.graph
    if graph.lemma(token) in reader.words.holder_nouns:
        return []
    label = mention.label if mention is not None else phrase_label(reader, token)
    end = graph.parse.ends[token]
    found: list[Filler] = []
    for kid in graph.kids(token, "compound", "amod"):
        if kid > token or (mention is not None and graph.mention(kid) is mention):
            continue
        parts = [item for item in graph.conjuncts(kid) if item < token and graph.pos(item) in ("NOUN", "PROPN", "ADJ")]
        if any(graph.lemma(item) in reader.words.plain_adjectives for item in parts):
            # "smooth and firm skin" is one thing
            continue
        for part in parts if len(parts) > 1 else []:
            if mention is None or graph.mention(part) is not mention:
                start = graph.parse.starts[part]
                name = f"{graph.word(part)} {graph.word(token)}"
                made = Mention(label, start, end, graph.text(start, end), name, origin="noun_phrase")
                found.append(Filler(part, made, "phrase"))
    return found
