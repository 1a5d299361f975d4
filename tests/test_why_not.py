from __future__ import annotations

import io
from typing import get_args

import pytest
from rich.console import Console

from claimx.errors import ClaimxError
from claimx.explain import explain_lines, explain_text
from claimx.pipeline import Extractor
from claimx.records import Relation
from claimx.show import show_loss
from claimx.terminal import align, plain, print_lines
from claimx.why_not import why_not


@pytest.mark.parametrize(
    ("text", "missed", "stage", "detail"),
    [
        ("Zinc may relieve nausea.", "zinc TREATS nausea", "none", "it is a row, by rule"),
        ("Zinc may relieve nausea.", "zinc ANY nausea", "none", "it is a row, by rule"),
        ("Methylcobalamin relieves nausea.", "vitamin B12 TREATS nausea", "none", "it is a row, by rule"),
        ("Zinc is a metal. It relieves nausea.", "zinc TREATS nausea", "none", "it is a row, by rule"),
        ("Men need 11 mg of zinc a day.", "zinc HAS_DOSE", "none", "it is a row, by rule"),
        (
            "Zinc may relieve nausea.",
            "zinc CAUSES nausea",
            "relation",
            "the row is there with another relation: TREATS",
        ),
        ("Share this article\nRead more →", "zinc ANY nausea", "segment", "all of it is boilerplate: read_more, share"),
        (" ", "zinc ANY nausea", "segment", "there is no sentence in it"),
        ("Unobtainium relieves nausea.", "unobtainium ANY nausea", "tag nutrient", '"unobtainium" is in the sentence'),
        ("Zinc relieves nausea.", "copper ANY nausea", "tag nutrient", 'no "copper" in the sentence'),
        (
            "Zinc relieves nausea.",
            "zinc ANY headache",
            "tag object",
            'the sentence does not name "headache"; it holds nausea',
        ),
        ("Does zinc relieve nausea?", "zinc ANY nausea", "gate", "a question is no claim"),
        ("Zinc, nausea and a table.", "zinc ANY nausea", "trigger", "no word in it is a trigger of any rule"),
        ("Zinc relieves nausea.", "zinc FOUND_IN nausea", "relation", "the row is there with another relation: TREATS"),
        (
            "Zinc is nice.",
            "zinc HAS_DOSE",
            "trigger",
            "amounts make their rows without a rule, and the sentence holds no",
        ),
        ("Exercise relieves nausea, and zinc is a metal.", "zinc TREATS nausea", "slot", "rule treats-relieve on"),
        (
            "Researchers looked at whether zinc relieves nausea.",
            "zinc ANY nausea",
            "choice",
            "rule treats-relieve fires on",
        ),
        (
            "Zinc may relieve morning sickness.",
            "zinc TREATS severe morning sickness",
            "object",
            'the row is there with fewer words as its object: "morning sickness" by rule treats-relieve',
        ),
        (
            "Zinc may relieve morning sickness.",
            "zinc CAUSES severe morning sickness",
            "trigger",
            "no word in it is a trigger of any rule of CAUSES",
        ),
        ("It relieves nausea.", "zinc ANY nausea", "resolve", '"It" stands for no nutrient that was found before it'),
        ("Zinc is a metal. It relieves nausea.", "copper ANY nausea", "resolve", '"It" stands for zinc'),
    ],
)
def test_first_stage_that_lost_a_claim(extractor: Extractor, text: str, missed: str, stage: str, detail: str) -> None:
    relation = next(word for word in missed.split() if word in ("ANY", *get_args(Relation)))
    nutrient, found = (part.strip() for part in missed.split(relation))
    loss = why_not(text, extractor, nutrient=nutrient, object=found, relation="" if relation == "ANY" else relation)
    assert (loss.stage, loss.detail[: len(detail)]) == (stage, detail)


