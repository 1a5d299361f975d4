"""What a question tells of whom the next sentence is for: "Pregnant? Skip it", "Got a cold? Try zinc".

Both are read as one sentence: "If you are pregnant, skip it".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimx.compose import Composite, compose_asked
from claimx.pointing import WORD
from claimx.predicates import Predicates
from claimx.records import Claim, Mention, Sentence, Span
from claimx.topic import Context, goes_on_from_before

# beside what they name; longer questions ask for an answer
MAX_ASKED = 8
MAX_WORDS = 40
# and of one that asks what comes of something
MAX_SUPPOSED = 16
_MARKS = "*_\"'“”‘’ "
# whom or what such a question is about
_WHOM = ("CONDITION", "DRUG", "POPULATION")


def asked_composites(context: Context, predicates: Predicates) -> list[Composite]:
    """Every sentence behind a short question that names a condition, a medicine or people, and no nutrient."""
    found = []
    for number in range(1, len(context.sentences)):
        item = context.sentences[number]
        before = context.sentences[number - 1]
        told = not item.is_question and len(item.text.split()) <= MAX_WORDS
        if told and before.is_question and goes_on_from_before(context, number):
            composite = _behind(context, number, predicates)
            found += [composite] if composite is not None else []
    return found


def _behind(context: Context, number: int, predicates: Predicates) -> Composite | None:
    asked, named = context.sentences[number - 1], context.mentions[number - 1]
    supposed = _supposed(asked, predicates)
    whom = [item for item in named if item.label in _WHOM]
    if supposed is not None:
        # "What happens if you eat too little zinc?"
        whom = list(named)
    elif any(item.label == "NUTRIENT" for item in named):
        return None
    if not whom:
        return None
    told = sum(len(item.surface.split()) for item in whom)
    people = whom[0].label == "POPULATION"
    opened = supposed or _opening(asked, told=told, people=people, predicates=predicates)
    if opened is None:
        return None
    opening, start = opened
    words = asked.text[start - asked.start :].rstrip("?! " + _MARKS)
    if any(item.start < start or item.end > start + len(words) for item in whom):
        return None
    span = Span(start, start + len(words))
    mentions = context.mentions[number]
    return compose_asked(
        context.sentences[number], asked=span, words=words, opening=opening, lead_mentions=whom, mentions=mentions
    )


def _supposed(asked: Sentence, predicates: Predicates) -> tuple[str, int] | None:
    """The same of a question that asks what comes of something, which its other words tell."""
    words = [(match.start(), match.group().lower()) for match in WORD.finditer(asked.text)]
    text = " ".join(word for _, word in words)
    opener = next((each for each in predicates.supposers if text.startswith(f"{each} ")), None)
    if opener is None or len(words) > MAX_SUPPOSED or len(words) <= len(opener.split()):
        return None
    return predicates.supposers[opener], asked.start + words[len(opener.split())][0]


def _opening(asked: Sentence, *, told: int, people: bool, predicates: Predicates) -> tuple[str, int] | None:
    """What is said before the words of a question that are kept, and where these begin; None where it asks more."""
    words = [(match.start(), match.group().lower()) for match in WORD.finditer(asked.text)]
    if not words or len(words) > MAX_ASKED + max(0, told - 1):
        return None
    text = " ".join(word for _, word in words)
    for opener in sorted(predicates.askers, key=len, reverse=True):
        if text.startswith(f"{opener} "):
            kept = words[len(opener.split())][0]
            return predicates.askers[opener], asked.start + kept
    first = words[0][1]
    if first in predicates.asking:
        return None
    are = people or first in predicates.being or first.endswith("ing")
    return predicates.bare_askers["are" if are else "have"], asked.start + words[0][0]


def asked_claims(composite: Composite, claims: Sequence[Claim], sentence: Sentence) -> list[Claim]:
    """The claims on what the question names, whose nutrient the sentence names, stands for or leaves out.

    Or those on what the sentence names, of a nutrient that the question does.
    """
    start, end = composite.lead.start, composite.lead.end
    return [
        replace(claim, sentence=sentence, nutrient=_left_out(claim.nutrient, sentence), resolution="ellipsis")
        for claim in claims
        if claim.object is not None and claim.object.start >= sentence.start and start <= claim.nutrient.start < end
    ] + [
        replace(claim, sentence=sentence)
        for claim in claims
        if claim.object is not None
        and start <= claim.object.start < end
        and claim.nutrient.start >= sentence.start
        # "pregnant? Spice is fine": what is safe there is only what the sentence goes on about
        and claim.relation != "SAFE_FOR"
    ]


def _left_out(nutrient: Mention, sentence: Sentence) -> Mention:
    return replace(nutrient, start=sentence.start, end=sentence.start, surface="")
