"""What is said of a class, said of the examples that the next sentence or list gives of it.

"Certain foods can set off migraine. These include red wine." A class that says nothing by itself ("foods") makes no
claim of its own, and is read here as if it had a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimx.item_names import named_length
from claimx.list_items import is_told
from claimx.lists import is_sentence
from claimx.pointing import advised_at, pointed_at, points_back
from claimx.records import Claim, Mention, Sentence, Span
from claimx.relate import Relater
from claimx.relate.foods import is_eaten
from claimx.topic import Context, goes_on_from_before, is_nutrient, place_of_lead

# the name that an empty class is read under
CLASS = "class of examples"
# words of a sentence that names what the next one lists: "Fruit. Raw apples and pears."
MAX_LABEL = 3
_THESE = re.compile(r"(?:all of )?(?P<these>these)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Exemplified:
    """A claim of a class, made in the sentence at `number`, and the examples of it, each with where it stands."""

    number: int
    claim: Claim
    examples: tuple[tuple[Sentence, Mention], ...]

    def spread(self, claim: Claim) -> Iterator[Claim]:
        """The claim, resolved and qualified, made of every example."""
        for sentence, mention in self.examples:
            listed = sentence.list_head is not None
            moved = replace(claim, sentence=sentence, resolution="list_head" if listed else "class")
            if claim.relation != "FOUND_IN":
                yield replace(moved, nutrient=mention)
            elif mention.name != claim.nutrient.name:
                place = replace(claim.nutrient, start=mention.start, end=mention.start, surface="")
                yield replace(moved, nutrient=place, object=mention)


def find_exemplified(context: Context, relater: Relater) -> Iterator[Exemplified]:
    """Every claim of an article that is made of a class whose examples stand apart from it."""
    named: dict[tuple[int, bool], list[tuple[Sentence, Mention]]] = {}
    for number in range(1, len(context.sentences)):
        for place, held, start in _class_places(context, number):
            found = _named(context, number, start=start)
            named.setdefault((place, held), []).extend((context.sentences[number], item) for item in found)
    for (place, held), items in named.items():
        for claim in _of_class(context, place, relater) if items else ():
            eaten = tuple(each for each in items if claim.relation != "FOUND_IN" or is_eaten(each[1], context.words))
            if claim.relation == "FOUND_IN" or not held:
                yield Exemplified(place, claim, eaten)


def _class_places(context: Context, number: int) -> Iterator[tuple[int, bool, int]]:
    """Where the class is told of, whether only what it holds is asked for, and where the names of examples begin."""
    sentence = context.sentences[number]
    if sentence.list_head is not None:
        place, held = pointed_at(context, number), advised_at(context, number)
        if place is not None:
            yield place, False, sentence.start
        elif held is not None:
            yield held, True, sentence.start
        elif _points_ahead(context.sentences[lead := place_of_lead(context, number)]) is not None:
            yield lead, False, sentence.start
    elif length := points_back(context, number):
        yield number - 1, False, sentence.start + length


def _points_ahead(lead: Sentence) -> Span | None:
    """The "these" that a lead-in calls its items by: "All of these may worsen heartburn:"."""
    found = _THESE.match(lead.text)
    return Span(lead.start + found.start("these"), lead.start + found.end("these")) if found is not None else None


def _named(context: Context, number: int, *, start: int) -> list[Mention]:
    """The nutrients that an item, or the sentence behind its opening words, names as examples."""
    sentence, words = context.sentences[number], context.words
    listed = sentence.list_head is not None
    if listed and (_explains(context, number) or is_sentence(context.parses.get(sentence.index))):
        return []
    offset = start - sentence.start
    end = start + named_length(sentence.text[offset:], words)
    parse = context.parses.get(sentence.index)
    if parse is not None and not listed and is_told(parse, start=start, end=end):
        # "for example, zinc eases colds" says something of its own
        return []
    own = (item for item in context.mentions[number] if start <= item.start and item.end <= end)
    return list({item.name: item for item in own if is_nutrient(item, words)}.values())


def _explains(context: Context, number: int) -> bool:
    """A sentence behind the first of its item, unless that is only a label."""
    if not goes_on_from_before(context, number):
        return False
    return len(context.sentences[number - 1].text.split()) > MAX_LABEL or goes_on_from_before(context, number - 1)


def _of_class(context: Context, place: int, relater: Relater) -> list[Claim]:
    """The claims that a sentence makes of a class, or of what a class of foods holds."""
    sentence, words = context.sentences[place], context.words
    parse = context.parses.get(sentence.index)
    if parse is None:
        return []
    mentions = [
        replace(item, name=CLASS) if item.label == "NUTRIENT" and item.name in words.empty_classes else item
        for item in context.mentions[place]
    ]
    these = _points_ahead(sentence)
    if these is not None and not any(item.label == "NUTRIENT" for item in mentions):
        surface = context.article.text[these.start : these.end]
        mentions = [Mention("NUTRIENT", these.start, these.end, surface, CLASS, origin="pattern"), *mentions]
    classes = words.carrier_classes | {CLASS}
    return [
        claim
        for claim in relater.relate(sentence, mentions, parse, text=context.article.text)
        if claim.resolution == "explicit" and _told_of(claim).name in classes
    ]


def _told_of(claim: Claim) -> Mention:
    """The side of a claim that the class may stand on."""
    return claim.object if claim.relation == "FOUND_IN" and claim.object is not None else claim.nutrient
