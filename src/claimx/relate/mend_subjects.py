"""Subjects that a parser hung on the wrong word, or took for something else."""

from __future__ import annotations

from claimx.relate.draft import Draft
from claimx.relate.forms import FINITE, NOMINAL, NOUNS, PARTING

# how a clause hangs that a parser joined to the verb before it
JOINED = ("conj", "xcomp", "ccomp", "parataxis", "advcl")
# labels of a name that a parser hung on the verb beside what it is said to be
NAME_AHEAD = ("vocative", "dislocated", "discourse", "nsubj", "dep", "obl:unmarked")


def raise_subject(draft: Draft, token: int) -> None:
    """ "Eating fish twice a week may help": a subject hung on an adverb belongs to the verb."""
    above = draft.heads[token]
    if draft.pos[above] != "ADV":
        return
    verb = draft.heads[above]
    has_own = any(draft.deps[kid].startswith(("nsubj", "csubj")) for kid in draft.kids(verb))
    if verb not in (above, token) and draft.pos[verb] == "VERB" and verb > token and not has_own:
        draft.heads[token] = verb


def lift_name(draft: Draft, token: int) -> None:
    """ "Zinc, a metal of many uses, is": the name before the comma is the subject, not what it is said to be."""
    verb = draft.heads[token]
    name = draft.heads[verb]
    first, last = draft.first_word(token), draft.span(token)[1]
    called = first >= 2 and draft.deps[first - 2] in NAME_AHEAD and draft.heads[first - 2] == verb
    apart = draft.word(first - 1) == "," and "," in (draft.word(last), draft.word(last + 1))
    # "yes, the mineral can", "every day, the herb is" name nothing
    if called and apart and draft.pos[first - 2] in NOMINAL and draft.word(first) in draft.words.articles:
        draft.heads[token], draft.deps[token] = first - 2, "appos"
        draft.deps[first - 2] = "nsubj"
        return
    held = draft.heads[name] == name != verb and draft.deps[verb] in (
        "appos",
        "conj",
        "acl:relcl",
        "parataxis",
        "ccomp",
    )
    set_off = name < first and apart and last + 1 < verb
    if held and set_off and draft.word(first) in draft.words.articles and draft.pos[name] in NOMINAL:
        draft.heads[verb], draft.deps[verb] = verb, "root"
        draft.heads[name], draft.deps[name] = verb, "nsubj"
        draft.heads[token], draft.deps[token] = name, "appos"


def free_label(draft: Draft, token: int) -> None:
    """ "Oats – beta-glucan lowers cholesterol": what a dash or colon parts from the subject only tells where it is."""
    verb = draft.heads[token]
    others = [kid for kid in draft.kids(verb) if draft.deps[kid].startswith("nsubj") and token < kid < verb]
    if not others or not {token, others[0]} <= draft.covered:
        return
    marks = [item for item in range(token + 1, verb) if draft.word(item) in PARTING]
    alone = len(marks) == 1 and marks[0] < others[0]
    if alone and token not in draft.heads[marks[0] + 1 : verb]:
        draft.deps[token] = "dislocated"


def make_subject(draft: Draft, token: int) -> None:
    """ "Eating fruit is linked to": a gerund that nothing divides from a verb without a subject is its subject."""
    being = any(draft.deps[kid] == "cop" and draft.tags[kid] == "VBG" for kid in draft.kids(token))
    if draft.tags[token] != "VBG" and not being:
        return
    verb = draft.heads[token]
    kids = draft.kids(verb)
    helpers = [kid for kid in kids if draft.deps[kid] in ("aux", "aux:pass", "cop") and kid > token]
    first, last = min([verb, *helpers]), draft.span(token)[1]
    if last >= first or any(draft.deps[kid].startswith(("nsubj", "csubj")) for kid in kids):
        return
    marked = any(draft.deps[kid] in ("mark", "case") for kid in draft.kids(token))
    divided = any(draft.pos[item] == "PUNCT" for item in range(last, first))
    finite = helpers or draft.tags[verb] in FINITE
    if finite and not marked and not divided:
        draft.deps[token] = "csubj"


