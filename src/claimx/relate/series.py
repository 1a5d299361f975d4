"""Written series of mentions: "zinc, iron and, in children, vitamin D", wherever a parser hangs their items."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.records import Label, Mention, Parse

# what may stand between two items
JOINS = ("PUNCT", "CCONJ", "DET")
# how the words before an item that belong to it hang in the parse
MODIFIES = frozenset({"amod", "advmod", "nummod", "nmod:poss", "det"})
# marks that end a series
ENDS = "():–—."
DIVIDES = ",;"
# tokens of an insertion ("or, in rare cases, X"), of what stands in brackets, and of an item that no lexicon holds
MAX_INSERTED = 8
MAX_BRACKETS = 20
MAX_ITEM = 5
ALIKE: dict[Label, Label] = {"CONDITION": "FUNCTION"}


def link_series(parse: Parse, mention_of: Sequence[int], mentions: Sequence[Mention]) -> dict[int, tuple[int, bool]]:
    """For each mention that another follows in a series: that one's number, and whether a conjunction is between.

    `mention_of` has the number of the mention over each token, -1 for none.
    """
    last: dict[int, int] = {}
    for token, number in enumerate(mention_of):
        if number >= 0:
            last[number] = token
    links: dict[int, tuple[int, bool]] = {}
    for number, token in last.items():
        start = token + 1
        if mentions[number].subtype == "food":
            # "poultry skin, milk with fat, butter"
            start = _item_end(parse, start) or start
        found = _next_item(parse, mention_of, start=start)
        if found is not None and _alike(mentions[number].label) == _alike(mentions[found[0]].label):
            links[number] = found
    return links


def _alike(label: Label) -> Label:
    return ALIKE.get(label, label)


def _next_item(parse: Parse, mention_of: Sequence[int], *, start: int) -> tuple[int, bool] | None:
    """The mention that a comma or a conjunction alone divides from what ends before `start`."""
    joined = conjoined = False
    token = start
    while token < len(mention_of):
        if mention_of[token] >= 0:
            return (mention_of[token], conjoined) if joined else None
        word, pos = parse.words[token], parse.pos[token]
        behind: int | None = None
        if word == "(":
            behind = _behind(parse, token)
        elif word == "," and conjoined and parse.pos[token - 1] == "CCONJ":
            behind = _insertion_end(parse, token)
        elif word not in ENDS and (pos in JOINS or parse.deps[token] in MODIFIES):
            conjoined = conjoined or pos == "CCONJ"
            joined = joined or conjoined or word in DIVIDES
            behind = token + 1 if joined or pos == "PUNCT" else None
        if behind is None and joined and pos in ("NOUN", "PROPN", "ADJ", "NUM"):
            # an item that no lexicon holds
            behind = _item_end(parse, token)
        if behind is None:
            return None
        token = behind
    return None


def _item_end(parse: Parse, token: int) -> int | None:
    """The comma or conjunction that ends the item here, if it is near and no verb stands before it."""
    item, last = token, min(len(parse.words), token + MAX_ITEM)
    while item < last:
        if parse.words[item] == "(":
            behind = _behind(parse, item)
            if behind is None:
                return None
            last = min(len(parse.words), last + behind - item)
            item = behind
            continue
        if parse.words[item] in DIVIDES or parse.pos[item] == "CCONJ":
            return item
        if parse.pos[item] in ("VERB", "AUX", "PUNCT", "SCONJ", "PRON"):
            return None
        item += 1
    return None


def _insertion_end(parse: Parse, token: int) -> int | None:
    """The token behind the comma that closes what this one opens."""
    for item in range(token + 1, min(len(parse.words), token + 2 + MAX_INSERTED)):
        if parse.words[item] == ",":
            return item + 1
        if parse.pos[item] in ("VERB", "AUX"):
            return None
    return None


def _behind(parse: Parse, token: int) -> int | None:
    """The token behind the bracket that closes the one here."""
    for item in range(token + 1, min(len(parse.words), token + 2 + MAX_BRACKETS)):
        if parse.words[item] == ")":
            return item + 1
    return None
