"""Say which block is the title, and under which heading the others stand, once boilerplate is marked."""

from __future__ import annotations

from claimx.records import Article
from claimx.segment.blocks import Block
from claimx.segment.wrap import ends_sentence

_MOST_TITLE_WORDS, _LONGEST_TITLE = 30, 200
_SHORTEST_REPEATED_TITLE = 10


def name_blocks(article: Article, blocks: list[Block]) -> list[Block]:
    """Blocks with title and sections set, once boilerplate is marked: a site's name or menu is no title."""
    _set_title(article, blocks)
    named = _cut_repeated_title(article.text, blocks)
    _set_sections(article.text, named)
    return named


def clean_heading(text: str) -> str:
    """A heading's words without emphasis marks, closing hashes and colon."""
    return text.strip("*_#: \t")


def _set_title(article: Article, blocks: list[Block]) -> None:
    """The first heading-like block is the title, or the block that repeats the article's own title."""
    first = next((block for block in blocks if not block.skip), None)
    if first is None:
        return
    words = article.text[first.start : first.end]
    named = article.title and clean_heading(words).casefold() == article.title.strip().casefold()
    plain = first.type == "paragraph" and len(blocks) > 1
    short = len(words) <= _LONGEST_TITLE and len(words.split()) <= _MOST_TITLE_WORDS
    unstopped = not ends_sentence(article.text, first.start, first.end) or words[-1] in "?!"
    if named or first.type == "heading" or (plain and short and unstopped and not words[0].islower()):
        first.type = "title"


def _cut_repeated_title(text: str, blocks: list[Block]) -> list[Block]:
    """Some pages run the title into the first paragraph; there it is a heading of its own."""
    if (
        not blocks
        or blocks[0].type != "title"
        or blocks[0].skip
        or blocks[0].end - blocks[0].start < _SHORTEST_REPEATED_TITLE
    ):
        return blocks
    title = text[blocks[0].start : blocks[0].end]
    for at, block in enumerate(blocks[1:3], 1):
        behind = block.start + len(title)
        repeats = block.type == "paragraph" and text.startswith(title + " ", block.start)
        if repeats and text[behind + 1 : behind + 2].isupper():
            again = Block(block.start, behind, "heading", blank=block.blank)
            block.start = behind + 1
            for each in blocks:
                each.head = each.head + 1 if each.head is not None and each.head >= at else each.head
            return [*blocks[:at], again, *blocks[at:]]
    return blocks


def _set_sections(text: str, blocks: list[Block]) -> None:
    section = ""
    for block in blocks:
        if block.type == "heading" and not block.skip:
            section = clean_heading(text[block.start : block.end])
        elif block.type != "title":
            block.section = section