def name_store(draft: Draft, token: int) -> None:
    """ "Low iron stores can leave you tired", "iron pills may": what there is of a nutrient, taken for a verb."""
    inner, words = token - 1, draft.words
    swallowed = draft.deps[token] == "nsubj" and draft.word(token) in words.pill_nouns | words.supplement_words
    stored = draft.pos[token] == "VERB" and (swallowed or draft.lemmas[token] in words.bare_stores)
    if not stored or inner not in draft.covered or draft.heads[inner] != token:
        return
    if draft.deps[token] == "nmod" and draft.deps[inner] == "compound":
        # "women with low iron stores"
        draft.pos[token], draft.tags[token] = "NOUN", "NNS"
    if draft.deps[inner] != "nsubj":
        return
    verb = token if draft.deps[token] == "nsubj" else _verb_of_store(draft, token)
    if verb is None:
        return
    draft.pos[token], draft.tags[token], draft.deps[inner] = "NOUN", "NNS", "compound"
    if verb == token:
        return
    draft.take_place(verb, of=token)
    first = draft.span(inner)[0]
    for kid in draft.kids(token):
        if kid != inner and (kid < first or kid > token):
            draft.heads[kid] = verb
    draft.heads[token], draft.deps[token] = verb, "nsubj"
    draft.pos[verb] = "VERB"


def name_carrier(draft: Draft, token: int) -> None:
    """ "Meeting your zinc needs", "zinc use may": what is taken for a verb behind the name that it holds."""
    name = token - 1
    named = name in draft.covered and draft.heads[name] == token and draft.deps[name] == "compound"
    if draft.pos[token] != "VERB" or not named or draft.lemmas[token] not in draft.words.carriers:
        return
    if not any(draft.deps[kid].startswith(("nsubj", "obj", "aux", "cop", "mark")) for kid in draft.kids(token)):
        draft.pos[token], draft.tags[token] = "NOUN", "NNS" if draft.word(token).endswith("s") else "NN"


def name_intakes(draft: Draft, token: int) -> None:
    """ "People with higher zinc intakes had": what they have, taken for the verb or a part of it."""
    name = token - 1
    if draft.word(token) not in draft.words.never_verbs or draft.pos[token] not in ("VERB", "AUX"):
        return
    people = draft.heads[name] if name in draft.covered and draft.deps[name] == "nmod" else token
    behind = (kid for kid in draft.kids(token) if kid > token and draft.deps[kid] in JOINED)
    verb = draft.heads[token] if draft.deps[token] == "nsubj" else next(behind, token)
    if verb <= token or draft.heads[people] != token or not draft.deps[people].startswith("nsubj"):
        return
    if draft.deps[token] != "nsubj":
        draft.take_place(verb, of=token)
    for kid in draft.kids(token):
        if kid != verb:
            draft.heads[kid] = verb
    for kid in draft.kids(name):
        draft.heads[kid] = token
    draft.heads[token], draft.deps[token], draft.pos[token], draft.tags[token] = people, "nmod", "NOUN", "NNS"
    draft.heads[name], draft.deps[name] = token, "compound"
    draft.lemmas[token] = draft.word(token).removesuffix("s")


def join_carrier(draft: Draft, token: int) -> None:
    """ "Have linked zinc use to": a noun of what is taken, parted from the name that it holds."""
    name, verb = token - 1, draft.heads[token]
    held = name in draft.covered and draft.heads[name] == verb and draft.deps[name] == "obj"
    if held and draft.pos[token] in NOUNS and draft.lemmas[token] in draft.words.bare_carriers:
        draft.deps[token], draft.heads[name], draft.deps[name] = "obj", token, "compound"


def _verb_of_store(draft: Draft, token: int) -> int | None:
    """The verb right behind, past adverbs and auxiliaries, that has no subject of its own."""
    verb = _behind_adverbs(draft, token)
    if verb is None or draft.word(token + 1) == ",":
        return None
    # "as stores fall", where the verb was taken for the object
    moves = draft.word(verb) in draft.words.moving_verbs and draft.deps[verb] == "obj"
    own = any(draft.deps[kid].startswith("nsubj") for kid in draft.kids(verb))
    return verb if moves or (draft.pos[verb] == "VERB" and not own) else None


def _behind_adverbs(draft: Draft, token: int) -> int | None:
    """The next token that is neither adverb nor auxiliary."""
    behind = range(token + 1, len(draft.pos))
    return next((item for item in behind if draft.pos[item] not in ("ADV", "AUX")), None)


