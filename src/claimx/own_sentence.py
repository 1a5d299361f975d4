"""Which nutrient named before a pronoun in its own sentence it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from claimx.advice_ahead import is_of_advice, names_adviser
from claimx.amounts_had import amount_had, amount_left_out
from claimx.awaited import awaited_subject
from claimx.pronoun_kinds import Near, Wanted, blocks, fits, may_be, taken_up
from claimx.records import Claim, Mention, Relation
from claimx.relate.company import is_company, is_contrasted
from claimx.relate.graph import Graph
from claimx.relate.reader import Reader
from claimx.sentence_subjects import Subject, is_many, read_subject
from claimx.topic import Context, find_topic, is_nutrient

# the relation of what the body needs, which is no food where anything else is named
NEEDED: Relation = "AFFECTS"


def look_within(context: Context, number: int, *, wanted: Wanted, claim: Claim) -> Near:
    """The nutrients that a claim's pronoun takes up in its sentence: those of a subject, else what is named before."""
    alone = claim.nutrient.surface.lower() in context.words.plural_pronouns & context.words.awaiting
    subjects = [*_subjects_ahead(context, number, claim=claim), *_subjects_before(context, number, claim=claim)]
    for subject in subjects:
        fitting = tuple(
            item
            for item in subject.named
            if item.name not in context.words.carrier_classes and may_be(item, context, wanted=wanted)
        )
        if fitting and alone and not is_many(subject, fitting):
            # "some of the calcium is left in the kidneys as they fail"
            return Near()
        if fitting:
            return taken_up(subject, fitting, wanted=wanted)
        if subject.kind == "pronoun" and wanted.plural and subject.plural:
            # "peanuts were banned, but they are safe; eating them"
            continue
        if subject.kind == "pronoun" and not wanted.named:
            if subject.plural == wanted.plural and not subject.left_out:
                # "a shortage is rare, but when it occurs, it harms"
                continue
            # "the root is made into a tea, and it helps"
            break
        if blocks(subject, wanted) or (subject.kind == "bystander" and wanted.people and subject.plural):
            return Near()
    if any(subject.kind == "pronoun" for subject in subjects) and not wanted.named:
        called = next((subject.called for subject in subjects if subject.called), "")
        noun = next((subject.noun for subject in subjects if subject.noun), "")
        # "a shortage is common, and it harms"
        return Near(go_on=True, called=called, noun=noun, state=subjects[0].state)
    if wanted.plural and not wanted.named and not wanted.many and _is_of_advisers(context, number, claim=claim):
        return Near()
    if not subjects and is_of_advice(context, number, wanted=wanted, claim=claim):
        return Near()
    if not wanted.named and _goes_on(context, number, claim=claim):
        return Near(go_on=True, state=amount_left_out(context, number, before=claim.nutrient.start))
    before = _named_before(context, number, wanted=wanted, claim=claim)
    held = wanted.plural and (alone or _clause_of(context, number, claim=claim) >= 0)
    if before and held and not is_many(Subject("nutrient", plural=_is_packed(context, number, before)), tuple(before)):
        # "carries sodium into cells and helps them"
        return Near()
    if claim.relation == NEEDED:
        # "if you cut out dairy, find calcium elsewhere: bones need it"
        before = [item for item in before if item.subtype != "food"] or before
    if before:
        meant = tuple(before) if wanted.plural else _choices(context, before)
        return Near(meant, is_subject=True, state=amount_had(context, number, meant[0]))
    if _names_drug(context, number, claim=claim):
        return Near()
    people = any(subject.people and subject.plural == wanted.plural for subject in subjects)
    return Near(go_on=not people, state=amount_left_out(context, number, before=claim.nutrient.start))


def _is_of_advisers(context: Context, number: int, *, claim: Claim) -> bool:
    return names_adviser(context, number, claim=claim, clause=_clause_of(context, number, claim=claim))


def _choices(context: Context, named: Sequence[Mention]) -> tuple[Mention, ...]:
    """The first of what is named, and what it is a choice with: "do not drink beer or wine, it"."""
    text, either = context.article.text, context.words.alternative_words
    gaps = [text[one.end : other.start].lower().split() for one, other in pairwise(named)]
    listed = list(takewhile(lambda gap: {",", *either}.issuperset(gap), gaps))
    chosen = any(either.intersection(gap) for gap in listed)
    return tuple(named[: len(listed) + 1]) if chosen else (named[0],)


def _names_drug(context: Context, number: int, *, claim: Claim) -> bool:
    """ "Do not stop a medicine, even if it": in a text about no nutrient, the one named ahead is meant."""
    reader = context.reader(number)
    return (
        find_topic(context) is None
        and reader is not None
        and any(
            item.label == "DRUG"
            and item.end <= claim.nutrient.start
            and item != claim.object
            and not is_contrasted(reader, item.start, end=claim.nutrient.start)
            for item in context.mentions[number]
        )
    )


