"""The build of the model: stages, sources, trees, and what is kept out of the text that is learned from.

None of it needs torch or the sources; what needs the sources is skipped where they are not beside the project.
"""

from __future__ import annotations

import itertools
import os
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "models"))

import build  # noqa: E402
import corpus  # noqa: E402
import silver  # noqa: E402
import spacy  # noqa: E402
import spanning  # noqa: E402
import stages  # noqa: E402
import train  # noqa: E402
from spacy.tokens import DocBin  # noqa: E402
from treebank import Document, Tokens, Word  # noqa: E402

from claimx import decode  # noqa: E402
from claimx.annotate import SpacyAnnotator  # noqa: E402
from claimx.records import Article  # noqa: E402
from test_fast_parse import SHOWN, random_nlp  # noqa: E402

SOURCES = ROOT.parent / "shared" / "data" / "treebanks"


def score(scores: Any, heads: tuple[int, ...] | list[int]) -> float:
    return float(sum(scores[word, head] for word, head in enumerate(heads, 1)))


def is_tree(heads: tuple[int, ...]) -> bool:
    for word in range(1, len(heads) + 1):
        for _ in heads:
            word = heads[word - 1] if word else 0
        if word:
            return False
    return True


@pytest.mark.parametrize("seed", range(40))
def test_spanning_tree_is_the_best_under_its_root(seed: int) -> None:
    words = 1 + seed % 5
    scores = np.log(np.random.default_rng(seed).random((words + 1, words + 1)) + 1e-6)
    np.fill_diagonal(scores, -1e4)
    found = spanning.spanning_tree(scores)
    assert found.count(0) == 1
    others = [
        heads
        for heads in itertools.product(range(words + 1), repeat=words)
        if heads.count(0) == 1 and heads.index(0) == found.index(0) and is_tree(heads)
    ]
    assert score(scores, found) == pytest.approx(max(score(scores, heads) for heads in others))


def test_spanning_tree_breaks_a_cycle_and_a_second_root() -> None:
    # both words like each other best
    cycle = np.array([[0.0, 0.0, 0.0], [-2.0, -9.0, -0.1], [-3.0, -0.2, -9.0]])
    assert spanning.spanning_tree(cycle) == [0, 1]
    two_roots = np.array([[0.0, 0.0, 0.0], [-0.1, -9.0, -3.0], [-0.1, -2.0, -9.0]])
    assert spanning.spanning_tree(two_roots) == [0, 1]
    assert spanning.spanning_tree(np.array([[0.0, 0.0], [-1.0, -9.0]])) == [0]


@pytest.fixture
def made() -> list[str]:
    return []


def make_stages(made: list[str], *, settings: str = "") -> list[stages.Stage]:
    def make(name: str) -> Any:
        def fill(folder: Path) -> None:
            made.append(name)
            (folder / "out").write_text(name)

        return fill

    needs: dict[str, tuple[str, ...]] = {"first": (), "other": (), "last": ("first",)}
    return [stages.Stage(name, make(name), needs[name], settings if name == "first" else "") for name in needs]


def test_stages_that_stand_are_skipped(tmp_path: Path, made: list[str]) -> None:
    assert stages.run_stages(make_stages(made), tmp_path) == ["first", "other", "last"]
    assert stages.run_stages(make_stages(made), tmp_path) == []
    (tmp_path / "other" / "done").unlink()
    assert stages.run_stages(make_stages(made), tmp_path) == ["other"]
    assert made == ["first", "other", "last", "other"]


def test_stage_with_other_settings_is_made_anew_with_what_needs_it(tmp_path: Path, made: list[str]) -> None:
    stages.run_stages(make_stages(made), tmp_path)
    os.utime(tmp_path / "last" / "done", ns=(0, 0))
    assert stages.run_stages(make_stages(made, settings="more"), tmp_path) == ["first", "last"]


