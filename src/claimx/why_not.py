"""Name the first stage that lost a claim that a reader sees in a text.

A stage is asked only about what the one before it let through. Of several sentences the one that got furthest is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias, get_args

from claimx.beyond import Reading
from claimx.compose import original_mentions
from claimx.pipeline import Extractor
from claimx.records import Article, Claim, Mention, Sentence
from claimx.relate.relater import Trace
from claimx.second import Least
from claimx.segment import segment
from claimx.table import Row, to_rows
from claimx.why_words import CONDITIONS, EARLY, FIELDS, Wanted, make_wanted, mention_words, say_mentions

Stage: TypeAlias = Literal[
    "segment", "tag nutrient", "tag object", "gate", "trigger", "slot", "condition", "choice", "resolve", "object",
    "relation", "none",
]  # fmt: skip
STAGES: tuple[Stage, ...] = get_args(Stage)


@dataclass(frozen=True, slots=True)
class Loss:
    """Where a claim was lost, in which sentence, why, and what the rules made of it; stage "none": it was not lost."""

    stage: Stage
    sentence: str
    detail: str
    traces: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Reach:
    """One reading of one trigger: the words in its slots ("" for an empty one) and the condition that it failed."""

    trace: Trace
    nutrient: str
    object: str
    failed: str


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence with all that was made of it. `claims` are those before, `rows` those after resolving."""

    sentence: Sentence
    mentions: Sequence[Mention]
    traces: Sequence[Trace]
    claims: Sequence[Claim]
    rows: Sequence[Row]
    is_parsed: bool
    wanted: Wanted = field(repr=False)


def why_not(text: str, extractor: Extractor, *, nutrient: str, object: str = "", relation: str = "") -> Loss:
    """The first stage that lost "nutrient relation object"; any relation, or object, will do when none is given.

    Names are compared as the lexicon knows them (methylcobalamin is vitamin B12), else word by word without plurals.
    """
    wanted = make_wanted(extractor, nutrient=nutrient, found=object, relation=relation.upper())
    article = Article(id="text", text=text)
    reading = extractor.read(article)
    if not reading.sentences:
        skipped = sorted({sentence.skip for sentence in segment(article, extractor.data) if sentence.skip})
        reason = f"all of it is boilerplate: {', '.join(skipped)}" if skipped else "there is no sentence in it"
        return Loss("segment", text.strip(), reason)
    rows = to_rows(extractor.relate(reading))
    losses = [_judge(case) for case in _cases(reading, extractor, wanted=wanted, rows=rows)]
    # the sentence that names the object is the one that is meant
    best = max(losses, key=lambda loss: (wanted.names_object(loss.sentence, ()), STAGES.index(loss.stage)))
    skipped = sorted({sentence.skip for sentence in segment(article, extractor.data) if sentence.skip})
    if skipped and best.stage.startswith("tag"):
        return Loss("segment", best.sentence, f"{best.detail}; the rest is boilerplate: {', '.join(skipped)}")
    if best.stage in ("none", "gate") or extractor.second is None:
        return best
    said = _say_second(best, reading, wanted, least=extractor.second.least)
    return replace(best, detail=best.detail + said)


def _say_second(loss: Loss, reading: Reading, wanted: Wanted, *, least: Least) -> str:
    """What the second reader makes of the pair in the sentence."""
    pairs = [
        item
        for item in reading.weighed
        if reading.sentences[item.number].text == loss.sentence
        and wanted.is_nutrient(item.nutrient)
        and (not wanted.object or wanted.is_object(item.object))
    ]
    if not pairs:
        return ""
    chances = {relation: max(item.chances[relation] for item in pairs) for relation in pairs[0].chances}
    best = max(chances, key=lambda relation: chances[relation])
    shown = next((relation for relation in chances if relation == wanted.relation), best)
    doubted = loss.stage == "resolve" and chances[shown] < least.doubted
    too_little = ", too little for a sentence that leaves its nutrient out" if doubted else ""
    return f"; the second reader gives {shown} {chances[shown]:.2f} there{too_little}"


def _cases(reading: Reading, extractor: Extractor, *, wanted: Wanted, rows: Sequence[Row]) -> Iterable[Case]:
    text, relater = reading.article.text, extractor.relater
    for sentence, found in zip(reading.sentences, reading.mentions, strict=True):
        parse = reading.parses.get(sentence.index)
        traces = list(relater.explain(found, parse, text=text)) if parse is not None else []
        claims = list(relater.relate(sentence, found, parse, text=text)) if parse is not None else []
        mentions = list(found)
        for composite, joined in reading.lists:
            if composite.item.index == sentence.index:
                mentions = original_mentions(composite)
                traces += relater.explain(mentions, joined, text=text)
                claims += relater.relate(composite.item, mentions, joined, text=text)
        own = [row for row in rows if row["sent_start"] == sentence.start]
        yield Case(sentence, mentions, traces, claims, own, parse is not None, wanted)


