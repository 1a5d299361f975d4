"""What somebody needs something for, where a parser hung a part of it elsewhere."""

from __future__ import annotations

from claimx.relate.draft import Draft
from claimx.relate.forms import BARE, FINITE, NOMINAL

# how an infinitive of purpose hangs on the verb that it is the purpose of
_PURPOSE = ("advcl", "xcomp", "acl")
# what stands in a noun phrase
_IN_PHRASE = ("ADJ", "PRON", "CCONJ", *NOMINAL)


def join_purpose(draft: Draft, token: int) -> None:
    """ "Needs zinc to make blood, and to keep skin healthy": a second purpose, hung on the verb as a further act."""
    verb = draft.heads[token]
    if draft.tags[token] != "VB" or verb > token or "to" not in draft.openers(token, "mark"):
        return
    first = [
        kid
        for kid in draft.kids(verb)
        if verb < kid < token and draft.deps[kid] in _PURPOSE and "to" in draft.openers(kid, "mark")
    ]
    if first and "to" not in draft.openers(verb, "mark"):
        draft.heads[token] = first[-1]


def lift_wish(draft: Draft, token: int) -> None:
    """ "If you want to ease nausea, try ginger": what somebody is out for is the purpose of what he is told."""
    wish = draft.heads[token]
    above, kids = draft.heads[wish], draft.kids(wish)
    opened = draft.words.caution_openers & set(draft.openers(wish, "mark", "advmod"))
    denied = any(draft.word(kid) in draft.words.negators for kid in kids)
    asked = draft.deps[wish] == "advcl" and wish < token < above and opened and not denied
    # "if you are trying to get pregnant"
    done = [kid for kid in draft.kids(token) if draft.deps[kid] in ("obj", "obl") and kid > token]
    known = any(kid in draft.covered or any(item in draft.covered for item in draft.kids(kid)) for kid in done)
    aimed = draft.lemmas[wish] in draft.words.aiming_verbs and "to" in draft.openers(token, "mark")
    taken = draft.lemmas[token] in draft.words.intake_verbs - draft.words.aimed_verbs
    if asked and known and aimed and not taken:
        draft.heads[token], draft.deps[token] = above, "advcl"
        draft.heads[wish], draft.deps[wish] = token, "dep"


def join_helped(draft: Draft, token: int) -> None:
    """ "Helps muscles move and nerves fire": the second act that it helps, hung on the verb as one more of its own."""
    verb = draft.heads[token]
    plain = draft.tags[token] in BARE and draft.lemmas[verb] in draft.words.bare_causatives and verb < token
    if not plain or not any(draft.deps[kid] == "nsubj" for kid in draft.kids(token)):
        return
    acts = [kid for kid in draft.kids(verb) if draft.deps[kid] == "xcomp" and verb < kid < token]
    if acts and draft.word(draft.span(token)[0] - 1) != ",":
        draft.heads[token] = acts[-1]


def join_helped_part(draft: Draft, token: int) -> None:
    """ "Helps muscles move and blood clot": a name that tells an act too, hung on the first act, is a second part."""
    act = draft.heads[token]
    verb = draft.heads[act]
    helps = draft.deps[act] == "xcomp" and draft.lemmas[verb] in draft.words.bare_causatives
    if not helps or token not in draft.covered or draft.pos[token] not in NOMINAL or draft.pos[act] != "VERB":
        return
    parts = [kid for kid in draft.kids(verb) if draft.deps[kid] == "obj" and verb < kid < act]
    if parts:
        draft.heads[token] = parts[-1]


def open_needed(draft: Draft, token: int) -> None:
    """ "Choline, a nutrient the brain needs": a clause without a pronoun is about the noun right before it."""
    if draft.lemmas[token] not in draft.words.needing_verbs or draft.tags[token] not in FINITE:
        return
    if any(draft.deps[kid] == "obj" and kid > token for kid in draft.kids(token)):
        return
    doer = _first_of_phrase(draft, token)
    noun = doer - 1
    article = _article_of(draft, noun) if doer < token else None
    if article is None or article == 0:
        return
    named = noun in draft.eaten or draft.lemmas[noun].split()[-1] in draft.words.definite_nouns
    if not named or not _seat(draft, noun, article=article, verb=token):
        return
    for item in range(article, noun):
        draft.heads[item] = noun
        if draft.deps[item] != "det":
            draft.deps[item] = "compound" if draft.pos[item] in NOMINAL else "amod"
    draft.heads[token], draft.deps[token] = noun, "acl:relcl"
    _hang_doer(draft, first=doer, verb=token)


def _first_of_phrase(draft: Draft, verb: int) -> int:
    """Where the noun phrase before a verb begins, with its article or owner; the verb itself where none does."""
    openers = draft.words.definite_articles | draft.words.owners
    for item in range(verb - 1, 0, -1):
        if draft.word(item).split()[0] in openers:
            return item
        if draft.pos[item] not in _IN_PHRASE:
            break
    return verb


def _article_of(draft: Draft, noun: int) -> int | None:
    """The "a" of a noun, some words before it."""
    articles = draft.words.articles - draft.words.definite_articles
    for item in range(noun - 1, -1, -1):
        if draft.word(item) in articles:
            return item
        if draft.pos[item] not in ("ADJ", "ADV", *NOMINAL):
            break
    return None


def _seat(draft: Draft, noun: int, *, article: int, verb: int) -> bool:
    """Hang the noun on the one that a comma parts it from, or say it of the subject before "is"."""
    before = article - 1
    if draft.word(before) == "," and before and draft.pos[before - 1] in NOMINAL and draft.heads[verb] != verb:
        draft.heads[before] = noun
        draft.heads[noun], draft.deps[noun] = before - 1, "appos"
        return True
    if draft.pos[before] != "AUX" or draft.lemmas[before] != "be":
        return False
    draft.heads[noun], draft.deps[noun] = (
        (noun, "root") if draft.heads[verb] == verb else (draft.heads[verb], draft.deps[verb])
    )
    for item, head in enumerate(draft.heads):
        outside = item < article or draft.deps[item] == "punct"
        if outside and article <= head <= verb and item != noun:
            draft.heads[item] = noun
    draft.deps[before] = "cop"
    return True


def _hang_doer(draft: Draft, *, first: int, verb: int) -> None:
    """The phrase before a verb is its subject, with all that is joined to it."""
    joints = [item for item in range(first, verb) if draft.pos[item] == "CCONJ"]
    head = (joints[0] if joints else verb) - 1
    draft.heads[head], draft.deps[head] = verb, "nsubj"
    for item in range(first, head):
        draft.heads[item] = head
        if draft.deps[item] not in ("det", "nmod:poss", "amod"):
            draft.deps[item] = "compound"
    if joints:
        last = verb - 1
        draft.heads[last], draft.deps[last] = head, "conj"
        draft.heads[joints[0]], draft.deps[joints[0]] = last, "cc"


def name_relative(draft: Draft, token: int) -> None:
    """ "Pectin, which microbes turn into acids": what they do it to, taken for a part of who does."""
    doer = draft.heads[token]
    verb = draft.heads[doer]
    ahead = draft.word(token) in draft.words.sequel_pronouns and draft.word(token - 1) == "," and token < doer < verb
    clause = draft.deps[doer] == "nsubj" and draft.deps[verb].startswith("acl") and draft.pos[verb] == "VERB"
    if ahead and clause and not any(draft.deps[kid] == "obj" for kid in draft.kids(verb)):
        draft.heads[token], draft.deps[token] = verb, "obj"
