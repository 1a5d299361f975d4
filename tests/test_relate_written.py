"""Lists as they are written, on parses drawn by hand, and what one of their items brings with it."""

from __future__ import annotations

import pytest

from claimx.relate.fillers import member_tokens
from claimx.relate.graph import Graph
from claimx.relate.series import series
from claimx.relate.written import read_list
from drawn_parses import draw, words

COORDINATED = (
    "[N Zinc/NOUN/nsubj/ease ] ,/PUNCT/punct/copper [N copper/NOUN/conj/Zinc ] and/CCONJ/cc/iron "
    "[N iron/NOUN/conj/Zinc ] ease/VERB.VBP/root [C colds=cold/NOUN/obj/ease ]"
)
# the parser hung the second and third item on the verb
PARSED_APART = (
    "[N Zinc/NOUN/nsubj/ease ] ,/PUNCT/punct/ease [N copper/NOUN/dep/ease ] and/CCONJ/cc/iron "
    "[N iron/NOUN/dep/ease ] ease/VERB.VBP/root [C colds=cold/NOUN/obj/ease ]"
)
NO_SERIES = (
    "[N Zinc/NOUN/nsubj/ease ] ,/PUNCT/punct/ease [N copper/NOUN/dep/ease ] ,/PUNCT/punct/iron "
    "[N iron/NOUN/dep/ease ] ease/VERB.VBP/root [C colds=cold/NOUN/obj/ease ]"
)
INSERTION = (
    "[N Zinc/NOUN/root ] or/CCONJ/cc/iron ,/PUNCT/punct/iron in/ADP/case/cases rare/ADJ/amod/cases "
    "cases=case/NOUN/obl/Zinc ,/PUNCT/punct/iron more/ADJ/amod/iron [N iron/NOUN/dep/Zinc ]"
)
BRACKETS = (
    "[N Zinc/NOUN/root ] (/PUNCT/punct/Zn Zn/NOUN/appos/Zinc )/PUNCT/punct/Zn and/CCONJ/cc/iron [N iron/NOUN/dep/Zinc ]"
)
UNKNOWN_ITEM = (
    "[N Zinc/NOUN/root ] ,/PUNCT/punct/pies meat/NOUN/compound/pies pies=pie/NOUN/appos/Zinc ,/PUNCT/punct/iron "
    "and/CCONJ/cc/iron [N iron/NOUN/conj/pies ]"
)
LONGER_FOODS = (
    "[F Zinc/NOUN/root ] with/ADP/case/salt salt/NOUN/nmod/Zinc ,/PUNCT/punct/iron and/CCONJ/cc/iron "
    "[F iron/NOUN/dep/Zinc ]"
)
RELATIVE = (
    "[N Zinc/NOUN/root ] that/PRON.WDT/nsubj/eases eases=ease/VERB.VBZ/acl:relcl/Zinc [C colds=cold/NOUN/obj/eases ] "
    "and/CCONJ/cc/iron [N iron/NOUN/dep/Zinc ]"
)
INSERTED_CLAUSE = (
    "[N Zinc/NOUN/root ] or/CCONJ/cc/iron ,/PUNCT/punct/iron if/SCONJ/mark/needed needed=need/VERB/advcl/Zinc "
    ",/PUNCT/punct/iron [N iron/NOUN/dep/Zinc ]"
)
BESIDES = "[N Zinc/NOUN/root ] along/ADP/case/iron with/ADP/fixed/along [N iron/NOUN/nmod/Zinc ]"
FORMULA = (
    "[N Zinc/NOUN/root ] ,/PUNCT/punct/drinks [N iron/NOUN/compound/drinks ] drinks=drink/NOUN/conj/Zinc "
    "and/CCONJ/cc/copper [N copper/NOUN/dep/Zinc ]"
)

NEXT_CLAUSE = (
    "Eat=eat/VERB/root [F oats=oat/NOUN.NNS/obj/Eat ] ,/PUNCT/punct/have and/CCONJ/cc/have "
    "[F milk/NOUN/nsubj/have ] have/VERB.VBP/conj/Eat [N calcium/NOUN/obj/have ]"
)
# the last of a long list, which the parser took for what the next clause is about
LONG_LIST = (
    "Eat=eat/VERB/root [F oats=oat/NOUN.NNS/obj/Eat ] ,/PUNCT/punct/beans [F beans=bean/NOUN.NNS/conj/oats ] "
    ",/PUNCT/punct/kale [F kale/NOUN/conj/oats ] ,/PUNCT/punct/have and/CCONJ/cc/have [F milk/NOUN/nsubj/have ] "
    "have/VERB.VBP/conj/Eat [N calcium/NOUN/obj/have ]"
)


