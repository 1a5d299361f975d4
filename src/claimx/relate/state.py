"""Too little, much or too much: what a phrase says of the amount of its nutrient."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimx.relate.avoiding import is_cut, is_left_out, is_none_held
from claimx.relate.denied_amounts import is_not_enough, is_not_taken_up, is_unable
from claimx.relate.fillers import Amount
from claimx.relate.graph import HYPHEN
from claimx.relate.reader import Reader

# tokens to the left of a nutrient, and to its right, that may speak of its amount
WINDOW = 6
RIGHT = 2
# a verb nearer than this belongs to the phrase ("not getting enough zinc")
NEAR_VERB = 3
# subtypes of what a list of deficiencies is made of
LACKED = ("vitamin", "mineral")
# tags of what a thing does, not what it is
ACTS = ("VB", "VBZ", "VBP", "VBD")


def nutrient_state(reader: Reader, token: int) -> Amount:
    """The amount that the words around a nutrient, its carrier noun or its intake verb give it."""
    state = reader.states.get(token)
    if state is None:
        state = reader.states[token] = _read_state(reader, token)
    return state


def _read_state(reader: Reader, token: int) -> Amount:
    graph, words = reader.graph, reader.words
    lemma = graph.lemma(token)
    if lemma in words.short_adjectives:
        return "deficiency"
    if lemma in words.deficiency_nouns:
        righted = graph.base_dep(token) == "nmod" and graph.lemma(graph.head(token)) in words.righting_nouns
        return "intake" if righted else "deficiency"
    if lemma in words.excess_nouns:
        return "excess"
    modifiers = _modifiers(reader, token)
    near = _near(reader, token, modifiers)
    stretch = _stretch(reader, token)
    if holds(stretch, words.deficiency_phrases):
        return "deficiency"
    if is_unable(reader, token, to=words.ridding_verbs):
        return "excess"
    if holds(stretch, words.excess_phrases) and _is_lost(reader, token, among=words.losing_verbs):
        return "deficiency"
    wasted = _is_lost(reader, token, among=words.wasting_verbs)
    if holds(stretch, words.excess_phrases) or near & words.excess_modifiers or _is_over_limit(reader, token):
        return "deficiency" if wasted else "excess"
    if (
        holds(stretch, words.large_phrases)
        or near & words.large_words
        or _is_large(reader, token, modifiers)
        or _is_high_level(reader, token)
    ):
        return "deficiency" if wasted else "large"
    if _is_short(reader, token, near=near):
        return "deficiency"
    state = _state_above(reader, token)
    if state != "intake":
        return state
    if _shares_excess(reader, token):
        return "excess"
    short = is_not_taken_up(reader, token) or is_not_enough(reader, token) or _shares_lack(reader, token)
    return "deficiency" if short else "intake"


def _modifiers(reader: Reader, token: int) -> list[int]:
    graph = reader.graph
    hung = graph.kids(token, "amod", "compound", "det", "advmod", "acl")
    # "moderate or reduced amounts"
    joined = [kid for first in graph.kids(token, "amod") for kid in graph.conjuncts(first)[1:] if kid < token]
    return [
        kid
        for kid in (*hung, *joined)
        # "the ability to lower cholesterol", "tea that lowers it" say nothing of the amount
        if graph.parse.tags[kid] not in ACTS and not is_some(reader, kid)
    ]


def _near(reader: Reader, token: int, modifiers: Sequence[int]) -> set[str]:
    """Words and lemmas of the modifiers that may speak of the amount."""
    graph, words = reader.graph, reader.words
    near = {graph.word(kid) for kid in (*modifiers, *graph.kids(token, "nummod"))}
    near |= {graph.lemma(kid) for kid in modifiers}
    # "this little seed" is small
    small = graph.determiner(token) in words.demonstratives | words.articles
    return near - words.some_words if small else near


def _is_short(reader: Reader, token: int, *, near: set[str]) -> bool:
    """ "Low levels", "less fat", "without iodine", "zinc levels that drop"."""
    graph, words, lemma = reader.graph, reader.words, reader.graph.lemma(token)
    low = near & words.deficiency_modifiers and lemma not in words.dose_nouns
    if low and lemma in words.amount_nouns | _holders(reader) | words.effect_nouns:
        return True
    if near & words.low_amounts and graph.mention(token, "NUTRIENT") is not None:
        return True
    if is_cut(reader, token) or _shares_low(reader, token) or is_left_out(reader, token) or is_none_held(reader, token):
        return True
    if graph.base_dep(token) == "obl" and graph.preposition(token) in words.absence_prepositions:
        return True
    return any(_falls(reader, token, verb=kid) for kid in graph.kids(token, "acl") if graph.pos(kid) == "VERB")


def _shares_low(reader: Reader, token: int) -> bool:
    """The sugar of "less fat and sugar", but not of "less fat and more sugar"."""
    graph, words = reader.graph, reader.words
    if graph.base_dep(token) == "compound" and graph.lemma(graph.head(token)) in words.amount_nouns:
        # "low iron and zinc levels"
        level = graph.head(token)
        first = graph.first_conjunct(level)
        shared = (
            first != level and graph.mention(first, "NUTRIENT") is not None and not graph.kids(level, "amod", "det")
        )
        return shared and graph.has_kid(first, "amod", among=words.low_amounts)
    first = graph.first_conjunct(token)
    if first == token or graph.mention(token, "NUTRIENT") is None or graph.kids(token, "amod", "det", "nmod:poss"):
        return False
    # "a low-calorie, low-fat diet"
    named = graph.mention(first, "NUTRIENT") is not None and graph.last_word(token) not in words.diets
    return named and graph.has_kid(first, "amod", "det", among=words.low_amounts)


def _shares_excess(reader: Reader, token: int) -> bool:
    """The sugar of "too much salt and sugar", but not of "too much salt and white sugar"."""
    graph = reader.graph
    first = graph.first_conjunct(token)
    named = all(graph.mention(item, "NUTRIENT") is not None for item in (first, token))
    bare = first < token and not graph.kids(token, "amod", "det", "nmod:poss", "nummod")
    return named and bare and nutrient_state(reader, first) == "excess"


def _shares_lack(reader: Reader, token: int) -> bool:
    """The iron of "iron, zinc or folate deficiencies", "iron or zinc deficiency", not "alcohol and zinc deficiency"."""
    graph, words = reader.graph, reader.words
    last, own = max(graph.conjuncts(graph.first_conjunct(token))), graph.mention(token, "NUTRIENT")
    if own is None or token >= last or graph.lemma(last) not in words.deficiency_nouns:
        return False
    named = [item for kid in graph.kids(last, "compound") if (item := graph.mention(kid, "NUTRIENT")) is not None]
    alike = own.subtype in LACKED and all(item.subtype in LACKED for item in named)
    bare = not graph.kids(token, "amod", "det", "nmod")
    return bool(named) and bare and (graph.is_plural(last) or alike)


def _holders(reader: Reader) -> frozenset[str]:
    """Nouns whose amount is their nutrient's: "low levels of", "impaired absorption of"."""
    return reader.words.carriers | reader.words.uptake_nouns