def restore_noun(draft: Draft, token: int) -> None:
    """ "Side effects are vomiting and fatigue": a symptom that was taken for what somebody is doing.

    "Oats lower LDL": a name that was taken for the verb, before the verb. "There were slightly more cases of gout".
    """
    if draft.pos[token] == "VERB" and draft.word(token) in draft.words.case_nouns:
        _restore_cases(draft, token)
    if draft.pos[token] == "VERB" and draft.word(token) in draft.words.intake_plurals:
        _restore_intakes(draft, token)
    named = draft.deps[token].startswith("nsubj") and draft.word(token) in draft.words.plural_carriers
    if named and draft.pos[token] in ("VERB", "PROPN"):
        # "high intakes may harm"
        draft.pos[token], draft.tags[token], draft.lemmas[token] = "NOUN", "NNS", draft.word(token)[:-1]
        return
    if token not in draft.covered or draft.pos[token] != "VERB":
        return
    kids = draft.kids(token)
    if token == 0 and draft.deps[1] in ("amod", "compound") and draft.deps[draft.heads[1]] == "obj":
        draft.pos[token], draft.tags[token] = "NOUN", "NNS"
        return
    if draft.tags[token] != "VBG":
        return
    helpers = [kid for kid in kids if draft.deps[kid] == "aux"]
    if len(helpers) != 1 or draft.lemmas[helpers[0]] != "be" or any(draft.deps[kid] in ("obj", "obl") for kid in kids):
        return
    draft.deps[helpers[0]] = "cop"
    draft.pos[token], draft.tags[token] = "NOUN", "NN"


def _restore_cases(draft: Draft, token: int) -> None:
    many = token - 1
    if (
        many < 0
        or draft.heads[many] != token
        or draft.word(many) not in draft.words.more_words | draft.words.less_words
    ):
        return
    draft.pos[token], draft.tags[token], draft.deps[many] = "NOUN", "NNS", "amod"
    for kid in draft.kids(token):
        draft.deps[kid] = "nmod" if draft.deps[kid] == "obl" else draft.deps[kid]


def _restore_intakes(draft: Draft, token: int) -> None:
    """ "Tied higher magnesium intakes to lower rates": what is taken in, and no act of anybody."""
    eaten = token - 1
    verb = draft.heads[eaten]
    if eaten not in draft.eaten or draft.heads[token] != verb or draft.deps[eaten] != "obj" or verb > eaten:
        return
    for kid in draft.kids(token):
        draft.heads[kid] = verb
    for kid in draft.kids(eaten):
        draft.heads[kid] = token
    draft.pos[token], draft.tags[token], draft.deps[token] = "NOUN", "NNS", "obj"
    draft.heads[eaten], draft.deps[eaten] = token, "compound"


def restore_change(draft: Draft, token: int) -> None:
    """ "Led to a rise in HDL and decreases in LDL": a change taken for a verb, after another or at the start."""
    words = draft.words
    subject = token == 0 and draft.deps[token].startswith("nsubj") and draft.pos[token] == "VERB"
    if subject and draft.lemmas[token] in words.moving_verbs and draft.word(1) in words.changed_prepositions:
        # "Rises in HDL were found"
        draft.pos[token], draft.tags[token] = "NOUN", "NNS"
        return
    if draft.tags[token] != "VBZ" or draft.lemmas[token] not in words.moving_verbs or draft.deps[token] != "conj":
        return
    behind = draft.word(token + 1) in words.changed_prepositions if token + 1 < len(draft.deps) else False
    if not behind or any(draft.deps[kid] in ("nsubj", "nsubj:pass", "obj", "aux") for kid in draft.kids(token)):
        return
    before = [
        item for item in range(token - 1) if draft.pos[item] == "NOUN" and draft.lemmas[item] in words.moving_verbs
    ]
    if before:
        draft.heads[token] = before[-1]
        draft.pos[token], draft.tags[token] = "NOUN", "NNS"


