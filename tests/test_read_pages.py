"""Main-content extraction on pages with menus, adverts and comments; `data-gold` on each element says keep or drop.

The floors are what is reached today: they may be raised, never lowered.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from claimx.read import read_articles
from claimx.records import Article
from claimx.segment import segment

PAGES = sorted((Path(__file__).parent / "data" / "pages").glob("*.html"))
# precision and recall of words: of the extracted text, and of its sentences that are not skipped
FLOORS = {"extracted": (0.954, 0.984), "read": (0.990, 0.971)}


def count_words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def gold_words(path: Path) -> Counter[str]:
    tree = html.fromstring(path.read_text(encoding="utf-8"))
    kept: list[Any] = [
        element
        for element in tree.iter()
        if element.get("data-gold") == "keep"
        and not any(above.get("data-gold") == "keep" for above in element.iterancestors())
    ]
    return count_words(" ".join(" ".join(element.itertext()) for element in kept))


def read_page(path: Path) -> Article:
    (article,) = read_articles([path])
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize("kind", sorted(FLOORS))
def test_extraction_does_not_get_worse(kind: str) -> None:
    right = found = wanted = 0
    for path in PAGES:
        article, gold = read_page(path), gold_words(path)
        kept = " ".join(s.text for s in segment(article) if not s.skip)
        words = count_words(article.text if kind == "extracted" else kept)
        right += (words & gold).total()
        found += words.total()
        wanted += gold.total()
    precision, recall = FLOORS[kind]
    assert (right / found >= precision, right / wanted >= recall) == (True, True), (right / found, right / wanted)


def test_headings_lists_and_tables_keep_their_form() -> None:
    article = read_page(PAGES[0].with_name("blog.html"))
    assert article.title == "Magnesium for Restless Nights"
    found = [(s.block_type, s.text) for s in segment(article) if s.block_type != "paragraph"]
    assert found == [
        ("title", "Magnesium for Restless Nights"),
        ("heading", "What magnesium does in the body"),
        ("heading", "Foods that bring magnesium"),
        ("list_item", "Pumpkin seeds and almonds"),
        ("list_item", "Spinach and chard"),
        ("list_item", "Black beans"),
        ("heading", "How much is sensible"),
    ]
    cells = [
        s.text for s in segment(read_page(PAGES[0].with_name("encyclopedia.html"))) if s.block_type == "table_cell"
    ]
    assert cells == ["Food", "Riboflavin in mg per 100 g", "Beef liver", "2.9", "Almonds", "1.1", "Whole milk", "0.2"]


def test_adverts_inside_the_article_are_skipped_when_it_is_segmented() -> None:
    found = [(s.skip, s.text) for s in segment(read_page(PAGES[0].with_name("product.html"))) if s.skip]
    assert found == [
        ("disclaimer", "This post contains affiliate links."),
        ("disclaimer", "We may earn a commission when you buy through them."),
        ("read_more", "CLICK HERE for today's best price on OceanPure capsules"),
        ("advert", "Advertisement"),
        ("read_more", "Read next: Krill oil, is it worth it?"),
    ]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>Zinc &amp; copper, 5 &lt; 6 mg.</p>", "Zinc & copper, 5 < 6 mg."),
        (
            '<?xml version="1.0" encoding="utf-8"?><html><body><p>Zinc heals wounds.</p></body></html>',
            "Zinc heals wounds.",
        ),
    ],
)
def test_fragments_and_xhtml(tmp_path: Path, page: str, text: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(page, encoding="utf-8")
    assert read_page(path) == Article("a.html", text, source=str(path))


def test_a_declared_encoding_is_used(tmp_path: Path) -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body><p>Cynk goi ranę.</p></body></html>'
    path = tmp_path / "a.html"
    path.write_bytes(page.encode("iso-8859-2"))
    assert read_page(path).text == "Cynk goi ranę."
