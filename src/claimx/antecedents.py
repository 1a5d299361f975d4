"""Which nutrient named before a pronoun it stands for: the subject it goes on from, and no noun of another kind.

A pronoun most often takes up the subject of the clause before it. That subject may be a nutrient, a pronoun itself, a
bystander that is seldom taken up ("people", "the body", "studies"), or any other noun; the last blocks the pronoun
when both are singular or both are plural, whatever nutrient is named elsewhere in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from claimx.awaited import awaited_subject
from claimx.pronoun_kinds import Wanted, fits, may_be
from claimx.records import Claim, Mention
from claimx.relate.company import is_company, is_contrasted
from claimx.relate.fillers import Amount
from claimx.relate.forms import BARE
from claimx.relate.graph import Graph
from claimx.relate.reader import Reader
from claimx.relate.state import nutrient_state
from claimx.sentence_subjects import Subject, is_fragment, is_many, main_subject, read_subject, takes_up
from claimx.topic import Context, is_nutrient

# sentences a pronoun may look back over, its own not counted
REACH = 4
# sentences before "both" that may name the two, and how many they are
PAIR_REACH = 2
PAIR = 2
_OTHERS = frozenset({"CONDITION", "DRUG", "POPULATION", "FUNCTION"})


@dataclass(frozen=True, slots=True)
class Near:
    """Antecedents found near a pronoun.

    `is_subject` when they are what their sentence is about, `state` is that of the subject; `go_on` when there are
    none and a sentence further back may have one; `unknown` when a noun that no lexicon holds stands in the way, `open`
    when no subject does; `definite` when what stands between speaks of a nutrient by another name ("the mineral"), and
    `called` is that name behind "the"; `told` when somebody is told to take them or to leave them out.
    """

    mentions: tuple[Mention, ...] = ()
    is_subject: bool = False
    go_on: bool = False
    unknown: bool = False
    open: bool = False
    state: Amount = "intake"
    told: bool = False
    definite: bool = False
    called: str = ""


def look_back(context: Context, number: int, *, wanted: Wanted, own: Claim | None) -> Near:
    """Nutrients of the nearest place before a pronoun, in its own sentence (when `own` is given) or one before."""
    steps, definite, called = 0, False, ""
    if own is not None:
        near = _in_own_sentence(context, number, wanted=wanted, claim=own)
        if not near.go_on:
            return near
        called = near.called
    for previous in range(number - 1, -1, -1):
        # a list is one step, however many items it has, and what is no sentence is none
        steps += context.sentences[previous].list_head is None and not is_fragment(context, previous)
        if steps > REACH:
            break
        same_item = context.sentences[previous].block == context.sentences[number].block
        if _only_heads(context, previous, wanted=wanted):
            continue
        near = look_at(context, previous, wanted=wanted, same_item=same_item)
        definite, called = definite or near.definite, called or near.called
        if near.mentions or not near.go_on:
            return replace(near, definite=definite and not near.mentions, called=called)
    return Near(open=True, definite=definite, called=called)


def pair_before(context: Context, number: int, *, before: int = 0) -> tuple[Mention, ...]:
    """The two nutrients that "both" takes up: the pair a sentence before is about, or the last pair it names.

    With an offset `before`, the pair may stand in the sentence itself, ahead of it.
    """
    for previous in range(number if before else number - 1, max(-1, number - 1 - PAIR_REACH), -1):
        subject = main_subject(context, previous) if previous < number else None
        if subject is not None and len(subject.named) == PAIR:
            return subject.named
        named = [
            item
            for item in context.mentions[previous]
            if item.label == "NUTRIENT" and (previous < number or item.end <= before)
        ]
        text = context.article.text
        gaps = [text[one.end : other.start].strip().lower() for one, other in pairwise(named)]
        for place in range(len(gaps) - 1, -1, -1):
            listed = place > 0 and gaps[place - 1] == ","
            if gaps[place] in context.words.joining_words and not listed:
                return (named[place], named[place + 1])
        if subject is not None and subject.kind != "pronoun":
            break
    return ()


def _only_heads(context: Context, number: int, *, wanted: Wanted) -> bool:
    """A heading that says what the text below is about and is no antecedent: "Controls diabetes", "Skin health"."""
    sentence, mentions = context.sentences[number], context.mentions[number]
    if sentence.block_type != "heading" or any(item.label == "NUTRIENT" for item in mentions):
        return False
    illness = any(item.label in ("CONDITION", "DRUG") and item.surface == sentence.text.strip() for item in mentions)
    return wanted.helps or not illness


def look_at(context: Context, number: int, *, wanted: Wanted, same_item: bool = False) -> Near:
    """Nutrients a later pronoun may stand for in one sentence, of the same list item as the pronoun or not."""
    words, mentions = context.words, context.mentions[number]
    if context.sentences[number].list_head is not None and not same_item:
        # what comes behind a list speaks of its lead-in
        return Near(go_on=True)
    subject = main_subject(context, number)
    if subject is not None and subject.kind == "nutrient":
        fitting = tuple(item for item in subject.named if may_be(item, context, wanted=wanted))
        eaten = [item for item in mentions if item.label == "NUTRIENT" and item.subtype == "food"]
        if wanted.kind == "food" and wanted.plural and any(_is_little(context, number, item) for item in fitting):
            # "foods low in salt, such as beans, are cheap. These foods"
            fitting = tuple(item for item in eaten if may_be(item, context, wanted=wanted)) or fitting
        if fitting and wanted.many and not is_many(subject, fitting):
            return Near()
        if fitting:
            return _taken_up(subject, fitting, wanted=wanted)
    if wanted.named and not wanted.plural and wanted.kind and wanted.kind not in words.loose_kinds:
        # "it contains zinc and vitamin C. This vitamin"
        fitting = tuple(item for item in mentions if item.label == "NUTRIENT" and may_be(item, context, wanted=wanted))
        if len({item.name for item in fitting}) == 1:
            return Near(fitting[:1], is_subject=True)
    if subject is not None and subject.kind == "pronoun":
        # "high doses do nothing. They can": of what the text is about
        definite = subject.definite or (subject.left_out and subject.plural == wanted.plural)
        return Near(go_on=True, definite=definite, called=subject.called)
    if is_fragment(context, number) and not any(item.label == "NUTRIENT" for item in mentions):
        return Near(go_on=True)
    if subject is not None and _blocks(subject, wanted):
        return Near(unknown=subject.unknown)
    if (subject is None or subject.kind == "bystander") and takes_up(context, number, plural=wanted.plural):
        return Near(go_on=True)
    nutrients = [
        item
        for item in mentions
        if item.label == "NUTRIENT" and may_be(item, context, wanted=wanted) and not _is_quality(context, number, item)
    ]
    named = [item for item in nutrients if item.name not in words.carrier_classes] or nutrients
    named = [item for item in named if not _is_little(context, number, item)] or named
    foods = [item for item in named if item.subtype == "food"]
    real = [item for item in named if item.subtype != "food"] if wanted.kind != "food" else foods
    if named:
        chosen = tuple(real or named)
        return Near(chosen if wanted.plural else chosen[:1])
    others = _OTHERS - {"CONDITION"} if wanted.helps and not wanted.plural else _OTHERS
    # "loose stools and cramps are common": none of them is "it"
    many = subject is not None and subject.kind == "other" and subject.plural and not wanted.plural
    if many and subject is not None and (subject.illness or subject.unknown):
        others = others - {"CONDITION"}
    return Near(go_on=bool(wanted.kind) or not any(item.label in others for item in mentions), open=True)


def _is_little(context: Context, number: int, item: Mention) -> bool:
    """The salt of "foods low in salt"."""
    reader = context.reader(number)
    if reader is None:
        return False
    at = reader.graph.token_at(item.start)
    return at is not None and nutrient_state(reader, at) == "deficiency"


def _is_quality(context: Context, number: int, item: Mention) -> bool:
    """ "The mice were fat"."""
    reader = context.reader(number)
    if reader is None:
        return False
    graph = reader.graph
    at = graph.token_at(item.start)
    return at is not None and graph.parse.pos[at] == "ADJ" and bool(graph.kids(at, "cop"))


def _taken_up(subject: Subject, named: tuple[Mention, ...], *, wanted: Wanted) -> Near:
    """ "Avoiding salt helps, as these foods harm": a plural takes up what is avoided, and not the avoiding."""
    state = "intake" if wanted.plural and not subject.plural else subject.state
    return Near(named if wanted.plural else named[:1], is_subject=True, state=state)


def _in_own_sentence(context: Context, number: int, *, wanted: Wanted, claim: Claim) -> Near:
    subjects = [*_subjects_ahead(context, number, claim=claim), *_subjects_before(context, number, claim=claim)]
    for subject in subjects:
        fitting = tuple(
            item
            for item in subject.named
            if item.name not in context.words.carrier_classes and may_be(item, context, wanted=wanted)
        )
        if fitting:
            return _taken_up(subject, fitting, wanted=wanted)
        if subject.kind == "pronoun" and wanted.plural and subject.plural:
            # "peanuts were banned, but they are safe; eating them"
            continue
        if subject.kind == "pronoun" and not wanted.named:
            if subject.plural == wanted.plural and not subject.left_out:
                # "a shortage is rare, but when it occurs, it harms"
                continue
            # "the root is made into a tea, and it helps"
            break
        if _blocks(subject, wanted) or (subject.kind == "bystander" and wanted.people and subject.plural):
            return Near()
    if any(subject.kind == "pronoun" for subject in subjects) and not wanted.named:
        return Near(go_on=True, called=next((subject.called for subject in subjects if subject.called), ""))
    if wanted.plural and not wanted.named and not wanted.many and _names_adviser(context, number, claim=claim):
        return Near()
    if not subjects and _is_of_advice(context, number, wanted=wanted, claim=claim):
        return Near()
    beside = _beside_object(context, number, claim=claim)
    before = [
        item
        for item in context.mentions[number]
        if item.label == "NUTRIENT"
        and item.end <= claim.nutrient.start
        and fits(item, wanted, words=context.words)
        and not (claim.relation == "FOUND_IN" and (item.subtype == "food" or item in beside))
        and not _stands_aside(context, number, mention=item, claim=claim)
    ]
    # "they make fatty acids, so eating them": a class where nothing else is named
    before = [item for item in before if item.name not in context.words.carrier_classes] or (
        [item for item in before if item.surface.endswith("s")][-1:] if wanted.plural else []
    )
    held = wanted.plural and _clause_of(context, number, claim=claim) >= 0
    if before and held and not is_many(Subject("nutrient"), tuple(before)):
        # "carries sodium into cells and helps them"
        return Near()
    if before:
        return Near(tuple(before) if wanted.plural else (before[0],), is_subject=True)
    return Near(go_on=not any(subject.people for subject in subjects))


def _stands_aside(context: Context, number: int, *, mention: Mention, claim: Claim) -> bool:
    """What the pronoun is full of, goes along with or is set against: "rich in zinc, it", "unlike zinc, it"."""
    reader = context.reader(number)
    if reader is None:
        return False
    graph = reader.graph
    token = graph.head_at(mention.start)
    filled = next((item for item in graph.ancestors(token) if item < token), None) if token is not None else None
    opens = filled is not None and not any(graph.is_nominal(item) for item in range(filled))
    full = filled is not None and opens and graph.lemma(filled) in context.words.rich_adjectives
    return full or is_company(reader, mention.start) or is_contrasted(reader, mention.start, end=claim.nutrient.start)


def _beside_object(context: Context, number: int, *, claim: Claim) -> list[Mention]:
    """What stands in one subject with a claim's object: "brewer's yeast and wheat germ provide it"."""
    reader = context.reader(number)
    if reader is None or claim.object is None:
        return []
    graph = reader.graph
    subjects = [token for token in range(len(graph)) if graph.base_dep(token) == "nsubj"]
    spans = [graph.subtree(token) for token in subjects if _holds_object(graph, token, claim=claim)]
    starts = {graph.parse.starts[at] for span in spans for at in span}
    return [item for item in context.mentions[number] if item.start in starts]


