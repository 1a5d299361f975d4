"""Cut an article into blocks and sentences with exact offsets, and mark its boilerplate."""

from __future__ import annotations

from collections.abc import Iterator

from claimx.data_files import DataFiles
from claimx.records import Article, Sentence, Span
from claimx.segment.blocks import Block, find_blocks
from claimx.segment.boilerplate import activate, mark_blocks, sentence_reason
from claimx.segment.columns import column_heads
from claimx.segment.names import name_blocks
from claimx.segment.rules import SegmentRules, load_rules
from claimx.segment.sentences import cut_long, split_sentences

__all__ = ["segment"]

_PACKAGED = DataFiles()
# blocks that may begin with a heading of their own
_LABELLED = ("paragraph", "list_item")
_FRAME = "*_ \t\u00a0\u200b"


def segment(article: Article, data: DataFiles | None = None) -> list[Sentence]:
    """Every sentence of the article in order, boilerplate included and marked by `skip`.

    Sentences never overlap; list markers, labels ("Summary:") and white space between them belong to none.
    A faulty data file is a DataError.
    """
    rules = load_rules(data or _PACKAGED)
    text = article.text
    blocks = find_blocks(article, rules=rules)
    active = activate(text, rules)
    mark_blocks(text, blocks, active)
    blocks = name_blocks(article, blocks)
    columns = column_heads(text, blocks)
    sentences: list[Sentence] = []
    last_of: list[Span | None] = []
    for number, block in enumerate(blocks):
        head = last_of[block.head] if block.head is not None and block.head < number else None
        last: Span | None = None
        label = rules.headings.match(text, block.start, block.end) if block.type in _LABELLED else None
        section = label["label"] if label is not None else block.section
        for start, end in _block_sentences(
            text, block, rules, behind=label.end() if label is not None else block.start
        ):
            surface = text[start:end]
            skip = sentence_reason(surface, block, active)
            sentences.append(
                Sentence(
                    start,
                    end,
                    surface,
                    len(sentences),
                    number,
                    block.type,
                    section,
                    head,
                    skip,
                    columns.get(number, ()),
                    block.level,
                    label is not None,
                )
            )
            last = Span(start, end)
        last_of.append(last)
    return sentences


def _block_sentences(text: str, block: Block, rules: SegmentRules, *, behind: int) -> Iterator[tuple[int, int]]:
    """The sentences of a block, from an offset that is past the label it begins with."""
    start = behind
    label = rules.labels.match(text, start, block.end)
    if label is not None and label.end() < block.end:
        start = label.end()
    if block.type in {"title", "heading"}:
        spans: Iterator[tuple[int, int]] = iter([(start, block.end)])
    else:
        spans = split_sentences(text, start, block.end, rules=rules)
    for left, right in cut_long(text, spans):
        while left < right and text[left] in _FRAME:
            left += 1
        while right > left and text[right - 1] in _FRAME:
            right -= 1
        if left < right:
            yield left, right
