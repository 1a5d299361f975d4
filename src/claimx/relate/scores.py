"""What a test measures: less of a score is no less of the body's own, it is worse ("lower scores on memory tests")."""

from __future__ import annotations

from claimx.records import Relation
from claimx.relate.fillers import Filler
from claimx.relate.reader import Reader

# what more or less of a score says of what the test is of
_TURNED: dict[Relation, Relation] = {"INCREASES": "IMPROVES", "DECREASES": "WORSENS"}


def told_relation(reader: Reader, item: Filler | None, *, relation: Relation) -> Relation:
    """The relation of a rule, or how well something works where a rule speaks of more or less of its score."""
    if item is None or item.mention is None or "score" not in item.via or item.mention.label != "FUNCTION":
        return relation
    harmful = reader.graph.last_word(item.token) in reader.words.harmful_processes
    return relation if harmful else _TURNED.get(relation, relation)
