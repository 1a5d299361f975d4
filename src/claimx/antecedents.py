"""Which nutrient named before a pronoun it stands for: the subject it goes on from, no noun of another kind.

A pronoun most often takes up the subject of the clause before it. That subject may be a nutrient, a pronoun itself, a
bystander that is seldom taken up ("people", "the body", "studies"), or any other noun; the last blocks the pronoun
when both are singular or both are plural, whatever nutrient is named elsewhere in the sentence.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from claimx.amounts_had import amount_had
from claimx.own_sentence import look_within
from claimx.pronoun_kinds import Near, Wanted, blocks, kind_of, may_be, taken_up
from claimx.records import Claim, Mention
from claimx.relate.fillers import Amount
from claimx.relate.state import nutrient_state
from claimx.sentence_subjects import (
    Subject,
    beside_bystander,
    is_fragment,
    is_many,
    last_subject,
    main_subject,
    takes_up,
    told_to_take,
)
from claimx.topic import Context, asked_nutrient, distinct, headings_and_title, nutrients_in

# sentences a pronoun may look back over, its own not counted
REACH = 4
# sentences before "both" that may name the two, and how many they are
PAIR_REACH = 2
PAIR = 2
# words of an item that only names what "these" are
MAX_ITEM = 6
# subjects that a later clause of their sentence may leave behind
_ASIDE = ("other", "bystander", "pronoun")
_OTHERS = frozenset({"CONDITION", "DRUG", "POPULATION", "FUNCTION"})


def look_back(context: Context, number: int, *, wanted: Wanted, own: Claim | None) -> Near:
    """Nutrients of the nearest place before a pronoun, in its own sentence (when `own` is given) or one before."""
    steps, definite, called = 0, False, ""
    several = Near()
    state: Amount = "intake"
    if own is not None:
        near = look_within(context, number, wanted=wanted, claim=own)
        if not near.go_on:
            return near
        called, state = near.called, near.state
        kind = kind_of(near.noun, context.words) if not wanted.kind else ""
        if kind:
            # "the compound eases swelling, and it": what is called the compound
            wanted = replace(wanted, kind=kind, named=True)
    if own is not None and (listed := _list_before(context, number, wanted=wanted)):
        return Near(listed, is_subject=True)
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
        state = near.state if not near.mentions and state == "intake" and previous == number - 1 else state
        if _names_several(context, previous, near=near, wanted=wanted):
            several = several if several.mentions else near
            continue
        told = near.is_subject or context.sentences[previous].is_heading
        if several.mentions and not (told and near.mentions and _is_rather(near, several)):
            return several
        if near.mentions or not near.go_on:
            own_state = near.state if state == "intake" else state
            return replace(near, definite=definite and not near.mentions, called=called, state=own_state)
    return several if several.mentions else Near(open=True, definite=definite, called=called, state=state)


def _names_several(context: Context, number: int, *, near: Near, wanted: Wanted) -> bool:
    """ "Zinc helps. Meat and nuts are rich in it. It also": several are not "it", where one was spoken of before."""
    if wanted.plural or wanted.named or not near.is_subject:
        return False
    subject = main_subject(context, number)
    return subject is not None and subject.plural and set(near.mentions) <= set(subject.named)


def _is_rather(near: Near, several: Near) -> bool:
    """What the foods between were told to hold, and no food as they are."""
    return all(item.subtype != "food" for item in near.mentions) and all(
        item.subtype == "food" for item in several.mentions
    )


def _list_before(context: Context, number: int, *, wanted: Wanted) -> tuple[Mention, ...]:
    """What the items of the list right before "these nutrients" name, where each of them names one."""
    head = context.sentences[number - 1].list_head if number else None
    if head is None or not (wanted.plural and wanted.named):
        return ()
    found: list[Mention] = []
    for previous in range(number - 1, -1, -1):
        item = context.sentences[previous]
        if item.list_head != head:
            break
        own = [mention for mention in context.mentions[previous] if may_be(mention, context, wanted=wanted)]
        if len(own) != 1 or len(item.text.split()) > MAX_ITEM:
            return ()
        found = own + found
    return tuple(found) if len(found) > 1 else ()


def pair_before(context: Context, number: int, *, before: int = 0, reach: int = PAIR_REACH) -> tuple[Mention, ...]:
    """The two nutrients that "both" takes up: the pair a sentence before is about, or the last pair it names.

    Where none of those is near, it is the two that the heading or the title names.

    With an offset `before`, the pair may stand in the sentence itself, ahead of it.
    """
    for previous in range(number if before else number - 1, max(-1, number - 1 - reach), -1):
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
        if len(named) == len({item.name for item in named}) == PAIR:
            # "selenium, vitamin E, both or neither"
            return (named[0], named[1])
        if subject is not None and subject.kind != "pronoun":
            break
    if reach < PAIR_REACH:
        return ()
    headed = (distinct(nutrients_in(context, at)) for at in headings_and_title(context, number))
    return next((tuple(named) for named in headed if len(named) == PAIR), ())


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
    if subject is None or subject.kind in _ASIDE:
        later = last_subject(context, number)
        agrees = later is not None and (subject is None or subject.kind != "pronoun" or later.plural == wanted.plural)
        subject = later if agrees else subject
    holder = subject.holder if subject is not None and not wanted.kind else ""
    if holder and wanted.plural == (holder in words.plural_pronouns):
        # "oats help. The fiber in them swells. They"
        return Near(go_on=True)
    if subject is not None and subject.kind == "nutrient":
        fitting = tuple(item for item in subject.named if may_be(item, context, wanted=wanted))
        eaten = [item for item in mentions if item.label == "NUTRIENT" and item.subtype == "food"]
        if wanted.kind == "food" and wanted.plural and any(_is_little(context, number, item) for item in fitting):
            # "foods low in salt, such as beans, are cheap. These foods"
            fitting = tuple(item for item in eaten if may_be(item, context, wanted=wanted)) or fitting
        if fitting and wanted.many and not is_many(subject, fitting):
            return Near()
        held = _many_held(context, number, subject=subject, wanted=wanted)
        if held or (held := _one_held(context, number, subject=subject, wanted=wanted)):
            return Near(held, is_subject=True)
        if fitting:
            return taken_up(subject, fitting, wanted=wanted)
    if wanted.named and not wanted.plural and wanted.kind and wanted.kind not in words.loose_kinds:
        # "it contains zinc and vitamin C. This vitamin"
        fitting = tuple(item for item in mentions if item.label == "NUTRIENT" and may_be(item, context, wanted=wanted))
        if len({item.name for item in fitting}) == 1:
            return Near(fitting[:1], is_subject=True)
    asked = asked_nutrient(context, number)
    if asked is not None and may_be(asked, context, wanted=wanted):
        # "How does zinc work? It"
        return Near((asked,), is_subject=True)
    if subject is not None and subject.kind == "pronoun":
        # "high doses do nothing. They can": of what the text is about
        definite = subject.definite or (subject.left_out and subject.plural == wanted.plural)
        own = subject.state if subject.left_out else "intake"
        return Near(go_on=True, definite=definite, called=subject.called, state=own)
    if is_fragment(context, number) and not any(item.label == "NUTRIENT" for item in mentions):
        return Near(go_on=True)
    # "the effects come from zinc. Oats contain it": what a food contains is no effect
    if subject is not None and blocks(subject, wanted) and not wanted.held:
        return Near(unknown=subject.unknown)
    if (subject is None or subject.kind == "bystander") and (taken := _taken_up_there(context, number, wanted=wanted)):
        return Near(taken, is_subject=True)
    if (subject is None or subject.kind == "bystander") and takes_up(context, number, plural=wanted.plural):
        return Near(go_on=True)
    return _look_for_any(context, number, wanted=wanted, subject=subject)


def _taken_up_there(context: Context, number: int, *, wanted: Wanted) -> tuple[Mention, ...]:
    """ "People avoid nuts because they hold fat. They": what "they" stood for in the sentence before."""
    reader = context.reader(number)
    if reader is None or not wanted.plural or wanted.named or wanted.kind:
        return ()
    graph, words = reader.graph, context.words
    subjects = [at for at in range(len(graph)) if graph.word(at) in words.awaiting and graph.base_dep(at) == "nsubj"]
    starts = [graph.parse.starts[at] for at in subjects if graph.word(at) in words.plural_pronouns]
    before = [item for item in context.mentions[number] if starts and item.end <= starts[0]]
    named = tuple(item for item in before if item.label == "NUTRIENT" and may_be(item, context, wanted=wanted))
    return named if named and is_many(Subject("nutrient"), named) else ()


def _many_held(context: Context, number: int, *, subject: Subject, wanted: Wanted) -> tuple[Mention, ...]:
    """ "Cocoa holds flavanols. They": the many that one thing is said to hold, and not the one."""
    one = not subject.plural and len(subject.named) == 1 and not subject.named[0].surface.lower().endswith("s")
    if not (wanted.plural and one) or wanted.kind:
        return ()
    fitting = _held_behind(context, number, subject=subject, wanted=wanted)
    many = len(fitting) > 1 or any(item.surface.lower().endswith("s") for item in fitting)
    return tuple(fitting) if many else ()


def _one_held(context: Context, number: int, *, subject: Subject, wanted: Wanted) -> tuple[Mention, ...]:
    """ "Carrots are full of beta-carotene. It helps": the one that many foods are said to hold, and not they."""
    many = len(subject.named) > 1 or subject.named[0].surface.lower().endswith("s")
    foods = many and all(item.subtype == "food" for item in subject.named)
    if wanted.plural or wanted.kind or not subject.plural or not foods:
        return ()
    fitting = _held_behind(context, number, subject=subject, wanted=wanted)
    return tuple(fitting[:1]) if len({item.name for item in fitting}) == 1 else ()


def _held_behind(context: Context, number: int, *, subject: Subject, wanted: Wanted) -> list[Mention]:
    """What is no food itself and is named behind the last of the foods that a sentence is about."""
    behind = (item for item in context.mentions[number] if item.start > subject.named[-1].end)
    named = (item for item in behind if item.label == "NUTRIENT" and item.subtype != "food")
    return [item for item in named if may_be(item, context, wanted=wanted)]


def _look_for_any(context: Context, number: int, *, wanted: Wanted, subject: Subject | None) -> Near:
    """Nutrients that a sentence names without being about them, and whether to look on where it names none."""
    words, mentions = context.words, context.mentions[number]
    nutrients = [
        item
        for item in mentions
        if item.label == "NUTRIENT"
        and may_be(item, context, wanted=wanted)
        and not _is_quality(context, number, item)
        and not (_is_several(context, number, item) and not (wanted.plural or wanted.named))
    ]
    named = [item for item in nutrients if item.name not in words.carrier_classes] or nutrients
    named = [item for item in named if not _is_little(context, number, item)] or named
    told = told_to_take(context, number) if subject is None and not wanted.plural else []
    named = [item for item in named if item in told] or named
    foods = [item for item in named if item.subtype == "food"]
    real = [item for item in named if item.subtype != "food"] if wanted.kind != "food" else foods
    if named:
        chosen = tuple(real or named)
        return Near(chosen if wanted.plural else chosen[:1], state=amount_had(context, number, chosen[0]))
    others = _OTHERS - {"CONDITION"} if wanted.helps and not wanted.plural else _OTHERS
    if wanted.taken:
        # "some people notice heartburn. Nobody should take them": neither the people nor what they have
        others = frozenset({"DRUG"})
    # "loose stools and cramps are common": none of them is "it"
    many = subject is not None and subject.kind == "other" and subject.plural and not wanted.plural
    if many and subject is not None and (subject.illness or subject.unknown):
        others = others - {"CONDITION"}
    aside = beside_bystander(context, number)
    left = any(item.label in others and item.start not in aside for item in mentions)
    return Near(go_on=bool(wanted.kind) or not left, open=True)


def _is_little(context: Context, number: int, item: Mention) -> bool:
    """The salt of "foods low in salt"."""
    reader = context.reader(number)
    if reader is None:
        return False
    at = reader.graph.token_at(item.start)
    return at is not None and nutrient_state(reader, at) == "deficiency"


def _is_several(context: Context, number: int, item: Mention) -> bool:
    """ "Purines", which "it" does not take up; foods and classes are spoken of as one."""
    reader = context.reader(number)
    at = reader.graph.token_at(item.start) if reader is not None else None
    one = item.subtype == "food" or item.name in context.words.carrier_classes
    return reader is not None and at is not None and reader.graph.is_plural(at) and not one


def _is_quality(context: Context, number: int, item: Mention) -> bool:
    """ "The mice were fat"."""
    reader = context.reader(number)
    if reader is None:
        return False
    graph = reader.graph
    at = graph.token_at(item.start)
    return at is not None and graph.parse.pos[at] == "ADJ" and bool(graph.kids(at, "cop"))
