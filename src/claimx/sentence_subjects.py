"""What a sentence is about: the nutrients, people or other things that its main clause has as its subject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from claimx.records import Mention
from claimx.relate.fillers import LEFT_OUT, Amount, member_tokens
from claimx.relate.forms import BARE
from claimx.relate.nutrients import nutrient_fillers
from claimx.relate.people import is_people
from claimx.relate.reader import Reader
from claimx.topic import Context

# words of a question that only announces what answers it
MAX_QUESTION = 5
SubjectKind: TypeAlias = Literal["nutrient", "pronoun", "bystander", "other"]


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject of a clause; `named` are its nutrients, and `plural` says how a pronoun would take it up.

    `left_out` when it speaks of a nutrient and names none ("a deficiency"), `definite` when it calls one something else
    ("the mineral"), `noun` is what it calls it, and `called` the same behind a definite article. `holder` is the
    pronoun of what the nutrient is in ("the fiber in them", "its oils").
    """

    kind: SubjectKind
    named: tuple[Mention, ...] = ()
    state: Amount = "intake"
    plural: bool = False
    unknown: bool = False
    people: bool = False
    illness: bool = False
    drug: bool = False
    left_out: bool = False
    definite: bool = False
    called: str = ""
    noun: str = ""
    holder: str = ""


def main_subject(context: Context, number: int) -> Subject | None:
    """The subject of a sentence's main clause, or the nutrient that an enabling verb has as its object."""
    reader = context.reader(number)
    if reader is None:
        return None
    graph = reader.graph
    for root in (token for token in range(len(graph)) if graph.head(token) == token):
        acts = [item for kid in graph.kids(root, "csubj") for item in graph.kids(kid, "obj")[:1]]
        taken = read_subject(reader, acts[0]) if acts else None
        if taken is not None and taken.kind == "nutrient":
            # "eating too much salt is dangerous"
            return taken
        # behind a label ("Skin: zinc helps") the parser has two subjects
        for token in reversed([kid for kid in graph.kids(root, "nsubj") if kid < root] or graph.kids(root, "nsubj")):
            subject = read_subject(reader, token)
            if subject.kind == "other" and not subject.drug and graph.lemma(root) in reader.words.enabling_verbs:
                # "the thyroid needs iodine": what it needs is spoken of
                named = [item for kid in graph.kids(root, "obj") for item in _named(reader, kid)]
                if named:
                    return Subject("nutrient", tuple(named))
            if subject.kind == "bystander" or (token > root and any(kid < root for kid in graph.kids(root, "ccomp"))):
                # "zinc is the best, says Dr. Hill": what is quoted goes on, whoever said it
                return _reported(reader, root) or subject
            of_class = bool(subject.named) and all(item.name in reader.words.carrier_classes for item in subject.named)
            # "few herbs are as old as ginger", "one of the key vitamins is folic acid"
            told = _none_like(reader, token) if of_class else []
            if of_class and not told and graph.kids(root, "cop"):
                told = _named(reader, root)
            return Subject("nutrient", tuple(told)) if told else subject
    return None


def last_subject(context: Context, number: int) -> Subject | None:
    """The nutrient that the last of several clauses is about: "rest helps, and the juice is full of sugar"."""
    reader = context.reader(number)
    if reader is None:
        return None
    graph = reader.graph
    later = (token for token in reversed(range(len(graph))) if graph.base_dep(token) == "conj")
    for clause in (token for token in later if graph.head(graph.head(token)) == graph.head(token)):
        subjects = graph.kids(clause, "nsubj")
        if subjects:
            subject = read_subject(reader, subjects[-1])
            return subject if subject.kind == "nutrient" else None
    return None


def told_to_take(context: Context, number: int) -> list[Mention]:
    """What somebody is told to do something with: "leave liver off the menu"."""
    reader = context.reader(number)
    if reader is None:
        return []
    graph = reader.graph
    orders = (token for token in range(len(graph)) if graph.head(token) == token and graph.parse.tags[token] in BARE)
    acts = (token for token in orders if not graph.kids(token, "nsubj", "aux"))
    return [item for act in acts for kid in graph.kids(act, "obj") for item in _named(reader, kid)]


def beside_bystander(context: Context, number: int) -> set[int]:
    """Where the words of a subject stand that is no more than looked on: "studies in diabetics have been few"."""
    reader = context.reader(number)
    if reader is None:
        return set()
    graph = reader.graph
    roots = [token for token in range(len(graph)) if graph.head(token) == token and graph.kids(token, "cop")]
    subjects = (kid for root in roots for kid in graph.kids(root, "nsubj"))
    found = (kid for kid in subjects if graph.lemma(kid) in reader.words.bystanders and not is_people(reader, kid))
    return {graph.parse.starts[item] for kid in found for item in graph.subtree(kid)}


def takes_up(context: Context, number: int, *, plural: bool) -> bool:
    """ "Do not take it with tea", "many do fine with it": what is spoken of goes on, and the tea is no subject."""
    reader = context.reader(number)
    if reader is None:
        return False
    graph = reader.graph
    first = min((token for token in graph.head_of if graph.mention(token, "NUTRIENT") is not None), default=len(graph))
    many = reader.words.plural_pronouns
    taken = [token for token in range(len(graph)) if graph.word(token) in reader.words.taken_up]
    taken = [token for token in taken if not plural or graph.word(token) in many]
    told = not any(graph.base_dep(token) == "nsubj" for token in range(len(graph)))
    # "trials are small, but a few suggest it can help"
    return any(
        (graph.base_dep(it) in ("obj", "obl") and (it < first or told)) or (graph.dep(it) == "nsubj" and 0 < it < first)
        for it in taken
    )


