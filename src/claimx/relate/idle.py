"""Nutrients that are named beside a trigger and do nothing: what is cooked, what ties two others, what lacks itself."""

from __future__ import annotations

from collections.abc import Callable

from claimx.records import GAIN, HARM, Relation
from claimx.relate.clause_roles import kept_from
from claimx.relate.clause_signs import is_passive
from claimx.relate.foods import EATEN
from claimx.relate.forms import BARE
from claimx.relate.subjects import surface_subjects
from claimx.relate.trials import Pair

# relations of what a nutrient does once it is eaten
DONE = GAIN | HARM | {"INCREASES", "AFFECTS"}
# relations of which one's own shortage is no object
TIED: frozenset[Relation] = frozenset({"CAUSES", "ASSOCIATED_WITH"})
# relations that less of a help turns round
HELPED: frozenset[Relation] = frozenset({"TREATS", "PREVENTS"})


def is_not_prepared(pair: Pair) -> bool:
    """ "Potassium can be cut by boiling them", "rinse canned foods to remove salt": that is done to the food."""
    reader, nutrient = pair.trial.reader, pair.nutrient
    graph = reader.graph
    if pair.trial.rule.relation not in DONE or (nutrient.mention and nutrient.mention.subtype not in EATEN):
        return True
    first = graph.first_conjunct(nutrient.token)
    while graph.base_dep(first) == "nmod" and graph.is_nominal(graph.head(first)):
        first = graph.first_conjunct(graph.head(first))
    act = graph.head(first)
    held = graph.base_dep(first) == "obj" and act != pair.trial.trigger
    if held and graph.lemma(act) in reader.words.preparing_verbs:
        return False
    # "Rinse canned beans", taken for what the beans are like
    opener = min(graph.subtree(first))
    opens = opener == 0 and opener != first and graph.base_dep(opener) in ("amod", "compound")
    return not (opens and {graph.lemma(opener), graph.word(opener)} & reader.words.preparing_verbs)


def is_no_link(pair: Pair) -> bool:
    """ "Fibers connect muscles to bones" ties none of it to bones, and "(not related to alcohol)" says of which."""
    graph, trigger = pair.trial.reader.graph, pair.trial.trigger
    if pair.trial.rule.relation != "ASSOCIATED_WITH":
        return True
    if any(graph.mention(kid) is not None for kid in graph.kids(trigger, "obj")):
        doers = [kid for kid in graph.kids(trigger, "nsubj") if kid < trigger]
        return not doers or pair.nutrient.token not in (*doers, graph.head(trigger))
    negated = graph.has_kid(trigger, "advmod", among=pair.trial.reader.words.negators)
    return not (negated and graph.dep(trigger) in ("acl", "amod"))


def is_no_hindered_help(pair: Pair) -> bool:
    """ "Beer decreases the effectiveness of treatment for cancer" eases no cancer."""
    graph, words, trigger = pair.trial.reader.graph, pair.trial.reader.words, pair.trial.trigger
    lessens = words.avoid_verbs | words.hindering_verbs | words.draining_verbs
    if pair.trial.rule.relation not in HELPED or graph.lemma(trigger) not in lessens:
        return True
    between = [item for item in graph.ancestors(pair.object.token) if item > trigger]
    return not any(graph.lemma(item) in words.help_nouns for item in between)


def is_not_its_own_lack(pair: Pair) -> bool:
    """ "Zinc is poorly absorbed, the main cause of zinc deficiency": no shortage comes of itself."""
    nutrient, item = pair.nutrient.mention, pair.object.mention
    if pair.trial.rule.relation not in TIED or nutrient is None or item is None:
        return True
    words, said = pair.trial.reader.words, item.name.lower().split()
    little = words.deficiency_nouns | words.deficiency_modifiers
    rest = [word for word in said if not {word, word.removesuffix("s")} & (little | words.amount_nouns)]
    return little.isdisjoint(said) or rest != nutrient.name.lower().split()


def is_no_neighbour(pair: Pair) -> bool:
    """ "Calcium loss or changes in bone shape", "is caused by changes in a gene": the nutrient makes no such change."""
    graph, trigger, token = pair.trial.reader.graph, pair.trial.trigger, pair.nutrient.token
    if pair.trial.rule.relation not in DONE or graph.pos(trigger) != "NOUN" or graph.kids(trigger, "cop"):
        return True
    first = graph.first_conjunct(trigger)
    if first != trigger and {token, graph.head(token)} & set(graph.conjuncts(first)) - {trigger}:
        return False
    doing = graph.head(first)
    words = pair.trial.reader.words
    done = graph.preposition(first) in words.agent_prepositions - words.company_prepositions
    subjects = [kid for kid in graph.kids(doing, "nsubj") if graph.dep(kid) == "nsubj:pass"]
    return not (done and any(token in graph.subtree(kid) for kid in subjects))


