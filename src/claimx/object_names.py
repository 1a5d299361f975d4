"""Which illness or function "it", "the condition" and an object that is left out stand for."""

from __future__ import annotations

from dataclasses import replace

from claimx.advised import advised
from claimx.antecedents import REACH, look_at, pair_before
from claimx.illness_topic import headed_illness, illness_at, is_headed_by_nutrient
from claimx.pronoun_kinds import PLANTS, Near, Wanted
from claimx.records import Claim, Label, Mention
from claimx.sentence_subjects import main_subject
from claimx.topic import Context, find_topic, headings_and_title, topic_at

# characters before a name that may hold "such as"
LEAD = 30
# a longer heading is a sentence
HEADING_WORDS = 7
# what a nutrient interacts with
MET: frozenset[Label] = frozenset({"DRUG", "NUTRIENT"})
_DONE_TO: frozenset[Label] = frozenset({"CONDITION", "FUNCTION", "NUTRIENT"})


def name_object(claim: Claim, context: Context, *, number: int) -> Claim | None:
    """A claim whose pronoun object ("it", "these diseases") has its antecedent's name, or None without one."""
    item = claim.object
    if item is None:
        return claim
    if item.origin == "pattern" and item.name.removesuffix("s") in context.words.spoken_of:
        meant = illness_at(context, number, before=item.start)
        return claim if meant is None else replace(claim, object=replace(item, name=meant.name, id=meant.id))
    if item.name:
        return claim
    if item.label == "POPULATION" and item.surface.lower() in context.words.readers:
        ill = _illness_of_reader(context, number, before=item.start)
        return None if ill is None else replace(claim, object=replace(item, name=ill.name, id=ill.id))
    if item.start == claim.trigger.start and item.label == "CONDITION":
        # "the usual cause is": the illness stands above
        meant = illness_at(context, number, before=item.start)
        if claim.relation == "CAUSES" and is_headed_by_nutrient(context, number):
            # "the usual cause" under "Low iron" is that of the shortage
            return None
        return None if meant is None or is_of(meant, claim.nutrient) else replace(claim, object=meant)
    if claim.relation == "INTERACTS_WITH" and item.label in MET:
        return _met_before(claim, item, context, number=number)
    if item.label == "NUTRIENT" and item.surface.lower() not in context.words.pronouns:
        # "a cup has 4 g of fiber"
        topic = topic_at(context, number)
        if topic is not None and topic.subtype in PLANTS:
            return _taken_for(claim, topic)
    if item.label == "NUTRIENT":
        return _name_food(claim, item, context, number=number)
    comes_of = item.label == "CONDITION" and item.start < claim.trigger.start
    if comes_of and (headed := _headed(item, context, number=number)) is not None:
        return _taken_for(claim, headed)
    if comes_of and item.surface.lower() in context.words.many_spoken_of:
        return _several(claim, item, context, number=number)
    return _taken_up(claim, item, context, number=number)


def each_food(claim: Claim, context: Context, *, number: int) -> list[Claim]:
    """The claim of every food that "they" stands for: "eat bread and cereals, because they are rich in fiber"."""
    item, words = claim.object, context.words
    if claim.relation != "FOUND_IN" or item is None or item.surface.lower() not in words.plural_pronouns:
        return [claim]
    if item.surface.lower() in words.pair_words:
        two = pair_before(context, number, before=item.start)
        return [_taken_for(claim, food) for food in two if _is_food(food, context)] or [claim]
    foods = [food for food in context.mentions[number] if food.end <= item.start and _is_food(food, context)]
    meant = next((at for at in range(len(foods) - 1, -1, -1) if foods[at].name == item.name), None)
    if meant is None:
        several = _foods_before(context, number) if item.surface.lower() in words.food_pronouns else []
        return [_taken_for(claim, food) for food in several if food.name != claim.nutrient.name] or [claim]
    first = last = meant
    while first > 0 and _is_listed(foods[first - 1], foods[first], context):
        first -= 1
    while last + 1 < len(foods) and _is_listed(foods[last], foods[last + 1], context):
        last += 1
    listed = [food for food in foods[first : last + 1] if food.name != claim.nutrient.name]
    return [_taken_for(claim, food) for food in listed]


def _foods_before(context: Context, number: int) -> list[Mention]:
    """The foods that the sentence before is about, where they are several and it is about nothing else."""
    near = look_at(context, number - 1, wanted=Wanted(plural=True)) if number else Near()
    foods = [item for item in near.mentions if near.is_subject and _is_food(item, context)]
    return foods if 1 < len(foods) == len(near.mentions) else []


def _is_listed(one: Mention, other: Mention, context: Context) -> bool:
    between = context.article.text[one.end : other.start].replace(",", " ").lower().split()
    return len(between) <= 1 and context.words.list_joiners.issuperset(between)


