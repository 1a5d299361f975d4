"""Lists that a heading or an unfinished sentence announces: "Who runs low?", "Drug interactions", "Side effects:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_args

from claimx.data_files import DataFiles
from claimx.errors import DataError
from claimx.records import Article, Claim, Label, Mention, Parse, Relation, Sentence, Span, State
from claimx.relate.rules import LABEL_OF
from claimx.relate.words import Words
from claimx.topic import Context, announcing, topic_at

FILE = "lists.yaml"
RULE_ID = "list-announced"
MAX_WORDS = 30
# a heading or lead-in longer than this says more than what its list is
MAX_LEAD = 160
_GAP = r"\W+(?:\w+\W+){0,3}?"
# where an item stops naming what it is about and begins to tell of it
_COMMA = re.compile(r",\s+(\w+)")
_END = re.compile(r":\s|\s[–—-]\s|\.\s")


@dataclass(frozen=True, slots=True)
class ListKind:
    """What a list is of. `drugs` is the relation of medicines among its items where it differs, or None."""

    relation: Relation
    labels: frozenset[Label]
    cue: re.Pattern[str]
    state: State
    drugs: Relation | None
    examples: tuple[dict[str, Any], ...]
    decoys: tuple[str, ...]


def load_lists(data: DataFiles) -> tuple[ListKind, ...]:
    """The kinds of lists, in the order of the file; a fault is a DataError."""
    return tuple(_kind(block, path) for path, blocks in data.yaml(FILE) for block in blocks)


def _kind(block: dict[str, Any], path: Path) -> ListKind:
    relation: Any = block.get("relation")
    labels = block.get("labels", [])
    if relation not in get_args(Relation) or not block.get("cues"):
        raise DataError(f'a list needs a relation and cues, but got relation "{relation}"', path=path)
    if not labels or set(labels) - set(LABEL_OF):
        raise DataError(f"labels must be some of {', '.join(LABEL_OF)}", path=path)
    cues = [_GAP.join(f"(?:{word})" for word in cue.split()) for cue in block["cues"]]
    return ListKind(
        relation=relation,
        labels=frozenset(LABEL_OF[label] for label in labels),
        cue=re.compile(rf"\b(?:{'|'.join(cues)})\b", re.IGNORECASE),
        state=block.get("state", "intake"),
        drugs=block.get("drugs"),
        examples=tuple(block.get("examples", [])),
        decoys=tuple(block.get("decoys", [])),
    )


def announced_claims(context: Context, kinds: Sequence[ListKind]) -> Iterator[Claim]:
    """Claims of all items of an article's announced lists; the nutrient is the lead-in's, else the topic."""
    for number, (sentence, mentions) in enumerate(zip(context.sentences, context.mentions, strict=True)):
        lead = lead_of(sentence, context.article)
        kind = find_kind(lead, kinds) if lead else None
        parse = context.parses.get(sentence.index)
        if kind is None or parse is None or not is_listing(sentence, parse):
            continue
        topic = topic_at(context, number)
        nutrients = announcing(context, number) or ([topic] if topic is not None else [])
        explained = _named_length(sentence.text, context.words) < len(sentence.text)
        said = Span(sentence.start, sentence.end) if explained else _subject_span(sentence, parse)
        own = [mention for mention in mentions if said.start <= mention.start and mention.end <= said.end]
        yield from announced(sentence, own, context.words, kind=kind, nutrients=nutrients)


def _subject_span(sentence: Sentence, parse: Parse) -> Span:
    """The words of an item that may name something: all, or only the subject when it is a whole sentence."""
    for root, head in enumerate(parse.heads):
        subjects = [
            token for token, above in enumerate(parse.heads) if above == root and parse.deps[token].startswith("nsubj")
        ]
        if head == root and subjects:
            inside = [token for token in range(root) if subjects[0] in _upwards(parse, token)]
            return Span(parse.starts[min(inside)], parse.ends[max(inside)]) if inside else Span(0, 0)
    return Span(sentence.start, sentence.end)


def _upwards(parse: Parse, token: int) -> list[int]:
    chain = [token]
    while parse.heads[chain[-1]] != chain[-1]:
        chain.append(parse.heads[chain[-1]])
    return chain


def find_kind(lead: str, kinds: Sequence[ListKind]) -> ListKind | None:
    """The kind of list that a heading or lead-in announces, the first that fits, or None."""
    return next((kind for kind in kinds if len(lead) <= MAX_LEAD and kind.cue.search(lead)), None)


def is_announced(sentence: Sentence, article: Article, kinds: Sequence[ListKind]) -> bool:
    """Whether a sentence stands under such a heading or lead-in and may be, or go on, its list."""
    if sentence.skip or sentence.block_type in ("title", "heading") or len(sentence.text.split()) > MAX_WORDS:
        return False
    lead = lead_of(sentence, article)
    return bool(lead) and find_kind(lead, kinds) is not None


def is_listing(sentence: Sentence, parse: Parse | None) -> bool:
    """A bullet, a cell, or a sentence without a verb, which goes on from its heading."""
    if len(sentence.text.split()) > MAX_WORDS:
        return False
    if sentence.block_type in ("list_item", "table_cell"):
        return True
    if parse is None or sentence.block_type != "paragraph":
        return False
    roots = [token for token, head in enumerate(parse.heads) if head == token]
    bare = {"nsubj", "nsubj:pass", "cop", "csubj", "aux"}
    return all(
        parse.pos[root] in ("NOUN", "PROPN")
        and not any(head == root and parse.deps[token] in bare for token, head in enumerate(parse.heads))
        for root in roots
    )


def lead_of(sentence: Sentence, article: Article) -> str:
    """The words that announce a sentence: its lead-in, else the heading above it."""
    head = sentence.list_head
    return article.text[head.start : head.end] if head is not None else sentence.section


def announced(
    sentence: Sentence, mentions: Sequence[Mention], words: Words, *, kind: ListKind, nutrients: Sequence[Mention]
) -> list[Claim]:
    """A claim for each thing an item names first. `nutrients` are the lead-in's, or the topic, where they are named."""
    end = sentence.start + _named_length(sentence.text, words)
    own = [mention for mention in mentions if mention.end <= end]
    named = [
        mention
        for mention in own
        if (mention.label in kind.labels or (kind.drugs and mention.label == "DRUG"))
        and mention.name not in words.empty_classes
        and (kind.relation != "FOUND_IN" or mention.subtype == "food")
    ]
    named = [mention for mention in named if not _is_defined(mention, named, sentence, words)]
    if "POPULATION" in kind.labels and not named:
        named = _group(sentence, end, words)
    found = []
    for nutrient in nutrients:
        for mention in named:
            relation = kind.drugs if mention.label == "DRUG" and kind.drugs is not None else kind.relation
            outside = not sentence.start <= nutrient.start < sentence.end
            place = replace(nutrient, start=mention.start, end=mention.start, surface="") if outside else nutrient
            found.append(
                Claim(sentence, place, relation, mention, Span(mention.start, mention.end), RULE_ID,
                      trigger_token=-1, nutrient_state=kind.state, resolution="list_head")
            )  # fmt: skip
    return found


