"""Fire the rules on one parsed sentence: find triggers, fill slots, and keep the most specific reading of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from claimx.data_files import DataFiles
from claimx.records import Claim, Label, Mention, Parse, Relation, Resolution, Sentence, Span
from claimx.relate.graph import Graph, build_graph
from claimx.relate.phrases import Filler, nutrient_fillers, object_fillers
from claimx.relate.roles import find_role, prepositional
from claimx.relate.rules import LABEL_OF, Form, Rule, load_rules
from claimx.relate.words import Words, load_words

# words between a trigger and the particle or preposition that completes it ("ward colds off")
PARTICLE_REACH = 4
# tokens from a reason's opener to the effect it names ("due to its antioxidant and anti-inflammatory properties")
REASON_REACH = 7
# relations that "less" or "reduced" before the object turns into something else
TURNED_BY_LESS: frozenset[Relation] = frozenset({"CAUSES", "INCREASES", "DECREASES"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One rule's reading of one trigger: who, what, and how it was reached."""

    rule: Rule
    trigger: int
    nutrient: Filler
    object: Filler | None
    reached: bool = False


@dataclass(frozen=True, slots=True)
class Trace:
    """Why a rule did or did not fire on a trigger, for `claimx explain`. `failed` is "" when it fired."""

    rule_id: str
    trigger: str
    failed: str
    nutrients: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()


