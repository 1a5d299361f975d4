"""Every rule reads its examples as they say and none of its decoys; faults in rule files are one line each."""

from __future__ import annotations

from pathlib import Path

import pytest

import claimx
from claimx.data_files import DataFiles
from claimx.errors import DataError
from claimx.pipeline import Extractor
from claimx.relate.roles import PLAIN_ROLES, WORDED_ROLES
from claimx.relate.rule_keys import FORM_KEYS, RULE_KEYS
from claimx.relate.rules import SHARED_FILES, Rule, load_rules
from claimx.relate.words import load_words
from claimx.rules_check import check_rules, choose_rules

RULES = load_rules(DataFiles()).rules
GOOD = """relation: TREATS
rules:
  - id: mine
    trigger: [ease]
    frame: effect
    object: [condition]
"""


def write_rules(folder: Path, text: str, *, name: str = "a.yaml") -> DataFiles:
    (folder / "rules").mkdir(exist_ok=True)
    (folder / "rules" / name).write_text(text, encoding="utf-8")
    return DataFiles((folder,))


def test_every_example_is_read_as_it_says_and_no_decoy(extractor: Extractor) -> None:
    assert check_rules(extractor, choose_rules(extractor)) == []
    assert len(RULES) > 100


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_carries_an_example_and_a_decoy(rule: Rule) -> None:
    assert (bool(rule.examples), bool(rule.decoys)) == (True, True)
    assert all(example.claims for example in rule.examples)


@pytest.mark.parametrize("relation", sorted({rule.relation for rule in RULES}))
def test_examples_of_one_relation_are_not_said_twice(relation: str) -> None:
    texts = [text for rule in RULES if rule.relation == relation for text in (*_texts(rule), *rule.decoys)]
    assert sorted(set(texts)) == sorted(texts)


def _texts(rule: Rule) -> list[str]:
    return [example.text for example in rule.examples]


def test_a_wrong_example_and_a_read_decoy_are_told(tmp_path: Path) -> None:
    block = (
        '    examples:\n      - {text: "Zinc eases colds.", claims: ["zinc | colds"]}\n'
        '      - {text: "Zinc eases colds.", claims: ["iron | colds"]}\n'
        '    decoys: ["Zinc eases colds.", "Rest eases colds."]\n    priority: "9"\n'
    )
    data = write_rules(tmp_path, GOOD + block)
    path = data.find("rules/a.yaml")[0]
    overlaid = claimx.load(tmp_path, second=False)
    assert check_rules(overlaid, choose_rules(overlaid, ["mine"])) == [
        f"{path}: mine: expected iron | colds but got zinc | colds in: Zinc eases colds.",
        f"{path}: mine: expected nothing but got zinc | colds in the decoy: Zinc eases colds.",
    ]


def test_an_overlay_adds_a_rule(tmp_path: Path) -> None:
    found = load_rules(write_rules(tmp_path, GOOD)).rules
    assert [rule.id for rule in found] == ["mine", *(rule.id for rule in RULES)]


