"""Blocks, list heads, sections and exact offsets."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.data_files import DataFiles
from claimx.errors import DataError
from claimx.records import Article
from claimx.segment import segment

Row = tuple[str, str, str]
TITLE, HEADING, PROSE, ITEM, CELL = "title", "heading", "paragraph", "list_item", "table_cell"


def outline(text: str, title: str = "") -> list[Row]:
    """(block type, words, list head) of every sentence."""
    rows = []
    for each in segment(Article("a.txt", text, title=title)):
        assert text[each.start : each.end] == each.text
        head = text[each.list_head.start : each.list_head.end] if each.list_head else ""
        rows.append((each.block_type, each.text, head))
    return rows


def test_title_headings_and_sections() -> None:
    text = "Zinc at a Glance\nZinc is a metal.\n\nUses\n\nIt heals skin. It shortens colds.\n"
    found = [(s.block_type, s.text, s.section, s.block) for s in segment(Article("a.txt", text))]
    assert found == [
        (TITLE, "Zinc at a Glance", "", 0),
        (PROSE, "Zinc is a metal.", "", 1),
        (HEADING, "Uses", "", 2),
        (PROSE, "It heals skin.", "Uses", 3),
        (PROSE, "It shortens colds.", "Uses", 3),
    ]


def test_a_first_line_that_ends_in_a_stop_is_no_title() -> None:
    assert outline("Zinc is a metal.\nIt heals.") == [(PROSE, "Zinc is a metal.", ""), (PROSE, "It heals.", "")]


def test_heading_that_is_a_statement_without_a_stop() -> None:
    text = "Zinc is a metal.\nZinc can protect the skin from harm\nZinc helps wounds close."
    assert outline(text)[1] == (HEADING, "Zinc can protect the skin from harm", "")


def test_a_line_with_a_sentence_end_inside_is_prose_unless_in_title_case() -> None:
    assert outline("Zinc heals.\nOrder in the app. Download it today\nIron helps.")[1:3] == [
        (PROSE, "Order in the app.", ""),
        (PROSE, "Download it today", ""),
    ]
    assert outline("Zinc heals.\nI Took Zinc. Here Is Why\nIron helps.")[1] == (HEADING, "I Took Zinc. Here Is Why", "")


def test_a_site_name_above_the_menu_is_no_title() -> None:
    found = segment(Article("a.txt", "THE ZINC SPOON\nHome | Recipes | About\n\nZinc at a Glance\nZinc heals."))
    assert [(s.block_type, s.skip, s.text) for s in found] == [
        ("heading", "navigation", "THE ZINC SPOON"),
        ("heading", "navigation", "Home | Recipes | About"),
        ("title", "", "Zinc at a Glance"),
        ("paragraph", "", "Zinc heals."),
    ]


def test_title_run_into_the_first_paragraph_is_cut_off() -> None:
    assert outline("Zinc for Skin\nZinc for Skin Zinc is a metal.") == [
        (TITLE, "Zinc for Skin", ""),
        (HEADING, "Zinc for Skin", ""),
        (PROSE, "Zinc is a metal.", ""),
    ]


def test_bullets_inside_one_line() -> None:
    text = (
        "Iron\n\nSummary : Iron is a metal. Sources of iron include       -  Beans     - Red meat, such as beef"
        "    - Nuts       Tea slows its uptake. So does milk.    NIH: National Eye Institute"
    )
    head = "Sources of iron include"
    assert outline(text) == [
        (TITLE, "Iron", ""),
        (PROSE, "Iron is a metal.", ""),
        (PROSE, head, ""),
        (ITEM, "Beans", head),
        (ITEM, "Red meat, such as beef", head),
        (ITEM, "Nuts", head),
        (PROSE, "Tea slows its uptake.", ""),
        (PROSE, "So does milk.", ""),
        (PROSE, "NIH: National Eye Institute", ""),
    ]


def test_a_spaced_dash_is_no_bullet() -> None:
    text = "Salt is sodium and chlorine - its name is sodium chloride."
    assert outline(text) == [(PROSE, text, "")]


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "•", "1. ", "1) ", "✓ ", "– "])
def test_item_markers_are_no_part_of_the_item(mark: str) -> None:
    text = f"Zinc is a metal.\nIt helps with:\n{mark}colds\n{mark}wounds\n"
    assert outline(text)[2:] == [(ITEM, "colds", "It helps with:"), (ITEM, "wounds", "It helps with:")]


def test_small_letter_marks_an_item_that_begins_with_a_capital() -> None:
    assert outline("Zinc is a metal.\nIt helps with:\na. Colds\nb. Wounds\n")[2:] == [
        (ITEM, "Colds", "It helps with:"),
        (ITEM, "Wounds", "It helps with:"),
    ]


def test_plain_lines_behind_a_lead_in_are_items_until_prose() -> None:
    text = (
        "Zinc is a metal.\nIt is found in many foods. Sources include:\noysters and crab\nbeef, lamb and pork\n"
        "seeds\nMost people get enough of it from a mixed diet."
    )
    assert outline(text)[2:] == [
        (PROSE, "Sources include:", ""),
        (ITEM, "oysters and crab", "Sources include:"),
        (ITEM, "beef, lamb and pork", "Sources include:"),
        (ITEM, "seeds", "Sources include:"),
        (PROSE, "Most people get enough of it from a mixed diet.", ""),
    ]


def test_a_lead_in_whose_list_is_lost_takes_no_prose() -> None:
    text = "Zinc is a metal.\nSide effects include:\nZinc should be taken with food."
    assert outline(text)[1:] == [(PROSE, "Side effects include:", ""), (PROSE, "Zinc should be taken with food.", "")]


def test_the_heading_behind_a_plain_list_is_no_item() -> None:
    lines = [
        "Zinc is a metal.",
        "The doctor may:",
        "look at the skin",
        "listen to the heart",
        "Blood Tests",
        "Tests show it.",
    ]
    text = "\n\n".join(lines)
    assert outline(text)[2:] == [
        (ITEM, "look at the skin", "The doctor may:"),
        (ITEM, "listen to the heart", "The doctor may:"),
        (HEADING, "Blood Tests", ""),
        (PROSE, "Tests show it.", ""),
    ]


def test_bullets_under_a_heading_hang_under_it() -> None:
    text = "# Zinc\n\n## Foods rich in zinc\n\n- oysters\n- seeds\n\nEat them."
    assert outline(text) == [
        (TITLE, "Zinc", ""),
        (HEADING, "Foods rich in zinc", ""),
        (ITEM, "oysters", "Foods rich in zinc"),
        (ITEM, "seeds", "Foods rich in zinc"),
        (PROSE, "Eat them.", ""),
    ]


def test_bullets_behind_a_full_sentence_hang_under_nothing_unless_it_announces_them() -> None:
    assert outline("Zinc heals.\n- oysters\n- seeds")[1] == (ITEM, "oysters", "")
    announced = "The following foods hold zinc."
    assert outline(f"{announced}\n- oysters\n- seeds")[1] == (ITEM, "oysters", announced)


def test_numbered_headings_and_numbered_items() -> None:
    lines = [
        "Zinc is a metal.",
        "1. Skin Repair",
        "Zinc heals.",
        "2. Colds",
        "Zinc shortens them.",
        "Steps:\n1. Eat\n2. Rest",
    ]
    text = "\n\n".join(lines)
    assert outline(text)[1:] == [
        (HEADING, "Skin Repair", ""),
        (PROSE, "Zinc heals.", ""),
        (HEADING, "Colds", ""),
        (PROSE, "Zinc shortens them.", ""),
        (PROSE, "Steps:", ""),
        (ITEM, "Eat", "Steps:"),
        (ITEM, "Rest", "Steps:"),
    ]


def test_markdown_table_setext_heading_and_emphasis() -> None:
    text = "Zinc\n====\n\n**Zinc** is *a metal*.\n\n| Food | Zinc |\n|---|---|\n| Oyster | 5 mg |\n"
    assert outline(text) == [
        (TITLE, "Zinc", ""),
        (PROSE, "Zinc** is *a metal*.", ""),
        (CELL, "Food", ""),
        (CELL, "Zinc", ""),
        (CELL, "Oyster", ""),
        (CELL, "5 mg", ""),
    ]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Zinc is a metal that the body needs in small amounts, for wounds and\n"
        "skin above all. It is found in oysters, beef and seeds. Too much of\n"
        "it lowers copper, and then anemia may follow. Vitamin C has nothing\n"
        "to do with that.\n"
    )
    assert [words.replace("\n", " ") for _, words, _ in outline(text)] == [
        "Zinc is a metal that the body needs in small amounts, for wounds and skin above all.",
        "It is found in oysters, beef and seeds.",
        "Too much of it lowers copper, and then anemia may follow.",
        "Vitamin C has nothing to do with that.",
    ]


def test_paragraph_broken_by_a_blank_line_is_joined_and_lower_case_lines_are_not() -> None:
    assert outline("Zinc is good for health\n\n. It heals. Yes.")[0] == (PROSE, "Zinc is good for health\n\n.", "")
    assert outline("Zinc heals.\nrest your hand\nuse a splint")[1:] == [
        (PROSE, "rest your hand", ""),
        (PROSE, "use a splint", ""),
    ]


def test_wide_gaps_cut_at_a_heading_but_not_inside_a_spaced_list() -> None:
    text = (
        "Zinc is a metal.\nTalk With a Doctor   Ask about zinc.           High-Zinc Foods      oysters beef     seeds"
    )
    assert outline(text)[1:] == [
        (HEADING, "Talk With a Doctor", ""),
        (PROSE, "Ask about zinc.", ""),
        (PROSE, "High-Zinc Foods      oysters beef     seeds", ""),
    ]


def test_question_and_answer_labels_are_no_part_of_the_sentence() -> None:
    text = "Zinc is a metal.\nQ: Is it safe?\nA: Yes. It is."
    assert [words for _, words, _ in outline(text)[1:]] == ["Is it safe?", "Yes.", "It is."]


def test_indices_count_sentences_and_blocks() -> None:
    found = segment(Article("a.txt", "Zinc heals. It does.\n\nIron too."))
    assert [(s.index, s.block) for s in found] == [(0, 0), (1, 0), (2, 1)]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028"])
def test_every_kind_of_line_end(line_end: str) -> None:
    text = line_end.join(["Zinc at a Glance", "", "Zinc heals.", "Iron too."])
    assert [words for _, words, _ in outline(text)] == ["Zinc at a Glance", "Zinc heals.", "Iron too."]


def test_a_million_characters_in_one_line() -> None:
    text = "Vitamin D helps bones, e.g. in adults (see Fig. 2). It may lower blood pressure by 2.5 mmHg. " * 11_000
    found = segment(Article("a.txt", text))
    assert len(found) == 22_000
    assert {s.text for s in found} == {
        "Vitamin D helps bones, e.g. in adults (see Fig. 2).",
        "It may lower blood pressure by 2.5 mmHg.",
    }


def test_overlay_adds_an_abbreviation_and_a_faulty_one_is_named(tmp_path: Path) -> None:
    article = Article("a.txt", "Zinc helps the immun. System well.")
    assert len(segment(article)) == 2
    (tmp_path / "segment").mkdir()
    file = tmp_path / "segment" / "abbreviations.tsv"
    file.write_text("abbreviation\tkind\nimmun\tinside\n", encoding="utf-8")
    assert len(segment(article, DataFiles((tmp_path,)))) == 1
    other = tmp_path / "other"
    (other / "segment").mkdir(parents=True)
    (other / "segment" / "abbreviations.tsv").write_text("abbreviation\tkind\nimmun\tnever\n", encoding="utf-8")
    with pytest.raises(DataError, match=r'abbreviations\.tsv:2: kind "never" is not one of inside, name'):
        segment(article, DataFiles((other,)))


PARTS = st.sampled_from(
    "Zinc_ helps _vitamin D. _e.g. _U.S. _. _..._!?_。_”_(_)_**_😴 "
    "_\u00a0_\n_\n\n_\r\n_    _\t_- _  - _1. _: _|_# _---_==="
    "_Read More →_Summary : _References\n".split("_")
)


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=300), st.lists(PARTS, max_size=60).map("".join)))
def test_spans_are_exact_ordered_and_apart(text: str) -> None:
    found = segment(Article("a.txt", text))
    assert [text[s.start : s.end] for s in found] == [s.text for s in found]
    assert [s.text for s in found if not s.text.strip()] == []
    edges = [edge for s in found for edge in (s.start, s.end)]
    assert edges == sorted(edges)
    assert [s.index for s in found] == list(range(len(found)))
    heads = [(s.list_head, s.start) for s in found if s.list_head]
    assert [head for head, start in heads if not head.end <= start] == []


@settings(max_examples=200)
@given(st.lists(PARTS, max_size=40).map("".join))
def test_no_word_of_the_text_is_lost(text: str) -> None:
    """What stands between sentences is markers, labels and white space only."""
    covered = set()
    for s in segment(Article("a.txt", text)):
        covered.update(range(s.start, s.end))
    lost = "".join(char for at, char in enumerate(text) if at not in covered).replace("Summary", "")
    assert [char for char in lost if char.isalpha()] == []


def test_table_cell_stands_under_its_column_and_the_line_above() -> None:
    text = (
        "## How much a day\n\n| Age | Amount | Limit |\n|---|---|---|\n| Adults | 8 mg | 40 mg |\n"
        "| Teens | | 34 mg |\n\n| Food | Zinc |\n|---|---|\n| Oysters | 32 mg |\n"
    )
    found = {
        each.text: [text[span.start : span.end] for span in each.columns]
        for each in segment(Article("a.txt", text))
        if each.block_type == CELL
    }
    above = "How much a day"
    assert found == {
        "Age": [], "Amount": [], "Limit": [],
        "Adults": ["Age", above], "8 mg": ["Amount", above], "40 mg": ["Limit", above],
        "Teens": ["Age", above], "34 mg": ["Limit", above],
        "Food": [], "Zinc": [], "Oysters": ["Food"], "32 mg": ["Zinc"],
    }  # fmt: skip


def test_text_outside_tables_stands_under_no_column() -> None:
    assert [each.columns for each in segment(Article("a.txt", "How much a day:\n\n- 8 mg\n\nAdults need 8 mg."))] == [
        ()
    ] * 3


@pytest.mark.parametrize("mark", ["-", "•", "1."])
def test_marker_in_a_line_of_its_own_marks_the_next_line(mark: str) -> None:
    text = f"Zinc is a metal.\nIt helps with:\n{mark}\ncolds, and more\n{mark}\nwounds, and more\n"
    assert outline(text)[2:] == [
        (ITEM, "colds, and more", "It helps with:"),
        (ITEM, "wounds, and more", "It helps with:"),
    ]


def test_lone_marker_before_an_empty_line_marks_nothing() -> None:
    assert outline("Zinc is a metal.\n-\n\nIt helps.\n")[1:] == [(PROSE, "It helps.", "")]


def test_list_right_under_a_question_answers_it() -> None:
    text = "Zinc is a metal.\nWhere is it found?\nMeat, fish and eggs\nWho needs it?\nEverybody needs it."
    assert outline(text)[1:4] == [
        (HEADING, "Where is it found?", ""),
        (PROSE, "Meat, fish and eggs", ""),
        (HEADING, "Who needs it?", ""),
    ]
    assert outline(text.replace("found?", "found"))[2] == (HEADING, "Meat, fish and eggs", "")


def test_lines_that_end_in_amounts_are_rows() -> None:
    rows = [
        "Beef liver, braised (3 ounces) 5.8 mg",
        "Turkey, dark meat, without skin, roasted in oil (3 ounces) 1.3 mg",
        "Tofu 3 mg",
    ]
    text = "\n".join(["Zinc is a metal.", "Foods with Zinc", *rows, "Those are some foods."])
    assert outline(text)[2:5] == [(ITEM, row, "Foods with Zinc") for row in rows]


def test_short_lines_behind_an_empty_line_are_the_list_of_their_heading() -> None:
    text = "Zinc is a metal.\n\nSigns of Deficiency\n\nTiredness\nPale skin\nHair loss\n\nThose are some signs."
    assert outline(text)[2:5] == [
        (ITEM, sign, "Signs of Deficiency") for sign in ("Tiredness", "Pale skin", "Hair loss")
    ]


def test_last_numbered_item_is_no_heading() -> None:
    text = "Zinc is a metal.\nSigns of deficiency:\n1. Tiredness\n2. Pale skin\n\nWhere It Is Found\n\nIn meat."
    assert outline(text)[2:5] == [
        (ITEM, "Tiredness", "Signs of deficiency:"),
        (ITEM, "Pale skin", "Signs of deficiency:"),
        (HEADING, "Where It Is Found", ""),
    ]


def test_rows_of_a_table_that_lost_their_first_bar() -> None:
    text = "Zinc is a metal.\n\nAge | Dose |\nMen | 11 mg |\n\nTake it with food."
    found = outline(text)
    assert [row[:2] for row in found[1:]] == [
        (CELL, "Age"),
        (CELL, "Dose"),
        (CELL, "Men"),
        (CELL, "11 mg"),
        (PROSE, "Take it with food."),
    ]
    assert outline("Zinc is a metal.\n\nZinc | Iron\n\nTake it.")[1] == (HEADING, "Zinc | Iron", "")


def test_lines_with_labels_beside_each_other_are_no_headings() -> None:
    text = "Zinc is a metal.\n\nFood: Oysters, Beef\n\nDeficiency: Hair Loss\n\nZinc heals."
    assert outline(text)[1:3] == [(PROSE, "Food: Oysters, Beef", ""), (PROSE, "Deficiency: Hair Loss", "")]
    assert outline("Zinc is a metal.\n\nZinc: Uses, Sources\n\nZinc heals.")[1] == (HEADING, "Zinc: Uses, Sources", "")


def test_rows_below_a_sentence_hang_under_it() -> None:
    rows = ["Infants: 2 mg", "Women 19 and over 8 mg"]
    text = "\n".join(["How much do you need?", "The amount depends on your age.", *rows, "Those are the amounts."])
    assert outline(text)[2:4] == [(ITEM, row, "The amount depends on your age.") for row in rows]
    assert outline(text.replace(" 8 mg", ""))[2][0] != ITEM


def test_rows_that_stand_apart_are_one_list() -> None:
    rows = ["Infants 2 mg", "Men 11 mg", "Women 8 mg"]
    text = "\n\n".join(["Zinc is a metal.", "Recommended Amount", *rows, "Those are the amounts."])
    assert outline(text)[2:5] == [(ITEM, row, "Recommended Amount") for row in rows]
