"""What opens a sentence: what ties it to others ("in fact"), advice whose verb was taken for a noun ("Swap butter for
oil", "Overdo the fiber and"), and participles behind the subject."""

from __future__ import annotations

from functools import cache

from claimx.relate.draft import Draft
from claimx.relate.forms import NOUNS

# what stands between a verb and the head of its object
_WITHIN = ("DET", "PRON", "ADJ", "NUM", "ADV", *NOUNS)
# labels of a noun, under which a verb stands where the parser was at odds with its tags
HUNG_AS_NOUN = ("nsubj", "compound", "amod", "csubj")
# how a noun hangs in the place of a clause
_AS_NOUN = {"csubj": "nsubj", "advcl": "obl", "acl": "nmod"}
# what stays with a noun when its verb is put back
_OF_NOUN = frozenset({"det", "amod", "compound", "nmod:poss", "nummod", "flat", "conj", "cc", "acl", "acl:relcl"})


def set_aside(draft: Draft, token: int) -> None:
    """ "In fact, zinc is safe": what no verb takes, and so nothing that is said of one."""
    if draft.word(token) not in _last_words(draft.words.asides) or token in draft.covered:
        return
    first, last = draft.span(token)
    alone = all(draft.pos[item] == "PUNCT" for item in range(token + 1, last + 1))
    if alone and " ".join(draft.parse.words[first : token + 1]).lower() in draft.words.asides:
        draft.deps[token] = "advmod"


