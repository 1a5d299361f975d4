from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import claimx
from claimx.engine import Options, run, write_run
from claimx.parse import load_model
from claimx.pipeline import Extractor, assemble, data_files, group_articles
from claimx.records import Article, Claim
from claimx.table import to_row, to_rows

TEXT = """Magnesium and your sleep

Magnesium does not relieve muscle cramps. It may lower blood pressure.

Possible side effects of vitamin C:

- nausea
- diarrhea

Adults need 400 mg of magnesium daily. Does zinc help?
"""
SPANS = ("nutrient", "object", "trigger")
WORDS = (
    *"magnesium zinc it vitamin D. B12 omega-3s relieves may lower does not treat 400 mg daily of pain nausea".split(),
    *"in rats and , . : ? - • 5mg/kg (ALA) µg é 😀 ½ is good for risk of cancer".split(),
    *("\n", "\r\n", "\t", "\u2028", "\x00", "\n\n- "),
)


def summarize(claims: list[Claim]) -> list[tuple[str, str, str, str]]:
    rows = to_rows(claims)
    return [(row["nutrient_name"], row["relation"], row["object"], row["polarity"]) for row in rows]


def check_spans(text: str, claims: list[Claim]) -> Iterator[tuple[str, str]]:
    """Pairs that must be equal: the words of a row and the words at its offsets."""
    for row in map(to_row, claims):
        for name in SPANS:
            if row[f"{name}_start"] is not None:
                yield text[row[f"{name}_start"] : row[f"{name}_end"]], row[name]
        if row["dose_start"] is not None:
            yield text[row["dose_start"] : row["dose_end"]], row["dose_text"]
        yield text[row["sent_start"] : row["sent_end"]], row["sentence"]


def test_extract_reads_statements_pronouns_and_negation(extractor: Extractor) -> None:
    found = summarize(extractor.extract(TEXT))
    assert ("magnesium", "TREATS", "muscle cramps", "negated") in found
    assert ("magnesium", "DECREASES", "blood pressure", "affirmed") in found
    assert [row for row in found if row[0] == "zinc"] == []


def test_every_span_gives_its_words(extractor: Extractor) -> None:
    pairs = list(check_spans(TEXT, extractor.extract(TEXT)))
    assert [pair for pair in pairs if pair[0] != pair[1]] == []
    assert len(pairs) > 6


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=60))
def test_no_text_raises_and_every_span_gives_its_words(extractor: Extractor, text: str) -> None:
    pairs = list(check_spans(text, extractor.extract(text)))
    assert [pair for pair in pairs if pair[0] != pair[1]] == []


def test_pipe_gives_the_claims_of_each_article_in_order(extractor: Extractor) -> None:
    texts = ["Magnesium may relieve pain.", "", "Nothing here.", "Zinc may relieve nausea."]
    assert [summarize(claims) for claims in extractor.pipe(texts)] == [
        [("magnesium", "TREATS", "pain", "affirmed")],
        [],
        [],
        [("zinc", "TREATS", "nausea", "affirmed")],
    ]


def test_articles_do_not_depend_on_one_another(extractor: Extractor) -> None:
    texts = ["It lowers blood pressure.", "Magnesium may relieve pain. It lowers blood pressure."]
    forwards = [summarize(claims) for claims in extractor.pipe(texts)]
    backwards = [summarize(claims) for claims in extractor.pipe(reversed(texts))]
    assert forwards == backwards[::-1]
    assert [len(claims) for claims in forwards] == [0, 2]


def test_topic_speaks_for_the_missing_subject(extractor: Extractor) -> None:
    article = Article(id="review", text="It really relieves my joint pain.")
    found = [summarize(extractor.extract(item)) for item in (article, replace(article, topic="vitamin D"))]
    assert [[row[0] for row in claims] for claims in found] == [[], ["vitamin D"]]


def test_title_and_id_reach_the_rows(extractor: Extractor) -> None:
    claims = extractor.extract(Article(id="sleep.txt", text=TEXT))
    assert {(claim.doc_id, claim.title) for claim in claims} == {("sleep.txt", "Magnesium and your sleep")}


def test_spacy_component_gives_the_same_claims(both_readers: Extractor) -> None:
    nlp = load_model()
    nlp.add_pipe("claimx")
    doc = nlp.make_doc(TEXT)
    doc.user_data["doc_id"] = "text"
    claims = nlp(doc)._.claims
    assert to_rows(claims) == to_rows(both_readers.extract(TEXT))
    assert len(claims) > 1


