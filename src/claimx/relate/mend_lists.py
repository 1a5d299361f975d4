"""Items of lists and second names that a parser hung as something else."""

from __future__ import annotations

from claimx.relate.draft import Draft
from claimx.relate.forms import NOUNS
from claimx.relate.mend_items import last_taken


def join_repeated(draft: Draft, token: int) -> None:
    """ "Needed for growth, for sleep and for healing": what repeats the preposition of a phrase goes on with it."""
    first = draft.heads[token]
    own, before = draft.openers(token, "case"), draft.openers(first, "case")
    start = draft.first_word(token)
    if own and own == before and first < start and draft.word(start - 1) == ",":
        draft.deps[token] = "conj"


def lift_repeated(draft: Draft, token: int) -> None:
    """ "Takes part in forming bone, in growth and in sleep": what repeats an act's preposition is beside it."""
    act = draft.heads[token]
    opened = draft.openers(act, "mark")
    start = draft.first_word(token)
    joined = act < start and (draft.word(start - 1) == "," or draft.word(start - 1) in draft.words.joining_words)
    if joined and draft.tags[act] == "VBG" and opened and opened == draft.openers(token, "case"):
        draft.heads[token] = draft.heads[act]


def join_example(draft: Draft, token: int) -> None:
    """ "Habits raise it, including a high salt intake and drinking beer": a further act is one of what is listed."""
    verb = draft.heads[token]
    told = any(draft.deps[kid].startswith(("nsubj", "aux", "mark")) for kid in draft.kids(token))
    if draft.tags[token] != "VBG" or draft.tags[verb] == "VBG" or draft.pos[verb] != "VERB" or told:
        return
    listed = (item for item in range(token - 1, verb, -1) if _is_listed(draft, item))
    draft.heads[token] = next(listed, verb)


def _is_listed(draft: Draft, token: int) -> bool:
    """An example: behind "including", "such as"."""
    openers = (kid for kid in draft.kids(token) if draft.deps[kid] in ("case", "mark"))
    return any(
        not draft.words.member_prepositions.isdisjoint((draft.word(kid), f"{draft.word(kid)} {draft.word(kid + 1)}"))
        for kid in openers
    )


def bridge_range(draft: Draft, token: int) -> None:
    """ "For mild to moderate asthma": the illness takes the place of the first word of how bad it is."""
    if draft.pos[token] != "ADJ":
        return
    joined = draft.word(token + 1) in draft.words.range_words
    worse = [kid for kid in draft.kids(token) if kid > token and draft.word(token + 1) in draft.openers(kid, "case")]
    if not joined or not worse or draft.span(worse[0])[0] != token + 1 or draft.pos[worse[0]] not in NOUNS:
        return
    noun = worse[0]
    draft.heads[noun], draft.deps[noun] = draft.heads[token], draft.deps[token]
    for kid in draft.kids(token):
        if kid != noun:
            draft.heads[kid] = noun
    for kid in draft.kids(noun):
        if kid == token + 1:
            draft.deps[kid] = "dep"
    draft.heads[token], draft.deps[token] = noun, "amod"


def rejoin_phrase(draft: Draft, token: int) -> None:
    """ "Not for people with gout or for children": the second phrase goes on with the first of its preposition."""
    own, here = draft.openers(token, "case"), draft.heads[token]
    if not own or draft.openers(here, "case") == own:
        return
    while draft.deps[here] in ("nmod", "conj"):
        here = draft.heads[here]
        if draft.openers(here, "case") == own and draft.pos[here] in NOUNS:
            draft.heads[token] = here
            return
    # "tied to gout in men and to colds", "use it in adults with gout, and in those on statins"
    verb, end = (draft.heads[here], here) if draft.deps[here] == "obl" else (here, token)
    if draft.pos[verb] == "VERB" or draft.deps[here] == "obl":
        beside = (kid for kid in draft.kids(verb) if draft.deps[kid] == "obl" and kid < end)
        draft.heads[token] = next((kid for kid in beside if draft.openers(kid, "case") == own), draft.heads[token])


def rejoin_parted(draft: Draft, token: int) -> None:
    """ "A rash around the mouth; diarrhea; and weakness": what a semicolon parts goes on with what the verb takes."""
    kids = draft.kids(token)
    # "and pain; weight fell" begins anew
    clause = any(draft.deps[kid].startswith("nsubj") for kid in kids)
    if clause or not any(draft.word(kid) == ";" for kid in kids if kid < token):
        return
    here = draft.heads[token]
    while draft.deps[here] in ("nmod", "obl", "conj", "appos") and draft.pos[here] in NOUNS:
        here = draft.heads[here]
    taken = next((kid for kid in draft.kids(here) if draft.deps[kid] == "obj" and kid < token), None)
    if draft.pos[here] == "VERB" and taken is not None and taken != token:
        draft.heads[token] = taken


