"""Clauses that leave their verb out: "Ginger is used for nausea, valerian for insomnia and mint for gas"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from claimx.records import Claim, Label, Mention, Relation
from claimx.relate.claim_state import settle
from claimx.relate.foods import as_food
from claimx.relate.graph import Graph
from claimx.relate.reader import Reader
from claimx.relate.state import nutrient_state

# labels of what a clause without a verb may tell of a nutrient, and of a food
OF_NUTRIENT: tuple[Label, ...] = ("CONDITION", "FUNCTION")
OF_FOOD: tuple[Label, ...] = ("NUTRIENT",)
# what may part such a clause from the one before it, and what may end it
PARTING = frozenset({",", ";"})
CLOSING = frozenset({".", "!", ")"})
# what may stand before whom it is about ("a lack of"), and before what it tells
AMOUNTS = frozenset({"DET", "ADJ", "ADV", "NOUN", "ADP"})
DESCRIBING = frozenset({"DET", "ADJ", "PRON"})
# tokens of a measure behind its preposition ("by about 20 percent")
MEASURE = 4
# what helps with cramps is not told by the same relation as what helps with sleep
OF_KIND: dict[tuple[Relation, Label], Relation] = {
    ("IMPROVES", "CONDITION"): "TREATS",
    ("TREATS", "FUNCTION"): "IMPROVES",
    ("PREVENTS", "FUNCTION"): "IMPROVES",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as a clause tells it: whom it is about, before its verb, and what it says of them, behind."""

    claim: Claim
    subject: Mention
    said: Mention
    of_food: bool

    def retold(self, subject: Mention, said: Mention, reader: Reader) -> Claim:
        """The same of another subject."""
        if self.of_food:
            return replace(self.claim, nutrient=said, object=as_food(subject, reader.words), resolution="explicit")
        relation = OF_KIND.get((self.claim.relation, said.label), self.claim.relation)
        return replace(self.claim, nutrient=subject, relation=relation, object=said, resolution="explicit")


