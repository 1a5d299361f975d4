"""From the reading of a rule to a claim: which readings state something, and the mentions that a claim holds."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from claimx.records import Claim, Mention, Resolution, Sentence, Span
from claimx.relate.claim_state import awaited, settle, stated_amount
from claimx.relate.fillers import LEFT_OUT, Filler
from claimx.relate.forms import PAST
from claimx.relate.graph import Graph
from claimx.relate.reader import Reader
from claimx.relate.rule_keys import LABEL_OF
from claimx.relate.rules import Rule
from claimx.relate.scores import told_relation
from claimx.relate.taken_away import is_lost


@dataclass(frozen=True, slots=True)
class Reading:
    """One rule's reading of one trigger, which has so many `words`; `reached` when it was read by distance."""

    rule: Rule
    trigger: int
    nutrient: Filler
    object: Filler | None
    reached: bool = False
    words: int = 1


def is_stated(reading: Reading, reader: Reader, *, heading: bool) -> bool:
    """Whether the text says what the reading says, and does not only ask for it, announce it or name it."""
    if is_aim(reader, reading.trigger):
        return False
    if heading:
        # "effects of zinc on acne" claims nothing; a headline whose verb is left out does
        named = _is_named_only(reader, reading.trigger) or _describes_foods(reading, reader)
        return (reader.graph.has_verb() and not named) or reading.rule.verbless or reading.reached
    # "how it might help" tells what follows
    before = reading.nutrient.token - 1
    announced = before >= 0 and reader.graph.word(before) in reader.words.announcing_openers
    return not announced or _is_told_so(reader, before)


def _is_told_so(reader: Reader, opener: int) -> bool:
    """ "That is how it lowers LDL", "which is why zinc helps": what was told is how it does."""
    graph, words = reader.graph, reader.words
    points = words.event_pronouns | words.sequel_pronouns
    if graph.dep(opener) == "expl":
        # "what zinc does is calm the nerves"
        return True
    if any(graph.word(kid) in points for kid in graph.kids(graph.head(graph.head(opener)), "nsubj")):
        # "which explains why it eases cramps"
        return True
    return bool(graph.kids(opener, "cop")) and any(graph.word(kid) in points for kid in graph.kids(opener, "nsubj"))


def _describes_foods(reading: Reading, reader: Reader) -> bool:
    """ "6 plant foods that are high in calcium": a headline that names a list, and says of none what it holds."""
    graph, trigger = reader.graph, reading.trigger
    if reading.rule.relation != "FOUND_IN" or graph.base_dep(trigger) != "acl":
        return False
    noun = graph.head(trigger)
    return graph.head(noun) == noun and graph.is_nominal(noun) and graph.is_plural(noun)


def _is_named_only(reader: Reader, trigger: int) -> bool:
    """ "Effects of oats on lipids compared with rice": the trigger is the noun of which all else hangs."""
    graph = reader.graph
    root = graph.head(trigger) == trigger
    return root and graph.is_nominal(trigger) and not graph.kids(trigger, "nsubj", "cop", "parataxis", "acl:relcl")


def is_aim(reader: Reader, trigger: int) -> bool:
    """The trigger stands in what a study set out to see ("looked at whether zinc helps")."""
    graph, words = reader.graph, reader.words
    for here, above in pairwise([trigger, *graph.ancestors(trigger)]):
        told = graph.parse.tags[above] in PAST or any(graph.parse.tags[kid] in PAST for kid in graph.kids(above, "aux"))
        # "no cure for colds, trial finds"
        told = told or (graph.parse.tags[above] == "VBZ" and graph.has_kid(above, "nsubj", among=words.study_nouns))
        # "failed to find any benefit"
        told = told or (graph.base_dep(above) == "xcomp" and graph.lemma(graph.head(above)) in words.achieving_verbs)
        finds = graph.lemma(above) in words.finding_verbs and told
        aims = graph.lemma(above) in words.aim_verbs and not finds
        past = any(graph.parse.tags[item] == "VBD" for item in (above, *graph.kids(above, "aux")))
        if graph.lemma(above) in words.supposing_verbs and past:
            return True
        if aims and graph.pos(trigger) == "NOUN" and graph.is_nominal(here):
            return True
        if aims and graph.parse.tags[here] == "VB" and _is_of_study(reader, above):
            # "trials are studying the use of zinc to ease colds"
            return True
        planned = graph.parse.tags[above] == "VB" and graph.base_dep(above) in ("acl", "advcl", "xcomp")
        if aims and planned and graph.lemma(graph.head(above)) in words.study_nouns:
            # "trials to find the best dose of zinc for easing colds"
            return True
        # "they wanted to know if zinc helps"
        wants = planned and graph.lemma(graph.head(above)) in words.wishing_verbs
        aims = aims or (wants and graph.lemma(above) in words.wondering_verbs)
        # "there is too little research on whether zinc helps" says that it may not
        lacks = graph.is_nominal(above) and any(
            graph.word(kid) in words.enough | words.deficiency_modifiers | words.negators
            for kid in graph.kids(above, "amod", "det")
        )
        aims = aims and not lacks
        if (
            aims
            and graph.base_dep(here) != "conj"
            and any(graph.word(item) in words.aim_openers for item in range(above + 1, here))
        ):
            # "to find out whether walnuts eaten before birth help", wherever the parse hangs it
            return True
        openers = words.aim_openers if aims else words.manner_openers
        if any(graph.word(kid) in openers for kid in graph.kids(here, "mark", "advmod")):
            return True
    return False