def _names_adviser(context: Context, number: int, *, claim: Claim) -> bool:
    """ "Ask your doctor, as they": those who are asked."""
    reader = context.reader(number)
    if reader is None:
        return False
    graph = reader.graph
    return any(
        graph.lemma(token) in reader.words.advisers and graph.parse.ends[token] <= claim.nutrient.start
        for token in range(len(graph))
    )


def _is_of_advice(context: Context, number: int, *, wanted: Wanted, claim: Claim) -> bool:
    """What somebody is told to do, or the thing to do it with, is meant: "do not smoke, it makes ulcers worse"."""
    reader = context.reader(number)
    if reader is None or wanted.named:
        return False
    graph = reader.graph
    told = [
        token
        for token in range(len(graph))
        if graph.parse.ends[token] <= claim.nutrient.start
        and graph.pos(token) == "VERB"
        and graph.parse.tags[token] in BARE
        and graph.base_dep(token) in ("root", "conj", "parataxis", "ccomp", "advcl")
        and not graph.kids(token, "nsubj")
    ]
    if not told:
        return False
    things = graph.kids(told[-1], "obj")
    if things and graph.lemma(things[0]) in reader.words.carriers:
        # "try a lozenge, it may help"
        return False
    return _blocks(read_subject(reader, things[0]), wanted) if things else not wanted.plural


