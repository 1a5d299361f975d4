"""A list item read behind its lead-in: "Good sources of zinc include" and "Pumpkin seeds" parsed as one sentence.

The two stand apart in the article, so they are parsed as one made-up sentence and the parse is moved back, token by
token, to where its words stand.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from claimx.records import Article, Label, Mention, Parse, Sentence, Span

LeadRole: TypeAlias = Literal["lead_in", "subject", "question", "class"]
# a lead-in that ends in one of these says all but what the list names
COMPLETE: tuple[Label, ...] = ("CONDITION", "FUNCTION", "POPULATION")


@dataclass(frozen=True, slots=True)
class Composite:
    """A made-up sentence (offsets from 0), its mentions moved along, and the place where the item begins in it.

    `role` says what `lead` is: a lead-in, the subject that a line leaves out, or a question that tells whom the line is
    for, or (a "class") one that asks for what the line names. `made_up` are the characters that stand before the lead's
    own words.
    """

    item: Sentence
    sentence: Sentence
    mentions: tuple[Mention, ...]
    lead: Span
    item_at: int
    role: LeadRole = "lead_in"
    made_up: int = 0


def compose(
    article: Article,
    item: Sentence,
    *,
    lead_mentions: Sequence[Mention],
    mentions: Sequence[Mention],
    lead: Span | None = None,
    closers: Set[str] = frozenset(),
) -> Composite:
    """Join a list item to its lead-in, whose closing colon or dash is left out unless the lead-in is complete.

    `lead` are the words that announce the item, where they are not those that it hangs under; `closers` the last words
    of lead-ins that are complete ("by doing the following:").
    """
    lead = lead or item.list_head
    if lead is None:
        raise ValueError("the sentence hangs under no list head")
    head = article.text[lead.start : lead.end].rstrip().rstrip(":-–—").rstrip()
    head = head.removesuffix("...").removesuffix("…").rstrip()
    # "these may help with cramps: magnesium": without a colon the item would be part of the cramps
    ended = head.endswith(".")
    head = head.rstrip(".")
    closed = not closers.isdisjoint(head.lower().split()[-1:])
    complete = ended or closed or lead.start + len(head) in {m.end for m in lead_mentions if m.label in COMPLETE}
    if complete:
        head += ":"
    text = f"{head} {item.text}"
    item_at = len(head) + 1
    moved = [
        _move(mention, -lead.start)
        for mention in lead_mentions
        if lead.start <= mention.start and mention.end <= lead.start + len(head)
    ]
    moved += [_move(mention, item_at - item.start) for mention in mentions]
    return Composite(item, replace(item, start=0, end=len(text), text=text), tuple(moved), lead, item_at)


def compose_behind(item: Sentence, *, subject: Mention, join: str, mentions: Sequence[Mention]) -> Composite:
    """Put what is said of a nutrient behind its name: "Zinc" and "Good for the skin", joined by "is".

    The words that join the two stand nowhere in the article; their offsets are the end of the name.
    """
    head = f"{subject.surface} {join} " if join else f"{subject.surface} "
    text = head + item.text
    moved = [_move(subject, -subject.start), *(_move(mention, len(head) - item.start) for mention in mentions)]
    made = replace(item, start=0, end=len(text), text=text)
    return Composite(item, made, tuple(moved), Span(subject.start, subject.end), len(head), role="subject")


def compose_asked(
    item: Sentence,
    *,
    asked: Span,
    words: str,
    opening: str,
    lead_mentions: Sequence[Mention],
    mentions: Sequence[Mention],
) -> Composite:
    """Put a sentence behind what the question before it asks: "If you are" "pregnant" "," "skip it."

    `asked` is where the `words` of the question stand that are kept, `opening` what is said before them.
    """
    text = f"{opening} {_goes_on(words)}, {_goes_on(item.text)}"
    item_at = len(text) - len(item.text)
    made_up = len(opening) + 1
    moved = [_move(mention, made_up - asked.start) for mention in lead_mentions]
    moved += [_move(mention, item_at - item.start) for mention in mentions]
    made = replace(item, start=0, end=len(text), text=text)
    return Composite(item, made, tuple(moved), asked, item_at, role="question", made_up=made_up)


def _goes_on(text: str) -> str:
    """A beginning as it stands inside a sentence: the model takes a capital there for a name."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def restore(composite: Composite, parse: Parse) -> Parse:
    """The parse of a composite with every token's offsets where its word stands in the article."""

    def place(offset: int) -> int:
        if offset >= composite.item_at:
            return offset - composite.item_at + composite.item.start
        if offset < composite.made_up:
            # before the words of the lead, so that none of them is found at its place
            return max(composite.lead.start - 1, 0)
        return min(offset - composite.made_up + composite.lead.start, composite.lead.end)

    def end(offset: int) -> int:
        if offset <= composite.made_up:
            return place(0)
        last = place(offset - 1)
        return last if last == composite.lead.end and offset <= composite.item_at else last + 1

    return replace(parse, starts=tuple(map(place, parse.starts)), ends=tuple(map(end, parse.ends)))


def original_mentions(composite: Composite) -> list[Mention]:
    """The composite's mentions with their article offsets."""
    return [
        _move(
            mention,
            composite.item.start - composite.item_at
            if mention.start >= composite.item_at
            else composite.lead.start - composite.made_up,
        )
        for mention in composite.mentions
    ]


def _move(mention: Mention, distance: int) -> Mention:
    return replace(mention, start=mention.start + distance, end=mention.end + distance)
