from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from claimx.errors import ClaimxError
from claimx.review.run import load_run
from claimx.review.sample import Sample, draw, parse_sample
from claimx.review.store import Event, Store
from claimx.review.verdicts import gather
from review_cases import IRON, find_row, make_rows, make_run, write_run

WRITER = """
import sys
from pathlib import Path
from claimx.review.store import Event, Store
store = Store(Path(sys.argv[1]))
for number in range(100_000):
    store.add(Event("a", "verdict", "d", f"c{number}", "right"))
    print(number, flush=True)
"""


def judge(claim_id: str, verdict: str = "right", reviewer: str = "a", **more: object) -> Event:
    return Event(reviewer, "verdict", "d", claim_id, verdict, **more)  # type: ignore[arg-type]


def said(store: Store) -> list[tuple[str, str, str]]:
    return [(event.reviewer, event.claim_id, event.verdict) for event in store.events()]


def test_what_was_stored_survives_kill(tmp_path: Path) -> None:
    path = tmp_path / "review.db"
    with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        last = -1
        while last < 20:
            last = int(writer.stdout.readline())
        os.kill(writer.pid, signal.SIGKILL)
        told = [last, *(int(line) for line in writer.stdout.read().split())]
    numbers = [int(event.claim_id[1:]) for event in Store(path).events()]
    # the one stored last may not have been told of any more
    assert numbers == list(range(len(numbers)))
    assert len(numbers) - len(range(told[-1] + 1)) in {0, 1}


def test_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "review.db"
    Store(path)

    def write(reviewer: str) -> None:
        store = Store(path)
        for number in range(25):
            store.add(judge(f"c{number}", reviewer=reviewer))

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    expected = sorted((name, f"c{number}", "right") for name in "abcd" for number in range(25))
    assert sorted(said(Store(path))) == expected


def test_undo_takes_back_the_reviewers_own_last_act_again_and_again(tmp_path: Path) -> None:
    store = Store(tmp_path / "review.db")
    for event in (judge("c1"), judge("c1", "wrong", error="dose"), judge("c2", reviewer="b")):
        store.add(event)
    undone = store.undo("a")
    assert undone is not None
    assert (undone.claim_id, undone.verdict) == ("c1", "wrong")
    assert said(store) == [("a", "c1", "right"), ("b", "c2", "right")]
    assert store.undo("a") is not None
    assert store.undo("a") is None
    assert said(store) == [("b", "c2", "right")]


def test_request_sent_twice_is_stored_once(tmp_path: Path) -> None:
    store = Store(tmp_path / "review.db")
    first = store.add(judge("c1"), request="r1")
    assert store.add(judge("c1"), request="r1") == first
    store.add(judge("c2"), request="r2")
    assert store.undo("a", request="r3") is not None
    assert store.undo("a", request="r3") is None
    assert said(store) == [("a", "c1", "right")]


def test_event_comes_back_as_it_was_stored(tmp_path: Path) -> None:
    store = Store(tmp_path / "review.db")
    event = judge(
        "c1", "wrong", error="object", note="ä\u202e", judged={"a": None, "b": 1.5}, correction={"object": "x"}
    )
    number = store.add(event)
    (found,) = store.events()
    assert found == replace(event, seq=number, at=found.at)


def test_file_that_is_no_database_is_said(tmp_path: Path) -> None:
    path = tmp_path / "review.db"
    path.write_text("not a database, " * 100, "utf-8")
    with pytest.raises(ClaimxError, match=r"review\.db: cannot be used for verdicts"):
        Store(path)


def test_verdict_follows_its_claim_and_is_stale_when_the_claim_reads_otherwise(tmp_path: Path) -> None:
    rows = make_rows()
    treats, causes, prevents = (find_row(rows, name) for name in ("TREATS", "CAUSES", "PREVENTS"))
    events = [
        Event("a", "verdict", row["doc_id"], row["claim_id"], "right", judged=row) for row in (treats, causes, prevents)
    ]
    again = [
        {**treats, "confidence": 0.5, "rule_id": "other"},
        {**causes, "certainty": "possible"},
        {**prevents, "claim_id": "f" * 16, "relation": "TREATS"},
    ]
    found = gather(make_run(tmp_path, again), events)
    assert {claim: sorted(given) for claim, given in found.current.items()} == {treats["claim_id"]: ["a"]}
    assert {claim: [old.changed for old in stale] for claim, stale in found.stale.items()} == {
        causes["claim_id"]: [("certainty",)],
        "f" * 16: [("relation",)],
    }


