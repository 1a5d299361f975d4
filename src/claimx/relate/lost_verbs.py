"""Verbs that a parser took for modifiers: "zinc and iron support growth" read as a noun phrase.

Many English verbs have the form of a noun or an adjective ("lower", "support", "cut"); the words in order still tell.
"""

from __future__ import annotations

from claimx.relate.draft import Draft
from claimx.relate.forms import NOMINAL, NOUNS, PAST
from claimx.relate.mend_series import continues_verb, tag_verb

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


def restore_verb(draft: Draft, token: int) -> None:
    """Make a modifier the verb that it is: "zinc and iron support growth", "reduce pain and lower blood pressure"."""
    noun = draft.heads[token]
    if token == 0 or token in draft.covered or noun <= token or draft.pos[noun] not in NOMINAL:
        return
    if not may_be_verb(draft, token):
        return
    between = (item for item in range(token + 1, noun) if draft.deps[item] != "amod")
    if any(draft.pos[item] in ("PUNCT", "VERB", "AUX", "ADP") for item in between):
        return
    if continues_verb(draft, token, noun=noun):
        return
    if any(draft.deps[kid] == "cop" for kid in draft.kids(noun)):
        return
    last = token - 1
    while last > 0 and draft.pos[last] in WITH_VERB:
        last -= 1
    if draft.pos[last] not in NOMINAL and last not in draft.covered:
        return
    modal = any(draft.pos[item] == "AUX" for item in range(last + 1, token))
    subject = _subject_of(draft, token, noun=noun, last=last)
    if subject is None or not _agrees(draft, token, subject=subject, modal=modal):
        return
    make_verb(draft, token, noun=noun, subject=subject, modal=modal)


def restore_after_to(draft: Draft, token: int) -> None:
    """ "Has been shown to lower levels of zinc": a verb taken for an adjective, and its "to" for a preposition."""
    noun, to = draft.heads[token], token - 1
    verb = draft.heads[noun]
    if (
        to < 1
        or draft.word(token) not in draft.words.verb_adjectives
        or draft.word(to) not in draft.words.infinitive_marks
    ):
        return
    attests = draft.tags[verb] == "VBN" and draft.lemmas[verb] in draft.words.attesting_verbs
    if not attests or draft.heads[to] != noun or draft.deps[noun] not in ("obl", "nmod") or token in draft.covered:
        return
    tag_verb(draft, token, modal=True)
    draft.heads[token], draft.deps[token] = verb, "xcomp"
    draft.heads[to], draft.deps[to] = token, "mark"
    draft.heads[noun], draft.deps[noun] = token, "obj"


def may_be_verb(draft: Draft, token: int) -> bool:
    """Whether a word that was taken for a modifier has the form of a verb of ours."""
    word, lemma, words = draft.word(token), draft.lemmas[token], draft.words
    if draft.pos[token] == "VERB":
        return draft.tags[token] in (*PAST, "VBP", "VBZ", "VB") and lemma not in words.compound_participles
    if draft.pos[token] == "ADJ":
        return word in words.verb_adjectives
    return draft.pos[token] in NOUNS and lemma in words.verb_nouns


def _subject_of(draft: Draft, token: int, *, noun: int, last: int) -> int | None:
    """The noun phrase that ends at `last` and belongs to the clause that `noun` was taken for the head of."""
    if draft.deps[noun] in CLAUSAL:
        for kid in (*draft.kids(noun), *draft.kids(token)):
            bare = not any(draft.deps[item] == "case" for item in draft.kids(kid))
            # the name of a strain or plant may be taken for an adjective: "Lactobacillus reuteri eased colic"
            named = draft.deps[kid] == "amod" and kid in draft.covered and draft.pos[kid] != "VERB"
            hangs = draft.deps[kid] in SUBJECT or named
            if kid <= last and hangs and bare and draft.span(kid)[1] == last:
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
    if draft.word(token) in draft.words.unchanged_pasts and not modal:
        # "fish oil cut triglycerides", now or then
        return True
    third = draft.pos[token] != "ADJ" and draft.word(token).endswith("s") and draft.word(token) != draft.lemmas[token]
    if modal:
        return not third
    word = draft.word(subject).split()[-1]
    joined = any(draft.deps[kid] == "conj" and kid < token for kid in draft.kids(subject))
    plural = joined or (word.endswith("s") and not word.endswith(("ss", "us"))) or word in draft.words.plural_words
    return plural is not third


def make_verb(draft: Draft, token: int, *, noun: int, subject: int, modal: bool) -> None:
    """Make a modifier of a noun the verb of the clause, the noun its object."""
    below = draft.heads[noun] == subject
    top = subject if below else noun
    draft.take_place(token, of=top)
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


def names_act(draft: Draft, token: int) -> bool:
    """Whether a noun has the form of a verb of ours, or of one that tells what a food holds ("supply")."""
    words, lemma = draft.words, draft.lemmas[token]
    return lemma in words.verb_nouns or lemma in words.containing_verbs


