"""The conditions of a rule on each nutrient with each object."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from claimx.lexicon import ADJECTIVE
from claimx.records import GAIN, Relation
from claimx.relate.avoiding import is_avoided
from claimx.relate.claim_state import awaited, settle
from claimx.relate.fillers import LEFT_OUT
from claimx.relate.foods import is_eaten
from claimx.relate.forms import FINITE
from claimx.relate.graph import HYPHEN
from claimx.relate.idle import IDLE
from claimx.relate.outcomes import (
    is_in_the_body,
    is_modified,
    is_no_causee,
    is_no_explanation,
    is_no_lost_ability,
    is_no_meal,
    is_no_processor,
    is_no_reflexive,
    is_no_relief,
    is_no_scene,
    is_no_use,
    is_not_averted,
    is_not_hindered,
)
from claimx.relate.series import series
from claimx.relate.sides import (
    is_in_its_clause,
    is_no_content,
    is_no_doer,
    is_no_fellow,
    is_no_kind,
    is_not_made_within,
)
from claimx.relate.taken_away import is_no_other_act, is_no_trouble, is_not_taken_away
from claimx.relate.trials import Pair

# tokens behind an object in which it is told how it is kept
BEHIND_REACH = 8
# relations that "less" or "reduced" before the object turns into something else
TURNED_BY_LESS: frozenset[Relation] = frozenset({"CAUSES", "INCREASES", "DECREASES"})
# what befalls the illness that is the subject of a passive: "it can be prevented with"
BEFALLING: frozenset[Relation] = frozenset({"CAUSES", "TREATS", "PREVENTS", "WORSENS"})
# relations of what is done to something
DOING = GAIN | {"WORSENS"}
# relations that the words "side effects" are no object of
RELIEVING: frozenset[Relation] = frozenset({"TREATS", "PREVENTS"})


def failed_on_pair(pair: Pair) -> str:
    """The name of the first condition that a nutrient and an object fail, "" when they meet them all."""
    return next((name for name, meets in PAIR_CONDITIONS.items() if not meets(pair)), "")


def _is_named(pair: Pair) -> bool:
    rule, nutrient = pair.trial.rule, pair.nutrient
    if rule.named and nutrient.mention is None and nutrient.kind in LEFT_OUT:
        # "need more" and "the heaviest consumers" name nothing and mean one thing, as does "a deficiency"
        reader = pair.trial.reader
        if nutrient.kind == "ellipsis" and nutrient.state in ("deficiency", "excess"):
            return True
        return reader.graph.lemma(nutrient.token) in reader.words.bare_amounts | reader.words.ranked_eaters
    return not (rule.no_pronouns and nutrient.kind in ("pronoun", "definite"))


def _has_state(pair: Pair) -> bool:
    rule = pair.trial.rule
    state = settle(pair.nutrient.state, rule.relation, pair.object.mention)
    if rule.states and state not in rule.states:
        return bool(awaited(pair.nutrient, state, rule=rule))
    if state != "deficiency":
        return True
    # "foods low in salt include apples"; "changes such as avoiding meat, if you have gout"
    tied = rule.relation == "ASSOCIATED_WITH"
    return rule.relation != "FOUND_IN" and not (tied and is_avoided(pair.trial.reader, pair.nutrient.token))


def _is_reached(pair: Pair) -> bool:
    rule, via = pair.trial.rule, pair.object.via
    # "counters the reduced immunity", "causes decreased appetite": less of the object is another thing
    turned = rule.relation in TURNED_BY_LESS and "lower" in via and "lower" not in rule.via
    return rule.via <= via and not turned


def _is_not_reached(pair: Pair) -> bool:
    return pair.trial.rule.not_via.isdisjoint(pair.object.via)


def _is_another(pair: Pair) -> bool:
    """Nutrient and object are two things, and neither is a part of the other."""
    nutrient, mention = pair.nutrient.mention, pair.object.mention
    if pair.nutrient.token == pair.object.token:
        return pair.nutrient.kind in ("tested", "lived")
    if nutrient is None or mention is None:
        return True
    if (mention.start, mention.end) == (nutrient.start, nutrient.end):
        return False
    if mention.label == "NUTRIENT" and mention.name == nutrient.name:
        return False
    if pair.trial.rule.relation == "FOUND_IN" and _is_listed_with(pair):
        return False
    apart = nutrient.end <= mention.start or mention.end <= nutrient.start
    graph = pair.trial.reader.graph
    ends = apart and graph.lemma(pair.object.token) in pair.trial.reader.words.deficiency_nouns
    if mention.origin == "noun_phrase" and nutrient.surface.lower() in mention.surface.lower() and not ends:
        # "copper deficiency is treated with copper" speaks of two things
        return False
    return pair.nutrient.state == "intake" or not mention.start <= nutrient.start < mention.end


def _is_one_way(pair: Pair) -> bool:
    """ "Zinc and copper compete with each other" is one row, whichever way it is read."""
    nutrient, item = pair.nutrient, pair.object
    if pair.trial.rule.relation != "INTERACTS_WITH" or item.mention is None or item.mention.label != "NUTRIENT":
        return True
    return nutrient.token < item.token or nutrient.token not in series(pair.trial.reader, item.token)


def _is_listed_with(pair: Pair) -> bool:
    """One list holds both, or what "foods that ease colds include" names is taken for what they are rich in."""
    reader, nutrient = pair.trial.reader, pair.nutrient
    if nutrient.token in series(reader, pair.object.token):
        return True
    lists = reader.graph.lemma(pair.trial.trigger) in reader.words.listing_verbs
    return lists and nutrient.kind == "member" and nutrient.token > pair.trial.trigger


def _is_no_adjective(pair: Pair) -> bool:
    """An adjective that says a relation by itself is no object of another trigger: "cholesterol-lowering effects"."""
    trial, token = pair.trial, pair.object.token
    mention, graph = pair.object.mention, trial.reader.graph
    if token == trial.trigger or mention is None:
        return True
    named = mention.subtype == ADJECTIVE and graph.word(token) in trial.adjectives
    return not named and not (HYPHEN in graph.word(token) and graph.compounded(token) in trial.triggers)


def _has_type(pair: Pair) -> bool:
    nutrient = pair.nutrient.mention
    return nutrient is None or nutrient.subtype not in pair.trial.rule.not_nutrient_types


def _is_under(pair: Pair) -> bool:
    graph, under = pair.trial.reader.graph, pair.trial.rule.under
    for here, above in pairwise([pair.trial.trigger, *graph.ancestors(pair.trial.trigger)] if under else []):
        apart = graph.base_dep(here) == "advcl" and graph.kids(here, "mark") and graph.kids(here, "obj")
        if apart and graph.preposition(here) in pair.trial.reader.words.clause_openers:
            # "keep an eye on it while taking zinc"
            return False
        beside = graph.base_dep(here) == "conj"
        if beside and graph.kids(here, "nsubj", "nsubj:pass"):
            # "is drunk as a tea, and it relieves migraines": a clause of its own
            return False
        if beside and graph.kids(above, "obj"):
            # "promotes repair and relieves pain" does both
            continue
        if graph.lemma(above) in under:
            return True
    return not under


def _has_behind(pair: Pair) -> bool:
    """What is said of the object stands behind it, in the same clause: "keeps bones and teeth strong"."""
    graph, behind = pair.trial.reader.graph, pair.trial.rule.behind
    said = graph.word(pair.object.token).split()
    if not behind or (len(said) > 1 and said[-1] in behind):
        # "keeps the heart healthy", which is one name
        return True
    for token in range(pair.object.token + 1, min(len(graph), pair.object.token + 1 + BEHIND_REACH)):
        if graph.parse.tags[token] in FINITE or graph.word(token) in (";", ":"):
            return False
        # "for making blood and for a sharp mind"
        of_other = graph.base_dep(token) == "amod" and graph.head(token) > token
        if {graph.word(token), graph.lemma(token)} & behind and not of_other:
            return True
    return False


def _is_object(pair: Pair) -> bool:
    rule, mention = pair.trial.rule, pair.object.mention
    if mention is None:
        if not rule.pronouns and ("risk" in pair.object.via or _is_taken_up(pair) or _is_brought_about(pair)):
            return bool({"condition", "function"} & set(rule.object_types))
        # "they include milk and eggs" lists what was spoken of
        graph, words = pair.trial.reader.graph, pair.trial.reader.words
        lists = graph.lemma(pair.trial.trigger) in words.listing_verbs
        # "it includes lean meat" lists what is in a diet
        listed = words.plural_pronouns | words.going_on
        return rule.pronouns and not (lists and graph.word(pair.object.token) in listed)
    if mention.label not in rule.labels:
        return False
    if rule.relation == "FOUND_IN" and mention.name in pair.trial.reader.words.not_foods:
        return False
    if mention.label != "NUTRIENT" or "nutrient" in rule.object_types:
        return True
    reader = pair.trial.reader
    return is_eaten(mention, reader.words) or reader.graph.last_word(pair.object.token) in reader.words.food_ends


def _is_taken_up(pair: Pair) -> bool:
    """ "Zinc shortens them": what is done is done to what was just spoken of."""
    graph, words, token = pair.trial.reader.graph, pair.trial.reader.words, pair.object.token
    trigger = pair.trial.trigger
    done = pair.trial.rule.relation in DOING and graph.head(token) == trigger
    # "told me to stop it"
    done = done and not (graph.base_dep(trigger) == "xcomp" and graph.kids(graph.head(trigger), "obj", "iobj"))
    # "alcohol makes it worse, so avoid it"
    done = done and not (pair.trial.rule.relation == "PREVENTS" and graph.lemma(trigger) in words.avoid_verbs)
    said = graph.word(token) in words.taken_up and graph.base_dep(token) == "obj"
    narrow = pair.trial.rule.object_heads or pair.trial.rule.object_prefix or pair.trial.rule.via
    # "it may shorten them": one is not what the other stands for
    plural = words.plural_pronouns
    apart = (graph.word(pair.nutrient.token) in plural) is not (graph.word(token) in plural)
    return done and said and not narrow and (pair.nutrient.mention is not None or apart)


def _is_brought_about(pair: Pair) -> bool:
    """ "It is caused by too little zinc", "they may be due to": the illness that is spoken of, and no nutrient."""
    graph, words, token = pair.trial.reader.graph, pair.trial.reader.words, pair.object.token
    spoken_of = words.going_on | words.event_pronouns | words.many_spoken_of
    subject = graph.base_dep(token) == "nsubj" and graph.word(token) in spoken_of
    passive = graph.dep(token) == "nsubj:pass" and pair.trial.rule.relation in BEFALLING
    order = token < pair.trial.trigger < pair.nutrient.token
    told = (passive or pair.trial.rule.relation == "CAUSES") and "condition" in pair.trial.rule.object_types
    return subject and told and order and pair.nutrient.mention is not None


def _begins_with(pair: Pair) -> bool:
    """The name of the object begins so, or stands behind such a word ("better" sleep)."""
    prefixes, mention, graph = pair.trial.rule.object_prefix, pair.object.mention, pair.trial.reader.graph
    return (
        not prefixes
        or mention is None
        or mention.surface.lower().startswith(tuple(prefixes))
        or graph.has_kid(pair.object.token, "amod", among=prefixes)
    )


def _begins_otherwise(pair: Pair) -> bool:
    prefixes, mention = pair.trial.rule.not_object_prefix, pair.object.mention
    return not prefixes or mention is None or not mention.surface.lower().startswith(tuple(prefixes))


def _is_other_object(pair: Pair) -> bool:
    """Not one of the rule's `not_objects`, all of it: "damage to the brain" is not "damage"."""
    mention = pair.object.mention
    return mention is None or mention.surface.lower() not in pair.trial.rule.not_objects


