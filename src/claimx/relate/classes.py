"""Class nouns ("the mineral", "a herb"): whether one points back, says what another noun is, or means one of a kind."""

from __future__ import annotations

from claimx.records import Mention
from claimx.relate.fillers import Filler
from claimx.relate.graph import Graph
from claimx.relate.reader import Reader

NAMES = ("NOUN", "PROPN")


def is_definite(reader: Reader, token: int) -> bool:
    """A noun that points back at a nutrient named before: "this mineral", "the supplement", "its effect"."""
    graph, words = reader.graph, reader.words
    lemma = graph.lemma(token)
    marks = {graph.word(kid) for kid in graph.kids(token, "det", "nmod:poss", "amod")}
    salt = lemma in words.salt_nouns and graph.mention(token) is None
    if salt or is_one_of_two(reader, token) or is_helping(reader, token):
        return True
    if not marks & (words.demonstratives - words.definite_articles):
        called = lemma in words.the_nouns or is_counted(reader, token)
        return bool(marks & words.definite_articles) and called and not _is_told_which(reader, token)
    if lemma in words.effect_nouns:
        return True
    if marks & words.harmful_adjectives:
        return False
    # "this type of surgery" is no nutrient
    other = any(
        graph.base_dep(kid) == "nmod"
        and graph.preposition(kid) in words.genitive_prepositions
        and graph.mention(kid, "NUTRIENT") is None
        for kid in graph.children[token]
    )
    return lemma in words.definite_nouns and not other


def _is_told_which(reader: Reader, token: int) -> bool:
    """ "The molecules that drive swelling" are said to be which, and were not named before."""
    graph = reader.graph
    behind = min(token + 1, len(graph) - 1)
    return graph.word(behind) in reader.words.relative_pronouns and graph.has_relative(token)


def is_counted(reader: Reader, token: int) -> bool:
    """ "The two nutrients", "these three herbs": as many as were named before."""
    graph, words = reader.graph, reader.words
    counted = any(graph.word(kid) in words.sharers for kid in graph.kids(token, "nummod"))
    return counted and graph.is_plural(token) and graph.lemma(token) in words.definite_nouns


def is_one_of_two(reader: Reader, token: int) -> bool:
    """ "The former", "the latter", "the second", of two that were named before."""
    graph, words = reader.graph, reader.words
    called = graph.word(token) in words.former_words | words.latter_words and graph.mention(token) is None
    the = token > 0 and graph.word(token - 1) in words.definite_articles
    return called and the and graph.base_dep(token) not in ("amod", "compound")


def is_helping(reader: Reader, token: int) -> bool:
    """So much of what was spoken of: "a spoonful soothes", "two cups a day keep"."""
    graph, words = reader.graph, reader.words
    if graph.lemma(token) not in words.helpings or graph.mention(token) is not None:
        return False
    counted = graph.determiner(token) in words.articles - words.definite_articles or graph.kids(token, "nummod")
    alone = not graph.kids(token, "compound", "amod") and not any(
        graph.preposition(kid) in words.genitive_prepositions for kid in graph.kids(token, "nmod")
    )
    return bool(counted) and alone and graph.base_dep(token) == "nsubj" and graph.pos(graph.head(token)) == "VERB"


def is_sort_of(reader: Reader, token: int) -> bool:
    """A sort of what was named before, by what it is like: "green ones", "the raw kind", "fortified versions"."""
    graph, words = reader.graph, reader.words
    if graph.word(token) not in words.sort_nouns or graph.base_dep(token) not in ("nsubj", "csubj"):
        return False
    return bool(graph.kids(token, "amod")) and not graph.kids(token, "nmod", "compound", "acl")


def is_rest(reader: Reader, token: int) -> bool:
    """ "And other foods": what a list ends in, and sums up."""
    return reader.graph.has_kid(token, "amod", among=reader.words.rest_words)


def is_class(reader: Reader, token: int, *, mention: Mention) -> bool:
    """The mention is of a class that a nutrient named elsewhere may belong to."""
    words = reader.words
    return mention.name in words.carrier_classes or reader.graph.last_word(token) in words.definite_nouns


def is_word_for_name(reader: Reader, token: int, *, mention: Mention) -> bool:
    """ "The vitamin biotin", "the mineral copper": the class only says what the name behind it is."""
    graph, words = reader.graph, reader.words
    named = graph.mention(graph.head(token), "NUTRIENT")
    inside = graph.base_dep(token) == "compound" and graph.head(token) == token + 1
    one = mention.name in words.carrier_classes and not graph.is_plural(token)
    return inside and one and named is not None and named.name not in words.carrier_classes


