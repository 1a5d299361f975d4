"""What a sentence takes back of a reading: the object is spared, averted or relieved, or nothing is done to it."""

from __future__ import annotations

from itertools import pairwise

from claimx.records import Relation
from claimx.relate.foods import EATEN
from claimx.relate.forms import BARE
from claimx.relate.reader import Reader
from claimx.relate.trials import Pair
from claimx.relate.via import is_said_otherwise

# relations of what is brought about, not done to
BRINGING: frozenset[Relation] = frozenset({"CAUSES", "INCREASES", "DECREASES"})
# relations of an act that something is kept from
KEPT: tuple[Relation, ...] = ("IMPROVES", "INCREASES", "DECREASES", "AFFECTS")
# how a clause or noun hangs on the verb that hinders it
HELD = frozenset({"xcomp", "ccomp", "acl", "advcl", "obj", "obl", "nmod"})
# tokens before a food in which it is said how it is prepared
PREPARED_REACH = 3


def is_in_the_body(pair: Pair) -> bool:
    """A nutrient rises or falls in somebody, not on the plate ("eat fewer chips", "rinse beans to cut salt")."""
    mention, nutrient, trial = pair.object.mention, pair.nutrient.mention, pair.trial
    if trial.rule.relation not in ("INCREASES", "DECREASES") or mention is None or mention.label != "NUTRIENT":
        return True
    graph, token = trial.reader.graph, pair.nutrient.token
    if graph.base_dep(trial.trigger) == "amod" and _is_held(trial.reader, graph.head(trial.trigger)):
        return False
    first = graph.first_conjunct(pair.object.token)
    if first != pair.object.token and graph.mention(first, "CONDITION") is not None:
        # "to prevent cavities and chlorine to kill germs"
        return False
    # the body's fluids are no dish
    dish = mention.subtype == "food" and mention.name not in trial.reader.words.not_foods
    eaten = dish or graph.last_word(pair.object.token) in trial.reader.words.plates
    if eaten or _is_on_plate(trial.reader, pair.object.token, trigger=trial.trigger):
        return False
    if any({token, pair.object.token} <= set(graph.subtree(kid)) for kid in graph.kids(trial.trigger, "obj")):
        # "limiting the amount of sodium (salt) you eat"
        return False
    # "rinse canned foods, such as tuna"
    above = {graph.lemma(item) for item in graph.ancestors(token) if item < token}
    before = above | set(graph.lemmas[max(0, token - PREPARED_REACH) : token])
    prepared = before & trial.reader.words.preparing_verbs
    return not (prepared and nutrient is not None and nutrient.subtype == "food" and token < trial.trigger)


def is_no_scene(pair: Pair) -> bool:
    """ "In the liver, choline helps cells export fat": where it happens is not what is helped."""
    graph, token, trigger = pair.trial.reader.graph, pair.object.token, pair.trial.trigger
    opens = graph.base_dep(token) == "obl" and 0 in graph.kids(token, "case") and token < trigger
    place = opens and graph.preposition(token) in pair.trial.reader.words.place_prepositions
    return not (place and pair.trial.rule.relation == "IMPROVES" and graph.kids(trigger, "obj", "xcomp", "ccomp"))


def _is_held(reader: Reader, noun: int) -> bool:
    """ "The diet has reduced amounts of sugar": it holds little."""
    graph, words = reader.graph, reader.words
    holding = words.containing_verbs | words.light_verbs
    return graph.base_dep(noun) == "obj" and graph.lemma(graph.head(noun)) in holding


def _is_on_plate(reader: Reader, token: int, *, trigger: int) -> bool:
    """ "The amount of fiber in your diet", "the salt in your meals"."""
    graph, words = reader.graph, reader.words
    chain = [token, *(item for item in graph.ancestors(token) if item > trigger), trigger]
    places = [kid for item in chain for kid in graph.kids(item, "nmod", "obl") if kid > token]
    return any(
        graph.last_word(kid) in words.plates and graph.preposition(kid) in words.place_prepositions for kid in places
    )


def is_no_relief(pair: Pair) -> bool:
    """ "Leading to improvements in symptoms" brings none about, "the odds of beating a cold" are no risk of one."""
    graph, words = pair.trial.reader.graph, pair.trial.reader.words
    relief = words.relief_nouns | words.surviving_verbs
    between = range(pair.trial.trigger + 1, pair.object.token)
    # "gives indigestion relief"
    inside = graph.base_dep(pair.object.token) == "compound" and graph.lemma(graph.head(pair.object.token)) in relief
    relieved = inside or any(graph.lemma(token) in relief for token in between)
    return pair.trial.rule.relation not in ("CAUSES", "PREDISPOSES") or not relieved