def is_by_the_way(context: Context, number: int, named: Mention) -> bool:
    """The iron of "it is cheaper than iron", and what a friend spoke over of "it"; not that of "it holds iron"."""
    reader, subject = context.reader(number), main_subject(context, number)
    at = reader.graph.head_at(named.start) if reader is not None else None
    if reader is None or at is None:
        return False
    goes_on = subject is not None and subject.kind == "pronoun" and not subject.left_out
    held = reader.graph.base_dep(at) == "obj"
    return (goes_on and not held) or any(takes_up(context, number, plural=plural) for plural in (False, True))


def is_fragment(context: Context, number: int) -> bool:
    """ "The result?", "Pale skin and weakness.": a line of a paragraph that says nothing of its own."""
    sentence = context.sentences[number]
    if sentence.block_type != "paragraph" or sentence.text.endswith(":"):
        return False
    reader = context.reader(number)
    if reader is None:
        return sentence.is_question and len(sentence.text.split()) <= MAX_QUESTION
    graph = reader.graph
    roots = [token for token in range(len(graph)) if graph.head(token) == token]
    return all(graph.is_nominal(root) and not graph.kids(root, "nsubj", "cop", "aux", "expl") for root in roots)


def _reported(reader: Reader, verb: int) -> Subject | None:
    """The subject of what somebody found or says: "research shows that zinc helps"."""
    graph = reader.graph
    # "a review found no evidence that it helps"
    told = [
        clause for kid in graph.kids(verb, "obj") for clause in graph.kids(kid, "acl") if graph.kids(clause, "mark")
    ]
    subjects = (kid for clause in (*graph.kids(verb, "ccomp"), *told) for kid in graph.kids(clause, "nsubj"))
    return next((read_subject(reader, kid) for kid in subjects), None)


def read_subject(reader: Reader, token: int) -> Subject:
    graph, words = reader.graph, reader.words
    fillers = [filler for filler in nutrient_fillers(reader, token) if filler.kind != "member"]
    named = tuple(filler.mention for filler in fillers if filler.mention is not None)
    plural = bool(graph.kids(token, "conj")) or graph.is_plural(token) or graph.word(token) in words.plural_words
    if named:
        inside = [kid for kid in graph.kids(token, "nmod") if graph.preposition(kid) in words.place_prepositions]
        # "its active substance, silymarin, protects"
        inside += [kid for kid in graph.kids(token, "nmod:poss") if graph.word(kid) in words.possessives]
        holder = next((graph.word(kid) for kid in inside if graph.pos(kid) == "PRON"), "")
        return Subject("nutrient", named, fillers[0].state, plural, holder=holder)
    if fillers:
        left_out = all(filler.kind in LEFT_OUT for filler in fillers)
        definite = all(filler.kind == "definite" for filler in fillers)
        noun = graph.lemma(token) if definite else ""
        called = noun if graph.determiner(token) in words.definite_articles else ""
        state = fillers[0].state if left_out else "intake"
        return Subject("pronoun", (), state, plural, left_out=left_out, definite=definite, called=called, noun=noun)
    of = [kid for kid in graph.kids(token, "nmod") if graph.preposition(kid) in words.genitive_prepositions]
    if of and graph.mention(token) is None and graph.lemma(token) in words.transparent_nouns | words.measures:
        # "a handful of trials suggest"
        return read_subject(reader, of[0])
    if graph.lemma(token) in words.regard_nouns and graph.mention(token) is None:
        # "interest in zinc has grown", "sales of zinc"
        about = graph.kids(token, "nmod")
        return read_subject(reader, about[0]) if about else Subject("bystander", plural=plural)
    named_noun = graph.pos(token) in ("NOUN", "PROPN") and graph.last_word(token) not in words.bystanders
    if is_people(reader, token) or not named_noun or graph.lemma(token) in words.bystanders:
        return Subject("bystander", plural=plural, people=graph.mention(token, "POPULATION") is not None)
    members = tuple(item for kid in member_tokens(graph, token, words=words) for item in _named(reader, kid))
    if members:
        return Subject("nutrient", members, plural=plural)
    illness = graph.mention(token, "CONDITION") is not None
    unknown = graph.mention(token) is None and not _is_of_body(reader, token)
    drug = graph.mention(token, "DRUG") is not None
    return Subject("other", plural=plural, unknown=unknown, illness=illness, drug=drug)


def _none_like(reader: Reader, token: int) -> list[Mention]:
    """What few of a class are like: "few herbs are as old as ginger", "no supplement sells better than zinc"."""
    graph, words = reader.graph, reader.words
    if not graph.has_kid(token, "det", "amod", among=words.few_words):
        return []
    others = (item for item in range(token + 1, len(graph)) if graph.preposition(item) in words.comparing_words)
    return next((named for item in others if (named := _named(reader, item))), [])


def _is_of_body(reader: Reader, token: int) -> bool:
    """ "The gene", "PCFT": what letters in capitals stand for is as little known as a gene, and no nutrient."""
    graph = reader.graph
    word = graph.parse.words[token]
    return graph.lemma(token) in reader.words.body_agents or (len(word) > 2 and word.isupper())


def is_many(subject: Subject, named: tuple[Mention, ...]) -> bool:
    """ "They" may stand for it: several nutrients, a plural, or a brand or food that is spoken of so."""
    return subject.plural or len(named) > 1 or named[0].surface.lower().endswith("s") or named[0].subtype == "food"


def _named(reader: Reader, token: int) -> list[Mention]:
    return [filler.mention for filler in nutrient_fillers(reader, token) if filler.mention is not None]