def test_verdict_on_a_claim_that_is_gone_is_kept_as_lost(tmp_path: Path) -> None:
    rows = make_rows()
    gone = find_row(rows, "PREVENTS")
    event = Event("a", "verdict", gone["doc_id"], gone["claim_id"], "wrong", "not_a_claim", judged=gone)
    found = gather(make_run(tmp_path, [row for row in rows if row is not gone]), [event])
    assert (found.lost, dict(found.current), dict(found.stale)) == ([event], {}, {})


def test_missed_claim_is_lost_when_its_article_reads_otherwise(tmp_path: Path) -> None:
    row = find_row(make_rows(), "PREVENTS")
    event = Event("a", "missed", row["doc_id"], "m", correction=row)
    assert gather(make_run(tmp_path / "same"), [event]).missed == [event]
    changed = gather(make_run(tmp_path / "other", [], (replace(IRON, text=f"Now: {IRON.text}"),)), [event])
    assert (changed.missed, changed.lost) == ([], [event])


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        (["right"], "right"),
        (["right", "wrong"], "disputed"),
        (["right", "wrong", "wrong"], "wrong"),
        (["unsure", "right"], "right"),
        (["unsure", "unsure"], "unsure"),
    ],
)
def test_most_reviewers_settle_a_claim(tmp_path: Path, votes: list[str], expected: str) -> None:
    row = make_rows()[0]
    events = [
        Event(f"r{at}", "verdict", row["doc_id"], row["claim_id"], vote, judged=row, seq=at)
        for at, vote in enumerate(votes)
    ]
    found = gather(make_run(tmp_path), events).settle(row["claim_id"])
    assert found is not None
    assert found[0] == expected


def test_last_verdict_of_a_reviewer_counts(tmp_path: Path) -> None:
    row = make_rows()[0]
    events = [
        Event("a", "verdict", row["doc_id"], row["claim_id"], vote, judged=row, seq=at)
        for at, vote in enumerate(("right", "wrong"))
    ]
    found = gather(make_run(tmp_path), events).settle(row["claim_id"])
    assert found == ("wrong", events[1])


def test_rows_of_another_run_than_the_articles_are_refused(tmp_path: Path) -> None:
    write_run(tmp_path, make_rows(), (IRON,))
    with pytest.raises(ClaimxError, match=r"does not fit articles\.parquet"):
        load_run(tmp_path)


def test_folder_without_a_run_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ClaimxError, match="run claimx extract first"):
        load_run(tmp_path)


def test_sample_has_one_order_for_each_seed() -> None:
    rows = make_rows()
    first, second = draw(rows, Sample("random", 1)), draw(list(reversed(rows)), Sample("random", 1))
    assert first == second
    assert draw(rows, Sample("random", 2)) != first
    assert sorted(first) == sorted(row["claim_id"] for row in rows)


def test_least_sure_come_first() -> None:
    rows = make_rows()
    assert draw(rows, Sample("confidence"))[0] == find_row(rows, "INCREASES")["claim_id"]


def test_strata_take_turns() -> None:
    treats, prevents = ([{**r, "claim_id": f"{r['relation']}{n}"} for n in range(3)] for r in make_rows()[:2])
    rows = [*treats, *({**row, "relation": "OTHER"} for row in prevents[:1])]
    found = draw(rows, Sample("strata"))
    assert len(found) == 4
    assert found[1] == prevents[0]["claim_id"]


def test_filter_keeps_only_what_it_names_and_the_query_gives_the_sample_back() -> None:
    rows = make_rows()
    sample = Sample("article", 7, {"relation": "TREATS", "polarity": "negated"})
    assert draw(rows, sample) == [find_row(rows, "TREATS", "negated")["claim_id"]]
    query = dict(part.split("=") for part in sample.query().split("&"))
    assert parse_sample(query) == sample
    assert parse_sample({"method": "x", "seed": "-1", "sent_start": "3", "claim_id": "c"}) == Sample()
