"""Written series of mentions: "zinc, iron and, in children, vitamin D", wherever a parser hangs their items."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.records import Label, Mention, Parse

# what may stand between two items
JOINS = ("PUNCT", "CCONJ", "DET")
# how the words before an item that belong to it hang in the parse
MODIFIES = frozenset({"amod", "advmod", "nummod", "nmod:poss", "det"})
# marks that end a series
ENDS = "();:–—."
# tokens of an insertion ("or, in rare cases, X") and of what stands in brackets
MAX_INSERTED = 8
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
        found = _next_item(parse, mention_of, start=token + 1)
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
        if word == "(":
            behind = _behind(parse, token, mark=")")
        elif word == "," and conjoined and parse.pos[token - 1] == "CCONJ":
            behind = _behind(parse, token, mark=",")
        else:
            behind = token + 1 if word not in ENDS and (pos in JOINS or parse.deps[token] in MODIFIES) else None
            conjoined = conjoined or pos == "CCONJ"
            joined = joined or conjoined or word == ","
            if not joined and pos != "PUNCT":
                return None
        if behind is None:
            return None
        token = behind
    return None


def _behind(parse: Parse, token: int, *, mark: str) -> int | None:
    """The token behind the next such mark, if it is near and no verb stands before it."""
    for item in range(token + 1, min(len(parse.words), token + 2 + MAX_INSERTED)):
        if parse.words[item] == mark:
            return item + 1
        if parse.pos[item] in ("VERB", "AUX"):
            return None
    return None
