"""The fast way to parse gives what spaCy gives, whatever the batches, the threads and the labels."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.training import Example

from claimx.annotate import FastAnnotator, Shown, SpacyAnnotator, make_annotator
from claimx.parse import Parser, load_model
from claimx.split import PieceSplitter, TextSplitter, make_splitter
from claimx.vectors import read_vectors


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_model()


# questions, fragments, a question word far from its verb: arcs that cross, words that go back to the queue
LONG = [
    "What do most people who take zinc for a cold think that it does , and what have trials shown it to do ?",
    "Zinc",
    "A study was published last year that followed 300 women who ate little iron , none of whom had been pregnant .",
    "In the trial , which ran for two years , vitamin D , but not calcium , was tied to fewer falls and , it seems , "
    "to fewer broken hips than a placebo .",
    "Why it helps some and harms others is a matter that nobody we asked could explain to us when we called .",
    "Sources : nuts , seeds , greens ( cooked ) , beans",
    "That is the kind of fat I would rather have you stay away from .",
]
SHOWN = [Shown(text.split(), [True] * len(text.split())) for text in LONG]


def test_fast_way_gives_what_spacy_gives(nlp: Language) -> None:
    fast = make_annotator(nlp)
    assert isinstance(fast, FastAnnotator)
    assert fast.annotate(SHOWN, batch_size=2) == SpacyAnnotator(nlp).annotate(SHOWN, batch_size=3)


EMBEDDING = {
    "@architectures": "spacy.MultiHashEmbed.v2",
    "width": 16,
    "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
    "rows": [50, 50, 50, 50],
    "include_static_vectors": False,
}
LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 16}


def random_nlp(seed: int, *, many: bool) -> Language:
    """A pipeline of the packaged shape, smaller and with weights by chance, that often moves by labels "X||Y".

    With `many`, its states are described by spaCy's extra words too.
    """
    spacy.util.fix_random_seed(seed)
    nlp = spacy.blank("en")
    encoding = {"@architectures": "spacy.MaxoutWindowEncoder.v2", "width": 16, "depth": 2}
    encoding |= {"window_size": 1, "maxout_pieces": 3}
    shape = {"@architectures": "spacy.Tok2Vec.v2", "embed": EMBEDDING, "encode": encoding}
    nlp.add_pipe("tok2vec", config={"model": shape})
    tagger = {"@architectures": "spacy.Tagger.v2", "tok2vec": LISTENER}
    nlp.add_pipe("morphologizer", config={"model": tagger})
    shape = {"@architectures": "spacy.TransitionBasedParser.v2", "tok2vec": LISTENER, "hidden_width": 24}
    shape |= {"state_type": "parser", "extra_state_tokens": many, "maxout_pieces": 2, "use_upper": True}
    parser = nlp.add_pipe("parser", config={"model": shape})
    for label in ("obj", "xcomp", "obj||xcomp", "nmod||obj", "conj", "advcl||conj"):
        parser.add_label(label)  # type: ignore[attr-defined]
    doc = nlp.make_doc("Zinc helps .")
    words = {"heads": [1, 1, 1], "deps": ["obj", "ROOT", "conj"], "pos": ["NOUN", "VERB", "PUNCT"]}
    nlp.initialize(lambda: [Example.from_dict(doc, {**words, "morphs": ["", "", ""]})])
    upper = parser.model.get_ref("upper")  # type: ignore[attr-defined]
    upper.set_param("W", np.random.default_rng(seed).normal(size=upper.get_param("W").shape).astype("f"))
    return nlp


@pytest.mark.parametrize(
    ("seed", "many"), [*((seed, False) for seed in range(8)), *((seed, True) for seed in range(8, 14))]
)
def test_arcs_put_back_after_the_parse_are_spacys(seed: int, many: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = random_nlp(seed, many=many)
    fast = make_annotator(nlp)
    assert isinstance(fast, FastAnnotator)
    plain = SpacyAnnotator(nlp).annotate(SHOWN, batch_size=3)
    assert fast.annotate(SHOWN, batch_size=2) == plain
    assert fast.annotate(SHOWN[::-1], batch_size=100) == plain[::-1]
    lowered: list[str] = []
    monkeypatch.setattr("claimx.decode._lower", lambda _, labels: lowered.extend(x for x in labels if "||" in x))
    fast.annotate(SHOWN, batch_size=2)
    assert lowered != []


SCRIPT = """
import sys
sys.path.insert(0, {tests!r})
import test_fast_parse
print(test_fast_parse.digest({batch_size}))
"""


def digest(batch_size: int) -> str:
    """A fingerprint of what the packaged model makes of LONG, many times over."""
    parser = Parser(load_model(), batch_size=batch_size)
    found = make_annotator(parser.nlp).annotate(sorted(SHOWN * 9, key=lambda s: len(s.words)), batch_size=batch_size)
    return hashlib.sha256(repr(found).encode()).hexdigest()


def test_parses_do_not_depend_on_threads_or_batches() -> None:
    found = set()
    for threads, batch_size in ((1, 1), (1, 256), (2, 5), (2, 256)):
        counts = {name: str(threads) for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}
        code = SCRIPT.format(tests=os.path.dirname(__file__), batch_size=batch_size)
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, env={**os.environ, **counts}, capture_output=True, text=True, check=True)
        found.add(done.stdout)
    assert found == {digest(64) + "\n"}


def test_words_are_looked_up_anew_when_the_table_is_full(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    known = read_vectors(nlp)
    monkeypatch.setattr("claimx.vectors.MOST_WORDS", 8)
    small = read_vectors(nlp)
    assert known is not None
    assert small is not None
    for text in LONG:
        assert (small.of([text.split()]) == known.of([text.split()])).all()


def test_sentence_longer_than_the_room_that_is_kept(nlp: Language) -> None:
    text = Shown(["zinc"] * 4000, [True] * 4000)
    fast = make_annotator(nlp)
    assert fast.annotate([text], batch_size=1) == SpacyAnnotator(nlp).annotate([text], batch_size=1)
    assert fast.annotate(SHOWN, batch_size=1) == SpacyAnnotator(nlp).annotate(SHOWN, batch_size=1)


def test_pipeline_of_another_shape_goes_through_spacy(nlp: Language) -> None:
    other = spacy.blank("en")
    other.add_pipe("parser").add_label("nsubj")  # type: ignore[attr-defined]
    assert isinstance(make_annotator(other), SpacyAnnotator)
    assert isinstance(make_annotator(nlp), FastAnnotator)


PIECES = [
    "Zinc, iron and (so it seems) vitamin D. It isn't, e.g., a cure-all; those who dont. cannot, U.S. adults won't.",
    "600mg/day of EPA+DHA, 5 p.m. on Jan. 3rd; \u201ctake 2\u20133\u201d\u2026 etc. well. Fine.\tIN the end",
    "In short,\u00a0yes: B12... 1,000 IU. It's etc., or so; (see above).",
    "gonna, Im, id. We're at www.example.org, a/b and x@y.org. Mr. K. said so. omega-3s, s.o.s. ok.",
]


@pytest.mark.parametrize("text", PIECES)
def test_words_are_those_of_the_tokenizer(nlp: Language, text: str) -> None:
    expected = [(token.idx, token.idx + len(token)) for token in nlp.tokenizer(text) if not token.text.isspace()]
    for packaged in (True, False):
        splitter = make_splitter(nlp, packaged=packaged)
        assert isinstance(splitter, PieceSplitter)
        assert [list(zip(*splitter.split(text), strict=True)) for _ in range(2)] == [expected, expected]


def test_tokenizer_of_another_kind_sees_the_whole_text() -> None:
    other = spacy.blank("en")
    inner = other.tokenizer
    other.tokenizer = lambda text: inner(text.replace("a b", "a_b"))
    splitter = make_splitter(other, packaged=False)
    assert isinstance(splitter, TextSplitter)
    assert splitter.split("x  a b") == ([0, 3], [1, 6])
