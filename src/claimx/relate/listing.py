"""What a general noun is said to be: "foods that cause gas include beans", "these may help: zinc and iron".

A lead-in carries a relation and leaves one of its places to a noun such as "foods", "changes" or "causes"; the list
that fills the place stands behind "include" or "are", behind a colon, or in the bullets below.
"""

from __future__ import annotations

from claimx.relate.graph import Graph
from claimx.relate.reader import Reader
from claimx.relate.subjects import deep_objects

CLAUSAL = ("obj", "xcomp", "ccomp", "obl", "advcl", "nmod")
# behind these an item says what it names ("Iron: a mineral that")
COLONS = (":", "–", "—", "--")


def stands_for(reader: Reader, token: int) -> list[int]:
    """Heads of what the sentence lists a general noun to be, none when it lists nothing or the noun is not general."""
    graph, words = reader.graph, reader.words
    # "these herbs", "two vitamins", "one herb that helps": classes as well
    counted = graph.is_plural(token) or graph.determiner(token) in words.articles - words.definite_articles
    counted = counted or bool(graph.kids(token, "nummod"))
    sort = counted and graph.last_word(token) in words.definite_nouns
    # "other causes"
    modifies = graph.base_dep(token) in ("amod", "det")
    if modifies or (not sort and not {graph.lemma(token), graph.word(token)} & words.open_nouns):
        return []
    said = _predicated(reader, token)
    named = [item for item in said if graph.lemma(item) not in words.open_nouns]
    return named or _told_behind(reader, token) or _trailing(reader, token)


def called(reader: Reader, noun: int) -> list[int]:
    """What the things are that a class of illnesses, medicines or other things is said to include."""
    graph, words = reader.graph, reader.words
    lemma = graph.last_word(noun)
    mention = graph.mention(noun)
    # "heart disease is a cause of death", but "some skin diseases are"
    named = mention is not None and " " in mention.name and not graph.is_plural(noun)
    if named or lemma not in words.open_nouns | words.vague_objects | words.drug_heads:
        return []
    return _predicated(reader, noun)


def stands_above(reader: Reader, trigger: int) -> list[int]:
    """The same of the general noun that a clause hangs on, or is the purpose of.

    "Ways to lower cholesterol include", "take steps to prevent gout, such as", "causes of gout are".
    """
    graph = reader.graph
    if graph.pos(trigger) in ("NOUN", "PROPN"):
        return stands_for(reader, trigger)
    objects = deep_objects(reader, trigger)
    if any(above in objects for above in graph.ancestors(trigger)):
        # "factors you can control": the noun is what is acted on
        return []
    if graph.kids(trigger, "nsubj") and graph.base_dep(trigger) not in ("acl", "advcl", "xcomp", "conj"):
        return []
    for above in graph.ancestors(trigger):
        for noun in (above, *graph.kids(above, "obj", "nsubj")):
            if (
                graph.is_nominal(noun)
                and noun < trigger
                and noun not in objects
                and (found := stands_for(reader, noun))
            ):
                # what one of the items does is not done by all of them
                return found if trigger < min(found) else []
    return []


def _predicated(reader: Reader, noun: int) -> list[int]:
    """What a noun is said to be or to include."""
    graph, words = reader.graph, reader.words
    subject = graph.first_conjunct(noun)
    above = graph.head(subject)
    if graph.base_dep(subject) != "nsubj" or above < subject:
        return []
    if graph.kids(above, "cop"):
        return [above]
    if graph.lemma(above) not in words.defining_verbs:
        return []
    found = [kid for kid in graph.kids(above, *CLAUSAL) if kid > above]
    # "ways to lower it include walking and eating less": the parser hung the second on the verb
    also = [kid for kid in graph.kids(above, "conj") if graph.parse.tags[kid] == "VBG" and kid > above]
    return found[:1] + also if found else []


def _told_behind(reader: Reader, noun: int) -> list[int]:
    """ "Avoid food that sets it off, which can include coffee and wine": what a clause behind it says it includes."""
    graph, words = reader.graph, reader.words
    for verb in range(noun + 1, len(graph)):
        subjects = graph.kids(verb, "nsubj")
        told = graph.lemma(verb) in words.listing_verbs and graph.base_dep(verb) in ("acl", "advcl")
        if told and [graph.word(item) in words.relative_pronouns for item in subjects] == [True]:
            return graph.kids(verb, "obj") if noun in _before_clause(graph, verb) else []
    return []


def _before_clause(graph: Graph, verb: int) -> list[int]:
    """What a clause hangs on, and the nouns that those hang on."""
    return [above for above in graph.ancestors(verb) if above < verb]


def _trailing(reader: Reader, noun: int) -> list[int]:
    """The heads of the list that ends the sentence, when the noun is the first general one before it."""
    graph, words = reader.graph, reader.words
    start = reader.list_at
    if start is None or noun >= start or _is_cut_short(reader, start):
        return []
    if any(graph.lemma(item) in words.open_nouns and graph.is_nominal(item) for item in range(noun)):
        return []
    end = next((item for item in range(start, len(graph)) if graph.word(item) in COLONS), len(graph))
    return [
        item
        for item in range(start, end)
        if (graph.head(item) < start or graph.head(item) == item)
        and graph.pos(item) not in ("PUNCT", "ADP", "CCONJ", "SCONJ", "PART", "DET")
    ]


def _is_cut_short(reader: Reader, start: int) -> bool:
    """The words before the list want it for themselves, and nothing before them does: "you may be told to avoid:"."""
    graph, words = reader.graph, reader.words
    last = next((item for item in range(start - 1, -1, -1) if graph.parse.pos[item] != "PUNCT"), 0)
    opens = (
        graph.lemma(last) in words.defining_verbs or graph.word(last) in words.member_prepositions | words.open_nouns
    )
    return (
        not opens
        and graph.word(last - 1) != "such"
        and graph.parse.pos[last] not in ("NOUN", "PROPN", "ADJ", "ADV", "NUM")
    )


def list_start(graph: Graph, *, item_at: int) -> int | None:
    """The token that the list at a sentence's end begins with: where its bullet does, or behind the only colon."""
    if graph.parse.starts and graph.parse.starts[0] < item_at:
        return next((token for token, start in enumerate(graph.parse.starts) if start >= item_at), None)
    colons = [token for token in range(len(graph)) if graph.word(token) in COLONS[:1]]
    return colons[0] + 1 if len(colons) == 1 and 2 < colons[0] < len(graph) - 1 else None
