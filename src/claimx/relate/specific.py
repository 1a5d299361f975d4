"""Of the readings of a sentence, those that say most: one for each pair, and the act before who is helped to do it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimx.records import GAIN
from claimx.relate.claim_state import awaited, settle
from claimx.relate.claims import Reading
from claimx.relate.fillers import LEFT_OUT
from claimx.relate.reader import Reader


def most_specific(readings: Iterable[Reading]) -> list[Reading]:
    """One reading for each trigger, nutrient and object: the longest trigger, then most conditions, then the first."""
    best: dict[tuple[int, int, int], Reading] = {}
    for reading in readings:
        key = (reading.trigger, _nutrient_key(reading), _object_key(reading))
        other = best.get(key)
        if other is None or _weight(reading) > _weight(other):
            best[key] = reading
    kept: dict[tuple[str, int, int], Reading] = {}
    # what says itself how much is meant comes before what goes on from the sentence before
    for reading in sorted(best.values(), key=lambda item: item.nutrient.kind == "carried"):
        nutrient = -1 if reading.nutrient.kind in LEFT_OUT else _nutrient_key(reading)
        kept.setdefault((reading.rule.relation, nutrient, _object_key(reading)), reading)
    return sorted(kept.values(), key=lambda item: (item.trigger, _nutrient_key(item), _object_key(item)))


def _nutrient_key(reading: Reading) -> int:
    # one amount may be of two nutrients
    mention = reading.nutrient.mention
    return mention.start * 2 if mention else reading.nutrient.token * 2 + 1


def _object_key(reading: Reading) -> int:
    if reading.object is None:
        return -1
    if reading.object.mention is None and "condition" not in reading.rule.object_types:
        # "zinc shortens them" is said of colds by one rule, and of cells by another
        return -reading.object.token * 2 - 3
    return reading.object.mention.start * 2 if reading.object.mention else reading.object.token * 2 + 1


def _weight(reading: Reading) -> tuple[bool, int, int, int]:
    # "drives up" says another thing than "drives"; what says all itself comes before what a pronoun has to bear out
    rule = reading.rule
    settled = not awaited(reading.nutrient, settle(reading.nutrient.state, rule.relation, None), rule=rule)
    conditions = len(rule.via) + bool(rule.object_heads) + bool(rule.states) + bool(rule.near or rule.behind)
    return settled, rule.priority, reading.words, conditions


def without_doers(readings: Sequence[Reading], reader: Reader) -> list[Reading]:
    """Readings without those of a part of the body that is helped to do what another reading tells.

    "Helps the kidneys get rid of sodium" lowers sodium; "helps muscles work" is all that is said.
    """
    told = (item for item in readings if item.rule.relation in GAIN and item.object is not None)
    done = {(_nutrient_key(item), item.trigger) for item in told if item.object and item.object.token != item.trigger}
    return [item for item in readings if not any((_nutrient_key(item), act) in done for act in _acts(item, reader))]


def _acts(reading: Reading, reader: Reader) -> list[int]:
    """What the object of a reading is helped to do: "get rid" of "helps the kidneys get rid of sodium"."""
    graph, trigger = reader.graph, reading.trigger
    if reading.object is None or reading.rule.relation != "IMPROVES":
        return []
    helped = graph.first_conjunct(reading.object.token) in graph.kids(trigger, "obj")
    if not helped or graph.lemma(trigger) not in reader.words.causative_verbs:
        return []
    acts = [act for act in graph.kids(trigger, "xcomp", "ccomp", "advcl") if act > reading.object.token]
    acts = [act for act in acts if graph.parse.tags[act] == "VB"]
    return [item for act in acts for item in graph.conjuncts(act)]