def test_an_overlay_of_the_same_file_replaces_the_rule_of_the_same_id(tmp_path: Path) -> None:
    data = write_rules(tmp_path, GOOD.replace("mine", "treats-relieve"), name="treats.yaml")
    found = load_rules(data).rules
    assert [rule.triggers for rule in found if rule.id == "treats-relieve"] == [(("ease",),)]
    assert [rule.id for rule in found] == [rule.id for rule in RULES]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("TREATS", "HEALS", '"HEALS" is no relation'),
        ("id: mine", 'id: ""', 'rule "": needs an id'),
        ("frame: effect", "frame: efect", "rule \"mine\": no frame 'efect'"),
        ("trigger: [ease]", "trigger: [$easing]", 'rule "mine": no class $easing'),
        ("frame: effect", "frame: effect\n    vias: [risk]", "rule \"mine\": no key 'vias'"),
        ("[condition]", "[illness]", 'rule "mine": object must list types among'),
        ("[condition]", "[]", 'rule "mine": object must list types among'),
        ("trigger: [ease]", "trigger: []", 'rule "mine": needs a trigger'),
        ("trigger: [ease]", "trigger: ease", 'rule "mine": trigger must be a list, as in [ease]'),
        ("frame: effect", "frame: effect\n    near: cold", 'rule "mine": near must be a list, as in [cold]'),
        ("frame: effect", "frame: effect\n    via: [chance]", 'rule "mine": via must be among risk, course'),
        ("frame: effect", "frame: effect\n    state: [low]", "deficiency, excess, but is 'low'"),
        ("frame: effect", "frame: effect\n    asserted: no", "rule \"mine\": asserted must be among yes, but is 'no'"),
        ("frame: effect", "frame: effect\n    priority: high", "but is 'high'"),
    ],
)
def test_a_faulty_rule_names_its_file_and_what_is_wrong(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in GOOD
    data = write_rules(tmp_path, GOOD.replace(old, new))
    with pytest.raises(DataError) as caught:
        load_rules(data)
    assert str(tmp_path / "rules" / "a.yaml") in str(caught.value)
    assert message in str(caught.value)


def test_two_rules_of_a_file_have_two_ids(tmp_path: Path) -> None:
    twice = GOOD + GOOD.partition("rules:\n")[2]
    with pytest.raises(DataError, match='rule "mine": the id is given twice'):
        load_rules(write_rules(tmp_path, twice))
    renamed = GOOD + GOOD.partition("rules:\n")[2].replace("mine", "other")
    found = load_rules(write_rules(tmp_path, renamed)).rules
    assert [rule.id for rule in found if rule.path.parent == tmp_path / "rules"] == ["mine", "other"]


def test_a_trigger_class_must_be_a_list(tmp_path: Path) -> None:
    data = write_rules(tmp_path, "soothe: ease\n", name="triggers.yaml")
    with pytest.raises(DataError, match='trigger class "soothe" needs a list of lemmas'):
        load_rules(data)


@pytest.mark.parametrize(
    ("form", "message"),
    [
        ("{pos: [VERB], nutrient: [subj]}", "frame \"mine\" lacks 'object'"),
        ("{pos: [VERB], nutrient: [subj], object: [obj], dep: [amod]}", "frame \"mine\" has a key 'dep'"),
        ("{pos: [verb], nutrient: [subj], object: [obj]}", "frame \"mine\": no trigger is a 'verb'"),
        ("{pos: [VERB], nutrient: [giver], object: [obj]}", "frame \"mine\": no role is called 'giver'"),
        ("{pos: [VERB], nutrient: [subj], object: [prep]}", "frame \"mine\": no role is called 'prep'"),
        ("{pos: [VERB], nutrient: ['subj:in'], object: [obj]}", "frame \"mine\": no role is called 'subj:in'"),
    ],
)
def test_a_faulty_frame_names_its_file_and_what_is_wrong(tmp_path: Path, form: str, message: str) -> None:
    data = write_rules(tmp_path, f"mine:\n  - {form}\n", name="frames.yaml")
    with pytest.raises(DataError) as caught:
        load_rules(data)
    assert str(tmp_path / "rules" / "frames.yaml") in str(caught.value)
    assert message in str(caught.value)


def test_a_sound_frame_of_an_overlay_is_taken(tmp_path: Path) -> None:
    write_rules(tmp_path, "mine:\n  - {pos: [VERB], nutrient: [subj], object: ['prep:in|on']}\n", name="frames.yaml")
    found = load_rules(write_rules(tmp_path, GOOD.replace("frame: effect", "frame: mine"))).rules
    assert [form.object for rule in found if rule.id == "mine" for form in rule.forms] == [("prep:in|on",)]


DOCUMENTED = (Path(__file__).parents[1] / "docs" / "rules.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", sorted(RULE_KEYS | FORM_KEYS | PLAIN_ROLES.keys()))
def test_every_key_and_role_is_documented(key: str) -> None:
    assert f"`{key}`" in DOCUMENTED or f"`{key}: yes`" in DOCUMENTED


@pytest.mark.parametrize("role", sorted(WORDED_ROLES))
def test_every_role_with_words_is_documented(role: str) -> None:
    assert f"`{role}:" in DOCUMENTED


def test_every_frame_and_trigger_class_is_used() -> None:
    data = DataFiles()
    blocks = [
        block
        for name in data.names("rules", ".yaml")
        if name not in SHARED_FILES
        for _, content in data.yaml(name)
        for block in content["rules"]
    ]
    ((_, frames),) = data.yaml("rules/frames.yaml")
    ((_, classes),) = data.yaml("rules/triggers.yaml")
    assert sorted(set(frames) - {block["frame"] for block in blocks}) == []
    items = {str(item) for block in blocks for listed in block.values() if isinstance(listed, list) for item in listed}
    assert sorted(set(classes) - {item[1:] for item in items if item.startswith("$")}) == []


def test_words_of_an_overlay_add_to_the_packaged_ones(tmp_path: Path) -> None:
    packaged = load_words(DataFiles()).carriers
    data = write_rules(tmp_path, "carriers: [Gummybear]\n", name="words.yaml")
    assert load_words(data).carriers == packaged | {"gummybear"}


def test_an_unknown_word_class_is_refused(tmp_path: Path) -> None:
    data = write_rules(tmp_path, "carrier: [gummybear]\n", name="words.yaml")
    with pytest.raises(DataError, match='no word class is called "carrier"'):
        load_words(data)