def _has_head(pair: Pair) -> bool:
    heads = pair.trial.rule.object_heads
    return not heads or pair.object.mention is None or not heads.isdisjoint(_heads(pair))


def _has_other_head(pair: Pair) -> bool:
    heads, mention = pair.trial.rule.not_object_heads, pair.object.mention
    if not heads or mention is None:
        return True
    if mention.label == "CONDITION" and mention.origin == "lexicon" and " " in mention.surface:
        # "celiac disease" is no mere disease
        return mention.surface.lower() not in heads
    return heads.isdisjoint(_heads(pair))


def _heads(pair: Pair) -> frozenset[str]:
    """The lemma of the object's head, and for a name of several words all of it and its last word."""
    graph, token = pair.trial.reader.graph, pair.object.token
    lemma = graph.lemma(token)
    mention = pair.object.mention
    if mention is not None and (pair.object.kind == "phrase" or mention.origin == "pattern"):
        # "wrist" of "wrist and hip fractures" has the head of both
        last = mention.name.split()[-1]
        return frozenset({lemma, last, last.removesuffix("s")})
    return frozenset({graph.last_word(token), lemma, lemma.removesuffix("s")} if " " in lemma else {lemma})


def _is_not_unsaid(pair: Pair) -> bool:
    """ "Reduces side effects" does not say of what they are."""
    graph = pair.trial.reader.graph
    unsaid = graph.phrase_of(pair.object.token) in pair.trial.reader.words.side_effects
    # "adverse reactions to zinc are nausea and rashes"
    told = pair.object.token == pair.trial.trigger and graph.base_dep(pair.object.token) == "nsubj"
    # "no side effects were seen" tells of what a study gave
    told = told and pair.nutrient.kind != "tested"
    # "there are no known side effects of zinc"
    told = told and not graph.has_kid(pair.object.token, "det", among=pair.trial.reader.words.negators)
    return not (unsaid and (told or pair.trial.rule.relation in RELIEVING))


