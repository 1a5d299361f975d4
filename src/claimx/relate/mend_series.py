"""Verbs in a series ("reduces pain, boosts mood and aids sleep") that a parser hung on an object or took for nouns."""

from __future__ import annotations

from claimx.relate.draft import Draft
from claimx.relate.forms import BARE, NOMINAL, NOUNS, PAST


def continues_verb(draft: Draft, token: int, *, noun: int) -> bool:
    """ "Can reduce pain, boost mood and lower blood pressure": a further verb taken for a modifier of its object."""
    first = draft.heads[noun]
    while draft.deps[first] == "conj" and draft.heads[first] < first:
        first = draft.heads[first]
    before = _joint(draft, token)
    if draft.deps[noun] == "conj" and draft.pos[first] == "VERB":
        # "widened vessels and reduced pressure": the noun hung on the verb
        first = next((kid for kid in draft.kids(first) if draft.deps[kid] == "obj" and kid < token), first)
    if draft.deps[noun] == "obj" and draft.pos[before] == "CCONJ":
        # of two objects of one verb the second has a verb of its own
        first = next((kid for kid in draft.kids(first) if draft.deps[kid] == "obj" and kid < token), first)
    if draft.deps[first] == "nmod":
        # "lower the risk of stroke, slow memory loss", and "enhanced growth in mice and rats and improved memory"
        first = _held(draft, first, through=("nmod", "conj") if draft.tags[token] in PAST else ("nmod",))
    verb = draft.heads[first]
    joined = draft.deps[noun] in ("conj", "appos") or (draft.deps[noun] == "obj" and draft.heads[noun] == verb)
    hangs = joined and draft.deps[first] in ("obj", "obl") and verb < first < token
    if not hangs or draft.pos[verb] != "VERB" or draft.lemmas[verb] in draft.words.light_verbs:
        return False
    if not _is_form_of(draft, token, verb=verb) or not _is_joined(draft, token, verb=verb, noun=noun):
        return False
    for kid in range(noun + 1, _next_verb(draft, noun)):
        if draft.deps[kid] == "conj" and first <= draft.heads[kid] < token:
            draft.heads[kid] = noun
    draft.heads[token], draft.deps[token] = verb, "conj"
    draft.heads[noun], draft.deps[noun] = token, "obj"
    for item in range(before, token):
        if draft.pos[item] in ("CCONJ", "ADV"):
            draft.heads[item] = token
    tag = draft.tags[verb]
    tag_verb(draft, token, modal=tag == "VB")
    return True


def _held(draft: Draft, noun: int, *, through: tuple[str, ...]) -> int:
    """The noun that a phrase is a part of, up to the one that a verb takes."""
    while draft.deps[noun] in through and draft.heads[noun] < noun:
        noun = draft.heads[noun]
    return noun


def continue_participle(draft: Draft, token: int) -> None:
    """ "By reducing levels of LDL and raising HDL": a further participle taken for a modifier of its object."""
    noun, words = draft.heads[token], draft.words
    if draft.tags[token] != "VBG" or noun <= token or token in draft.covered:
        return
    if draft.lemmas[token] in words.compound_participles | words.plain_participles:
        return
    if draft.lemmas[noun] in words.effect_nouns - words.amount_nouns:
        # "its calming effects"
        return
    verb = _verb_above(draft, noun)
    if verb is None or verb > token or draft.tags[verb] != "VBG" or not _joins_phrases(draft, token):
        return
    for kid in range(noun + 1, _next_verb(draft, noun)):
        if draft.deps[kid] == "conj" and verb < draft.heads[kid] < token:
            draft.heads[kid] = noun
    for kid in draft.kids(noun):
        if kid < token and draft.deps[kid] in ("cc", "punct"):
            draft.heads[kid] = token
    draft.heads[token], draft.deps[token] = verb, "conj"
    draft.heads[noun], draft.deps[noun] = token, "obj"
    draft.pos[token] = "VERB"


def _joins_phrases(draft: Draft, token: int) -> bool:
    """A conjunction stands before the word, or a comma where a conjunction with a participle follows."""
    before = _joint(draft, token)
    if draft.pos[before] == "CCONJ":
        return True
    later = range(token + 1, len(draft.pos) - 1)
    return draft.word(before) == "," and any(
        draft.pos[item] == "CCONJ" and draft.tags[item + 1] == "VBG" for item in later
    )


def _is_form_of(draft: Draft, token: int, *, verb: int) -> bool:
    """The word has the form that a verb coordinated with this one has."""
    if draft.tags[verb] in PAST:
        return draft.tags[token] in PAST and draft.lemmas[token] in draft.words.past_verbs
    bare = draft.pos[token] == "ADJ" or draft.word(token) == draft.lemmas[token]
    third = not bare and draft.word(token).endswith("s")
    return bare if draft.tags[verb] in BARE else third and draft.tags[verb] == "VBZ"


