"""What a noun phrase tells of the objects it offers: whether it is read through, names one, or stands for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimx.records import Label, Mention
from claimx.relate.classes import is_rest
from claimx.relate.fillers import Filler, Via
from claimx.relate.foods import NEEDED
from claimx.relate.graph import HYPHEN
from claimx.relate.naming import names_given, noun_phrase, phrase_label
from claimx.relate.people import is_people
from claimx.relate.reader import ObjectSlot, Reader
from claimx.relate.state import is_some
from claimx.relate.via import via_of

# what has an amount and no risk
AMOUNTS: frozenset[Label] = frozenset({"FUNCTION", "NUTRIENT"})

# what "a hormone called leptin" may name
CALLED: tuple[Label, ...] = ("CONDITION", "FUNCTION")


def is_arm_of(reader: Reader, token: int) -> bool:
    """ "The vitamin D arm", "the placebo arm": a group, and no part of the body."""
    graph, words = reader.graph, reader.words
    if graph.lemma(token) not in words.group_nouns:
        return False
    inside = graph.kids(token, "compound", "amod")
    marks = words.arm_words | words.control_words
    return any(graph.mention(kid, "NUTRIENT") is not None or graph.word(kid) in marks for kid in inside)


def is_doer(reader: Reader, token: int) -> bool:
    """ "Helps them reach that goal": people do, and no illness."""
    graph = reader.graph
    acts = graph.kids(graph.head(token), "xcomp", "ccomp") if graph.base_dep(token) == "obj" else []
    return any(graph.parse.tags[act] == "VB" for act in acts)


def is_bare_risk(reader: Reader, token: int) -> bool:
    """ "Lowers the risk by a third": of what, a sentence before has said."""
    graph, words = reader.graph, reader.words
    # "their risk" is no risk of theirs
    told = [kid for kid in graph.kids(token, "nmod", "acl", "ccomp", "compound") if graph.dep(kid) != "nmod:poss"]
    said = [kid for kid in told if not _says_how_much(reader, kid)]
    unsaid = not said and not graph.kids(token, "conj") and graph.mention(token) is None
    behind = any(graph.preposition(kid) in words.object_prepositions for kid in right_behind(reader, token))
    # "heart disease risk factors"
    inside = graph.base_dep(token) == "compound"
    return unsaid and graph.lemma(token) in words.bare_risks and not behind and not inside


def _says_how_much(reader: Reader, token: int) -> bool:
    """ "A 12 percent lower risk", "the risk among women"."""
    graph = reader.graph
    if graph.base_dep(token) == "nmod" and graph.preposition(token) in reader.words.group_prepositions:
        return graph.mention(token) is None or graph.mention(token, "POPULATION") is not None
    return graph.is_amount(token) or graph.lemma(token) in reader.words.measures


def is_nutrient_amount(reader: Reader, token: int, inner: Sequence[Filler], *, slot: ObjectSlot) -> bool:
    counted = reader.graph.lemma(token) in reader.words.amount_nouns | reader.words.process_nouns
    amount = counted and slot.phrases and "FUNCTION" in slot.labels
    return amount and all(filler.mention is not None and filler.mention.label == "NUTRIENT" for filler in inner)


def is_bare_helping(reader: Reader, token: int) -> bool:
    """ "A cup", "one serving", with no word of what: so much of the food that is spoken of."""
    graph, words = reader.graph, reader.words
    said = graph.lemma(token).partition("(")[0].split()
    counted = graph.kids(token, "det", "nummod")
    portions = words.helpings | words.bare_portions if counted else words.helpings
    measured = bool(said) and said[-1].removesuffix("s") in portions
    return measured and not graph.kids(token, "nmod", "acl") and graph.base_dep(token) in ("nsubj", "conj")


def is_shortage(reader: Reader, token: int) -> bool:
    """ "Copper deficiency", "iron overload", which something else can lead to."""
    graph, words = reader.graph, reader.words
    of = [graph.mention(kid, "NUTRIENT") for kid in graph.kids(token, "compound")]
    vague = words.empty_classes | words.carrier_classes
    named = any(mention is not None and mention.name not in vague for mention in of)
    return named and graph.lemma(token) in words.deficiency_nouns | words.excess_nouns


def is_condition_of(reader: Reader, token: int, inner: Sequence[Filler], *, slot: ObjectSlot) -> bool:
    """ "Other scalp conditions": a condition of a part that is none itself."""
    words, lemma = reader.words, reader.graph.lemma(token)
    named = lemma in words.condition_heads - words.effect_nouns and "CONDITION" in slot.labels and slot.phrases
    return (
        named
        and all(filler.token < token and filler.via == frozenset() for filler in inner)
        and not any(filler.mention is None or filler.mention.label == "CONDITION" for filler in inner)
    )


def is_transparent(reader: Reader, token: int) -> bool:
    """The noun or amount is one that objects are read through ("levels of glucose")."""
    graph, words = reader.graph, reader.words
    lemma = graph.lemma(token)
    measures = lemma in words.measures or graph.pos(token) in ("NUM", "SYM") or graph.is_amount(token)
    return measures or lemma in words.transparent_nouns | words.rising_nouns


def is_nameless_rest(reader: Reader, token: int) -> bool:
    """ "Muscle action and other processes": what is left of a list has no name, unless a clause says which it is."""
    graph = reader.graph
    nameless = graph.base_dep(token) == "conj" and not graph.kids(token, "acl", "nmod", "compound")
    return nameless and is_rest(reader, token)


def is_one_of(reader: Reader, token: int) -> bool:
    """ "A disease like gout" is gout, while "diseases such as gout" are more."""
    graph, words = reader.graph, reader.words
    return graph.lemma(token) in words.vague_objects and graph.determiner(token) in words.articles


def is_event(reader: Reader, token: int) -> bool:
    """ "Dying from any cause", "to fall again", but not "to fall short"."""
    graph, words = reader.graph, reader.words
    if graph.lemma(token) not in words.event_verbs:
        return False
    last = token + 1 == len(graph) or graph.pos(token + 1) == "PUNCT"
    return last or graph.lemma(token) in words.ending_verbs or graph.word(token + 1) in words.event_followers


def right_behind(reader: Reader, token: int) -> list[int]:
    """ "Delays progression to kidney failure": the phrase right behind a noun, hung on the verb."""
    graph = reader.graph
    return [kid for kid in graph.kids(graph.head(token), "obl") if token + 1 in graph.kids(kid, "case")]


def told_in(reader: Reader, kid: int, *, risk: bool) -> list[int]:
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


def reached_by(filler: Filler, via: frozenset[Via]) -> frozenset[Via]:
    """The number of colds is a risk of them, the number of bacteria an amount."""
    counted = "amount" in via and filler.mention is not None and filler.mention.label in AMOUNTS
    return via - {"risk"} if counted else via


def owner_met(reader: Reader, token: int) -> Filler | None:
    """ "Blocks its absorption", "raises their levels": what a drug or nutrient that was spoken of comes to."""
    graph, words = reader.graph, reader.words
    inside = graph.kids(token, "nmod", "compound")
    # "their levels in the blood"
    inside = [kid for kid in inside if kid < token or graph.preposition(kid) not in words.place_prepositions]
    alone = len(inside) == 1 and graph.dep(inside[0]) == "nmod:poss" and graph.word(inside[0]) in words.possessives
    told = alone and graph.lemma(token) in words.uptake_nouns | words.strength_nouns
    return Filler(inside[0], None, "pronoun") if told else None


def called_by(reader: Reader, token: int, *, slot: ObjectSlot) -> list[Filler]:
    """What a general name stands for: "a hormone called leptin", "scurvy is a disease that comes of"."""
    graph = reader.graph
    if not graph.is_nominal(token) or is_people(reader, token):
        return []
    named = (item for label in CALLED if label in slot.labels for item in names_given(reader, token, label=label))
    names = [kid for kid in named if kid > graph.head(kid)]
    if not names and "CONDITION" in slot.labels:
        names = _said_to_be(reader, token)
    return [Filler(kid, graph.mention(kid), via=via_of(reader, token)) for kid in names]


def _said_to_be(reader: Reader, token: int) -> list[int]:
    """What is said to be a disease, or one of a group of them: "scurvy is a disease", "scurvy, a disease"."""
    graph, words = reader.graph, reader.words
    if graph.lemma(token).split()[-1] not in words.spoken_of or not graph.kids(token, "acl"):
        # "if vomiting is a problem" is no definition
        return []
    top = token
    while graph.base_dep(top) == "nmod" and graph.lemma(graph.head(top)) in words.member_nouns:
        top = graph.head(top)
    beside = [graph.head(top)] if graph.base_dep(top) == "appos" else []
    said = graph.kids(top, "nsubj") if graph.kids(top, "cop") else beside
    return [item for item in said if graph.mention(item, "CONDITION") and graph.lemma(item) not in words.spoken_of]


def too_little(reader: Reader, token: int, *, slot: ObjectSlot, named: Mention | None) -> list[Filler]:
    """Too little of a nutrient, as what is wrong: "to treat low potassium", "prevents low levels of iron"."""
    graph, words = reader.graph, reader.words
    if "CONDITION" not in slot.labels or "NUTRIENT" in slot.labels or named is None or named.subtype not in NEEDED:
        return []
    modifiers = [
        kid
        for kid in graph.kids(token, "amod")
        if graph.words[kid + 1 : kid + 2] != (HYPHEN,) and not is_some(reader, kid)
    ]
    acts = graph.base_dep(graph.first_conjunct(token)) in ("nsubj", "csubj")
    some = graph.determiner(token) in words.articles and any(graph.word(kid) in words.some_words for kid in modifiers)
    if acts or some or words.low_amounts.isdisjoint(graph.word(kid) for kid in modifiers):
        # "low iron leads to" is the nutrient's own doing, and "a little iron" is some
        return []
    return [Filler(token, replace(noun_phrase(reader, token, label="CONDITION"), origin="pattern"), "phrase")]


def process_of(reader: Reader, token: int, first: Filler, *, slot: ObjectSlot) -> list[Filler]:
    """ "The breakdown of fat, growth and healing", where the parse hangs the rest of the list on the fat."""
    fits = slot.phrases and "FUNCTION" in slot.labels
    known = first.mention is not None and first.mention.label in ("NUTRIENT", "FUNCTION")
    if not fits or not known or reader.graph.lemma(token) not in reader.words.process_nouns:
        return []
    return [Filler(token, noun_phrase(reader, token, label="FUNCTION"), "phrase")]


def as_function(reader: Reader, mention: Mention, *, slot: ObjectSlot) -> Mention | None:
    """A nutrient that the body makes or holds, as a function: "make collagen", "feed good bacteria"."""
    made = mention.subtype == "probiotic" or mention.name.lower() in reader.words.body_made
    fits = mention.label == "NUTRIENT" and "FUNCTION" in slot.labels and "POPULATION" not in slot.labels
    return replace(mention, label="FUNCTION") if made and fits else None


def as_open(phrase: Mention, *, slot: ObjectSlot) -> Mention:
    """What a verb of harm brings is a condition, whatever it is called."""
    wanted = slot.open and phrase.label == "FUNCTION" and "FUNCTION" not in slot.labels and "CONDITION" in slot.labels
    return replace(phrase, label="CONDITION") if wanted else phrase


def injury_of(reader: Reader, token: int, *, slot: ObjectSlot) -> list[Filler]:
    """ "The chance of breaking a hip"."""
    graph = reader.graph
    broken = [kid for kid in graph.kids(token, "obj") if graph.mention(kid, "FUNCTION") is not None and kid > token]
    if not broken or "CONDITION" not in slot.labels:
        return []
    last = graph.subtree_of_mention(broken[0])[-1]
    return [Filler(token, graph.stretch(token, last, label="CONDITION"), "phrase")]


def shared_head(reader: Reader, token: int, *, mention: Mention | None) -> list[Filler]:
    """Objects of "muscle and nerve functions": one a modifier, each read with the head they share.

    With a mention on the last modifier and the head, only the earlier modifiers are still to be read.
    """
    graph = reader.graph
    if graph.lemma(token) in reader.words.holder_nouns:
        return []
    label = mention.label if mention is not None else phrase_label(reader, token)
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
                name = f"{graph.word(part)} {graph.word(token)}"
                found.append(Filler(part, graph.stretch(part, token, label=label, name=name), "phrase"))
    return found