class Relater:
    """The rules, loaded once; `relate` depends on nothing but its arguments."""

    def __init__(self, data: DataFiles | None = None) -> None:
        data = data or DataFiles()
        self.words = load_words(data)
        self.rules = load_rules(data)

    def relate(self, sentence: Sentence, mentions: Sequence[Mention], parse: Parse, *, text: str) -> list[Claim]:
        """Claims of one sentence in text order. Pronoun subjects give claims whose nutrient has no name yet."""
        graph = build_graph(parse, [item for item in mentions if item.label != "DOSE"], source=text)
        if any(cue in sentence.text.lower().replace("’", "'") for cue in self.words.announcements):
            return []
        heading = sentence.block_type in ("title", "heading")
        readings = [
            reading
            for reading, _ in self._readings(graph)
            if reading is not None
            and not self._is_aim(graph, reading.trigger)
            and (heading or not _is_announced(graph, reading))
            and not (heading and _is_bare_phrase(graph, reading))
        ]
        claims = [self._claim(graph, sentence, reading) for reading in _most_specific(readings)]
        return claims + self._contents(graph, sentence, claims)

    def _contents(self, graph: Graph, sentence: Sentence, claims: list[Claim]) -> list[Claim]:
        """FOUND_IN claims that a phrase takes for granted: "flavanols in cocoa", "iron from beans"."""
        known = {(claim.nutrient.start, claim.object.start) for claim in claims if claim.object is not None}
        found: list[Claim] = []
        for index, mention in enumerate(graph.mentions):
            if mention.label != "NUTRIENT" or mention.subtype == "food" or mention.name in self.words.carrier_classes:
                continue
            for kid in graph.kids(graph.head_of[index], "nmod"):
                if graph.preposition(kid) not in ("in", "from"):
                    continue
                for item in graph.series(kid):
                    food = graph.mention(item, "NUTRIENT")
                    if food is None or food.subtype != "food" or food.name in self.words.empty_classes:
                        continue
                    if (mention.start, food.start) not in known:
                        start, end = graph.parse.starts[kid], graph.parse.ends[kid]
                        found.append(
                            Claim(sentence, mention, "FOUND_IN", food, Span(start, end), "found-in-phrase", kid)
                        )
        return found

    def explain(self, mentions: Sequence[Mention], parse: Parse, *, text: str) -> list[Trace]:
        """What every rule with a trigger in the sentence made of it."""
        graph = build_graph(parse, [item for item in mentions if item.label != "DOSE"], source=text)
        return [trace for _, trace in self._readings(graph)]

    def _readings(self, graph: Graph) -> list[tuple[Reading | None, Trace]]:
        found: list[tuple[Reading | None, Trace]] = []
        for token in range(len(graph)):
            for rest, rule in self._candidates(graph, token):
                named = graph.mention(token, "NUTRIENT")
                if (named is not None and named.name not in self.words.carrier_classes) or not _completes(
                    graph, token, rest
                ):
                    continue
                if graph.pos(token) == "NOUN" and graph.lemma(token) in self.words.not_noun_triggers:
                    found.extend(self._reach(graph, token, rule))
                    continue
                filled = [
                    pair
                    for form in rule.forms
                    if _fits(graph, token, form)
                    for pair in self._fill(graph, token, rule, _with_particle(form, rest))
                ]
                found.extend(filled)
                if all(reading is None for reading, _ in filled):
                    found.extend(self._reach(graph, token, rule))
        return found

    def _relief(self, graph: Graph, rule: Rule, item: Filler, trigger: int) -> str:
        """ "Leading to improvements in symptoms" brings no symptoms about."""
        if rule.relation in ("PREVENTS", "TREATS") and graph.phrase_of(item.token) in self.words.side_effects:
            return "side_effects"
        if rule.relation != "CAUSES":
            return ""
        between = range(trigger + 1, item.token)
        return "relief" if any(graph.lemma(token) in self.words.relief_nouns for token in between) else ""

    def _candidates(self, graph: Graph, token: int) -> list[tuple[tuple[str, ...], Rule]]:
        found = list(self.rules.index.get(graph.lemma(token), ()))
        word = graph.parse.words[token].lower()
        if " " in word and graph.mention(token, "CONDITION") is not None:
            # "allergic reactions" is one token, and its head may be the trigger of a rule about itself
            last = self.rules.index.get(graph.last_word(token), ())
            found.extend(pair for pair in last if any(form.object == ("self",) for form in pair[1].forms))
        if graph.parse.pos[token] == "ADJ" and word != graph.lemma(token):
            # "lower" as an adjective has the lemma "low", and may still be the verb
            found.extend(self.rules.index.get(word, ()))
        return found

    def _hidden_verb(self, graph: Graph, token: int) -> bool:
        """An adjective right behind "help" or "to" that is a verb: "may help lower cholesterol"."""
        if token == 0 or graph.parse.words[token].lower() not in self.words.verb_adjectives:
            return False
        return graph.parse.pos[token] == "ADJ" and (
            graph.lemma(token - 1) in self.words.causative_verbs or graph.parse.words[token - 1].lower() == "to"
        )

    def _reach(self, graph: Graph, token: int, rule: Rule) -> list[tuple[Reading | None, Trace]]:
        """Read a transitive verb by distance where the parse gave it no arguments or took it for a noun."""
        if not rule.reach or graph.lemma(token) in self.words.no_reach:
            return []
        if graph.parse.tags[token] == "VBN" and not _lacks_verb(graph):
            return []
        is_verb = graph.pos(token) == "VERB"
        has_object, has_subject = bool(graph.kids(token, "obj")), bool(graph.kids(token, "nsubj"))
        if is_verb and has_object and has_subject:
            return []
        before = graph.parse.pos[token - 1] if token else ""
        if self._hidden_verb(graph, token):
            before = "AUX"
        if graph.parse.pos[token] in ("ADJ", "NOUN") and before not in (
            "NOUN",
            "PROPN",
            "AUX",
            "ADV",
            "PRON",
            "PUNCT",
            "CCONJ",
        ):
            return []
        # what the parse does give is believed
        nutrient = "subj" if is_verb and has_subject else "reach_left"
        found = "obj" if is_verb and has_object else "reach_right"
        form = Form(frozenset({graph.pos(token)}), (nutrient,), (found,))
        return [
            (replace(reading, reached=True) if reading is not None else None, trace)
            for reading, trace in self._fill(graph, token, rule, form)
        ]

    def _is_aim(self, graph: Graph, trigger: int) -> bool:
        """The trigger stands in what a study set out to see ("looked at whether zinc helps")."""
        chain = [trigger, *graph.ancestors(trigger)]
        for here, above in pairwise(chain):
            found = graph.lemma(above) in self.words.finding_verbs and graph.parse.tags[above] in ("VBD", "VBN")
            aims = graph.lemma(above) in self.words.aim_verbs and not found
            if graph.pos(trigger) == "NOUN" and aims and graph.is_nominal(here):
                return True
            openers = {"whether", "if", "how"} if graph.lemma(above) in self.words.aim_verbs else {"how"}
            if openers & {graph.parse.words[kid].lower() for kid in graph.kids(here, "mark", "advmod")}:
                return True
        return False

    def _fill(self, graph: Graph, token: int, rule: Rule, form: Form) -> list[tuple[Reading | None, Trace]]:
        word = graph.parse.words[token]
        context = {part for item in graph.parse.words for part in item.lower().split()} | set(graph.parse.lemmas)
        if rule.near and not rule.near & context:
            return [(None, Trace(rule.id, word, "near"))]
        if rule.not_near & context:
            return [(None, Trace(rule.id, word, "not_near"))]
        if rule.modifiers and not rule.modifiers & {
            graph.lemma(kid) for kid in graph.kids(token, "amod", "compound", "advmod", "det")
        }:
            return [(None, Trace(rule.id, word, "modifiers"))]
        if rule.verbless and any(graph.pos(item) in ("VERB", "AUX") for item in range(len(graph))):
            return [(None, Trace(rule.id, word, "verbless"))]
        if rule.negated and not self._is_negated(graph, token):
            return [(None, Trace(rule.id, word, "negated"))]
        if rule.not_prep and prepositional(graph, token, rule.not_prep):
            return [(None, Trace(rule.id, word, "not_prep"))]
        if rule.asserted and (graph.preposition(token) in self.words.reasons or self._carries_on(graph, token)):
            return [(None, Trace(rule.id, word, "asserted"))]
        if token + 1 < len(graph) and self._hidden_verb(graph, token + 1):
            return [(None, Trace(rule.id, word, "object"))]
        nutrients = self._nutrients(graph, token, form)
        if not nutrients and rule.ellipsis and self._may_elide(graph, token):
            nutrients = [Filler(token, None, "ellipsis")]
        if not nutrients:
            return [(None, Trace(rule.id, word, "nutrient"))]
        if rule.object_types == frozenset({"none"}):
            return [(Reading(rule, token, item, None), Trace(rule.id, word, "")) for item in nutrients]
        objects = self._objects(graph, token, rule, form)
        names = tuple(graph.parse.words[item.token] for item in nutrients)
        if not objects:
            return [(None, Trace(rule.id, word, "object", names))]
        pairs: list[tuple[Reading | None, Trace]] = []
        for nutrient in nutrients:
            for item in objects:
                failed = _mismatch(
                    graph, rule, self.words, nutrient=nutrient, item=item, trigger=token
                ) or self._relief(graph, rule, item, token)
                trace = Trace(rule.id, word, failed, names, tuple(graph.parse.words[o.token] for o in objects))
                pairs.append((None if failed else Reading(rule, token, nutrient, item), trace))
        return pairs

    def _carries_on(self, graph: Graph, token: int) -> bool:
        """The effect is a reason or the subject of another claim, as in "its antioxidant properties protect cells"."""
        before = " ".join(graph.parse.words[max(0, token - REASON_REACH) : token]).lower()
        if any(f" {reason} " in f" {before} " for reason in self.words.reasons if " " in reason):
            return True
        above = graph.head(token)
        return (
            graph.base_dep(token) == "nsubj" and graph.pos(above) == "VERB" and graph.lemma(above) in self.rules.index
        )

    def _is_negated(self, graph: Graph, token: int) -> bool:
        return any(
            graph.parse.words[kid].lower() in self.words.negators or graph.lemma(kid) in self.words.negators
            for kid in graph.kids(token, "advmod", "det")
        )

    def _may_elide(self, graph: Graph, token: int) -> bool:
        """A source or amount whose nutrient is left out: "good sources include citrus", "peanuts provide some"."""
        if graph.pos(token) == "NOUN":
            inside = [graph.mention(kid, "NUTRIENT") for kid in graph.subtree(token) if kid != token]
            return not any(item is not None and item.subtype != "food" for item in inside) and not graph.kids(
                token, "nmod"
            )
        heads = graph.kids(token, "obj", "nsubj")
        return any(
            graph.lemma(item) in self.words.bare_sources and not graph.kids(item, "nmod", "compound") for item in heads
        )

    def _nutrients(self, graph: Graph, token: int, form: Form) -> list[Filler]:
        found: list[Filler] = []
        for role in form.nutrient:
            for item in find_role(graph, role, token, self.words):
                if item == token and role != "this":
                    continue
                found.extend(nutrient_fillers(graph, item, self.words))
            if any(filler.mention is not None for filler in found):
                break
        named = [filler for filler in found if filler.mention is not None]
        return named or found

    def _objects(self, graph: Graph, token: int, rule: Rule, form: Form) -> list[Filler]:
        for role in form.object:
            found: list[Filler] = []
            for item in find_role(graph, role, token, self.words):
                if role == "topic":
                    found.append(Filler(item, None, "pronoun"))
                    continue
                itself = role == "self" or (role == "comp" and graph.lemma(item) in rule.object_heads)
                if itself and graph.pos(item) in ("VERB", "ADJ") and graph.mention(item) is None:
                    label: Label = "CONDITION" if "condition" in rule.object_types else "FUNCTION"
                    start, end = graph.parse.starts[item], graph.parse.ends[item]
                    surface = graph.text(start, end)
                    mention = Mention(label, start, end, surface, graph.lemma(item), origin="noun_phrase")
                    found.append(Filler(item, mention, "phrase"))
                    continue
                found.extend(
                    object_fillers(
                        graph, item, self.words, labels=rule.labels, phrases=rule.phrases and role != "inner"
                    )
                )
            if found:
                return found
        return []

    def _claim(self, graph: Graph, sentence: Sentence, reading: Reading) -> Claim:
        nutrient, resolution = self._nutrient_mention(graph, reading.nutrient)
        item = reading.object
        found = item.mention if item is not None else None
        if item is not None and found is None:
            start, end = graph.parse.starts[item.token], graph.parse.ends[item.token]
            label: Label = LABEL_OF[reading.rule.pronoun_type]
            found = Mention(label, start, end, graph.text(start, end), "", origin="pattern")
        start, end = graph.parse.starts[reading.trigger], graph.parse.ends[reading.trigger]
        return Claim(
            sentence=sentence,
            nutrient=nutrient,
            relation=reading.rule.relation,
            object=found,
            trigger=Span(start, end),
            rule_id=reading.rule.id,
            trigger_token=reading.trigger,
            nutrient_state=reading.rule.set_state or reading.nutrient.state,
            resolution=resolution,
            fixed_polarity=reading.rule.negated,
        )

    def _nutrient_mention(self, graph: Graph, filler: Filler) -> tuple[Mention, Resolution]:
        mention = filler.mention
        if mention is not None:
            if filler.kind == "member":
                return mention, "class"
            return mention, "abbreviation" if mention.origin == "abbreviation" else "explicit"
        first = filler.token
        if filler.kind == "ellipsis":
            start = graph.parse.starts[first]
            return Mention("NUTRIENT", start, start, "", "", origin="pattern"), "ellipsis"
        if filler.kind == "definite":
            inside = [item for item in graph.kids(filler.token, "det", "amod", "compound", "nmod:poss") if item < first]
            first = min(inside, default=first)
        start, end = graph.parse.starts[first], graph.parse.ends[filler.token]
        return Mention("NUTRIENT", start, end, graph.text(start, end), "", origin="pattern"), "pronoun"


