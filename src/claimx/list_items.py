"""Which sentences are items of a list that something announces, and what it is that announces them."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence

from claimx.item_names import LABEL, name_length, without_names
from claimx.list_kinds import MAX_LEAD, ListKind, find_kind
from claimx.records import Article, Mention, Parse, Sentence, Span
from claimx.relate.words import Words
from claimx.relate.written import FINITE
from claimx.rows import row_start
from claimx.topic import Context, goes_on_from_before, place_of_lead

# words of an item, its explanation behind a label not counted
MAX_WORDS = 30
# a thing that is only named is named in so many words
MAX_NAME = 14
# a question that a sentence without a verb answers is as short as a heading
MAX_QUESTION = 10
MAX_ASKED = 100
# "Zinc helps. The best sources? Oysters and beef."
_ASKED = re.compile(r"(?:^|[.!?:)\n]\s*|[—–]\s)([A-Z*_][^.!?:\n]{3,80}\?)[*_]{0,3}[ \t]+$")
# "Q: Which foods hold zinc?", and the answer in a paragraph of its own
_ASKED_ABOVE = re.compile(
    r"(?:^|\n|[.!?:]\s)[ \t]*([A-Z*_][^.!?:\n]{3,80}\?)[*_]{0,3}[ \t]*\n\s*"
    r"(?:[*_]{0,3}A(?:nswer)?[*_]{0,3}[:.][*_]{0,3}\s*)?$"
)
_LEADING = re.compile(r"(?:^|\n)[ \t]*([^\n.!?:]{3,80}:)[*_]{0,3}[ \t]*\n\s*$")
_NOTES = " \"”’')]0123456789+,"


def is_announced(sentence: Sentence, article: Article, kinds: Sequence[ListKind]) -> bool:
    """Whether a sentence stands under what announces a list and may be, or go on, an item of it."""
    if sentence.skip or len(sentence.text.split()) > MAX_WORDS:
        return False
    if sentence.is_heading:
        return titled_signs(sentence, article, kinds) is not None
    if find_label(sentence.text, kinds) is not None:
        return True
    lead = lead_of(sentence, article)
    return bool(lead) and (find_kind(lead, kinds) or _of_title(lead, article, kinds)) is not None


def titled_signs(sentence: Sentence, article: Article, kinds: Sequence[ListKind]) -> ListKind | None:
    """The kind of "5 signs of low iron" for a heading below that title which announces nothing itself."""
    if sentence.block_type != "heading" or not article.title:
        return None
    kind = find_kind(article.title, kinds)
    signs = kind is not None and kind.relation == "CAUSES" and kind.state != "intake"
    return kind if signs and find_kind(sentence.text, kinds) is None else None


def _of_title(lead: str, article: Article, kinds: Sequence[ListKind]) -> ListKind | None:
    """ "Signs", below the title "Folate deficiency"."""
    kind = find_kind(f"{article.title}: {lead}", kinds) if article.title and len(lead) <= MAX_LEAD else None
    return kind if kind is not None and kind.after.search(lead) else None


def lead_of(sentence: Sentence, article: Article) -> str:
    """What announces a sentence: its lead-in, its column's head, a question before it, its heading, the title."""
    head = sentence.list_head or (sentence.columns[0] if sentence.columns else None)
    if head is not None:
        return article.text[head.start : head.end]
    titled = article.title if sentence.block_type == "list_item" else ""
    return question_before(sentence, article) or _line_before(sentence, article) or sentence.section or titled


def _line_before(sentence: Sentence, article: Article) -> str:
    """The short line with a colon right above a paragraph: "Possible side effects:", "" for none."""
    if sentence.block_type != "paragraph":
        return ""
    line = _LEADING.search(article.text, max(0, sentence.start - MAX_ASKED), sentence.start)
    return line[1].lstrip("*_ ") if line is not None and len(line[1].split()) <= MAX_QUESTION else ""


def names_row(context: Context, number: int) -> bool:
    """The first cell of a row below "Supplement", which says what the cell is and announces nothing of it."""
    sentence = context.sentences[number]
    if sentence.block_type != "table_cell" or len(lead_of(sentence, context.article).split()) > 1:
        return False
    if row_start(context.sentences, number, text=context.article.text) != number:
        return False
    behind = context.sentences[number + 1 : number + 2]
    return any(other.block_type == "table_cell" and other.columns[:1] != sentence.columns[:1] for other in behind)


def question_before(sentence: Sentence, article: Article) -> str:
    """The short question that a sentence of the same paragraph answers: "The best sources?", "" for none."""
    if sentence.block_type not in ("paragraph", "list_item"):
        return ""
    asked = _ASKED.search(article.text, max(0, sentence.start - MAX_ASKED), sentence.start)
    asked = asked or _ASKED_ABOVE.search(article.text, max(0, sentence.start - MAX_ASKED), sentence.start)
    return asked[1].lstrip("*_ ") if asked is not None and len(asked[1].split()) <= MAX_QUESTION else ""


def find_label(text: str, kinds: Sequence[ListKind]) -> tuple[ListKind, int] | None:
    """ "Good sources: liver and eggs" holds lead-in and list in one line: the kind and where the list begins."""
    label = LABEL.match(text)
    if label is None or not text.startswith(":", label.end()):
        return None
    kind = find_kind(label[0].strip("*_ "), kinds)
    return (kind, label.end() + 1) if kind is not None else None


