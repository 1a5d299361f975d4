"""Enzymes that no table holds, by how their names end."""

from __future__ import annotations

import pytest

from tag_reading import tag


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("five carboxylases", [("FUNCTION", "carboxylases", "carboxylase")]),
        ("needed by pyruvate carboxylase", [("FUNCTION", "pyruvate carboxylase", "pyruvate carboxylase")]),
        ("acetyl-CoA carboxylase", [("FUNCTION", "acetyl-CoA carboxylase", "acetyl-coa carboxylase")]),
        ("to activate kinases", [("FUNCTION", "kinases", "kinase")]),
        ("vitamin K epoxide reductase", [("FUNCTION", "vitamin K epoxide reductase", "vitamin k epoxide reductase")]),
        ("vitamin K, reductase", [("NUTRIENT", "vitamin K", "vitamin K"), ("FUNCTION", "reductase", "reductase")]),
        ("a catalase", [("FUNCTION", "catalase", "antioxidant enzymes")]),
        ("in this phase of the increase", []),
        ("reductase inhibitors", []),
    ],
)  # fmt: skip
def test_an_enzyme_is_named_by_how_it_ends(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tag(text) == found