def set_apart(draft: Draft, token: int) -> None:
    """What a name is said to be, taken for a second item: "vitamin E, an antioxidant that", "gout, a kind of"."""
    name = draft.heads[token]
    kids = draft.kids(token)
    start = draft.first_word(token)
    # "CRP, a marker of inflammation", which is one token
    head = draft.lemmas[token].split(" of ")[0].split()[-1]
    told = head in draft.words.definite_nouns | draft.words.telling_nouns and draft.pos[token] in NOUNS
    opens = name < start and draft.word(start - 1) == "," and draft.word(start) in draft.words.articles
    # "anthocyanins, antioxidants that lower"
    clause = any(draft.deps[kid] == "acl:relcl" for kid in kids)
    opens = opens or (clause and start == token == name + 2 and draft.word(start - 1) == ",")
    listed = any(draft.deps[kid] == "cc" for kid in kids) or any(
        draft.deps[kid] == "conj" and kid != token for kid in draft.kids(name)
    )
    if told and opens and not listed and name in draft.covered:
        draft.deps[token] = "appos"


def part_sum(draft: Draft, token: int) -> None:
    """ "Raises LDL and lowers HDL, a combination that": what sums a clause up is no second thing that is lowered."""
    kids = draft.kids(token)
    start = draft.first_word(token)
    sums = draft.lemmas[token] in draft.words.summing_nouns and draft.word(start) in draft.words.articles
    listed = any(draft.deps[kid] in ("cc", "conj") for kid in kids)
    if not sums or listed or start == 0 or draft.word(start - 1) != ",":
        return
    above = draft.heads[token]
    while draft.pos[above] in NOUNS and draft.heads[above] != above:
        above = draft.heads[above]
    if draft.pos[above] == "VERB" and any(draft.deps[kid] == "acl:relcl" for kid in kids):
        draft.heads[token], draft.deps[token] = above, "parataxis"


def join_contents(draft: Draft, token: int) -> None:
    """ "No proof that it helps or that it heals": a second "that" clause stands where the first one does."""
    above = draft.heads[token]
    if not _is_content(draft, token):
        return
    first = next((item for item in range(token - 1, above - 1, -1) if _is_content(draft, item)), None)
    if first is not None and draft.deps[first].split(":")[0] in ("acl", "ccomp", "advcl"):
        draft.heads[token], draft.deps[token] = draft.heads[first], draft.deps[first]


def _is_content(draft: Draft, token: int) -> bool:
    return not draft.words.content_openers.isdisjoint(draft.openers(token, "mark"))


def split_seen(draft: Draft, token: int) -> None:
    """ "Saw their blood pressure drop": a verb taken for a noun whose modifier is what falls."""
    above = draft.heads[token]
    if draft.lemmas[above] not in draft.words.seeing_verbs or draft.tags[token] != "NN":
        return
    if draft.lemmas[token] not in draft.words.moving_verbs:
        return
    thing = token - 1
    inside = draft.heads[thing] == token and draft.deps[thing] == "compound" and thing in draft.covered
    beside = draft.heads[thing] == above and draft.deps[thing] == "obj"
    if not (inside or beside) or any(draft.deps[kid] == "det" for kid in draft.kids(token)):
        return
    for kid in draft.kids(token):
        if kid < token and kid != thing:
            draft.heads[kid] = thing
    draft.heads[thing], draft.deps[thing] = above, "obj"
    draft.deps[token], draft.pos[token], draft.tags[token] = "xcomp", "VERB", "VB"


def pair_given(draft: Draft, token: int) -> None:
    """ "Gives skin its bounce and tendons their strength": a second pair is given by the same verb."""
    part = draft.heads[token]
    verb = draft.heads[part]
    if draft.deps[part] != "conj" or part not in draft.covered or draft.pos[part] != "NOUN" or token < part:
        return
    given = [kid for kid in draft.kids(verb) if draft.deps[kid] == "obj" and kid < part]
    to_whom = any(draft.deps[kid] == "iobj" for kid in draft.kids(verb))
    if given and to_whom and draft.pos[verb] == "VERB":
        draft.heads[part] = draft.heads[token] = given[0]
        draft.deps[token] = "conj"


