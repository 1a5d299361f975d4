"""Mend what a parser commonly gets wrong around a verb, before the tree is read.

Many English verbs have the form of a noun or an adjective ("lower", "support", "cut"). Where the parser took one for a
modifier, its clause has no verb: "Zinc and iron support growth" becomes a noun phrase. The words in order still tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimx.records import Mention, Parse
from claimx.relate.complements import (
    complete_manner,
    complete_noun,
    describe_noun,
    lower_beneficiary,
    name_dummy,
)
from claimx.relate.draft import Draft, covered_tokens
from claimx.relate.mend_verbs import NOMINAL, PAST, continues_verb, join_verbs, tag_verb
from claimx.relate.pointers import free_pointer
from claimx.relate.words import Words

# how a clause whose verb was lost hangs in the sentence
CLAUSAL = frozenset(
    {"root", "ccomp", "conj", "advcl", "advcl:relcl", "parataxis", "acl:relcl", "acl", "xcomp", "csubj"}
)
# how its subject hangs on the noun that was taken for its head
SUBJECT = frozenset({"nsubj", "nsubj:pass", "obl:unmarked", "nmod:unmarked", "compound", "dislocated", "obl", "nmod"})
# what between the subject and the verb may stand with the verb
WITH_VERB = ("ADV", "AUX", "PART")
# what the noun keeps of all that hangs on it
OF_NOUN = frozenset(
    {"det", "amod", "compound", "nmod", "nummod", "case", "acl", "acl:relcl", "appos", "nmod:poss", "flat"}
)


def mend(parse: Parse, mentions: Sequence[Mention], *, words: Words) -> Parse:
    """The parse with the verbs of verbless clauses put back, and subjects hung on verbs; often the parse itself."""
    if len(parse.words) < 3:
        return parse
    draft = Draft(
        parse,
        words,
        covered_tokens(parse, mentions),
        list(parse.heads),
        list(parse.deps),
        list(parse.pos),
        list(parse.tags),
        list(parse.lemmas),
    )
    for token in range(len(parse.words) - 1):
        if token and parse.deps[token] in ("amod", "compound") and token not in draft.covered:
            _restore_verb(draft, token)
        elif parse.deps[token] in ("csubj", "nsubj") and parse.pos[parse.heads[token]] == "ADV":
            _raise_subject(draft, token)
        elif parse.deps[token] == "nsubj" and token:
            _lift_name(draft, token)
            lower_beneficiary(draft, token)
        elif token in draft.covered and parse.tags[token] == "VBG":
            _restore_noun(draft, token)
        elif parse.deps[token] == "conj" and parse.pos[token] == "VERB":
            join_verbs(draft, token)
        elif parse.deps[token] == "advcl" and parse.tags[token] == "VBG":
            _make_subject(draft, token)
        elif parse.deps[token] == "acl:relcl":
            _raise_relative(draft, token)
            complete_noun(draft, token)
        elif parse.deps[token] in ("advcl:relcl", "advcl", "acl"):
            complete_manner(draft, token)
        elif parse.deps[token] == "advmod" and token:
            describe_noun(draft, token)
        elif parse.deps[token] == "expl":
            name_dummy(draft, token)
        elif parse.deps[token] == "det":
            free_pointer(draft, token)
    if draft.heads == list(parse.heads) and draft.deps == list(parse.deps):
        return parse
    return replace(
        parse,
        heads=tuple(draft.heads),
        deps=tuple(draft.deps),
        pos=tuple(draft.pos),
        tags=tuple(draft.tags),
        lemmas=tuple(draft.lemmas),
    )


def _restore_verb(draft: Draft, token: int) -> None:
    """Make a modifier the verb that it is: "zinc and iron support growth", "reduce pain and lower blood pressure"."""
    noun = draft.heads[token]
    if noun <= token or draft.pos[noun] not in NOMINAL or not _may_be_verb(draft, token):
        return
    if any(draft.pos[item] in ("PUNCT", "VERB", "AUX", "ADP") for item in range(token + 1, noun)):
        return
    if continues_verb(draft, token, noun=noun):
        return
    if any(draft.deps[kid] == "cop" for kid in draft.kids(noun)):
        return
    last = token - 1
    while last > 0 and draft.pos[last] in WITH_VERB:
        last -= 1
    if draft.pos[last] not in NOMINAL:
        return
    modal = any(draft.pos[item] == "AUX" for item in range(last + 1, token))
    subject = _subject_of(draft, token, noun=noun, last=last)
    if subject is None or not _agrees(draft, token, subject=subject, modal=modal):
        return
    _make_verb(draft, token, noun=noun, subject=subject, modal=modal)


def _may_be_verb(draft: Draft, token: int) -> bool:
    word, lemma, words = draft.word(token), draft.lemmas[token], draft.words
    if draft.pos[token] == "VERB":
        return draft.tags[token] in (*PAST, "VBP", "VBZ", "VB") and lemma not in words.compound_participles
    if draft.pos[token] == "ADJ":
        return word in words.verb_adjectives
    return draft.pos[token] in ("NOUN", "PROPN") and lemma in words.verb_nouns


def _subject_of(draft: Draft, token: int, *, noun: int, last: int) -> int | None:
    """The noun phrase that ends at `last` and belongs to the clause that `noun` was taken for the head of."""
    if draft.deps[noun] in CLAUSAL:
        for kid in (*draft.kids(noun), *draft.kids(token)):
            bare = not any(draft.deps[item] == "case" for item in draft.kids(kid))
            if kid <= last and draft.deps[kid] in SUBJECT and bare and draft.span(kid)[1] == last:
                return kid
        return None
    above = draft.heads[noun]
    bare = not any(draft.deps[item] == "case" for item in draft.kids(noun))
    # a noun has no object
    hangs = draft.deps[noun] in ("nmod", "nmod:unmarked", "appos", "dep", "obl:unmarked", "obj")
    if above <= last and bare and hangs and draft.deps[above] in CLAUSAL and draft.pos[above] in NOMINAL:
        return above
    return None


def _agrees(draft: Draft, token: int, *, subject: int, modal: bool) -> bool:
    """Singular with "-s", plural without, either with a past form; the bare form behind a modal."""
    if draft.tags[token] in PAST and draft.pos[token] == "VERB":
        return not modal
    third = draft.pos[token] != "ADJ" and draft.word(token).endswith("s") and draft.word(token) != draft.lemmas[token]
    if modal:
        return not third
    word = draft.word(subject).split()[-1]
    joined = any(draft.deps[kid] == "conj" and kid < token for kid in draft.kids(subject))
    plural = joined or (word.endswith("s") and not word.endswith(("ss", "us"))) or word in draft.words.plural_words
    return plural is not third


def _make_verb(draft: Draft, token: int, *, noun: int, subject: int, modal: bool) -> None:
    below = draft.heads[noun] == subject
    top = subject if below else noun
    root = draft.heads[top] == top
    draft.heads[token] = token if root else draft.heads[top]
    draft.deps[token] = draft.deps[top]
    for kid in draft.kids(top):
        if kid in (token, noun):
            continue
        if below and kid < subject and draft.deps[kid] in ("nsubj", "obl:unmarked"):
            # "oats consumption": what was the subject of the noun is a part of it
            draft.deps[kid] = "compound"
        if below and kid < subject and draft.deps[kid] in OF_NOUN:
            continue
        kept = draft.deps[kid] in OF_NOUN and (token < kid if not below else kid < token)
        if not kept and kid != subject:
            draft.heads[kid] = token
    draft.heads[subject], draft.deps[subject] = token, "nsubj"
    draft.heads[noun], draft.deps[noun] = token, "obj"
    tag_verb(draft, token, modal=modal)


def _raise_subject(draft: Draft, token: int) -> None:
    """ "Eating fish twice a week may help": a subject hung on an adverb belongs to the verb."""
    above = draft.heads[token]
    verb = draft.heads[above]
    has_own = any(draft.deps[kid].startswith(("nsubj", "csubj")) for kid in draft.kids(verb))
    if verb not in (above, token) and draft.pos[verb] == "VERB" and verb > token and not has_own:
        draft.heads[token] = verb


def _lift_name(draft: Draft, token: int) -> None:
    """ "Zinc, a metal of many uses, is": the name before the comma is the subject, not what it is said to be."""
    verb = draft.heads[token]
    name = draft.heads[verb]
    first, last = draft.span(token)
    first += draft.word(first) == ","
    held = draft.heads[name] == name != verb and draft.deps[verb] in (
        "appos",
        "conj",
        "acl:relcl",
        "parataxis",
        "ccomp",
    )
    set_off = name < first and draft.word(first - 1) == "," and last + 1 < verb and draft.word(last + 1) == ","
    if held and set_off and draft.word(first) in draft.words.articles and draft.pos[name] in NOMINAL:
        draft.heads[verb], draft.deps[verb] = verb, "root"
        draft.heads[name], draft.deps[name] = verb, "nsubj"
        draft.heads[token], draft.deps[token] = name, "appos"


def _make_subject(draft: Draft, token: int) -> None:
    """ "Eating fruit is linked to": a gerund that nothing divides from a verb without a subject is its subject."""
    verb = draft.heads[token]
    kids = draft.kids(verb)
    helpers = [kid for kid in kids if draft.deps[kid] in ("aux", "aux:pass", "cop") and kid > token]
    first, last = min([verb, *helpers]), draft.span(token)[1]
    if last >= first or any(draft.deps[kid].startswith(("nsubj", "csubj")) for kid in kids):
        return
    marked = any(draft.deps[kid] in ("mark", "case") for kid in draft.kids(token))
    divided = any(draft.pos[item] == "PUNCT" for item in range(last, first))
    finite = helpers or draft.tags[verb] in ("VBZ", "VBP", "VBD")
    if finite and not marked and not divided:
        draft.deps[token] = "csubj"


def _raise_relative(draft: Draft, token: int) -> None:
    """ "A compound in garlic that lowers it": the clause is the compound's, not the garlic's, where it may be."""
    food = draft.heads[token]
    above = draft.heads[food]
    if draft.deps[food] == "obl" and draft.deps[above] == "acl":
        # "a nutrient found in oranges that"
        above = draft.heads[above]
    elif draft.deps[food] != "nmod":
        return
    cases = {draft.word(kid) for kid in draft.kids(food) if draft.deps[kid] == "case"}
    relative = any(draft.word(kid) in draft.words.relative_pronouns for kid in draft.kids(token))
    helped = {draft.tags[kid] for kid in draft.kids(token) if draft.deps[kid] == "aux"}
    plural = "VBP" in helped or draft.tags[token] == "VBP"
    if not relative or plural or not cases & draft.words.place_prepositions or food not in draft.covered:
        return
    if draft.lemmas[above].split()[-1].removesuffix("s") in draft.words.definite_nouns and above < food:
        draft.heads[token] = above


def _restore_noun(draft: Draft, token: int) -> None:
    """ "Side effects are vomiting and fatigue": a symptom that was taken for what somebody is doing."""
    kids = draft.kids(token)
    helpers = [kid for kid in kids if draft.deps[kid] == "aux"]
    if len(helpers) != 1 or draft.lemmas[helpers[0]] != "be" or any(draft.deps[kid] in ("obj", "obl") for kid in kids):
        return
    draft.deps[helpers[0]] = "cop"
    draft.pos[token], draft.tags[token] = "NOUN", "NN"
