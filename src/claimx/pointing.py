"""Lead-ins and sentences that only point at what was said before: "Some foods set it off. These include:"."""

from __future__ import annotations

import re

from claimx.topic import Context, goes_on_from_before

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_END = " \t\n:-–—"


def pointed_at(context: Context, number: int) -> int | None:
    """The place of the sentence that the lead-in of an item points at and adds nothing to."""
    lead = lead_in(context, number).lower()
    opener = opener_of(context, lead)
    return _before_lead(context, number) if opener and not _WORD.search(lead, len(opener)) else None


def taken_up(context: Context, number: int) -> int | None:
    """The same where the lead-in tells somebody to take of what its list holds: "Try more of the following:"."""
    lead = lead_in(context, number).lower().rstrip(_END)
    ends = any(lead.endswith(f" {end}") for end in context.words.pointing_ends)
    return _before_lead(context, number) if ends else None


def points_back(context: Context, number: int) -> int:
    """How long the words are by which a sentence points at the one before it in its paragraph, 0 for none."""
    opener = opener_of(context, context.sentences[number].text.lower())
    return len(opener) if opener and goes_on_from_before(context, number) else 0


def opener_of(context: Context, text: str) -> str:
    """The words of examples that a text, in lower case, opens with: "these include"."""
    openers = (item for item in context.words.example_openers if re.match(rf"{re.escape(item)}\b", text))
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
