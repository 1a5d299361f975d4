"""Items under a lead-in that is a claim: what each takes over from it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimx.compose import Composite
from claimx.lists import expand_list, is_sentence, lead_claims
from claimx.records import Claim, Mention, Sentence, Span
from claimx.topic import belongs_to
from drawn_parses import draw, words

LEAD = Sentence(0, 35, "Some people need extra vitamin C:", 0, 0)
ITEM = Sentence(37, 44, "Smokers", 1, 1, block_type="list_item", list_head=Span(0, 35))
NUTRIENT = Mention("NUTRIENT", 23, 32, "vitamin C", "vitamin C", subtype="vitamin")
PEOPLE = Mention("POPULATION", 0, 11, "Some people", "some people")
SMOKERS = Mention("POPULATION", 37, 44, "Smokers", "smokers")
GOUT = Mention("CONDITION", 37, 41, "Gout", "gout")
BEEF = Mention("NUTRIENT", 37, 41, "Beef", "beef", subtype="food")
CLAIM = Claim(LEAD, NUTRIENT, "ASSOCIATED_WITH", PEOPLE, Span(12, 16), "associated-needs-more")


def taken_over(item: Mention | None, *, sentence: Sentence = ITEM) -> Claim:
    return replace(CLAIM, sentence=sentence, object=item, resolution="list_head")


@pytest.mark.parametrize(
    ("head", "index", "expected"),
    [
        pytest.param(Span(0, 35), 1, True, id="its lead-in"),
        pytest.param(Span(30, 60), 1, True, id="lead-in of two sentences"),
        pytest.param(Span(35, 60), 1, False, id="another lead-in"),
        pytest.param(None, 1, False, id="no list"),
        pytest.param(Span(0, 35), 0, False, id="itself"),
    ],
)
def test_item_belongs_to_its_lead_in(head: Span | None, index: int, expected: bool) -> None:
    assert belongs_to(replace(ITEM, list_head=head, index=index), LEAD) is expected


@pytest.mark.parametrize(
    ("mentions", "expected"),
    [
        pytest.param([SMOKERS], [taken_over(SMOKERS)], id="a group"),
        pytest.param([GOUT], [taken_over(GOUT)], id="a condition"),
        pytest.param([GOUT, SMOKERS], [taken_over(GOUT), taken_over(SMOKERS)], id="both"),
    ],
)
def test_item_takes_the_place_of_a_general_object(mentions: list[Mention], expected: list[Claim]) -> None:
    assert expand_list([CLAIM], ITEM, mentions, words()) == expected


def test_item_of_a_type_the_relation_does_not_take_is_left() -> None:
    item = replace(ITEM, end=41, text="Beef")
    assert expand_list([CLAIM], item, [BEEF], words()) == []
    content = replace(CLAIM, relation="FOUND_IN", object=replace(PEOPLE, surface="food"))
    assert [claim.object for claim in expand_list([content], item, [BEEF], words())] == [BEEF]


def test_lead_in_with_an_object_of_its_own_hands_nothing_on() -> None:
    named = replace(CLAIM, object=replace(PEOPLE, surface="Athletes", name="athletes"))
    assert expand_list([named], ITEM, [SMOKERS], words()) == []


def test_lead_in_without_an_object_hands_nothing_on() -> None:
    assert expand_list([replace(CLAIM, object=None)], ITEM, [SMOKERS], words()) == []


def test_item_no_lexicon_knows_is_a_group_where_it_begins_with_people() -> None:
    text = "- People who smoke pipes."
    item = replace(ITEM, text=text, end=37 + len(text))
    group = Mention("POPULATION", 39, 61, "People who smoke pipes", "people who smoke pipes", origin="noun_phrase")
    assert expand_list([CLAIM], item, [], words()) == [taken_over(group, sentence=item)]
    assert expand_list([CLAIM], replace(item, text="- Pipes for people."), [], words()) == []


def test_long_item_is_prose_of_its_own() -> None:
    assert expand_list([CLAIM], replace(ITEM, text="word " * 14), [SMOKERS], words()) != []
    assert expand_list([CLAIM], replace(ITEM, text="word " * 15), [SMOKERS], words()) == []


def test_claims_of_a_composite_reach_into_the_item() -> None:
    composite = Composite(ITEM, ITEM, (), Span(0, 35), 33)
    filled = replace(CLAIM, nutrient=replace(NUTRIENT, start=40, end=44))
    own = replace(filled, trigger=Span(45, 50))
    across = replace(CLAIM, object=SMOKERS)
    assert lead_claims(composite, [CLAIM, filled, own, across, replace(CLAIM, object=None)]) == [
        replace(filled, resolution="list_head"),
        own,
        replace(across, resolution="list_head"),
    ]


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param("Meat/NOUN/nsubj/raises raises=raise/VERB/root acid/NOUN/obj/raises", True, id="a sentence"),
        pytest.param("Eat/VERB/root [N meat/NOUN/obj/Eat ]", False, id="advice"),
        pytest.param("meat/NOUN/root that/PRON/nsubj/hurts hurts/VERB/acl:relcl/meat", False, id="a thing"),
    ],
)
def test_item_with_a_subject_says_something_itself(notation: str, expected: bool) -> None:
    assert is_sentence(draw(notation).parse) is expected
    assert is_sentence(None) is False
