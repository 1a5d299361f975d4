from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from claimx.data_files import DataFiles
from claimx.records import Article
from claimx.review.correct import blank_row, correct
from claimx.review.gold import make_gold, to_gold
from claimx.review.run import ReviewRun
from claimx.review.server import create_app, listen
from claimx.review.store import Event, Store
from claimx.review.verdicts import gather
from claimx.table import to_rows
from review_cases import IRON, ZINC, find_row, make_claim, make_rows, make_run, place

TOKEN, PORT = "a-token", 8123
BASE = f"http://127.0.0.1:{PORT}"
SAME = {"origin": BASE, "content-type": "application/json"}
DATA = DataFiles()


@pytest.fixture
def run(tmp_path: Path) -> ReviewRun:
    return make_run(tmp_path)


@pytest.fixture
def store(run: ReviewRun) -> Store:
    return Store(run.folder / "review.db")


def open_client(run: ReviewRun, store: Store) -> TestClient:
    return TestClient(create_app(run, store, token=TOKEN, port=PORT, reviewer="ann"), base_url=BASE)


@pytest.fixture
def client(run: ReviewRun, store: Store) -> Iterator[TestClient]:
    with open_client(run, store) as made:
        made.get("/", params={"token": TOKEN})
        yield made


def act(client: TestClient, name: str, body: dict[str, Any], **query: str) -> tuple[int, dict[str, Any]]:
    answer = client.post(f"/act/{name}", json=body, headers=SAME, params=query)
    return answer.status_code, answer.json()


def test_only_who_has_the_token_gets_in(run: ReviewRun, store: Store) -> None:
    with open_client(run, store) as client:
        assert client.get("/review").status_code == 403
        assert client.get("/", params={"token": "other"}).status_code == 403
        entered = client.get("/", params={"token": TOKEN, "as": "ben"}, follow_redirects=False)
        assert (entered.status_code, entered.headers["location"]) == (303, "/?as=ben")
        cookie = entered.headers["set-cookie"]
        assert {"HttpOnly", "SameSite=strict"} <= {part.strip() for part in cookie.split(";")}
        assert client.get("/review").status_code == 200


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        (f"127.0.0.1:{PORT}", 200),
        (f"localhost:{PORT}", 200),
        ("127.0.0.1", 421),
        (f"evil.example:{PORT}", 421),
        (f"127.0.0.1.evil.example:{PORT}", 421),
        ("", 421),
    ],
)
def test_only_the_own_host_name_is_served(client: TestClient, host: str, expected: int) -> None:
    cookie = {"cookie": f"claimx-review-{PORT}={TOKEN}"}
    assert client.get("/review", headers={"host": host, **cookie}).status_code == expected


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (SAME, 200),
        ({"content-type": "application/json"}, 403),
        ({**SAME, "origin": "http://evil.example"}, 403),
        ({**SAME, "origin": "null"}, 403),
        ({**SAME, "origin": f"http://localhost:{PORT}"}, 403),
        ({**SAME, "content-type": "text/plain"}, 415),
    ],
)
def test_only_the_own_pages_may_write(client: TestClient, store: Store, headers: dict[str, str], expected: int) -> None:
    body = f'{{"claim_id": "{make_rows()[0]["claim_id"]}", "verdict": "right"}}'
    answer = client.post("/act/verdict", content=body, headers=headers)
    assert (answer.status_code, len(store.events())) == (expected, 1 if expected == 200 else 0)


def test_every_answer_forbids_foreign_scripts_and_frames(client: TestClient) -> None:
    for path in ("/review", "/stats", "/static/review.js", "/static/none.js"):
        headers = client.get(path).headers
        assert "script-src 'self'; style-src 'self'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert (headers["x-content-type-options"], headers["cache-control"]) == ("nosniff", "no-store")
    page = client.get("/review").text
    assert re.findall(r"\s(?:on\w+|style)=", page) == []


def test_listens_on_the_loopback_only() -> None:
    with listen(0) as found:
        assert found.getsockname()[0] == "127.0.0.1"


def test_verdict_is_kept_and_shown_after_a_reload(client: TestClient, store: Store) -> None:
    row = find_row(make_rows(), "CAUSES")
    status, answer = act(client, "verdict", {"claim_id": row["claim_id"], "verdict": "right"})
    assert (status, answer["claim_id"]) == (200, row["claim_id"])
    (event,) = store.events()
    assert (event.reviewer, event.verdict, event.judged) == ("ann", "right", row)
    page = client.get("/review", params={"claim": row["claim_id"]}).text
    assert 'You said <strong class="right">right</strong>' in page


