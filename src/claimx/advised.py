"""What somebody is told to eat or to leave out, for a "this" that goes on from it: "Get more zinc. This helps"."""

from __future__ import annotations

from dataclasses import replace

from claimx.relate.fillers import Filler
from claimx.relate.nutrient_signs import taken_instead
from claimx.relate.nutrients import nutrient_fillers
from claimx.relate.reader import Reader
from claimx.topic import Context, is_nutrient

# how the act of an order hangs: "you may need to limit", "try to eat"
_ORDERED = ("root", "xcomp", "ccomp", "conj")


def advised(context: Context, number: int) -> list[Filler]:
    """Nutrients that the sentence tells to take, or in deficiency to leave out; none for any other sentence."""
    reader = context.reader(number) if number >= 0 else None
    if reader is None:
        return []
    acts = [token for token in range(len(reader.graph)) if _is_told(reader, token)]
    found = [filler for act in acts for filler in _taken(reader, act)]
    return [item for item in found if item.mention is not None and is_nutrient(item.mention, reader.words)]


def _is_told(reader: Reader, token: int) -> bool:
    graph, words = reader.graph, reader.words
    if graph.base_dep(token) == "csubj" and taken_instead(reader, token):
        # "swapping butter for olive oil is a good move"
        return True
    act = graph.lemma(token) in words.advised_verbs | words.avoid_verbs - words.lacking_verbs
    if not act or graph.parse.tags[token] not in ("VB", "VBP") or graph.base_dep(token) not in _ORDERED:
        return False
    if graph.base_dep(token) == "root" and graph.kids(token, "expl"):
        return False
    return all(
        graph.word(kid) in words.persons or graph.mention(kid, "POPULATION") is not None
        for kid in graph.kids(token, "nsubj")
    )


def _taken(reader: Reader, act: int) -> list[Filler]:
    graph, words = reader.graph, reader.words
    instead = taken_instead(reader, act)
    if instead:
        return [filler for kid in instead for filler in nutrient_fillers(reader, kid)]
    denied = any(graph.word(kid) in words.negators for kid in graph.kids(act, "advmod"))
    left_out = denied or graph.lemma(act) in words.avoid_verbs
    reached = [kid for kid in graph.kids(act, "obj") if kid > act]
    reached += [
        kid for kid in graph.kids(act, "obl") if kid > act and graph.preposition(kid) in words.cutting_prepositions
    ]
    found = [filler for kid in reached for filler in nutrient_fillers(reader, kid)]
    return [replace(item, state="deficiency") if left_out else item for item in found]
