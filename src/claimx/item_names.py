"""How far a list item names what it is about, and where it begins to tell of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from claimx.records import Label, Mention, Sentence
from claimx.relate.words import Words

# fewer words behind a name are no sentence that explains it
MIN_EXPLAINED = 4
# of one word a label is a name: "Causes: stress"
MIN_RUN_ON = 2
# where an item stops naming what it is about and begins to tell of it
_WORD = re.compile(r"[^\W\d_]+")
_AMOUNT = re.compile(r"[\d½¼¾⅓]")
_COMMA = re.compile(r",\s+(\w+)(?:\s+(\w+))?")
LABEL = re.compile(r"[^.:]{2,60}?(?=:[*_]{0,3}\s|\s[–—-]\s)")
_END = re.compile(r":[*_]{0,3}\s|\s[–—-]\s|\.\s")


def without_names(sentence: Sentence, named: Iterable[Mention]) -> str:
    """What a sentence says beside the names in it."""
    left = sentence.text
    for item in sorted(named, key=lambda mention: mention.start, reverse=True):
        left = left[: item.start - sentence.start] + left[item.end - sentence.start :]
    return left


def only_joins(text: str, words: Words) -> bool:
    """No word but what joins the names of a list: "and", "or"."""
    return set(_WORD.findall(text.lower())) <= words.list_joiners


def run_on(sentence: Sentence, words: Words) -> Sentence:
    """A line whose label goes on in what stands behind it, without the colon: "Avoid if: you have gallstones"."""
    label = LABEL.match(sentence.text)
    said = label[0].lower().split() if label is not None else []
    if (
        label is None
        or sentence.text[label.end()] != ":"
        or len(said) < MIN_RUN_ON
        or said[-1] not in words.open_labels
    ):
        return sentence
    return replace(sentence, text=f"{label[0]} {sentence.text[label.end() + 1 :]}")


def label_length(text: str, words: Words) -> int | None:
    """How long the name is that an item begins with and then explains, None when it explains none."""
    length = name_length(text)
    explained = len(text[length:].split()) > MIN_EXPLAINED and not _exemplifies(text, length, words)
    return length if explained else None


def _exemplifies(text: str, at: int, words: Words) -> bool:
    """ "Leafy greens - such as kale" names kale too."""
    rest = f"{text[at:].lstrip(' –—-').lower()} "
    return any(rest.startswith(f"{opener} ") for opener in words.member_prepositions)


def name_length(text: str) -> int:
    """How long the name is that an item begins with and explains ("Pale skin: a lack of ..."), else all of it."""
    stop = LABEL.match(text)
    return stop.end() if stop is not None else len(text)


def named_length(text: str, words: Words) -> int:
    """How far an item names what it is about: up to a colon, a dash or a clause (", which may")."""
    stop = _END.search(text, 2)
    ends = [stop.start()] if stop and not _exemplifies(text, stop.start(), words) else []
    commas = list(_COMMA.finditer(text))
    ends += [
        comma.start()
        for at, comma in enumerate(commas)
        if comma[1].lower() in words.clause_openers and not (at and _is_last_of_list(comma, words))
    ]
    return min(ends, default=len(text))


def _is_last_of_list(comma: re.Match[str], words: Words) -> bool:
    """The "and" of "meat, fish, and eggs", but not of "and they are cheap"."""
    said = (comma[2] or "").lower()
    return comma[1].lower() in words.item_joiners and said not in words.persons | words.pronouns


def unknown_item(sentence: Sentence, text: str, *, label: Label, subtype: str = "") -> list[Mention]:
    """The mention of words of an item that no lexicon holds."""
    start = sentence.start + sentence.text.index(text)
    return [Mention(label, start, start + len(text), text, text.lower(), subtype=subtype, origin="noun_phrase")]


def food_length(text: str, words: Words) -> int:
    """The same of a food in a table: "Tuna, canned in water (3 ounces) 1.3 mg" names tuna."""
    length = named_length(text, words)
    comma, amount = text.find(", "), _AMOUNT.search(text)
    if amount is None or not 0 < comma < length:
        return length
    listed = set(_WORD.findall(text[: amount.start()].lower())) & words.item_joiners
    return length if listed else comma
