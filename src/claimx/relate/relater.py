"""Fire the rules on one parsed sentence: find triggers, fill slots, and keep the most specific reading of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeAlias

from claimx.data_files import DataFiles
from claimx.records import Claim, Mention, Parse, Sentence
from claimx.relate.claims import Reading, is_aim, is_stated, make_claim
from claimx.relate.content_frames import load_contents
from claimx.relate.contents import contents
from claimx.relate.fillers import Filler
from claimx.relate.gapped import fill_gaps
from claimx.relate.going_on import trial_before
from claimx.relate.graph import Graph, build_graph
from claimx.relate.listing import list_start
from claimx.relate.mend import mend
from claimx.relate.pair_conditions import failed_on_pair
from claimx.relate.reach import reach_roles
from claimx.relate.reader import Reader
from claimx.relate.rules import Form, Rule, load_rules
from claimx.relate.slots import NO_OBJECT, has_place, slot_nutrients, slot_objects
from claimx.relate.specific import most_specific, without_doers
from claimx.relate.trials import Pair, Trial
from claimx.relate.trigger_conditions import failed_on_trigger
from claimx.relate.words import load_words

# words between a trigger and the particle or preposition that completes it ("ward colds off")
PARTICLE_REACH = 4
# objects of rules that the head of a name may be the trigger of
OF_ITSELF = (("self",), ("copula",), ("copula", "apposed"))


@dataclass(frozen=True, slots=True)
class Trace:
    """Why a rule did or did not fire on a trigger, for `claimx explain`. `failed` is "" when it fired."""

    rule_id: str
    trigger: str
    failed: str
    nutrients: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()


# a reading, or the condition that none came of, and what was found for the slots
Attempt: TypeAlias = tuple[Reading | None, str, Sequence[Filler], Sequence[Filler]]


class Relater:
    """The rules, loaded once; `relate` depends on nothing but its arguments."""

    def __init__(self, data: DataFiles | None = None) -> None:
        data = data or DataFiles()
        self.words = load_words(data)
        self.rules = load_rules(data)
        self.contents = load_contents(data)

    def mend(self, parse: Parse, mentions: Sequence[Mention]) -> Parse:
        """The parse as the rules and all later stages read it: verbs that were taken for modifiers put back."""
        return mend(parse, mentions, words=self.words)

    def relate(self, sentence: Sentence, mentions: Sequence[Mention], parse: Parse, *, text: str) -> list[Claim]:
        """Claims of one sentence in text order. Pronoun subjects give claims whose nutrient has no name yet."""
        said = sentence.text.lower().replace("’", "'")
        if any(cue in said for cue in self.words.announcements):
            return []
        reader = self._open(mentions, parse, text=text, item_at=sentence.start)
        heading = sentence.is_heading
        stated = [reading for reading in self._readings(reader) if is_stated(reading, reader, heading=heading)]
        told = without_doers(most_specific(stated), reader)
        claims = [make_claim(reading, reader, sentence=sentence) for reading in told]
        claims = [claim for claim in claims if not (self._is_said_of_some(claim, claims) or _is_inside(claim, claims))]
        claims += contents(reader, self.contents, claims, sentence=sentence)
        return [claim for claim in fill_gaps(claims, reader) if not _is_member(claim)]

    def aims(
        self, sentence: Sentence, mentions: Sequence[Mention], parse: Parse, *, text: str, asked: bool
    ) -> list[Claim]:
        """What a sentence sets out to see and does not claim; all that it says where the whole is `asked`."""
        reader = self._open(mentions, parse, text=text, item_at=sentence.start)
        aims = [reading for reading in self._readings(reader) if asked or is_aim(reader, reading.trigger)]
        return [make_claim(reading, reader, sentence=sentence) for reading in most_specific(aims)]

    def _is_said_of_some(self, claim: Claim, claims: Sequence[Claim]) -> bool:
        """ "Well tolerated by most people" is one row, and does not say that it is safe for all."""
        return claim.object is None and any(
            other.object is not None
            and (other.trigger, other.nutrient, other.relation) == (claim.trigger, claim.nutrient, claim.relation)
            and other.object.surface.lower() not in self.words.generic_objects - self.words.all_people
            for other in claims
        )

    def explain(self, mentions: Sequence[Mention], parse: Parse, *, text: str) -> list[Trace]:
        """What every rule with a trigger in the sentence made of it."""
        reader = self._open(mentions, parse, text=text)
        return [trace for trial in self._trials(reader) for trace in _traces(trial)]

    def _open(self, mentions: Sequence[Mention], parse: Parse, *, text: str, item_at: int = 0) -> Reader:
        graph = build_graph(parse, [item for item in mentions if item.label != "DOSE"], source=text)
        told = trial_before(text, graph, words=self.words)
        graph = replace(graph, forms=graph.forms | told) if told else graph
        return Reader(graph, self.words, list_start(graph, item_at=item_at))

    def _readings(self, reader: Reader) -> Iterator[Reading]:
        for trial in self._trials(reader):
            if not failed_on_trigger(trial):
                yield from (reading for reading, *_ in _attempts(trial) if reading is not None)

    def _trials(self, reader: Reader) -> Iterator[Trial]:
        graph, words = reader.graph, reader.words
        for token in range(len(graph)):
            named = graph.mention(token, "NUTRIENT")
            if named is not None and named.name not in words.carrier_classes:
                continue
            candidates = self._candidates(graph, token)
            if not candidates or _is_plain_adjective(reader, token):
                continue
            misread = graph.pos(token) == "NOUN" and graph.lemma(token) in words.not_noun_triggers
            misread = misread and not graph.compounded(token)
            near = _words_near(graph, token)
            for rest, rule in candidates:
                if near.issuperset(rest) and not _goes_other_way(reader, token, rest=rest):
                    noun = misread and not (rule.modifiers or rest)
                    yield Trial(reader, rule, token, self.rules.index, self.rules.adjectives, rest, noun)

    def _candidates(self, graph: Graph, token: int) -> list[tuple[tuple[str, ...], Rule]]:
        """The rules with a trigger that begins at a token, and the words that complete the trigger."""
        index, lemma, word = self.rules.index, graph.lemma(token), graph.word(token)
        found = list(index.get(lemma, ()))
        first, *rest = lemma.split()
        if rest:
            # "side effects" is one token where the tagger knows it
            found.extend(((), rule) for needed, rule in index.get(first, ()) if needed == tuple(rest))
        if " " in word and graph.mention(token, "CONDITION") is not None:
            # "allergic reactions" and "inherited disorder" are one token, and its head may be the trigger of a rule
            # about itself, or about what it is said of
            last = index.get(graph.last_word(token), ())
            found.extend(pair for pair in last if any(form.object in OF_ITSELF for form in pair[1].forms))
        found.extend(self._of_compound(graph, token))
        if graph.parse.pos[token] == "ADJ" and word != lemma:
            # "lower" as an adjective has the lemma "low", and may still be the verb
            found.extend(index.get(word, ()))
        return found

    def _of_compound(self, graph: Graph, token: int) -> Sequence[tuple[tuple[str, ...], Rule]]:
        """Rules of an adjective that is a name of its own ("anti-inflammatory"), or of a compound ("-lowering")."""
        word = graph.word(token)
        if graph.mention_of[token] >= 0 and word in self.rules.index:
            return self.rules.index[word] if word != graph.lemma(token) else ()
        return self.rules.index.get(graph.compounded(token), ())


def _is_member(claim: Claim) -> bool:
    """ "Herbs that calm include kava": kava is one of the herbs, and not in them."""
    return claim.relation == "FOUND_IN" and claim.object is not None and claim.object.name in claim.nutrient.classes


def _is_inside(claim: Claim, claims: Sequence[Claim]) -> bool:
    """ "Makes your gums bleed" is one row, and its object all of "gums bleed"."""
    said = (claim.nutrient, claim.nutrient_state, claim.relation)
    return claim.object is not None and any(
        other.object is not None
        and (other.nutrient, other.nutrient_state, other.relation) == said
        and other.object.start <= claim.object.start
        and claim.object.end <= other.object.end
        and len(claim.object.surface) < len(other.object.surface)
        for other in claims
    )


def _is_plain_adjective(reader: Reader, token: int) -> bool:
    """An adjective that would be another thing as a verb: "moderate amounts"."""
    graph, words = reader.graph, reader.words
    if graph.parse.pos[token] != "ADJ" or graph.base_dep(token) != "amod":
        return False
    if graph.word(token) in words.verb_adjectives:
        # "slow growth", but "lower cholesterol" is cholesterol that was lowered
        return graph.parse.tags[token] == "JJ"
    return graph.word(token) in words.not_noun_triggers


def _words_near(graph: Graph, token: int) -> set[str]:
    """Where the further words of a trigger ("off" of "ward off") stand: its children, or right behind it."""
    behind = slice(token + 1, token + 1 + PARTICLE_REACH)
    return {*graph.words[behind], *graph.lemmas[behind], *(graph.word(kid) for kid in graph.children[token])}


def _goes_other_way(reader: Reader, token: int, *, rest: tuple[str, ...]) -> bool:
    """ "Pushes blood pressure up and potassium down" does not push it down."""
    graph, opposite = reader.graph, reader.words.opposite_particles
    if not rest or rest[0] not in opposite:
        return False
    ways = [word for word in graph.words[token + 1 : token + 1 + PARTICLE_REACH] if word in opposite]
    return bool(ways) and ways[0] != rest[0]


def _traces(trial: Trial) -> list[Trace]:
    """What came of each form that fits a trigger."""
    rule, words = trial.rule, trial.reader.graph.parse.words
    trigger, failed = words[trial.trigger], failed_on_trigger(trial)
    if failed:
        return [Trace(rule.id, trigger, failed) for _ in (*_as_parsed(trial), *_by_distance(trial))]
    return [
        Trace(rule.id, trigger, why, *(tuple(words[item.token] for item in slot) for slot in (nutrients, objects)))
        for _, why, nutrients, objects in _attempts(trial, explained=True)
    ]


def _attempts(trial: Trial, *, explained: bool = False) -> list[Attempt]:
    """The slots filled as the parse says, and by distance where nothing comes of that.

    A form with no place for an object is not asked for its nutrients, but where it is to be `explained`.
    """
    found: list[Attempt] = []
    for form in _as_parsed(trial):
        if explained or has_place(trial, form):
            found += _fill(trial, form)
    if any(reading is not None for reading, *_ in found):
        return found
    for form in _by_distance(trial):
        if explained or has_place(trial, form):
            found += _fill(trial, form, reached=True)
    return found


def _as_parsed(trial: Trial) -> list[Form]:
    """The forms that fit the parse."""
    found = [form for form in trial.rule.forms if not trial.misread and _fits(trial, form)]
    if not trial.rest:
        return found
    # the parse hangs the object of "brings on heartburn" on the particle
    on_particle = (f"prep:{trial.rest[-1]}",)
    return [replace(form, object=form.object + on_particle) if "obj" in form.object else form for form in found]


def _fits(trial: Trial, form: Form) -> bool:
    graph, token = trial.reader.graph, trial.trigger
    base = graph.base_dep(token)
    fits = graph.pos(token) in form.pos and (not form.deps or base in form.deps) and base not in form.not_deps
    return fits and not (form.not_kids and graph.kids(token, *form.not_kids))


def _by_distance(trial: Trial) -> list[Form]:
    """A transitive verb read by distance where the parse gave it no arguments or took it for a noun."""
    roles = reach_roles(trial.reader, trial.trigger) if trial.rule.reach else None
    return [Form(frozenset({trial.reader.graph.pos(trial.trigger)}), (roles[0],), (roles[1],))] if roles else []


def _fill(trial: Trial, form: Form, *, reached: bool = False) -> list[Attempt]:
    """Each nutrient with each object, and the condition that a pair fails."""
    nutrients = slot_nutrients(trial, form)
    if not nutrients:
        return [(None, "nutrient", (), ())]
    read = partial(Reading, trial.rule, trial.trigger, reached=reached, words=1 + len(trial.rest))
    if trial.rule.object_types == NO_OBJECT:
        return [(read(item, None), "", (), ()) for item in nutrients]
    objects = slot_objects(trial, form)
    if not objects:
        return [(None, "object", nutrients, ())]
    pairs = ((item, other, failed_on_pair(Pair(trial, item, other))) for item in nutrients for other in objects)
    return [(None if failed else read(item, other), failed, nutrients, objects) for item, other, failed in pairs]
