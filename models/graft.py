"""Long training sentences put together from short ones whose trees are beyond doubt.

`data/grafts.conllu` holds short sentences, most of them with one piece marked `Piece=Yes`: an opening, a subject, what
stands behind a subject, what stands before a verb, an end, or who says so. A parser that is right on each of them is
often wrong on two at once ("In older adults, zinc, which the body cannot make, eases pain"): of their trees, hung
together, it learns where each belongs.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import augment
from treebank import Document, Tokens, Word

PIECE = "Piece=Yes"
# how often a sentence has a piece of a kind
SHARES = {"report": 0.3, "front": 0.5, "aside": 0.35, "mid": 0.2, "tail": 0.5}
# before "that" or behind it
OUTSIDE = 0.5
_PLURALS = {"is": "are", "was": "were", "has": "have", "does": "do"}
_HELPERS = ("aux", "aux:pass", "cop")
_CAPITALS = ("PROPN",)

# short sentences by the kind of their piece
Pieces = dict[str, list[Tokens]]


@dataclass(slots=True, eq=False)
class Node:
    """A word and the node that it hangs on, None for the root."""

    word: Word
    head: Node | None = None

    @property
    def label(self) -> str:
        return self.word.label


def by_kind(document: Document) -> Pieces:
    """The sentences of `data/grafts.conllu`."""
    found: dict[str, list[Tokens]] = defaultdict(list)
    for sentence in document.sentences:
        found[sentence.comments["sent_id"].partition("-")[0]].append(sentence)
    return dict(found)


def grafted(pieces: Pieces, swaps: augment.Swaps, *, count: int, seed: int) -> Iterator[Tokens]:
    """So many sentences, their nouns and verbs changed for others of their class, and roughened."""
    chance = random.Random(seed)
    for _ in range(count):
        yield augment.roughen(augment.vary(put_together(pieces, chance), swaps, chance), chance)


def put_together(pieces: Pieces, chance: random.Random) -> Tokens:
    """A subject and what is said of it, with a piece of each further kind as often as `SHARES` says."""
    said = _nodes(chance.choice(pieces["pred"]))
    verb = next(node for node in said if node.head is None)
    stop, first = said.pop(), said.pop(0)
    source = chance.choice(pieces["subject"])
    subject, top = _take(source)
    top.head = verb
    passive = first.label.partition(":")[2]
    top.word = replace(top.word, label=f"{top.label}:{passive}" if passive else top.label)
    if any(word.tag == "VBP" and not is_inside(word) for word in source.words):
        _agree(said, verb)
    chosen = [kind for kind, share in SHARES.items() if chance.random() < share]
    taken = {kind: _take(chance.choice(pieces[kind])) for kind in chosen}
    _fill_in(taken, subject, said, verb=verb)
    found, root = subject + said, verb
    front, opening = taken.get("front", ([], None))
    if "report" in taken:
        teller, clause = _report(chance.choice(pieces["report"]))
        root = next(node for node in teller if node.head is None)
        verb.head, verb.word = clause.head, replace(verb.word, label=clause.label)
        for node in teller:
            if node.head is clause:
                node.head = verb
        outside = chance.random() < OUTSIDE
        found = front + teller + found if outside else teller + front + found
    else:
        outside, found = True, front + found
    if opening is not None:
        opening.head = root if outside else verb
    stop.head = root
    return Tokens(_words([*found, stop]))


def _fill_in(
    taken: Mapping[str, tuple[list[Node], Node]], subject: list[Node], said: list[Node], *, verb: Node
) -> None:
    """Put what stands behind the subject, before the verb and at the end into its place."""
    if "aside" in taken:
        nodes, hung = taken["aside"]
        # what follows a subject tells of its last noun
        last = subject[-1]
        hung.head = last if last.word.pos == "NOUN" and not last.label.endswith(":unmarked") else _top(subject)
        subject += nodes
    if "mid" in taken:
        nodes, hung = taken["mid"]
        hung.head = verb
        at = 0 if nodes[0].word.form == "," or said[0].label not in _HELPERS else 1
        # one comma parts them
        doubled = not at and nodes[0].word.form == "," == subject[-1].word.form
        said[at:at] = nodes[1:] if doubled else nodes
    if "tail" in taken:
        nodes, hung = taken["tail"]
        hung.head = verb
        said += nodes


def _top(nodes: Sequence[Node]) -> Node:
    return next(node for node in nodes if node.head not in nodes)


def is_inside(word: Word) -> bool:
    """The word belongs to the piece of its sentence."""
    return PIECE in word.misc


def _nodes(sentence: Tokens) -> list[Node]:
    nodes = [Node(word) for word in sentence.words]
    for node in nodes:
        node.head = nodes[node.word.head - 1] if node.word.head else None
    return nodes


def _take(sentence: Tokens) -> tuple[list[Node], Node]:
    """The nodes of the piece of a sentence, and the one that hangs on what is no part of it."""
    nodes = [node for node in _nodes(sentence) if is_inside(node.word)]
    return nodes, _top(nodes)


def _report(sentence: Tokens) -> tuple[list[Node], Node]:
    """Who says so, and the verb of what is said."""
    nodes = _nodes(sentence)
    inside = [node for node in nodes if is_inside(node.word)]
    return inside, next(node for node in nodes if node not in inside and node.head in inside)


def _agree(said: Sequence[Node], verb: Node) -> None:
    """The verb or its first helper as it stands behind a plural."""
    helpers = [node for node in said if node.head is verb and node.label in _HELPERS]
    node = helpers[0] if helpers else verb
    form = _PLURALS.get(node.word.form) or (node.word.lemma if node.word.tag == "VBZ" else node.word.form)
    tag = "VBP" if node.word.tag == "VBZ" else node.word.tag
    node.word = replace(node.word, form=form, tag=tag)


def _words(nodes: Sequence[Node]) -> list[Word]:
    place = {id(node): number for number, node in enumerate(nodes, 1)}
    words = []
    for number, node in enumerate(nodes, 1):
        form = node.word.form
        if form[:1].isalpha() and not form[1:].isupper() and node.word.pos not in _CAPITALS:
            form = form[0].upper() + form[1:] if number == 1 else form[0].lower() + form[1:]
        behind = nodes[number].word.form if number < len(nodes) else ""
        words.append(
            replace(
                node.word,
                form=form,
                head=place[id(node.head)] if node.head is not None else 0,
                label="root" if node.head is None else node.label,
                space=node.word.form != "(" and behind not in (",", ".", ")") and "'" not in behind,
            )
        )
    return words
