"""Table cells with an amount that nobody is told to take: nothing in the table says for whom or what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimx.rows import row_start
from claimx.topic import Context, head_of_column

# for whom or what a table may tell an amount
GROUPS = ("POPULATION", "CONDITION")
# figures that are no part of a name, as those of ages ("51-70 years"), and unlike "B12" and "D3"
_FIGURE = re.compile(r"(?<![\w-])\d")
_WORD = re.compile(r"[^\W\d_]+")


def idle_cells(context: Context) -> Iterator[int]:
    """Cells, by `Sentence.index`, with an amount of which neither the table nor its row says for whom or what it is."""
    for number, sentence in enumerate(context.sentences):
        doses = [item for item in context.mentions[number] if item.label == "DOSE" and item.quantity is not None]
        told = any(item.quantity is not None and (item.quantity.role or item.quantity.period) for item in doses)
        if doses and sentence.columns and not (told or _is_for_group(context, number)):
            yield sentence.index


def _is_for_group(context: Context, number: int) -> bool:
    """The row, or the column, says who or what takes it, or that it is taken: "Women over 50", "Migraine", "Dose"."""
    head = head_of_column(context, number)
    titled = _WORD.findall(context.sentences[head].text.lower()) if head is not None else []
    if not context.words.dose_heads.isdisjoint(titled):
        return True
    first = row_start(context.sentences, number, text=context.article.text)
    return any(_names_group(context, at) for at in (first, head) if at not in (None, number))


def _names_group(context: Context, number: int) -> bool:
    """ "Women", "Migraine", "51-70 years"."""
    group = any(item.label in GROUPS for item in context.mentions[number])
    return group or _FIGURE.search(context.sentences[number].text) is not None
