"""Clauses about a noun ("adults who drank tea") that a parser hung on another one, or joined to what is said of it."""

from __future__ import annotations

from claimx.relate.draft import Draft
from claimx.relate.forms import FINITE, NOMINAL


def raise_relative(draft: Draft, token: int) -> None:
    """ "A compound in garlic that lowers it": the clause is the compound's, not the garlic's, where it may be."""
    food = draft.heads[token]
    above = draft.heads[food]
    if draft.deps[food] == "obl" and draft.deps[above] == "acl":
        # "a nutrient found in oranges that"
        above = draft.heads[above]
    elif draft.deps[food] != "nmod":
        return
    cases = set(draft.openers(food, "case"))
    relative = any(draft.word(kid) in draft.words.relative_pronouns for kid in draft.kids(token))
    helped = {draft.tags[kid] for kid in draft.kids(token) if draft.deps[kid] == "aux"}
    plural = "VBP" in helped or draft.tags[token] == "VBP"
    if not relative or plural or not cases & draft.words.place_prepositions or food not in draft.covered:
        return
    if draft.lemmas[above].split()[-1].removesuffix("s") in draft.words.definite_nouns and above < food:
        draft.heads[token] = above


def end_relative(draft: Draft, token: int) -> None:
    """ "Adults who drank tea slept better": the second verb is what the adults did, and not what they drank it for."""
    first = draft.heads[token]
    noun = draft.heads[first]
    parted = draft.deps[first] == "acl:relcl" and draft.heads[noun] == noun and first < token
    opened = any(draft.deps[kid] in ("mark", "aux", "nsubj") for kid in draft.kids(token))
    if not parted or opened or draft.tags[token] not in FINITE or draft.pos[noun] not in NOMINAL:
        return
    behind = [kid for kid in draft.kids(first) + draft.kids(noun) if kid > token]
    for kid in behind:
        draft.heads[kid] = token
    draft.heads[token], draft.deps[token] = token, "root"
    draft.heads[noun], draft.deps[noun] = token, "nsubj"


def continue_relative(draft: Draft, token: int) -> None:
    """ "Zinc, which is thought to ease colds and may help sleep": what the clause goes on with, hung on the noun."""
    noun = draft.heads[token]
    clauses = [kid for kid in draft.kids(noun) if draft.deps[kid] == "acl:relcl" and noun < kid < token]
    own = any(draft.deps[kid].startswith("nsubj") for kid in draft.kids(token))
    joined = any(draft.deps[kid] == "cc" for kid in draft.kids(token))
    if draft.pos[token] == "VERB" and draft.pos[noun] in NOMINAL and clauses and joined and not own:
        draft.heads[token] = clauses[-1]


def open_relative(draft: Draft, token: int) -> None:
    """ "People who swap butter for oil": the verb behind "who" that was taken for a part of its object."""
    verb = token + 1
    noun = draft.heads[verb]
    personal = draft.word(token) in draft.words.relative_pronouns & draft.words.persons
    if not personal or draft.heads[token] not in (verb, noun):
        return
    if draft.deps[verb] != "compound" or noun <= verb or draft.heads[noun] >= token or verb in draft.covered:
        return
    draft.heads[token] = verb
    draft.heads[verb], draft.deps[verb] = draft.heads[noun], "acl:relcl"
    draft.heads[noun], draft.deps[noun] = verb, "obj"
    draft.pos[verb], draft.tags[verb] = "VERB", "VBP"