def raise_change(draft: Draft, token: int) -> None:
    """ "The risk of gout doubled in men who": a change in the past, taken for a part of what it is told of."""
    noun = draft.heads[token]
    risk = draft.heads[noun] if draft.deps[noun] == "nmod" else noun
    alone = draft.heads[risk] == risk and draft.pos[risk] == "NOUN" and risk < noun < token
    changes = draft.lemmas[token] in draft.words.moving_verbs and draft.tags[token] in ("VBD", "VBN")
    done = any(draft.deps[kid] in ("obj", "aux", "aux:pass") for kid in draft.kids(token))
    by = any(draft.word(kid) in draft.words.agent_prepositions for obl in draft.kids(token) for kid in draft.kids(obl))
    if not (alone and changes and draft.lemmas[risk] in draft.words.risk_nouns) or done or by:
        return
    draft.heads[token], draft.deps[token], draft.tags[token] = token, "root", "VBD"
    draft.heads[risk], draft.deps[risk] = token, "nsubj"


def free_subject(draft: Draft, token: int) -> None:
    """ "In a German trial 600 mg of magnesium cut migraines": what follows a place without a comma does the act."""
    place = draft.heads[token]
    verb = draft.heads[place]
    finite = draft.pos[verb] == "VERB" and draft.tags[verb] in FINITE and draft.deps[place] == "obl"
    if token not in draft.covered or not place < token < verb or not finite:
        return
    if not any(draft.deps[kid].startswith(("nsubj", "csubj")) for kid in draft.kids(verb)):
        draft.heads[token], draft.deps[token] = verb, "nsubj"


def free_owned(draft: Draft, token: int) -> None:
    """ "When supplementing with zinc their skin improved": what follows a clause with no comma is not its object."""
    clause = draft.heads[token]
    verb, first = draft.heads[clause], draft.span(token)[0]
    owned = any(draft.deps[kid] == "nmod:poss" and kid == first for kid in draft.kids(token))
    taken = any(draft.deps[kid] in ("obj", "obl") and clause < kid < first for kid in draft.kids(clause))
    told = draft.deps[clause] == "advcl" and draft.tags[verb] in (*FINITE, "VBN")
    follows = told and draft.span(token)[1] + 1 == verb
    if owned and taken and follows and not any(draft.deps[kid].startswith("nsubj") for kid in draft.kids(verb)):
        draft.heads[token], draft.deps[token] = verb, "nsubj"


def name_doer(draft: Draft, token: int) -> None:
    """ "Thyme loosens phlegm": a name taken for a part of the verb's."""
    verb = draft.heads[token]
    if token not in draft.eaten or draft.pos[verb] != "VERB" or draft.tags[verb] not in FINITE or token > verb:
        return
    held = {draft.deps[kid].split(":")[0] for kid in draft.kids(verb)}
    if "obj" in held and not held & {"nsubj", "csubj"}:
        draft.deps[token] = "nsubj"


def give_subject(draft: Draft, token: int) -> None:
    """ "Iron feeds the blood, and vitamin D guards bones": a name behind "and" taken for a second object does the act.

    Nothing but what belongs to it ("protein in beans builds"), adverbs and auxiliaries stands between it and a finite
    verb that has no subject of its own.
    """
    verb, start = _finite_behind(draft, _end_of_phrase(draft, token)), _first_joined(draft, token)
    told = _told_between(draft, token) if verb is None else None
    verb = draft.heads[told] if told is not None else verb
    if verb is None or start is None or token not in draft.covered or draft.pos[token] not in NOMINAL:
        return
    above, held = draft.heads[verb], draft.heads[token]
    # "eases pain, and blood pressure dropped", where the drop was taken for one of the pressure
    set_beside = draft.deps[verb] == "acl" and draft.tags[verb] == "VBD" and above in (token, held)
    above = draft.heads[held] if set_beside else above
    own = any(draft.deps[kid].startswith(("nsubj", "csubj")) or draft.deps[kid] == "mark" for kid in draft.kids(verb))
    # "helps nerves and muscles work"
    own = own or (draft.deps[verb] in ("xcomp", "ccomp") and draft.lemmas[above] in draft.words.causative_verbs)
    # "strokes were rarer in the fish oil group and deaths fell", "diarrhea was shorter and vomiting stopped"
    beside = draft.pos[above] == "ADJ" and draft.tags[verb] == "VBD"
    # "tyrosine is the raw material for dopamine, and calcium latches on", but not "fever, chills and fits follow"
    parted = draft.word(start - 2) == "," and any(draft.deps[kid] == "cop" for kid in draft.kids(above))
    said = beside or parted or draft.pos[above] in ("VERB", "AUX")
    if own or not said or not (above < held < token or (beside and above == held)):
        return
    if draft.deps[verb] not in JOINED and not set_beside:
        return
    first = _first_behind_break(draft, token)
    if first == token and not _agrees(draft, token, verb=verb):
        other = _other_subject(draft, token, start=start)
        if other is None:
            return
        first, start = other
    for kid in draft.kids(held):
        if first < kid <= token and draft.deps[kid] == "conj":
            draft.heads[kid] = first
    for kid in draft.kids(first):
        if draft.deps[kid] in ("cc", "punct") and kid < start:
            draft.heads[kid] = verb
    draft.heads[first], draft.deps[first], draft.deps[verb] = verb, "nsubj", "conj"
    draft.heads[verb] = above
    if told is not None:
        draft.heads[told], draft.deps[told] = token, "nmod"