def appose_class(draft: Draft, token: int) -> None:
    """ "Lutein and zeaxanthin, two carotenoids that help the eyes": a list closed by "and" is told its class."""
    first, behind = draft.heads[token], token + 1
    before = next((item for item in range(token - 1, first, -1) if draft.pos[item] not in ("NUM", "DET", "ADJ")), first)
    told = token in draft.eaten and draft.word(before) == "," and behind < len(draft.pos)
    if not told or draft.word(behind) not in draft.words.relative_pronouns or not draft.word(token).endswith("s"):
        return
    listed = (kid for kid in draft.kids(first) if draft.deps[kid] == "conj" and kid < token)
    if any("and" in draft.openers(kid, "cc") for kid in listed):
        draft.deps[token] = "appos"


def lower_class(draft: Draft, token: int) -> None:
    """ "A source of tryptophan, an amino acid that calms": the class is that of what is named right before it."""
    above, first = draft.heads[token], draft.span(token)[0]
    comma = first - (draft.word(first) != ",")
    named = comma - 1
    apart = token in draft.eaten and draft.word(comma) == "," and named in draft.eaten
    if apart and above < named and draft.heads[named] == above and above not in draft.covered:
        draft.heads[token] = named


def appose_kind(draft: Draft, token: int) -> None:
    """ "Goitrogens, compounds in soy, hinder": what commas set off behind a name says what it is."""
    first, end = draft.first_word(token), draft.span(token)[1]
    kind = token not in draft.covered and draft.lemmas[token] in draft.words.definite_nouns
    named = draft.heads[token] == first - 2 and first - 2 in draft.eaten
    if kind and named and end + 1 < len(draft.pos) and draft.word(end + 1) == "," and not draft.openers(token, "cc"):
        draft.deps[token] = "appos"


def raise_name(draft: Draft, token: int) -> None:
    """ "A compound in garlic, allicin, lowers": what commas set off is the name of the compound."""
    held = draft.heads[token]
    carrier = draft.heads[held]
    named = token in draft.eaten and held in draft.eaten and carrier < held < token and carrier not in draft.covered
    if not named or draft.deps[held] != "nmod" or draft.lemmas[carrier] not in draft.words.definite_nouns:
        return
    names = [kid for kid in draft.kids(held) if draft.deps[kid] in ("conj", "appos") and kid > held]
    behind = draft.span(names[-1])[1] + 1
    apart = draft.word(draft.span(held + 1)[0]) == "," and behind < len(draft.pos) and draft.word(behind) == ","
    # "substances in soy, cabbage and cassava, hinder" names none
    told = len(names) == 1 or any(draft.deps[kid] == "nummod" for kid in draft.kids(carrier))
    if token == names[0] and apart and told and not draft.openers(token, "cc"):
        draft.heads[token], draft.deps[token] = carrier, "appos"
        for other in names[1:]:
            draft.heads[other] = token


def join_signs(draft: Draft, token: int) -> None:
    """ "Leads to anemia, with tiredness and pallor": what comes with an illness comes about as well."""
    with_it = [kid for kid in draft.kids(token) if draft.deps[kid] == "case"]
    beside = [draft.word(kid) for kid in with_it] == ["with"] and draft.word(with_it[0] - 1) == ","
    if not beside or token not in draft.covered:
        return
    above = draft.heads[token]
    illness = above if draft.pos[above] in NOUNS else last_taken(draft, above, before=with_it[0])
    brought = illness in draft.covered and draft.lemmas[draft.heads[illness]] in draft.words.bringing_verbs
    if brought and illness < token:
        draft.heads[token], draft.deps[token], draft.deps[with_it[0]] = illness, "conj", "cc"


def join_followed(draft: Draft, token: int) -> None:
    """ "Bad breath is the first clue, followed by hair loss": what follows is told with what comes first."""
    noun = draft.heads[token]
    behind = [
        kid for kid in draft.kids(token) if draft.deps[kid].startswith("obl") and "by" in draft.openers(kid, "case")
    ]
    if draft.word(token) not in draft.words.followed_words or not behind or draft.pos[noun] not in NOUNS:
        return
    subjects = [kid for kid in draft.kids(noun) if draft.deps[kid].startswith("nsubj") and kid in draft.covered]
    first = subjects[0] if subjects else noun
    if first in draft.covered:
        draft.heads[behind[0]], draft.deps[behind[0]] = first, "conj"


def join_between(draft: Draft, token: int) -> None:
    """ "A link between bacon and a higher risk of stroke": the second of two that something is between."""
    link = draft.heads[token]
    held = [kid for kid in draft.kids(link) if draft.deps[kid] == "nmod" and link < kid < token]
    if len(held) != 1 or draft.words.between_words.isdisjoint(draft.openers(held[0], "case")):
        return
    if not any(draft.deps[kid] == "conj" for kid in draft.kids(held[0])) and draft.pos[token] in ("NOUN", "PROPN"):
        draft.heads[token] = held[0]