def says_what(reader: Reader, token: int, *, mention: Mention) -> bool:
    """A class that a name is said to be of: "garlic is a spice that", but not "the best choice is garlic"."""
    graph, words = reader.graph, reader.words
    determiner = graph.determiner(token)
    # "prebiotics are fibers that"
    many = not determiner and graph.is_plural(token)
    # "berberine is an alkaloid that", of whatever class
    named = (many or determiner in words.articles - words.definite_articles) and any(
        graph.mention(kid, "NUTRIENT") is not None for kid in graph.kids(token, "nsubj")
    )
    one = named or (determiner in words.articles and graph.last_word(token) in words.definite_nouns)
    ends = many or graph.last_word(token) == graph.word(token).split()[-1]
    return mention.name in words.carrier_classes or (one and ends)


def points_back(reader: Reader, token: int, *, mention: Mention) -> bool:
    """The mention is of a class, and its determiner says that one of it was named before ("these minerals")."""
    graph, words = reader.graph, reader.words
    if mention.name in words.empty_classes and is_definite(reader, token):
        return True
    determiner, last = graph.determiner(token), graph.last_word(token)
    the_one = graph.word(token) == last or (mention.name in words.carrier_classes and not graph.is_plural(token))
    if determiner in words.definite_articles and last in words.the_nouns and the_one:
        return True
    pointing = determiner in words.pronouns or determiner in words.pointing_words
    pointing = pointing or (determiner in words.definite_articles and is_counted(reader, token))
    if determiner in words.possessives and mention.name not in words.carrier_classes:
        # "oats are good: their fiber" is a part of what was named
        return False
    return pointing and is_class(reader, token, mention=mention)


def stands_for_other(reader: Reader, token: int, *, mention: Mention) -> bool:
    """The class is what a noun that is no nutrient is said to be: "homocysteine is an amino acid that"."""
    graph, words = reader.graph, reader.words
    if mention.name not in words.carrier_classes or graph.determiner(token) not in words.articles:
        return False
    named = [graph.head(token)] if graph.base_dep(token) == "appos" else []
    if graph.kids(token, "cop") and not graph.preposition(token):
        # "weakness is due to a diet that is low in iron" says nothing of what a diet is
        named = graph.kids(token, "nsubj")
    return any(
        noun < token
        and graph.parse.pos[noun] in NAMES
        and graph.mention(noun, "NUTRIENT") is None
        and graph.lemma(noun) not in words.open_nouns
        for noun in named
    )


def is_one_of_many(reader: Reader, token: int, *, mention: Mention) -> bool:
    """ "A protein that carries oxygen", "the protein made by this gene", "the VDR protein": none that is eaten."""
    graph, words = reader.graph, reader.words
    if mention.name not in words.counted_classes:
        return False
    kids = graph.children[token]
    if any(graph.mention(kid, "NUTRIENT") is not None and graph.base_dep(kid) in ("nmod", "compound") for kid in kids):
        return False
    coded = any(graph.base_dep(kid) == "compound" and _is_code(reader, kid) for kid in kids)
    one = not graph.is_plural(token)
    told = any(graph.base_dep(kid) == "acl" for kid in kids)
    determiner = graph.determiner(token)
    counted = determiner in words.articles - words.definite_articles or (determiner in words.definite_articles and told)
    return coded or (one and counted)


def _is_code(reader: Reader, token: int) -> bool:
    """The name of a gene or the like: "MRP6", "spectrin" where the parser takes it for a name."""
    surface = reader.graph.parse.words[token]
    capitals = sum(char.isupper() for char in surface)
    return reader.graph.parse.pos[token] == "PROPN" or capitals > 1 or (capitals > 0 and any(map(str.isdigit, surface)))


def apposed_to(graph: Graph, token: int) -> list[int]:
    """What an apposition tells more of: the noun it hangs on, or all of the list before "two herbs that"."""
    above = graph.head(token)
    listed = [item for item in graph.conjuncts(above) if item < token] if graph.is_plural(token) else []
    return listed or [above]


def of_called(reader: Reader, token: int, inner: list[Filler]) -> list[Filler]:
    """What stands inside a phrase, unless only the phrase itself calls something: "the extract in capsules"."""
    return [] if is_definite(reader, token) and all(item.kind == "ellipsis" for item in inner) else inner
