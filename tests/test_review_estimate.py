from __future__ import annotations

from pathlib import Path

import pytest
from scipy.stats import binomtest

from claimx.review.estimate import Stratum, agreement, more_until, weighted, wilson
from claimx.review.stats import format_stats, measure
from claimx.review.store import Event
from claimx.review.verdicts import gather
from review_cases import find_row, make_rows, make_run


@pytest.mark.parametrize(("right", "trials"), [(0, 1), (1, 1), (7, 10), (50, 100), (97, 100)])
def test_wilson_interval_is_scipys(right: int, trials: int) -> None:
    expected = binomtest(right, trials).proportion_ci(method="wilson")
    found = wilson(right, trials)
    assert found is not None
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high), abs=1e-9)


def test_nothing_judged_has_no_interval() -> None:
    assert (wilson(0, 0), weighted([Stratum(10, 0, 0)])) == (None, None)


def test_weights_bring_a_lopsided_sample_back_to_the_whole() -> None:
    # 90 rows of a part that is always right, 10 of one that never is, five judged of each
    found = weighted([Stratum(90, 5, 5), Stratum(10, 5, 0)])
    assert found is not None
    assert found.estimate.value == pytest.approx(0.9)
    assert found.covered == 1.0
    assert found.estimate.low < 0.75 < 0.9 < found.estimate.high


def test_one_stratum_gives_about_the_plain_interval() -> None:
    plain, found = wilson(70, 100), weighted([Stratum(1000, 100, 70)])
    assert plain is not None
    assert found is not None
    assert (found.estimate.low, found.estimate.high) == pytest.approx((plain.low, plain.high), abs=0.002)


def test_strata_that_nobody_looked_at_are_said_not_guessed() -> None:
    found = weighted([Stratum(60, 10, 5), Stratum(40, 0, 0)])
    assert found is not None
    assert (found.estimate.value, found.covered) == (0.5, 0.6)


def test_how_many_more_verdicts() -> None:
    assert more_until(None, population=10_000) == 381
    half = wilson(381 / 2, 381)
    assert half is not None
    assert half.half_width <= 0.05
    assert more_until(None, population=40) == 40
    found = wilson(90, 100)
    assert found is not None
    more = more_until(found, population=10_000)
    before, then = (wilson(0.9 * trials, trials) for trials in (100 + more - 1, 100 + more))
    assert before is not None
    assert then is not None
    assert then.half_width <= 0.05 < before.half_width
    assert more_until(wilson(900, 1000), population=10_000) == 0


def test_agreement_on_shared_claims() -> None:
    # the worked example of Cohen's kappa: 20 both right, 15 both wrong, 5 and 10 apart, kappa 0.4
    pairs = [("right", "right")] * 20 + [("right", "wrong")] * 5 + [("wrong", "right")] * 10 + [("wrong", "wrong")] * 15
    verdicts = {f"c{at:02}": {"a": one, "b": other} for at, (one, other) in enumerate(pairs)}
    found = agreement({**verdicts, "alone": {"a": "right"}})
    assert (found.shared, found.agreeing) == (50, 35)
    ((names, (shared, kappa)),) = found.kappas.items()
    assert (names, shared, kappa) == (("a", "b"), 50, pytest.approx(0.4))
    # 1 - observed / expected disagreement over 100 values, 55 right and 45 wrong
    assert found.alpha == pytest.approx(1 - 0.3 / (2 * 55 * 45 / (100 * 99)))


def test_agreement_is_undefined_when_only_one_verdict_was_given() -> None:
    found = agreement({"c": {"a": "right", "b": "right"}})
    assert (found.agreeing, found.kappas, found.alpha) == (1, {("a", "b"): (1, None)}, None)
    assert agreement({}).shared == 0


def test_figures_of_a_review(tmp_path: Path) -> None:
    rows = make_rows()
    run = make_run(tmp_path)
    said = {
        "TREATS": ("right", ""),
        "CAUSES": ("wrong", "relation"),
        "HAS_DOSE": ("wrong", "not_a_claim"),
        "FOUND_IN": ("unsure", ""),
    }
    events = []
    for relation, (verdict, error) in said.items():
        row = find_row(rows, relation)
        events.append(
            Event("a", "verdict", row["doc_id"], row["claim_id"], verdict, error, judged=row, seq=len(events))
        )
    missed = {
        **find_row(rows, "PREVENTS"),
        "claim_id": "m",
        "doc_id": "zinc.txt",
        "sent_start": 0,
        "sent_end": 4,
        "sentence": "Zinc",
    }
    events += [Event("a", "missed", "zinc.txt", "m", correction=missed), Event("a", "read", "zinc.txt")]
    found = measure(run, gather(run, events))
    counts = {"claims": 7, "judged": 3, "right": 1, "wrong": 2, "unsure": 1, "disputed": 0, "missed": 1}
    assert found.counts == {**counts, "stale": 0, "lost": 0}
    assert found.errors == {"not_a_claim": 1, "relation": 1}
    # one right; missed: the one added and the one whose relation is wrong, not the one that is no claim
    assert (found.recall.right, found.recall.missed, found.recall.unjudged) == (1, 2, 1)
    relation = {part.name: (part.rows, part.judged, part.right) for part in found.tables["relation"]}
    assert relation["TREATS"] == (2, 1, 1)
    assert relation["PREVENTS"] == (1, 0, 0)
    assert format_stats(found).splitlines()[:3] == [
        "claims      7, judged 3: right 1, wrong 2",
        "            besides unsure 1, disputed 0, stale 0, lost 0",
        "precision   33.3 % (6.1 to 79.2) of what was judged, 95 % Wilson interval",
    ]