def _named_length(text: str, words: Words) -> int:
    """How far an item names what it is about: up to a colon, a dash or a clause (", which may")."""
    stop = _END.search(text, 2)
    ends = [stop.start()] if stop else []
    ends += [comma.start() for comma in _COMMA.finditer(text) if comma.group(1).lower() in words.clause_openers]
    return min(ends, default=len(text))


def _is_defined(mention: Mention, named: Sequence[Mention], sentence: Sentence, words: Words) -> bool:
    """ "People" of "people with gout": the condition says who they are."""
    if mention.label != "POPULATION":
        return False
    for other in named:
        between = sentence.text[max(0, mention.end - sentence.start) : max(0, other.start - sentence.start)]
        if other.label == "CONDITION" and other.start >= mention.end and "," not in between:
            parts = between.lower().split()
            if 0 < len(parts) <= 3 and parts[0] in words.purpose_prepositions:
                return True
    return False


def _group(sentence: Sentence, end: int, words: Words) -> list[Mention]:
    """An item that no lexicon knows, taken as a group of people when its first or last word says so."""
    text = sentence.text[: end - sentence.start].strip(" .;,-–•*\n")
    parts = text.lower().split()
    ends = {part.rstrip(".,").removesuffix("s") for part in (parts[:1] + parts[-1:])} | set(parts[:1])
    if not ends & words.population_heads:
        return []
    start = sentence.start + sentence.text.index(text)
    return [Mention("POPULATION", start, start + len(text), text, text.lower(), origin="noun_phrase")]