def own_subject(context: Context, number: int, *, claim: Claim) -> Near:
    """The nutrient that a clause before a claim in its sentence is about: "zinc is needed, so a deficiency"."""
    for subject in _subjects_before(context, number, claim=claim):
        # "prunes look good: fifty grams a day kept bones dense", but a shortage is not one of prunes
        eaten = claim.relation != "FOUND_IN" and _is_of_amount(context, number, claim=claim)
        own = (item for item in subject.named if is_nutrient(item, context.words))
        named = tuple(item for item in own if eaten or item.subtype != "food")
        if named:
            return Near(named[:1], is_subject=True, state=subject.state)
        if subject.kind == "other" or (subject.kind == "pronoun" and not subject.left_out):
            break
    if claim.relation == "FOUND_IN":
        # "adults need 15 mg of zinc; good sources are"
        named = tuple(
            item
            for item in context.mentions[number]
            if is_nutrient(item, context.words) and item.end <= claim.nutrient.start and item.subtype != "food"
        )
        if len({item.name for item in named}) == 1:
            return Near(named[:1], is_subject=True)
    return Near()


def _is_of_amount(context: Context, number: int, *, claim: Claim) -> bool:
    """The nutrient is left out behind an amount that does it: "fifty grams a day kept bones dense"."""
    return any(
        item.label == "DOSE" and item.start <= claim.nutrient.start < item.end for item in context.mentions[number]
    )


