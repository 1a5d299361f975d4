"""A parsed sentence as a graph: children, conjunct groups, prepositions and the mention each token belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimx.records import Label, Mention, Parse

HYPHEN = "-"
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})


@dataclass(frozen=True, slots=True)
class Graph:
    """Token indices throughout; build one with `build_graph`. `mention_of[i]` is the mention that covers token i.

    `folded` are further mentions over a token that has one, as the second of "500 mg of EPA and DHA" is.

    `head_of[k]` is the token that stands for mention k in the tree: the one whose head lies outside it. `words` and
    `lemmas` are lower-cased, `bases` the labels without their subtypes, `below` those and the labels of
    each token's children; `forms` holds every word and lemma, `line` the words with a space around each.
    """

    parse: Parse
    source: str
    mentions: tuple[Mention, ...]
    folded: tuple[Mention, ...]
    children: tuple[tuple[int, ...], ...]
    below: tuple[frozenset[str], ...]
    mention_of: tuple[int, ...]
    head_of: tuple[int, ...]
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    bases: tuple[str, ...]
    tagged: tuple[str, ...]
    prepositions: tuple[str, ...]
    forms: frozenset[str]
    line: str

    def __len__(self) -> int:
        return len(self.parse.words)

    def text(self, start: int, end: int) -> str:
        """The article's words between two of its offsets."""
        return self.source[start:end]

    def stretch(self, first: int, last: int, *, label: Label, name: str = "") -> Mention:
        """What no lexicon holds, from one token to another; its name is its words where none is given."""
        start, end = self.parse.starts[first], self.parse.ends[last]
        surface = self.text(start, end)
        return Mention(label, start, end, surface, name or surface.lower(), origin="noun_phrase")

    def kids(self, token: int, *deps: str) -> list[int]:
        """Children with one of the labels, all when none is given. Subtypes count: obl also finds obl:agent."""
        found = self.children[token]
        if not deps:
            return list(found)
        if self.below[token].isdisjoint(deps):
            return []
        labels, bases = self.parse.deps, self.bases
        return [kid for kid in found if bases[kid] in deps or labels[kid] in deps]

    def has_kid(self, token: int, *deps: str, among: frozenset[str]) -> bool:
        """A child with one of the labels is one of the words."""
        return any(self.words[kid] in among for kid in self.kids(token, *deps))

    def has_relative(self, token: int) -> bool:
        """A relative clause is said of the token."""
        return any(self.parse.deps[kid] == "acl:relcl" for kid in self.children[token])

    def dep(self, token: int) -> str:
        return self.parse.deps[token]

    def base_dep(self, token: int) -> str:
        return self.bases[token]

    def head(self, token: int) -> int:
        return self.parse.heads[token]

    def word(self, token: int) -> str:
        """The lower-cased word, "" behind the last."""
        return self.words[token] if token < len(self.words) else ""

    def lemma(self, token: int) -> str:
        return self.lemmas[token]

    def pos(self, token: int) -> str:
        """The part of speech; what has an object or an auxiliary of its own is a verb, whatever the tagger says."""
        return self.tagged[token]

    def has_verb(self) -> bool:
        return "VERB" in self.tagged or "AUX" in self.tagged

    def is_amount(self, token: int) -> bool:
        """A dose folded into one token, or a number."""
        word = self.parse.words[token]
        return self.mention_of[token] < 0 and (" " in word or word[:1].isdigit())

    def is_dose(self, token: int) -> bool:
        """An amount of some nutrient, folded into one token by the parser."""
        word = self.parse.words[token]
        return self.is_amount(token) and " " in word and self.parse.pos[token] == "NOUN"

    def is_nominal(self, token: int) -> bool:
        return self.parse.pos[token] in NOMINAL

    def with_particle(self, token: int) -> str:
        """The lemma of a token and the word behind it ("run short"), "" when none is."""
        return f"{self.lemmas[token]} {self.words[token + 1]}" if token + 1 < len(self) else ""

    def with_complements(self, token: int) -> list[str]:
        """The lemma of a token and each word that hangs on it ("run low"), whatever stands in between."""
        return [f"{self.lemmas[token]} {self.words[kid]}" for kid in self.kids(token, "xcomp", "advmod")]

    def mention(self, token: int, *labels: Label) -> Mention | None:
        """The mention that covers a token, if its label is one of those given (any, when none is)."""
        index = self.mention_of[token]
        if index < 0:
            return None
        mention = self.mentions[index]
        return mention if not labels or mention.label in labels else None

    def anchor(self, token: int) -> int:
        """The head token of the mention that covers the token, or the token itself."""
        index = self.mention_of[token]
        return token if index < 0 else self.head_of[index]

    def token_at(self, start: int) -> int | None:
        """The token that begins at an offset."""
        return next((token for token, at in enumerate(self.parse.starts) if at == start), None)

    def head_at(self, start: int) -> int | None:
        """The token that stands for a mention and begins at an offset."""
        return next((token for token in self.head_of if self.parse.starts[token] == start), None)

    def preposition(self, token: int) -> str:
        """The lemmas of a token's case or mark words joined by a space ("because of"), "" when it has none.

        The parser may hang the word on a modifier: "for" on the "pregnant" of "for pregnant or nursing women".
        """
        return self.prepositions[token]

    def conjuncts(self, token: int) -> list[int]:
        """The token and all that is coordinated below it, in text order."""
        found = [token]
        for item in found:
            found.extend(kid for kid in self.kids(item, "conj") if kid not in found)
        return sorted(found)

    def last_word(self, token: int) -> str:
        """The singular of the last word of what the token stands for ("acid" of "fatty acids")."""
        word = self.words[token].split()[-1]
        return word[:-1] if word.endswith("s") and not word.endswith("ss") else word

    def compounded(self, token: int) -> str:
        """The hyphen and what follows it in a compound that ends at a token ("-lowering"), "" where it ends none."""
        word = self.words[token]
        if HYPHEN in word:
            return HYPHEN + word.rpartition(HYPHEN)[2]
        return HYPHEN + word if token > 1 and self.words[token - 1] == HYPHEN else ""

    def is_plural(self, token: int) -> bool:
        """The last word of what the token stands for has a plural "-s"."""
        return self.words[token].split()[-1].endswith("s") and not self.lemmas[token].endswith("s")

    def determiner(self, token: int) -> str:
        """The demonstrative or article before a token, lower-cased, "" when it has none."""
        found = [kid for kid in self.children[token] if self.parse.deps[kid] in ("det", "nmod:poss") and kid < token]
        return self.words[found[0]] if found else ""

    def phrase_of(self, token: int) -> str:
        """The words of the mention that covers a token, or the token with the word before it, lower-cased."""
        mention = self.mention(token)
        if mention is not None:
            return mention.surface.lower()
        return " ".join(self.words[max(0, token - 1) : token + 1])

    def first_conjunct(self, token: int) -> int:
        """Up the chain of coordination to its first member."""
        for _ in range(len(self)):
            if self.base_dep(token) != "conj":
                break
            token = self.head(token)
        return token

    def ancestors(self, token: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        for _ in range(len(self)):
            above = self.parse.heads[token]
            if above == token:
                return
            yield above
            token = above

    def subtree_of_mention(self, token: int) -> list[int]:
        """The tokens of the mention that covers a token, or the token alone."""
        index = self.mention_of[token]
        if index < 0:
            return [token]
        return [item for item, other in enumerate(self.mention_of) if other == index]

    def subtree(self, token: int) -> list[int]:
        """The token and everything below it, in text order."""
        found = [token]
        for item in found:
            found.extend(self.children[item])
        return sorted(set(found))


def build_graph(parse: Parse, mentions: Sequence[Mention], *, source: str) -> Graph:
    """Index a parse of a sentence of the article text `source` and lay its mentions over the tokens.

    Mentions that no token overlaps are left out, and of two that overlap the later one is only in `folded`.
    """
    count = len(parse.words)
    children: list[list[int]] = [[] for _ in range(count)]
    for token, head in enumerate(parse.heads):
        if head != token:
            children[head].append(token)
    bases = tuple(label.partition(":")[0] for label in parse.deps)
    mention_of, kept, folded = _lay(mentions, parse)
    covered = [[token for token, other in enumerate(mention_of) if other == number] for number in range(len(kept))]
    words = tuple(word.lower() for word in parse.words)
    return Graph(
        parse=parse,
        source=source,
        mentions=tuple(kept),
        folded=tuple(folded),
        children=tuple(map(tuple, children)),
        below=tuple(frozenset(name for kid in kids for name in (bases[kid], parse.deps[kid])) for kids in children),
        mention_of=tuple(mention_of),
        head_of=tuple(_mention_head(parse, tokens) for tokens in covered),
        words=words,
        lemmas=tuple(lemma.lower() for lemma in parse.lemmas),
        bases=bases,
        tagged=tuple(_tag(parse, item, kids=children[item], covered=mention_of[item] >= 0) for item in range(count)),
        prepositions=tuple(_preposition(item, children=children, bases=bases, words=words) for item in range(count)),
        forms=frozenset(part for word in words for part in word.split()) | frozenset(parse.lemmas),
        line=f" {' '.join(words)} ",
    )


def _preposition(token: int, *, children: Sequence[list[int]], bases: Sequence[str], words: Sequence[str]) -> str:
    found = [kid for kid in children[token] if bases[kid] in ("case", "mark")]
    inside = (kid for kid in children[token] if bases[kid] in ("amod", "compound"))
    found = found or [item for kid in inside for item in children[kid] if bases[item] == "case"]
    # "the risk of Parkinson's" has a mark behind the name as well
    found = [kid for kid in found if kid < token] or found
    fixed = [item for kid in found for item in children[kid] if bases[item] == "fixed"]
    return " ".join(words[item] for item in sorted(found + fixed))


def _tag(parse: Parse, token: int, *, kids: Sequence[int], covered: bool) -> str:
    found = parse.pos[token]
    if covered or found in ("VERB", "AUX", "PUNCT"):
        return found
    labels = {parse.deps[kid] for kid in kids}
    if found == "INTJ" and "cop" in labels:
        # "liver is a no-no in pregnancy"
        return "NOUN"
    if found not in ("ADJ", "NOUN"):
        return "VERB" if {"obj", "nsubj"} <= labels else found
    if "cop" not in labels and ("obj" in labels or ("aux" in labels and found == "ADJ")):
        return "VERB"
    return found


def _lay(mentions: Sequence[Mention], parse: Parse) -> tuple[list[int], list[Mention], list[Mention]]:
    """The number of the mention over each token, -1 for none, the mentions that have a token, and those that share."""
    count = len(parse.words)
    mention_of = [-1] * count
    kept: list[Mention] = []
    folded: list[Mention] = []
    first = 0
    for mention in sorted(mentions, key=lambda item: (item.start, item.end)):
        while first < count and parse.ends[first] <= mention.start:
            first += 1
        covered = [i for i in range(first, count) if parse.starts[i] < mention.end and parse.ends[i] > mention.start]
        hides_verb = len(covered) == 1 and mention.label == "FUNCTION" and _has_object(parse, covered[0])
        if covered and mention_of[covered[0]] < 0 and not hides_verb:
            for index in covered:
                mention_of[index] = len(kept)
            kept.append(mention)
        elif len(covered) == 1 and not hides_verb:
            folded.append(mention)
    return mention_of, kept, folded


def _has_object(parse: Parse, token: int) -> bool:
    """The word is a verb, whatever the lexicon calls it: "relaxing the muscles"."""
    return parse.pos[token] == "VERB" and any(
        head == token and parse.deps[kid] == "obj" and kid > token for kid, head in enumerate(parse.heads)
    )


def _mention_head(parse: Parse, covered: Sequence[int]) -> int:
    tops = [index for index in covered if parse.heads[index] not in covered or parse.heads[index] == index] or covered
    # a modifier that the parser hung outside the mention must not stand for it
    nominal = [index for index in tops if parse.pos[index] in NOMINAL]
    return (nominal or tops)[-1]