def is_no_use(pair: Pair) -> bool:
    """ "Cut the need for painkillers", "lowered ibuprofen use": that fewer take it is no change of what it does."""
    graph, words = pair.trial.reader.graph, pair.trial.reader.words
    verb = graph.head(pair.trial.trigger)
    if graph.lemma(verb) in words.tying_verbs and graph.head(pair.object.token) == verb:
        # "have linked taking zinc to gout"
        return pair.trial.rule.relation != "USED_FOR"
    lessened = graph.lemma(pair.trial.trigger) in words.avoid_verbs | words.draining_verbs
    drug = graph.mention(pair.object.token, "DRUG") is not None
    if pair.trial.rule.relation != "INTERACTS_WITH" or not (lessened and drug):
        return True
    held = [item for item in graph.ancestors(pair.object.token) if item > pair.trial.trigger]
    folded = graph.word(pair.object.token).split()[-1].removesuffix("s")
    return not any(graph.lemma(item) in words.drug_uses for item in held) and folded not in words.drug_uses


def is_not_averted(pair: Pair) -> bool:
    """ "Drink water to avoid getting thirsty" brings about no thirst, and "avoid adding salt to food" holds none.

    Nor does what makes us "less likely to get gout" or "raises the risk of developing gout" bring about gout.
    """
    trial = pair.trial
    graph, words = trial.reader.graph, trial.reader.words
    # "less likely to go on to develop gout"
    act = graph.head(trial.trigger) if graph.lemma(graph.head(trial.trigger)) in words.going_verbs else trial.trigger
    above, label = graph.head(act), graph.base_dep(act)
    below = label in ("xcomp", "ccomp") and graph.lemma(above) in words.averting_verbs
    # "it is more likely to give you cramps" says what it does
    own = pair.nutrient.token in graph.kids(above, "nsubj")
    likely = (
        graph.lemma(above) in words.likely_words
        and (bool(graph.kids(above, "advmod")) or graph.parse.tags[above] == "JJR")
        and not own
    )
    weighed = label in ("xcomp", "advcl", "acl") and (graph.lemma(above) in words.risk_nouns or likely)
    return trial.rule.relation not in ("CAUSES", "FOUND_IN") or not (below or weighed)


def is_not_hindered(pair: Pair) -> bool:
    """ "Interferes with how well the body can keep oxygen levels up" keeps nothing up, nor does "keeps from rising"."""
    trial = pair.trial
    graph, hindering = trial.reader.graph, trial.reader.words.hindering_verbs
    kept = graph.preposition(trial.trigger) in trial.reader.words.origin_prepositions or any(
        # "makes blood sugar rise less"
        graph.word(kid) in trial.reader.words.less_words and kid > trial.trigger
        for kid in graph.kids(trial.trigger, "advmod", "obj")
        if all(graph.word(item) in trial.reader.words.less_words for item in graph.kids(trial.trigger, "obj"))
    )
    # a rule that asks for it says so itself
    kept = kept and trial.rule.modifiers.isdisjoint(trial.reader.words.less_words)
    if kept and graph.pos(trial.trigger) == "VERB" and trial.rule.relation in KEPT:
        return False
    if trial.rule.relation not in ("IMPROVES", "INCREASES"):
        return True
    for below, above in pairwise((trial.trigger, *graph.ancestors(trial.trigger))):
        if graph.base_dep(below) not in HELD or (above == pair.nutrient.token):
            return True
        if graph.lemma(above) in hindering:
            return pair.nutrient.token in graph.subtree(below)
    return True


def is_no_lost_ability(pair: Pair) -> bool:
    """ "A lack of zinc leads to a reduced ability to fight infections": nothing is fought."""
    trial = pair.trial
    graph, words = trial.reader.graph, trial.reader.words
    able = graph.head(trial.trigger)
    held = graph.base_dep(trial.trigger) == "acl" and graph.lemma(able) in words.effect_nouns
    lost = held and graph.has_kid(able, "amod", among=words.lower_modifiers | words.deficiency_modifiers)
    return not lost or pair.nutrient.token in graph.subtree(able)


def is_no_meal(pair: Pair) -> bool:
    """ "Take iron with food to avoid nausea": the food does, against what the iron would do."""
    trial, token = pair.trial, pair.nutrient.token
    graph, words = trial.reader.graph, trial.reader.words
    meal = graph.first_conjunct(token)
    eaten = {graph.last_word(token), graph.last_word(meal)} & words.meal_nouns
    if (
        eaten
        and graph.preposition(meal) in words.meal_prepositions
        and graph.lemma(graph.head(meal)) in words.pill_verbs
    ):
        # "a binder to take with meals and snacks, to bind phosphorus"
        return False
    if trial.rule.relation not in ("TREATS", "PREVENTS"):
        return True
    taking = [verb for verb in graph.ancestors(token) if graph.lemma(verb) in words.pill_verbs]
    beside = (kid for place in (token, *taking) for kid in graph.kids(place, "obl", "nmod"))
    return not taking or not any(
        graph.last_word(kid) in words.meal_nouns and graph.preposition(kid) in words.meal_prepositions for kid in beside
    )


