"""Tag nutrients, conditions, functions, drugs and populations by the lexicon. The longest spelling wins."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, get_args

from claimx.abbreviations import find_definitions
from claimx.data_files import DataFiles
from claimx.lexicon import Entry, Lexicon, load_lexicon
from claimx.lexicon_near import NearWords, Repair
from claimx.lexicon_senses import Place, SenseRule, choose_sense, load_senses
from claimx.lexicon_words import Words
from claimx.records import Article, Label, Mention, Sentence
from claimx.tag_acts import Acts, find_acts, load_acts
from claimx.tag_compose import Composer, compose_hits, load_composer
from claimx.tag_enzymes import Enzymes, find_enzymes, load_enzymes
from claimx.tag_heads import Heads, Hit, expand_heads, load_heads
from claimx.tag_names import Names, find_name_spans, load_names
from claimx.tag_parts import join_parts
from claimx.tag_pasts import Pasts, drop_pasts, load_pasts
from claimx.tag_people import People, extend_people, load_people
from claimx.tag_reactions import Reactions, find_reactions, load_reactions
from claimx.tag_seams import Seams, cut_seams, is_torn, load_seams
from claimx.tag_symptoms import Symptoms, find_symptoms, load_symptoms

if TYPE_CHECKING:
    from claimx.link import Linker

COMPOUNDS_FILE = "lexicon/compounds.tsv"
COMPOUND_KINDS = ("before", "after", "next", "less", "open", "salt", "instead", "made")
_MAX_WORDS = 4
# shorter words that stand side by side make other words by chance ("be an", "chlorophyll in")
_JOINED_FIRST, _JOINED_SECOND, _JOINED_LETTERS = 4, 3, 9
LABELS: tuple[Label, ...] = get_args(Label)


@dataclass(slots=True)
class ArticleScope:
    """What one article decides for all its sentences: its own short forms and, once asked for, its words.

    `short_keys` holds the folded short forms, and for the first word of each the number of its words.
    """

    text: str
    short_forms: dict[str, Entry | None] = field(default_factory=dict)
    short_keys: dict[str, int] = field(default_factory=dict)
    words: frozenset[str] | None = None


class Tagger:
    """Finds mentions sentence by sentence. Holds no state of an article between calls.

    With `link`, misspelt names are linked to the lexicon too; this takes seconds to load.
    """

    def __init__(self, data: DataFiles, *, link: bool = False) -> None:
        self.lexicon: Lexicon = load_lexicon(data)
        self._senses: dict[str, list[SenseRule]] = load_senses(data, self.lexicon.folder)
        self._heads: Heads = load_heads(data, self.lexicon)
        self._near = NearWords(data, self.lexicon)
        self._names: Names = load_names(data)
        self._symptoms: Symptoms = load_symptoms(data, self.lexicon, joins=self._heads.joins)
        body = self._symptoms.kinds["body"]
        self._composer: Composer = load_composer(data, joins=self._heads.joins, body=body)
        self._acts: Acts = load_acts(data, self.lexicon, joins=self._heads.joins)
        self._pasts: Pasts = load_pasts(data, self.lexicon)
        self._reactions: Reactions = load_reactions(data, self.lexicon, joins=self._heads.joins)
        self._people: People = load_people(data)
        self._enzymes: Enzymes = load_enzymes(data, self.lexicon)
        self._seams: Seams = load_seams(data)
        self._linker = _load_linker(data, self.lexicon) if link else None
        self._compounds = {kind: _compound_words(data, kind) for kind in COMPOUND_KINDS}

    def tag(self, article: Article, sentences: list[Sentence]) -> list[list[Mention]]:
        """One list of mentions a sentence, sorted and not overlapping; boilerplate sentences get an empty list."""
        scope = self._scope(article)
        return [[] if sentence.skip else self._tag_sentence(scope, sentence) for sentence in sentences]

    def _scope(self, article: Article) -> ArticleScope:
        scope = ArticleScope(article.text)
        for definition in find_definitions(article.text):
            # the first definition holds; a later one for the same letters is a different part of the article
            scope.short_forms.setdefault(definition.short, self._entry_of_long_form(definition.long))
        for short in scope.short_forms:
            for key in map(self.lexicon.folder.key, (short, f"{short}s")):
                first = key.split(" ")[0]
                scope.short_keys.setdefault(key, 1)
                scope.short_keys[first] = max(scope.short_keys[key], scope.short_keys.get(first, 0), key.count(" ") + 1)
        return scope

    def _tag_sentence(self, scope: ArticleScope, sentence: Sentence) -> list[Mention]:
        text = scope.text[sentence.start : sentence.end]
        words = cut_seams(self.lexicon.folder.split(text), lexicon=self.lexicon, seams=self._seams, text=text)
        hits = self._find_hits(words, text=text, scope=scope)
        hits = choose_longest(drop_pasts(hits, words, pasts=self._pasts))
        if self._linker is not None:
            hits = self._linker.find_hits(hits, words, lexicon=self.lexicon, text=text)
        hits = self._drop_names(hits, words, text=text)
        hits = [hit for hit in hits if not self._in_compound(hit, words, text)]
        hits = self._drop_qualities(hits, words)
        hits = join_parts(hits, words, compounds=self._compounds, text=text)
        hits = find_enzymes(hits, words, enzymes=self._enzymes, text=text)
        hits = expand_heads(hits, words, lexicon=self.lexicon, heads=self._heads, text=text)
        hits = compose_hits(hits, words, lexicon=self.lexicon, composer=self._composer, text=text)
        hits = find_symptoms(hits, words, lexicon=self.lexicon, symptoms=self._symptoms, text=text)
        hits = find_acts(hits, words, lexicon=self.lexicon, acts=self._acts, text=text)
        hits = find_reactions(hits, words, lexicon=self.lexicon, reactions=self._reactions)
        hits = extend_people(hits, words, lexicon=self.lexicon, people=self._people, text=text)
        return [self._mention(hit, words, text=scope.text, offset=sentence.start) for hit in hits]

    def _find_hits(self, words: Words, *, text: str, scope: ArticleScope) -> list[Hit]:
        folded, starts, ends = words.folded, words.starts, words.ends
        longest, keys, short_keys = self.lexicon.longest, self.lexicon.keys, scope.short_keys
        count = len(folded)
        hits = []
        for first, word in enumerate(folded):
            length = longest.get(word, 0)
            if short_keys:
                length = max(length, short_keys.get(word, 0))
            for last in range(min(first + length, count), first, -1) if length else ():
                key = word if last - first == 1 else " ".join(folded[first:last])
                if key in keys or key in short_keys:
                    hit = self._hit(words, first, last, key=key, text=text, scope=scope)
                    if hit is not None:
                        hits.append(hit)
            # "methyl-cobalamin" and "blue berries" are names that others write as one word
            end = ends[first]
            if first + 1 == count or starts[first + 1] - end != 1:
                continue
            after = folded[first + 1]
            if text[end] != "-" and not _may_join(word, after):
                continue
            length = longest.get(word + after, 0)
            for last in range(min(first + 1 + length, count), first + 1, -1) if length else ():
                key = " ".join((word + after, *folded[first + 2 : last]))
                hit = self._hit(words, first, last, key=key, text=text, scope=scope)
                if hit is not None:
                    hits.append(hit)
        return hits + self._find_misspelt(words, text=text, scope=scope)

    def _find_misspelt(self, words: Words, *, text: str, scope: ArticleScope) -> list[Hit]:
        repairs: dict[int, Repair] = {}
        longest = self.lexicon.longest
        for position, word in enumerate(words.folded):
            if word in longest:
                continue
            repair = self._near.repair(word, text[words.starts[position] : words.ends[position]])
            if repair is not None:
                repairs[position] = repair
        if not repairs:
            return []
        parts = [repairs[place].words if place in repairs else word for place, word in enumerate(words.folded)]
        hits = []
        for position, repair in repairs.items():
            for first in range(max(0, position - _MAX_WORDS + 1), position + 1):
                for last in range(position + 1, min(len(parts), first + _MAX_WORDS) + 1):
                    if last - first > 1 or repair.alone:
                        key = " ".join(parts[first:last])
                        hit = self._hit(words, first, last, key=key, text=text, scope=scope)
                        if hit is not None:
                            hits.append(replace(hit, origin="link", score=repair.score))
        return hits

    def _hit(self, words: Words, first: int, last: int, *, key: str, text: str, scope: ArticleScope) -> Hit | None:
        start, end = words.starts[first], words.ends[last - 1]
        if is_torn(text, start) or is_torn(text, end):
            return None
        surface = text[start:end]
        if scope.short_forms:
            short = surface if surface in scope.short_forms else surface.removesuffix("s")
            if short in scope.short_forms:
                defined = scope.short_forms[short]
                return Hit(first, last, defined, "abbreviation") if defined is not None else None
        if key not in self.lexicon.keys:
            return None
        entries = self.lexicon.entries_of(key, surface)
        rules = self._senses.get(key)
        if rules is not None and entries:
            name = choose_sense(rules, Place(surface, words, first, last, self._article_words(scope)))
            entries = [entry for entry in entries if name in (entry.name, f"{entry.label}:{entry.name}")]
        return Hit(first, last, entries[0]) if entries else None

    def _article_words(self, scope: ArticleScope) -> frozenset[str]:
        if scope.words is None:
            scope.words = frozenset(self.lexicon.folder.split(scope.text).folded)
        return scope.words

    def _entry_of_long_form(self, long: str) -> Entry | None:
        # the long form itself, or the longest known name it ends with: "adult-onset multiple sclerosis"
        words = self.lexicon.folder.split(long)
        for first in range(len(words.folded)):
            key = " ".join(words.folded[first:])
            entries = self.lexicon.entries_of(key, long[words.starts[first] : words.ends[-1]])
            # "ragged red fibers" are no dietary fiber, while "isolated hyperparathyroidism" is hyperparathyroidism
            if entries and (first == 0 or " " in key or entries[0].label == "CONDITION"):
                return entries[0]
        return None

    def _drop_names(self, hits: list[Hit], words: Words, *, text: str) -> list[Hit]:
        spans = find_name_spans(self._names, text)
        if not spans:
            return hits
        return [
            hit
            for hit in hits
            if not any(start <= words.starts[hit.first] and words.ends[hit.last - 1] <= end for start, end in spans)
        ]

    def _drop_qualities(self, hits: list[Hit], words: Words) -> list[Hit]:
        """Without the fat of "low-fat yogurt", which is the yogurt's; that of "low-fat foods" is what is meant."""
        foods = {
            hit.first
            for hit in hits
            if hit.entry.label == "NUTRIENT"
            and hit.entry.subtype == "food"
            and words.folded[hit.last - 1] not in self._compounds["open"]
        }
        return [
            hit
            for hit in hits
            if hit.last not in foods
            or hit.entry.label != "NUTRIENT"
            or self._compounds["less"].isdisjoint(words.folded[max(0, hit.first - 1) : hit.first])
        ]

    def _in_compound(self, hit: Hit, words: Words, text: str) -> bool:
        # "fat-soluble" and "non-dairy" say a property, "creatine kinase" an enzyme
        start, end = words.starts[hit.first], words.ends[hit.last - 1]
        after = hit.last < len(words.folded) and text[end : words.starts[hit.last]] == "-"
        if after and words.folded[hit.last] in self._compounds["after"]:
            return True
        if hit.entry.label == "NUTRIENT" and hit.last < len(words.folded):
            follows = text[end : words.starts[hit.last]].isspace()
            if follows and words.folded[hit.last] in self._compounds["next"]:
                return True
        before = hit.first > 0 and text[words.ends[hit.first - 1] : start] == "-"
        return before and words.folded[hit.first - 1] in self._compounds["before"]

    def _mention(self, hit: Hit, words: Words, *, text: str, offset: int) -> Mention:
        start, end = words.starts[hit.first] + offset, words.ends[hit.last - 1] + offset
        entry = hit.entry
        return Mention(
            entry.label,
            start,
            end,
            text[start:end],
            entry.name,
            entry.id,
            entry.subtype,
            origin=hit.origin,
            form=entry.form,
            link_score=hit.score,
            classes=self.lexicon.classes_of(entry.name) if entry.label == "NUTRIENT" else (),
        )


def _may_join(word: str, after: str) -> bool:
    enough = len(word) >= _JOINED_FIRST and len(after) >= _JOINED_SECOND
    return enough and len(word) + len(after) >= _JOINED_LETTERS


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


def _load_linker(data: DataFiles, lexicon: Lexicon) -> Linker:
    # scispaCy's candidate generation takes a second to import, and most runs do without it
    from claimx.link import Linker

    return Linker(data, lexicon)


def _compound_words(data: DataFiles, kind: str) -> frozenset[str]:
    words = set()
    for row in data.tsv(COMPOUNDS_FILE):
        if row["kind"] not in COMPOUND_KINDS:
            raise row.error(f'expected one of the kinds {", ".join(COMPOUND_KINDS)} but got "{row["kind"]}"')
        if row["kind"] == kind:
            words.add(row["word"])
    return frozenset(words)
