from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from claimx.data_files import DataFiles
from claimx.errors import DataError
from claimx.records import Article
from claimx.report import make_report, write_report
from claimx.report.figures import draw_figures, filter_link
from claimx.report.flags import find_contradictions, find_flags, load_report_guide
from claimx.report.page import ARTICLES_A_PAGE, split_pages, to_script_json
from claimx.report.words import show
from claimx.table import to_rows
from review_cases import ARTICLES, IRON, ZINC, find_row, make_claim, make_rows

GUIDE = load_report_guide(DataFiles())
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\u202egnp.exe & \"q\" 'a' =1+1 " + "w" * 3000


def make_page(rows: list[dict[str, object]], articles: tuple[Article, ...] = ARTICLES) -> str:
    (content,) = make_report(rows, articles).values()
    return content.decode("utf-8")


def test_denial_and_opposite_relation_contradict_but_another_state_does_not() -> None:
    rows = make_rows()
    worsens = {**find_row(rows, "PREVENTS"), "relation": "PREDISPOSES", "claim_id": "x" * 16}
    lacking = {**find_row(rows, "PREVENTS"), "relation": "CAUSES", "nutrient_state": "deficiency", "claim_id": "y" * 16}
    found = find_contradictions([*rows, worsens, lacking], GUIDE)
    assert [(c.nutrient, c.object, [side[:2] for side in c.sides]) for c in found] == [
        ("iron", "anemia", [("PREDISPOSES", "affirmed"), ("PREVENTS", "affirmed")]),
        ("zinc", "sore throats", [("TREATS", "affirmed"), ("TREATS", "negated")]),
    ]


def test_flags_of_each_row() -> None:
    rows = make_rows()
    found = {
        (row["nutrient_name"], row["relation"]): flags for row, flags in zip(rows, find_flags(rows, GUIDE), strict=True)
    }
    assert found == {
        ("iron", "INCREASES"): ["low_confidence"],
        ("iron", "PREVENTS"): [],
        ("zinc", "TREATS"): ["contradiction"],
        ("zinc", "CAUSES"): [],
        ("zinc", "HAS_DOSE"): ["over_limit"],
        ("vitamin c", "FOUND_IN"): [],
    }


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"dose_flag": "partly"}, ["over_limit"]),
        ({"dose_flag": "warned"}, []),
        ({"overclaim": "animal"}, ["overclaim"]),
        ({"confidence": 0.5}, []),
        ({"confidence": 0.49}, ["low_confidence"]),
    ],
)
def test_columns_that_raise_a_flag(changes: dict[str, object], expected: list[str]) -> None:
    row = {**find_row(make_rows(), "PREVENTS"), **changes}
    assert find_flags([row], GUIDE) == [expected]


def test_what_is_only_perhaps_so_contradicts_nothing() -> None:
    eases, denies = (find_row(make_rows(), "TREATS", polarity) for polarity in ("affirmed", "negated"))
    assert len(find_contradictions([eases, denies], GUIDE)) == 1
    assert find_contradictions([{**eases, "certainty": "possible"}, denies], GUIDE) == []


def test_directions_that_are_no_lists_are_said(tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "directions.yaml").write_text("TREATS", "utf-8")
    with pytest.raises(DataError, match=r"directions\.yaml: expected lists of relations"):
        load_report_guide(DataFiles((tmp_path,)))


def test_figures_show_the_numbers_of_the_rows() -> None:
    figures = {figure.name: figure for figure in draw_figures(make_rows(), GUIDE)}
    assert list(figures) == ["map", "relations", "evidence", "doses", "confidence"]
    assert figures["relations"].lines[:2] == (("treats", "2"), ("causes", "1"))
    assert figures["doses"].lines == (("zinc (UL 40 mg)", "50 mg of zinc a day", "125%"),)
    assert figures["map"].lines == (
        ("zinc", "sore throats", "denied", "2"),
        ("zinc", "nausea", "lack or excess", "1"),
        ("iron", "anemia", "helps", "1"),
    )


def test_figures_are_drawn_alike_and_load_nothing() -> None:
    first, second = (draw_figures(make_rows(), GUIDE) for _ in range(2))
    assert first == second
    links = [link for figure in first for link in re.findall(r'href="([^"]*)"', figure.svg)]
    assert [link for link in links if not link.startswith("#f:")] == []
    assert filter_link(nutrient="a&b c") == "#f:nutrient=a%26b%20c"
    ids = [name for figure in first for name in re.findall(r'\bid="([^"]*)"', figure.svg)]
    assert len(ids) == len(set(ids))


