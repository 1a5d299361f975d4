"""Clauses that complete an adjective or a noun, drawn the one way that the rules read them.

Treebanks, and so parsers, draw them in several ways: in "important for the body to grow" the body is the subject of
"grow" or what "important" is for; in "a mineral that the body needs to work", "that" is an object or a mark.
"""

from __future__ import annotations

from claimx.relate.draft import Draft
from claimx.relate.forms import NOUNS

COMPLETING = ("advcl", "xcomp", "ccomp", "acl", "csubj")
SUBJECTS = ("nsubj", "nsubj:pass", "csubj")


def lower_beneficiary(draft: Draft, token: int) -> None:
    """Hang the subject of "for the body to grow" on what the clause completes."""
    verb = draft.heads[token]
    above = draft.heads[verb]
    cases = [
        kid
        for kid in (*draft.kids(verb), *draft.kids(token))
        if draft.deps[kid] in ("mark", "case") and kid < token and draft.word(kid) == "for"
    ]
    if any(draft.deps[kid] == "cc" for kid in draft.kids(token)) and draft.tags[above] == "VB":
        # "essential for eyes to see and for wounds to heal", hung on the eyes' verb
        above = draft.heads[above]
    said = any(draft.deps[kid] == "cop" for kid in draft.kids(above))
    completes = draft.deps[verb] in COMPLETING and (draft.pos[above] in ("ADJ", "VERB") or said)
    if not cases or not completes or cases[0] < above:
        return
    draft.heads[token], draft.deps[token] = above, "obl"
    draft.heads[cases[0]], draft.deps[cases[0]] = token, "case"


def name_dummy(draft: Draft, token: int) -> None:
    """Make "it" a subject where no clause follows that it could announce: "it is important for your skin"."""
    above = draft.heads[token]
    clauses = [kid for kid in draft.kids(above) if kid > above and draft.deps[kid].split(":")[0] in COMPLETING]
    clauses = [kid for kid in clauses if not _is_condition(draft, kid)]
    noun = draft.pos[above] in NOUNS and draft.lemmas[above] not in draft.words.act_nouns
    degreed = not draft.words.enough.isdisjoint(draft.openers(above, "advmod"))
    able = noun or degreed or draft.lemmas[above] in draft.words.able_adjectives
    acts = [kid for kid in clauses if _is_act(draft, kid) or (able and draft.tags[kid] == "VB")]
    if len(acts) < len(clauses) or any(draft.deps[kid] in SUBJECTS and kid not in acts for kid in draft.kids(above)):
        return
    for act in acts:
        if draft.deps[act] == "csubj":
            draft.deps[act] = "advcl"
    draft.deps[token] = "nsubj"


def _is_condition(draft: Draft, clause: int) -> bool:
    """ "It is no good idea if you have gout"."""
    marks = draft.openers(clause, "mark", "advmod")
    return draft.deps[clause] == "advcl" and not draft.words.conditions.isdisjoint(marks)


def _is_act(draft: Draft, clause: int) -> bool:
    """ "For making blood" announces nothing, nor does what "help" makes somebody do, or what "it seems to" do."""
    marks = [kid for kid in draft.kids(clause) if draft.deps[kid] == "mark"]
    if draft.tags[clause] == "VBG":
        return bool(marks) and not any(draft.deps[kid] in SUBJECTS for kid in draft.kids(clause))
    above = draft.lemmas[draft.heads[clause]]
    if draft.tags[clause] != "VB" or draft.deps[clause] not in ("xcomp", "ccomp"):
        return False
    # "it seems to work by lowering"
    return above in (draft.words.raising_verbs if marks else draft.words.causative_verbs)


def free_act(draft: Draft, token: int) -> None:
    """Make a verb of what help is given with, where it was taken for a part of "help": "helps you drift off".

    And a state of what somebody feels: "feel wiped out".
    """
    above = draft.heads[token]
    if " " not in draft.word(token):
        return
    if draft.lemmas[above] in draft.words.feeling_verbs | draft.words.making_verbs and above < token:
        draft.deps[token], draft.pos[token], draft.tags[token] = "xcomp", "ADJ", "JJ"
    elif draft.lemmas[above] in draft.words.causative_verbs | draft.words.enabling_verbs:
        draft.deps[token], draft.pos[token], draft.tags[token] = "xcomp", "VERB", "VB"


def free_of_particle(draft: Draft, token: int) -> None:
    """ "Pushes LDL up": what stands before a particle is the object of its verb."""
    particle = draft.heads[token]
    verb = draft.heads[particle]
    aside = draft.deps[particle] in ("compound:prt", "advmod") and draft.word(particle) in draft.words.particles
    if aside and verb < token < particle and draft.pos[verb] == "VERB":
        draft.heads[token], draft.deps[token] = verb, "obj"


def complete_noun(draft: Draft, token: int) -> None:
    """Let a noun be completed by "that the body needs to work", whose second verb is what it is needed for.

    And by "the myth that it harms the liver": what has its own object harms no myth.
    """
    kids = draft.kids(token)
    relative = [kid for kid in kids if draft.deps[kid] == "obj" and draft.word(kid) in draft.words.relative_pronouns]
    taken = [kid for kid in kids if draft.deps[kid] == "obj" and kid > token]
    if relative and (taken or any(draft.deps[kid] == "xcomp" for kid in kids)):
        draft.deps[token], draft.deps[relative[0]] = "acl", "mark"


