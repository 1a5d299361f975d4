"""One claim as the qualifying readers see it: its sentence's words, clauses, and the predicates above its trigger."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimx.qualify.clauses import Joints, children, number_clauses
from claimx.qualify.cues import Phrases
from claimx.records import Article, Claim, Mention, Parse, Sentence, Span

_WORD = re.compile(r"[^\W_]+(?:['’./-][^\W_]+)*")
MAX_STEPS = 8
# dependencies over which a nominal trigger still belongs to the predicate above it
_NOMINAL = frozenset(
    {"obj", "obl", "nmod", "nsubj", "amod", "compound", "appos", "iobj", "dep", "det", "fixed", "flat", "nummod"}
)
FINITE = frozenset({"MD", "VBZ", "VBP", "VBD"})
_SUBJECTS = frozenset({"nsubj", "csubj", "expl"})


@dataclass(frozen=True, slots=True)
class Words:
    """Lower-cased words with plain apostrophes, and where each stands. `tokens` is empty for an unparsed sentence."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    tokens: tuple[int, ...] = ()

    def keep(self, places: Sequence[int]) -> Words:
        return Words(
            tuple(self.words[i] for i in places),
            tuple(self.starts[i] for i in places),
            tuple(self.ends[i] for i in places),
            tuple(self.tokens[i] for i in places) if self.tokens else (),
        )

    def find(self, phrases: Phrases) -> list[Span]:
        """Article spans of the phrases, in text order."""
        return [Span(self.starts[low], self.ends[high - 1]) for low, high in phrases.spans(self.words)]


@dataclass(frozen=True, slots=True)
class Link:
    """One step from the trigger upwards. `shared` links lend only what stands before their first conjunct's verb."""

    token: int
    shared: bool = False
    contrast: bool = False
    nominal: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """`chain[0]` is the trigger; `clause` numbers the clause of each token; `own` is the trigger's clause.

    `lead` is the words of the list head a list item hangs under, empty elsewhere.
    """

    claim: Claim
    parse: Parse
    text: str
    kids: tuple[tuple[int, ...], ...]
    clause: tuple[int, ...]
    own: int
    chain: tuple[Link, ...]
    line: Words
    lead: Words
    mentions: tuple[Mention, ...]
    previous: tuple[Sentence, ...] = ()

    def lemma(self, token: int) -> str:
        return self.parse.lemmas[token].lower()

    def word(self, token: int) -> str:
        return self.parse.words[token].lower().replace("’", "'")

    def dep(self, token: int) -> str:
        return self.parse.deps[token].split(":")[0]

    def surface(self, token: int) -> str:
        return self.text[self.parse.starts[token] : self.parse.ends[token]]

    def clause_words(self, *numbers: int) -> Words:
        return self.line.keep([i for i, token in enumerate(self.line.tokens) if self.clause[token] in numbers])

    def tokens_of(self, mention: Mention | None) -> list[int]:
        if mention is None:
            return []
        parse = self.parse
        return [i for i in range(len(parse.words)) if parse.starts[i] < mention.end and parse.ends[i] > mention.start]

    def head_of(self, mention: Mention | None) -> int:
        """The token of a mention whose head lies outside it, -1 when it is not in the sentence."""
        return -1 if mention is None else _token_at(self.parse, Span(mention.start, mention.end))

    def above(self, token: int) -> list[int]:
        """The heads over a token, nearest first."""
        found: list[int] = []
        while self.parse.heads[token] != token and len(found) < MAX_STEPS:
            token = self.parse.heads[token]
            found.append(token)
        return found

    def path_down(self, mention: Mention | None) -> list[int]:
        """Tokens from a mention's head up to, not including, the trigger; empty when the trigger is not above it."""
        head = self.head_of(mention)
        if head < 0 or not self.chain:
            return []
        over = self.above(head)
        trigger = self.chain[0].token
        return [head, *over[: over.index(trigger)]] if trigger in over else []


def make_view(
    claim: Claim,
    parse: Parse,
    *,
    mentions: Sequence[Mention],
    article: Article,
    joints: Joints,
    previous: Sequence[Sentence] = (),
) -> View:
    """The view of a claim; where its trigger is not in the parse all words are one clause and the chain is empty."""
    kids = children(parse)
    clause = number_clauses(parse, kids, joints)
    trigger = claim.trigger_token if 0 <= claim.trigger_token < len(parse.words) else _token_at(parse, claim.trigger)
    return View(
        claim=claim,
        parse=parse,
        text=article.text,
        kids=kids,
        clause=clause if trigger >= 0 else (0,) * len(parse.words),
        own=clause[trigger] if trigger >= 0 else 0,
        chain=_climb(parse, kids, trigger, joints) if trigger >= 0 else (),
        line=_line(parse, article.text),
        lead=_text_words(article.text, claim.sentence.list_head) if claim.sentence.list_head else Words((), (), ()),
        mentions=tuple(mentions),
        previous=tuple(previous),
    )