def _illness_of_reader(context: Context, number: int, *, before: int) -> Mention | None:
    """What those have whom a text tells what to leave out; it is about nothing else."""
    if headings_and_title(context, number):
        return headed_illness(context, number)
    return illness_at(context, number, before=before) if find_topic(context) is None else None


def _headed(item: Mention, context: Context, *, number: int) -> Mention | None:
    """ "White spots on the nails" above "They may be due to low zinc": what a heading calls a text's first pronoun."""
    above = context.sentences[number - 1] if number else None
    opens = not context.article.text[context.sentences[number].start : item.start].strip()
    if above is None or above.block_type != "heading" or not opens or above.is_question:
        return None
    named = [each for each in context.mentions[number - 1] if each.label in ("CONDITION", "FUNCTION")]
    if not named or len(above.text.split()) > HEADING_WORDS or context.parses.get(above.index) is not None:
        return None
    illness = [each for each in named if each.label == "CONDITION"]
    text = above.text.strip()
    return illness[0] if illness else Mention("CONDITION", above.start, above.end, text, text.lower(), origin="pattern")


def _several(claim: Claim, item: Mention, context: Context, *, number: int) -> Claim | None:
    """ "Headaches are common. They may be due to low iron": illnesses in the plural that were named right before."""
    before = context.mentions[number - 1] if number else ()
    many = [each for each in before if each.label == item.label and each.surface.lower().endswith("s")]
    return _taken_for(claim, many[0]) if many else None


def _taken_for(claim: Claim, meant: Mention) -> Claim:
    """The claim with what its object stands for, at the place of the pronoun."""
    if claim.object is None:
        return claim
    known = replace(claim.object, name=meant.name, id=meant.id, label=meant.label, subtype=meant.subtype)
    return replace(claim, object=known)


def _name_food(claim: Claim, item: Mention, context: Context, *, number: int) -> Claim | None:
    """The food that the sentence before is about: "algae oil does the same job. It contains EPA"."""
    own = context.mentions[number]
    # "it has less caffeine than coffee, and the theanine in it"
    goes_on = not context.words.food_pronouns.isdisjoint(
        context.article.text[claim.sentence.start : item.start].lower().split()
    )
    if number == 0 or (not goes_on and any(_is_food(named, context) and named.end <= item.start for named in own)):
        return _taken_up(claim, item, context, number=number)
    plural = item.surface.lower() in context.words.plural_pronouns
    near = look_at(context, number - 1, wanted=Wanted(plural=plural))
    told = [filler.mention for filler in advised(context, number - 1) if filler.mention is not None]
    named = list(near.mentions) if near.is_subject else told
    foods = [food for food in named if _is_food(food, context) and food.name != claim.nutrient.name]
    if len(foods) == 1:
        return _taken_for(claim, foods[0])
    # "choline is a nutrient. It carries fat"
    other = near.is_subject and bool(near.mentions) and not foods
    return None if other else _taken_up(claim, item, context, number=number)


def _is_food(mention: Mention, context: Context) -> bool:
    """A food, or what else holds nutrients: a plant, an oil, a powder that is sold as one."""
    words = context.words
    held = mention.name in words.products or mention.name.split()[-1] in words.food_ends
    return mention.subtype in PLANTS or (mention.label == "NUTRIENT" and held)


def _met_before(claim: Claim, item: Mention, context: Context, *, number: int) -> Claim | None:
    """ "Iron is hard to absorb. Vitamin C boosts its uptake": the drug or other nutrient that was spoken of."""
    for previous in range(number, max(-1, number - REACH - 1), -1):
        here = [each for each in context.mentions[previous] if each.label in MET and each.end <= item.start]
        named = [
            each
            for each in here
            if each.name != claim.nutrient.name
            and each.subtype != "food"
            # "full of iron, and vitamin C helps you absorb it"
            and not (_is_beside(claim.nutrient, each, context) and _is_doer(claim, each, context, number=previous))
        ]
        many = [each for each in named if each.surface.endswith("s")]
        named = many if many and item.surface.lower() in context.words.plural_pronouns else named
        if named:
            met = named[-1] if previous == number else named[0]
            if met.label != item.label == "DRUG" and item.surface.lower() not in context.words.possessives:
                return None
            return _taken_for(claim, met)
    topic = topic_at(context, number) if item.label == "NUTRIENT" else None
    if topic is None or topic.name == claim.nutrient.name:
        return None
    return _taken_for(claim, topic)