def _goes_on(context: Context, number: int, *, claim: Claim) -> bool:
    """ "Take it with water; without enough fluid it can": the first "it" stands before all that is named."""
    reader = context.reader(number)
    if reader is None:
        return False
    graph, word = reader.graph, claim.nutrient.surface.lower()
    first = min(
        (item.start for item in context.mentions[number] if item.label == "NUTRIENT"), default=claim.nutrient.start
    )
    ends = [
        item.end for item in context.mentions[number] if item.label == "NUTRIENT" and item.end <= claim.nutrient.start
    ]
    # "drink water with it, or it may": nothing is named between the two
    last = max(ends, default=0)
    return word in reader.words.taken_up and any(
        graph.word(token) == word
        and (graph.parse.starts[token] < first or last <= graph.parse.starts[token] < claim.nutrient.start)
        and graph.base_dep(token) in ("obj", "obl")
        for token in range(len(graph))
    )


def _named_before(context: Context, number: int, *, wanted: Wanted, claim: Claim) -> list[Mention]:
    """The nutrients named ahead of a pronoun that may be meant, subjects or not."""
    beside = _beside_object(context, number, claim=claim)
    before = [
        item
        for item in context.mentions[number]
        if item.label == "NUTRIENT"
        and item.end <= claim.nutrient.start
        and fits(item, wanted, words=context.words)
        and not (claim.relation == "FOUND_IN" and (item.subtype == "food" or item in beside))
        and not _stands_aside(context, number, mention=item, claim=claim)
        and not _is_of_own_verb(context, number, mention=item, claim=claim)
    ]
    # "they make fatty acids, so eating them", "eat a healthy diet: this": a class where nothing else is named
    classes = [item for item in before if item.surface.endswith("s") == wanted.plural]
    return [item for item in before if item.name not in context.words.carrier_classes] or classes[-1:]


def _is_of_own_verb(context: Context, number: int, *, mention: Mention, claim: Claim) -> bool:
    """ "The body cannot make collagen without it": what the same verb is done to is another thing."""
    reader, clause = context.reader(number), _clause_of(context, number, claim=claim)
    token = reader.graph.head_at(mention.start) if reader is not None and clause >= 0 else None
    return reader is not None and token is not None and reader.graph.head(reader.graph.first_conjunct(token)) == clause


def _is_packed(context: Context, number: int, named: Sequence[Mention]) -> bool:
    """The nutrient of "beta-carotene pills", "pills of beta-carotene": they are many."""
    reader = context.reader(number)
    if reader is None:
        return False
    graph = reader.graph
    tokens = [graph.token_at(item.start) for item in named]
    packs = [
        graph.head(token) for token in tokens if token is not None and graph.base_dep(token) in ("compound", "nmod")
    ]
    return any(graph.lemma(pack) in reader.words.carriers and graph.is_plural(pack) for pack in packs)


def _stands_aside(context: Context, number: int, *, mention: Mention, claim: Claim) -> bool:
    """What the pronoun is full of, goes along with or is set against: "rich in zinc, it", "unlike zinc, it"."""
    reader = context.reader(number)
    if reader is None:
        return False
    graph = reader.graph
    token = graph.head_at(mention.start)
    if token is not None and _is_had(graph, token, claim=claim):
        return True
    filled = next((item for item in graph.ancestors(token) if item < token), None) if token is not None else None
    opens = filled is not None and not any(graph.is_nominal(item) for item in range(filled))
    if token is not None and mention.surface.lower() in context.words.supplement_words:
        # "as a supplement, it"
        return graph.preposition(token) in context.words.passing_prepositions
    full = filled is not None and opens and graph.lemma(filled) in context.words.rich_adjectives
    return full or is_company(reader, mention.start) or is_contrasted(reader, mention.start, end=claim.nutrient.start)


def _is_had(graph: Graph, token: int, *, claim: Claim) -> bool:
    """ "Thanks to its fiber, it": what has the fiber, which is not itself."""
    # "thanks to its high fiber content"
    nouns = [token, graph.head(token)] if graph.dep(token) == "compound" else [token]
    owners = (kid for noun in nouns for kid in graph.kids(noun, "nmod:poss") if graph.pos(kid) == "PRON")
    return any(graph.word(kid)[:2] == claim.nutrient.surface.lower()[:2] for kid in owners)


def _beside_object(context: Context, number: int, *, claim: Claim) -> list[Mention]:
    """What stands in one subject with a claim's object: "brewer's yeast and wheat germ provide it"."""
    reader = context.reader(number)
    if reader is None or claim.object is None:
        return []
    graph = reader.graph
    subjects = [token for token in range(len(graph)) if graph.base_dep(token) == "nsubj"]
    spans = [graph.subtree(token) for token in subjects if _holds_object(graph, token, claim=claim)]
    starts = {graph.parse.starts[at] for span in spans for at in span}
    return [item for item in context.mentions[number] if item.start in starts]


