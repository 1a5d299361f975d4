"""What surrounds a predicate changes nothing of what is claimed: "the problem is that it can", "she says, can"."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from claimx import Extractor

FRAMES = (Path(__file__).parent / "data" / "frames.txt").read_text(encoding="utf-8").splitlines()
LEAD = "Magnesium has been studied for decades. "
SUBJECTS = {"magnesium": "", "it": LEAD, "the mineral": LEAD}
PREDICATES = {
    "ease nausea": ("TREATS", "nausea"),
    "lower blood pressure": ("DECREASES", "blood pressure"),
    "cause diarrhea": ("CAUSES", "diarrhea"),
}


def told(frame: str, subject: str, predicate: str) -> str:
    """A frame with a subject, {S} where it begins a sentence, and a predicate, {b}."""
    text = frame.format(S=subject[0].upper() + subject[1:], s=subject, b=predicate)
    return SUBJECTS[subject] + text


@pytest.fixture(scope="module")
def read(extractor: Extractor) -> dict[str, set[tuple[str, str, str, str]]]:
    texts = [told(*parts) for parts in product(FRAMES, SUBJECTS, PREDICATES)]
    return {
        text: {(c.nutrient.name, c.relation, c.object.surface if c.object else "", c.polarity) for c in claims}
        for text, claims in zip(texts, extractor.pipe(texts), strict=True)
    }


@pytest.mark.parametrize("frame", FRAMES)
def test_frame_leaves_its_claim(frame: str, read: dict[str, set[tuple[str, str, str, str]]]) -> None:
    polarity = "negated" if re.search(r"\b(?:not|cannot|nor)\b", frame.lower()) else "affirmed"
    found = {key: read[told(frame, *key)] for key in product(SUBJECTS, PREDICATES)}
    assert found == {key: {("magnesium", *PREDICATES[key[1]], polarity)} for key in found}
