"""The rules of `data/rules/`: trigger classes, argument frames, and one file of rule blocks for each relation."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from claimx.data_files import DataFiles
from claimx.errors import DataError
from claimx.lexicon import ADJECTIVES_FILE
from claimx.records import Label, Relation, State
from claimx.relate.rule_keys import LABEL_OF, LISTS, form_fault, rule_fault

# the trigger class that holds the adjectives of a rule file's relation
ADJECTIVES = "adjectives"
SHARED_FILES = frozenset(f"rules/{name}.yaml" for name in ("words", "triggers", "frames", "contents"))


@dataclass(frozen=True, slots=True)
class Form:
    """One way a frame shows in a parse: the trigger's parts of speech (and dependency) and the roles of the slots.

    `reach`: where the parse fails, the slots may be read by distance.
    """

    pos: frozenset[str]
    nutrient: tuple[str, ...]
    object: tuple[str, ...]
    deps: frozenset[str] = frozenset()
    not_deps: frozenset[str] = frozenset()
    not_kids: frozenset[str] = frozenset()
    reach: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that a rule must read as the claims listed ("zinc | colds"), for the tests to run."""

    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One way to state a relation, a block of a rule file; `docs/rules.md` says what each key means.

    A rule equals itself alone, which makes it a quick key.
    """

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
    people: bool = False
    open: bool = False
    object_heads: frozenset[str] = frozenset()
    not_object_heads: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    not_near: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    not_nutrient_types: frozenset[str] = frozenset()
    under: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    object_prefix: frozenset[str] = frozenset()
    not_object_prefix: frozenset[str] = frozenset()
    not_objects: frozenset[str] = frozenset()
    asserted: bool = False
    advised: str = ""
    reach: bool = False
    ellipsis: bool = False
    not_prep: frozenset[str] = frozenset()
    pronouns: bool = False
    named: bool = False
    no_pronouns: bool = False
    negated: bool = False
    settled: bool = False
    verbless: bool = False
    share: str = ""
    pronoun_type: str = "condition"
    priority: int = 0
    examples: tuple[Example, ...] = ()
    decoys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All rules, with an index from the first lemma of a trigger to (words that must follow, rule).

    `adjectives` are those of the lexicon that say a relation.
    """

    rules: tuple[Rule, ...]
    index: dict[str, tuple[tuple[tuple[str, ...], Rule], ...]] = field(repr=False)
    adjectives: frozenset[str] = frozenset()


def load_rules(data: DataFiles) -> RuleSet:
    """Read and check every rule file; faults are DataErrors that name the file and the rule."""
    triggers = _load_triggers(data)
    frames = _load_frames(data)
    adjectives = _load_adjectives(data)
    rules: dict[str, Rule] = {}
    for name in data.names("rules", ".yaml"):
        if name in SHARED_FILES:
            continue
        for path, content in data.yaml(name):
            relation = content.get("relation")
            if relation not in get_args(Relation):
                raise DataError(f'"{relation}" is no relation', path=path)
            classes = triggers | {ADJECTIVES: adjectives.get(relation, [])}
            for block in content.get("rules", []):
                rule = _build_rule(block, relation=relation, triggers=classes, frames=frames, path=path)
                if rule.id in rules and rules[rule.id].path == path:
                    raise DataError(f'rule "{rule.id}": the id is given twice', path=path)
                rules[rule.id] = rule
    index: dict[str, list[tuple[tuple[str, ...], Rule]]] = {}
    for rule in rules.values():
        for trigger in rule.triggers:
            index.setdefault(trigger[0], []).append((trigger[1:], rule))
    speaking = frozenset(word for relation, words in adjectives.items() if relation for word in words)
    return RuleSet(tuple(rules.values()), {lemma: tuple(found) for lemma, found in sorted(index.items())}, speaking)


def _load_triggers(data: DataFiles) -> dict[str, list[str]]:
    classes: dict[str, list[str]] = {}
    for path, content in data.yaml("rules/triggers.yaml"):
        for name, entries in content.items():
            if not isinstance(entries, list):
                raise DataError(f'trigger class "{name}" needs a list of lemmas', path=path)
            classes.setdefault(name, []).extend(entries)
    return classes


def _load_adjectives(data: DataFiles) -> dict[str, list[str]]:
    """The adjectives of the lexicon by the relation that they say: "neuroprotective" says IMPROVES."""
    found: dict[str, list[str]] = {}
    for row in data.tsv(ADJECTIVES_FILE):
        found.setdefault(row["relation"], []).append(row["spelling"])
    return found


def _load_frames(data: DataFiles) -> dict[str, tuple[Form, ...]]:
    frames: dict[str, tuple[Form, ...]] = {}
    for path, content in data.yaml("rules/frames.yaml"):
        for name, forms in content.items():
            frames[name] = tuple(_build_form(form, name=name, path=path) for form in forms)
    return frames


def _build_form(form: dict[str, Any], *, name: str, path: Path) -> Form:
    if fault := form_fault(form):
        raise DataError(f'frame "{name}"{fault}', path=path)
    return Form(
        pos=frozenset(form["pos"]),
        nutrient=tuple(form["nutrient"]),
        object=tuple(form["object"]),
        deps=frozenset(form.get("deps", [])),
        not_deps=frozenset(form.get("not_deps", [])),
        not_kids=frozenset(form.get("not_kids", [])),
        reach=form.get("reach") == "yes",
    )


def _build_rule(
    block: dict[str, Any],
    *,
    relation: Relation,
    triggers: dict[str, list[str]],
    frames: dict[str, tuple[Form, ...]],
    path: Path,
) -> Rule:
    if fault := rule_fault(block, classes=triggers, frames=frames):
        raise DataError(f'rule "{block.get("id", "")}": {fault}', path=path)
    words = _members(block["trigger"], triggers)
    listed = ((field, _members(block[key], triggers)) for key, field in LISTS.items() if key in block)
    lists: dict[str, Any] = {field: frozenset(items) for field, items in listed}
    return Rule(
        id=block["id"],
        relation=relation,
        triggers=tuple(tuple(word.lower().split()) for word in words),
        forms=frames[block["frame"]],
        object_types=frozenset(block["object"]),
        labels=frozenset(LABEL_OF[item] for item in block["object"] if item in LABEL_OF),
        path=path,
        set_state=block.get("nutrient_state"),
        phrases=block.get("phrases") != "no",
        people=block.get("phrases") == "people",
        open=block.get("phrases") == "open",
        asserted="asserted" in block,
        advised=block.get("advised", ""),
        pronouns="pronouns" in block,
        pronoun_type=block.get("pronouns", "condition"),
        verbless="verbless" in block,
        negated=block.get("negated") == "yes",
        settled="negated" in block,
        share=block.get("share", ""),
        named=block.get("named") == "yes",
        no_pronouns=block.get("named") == "pronouns",
        ellipsis="ellipsis" in block,
        reach=any(form.reach for form in frames[block["frame"]]),
        priority=int(block.get("priority", "0")),
        examples=tuple(Example(item["text"], tuple(item["claims"])) for item in block.get("examples", [])),
        decoys=tuple(block.get("decoys", [])),
        **lists,
    )


def _members(items: list[str], classes: dict[str, list[str]]) -> list[str]:
    """The items of a list, with the members of a class in place of its name."""
    return [word for item in items for word in (classes[item[1:]] if item.startswith("$") else [item])]