def test_component_shows_a_dose_as_the_command_line_does(extractor: Extractor) -> None:
    nlp = spacy.load(Path(claimx.__file__).parents[2] / "models" / "en_claimx")
    component = nlp.add_pipe("claimx")
    reading = extractor.prepare("Take 300 mg of zinc.")
    pairs = list(zip(reading.sentences, reading.mentions, strict=True))
    shown = component._assemble().parser.show(*pairs[0])  # type: ignore[attr-defined]
    assert [token.text for token in shown] == [token.text for token in extractor.parser.show(*pairs[0])]
    assert "DOSEMG" in [token.text for token in shown]


def test_pipeline_without_a_parser_says_so() -> None:
    with pytest.raises(claimx.ClaimxError, match="parser"):
        assemble(spacy.blank("en"), data=data_files(None))


def test_overlay_adds_a_nutrient(tmp_path: Path) -> None:
    text = "Glimmerwort may relieve nausea."
    (tmp_path / "lexicon").mkdir()
    header = "name\tid\tsubtype\tparent\tform\tspellings\tsource\tnote\n"
    row = "glimmerwort\tmine:1\tbotanical\t\t\tGlimmerwort\tmine\t\n"
    (tmp_path / "lexicon" / "nutrients.tsv").write_text(header + row, encoding="utf-8")
    assert summarize(claimx.load(tmp_path).extract(text)) == [("glimmerwort", "TREATS", "nausea", "affirmed")]


def test_workers_write_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimx.engine.MIN_CHARACTERS_A_WORKER", 1)
    monkeypatch.setattr("claimx.pipeline.GROUP_CHARACTERS", 1)
    articles = [Article(id=f"{n}.txt", text=TEXT.replace("Magnesium", name)) for n, name in enumerate(NAMES)]
    files: list[dict[str, bytes]] = []
    for folder, options in (("one", Options()), ("many", Options(jobs=2))):
        (tmp_path / folder).mkdir()
        written = write_run(run(articles, options), tmp_path / folder, formats=["csv", "parquet"])
        files.append({path.name: path.read_bytes() for path in written})
    assert files[0] == files[1]


NAMES: tuple[Any, ...] = ("Zinc", "Iron", "Vitamin D", "Ginger", "Magnesium", "Turmeric", "Selenium")


@pytest.mark.parametrize("size", [1, 7])
def test_batches_of_any_size_parse_alike(extractor: Extractor, size: int) -> None:
    article = Article(id="text", text=TEXT + TEXT.replace("Magnesium", "Vitamin B12"))
    small = replace(extractor.parser, batch_size=size)
    assert replace(extractor, parser=small).read(article) == extractor.read(article)


def test_articles_parsed_together_read_as_alone(extractor: Extractor) -> None:
    articles = [Article(id=name, text=TEXT.replace("Magnesium", name)) for name in NAMES]
    together = extractor.parse([extractor.prepare(article) for article in articles])
    assert together == [extractor.read(article) for article in articles]
    assert [len(reading.parses) > 3 for reading in together] == [True] * len(NAMES)


