"""What the second reader makes of an article beside the rules: a chance for each of their claims, and its own claims.

It weighs pairs of a nutrient and an object. A pair of which the rules tell nothing is a claim where its relation is
likely enough; what a nutrient that is not named in the sentence goes by there is a pronoun, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claimx.records import SECOND_RULE, Claim, Mention, Parse, Relation, Resolution, Sentence, Span
from claimx.relate.claim_state import settle
from claimx.relate.doses import RULE_ID, attach_doses, is_needed
from claimx.relate.graph import Graph, build_graph
from claimx.relate.words import Words
from claimx.second import Weighed
from claimx.topic import Context

_CLAUSES = frozenset({"VERB", "ADJ", "AUX"})
_SLOTS = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod", "nmod:poss"})


def with_chances(claims: Iterable[Claim], weighed: Sequence[Weighed], context: Context) -> Iterator[Claim]:
    """The claims, each with what the second reader gives its relation; None where it weighed no such pair."""
    places = {sentence.index: number for number, sentence in enumerate(context.sentences)}
    by_place = _by_place(weighed)
    for claim in claims:
        pairs = by_place.get((places[claim.sentence.index], claim.nutrient.name), ())
        chances = [item.chances[claim.relation] for item in pairs if _is_of(claim.object, item)]
        yield replace(claim, chance=max(chances)) if chances else claim


def second_claims(weighed: Iterable[Weighed], claims: Iterable[Claim], context: Context) -> Iterator[Claim]:
    """The claims of pairs that no rule tells anything of, with their amounts."""
    told: dict[tuple[int, str], list[tuple[Relation, Mention]]] = {}
    for claim in claims:
        if claim.object is not None:
            place = claim.sentence.index, claim.nutrient.name
            told.setdefault(place, []).append((claim.relation, claim.object))
    for item in sorted(weighed, key=lambda item: -item.chances[item.relation]):
        sentence = context.sentences[item.number]
        parse = context.parses.get(sentence.index)
        if parse is None or not item.is_likely or sentence.is_question or _is_all(item.object, sentence):
            continue
        known = told.setdefault((sentence.index, item.nutrient.name), [])
        if any(
            _is_of(found, item) or (relation, found.name) == (item.relation, item.object.name)
            for relation, found in known
        ):
            continue
        known.append((item.relation, item.object))
        mentions = context.mentions[item.number]
        graph = build_graph(parse, [each for each in mentions if each.label != "DOSE"], source=context.article.text)
        claim = _make_claim(item, sentence, graph, context.words)
        # an amount is that of what goes without a name
        open_claim = replace(claim, nutrient=replace(claim.nutrient, name="")) if item.before else claim
        dosed = attach_doses([open_claim], sentence, mentions, context.words, parse=parse)
        for found in dosed:
            if found.rule_id == SECOND_RULE and found.relation == claim.relation:
                yield replace(found, nutrient=claim.nutrient)


def without_given(claims: Iterable[tuple[Claim, Parse]], made: Iterable[Claim]) -> Iterator[tuple[Claim, Parse]]:
    """The claims but for amounts that stand alone where one of those made has them."""
    given = {(claim.sentence.index, claim.nutrient.name, claim.dose.start) for claim in made if claim.dose is not None}
    for claim, parse in claims:
        alone = claim.dose is not None and claim.rule_id == RULE_ID
        place = claim.sentence.index, claim.nutrient.name, claim.dose.start if claim.dose is not None else -1
        if not (alone and place in given and claim.dose is not None and not is_needed(claim.dose)):
            yield claim, parse


def _by_place(weighed: Iterable[Weighed]) -> dict[tuple[int, str], list[Weighed]]:
    found: dict[tuple[int, str], list[Weighed]] = {}
    for item in weighed:
        found.setdefault((item.number, item.nutrient.name), []).append(item)
    return found


def _is_all(found: Mention, sentence: Sentence) -> bool:
    """A line that holds nothing but a name claims nothing."""
    return not re.search(r"\w", sentence.text.replace(found.surface, "", 1))


def _is_of(found: Mention | None, item: Weighed) -> bool:
    return found is not None and found.start < item.object.end and item.object.start < found.end


def _make_claim(item: Weighed, sentence: Sentence, graph: Graph, words: Words) -> Claim:
    trigger = _trigger(graph, item.object)
    nutrient, resolution = _nutrient(item, graph, words)
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
        resolution=resolution,
        chance=item.chances[item.relation],
    )


def _trigger(graph: Graph, found: Mention) -> int:
    """The verb or adjective that the object hangs under, else the head of the sentence."""
    token = graph.token_at(found.start)
    above = list(graph.ancestors(token)) if token is not None else []
    return next((at for at in above if graph.pos(at) in _CLAUSES), above[-1] if above else _root(graph.parse))


def _root(parse: Parse) -> int:
    return next(at for at, head in enumerate(parse.heads) if at == head)


def _nutrient(item: Weighed, graph: Graph, words: Words) -> tuple[Mention, Resolution]:
    if not item.before:
        return item.nutrient, "abbreviation" if item.nutrient.origin == "abbreviation" else "explicit"
    stands = [at for at in range(len(graph)) if _stands_for(at, graph, words)]
    stands.sort(key=lambda at: not graph.base_dep(at).startswith("nsubj"))
    last = stands[0] if stands else 0
    first = min([last, *graph.kids(last, "det", "amod", "compound")]) if stands else 0
    start = graph.parse.starts[first]
    end = graph.parse.ends[last] if stands else start
    surface = graph.text(start, end)
    place = replace(item.nutrient, start=start, end=end, surface=surface, origin="pattern")
    return place, "pronoun" if stands else "ellipsis"


def _stands_for(token: int, graph: Graph, words: Words) -> bool:
    """ "It", "this", "the supplements"."""
    if graph.word(token) in words.awaiting | words.event_pronouns:
        return graph.base_dep(token) in _SLOTS
    pointed = graph.has_kid(
        token, "det", among=words.definite_articles | words.singular_pointers | words.plural_pointers
    )
    return pointed and graph.lemma(token) in words.definite_nouns