def _joint(draft: Draft, token: int) -> int:
    """The token before a word and the adverbs before it: "and significantly improved"."""
    before = token - 1
    while before > 0 and draft.pos[before] == "ADV":
        before -= 1
    return before


def _is_joined(draft: Draft, token: int, *, verb: int, noun: int) -> bool:
    """A conjunction stands before the word; or a comma, and the tagger or a further verb behind "and" says the same."""
    before = _joint(draft, token)
    if draft.pos[before] == "CCONJ":
        return True
    if draft.word(before) != ",":
        return False
    if draft.pos[token] == "VERB":
        return True
    later = _next_verb(draft, noun)
    series = later < len(draft.pos) and (draft.pos[later - 1] == "CCONJ" or draft.word(later - 1) == ",")
    return series and _is_form_of(draft, later, verb=verb)


def _next_verb(draft: Draft, token: int) -> int:
    """The next verb or auxiliary, or the end."""
    behind = range(token + 1, len(draft.pos))
    return next((item for item in behind if draft.pos[item] in ("VERB", "AUX")), len(draft.pos))


def raise_result(draft: Draft, token: int) -> None:
    """ "By stopping cells from releasing histamine and so relieving hay fever": what comes of it is not stopped."""
    act = draft.heads[token]
    above = draft.heads[act]
    opened = any(draft.word(kid) in draft.words.resulting_words for kid in draft.kids(token) if kid < token)
    from_it = not draft.words.origin_prepositions.isdisjoint(draft.openers(act, "mark"))
    kept = draft.deps[act] == "advcl" and from_it
    if opened and kept and draft.tags[token] == "VBG" and draft.pos[above] == "VERB":
        draft.heads[token] = above


def join_verbs(draft: Draft, token: int) -> None:
    """ "Reduce stress and support sleep": a verb hung on the object of the one it is coordinated with."""
    noun = draft.heads[token]
    if draft.pos[token] != "VERB" or draft.pos[noun] not in NOUNS or token < noun:
        return
    verb = _verb_above(draft, noun)
    has_object = any(draft.deps[kid] == "obj" and kid > token for kid in draft.kids(token))
    has_subject = any(draft.deps[kid].startswith("nsubj") for kid in draft.kids(token))
    if verb is None:
        return
    if has_subject:
        # "you need salt; however, too much can raise blood pressure"
        draft.heads[token] = verb
        return
    alike = draft.tags[token] == draft.tags[verb]
    # "changes include eating oats, losing weight": one more of what is listed
    listed = draft.tags[token] == "VBG" and draft.lemmas[verb] in draft.words.listing_verbs
    if not alike and (listed or draft.heads[noun] != verb):
        return
    behind = None if has_object else _noun_behind(draft, token, beside=noun)
    if behind is not None and alike and draft.tags[token] == "VBG":
        # "protecting cells and supporting growth"
        draft.heads[behind], draft.deps[behind] = token, "obj"
        has_object = True
    # "damages nerves and results in numbness"
    has_phrase = alike and any(draft.deps[kid] == "obl" and kid > token for kid in draft.kids(token))
    if has_object or has_phrase:
        draft.heads[token] = verb


def share_tense(draft: Draft, token: int) -> None:
    """ "Lowered stress and improved sleep": the second verb told with its object is as finite as the first."""
    above = draft.heads[token]
    done = draft.tags[token] == "VBN" and draft.tags[above] == "VBD" and draft.pos[token] == draft.pos[above] == "VERB"
    if done and any(draft.deps[kid] == "obj" and kid > token for kid in draft.kids(token)):
        draft.tags[token] = "VBD"


def _verb_above(draft: Draft, noun: int) -> int | None:
    """The verb that a noun behind it is an object of, or below one by way of "of" and "and"."""
    here = noun
    while draft.deps[here] in ("conj", "appos", "nmod", "obj", "obl"):
        here = draft.heads[here]
        if draft.pos[here] == "VERB":
            return here if here < noun and draft.deps[here] not in ("amod", "compound") else None
    return None


def _noun_behind(draft: Draft, token: int, *, beside: int) -> int | None:
    """The noun right behind a verb that was coordinated with the noun the verb was."""
    for item in range(token + 1, len(draft.pos)):
        if draft.heads[item] == beside and draft.deps[item] == "conj" and draft.pos[item] in NOMINAL:
            return item
        if draft.pos[item] not in ("DET", "ADJ", *NOMINAL):
            return None
    return None