@pytest.mark.parametrize(
    ("name", "body", "problem"),
    [
        ("verdict", {"claim_id": "x", "verdict": "right"}, "this claim is not in the run"),
        ("verdict", {"verdict": "fine"}, "verdict: expected one of right, wrong, unsure"),
        ("verdict", {"verdict": "wrong"}, "say what is wrong"),
        ("verdict", {"verdict": "wrong", "error": "dose", "correction": {"title": "x"}}, '"title" cannot be set'),
        ("verdict", {"verdict": "wrong", "error": "dose", "correction": [1]}, "correction: expected an object"),
        ("missed", {"doc_id": "x"}, "this article is not in the run"),
        ("missed", {"doc_id": "zinc.txt"}, "correction: expected an object"),
        ("read", {"doc_id": "x"}, "this article is not in the run"),
        ("dance", {}, 'no act "dance"'),
    ],
)
def test_what_cannot_be_done_is_answered_with_the_reason(
    client: TestClient, store: Store, name: str, body: dict[str, Any], problem: str
) -> None:
    whole = {"claim_id": make_rows()[0]["claim_id"], **body}
    assert act(client, name, whole) == (422, {"problems": [problem]})
    assert store.events() == []


def test_next_goes_through_the_sample_and_around(client: TestClient) -> None:
    def shown(**query: str) -> str:
        page = client.get("/review", params={"method": "article", "part": "1", **query}).text
        return re.findall(r'data-claim="([^"]*)"', page)[0]  # type: ignore[no-any-return]

    ids = [row["claim_id"] for row in make_rows()]
    assert shown() == ids[0]
    assert shown(after=ids[0]) == ids[1]
    assert shown(after=ids[-1]) == ids[0]
    act(client, "verdict", {"claim_id": ids[1], "verdict": "unsure"})
    assert shown(after=ids[0]) == ids[2]
    assert shown(claim=ids[1]) == ids[1]


def test_work_goes_on_with_the_sample_it_stopped_at(client: TestClient) -> None:
    client.get("/review", params={"method": "strata", "seed": "9", "relation": "TREATS", "as": "ben"})
    home = client.get("/", params={"as": "ben"}, follow_redirects=False)
    assert home.headers["location"] == "/review?method=strata&seed=9&relation=TREATS&as=ben"


def test_others_verdicts_show_only_after_the_own(client: TestClient) -> None:
    claim_id = make_rows()[0]["claim_id"]
    act(client, "verdict", {"claim_id": claim_id, "verdict": "right"}, **{"as": "ben"})
    before = client.get("/review", params={"claim": claim_id}).text
    act(client, "verdict", {"claim_id": claim_id, "verdict": "unsure"})
    after = client.get("/review", params={"claim": claim_id}).text
    assert ("<bdi>ben</bdi> said" in before, "<bdi>ben</bdi> said" in after) == (False, True)


def test_statistics_page_shows_the_figures(client: TestClient) -> None:
    rows = make_rows()
    for row, verdict in zip(rows[:4], ("right", "right", "right", "unsure"), strict=True):
        act(client, "verdict", {"claim_id": row["claim_id"], "verdict": verdict})
        act(client, "verdict", {"claim_id": row["claim_id"], "verdict": "right"}, **{"as": "ben"})
    page = client.get("/stats").text
    assert "3 of 4 claims that more than one reviewer judged" in page
    assert re.findall(r'<p class="big">([\d.]+)', page) == ["100.0", "100.0"]
    assert re.findall(r'<p class="big">([\d.]+)', client.get("/stats", params={"only": "ann"}).text) == [
        "100.0",
        "100.0",
    ]


def test_hostile_text_and_names_stay_text(tmp_path: Path) -> None:
    words = "</script><script>alert(1)</script>\u202e<img src=x onerror=alert(1)>"
    article = Article("<b>\u202e.txt", f"Zinc eases {words} " + "w" * 2000, source="x", title=words)
    claim = make_claim(article, article.text, "Zinc", "eases", "TREATS", words, object_name=words)
    run = make_run(tmp_path, to_rows([replace(claim, rule_id=words)]), (article,))
    with open_client(run, Store(tmp_path / "review.db")) as client:
        client.get("/", params={"token": TOKEN})
        act(
            client,
            "verdict",
            {"claim_id": run.rows[0]["claim_id"], "verdict": "unsure", "note": words},
            **{"as": words},
        )
        for path in ("/review", "/stats", "/review?claim=" + run.rows[0]["claim_id"]):
            page = client.get(
                path, params={"as": words, "nutrient_name": words} if path == "/review" else {"as": words}
            ).text
            assert "<img" not in page
            assert "<script>" not in page
            assert "\u202e" not in re.sub(r'value="[^"]*"', "", page)


def test_correction_takes_the_words_that_were_selected_without_the_space_around_them() -> None:
    row = find_row(make_rows(), "INCREASES")
    span = place(IRON, "energy levels")
    made = correct(row, {"object": [span.start - 1, span.end - 7], "object_name": "energy"}, IRON, data=DATA)
    assert made.problems == []
    assert made.columns == {"object": "energy", "object_end": span.start + 6, "object_name": "energy"}