def _judge(case: Case) -> Loss:
    """The loss of one sentence."""
    wanted, rows = case.wanted, tuple(case.rows)
    pairs = [row for row in rows if wanted.is_nutrient_row(row) and wanted.is_object_row(row)]
    kept = [row for row in pairs if wanted.relation in ("", row["relation"])]
    if kept:
        return _loss("none", case, f"it is a row, by rule {kept[0]['rule_id']}")
    if pairs:
        read = ", ".join(sorted({f"{row['relation']} by rule {row['rule_id']}" for row in pairs}))
        return _loss("relation", case, f"the row is there with another relation: {read}")
    parts = [row for row in rows if wanted.is_nutrient_row(row) and wanted.is_part_row(row)]
    if parts:
        read = ", ".join(sorted({f'"{row["object"]}" by rule {row["rule_id"]}' for row in parts}))
        return _loss("object", case, f"the row is there with fewer words as its object: {read}")
    return _untagged(case) or _unparsed(case) or _unread(case)


def _untagged(case: Case) -> Loss | None:
    wanted, text = case.wanted, case.sentence.text
    nutrients = [mention for mention in case.mentions if mention.label == "NUTRIENT"]
    if not any(wanted.is_nutrient(mention) for mention in nutrients) and not _stands_in(case):
        tagged = [mention for mention in case.mentions if wanted.holds_nutrient(mention.surface)]
        return _loss("tag nutrient", case, _not_tagged(wanted.nutrient, tagged, nutrients, text=text))
    if wanted.object and not wanted.names_object(text, case.mentions) and not _open_objects(case):
        others = [mention for mention in case.mentions if mention.label not in ("NUTRIENT", "DOSE")]
        return _loss(
            "tag object", case, f'the sentence does not name "{wanted.object}"; it holds {say_mentions(others)}'
        )
    return None


def _not_tagged(name: str, tagged: Sequence[Mention], nutrients: Sequence[Mention], *, text: str) -> str:
    if tagged:
        return f'"{name}" is tagged as something else: {say_mentions(tagged)}'
    if name.casefold() in text.casefold():
        return f'"{name}" is in the sentence, but the lexicon does not know it as a nutrient'
    return f'no "{name}" in the sentence, nor a word that stands for it; nutrients: {say_mentions(nutrients)}'


def _stands_in(case: Case) -> bool:
    """A pronoun, a definite noun or a gap fills the nutrient slot of some claim."""
    return any(not claim.nutrient.name for claim in case.claims)


def _open_objects(case: Case) -> bool:
    return any(claim.object is not None and not claim.object.name for claim in case.claims)


def _unparsed(case: Case) -> Loss | None:
    if case.is_parsed or case.traces:
        return None
    if case.sentence.is_question:
        return _loss("gate", case, "a question is no claim")
    return _loss("gate", case, "nothing in it names a nutrient or an amount, or stands for one, so it was not parsed")


def _unread(case: Case) -> Loss:
    wanted = case.wanted
    if wanted.relation == "HAS_DOSE":
        doses = [mention for mention in case.mentions if mention.label == "DOSE"]
        found = say_mentions(doses) if doses else "no amount"
        return _loss("trigger", case, f"amounts make their rows without a rule, and the sentence holds {found}")
    traces = [trace for trace in case.traces if wanted.relation in ("", wanted.relations[trace.rule_id])]
    if not traces:
        others = sorted({f"{trace.trigger} ({wanted.relations[trace.rule_id]})" for trace in case.traces})
        of = f"of {wanted.relation} " if wanted.relation else ""
        others_said = f"; triggers of other relations: {', '.join(others)}" if others else ""
        return _loss("trigger", case, f"no word in it is a trigger of any rule {of}".rstrip() + others_said)
    reached = list(_reaches(traces))
    full = [item for item in reached if _fills(case, item) == (True, True)]
    fired = [item for item in full if not item.failed]
    if fired:
        return _lost_later(case, fired[0])
    if full:
        return _loss("condition", case, _say_condition(wanted, full[0]))
    return _misfilled(case, reached)