def test_stage_that_fails_is_begun_anew(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        (folder / "half").write_text("")
        raise SystemExit("no")

    with pytest.raises(SystemExit):
        stages.run_stages([stages.Stage("only", fail)], tmp_path)
    assert stages.run_stages([stages.Stage("only", lambda folder: (folder / "out").touch())], tmp_path) == ["only"]
    assert sorted(path.name for path in (tmp_path / "only").iterdir()) == ["done", "out"]


TABLE = {"files": {"a.txt": {"sha256": "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"}}}


def test_sources_are_found_in_any_folder_and_their_checksums_compared(tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    with pytest.raises(SystemExit, match=r"^a.txt: missing from .*one, .*two; models/sources.toml says"):
        corpus.find_sources(folders, TABLE)
    folders[1].mkdir()
    (folders[1] / "a.txt").write_text("hello")
    assert corpus.find_sources(folders, TABLE) == {"a.txt": folders[1] / "a.txt"}
    (folders[1] / "a.txt").write_text("hullo")
    with pytest.raises(SystemExit, match=r"a.txt: sha256 is .* but models/sources.toml says 2cf24dba"):
        corpus.find_sources(folders, TABLE)


def test_every_source_has_a_licence_an_origin_and_a_checksum() -> None:
    table = corpus.read_table()
    entries = {**table["files"], "encoder": table["encoder"]}
    assert [name for name, entry in entries.items() if not entry["licence"] or not entry["origin"]] == []
    assert {len(entry["sha256"]) for entry in entries.values()} == {64}


LONG = "People who eat plenty of leafy greens tend to get all the magnesium they need"
OTHER = "Some people with kidney disease are told to be careful with magnesium tablets"
OWN = "Zinc lozenges may shorten a cold a little when they are begun on the first day"


def silver_sentences(tmp_path: Path, text: str, *held_out: str) -> list[str]:
    path = tmp_path / "bare.spacy"
    articles = [Article(id="a", text=text)]
    silver.write_silver_text(articles, silver.make_extractor(), path, held_out=silver.digests(held_out), seed=1)
    return [doc.text for doc in DocBin().from_disk(path).get_docs(spacy.blank("en").vocab)]


def test_silver_text_leaves_out_what_is_tested_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("silver.OTHER_SHARE", 1.0)
    text = f"{LONG}. {OTHER}. {OWN}."
    assert len(silver_sentences(tmp_path, text)) == 3
    # one sentence: it alone; two: the whole article, however they are broken into lines
    assert ["begun" in each for each in silver_sentences(tmp_path, text, f"{LONG}.")] == [False, True]
    assert silver_sentences(tmp_path, text, f"{LONG}.\n\n{OTHER.upper()}.") == []


def test_silver_text_holds_a_sentence_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("silver.OTHER_SHARE", 1.0)
    assert len(silver_sentences(tmp_path, f"{OWN}. {OWN}.")) == 1


def test_held_out_fingerprints_are_read_without_their_notes() -> None:
    found = silver.read_held_out(ROOT / "models" / "data" / "held-out.txt")
    assert {len(each) for each in found} == {16}


def test_genre_whose_terms_are_unknown_is_not_learned_from() -> None:
    genres = [name for name in ("GUM_news_x", "GUM_conversation_x") if corpus._is_free(Document(name))]
    assert genres == ["GUM_news_x"]


def word(form: str, head: int, label: str) -> Word:
    return Word(form, form, "NOUN", "NN", "", head, label, True)


def test_recipe_decides_what_is_learned_from() -> None:
    def document(name: str) -> list[Document]:
        return [Document(name, [Tokens([word(name, 0, "root"), word("x", 1, "dep")])])]

    names = ("ewt", "gum", "craft", "claims")
    sources = corpus.Sources({(name, "train"): document(name) for name in names})

    def first_words(recipe: corpus.Recipe) -> list[str]:
        return [group[0].words[0].form.lower() for group in corpus.training_groups(sources, recipe)]

    assert first_words(corpus.Recipe(copies=2)) == ["ewt", "gum", "claims", "claims", "claims"]
    assert first_words(corpus.Recipe(claims=False)) == ["ewt", "gum"]
    assert first_words(corpus.Recipe(treebanks=("craft",), augmented=False)) == ["craft", "claims"]
    assert [(recipe.treebanks, recipe.seed, recipe.claims) for recipe in build.STUDENT_TEXT] == [
        (("ewt", "gum"), 1, True),
        (("ewt", "gum"), 2, False),
    ]


def test_settings_of_the_student() -> None:
    config = train.load_config({})
    training, parser = config["training"], config["components"]["parser"]["model"]
    assert (training["max_steps"], training["optimizer"]["learn_rate"]["initial_rate"]) == (24000, 0.002)
    assert (parser["hidden_width"], parser["maxout_pieces"], config["system"]["seed"]) == (128, 2, 1)


@pytest.mark.skipif(not SOURCES.is_dir(), reason=f"no sources in {SOURCES}")
def test_sources_beside_the_project_are_those_of_the_table() -> None:
    files = corpus.read_table()["files"]
    table = {"files": {name: entry for name, entry in files.items() if not entry.get("articles")}}
    assert sorted(corpus.find_sources([SOURCES], table)) == sorted(table["files"])


def test_average_of_pipelines_is_that_of_their_weights(tmp_path: Path) -> None:
    paths, weights = [], []
    for number in range(2):
        nlp = spacy.blank("en")
        nlp.add_pipe("tagger").add_label("NN")
        nlp.initialize()
        output = nlp.get_pipe("tagger").model.get_ref("output_layer")
        output.set_param("W", np.full_like(output.get_param("W"), 1.0 + number))
        weights.append(output.get_param("W").copy())
        paths.append(tmp_path / str(number))
        nlp.to_disk(paths[-1])
    for shares, expected in ((None, 1.5), ([0.25, 0.75], 1.75)):
        train.average(paths, tmp_path / "mean", shares=shares)
        found = spacy.load(tmp_path / "mean").get_pipe("tagger").model.get_ref("output_layer").get_param("W")
        assert np.array_equal(found, np.full_like(weights[0], expected))


def test_wider_states_parse_alike_and_narrowed_ones_take_words_for_absent(tmp_path: Path) -> None:
    random_nlp(3, many=False).to_disk(tmp_path / "few")
    train.widen(tmp_path / "few", tmp_path / "many")
    nlps = {name: spacy.load(tmp_path / name) for name in ("few", "many")}
    parsed = [SpacyAnnotator(nlp).annotate(SHOWN, batch_size=3) for nlp in nlps.values()]
    assert parsed[0] == parsed[1]
    lower = nlps["many"].get_pipe("parser").model.get_ref("lower")
    assert lower.get_dim("nF") == 13
    for name in ("W", "pad"):
        lower.set_param(name, lower.get_param(name) + np.float32(0.5))
    nlps["many"].to_disk(tmp_path / "many")
    train.narrow(tmp_path / "many", tmp_path / "narrow", roles=build.IDLE_ROLES)
    narrow = spacy.load(tmp_path / "narrow").get_pipe("parser").model.get_ref("lower")
    idle = [decode.ROLES[13].index(role) for role in build.IDLE_ROLES]
    kept = [place for place in range(13) if place not in idle]
    assert not narrow.get_param("W")[idle].any()
    assert not narrow.get_param("pad")[0, idle].any()
    assert np.array_equal(narrow.get_param("W")[kept], lower.get_param("W")[kept])
    assert np.allclose(narrow.get_param("b") - lower.get_param("b"), lower.get_param("pad")[0, idle].sum(axis=0))