def _is_lost(reader: Reader, token: int, *, among: frozenset[str]) -> bool:
    """ "Losing too much salt", "large amounts of calcium are lost"."""
    graph = reader.graph
    first = graph.first_conjunct(token)
    lost = graph.base_dep(first) == "obj" or graph.dep(first) == "nsubj:pass"
    return lost and graph.lemma(graph.head(first)) in among


def is_some(reader: Reader, token: int) -> bool:
    """ "A little zinc" is some, "little zinc" is too little."""
    graph, words = reader.graph, reader.words
    return token > 0 and graph.word(token) in words.some_words and graph.word(token - 1) in words.articles


def _is_over_limit(reader: Reader, token: int) -> bool:
    """ "More zinc than you need", "intakes that exceed the limit", "zinc above the upper limit"."""
    graph, words = reader.graph, reader.words
    if any(
        graph.preposition(kid) in words.over_prepositions and graph.lemma(kid) in words.limit_words
        for kid in graph.kids(token, "nmod")
    ):
        return True
    acts = graph.kids(token, "acl")
    if any(graph.lemma(kid) in words.exceeding_verbs for kid in acts):
        return True
    if any(graph.lemma(held) in words.excess_nouns for kid in acts for held in graph.kids(kid, "obl")):
        # "zinc taken in excess"
        return True
    if not graph.has_kid(token, "amod", among=words.raise_modifiers):
        return False
    behind = graph.words[token + 1 : token + 2 + WINDOW]
    most = not words.limit_words.isdisjoint(behind) or _is_lost(reader, token, among=words.wasting_verbs)
    return behind[:1] == ("than",) and most


def _is_large(reader: Reader, token: int, modifiers: Sequence[int]) -> bool:
    """ "A high dose", "high salt"; the "high" of "high-fat milk" is no amount of the milk."""
    graph, words = reader.graph, reader.words
    if graph.lemma(token) not in words.large_amounts and graph.mention(token, "NUTRIENT") is None:
        return False
    return any(
        graph.word(kid) in words.large_modifiers and graph.words[kid + 1 : kid + 2] != (HYPHEN,) for kid in modifiers
    )


def _is_high_level(reader: Reader, token: int) -> bool:
    """ "High phosphorus levels", "elevated blood levels of iron"."""
    graph, words = reader.graph, reader.words
    named = any(graph.mention(kid, "NUTRIENT") is not None for kid in graph.kids(token, "compound", "nmod"))
    high = words.large_modifiers | words.raise_modifiers
    return named and graph.lemma(token) in words.amount_nouns and graph.has_kid(token, "amod", among=high)