@cache
def _last_words(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(phrase.split()[-1] for phrase in phrases)


def open_with_verb(draft: Draft, token: int) -> None:
    """The first word is the verb, and the noun it was hung on or beside its object."""
    if token or draft.word(0) not in draft.words.opening_verbs:
        return
    if draft.heads[0] == 0 and _is_on_something(draft):
        draft.pos[0], draft.tags[0] = "VERB", "VB"
        return
    if 0 in draft.covered:
        return
    hung = draft.deps[0] in HUNG_AS_NOUN
    verb_behind = draft.pos[0] == "VERB" and hung
    # "Stir turmeric into soups", "Sip tea": no noun, and yet what all hangs on
    rooted = draft.heads[0] == 0 and draft.pos[0] in ("ADJ", "DET", "ADV", "INTJ", "ADP")
    if draft.pos[0] not in NOUNS and not verb_behind and not rooted:
        return
    noun = _object(draft)
    if noun is None:
        return
    draft.pos[0], draft.tags[0] = "VERB", "VB"
    if draft.heads[noun] == 0:
        draft.deps[noun] = "obj"
    elif draft.heads[0] == noun:
        _take_over(draft, noun)


def _is_on_something(draft: Draft) -> bool:
    """ "Snack on walnuts to": the verb at the top, with its noun behind a preposition."""
    behind = [kid for kid in draft.kids(0) if draft.deps[kid] in ("obl", "nmod")]
    return draft.word(1) in draft.words.ordered_prepositions and any(
        draft.heads[1] == kid and draft.pos[kid] in NOUNS for kid in behind
    )


def _object(draft: Draft) -> int | None:
    """The head of the noun phrase right behind the first word."""
    last = None
    for item in range(1, len(draft.pos)):
        if draft.pos[item] not in _WITHIN:
            break
        last = item if draft.pos[item] in NOUNS else last
    if last is None:
        return None
    while draft.deps[last] in ("compound", "flat", "conj", "nmod") and 0 < draft.heads[last] < last:
        last = draft.heads[last]
    return last


def _take_over(draft: Draft, noun: int) -> None:
    """The verb comes into the noun's place, with all that is said of more than the noun."""
    draft.take_place(0, of=noun)
    for kid in draft.kids(noun):
        if kid == 0:
            continue
        finite = draft.deps[kid] == "conj" and draft.pos[kid] in ("VERB", "AUX")
        if draft.deps[kid] not in _OF_NOUN or finite:
            draft.heads[kid] = 0
            draft.deps[kid] = "obl" if draft.deps[kid] == "nmod" else draft.deps[kid]
    draft.heads[noun], draft.deps[noun] = 0, "obj"


def name_act(draft: Draft, token: int) -> None:
    """ "Drinking during pregnancy can harm": an act that is a name is the subject, and no clause."""
    if token not in draft.covered or draft.pos[token] not in NOUNS:
        return
    passive = any(draft.deps[kid] == "aux:pass" for kid in draft.kids(draft.heads[token]))
    draft.deps[token] = "nsubj:pass" if passive else "nsubj"
    for kid in draft.kids(token):
        draft.deps[kid] = "nmod" if draft.deps[kid] == "obl" else draft.deps[kid]


def free_class(draft: Draft, token: int) -> None:
    """ "A popular supplement, zinc can": what opens the sentence tells what the name behind the comma is."""
    if draft.words.articles.isdisjoint(draft.openers(token, "det")):
        return
    verb, comma = draft.heads[token], draft.span(token)[1]
    comma += draft.word(comma) != ","
    opens = draft.word(comma) == ","
    names = [kid for kid in draft.kids(verb) if draft.deps[kid].startswith("nsubj") and comma < kid < verb]
    if opens and names and names[0] in draft.covered and draft.span(names[0])[0] == comma + 1:
        draft.heads[token], draft.deps[token] = names[0], "appos"


def free_it(draft: Draft, token: int) -> None:
    """ "When it comes to zinc, it can": the first "it" stands for nothing."""
    it = draft.word(token) in draft.words.expletives
    if it and " ".join(draft.word(at) for at in range(token - 1, token + 3)) in draft.words.topic_phrases:
        draft.deps[token] = "expl"


def lower_fall(draft: Draft, token: int) -> None:
    """ "Falling iron levels can", "caused by falling levels": what the levels do, and no act of somebody."""
    if draft.tags[token] != "VBG" or draft.lemmas[token] not in draft.words.failing_verbs:
        return
    levels = [kid for kid in draft.kids(token) if draft.deps[kid] == "obj" and kid > token]
    if len(levels) != 1 or draft.lemmas[levels[0]] not in draft.words.bare_stores | draft.words.large_amounts:
        return
    noun, marks = levels[0], [kid for kid in draft.kids(token) if draft.deps[kid] == "mark"]
    if draft.deps[token] != "csubj" and not marks:
        return
    for kid in marks:
        draft.deps[kid], draft.pos[kid] = "case", "ADP"
    draft.heads[noun], draft.deps[noun] = draft.heads[token], _AS_NOUN[draft.deps[token]]
    draft.heads[token], draft.deps[token] = noun, "amod"
    for kid in draft.kids(token):
        draft.heads[kid] = noun


def lower_participle(draft: Draft, token: int) -> None:
    """ "Zinc taken in excess can harm": a participle taken for the subject, with the noun that it tells of."""
    verb, kids = draft.heads[token], draft.kids(token)
    subject = next((kid for kid in kids if draft.deps[kid] in ("nsubj", "nsubj:pass") and kid < token), None)
    alone = not any(draft.deps[kid] in ("aux", "aux:pass", "cop", "mark") for kid in kids)
    own = any(draft.deps[kid].startswith("nsubj") for kid in draft.kids(verb))
    # "rats fed sugar did worse"
    # "gel rubbed on a sprain"
    done = draft.lemmas[token] in draft.words.trial_verbs or (
        draft.lemmas[token] in draft.words.ordered_verbs and not any(draft.deps[kid] == "obj" for kid in kids)
    )
    past = draft.tags[token] == "VBN" or (draft.tags[token] == "VBD" and done)
    if subject is None or not alone or own or not past or verb < token:
        return
    passive = any(draft.deps[kid] == "aux:pass" for kid in draft.kids(verb))
    draft.heads[subject], draft.deps[subject] = verb, "nsubj:pass" if passive else "nsubj"
    draft.heads[token], draft.deps[token], draft.tags[token] = subject, "acl", "VBN"


def part_from_dose(draft: Draft, token: int) -> None:
    """ "Past 400 mg a day, jitters set in": the amount that opens the sentence is no subject."""
    # an amount is one word to the parser, often with what it opens with
    if draft.word(0).split()[0] not in draft.words.dose_openers:
        return
    above = draft.heads[token]
    comma = next((at for at in range(1, len(draft.pos)) if draft.word(at) == ","), 0)
    if not token < comma < above or not any(_is_amount(draft, at) for at in range(comma)):
        return
    listed = [kid for kid in draft.kids(token) if kid > comma]
    names = [kid for kid in listed if draft.deps[kid] == "conj" and draft.pos[kid] in NOUNS]
    others = [kid for kid in draft.kids(above) if draft.deps[kid].startswith("nsubj") and kid > comma]
    if not names and not others:
        return
    if names:
        draft.heads[names[0]], draft.deps[names[0]] = above, draft.deps[token]
        for kid in listed:
            draft.heads[kid] = draft.heads[kid] if kid == names[0] else names[0]
    draft.deps[token] = "obl"
    if token:
        draft.heads[0], draft.deps[0], draft.pos[0] = token, "case", "ADP"


def appose_dose(draft: Draft, token: int) -> None:
    """ "Zinc, around 30 mg a day, eases colds": of two subjects, the amount between commas tells of the name before."""
    above, comma = draft.heads[token], token - 1
    amount = token not in draft.eaten and _is_amount(draft, token)
    if not amount or comma < 1 or draft.word(comma) != "," or not token < above:
        return
    names = [kid for kid in draft.kids(above) if draft.deps[kid].startswith("nsubj") and kid < comma]
    if names:
        draft.heads[token], draft.deps[token] = names[-1], "appos"


def _is_amount(draft: Draft, token: int) -> bool:
    return token in draft.covered and any(map(str.isdigit, draft.word(token)))


def part_group(draft: Draft, token: int) -> None:
    """ "In older adults ginger may help": in whom, with no comma behind it, taken for one noun with who does it."""
    group, verb = token - 1, draft.heads[token]
    joined = draft.heads[group] == token and draft.deps[group] in ("compound", "amod") and draft.tags[group] == "NNS"
    if not joined or verb < token or token not in draft.eaten or group in draft.eaten:
        return
    if any(draft.deps[kid].startswith("nsubj") for kid in draft.kids(verb)):
        return
    for kid in draft.kids(token):
        if kid < group:
            draft.heads[kid] = group
    draft.heads[group], draft.deps[group], draft.pos[group] = verb, "obl", "NOUN"
    draft.deps[token] = "nsubj:pass" if any(draft.deps[kid] == "aux:pass" for kid in draft.kids(verb)) else "nsubj"