def restore_with_object(draft: Draft, token: int) -> None:
    """ "Eases pain and lowers perceived effort": what has an object is a verb, though it was taken for a noun."""
    if draft.pos[token] not in NOUNS or token in draft.covered or not names_act(draft, token):
        return
    if any(draft.deps[kid] == "obj" and kid > token for kid in draft.kids(token)):
        tag_verb(draft, token, modal=False)


def restore_before_participle(draft: Draft, token: int) -> None:
    """ "Caffeine lowers perceived effort": a verb taken for the subject of the participle behind it."""
    participle, noun = draft.heads[token], token + 2
    third = draft.word(token) != draft.lemmas[token] and draft.word(token).endswith("s")
    if not third or draft.lemmas[token] not in draft.words.verb_nouns or draft.pos[token] not in NOUNS:
        return
    if participle != token + 1 or token in draft.covered or draft.tags[participle] not in PAST:
        return
    subjects = [kid for kid in draft.kids(token) if kid == token - 1 and draft.deps[kid] == "compound"]
    if not set(subjects) <= draft.covered or draft.heads[noun] != participle or draft.deps[noun] != "obj":
        return
    draft.take_place(token, of=participle)
    for kid in draft.kids(participle):
        draft.heads[kid] = token
    for kid in subjects:
        draft.deps[kid] = "nsubj"
    draft.heads[participle], draft.deps[participle], draft.tags[participle] = noun, "amod", "VBN"
    tag_verb(draft, token, modal=False)


def restore_root(draft: Draft, token: int) -> None:
    """ "Zinc aids in healing", "many swear by zinc": a verb taken for the noun that the whole is about."""
    word, subject = draft.word(token), token - 1
    never_noun = word in draft.words.never_nouns
    if draft.pos[token] != "NOUN" or not (never_noun or word in draft.words.aiding_forms):
        return
    # "an excess results in", "too little leads to"
    amount = draft.lemmas[subject] in draft.words.amount_words
    beside = draft.heads[subject] == token and draft.deps[subject] in (
        ("compound", "amod", "nsubj") if never_noun or amount else ("compound",)
    )
    cases = [kid for kid in draft.kids(token) if draft.deps[kid] in ("nmod", "obl") and kid > token]
    if not (beside and (never_noun or amount or subject in draft.covered) and cases and draft.pos[token + 1] == "ADP"):
        return
    for kid in draft.kids(token):
        if kid < subject and draft.deps[kid] in OF_NOUN:
            draft.heads[kid] = subject
    draft.deps[subject] = "nsubj"
    for kid in cases:
        draft.deps[kid] = "obl"
    if not never_noun:
        draft.lemmas[token] = word.removesuffix("s")
    tag_verb(draft, token, modal=False)


def restore_alone(draft: Draft, token: int) -> None:
    """ "Without B12, nerves misfire": a verb that takes nothing, taken for a noun that its subject modifies."""
    subject, weakens = token - 1, draft.lemmas[token] in draft.words.weakening_verbs
    if not weakens or draft.pos[token] not in NOUNS or token in draft.covered:
        return
    beside = draft.deps[subject] == draft.deps[token] == "conj" and draft.heads[subject] == draft.heads[token]
    inside = draft.deps[subject] == "compound" and draft.heads[subject] == token
    if subject < 0 or subject not in draft.covered or not (beside or inside):
        return
    if not _agrees(draft, token, subject=subject, modal=False):
        return
    for kid in draft.kids(token):
        if kid < subject and draft.deps[kid] in OF_NOUN - {"nmod"}:
            draft.heads[kid] = subject
        elif draft.deps[kid] == "nmod":
            draft.deps[kid] = "obl"
    draft.heads[subject], draft.deps[subject] = token, "nsubj"
    word = draft.word(token)
    draft.lemmas[token] = word.removesuffix("s") if word.endswith("s") else word
    tag_verb(draft, token, modal=False)


def restore_behind_amount(draft: Draft, token: int) -> None:
    """ "Too much upsets the stomach", "too little contributes to": what an amount alone does, taken for a noun."""
    verb, word = token + 1, draft.word(token + 1)
    alone = draft.word(token) in draft.words.bare_amounts and any(
        draft.deps[kid] == "advmod" for kid in draft.kids(token)
    )
    if not alone or draft.heads[token] != verb or draft.tags[verb] != "NNS" or verb in draft.covered:
        return
    takes = [kid for kid in draft.kids(verb) if kid > verb and draft.deps[kid] in ("obj", "nmod")]
    if not takes or draft.span(takes[0])[0] != verb + 1:
        return
    draft.deps[token] = "nsubj"
    for kid in takes:
        draft.deps[kid] = "obj" if draft.deps[kid] == "obj" else "obl"
    draft.lemmas[verb] = word.removesuffix("s")
    tag_verb(draft, verb, modal=False)


