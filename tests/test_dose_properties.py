"""Properties over any text: spans are exact, nothing raises, and long input costs time in proportion."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.dose import find_doses, find_durations, find_usage

PIECES = st.sampled_from(
    ["5", "1,200", "½", "1/2", "two", "half a", "10 billion", " ", " ", "-", "–", " to ", " and ", ", ", "mg", "µg",
     "μg",
     "IU", "CFU", "cups", "g", "%", "a", "(", ")", "/", "kg", "day", " daily", " twice a day", "every 8 hours",
     "about ",
     "up to ", "or more", ".", "\n",
     "vitamin D", "of ", "for ", "weeks", "omega 3", "x", "10^9", "capsules", "²",
     "ß", "٣"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map("".join))


@settings(max_examples=400)
@given(TEXTS)
def test_every_span_is_exact_ordered_and_apart(text: str) -> None:
    found = find_doses(text)
    assert [item.surface for item in found] == [text[item.start : item.end] for item in found]
    assert all(item.start < item.end and item.quantity is not None for item in found)
    assert sorted((item.start, item.end) for item in found) == [(item.start, item.end) for item in found]
    assert all(left.end <= right.start for left, right in pairwise(found))
    durations = find_durations(text)
    assert [item.text for item in durations] == [text[item.start : item.end] for item in durations]


@settings(max_examples=200)
@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_nothing_is_found_outside_the_window(text: str, start: int, end: int) -> None:
    found = find_doses(text, start=start, end=end)
    usage = find_usage(text, start=start, end=end)
    spans = [(item.start, item.end) for item in found]
    spans += [(item.start, item.end) for item in usage.durations]
    spans += [(item.start, item.end) for item in (*usage.routes, *usage.forms, *usage.timings)]
    assert [span for span in spans if span[0] < start or span[1] > min(end, len(text))] == []


@settings(max_examples=100)
@given(TEXTS)
def test_amounts_are_in_order_and_daily_only_with_a_unit(text: str) -> None:
    for item in find_doses(text):
        quantity = item.quantity
        assert quantity is not None
        assert quantity.min is None or quantity.max is None or quantity.min <= quantity.max
        assert (quantity.daily_unit == "") == (quantity.daily_min is None and quantity.daily_max is None)


@pytest.mark.parametrize(
    "piece", ["7", " ", "1 ", "1, ", "1-", "one and ", "1 (", "\n ", "half ", "omega 3 ", "daily dose "]
)
def test_long_input_is_read_in_seconds(piece: str) -> None:
    text = (piece * (200_000 // len(piece) + 1))[:200_000]
    start = time.process_time()
    found = find_doses(text)
    assert (found, time.process_time() - start < 10) == ([], True)
