from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimx.records import Article
from claimx.report import write_report
from claimx.table import to_rows
from review_cases import ARTICLES, ZINC, find_row, make_claim, make_rows

if TYPE_CHECKING:
    from playwright.sync_api import Page

OpenPage = Callable[..., "Page"]
SHOWN = "[...document.querySelectorAll('.claims tbody tr:not([hidden])')].map(row => row.id)"
LIT = "[...document.querySelectorAll('.text .on')].map(piece => piece.firstChild.data)"


@pytest.fixture
def report(tmp_path: Path) -> str:
    return write_report(make_rows(), ARTICLES, tmp_path / "report.html")[0].as_uri()


def test_row_leads_to_its_sentence_and_words_to_their_row(open_page: OpenPage, report: str) -> None:
    page = open_page(viewport={"width": 1280, "height": 300})
    page.goto(report)
    page.locator("#c6 td.how").click()
    assert page.evaluate(LIT) == ["Berries", " 🫐 ", "contain", " ", "vitamin C", "."]
    assert page.locator("#c6").get_attribute("aria-current") == "true"
    assert page.locator("#why-title").inner_text() == "vitamin c found in Berries"
    lit = page.locator(".text .on").first
    lit.scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('.text .on').getBoundingClientRect().top < innerHeight")
    page.locator(".text a.nutrient", has_text="Iron").first.click()
    assert page.evaluate("document.querySelector('tr[aria-current]').id") == "c0"
    assert page.evaluate("document.activeElement.closest('tr').id") == "c0"


def test_words_of_several_claims_go_from_one_to_the_next(open_page: OpenPage, tmp_path: Path) -> None:
    eases = "Zinc eases sore throats."
    rows = to_rows(
        [
            make_claim(ZINC, eases, "Zinc", "eases", "TREATS", "sore throats"),
            make_claim(ZINC, eases, "Zinc", "eases", "TREATS", "throats"),
        ]
    )
    page = open_page()
    page.goto(write_report(rows, (ZINC,), tmp_path / "report.html")[0].as_uri())
    shared = page.locator(".text a.condition.m", has_text="throats").last
    seen = []
    for _ in range(3):
        shared.click()
        seen.append(page.evaluate("document.querySelector('tr[aria-current]').id"))
    assert seen == ["c0", "c1", "c0"]


def test_filters_narrow_the_table_and_clear_brings_it_back(open_page: OpenPage, report: str) -> None:
    page = open_page()
    page.goto(report)
    page.get_by_label("relation", exact=True).select_option("TREATS")
    assert page.evaluate(SHOWN) == ["c2", "c3"]
    page.get_by_label("polarity").select_option("negated")
    assert page.evaluate(SHOWN) == ["c3"]
    assert page.locator("#shown").inner_text() == "1 of 7"
    page.get_by_label("Search words").fill("no such words")
    assert page.locator("#none").is_visible()
    page.get_by_role("button", name="Clear").click()
    page.wait_for_function(f"() => ({SHOWN}).length === 7")
    page.get_by_label("flag", exact=True).select_option("over_limit")
    assert page.evaluate(SHOWN) == ["c5"]


def test_picture_filters_the_table(open_page: OpenPage, report: str) -> None:
    page = open_page()
    page.goto(report)
    page.locator(".figure-map svg a").first.click()
    page.wait_for_function(f"() => ({SHOWN}).length === 2")
    assert page.evaluate(SHOWN) == ["c2", "c3"]
    assert page.locator("#chips button").all_inner_texts() == ["nutrient: zinc ×", "object: sore throats ×"]
    page.locator("#chips button").first.click()
    page.locator("#chips button").first.click()
    assert len(page.evaluate(SHOWN)) == 7


