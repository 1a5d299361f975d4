"""What the second reader makes of an article beside the rules: a chance for each of their claims, and its own claims.

It weighs pairs of a nutrient and an object. A pair of which the rules tell nothing is a claim where its relation is
likely enough; what a nutrient that is not named in the sentence goes by there is a pronoun, or nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimx.records import SECOND_RULE, Claim, Mention, Parse, Resolution, Sentence, Span
from claimx.relate.claim_state import settle
from claimx.relate.doses import RULE_ID, attach_doses, is_needed
from claimx.relate.graph import Graph
from claimx.relate.words import Words
from claimx.second import Least, Weighed
from claimx.sentence_subjects import main_subject
from claimx.topic import Context, goes_on_from_before

_SUBJECTS = ("nsubj", "nsubj:pass")
_CLAUSES = frozenset({"VERB", "ADJ", "AUX"})
_SLOTS = frozenset({"nsubj", "nsubj:pass", "expl", "obj", "obl", "nmod", "nmod:poss"})


def with_chances(claims: Iterable[Claim], weighed: Iterable[Weighed], context: Context) -> Iterator[Claim]:
    """The claims, each with what the second reader gives its relation; None where it weighed no such pair."""
    pairs: dict[tuple[int, str], list[Weighed]] = defaultdict(list)
    for item in weighed:
        pairs[item.number, item.nutrient.name].append(item)
    for claim in claims:
        own = pairs.get((context.place(claim.sentence), claim.nutrient.name), ())
        chances = [item.chances[claim.relation] for item in own if _is_of(claim.object, item)]
        yield replace(claim, chance=max(chances)) if chances else claim


def is_doubted(claim: Claim, least: Least) -> bool:
    """A claim of a rule whose sentence goes without a nutrient, and that the second reader holds for none of this one.

    What a rule takes such a sentence to be about is a guess at best; an amount it has from the text.
    """
    unnamed = claim.resolution == "ellipsis" and claim.relation != "HAS_DOSE"
    return unnamed and claim.chance is not None and claim.chance < least.doubted


def second_claims(weighed: Iterable[Weighed], claims: Iterable[Claim], context: Context) -> Iterator[Claim]:
    """The claims of pairs that no rule tells anything of, with their amounts.

    An object that is told of one nutrient is hardly ever told of another as well that no rule sees.
    """
    told: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[context.place(claim.sentence)].append(claim)
    likely = [item for item in weighed if item.is_likely and _may_hold(item, context)]
    for item in sorted(likely, key=lambda item: -item.chance):
        known = told[item.number]
        if not any(_is_told(item, claim) for claim in known):
            claim = _make_claim(item, context)
            known.append(claim)
            yield from _with_amounts(claim, item, context)


def without_given(claims: Iterable[tuple[Claim, Parse]], made: Iterable[Claim]) -> Iterator[tuple[Claim, Parse]]:
    """The claims but for amounts that stand alone where one of those made has them."""
    given = {(claim.sentence.index, claim.nutrient.name, claim.dose.start) for claim in made if claim.dose is not None}
    for claim, parse in claims:
        dose = claim.dose if claim.rule_id == RULE_ID else None
        place = claim.sentence.index, claim.nutrient.name, dose.start if dose is not None else -1
        if dose is None or is_needed(dose) or place not in given:
            yield claim, parse


def _may_hold(item: Weighed, context: Context) -> bool:
    sentence = context.sentences[item.number]
    parsed = sentence.index in context.parses and not sentence.is_question and not _is_all(item.object, sentence)
    return parsed and not (item.before and _is_of_illness(item, context))


def _is_of_illness(item: Weighed, context: Context) -> bool:
    """It is an illness that does it: "chronic inflammation harms nerves", or "it" behind a sentence on an illness."""
    graph = _graph(item, context)
    trigger = _trigger(graph, item.object)
    subject = next((kid for at in (trigger, *graph.ancestors(trigger)) for kid in graph.kids(at, *_SUBJECTS)), None)
    if subject is None:
        return False
    if graph.word(subject) in context.words.pronouns:
        spoken_of = main_subject(context, item.number - 1) if goes_on_from_before(context, item.number) else None
        return spoken_of is not None and spoken_of.illness
    # "nausea and headache are its side effects": there the illness is what is done
    inside = graph.token_at(item.object.start) in graph.subtree(subject)
    return graph.mention(subject, "CONDITION") is not None and not inside


def _is_all(found: Mention, sentence: Sentence) -> bool:
    """A line that holds nothing but a name claims nothing."""
    return not re.search(r"\w", sentence.text.replace(found.surface, "", 1))


def _is_of(found: Mention | None, item: Weighed) -> bool:
    return found is not None and found.start < item.object.end and item.object.start < found.end


def _is_told(item: Weighed, claim: Claim) -> bool:
    """Something is told of the object, or the same of one of its name, or of the two the other way round.

    "Zinc hinders copper" tells nothing of what copper does to zinc.
    """
    if claim.object is None:
        return False
    one, other = (claim.nutrient.name, claim.object.name), (item.nutrient.name, item.object.name)
    same = one == other and claim.relation == item.relation
    return same or one == other[::-1] or _is_of(claim.object, item)


def _graph(item: Weighed, context: Context) -> Graph:
    reader = context.reader(item.number)
    assert reader is not None, "only a parsed sentence is asked for a claim"
    return reader.graph


def _make_claim(item: Weighed, context: Context) -> Claim:
    graph = _graph(item, context)
    trigger = _trigger(graph, item.object)
    sentence = context.sentences[item.number]
    nutrient, resolution = _nutrient(item, graph, context.words, is_item=sentence.list_head is not None)
    return Claim(
        sentence=sentence,
        nutrient=nutrient,
        relation=item.relation,
        object=item.object,
        trigger=Span(graph.parse.starts[trigger], graph.parse.ends[trigger]),
        rule_id=SECOND_RULE,
        trigger_token=trigger,
        nutrient_state=settle(item.state, item.relation, item.object),
        polarity="negated" if item.is_denied else "affirmed",
        fixed_polarity=True,
        resolution=resolution,
        chance=item.chance,
    )


def _with_amounts(claim: Claim, item: Weighed, context: Context) -> Iterator[Claim]:
    """The claim as often as it has amounts; one without a name takes that of what goes without one."""
    open_claim = replace(claim, nutrient=replace(claim.nutrient, name="")) if item.before else claim
    parse = context.parses[claim.sentence.index]
    for found in attach_doses([open_claim], claim.sentence, context.mentions[item.number], context.words, parse=parse):
        if (found.rule_id, found.relation) == (SECOND_RULE, claim.relation):
            yield replace(found, nutrient=claim.nutrient)


def _trigger(graph: Graph, found: Mention) -> int:
    """The verb or adjective that the object hangs under, else the head of the sentence."""
    token = graph.token_at(found.start)
    above = list(graph.ancestors(token)) if token is not None else []
    root = next(at for at, head in enumerate(graph.parse.heads) if at == head)
    return next((at for at in above if graph.pos(at) in _CLAUSES), above[-1] if above else root)


def _nutrient(item: Weighed, graph: Graph, words: Words, *, is_item: bool) -> tuple[Mention, Resolution]:
    if not item.before:
        return item.nutrient, "abbreviation" if item.nutrient.origin == "abbreviation" else "explicit"
    stands = (at for at in range(len(graph)) if _stands_for(at, graph, words))
    last = min(stands, key=lambda at: not graph.base_dep(at).startswith("nsubj"), default=None)
    if last is None:
        start = graph.parse.starts[0]
        gap = replace(item.nutrient, start=start, end=start, surface="", origin="pattern")
        return gap, "list_head" if is_item else "ellipsis"
    start = graph.parse.starts[min([last, *graph.kids(last, "det", "amod", "compound")])]
    end = graph.parse.ends[last]
    return replace(item.nutrient, start=start, end=end, surface=graph.text(start, end), origin="pattern"), "pronoun"


def _stands_for(token: int, graph: Graph, words: Words) -> bool:
    """ "It", "this", "the supplements", but not "the slow form", which is told which."""
    if graph.base_dep(token) not in _SLOTS:
        return False
    if graph.word(token) in words.awaiting | words.event_pronouns:
        return True
    pointers = words.singular_pointers | words.plural_pointers
    if not graph.kids(token, "amod"):
        pointers |= words.definite_articles
    return graph.has_kid(token, "det", among=pointers) and graph.lemma(token) in words.definite_nouns
