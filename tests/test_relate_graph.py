"""The parse as a graph: mentions on tokens, coordination, written lists."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimx.relate.graph import Graph, build_graph
from drawn_parses import draw

COORDINATED = (
    "[N Zinc/NOUN/nsubj/ease ] ,/PUNCT/punct/copper [N copper/NOUN/conj/Zinc ] and/CCONJ/cc/iron "
    "[N iron/NOUN/conj/Zinc ] ease/VERB.VBP/root [C colds=cold/NOUN/obj/ease ]"
)
LIST = (
    "such/ADJ/case/zinc as/ADP/fixed/such [N zinc/NOUN/root ] ,/PUNCT/punct/oil [F fish/NOUN/compound/oil "
    "oil/NOUN/conj/zinc ] and/CCONJ/cc/pain the/DET/det/pain burning/ADJ/amod/pain pain/NOUN/conj/zinc "
    "of/ADP/case/age age/NOUN/nmod/pain"
)


def named(graph: Graph, tokens: list[int]) -> list[str]:
    return [graph.parse.words[token] for token in tokens]


def at(graph: Graph, word: str) -> int:
    return graph.parse.words.index(word)


def test_conjuncts_hang_on_the_first() -> None:
    graph = draw(COORDINATED).graph()
    assert named(graph, graph.conjuncts(at(graph, "Zinc"))) == ["Zinc", "copper", "iron"]


def test_first_conjunct_is_the_top_of_the_chain() -> None:
    graph = draw(COORDINATED).graph()
    assert named(graph, [graph.first_conjunct(at(graph, word)) for word in ("iron", "Zinc", "ease")]) == [
        "Zinc",
        "Zinc",
        "ease",
    ]


def test_preposition_takes_fixed_words_along() -> None:
    graph = draw(LIST).graph()
    assert [graph.preposition(at(graph, word)) for word in ("zinc", "age", "pain")] == ["such as", "of", ""]


def test_mention_is_known_by_each_of_its_tokens() -> None:
    graph = draw(LIST).graph()
    assert [graph.mention(at(graph, word)) for word in ("fish", "oil")] == [graph.mentions[1]] * 2
    assert graph.mention(at(graph, "pain")) is None
    assert graph.mention(at(graph, "oil"), "CONDITION") is None
    assert named(graph, [graph.anchor(at(graph, "fish")), graph.anchor(at(graph, "pain"))]) == ["oil", "pain"]
    assert named(graph, graph.subtree_of_mention(at(graph, "oil"))) == ["fish", "oil"]


def test_head_of_a_mention_is_its_noun() -> None:
    drawn = draw("[C burning/VERB/amod/eases pain/NOUN/nsubj/eases ] eases=ease/VERB/root")
    assert named(drawn.graph(), list(drawn.graph().head_of)) == ["pain"]


def test_a_word_with_an_object_is_no_function() -> None:
    graph = draw("[U relaxing=relax/VERB.VBG/root ] the/DET/det/muscles [U muscles=muscle/NOUN/obj/relaxing ]").graph()
    assert [mention.surface for mention in graph.mentions] == ["muscles"]


def test_mentions_that_overlap_or_have_no_token_are_left_out() -> None:
    drawn = draw("[N Zinc/NOUN/nsubj/eases ] eases=ease/VERB/root [C colds=cold/NOUN/obj/eases ]")
    zinc, colds = drawn.mentions
    wide = replace(zinc, end=10, surface="Zinc eases")
    outside = replace(colds, start=90, end=95)
    assert build_graph(drawn.parse, [zinc, wide, colds, outside], source=drawn.text).mentions == (zinc, colds)


def test_a_noun_or_adjective_with_an_object_is_a_verb() -> None:
    graph = draw("[N Zinc/NOUN/nsubj/calm ] calm/ADJ/root [U skin/NOUN/obj/calm ] quiet/ADJ/amod/skin").graph()
    assert [graph.pos(at(graph, word)) for word in ("calm", "quiet", "skin")] == ["VERB", "ADJ", "NOUN"]


def test_a_predicate_adjective_stays_one() -> None:
    graph = draw("[N Zinc/NOUN/nsubj/calm ] is=be/AUX/cop/calm calm/ADJ/root [U skin/NOUN/obj/calm ]").graph()
    assert graph.pos(at(graph, "calm")) == "ADJ"


def test_kids_of_a_label_include_its_subtypes() -> None:
    graph = draw(
        "[C Colds=cold/NOUN/nsubj:pass/eased ] are=be/AUX/aux:pass/eased eased=ease/VERB.VBN/root by/ADP/case/zinc "
        "[N zinc/NOUN/obl:agent/eased ] today/NOUN/obl/eased"
    ).graph()
    eased = at(graph, "eased")
    assert named(graph, graph.kids(eased, "obl")) == ["zinc", "today"]
    assert named(graph, graph.kids(eased, "obl:agent")) == ["zinc"]
    assert named(graph, graph.kids(eased)) == ["Colds", "are", "zinc", "today"]


def test_ancestors_and_subtree() -> None:
    graph = draw(LIST).graph()
    assert named(graph, list(graph.ancestors(at(graph, "age")))) == ["pain", "zinc"]
    assert named(graph, graph.subtree(at(graph, "pain"))) == ["and", "the", "burning", "pain", "of", "age"]


def test_determiner_last_word_and_phrase() -> None:
    graph = draw("These=this/DET/det/fatty_acids [N fatty_acids=fatty_acid/NOUN/root ]").graph()
    acids = at(graph, "fatty acids")
    assert (graph.determiner(acids), graph.last_word(acids), graph.phrase_of(acids)) == ("these", "acid", "fatty acids")
    assert (graph.determiner(0), graph.last_word(0), graph.phrase_of(0)) == ("", "these", "these")


@pytest.mark.parametrize(("word", "expected"), [("400_mg", True), ("400", True), ("mg", False)])
def test_amount_is_a_number_or_a_folded_dose(word: str, expected: bool) -> None:
    assert draw(f"{word}/NOUN/root").graph().is_amount(0) is expected
