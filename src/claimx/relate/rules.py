"""The rules of `data/rules/`: trigger classes, argument frames, and one file of rule blocks for each relation."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from claimx.data_files import DataFiles
from claimx.errors import DataError
from claimx.records import Label, Relation, State

OBJECT_TYPES = ("condition", "function", "drug", "population", "nutrient", "food", "none")
LABEL_OF: dict[str, Label] = {
    "condition": "CONDITION",
    "function": "FUNCTION",
    "drug": "DRUG",
    "population": "POPULATION",
    "nutrient": "NUTRIENT",
    "food": "NUTRIENT",
}
# frames of transitive verbs, which may also be read by distance
REACHING_FRAMES = frozenset({"effect", "verb_effect"})
SHARED_FILES = frozenset({"rules/words.yaml", "rules/triggers.yaml", "rules/frames.yaml", "rules/anaphora.yaml"})
RULE_KEYS = frozenset(
    {"id", "trigger", "frame", "object", "via", "not_via", "state", "phrases", "object_heads", "not_object_heads",
     "near", "not_near", "examples", "decoys", "priority", "nutrient_state", "not_nutrient_types", "under",
     "modifiers", "object_prefix", "not_object_prefix", "asserted", "ellipsis", "not_prep", "pronouns", "named",
     "negated", "verbless"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """One way a frame shows in a parse: the trigger's parts of speech (and dependency) and the roles of the slots."""

    pos: frozenset[str]
    nutrient: tuple[str, ...]
    object: tuple[str, ...]
    deps: frozenset[str] = frozenset()
    not_deps: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that a rule must read as the claims listed ("zinc | colds"), for the tests to run."""

    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to state a relation. `via`: what the object must be reached through; `phrases`: unknown ones too."""

    id: str
    relation: Relation
    triggers: tuple[tuple[str, ...], ...]
    forms: tuple[Form, ...]
    object_types: frozenset[str]
    labels: frozenset[Label]
    path: Path
    via: frozenset[str] = frozenset()
    not_via: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    set_state: State | None = None
    phrases: bool = True
    object_heads: frozenset[str] = frozenset()
    not_object_heads: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    not_near: frozenset[str] = frozenset()
    not_nutrient_types: frozenset[str] = frozenset()
    under: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    object_prefix: frozenset[str] = frozenset()
    not_object_prefix: frozenset[str] = frozenset()
    asserted: bool = False
    reach: bool = False
    ellipsis: bool = False
    not_prep: frozenset[str] = frozenset()
    pronouns: bool = False
    named: bool = False
    no_pronouns: bool = False
    negated: bool = False
    verbless: bool = False
    pronoun_type: str = "condition"
    priority: int = 0
    examples: tuple[Example, ...] = ()
    decoys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All rules, with an index from the first lemma of a trigger to (words that must follow, part of speech, rule)."""

    rules: tuple[Rule, ...]
    index: dict[str, tuple[tuple[tuple[str, ...], Rule], ...]] = field(repr=False)


def load_rules(data: DataFiles) -> RuleSet:
    """Read and check every rule file; faults are DataErrors that name the file and the rule."""
    triggers = _load_triggers(data)
    frames = _load_frames(data)
    rules: dict[str, Rule] = {}
    for name in data.names("rules", ".yaml"):
        if name in SHARED_FILES:
            continue
        for path, content in data.yaml(name):
            relation = content.get("relation")
            if relation not in get_args(Relation):
                raise DataError(f'"{relation}" is no relation', path=path)
            for block in content.get("rules", []):
                rule = _build_rule(block, relation=relation, triggers=triggers, frames=frames, path=path)
                rules[rule.id] = rule
    index: dict[str, list[tuple[tuple[str, ...], Rule]]] = {}
    for rule in rules.values():
        for trigger in rule.triggers:
            index.setdefault(trigger[0], []).append((trigger[1:], rule))
    return RuleSet(tuple(rules.values()), {lemma: tuple(found) for lemma, found in sorted(index.items())})


def _load_triggers(data: DataFiles) -> dict[str, list[str]]:
    classes: dict[str, list[str]] = {}
    for path, content in data.yaml("rules/triggers.yaml"):
        for name, entries in content.items():
            if not isinstance(entries, list):
                raise DataError(f'trigger class "{name}" needs a list of lemmas', path=path)
            classes.setdefault(name, []).extend(entries)
    return classes


def _load_frames(data: DataFiles) -> dict[str, tuple[Form, ...]]:
    frames: dict[str, tuple[Form, ...]] = {}
    for path, content in data.yaml("rules/frames.yaml"):
        for name, forms in content.items():
            try:
                frames[name] = tuple(
                    Form(
                        pos=frozenset(form["pos"]),
                        nutrient=tuple(form["nutrient"]),
                        object=tuple(form["object"]),
                        deps=frozenset(form.get("deps", [])),
                        not_deps=frozenset(form.get("not_deps", [])),
                    )
                    for form in forms
                )
            except KeyError as error:
                raise DataError(f'frame "{name}" lacks {error}', path=path) from None
    return frames


def _build_rule(
    block: dict[str, Any],
    *,
    relation: Relation,
    triggers: dict[str, list[str]],
    frames: dict[str, tuple[Form, ...]],
    path: Path,
) -> Rule:
    name = block.get("id", "")
    unknown = set(block) - RULE_KEYS
    if not name or unknown:
        raise DataError(f'rule "{name}": ' + (f"no key {sorted(unknown)[0]!r}" if name else "needs an id"), path=path)
    words: list[str] = []
    for item in block.get("trigger", []):
        if item.startswith("$"):
            if item[1:] not in triggers:
                raise DataError(f'rule "{name}": no trigger class {item}', path=path)
            words.extend(triggers[item[1:]])
        else:
            words.append(item)
    if block.get("frame") not in frames:
        raise DataError(f'rule "{name}": no frame {block.get("frame")!r}', path=path)
    types = block.get("object", [])
    if not types or set(types) - set(OBJECT_TYPES):
        raise DataError(f'rule "{name}": object must list types among {", ".join(OBJECT_TYPES)}', path=path)
    examples = tuple(Example(item["text"], tuple(item["claims"])) for item in block.get("examples", []))
    return Rule(
        id=name,
        relation=relation,
        triggers=tuple(tuple(word.lower().split()) for word in words),
        forms=frames[block["frame"]],
        object_types=frozenset(types),
        labels=frozenset(LABEL_OF[item] for item in types if item in LABEL_OF),
        path=path,
        via=frozenset(block.get("via", [])),
        not_via=frozenset(block.get("not_via", [])),
        states=frozenset(block.get("state", [])),
        set_state=block.get("nutrient_state"),
        phrases=block.get("phrases", "yes") == "yes",
        object_heads=frozenset(block.get("object_heads", [])),
        not_object_heads=frozenset(block.get("not_object_heads", [])),
        near=frozenset(block.get("near", [])),
        not_near=frozenset(block.get("not_near", [])),
        not_nutrient_types=frozenset(block.get("not_nutrient_types", [])),
        under=frozenset(block.get("under", [])),
        modifiers=frozenset(block.get("modifiers", [])),
        object_prefix=frozenset(block.get("object_prefix", [])),
        not_object_prefix=frozenset(block.get("not_object_prefix", [])),
        asserted=block.get("asserted") == "yes",
        pronouns="pronouns" in block,
        pronoun_type=block.get("pronouns", "condition"),
        verbless=block.get("verbless") == "yes",
        negated=block.get("negated") == "yes",
        named=block.get("named") == "yes",
        no_pronouns=block.get("named") == "pronouns",
        not_prep=frozenset(block.get("not_prep", [])),
        ellipsis=block.get("ellipsis") == "yes",
        reach=block.get("frame") in REACHING_FRAMES,
        priority=int(block.get("priority", "0")),
        examples=examples,
        decoys=tuple(block.get("decoys", [])),
    )
