"""What `why_not` looks for: a nutrient, an object and a relation, as the lexicon knows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimx.errors import ClaimxError
from claimx.pipeline import Extractor
from claimx.records import Article, Mention, Sentence
from claimx.relate.rules import Rule
from claimx.table import Row

# conditions that are asked before any slot is filled
EARLY = frozenset({"near", "not_near", "modifiers", "verbless", "negated", "not_prep", "asserted"})
# fields of a rule that a condition of another name asks for
FIELDS = {"object": "object_types", "state": "states"}
CONDITIONS = {
    "near": "the sentence must hold a word of its list",
    "not_near": "the sentence holds a word of its list",
    "modifiers": "the trigger must have a word of its list beside it",
    "verbless": "the rule is for headlines without a verb",
    "negated": "the trigger must be negated",
    "not_prep": "the trigger has a preposition of its list",
    "asserted": "the trigger only gives a reason",
    "named": "the nutrient must be named",
    "state": "the nutrient is not spoken of in a state of its list",
    "via": "the object is not reached through the words that the rule asks for",
    "not_via": "the object is reached through words that the rule shuns",
    "same": "nutrient and object are the same words",
    "not_nutrient_types": "the nutrient is of a type of its list",
    "under": "the trigger does not stand under a word of its list",
    "object": "the object is of a type that the rule does not take",
    "object_prefix": "the object does not begin with a word of its list",
    "not_object_prefix": "the object begins with a word of its list",
    "not_objects": "the object is of its list",
    "object_heads": "the head of the object is not in its list",
    "not_object_heads": "the head of the object is in its list",
    "relief": "a word between trigger and object says that it gets better",
    "side_effects": "the object is side effects, and of what is not said",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """The claim that is looked for. `nutrient_names` and `object_names` are folded words, as given and as known."""

    nutrient: str
    object: str
    relation: str
    nutrient_names: frozenset[frozenset[str]]
    object_names: frozenset[frozenset[str]]
    rules: Mapping[str, Rule]
    relations: Mapping[str, str]

    @property
    def object_words(self) -> frozenset[str]:
        """Words as written in the object that is looked for, without case."""
        return frozenset(self.object.casefold().split())

    def is_nutrient(self, mention: Mention) -> bool:
        """The mention is the nutrient by its name, form or words."""
        return bool(self.nutrient_names & {fold(mention.name), fold(mention.surface)})

    def is_object(self, mention: Mention) -> bool:
        """The mention's name or words hold all words of the object, or the object all of theirs."""
        return any(_alike(name, fold(text)) for name in self.object_names for text in (mention.name, mention.surface))

    def is_nutrient_row(self, row: Row) -> bool:
        return bool(self.nutrient_names & {fold(row["nutrient_name"]), fold(row["nutrient"])})

    def is_object_row(self, row: Row) -> bool:
        if not self.object:
            return True
        return any(
            _within(name, fold(row[column])) for name in self.object_names for column in ("object", "object_name")
        )

    def is_part_row(self, row: Row) -> bool:
        """The row's object holds some of the words that are looked for and no other."""
        found = fold(row["object"])
        return self.relation in ("", row["relation"]) and any(_within(found, name) for name in self.object_names)

    def holds_nutrient(self, text: str) -> bool:
        return any(_within(name, fold(text)) for name in self.nutrient_names)

    def names_object(self, text: str, mentions: Sequence[Mention]) -> bool:
        """A mention is the object, or its words stand in the text, from which a noun phrase may take them."""
        if any(self.is_object(mention) for mention in mentions):
            return True
        return any(_within(name, fold(text)) for name in self.object_names)

    def say(self, slots: Sequence[str]) -> str:
        """The names that are missing from the slots."""
        named = {"nutrient": self.nutrient, "object": self.object}
        return ", ".join(named[slot] for slot in slots)


def make_wanted(extractor: Extractor, *, nutrient: str, found: str, relation: str) -> Wanted:
    """What to look for. A relation that no rule has, and no name at all, is a ClaimxError."""
    rules = {rule.id: rule for rule in extractor.relater.rules.rules}
    known = sorted({str(rule.relation) for rule in rules.values()} | {"HAS_DOSE"})
    if relation and relation not in known:
        raise ClaimxError(f'no relation "{relation}"; choose from {", ".join(known)}')
    if not nutrient.strip():
        raise ClaimxError("--nutrient needs a name")
    return Wanted(
        nutrient,
        found,
        relation,
        nutrient_names=_names(extractor, nutrient),
        object_names=_names(extractor, found) if found.strip() else frozenset(),
        rules=rules,
        relations={name: str(rule.relation) for name, rule in rules.items()},
    )


def _names(extractor: Extractor, name: str) -> frozenset[frozenset[str]]:
    sentence = Sentence(0, len(name), name, index=0, block=0)
    tagged = extractor.tagger.tag(Article(id="name", text=name), [sentence])[0]
    whole = [mention.name for mention in tagged if mention.end - mention.start == len(name.strip())]
    return frozenset(fold(item) for item in (name, *whole))


def fold(text: str) -> frozenset[str]:
    """Words without case and plural endings, without regard to their order."""
    words = "".join(char if char.isalnum() else " " for char in text.casefold()).split()
    return frozenset(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in words)


def _within(name: frozenset[str], text: frozenset[str]) -> bool:
    return bool(name) and name <= text


def _alike(name: frozenset[str], text: frozenset[str]) -> bool:
    return _within(name, text) or _within(text, name)


def mention_words(mentions: Iterable[Mention]) -> frozenset[str]:
    """All words of the mentions as written, without case."""
    return frozenset(word for mention in mentions for word in mention.surface.casefold().split())


def say_mentions(mentions: Sequence[Mention]) -> str:
    """ "pain (CONDITION), zinc (NUTRIENT)", or "none"."""
    said = dict.fromkeys(f"{mention.surface} ({mention.label})" for mention in mentions)
    return ", ".join(said) or "none"