@pytest.mark.parametrize(
    ("sizes", "groups"),
    [([], []), ([1], [[1]]), ([9, 1, 5], [[9, 1], [5]]), ([10, 10], [[10], [10]]), ([99, 1], [[99], [1]])],
)
def test_groups_fill_up_in_order(sizes: list[int], groups: list[list[int]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimx.pipeline.GROUP_CHARACTERS", 10)
    found = group_articles(Article(id=str(n), text="x" * size) for n, size in enumerate(sizes))
    assert [[len(article.text) for article in group] for group in found] == groups


def test_what_a_lead_in_leaves_to_its_list_is_filled_by_each_item(extractor: Extractor) -> None:
    text = "Conditions that may lead to anemia include:\n\n- Ulcers\n- A diet without enough iron or folate\n"
    found = [(row["nutrient"], row["nutrient_state"], row["resolution"]) for row in to_rows(extractor.extract(text))]
    assert found == [("iron", "deficiency", "list_head"), ("folate", "deficiency", "list_head")]


def test_list_item_that_is_a_sentence_fills_no_place(extractor: Extractor) -> None:
    text = "Many things may cause gas:\n\n- Beans are cooked in water.\n- Beans\n"
    assert [row["sentence"] for row in to_rows(extractor.extract(text))] == ["Beans"]


def test_amounts_of_a_table_take_role_and_period_from_its_heads(extractor: Extractor) -> None:
    text = (
        "# Zinc\n\n## Zinc a day\n\n| Age | Recommended | Upper limit |\n|---|---|---|\n| Adults | 8-11 mg | 40 mg |\n"
    )
    found = [claim.dose.quantity for claim in extractor.extract(text) if claim.dose is not None]
    assert [(item.role, item.daily_min, item.daily_max, item.daily_unit) for item in found if item is not None] == [
        ("recommended", 8, 11, "mg"),
        ("upper_limit", None, 40, "mg"),
    ]


def test_amounts_of_rows_and_items_are_for_the_group_that_is_named_there(extractor: Extractor) -> None:
    rows = "| Age | Amount |\n|---|---|\n| Over 14 years | 55 mcg |\n| Pregnant women | 60 mcg |\n| Fish | 40 mcg |\n"
    text = f"# Selenium\n\nRecommended daily amounts of selenium\n\n{rows}\n- 1-3 years: 20 mcg\n- Men: 70 mcg\n"
    doses = [claim for claim in extractor.extract(text) if claim.relation == "HAS_DOSE" and claim.dose is not None]
    found = [
        (claim.dose.surface, claim.qualifiers.population, claim.qualifiers.species) for claim in doses if claim.dose
    ]
    assert found == [
        ("55 mcg", "Over 14 years", "human"),
        ("60 mcg", "Pregnant women", "human"),
        ("40 mcg", "", ""),
        ("20 mcg", "1-3 years", "human"),
        ("70 mcg", "Men", "human"),
    ]


def test_what_a_label_and_its_sentence_name_is_one_row(extractor: Extractor) -> None:
    found = [
        (claim.nutrient.name, claim.relation, claim.object.surface)
        for text in (
            "Oats: Oats are a good source of fiber.",
            "Oats are a good source of fiber. So oats contain fiber.",
        )
        for claim in extractor.extract(text)
        if claim.object is not None
    ]
    assert found == [("dietary fiber", "FOUND_IN", "Oats")] * 2 + [("dietary fiber", "FOUND_IN", "oats")]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("Less common symptoms include headache and a sore tongue.", ["headache", "sore tongue"]),
        ("Other signs include headache and dizziness.", ["headache", "dizziness"]),
        ("Other patients had headache.", []),
        ("Less common drinks include tea.", []),
    ],
)
def test_a_sentence_names_more_of_what_the_one_before_it_names(
    extractor: Extractor, second: str, expected: list[str]
) -> None:
    found = extractor.extract(f"Symptoms of iron deficiency are tiredness and palpitations. {second}")
    more = [claim.object.surface for claim in found if claim.sentence.index and claim.object is not None]
    assert more == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("More than 2 g of zinc can cause cramps and nausea.", ["excess", "excess"]),
        ("Up to 2 g of zinc can cause cramps and nausea.", ["intake", "intake"]),
        ("More than 2 g of zinc eases cramps.", ["intake"]),
        ("High doses of zinc cause cramps. They can also lead to nausea.", ["excess", "excess"]),
        ("Doses of zinc cause cramps. They can also lead to nausea.", ["intake", "intake"]),
    ],
)
def test_an_amount_with_no_upper_end_that_harms_is_an_excess(
    extractor: Extractor, text: str, expected: list[str]
) -> None:
    assert [claim.nutrient_state for claim in extractor.extract(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Too much zinc can lead to copper deficiency.", [("CAUSES", "copper deficiency")]),
        ("Celiac disease causes copper deficiency.", [("ASSOCIATED_WITH", "Celiac disease")]),
    ],
)
def test_the_shortage_of_one_nutrient_is_what_another_brings_on(
    extractor: Extractor, text: str, expected: list[tuple[str, str]]
) -> None:
    found = extractor.extract(text)
    assert [(claim.relation, claim.object.surface) for claim in found if claim.object is not None] == expected


def test_first_item_on_the_line_of_its_lead_in_has_its_nutrient_from_that_line(extractor: Extractor) -> None:
    text = "Sources of selenium include    - Brazil nuts    - Sardines    - Eggs"
    found = [(claim.object.surface, claim.resolution) for claim in extractor.extract(text) if claim.object is not None]
    assert found == [("Brazil nuts", "explicit"), ("Sardines", "list_head"), ("Eggs", "list_head")]