def part_relative(draft: Draft, token: int) -> None:
    """ "A mineral the body needs": what the article stands before was taken for a part of the doer behind it."""
    doer = draft.heads[token]
    article = next((kid for kid in draft.kids(doer) if kid < token and draft.deps[kid] == "det"), -1)
    single = draft.word(article) in draft.words.articles - draft.words.definite_articles if article >= 0 else False
    if not single or draft.lemmas[token].split()[-1].removesuffix("s") not in draft.words.definite_nouns:
        return
    verb = _verb_of(draft, doer)
    if verb is None or not _is_set_off(draft, token, doer):
        return
    for kid in draft.kids(doer) + draft.kids(verb):
        if kid < token and kid != doer:
            draft.heads[kid] = token
    if draft.deps[doer] == "appos":
        draft.heads[token], draft.deps[token] = draft.heads[doer], "appos"
    elif draft.heads[verb] == verb:
        draft.heads[token], draft.deps[token] = token, "root"
    elif draft.word(article - 1) == "," and article - 2 in draft.covered:
        draft.heads[token], draft.deps[token] = article - 2, "appos"
    else:
        draft.heads[token], draft.deps[token] = draft.heads[verb], draft.deps[verb]
    draft.heads[doer], draft.deps[doer] = verb, "nsubj"
    draft.heads[verb], draft.deps[verb] = token, "acl:relcl"


def _verb_of(draft: Draft, doer: int) -> int | None:
    """The verb that a doer is the subject of, or the one behind what was taken for an apposition."""
    if draft.deps[doer] == "nsubj":
        return draft.heads[doer] if draft.heads[doer] > doer else None
    behind = range(doer + 1, len(draft.pos)) if draft.deps[doer] == "appos" else range(0)
    verb = next((item for item in behind if draft.pos[item] == "VERB"), None)
    return verb if verb is not None and draft.deps[verb] in ("parataxis", "advcl") else None


def _is_set_off(draft: Draft, noun: int, doer: int) -> bool:
    """A noun phrase of its own begins between the two: "a vitamin | the body", "a vitamin | women"."""
    words = draft.words
    begins = draft.word(doer).split()[0] if " " in draft.word(doer) else ""
    between = {draft.word(item) for item in range(noun + 1, doer)}
    owned = words.definite_articles | words.possessives
    return begins in owned or not owned.isdisjoint(between) or draft.tags[doer] == "NNS"


def share_relative(draft: Draft, token: int) -> None:
    """ "Zinc and iron, both of which ease it": "which" is what they are, and the clause is about what stands before."""
    sharer = draft.heads[token]
    noun = sharer - 2
    shared = draft.word(token) in draft.words.relative_pronouns and draft.word(sharer) in draft.words.sharers
    if not shared or noun < 0 or draft.word(sharer - 1) != "," or draft.pos[noun] not in NOMINAL:
        return
    verb = draft.heads[sharer]
    while draft.deps[noun] in ("conj", "compound", "flat") and draft.pos[draft.heads[noun]] in NOMINAL:
        noun = draft.heads[noun]
    draft.heads[token], draft.deps[token] = verb, draft.deps[sharer]
    draft.heads[sharer], draft.deps[sharer] = token, "det"
    draft.heads[verb], draft.deps[verb] = noun, "acl:relcl"


def give_to_people(draft: Draft, token: int) -> None:
    """ "Adults with gout who eat cherries", "patients with gout taking zinc": the people do, not their illness."""
    noun = draft.heads[token]
    if draft.deps[token] == "acl:relcl":
        personal = any(draft.word(kid) in draft.words.personal_relatives for kid in draft.kids(token))
    else:
        takes = draft.words.intake_verbs | draft.words.trial_verbs
        # "at risk of having too little iron" is no doing of theirs
        marked = any(draft.deps[kid] == "mark" for kid in draft.kids(token))
        personal = draft.lemmas[token] in takes and token > noun and not marked
    if not personal:
        return
    above = noun
    while not is_person(draft, above):
        if draft.deps[above] not in ("nmod", "conj", "appos") or draft.pos[above] not in NOMINAL:
            return
        above = draft.heads[above]
    draft.heads[token] = above


def is_person(draft: Draft, token: int) -> bool:
    """A word for people, or "those"."""
    lemma = draft.lemmas[token].split()[-1]
    heads = draft.words.population_heads
    return lemma in heads or lemma.removesuffix("s") in heads or draft.word(token) in draft.words.plural_pointers