def is_no_route(pair: Pair) -> bool:
    """ "Take it by mouth" does nothing to the mouth."""
    reader, token = pair.trial.reader, pair.object.token
    return f"{reader.graph.preposition(token)} {reader.graph.word(token)}" not in reader.words.taken_ways


def is_not_needless(pair: Pair) -> bool:
    """ "You do not have to drink milk to look after your bones" says that other things do it as well."""
    graph, words = pair.trial.reader.graph, pair.trial.reader.words
    relations = GAIN | {"AFFECTS", "USED_FOR"}
    if pair.trial.rule.relation not in relations or graph.base_dep(pair.trial.trigger) != "advcl":
        return True
    taking = graph.head(pair.trial.trigger)
    if graph.has_kid(taking, "aux", among=words.needing_verbs) and graph.lemma(taking) in words.intake_verbs:
        # "you need not drink milk to"
        return not graph.has_kid(taking, "advmod", among=words.negators)
    needing = graph.head(taking) if graph.base_dep(taking) == "xcomp" else -1
    asked = needing >= 0 and graph.lemma(needing) in words.enabling_verbs and graph.lemma(taking) in words.intake_verbs
    return not (asked and graph.has_kid(needing, "advmod", "nsubj", among=words.negators))


def is_not_kept_off(pair: Pair) -> bool:
    """ "It binds to antibiotics and keeps them from working" wards nothing off."""
    trial = pair.trial
    if trial.rule.relation != "PREVENTS" or pair.object.mention is not None:
        return True
    return not kept_from(trial.reader, trial.trigger)


def is_no_own_hold(pair: Pair) -> bool:
    """ "A protein that binds biotin and prevents its absorption": what is held does not keep itself off."""
    graph, token = pair.trial.reader.graph, pair.nutrient.token
    owned = pair.trial.rule.relation == "INTERACTS_WITH" and pair.object.mention is None
    held = owned and graph.dep(pair.object.token) == "nmod:poss" and graph.base_dep(token) == "obj"
    return not (held and graph.head(token) < pair.trial.trigger and pair.trial.trigger not in graph.subtree(token))


def is_not_only_who(pair: Pair) -> bool:
    """ "Adults with weak hearts should drink water to prevent cramps" do not drink it for their hearts."""
    trial = pair.trial
    if trial.rule.relation != "USED_FOR" or "people" not in pair.object.via:
        return True
    graph, marks = trial.reader.graph, trial.reader.words.infinitive_marks
    inside = (item for item in graph.subtree(trial.trigger) if item > max(trial.trigger, pair.object.token))
    return not any(
        graph.parse.tags[item] == "VB" and graph.has_kid(item, "mark", among=marks) and _is_told(pair, item)
        for item in inside
    )


def _is_told(pair: Pair, verb: int) -> bool:
    graph = pair.trial.reader.graph
    return any(
        graph.mention(item, "CONDITION", "FUNCTION") is not None
        for kid in graph.kids(verb, "obj")
        for item in graph.subtree(kid)
    )


def is_no_order_to_cut(pair: Pair) -> bool:
    """ "For a healthy diet, limit added sugar": somebody is told to take less of it, and nothing lowers it."""
    trial, mention = pair.trial, pair.object.mention
    if trial.rule.relation != "DECREASES" or mention is None or mention.label != "NUTRIENT":
        return True
    graph, trigger = trial.reader.graph, trial.trigger
    told = graph.base_dep(trigger) == "root" and graph.parse.tags[trigger] in BARE and graph.pos(trigger) == "VERB"
    return not (told and not graph.kids(trigger, "nsubj", "mark", "aux"))


def is_no_trial(pair: Pair) -> bool:
    """ "Trials have tested zinc in children with colds": that it is tried says nothing of what it is taken for."""
    graph, words, trigger = pair.trial.reader.graph, pair.trial.reader.words, pair.trial.trigger
    if pair.trial.rule.relation != "USED_FOR" or graph.lemma(trigger) not in words.aim_verbs:
        return True
    return not any(graph.lemma(kid) in words.study_nouns | words.bystanders for kid in graph.kids(trigger, "nsubj"))


def is_not_warned_off(pair: Pair) -> bool:
    """ "Doctors recommend against zinc to prevent cancer": nobody says that it does."""
    graph, words, token = pair.trial.reader.graph, pair.trial.reader.words, pair.nutrient.token
    if pair.trial.rule.relation not in GAIN | {"USED_FOR"} or words.averting.isdisjoint(graph.prepositions):
        return True
    advising = words.telling_verbs | words.advising_verbs
    return not any(
        graph.preposition(item) in words.averting and graph.lemma(graph.head(item)) in advising
        for item in (token, *graph.ancestors(token))
    )


