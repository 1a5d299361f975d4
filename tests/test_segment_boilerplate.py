"""What is marked as no part of the article, each with a twin that must be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimx.data_files import DataFiles
from claimx.errors import DataError
from claimx.records import Article
from claimx.segment import segment

START, END = "Zinc heals wounds. It also shortens colds.", "Iron carries oxygen."


def skips(*lines: str) -> list[tuple[str, str]]:
    """(reason, words) of each sentence between two real paragraphs."""
    text = "\n\n".join([START, *lines, END])
    found = [(s.skip, s.text) for s in segment(Article("a.txt", text))]
    assert (found[:2], found[-1]) == ([("", "Zinc heals wounds."), ("", "It also shortens colds.")], ("", END))
    return found[2:-1]


@pytest.mark.parametrize(
    ("reason", "line"),
    [
        ("navigation", "Skip to main content"),
        ("navigation", "Home › Health › Vitamins"),
        ("navigation", "Privacy policy | Terms of use | Contact us"),
        ("navigation", "Back to top"),
        ("navigation", "[Back to all FAQs] [Contact us] [Shop]"),
        ("navigation", "![a scoop of powder](img/scoop.jpg)"),
        ("byline", "By the Pantry Desk | 6 min read"),
        ("read_more", "Previously: The Zinc Wars"),
        ("read_more", "Read More →When Zinc Runs Low"),
        ("read_more", "Read more about treating anaemia."),
        ("read_more", "Related: Ten foods with zinc"),
        ("read_more", "CLICK HERE for the full list"),
        ("share", "Share on Facebook"),
        ("share", "Facebook Twitter Pinterest"),
        ("comments", "No Comments"),
        ("comments", "Have you tried zinc? Let me know in the comments below!".split("? ")[1]),
        ("disclaimer", "These statements have not been evaluated by the Food and Drug Administration."),
        ("disclaimer", "This product is not intended to diagnose, treat, cure, or prevent any disease."),
        ("disclaimer", "Always consult a qualified healthcare provider before starting supplements."),
        ("disclaimer", "This post contains affiliate links."),
        ("byline", "By Jane Roe, RD"),
        ("byline", "Medically reviewed by Jane Roe, MD"),
        ("byline", "Updated on March 3, 2021"),
        ("byline", "5 min read"),
        ("advert", "Advertisement"),
        ("advert", "Get 20% off with the code at checkout."),
        ("advert", "Check out my zinc program"),
        ("cookie", "We use cookies to improve your experience."),
        ("newsletter", "Sign up for our weekly newsletter."),
        ("copyright", "© 2020 Zinc Weekly"),
        ("copyright", "Copyright 2020. All rights reserved.".split(" All")[0]),
        ("references", "https://example.org/zinc"),
        ("attribution", "NIH: National Heart, Lung, and Blood Institute"),
        ("attribution", "Centers for Disease Control and Prevention"),
    ],
)
def test_boilerplate_lines(reason: str, line: str) -> None:
    assert skips(line) == [(reason, line)]


@pytest.mark.parametrize(
    "line",
    [
        "Home remedies such as honey ease a cough.",
        "People who read more about zinc take more of it.",
        "The share of adults short of zinc is 17 percent.",
        "In their comments, the reviewers praised zinc.",
        "Zinc is not intended by nature to cure a cold.",
        "Talk to your doctor if zinc makes you sick.",
        "A substitute for salt lowers blood pressure.",
        "By the age of 70, zinc levels fall.",
        "Advertisements for zinc lozenges overstate the benefit.",
        "Oat cookies hold zinc.",
        "The National Institutes of Health advise adults to take 11 mg of zinc.",
        "Related deficiencies, such as that of copper, cause anemia.",
        "References to zinc as a cure go back to 1869.",
        "Some medicines are a problem: ask before taking zinc, because zinc weakens antibiotics.",
    ],
)
def test_prose_with_the_same_words_is_read(line: str) -> None:
    assert skips(line) == [("", line)]


def test_only_the_disclaimer_of_a_paragraph_is_skipped() -> None:
    line = "Zinc lozenges can cause nausea. Always ask your doctor before you start zinc."
    assert skips(line) == [
        ("", "Zinc lozenges can cause nausea."),
        ("disclaimer", "Always ask your doctor before you start zinc."),
    ]


def test_headline_above_read_more_goes_with_it_and_a_sentence_stays() -> None:
    assert skips("Why Zinc Runs Low", "Read more →") == [
        ("read_more", "Why Zinc Runs Low"),
        ("read_more", "Read more →"),
    ]
    assert skips("Zinc runs low in winter.", "Read more →") == [
        ("", "Zinc runs low in winter."),
        ("read_more", "Read more →"),
    ]


def test_reference_list_is_skipped_to_the_next_markdown_heading() -> None:
    lines = [
        "## References",
        "1. Roe J, Doe R. Zinc and colds. J Zinc. 2010;3:4-5.",
        "2. Zinc report 2012",
        "## Summary",
    ]
    assert skips(*lines) == [
        ("references", "References"),
        ("references", "Roe J, Doe R. Zinc and colds."),
        ("references", "J Zinc."),
        ("references", "2010;3:4-5."),
        ("references", "Zinc report 2012"),
        ("", "Summary"),
    ]


def test_food_sources_are_no_reference_list() -> None:
    assert skips("Sources", "Oysters and beef hold the most zinc.") == [
        ("", "Sources"),
        ("", "Oysters and beef hold the most zinc."),
    ]
    assert skips("## Sources", "https://example.org/a", "## Uses")[:2] == [
        ("references", "Sources"),
        ("references", "https://example.org/a"),
    ]


def test_comments_are_skipped_to_the_end_but_a_comment_count_at_the_top_is_one_line() -> None:
    body = "Zinc heals wounds. It also shortens colds. Adults need 11 mg a day."
    found = segment(Article("a.txt", f"{body}\n\nLeave a reply\n\nZinc cured my cold!"))
    assert [s.skip for s in found] == ["", "", "", "comments", "comments"]
    found = segment(Article("a.txt", f"Zinc heals.\n\n12 comments\n\n{body}"))
    assert [s.skip for s in found] == ["", "comments", "", "", ""]


def test_front_matter_is_metadata() -> None:
    found = segment(Article("a.md", "---\ntitle: Zinc\ndate: 2020\n---\n\n# Zinc\n\nZinc heals."))
    assert [(s.skip, s.text) for s in found] == [
        ("metadata", "title: Zinc"),
        ("metadata", "date: 2020"),
        ("", "Zinc"),
        ("", "Zinc heals."),
    ]


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("- {reason: x, scope: whole, key: a}", "rule 1 needs reason, scope, key and pattern"),
        ("- {reason: x, scope: some, key: a, pattern: a}", 'scope "some" is not one of whole, start, opening'),
        ("- {reason: x, scope: whole, key: a, pattern: '('}", "not a regular expression"),
        ("- {reason: x, scope: whole, key: a, pattern: a, words: 3}", "unknown field words"),
    ],
)
def test_a_faulty_rule_is_named(tmp_path: Path, rule: str, message: str) -> None:
    (tmp_path / "segment").mkdir()
    (tmp_path / "segment" / "boilerplate.yaml").write_text(rule, encoding="utf-8")
    with pytest.raises(DataError, match=r"boilerplate\.yaml: ") as caught:
        segment(Article("a.txt", "Zinc heals."), DataFiles((tmp_path,)))
    assert message in str(caught.value)


def test_overlay_adds_a_rule(tmp_path: Path) -> None:
    (tmp_path / "segment").mkdir()
    rule = "- {reason: advert, scope: sentence, key: zincopure, pattern: zincopure}"
    (tmp_path / "segment" / "boilerplate.yaml").write_text(rule, encoding="utf-8")
    article = Article("a.txt", "Zinc heals. Zincopure heals best.")
    assert [s.skip for s in segment(article, DataFiles((tmp_path,)))] == ["", "advert"]
    assert [s.skip for s in segment(article)] == ["", ""]
