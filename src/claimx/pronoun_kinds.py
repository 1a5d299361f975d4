"""What a pronoun asks for ("this mineral", "these"), which nutrients it may stand for and what was found for it."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.records import HARM, Mention
from claimx.relate.fillers import Amount
from claimx.relate.words import Words
from claimx.sentence_subjects import Subject
from claimx.topic import Context, headings_above, is_pointed_at

# what "herb" and "plant" ask for, and the subtypes that may be called so
HERB, PLANT = "herb", "plant"
PLANTS = ("botanical", "food")
# what "chemical" asks for: no plant and no food
CHEMICAL = "chemical"
# what a shortage that was just spoken of does: "zinc deficiency is common; it can cause"
CARRIED = HARM | {"ASSOCIATED_WITH"}
# and what too much of something does: "too much salt is bad; it raises"
CARRIED_EXCESS = CARRIED | {"INCREASES", "DECREASES"}
# what is drunk in something, and never itself
NOT_DRUNK = ("antioxidant", "amino_acid", "fatty_acid", "vitamin", "mineral")
# what no food is called
ANTIOXIDANT = "antioxidant"
# what "citrate" asks for
MINERAL = "mineral"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a pronoun asks for: more than one nutrient, and a subtype ("this mineral") or "" for any.

    `many` when nothing singular will do ("these"), `named` when a noun behind a demonstrative says that a nutrient
    is meant ("this supplement"), `people` when the people that a sentence speaks of may be meant ("their"), `helps`
    when it eases or prevents an illness or is to be avoided, as no other illness is, `held` when a food holds it,
    as none holds another, `drunk` when somebody drinks it, `taken` when somebody takes it at all, as nobody takes
    an illness.
    """

    plural: bool = False
    kind: str = ""
    many: bool = False
    named: bool = False
    people: bool = False
    helps: bool = False
    held: bool = False
    drunk: bool = False
    taken: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """Antecedents found near a pronoun.

    `is_subject` when they are what their sentence is about, `state` is that of the subject; `go_on` when there are
    none and a sentence further back may have one; `unknown` when a noun that no lexicon holds stands in the way, `open`
    when no subject does; `definite` when what stands between speaks of a nutrient by another name ("the mineral"),
    `called` is that name behind "the", and `noun` behind any word that points; `told` when somebody is told to take
    them or to leave them out.
    """

    mentions: tuple[Mention, ...] = ()
    is_subject: bool = False
    go_on: bool = False
    unknown: bool = False
    open: bool = False
    state: Amount = "intake"
    told: bool = False
    definite: bool = False
    called: str = ""
    noun: str = ""


def kind_of(phrase: str, words: Words) -> str:
    """The kind of nutrient a definite phrase asks for ("mineral" of "this mineral"), "" when any will do."""
    parts = phrase.lower().split()
    if not words.active_words.isdisjoint(parts):
        # "the active compound" of a plant is told of the plant
        return ""
    others = {
        HERB: words.herb_nouns,
        PLANT: words.plant_nouns,
        CHEMICAL: words.chemical_nouns,
        MINERAL: words.salt_nouns,
    }
    for size in (2, 1):
        noun = " ".join(parts[-size:])
        for form in (noun, noun.removesuffix("s")):
            if form in words.kind_nouns:
                return form
            if kind := next((name for name, nouns in others.items() if form in nouns), ""):
                return kind
    return ""


def is_kind(mention: Mention, kind: str, *, words: Words) -> bool:
    """Whether a nutrient may be called a noun of its kind."""
    if kind == CHEMICAL:
        return mention.subtype not in PLANTS
    forms = (kind, f"{kind}s")
    named = any(word in forms for word in mention.name.split())
    named = named or any(name.split()[-1] in forms for name in mention.classes)
    if kind == HERB and mention.subtype == "food":
        return named
    if kind in (HERB, PLANT):
        return mention.subtype in PLANTS or any(word in words.plant_nouns for word in mention.name.split())
    if kind in words.hormone_nouns:
        return named or mention.name.lower() in words.hormones
    if mention.name.lower() in _called(kind, words):
        return True
    if kind == ANTIOXIDANT and mention.subtype == "food":
        return False
    if kind in words.eaten_kinds and mention.subtype in PLANTS:
        return True
    return mention.subtype == kind.replace(" ", "_") or named or kind in words.loose_kinds


def _called(kind: str, words: Words) -> frozenset[str]:
    """Names of what a kind is of that have no subtype of their own."""
    return {"sugar": words.sugar_names, "protein": words.protein_names, "fat": words.fat_names}.get(kind, frozenset())


def may_be(mention: Mention, context: Context, *, wanted: Wanted) -> bool:
    return fits(mention, wanted, words=context.words) and not _is_definite(mention, context)


def fits(mention: Mention, wanted: Wanted, *, words: Words) -> bool:
    if mention.name in words.empty_classes or (wanted.held and mention.subtype == "food"):
        return False
    if wanted.drunk and mention.subtype in NOT_DRUNK:
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
    """A class noun behind a demonstrative ("these vitamins", "the spice") is no antecedent of its own."""
    words = context.words
    last = mention.surface.lower().split()[-1]
    if last in words.the_nouns and mention.surface.lower() == last:
        return is_pointed_at(context, mention, described=True)
    if mention.name not in words.carrier_classes and not {last, last.removesuffix("s")} & words.definite_nouns:
        # "shows that zinc"
        return False
    before = context.article.text[max(0, mention.start - 12) : mention.start].lower().split()
    if last.endswith("s") and not words.singular_pointers.isdisjoint(before[-1:]):
        # "found that cranberry products"
        return False
    return bool(before) and before[-1] in words.demonstratives - words.definite_articles - words.possessives


def taken_up(subject: Subject, named: tuple[Mention, ...], *, wanted: Wanted) -> Near:
    """ "Avoiding salt helps, as these foods harm": a plural takes up what is avoided, and not the avoiding."""
    state = "intake" if wanted.plural and not subject.plural else subject.state
    return Near(named if wanted.plural else named[:1], is_subject=True, state=state)


def blocks(subject: Subject, wanted: Wanted) -> bool:
    """A noun of another kind that the pronoun agrees with."""
    agrees = subject.kind == "other" and subject.plural == wanted.plural
    return agrees and not wanted.named and not ((wanted.helps or wanted.taken) and subject.illness)


def is_of_other_part(near: Near, context: Context, number: int) -> bool:
    """What was spoken of above the heading is left behind there."""
    above = next(headings_above(context, number), None)
    return above is not None and all(item.end <= context.sentences[above].start for item in near.mentions)


def is_called(near: Near, topic: Mention | None, words: Words) -> bool:
    """ "The mineral bars its way, and it": "the mineral" is what the text is about, and so is "it"."""
    return bool(near.called) and topic is not None and is_kind(topic, kind_of(near.called, words), words=words)
