"""The health objects that a noun phrase offers a slot: mentions, or phrases that no lexicon holds, and what they are
reached through ("the risk of stroke")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from claimx.records import Label
from claimx.relate.ailing import told_by_illness, told_ill
from claimx.relate.classes import is_sort_of
from claimx.relate.fillers import Filler, Via, member_tokens, unique
from claimx.relate.naming import listed_phrase, names_something, noun_phrase, spoken_of
from claimx.relate.object_signs import (
    as_function,
    as_open,
    called_by,
    injury_of,
    is_arm_of,
    is_bare_helping,
    is_bare_risk,
    is_condition_of,
    is_doer,
    is_event,
    is_nameless_rest,
    is_nutrient_amount,
    is_one_of,
    is_shortage,
    is_transparent,
    owner_met,
    process_of,
    reached_by,
    right_behind,
    shared_head,
    told_in,
    too_little,
)
from claimx.relate.people import (
    WHO_PEOPLE_ARE,
    conditions_of_people,
    counted_among,
    defined_group,
    is_people,
    is_share_of_us,
    tells_whence,
)
from claimx.relate.reader import ObjectSlot, Reader
from claimx.relate.series import HEALTH, series
from claimx.relate.via import is_said_otherwise, via_of

MAX_DEPTH = 5
MAX_MEMBER_DEPTH = 2
CONDITIONS: frozenset[Label] = frozenset({"CONDITION"})
FUNCTIONS: frozenset[Label] = frozenset({"FUNCTION"})
NUTRIENTS: frozenset[Label] = frozenset({"NUTRIENT"})
MET: frozenset[Label] = frozenset({"DRUG", "NUTRIENT"})
EVERY: frozenset[Label] = frozenset({"CONDITION", "FUNCTION", "DRUG", "NUTRIENT", "POPULATION"})
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
    """What one item of a list offers."""
    graph, words = reader.graph, reader.words
    mention = graph.mention(token)
    if depth > MAX_DEPTH or is_arm_of(reader, token):
        return []
    if graph.pos(token) in ("VERB", "AUX") and mention is None:
        return _of_verb(reader, token, slot=slot, depth=depth) or listed_phrase(reader, token, slot=slot)
    among = counted_among(reader, token)
    if among is not None:
        return _at(reader, among, slot=slot, depth=depth + 1)
    met = owner_met(reader, token)
    if met is not None and (slot.labels & MET or graph.lemma(token) in words.uptake_nouns):
        return [met] if slot.labels & MET else []
    known = called_by(reader, token, slot=slot) or _pointed_at(reader, token, slot=slot)
    if known:
        return known
    if mention is not None:
        # who is told by an illness or a medicine is no group beside it
        told = mention.label == "POPULATION" and slot.labels.isdisjoint(WHO_PEOPLE_ARE)
        told = told and bool(conditions_of_people(reader, token))
        return [] if told else _named(reader, token, slot=slot, depth=depth)
    if (stand_in := _stand_in(reader, token, slot=slot)) is not None:
        return [stand_in]
    held = [kid for kid in graph.kids(token, "nmod") if graph.preposition(kid) in words.genitive_prepositions]
    if held and graph.word(token) in words.event_pronouns | words.plural_pointers:
        # "the effect of nadolol and that of warfarin"
        return _inner(reader, token, slot=slot, depth=depth)
    if graph.pos(token) == "PRON":
        stands = graph.word(token) in words.pronouns and not (slot.labels == {"CONDITION"} and is_doer(reader, token))
        # "you should limit salt", in a text for those who have an illness
        stands = stands or (slot.people and slot.labels == {"POPULATION"} and graph.word(token) in words.readers)
        alone = [Filler(token, None, "pronoun", via_of(reader, token))]
        return alone if stands else _members(reader, token, slot=slot, depth=depth)
    if is_shortage(reader, token) and "CONDITION" in slot.labels and slot.phrases:
        return [Filler(token, noun_phrase(reader, token, label="CONDITION"), "phrase", via_of(reader, token))]
    through = _read_through(reader, token, slot=slot, depth=depth)
    if through is None:
        through = _arising(reader, token, slot=slot, depth=depth)
    return _of_phrase(reader, token, slot=slot, depth=depth) if through is None else through


def _pointed_at(reader: Reader, token: int, *, slot: ObjectSlot) -> list[Filler]:
    """ "This condition", what defines a group of people, or the group itself."""
    graph = reader.graph
    mention = graph.mention(token)
    meant = spoken_of(reader, token) if "CONDITION" in slot.labels else None
    if meant is not None:
        return [replace(meant, via=via_of(reader, token))]
    patients = told_by_illness(reader, token, slot=slot)
    if patients:
        return patients
    if "POPULATION" in slot.labels and is_people(reader, token) and (mention is None or mention.label == "POPULATION"):
        group = defined_group(reader, token)
        return [Filler(token, group, "phrase", via_of(reader, token))] if group is not None else []
    return []


def _stand_in(reader: Reader, token: int, *, slot: ObjectSlot) -> Filler | None:
    """ "Most of us"; "green ones" and "a cup" of what was spoken of."""
    if slot.people and is_share_of_us(reader, token):
        return Filler(token, noun_phrase(reader, token, label="POPULATION"), "phrase", via_of(reader, token))
    stands = "NUTRIENT" in slot.labels and (is_sort_of(reader, token) or is_bare_helping(reader, token))
    return Filler(token, None, "pronoun", via_of(reader, token)) if stands else None


def _read_through(reader: Reader, token: int, *, slot: ObjectSlot, depth: int) -> list[Filler] | None:
    """What a measure or the like is of ("levels of glucose"), None where it is of nothing."""
    if not is_transparent(reader, token):
        return None
    inner = _inner(reader, token, slot=replace(slot, labels=EVERY), depth=depth)
    if not inner:
        return None
    if is_condition_of(reader, token, inner, slot=slot):
        return [Filler(token, noun_phrase(reader, token, label="CONDITION"), "phrase")]
    fitting = [filler for filler in inner if filler.mention is None or filler.mention.label in slot.labels]
    if not fitting and (low := too_little(reader, token, slot=slot, named=inner[0].mention)):
        return low
    if not fitting and not slot.open and is_nutrient_amount(reader, token, inner, slot=slot):
        # "regulates calcium levels"
        return [Filler(token, noun_phrase(reader, token, label="FUNCTION"), "phrase")]
    via = via_of(reader, token)
    read = list(chain.from_iterable(_through([filler], reached_by(filler, via)) for filler in fitting))
    process = process_of(reader, token, inner[0], slot=slot)
    # "the breakdown of cartilage" and the cartilage are two things
    return process + ([item for item in read if not _is_alike(item, inner[0])] if process else read)


def _arising(reader: Reader, token: int, *, slot: ObjectSlot, depth: int) -> list[Filler] | None:
    """ "The formation of kidney stones", but not of bone; None where nothing arises."""
    if reader.graph.lemma(token) not in reader.words.arising_nouns:
        return None
    arising = _inner(reader, token, slot=ObjectSlot(CONDITIONS, phrases=False), depth=depth)
    if arising:
        return _through(arising, via_of(reader, token)) if "CONDITION" in slot.labels else []
    made = _inner(reader, token, slot=ObjectSlot(FUNCTIONS, phrases=True), depth=depth) if slot.phrases else []
    if made and "FUNCTION" in slot.labels and all(filler.kind == "phrase" for filler in made):
        # "the growth of prostate cancer cells"
        return [Filler(token, noun_phrase(reader, token, label="FUNCTION"), "phrase")]
    return None


def _of_phrase(reader: Reader, token: int, *, slot: ObjectSlot, depth: int) -> list[Filler]:
    """A phrase that no lexicon holds as an object of its own, and the members listed behind it."""
    via = via_of(reader, token)
    if "CONDITION" in slot.labels and depth == 0 and is_bare_risk(reader, token):
        return [Filler(token, None, "pronoun", via)]
    members = _members(reader, token, slot=slot, depth=depth)
    if is_nameless_rest(reader, token):
        return members
    if not slot.phrases or not reader.graph.is_nominal(token) or not names_something(reader, token, slot=slot):
        return listed_phrase(reader, token, slot=slot) + members
    if members and is_one_of(reader, token):
        return members
    own = shared_head(reader, token, mention=None)
    return (own or [Filler(token, as_open(noun_phrase(reader, token), slot=slot), "phrase", via)]) + members


def _is_alike(filler: Filler, first: Filler) -> bool:
    return filler.mention is not None and first.mention is not None and filler.mention.label == first.mention.label


def _of_verb(reader: Reader, token: int, *, slot: ObjectSlot, depth: int) -> list[Filler]:
    """What an act takes in or what befalls somebody: "taking acid blockers", "dying from heart disease", "dying"."""
    graph, words = reader.graph, reader.words
    lemma = graph.lemma(token)
    if lemma in words.injuring_verbs:
        return injury_of(reader, token, slot=slot)
    if lemma not in words.consume_verbs | words.befall_verbs | words.becoming_verbs:
        return []
    if lemma in words.consume_verbs:
        # what is taken is no function of the body
        slot = replace(slot, labels=slot.labels - {"FUNCTION"})
    reached = graph.kids(token, "obj", "xcomp") if lemma in words.becoming_verbs else graph.kids(token, "obj")
    if not reached and lemma in words.befall_verbs:
        reached = [kid for kid in graph.kids(token, "obl") if graph.preposition(kid) in words.befall_prepositions]
    found = [filler for kid in reached for filler in object_fillers(reader, kid, slot=slot, depth=depth + 1)]
    if found or not is_event(reader, token) or not slot.phrases or "CONDITION" not in slot.labels:
        return found
    return [Filler(token, graph.stretch(token, token, label="CONDITION", name=lemma), "phrase")]


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
    if mention.label == "FUNCTION" and is_transparent(reader, token):
        # "hinders copper absorption", where absorption has a name of its own
        inner = _inner(reader, token, slot=ObjectSlot(NUTRIENTS, phrases=False), depth=depth)
        if inner:
            return _through(inner, via) if "NUTRIENT" in slot.labels else []
    if mention.label not in slot.labels:
        function = as_function(reader, mention, slot=slot)
        if function is None:
            return told_ill(reader, token, slot=slot, named=mention)
        mention = function
    if mention.label == "FUNCTION" and graph.mention(token - 1, "NUTRIENT") and graph.head(token - 1) == token:
        # "keeps the calcium balance"
        mention = noun_phrase(reader, token, label="FUNCTION")
    members = _members(reader, token, slot=slot, depth=depth)
    vague = mention.name in words.empty_classes or (bool(members) and is_one_of(reader, token))
    own = [] if vague else [Filler(token, mention, via=via)]
    shared = shared_head(reader, token, mention=mention)
    inside = graph.subtree_of_mention(token)
    if len(inside) == 1 and " " not in graph.word(token) and len(shared) > 1:
        # "wrist or hip fractures": all of them have their own part of it
        own = []
    return own + shared + members


def _inner(reader: Reader, token: int, *, slot: ObjectSlot, depth: int) -> list[Filler]:
    """Objects among the modifiers of a noun that is read through."""
    graph, words = reader.graph, reader.words
    found: list[Filler] = []
    modifiers = graph.kids(token, "nmod", "obl", "compound", "acl", "ccomp", "amod")
    moves = graph.lemma(token) in words.rising_nouns
    sides = words.rising_prepositions if moves else words.object_prepositions
    if graph.lemma(token) in words.score_nouns:
        # "scores on anxiety scales"
        sides = sides | words.score_prepositions
    for kid in modifiers or right_behind(reader, token):
        base = graph.base_dep(kid)
        if graph.dep(kid) == "nmod:poss":
            continue
        if base in ("nmod", "obl") and graph.preposition(kid) not in sides:
            continue
        if base == "acl" and graph.has_kid(kid, "advmod", "mark", among=words.placing_words):
            # "a condition such as gout, where joints hurt"
            continue
        if tells_whence(reader, kid) and any(item < kid for item in graph.kids(token, "nmod")):
            # "a risk of insomnia caused by stress"
            continue
        if base == "acl" and graph.lemma(kid) in words.resembling_verbs:
            # "symptoms that resemble gout" are none of it
            continue
        if graph.dep(kid) == "acl:relcl" and graph.lemma(token) in words.amount_nouns:
            # "raises calcium levels, which makes bones stronger"
            continue
        if base == "amod" and (graph.mention(kid) is None or graph.lemma(token) in words.holder_nouns):
            continue
        behind = replace(slot, phrases=slot.phrases and kid > token)
        for target in told_in(reader, kid, risk=graph.lemma(token) in words.risk_nouns):
            found.extend(object_fillers(reader, target, slot=behind, depth=depth + 1))
    return found


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
