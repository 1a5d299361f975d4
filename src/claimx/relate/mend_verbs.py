"""What a verb takes that a parser hung elsewhere: what something is made, turned into or used for."""

from __future__ import annotations

from claimx.relate.draft import Draft
from claimx.relate.forms import NOUNS


def complete_idiom(draft: Draft, token: int) -> None:
    """ "Does wonders for memory": a phrase hung on the noun of such a pair of words is the pair's."""
    noun = draft.heads[token]
    verb = draft.heads[noun]
    pair = draft.lemmas[verb] in draft.words.idiom_verbs and draft.lemmas[noun] in draft.words.idiom_nouns
    if pair and draft.deps[noun] == "obj" and token > noun:
        draft.heads[token], draft.deps[token] = verb, "obl"


def name_made(draft: Draft, token: int) -> None:
    """ "Makes coconut water a good drink": of two objects the second is what the first is made."""
    verb = draft.heads[token]
    if draft.lemmas[verb] not in draft.words.making_verbs or token < verb:
        return
    before = [kid for kid in draft.kids(verb) if draft.deps[kid] == "obj" and verb < kid < token]
    one = any(draft.word(kid) in draft.words.articles for kid in draft.kids(token) if draft.deps[kid] == "det")
    if before and one and draft.span(before[-1])[1] + 1 == draft.span(token)[0]:
        draft.deps[token] = "xcomp"


def complete_made(draft: Draft, token: int) -> None:
    """ "Makes warfarin and aspirin less potent": an adjective behind its noun is what all of the list is made."""
    noun = draft.heads[token]
    if draft.pos[token] != "ADJ" or noun > token or draft.span(noun)[1] != token:
        return
    here = noun
    while draft.deps[here] in ("conj", "nmod") and draft.heads[here] < here:
        here = draft.heads[here]
    verb = draft.heads[here]
    if draft.deps[here] == "obj" and verb < here and draft.lemmas[verb] in draft.words.making_verbs:
        draft.heads[token], draft.deps[token] = verb, "xcomp"


def join_made(draft: Draft, token: int) -> None:
    """ "Makes warfarin and phenytoin less effective": what is made that too, taken for a verb beside the making."""
    verb = draft.heads[token]
    made = [kid for kid in draft.kids(verb) if draft.deps[kid] == "obj" and verb < kid < token]
    named = token in draft.covered and draft.pos[token] == "NOUN" and draft.lemmas[verb] in draft.words.making_verbs
    # "and so can diuretics"
    echoed = any(draft.deps[kid] == "aux" for kid in draft.kids(token))
    if named and made and verb < token and not echoed:
        draft.heads[token] = made[0]
        for kid in draft.kids(token):
            if draft.deps[kid] == "xcomp":
                draft.heads[kid] = verb


def complete_excess(draft: Draft, token: int) -> None:
    """ "Does more than calm the nerves": what is done and more hangs on the verb that says so."""
    more = draft.heads[token]
    verb = draft.heads[more]
    exceeds = any(f"{draft.word(more)} {draft.word(kid)}" in draft.words.exceeding_words for kid in draft.kids(token))
    if (
        exceeds
        and draft.lemmas[verb] in draft.words.idiom_verbs
        and verb < more < token
        and draft.deps[more] in ("obj", "advmod")
    ):
        draft.heads[token] = verb


def raise_purpose(draft: Draft, token: int) -> None:
    """ "Supports the use of ginger for nausea": what it is for is that of the use."""
    noun = draft.heads[token]
    use = draft.heads[noun]
    purpose = not draft.words.beneficiary_prepositions.isdisjoint(draft.openers(token, "case"))
    held = draft.deps[noun] == "nmod" and use < noun < token and draft.lemmas[use] in draft.words.carriers
    if held and noun in draft.covered and purpose:
        draft.heads[token] = use


def complete_trouble(draft: Draft, token: int) -> None:
    """ "Difficulty moving the arms": a participle behind its noun taken for a modifier of what it acts on."""
    noun, trouble = draft.heads[token], token - 1
    if draft.tags[token] != "VBG" or noun < token or trouble < 0 or token in draft.covered:
        return
    # "trouble walking, difficulty moving the arms": one of a series
    beside = draft.heads[trouble] if draft.deps[noun] == "conj" else trouble
    if draft.lemmas[trouble] not in draft.words.trouble_nouns or draft.heads[noun] not in (trouble, beside):
        return
    draft.heads[token], draft.deps[token], draft.pos[token] = trouble, "acl", "VERB"
    draft.heads[noun], draft.deps[noun] = token, "obj"


def join_participle(draft: Draft, token: int) -> None:
    """ "Helps damaged skin": a participle taken for what the verb before it brings about."""
    verb, noun = draft.heads[token], token + 1
    if draft.tags[token] != "VBN" or verb != token - 1 or draft.pos[verb] != "VERB" or token in draft.covered:
        return
    if draft.heads[noun] != token or draft.deps[noun] != "obj" or draft.lemmas[verb] in draft.words.feeling_verbs:
        return
    for kid in draft.kids(token):
        if kid > token:
            draft.heads[kid] = verb
    draft.heads[token], draft.deps[token] = noun, "amod"