def is_told(parse: Parse, *, start: int, end: int = sys.maxsize) -> bool:
    """Whether a verb behind an offset, and ahead of another, makes it a clause."""
    return any(
        start <= parse.starts[token] < end and tag in FINITE and parse.pos[token] in ("VERB", "AUX")
        for token, tag in enumerate(parse.tags)
    )


def find_kinds(context: Context, number: int, kinds: Sequence[ListKind]) -> list[ListKind]:
    """The kinds of list that an item may stand in: that of its lead-in, then that of the headings the lead-in follows.

    "These include:" goes on from the sentence before it, and "Possible symptoms include:" from the heading
    "Vitamin D deficiency".
    """
    sentence = context.sentences[number]
    lead = lead_of(sentence, context.article)
    kind = find_kind(lead, kinds) if lead else None
    place = _lead_place(context, number)
    if kind is None and place is not None and is_prose(lead):
        # the text between a heading and its list
        kind = find_kind(sentence.section, kinds)
    if kind is None and lead and lead == sentence.section:
        kind = _of_title(lead, context.article, kinds)
    found = [kind] if kind is not None else []
    if place is None or _is_about_other(context, place):
        return found
    pointing = any(lead.lower().startswith(opener) for opener in context.words.example_openers)
    if pointing and goes_on_from_before(context, place):
        kind = find_kind(f"{context.sentences[place - 1].text} {lead}"[-MAX_LEAD:], kinds)
        found += [kind] if kind is not None and kind not in found else []
    for above in (context.sentences[place].section, context.article.title):
        kind = find_kind(f"{above}: {lead}", kinds) if above and len(lead) <= MAX_LEAD else None
        if kind is not None and kind.after.search(lead):
            return found if kind in found else [*found, kind]
    return found


def is_prose(lead: str) -> bool:
    """A whole sentence, which announces nothing by its end; a note number may stand behind the stop."""
    return lead.rstrip(_NOTES).endswith((".", "!"))


def _lead_place(context: Context, number: int) -> int | None:
    place = place_of_lead(context, number)
    return place if place != number else None


def _is_about_other(context: Context, place: int) -> bool:
    """ "Rickets can cause symptoms such as:" lists the symptoms of rickets, whatever the heading says."""
    words = context.words
    general = words.symptom_nouns | words.deficiency_nouns
    named = [mention.name.split()[-1] for mention in context.mentions[place] if mention.label == "CONDITION"]
    return any(not {name, name.removesuffix("s")} & general for name in named)


def is_run(sentence: Sentence, mentions: Sequence[Mention], words: Words) -> bool:
    """Names and what joins them, as in "Feeling sick, stomach ache and wind", and no word besides."""
    if len(mentions) < 2:
        return False
    return set(re.findall(r"\w+", without_names(sentence, mentions).lower())) <= words.list_joiners


def is_listing(sentence: Sentence, parse: Parse | None, *, run: bool = False) -> bool:
    """A bullet, a cell, or a sentence without a verb, which goes on from its heading; a `run` of names has none."""
    if len(sentence.text[: name_length(sentence.text)].split()) > MAX_WORDS:
        return False
    if sentence.block_type in ("list_item", "table_cell"):
        return True
    if parse is None or sentence.block_type != "paragraph" or sentence.text.endswith(":"):
        return False
    if run:
        return True
    roots = [token for token, head in enumerate(parse.heads) if head == token]
    bare = {"nsubj", "nsubj:pass", "cop", "csubj", "aux"}
    return all(
        parse.pos[root] in ("NOUN", "PROPN", "PRON")
        and not any(head == root and parse.deps[token] in bare for token, head in enumerate(parse.heads))
        for root in roots
    )


def goes_on(context: Context, number: int, parse: Parse) -> bool:
    """A sentence behind the first of its item tells of the item, and names no other."""
    sentence = context.sentences[number]
    return goes_on_from_before(context, number) and subject_span(sentence, parse) != Span(sentence.start, sentence.end)


def only_names(context: Context, number: int, said: Span) -> bool:
    """An item that names a thing, with an explanation or none, and is no sentence that says something of it."""
    sentence = context.sentences[number]
    answers = bool(question_before(sentence, context.article))
    if goes_on_from_before(context, number) and not answers:
        return False
    label = LABEL.match(sentence.text)
    if label is not None:
        # what is told of the nutrient behind it says more than the name
        behind = sentence.start + label.end()
        return all(item.label != "NUTRIENT" or item.start < behind for item in context.mentions[number])
    return said == Span(sentence.start, sentence.end) and len(sentence.text.split()) <= MAX_NAME


def subject_span(sentence: Sentence, parse: Parse) -> Span:
    """The words of an item that may name something: all, or only the subject when it is a whole sentence."""
    for root, head in enumerate(parse.heads):
        subjects = [
            token for token, above in enumerate(parse.heads) if above == root and parse.deps[token].startswith("nsubj")
        ]
        if head == root and subjects:
            inside = [token for token in range(root) if subjects[0] in _upwards(parse, token)]
            return Span(parse.starts[min(inside)], parse.ends[max(inside)]) if inside else Span(0, 0)
    return Span(sentence.start, sentence.end)


def _upwards(parse: Parse, token: int) -> list[int]:
    chain = [token]
    while parse.heads[chain[-1]] != chain[-1]:
        chain.append(parse.heads[chain[-1]])
    return chain
