"""Claims made by hand, for tests of what comes behind the extraction."""

from __future__ import annotations

from dataclasses import replace

from claimx.records import Article, Claim, Mention, Quantity, Sentence, Span

ARTICLE = Article("zinc.txt", "Zinc\n\nZinc eases sore throats, at 15 mg a day.", source="in/zinc.txt", title="Zinc")
SENTENCE = Sentence(start=6, end=46, text=ARTICLE.text[6:46], index=1, block=1, section="Zinc")


def find_span(words: str) -> Span:
    start = ARTICLE.text.index(words, SENTENCE.start)
    return Span(start, start + len(words))


def make_claim(**changes: object) -> Claim:
    """ "Zinc eases sore throats, at 15 mg a day", with the fields named replaced."""
    zinc, throats, dose, trigger = (find_span(w) for w in ("Zinc", "sore throats", "15 mg a day", "eases"))
    quantity = Quantity(min=15.0, max=15.0, unit="mg", period="day", daily_min=15.0, daily_max=15.0, daily_unit="mg")
    claim = Claim(
        sentence=SENTENCE,
        nutrient=Mention("NUTRIENT", zinc.start, zinc.end, "Zinc", "zinc", id="CHEBI:27363", subtype="mineral"),
        relation="TREATS",
        object=Mention("CONDITION", throats.start, throats.end, "sore throats", "sore throat", origin="noun_phrase"),
        trigger=trigger,
        rule_id="treats-ease",
        dose=Mention("DOSE", dose.start, dose.end, "15 mg a day", "15 mg a day", quantity=quantity),
        confidence=0.87654,
        doc_id=ARTICLE.id,
        title=ARTICLE.title,
        trigger_text="eases",
    )
    return replace(claim, **changes)  # type: ignore[arg-type]
