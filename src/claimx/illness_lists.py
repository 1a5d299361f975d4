"""Lists of what brings on or eases an illness: "Low iron" below "Causes", on a page about hair loss."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import islice, pairwise

from claimx.illness_topic import illness_at, illness_in
from claimx.item_names import named_length, only_joins, without_names
from claimx.list_items import find_label, goes_on, is_listing, is_told, lead_of, names_row, subject_span
from claimx.list_kinds import ListKind, find_kind
from claimx.lists import is_sentence
from claimx.pointing import said_ahead
from claimx.records import HARM, Claim, Label, Mention, Relation, Sentence, Span
from claimx.relate.avoiding import avoids, is_forbidden
from claimx.relate.claim_state import settle
from claimx.relate.fillers import Amount
from claimx.relate.foods import as_food
from claimx.relate.reader import Reader
from claimx.relate.state import nutrient_state
from claimx.topic import (
    Context,
    belongs_to,
    headings_above,
    headings_and_title,
    is_nutrient,
    place_of_lead,
)

RULE_ID = "list-of-illness"
GAINS: frozenset[Relation] = frozenset({"TREATS", "USED_FOR"})
# what else than an illness such a list may be about
_FOR_WHOM: dict[Relation, frozenset[Label]] = {
    "CONTRAINDICATED_IN": frozenset({"POPULATION", "DRUG"}),
    "INTERACTS_WITH": frozenset({"DRUG"}),
}
# the share of a heading that its illness takes up, where what stands below other headings is about it too
MOST = 0.6
# how much of a lead-in may say that its items are too little of something
LEAD_END = 80


def illness_claims(
    context: Context,
    kinds: Sequence[ListKind],
    *,
    told: Set[tuple[int, str]] = frozenset(),
    held: Set[tuple[int, str]] = frozenset(),
    caused: Set[tuple[int, str]] = frozenset(),
) -> Iterator[Claim]:
    """Claims of all items that tell what an illness comes of, or what is taken against it.

    `told` holds sentences, by index, and the nutrients of which they say something themselves; `held` the foods that
    they name for what is in them, which is what helps. What is to be avoided may be said to do harm or to be in foods,
    as in `caused`.
    """
    for number, sentence in enumerate(context.sentences):
        kind, said = _read_list(context, number, kinds)
        if kind is None:
            continue
        illness = _illness(context, number, kind) or _illness_of_told(context, number, kind)
        if illness is None:
            continue
        for claim in _of_item(context, number, kind, illness=illness, said=said):
            place = sentence.index, claim.nutrient.name
            again = place in told or (place in caused and claim.relation != "CONTRAINDICATED_IN")
            again = again and not is_harm_titled(context, number, kinds)
            if not again and not (claim.relation in GAINS and place in held):
                yield claim


def _read_list(context: Context, number: int, kinds: Sequence[ListKind]) -> tuple[ListKind | None, Span]:
    """The kind of list a sentence is an item of, or holds behind a label ("Causes: zinc, beer"), and what names it."""
    sentence = context.sentences[number]
    parse = context.parses.get(sentence.index)
    if parse is None or sentence.block_type == "title" or names_row(context, number):
        return None, Span(0, 0)
    if sentence.is_heading:
        kind = find_kind(context.article.title, kinds) if _is_titled_name(context, number) else None
        harmful = kind is not None and kind.relation in HARM | {"CONTRAINDICATED_IN"}
        return (kind if harmful else None), Span(sentence.start, sentence.end)
    label = find_label(sentence.text, kinds)
    if label is not None:
        said = Span(sentence.start + label[1], sentence.end)
        return (None if is_told(parse, start=said.start) else label[0]), said
    said = Span(sentence.start, sentence.start + named_length(sentence.text, context.words))
    whole = said.end == sentence.start + len(sentence.text)
    explained = not whole or any(other.block == sentence.block for other in context.sentences[number + 1 : number + 2])
    lead = lead_of(sentence, context.article)
    if not lead or not is_listing(sentence, parse) or goes_on(context, number, parse):
        return None, said
    harmful = is_sentence(parse) and is_harm_titled(context, number, kinds)
    if harmful or (whole and is_sentence(parse)):
        # "6 foods that make gout worse" speaks of each thing that an item is about, whatever more is told of it
        return (find_kind(lead, kinds) if harmful else None), subject_span(sentence, parse)
    ahead = _ahead(context, number)
    kind = find_kind(lead, kinds) or (find_kind(context.sentences[ahead].text, kinds) if ahead is not None else None)
    if kind is None:
        return None, said
    ordered, advice = parse.tags[0] == "VB", kind.avoided is not None
    if kind.relation in GAINS:
        # "Cherries: small studies saw fewer attacks" says for itself what they do; "drink tea - it is warm" tells why
        apart = explained and not (ordered and advice)
    else:
        # "cut down on salt" among the causes, but "you are at risk if you:" tells nobody to
        told = context.words.persons.isdisjoint(lead.lower().rstrip(" :\n").split()[-1:])
        apart = told and ordered and not advice
    return (None if apart else kind), said


def is_harm_titled(context: Context, number: int, kinds: Sequence[ListKind]) -> bool:
    """An item right below a title that says what harms, or is to be avoided."""
    title = context.article.title
    kind = find_kind(title, kinds) if title and lead_of(context.sentences[number], context.article) == title else None
    return kind is not None and kind.relation in HARM | {"CONTRAINDICATED_IN"}


def _is_titled_name(context: Context, number: int) -> bool:
    """A heading that only names something to eat or take, as do all above it: one of those that the title tells of."""
    return all(_is_name(context, at) for at in (number, *headings_above(context, number)))


def _is_name(context: Context, number: int) -> bool:
    named = [as_food(item, context.words) for item in context.mentions[number]]
    joined = only_joins(without_names(context.sentences[number], named), context.words)
    return bool(named) and joined and all(item.label == "NUTRIENT" for item in named)


def _ahead(context: Context, number: int) -> int | None:
    """The sentence that a lead-in points at: "Some things raise the risk of gout. These include:"."""
    head = context.sentences[number].list_head
    said = said_ahead(context, head) if head is not None else None
    if said is None or said == head:
        return None
    return next((at for at in range(number) if context.sentences[at].start == said.start), None)


def _illness(context: Context, number: int, kind: ListKind) -> Mention | None:
    """The illness of the lead-in or heading, else of the page; None below what tells of a nutrient.

    What is to be avoided may be so by people or with a medicine: "Foods to avoid in pregnancy".
    """
    sentence = context.sentences[number]
    leads = (at for at in range(number) if belongs_to(sentence, context.sentences[at]))
    ahead = _ahead(context, number)
    own = [*leads, *([ahead] if ahead is not None else []), *islice(headings_above(context, number), 1)]
    above = (*own, *headings_and_title(context, number))
    if sentence.is_heading:
        # below the headings that name the others
        above = tuple(at for at in above if context.sentences[at].block_type == "title")
    for at in dict.fromkeys(above):
        titled = at in own or context.sentences[at].block_type == "title"
        illness = illness_in(context, at, before=sentence.start)
        if illness is None and titled and kind.relation in _FOR_WHOM:
            illness = _for_whom(context, at, labels=_FOR_WHOM[kind.relation])
        if illness is not None:
            if titled or _is_all(illness, context.sentences[at]):
                return illness
        elif any(is_nutrient(item, context.words) for item in context.mentions[at]):
            return None
    return None


def _for_whom(context: Context, number: int, *, labels: Set[Label]) -> Mention | None:
    """The people, or the medicine, that a heading or lead-in names."""
    general = context.words.generic_objects | context.words.readers | context.words.empty_classes
    named = (item for item in context.mentions[number] if item.label in labels)
    return next((item for item in named if item.surface.lower() not in general), None)


def _illness_of_told(context: Context, number: int, kind: ListKind) -> Mention | None:
    """ "You will be advised to avoid:", "to ease the symptoms:": of the illness that the text goes on about."""
    sentence = context.sentences[number]
    if "CONTRAINDICATED_IN" not in (kind.relation, kind.avoided) or sentence.list_head is None:
        return None
    lead = {word.strip(":.,") for word in lead_of(sentence, context.article).lower().replace("’", "'").split()}
    told = {word.partition("'")[0].removesuffix("s") for word in lead} & context.words.symptom_nouns
    told = told or {part for word in lead for part in word.split("'")} & context.words.persons
    return illness_at(context, place_of_lead(context, number), before=sentence.start) if told else None


def _is_all(illness: Mention, heading: Sentence) -> bool:
    """ "2. Hair loss", and not "Symptoms of hair loss", which stands beside "Causes"."""
    return len(illness.surface) >= MOST * len(heading.text)


def _of_item(context: Context, number: int, kind: ListKind, *, illness: Mention, said: Span) -> list[Claim]:
    sentence, reader = context.sentences[number], context.reader(number)
    own = [item for item in context.mentions[number] if said.start <= item.start and item.end <= said.end]
    # liver and kidney, named alone or with other foods
    eaten = [as_food(item, context.words) for item in own]
    own = eaten if all(item.label == "NUTRIENT" for item in eaten) else own
    if reader is None:
        return []
    with_drug = any(item.label == "DRUG" for item in own)
    claims = []
    for item in own:
        token = reader.graph.head_at(item.start)
        if token is None or not is_nutrient(item, context.words):
            continue
        relation, state = kind.relation, settle(_amount(reader, token), kind.relation, illness)
        if state == "intake" and _is_of_lack(context, number):
            state = "deficiency"
        told = state in kind.amounts
        if kind.avoided is not None and state == "deficiency":
            # who is told to eat less of it is warned of it
            relation, state = kind.avoided, "intake"
        # "alcohol and drugs" are left out together
        parted = with_drug and relation != kind.avoided and relation not in HARM
        for_other = kind.avoided is not None and _is_for_other(reader, token, gain=relation in GAINS)
        if told and not parted and not for_other and _is_taken(reader, token, said=said):
            claims.append(
                Claim(sentence, item, relation, illness, Span(item.start, item.end), RULE_ID,
                      trigger_token=-1, nutrient_state=state, resolution="list_head", fixed_polarity=True)
            )  # fmt: skip
    return claims


def _is_for_other(reader: Reader, token: int, *, gain: bool) -> bool:
    """ "Drink water if you have diarrhea", "eat bran to avoid constipation": the item says itself what it is for."""
    graph = reader.graph
    acts = [above for above in graph.ancestors(token) if graph.pos(above) in ("VERB", "AUX", "ADJ")]
    clauses = [kid for act in acts for kid in graph.kids(act, "advcl", "obl")]
    return any(
        graph.mention(below, "CONDITION") is not None
        for kid in clauses
        if token not in graph.subtree(kid) and (gain or graph.has_kid(kid, "mark", among=reader.words.caution_openers))
        for below in graph.subtree(kid)
    )


def _is_of_lack(context: Context, number: int) -> bool:
    """ "Low levels of the following nutrients:", "a lack of these:"."""
    words = context.words
    said = lead_of(context.sentences[number], context.article).lower()[-LEAD_END:].split()
    of = max((at for at, word in enumerate(said) if word in words.genitive_prepositions), default=0)
    lacks = not words.deficiency_nouns.isdisjoint(said[:of][-1:])
    return lacks or not words.deficiency_modifiers.isdisjoint(said[:of][-2:-1])


def _amount(reader: Reader, token: int) -> Amount:
    """The amount that an item speaks of: "a lack of zinc or iron", "do not eat fruit"."""
    graph, words = reader.graph, reader.words
    first = graph.first_conjunct(token)
    amount = nutrient_state(reader, token)
    amount = nutrient_state(reader, first) if amount == "intake" else amount
    verb = graph.head(first)
    taken = graph.lemma(verb) in words.eating_verbs | words.taking_verbs and graph.base_dep(first) == "obj"
    refused = taken and graph.has_kid(verb, "advmod", among=words.negators)
    refused = refused or any(avoids(reader, above) for above in _acts_above(reader, token))
    return "deficiency" if refused and amount in ("intake", "large", "excess") else amount


def _acts_above(reader: Reader, token: int) -> Iterator[int]:
    """What a thing hangs under as far as one act goes: "drink" in "avoid wine and drink water"."""
    graph = reader.graph
    acting = False
    for above in graph.ancestors(token):
        forbidden = is_forbidden(reader, above)
        if acting and not forbidden:
            return
        yield above
        # what is done beside another thing that is told is an act of its own
        acting = graph.pos(above) == "VERB" and graph.base_dep(above) == "conj"


def _is_taken(reader: Reader, token: int, *, said: Span) -> bool:
    """All that an item names is eaten or taken, too much or too little: "eating aged cheese", "lack of iron"."""
    graph, words = reader.graph, reader.words
    taken = words.carriers | words.amount_nouns | words.deficiency_nouns | words.excess_nouns | words.diets
    acts = words.eating_verbs | words.intake_verbs | words.lacking_verbs | words.containing_verbs | words.advising_verbs
    return all(
        graph.lemma(above) in (acts if graph.pos(above) in ("VERB", "AUX") else taken | words.open_nouns)
        or avoids(reader, above)
        # "do not have acidic (such as lemons) or spicy foods", where the parser took the first for all that is had
        or (graph.pos(above) == "ADJ" and graph.base_dep(above) in ("amod", "xcomp", "ccomp", "obj"))
        or graph.mention(above, "NUTRIENT") is not None
        or not said.start <= graph.parse.starts[above] < said.end
        for above in _held_under(reader, token)
    )


def _held_under(reader: Reader, token: int) -> Iterator[int]:
    """What a thing hangs under, without what it is listed with: "your habits, such as smoking or drinking wine"."""
    graph = reader.graph
    for below, above in pairwise((token, *graph.ancestors(token))):
        if graph.preposition(below) in reader.words.member_prepositions:
            return
        if graph.base_dep(below) != "conj":
            yield above
