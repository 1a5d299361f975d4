"""Names that ran into the word behind them where a page lost a dash: "large amounts of iodinesuch as seaweed".

The text stays as it is; the words that are looked up, and the tokens cut by what is found in them, fall apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from claimx.data_files import DataFiles
from claimx.lexicon import Lexicon
from claimx.lexicon_words import Words

SEAMS_FILE = "lexicon/seams.tsv"
# "milkor" may well be a name, "vitaminsor" is none
_SHORTEST_NAME, _SHORTEST = 3, 6
# many words end in "in" or "an", and few that begin with so long a name do
_SHORT_WORD, _SHORTEST_BEFORE = 2, 5


@dataclass(frozen=True, slots=True)
class Seams:
    """`behind` are the words that go on; `known` is where each word looked at falls apart, 0 where it does not.

    What ends like a word that goes on and is a word of its own ("Germany") is known from the first.
    """

    behind: frozenset[str]
    longest: int
    known: dict[str, int] = field(default_factory=dict)


def load_seams(data: DataFiles) -> Seams:
    rows = list(data.tsv(SEAMS_FILE))
    behind = frozenset(row["word"] for row in rows)
    whole = (word for row in rows for word in row["whole"].split("|") if word)
    return Seams(behind, max(map(len, behind), default=0), dict.fromkeys(whole, 0))


def cut_seams(words: Words, *, lexicon: Lexicon, seams: Seams, text: str) -> Words:
    """The words with those cut in two that no name holds, and that are a name and a word that goes on."""
    cuts: list[tuple[int, int]] = []
    for place, folded in enumerate(words.folded):
        if len(folded) < _SHORTEST or folded in lexicon.longest:
            continue
        seam = seams.known.get(folded)
        if seam is None:
            written = text[words.starts[place] : words.ends[place]]
            seam = seams.known[folded] = _seam(written, lexicon=lexicon, seams=seams)
        if seam:
            cuts.append((place, seam))
    for place, seam in reversed(cuts):
        start, end = words.starts[place], words.ends[place]
        parts = text[start : start + seam], text[start + seam : end]
        words.folded[place : place + 1] = map(lexicon.folder.fold, parts)
        words.starts[place : place + 1] = [start, start + seam]
        words.ends[place : place + 1] = [start + seam, end]
    return words


def is_torn(text: str, place: int) -> bool:
    """Whether a name that begins or ends here would be cut out of a word; letters meet only at a seam."""
    if not 0 < place < len(text) or not (text[place - 1].isalnum() and text[place].isalnum()):
        return False
    return not (text[place - 1].isalpha() and text[place].isalpha())


def _seam(written: str, *, lexicon: Lexicon, seams: Seams) -> int:
    if not written.isalpha():
        return 0
    lower = written.lower()
    for place in range(max(_SHORTEST_NAME, len(lower) - seams.longest), len(lower) - 1):
        behind = lower[place:]
        if len(behind) <= _SHORT_WORD and place < _SHORTEST_BEFORE:
            continue
        if behind in seams.behind and lexicon.folder.fold(lower[:place]) in lexicon.keys:
            return place
    return 0