def restore_in_clause(draft: Draft, token: int) -> None:
    """ "When magnesium dips, cramps": what happens to a nutrient, taken for a noun that it modifies."""
    subject, behind = token - 1, token + 1
    lemma, above = draft.lemmas[token], draft.heads[token]
    falls = lemma in draft.words.failing_verbs | draft.words.moving_verbs
    if not falls or draft.pos[token] not in NOUNS or draft.word(behind) != "," or subject not in draft.covered:
        return
    opener = draft.span(token)[0] if draft.deps[subject] == "compound" and draft.heads[subject] == token else token
    if opener == subject:
        opener -= 1
    if opener < 0 or draft.word(opener) not in draft.words.falling_openers or draft.pos[above] not in ("VERB", "ADJ"):
        return
    draft.heads[opener], draft.deps[opener] = token, "mark"
    draft.deps[subject], draft.deps[token] = "nsubj", "advcl"
    tag_verb(draft, token, modal=False)


def restore_striking(draft: Draft, token: int) -> None:
    """ "When nausea strikes": what an illness does, taken for a noun that it modifies."""
    ill = token - 1
    opened = not draft.words.falling_openers.isdisjoint(draft.openers(token, "mark", "advmod"))
    named = ill in draft.covered and draft.heads[ill] == token and draft.deps[ill] in ("compound", "amod")
    if not (opened and named) or draft.pos[token] not in NOUNS or draft.lemmas[token] not in draft.words.striking_verbs:
        return
    for kid in draft.kids(token):
        if kid < ill and draft.deps[kid] in ("det", "amod", "compound", "nmod:poss"):
            draft.heads[kid] = ill
    draft.deps[ill], draft.deps[token] = "nsubj", "advcl"
    tag_verb(draft, token, modal=False)


def restore_after_gerund(draft: Draft, token: int) -> None:
    """ "Drinking tea reduced stress": what the sentence opens with is the subject of the verb that was lost."""
    noun, act = draft.heads[token], 0
    opens = draft.tags[act] == "VBG" and draft.deps[act] == "root" and act not in draft.covered
    if not opens or draft.heads[noun] != act or draft.deps[noun] != "obj" or not act < token < noun:
        return
    if token in draft.covered or not may_be_verb(draft, token) or not _agrees(draft, token, subject=act, modal=False):
        return
    taken = [item for item in (*draft.kids(act), *draft.kids(noun)) if draft.span(item)[1] == token - 1]
    if not taken or draft.pos[taken[0]] not in NOMINAL:
        return
    for kid in draft.kids(act):
        if kid > token:
            draft.heads[kid] = token
    draft.heads[taken[0]], draft.deps[taken[0]] = act, "obj"
    draft.heads[act], draft.deps[act] = token, "csubj"
    draft.heads[token], draft.deps[token] = token, "root"
    tag_verb(draft, token, modal=False)


def restore_behind_aside(draft: Draft, token: int) -> None:
    """ "Some foods, such as oats, lower LDL", "zinc, which is cheap, reduced symptoms": a verb behind an aside, taken
    for a modifier.
    """
    noun = draft.heads[token]
    if noun <= token or draft.word(token - 1) != "," or token in draft.covered or not may_be_verb(draft, token):
        return
    subject = draft.heads[noun]
    while draft.deps[subject] in ("conj", "nmod", "appos") and draft.heads[subject] < subject:
        subject = draft.heads[subject]
    told = draft.heads[subject]
    described = draft.deps[subject] == "obl" and draft.deps[told] in ("acl", "amod") and draft.heads[told] < told
    # "omega-6 fats, found in corn and sunflower oil, lower LDL"
    subject = draft.heads[told] if described else subject
    aside = draft.word(subject + 1) == "," if described else _opens_aside(draft, subject + 1)
    if draft.deps[noun] not in ("conj", "appos") or not aside:
        return
    verb = draft.heads[subject]
    others = [kid for kid in draft.kids(verb) if draft.deps[kid] == "nsubj" and noun < kid < verb]
    taken = draft.deps[subject] == "nsubj" and bool(others)
    if not (taken or draft.deps[subject] in CLAUSAL) or not _agrees(draft, token, subject=subject, modal=False):
        return
    if not taken:
        draft.heads[noun] = subject
        make_verb(draft, token, noun=noun, subject=subject, modal=False)
        return
    # "such medicines, like valproate, lower folate, and folic acid may help"
    draft.take_place(token, of=verb)
    draft.heads[verb], draft.deps[verb] = token, "conj"
    draft.heads[subject], draft.deps[subject] = token, "nsubj"
    draft.heads[noun], draft.deps[noun] = token, "obj"
    tag_verb(draft, token, modal=False)


def _opens_aside(draft: Draft, token: int) -> bool:
    """A comma and "such as", "including", "which" or the like stand here."""
    opener = {" ".join(draft.word(item) for item in range(token + 1, token + 1 + size)) for size in (1, 2)}
    return draft.word(token) == "," and not opener.isdisjoint(
        draft.words.member_prepositions | draft.words.relative_pronouns
    )