def lower_described(draft: Draft, token: int) -> None:
    """ "Prevents acne linked to stress": a participle behind the object tells of it and not of who acts."""
    verb = draft.heads[token]
    kids = draft.kids(token)
    before = [kid for kid in draft.kids(verb) if draft.deps[kid] == "obj" and draft.span(kid)[1] == token - 1]
    bare = not any(draft.deps[kid].startswith(("nsubj", "obj", "aux", "mark")) for kid in kids)
    told = bare and any(draft.deps[kid].startswith("obl") and kid > token for kid in kids)
    if before and told and draft.tags[token] == "VBN" and draft.lemmas[token] in draft.words.tying_verbs:
        draft.heads[token], draft.deps[token] = before[0], "acl"


def name_turned(draft: Draft, token: int) -> None:
    """ "Turns fuel into energy": what is turned into something, taken for a second verb."""
    verb = draft.heads[token]
    kids = draft.kids(token)
    if verb != token - 1 or draft.pos[verb] != "VERB" or draft.word(token + 1) not in draft.words.outcome_prepositions:
        return
    into = [kid for kid in kids if draft.deps[kid] == "obl"]
    bare = draft.tags[token] == "VB" and not any(draft.deps[kid] in ("mark", "obj", "aux", "nsubj") for kid in kids)
    # "turn carbohydrate into energy", and with what it becomes on the verb: "turns tryptophan into serotonin"
    named = draft.pos[token] in NOUNS and draft.lemmas[verb] in draft.words.turning_verbs
    if not named and not (bare and into):
        return
    draft.deps[token], draft.pos[token], draft.tags[token] = "obj", "NOUN", "NN"
    for kid in into:
        draft.heads[kid] = verb


def make_oblique(draft: Draft, token: int) -> None:
    """ "Linked bran to a drop in risk": what a preposition stands before is no second object."""
    verb = draft.heads[token]
    first = any(draft.deps[kid] == "obj" and verb < kid < token for kid in draft.kids(verb))
    if first and any(draft.deps[kid] == "case" and kid < token for kid in draft.kids(token)):
        draft.deps[token] = "obl"


def lower_share(draft: Draft, token: int) -> None:
    """ "Was followed by 27 percent fewer deaths": the share belongs to the deaths, and its preposition too."""
    first = draft.span(token)[0]
    share, verb = first - 1, draft.heads[token]
    held = share > verb and draft.heads[share] == verb and draft.deps[share] == "obl"
    if not held or draft.lemmas[share] not in draft.words.share_nouns or draft.pos[first] != "ADJ":
        return
    for kid in draft.kids(share):
        if draft.deps[kid] == "case":
            draft.heads[kid] = token
    draft.heads[share], draft.deps[share] = first, "obl:unmarked"
    draft.deps[token] = "obl"


def join_ratio(draft: Draft, token: int) -> None:
    """ "Six in ten of those on zinc": those are what the six are of."""
    ten = draft.heads[token]
    six = draft.heads[ten]
    ratio = draft.pos[ten] == draft.pos[six] == "NUM" and draft.deps[ten] == "nmod"
    if ratio and not draft.words.genitive_prepositions.isdisjoint(draft.openers(token, "case")):
        draft.heads[token] = six


def free_possession(draft: Draft, token: int) -> None:
    """ "The oats group had lower LDL", "trials had mixed results": no verb behind "had", though taken for one."""
    had = draft.words.verb_adjectives | draft.words.had_participles
    if draft.word(token) not in had or draft.pos[token] != "VERB":
        return
    kids = draft.kids(token)
    helpers = [kid for kid in kids if draft.deps[kid] == "aux"]
    nouns = [kid for kid in kids if draft.deps[kid] == "obj" and kid > token]
    if len(helpers) != 1 or len(nouns) != 1 or draft.lemmas[helpers[0]] != "have":
        return
    has, noun = helpers[0], nouns[0]
    doers = [kid for kid in (*kids, *draft.kids(has)) if draft.deps[kid] == "nsubj"]
    if noun in draft.covered - draft.eaten and not draft.eaten.isdisjoint(doers):
        # "berberine has reduced blood sugar"
        for kid in draft.kids(has):
            draft.heads[kid] = token
        return
    if any(draft.deps[kid] == "mark" and has < kid < token for kid in kids):
        return
    draft.take_place(has, of=token)
    draft.pos[has] = "VERB"
    for kid in kids:
        if kid != has and not has < kid < token:
            draft.heads[kid] = has
    draft.heads[token], draft.deps[token] = noun, "amod"
    draft.pos[token], draft.tags[token] = "ADJ", "JJR" if draft.word(token) in draft.words.verb_adjectives else "JJ"


def restore_particled(draft: Draft, token: int) -> None:
    """ "Go without it and scurvy sets in": a verb that was taken for a noun, though its particle stands behind it."""
    name = token - 1
    behind = draft.words.setting_particles.intersection(map(draft.word, range(token + 1, len(draft.pos))[:1]))
    if draft.pos[token] not in NOUNS or draft.word(token) not in draft.words.setting_verbs or not behind:
        return
    if name not in draft.covered or draft.heads[name] != token:
        return
    draft.pos[token], draft.tags[token], draft.lemmas[token] = "VERB", "VBZ", draft.word(token)[:-1]
    draft.deps[name] = "nsubj"
    draft.pos[token + 1], draft.heads[token + 1], draft.deps[token + 1] = "ADP", token, "compound:prt"