def fill_gaps(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """The claims with those of the clauses that leave their verb out, each of its own subject alone."""
    told = [item for item in map(_tell, claims) if item is not None]
    found = [(item, subjects, said) for item in told for subjects, said in _gaps(item, reader)]
    if not found:
        return list(claims)
    owned = {said.start: {each.start for each in subjects} for item, subjects, said in found if said != item.said}
    doers = [each for _, subjects, _ in found for each in subjects]
    others = [
        item.claim for item in told if item.subject.start not in owned.get(item.said.start, (item.subject.start,))
    ]
    others += [claim for claim in claims if any(_overlap(claim.object, each) for each in doers)]
    others += [claim for claim in claims if any(_is_of_gap(claim, *gap) for gap in found)]
    kept = [claim for claim in claims if claim not in others]
    known = {_ends(claim) for claim in kept}
    made = (item.retold(each, said, reader) for item, subjects, said in found for each in subjects)
    new = {_ends(claim): claim for claim in made if _ends(claim) not in known}
    return [*kept, *new.values()]


def _ends(claim: Claim) -> tuple[int, int]:
    return claim.nutrient.start, claim.object.start if claim.object is not None else -1


def _is_of_gap(claim: Claim, told: Told, subjects: Sequence[Mention], said: Mention) -> bool:
    """ "Take mint for colds and hops for tension": the hops are not for colds."""
    held = said != told.said and claim.nutrient.start in [each.start for each in subjects]
    return held and claim.object is not None and claim.object.start == told.said.start


def _overlap(one: Mention | None, other: Mention) -> bool:
    return one is not None and one.start < other.end and other.start < one.end


def _tell(claim: Claim) -> Told | None:
    if claim.object is None:
        return None
    # "use ginger for nausea"
    taken = claim.trigger.end <= claim.nutrient.start and claim.nutrient.end <= claim.object.start
    if taken or claim.nutrient.end <= claim.trigger.start < claim.object.start:
        return Told(claim, claim.nutrient, claim.object, of_food=False) if claim.object.label in OF_NUTRIENT else None
    of_food = claim.relation == "FOUND_IN" and claim.object.end <= claim.trigger.start < claim.nutrient.start
    return Told(claim, claim.object, claim.nutrient, of_food=True) if of_food else None


def _gaps(told: Told, reader: Reader) -> Iterator[tuple[list[Mention], Mention]]:
    """The clauses right behind what is told, as far as they go on like it: their subjects, and what they say."""
    graph = reader.graph
    last = next((token for token, end in enumerate(graph.parse.ends) if end == told.said.end), None)
    if last is None:
        return
    opener, at = graph.preposition(last), last + 1
    behind = _measured(reader, at)
    if behind is not None:
        # "cut colds by a fifth and zinc by a third"
        while (found := _read_subject(reader, behind, told=told)) is not None:
            subjects, at = found
            behind = _measured(reader, at)
            if behind is None:
                return
            yield subjects, told.said
        return
    while (found := _read_subject(reader, at, told=told)) is not None:
        subjects, at = found
        said = _read_said(reader, at, told=told, opener=opener)
        if said is None:
            return
        yield subjects, said[0]
        at = said[1]


def _read_subject(reader: Reader, at: int, *, told: Told) -> tuple[list[Mention], int] | None:
    """Whom the clause that begins at a token is about, in the state that is spoken of, and where they end."""
    graph, joiners = reader.graph, reader.words.gap_joiners
    parted = _past(graph, at, lambda token: graph.word(token) in PARTING | joiners)
    if parted == at:
        return None
    first = _past(graph, parted, lambda token: graph.mention_of[token] < 0 and graph.pos(token) in AMOUNTS)
    end = first + 1 if told.of_food else _past(graph, first, lambda token: _names_nutrient(reader, token))
    subjects = [item for token in range(first, min(end, len(graph))) if (item := graph.mention(token, "NUTRIENT"))]
    if not subjects or end >= len(graph):
        return None
    state = settle(nutrient_state(reader, end - 1), told.claim.relation, told.claim.object)
    return (subjects, end) if state == told.claim.nutrient_state else None


def _names_nutrient(reader: Reader, token: int) -> bool:
    """A nutrient, or what joins two."""
    graph = reader.graph
    if graph.mention(token, "NUTRIENT") is not None:
        return True
    joins = graph.word(token) in reader.words.gap_joiners and token + 1 < len(graph)
    return joins and all(graph.mention(beside, "NUTRIENT") is not None for beside in (token - 1, token + 1))


def _read_said(reader: Reader, at: int, *, told: Told, opener: str) -> tuple[Mention, int] | None:
    """What such a clause says from a token on, and where it ends."""
    graph, words = reader.graph, reader.words
    # without a preposition an article or a comma tells "magnesium the muscles" from "magnesium levels"
    if not (told.of_food and not opener):
        if graph.word(at) not in ({opener} if opener else words.definite_articles | {","}):
            return None
        at += 1
    at = _past(graph, at, lambda token: graph.mention_of[token] < 0 and graph.pos(token) in DESCRIBING)
    said = graph.mention(at, *(OF_FOOD if told.of_food else OF_NUTRIENT)) if at < len(graph) else None
    return (said, at + 1) if said is not None and _is_closed(reader, at + 1) else None


def _measured(reader: Reader, at: int) -> int | None:
    """Where the measure that begins at a token ends ("by about 20 percent"); None where none does."""
    graph = reader.graph
    if at >= len(graph) or graph.word(at) not in reader.words.measure_prepositions:
        return None
    ends = range(at + 2, min(at + 2 + MEASURE, len(graph) + 1))
    return next((end for end in ends if _is_closed(reader, end)), None)


def _is_closed(reader: Reader, at: int) -> bool:
    graph = reader.graph
    return at >= len(graph) or graph.word(at) in PARTING | CLOSING | reader.words.gap_joiners


def _past(graph: Graph, at: int, holds: Callable[[int], bool]) -> int:
    """The first token from one on for which it does not hold."""
    while at < len(graph) and holds(at):
        at += 1
    return at
