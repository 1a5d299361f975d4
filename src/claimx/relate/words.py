"""The closed word classes that the relate stage reads structure with, from `data/rules/words.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, fields

from claimx.data_files import DataFiles
from claimx.errors import DataError


@dataclass(frozen=True, slots=True)
class Words:
    """One frozen set a class, lower-cased. Lemmas, but for prepositions and pronouns, which are forms."""

    light_verbs: frozenset[str]
    enabling_verbs: frozenset[str]
    intake_verbs: frozenset[str]
    causative_verbs: frozenset[str]
    carriers: frozenset[str]
    rich_adjectives: frozenset[str]
    containing_verbs: frozenset[str]
    effect_nouns: frozenset[str]
    holder_nouns: frozenset[str]
    aim_verbs: frozenset[str]
    definite_nouns: frozenset[str]
    pronouns: frozenset[str]
    demonstratives: frozenset[str]
    member_prepositions: frozenset[str]
    inner_prepositions: frozenset[str]
    transparent_nouns: frozenset[str]
    risk_nouns: frozenset[str]
    course_nouns: frozenset[str]
    symptom_nouns: frozenset[str]
    amount_nouns: frozenset[str]
    excluded_objects: frozenset[str]
    condition_heads: frozenset[str]
    drug_heads: frozenset[str]
    population_heads: frozenset[str]
    deficiency_nouns: frozenset[str]
    deficiency_modifiers: frozenset[str]
    deficiency_phrases: frozenset[str]
    excess_nouns: frozenset[str]
    excess_modifiers: frozenset[str]
    excess_amounts: frozenset[str]
    excess_phrases: frozenset[str]
    large_modifiers: frozenset[str]
    empty_classes: frozenset[str]
    carrier_classes: frozenset[str]
    negators: frozenset[str]
    enough: frozenset[str]
    bare_carriers: frozenset[str]
    side_effects: frozenset[str]
    barrier_nouns: frozenset[str]
    reasons: frozenset[str]
    not_noun_triggers: frozenset[str]
    clause_openers: frozenset[str]
    measures: frozenset[str]
    bare_sources: frozenset[str]
    relief_nouns: frozenset[str]
    no_reach: frozenset[str]
    function_heads: frozenset[str]
    generic_objects: frozenset[str]
    the_nouns: frozenset[str]
    consume_verbs: frozenset[str]
    befall_verbs: frozenset[str]
    event_verbs: frozenset[str]
    befall_prepositions: frozenset[str]
    body_made: frozenset[str]
    example_openers: frozenset[str]
    verb_adjectives: frozenset[str]
    verb_nouns: frozenset[str]
    compound_participles: frozenset[str]
    plural_words: frozenset[str]
    joining_phrases: frozenset[str]
    tough_adjectives: frozenset[str]
    comparing_words: frozenset[str]
    trial_verbs: frozenset[str]
    persons: frozenset[str]
    ways: frozenset[str]
    naming_verbs: frozenset[str]
    listing_verbs: frozenset[str]
    phase_verbs: frozenset[str]
    adding_nouns: frozenset[str]
    announcements: frozenset[str]
    avoid_verbs: frozenset[str]
    food_ends: frozenset[str]
    kind_words: frozenset[str]
    low_amounts: frozenset[str]
    raise_modifiers: frozenset[str]
    lower_modifiers: frozenset[str]
    purpose_prepositions: frozenset[str]
    definite_articles: frozenset[str]
    possessives: frozenset[str]
    pointing_words: frozenset[str]
    expletives: frozenset[str]
    clause_marks: frozenset[str]
    relative_pronouns: frozenset[str]
    agent_prepositions: frozenset[str]
    means_prepositions: frozenset[str]
    finding_verbs: frozenset[str]
    holder_prepositions: frozenset[str]
    genitive_prepositions: frozenset[str]
    object_prepositions: frozenset[str]
    absence_prepositions: frozenset[str]
    item_openers: frozenset[str]
    item_joiners: frozenset[str]
    not_foods: frozenset[str]
    infinitive_marks: frozenset[str]
    aim_openers: frozenset[str]
    manner_openers: frozenset[str]
    announcing_openers: frozenset[str]
    plural_pronouns: frozenset[str]
    kind_nouns: frozenset[str]
    loose_kinds: frozenset[str]
    bare_amounts: frozenset[str]
    dosing_verbs: frozenset[str]
    bare_stores: frozenset[str]
    low_stores: frozenset[str]
    short_adjectives: frozenset[str]
    supplement_words: frozenset[str]
    particles: frozenset[str]
    feeling_verbs: frozenset[str]
    lacking_verbs: frozenset[str]
    making_verbs: frozenset[str]


def load_words(data: DataFiles) -> Words:
    """Read the classes; a class missing or not known is a DataError. An overlay's list adds to the packaged one."""
    known = [field.name for field in fields(Words)]
    classes: dict[str, set[str]] = {}
    for path, content in data.yaml("rules/words.yaml"):
        for name, entries in content.items():
            if name not in known:
                raise DataError(f'no word class is called "{name}"', path=path)
            classes.setdefault(name, set()).update(entry.lower() for entry in entries)
    missing = [name for name in known if name not in classes]
    if missing:
        raise DataError(f'word class "{missing[0]}" is missing', path=data.find("rules/words.yaml")[0])
    return Words(**{name: frozenset(entries) for name, entries in classes.items()})