def test_selected_dose_is_read_again() -> None:
    row = find_row(make_rows(), "TREATS")
    span = place(ZINC, "50 mg of zinc a day")
    wanted = {"dose": [span.start, span.end], "relation": "HAS_DOSE"}
    made = correct(row, {**wanted, "object": None, "object_name": "", "object_type": ""}, ZINC, data=DATA)
    assert made.problems == []
    names = ("dose_text", "dose_min", "dose_unit", "daily_max", "object", "object_start")
    assert [made.columns[name] for name in names] == ["50 mg of zinc a day", 50.0, "mg", 50.0, "", None]
    # the sentence grows to hold both spans
    assert made.columns["sentence"].startswith("Zinc eases")
    assert made.columns["sentence"].endswith("of zinc a day.")


@pytest.mark.parametrize(
    ("wanted", "problem"),
    [
        ({"relation": "HEALS"}, "relation: "),
        ({"dose_min": "many"}, 'dose_min: "many" is no number'),
        ({"nutrient": [5, 5]}, "nutrient: select some words of the article"),
        ({"nutrient": [0, 10_000]}, "nutrient: select some words of the article"),
        ({"nutrient": [True, 4]}, "nutrient: select some words of the article"),
        ({"object": None}, "object: select its words"),
        ({"nutrient_name": " "}, "nutrient: give its name"),
        ({"claim_id": "x"}, '"claim_id" cannot be set'),
    ],
)
def test_correction_that_makes_no_row_is_refused(wanted: dict[str, Any], problem: str) -> None:
    made = correct(find_row(make_rows(), "INCREASES"), wanted, IRON, data=DATA)
    assert [found[: len(problem)] for found in made.problems] == [problem]


def test_missed_claim_gets_its_sentence(client: TestClient, store: Store) -> None:
    nutrient, words = place(IRON, "Iron", within="Iron prevents"), place(IRON, "anemia")
    wanted = {"nutrient": [nutrient.start, nutrient.end], "nutrient_name": "iron", "object": [words.start, words.end]}
    wanted |= {"object_name": "anemia", "object_type": "condition", "relation": "TREATS"}
    status, answer = act(client, "missed", {"doc_id": "iron.txt", "correction": wanted})
    (event,) = store.events()
    assert (status, answer["claim_id"]) == (200, event.claim_id)
    assert event.correction["sentence"] == "Iron prevents anemia."
    assert event.correction.keys() == blank_row(IRON).keys()


def test_gold_holds_right_rows_corrected_ones_and_missed_ones(run: ReviewRun) -> None:
    rows = make_rows()
    treats, denies, causes, doses = (
        find_row(rows, *name) for name in (("TREATS",), ("TREATS", "negated"), ("CAUSES",), ("HAS_DOSE",))
    )
    judged = [
        (treats, "right", "", {}),
        (denies, "wrong", "not_a_claim", {}),
        (causes, "wrong", "relation", {"relation": "PREDISPOSES"}),
        (doses, "unsure", "", {}),
    ]
    events = [
        Event("a", "verdict", "zinc.txt", row["claim_id"], verdict, error, judged=row, correction=correction)
        for row, verdict, error, correction in judged
    ]
    events += [
        Event("a", "missed", "iron.txt", "m", correction=find_row(rows, "PREVENTS")),
        Event("a", "read", "iron.txt"),
    ]
    verdicts = gather(run, events)
    gold = make_gold(run, verdicts)
    assert [(row["doc"], row["relation"]) for row in gold.rows] == [
        ("iron.txt", "PREVENTS"),
        ("zinc.txt", "TREATS"),
        ("zinc.txt", "PREDISPOSES"),
    ]
    assert gold.unsettled == [doses["claim_id"]]
    assert [row["doc"] for row in make_gold(run, verdicts, only_read=True).rows] == ["iron.txt"]


def test_gold_row_has_the_gold_format() -> None:
    assert to_gold(find_row(make_rows(), "HAS_DOSE")) == {
        "doc": "zinc.txt",
        "quote": "Adults take 50 mg of zinc a day.",
        "nutrient": "zinc",
        "nutrient_name": "zinc",
        "nutrient_state": "intake",
        "relation": "HAS_DOSE",
        "object": "",
        "object_type": "none",
        "polarity": "affirmed",
        "certainty": "asserted",
        "evidence": "none",
        "population": "",
        "species": "",
        "dose": {
            "text": "50 mg of zinc a day",
            "min": 50.0,
            "max": 50.0,
            "unit": "mg",
            "period": "day",
            "intakes_per_day": None,
            "daily_min": 50.0,
            "daily_max": 50.0,
            "daily_unit": "mg",
            "role": "typical",
        },
        "duration": "",
        "route": "",
        "form": "",
        "timing": "",
        "claim_class": "other",
        "resolution": "explicit",
    }
