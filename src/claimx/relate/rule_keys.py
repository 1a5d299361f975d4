"""The keys of a rule's block and of a frame's form, what each may hold, and what is wrong with one that does not."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any, get_args

from claimx.records import Label, State
from claimx.relate.fillers import Via
from claimx.relate.roles import is_role

OBJECT_TYPES = ("condition", "function", "drug", "population", "nutrient", "food", "none")
LABEL_OF: dict[str, Label] = {
    "condition": "CONDITION",
    "function": "FUNCTION",
    "drug": "DRUG",
    "population": "POPULATION",
    "nutrient": "NUTRIENT",
    "food": "NUTRIENT",
}
PARTS_OF_SPEECH = ("VERB", "AUX", "NOUN", "PROPN", "ADJ", "ADV", "ADP")
# keys of a rule that hold a list, with the field that it becomes
LISTS = {
    "via": "via",
    "not_via": "not_via",
    "state": "states",
    "near": "near",
    "not_near": "not_near",
    "behind": "behind",
    "under": "under",
    "modifiers": "modifiers",
    "not_prep": "not_prep",
    "object_heads": "object_heads",
    "not_object_heads": "not_object_heads",
    "object_prefix": "object_prefix",
    "not_object_prefix": "not_object_prefix",
    "not_objects": "not_objects",
    "not_nutrient_types": "not_nutrient_types",
}
# the values that a key may have, in a list or alone; any other word where a key is not here
CHOICES: dict[str, tuple[str, ...]] = {
    "object": OBJECT_TYPES,
    "via": get_args(Via),
    "not_via": get_args(Via),
    "state": get_args(State),
    "nutrient_state": get_args(State),
    "pronouns": tuple(LABEL_OF),
    "phrases": ("yes", "no", "people", "open"),
    "named": ("yes", "pronouns"),
    "asserted": ("yes",),
    "advised": ("yes", "no"),
    "ellipsis": ("yes",),
    "negated": ("yes", "either"),
    "verbless": ("yes",),
    "share": ("lower", "higher"),
    "priority": tuple(str(number) for number in range(-9, 10)),
}
RULE_KEYS = frozenset({"id", "trigger", "frame", "examples", "decoys", *LISTS, *CHOICES})
FORM_KEYS = frozenset({"pos", "nutrient", "object", "deps", "not_deps", "not_kids", "reach"})


def rule_fault(block: Mapping[str, Any], *, classes: Container[str], frames: Container[str]) -> str:
    """What is wrong with a rule's block, "" when nothing is."""
    if not block.get("id"):
        return "needs an id"
    for key in sorted(set(block) - RULE_KEYS):
        return f"no key {key!r}"
    if not block.get("trigger"):
        return "needs a trigger"
    if block.get("frame") not in frames:
        return f"no frame {block.get('frame')!r}"
    for key in (*LISTS, "object", "trigger"):
        if not isinstance(block.get(key, []), list):
            return f"{key} must be a list, as in [{block[key]}]"
        for item in block.get(key, []):
            if str(item).startswith("$") and item[1:] not in classes:
                return f"no class {item}"
    if not block.get("object"):
        return f"object must list types among {', '.join(OBJECT_TYPES)}"
    for key, choices in CHOICES.items():
        given = block.get(key, [])
        for value in given if isinstance(given, list) else [given]:
            if value not in choices:
                one = "list types among" if key == "object" else "be among"
                return f"{key} must {one} {', '.join(choices)}, but is {value!r}"
    return ""


def form_fault(form: Mapping[str, Any]) -> str:
    """What is wrong with a form of a frame, to be said behind the frame's name; "" when nothing is."""
    for key in ("pos", "nutrient", "object"):
        if key not in form:
            return f" lacks {key!r}"
    for key in sorted(set(form) - FORM_KEYS):
        return f" has a key {key!r}, expected some of {', '.join(sorted(FORM_KEYS))}"
    for pos in form["pos"]:
        if pos not in PARTS_OF_SPEECH:
            return f": no trigger is a {pos!r}, but one of {', '.join(PARTS_OF_SPEECH)}"
    for role in (*form["nutrient"], *form["object"]):
        if not is_role(role):
            return f": no role is called {role!r}"
    return ""