def own_subject(context: Context, number: int, *, claim: Claim) -> Near:
    """The nutrient that a clause before a claim in its sentence is about: "zinc is needed, so a deficiency"."""
    for subject in _subjects_before(context, number, claim=claim):
        # "prunes look good: fifty grams a day kept bones dense", but a shortage is not one of prunes
        eaten = claim.relation != "FOUND_IN" and _is_of_amount(context, number, claim=claim)
        own = (item for item in subject.named if is_nutrient(item, context.words))
        named = tuple(item for item in own if eaten or item.subtype != "food")
        if named:
            return Near(named[:1], is_subject=True, state=subject.state)
        if subject.kind == "other" or (subject.kind == "pronoun" and not subject.left_out):
            break
    if claim.relation == "FOUND_IN" or claim.nutrient_state != "intake":
        # "adults need 15 mg of zinc; good sources are", "you need salt, but too much can"
        eaten = claim.relation != "FOUND_IN"
        named = tuple(
            item
            for item in context.mentions[number]
            if is_nutrient(item, context.words)
            and item.end <= claim.nutrient.start
            and (eaten or item.subtype != "food")
        )
        if len({item.name for item in named}) == 1:
            return Near(named[:1], is_subject=True)
    return Near()


def _is_of_amount(context: Context, number: int, *, claim: Claim) -> bool:
    """The nutrient is left out behind an amount that does it: "fifty grams a day kept bones dense"."""
    return any(
        item.label == "DOSE" and item.start <= claim.nutrient.start < item.end for item in context.mentions[number]
    )


def _subjects_before(context: Context, number: int, *, claim: Claim) -> Iterator[Subject]:
    """Subjects of the clauses before a claim's pronoun in its sentence, the nearest first."""
    reader = context.reader(number)
    if reader is None:
        return
    graph = reader.graph
    # "the trouble is that it harms": what is outside of its clause
    inner = (token for token in range(len(graph)) if graph.dep(token) != "nsubj:outer")
    found = [token for token in inner if graph.base_dep(token) in ("nsubj", "csubj")]
    for token in reversed(found):
        if graph.parse.ends[max(graph.subtree(token))] > claim.nutrient.start or _is_compared(reader, token):
            continue
        if _is_label(graph, token) or _is_said(graph, graph.head(token), claim=claim):
            continue
        # "heavy drinkers are short of it", "ulcers have been blamed on it": the two are not one
        apart = graph.head(token) != _clause_of(context, number, claim=claim)
        if apart and not _holds_object(graph, token, claim=claim):
            yield read_subject(reader, token)


def _subjects_ahead(context: Context, number: int, *, claim: Claim) -> Iterator[Subject]:
    reader = context.reader(number)
    token = awaited_subject(reader, claim.nutrient.start) if reader is not None else None
    if reader is not None and token is not None:
        subject = read_subject(reader, token)
        if subject.kind == "nutrient" and subject.plural == (
            claim.nutrient.surface.lower() in reader.words.plural_pronouns
        ):
            yield subject


def _is_label(graph: Graph, token: int) -> bool:
    """ "The catch: it can upset the stomach": what stands before a colon announces what is behind it."""
    return any(graph.word(item) == ":" for item in (token, *graph.subtree(token), token + 1) if item < len(graph))


def _is_said(graph: Graph, verb: int, *, claim: Claim) -> bool:
    """ "The problem is that it harms", "my doctor says it works": who says or what is so is not what it is said of."""
    token = graph.token_at(claim.nutrient.start)
    clauses = graph.kids(verb, "ccomp", "csubj")
    return token is not None and any(clause in clauses for clause in graph.ancestors(token))


def _is_compared(reader: Reader, token: int) -> bool:
    """ "Avocados have more potassium than bananas do, and they"."""
    graph, words = reader.graph, reader.words
    compared = {graph.preposition(token), graph.preposition(graph.head(token))} & words.comparing_words
    # "as it contains zinc, it may" gives a reason, as no other "as" says how much
    return any(word not in words.reasons or graph.words[:token].count(word) > 1 for word in compared)


def _clause_of(context: Context, number: int, *, claim: Claim) -> int:
    """The verb of the clause in which a claim's pronoun stands alone behind it, -1 for a possessive or none such."""
    reader = context.reader(number)
    if reader is None:
        return -1
    graph = reader.graph
    token = graph.token_at(claim.nutrient.start)
    alone = token is not None and graph.word(token) in reader.words.pronouns - reader.words.possessives
    if token is None or not alone or graph.dep(token) == "nmod:poss":
        return -1
    above = graph.head(token)
    return above if graph.base_dep(token) in ("obj", "obl") and graph.pos(above) in ("VERB", "ADJ") else -1


def _holds_object(graph: Graph, token: int, *, claim: Claim) -> bool:
    starts = {graph.parse.starts[at] for item in graph.conjuncts(token) for at in graph.subtree_of_mention(item)}
    return claim.object is not None and claim.object.start in starts