def _is_of_study(reader: Reader, verb: int) -> bool:
    """A study or who makes one looks into something, to see what comes of it."""
    graph, words = reader.graph, reader.words
    under_way = graph.parse.tags[verb] == "VBG" and graph.kids(verb, "aux")
    who = words.study_nouns | words.bystanders
    return bool(under_way) and any(graph.lemma(kid) in who for kid in graph.kids(verb, "nsubj"))


def make_claim(reading: Reading, reader: Reader, *, sentence: Sentence) -> Claim:
    """A claim whose nutrient and object have no name yet where they are pronouns."""
    graph = reader.graph
    nutrient, resolution = make_nutrient(reading.nutrient, graph)
    amount = stated_amount(reader, reading.nutrient, trigger=reading.trigger)
    if amount in ("intake", "excess") and is_lost(
        reader, reading.nutrient, trigger=reading.trigger, relation=reading.rule.relation
    ):
        amount = "deficiency"
    if amount == "deficiency" and reading.rule.relation == "CONTRAINDICATED_IN":
        # "should avoid foods with sodium": what is avoided is not missing
        amount = "intake"
    item = reading.object
    relation = told_relation(reader, item, relation=reading.rule.relation)
    found = item.mention if item is not None else None
    if item is not None and found is None:
        start, end = graph.parse.starts[item.token], graph.parse.ends[item.token]
        kinds = (kind for kind in ("condition", "function") if kind in reading.rule.object_types)
        label = LABEL_OF[reading.rule.pronoun_type if reading.rule.pronouns else next(kinds, "condition")]
        found = Mention(label, start, end, graph.text(start, end), "", origin="pattern")
    state = reading.rule.set_state or settle(amount, relation, found)
    return Claim(
        sentence=sentence,
        nutrient=nutrient,
        relation=relation,
        object=found,
        trigger=Span(graph.parse.starts[reading.trigger], graph.parse.ends[reading.trigger]),
        rule_id=reading.rule.id,
        trigger_token=reading.trigger,
        nutrient_state=state,
        resolution=resolution,
        fixed_polarity=reading.rule.settled or (amount == "deficiency" and _is_uptake_denied(reader, reading)),
        carried=reading.nutrient.kind == "carried",
        tested=reading.nutrient.kind == "tested",
        lived=reading.nutrient.kind == "lived",
        awaited=awaited(reading.nutrient, state, rule=reading.rule),
    )


def _is_uptake_denied(reader: Reader, reading: Reading) -> bool:
    """ "In Menkes disease, copper cannot be absorbed": the denial is what makes it a shortage."""
    graph, words = reader.graph, reader.words
    denied = any(graph.word(kid) in words.negators for kid in graph.kids(reading.trigger, "advmod"))
    return denied and reading.rule.relation == "ASSOCIATED_WITH" and graph.lemma(reading.trigger) in words.uptake_verbs


def make_nutrient(filler: Filler, graph: Graph) -> tuple[Mention, Resolution]:
    """The nutrient of a claim, with no name yet where it is to be resolved, and how it is named."""
    mention, first = filler.mention, filler.token
    if mention is not None:
        if filler.kind in ("member", "listed"):
            return mention, "class"
        return mention, "abbreviation" if mention.origin == "abbreviation" else "explicit"
    if filler.kind in LEFT_OUT:
        start = graph.parse.starts[first]
        return Mention("NUTRIENT", start, start, "", "", origin="pattern"), "ellipsis"
    if filler.kind == "definite":
        first = min([first, *graph.kids(first, "det", "amod", "compound", "nmod:poss")])
    start, end = graph.parse.starts[first], graph.parse.ends[filler.token]
    return Mention("NUTRIENT", start, end, graph.text(start, end), "", origin="pattern"), "pronoun"
