"""What a study tells without the name of what it tests: "the treatment group", "no change in weight was found"."""

from __future__ import annotations

from collections.abc import Iterable

from claimx.relate.clause_signs import is_passive
from claimx.relate.forms import NOUNS
from claimx.relate.graph import Graph
from claimx.relate.people import is_people
from claimx.relate.phrases import is_extent
from claimx.relate.reader import Reader
from claimx.relate.subjects import holders, surface_subjects


def is_arm(reader: Reader, token: int) -> bool:
    """Those who got what is tested, and not whom they are compared with: "the treatment group", "treated mice"."""
    graph, words = reader.graph, reader.words
    if graph.preposition(token).split(" ")[0] in words.comparing_words:
        return False
    marks = {form for kid in graph.kids(token, "amod", "compound") for form in (graph.word(kid), graph.lemma(kid))}
    if marks & words.negators or any(graph.mention(kid, "DRUG") for kid in graph.kids(token, "amod", "compound")):
        return False
    if graph.lemma(token) in words.group_nouns:
        return bool(marks & words.arm_words)
    return is_people(reader, token) and bool(marks & words.treated_words)


def groups(reader: Reader, trigger: int) -> list[int]:
    """What the people took in whom it was seen: "was observed in the zinc group", "among those taking zinc"."""
    graph, words = reader.graph, reader.words
    found: list[int] = []
    # "blood pressure in the zinc group fell"
    inside = {item for doer in surface_subjects(reader, trigger) if doer < trigger for item in graph.subtree(doer)}
    for item in range(len(graph)):
        if item <= trigger and item not in inside:
            continue
        part = graph.head(item)
        # "by 12 percent of those taking zinc"
        shared = (
            (graph.lemma(part) in words.share_nouns or graph.parse.tags[part] == "CD")
            and part > trigger
            and graph.preposition(item) in words.genitive_prepositions
        )
        if graph.preposition(item) not in words.group_prepositions and not shared:
            continue
        if any(graph.lemma(kid) in words.group_nouns for kid in graph.kids(item, "conj")):
            # "between the zinc and placebo groups", taken for zinc and groups
            found.append(item)
        if graph.lemma(item) in words.group_nouns:
            found.extend([item] if is_arm(reader, item) else graph.kids(item, "compound", "amod"))
        people = graph.lemma(item) in words.group_nouns | words.population_heads
        if people or graph.word(item) in words.plural_pointers:
            # "in 12 people on zinc"
            told_by = [kid for kid in graph.kids(item, "nmod") if graph.preposition(kid) in words.taking_prepositions]
            found.extend(graph.kids(item, "acl") + told_by)
    return found


def studied(reader: Reader, trigger: int) -> list[int]:
    """What a study that the sentence names gave: "a trial of zinc found no effect", "in a study of zinc, colds"."""
    graph, words = reader.graph, reader.words
    nouns = [item for item in range(trigger) if graph.lemma(item) in words.study_nouns]
    found: list[int] = []
    for noun in nouns:
        inside = graph.subtree(noun)
        if trigger not in inside and _reports(reader, noun, trigger=trigger):
            named = [item for item in inside if item in graph.head_of and graph.mention(item, "NUTRIENT") is not None]
            # "a trial of 30 mg a day", of what was spoken of
            found.extend(named or [item for item in inside if graph.is_dose(item)][:1])
    return found if found and _is_free(reader, trigger) else []


def outcome(reader: Reader, trigger: int) -> list[int]:
    """The trigger itself, where it tells in the past what a study saw and names nothing that brought it about."""
    graph, words = reader.graph, reader.words
    told = not graph.forms.isdisjoint(words.study_words | words.outcome_words)
    told = told or graph.phrase_of(trigger) in words.side_effects
    told = told and names_no_cause(reader, trigger) and not is_at_start(reader) and not _tells_who(reader, trigger)
    return [trigger] if told and _is_free(reader, trigger) else []