def _state_above(reader: Reader, token: int) -> Amount:
    """What the carrier says of the nutrient in it ("low levels of zinc"), or a predicate ("zinc is low")."""
    graph, words = reader.graph, reader.words
    above = graph.head(token)
    if graph.dep(token) in ("nmod", "compound", "amod", "nmod:poss") and above != token:
        # "a drop in zinc", but not "a drop of oil"
        drops = words.genitive_prepositions if graph.lemma(above) in words.bare_carriers else frozenset[str]()
        if (
            graph.lemma(above) in words.lessening_nouns
            and graph.preposition(token) in words.rising_prepositions - drops
        ):
            return "deficiency"
        lacks = words.deficiency_nouns | words.short_adjectives
        carries = graph.lemma(above) in _holders(reader) | lacks | words.excess_nouns
        return nutrient_state(reader, above) if carries else "intake"
    if graph.base_dep(token) == "obj" and graph.lemma(above) in words.lacking_verbs:
        return "deficiency"
    if graph.words[token + 1 : token + 2] == (HYPHEN,) and above == token + 2:
        # "iron-deficient women"
        return "deficiency" if graph.lemma(above) in words.deficiency_modifiers else "intake"
    if graph.base_dep(token) != "nsubj":
        return "intake"
    if graph.lemma(above) in words.exceeding_verbs:
        return "excess"
    if _falls(reader, token, verb=above):
        return "deficiency"
    if _gathers(reader, token, verb=above):
        return "large"
    is_amount = graph.lemma(token) in words.amount_nouns
    measured = is_amount or graph.mention(token, "NUTRIENT") is not None
    if measured and (predicated := _said_amount(reader, above)) != "intake":
        return predicated
    said = {graph.lemma(item) for item in (above, *graph.kids(above, "xcomp"))}
    if is_amount and (not said.isdisjoint(words.rising_verbs) or not said.isdisjoint(words.large_modifiers)):
        return "large"
    # "the level stays low"
    held = graph.kids(above, "xcomp") if graph.lemma(above) in words.feeling_verbs | words.raising_verbs else []
    stays = [kid for kid in held if graph.pos(kid) == "ADJ"]
    short = {graph.lemma(above), graph.word(above), *map(graph.word, stays)} & words.deficiency_modifiers
    # "zinc did not lower LDL" is no lower zinc
    said_so = (stays or graph.kids(above, "cop", "aux")) and not graph.kids(above, "obj")
    # "spinach is low in iron" is no shortage of spinach
    said_so = said_so and not any(
        graph.preposition(kid) in words.place_prepositions for kid in graph.kids(above, "obl")
    )
    return "deficiency" if short and said_so else "intake"


def _falls(reader: Reader, token: int, *, verb: int) -> bool:
    """ "When zinc runs short", "as levels drop"."""
    graph, words = reader.graph, reader.words
    named = (
        graph.mention(token, "NUTRIENT") is not None or graph.lemma(token) in words.bare_stores | words.large_amounts
    )
    # "falls below 10 mg a day"
    taken = [kid for kid in graph.kids(verb, "obj") if not graph.is_amount(kid)]
    said = (graph.with_particle(verb), graph.lemma(verb), *graph.with_complements(verb))
    falls = not words.failing_verbs.isdisjoint(said)
    return named and falls and not taken


def _gathers(reader: Reader, token: int, *, verb: int) -> bool:
    """ "Copper builds up in the liver"."""
    graph, words = reader.graph, reader.words
    gathers = not words.gathering_verbs.isdisjoint((graph.with_particle(verb), graph.lemma(verb)))
    return gathers and graph.mention(token, "NUTRIENT") is not None and not graph.kids(verb, "obj")


def _said_amount(reader: Reader, predicate: int) -> Amount:
    """ "The level is above normal", "... is lower than it should be"."""
    graph, words = reader.graph, reader.words
    held = (kid for kid in graph.kids(predicate, "obj", "obl") if graph.mention(kid, "NUTRIENT") is not None)
    if any(graph.preposition(kid) in words.place_prepositions for kid in held):
        # "the juice is high in sugar"
        return "intake"
    start = min([predicate, *graph.kids(predicate, "cop", "case", "advmod", "amod")])
    said = f" {' '.join(graph.words[start : predicate + WINDOW])} "
    if holds(said, words.high_phrases):
        return "large"
    return "deficiency" if holds(said, words.low_phrases) else "intake"


def _stretch(reader: Reader, token: int) -> str:
    """The words from a little left of a token to its right neighbour, lower-cased, within its phrase."""
    graph = reader.graph
    left = max(0, token - WINDOW)
    for item in range(token - 1, left - 1, -1):
        pos = graph.parse.pos[item]
        if graph.words[item] == HYPHEN:
            continue
        if graph.words[item + 1] in reader.words.negators:
            # "little or no fiber"
            continue
        if pos in ("PUNCT", "SCONJ", "CCONJ") or (pos == "VERB" and item < token - NEAR_VERB):
            left = item + 1
            break
    return f" {' '.join(graph.words[left : token + RIGHT + 1])} ".replace(f" {HYPHEN} ", HYPHEN)


def holds(stretch: str, cues: frozenset[str]) -> bool:
    """Whether a stretch of words, a space before and behind it, holds one of these words or phrases whole."""
    beginning = _by_first_word(cues)
    return any(f" {cue} " in stretch for word in stretch.split() for cue in beginning.get(word, ()))


@cache
def _by_first_word(cues: frozenset[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for cue in sorted(cues):
        found.setdefault(cue.split()[0], []).append(cue)
    return found
