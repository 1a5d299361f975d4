from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimx.review.store import Event, Store
from review_cases import IRON, ZINC, find_row, make_rows, place, write_run

if TYPE_CHECKING:
    from playwright.sync_api import Page

OpenPage = Callable[..., "Page"]
STATEMENT = "document.getElementById('statement').innerText.replace(/\\s+/g, ' ')"
# selects the words of the article that begin at a code point, as a mouse would: over however many pieces
SELECT = """([start, end]) => {
  const pieces = [...document.querySelectorAll('#text [data-o]')];
  const at = (place, atEnd) => {
    for (const piece of pieces) {
      const first = Number(piece.dataset.o), signs = [...piece.textContent];
      if (atEnd ? first < place && place <= first + signs.length : first <= place && place < first + signs.length)
        return [piece.firstChild, signs.slice(0, place - first).join('').length];
    }
  };
  getSelection().setBaseAndExtent(...at(start, false), ...at(end, true));
}"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_run(tmp_path / "out")


@pytest.fixture
def enter(open_page: OpenPage, serve: Callable[[Path], str], folder: Path) -> Callable[..., Page]:
    """Opens the review in its own context, claims as they stand unless told otherwise."""
    address = serve(folder)

    def go(query: str = "method=article", **options: object) -> Page:
        page = open_page(**options)
        page.goto(address)
        page.goto(address.split("?")[0] + "review?" + query)
        return page

    return go


def press(page: Page, key: str) -> None:
    """Press a key that leads to another claim, and wait until it is there."""
    before = page.locator("main").get_attribute("data-claim")
    page.keyboard.press(key)
    page.wait_for_function("old => document.querySelector('main').dataset.claim !== old", arg=before)


def said(folder: Path) -> list[tuple[str, str, str, str]]:
    relations = {row["claim_id"]: row["relation"] for row in make_rows()}
    return [
        (e.reviewer, relations.get(e.claim_id, ""), e.verdict, e.error) for e in Store(folder / "review.db").events()
    ]


def last(folder: Path) -> Event:
    return Store(folder / "review.db").events()[-1]


def test_a_key_for_each_verdict_and_undo(enter: Callable[..., Page], folder: Path) -> None:
    page = enter()
    assert page.evaluate(STATEMENT) == "iron increases energy levels"
    press(page, "r")
    press(page, "u")
    press(page, "n")
    assert page.evaluate(STATEMENT) == "zinc not treats sore throats"
    page.keyboard.press("w")
    page.keyboard.press("8")
    press(page, "Enter")
    assert said(folder) == [
        ("ann", "INCREASES", "right", ""),
        ("ann", "PREVENTS", "unsure", ""),
        ("ann", "TREATS", "wrong", "not_a_claim"),
    ]
    press(page, "z")
    assert page.evaluate(STATEMENT) == "zinc not treats sore throats"
    assert len(said(folder)) == 2
    assert page.locator("#left").inner_text() == "2 of 7"


def test_correction_by_selecting_words(enter: Callable[..., Page], folder: Path) -> None:
    page = enter()
    page.keyboard.press("w")
    span = place(IRON, "energy")
    page.evaluate(SELECT, [span.start, span.end])
    page.keyboard.press("o")
    assert page.locator("[data-shows=object]").inner_text() == "energy"
    page.locator("#edit select[name=relation]").select_option("IMPROVES")
    before = page.locator("main").get_attribute("data-claim")
    page.get_by_role("button", name="Save").click()
    page.wait_for_function("old => document.querySelector('main').dataset.claim !== old", arg=before)
    event = last(folder)
    assert (event.verdict, event.error) == ("wrong", "boundary")
    assert event.correction == {
        "object": "energy",
        "object_end": span.end,
        "object_name": "energy",
        "relation": "IMPROVES",
    }


def test_words_are_selected_with_the_mouse_behind_a_character_of_two_units(
    enter: Callable[..., Page], folder: Path
) -> None:
    page = enter(f"method=article&claim={find_row(make_rows(), 'FOUND_IN')['claim_id']}")
    page.keyboard.press("w")
    page.keyboard.press("3")
    box = page.locator("#text .m.on", has_text="vitamin C").bounding_box()
    assert box is not None
    page.mouse.dblclick(box["x"] + 12, box["y"] + box["height"] / 2)
    assert page.evaluate("getSelection().toString().trim()") == "vitamin"
    page.locator("[data-span=object]").click()
    assert page.locator("[data-shows=object]").inner_text() == "vitamin"
    press(page, "Enter")
    start = ZINC.text.index("vitamin C")
    assert {k: last(folder).correction[k] for k in ("object", "object_start", "object_end")} == {
        "object": "vitamin",
        "object_start": start,
        "object_end": start + len("vitamin"),
    }


def test_problems_of_a_correction_are_said_and_nothing_is_kept(enter: Callable[..., Page], folder: Path) -> None:
    page = enter()
    page.keyboard.press("w")
    page.keyboard.press("Enter")
    assert page.locator("#problems").inner_text() == "Say what is wrong: 1 to 9."
    page.keyboard.press("3")
    page.locator("[data-clear=object]").click()
    page.get_by_role("button", name="Save").click()
    page.get_by_text("object: select its words").wait_for()
    assert said(folder) == []
    page.keyboard.press("Escape")
    page.locator("#edit").wait_for(state="hidden")


def test_missed_claim_is_added_and_shown(enter: Callable[..., Page], folder: Path) -> None:
    page = enter()
    page.keyboard.press("m")
    for key, words in (("n", "Iron"), ("o", "energy levels"), ("t", "raise")):
        span = place(IRON, words)
        page.evaluate(SELECT, [span.start, span.end])
        page.keyboard.press(key)
    page.locator("#edit select[name=relation]").select_option("IMPROVES")
    page.locator("#edit select[name=object_type]").select_option("function")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("1 added").wait_for()
    event = last(folder)
    names = ("nutrient", "relation", "object", "trigger", "sentence")
    assert (event.kind, [event.correction[name] for name in names]) == (
        "missed",
        ["Iron", "IMPROVES", "energy levels", "raise", "Iron may raise energy levels."],
    )


def test_article_read_in_full_is_kept(enter: Callable[..., Page], folder: Path) -> None:
    page = enter()
    page.keyboard.press("f")
    page.get_by_text("Marked as read in full.").wait_for()
    page.reload()
    assert page.locator("#read").is_checked()
    assert [(event.kind, event.doc_id) for event in Store(folder / "review.db").events()] == [("read", "iron.txt")]


def test_two_tabs_and_two_reviewers_lose_nothing(enter: Callable[..., Page], folder: Path) -> None:
    first = enter()
    second = first.context.new_page()
    second.goto(first.url)
    other = enter("method=article&as=ben")
    press(first, "r")
    press(second, "u")
    press(other, "r")
    # the second tab saw the first claim too, and then goes on behind what both have judged
    assert said(folder) == [
        ("ann", "INCREASES", "right", ""),
        ("ann", "INCREASES", "unsure", ""),
        ("ben", "INCREASES", "right", ""),
    ]
    first.goto(first.url.split("review")[0] + "stats")
    assert first.get_by_text("1 of 1 claims that more than one reviewer judged").count() == 0
    assert first.get_by_text("0 of 1 claims that more than one reviewer judged").count() == 1


def test_reload_stays_at_the_claim_and_back_goes_to_the_one_before(enter: Callable[..., Page]) -> None:
    page = enter()
    press(page, "r")
    shown = page.evaluate(STATEMENT)
    page.reload()
    assert page.evaluate(STATEMENT) == shown == "iron prevents anemia"
    page.go_back()
    page.wait_for_function(f"() => ({STATEMENT}) === 'iron increases energy levels'")
    assert page.locator("#own").inner_text() == "You said right"


def test_sample_of_one_relation_ends_and_says_so(enter: Callable[..., Page]) -> None:
    page = enter()
    page.get_by_label("relation", exact=True).first.select_option("CAUSES")
    page.wait_for_function(f"() => ({STATEMENT}) === 'zinc causes nausea'")
    page.keyboard.press("r")
    page.get_by_text("All 1 claims of this sample are judged").wait_for()


def test_figures_follow_other_tabs(enter: Callable[..., Page]) -> None:
    page = enter()
    figures = page.context.new_page()
    figures.goto(page.url.split("review?")[0] + "stats")
    assert figures.get_by_text("No verdict yet").count() == 1
    press(page, "r")
    figures.get_by_text("from 1 verdicts").wait_for(timeout=8000)


def test_phone_has_no_sideways_scroll(enter: Callable[..., Page]) -> None:
    page = enter(viewport={"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.get_by_role("button", name="Right").is_visible()
