"""Where sentences end. `¦` marks the expected cuts; without it the text must stay one sentence."""

from __future__ import annotations

import pytest

from claimx.data_files import DataFiles
from claimx.segment.rules import load_rules
from claimx.segment.sentences import LONGEST_SENTENCE, cut_long, split_sentences

RULES = load_rules(DataFiles())

CUTS = [
    "It needs vitamin D.¦ Zinc helps too.",
    "It holds vitamins A, C and E.¦ Zinc is absent.",
    "Hepatitis B.¦ Zinc",
    "Take B12.¦ Zinc comes next.",
    "Rich in B12.¦Zinc helps too.",
    "It slows nerve damage.¦The dose was small.",
    "Iron (from meat).¦Zinc follows.",
    "It was shown in mice.[3]¦ Zinc was not.",
    "It was shown in mice.[3,4]¦Zinc was not.",
    "It was shown in mice.¹²¦ Zinc was not.",
    "It was shown in mice.12¦ Zinc was not.",
    "The dose was 300 mg.¦ Adults took it daily.",
    "Take nuts, seeds, etc.¦ Avoid salt.",
    "It is sold in the U.S.¦ The dose is small.",
    "Take it at 8 p.m.¦ Sleep follows.",
    "Smith et al.¦ They found nothing.",
    "Is it safe?¦ Yes!¦ Very.",
    "Really?!¦ Yes.",
    "is it safe?¦ it is.",
    "She said: “It works.”¦ Nobody agreed.",
    "It works (in mice).¦ It fails in people.",
    "(It works in mice.)¦ It fails in people.",
    "It works …¦ It fails.",
    "It works...¦ The rest is silence.",
    "**It works.**¦ It fails.",
    "It helps sleep. 😴¦ Zinc does not.",
    "It helps sleep :)¦ It does.".replace(":)¦", ".¦"),
    "It really helps with sleep 😴¦ Zinc does not.",
    "It fell by 2.5.¦ It rose again.",
    "In 2019.¦ In 2020.",
    "it helps sleep.¦ it is cheap.",
    "Adults need 19-51+.¦ Women need less.",
    "血圧に効く。¦亜鉛も。",
]

WHOLE = [
    "E. coli and L. rhamnosus GG live here, as does B. longum.",
    "E. Coli is a bacterium.",
    "The paper by J. Smith and A. B. Jones found it.",
    "Dr. Smith and Prof. Jones of St. Mary's agree.",
    "St. John's wort eases depression.",
    "Greens, e.g. Spinach and kale, hold iron.",
    "Greens (e.g. spinach. Kale too) hold iron.",
    "Zinc vs. Iron was tested, i.e. Nothing else.",
    "About 5 mg. of zinc per kg. of weight.",
    "It takes approx. 20 minutes, see Fig. 2 and No. 1.",
    "The U.S. Food and Drug Administration says so.",
    "Adult men 19-51+ years need 400-420 mg daily.",
    "It fell by 2.4 grams; it then rose.",
    "Read www.example.com or mail a@b.org now.",
    "See http://example.org/a.Html?b=C.D for more.",
    "1. Take it with food.",
    "Is it “safe?” he asked.",
    "It works... or so they say.",
    "I love 😴 teas",
    "Lactobacillus sp. Strain 12 was used.",
]


@pytest.mark.parametrize("marked", CUTS + WHOLE)
def test_sentence_ends(marked: str) -> None:
    text = marked.replace("¦", "")
    found = [text[start:end] for start, end in split_sentences(text, 0, len(text), rules=RULES)]
    assert found == [part.strip() for part in marked.split("¦")]


def test_only_the_stretch_asked_for_is_split() -> None:
    text = "Out. Zinc helps. Iron too. Out."
    assert list(split_sentences(text, 5, 26, rules=RULES)) == [(5, 16), (17, 26)]


def test_an_endless_sentence_is_cut_at_white_space() -> None:
    text = "zinc " * 1000
    found = list(cut_long(text, [(0, len(text))]))
    assert found == [(0, 2999), (3000, 5000)]
    assert all(end - start <= LONGEST_SENTENCE for start, end in found)
