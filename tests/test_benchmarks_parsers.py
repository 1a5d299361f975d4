"""The comparison of language models: which are measured, what is left without trees, how a line reads."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import parsers as bench


def test_models_are_ours_the_installed_and_the_named_each_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "get_installed_models", lambda: ["en_b", "en_a"])
    found = [name for name, _ in bench.find_models(["folder", "en_a"])]
    assert found == ["ours", "ours, no trees", "en_a", "en_b", "folder"]


def test_without_trees_every_word_hangs_on_the_first() -> None:
    extractor = bench.load_treeless()
    (parse,) = extractor.read("Zinc may relieve nausea.").parses.values()
    assert (parse.words, parse.heads) == (("Zinc", "may", "relieve", "nausea", "."), (0, 0, 0, 0, 0))
    assert parse.deps == ("root", "dep", "dep", "dep", "dep")
    assert parse.pos == ("NOUN", "AUX", "VERB", "NOUN", "PUNCT")


def test_line_names_the_labels_that_say_nothing() -> None:
    line = bench.Line("en_x", {"dev": 0.5, "test": 0.25}, 1234.5, 2.0, 1.0, ("odd", "weird"))
    assert bench.format_line(line) == (
        "en_x" + " " * 28 + "     50.0     25.0    1,234    2.0x    1.0x\n  read as dep: odd, weird"
    )