def test_page_runs_only_its_own_script_and_reaches_no_network() -> None:
    page = make_page(make_rows())
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    assert f"script-src 'sha256-{digest}'" in html.unescape(policy)
    assert "default-src 'none'" in html.unescape(policy)
    names = {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
    assert set(re.findall(r"https?://[^\"' )<]+", page)) == names
    assert re.findall(r"<(?:link|img|iframe|object|embed)\b[^>]*", page) == ['<link rel="icon" href="data:,"']


def test_rows_and_sentences_lead_to_each_other() -> None:
    page = make_page(make_rows())
    rows = re.findall(r'<tr id="c(\d+)"><th scope="row"><a href="#s(\d+)">', page)
    assert rows == [(str(n), str(n)) for n in range(7)]
    assert sorted(re.findall(r'<b id="s(\d+)">', page)) == [str(n) for n in range(7)]
    assert set(re.findall(r'<a href="#c(\d+)" class="s m', page)) == {str(n) for n in range(7)}


def test_hostile_text_changes_nothing_but_how_it_reads() -> None:
    article = Article(f"{HOSTILE[:60]}.txt", f"{HOSTILE}\n\nZinc eases {HOSTILE}", source="x", title=HOSTILE)
    claim = make_claim(article, f"Zinc eases {HOSTILE}", "Zinc", "eases", "TREATS", HOSTILE[:62], object_name=HOSTILE)
    rows = to_rows([replace(claim, rule_id=HOSTILE)])
    page = make_page(rows, (article,))
    assert page.count("<script") == page.count("</script") == 2
    assert "<img" not in page
    assert "\u202e" not in page
    (details,) = re.findall(r'<script type="application/json" id="details">(.*?)</script>', page, re.DOTALL)
    (detail,) = json.loads(details)
    assert detail["q"] == show(f"Zinc eases {HOSTILE}")
    assert detail["f"]["object"] == HOSTILE


def test_script_json_holds_no_character_that_could_end_it() -> None:
    value = ["</script>", "<!--", "a & b", "\u2028\u2029", "é"]
    text = to_script_json(value)
    assert re.findall(r"[<>&\u2028\u2029]", text) == []
    assert json.loads(text) == value


def test_control_characters_are_shown_one_for_one() -> None:
    assert show("a\u202eb\x00c\u2066d\x85") == "a␦b␦c␦d␦"
    assert show("é 🫐 \t") == "é 🫐 \t"


def many(number: int) -> list[Article]:
    return [replace(IRON, id=f"iron-{at:04}.txt") for at in range(number)]


def test_pages_hold_a_bounded_number_of_articles_and_of_bytes() -> None:
    assert [len(page) for page in split_pages(many(ARTICLES_A_PAGE * 2 + 1), {})] == [50, 50, 1]
    assert [
        len(page) for page in split_pages([replace(IRON, id=str(n), text="x" * 2_000_000) for n in range(3)], {})
    ] == [1, 1, 1]
    assert split_pages([], {}) == [[]]


def test_long_run_is_paged_and_its_first_page_leads_to_the_others(tmp_path: Path) -> None:
    articles = many(ARTICLES_A_PAGE + 1)
    last = {**find_row(make_rows(), "INCREASES"), "doc_id": articles[-1].id}
    rows = [*(row for row in make_rows() if row["doc_id"] == "zinc.txt"), last]
    written = write_report(rows, [*articles, ZINC], tmp_path / "report.html")
    assert [path.name for path in written] == ["report.html", "report-2.html"]
    first, second = (path.read_text("utf-8") for path in written)
    assert f'<a href="report-2.html#claim={last["claim_id"]}">' in first
    assert "5 claims in" not in second
    assert second.count("<article id=") == 2
    (tmp_path / "report-notes.html").write_text("mine", "utf-8")
    write_report(rows, [ZINC], tmp_path / "report.html")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report-notes.html", "report.html"]


def test_fifty_articles_stay_below_five_megabytes() -> None:
    text = "\n\n".join([IRON.text] * 100)
    articles = [replace(IRON, id=f"a{at:02}.txt", text=text) for at in range(50)]
    (row, other) = [row for row in make_rows() if row["doc_id"] == "iron.txt"]
    shifts = range(0, 30 * (len(IRON.text) + 2), len(IRON.text) + 2)
    rows = [moved(r, a.id, by) for a in articles for by in shifts for r in (row, other)][:1500]
    (content,) = make_report(rows, articles).values()
    assert len(content) < 5_000_000


def moved(row: dict[str, object], doc_id: str, by: int) -> dict[str, object]:
    places = {
        name: value + by for name, value in row.items() if name.endswith(("_start", "_end")) and isinstance(value, int)
    }
    return {**row, **places, "doc_id": doc_id, "claim_id": f"{doc_id}{by}{row['relation']}"}


def test_run_without_claims_has_a_page_too() -> None:
    page = make_page([])
    assert "<h1>0 claims in 3 articles</h1>" in page
    assert "No contradiction" in page
