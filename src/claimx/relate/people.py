"""Groups of people as objects: by a name, by what they have or take, or by what they do."""

from __future__ import annotations

from claimx.records import Label, Mention
from claimx.relate.reader import Reader

# what a group of people can be told by
WHO_PEOPLE_ARE: frozenset[Label] = frozenset({"CONDITION", "DRUG"})


def conditions_of_people(reader: Reader, token: int) -> list[int]:
    """The conditions or medicines that define a group: "people with diabetes", "those who take warfarin"."""
    graph, words = reader.graph, reader.words
    if not is_people(reader, token):
        return []
    found = [token]
    for item in found:
        found.extend(
            kid
            for kid in graph.children[item]
            if not (item == token and graph.base_dep(kid) == "conj")
            and not set(graph.preposition(kid).split()) & words.negators
            and not tells_whence(reader, kid)
        )
    told = (item for item in found if graph.mention(item, *WHO_PEOPLE_ARE) is not None)
    return sorted(item for item in told if graph.anchor(item) == item)


def tells_whence(reader: Reader, token: int) -> bool:
    """ "People with pain caused by stress": what an illness comes of defines no group."""
    graph, words = reader.graph, reader.words
    tells = graph.base_dep(token) == "acl" and graph.lemma(token) in words.tying_verbs | words.bringing_verbs
    return tells and graph.parse.tags[token] == "VBN"


def is_people(reader: Reader, token: int) -> bool:
    graph = reader.graph
    named = {graph.lemma(token), graph.word(token)}
    return graph.mention(token, "POPULATION") is not None or not reader.words.population_heads.isdisjoint(named)


def is_share_of_us(reader: Reader, token: int) -> bool:
    """ "Everyone", "most of us"."""
    graph, words = reader.graph, reader.words
    of_us = graph.has_kid(token, "nmod", among=words.groups_of_us)
    return graph.word(token) in words.all_people or (of_us and graph.word(token) in words.shares_of_people)


def defined_group(reader: Reader, token: int) -> Mention | None:
    """People told by what they do or have: "people who avoid dairy", "those living far north"."""
    graph, words = reader.graph, reader.words
    clauses = [
        kid
        for kid in graph.kids(token, "acl")
        # "vegans, who need more iron" are all vegans
        if graph.pos(kid) == "VERB" and graph.lemma(kid) not in words.wishing_verbs and graph.pos(token + 1) != "PUNCT"
    ]
    if not clauses or clauses[0] < token or _takes_nutrient(reader, clauses[0]):
        return None
    inside = graph.subtree(clauses[0])
    if any(graph.pos(item) == "CCONJ" for item in range(token, min(inside))):
        # "smokers and people who eat no fruit", with the clause hung on the smokers
        return None
    last = max(inside)
    while graph.pos(last) == "PUNCT":
        last -= 1
    return graph.stretch(min([token, *graph.kids(token, "amod", "compound")]), last, label="POPULATION")


def _takes_nutrient(reader: Reader, clause: int) -> bool:
    graph, words = reader.graph, reader.words
    below = graph.subtree(clause)
    without = graph.lemma(clause) in words.avoid_verbs | words.lacking_verbs
    without = without or any(graph.word(item) in words.negators for item in below)
    return not without and any(graph.mention(item, "NUTRIENT") is not None for item in below)


def counted_among(reader: Reader, token: int) -> int | None:
    """Those a share is told of: the women of "one in five women", "nine out of ten women"."""
    graph = reader.graph
    if graph.parse.tags[token] != "CD":
        return None
    among = (kid for kid in graph.kids(token, "nmod") if graph.kids(kid, "nummod"))
    return next((kid for kid in among if graph.preposition(kid) in reader.words.share_prepositions), None)
