"""A list item joined to its lead-in, and every offset moved back to where its word stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimx.compose import Composite, compose, compose_behind, original_mentions, restore
from claimx.records import Article, Mention, Parse, Sentence, Span

TEXT = "Good sources of zinc include:\n\n- fresh oysters\n"
ARTICLE = Article("a.txt", TEXT)
ITEM = Sentence(33, 46, "fresh oysters", 1, 1, block_type="list_item", list_head=Span(0, 29))
ZINC = Mention("NUTRIENT", 16, 20, "zinc", "zinc")
OYSTERS = Mention("NUTRIENT", 39, 46, "oysters", "oysters", subtype="food")


def composite() -> Composite:
    return compose(ARTICLE, ITEM, lead_mentions=[ZINC], mentions=[OYSTERS])


def test_item_stands_behind_its_lead_in_without_the_colon() -> None:
    text = "Good sources of zinc include fresh oysters"
    assert composite() == Composite(
        item=ITEM,
        sentence=replace(ITEM, start=0, end=len(text), text=text),
        mentions=(ZINC, Mention("NUTRIENT", 35, 42, "oysters", "oysters", subtype="food")),
        lead=Span(0, 29),
        item_at=29,
    )


def test_moved_mentions_name_their_words_in_the_composite() -> None:
    found = composite()
    assert [found.sentence.text[m.start : m.end] for m in found.mentions] == ["zinc", "oysters"]


def test_mentions_move_back() -> None:
    assert original_mentions(composite()) == [ZINC, OYSTERS]


@pytest.mark.parametrize("closing", [":", " –", ": ", " -", "—"])
def test_closing_mark_of_the_lead_in_is_left_out(closing: str) -> None:
    lead = f"Zinc eases{closing}"
    text = f"{lead}\n- colds\n"
    start = text.index("colds")
    item = Sentence(start, start + 5, "colds", 1, 1, block_type="list_item", list_head=Span(0, len(lead)))
    assert compose(Article("a", text), item, lead_mentions=[], mentions=[]).sentence.text == "Zinc eases colds"


def test_lead_in_that_does_not_begin_the_article() -> None:
    text = f"Minerals\n\n{TEXT}"
    item = replace(ITEM, start=ITEM.start + 10, end=ITEM.end + 10, list_head=Span(10, 39))
    moved = [replace(mention, start=mention.start + 10, end=mention.end + 10) for mention in (ZINC, OYSTERS)]
    found = compose(Article("a", text), item, lead_mentions=moved[:1], mentions=moved[1:])
    assert found.mentions == composite().mentions
    assert original_mentions(found) == moved


def test_mentions_outside_the_lead_in_are_left_out() -> None:
    text = f"{TEXT}Iron too"
    iron = Mention("NUTRIENT", 47, 51, "Iron", "iron")
    found = compose(Article("a", text), ITEM, lead_mentions=[ZINC, iron], mentions=[OYSTERS])
    assert found.mentions == composite().mentions


def test_tokens_move_back_to_their_words() -> None:
    words = ("Good", "sources", "of", "zinc", "include", "fresh", "oysters")
    starts = (0, 5, 13, 16, 21, 29, 35)
    blank = ("",) * len(words)
    ends = tuple(start + len(word) for start, word in zip(starts, words, strict=True))
    parse = Parse(words, starts, ends, words, blank, blank, blank, (0,) * len(words))
    found = restore(composite(), parse)
    spans = zip(found.starts, found.ends, strict=True)
    assert [TEXT[start:end] for start, end in spans] == list(words)
    assert replace(found, starts=starts, ends=ends) == parse


def test_sentence_under_no_list_head_is_refused() -> None:
    with pytest.raises(ValueError, match="no list head"):
        compose(ARTICLE, replace(ITEM, list_head=None), lead_mentions=[], mentions=[])


def test_line_behind_the_subject_it_leaves_out() -> None:
    text = "Zinc for All\n\nGood for skin\n"
    line = Sentence(14, 27, "Good for skin", 1, 1, block_type="heading")
    subject = Mention("NUTRIENT", 0, 4, "Zinc", "zinc")
    skin = Mention("FUNCTION", 23, 27, "skin", "skin")
    found = compose_behind(line, subject=subject, join="is", mentions=[skin])
    assert found == Composite(
        item=line,
        sentence=replace(line, start=0, end=21, text="Zinc is Good for skin"),
        mentions=(subject, Mention("FUNCTION", 17, 21, "skin", "skin")),
        lead=Span(0, 4),
        item_at=8,
        role="subject",
    )
    assert original_mentions(found) == [subject, skin]
    words = ("Zinc", "is", "Good", "for", "skin")
    blank = ("",) * len(words)
    parse = Parse(words, (0, 5, 8, 13, 17), (4, 7, 12, 16, 21), words, blank, blank, blank, (0,) * len(words))
    moved = restore(found, parse)
    # the word that joins them stands nowhere
    assert [text[start:end] for start, end in zip(moved.starts, moved.ends, strict=True)] == [
        "Zinc",
        "",
        "Good",
        "for",
        "skin",
    ]
