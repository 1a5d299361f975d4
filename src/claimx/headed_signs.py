"""Signs that headings name below the title that announces them: "5 signs of low iron", "2. You are always tired"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimx.announced import announced
from claimx.list_items import titled_signs
from claimx.list_kinds import ListKind
from claimx.records import Claim
from claimx.topic import Context, headings_and_title, nutrients_in


def headed_signs(context: Context, kinds: Sequence[ListKind]) -> Iterator[Claim]:
    """Claims of the headings below such a title that name a sign and no nutrient."""
    words = context.words
    title = {word.removesuffix("s") for word in re.findall(r"\w+", context.article.title.lower())}
    if words.sign_nouns.isdisjoint(title):
        return
    for number, (sentence, mentions) in enumerate(zip(context.sentences, context.mentions, strict=True)):
        kind = titled_signs(sentence, context.article, kinds)
        if kind is None or any(item.label == "NUTRIENT" for item in mentions):
            continue
        above = (nutrients_in(context, at) for at in headings_and_title(context, number))
        yield from announced(sentence, mentions, words, kind=kind, nutrients=next(filter(None, above), []))