def agree_in_series(draft: Draft, token: int) -> None:
    """ "People absorb too much iron, which scars the liver and darkens the skin": the verb is the nearer clause's."""
    above = draft.heads[token]
    finite = draft.tags[token] == "VBZ" and draft.pos[token] == "VERB" and draft.tags[above] in ("VBP", "VBD", "VB")
    if not finite or any(draft.deps[kid].startswith("nsubj") for kid in draft.kids(token)):
        return
    for verb in range(token - 1, above, -1):
        relative = draft.deps[verb] == "acl:relcl" and draft.tags[verb] == "VBZ"
        if relative and any(draft.word(kid) in draft.words.relative_pronouns for kid in draft.kids(verb)):
            draft.heads[token] = verb
            return


def share_act(draft: Draft, token: int) -> None:
    """ "Helps your heart, nerves, and muscles work": the last that is helped, taken for the doer of a second clause."""
    verb, kids = draft.heads[token], draft.kids(token)
    if draft.lemmas[verb] not in draft.words.causative_verbs or draft.tags[token] not in ("VB", "VBP"):
        return
    doers = [kid for kid in kids if draft.deps[kid] == "nsubj" and kid in draft.covered]
    helped = [
        kid for kid in draft.kids(verb) if draft.deps[kid] == "obj" and verb < kid < token and kid in draft.covered
    ]
    complete = any(draft.deps[kid] in ("xcomp", "ccomp") for kid in draft.kids(verb))
    if len(doers) != 1 or not helped or complete or any(draft.deps[kid] in ("aux", "obj") for kid in kids):
        return
    for kid in kids:
        if kid < doers[0] and draft.deps[kid] in ("cc", "punct"):
            draft.heads[kid] = doers[0]
    draft.heads[doers[0]], draft.deps[doers[0]] = helped[0], "conj"
    draft.deps[token] = "xcomp"


def continue_condition(draft: Draft, token: int) -> None:
    """ "You get gout if you smoke, don't move, or drink beer": what goes on behind an "if" told after the rest."""
    root = draft.heads[token]
    bare = draft.pos[token] == "VERB" and not any(draft.deps[kid].startswith("nsubj") for kid in draft.kids(token))
    if not bare or root > token or draft.heads[root] != root or draft.tags[token] not in ("VB", "VBP"):
        return
    first = draft.span(token)[0]
    rest = [kid for kid in draft.kids(token) if draft.deps[kid] == "conj"]
    if not rest or "," not in (draft.word(first), draft.word(first - 1)):
        return
    clauses = [
        verb
        for verb in range(root + 1, token)
        if draft.deps[verb] == "advcl"
        and not draft.words.caution_openers.isdisjoint(draft.openers(verb, "mark", "advmod"))
    ]
    if clauses and draft.span(clauses[-1])[0] > root:
        for item in (token, *rest):
            draft.heads[item], draft.deps[item] = clauses[-1], "conj"


def join_conditions(draft: Draft, token: int) -> None:
    """ "Skip it if you are pregnant, have gout or take sedatives": what goes on with the condition."""
    order, kids = draft.heads[token], draft.kids(token)
    if draft.deps[order] != "root" or any(draft.deps[kid].startswith("nsubj") for kid in (*kids, *draft.kids(order))):
        return
    if not _is_told(draft, token) or not _is_alternative(draft, token):
        return
    for clause in draft.kids(order):
        warned = not draft.words.caution_openers.isdisjoint(draft.openers(clause, "mark", "advmod"))
        if draft.deps[clause] == "advcl" and order < clause < token and warned:
            draft.heads[token] = clause


def _is_told(draft: Draft, token: int) -> bool:
    """A verb, or what somebody is said to be: "are pregnant"."""
    return draft.pos[token] == "VERB" or any(draft.deps[kid] == "cop" for kid in draft.kids(token))


def _is_alternative(draft: Draft, token: int) -> bool:
    """ "Or" opens it or what goes on from it; in a series, the last: "have gout, take statins or are pregnant"."""
    joints = [kid for kid in range(len(draft.heads)) if draft.deps[kid] == "cc"]
    own = [kid for kid in joints if draft.heads[kid] == token]
    later = [kid for kid in joints if token < draft.heads[kid] and _is_told(draft, draft.heads[kid])]
    return any(draft.word(kid) in draft.words.alternative_words for kid in own or later[:1])


def tag_verb(draft: Draft, token: int, *, modal: bool) -> None:
    word = draft.word(token)
    if draft.pos[token] == "VERB" and draft.tags[token] in PAST:
        draft.tags[token] = "VBD"
    else:
        third = draft.pos[token] != "ADJ" and word != draft.lemmas[token]
        draft.tags[token] = "VBZ" if third else ("VB" if modal else "VBP")
        if draft.pos[token] == "ADJ":
            draft.lemmas[token] = word
    draft.pos[token] = "VERB"
