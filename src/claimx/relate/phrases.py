"""What a noun phrase offers a slot: the nutrients or health objects in it, coordinated ones and class members too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from claimx.records import Label, Mention, State
from claimx.relate.graph import Graph
from claimx.relate.state import nutrient_state
from claimx.relate.words import Words

Kind: TypeAlias = Literal["mention", "pronoun", "definite", "phrase", "member", "ellipsis"]
MAX_DEPTH = 5
# what a group of people can be told by
WHO_PEOPLE_ARE: frozenset[Label] = frozenset({"CONDITION", "DRUG"})
# tokens between a class noun and its "such as": "fish with soft bones that you eat, such as"
MAX_POSTMODIFIER = 7
# labels that modify a noun from inside its phrase
INNER = ("compound", "amod", "nmod", "nmod:poss", "nmod:unmarked", "acl", "acl:relcl", "obl", "appos", "flat", "advmod")


@dataclass(frozen=True, slots=True)
class Filler:
    """One candidate for a slot. `token` stands for it in the graph; `mention` is None for a pronoun to be resolved.

    `via` names what it was reached through: "risk", "course", "symptom", "amount", "raise", "lower", "carrier".
    """

    token: int
    mention: Mention | None
    kind: Kind = "mention"
    via: frozenset[str] = frozenset()
    state: State = "intake"


def nutrient_fillers(graph: Graph, token: int, words: Words, *, depth: int = 0) -> list[Filler]:
    """Nutrients a subject or object phrase speaks of, with their state; pronouns and definite phrases as such."""
    found: list[Filler] = []
    for item in graph.series(token):
        found.extend(_nutrients_at(graph, item, words, depth))
    return _unique(found)


def _nutrients_at(graph: Graph, token: int, words: Words, depth: int) -> list[Filler]:
    if depth > MAX_DEPTH:
        return []
    mention = graph.mention(token)
    lemma = graph.lemma(token)
    if graph.kids(token, "cop") and (mention is None or mention.name in words.carrier_classes):
        subjects = [
            filler
            for kid in graph.kids(token, "nsubj")
            for filler in nutrient_fillers(graph, kid, words, depth=depth + 1)
        ]
        if subjects:
            return subjects
    if mention is not None and mention.label == "NUTRIENT":
        return _with_members(graph, token, mention, words, depth)
    if graph.phrase_of(token) in words.side_effects:
        inner = _inside(graph, token, words, depth)
        return inner if inner or _has_other_owner(graph, token) else [Filler(token, None, "ellipsis")]
    amiss = lemma in words.deficiency_nouns | words.excess_nouns
    if mention is not None and mention.label in ("CONDITION", "DRUG") and not amiss:
        return []
    if graph.pos(token) == "PRON" and graph.parse.words[token].lower() in words.pronouns:
        if _is_expletive(graph, token):
            return []
        inner = _inside(graph, token, words, depth)
        return inner or [Filler(token, None, "pronoun")]
    if graph.pos(token) in ("VERB", "AUX") and lemma in words.intake_verbs:
        return _from_intake_verb(graph, token, words, depth)
    inner = _inside(graph, token, words, depth) if _opens(graph, token, words) else []
    if inner:
        return inner
    if _is_definite(graph, token, words):
        return [Filler(token, None, "definite", state=nutrient_state(graph, token, words))]
    if graph.is_dose(token) or (lemma in words.bare_carriers and not _has_other_owner(graph, token)):
        return [Filler(token, None, "ellipsis", state=nutrient_state(graph, token, words))]
    return []


def _has_other_owner(graph: Graph, token: int) -> bool:
    """The carrier noun is plainly of something else: "protein intake" where protein is no nutrient, "drug form"."""
    return any(
        graph.pos(kid) in ("NOUN", "PROPN")
        and graph.base_dep(kid) in ("compound", "nmod")
        and graph.mention(kid, "POPULATION") is None
        for kid in graph.children[token]
    )


def _is_expletive(graph: Graph, token: int) -> bool:
    """ "It" that announces a clause: "it is important to talk to a doctor"."""
    above = graph.head(token)
    if graph.dep(token) == "expl":
        return True
    if graph.lemma(token) != "it" or graph.pos(above) not in ("ADJ", "NOUN"):
        return False
    return any(
        kid > above
        and {graph.parse.words[mark].lower() for mark in graph.kids(kid, "mark")}
        & frozenset({"to", "that", "whether", "if"})
        for kid in graph.kids(above, "csubj", "ccomp", "xcomp", "advcl", "acl", "obl")
    )


def _opens(graph: Graph, token: int, words: Words) -> bool:
    lemma = graph.lemma(token)
    return (
        lemma in words.carriers
        or lemma in words.effect_nouns
        or lemma in words.transparent_nouns
        or lemma in words.population_heads
        or graph.parse.words[token].lower() in words.carriers
        or lemma in words.measures
        or graph.is_amount(token)
        or graph.pos(token) in ("ADJ", "NUM", "DET", "ADV", "PRON", "SYM")
    )


def _is_definite(graph: Graph, token: int, words: Words) -> bool:
    lemma = graph.lemma(token)
    marks = {graph.parse.words[kid].lower() for kid in graph.kids(token, "det", "nmod:poss", "amod")}
    if lemma in words.effect_nouns and marks & (words.demonstratives - {"the"}):
        return True
    if marks & (words.demonstratives - {"the"}):
        # "this type of surgery" is no nutrient
        other = any(
            graph.base_dep(kid) == "nmod" and graph.preposition(kid) == "of" and graph.mention(kid, "NUTRIENT") is None
            for kid in graph.children[token]
        )
        return lemma in words.definite_nouns and not other
    return "the" in marks and lemma in words.the_nouns


def _from_intake_verb(graph: Graph, verb: int, words: Words, depth: int) -> list[Filler]:
    targets = graph.kids(verb, "obj", "obl", "xcomp")
    found: list[Filler] = []
    for target in targets:
        without = graph.preposition(target) == "without"
        if (
            graph.base_dep(target) == "obl"
            and not without
            and graph.preposition(target) not in words.inner_prepositions
        ):
            continue
        inner = nutrient_fillers(graph, target, words, depth=depth + 1)
        # "going without vitamin C"
        found.extend(replace(filler, state="deficiency") if without else filler for filler in inner)
    state = "deficiency" if graph.lemma(verb) in words.avoid_verbs else nutrient_state(graph, verb, words)
    return [replace(filler, state=state) if state != "intake" else filler for filler in found]


def _inside(graph: Graph, token: int, words: Words, depth: int) -> list[Filler]:
    """Nutrients among the modifiers of a carrier noun: "magnesium supplements", "a diet rich in zinc"."""
    found: list[Filler] = []
    for kid in graph.children[token]:
        label = graph.dep(kid)
        if label not in INNER and label.split(":")[0] not in INNER:
            continue
        base = label.split(":")[0]
        if (
            base in ("nmod", "obl")
            and label != "nmod:poss"
            and graph.preposition(kid) not in words.inner_prepositions | {""}
        ):
            continue
        if label == "nmod:poss" and graph.pos(kid) == "PRON":
            if graph.parse.words[kid].lower() in ("its", "their"):
                found.append(Filler(kid, None, "pronoun"))
            continue
        if (
            graph.pos(kid) == "VERB"
            and graph.lemma(kid) not in words.containing_verbs | words.intake_verbs | words.rich_adjectives
        ):
            continue
        if graph.pos(kid) == "VERB":
            found.extend(_from_intake_verb(graph, kid, words, depth + 1))
        elif base == "amod" and graph.mention(kid, "NUTRIENT") is None:
            found.extend(_inside(graph, kid, words, depth + 1))
        elif graph.pos(kid) != "PRON":
            found.extend(nutrient_fillers(graph, kid, words, depth=depth + 1))
    if any(filler.kind == "pronoun" for filler in found):
        # "its antioxidant properties" are those of what "its" stands for
        found = [item for item in found if item.mention is None or item.mention.name not in words.carrier_classes]
    state = nutrient_state(graph, token, words)
    if state != "intake":
        found = [replace(filler, state=state) for filler in found]
    return found


def _with_members(graph: Graph, token: int, mention: Mention, words: Words, depth: int) -> list[Filler]:
    state = nutrient_state(graph, token, words)
    own = [] if mention.name in words.empty_classes else [Filler(token, mention, state=state)]
    rich: list[Filler] = []
    if mention.subtype == "food" or mention.name in words.carrier_classes:
        rich = [filler for filler in _inside(graph, token, words, depth + 1) if filler.mention is not None]
    if rich and mention.name in words.carrier_classes:
        own = []
    members = [
        replace(filler, kind="member", state=state)
        for member in member_tokens(graph, token, words)
        for filler in _nutrients_at(graph, member, words, depth + 1)
    ]
    if not own and not rich and not members and _is_definite(graph, token, words):
        return [Filler(token, None, "definite", state=state)]
    if (
        graph.determiner(token) == "the"
        and graph.last_word(token) in words.the_nouns
        and graph.parse.words[token].lower() == graph.last_word(token)
        and not rich
        and not members
    ):
        return [Filler(token, None, "definite", state=state)]
    is_class = mention.name in words.carrier_classes or graph.last_word(token) in words.definite_nouns
    if is_class and not rich and not members and graph.determiner(token) in words.pronouns | frozenset({"such"}):
        return [Filler(token, None, "definite", state=state)]
    if is_class and graph.base_dep(token) == "appos" and not rich and not members:
        named = [item for item in _nutrients_at(graph, graph.head(token), words, depth + 1) if item.mention is not None]
        if named:
            return named
    return own + rich + members


def member_tokens(graph: Graph, token: int, words: Words) -> list[int]:
    """Tokens listed behind a class noun and "such as", "like", "including", found on the surface.

    A parser hangs such lists in many places, while the words between their items are always the same few.
    """
    last = graph.subtree_of_mention(token)[-1]
    for start in range(last + 1, min(len(graph), last + 1 + MAX_POSTMODIFIER)):
        length = _member_opener(graph, start, words)
        own = graph.mention(token)
        other = graph.mention(start)
        if own is not None and other is not None and other is not own and other.label == own.label:
            # "foods rich in zinc, such as": the nutrient is the foods', and the list theirs
            theirs = own.name in words.empty_classes and token in graph.ancestors(graph.anchor(start))
            if not theirs:
                break
        if length:
            return [item for item in graph.listed(start + length) if graph.anchor(item) != graph.anchor(token)]
        if graph.parse.words[start] in ".;:" or (graph.pos(start) in ("AUX", "CCONJ") and start > last + 1):
            break
    return []


def _member_opener(graph: Graph, start: int, words: Words) -> int:
    """How many tokens a member preposition that begins here takes, a comma before it included; 0 for none."""
    skip = 1 if graph.parse.words[start] in (",", "(", "-", "–", "—") else 0
    for size in (3, 2, 1):
        span = graph.parse.words[start + skip : start + skip + size]
        if len(span) == size and " ".join(span).lower() in words.member_prepositions:
            return skip + size
    return 0


def object_fillers(
    graph: Graph, token: int, words: Words, *, labels: frozenset[Label], phrases: bool, depth: int = 0
) -> list[Filler]:
    """Health objects a phrase names: mentions of the given labels, or, if `phrases`, noun phrases no lexicon holds."""
    found: list[Filler] = []
    shared: frozenset[str] = frozenset()
    for item in graph.series(token):
        found.extend(
            replace(filler, via=filler.via | shared)
            for filler in _objects_at(graph, item, words, labels, phrases, depth)
        )
        # "a lower risk of stroke and diabetes", "less cirrhosis and cancer": the first one's direction holds for all
        shared = shared or _via(graph, item, words) & frozenset({"raise", "lower", "risk"})
    return _unique(found)


def _objects_at(
    graph: Graph, token: int, words: Words, labels: frozenset[Label], phrases: bool, depth: int
) -> list[Filler]:
    if depth > MAX_DEPTH:
        return []
    if graph.pos(token) in ("VERB", "AUX") and graph.mention(token) is None:
        if graph.lemma(token) not in words.consume_verbs:
            return []
        # "taking acid blockers for a year can cause": what is taken is the object
        return [
            filler
            for kid in graph.kids(token, "obj")
            for filler in object_fillers(graph, kid, words, labels=labels, phrases=phrases, depth=depth + 1)
        ]
    via = _via(graph, token, words)
    mention = graph.mention(token)
    lemma = graph.lemma(token)
    if "CONDITION" in labels and _is_people(graph, token, words):
        patients = _conditions_of_people(graph, token, words, labels=labels & WHO_PEOPLE_ARE)
        if patients:
            return [Filler(item, graph.mention(item), via=via | {"people"}) for item in patients]
    generic = (
        mention is not None and lemma in words.symptom_nouns and graph.parse.words[token].lower().rstrip("s") == lemma
    )
    if generic:
        inner = _inner_objects(graph, token, words, frozenset({"CONDITION", "FUNCTION"}), False, depth)
        if inner:
            return [
                replace(item, via=item.via | via) for item in inner if item.mention and item.mention.label in labels
            ]
    if mention is not None:
        if mention.label not in labels:
            return []
        own = [Filler(token, mention, via=via)] if mention.name not in words.empty_classes else []
        own += _shared_head(graph, token, words, mention)
        return own + _members(graph, token, words, labels, phrases, depth)
    lemma = graph.lemma(token)
    if graph.pos(token) == "PRON":
        return [Filler(token, None, "pronoun", via)] if graph.parse.words[token].lower() in words.pronouns else []
    if (
        lemma in words.transparent_nouns
        or lemma in words.measures
        or graph.pos(token) in ("NUM", "SYM")
        or graph.is_amount(token)
    ):
        every: frozenset[Label] = frozenset({"CONDITION", "FUNCTION", "DRUG", "NUTRIENT", "POPULATION"})
        inner = _inner_objects(graph, token, words, every, phrases, depth)
        if inner:
            return [
                replace(filler, via=filler.via | via)
                for filler in inner
                if filler.mention is None or filler.mention.label in labels
            ]
    if not phrases or not graph.is_nominal(token) or not _names_something(graph, token, words):
        return _members(graph, token, words, labels, phrases, depth)
    shared = _shared_head(graph, token, words, None)
    own = shared or [Filler(token, noun_phrase(graph, token, words), "phrase", via)]
    return own + _members(graph, token, words, labels, phrases, depth)


def _is_people(graph: Graph, token: int, words: Words) -> bool:
    mention = graph.mention(token)
    return (mention is not None and mention.label == "POPULATION") or graph.lemma(token) in words.population_heads


def _conditions_of_people(graph: Graph, token: int, words: Words, *, labels: frozenset[Label]) -> list[int]:
    """The conditions or medicines that define a group: "people with diabetes", "those who take warfarin"."""
    found = [token]
    for item in found:
        found.extend(
            kid
            for kid in graph.children[item]
            if not (item == token and graph.base_dep(kid) == "conj")
            and not set(graph.preposition(kid).split()) & words.negators
        )
    return sorted(
        item
        for item in found
        if (mention := graph.mention(item)) is not None and mention.label in labels and graph.anchor(item) == item
    )


def _names_something(graph: Graph, token: int, words: Words) -> bool:
    """A phrase no lexicon holds is an object when its head or a modifier speaks of the body or of illness."""
    lemma = graph.lemma(token)
    if lemma in words.deficiency_nouns and any(
        graph.mention(kid, "NUTRIENT") is not None for kid in graph.children[token]
    ):
        return False
    if (
        lemma in words.risk_nouns
        or lemma in words.excluded_objects
        or lemma in words.course_nouns - words.condition_heads
    ):
        return False
    heads = words.condition_heads | words.function_heads | words.drug_heads | words.population_heads
    if lemma in heads:
        return True
    return any(
        graph.mention(kid, "FUNCTION", "CONDITION") is not None for kid in graph.kids(token, "amod", "compound", "nmod")
    )


def _inner_objects(
    graph: Graph, token: int, words: Words, labels: frozenset[Label], phrases: bool, depth: int
) -> list[Filler]:
    found: list[Filler] = []
    for kid in graph.kids(token, "nmod", "compound", "acl", "amod"):
        base = graph.base_dep(kid)
        if graph.dep(kid) == "nmod:poss":
            continue
        if base == "nmod" and graph.preposition(kid) not in ("of", "for", "to", "from"):
            continue
        if base == "amod" and (graph.mention(kid) is None or graph.lemma(token) in words.holder_nouns):
            continue
        if base == "acl":
            targets = graph.kids(kid, "obj")
        elif kid < token:
            targets = [kid]
        else:
            targets = [kid]
        for target in targets:
            found.extend(
                object_fillers(graph, target, words, labels=labels, phrases=phrases and kid > token, depth=depth + 1)
            )
    return found


def _members(
    graph: Graph, token: int, words: Words, labels: frozenset[Label], phrases: bool, depth: int
) -> list[Filler]:
    if depth > 2:
        return []
    return [
        replace(filler, kind="member" if filler.kind == "mention" else filler.kind)
        for member in member_tokens(graph, token, words)
        for filler in _objects_at(graph, member, words, labels, phrases, depth + 1)
    ]


def _shared_head(graph: Graph, token: int, words: Words, mention: Mention | None) -> list[Filler]:
    """Objects of "muscle and nerve functions": one a modifier, each read with the head they share.

    With a mention on the last modifier and the head, only the earlier modifiers are still to be read.
    """
    found: list[Filler] = []
    head_end = graph.parse.ends[token]
    for kid in graph.kids(token, "compound", "amod"):
        if graph.lemma(token) in words.holder_nouns:
            break
        if kid > token or (graph.mention(kid) is not None and mention is not None and graph.mention(kid) is mention):
            continue
        parts = [item for item in graph.conjuncts(kid) if item < token and graph.pos(item) in ("NOUN", "PROPN", "ADJ")]
        if len(parts) < 2:
            continue
        for part in parts:
            if mention is not None and graph.mention(part) is mention:
                continue
            start = graph.parse.starts[part]
            name = f"{graph.parse.words[part]} {graph.parse.words[token]}".lower()
            surface = graph.text(start, head_end)
            label = mention.label if mention is not None else phrase_label(graph, token, words)
            found.append(
                Filler(
                    part, Mention(label, start, head_end, surface, name, origin="noun_phrase"), "phrase", frozenset()
                )
            )
    return found


def _via(graph: Graph, token: int, words: Words) -> frozenset[str]:
    lemma = graph.lemma(token)
    found: set[str] = set()
    for name, members in (
        ("risk", words.risk_nouns),
        ("course", words.course_nouns),
        ("symptom", words.symptom_nouns),
        ("amount", words.amount_nouns),
    ):
        if lemma in members:
            found.add(name)
    modifiers = {graph.parse.words[kid].lower() for kid in graph.kids(token, "amod", "advmod", "compound")} | {lemma}
    if modifiers & words.raise_modifiers:
        found.add("raise")
    if modifiers & words.lower_modifiers:
        found.add("lower")
    return frozenset(found)


def noun_phrase(graph: Graph, token: int, words: Words) -> Mention:
    """The phrase around a head that no lexicon knows: its modifiers from the left, and what "of" adds."""
    inside = {token}
    for kid in graph.kids(token, "compound", "amod", "nmod:unmarked", "flat", "nummod"):
        if graph.parse.tags[kid] in ("VB", "VBP", "VBZ", "VBD"):
            continue
        if kid < token or graph.base_dep(kid) == "flat":
            inside.update(item for item in graph.subtree(kid) if item < token or graph.base_dep(kid) == "flat")
    for kid in graph.kids(token, "nmod"):
        if kid > token and graph.preposition(kid) == "of":
            low, high = token, graph.anchor(kid)
            inside.update(range(low, high + 1))
    for item in list(inside):
        index = graph.mention_of[item]
        if index >= 0:
            inside.update(i for i, other in enumerate(graph.mention_of) if other == index)
    first, last = min(inside), max(inside)
    while first < token and graph.pos(first) in ("DET", "PUNCT", "CCONJ", "ADP"):
        first += 1
    start, end = graph.parse.starts[first], graph.parse.ends[last]
    surface = graph.text(start, end)
    return Mention(phrase_label(graph, token, words), start, end, surface, surface.lower(), origin="noun_phrase")


def phrase_label(graph: Graph, token: int, words: Words) -> Label:
    """What a phrase names, by its head word. Function is the answer where nothing tells otherwise."""
    lemma = graph.lemma(token)
    if lemma in words.condition_heads:
        return "CONDITION"
    if lemma in words.drug_heads:
        return "DRUG"
    if lemma in words.population_heads:
        return "POPULATION"
    return "FUNCTION"


def _unique(fillers: Iterable[Filler]) -> list[Filler]:
    seen: set[tuple[int, int, int]] = set()
    kept = []
    for filler in fillers:
        key = (filler.token, filler.mention.start, filler.mention.end) if filler.mention else (filler.token, -1, -1)
        if key not in seen:
            seen.add(key)
            kept.append(filler)
    return kept