# in the order asked; the names are what `claimx explain` and `why_not` say of a rule that did not fire
PAIR_CONDITIONS: dict[str, Callable[[Pair], bool]] = {
    "named": _is_named,
    "state": _has_state,
    "via": _is_reached,
    "not_via": _is_not_reached,
    "modified": is_modified,
    "same": _is_another,
    "one_way": _is_one_way,
    "adjective": _is_no_adjective,
    "not_nutrient_types": _has_type,
    "under": _is_under,
    "behind": _has_behind,
    "object": _is_object,
    "place": is_in_the_body,
    "scene": is_no_scene,
    "object_prefix": _begins_with,
    "not_object_prefix": _begins_otherwise,
    "not_objects": _is_other_object,
    "object_heads": _has_head,
    "not_object_heads": _has_other_head,
    "side_effects": _is_not_unsaid,
    "relief": is_no_relief,
    "use": is_no_use,
    "averted": is_not_averted,
    "hindered": is_not_hindered,
    "ability": is_no_lost_ability,
    "taken_away": is_not_taken_away,
    "trouble": is_no_trouble,
    "other_act": is_no_other_act,
    "explained": is_no_explanation,
    "reflexive": is_no_reflexive,
    "causee": is_no_causee,
    **IDLE,
    "meal": is_no_meal,
    "processor": is_no_processor,
    "doer": is_no_doer,
    "fellow": is_no_fellow,
    "kind": is_no_kind,
    "content": is_no_content,
    "organ": is_not_made_within,
    "clause": is_in_its_clause,
}
