"""Acts in a series ("changes include eating oats, losing weight and resting") that a parser hung on another verb."""

from __future__ import annotations

from claimx.relate.draft import Draft


def join_act(draft: Draft, token: int) -> None:
    """ "Drinking water to prevent cramps, and resting", "changes include oats, losing weight": one more of the acts.

    No act of a list is done by another, so that the first is told to be listed.
    """
    verb = draft.heads[token]
    if not _is_bare_act(draft, token) or verb > token:
        return
    first = _first_listed(draft, verb, before=token)
    if first is None and draft.deps[token] == "conj" and "to" in draft.openers(verb, "mark"):
        above = draft.heads[verb]
        first = above if draft.tags[above] == "VBG" and draft.deps[verb] == "advcl" else None
    if first is not None:
        draft.heads[token], draft.deps[token] = first, "conj"


def join_doing(draft: Draft, token: int) -> None:
    """ "Some drugs, drinking beer and eating salt raise it": an act in a list, taken for what its first item does."""
    first = draft.heads[token]
    top = draft.heads[first] if draft.deps[first] == "conj" else first
    if draft.tags[token] != "VBG" or token in draft.covered or first > token or draft.word(token - 1) != ",":
        return
    items = [kid for kid in (*draft.kids(token), *draft.kids(top)) if draft.deps[kid] == "conj" and kid > token]
    joined = [kid for kid in items if any(draft.deps[mark] == "cc" for mark in draft.kids(kid))]
    last = max((draft.span(kid)[1] for kid in joined), default=len(draft.heads) - 1)
    done = draft.deps[top].startswith("nsubj") and draft.heads[top] > token
    if done and joined and draft.word(min(last + 1, len(draft.heads) - 1)) != ",":
        draft.heads[token], draft.deps[token] = top, "conj"


def join_agent(draft: Draft, token: int) -> None:
    """ "Is set off by beer and eating salt": an act behind what is done by something is one more that does it."""
    verb = draft.heads[token]
    done = any(draft.deps[kid] == "aux:pass" for kid in draft.kids(verb))
    if not done or verb > token or not _is_bare_act(draft, token):
        return
    agents = (kid for kid in draft.kids(verb) if draft.deps[kid].startswith("obl") and verb < kid < token)
    by = (kid for kid in agents if not draft.words.agent_prepositions.isdisjoint(draft.openers(kid, "case")))
    draft.heads[token] = next(by, verb)


def _is_bare_act(draft: Draft, token: int) -> bool:
    """A participle behind a comma or a conjunction, which has no doer and no opener of its own."""
    own = any(draft.deps[kid].startswith(("nsubj", "aux", "mark", "cop")) for kid in draft.kids(token))
    parted = draft.word(draft.span(token)[0]) in {",", *draft.words.joining_words}
    return draft.tags[token] == "VBG" and draft.pos[token] == "VERB" and parted and not own


def _first_listed(draft: Draft, verb: int, *, before: int) -> int | None:
    """The first thing that a verb of listing takes; an act among them becomes its object."""
    if draft.lemmas[verb] not in draft.words.listing_verbs:
        return None
    for kid in draft.kids(verb):
        act = draft.deps[kid] in ("advcl", "xcomp", "ccomp") and draft.tags[kid] == "VBG"
        if verb < kid < before and (draft.deps[kid] == "obj" or act):
            draft.deps[kid] = "obj"
            return kid
    return None


def join_whom(draft: Draft, token: int) -> None:
    """ "Makes it harder for kidneys to clear it": for whom it is so, where "for" was hung on what they are to do."""
    marker = draft.span(token)[0] - 1
    judged = marker - 1
    if judged < 1 or draft.word(marker) != "for" or draft.deps[marker] != "mark" or draft.pos[judged] != "ADJ":
        return
    if any(draft.word(kid) == "for" for kid in draft.kids(token)):
        return
    draft.heads[marker], draft.deps[marker], draft.pos[marker] = token, "case", "ADP"
    draft.heads[token], draft.deps[token] = judged, "obl"