def test_condition_of_a_rule_is_named_with_its_words(extractor: Extractor) -> None:
    relater = extractor.relater
    text = "Zinc leads to sleep."
    loss = why_not(text, extractor, nutrient="zinc", object="sleep", relation="CAUSES")
    assert loss.stage == "condition"
    rule_id, condition = loss.detail.split()[1], loss.detail.split("fails ")[1].split(":")[0]
    (rule,) = [rule for rule in relater.rules.rules if rule.id == rule_id]
    assert (rule.relation, condition) == ("CAUSES", "object_heads")


def test_sentence_that_got_furthest_is_told(extractor: Extractor) -> None:
    loss = why_not(
        "Copper is a metal. Does zinc relieve nausea? Zinc, nausea and a table.",
        extractor,
        nutrient="zinc",
        object="nausea",
    )
    assert (loss.stage, loss.sentence) == ("trigger", "Zinc, nausea and a table.")


def test_fault_of_the_question_is_one_line(extractor: Extractor) -> None:
    with pytest.raises(ClaimxError, match='no relation "HEALS"; choose from AFFECTS, '):
        why_not("Zinc.", extractor, nutrient="zinc", relation="heals")
    with pytest.raises(ClaimxError, match="--nutrient needs a name"):
        why_not("Zinc.", extractor, nutrient=" ")


def test_loss_is_shown_with_what_the_rules_made_of_it(extractor: Extractor) -> None:
    loss = why_not("Zinc may not relieve nausea.", extractor, nutrient="zinc", object="nausea", relation="CAUSES")
    lines = plain(show_loss(loss)).splitlines()
    assert lines[0] == "Zinc may not relieve nausea."
    assert lines[1].startswith("  lost at relation: the row is there with another relation: TREATS by rule ")
    fails, fires = lines[3:5]
    assert fails == '  rule  DECREASES by decreases-calms on "relieve" fails object: Zinc -> ?'
    assert fires == '  rule  TREATS by treats-relieve on "relieve" fires: Zinc -> nausea'
    assert lines[-1] == "  row   zinc TREATS nausea (negated)  treats-relieve"


def test_explain_gives_the_words_behind_each_value(extractor: Extractor) -> None:
    text = "Studies suggest that vitamin B6 may not relieve nausea."
    lines = [line.strip() for line in explain_text(text, extractor).splitlines()]
    start = next(at for at, line in enumerate(lines) if line.startswith("claim"))
    assert lines[start].startswith("claim    vitamin B6 TREATS nausea  ")
    assert lines[start + 1].startswith('rule treats-relieve on "relieve", explicit, confidence 0.')
    assert lines[start + 2] == 'negated by "not", possible by "may", study by "Studies", disease by "relieve nausea"'


def test_explain_names_flags(extractor: Extractor) -> None:
    text = "Vitamin B6 cures depression. Take 200 mg of vitamin B6 a day."
    said = [line.strip() for line in explain_text(text, extractor).splitlines()]
    assert "causal language direct, overclaim no_evidence" in said
    assert "dose flag above, 200% of UL 100 mg a day" in said


def test_colours_on_a_terminal_and_plain_words_in_a_pipe(extractor: Extractor) -> None:
    lines = list(explain_lines("Zinc relieves nausea.", extractor))
    shown = {}
    for is_terminal in (True, False):
        file = io.StringIO()
        print_lines(
            lines,
            console=Console(
                file=file, force_terminal=is_terminal, width=40, color_system="standard" if is_terminal else None
            ),
        )
        shown[is_terminal] = file.getvalue()
    assert shown[False] == plain(lines) + "\n"
    assert "\x1b[" in shown[True]
    assert "\x1b[" not in shown[False]


def test_markup_in_an_article_is_shown_as_it_is(extractor: Extractor) -> None:
    text = "Zinc [bold]relieves[/bold] nausea."
    file = io.StringIO()
    print_lines(explain_lines(text, extractor), console=Console(file=file, width=40))
    assert file.getvalue().splitlines()[0] == text


def test_table_columns_are_aligned() -> None:
    rows = [[("zinc", ""), ("1", ""), ("", "")], [("magnesium", ""), ("12", ""), ("x", "")]]
    assert plain(align(("name", "n", "more"), rows)) == "name       n   more\nzinc       1\nmagnesium  12  x"
    assert align(("name",), []) == []
