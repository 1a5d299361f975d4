"""Why gold rows were missed and why rows are too many: near misses are paired, the rest traced through the stages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from claimx.beyond import Reading
from claimx.records import Mention, Sentence
from claimx.relate import Relater
from claimx.relate.relater import Trace
from claimx.score import Comparer, Row, Score, doses_agree, match, quotes_overlap

Readings: TypeAlias = Mapping[str, Sequence[Reading]]
UNNAMED = frozenset({"pronoun", "ellipsis", "list_head"})
# in this order a missed and an extra row that differ in one thing are taken for one
NEAR_MISSES = ("polarity", "relation", "nutrient", "object")


@dataclass(frozen=True, slots=True)
class Case:
    """One error: the gold row that was missed, the row that is too many, or both when one was taken for the other."""

    cause: str
    gold: Row | None
    row: Row | None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Causes:
    """Every missed and every extra row is in one case; a near miss is both."""

    cases: list[Case]

    def groups(self) -> list[tuple[str, list[Case]]]:
        """Cases by cause, the largest group first."""
        found: dict[str, list[Case]] = defaultdict(list)
        for case in self.cases:
            found[case.cause].append(case)
        return sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))


def find_causes(found: Score, readings: Readings, *, relater: Relater, comparer: Comparer) -> Causes:
    """The cause of every error of a score. `readings` are the articles by their name in gold."""
    missed, extra = list(found.missed), list(found.extra)
    cases: list[Case] = []
    for kind in NEAR_MISSES:
        pairs = match(missed, extra, lambda gold, row, kind=kind: _differences(gold, row, comparer) == {kind})  # type: ignore[misc]
        cases += [_near_miss(kind, missed[i], extra[j]) for i, j in sorted(pairs.items())]
        missed = [row for i, row in enumerate(missed) if i not in pairs]
        extra = [row for j, row in enumerate(extra) if j not in set(pairs.values())]
    relations = {rule.id: rule.relation for rule in relater.rules.rules}
    for gold in missed:
        cause, detail = _why_missed(gold, readings.get(gold["doc"], ()), relater, relations, comparer)
        cases.append(Case(f"missed: {cause}", gold, None, detail))
    all_gold = [gold for gold, _ in found.pairs] + found.missed
    cases += [Case(f"extra: {_why_extra(row, all_gold, comparer)}", None, row, row["rule_id"]) for row in extra]
    return Causes(cases)


def _differences(gold: Row, row: Row, comparer: Comparer) -> set[str]:
    """In what two rows of one sentence differ; {"sentence"} for rows of different sentences."""
    if gold["doc"] != row["doc"] or not quotes_overlap(gold["quote"], row["quote"]):
        return {"sentence"}
    found = {name for name in ("relation", "polarity") if gold[name] != row[name]}
    if comparer.name(gold["nutrient_name"]) != comparer.name(row.get("nutrient_name") or row.get("nutrient")):
        found.add("nutrient")
    if not _same_object(gold, row, comparer):
        found.add("object")
    return found


def _same_object(gold: Row, row: Row, comparer: Comparer) -> bool:
    if gold["relation"] == row["relation"] == "HAS_DOSE":
        return doses_agree(gold["dose"], row["dose"])
    return any(comparer.objects_agree(one, other) for one in _objects(gold) for other in _objects(row))


def _objects(row: Row) -> list[str]:
    return [row["object"], row.get("object_name") or row["object"]]


def _near_miss(kind: str, gold: Row, row: Row) -> Case:
    if kind == "relation":
        return Case("wrong relation", gold, row, f"{gold['relation']} read as {row['relation']} by {row['rule_id']}")
    if kind == "polarity":
        return Case("wrong polarity", gold, row, f"{gold['polarity']} read as {row['polarity']}")
    if kind == "nutrient":
        unnamed = {gold.get("resolution"), row["resolution"]} & UNNAMED
        detail = f"{gold['nutrient_name']} read as {row['nutrient_name']}"
        return Case("wrong subject (unnamed)" if unnamed else "wrong slot: nutrient", gold, row, detail)
    if gold["relation"] == "HAS_DOSE":
        return Case("wrong dose", gold, row, f"{_amount(gold)} read as {_amount(row)}")
    return Case("wrong slot: object", gold, row, f"{gold['object']} read as {row['object']} by {row['rule_id']}")


def _amount(row: Row) -> str:
    dose = row["dose"] or {}
    return f"{dose.get('min')}–{dose.get('max')} {dose.get('unit')}"


def _why_missed(
    gold: Row, readings: Sequence[Reading], relater: Relater, relations: Mapping[str, str], comparer: Comparer
) -> tuple[str, str]:
    """The first stage that lost a gold row, and its own words for it."""
    places = [
        (reading, sentence, mentions)
        for reading in readings
        for sentence, mentions in zip(reading.sentences, reading.mentions, strict=True)
        if quotes_overlap(gold["quote"], sentence.text)
    ]
    if not places:
        return "sentence not read", "boilerplate, or cut elsewhere"
    mentions = [mention for _, _, found in places for mention in found]
    if gold.get("resolution") not in UNNAMED and not _names_nutrient(gold, mentions, comparer):
        return "no nutrient mention", gold["nutrient"]
    if gold["relation"] == "HAS_DOSE":
        return _why_no_dose(gold, mentions)
    traces = [trace for place in places for trace in _traces(*place, relater=relater)]
    if not traces and not any(sentence.index in reading.parses for reading, sentence, _ in places):
        return "sentence not parsed", "no nutrient and no word that may stand for one, or a question"
    return _why_not_related(
        gold, mentions, [trace for trace in traces if relations[trace.rule_id] == gold["relation"]], comparer
    )


def _why_no_dose(gold: Row, mentions: Sequence[Mention]) -> tuple[str, str]:
    amounts = [mention.quantity for mention in mentions if mention.quantity is not None]
    if any(doses_agree(gold["dose"], {"min": a.min, "max": a.max, "unit": a.unit}) for a in amounts):
        return "dose found but no row", _amount(gold)
    return "no dose mention", _amount(gold)


def _why_not_related(
    gold: Row, mentions: Sequence[Mention], traces: Sequence[Trace], comparer: Comparer
) -> tuple[str, str]:
    has_object = any(
        comparer.objects_agree(wanted, given)
        for wanted in _objects(gold)
        for mention in mentions
        for given in (mention.surface, mention.name)
    )
    if not traces:
        return ("no trigger" if has_object else "no trigger, no object mention"), gold["relation"]
    failed = {trace.failed: trace for trace in traces}
    best = next((name for name in ("", "object") if name in failed), None)
    conditions = sorted(name for name in failed if name not in ("", "object", "nutrient"))
    if not has_object:
        return "no object mention", f"{gold['object']} at {traces[0].trigger}"
    if best is None and conditions:
        trace = failed[conditions[0]]
        return f"condition of a rule: {conditions[0]}", f"{trace.rule_id} at {trace.trigger}"
    trace = failed[best] if best is not None else failed["nutrient"]
    cause = {"": "slot filled by another", "object": "object not reached"}.get(trace.failed, "nutrient not reached")
    return cause, f"{trace.rule_id} at {trace.trigger}"


def _names_nutrient(gold: Row, mentions: Sequence[Mention], comparer: Comparer) -> bool:
    wanted = comparer.name(gold["nutrient_name"])
    return any(
        wanted in (comparer.name(item.name), comparer.name(item.surface))
        for item in mentions
        if item.label == "NUTRIENT"
    )


def _traces(reading: Reading, sentence: Sentence, mentions: Sequence[Mention], *, relater: Relater) -> list[Trace]:
    parse = reading.parses.get(sentence.index)
    return relater.explain(mentions, parse, text=reading.article.text) if parse is not None else []


def _why_extra(row: Row, gold: Sequence[Row], comparer: Comparer) -> str:
    near = [item for item in gold if item["doc"] == row["doc"] and quotes_overlap(item["quote"], row["quote"])]
    if not near:
        return "sentence without a gold row"
    if any(not _differences(item, row, comparer) for item in near):
        return "said by a row already counted"
    if not any("nutrient" not in _differences(item, row, comparer) for item in near):
        return "nutrient without a gold row there"
    return "dose too many" if row["relation"] == "HAS_DOSE" else "another claim of the nutrient"