def _is_bare_phrase(graph: Graph, reading: Reading) -> bool:
    """ "Effects of zinc on acne" as a heading claims nothing; a headline whose verb is left out does."""
    verbs = any(graph.pos(item) in ("VERB", "AUX") for item in range(len(graph)))
    return not verbs and not reading.rule.verbless and not reading.reached


def _lacks_verb(graph: Graph) -> bool:
    """The parse made a noun the root of what has no copula: it took the verb for something else."""
    return any(
        graph.parse.heads[item] == item and graph.pos(item) in ("NOUN", "PROPN") and not graph.kids(item, "cop")
        for item in range(len(graph))
    )


def _is_announced(graph: Graph, reading: Reading) -> bool:
    """ "How it might help" tells what follows, and is a claim in a heading only."""
    before = reading.nutrient.token - 1
    return before >= 0 and graph.parse.words[before].lower() in ("how", "what", "why")


def _with_particle(form: Form, rest: tuple[str, ...]) -> Form:
    """A form whose object may hang on the trigger's particle, as the parse of "brings on heartburn" has it."""
    if "obj" not in form.object or not rest:
        return form
    return replace(form, object=(*form.object, f"prep:{rest[-1]}"))


def _fits(graph: Graph, token: int, form: Form) -> bool:
    if graph.pos(token) not in form.pos:
        return False
    base = graph.base_dep(token)
    return (not form.deps or base in form.deps) and base not in form.not_deps