def outcome_compared(reader: Reader, trigger: int) -> list[int]:
    """The same, where it says whom they are compared with, who is in the study or who saw it, or nothing of a study.

    Then the sentences before must tell of it.
    """
    graph, words = reader.graph, reader.words
    alone = graph.forms.isdisjoint(words.study_words - words.measuring_words)
    seen = (
        alone
        or not graph.forms.isdisjoint(words.rival_words)
        or _joins_finding(reader, trigger)
        or any(
            graph.lemma(above) in words.reporting_verbs
            and any(_is_of_study(reader, kid) for kid in graph.kids(above, "nsubj"))
            for above in graph.ancestors(trigger)
        )
    )
    return outcome(reader, trigger) if seen else []


def _joins_finding(reader: Reader, trigger: int) -> bool:
    """ "No change was seen in pain, but weight was lower": beside what was seen stands what was seen too."""
    graph, first = reader.graph, reader.graph.first_conjunct(trigger)
    return first != trigger and graph.lemma(first) in reader.words.reporting_verbs and is_passive(graph, first)


def _reports(reader: Reader, noun: int, *, trigger: int) -> bool:
    """The study found what the trigger tells, or it was seen in it."""
    graph, words = reader.graph, reader.words
    verb = graph.head(noun)
    if verb != trigger and verb not in graph.ancestors(trigger):
        return False
    if graph.base_dep(noun) == "nsubj":
        # "failed to show any effect"
        told = {graph.lemma(item) for item in (verb, *graph.kids(verb, "xcomp"))}
        return bool(told & words.reporting_verbs) and not is_passive(graph, verb)
    return graph.preposition(noun) in words.group_prepositions


def _is_free(reader: Reader, trigger: int) -> bool:
    """Nothing but the study has a part in it, and it was not seen in those that others are compared with."""
    graph = reader.graph
    if graph.is_nominal(trigger) or graph.pos(trigger) in NOUNS:
        others = {trigger, *_tied_to(reader, trigger)}
        doers = [owner for owner in holders(reader, trigger) if owner not in others] or _observers(reader, trigger)
        free = all(_is_of_study(reader, owner) for owner in doers)
    else:
        doers = surface_subjects(reader, trigger)
        reports = graph.lemma(trigger) in reader.words.reporting_verbs
        free = reports or is_passive(graph, trigger) or not graph.kids(trigger, "obj")
    beside = [kid for item in (trigger, graph.head(trigger)) for kid in graph.kids(item, "obl", "nmod", "advcl")]
    held = [*doers, *beside, *_clause_behind(reader, trigger)]
    return free and not any(_is_cause(reader, kid) for kid in beside) and not of_rivals(reader, held)


def _tied_to(reader: Reader, noun: int) -> list[int]:
    """What a link is with: "no link with stroke"."""
    graph = reader.graph
    beside = graph.kids(noun, "nmod") + graph.kids(graph.head(noun), "obl")
    named = [kid for kid in beside if graph.mention(kid, "CONDITION", "FUNCTION") is not None]
    return [kid for kid in named if graph.preposition(kid) in reader.words.tied_prepositions]


def some_of_study(reader: Reader, trigger: int) -> list[int]:
    """The same, of what befell a few of those in a study: "some volunteers complained of"."""
    graph, words = reader.graph, reader.words
    if not is_past(graph, trigger) or not names_no_cause(reader, trigger) or is_at_start(reader):
        return []
    doers = [item for kid in graph.kids(trigger, "nsubj") for item in graph.subtree(kid)]
    few = any(graph.parse.tags[item] == "CD" or graph.lemma(item) in words.quantifiers for item in doers)
    none = any(graph.word(item) in words.none_words for item in doers)
    of_study = none or any(graph.word(item) in words.rival_words or is_people(reader, item) for item in doers)
    return [trigger] if (few or none) and of_study and not of_rivals(reader, doers) else []


def is_at_start(reader: Reader) -> bool:
    """ "At the start of the trial": nothing was given yet."""
    graph, words = reader.graph, reader.words
    return any(
        graph.lemma(item) in words.start_nouns and graph.preposition(item) in words.start_prepositions
        for item in range(len(graph))
    )


def _tells_who(reader: Reader, trigger: int) -> bool:
    """ "Stronger in women whose blood pressure was normal": who they are, and not what became of them."""
    graph = reader.graph
    clauses = [item for item in (trigger, *graph.ancestors(trigger)) if graph.dep(item) == "acl:relcl"]
    return any(is_people(reader, graph.head(clause)) for clause in clauses)


