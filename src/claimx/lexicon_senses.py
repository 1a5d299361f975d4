"""Which sense an ambiguous spelling has in its place. The rules are rows of `lexicon/ambiguous.tsv`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from claimx.data_files import DataFiles, TsvRow
from claimx.lexicon_words import Folder, Words

SENSES_FILE = "lexicon/ambiguous.tsv"
SENTENCE_END = "$"
_WORD_COLUMNS = ("before", "after", "near", "article", "not_before", "not_after", "not_near")


@dataclass(frozen=True, slots=True)
class SenseRule:
    """What must surround a spelling for it to mean `name`. Empty sets ask nothing.

    `before` and `after` are the neighbour words, `near` a word of the sentence, `article` a word of the article
    (asked only when `near` is not met), `surface` a pattern for the spelling itself.
    """

    name: str
    surface: re.Pattern[str] | None
    before: frozenset[str]
    after: frozenset[str]
    near: frozenset[str]
    article: frozenset[str]
    not_before: frozenset[str]
    not_after: frozenset[str]
    not_near: frozenset[str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a spelling stands: its surface, the sentence's words and its position among them."""

    surface: str
    words: Words
    first: int
    last: int
    article: frozenset[str] = field(default=frozenset())


def load_senses(data: DataFiles, folder: Folder) -> dict[str, list[SenseRule]]:
    """Rules by folded spelling, in file order. An overlay's rows for a spelling come after the packaged ones."""
    senses: dict[str, list[SenseRule]] = {}
    for row in data.tsv(SENSES_FILE):
        senses.setdefault(folder.key(row["spelling"]), []).append(_sense_rule(row, folder))
    return senses


def choose_sense(rules: list[SenseRule], place: Place) -> str:
    """The name the place calls for; "" when no rule is met or two names are met equally well."""
    best: dict[str, int] = {}
    for rule in rules:
        strength = weigh(rule, place)
        if strength > 0:
            best[rule.name] = max(strength, best.get(rule.name, 0))
    if not best:
        return ""
    top = max(best.values())
    names = [name for name, strength in best.items() if strength == top]
    return names[0] if len(names) == 1 else ""


def weigh(rule: SenseRule, place: Place) -> int:
    """0: not met; 1: met, asking nothing; 2: met by the article's words; 3: met by the sentence."""
    folded = place.words.folded
    before = folded[place.first - 1] if place.first else SENTENCE_END
    after = folded[place.last] if place.last < len(folded) else SENTENCE_END
    if before in rule.not_before or after in rule.not_after or not rule.not_near.isdisjoint(folded):
        return 0
    if rule.surface is not None and not rule.surface.fullmatch(place.surface):
        return 0
    if (rule.before and before not in rule.before) or (rule.after and after not in rule.after):
        return 0
    if rule.near or rule.article:
        if not rule.near.isdisjoint(folded):
            return 3
        return 2 if not rule.article.isdisjoint(place.article) else 0
    return 3 if rule.surface or rule.before or rule.after else 1


def _sense_rule(row: TsvRow, folder: Folder) -> SenseRule:
    sets = {column: _words(row[column], folder) for column in _WORD_COLUMNS}
    try:
        surface = re.compile(row["surface"]) if row["surface"] else None
    except re.error as error:
        raise row.error(f'surface is not a pattern: "{row["surface"]}" ({error})') from None
    return SenseRule(row["name"], surface, **sets)


def _words(cell: str, folder: Folder) -> frozenset[str]:
    # marks and the sentence end stand for themselves
    return frozenset(folder.fold(word) if word[0].isalpha() else word for word in cell.split("|") if word)