def _completes(graph: Graph, token: int, rest: tuple[str, ...]) -> bool:
    """The further words of a trigger ("off" of "ward off") stand as its children or right behind it."""
    if not rest:
        return True
    near = {graph.parse.words[item].lower() for item in range(token + 1, min(len(graph), token + 1 + PARTICLE_REACH))}
    near |= {graph.lemma(item) for item in range(token + 1, min(len(graph), token + 1 + PARTICLE_REACH))}
    near |= {graph.parse.words[kid].lower() for kid in graph.children[token]}
    return all(word in near for word in rest)


def _mismatch(graph: Graph, rule: Rule, words: Words, *, nutrient: Filler, item: Filler, trigger: int) -> str:
    """The first condition of a rule that a pair of fillers fails, or ""."""
    if rule.named and nutrient.mention is None and nutrient.kind == "ellipsis":
        return "named"
    if rule.no_pronouns and nutrient.kind in ("pronoun", "definite"):
        return "named"
    if rule.states and nutrient.state not in rule.states:
        return "state"
    if rule.via and not rule.via <= item.via:
        return "via"
    if rule.not_via & item.via:
        return "not_via"
    if nutrient.token == item.token:
        return "same"
    if nutrient.mention is not None and nutrient.mention.subtype in rule.not_nutrient_types:
        return "not_nutrient_types"
    if rule.under and not rule.under & {graph.lemma(above) for above in graph.ancestors(trigger)}:
        return "under"
    if rule.relation in TURNED_BY_LESS and "lower" in item.via and "lower" not in rule.via:
        # "counters the reduced immunity", "causes decreased appetite": less of the object is another thing
        return "via"
    mention = item.mention
    if mention is None:
        return "" if rule.pronouns else "object"
    if nutrient.mention is not None and (mention.start, mention.end) == (nutrient.mention.start, nutrient.mention.end):
        return "same"
    if nutrient.mention is not None and mention.label == "NUTRIENT" and mention.name == nutrient.mention.name:
        return "same"
    if mention.label not in rule.labels:
        return "object"
    if (
        mention.label == "NUTRIENT"
        and "nutrient" not in rule.object_types
        and not (mention.subtype in ("food", "botanical") or graph.last_word(item.token) in words.food_ends)
    ):
        return "object"
    head = graph.lemma(item.token)
    if " " in head:
        head = graph.last_word(item.token)
    if (
        nutrient.mention is not None
        and nutrient.state != "intake"
        and mention.start <= nutrient.mention.start < mention.end
    ):
        return "same"
    if rule.object_prefix and not mention.surface.lower().startswith(tuple(rule.object_prefix)):
        return "object_prefix"
    if rule.not_object_prefix and mention.surface.lower().startswith(tuple(rule.not_object_prefix)):
        return "not_object_prefix"
    if rule.object_heads and head not in rule.object_heads:
        return "object_heads"
    if head in rule.not_object_heads:
        return "not_object_heads"
    return ""


def _most_specific(readings: list[Reading]) -> list[Reading]:
    """One reading for each trigger, nutrient and object: the rule with the most conditions, then the first."""
    best: dict[tuple[int, int, int], Reading] = {}
    for reading in readings:
        key = (reading.trigger, reading.nutrient.token, _object_key(reading))
        other = best.get(key)
        if other is None or _weight(reading.rule) > _weight(other.rule):
            best[key] = reading
    kept: dict[tuple[str, int, int], Reading] = {}
    for reading in best.values():
        nutrient = -1 if reading.nutrient.kind == "ellipsis" else reading.nutrient.token
        kept.setdefault((reading.rule.relation, nutrient, _object_key(reading)), reading)
    return sorted(kept.values(), key=lambda item: (item.trigger, item.nutrient.token, _object_key(item)))


def _object_key(reading: Reading) -> int:
    if reading.object is None:
        return -1
    return reading.object.mention.start * 2 if reading.object.mention else reading.object.token * 2 + 1


def _weight(rule: Rule) -> tuple[int, int]:
    return rule.priority, len(rule.via) + bool(rule.object_heads) + bool(rule.states) + bool(rule.near)
