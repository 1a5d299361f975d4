"""Parse sentences with a spaCy pipeline and hand back flat records; no spaCy object passes this point.

Every sentence is a document of its own, so that its parse depends on nothing but itself. Mentions steer the tokens:
a mention is one token, shown to the model as its last word, and a dose as a word of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from spacy.attrs import NORM, PREFIX, SHAPE, SUFFIX
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from claimx.annotate import Annotation, Annotator, Shown, make_annotator, make_doc
from claimx.clearnlp import convert
from claimx.data_files import DataFiles
from claimx.errors import ClaimxError
from claimx.labels import LabelMap, load_labels
from claimx.lemma import Lemmatizer, load_lemmatizer
from claimx.model_folders import LANGUAGE, find_model
from claimx.ops import use_fast_ops
from claimx.records import Label, Mention, Parse, Sentence
from claimx.split import Splitter, make_splitter
from claimx.tags import penn_tag

if TYPE_CHECKING:
    from spacy.language import Language

# A pipeline trained on folded doses names in its meta the word it saw for them; others get a unit they know
DOSE_WORD_KEY = "dose_word"
_PLAIN_DOSE_WORD = "grams"
FOLDED: frozenset[Label] = frozenset({"DOSE", "NUTRIENT", "CONDITION", "FUNCTION", "DRUG"})
_UNUSED = (
    "ner",
    "entity_linker",
    "entity_ruler",
    "textcat",
    "textcat_multilabel",
    "lemmatizer",
    "trainable_lemmatizer",
)
_ARTICLE = "A"
# verbs that "n't" clips
_HYPHEN = "-"
_PARTICIPLE = "ing"


def load_model(name: str | None = None) -> Language:
    """Load the packaged pipeline, or any installed spaCy package or folder by `name`. Never touches the network."""
    import spacy
    from spacy.util import registry

    use_fast_ops()
    if name is None:
        # the saved rules replace those of the language, which would take as long again to build
        registry.tokenizers("claimx.bare_tokenizer.v1", func=_make_bare_tokenizer)
        bare = {"nlp": {"tokenizer": {"@tokenizers": "claimx.bare_tokenizer.v1"}}}
        nlp = spacy.load(find_model(LANGUAGE, file="config.cfg"), config=bare)
        # every new word is asked for each of two dozen properties, of which the model reads these
        vocab: Any = nlp.vocab
        vocab.lex_attr_getters = {key: vocab.lex_attr_getters[key] for key in (NORM, PREFIX, SUFFIX, SHAPE)}
        return nlp
    try:
        return spacy.load(name, exclude=list(_UNUSED))
    except OSError as error:
        raise ClaimxError(f'no language model "{name}": give a folder or the name of an installed package') from error


def _make_bare_tokenizer() -> Callable[[Language], Tokenizer]:
    return lambda nlp: Tokenizer(nlp.vocab)


@dataclass(frozen=True, slots=True)
class _Tokens:
    """Tokens of one sentence: offsets into the sentence, and what the model is shown for them."""

    starts: list[int]
    ends: list[int]
    shown: Shown


@dataclass(slots=True)
class Parser:
    """Parses sentences in batches of like length. `unmapped` are the labels of the pipeline that UD does not know."""

    nlp: Language
    data: DataFiles = field(default_factory=DataFiles)
    batch_size: int = 256
    folded: frozenset[Label] = FOLDED
    unmapped: tuple[str, ...] = ()
    _dose_word: str = field(init=False)
    _splitter: Splitter = field(init=False)
    _annotator: Annotator = field(init=False)
    _labels: LabelMap = field(init=False)
    _lemmatizer: Lemmatizer = field(init=False)
    _fixed: frozenset[tuple[str, str]] = field(init=False)
    _clipped: dict[str, str] = field(init=False)
    _joined: dict[str, str] = field(init=False)
    _any_joined: re.Pattern[str] = field(init=False)
    _tags: dict[tuple[str, str, bool], str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        if "parser" not in self.nlp.pipe_names:
            found = ", ".join(self.nlp.pipe_names) or "nothing"
            raise ClaimxError(f'the language model has no "parser", only {found}; choose one that parses')
        # spaCy puts the meta together anew each time it is asked for
        dose_word = self.nlp.meta.get(DOSE_WORD_KEY)
        self._dose_word = str(dose_word or _PLAIN_DOSE_WORD)
        self._splitter = make_splitter(self.nlp, packaged=dose_word is not None)
        self._annotator = make_annotator(self.nlp)
        self._labels = load_labels(self.data, _parser_labels(self.nlp))
        self.unmapped = self._labels.unmapped
        self._lemmatizer = load_lemmatizer(self.data)
        self._fixed = frozenset((row["first"], row["second"]) for row in self.data.tsv("fixed.tsv"))
        self._clipped = {row["clipped"]: row["whole"] for row in self.data.tsv("clipped.tsv")}
        self._joined = {row["written"]: row["shown"] for row in self.data.tsv("joined.tsv")}
        written = "|".join(map(re.escape, sorted(self._joined, key=len, reverse=True)))
        self._any_joined = re.compile(rf"(?i)\b(?:{written or '(?!)'})\b")

    def parse(self, items: Sequence[tuple[Sentence, Sequence[Mention]]]) -> list[Parse]:
        """Parses in the order of `items`; offsets are the article's. A sentence of white space gives an empty parse."""
        tokens = [self._tokenize(sentence, mentions) for sentence, mentions in items]
        order = sorted((i for i in range(len(items)) if tokens[i].shown.words), key=lambda i: len(tokens[i].starts))
        found = self._annotator.annotate([tokens[i].shown for i in order], batch_size=self.batch_size)
        parses = [_EMPTY] * len(items)
        for i, annotation in zip(order, found, strict=True):
            parses[i] = self._flatten(annotation, items[i][0], tokens[i])
        return parses

    def show(self, sentence: Sentence, mentions: Sequence[Mention]) -> Doc:
        """The sentence as the model is shown it, not parsed yet: what a model is trained on."""
        return make_doc(self.nlp, self._tokenize(sentence, mentions).shown)

    def _tokenize(self, sentence: Sentence, mentions: Sequence[Mention]) -> _Tokens:
        text = sentence.text
        starts, ends = self._splitter.split(text)
        _split_final_stop(starts, ends, text)
        words: dict[int, str] = {}
        for match in self._any_joined.finditer(text):
            words[match.start()] = self._joined[match.group().lower()]
            _fold(starts, ends, *match.span())
        # doses last: they may hold a nutrient, and take it into their token
        for mention in sorted(mentions, key=lambda item: item.label == "DOSE"):
            start, end = mention.start - sentence.start, mention.end - sentence.start
            if not 0 <= start < end <= len(text):
                continue
            _cut(starts, ends, start)
            _cut(starts, ends, end)
            first, last = bisect_left(starts, start), bisect_right(ends, end)
            if mention.label in self.folded and first < last:
                start, end = starts[first], ends[last - 1]
                words[start] = self._shown_word(
                    mention, text, [*zip(starts[first:last], ends[first:last], strict=True)]
                )
                starts[first:last], ends[first:last] = [start], [end]
        return _Tokens(
            starts=starts,
            ends=ends,
            shown=Shown(
                words=[
                    words.get(start) or self._in_full(text, start, end) for start, end in zip(starts, ends, strict=True)
                ],
                spaces=[text[end : end + 1].isspace() for end in ends],
            ),
        )

    def _in_full(self, text: str, start: int, end: int) -> str:
        """A word as the model is shown it: the "wo" of "won't" stands for a word that it knows better."""
        if text[end : end + 1] in ("n", "N"):
            whole = self._clipped.get(text[start : end + 3].lower().replace("’", "'"))
            if whole is not None:
                return whole
        return text[start:end].replace("’", "'")

    def _shown_word(self, mention: Mention, text: str, inside: list[tuple[int, int]]) -> str:
        if mention.label == "DOSE":
            return self._dose_word
        start, end = inside[-1]
        last, first = text[start:end], text[inside[0][0] : inside[0][1]]
        # the "A" of "vitamin A" is an article to the model
        # what "cholesterol-lowering" ends in is a verb to the model, and what it begins with is a modifier
        compound = last.endswith(_PARTICIPLE) and text[start - 1 : start] == _HYPHEN
        return first if len(inside) > 1 and (last == _ARTICLE or compound) else last

    def _flatten(self, found: Annotation, sentence: Sentence, tokens: _Tokens) -> Parse:
        words = [sentence.text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
        pos, heads, labels = found.pos, found.heads, found.labels
        tags = [self._tag(*each) for each in zip(found.tags, pos, found.feats, words, strict=True)]
        if self._labels.foreign:
            lemmas = self._lemmas(words, pos)
            labels = [label.lower() for label in labels]
            pos, heads, labels = convert(
                words, lemmas=lemmas, tags=tags, pos=pos, heads=heads, labels=labels, fixed=self._fixed
            )
        return Parse(
            words=tuple(words),
            starts=tuple(start + sentence.start for start in tokens.starts),
            ends=tuple(end + sentence.start for end in tokens.ends),
            lemmas=tuple(self._lemmas(words, pos)),
            pos=tuple(pos),
            tags=tuple(tags),
            deps=tuple(map(self._labels.ud, labels)),
            heads=tuple(heads),
        )

    def _lemmas(self, words: list[str], pos: list[str]) -> list[str]:
        return [self._lemmatizer.lemma(word, kind) for word, kind in zip(words, pos, strict=True)]

    def _tag(self, tag: str, pos: str, feats: str, word: str) -> str:
        if tag:
            return tag
        key = (pos, feats, word[-1:] in ("s", "S"))
        found = self._tags.get(key)
        if found is None:
            found = self._tags[key] = penn_tag(pos, feats, word.lower())
        return found


_EMPTY = Parse((), (), (), (), (), (), (), ())


def _parser_labels(nlp: Language) -> list[str]:
    return list(getattr(nlp.get_pipe("parser"), "labels", ()))


def _split_final_stop(starts: list[int], ends: list[int], text: str) -> None:
    # spaCy keeps "D." whole, which hides the nutrient in "rich in vitamin D."
    if starts and ends[-1] - starts[-1] == 2 and text[starts[-1]].isalpha() and text[ends[-1] - 1] == ".":
        _cut(starts, ends, ends[-1] - 1)


def _fold(starts: list[int], ends: list[int], start: int, end: int) -> None:
    """Make the tokens between two places one."""
    first, last = bisect_left(starts, start), bisect_right(ends, end)
    if first < last:
        starts[first:last], ends[first:last] = [starts[first]], [ends[last - 1]]


def _cut(starts: list[int], ends: list[int], place: int) -> None:
    index = bisect_right(starts, place) - 1
    if index >= 0 and starts[index] < place < ends[index]:
        starts.insert(index + 1, place)
        ends.insert(index, place)
