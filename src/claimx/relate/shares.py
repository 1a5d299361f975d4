"""How many of those who got it had something, beside those they are compared with: "5 percent, versus 9 percent"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimx.relate.graph import Graph
from claimx.relate.reader import Reader, Standing
from claimx.relate.subjects import surface_subjects


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number with the unit that stands behind it, the token it begins at, and of how many it is a part."""

    token: int
    value: float
    unit: str
    whole: float = 0.0


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
    # "24 colds, and the placebo group 65"
    named = _follows_rivals(reader, second.token)
    ahead = not named and _names_rivals(reader, first.token, end=second.token)
    behind = named or _names_rivals(reader, second.token, end=len(reader.graph))
    if ahead == behind and (ahead or not _compares(reader, figures)):
        return ""
    own, other = (second, first) if ahead else (first, second)
    # "14 of the 120 on zinc, but only 3 of those on placebo" compares how many they were
    parts = own.whole and other.whole
    mine, theirs = (item.value / item.whole if parts else item.value for item in (own, other))
    if mine == theirs:
        return ""
    return "lower" if mine < theirs else "higher"


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
    """The numbers of what is counted in the unit that is named first, or of how many there were in either group."""
    graph, words = reader.graph, reader.words
    numbers = (item for item, word in enumerate(graph.words) if not word[:1].isalpha())
    every = [figure for item in numbers if (figure := _figure(graph, item)) is not None]
    found = _without_sizes(reader, every)
    counted = [figure for figure in found if figure.unit in words.share_units]
    if all(figure.unit in words.group_prepositions for figure in counted):
        # "caught 24 colds, against 65 in the placebo group"
        of_object = [kid for item in graph.kids(trigger, "obj", "nsubj") for kid in graph.kids(item, "nummod")]
        counted = [figure for figure in found if figure.token in of_object][:1] or counted
    alike = [figure for figure in counted if figure.unit == counted[0].unit]
    if len(alike) == 1:
        # "22 cases among those on zinc, and 41 among those on placebo"
        behind = (item for item in found if item.token > alike[0].token)
        held = words.group_prepositions | words.held_prepositions
        alike += [item for item in behind if item.unit in held or _follows_rivals(reader, item.token)][:1]
    return alike if len(alike) > 1 else _counts(reader, found)


def _counts(reader: Reader, found: Sequence[_Figure]) -> list[_Figure]:
    """ "31 complained, against 9 of those on placebo": two bare counts, the second of others."""
    held = reader.words.group_prepositions | reader.words.held_prepositions
    bare = [item for item in found if not reader.graph.is_dose(item.token)]
    return bare if len(bare) == 2 and bare[1].unit in held else []


def _without_sizes(reader: Reader, found: Sequence[_Figure]) -> list[_Figure]:
    """ "12 of the 200 on zinc" is a share of them; "of the 200 on zinc, 12" tells no more than how many they were."""
    graph, words = reader.graph, reader.words
    kept: list[_Figure] = []
    for figure in found:
        start = figure.token - 1
        while start >= 0 and graph.word(start) in words.definite_articles:
            start -= 1
        opener = graph.word(start) if start >= 0 else ""
        if opener not in words.genitive_prepositions and (start > 0 or opener not in words.group_prepositions):
            kept.append(figure)
            continue
        while start > 0 and graph.word(start - 1) in words.share_openers:
            start -= 1
        if kept and kept[-1].token == start - 1 and figure.value:
            kept[-1] = replace(kept[-1], whole=figure.value, unit=opener)
    return kept


def _figure(graph: Graph, token: int) -> _Figure | None:
    behind = graph.words[token + 1 : token + 2]
    number, unit = (*graph.word(token).split(), *behind, "")[:2]
    plain = number.replace(",", "")
    return _Figure(token, float(plain), unit) if plain.replace(".", "", 1).isdecimal() else None


def _follows_rivals(reader: Reader, token: int) -> bool:
    """ "The placebo group 65", "and controls 65": a number right behind those who did not get it."""
    graph, words = reader.graph, reader.words
    before = token - 1
    if before > 0 and graph.lemma(before) in words.group_nouns:
        before -= 1
    return before >= 0 and graph.word(before) in words.control_words


def _compares(reader: Reader, figures: Sequence[_Figure]) -> bool:
    """ "5 percent, compared with 9 percent of the others"."""
    between = reader.graph.words[figures[0].token : figures[1].token]
    return not reader.words.rival_openers.isdisjoint(between)


def _names_rivals(reader: Reader, start: int, *, end: int) -> bool:
    graph, words = reader.graph, reader.words
    return any(graph.word(item) in words.control_words for item in range(start, end))