def named(graph: Graph, tokens: list[int]) -> list[str]:
    return [graph.parse.words[token] for token in tokens]


def beside(notation: str, word: str, *, unknown: bool = False) -> list[str]:
    reader = draw(notation).reader()
    return named(reader.graph, series(reader, reader.graph.parse.words.index(word), unknown=unknown))


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(INSERTION, ["Zinc", "iron"], id="a phrase inserted"),
        pytest.param(BRACKETS, ["Zinc", "iron"], id="brackets between"),
        pytest.param(UNKNOWN_ITEM, ["Zinc", "iron"], id="an item no lexicon holds"),
        pytest.param(LONGER_FOODS, ["Zinc", "iron"], id="more words of a food"),
        pytest.param(RELATIVE, ["Zinc"], id="a clause of the nutrient"),
        pytest.param(INSERTED_CLAUSE, ["Zinc"], id="a clause makes no insertion"),
        pytest.param(COORDINATED, ["Zinc", "copper", "iron"], id="parsed together"),
        pytest.param(PARSED_APART, ["Zinc", "copper", "iron"], id="parsed apart"),
        pytest.param(NO_SERIES, ["Zinc"], id="commas alone make no series"),
        pytest.param(BESIDES, ["Zinc", "iron"], id="along with another"),
        pytest.param(FORMULA, ["Zinc", "iron", "drinks", "copper"], id="the name in an item"),
    ],
)
def test_series_is_what_is_written_in_one(notation: str, expected: list[str]) -> None:
    assert beside(notation, "Zinc") == expected


# "eases" in front; the parser hung all but the first item on it
BODY = "They/PRON/nsubj/ease ease/VERB.VBP/root"
UNKNOWN_OBJECT = (
    f"{BODY} [C pain/NOUN/obj/ease ] ,/PUNCT/punct/tension tension/NOUN/dep/ease and/CCONJ/cc/sleep "
    "poor/ADJ/amod/sleep [U sleep/NOUN/dep/ease ]"
)
HELD = (
    f"{BODY} [C pain/NOUN/obj/ease ] in/ADP/case/legs the/DET/det/legs [U legs=leg/NOUN/nmod/pain ] and/CCONJ/cc/feet "
    "[U feet=foot/NOUN/dep/ease ] ,/PUNCT/punct/fever and/CCONJ/cc/fever [C fever/NOUN/dep/ease ]"
)
OTHER_VERB = (
    f"{BODY} [C pain/NOUN/obj/ease ] and/CCONJ/cc/falls [C fever/NOUN/nsubj/falls ] falls=fall/VERB.VBZ/conj/ease"
)
SAME_FRAME = (
    f"{BODY} the/DET/det/risk risk/NOUN/obj/ease of/ADP/case/pain [C pain/NOUN/nmod/risk ] and/CCONJ/cc/risk#2 "
    "the/DET/det/risk#2 risk/NOUN/dep/ease of/ADP/case/fever [C fever/NOUN/nmod/risk#2 ]"
)
OTHER_FRAME = (
    f"{BODY} the/DET/det/risk risk/NOUN/obj/ease of/ADP/case/pain [C pain/NOUN/nmod/risk ] and/CCONJ/cc/length "
    "the/DET/det/length length/NOUN/dep/ease of/ADP/case/fever [C fever/NOUN/nmod/length ]"
)
PAIR = (
    f"{BODY} [C pain/NOUN/obj/ease ] and/CCONJ/cc/fever [C fever/NOUN/conj/pain ] ,/PUNCT/punct/cough "
    "[C cough/NOUN/dep/ease ] and/CCONJ/cc/colds [C colds=cold/NOUN/dep/ease ]"
)
SUBJECT_BEHIND = (
    "For/ADP/case/pain [C pain/NOUN/obl/helps ] and/CCONJ/cc/fever [C fever/NOUN/conj/pain ] ,/PUNCT/punct/helps "
    "[C cough/NOUN/dep/helps ] helps=help/VERB.VBZ/root"
)


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(UNKNOWN_OBJECT, ["pain", "tension", "sleep"], id="items no lexicon holds"),
        pytest.param(HELD, ["pain", "fever"], id="what belongs to an item is none"),
        pytest.param(OTHER_VERB, ["pain"], id="the subject of another verb"),
        pytest.param(SAME_FRAME, ["pain", "fever"], id="through the same words"),
        pytest.param(OTHER_FRAME, ["pain"], id="through others"),
        pytest.param(PAIR, ["pain", "fever", "cough", "colds"], id="a pair within a list"),
        pytest.param(SUBJECT_BEHIND, ["pain", "fever"], id="behind a pair a comma alone brings no other"),
    ],
)
def test_series_of_an_object(notation: str, expected: list[str]) -> None:
    assert beside(notation, "pain", unknown=True) == expected


