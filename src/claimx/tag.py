"""Tag nutrients, conditions, functions, drugs and populations by the lexicon. The longest spelling wins."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.data_files import DataFiles
from claimx.lexicon import Entry, Lexicon, load_lexicon
from claimx.lexicon_words import Words
from claimx.records import Article, Mention, Sentence


@dataclass(frozen=True, slots=True)
class Hit:
    """A spelling found: word positions `first` to `last` (exclusive) and the entry it names."""

    first: int
    last: int
    entry: Entry


class Tagger:
    """Finds mentions sentence by sentence. Holds no state of an article between calls."""

    def __init__(self, data: DataFiles) -> None:
        self.lexicon: Lexicon = load_lexicon(data)

    def tag(self, article: Article, sentences: list[Sentence]) -> list[list[Mention]]:
        """One list of mentions a sentence, sorted and not overlapping; boilerplate sentences get an empty list."""
        return [[] if sentence.skip else self._tag_sentence(article, sentence) for sentence in sentences]

    def _tag_sentence(self, article: Article, sentence: Sentence) -> list[Mention]:
        text = article.text[sentence.start : sentence.end]
        words = self.lexicon.folder.split(text)
        hits = choose_longest(find_hits(self.lexicon, words, text=text))
        return [_mention(hit, words, article=article, offset=sentence.start) for hit in hits]


def find_hits(lexicon: Lexicon, words: Words, *, text: str) -> list[Hit]:
    """Every spelling in the words, overlapping ones too."""
    folded = words.folded
    hits = []
    longest = lexicon.longest
    for first, word in enumerate(folded):
        length = longest.get(word)
        if length is None:
            continue
        for last in range(min(first + length, len(folded)), first, -1):
            entry = _entry_of(lexicon, words, first=first, last=last, text=text)
            if entry is not None:
                hits.append(Hit(first, last, entry))
    return hits


def choose_longest(hits: list[Hit]) -> list[Hit]:
    """Hits that do not overlap, in text order: more words win, then the one that comes first."""
    taken: set[int] = set()
    chosen = []
    for hit in sorted(hits, key=lambda hit: (hit.first - hit.last, hit.first)):
        span = range(hit.first, hit.last)
        if taken.isdisjoint(span):
            taken.update(span)
            chosen.append(hit)
    return sorted(chosen, key=lambda hit: hit.first)


def _entry_of(lexicon: Lexicon, words: Words, *, first: int, last: int, text: str) -> Entry | None:
    key = words.folded[first] if last - first == 1 else " ".join(words.folded[first:last])
    senses = lexicon.keys.get(key)
    if senses is None or not _whole_words(words, first=first, last=last, text=text):
        return None
    surface = text[words.starts[first] : words.ends[last - 1]]
    for index in senses:
        casings = lexicon.exact.get((key, index))
        if casings is None or surface in casings or surface.removesuffix("s") in casings:
            return lexicon.entries[index]
    return None


def _whole_words(words: Words, *, first: int, last: int, text: str) -> bool:
    # "B1" must not be found in "B1a", nor "D" in "2D"
    start, end = words.starts[first], words.ends[last - 1]
    return not (start > 0 and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum())


def _mention(hit: Hit, words: Words, *, article: Article, offset: int) -> Mention:
    start, end = words.starts[hit.first] + offset, words.ends[hit.last - 1] + offset
    entry = hit.entry
    return Mention(
        entry.label, start, end, article.text[start:end], entry.name, entry.id, entry.subtype, form=entry.form
    )