def _reaches(traces: Sequence[Trace]) -> Iterable[Reach]:
    """Traces with the pair of words each stands for: a rule gives one trace for every nutrient with every object."""
    number = 0
    for place, trace in enumerate(traces):
        number = number + 1 if place and _same_slots(trace, traces[place - 1]) else 0
        size = len(trace.objects)
        nutrient = trace.nutrients[number // size % len(trace.nutrients)] if size and trace.nutrients else ""
        if not size and trace.nutrients:
            nutrient = " ".join(trace.nutrients)
        yield Reach(trace, nutrient, trace.objects[number % size] if size else "", trace.failed)


def _same_slots(one: Trace, other: Trace) -> bool:
    return (one.rule_id, one.trigger, one.nutrients, one.objects) == (
        other.rule_id, other.trigger, other.nutrients, other.objects,
    )  # fmt: skip


def _fills(case: Case, item: Reach) -> tuple[bool, bool]:
    """Whether the words in the slots are those of the nutrient and of the object that are looked for."""
    wanted = case.wanted
    nutrients = mention_words(mention for mention in case.mentions if wanted.is_nutrient(mention))
    others = mention_words(mention for mention in case.mentions if mention.label == "NUTRIENT")
    others -= mention_words(claim.nutrient for claim in case.claims if not claim.nutrient.name)
    objects = mention_words(mention for mention in case.mentions if wanted.is_object(mention)) | wanted.object_words
    objects |= mention_words(claim.object for claim in case.claims if claim.object and not claim.object.name)
    read = set(item.nutrient.casefold().split())
    # where the nutrient is not named, any word that names no other may stand for it
    has_nutrient = bool(read & nutrients) if nutrients else bool(read) and not read & others
    # a rule without an object fires with empty slots
    has_nutrient = has_nutrient or (not item.failed and not item.nutrient)
    has_object = not wanted.object or bool(set(item.object.casefold().split()) & objects)
    return has_nutrient, has_object


def _say_condition(wanted: Wanted, item: Reach) -> str:
    rule = wanted.rules[item.trace.rule_id]
    where = f'rule {rule.id} on "{item.trace.trigger}"'
    meaning = CONDITIONS.get(item.failed, "a condition of the rule fails")
    listed = getattr(rule, FIELDS.get(item.failed, item.failed), None)
    if isinstance(listed, frozenset) and listed:
        return f"{where} fails {item.failed}: {meaning}: {', '.join(sorted(listed))}"
    return f"{where} fails {item.failed}: {meaning}"


def _misfilled(case: Case, reached: Sequence[Reach]) -> Loss:
    """The reading that comes nearest: one slot right, else one with a slot to fill, else what is asked before any."""
    later = [item for item in reached if item.failed not in EARLY]
    right = sorted(later or reached, key=lambda item: -sum(_fills(case, item)) * bool(item.nutrient))
    nearest = right[0]
    if not later:
        return _loss("condition", case, _say_condition(case.wanted, nearest))
    where = f'rule {nearest.trace.rule_id} on "{nearest.trace.trigger}"'
    if not nearest.nutrient:
        return _loss("slot", case, f"{where} finds no nutrient where one would stand")
    if not nearest.object:
        return _loss("slot", case, f"{where} finds no object for {nearest.nutrient} where one would stand")
    lacking = [name for name, has in zip(("nutrient", "object"), _fills(case, nearest), strict=True) if not has]
    read = f"{where} reads {nearest.nutrient} -> {nearest.object}"
    return _loss("slot", case, f"{read}; not in its {' and '.join(lacking)} slot: {case.wanted.say(lacking)}")


def _lost_later(case: Case, item: Reach) -> Loss:
    wanted, rule_id = case.wanted, item.trace.rule_id
    left = [
        claim
        for claim in case.claims
        if claim.object is None or wanted.is_object(claim.object) or not claim.object.name
    ]
    own = [claim for claim in left if wanted.is_nutrient(claim.nutrient) or not claim.nutrient.name]
    if not own:
        return _loss("choice", case, f'rule {rule_id} fires on "{item.trace.trigger}", but {_say_choice(case, item)}')
    claim = own[0]
    same = [row for row in case.rows if row["trigger_start"] == claim.trigger.start and wanted.is_object_row(row)]
    if not claim.nutrient.name:
        names = sorted({row["nutrient_name"] for row in same})
        meant = f"stands for {', '.join(names)}" if names else "stands for no nutrient that was found before it"
        return _loss("resolve", case, f'"{claim.nutrient.surface or "the missing subject"}" {meant}')
    surface = claim.object.surface if claim.object else ""
    return _loss(
        "resolve", case, f'the object "{surface}" is too general for a row, or stands for nothing found before it'
    )


def _say_choice(case: Case, item: Reach) -> str:
    """What was made of the same trigger instead."""
    start = case.sentence.start
    taken = [
        claim
        for claim in case.claims
        if case.sentence.text[claim.trigger.start - start : claim.trigger.end - start] == item.trace.trigger
    ]
    read = {" ".join((c.nutrient.surface, c.relation, c.object.surface if c.object else "")).strip() for c in taken}
    if read:
        return f"the word was read as {', '.join(sorted(read))}"
    return "its clause tells what was asked or looked for, not what was found"


def _loss(stage: Stage, case: Case, detail: str) -> Loss:
    lines = dict.fromkeys(_say_trace(case.wanted, item) for item in _reaches(case.traces))
    return Loss(stage, case.sentence.text, detail, tuple(lines), tuple(case.rows))


def _say_trace(wanted: Wanted, item: Reach) -> str:
    verdict = f"fails {item.failed}" if item.failed else "fires"
    slots = f"{item.nutrient or '?'} -> {item.object or '?'}"
    return (
        f'{wanted.relations[item.trace.rule_id]} by {item.trace.rule_id} on "{item.trace.trigger}" {verdict}: {slots}'
    )