def _told_between(draft: Draft, token: int) -> int | None:
    """ "And deaths from any cause fell": what tells which, between a noun and its verb, hung on the verb."""
    case = token + 1
    if draft.pos[case] != "ADP":
        return None
    told = draft.heads[case]
    verb = draft.heads[told]
    held = told > case and draft.deps[told] == "obl" and draft.span(told) == (case, verb - 1)
    return told if held and draft.pos[verb] == "VERB" and draft.tags[verb] in FINITE else None


def _end_of_phrase(draft: Draft, token: int) -> int:
    """The last token of a name and of what tells more of it, with the comma that ends such an aside."""
    last = draft.span(token)[1]
    set_off = "," in draft.parse.words[token + 1 : last + 1] and "," in draft.parse.words[last + 1 : last + 2]
    return last + 1 if set_off else last


def _finite_behind(draft: Draft, token: int) -> int | None:
    """The finite verb right behind a noun, past its adverbs and auxiliaries."""
    verb = _behind_adverbs(draft, token)
    if verb is None or draft.pos[verb] != "VERB":
        return None
    return verb if draft.tags[verb] in FINITE or draft.pos[verb - 1] == "AUX" else None


def _agrees(draft: Draft, token: int, *, verb: int) -> bool:
    plural = draft.tags[token] in ("NNS", "NNPS")
    helped = any(draft.pos[item] == "AUX" for item in range(token + 1, verb))
    return helped or draft.tags[verb] == "VBD" or plural is (draft.tags[verb] == "VBP")


def _first_behind_break(draft: Draft, token: int) -> int:
    """ "Found in fish; oats, nuts and seeds contain": the first name behind the semicolon that parts two lists."""
    held = draft.heads[token]
    breaks = [item for item in range(held + 1, token) if draft.word(item) == ";"]
    return min((kid for kid in draft.kids(held) if breaks and breaks[-1] < kid <= token), default=token)


def _other_subject(draft: Draft, token: int, *, start: int) -> tuple[int, int] | None:
    """ "Zinc boosts immunity and selenium and iron protect cells": the first of two that act, and where it begins."""
    beside = (kid for kid in draft.kids(draft.heads[token]) if kid < token and draft.span(kid)[1] == start - 2)
    other = next(beside, None)
    first = None if other is None or other not in draft.covered else _first_joined(draft, other)
    return None if other is None or first is None else (other, first)


def _first_joined(draft: Draft, token: int) -> int | None:
    """Where the phrase of a noun begins, if "and" or the like stands before it."""
    start = draft.span(token)[0]
    while start < token and draft.pos[start] in ("PUNCT", "CCONJ"):
        start += 1
    return start if draft.deps[token] == "conj" and draft.pos[start - 1] == "CCONJ" else None


def name_actor(draft: Draft, token: int) -> None:
    """ "Potassium iodide cuts the risk": a name taken for an adverb right before the verb that nobody else does."""
    verb = draft.heads[token]
    names = token in draft.covered and draft.pos[token] in NOUNS and verb == token + 1
    if names and draft.tags[verb] in FINITE and not any("subj" in draft.deps[kid] for kid in draft.kids(verb)):
        draft.deps[token] = "nsubj"
