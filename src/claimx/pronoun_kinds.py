"""What a pronoun asks for ("this mineral", "these"), and which nutrients it may stand for."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.records import Mention
from claimx.relate.words import Words
from claimx.topic import Context

# what "herb" and "root" ask for, and the subtypes that may be called so
PLANT = "plant"
PLANTS = ("botanical", "food")
# what "citrate" asks for
MINERAL = "mineral"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a pronoun asks for: more than one nutrient, and a subtype ("this mineral") or "" for any.

    `many` when nothing singular will do ("these"), `named` when a noun behind a demonstrative says that a nutrient is
    meant ("this supplement"), `people` when the people that a sentence speaks of may be meant ("their"), `helps` when
    it eases or prevents an illness, which no other illness does.
    """

    plural: bool = False
    kind: str = ""
    many: bool = False
    named: bool = False
    people: bool = False
    helps: bool = False


def kind_of(phrase: str, words: Words) -> str:
    """The kind of nutrient a definite phrase asks for ("mineral" of "this mineral"), "" when any will do."""
    parts = phrase.lower().split()
    for size in (2, 1):
        noun = " ".join(parts[-size:])
        for form in (noun, noun.removesuffix("s")):
            if form in words.kind_nouns:
                return form
            if form in words.plant_nouns:
                return PLANT
            if form in words.salt_nouns:
                return MINERAL
    return ""


def is_kind(mention: Mention, kind: str, *, words: Words) -> bool:
    """Whether a nutrient may be called a noun of its kind."""
    named = any(word in (kind, f"{kind}s") for word in mention.name.split())
    if kind == PLANT:
        return mention.subtype in PLANTS or any(word in words.plant_nouns for word in mention.name.split())
    if kind in words.hormone_nouns:
        return named or mention.name.lower() in words.hormones
    if mention.name.lower() in _called(kind, words):
        return True
    if kind in words.eaten_kinds and mention.subtype in PLANTS:
        return True
    return mention.subtype == kind.replace(" ", "_") or named or kind in words.loose_kinds


def _called(kind: str, words: Words) -> frozenset[str]:
    """Names of what a kind is of that have no subtype of their own."""
    return {"sugar": words.sugar_names, "protein": words.protein_names, "fat": words.fat_names}.get(kind, frozenset())


def may_be(mention: Mention, context: Context, *, wanted: Wanted) -> bool:
    return fits(mention, wanted, words=context.words) and not _is_definite(mention, context)


def fits(mention: Mention, wanted: Wanted, *, words: Words) -> bool:
    if mention.name in words.empty_classes:
        return False
    if (wanted.kind or wanted.named) and not wanted.plural and _is_class(mention, words):
        # one vitamin is not vitamins
        return False
    return not wanted.kind or is_kind(mention, wanted.kind, words=words)


def _is_class(mention: Mention, words: Words) -> bool:
    """Several of a kind, as "minerals" or "prenatal vitamins"; foods are as often spoken of in the plural."""
    last = mention.surface.lower().split()[-1]
    several = last.endswith("s") and last.removesuffix("s") in words.kind_nouns and mention.subtype not in PLANTS
    return mention.name in words.carrier_classes or several


def _is_definite(mention: Mention, context: Context) -> bool:
    """A class noun behind a demonstrative ("these vitamins") is no antecedent of its own."""
    words = context.words
    last = mention.surface.lower().split()[-1]
    if mention.name not in words.carrier_classes and not {last, last.removesuffix("s")} & words.definite_nouns:
        # "shows that zinc"
        return False
    before = context.article.text[max(0, mention.start - 12) : mention.start].lower().split()
    return bool(before) and before[-1] in words.demonstratives - words.definite_articles - words.possessives