def names_no_cause(reader: Reader, trigger: int) -> bool:
    """A past tense, and no nutrient or drug in the trigger's clause."""
    graph = reader.graph
    top = trigger
    while graph.base_dep(top) not in ("root", "conj", "parataxis") or graph.is_nominal(top):
        if graph.head(top) == top or graph.has_kid(top, "mark", among=reader.words.gap_joiners):
            # "a review found a drop, while another found no effect"
            break
        top = graph.head(top)
    inside = graph.subtree(top)
    for other in graph.kids(top, "conj", "parataxis"):
        if other > trigger and graph.pos(other) in ("VERB", "AUX", "ADJ"):
            inside = sorted(set(inside) - set(graph.subtree(other)))
    named = any(graph.mention(item, "NUTRIENT", "DRUG") is not None for item in inside)
    return not named and any(is_past(graph, item) for item in range(len(graph)))


def _observers(reader: Reader, noun: int) -> list[int]:
    """Who saw it: "researchers found no change"."""
    graph = reader.graph
    above = graph.head(noun)
    return graph.kids(above, "nsubj") if graph.base_dep(noun) == "obj" and not graph.kids(above, "expl") else []


def _clause_behind(reader: Reader, trigger: int) -> list[int]:
    """What stands behind the trigger in its clause, and not in what others are compared with."""
    graph, words = reader.graph, reader.words
    found: list[int] = []
    for token in range(trigger + 1, len(graph)):
        if graph.base_dep(token) in ("nsubj", "csubj"):
            break
        above = [item for item in graph.ancestors(token) if item > trigger]
        if not any(words.comparing_prepositions & set(graph.preposition(item).split()) for item in above):
            found.append(token)
    return found


def is_past(graph: Graph, token: int) -> bool:
    """A past form; where nothing helps it, a participle is one too."""
    tag = graph.parse.tags[token]
    return tag == "VBD" or (tag == "VBN" and graph.head(token) == token and not graph.kids(token, "aux"))


def _is_of_study(reader: Reader, token: int) -> bool:
    graph, words = reader.graph, reader.words
    named = {graph.lemma(token), graph.word(token), graph.last_word(token)}
    if graph.word(token) in words.expletives:
        # "it did find"
        return graph.lemma(graph.head(token)) in words.finding_verbs
    if named & words.later_studies and graph.base_dep(token) == "nsubj":
        # "one review found a drop, another found no effect"
        return graph.lemma(graph.head(token)) in words.reporting_verbs
    return is_people(reader, token) or bool(named & (words.bystanders | words.persons | words.study_words))


def of_rivals(reader: Reader, tokens: Iterable[int]) -> bool:
    """One of them stands for those who did not get it, and not only for whom others are compared with."""
    graph, words = reader.graph, reader.words
    for token in tokens:
        inside = [token, *graph.kids(token, "compound", "amod", "nmod", "acl")]
        preposition = graph.preposition(token)
        held = preposition in words.held_prepositions if preposition else graph.base_dep(token) == "nsubj"
        if held and any(graph.word(item) in words.control_words for item in inside):
            return True
    return False


def _is_cause(reader: Reader, token: int) -> bool:
    """ "Fell with exercise", "after surgery": something else that brings it about."""
    graph, words = reader.graph, reader.words
    if not set(graph.preposition(token).split()) & words.causing_prepositions:
        return False
    of_what = graph.preposition(token) in words.origin_prepositions | words.tied_prepositions
    if of_what and (graph.lemma(token) in words.any_causes or graph.mention(token, "CONDITION", "FUNCTION")):
        # "death from any cause", "no link with stroke"
        return False
    below = graph.subtree(token)
    inside = {form for item in below for form in (graph.lemma(item), graph.word(item))}
    if graph.preposition(token) in words.means_prepositions and any(graph.parse.tags[item] == "CD" for item in below):
        # "by an average of 5 points"
        return False
    return not (
        graph.is_amount(token)
        or is_extent(graph, token)
        or inside & (words.measures | words.study_words | words.group_nouns)
    )
