"""What the packaged tagger finds in a sentence, for the tests of names that are put together."""

from __future__ import annotations

from claimx.data_files import DataFiles
from claimx.records import Article, Sentence
from claimx.tag import Tagger

TAGGER = Tagger(DataFiles())


def tag(text: str) -> list[tuple[str, str, str]]:
    """Label, words and name of each mention."""
    (found,) = TAGGER.tag(Article("a.txt", text), [Sentence(0, len(text), text, 0, 0)])
    return [(m.label, m.surface, m.name) for m in found]
