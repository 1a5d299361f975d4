"""How many of those who got it had something, beside those they are compared with: "5 percent, versus 9 percent"."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.relate.graph import Graph
from claimx.relate.reader import Reader, Standing
from claimx.relate.subjects import surface_subjects


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number with the unit that stands behind it, and the token it begins at."""

    token: int
    value: float
    unit: str


def standing(reader: Reader, trigger: int) -> Standing:
    """Whether what the trigger tells was seen in fewer or more of them, or was smaller or larger."""
    known = reader.standings.get(trigger)
    if known is None:
        known = reader.standings[trigger] = _standing(reader, trigger)
    return known


def _standing(reader: Reader, trigger: int) -> Standing:
    told = _of_counted(reader, trigger)
    figures = _figures(reader, trigger)
    if told or len(figures) != 2:
        return told
    first, second = figures
    ahead = _names_rivals(reader, first.token, end=second.token)
    if ahead == _names_rivals(reader, second.token, end=len(reader.graph)):
        return ""
    own, other = (second, first) if ahead else (first, second)
    if own.value == other.value:
        return ""
    return "lower" if own.value < other.value else "higher"


def _of_counted(reader: Reader, trigger: int) -> Standing:
    """ "Fewer patients on zinc had", "more of those given zinc"."""
    graph, words = reader.graph, reader.words
    for doer in surface_subjects(reader, trigger):
        said = {graph.word(item) for item in (doer, *graph.kids(doer, "amod", "det"))}
        if said & words.less_words:
            return "lower"
        if said & words.more_words:
            return "higher"
    return ""


def _figures(reader: Reader, trigger: int) -> list[_Figure]:
    """The numbers of what is counted in the unit that is named first."""
    graph = reader.graph
    found = [figure for figure in (_figure(graph, item) for item in range(len(graph))) if figure is not None]
    counted = [figure for figure in found if figure.unit in reader.words.share_units]
    if all(figure.unit in reader.words.group_prepositions for figure in counted):
        # "caught 24 colds, against 65 in the placebo group"
        of_object = [kid for item in graph.kids(trigger, "obj", "nsubj") for kid in graph.kids(item, "nummod")]
        counted = [figure for figure in found if figure.token in of_object][:1] or counted
    alike = [figure for figure in counted if figure.unit == counted[0].unit]
    if len(alike) == 1:
        # "22 cases among those on zinc, and 41 among those on placebo"
        behind = (item for item in found if item.token > alike[0].token)
        alike += [
            item for item in behind if item.unit in reader.words.group_prepositions | reader.words.held_prepositions
        ][:1]
    return alike


def _figure(graph: Graph, token: int) -> _Figure | None:
    behind = graph.words[token + 1 : token + 2]
    number, unit = (*graph.word(token).split(), *behind, "")[:2]
    plain = number.replace(",", "")
    return _Figure(token, float(plain), unit) if plain.replace(".", "", 1).isdecimal() else None


def _names_rivals(reader: Reader, start: int, *, end: int) -> bool:
    graph, words = reader.graph, reader.words
    return any(graph.word(item) in words.control_words for item in range(start, end))