def test_columns_sort_both_ways(open_page: OpenPage, report: str) -> None:
    page = open_page()
    page.goto(report)
    for expected in (["c1", "c2", "c3", "c4", "c5", "c6", "c0"], ["c0", "c1", "c2", "c3", "c4", "c5", "c6"]):
        page.get_by_role("button", name="Sure").click()
        assert sorted(page.evaluate(SHOWN)) == sorted(expected)
    page.get_by_role("button", name="Sure").click()
    assert page.locator("th[data-k=confidence]").get_attribute("aria-sort") == "ascending"
    first = page.evaluate(SHOWN)[0]
    page.get_by_role("button", name="Sure").click()
    assert (first, page.evaluate(SHOWN)[-1]) == ("c0", "c0")


def test_keyboard_alone_reaches_search_rows_and_sentences(open_page: OpenPage, report: str) -> None:
    page = open_page()
    page.goto(report)
    page.keyboard.press("/")
    page.keyboard.type("anemia")
    assert page.evaluate(SHOWN) == ["c1"]
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert page.evaluate(LIT) == ["Iron", " ", "prevents", " ", "anemia", "."]
    page.locator("#c1 a").press("Enter")
    assert page.evaluate("document.querySelector('tr[aria-current]').id") == "c1"


def test_address_of_a_claim_opens_it(open_page: OpenPage, report: str) -> None:
    page = open_page()
    page.goto(f"{report}#claim={find_row(make_rows(), 'CAUSES')['claim_id']}")
    assert page.evaluate(LIT) == ["Too much ", "zinc", " ", "causes", " ", "nausea", "."]


def test_phone_shows_no_sideways_scroll_and_opens_the_text_over_the_table(open_page: OpenPage, report: str) -> None:
    page = open_page(viewport={"width": 360, "height": 740}, has_touch=True)
    page.goto(report)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.locator("#c1 td.how").tap()
    assert page.locator("#reader").bounding_box() == {"x": 0, "y": 0, "width": 360, "height": 740}
    page.get_by_role("button", name="Back to the table").tap()
    assert page.evaluate("document.activeElement.closest('tr').id") == "c1"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_contrast_in_both_schemes(open_page: OpenPage, report: str, scheme: str) -> None:
    page = open_page(color_scheme=scheme)
    page.goto(report)
    low = page.evaluate(CONTRAST)
    assert low == []


# WCAG 2 contrast of each visible text against the nearest opaque background; 4.5 is level AA
CONTRAST = """() => {
  const parse = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const low = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walk.nextNode(); text; text = walk.nextNode()) {
    const node = text.parentElement;
    if (!text.data.trim() || !node.checkVisibility() || node.closest("script, style, svg, option")) continue;
    const [a, b] = [light(parse(getComputedStyle(node).color)), light(behind(node))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) low.add(node.outerHTML.slice(0, 90));
  }
  return [...low];
}"""


def test_print_shows_every_article_in_full(open_page: OpenPage, report: str) -> None:
    page = open_page()
    page.goto(report)
    page.emulate_media(media="print")
    assert page.locator("#filters").is_visible() is False
    heights = page.evaluate(
        "(() => { const r = document.getElementById('reader'); return [r.scrollHeight, r.clientHeight] })()"
    )
    assert heights[0] == heights[1]
    page.set_viewport_size({"width": 640, "height": 900})
    assert page.evaluate("document.querySelector('.articles').getBoundingClientRect().left") >= 0
    assert page.locator(".claims thead").is_visible()
    assert page.pdf()[:5] == b"%PDF-"


def test_hostile_article_runs_nothing(open_page: OpenPage, tmp_path: Path) -> None:
    words = "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
    article = Article("\u202e<i>x</i>.txt", f"Zinc eases {words} {'w' * 3000}", source="x", title=words)
    claim = make_claim(article, article.text, "Zinc", "eases", "TREATS", words, object_name=words)
    page = open_page(viewport={"width": 390, "height": 800})
    page.goto(write_report(to_rows([replace(claim, rule_id=words)]), (article,), tmp_path / "r.html")[0].as_uri())
    page.locator("#c0 td.how").click()
    assert page.title() == "Claims in 1 article"
    assert page.evaluate("document.querySelector('.text').textContent") == article.text
    assert page.evaluate("document.documentElement.scrollWidth") == 390