LATER_VERB = (
    f"{BODY} [C pain/NOUN/obj/ease ] and/CCONJ/cc/lower lower/VERB.VB/conj/ease [U pressure/NOUN/obj/lower ] "
    "and/CCONJ/cc/fever [C fever/NOUN/conj/pressure ]"
)
HIDDEN_IN_LIST = (
    f"{BODY} [C pain/NOUN/obj/ease ] and/CCONJ/cc/pressure reduced/VERB.VBN/amod/pressure "
    "[U pressure/NOUN/conj/reduced ]"
)


def test_a_later_item_brings_none_that_its_verb_stands_behind() -> None:
    assert beside(HIDDEN_IN_LIST, "pressure", unknown=True) == ["pressure"]
    assert beside(LATER_VERB, "pressure", unknown=True) == ["pressure", "fever"]


MEMBERS = (
    "signs=sign/NOUN/root such/ADJ/case/zinc as/ADP/fixed/such [C fever/NOUN/nmod/signs ] (/PUNCT/punct/heat "
    "heat/NOUN/appos/fever )/PUNCT/punct/heat and/CCONJ/cc/pain the/DET/det/pain burning/VERB.VBG/amod/pain "
    "pain/NOUN/conj/fever of/ADP/case/age age/NOUN/nmod/pain"
).replace("case/zinc", "case/fever")
MEMBERS_FROM = (
    "foods=food/NOUN/root such/ADJ/case/oats as/ADP/fixed/such from/ADP/case/oats [F oats=oat/NOUN/nmod/foods ]"
)


RANGE = (
    "everything/PRON/root from/ADP/case/colds [C colds=cold/NOUN/nmod/everything ] to/ADP/case/gout "
    "[C gout/NOUN/nmod/colds ] and/CCONJ/cc/fever [C fever/NOUN/conj/gout ]"
)
WAY = RANGE.replace("everything/PRON", "way/NOUN").replace("everything", "way")


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(RANGE, ["colds", "gout", "fever"], id="from one to others"),
        pytest.param(WAY, [], id="from one to others, of no range"),
        pytest.param(MEMBERS, ["fever", "pain"], id="brackets, and modifiers of an item"),
        pytest.param(MEMBERS_FROM, ["oats"], id="behind a preposition"),
        pytest.param("signs=sign/NOUN/root such/ADJ/case/last as/ADP/fixed/such last/VERB/dep/signs", [], id="no noun"),
    ],
)
def test_members_of_a_class(notation: str, expected: list[str]) -> None:
    graph = draw(notation).graph()
    assert named(graph, member_tokens(graph, 0, words=words())) == expected


def test_an_item_is_read_behind_what_says_how_much_or_what_of_it() -> None:
    graph = draw(
        "symptoms=symptom/NOUN/root of/ADP/case/gout [C gout/NOUN/nmod/symptoms ] ,/PUNCT/punct/flaking "
        "flaking=flake/VERB.VBG/conj/symptoms and/CCONJ/cc/falls two/NUM/nummod/falls falls=fall/NOUN/conj/symptoms"
    ).graph()
    read = read_list(graph, 0, words=words())
    assert named(graph, [item.head for item in read.items]) == ["gout", "flaking", "falls"]
    assert named(graph, [item.top for item in read.items]) == ["symptoms", "flaking", "falls"]
    assert (read.joined, read.end) == (True, len(graph))


def test_no_list_begins_at_a_verb() -> None:
    graph = draw(COORDINATED).graph()
    assert read_list(graph, graph.parse.words.index("ease"), words=words()).items == ()


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(NEXT_CLAUSE, ["oats"], id="what the next clause is about"),
        pytest.param(LONG_LIST, ["oats", "beans", "kale", "milk"], id="the last of a long list"),
    ],
)
def test_where_a_list_ends(notation: str, expected: list[str]) -> None:
    graph = draw(notation).graph()
    written = read_list(graph, 1, words=words())
    assert named(graph, [item.head for item in written.items]) == expected