def is_no_explanation(pair: Pair) -> bool:
    """ "Raises triglycerides, a type of fat": what something is called is not done to."""
    graph, words = pair.trial.reader.graph, pair.trial.reader.words
    kind = graph.head(pair.object.token)
    if graph.lemma(kind) not in words.kind_words or graph.preposition(pair.object.token) == "":
        return True
    apart = any(graph.word(kid) in words.articles and graph.word(kid - 1) == "," for kid in graph.kids(kind, "det"))
    return not (apart and graph.base_dep(kind) in ("conj", "appos") and not graph.kids(kind, "cc"))


def is_no_reflexive(pair: Pair) -> bool:
    """ "Plants make it to protect themselves": what guards itself is of no use to others."""
    graph, trigger = pair.trial.reader.graph, pair.trial.trigger
    held = {graph.word(kid) for kid in graph.kids(pair.object.token, "nmod:poss")} & pair.trial.reader.words.possessives
    if (
        held
        and pair.trial.rule.relation in ("INCREASES", "DECREASES")
        and graph.lemma(trigger) in pair.trial.reader.words.releasing_verbs
    ):
        # "beans release their sugar slowly"
        return False
    itself = graph.has_kid(trigger, "obj", "obl", among=pair.trial.reader.words.reflexives)
    return not (itself and pair.nutrient.mention is not None and pair.nutrient.mention.subtype in EATEN)


def is_no_causee(pair: Pair) -> bool:
    """ "Stimulates the skin to make collagen" raises no skin, and "helps diabetics lose weight" eases no diabetes."""
    graph, trigger, relation = pair.trial.reader.graph, pair.trial.trigger, pair.trial.rule.relation
    acted_on = graph.kids(trigger, "obj")
    if relation == "CAUSES" and "people" in pair.object.via and graph.kids(trigger, "xcomp"):
        # "leaves people with gout tired"
        return False
    if relation == "TREATS":
        # whom "people with gout", "asthmatic children" names
        acted_on = [item for noun in acted_on for item in graph.subtree(noun) if item != noun]
    if relation not in BRINGING | {"TREATS"} or pair.object.token not in acted_on:
        return True
    makes = ("xcomp", "advcl") if graph.lemma(trigger) in pair.trial.reader.words.causative_verbs else ("xcomp",)
    acts = [act for act in graph.kids(trigger, *makes) if not graph.kids(act, "nsubj")]
    if relation == "DECREASES":
        # "stops the body from absorbing iron"
        held = [act for act in graph.kids(trigger, "xcomp", "advcl") if graph.kids(act, "obj")]
        kept = [act for act in held if graph.parse.tags[act] == "VBG" and graph.preposition(act) in ("", "from")]
        if any(act > pair.object.token and "," not in graph.words[pair.object.token : act] for act in kept):
            return False
    return not any(graph.parse.tags[act] in BARE and act > pair.object.token for act in acts)


def is_no_processor(pair: Pair) -> bool:
    """ "Helps the gut soak up iron" says nothing of the gut, nor "helps cells turn food into energy" of the cells."""
    graph, words, trigger = pair.trial.reader.graph, pair.trial.reader.words, pair.trial.trigger
    if pair.trial.rule.relation != "IMPROVES" or graph.lemma(trigger) not in words.causative_verbs:
        return True
    if pair.object.token not in {item for kid in graph.kids(trigger, "obj") for item in graph.conjuncts(kid)}:
        return True
    acts = graph.kids(trigger, "xcomp", "ccomp", "advcl")
    if any(graph.lemma(act) in words.knowing_verbs for act in acts):
        return False
    acts = [act for act in acts if graph.kids(act, "obj")]
    turned = any(graph.lemma(act) in words.turning_verbs for act in acts)
    soaked = graph.lemma(pair.object.token) in words.gut_nouns
    return not (turned or (soaked and any(graph.lemma(act) in words.soaking_verbs for act in acts)))


def is_modified(pair: Pair) -> bool:
    """ "Reduced pain and fatigue", but not "reduced pain and better sleep"."""
    graph, trigger = pair.trial.reader.graph, pair.trial.trigger
    if graph.base_dep(trigger) != "amod":
        return True
    if pair.nutrient.token in graph.subtree(graph.head(trigger)) and pair.nutrient.token > graph.head(trigger):
        # "brought on by increased heat and alcohol"
        return graph.preposition(pair.nutrient.token) != "" and pair.nutrient.token not in _beside(pair)
    if pair.nutrient.token in _beside(pair):
        # "increased intake of oxalate, reduced absorption of calcium"
        return False
    if pair.object.token == graph.head(trigger) or graph.mention(pair.object.token, "POPULATION") is not None:
        # "a common problem in older adults": "older" says nothing of the problem
        return True
    return not is_said_otherwise(pair.trial.reader, pair.object.token)


def _beside(pair: Pair) -> set[int]:
    """All that hangs on what stands in a list with the noun that the trigger modifies."""
    graph, noun = pair.trial.reader.graph, pair.trial.reader.graph.head(pair.trial.trigger)
    return {item for other in graph.conjuncts(noun) if other != noun for item in graph.subtree(other)}
