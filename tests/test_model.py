"""The model's training code keeps trees whole, and the packaged pipeline is what it says."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "models"))

import augment  # noqa: E402
import lemmas  # noqa: E402
import spacy  # noqa: E402
import tokenizer  # noqa: E402
import treebank  # noqa: E402

from claimx.parse import DOSE_WORD_KEY, load_model  # noqa: E402

CONLLU = """# newdoc id = one
# newpar id = one-1
# sent_id = 1
1	Take	take	VERB	VB	VerbForm=Inf	0	root	_	_
2	300	300	NUM	CD	NumType=Card	3	nummod	_	_
3	mg	mg	NOUN	NNS	Number=Plur	1	obj	_	_
4	of	of	ADP	IN	_	5	case	_	_
5	zinc	zinc	NOUN	NN	Number=Sing	3	nmod	_	SpaceAfter=No
6	.	.	PUNCT	.	_	1	punct	_	_

# sent_id = 2
1-2	Don't	_	_	_	_	_	_	_	_
1	Do	do	AUX	VB	Mood=Imp|Person=2	3	aux	_	_
2	n't	not	PART	RB	Polarity=Neg	3	advmod	_	_
3	stop	stop	VERB	VB	Mood=Imp|Person=2	0	root	_	SpaceAfter=No
4	.	.	PUNCT	.	_	3	punct	_	_
"""


@pytest.fixture
def sentences() -> list[treebank.Tokens]:
    (document,) = treebank.read_documents(CONLLU)
    return document.sentences


def rows(sentence: treebank.Tokens) -> list[tuple[str, int, str]]:
    return [(word.form, word.head, word.label) for word in sentence.words]


def test_words_of_one_written_word_have_no_space_between_them(sentences: list[treebank.Tokens]) -> None:
    assert [(word.form, word.space, word.feats) for word in sentences[1].words] == [
        ("Do", False, "Mood=Imp"),
        ("n't", True, "Polarity=Neg"),
        ("stop", False, "Mood=Imp"),
        (".", True, ""),
    ]


def test_documents_are_cut_at_paragraphs_or_single_sentences(sentences: list[treebank.Tokens]) -> None:
    document = treebank.Document("one", sentences)
    assert [len(group) for group in treebank.cut([document], paragraphs=0.0, single=1.0)] == [1, 1]
    assert [len(group) for group in treebank.cut([document], paragraphs=1.0)] == [2]


def test_document_keeps_heads_over_sentence_bounds(sentences: list[treebank.Tokens]) -> None:
    doc = treebank.make_doc(spacy.blank("en").vocab, sentences)
    assert [(token.text, token.head.text, token.dep_) for token in doc] == [
        ("Take", "Take", "ROOT"), ("300", "mg", "nummod"), ("mg", "Take", "obj"), ("of", "zinc", "case"),
        ("zinc", "mg", "nmod"), (".", "Take", "punct"), ("Do", "stop", "aux"), ("n't", "stop", "advmod"),
        ("stop", "stop", "ROOT"), (".", "stop", "punct"),
    ]  # fmt: skip
    assert doc.text == "Take 300 mg of zinc. Don't stop."


def test_amount_folds_to_one_word(sentences: list[treebank.Tokens]) -> None:
    always = random.Random(0)
    always.random = lambda: 0.0  # type: ignore[method-assign]
    assert rows(augment.fold_doses(sentences[0], always)) == [
        ("Take", 0, "root"), (augment.DOSE_WORD, 1, "obj"), ("of", 4, "case"), ("zinc", 2, "nmod"), (".", 1, "punct"),
    ]  # fmt: skip
    always.random = lambda: 1.0  # type: ignore[method-assign]
    assert rows(augment.fold_doses(sentences[0], always)) == rows(sentences[0])


def test_span_with_two_heads_is_not_folded(sentences: list[treebank.Tokens]) -> None:
    words = sentences[0].words
    assert augment.fold_words(words, 0, 2, form="x") is None
    folded = augment.fold_words(words, 1, 3, form="x")
    assert folded is not None
    assert [word.form for word in folded] == ["Take", "x", "of", "zinc", "."]


def test_variation_keeps_heads_and_labels(sentences: list[treebank.Tokens]) -> None:
    swaps = augment.read_swaps(ROOT / "models" / "data" / "swaps.tsv")
    found = [augment.vary(sentences[0], swaps, random.Random(seed)) for seed in range(20)]
    assert {tuple(row[1:] for row in rows(sentence)) for sentence in found} == {
        tuple(row[1:] for row in rows(sentences[0]))
    }
    assert len({sentence.words[4].form for sentence in found}) > 5
    assert {sentence.words[0].form for sentence in found} == {"Take"}


def test_suffixes_are_learned_and_exceptions_kept() -> None:
    forms = [("walks", "walk"), ("talks", "talk"), ("helps", "help"), ("goes", "go"), ("is", "be")]
    tokens = [[(form, lemma, "VERB", "") for form, lemma in forms]]
    tables = lemmas.learn(lemmas.count_lemmas(tokens, keep_plural=True))
    assert [tables.lemma(form, "VERB") for form in ("walks", "goes", "is", "eats")] == ["walk", "go", "be", "eat"]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("anti-inflammatory effects", ["anti-inflammatory", "effects"]),
        ("water- and fat-soluble", ["water", "-", "and", "fat", "-", "soluble"]),
        ("and/or beta-carotene", ["and", "/", "or", "beta", "-", "carotene"]),
        ("omega-3, B12.", ["omega-3", ",", "B12", "."]),
        ("complement—not replace", ["complement", "—", "not", "replace"]),
        ("2–3 months", ["2", "–", "3", "months"]),
        ("600mg of EPA/DHA", ["600", "mg", "of", "EPA", "/", "DHA"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    nlp = spacy.blank("en")
    tokenizer.adapt(nlp)
    assert [token.text for token in nlp(text)] == tokens
    assert [token.text for token in load_model().tokenizer(text)] == tokens


def test_packaged_model_is_small_and_bare() -> None:
    files = [path for path in (ROOT / "models" / "en_claimx").rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 10_000_000
    nlp = load_model()
    assert nlp.pipe_names == ["tok2vec", "morphologizer", "parser"]
    assert nlp.meta[DOSE_WORD_KEY] == augment.DOSE_WORD