def _subjects_before(context: Context, number: int, *, claim: Claim) -> Iterator[Subject]:
    """Subjects of the clauses before a claim's pronoun in its sentence, the nearest first."""
    reader = context.reader(number)
    if reader is None:
        return
    graph = reader.graph
    found = [token for token in range(len(graph)) if graph.base_dep(token) in ("nsubj", "csubj")]
    for token in reversed(found):
        if graph.parse.ends[max(graph.subtree(token))] > claim.nutrient.start or _is_compared(reader, token):
            continue
        if _is_label(graph, token):
            continue
        # "heavy drinkers are short of it", "ulcers have been blamed on it": the two are not one
        apart = graph.head(token) != _clause_of(context, number, claim=claim)
        if apart and not _holds_object(graph, token, claim=claim):
            yield read_subject(reader, token)


def _subjects_ahead(context: Context, number: int, *, claim: Claim) -> Iterator[Subject]:
    reader = context.reader(number)
    token = awaited_subject(reader, claim.nutrient.start) if reader is not None else None
    if reader is not None and token is not None:
        subject = read_subject(reader, token)
        if subject.kind == "nutrient" and subject.plural == (
            claim.nutrient.surface.lower() in reader.words.plural_pronouns
        ):
            yield subject


def _is_label(graph: Graph, token: int) -> bool:
    """ "The catch: it can upset the stomach": what stands before a colon announces what is behind it."""
    return any(graph.word(item) == ":" for item in (token, *graph.subtree(token), token + 1) if item < len(graph))


def _is_compared(reader: Reader, token: int) -> bool:
    """ "Avocados have more potassium than bananas do, and they"."""
    graph, words = reader.graph, reader.words
    return bool({graph.preposition(token), graph.preposition(graph.head(token))} & words.comparing_words)


def _clause_of(context: Context, number: int, *, claim: Claim) -> int:
    """The verb of the clause in which a claim's pronoun stands alone behind it, -1 for a possessive or none such."""
    reader = context.reader(number)
    if reader is None:
        return -1
    graph = reader.graph
    token = graph.token_at(claim.nutrient.start)
    alone = token is not None and graph.word(token) in reader.words.pronouns - reader.words.possessives
    if token is None or not alone or graph.dep(token) == "nmod:poss":
        return -1
    above = graph.head(token)
    return above if graph.base_dep(token) in ("obj", "obl") and graph.pos(above) in ("VERB", "ADJ") else -1


def _holds_object(graph: Graph, token: int, *, claim: Claim) -> bool:
    starts = {graph.parse.starts[at] for item in graph.conjuncts(token) for at in graph.subtree_of_mention(item)}
    return claim.object is not None and claim.object.start in starts


def _blocks(subject: Subject, wanted: Wanted) -> bool:
    """A noun of another kind that the pronoun agrees with."""
    agrees = subject.kind == "other" and subject.plural == wanted.plural
    return agrees and not wanted.named and not (wanted.helps and subject.illness)
