"""A parse whose tree is being changed, for what mends it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimx.records import Mention, Parse
from claimx.relate.words import Words


@dataclass(slots=True)
class Draft:
    """The arrays of a parse; `covered` are the tokens that mentions lie over, `eaten` those of nutrients."""

    parse: Parse
    words: Words
    covered: frozenset[int]
    eaten: frozenset[int]
    heads: list[int]
    deps: list[str]
    pos: list[str]
    tags: list[str]
    lemmas: list[str]

    def copy(self) -> Draft:
        """The same arrays, apart from these."""
        arrays = {name: getattr(self, name)[:] for name in ("heads", "deps", "pos", "tags", "lemmas")}
        return replace(self, **arrays)

    def kids(self, token: int) -> list[int]:
        return [kid for kid, head in enumerate(self.heads) if head == token and kid != token]

    def word(self, token: int) -> str:
        """The lower-cased word, "" behind the last."""
        return self.parse.words[token].lower() if token < len(self.heads) else ""

    def openers(self, token: int, *labels: str) -> list[str]:
        """The words that hang on a token with such labels: its prepositions ("case"), its conjunctions ("mark")."""
        return [self.word(kid) for kid in self.kids(token) if self.deps[kid] in labels]

    def span(self, token: int) -> tuple[int, int]:
        """The first and the last token of all below one, itself included."""
        found = [token]
        for item in found:
            found.extend(kid for kid in self.kids(item) if kid not in found)
        return min(found), max(found)

    def first_word(self, token: int) -> int:
        """The first token of all below one, past the comma that opens it."""
        first = self.span(token)[0]
        return first + (self.word(first) == ",")

    def take_place(self, token: int, *, of: int) -> None:
        """Hang a token where another one hangs, by the same label; in the place of a root it is the root."""
        self.heads[token] = token if self.heads[of] == of else self.heads[of]
        self.deps[token] = self.deps[of]

    def is_below(self, token: int, above: int) -> bool:
        """Whether a token hangs on another one, by however many steps."""
        for _ in self.heads:
            if self.heads[token] == above:
                return token != above
            token = self.heads[token]
        return False

    def is_tree(self) -> bool:
        """Every token hangs on a root in the end."""
        reached = {token for token, head in enumerate(self.heads) if token == head}
        left = set(range(len(self.heads))) - reached
        while found := {token for token in left if self.heads[token] in reached}:
            reached |= found
            left -= found
        return not left


def open_draft(parse: Parse, mentions: Sequence[Mention], *, words: Words) -> Draft:
    """A draft that begins as the parse is, but for nutrients and drugs that look like verbs or adverbs ("mint")."""
    pos, tags = list(parse.pos), list(parse.tags)
    eaten = covered_tokens(parse, [mention for mention in mentions if mention.label == "NUTRIENT"])
    for token in eaten | covered_tokens(parse, [mention for mention in mentions if mention.label == "DRUG"]):
        if pos[token] in ("VERB", "ADV"):
            pos[token], tags[token] = "NOUN", "NN"
    covered = covered_tokens(parse, mentions)
    return Draft(parse, words, covered, eaten, list(parse.heads), list(parse.deps), pos, tags, list(parse.lemmas))


def covered_tokens(parse: Parse, mentions: Sequence[Mention]) -> frozenset[int]:
    """The tokens that a mention lies over."""
    return frozenset(
        token
        for mention in mentions
        for token in range(len(parse.words))
        if parse.starts[token] < mention.end and parse.ends[token] > mention.start
    )