def is_no_helped(pair: Pair) -> bool:
    """ "Many say it helps them fall asleep" eases nothing that they stand for."""
    graph, trigger = pair.trial.reader.graph, pair.trial.trigger
    unnamed = pair.trial.rule.relation == "TREATS" and pair.object.mention is None
    if not unnamed or graph.lemma(trigger) not in pair.trial.reader.words.causative_verbs:
        return True
    return not any(act > pair.object.token for act in graph.kids(trigger, "xcomp", "ccomp", "advcl"))


def is_no_illness(pair: Pair) -> bool:
    """ "Bran is unsuitable because it reduces the absorption of zinc": "it" is the bran, and no illness."""
    graph, token = pair.trial.reader.graph, pair.object.token
    if pair.trial.rule.relation != "ASSOCIATED_WITH" or pair.object.mention is not None:
        return True
    said = graph.head(pair.trial.trigger) if graph.base_dep(pair.trial.trigger) in ("advcl", "conj") else -1
    if said < 0 or graph.base_dep(token) != "nsubj":
        return True
    return not any(graph.mention(item, "NUTRIENT") is not None for item in graph.kids(said, "nsubj") if item < token)


def is_no_part_at_work(pair: Pair) -> bool:
    """ "Keeps the immune system strong so it can fight viruses": the part that is kept does that, and may not be it."""
    graph, words, trigger = pair.trial.reader.graph, pair.trial.reader.words, pair.trial.trigger
    if pair.nutrient.kind != "pronoun" or pair.nutrient.token not in graph.kids(trigger, "nsubj"):
        return True
    above = graph.head(trigger)
    ends = above < trigger and graph.has_kid(trigger, "mark", "advmod", "cc", among=words.resulting_words)
    if not ends or graph.lemma(above) not in words.causative_verbs:
        return True
    return not any(graph.mention(item, "FUNCTION") is not None for item in graph.kids(above, "obj"))


def is_not_after_it(pair: Pair) -> bool:
    """ "Wash your hands after handling chicken to prevent poisoning": what is done afterwards does it."""
    graph, words, trigger = pair.trial.reader.graph, pair.trial.reader.words, pair.trial.trigger
    ends = graph.parse.tags[trigger] == "VB" and graph.has_kid(trigger, "mark", among=words.infinitive_marks)
    if not ends or pair.trial.rule.relation not in GAIN:
        return True
    for item in graph.ancestors(pair.nutrient.token):
        if graph.parse.tags[item] == "VBG" and graph.preposition(item) in words.meal_prepositions:
            act = graph.head(item)
            return graph.pos(act) != "VERB" or act == trigger or graph.lemma(act) in words.intake_verbs
    return True


def is_no_catch_all(pair: Pair) -> bool:
    """ "Used to cure many problems", "helps with various ailments" names none."""
    graph, words, token = pair.trial.reader.graph, pair.trial.reader.words, pair.object.token
    if pair.trial.rule.relation not in ("TREATS", "USED_FOR") or graph.lemma(token) not in words.vague_objects:
        return True
    told = graph.kids(token, "amod", "det", "compound", "nmod", "acl")
    return not told or not all(graph.word(kid) in words.quantifiers for kid in told)


def is_not_added_by_eaters(pair: Pair) -> bool:
    """ "Fans like to add spirulina to smoothies": what somebody puts in is not what a smoothie holds."""
    reader, trigger = pair.trial.reader, pair.trial.trigger
    graph, words = reader.graph, reader.words
    if pair.trial.rule.relation != "FOUND_IN" or graph.lemma(trigger) not in words.mixing_verbs:
        return True
    doers = [] if is_passive(graph, trigger) else surface_subjects(reader, trigger)
    return all(graph.lemma(doer) in words.bystanders for doer in doers)


# what a nutrient must not be, by the names that `claimx explain` gives
IDLE: dict[str, Callable[[Pair], bool]] = {
    "prepared": is_not_prepared,
    "link": is_no_link,
    "help": is_no_hindered_help,
    "own_lack": is_not_its_own_lack,
    "neighbour": is_no_neighbour,
    "route": is_no_route,
    "needless": is_not_needless,
    "kept": is_not_kept_off,
    "own_hold": is_no_own_hold,
    "who": is_not_only_who,
    "order": is_no_order_to_cut,
    "helped": is_no_helped,
    "illness": is_no_illness,
    "after_it": is_not_after_it,
    "catch_all": is_no_catch_all,
    "added": is_not_added_by_eaters,
    "part": is_no_part_at_work,
    "trial": is_no_trial,
    "warned_off": is_not_warned_off,
}