def _taken_up(claim: Claim, item: Mention, context: Context, *, number: int) -> Claim | None:
    # "it can also happen when" takes up what the text is about
    taken_up = item.surface.lower() in context.words.taken_up and item.start > claim.trigger.start
    taken_up = taken_up and item.label != "NUTRIENT"
    done_to = _done_to_before(claim, item, context, number=number) if taken_up else None
    if done_to is not None:
        return _taken_for(claim, done_to)
    # "salt raises it, and bananas lower it"
    nearest = number - 1 if taken_up and _is_repeated(item, context, number=number) else number
    for previous in range(nearest, max(-1, number - REACH - 1), -1):
        # "salt raises blood pressure; bananas lower it": what is done to the one is done to the other
        fits = previous < number and any(mention.label == item.label for mention in context.mentions[previous])
        subject = main_subject(context, previous) if taken_up and fits else None
        doing = subject.named if subject is not None else ()
        own = previous == number
        for mention in reversed(context.mentions[previous]) if own else context.mentions[previous]:
            near = taken_up and mention.end <= item.start and mention not in doing
            if near and _is_nearer(claim, mention, context):
                return None
            if (
                mention.label == item.label
                and mention.end <= item.start
                and not (own and (_is_example(mention, context) or _is_doer(claim, mention, context, number=number)))
                and (item.label != "NUTRIENT" or _is_food(mention, context))
            ):
                spoken_of = mention.name.removesuffix("s") in context.words.spoken_of
                # "the disease" that was spoken of is one by name
                meant = illness_at(context, number, before=item.start) if spoken_of else None
                return _taken_for(claim, mention if meant is None else meant)
    # a page about one illness goes on about it
    meant = illness_at(context, number, before=item.start) if item.label == "CONDITION" else None
    return None if meant is None else replace(claim, object=replace(item, name=meant.name, id=meant.id))


def _is_repeated(item: Mention, context: Context, *, number: int) -> bool:
    """The same pronoun is what a verb before it does something to, and nothing of its kind is named since."""
    reader = context.reader(number)
    if reader is None:
        return False
    graph, word = reader.graph, item.surface.lower()
    starts = [
        graph.parse.starts[token]
        for token in range(len(graph))
        if graph.word(token) == word and graph.base_dep(token) == "obj" and graph.parse.starts[token] < item.start
    ]
    return bool(starts) and not any(
        starts[-1] < each.start < item.start and each.label == item.label for each in context.mentions[number]
    )


def _done_to_before(claim: Claim, item: Mention, context: Context, *, number: int) -> Mention | None:
    """ "Binds cholesterol in the gut and carries it out": what the verb before, of the same doer, is done to."""
    reader = context.reader(number)
    # the trigger of an item may stand in the lead-in above it
    trigger = reader.graph.token_at(claim.trigger.start) if reader is not None else None
    if reader is None or trigger is None:
        return None
    graph = reader.graph
    first = graph.first_conjunct(trigger)
    if first == trigger or graph.kids(trigger, "nsubj"):
        return None
    before = (graph.mention(kid) for verb in graph.conjuncts(first) for kid in graph.kids(verb, "obj"))
    fitting = [each for each in before if each is not None and each.end <= item.start and each.label == item.label]
    return fitting[-1] if fitting else None


def _is_nearer(claim: Claim, mention: Mention, context: Context) -> bool:
    """Something of another kind was named after what an object pronoun could stand for, and may be meant."""
    other = claim.object is not None and mention.label != claim.object.label
    named = mention.label in _DONE_TO and mention.name != claim.nutrient.name
    return other and named and not _is_beside(claim.nutrient, mention, context)


def _is_example(mention: Mention, context: Context) -> bool:
    """ "Alcohol, especially binge drinking, raises your risk": of what was spoken of before."""
    before = context.article.text[max(0, mention.start - LEAD) : mention.start].lower().split()[-2:]
    return any(" ".join(before[at:]) in context.words.member_prepositions for at in range(len(before)))


def _is_doer(claim: Claim, mention: Mention, context: Context, *, number: int) -> bool:
    """ "Drinking beer or having diabetes raises your risk": what does it too is not what it is done to."""
    if claim.nutrient.end <= mention.start and mention.end <= claim.trigger.start:
        return True
    reader = context.reader(number)
    if reader is None:
        return False
    own, other = (reader.graph.head_at(each.start) for each in (claim.nutrient, mention))
    if own is None or other is None:
        return False
    return reader.graph.first_conjunct(own) == reader.graph.first_conjunct(other)


def _is_beside(nutrient: Mention, other: Mention, context: Context) -> bool:
    """ "Bananas and beans may lower it", "aspirin and vitamin C may": both do."""
    if other.label not in MET:
        return False
    first, last = sorted((nutrient, other), key=lambda item: item.start)
    return _is_listed(first, last, context)


def is_of(item: Mention, nutrient: Mention) -> bool:
    """The nutrient itself, or its own shortage: "This leads to iron deficiency" is not said of iron."""
    name, own = item.name.lower(), nutrient.name.lower()
    return name == own or name.startswith(f"{own} ")