def _token_at(parse: Parse, span: Span) -> int:
    """The head token of a span, -1 when no token overlaps it."""
    inside = [i for i in range(len(parse.words)) if parse.starts[i] < span.end and parse.ends[i] > span.start]
    heads = parse.heads
    return next((token for token in inside if heads[token] == token or heads[token] not in inside), -1)


def sentence_words(sentence: Sentence) -> Words:
    """The words of a sentence that has no parse."""
    return _words(sentence.text, sentence.start)


def _text_words(text: str, span: Span) -> Words:
    return _words(text[span.start : span.end], span.start)


def _words(text: str, offset: int) -> Words:
    found = list(_WORD.finditer(text))
    return Words(
        tuple(match.group().lower().replace("’", "'") for match in found),
        tuple(offset + match.start() for match in found),
        tuple(offset + match.end() for match in found),
    )


def _line(parse: Parse, text: str) -> Words:
    """The words of a parse: tokens that touch make one word ("is" and "n't"), a folded mention makes several."""
    words: list[tuple[str, int, int, int]] = []
    first = 0
    for token in range(len(parse.words)):
        if token + 1 < len(parse.words) and parse.starts[token + 1] == parse.ends[token]:
            continue
        low = parse.starts[first]
        for match in _WORD.finditer(text[low : parse.ends[token]]):
            start = low + match.start()
            owner = max(i for i in range(first, token + 1) if parse.starts[i] <= start)
            words.append((match.group().lower().replace("’", "'"), start, low + match.end(), owner))
        first = token + 1
    columns = list(zip(*words, strict=True)) or [(), (), (), ()]
    return Words(columns[0], columns[1], columns[2], columns[3])


def _climb(parse: Parse, kids: Sequence[Sequence[int]], trigger: int, joints: Joints) -> tuple[Link, ...]:
    links = [Link(trigger)]
    while len(links) < MAX_STEPS:
        step = _step(parse, kids, links[-1], joints)
        if step is None:
            break
        links.append(step)
    return tuple(links)


def _starts_anew(parse: Parse, kids: Sequence[Sequence[int]], token: int) -> bool:
    """A second predicate with a finite verb of its own: "does not dissolve and is found", "is not toxic and eases".

    So has "produce" in "that are not digested and produce gas": no participle can share the "are".
    """
    auxiliaries = ("aux", "aux:pass", "cop")
    if any(parse.deps[kid] in auxiliaries and parse.tags[kid] in FINITE for kid in kids[token]):
        return True
    helped = {parse.deps[kid] for kid in kids[parse.heads[token]]}.intersection(auxiliaries)
    finite = ("VBZ", "VBD", "VBP", "VB") if "aux:pass" in helped else ("VBZ", "VBD")
    return bool(helped) and parse.tags[token] in finite


def _step(parse: Parse, kids: Sequence[Sequence[int]], link: Link, joints: Joints) -> Link | None:
    """The next predicate that has a say over a token, or None where its clause stands on its own."""
    token = link.token
    above = parse.heads[token]
    if above == token:
        return None
    label, base = parse.deps[token], parse.deps[token].split(":")[0]
    has_subject = any(parse.deps[kid].split(":")[0] in _SUBJECTS for kid in kids[token])
    contrast = link.contrast
    if base == "conj":
        if has_subject:
            return None
        parted = any(parse.deps[kid] == "cc" and parse.words[kid].lower() in joints.contrast for kid in kids[token])
        parted = parted or _starts_anew(parse, kids, token)
        return Link(above, shared=True, contrast=contrast or parted)
    thought = parse.words[above].lower() in joints.thoughts and any(
        parse.deps[kid] in ("mark", "dep") for kid in kids[token]
    )
    if label == "acl:relcl" and has_subject and thought:
        # "the fear that it harms": what is feared, and no clause that describes the fear
        return Link(above, contrast=contrast)
    if label == "acl:relcl":
        # "is not a drug that cures": what is said of the noun is said of its clause
        predicate = any(parse.deps[kid] == "cop" for kid in kids[above]) or any(
            parse.deps[kid] == "expl" for kid in kids[parse.heads[above]]
        )
        return Link(above, contrast=contrast) if predicate else None
    if base == "advcl":
        # "although rich in fat, nuts do not cause weight gain", whichever of the two the parse hangs the word on
        ahead = [kid for kid in kids[above] if kid < token < above and parse.deps[kid] == "mark"]
        opened = {parse.words[kid].lower() for kid in (*kids[token], *ahead)}
        apart = has_subject or not joints.contrast.isdisjoint(opened)
        return None if apart and joints.questions.isdisjoint(opened) else Link(above, contrast=contrast)
    if base == "acl" and parse.deps[above] == "appos":
        # "stops them from using folate, a nutrient needed to": what explains a name is not denied with it
        return None
    if base in ("xcomp", "ccomp", "csubj", "acl"):
        return Link(above, contrast=contrast)
    if base in _NOMINAL:
        return Link(above, contrast=contrast, nominal=True)
    return None
