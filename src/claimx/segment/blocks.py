"""Say what each piece of a text is: title, heading, paragraph, list item or table cell, and under what it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimx.records import Article, BlockType
from claimx.segment.grids import cut_rows
from claimx.segment.lines import Piece, split_pieces
from claimx.segment.rules import SegmentRules
from claimx.segment.shapes import begins_with_label, ends_in_amount, name_length, sets_off_amount
from claimx.segment.wrap import ends_sentence, join_pieces, last_char

_MOST_HEADING_WORDS, _LONGEST_HEADING = 14, 120
_MOST_ITEM_WORDS = 25
# of one that begins in lower case, as no paragraph does
_MOST_LOW_ITEM_WORDS = 50
_WORD = re.compile(r"[^\W_][\w'’.-]*")
_LETTER = re.compile(r"[^\W\d_]")
_BOLD_LINE = re.compile(r"(?P<mark>\*\*|__)[^*_]+(?P=mark):?\Z")
_INNER_STOP = re.compile(r"[^\W\d_]{2}[.!?] +[A-Z]")
# "Zinc contributes to ..."
_TRAILS_OFF = re.compile(r"[a-z] ?(?:\.\.\.|…)$")
# how many lines a list without bullets must have when no lead-in announces it
_SHORTEST_BARE_LIST = 3
# and one of lines that end in an amount
_FEWEST_ROWS = 2


@dataclass(slots=True)
class Block:
    """A stretch of one kind. `head` is the index of the block whose last sentence the item hangs under, or None."""

    start: int
    end: int
    type: BlockType
    section: str = ""
    head: int | None = None
    skip: str = ""
    level: int = 0
    blank: bool = False


def find_blocks(article: Article, *, rules: SegmentRules) -> list[Block]:
    """All blocks of an article in order, before its boilerplate, title and sections are known."""
    text = article.text
    pieces = join_pieces(text, cut_rows(text, split_pieces(text), rules=rules), rules=rules)
    roles = _Roles(text, pieces, rules)
    blocks = [Block(p.start, p.end, "paragraph", level=p.level, blank=p.blank) for p in pieces]
    for at in range(len(blocks)):
        roles.assign(at, blocks)
    kept = [block for block, piece in zip(blocks, pieces, strict=True) if piece.marker not in {"rule", "underline"}]
    _renumber_heads(blocks, kept)
    return kept


class _Roles:
    """Decides the type and the list head of each piece by looking at its neighbours."""

    def __init__(self, text: str, pieces: list[Piece], rules: SegmentRules) -> None:
        self._text, self._pieces, self._rules = text, pieces, rules
        self._listed: dict[int, int] = {}
        self._bare_until = -1

    def assign(self, at: int, blocks: list[Block]) -> None:
        piece, block = self._pieces[at], blocks[at]
        if piece.marker == "metadata":
            block.skip = "metadata"
        elif piece.marker == "heading" or self._is_underlined(at):
            block.type = "heading"
            block.level = piece.level or 1
        elif piece.marker == "cell":
            block.type = "table_cell"
        elif at in self._listed:
            block.type, block.head = "list_item", self._listed[at]
        elif piece.marker in {"bullet", "number"}:
            self._assign_item(at, blocks)
        elif length := self._name_length(at):
            block.type = "heading"
            block.start += length
        elif piece.marker == "" and self._is_heading(at):
            block.type = "heading"
        self._announce(at, block)

    def _span(self, at: int) -> str:
        return self._text[self._pieces[at].start : self._pieces[at].end]

    def _next(self, at: int) -> int | None:
        """The next piece that holds text."""
        for index in range(at + 1, min(at + 4, len(self._pieces))):
            if self._pieces[index].marker not in {"rule", "underline", "metadata"}:
                return index
        return None

    def _previous(self, at: int) -> int | None:
        for index in range(at - 1, max(at - 4, -1), -1):
            if self._pieces[index].marker not in {"rule", "underline", "metadata"}:
                return index
        return None

    def _is_underlined(self, at: int) -> bool:
        if at + 1 >= len(self._pieces) or self._pieces[at].marker:
            return False
        under = self._pieces[at + 1]
        short = self._pieces[at].end - self._pieces[at].start <= _LONGEST_HEADING
        return under.marker == "underline" and not under.blank and short and not self._closed(at)

    def _closed(self, at: int) -> bool:
        return ends_sentence(self._text, self._pieces[at].start, self._pieces[at].end)

    def _is_short(self, at: int, *, words: int, length: int) -> bool:
        piece = self._pieces[at]
        if not 2 <= piece.end - piece.start <= length or not _LETTER.search(self._text, piece.start, piece.end):
            return False
        return len(self._span(at).split()) <= words

    def _is_title_case(self, at: int) -> bool:
        words = [word for word in _WORD.findall(self._span(at)) if word not in self._rules.minor]
        return bool(words) and sum(not word[0].islower() for word in words) >= 0.75 * len(words)

    def _is_heading(self, at: int) -> bool:
        piece = self._pieces[at]
        if not self._is_short(at, words=_MOST_HEADING_WORDS, length=_LONGEST_HEADING):
            return False
        words = self._span(at)
        if _BOLD_LINE.match(words):
            return not words.rstrip("*_").endswith((".", ":")) or self._is_title_case(at)
        first = words.lstrip("*_\"'“‘([")[:1]
        if first.islower() or not first:
            return False
        if self._answers(at) or self._is_row(at) or sets_off_amount(self._text, piece):
            return False
        following = self._next(at)
        if following is None or (_INNER_STOP.search(words) and not self._is_title_case(at)):
            return False
        last = last_char(self._text, piece.start, piece.end)
        if last in ".;,…。" or (last == "!" and not self._is_title_case(at)):
            return False
        if last == ":":
            return self._is_title_case(at) and self._pieces[following].marker == "" and len(words.split()) <= 6
        if self._pieces[following].marker in {"bullet", "number"} and self._pieces[following].inline:
            return False
        if piece.inline or (not piece.blank and self._pieces[following].inline):
            return self._is_title_case(at)
        return True

    def _answers(self, at: int) -> bool:
        """A list in the line right under a question: "Where is it found?", "Meat, fish and eggs"."""
        before = self._previous(at)
        if before is None or self._pieces[at].blank or self._is_title_case(at) or "," not in self._span(at):
            return False
        return self._span(before).rstrip("*_").endswith("?")

    def _is_row(self, at: int) -> bool:
        """A line that ends in an amount, or begins with a label, beside another such line: rows of a table or card."""
        beside = (at - 1, at + 1)
        return any(
            like(self._text, self._pieces, at) and any(like(self._text, self._pieces, each) for each in beside)
            for like in (ends_in_amount, begins_with_label)
        )

    def _name_length(self, at: int) -> int:
        return name_length(self._text, self._pieces, at, names=self._rules.names)

    def _ends_in_amount(self, at: int) -> bool:
        return ends_in_amount(self._text, self._pieces, at)

    def _assign_item(self, at: int, blocks: list[Block]) -> None:
        piece, block = self._pieces[at], blocks[at]
        before, following = self._previous(at), self._next(at)
        goes_on = before is not None and self._pieces[before].marker == "number" and not piece.blank
        goes_on = goes_on and before is not None and blocks[before].type == "list_item"
        if piece.marker == "number" and not goes_on and self._is_numbered_heading(at, following):
            block.type = "heading"
            return
        block.type = "list_item"
        if before is None:
            return
        if blocks[before].type == "list_item" and self._pieces[before].marker in {"bullet", "number"}:
            nested = piece.left > self._pieces[before].left and self._text[self._pieces[before].end - 1] == ":"
            block.head = before if nested else blocks[before].head
        elif blocks[before].type in {"heading", "title"} or self._leads_in(before):
            block.head = before
        elif self._text[self._pieces[before].start] == "(" and (above := self._previous(before)) is not None:
            # an aside between a lead-in and its list
            block.head = above if self._leads_in(above) else None

    def _leads_in(self, at: int) -> bool:
        last = last_char(self._text, self._pieces[at].start, self._pieces[at].end)
        tail = self._span(at)[-200:]
        if last not in ".!?…。" or _TRAILS_OFF.search(tail):
            return True
        sentence = re.split(r"(?<=[.!?])\s", tail)[-1]
        return bool(self._rules.lead_ins.search(sentence))

    def _is_numbered_heading(self, at: int, following: int | None) -> bool:
        if following is None or not self._is_short(at, words=_MOST_HEADING_WORDS, length=_LONGEST_HEADING):
            return False
        if last_char(self._text, self._pieces[at].start, self._pieces[at].end) in ".;,:!":
            return False
        return self._pieces[following].marker == "" and not self._pieces[at].inline

    def _announce(self, at: int, block: Block) -> None:
        """Note which plain lines are items: those behind "lead-in:", or a run of short lines under a heading."""
        if at in self._listed or block.type == "table_cell" or block.skip:
            return
        colon = last_char(self._text, block.start, block.end) == ":"
        leads = colon or (block.type == "paragraph" and (self._has_rows(at) or self._opens_list(at)))
        if leads or (block.type == "heading" and at > self._bare_until):
            for item in self._plain_items(at, announced=leads) or self._labelled_items(at):
                self._listed[item] = at
                self._bare_until = item

    def _labelled_items(self, at: int) -> list[int]:
        """Lines with labels right below a text's first line, which says what they are: "Foods to try", "Eggs: warm"."""
        items: list[int] = []
        if self._previous(at) is not None:
            return items
        for index in range(at + 1, len(self._pieces)):
            if (
                not begins_with_label(self._text, self._pieces, index)
                or self._pieces[index].inline
                or self._name_length(index)
            ):
                break
            items.append(index)
        return items if len(items) >= _SHORTEST_BARE_LIST else []

    def _has_rows(self, at: int) -> bool:
        """Lines that end in an amount stand below a sentence: "The amount depends on age.", "Adults 8 mg"."""
        if self._ends_in_amount(at) or not self._closed(at):
            return False
        return all(self._ends_in_amount(index) for index in range(at + 1, at + 1 + _FEWEST_ROWS))

    def _opens_list(self, at: int) -> bool:
        """ "There are things you can do to help." stands above lines that begin in lower case."""
        return at + 1 < len(self._pieces) and self._starts_low(at + 1) and self._closed(at) and self._leads_in(at)

    def _plain_items(self, at: int, *, announced: bool) -> list[int]:
        items: list[int] = []
        for index in range(at + 1, len(self._pieces)):
            piece = self._pieces[index]
            most = _MOST_LOW_ITEM_WORDS if announced and self._starts_low(index) else _MOST_ITEM_WORDS
            short = self._is_short(index, words=most, length=10**9)
            if piece.marker or piece.inline or not short or self._name_length(index):
                break
            if len(items) == 1 and announced:
                spaced = piece.blank
            row = self._ends_in_amount(index)
            # "Signs of deficiency", an empty line, and the signs; rows of a table stand apart
            apart = piece.blank and bool(items) and not (row and self._ends_in_amount(items[-1]))
            if apart and (not announced or (len(items) > 1 and not spaced)):
                break
            if not announced and not row and not self._is_short(index, words=8, length=80):
                break
            last = last_char(self._text, piece.start, piece.end)
            if last in ".!?:…。":
                break
            items.append(index)
        if not announced:
            rows = all(self._ends_in_amount(item) for item in items)
            return items if len(items) >= (_FEWEST_ROWS if rows else _SHORTEST_BARE_LIST) and (rows or at > 0) else []
        return self._without_heading(items)

    def _without_heading(self, items: list[int]) -> list[int]:
        """Drop a last line that is the heading of what follows rather than an item."""
        if not items or (following := self._next(items[-1])) is None:
            return items
        last, rest = items[-1], items[:-1]
        if rest and all(self._ends_in_amount(item) for item in items):
            return items
        if not self._is_short(last, words=_MOST_HEADING_WORDS, length=_LONGEST_HEADING) or self._starts_low(last):
            return items
        if self._pieces[following].marker and self._pieces[following].marker not in {"bullet", "number"}:
            return items
        apart = self._pieces[last].blank and not any(self._pieces[item].blank for item in rest[1:])
        if not rest:
            alone = self._is_title_case(last) and self._pieces[following].blank >= self._pieces[last].blank
            return [] if alone else items
        lower = all(self._starts_low(item) for item in rest)
        cased = self._is_title_case(last) and not any(self._is_title_case(item) for item in rest)
        return rest if lower or cased or (apart and len(rest) > 1) else items

    def _starts_low(self, at: int) -> bool:
        return self._text[self._pieces[at].start].islower()


def _renumber_heads(blocks: list[Block], kept: list[Block]) -> None:
    places = {id(block): index for index, block in enumerate(kept)}
    for block in kept:
        if block.head is not None:
            block.head = places.get(id(blocks[block.head]))
