"""Lead-ins and sentences that only point at what was said before: "Some foods set it off. These include:"."""

from __future__ import annotations

import re

from claimx.records import Span
from claimx.topic import Context, goes_on_from_before

# a word, its apostrophes and hyphens with it
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_EDGE = re.compile(r"\b")
# what may close a lead-in
_CLOSING = " \t\n:-–—"


def pointed_at(context: Context, number: int) -> int | None:
    """The place of the sentence that the lead-in of an item points at and adds nothing to."""
    lead = lead_in(context, number).lower()
    opener = _opener(context, lead)
    return _before_lead(context, number) if opener and not WORD.search(lead, len(opener)) else None


def advised_at(context: Context, number: int) -> int | None:
    """The same where the lead-in tells somebody to take of what its list holds: "Try more of the following:"."""
    lead = lead_in(context, number).lower().rstrip(_CLOSING)
    ends = any(lead.endswith(f" {end}") for end in context.words.pointing_ends)
    return _before_lead(context, number) if ends else None


def points_back(context: Context, number: int) -> int:
    """How long the words are by which a sentence points at the one before it in its paragraph, 0 for none."""
    opener = _opener(context, context.sentences[number].text.lower())
    return len(opener) if opener and goes_on_from_before(context, number) else 0


def said_ahead(context: Context, head: Span) -> Span:
    """The words that announce an item: its lead-in, or the sentence before one that only points to the list.

    "Take steps to keep your bones strong. This may include:" says what for only in its first sentence.
    """
    place = next((at for at, each in enumerate(context.sentences) if each.start <= head.start < each.end), 0)
    lead = context.article.text[head.start : head.end].lower().rstrip(_CLOSING).split()
    said = " ".join(word for word in lead if word not in context.words.also_words)
    before = context.sentences[place - 1]
    # "These include:" may stand in a line of its own
    follows = before.block_type == "paragraph" and not before.text.rstrip().endswith(":")
    follows = follows or before.block == context.sentences[place].block
    if place == 0 or said not in context.words.pointing_leads or not follows:
        return head
    # what a sentence tells of a nutrient of its own is none of the items'
    named = any(mention.label == "NUTRIENT" for mention in context.mentions[place - 1])
    return head if named else Span(before.start, before.end)


def _opener(context: Context, text: str) -> str:
    """The words of examples that a text, in lower case, opens with: "these include"."""
    openers = (item for item in context.words.example_openers if text.startswith(item) and _EDGE.match(text, len(item)))
    return max(openers, key=len, default="")


def lead_in(context: Context, number: int) -> str:
    """The words that the list of an item hangs under, "" outside of lists."""
    head = context.sentences[number].list_head
    return context.article.text[head.start : head.end] if head is not None else ""


def _before_lead(context: Context, number: int) -> int | None:
    """The sentence before the lead-in, None where that is a heading or an item."""
    head = context.sentences[number].list_head
    if head is None:
        return None
    before = next((at for at in range(number - 1, -1, -1) if context.sentences[at].end <= head.start), None)
    return before if before is not None and context.sentences[before].block_type == "paragraph" else None