def complete_manner(draft: Draft, token: int) -> None:
    """Hang "how the body works" on its verb as a clause: "affects how the body handles drugs", "the way it does"."""
    above = draft.heads[token]
    # "find ways to eat more" tells of no manner
    ways = draft.words.manner_nouns if draft.deps[token] == "acl:relcl" else frozenset()
    if draft.deps[above] != "obj" or draft.word(above) not in draft.words.manner_openers | ways:
        return
    draft.heads[token], draft.deps[token] = draft.heads[above], "ccomp"
    draft.heads[above], draft.deps[above] = token, "mark"


def complete_adjective(draft: Draft, token: int) -> None:
    """ "Anyone with gout would be wise to skip it": the clause behind is no second subject."""
    above = draft.heads[token]
    kids = draft.kids(above)
    said = any(draft.deps[kid] == "cop" for kid in kids) and any(
        draft.deps[kid] == "nsubj" and kid < above and draft.word(kid) not in draft.words.expletives for kid in kids
    )
    if said and token > above and draft.pos[above] == "ADJ" and draft.tags[token] == "VB":
        draft.deps[token] = "xcomp"


def describe_noun(draft: Draft, token: int) -> None:
    """Hang an adjective with a complement on the noun before it: "eat foods lower in potassium"."""
    noun = token - 1
    if noun < 0:
        return
    same = draft.heads[noun] == draft.heads[token] and draft.deps[noun] == "obj"
    if same and draft.pos[token] == "ADJ" and any(draft.deps[kid] in ("obl", "nmod") for kid in draft.kids(token)):
        draft.heads[token], draft.deps[token] = noun, "amod"


def join_adjectives(draft: Draft, token: int) -> None:
    """ "Low in fat and rich in fiber": an adjective hung on the complement of the one it is coordinated with."""
    noun = draft.heads[token]
    above = draft.heads[noun]
    if draft.pos[token] != "ADJ" or draft.pos[noun] not in NOUNS or draft.pos[above] != "ADJ":
        return
    # "full of fiber and perfectly safe"
    ends = draft.word(token + 1) in ("", ".", ",", ";") and noun in draft.covered and token not in draft.covered
    if draft.deps[noun] == "obl" and (
        ends or any(draft.deps[kid] == "obl" and kid > token for kid in draft.kids(token))
    ):
        draft.heads[token] = above


def join_described(draft: Draft, token: int) -> None:
    """ "Low in fat, rich in fiber": a second adjective behind a comma taken for an adverb of the first."""
    first = draft.heads[token]
    both = draft.pos[token] == draft.pos[first] == "ADJ" and first < token and draft.word(token - 1) == ","
    if both and all(any(draft.deps[kid] == "obl" for kid in draft.kids(item)) for item in (first, token)):
        draft.deps[token] = "conj"


def complete_causing(draft: Draft, token: int) -> None:
    """ "Causes blood pressure to drop": what something is made to do hangs on the verb that makes it."""
    noun = draft.heads[token]
    verb = draft.heads[noun]
    infinitive = draft.tags[token] == "VB" and any(draft.word(kid) == "to" for kid in draft.kids(token))
    if infinitive and draft.deps[noun] == "obj" and draft.lemmas[verb] in draft.words.making_verbs:
        draft.heads[token], draft.deps[token] = verb, "xcomp"


def free_copula(draft: Draft, token: int) -> None:
    """ "The benefit is reduced inflammation", "it is invaluable": no passive, what stands behind is what it is."""
    participle = draft.heads[token]
    noun = draft.heads[participle]
    if draft.pos[participle] == "ADJ" and draft.tags[participle] == "JJ":
        draft.deps[token] = "cop"
        return
    if draft.deps[participle] == "amod" and token < participle < noun:
        draft.heads[token], draft.deps[token] = noun, "cop"
        return
    kids = draft.kids(participle)
    objects = [kid for kid in kids if draft.deps[kid] == "obj" and kid == participle + 1]
    lowered = draft.word(participle) in draft.words.lower_modifiers | draft.words.raise_modifiers
    if objects and lowered and draft.deps[participle] == "root":
        (noun,) = objects
        for kid in kids:
            if kid != noun:
                draft.heads[kid] = noun
                draft.deps[kid] = {"nsubj:pass": "nsubj", "aux:pass": "cop"}.get(draft.deps[kid], draft.deps[kid])
        draft.heads[noun], draft.deps[noun] = noun, "root"
        draft.heads[participle], draft.deps[participle] = noun, "amod"


def complete_sure(draft: Draft, token: int) -> None:
    """ "Makes sure that nerves work": what is made sure is what the verb makes."""
    sure = draft.heads[token]
    verb = draft.heads[sure]
    if draft.lemmas[sure] in draft.words.sure_words and draft.lemmas[verb] in draft.words.making_verbs:
        draft.heads[token], draft.deps[sure] = verb, "compound:prt"


def part_result(draft: Draft, token: int) -> None:
    """ "Turns urine pink", "keeps the gut lining intact": what a thing is made or kept to be, taken for a noun that it
    modifies."""
    verb, thing = draft.heads[token], token - 1
    label = draft.deps[thing] if thing >= 0 and draft.heads[thing] == token else ""
    tagged = draft.tags[token] == "JJ" and label == "compound" and verb < thing and token not in draft.covered
    known = draft.word(token) in draft.words.kept_adjectives and label in ("compound", "amod")
    if not (tagged or known) or draft.pos[verb] != "VERB":
        return
    for kid in draft.kids(token):
        if kid < thing:
            draft.heads[kid] = thing
    draft.heads[thing], draft.deps[thing] = verb, "obj"
    draft.deps[token], draft.pos[token], draft.tags[token] = "xcomp", "ADJ", "JJ"
