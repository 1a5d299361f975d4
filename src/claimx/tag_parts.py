"""Names inside other names that speak of no nutrient: "naproxen sodium", "sugar or salt substitutes"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from claimx.lexicon_words import Words
from claimx.tag_heads import Hit

_MADE_OF = ("NUTRIENT", "DRUG")


def join_parts(hits: list[Hit], words: Words, *, compounds: Mapping[str, frozenset[str]], text: str) -> list[Hit]:
    """The hits with the salt of a medicine joined to it, and less what only tells what another thing is made of or for.

    The hits are in text order, and none overlaps another.
    """
    found: list[Hit] = []
    for place, hit in enumerate(hits):
        behind = hits[place + 1] if place + 1 < len(hits) else None
        before = found[-1] if found else None
        if before is not None and _is_salt(before, hit, words, salts=compounds["salt"], text=text):
            found[-1] = replace(before, last=hit.last)
        elif behind is None or not (
            _is_replaced(hit, behind, words, instead=compounds["instead"])
            or _is_made_of(hit, behind, words, made=compounds["made"], text=text)
        ):
            found.append(hit)
    return found


def _is_salt(medicine: Hit, hit: Hit, words: Words, *, salts: frozenset[str], text: str) -> bool:
    """ "Naproxen sodium", "losartan potassium"."""
    beside = medicine.entry.label == "DRUG" and medicine.last == hit.first and hit.last == hit.first + 1
    apart = text[words.ends[hit.first - 1] : words.starts[hit.first]] if beside else ""
    return apart.isspace() and words.folded[hit.first] in salts


def _is_replaced(hit: Hit, behind: Hit, words: Words, *, instead: frozenset[str]) -> bool:
    """ "Sugar or salt substitutes" are substitutes for sugar as well."""
    between = words.folded[hit.last : behind.first]
    alike = hit.entry.label == behind.entry.label == "NUTRIENT" and behind.last - behind.first > 1
    return alike and between in (["or"], ["and"]) and words.folded[behind.last - 1] in instead


def _is_made_of(hit: Hit, behind: Hit, words: Words, *, made: frozenset[str], text: str) -> bool:
    """ "Potassium-based salt substitutes", "calcium-based antacids"."""
    glued = hit.last < len(words.folded) and text[words.ends[hit.last - 1] : words.starts[hit.last]] == "-"
    of_it = glued and words.folded[hit.last] in made and behind.first == hit.last + 1
    return of_it and hit.entry.label == "NUTRIENT" and behind.entry.label in _MADE_OF
