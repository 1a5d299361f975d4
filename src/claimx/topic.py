"""What an article or a section is about, for sentences that do not name their nutrient."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from claimx.records import Article, Claim, Mention, Parse, Sentence
from claimx.relate.graph import build_graph
from claimx.relate.reader import Reader
from claimx.relate.words import Words
from claimx.rows import row_start

# what a mention in a title or heading weighs against one in running text
TITLE_WEIGHT = 5.0
HEADING_WEIGHT = 2.0
# how many times more than any other nutrient a topic is named
BY_FAR = 1.3
# sentences at the beginning of a text, one of which names the only nutrient there is
OPENING = 3
# sentences that take up what a text named first
TAKEN_UP = 3
# the depth of headings that nothing marks as such; a name alone stands above the rest
DEEPEST = 9
# letters before a noun that may hold what points at it
_POINTER_REACH = 30
_MARKS = ".,;:!?()"
_FRAME = "*_\"'“‘ "
# what sets a name off from what is told behind it, in its line or in the ones that follow
_SET_OFF = re.compile(r"[*_]{0,3}(?: ?\([^()]{1,40}\))?[*_]{0,3} ?(?:: *[*_]{0,3}\s|[–—]{1,2}\s|-{1,2}\s)")
_ALONE = re.compile(rf"(?:{_SET_OFF.pattern})|[*_]{{0,3}}(?: ?\([^()]{{1,40}}\))?[.!]?[*_]{{0,3}}[.!]?[*_]{{0,3}}$")
# the least share of the sentences of an article, and of a section, that name its topic
ARTICLE_SHARE = 0.15
SECTION_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Context:
    """One article as the resolver sees it: sentences and mentions in order, parses by `Sentence.index`."""

    article: Article
    sentences: Sequence[Sentence]
    mentions: Sequence[Sequence[Mention]]
    parses: Mapping[int, Parse]
    words: Words
    readers: dict[int, Reader] = field(default_factory=dict, repr=False, compare=False)

    def place(self, sentence: Sentence) -> int:
        """Where a sentence stands among those that are read: boilerplate counts in its index, and not here."""
        return bisect_left(self.sentences, sentence.index, key=lambda each: each.index)

    def reader(self, number: int) -> Reader | None:
        """The parsed sentence as the rules read it, its doses left out; None for one that was not parsed."""
        parse = self.parses.get(self.sentences[number].index)
        if parse is None:
            return None
        if number not in self.readers:
            named = [item for item in self.mentions[number] if item.label != "DOSE"]
            self.readers[number] = Reader(build_graph(parse, named, source=self.article.text), self.words)
        return self.readers[number]


def is_nutrient(item: Mention, words: Words) -> bool:
    """A nutrient by a name of its own, and no class of them ("supplements")."""
    return item.label == "NUTRIENT" and item.name not in words.carrier_classes and item.name not in words.empty_classes


def nutrients_in(context: Context, number: int) -> list[Mention]:
    """The nutrients that a sentence names by names of their own, each once."""
    return distinct(item for item in context.mentions[number] if is_nutrient(item, context.words))


def distinct(mentions: Iterable[Mention]) -> list[Mention]:
    """One mention of each name, the last, in the order in which the names come first."""
    return list({item.name: item for item in mentions}.values())


def only_before(context: Context, number: int) -> Mention | None:
    """The one nutrient that the sentence right before, in the same paragraph, names."""
    named = nutrients_in(context, number - 1) if goes_on_from_before(context, number) else []
    return named[0] if len(named) == 1 else None


def trigger_of(claim: Claim, context: Context) -> str:
    """The words that carry a claim's relation, in lower case."""
    return context.article.text[claim.trigger.start : claim.trigger.end].lower()


def is_pointed_at(context: Context, item: Mention, *, described: bool) -> bool:
    """ "The juice", "this juice"; where `described`, "the real juice" too."""
    words = context.words
    pointers = words.definite_articles | words.plural_pointers | words.singular_pointers
    ahead = context.article.text[max(0, item.start - _POINTER_REACH) : item.start].lower().split()[-2:]
    behind = context.article.text[item.end : item.end + _POINTER_REACH].lower().split()[:1]
    if words.definite_articles.issuperset(ahead[-1:]) and not words.persons.isdisjoint(behind):
        # "the salt we eat" is told which
        return False
    return bool(ahead) and (ahead[-1] in pointers or (described and ahead[0] in pointers))


def goes_on_from_before(context: Context, number: int) -> bool:
    """A sentence stands in the same paragraph or item as the one before it."""
    return number > 0 and context.sentences[number - 1].block == context.sentences[number].block


def belongs_to(item: Sentence, lead: Sentence) -> bool:
    """Whether a sentence is (part of) the lead-in that a list item hangs under."""
    head = item.list_head
    return head is not None and lead.start < head.end and head.start < lead.end and lead.index != item.index


def place_of_lead(context: Context, number: int) -> int:
    """The place of the lead-in that a list item hangs under, else the sentence's own."""
    item = context.sentences[number]
    return next((at for at in range(number - 1, -1, -1) if belongs_to(item, context.sentences[at])), number)


def find_topic(context: Context) -> Mention | None:
    """The nutrient an article is about: its metadata's, else the title's, else the one named most by far."""
    wanted = context.article.topic.lower()
    if wanted:
        named = (m for ms in context.mentions for m in ms if wanted in (m.name.lower(), m.surface.lower()))
        made = Mention("NUTRIENT", 0, 0, context.article.topic, context.article.topic, origin="pattern")
        return next(named, made)
    return _dominant(context, range(len(context.sentences)), share=ARTICLE_SHARE) or introduced(context)


def introduced(context: Context) -> Mention | None:
    """The nutrient that a text without headings names first and then goes on about: "Few know zinc. It ... It ..."."""
    sentences, words = context.sentences, context.words
    if any(sentence.is_heading for sentence in sentences):
        return None
    first = next((number for number in range(min(OPENING, len(sentences))) if nutrients_in(context, number)), None)
    if first is None:
        return None
    topic = next(item for item in context.mentions[first] if is_nutrient(item, words))
    named = Counter(item.name for number in range(len(sentences)) for item in nutrients_in(context, number))
    most = max((count for name, count in named.items() if name != topic.name), default=0)
    taken_up = sum(_takes_up(sentence, words) for sentence in sentences[first:])
    return topic if taken_up >= TAKEN_UP and taken_up > 2 * most else None


def _takes_up(sentence: Sentence, words: Words) -> bool:
    """ "It", "its", "the mineral", "this herb"."""
    said = [word.strip(_MARKS) for word in sentence.text.lower().split()]
    pointers = words.definite_articles | words.singular_pointers
    nouns = (noun for one, noun in pairwise(said) if one in pointers)
    return not words.going_on.isdisjoint(said) or not words.definite_nouns.isdisjoint(nouns)


def only_nutrient(context: Context) -> Mention | None:
    """The one nutrient that an article names, if it does so where it begins: what lines without a subject tell of."""
    named = [
        (number, item)
        for number, mentions in enumerate(context.mentions)
        for item in mentions
        if is_nutrient(item, context.words) and item.subtype != "food"
    ]
    if len({item.name for _, item in named}) != 1:
        return None
    number, item = named[0]
    if sum(not sentence.is_heading for sentence in context.sentences[:number]) >= OPENING:
        return None
    before = context.article.text[context.sentences[number].start : item.start].lower().split()
    # "antibiotics are given with magnesium" is about antibiotics
    aside = context.words.inner_prepositions - context.words.genitive_prepositions
    return None if before and before[-1] in aside else item


def is_titled(context: Context, topic: Mention) -> bool:
    """The title names the topic and no other nutrient."""
    if not titles(context):
        told = introduced(context)
        return told is not None and told.name == topic.name
    return {item.name for item in titled_nutrients(context)} == {topic.name}


def titles(context: Context) -> list[int]:
    """The places of the sentences of the title."""
    return [at for at, sentence in enumerate(context.sentences) if sentence.block_type == "title"]


def titled_nutrients(context: Context) -> list[Mention]:
    """The nutrients that the title names, classes of them too."""
    return [item for at in titles(context) for item in context.mentions[at] if item.label == "NUTRIENT"]


def topic_at(context: Context, number: int) -> Mention | None:
    """The nutrient that the heading above a sentence names, else the article's topic, else None."""
    return section_topic(context, number) or find_topic(context) or only_nutrient(context)


def announcing(context: Context, number: int) -> list[Mention]:
    """Nutrients named by the lead-in, or else the heading, that a sentence hangs under."""
    item = context.sentences[number]
    for previous in range(number - 1, -1, -1):
        above = context.sentences[previous]
        if above.block_type == "heading" if item.list_head is None else belongs_to(item, above):
            named = (each for each in context.mentions[previous] if is_nutrient(each, context.words))
            # "animal sources of zinc" announces sources, and not what animals hold
            named = (each for each in named if not _is_source(each, context.words))
            return distinct(each for each in named if not is_listed_below(each, above, context.words))
    return []


def is_listed_below(mention: Mention, lead: Sentence, words: Words) -> bool:
    """ "The following grains contain gluten:": what the list names is what is meant, and not the class."""
    before = lead.text[: max(0, mention.start - lead.start)].lower().split()
    return not words.listing_pointers.isdisjoint(before[-1:])


def _is_source(mention: Mention, words: Words) -> bool:
    return mention.surface.lower().split()[-1].removesuffix("s") in words.bare_sources


def lead_nutrients(context: Context, number: int) -> list[Mention]:
    """Nutrients of the lead-in that a list item hangs under, foods left out."""
    if context.sentences[number].list_head is None:
        return []
    return [item for item in announcing(context, number) if item.subtype != "food"]


def row_nutrients(context: Context, number: int) -> list[Mention]:
    """Nutrients of the first cell in a table cell's row; none for that cell itself, or outside of tables."""
    sentences = context.sentences
    first = row_start(sentences, number, text=context.article.text)
    if sentences[first].block == sentences[number].block:
        return []
    return nutrients_in(context, first)


def column_nutrients(context: Context, number: int) -> list[Mention]:
    """Nutrients named in the head of a table cell's column."""
    head = head_of_column(context, number)
    return nutrients_in(context, head) if head is not None else []


def head_of_column(context: Context, number: int) -> int | None:
    """The place of the head of a table cell's column, None when it has none."""
    columns = context.sentences[number].columns
    start = columns[0].start if columns else -1
    return next((at for at in range(number - 1, -1, -1) if context.sentences[at].start == start), None)


def section_topic(context: Context, number: int) -> Mention | None:
    """The one nutrient that the heading above a sentence names ("2. Melatonin"), None when it names none or several.

    A name that an item or paragraph opens with, set off from what follows, is a heading of its own.
    """
    opening = opening_name(context, number)
    if opening is not None:
        return opening
    depth = DEEPEST + 1
    for heading in headings_above(context, number):
        sentence = context.sentences[heading]
        named = [item for item in context.mentions[heading] if is_nutrient(item, context.words)]
        if not named and _asks_of_it(context, heading):
            continue
        own = sentence.level or (DEEPEST - _is_name_of_part(context, heading, named))
        if own >= depth:
            # "Zinc" beside "Side effects", and not above it
            continue
        if named or own == 1 or (not sentence.level and context.mentions[heading]):
            return named[0] if len({item.name for item in named}) == 1 else None
        depth = own
    return None


def _is_name_of_part(context: Context, number: int, named: Sequence[Mention]) -> bool:
    """A heading is no more than the name of what a part is about, of several that an article goes through."""
    titled = {item.name for item in titled_nutrients(context)}
    alone = len(named) == 1 and context.sentences[number].text.strip(_FRAME) == named[0].surface
    return alone and named[0].subtype != "food" and (not titled or named[0].name in titled)


def asked_nutrient(context: Context, number: int) -> Mention | None:
    """The one nutrient that a question names."""
    named = nutrients_in(context, number) if context.sentences[number].is_question else []
    return named[0] if len(named) == 1 else None


def asked_topic(context: Context, number: int) -> Mention | None:
    """The one nutrient that the question right before a sentence names: "How much zinc do I need? 8 mg a day"."""
    if not number or context.sentences[number - 1].block_type == "title":
        return None
    return asked_nutrient(context, number - 1)


def first_of_block(context: Context, number: int) -> int:
    """The first sentence of the paragraph or item that a sentence is in."""
    while goes_on_from_before(context, number):
        number -= 1
    return number


def opening_name(context: Context, number: int) -> Mention | None:
    """The nutrient whose name alone opens the item or paragraph of a sentence: "1. Ginger. It", "Zinc: it"."""
    sentences = context.sentences
    if sentences[number].block_type not in ("list_item", "paragraph"):
        return None
    first = first_of_block(context, number)
    text = sentences[first].text
    start = sentences[first].start + len(text) - len(text.lstrip(_FRAME))
    for item in context.mentions[first]:
        if item.start == start and is_nutrient(item, context.words):
            end = item.end - sentences[first].start
            return item if (_ALONE if first < number else _SET_OFF).match(text, end) else None
    return None


def headings_above(context: Context, number: int) -> Iterator[int]:
    """The places of the headings before a sentence, nearest first."""
    return (at for at in range(number - 1, -1, -1) if context.sentences[at].block_type == "heading")


def _asks_of_it(context: Context, number: int) -> bool:
    """A heading that goes on about what one above it names: "Can it harm you?"."""
    return not context.words.pronouns.isdisjoint(context.sentences[number].text.lower().strip(" ?.!").split())


def headed_nutrient(context: Context, number: int) -> Mention | None:
    """The one nutrient that is no food and that the nearest heading that names one, or else the title, names."""
    for at in headings_and_title(context, number):
        if named := [item for item in nutrients_in(context, at) if item.subtype != "food"]:
            return named[0] if len(named) == 1 else None
    return None


def headings_and_title(context: Context, number: int) -> list[int]:
    """The headings above a sentence, nearest first, and the titles before it."""
    return [*headings_above(context, number), *(at for at in titles(context) if at < number)]


def section_dominant(context: Context, number: int) -> Mention | None:
    """The nutrient named most by far under the heading that a sentence stands under."""
    section = context.sentences[number].section
    part = [number for number, sentence in enumerate(context.sentences) if sentence.section == section]
    return _dominant(context, part, share=SECTION_SHARE)


def _dominant(context: Context, part: Sequence[int], *, share: float) -> Mention | None:
    """The nutrient named most by far in a part of the article; titles and headings weigh more, foods less.

    One that too few sentences name is no topic, unless the title has it.
    """
    counts: dict[str, float] = {}
    first: dict[str, Mention] = {}
    for number in part:
        block = context.sentences[number].block_type
        weight = TITLE_WEIGHT if block == "title" else HEADING_WEIGHT if block == "heading" else 1.0
        for mention in context.mentions[number]:
            if mention.label == "NUTRIENT" and mention.name not in context.words.empty_classes:
                light = mention.subtype == "food" or mention.name in context.words.carrier_classes
                first.setdefault(mention.name, mention)
                counts[mention.name] = counts.get(mention.name, 0.0) + (weight / 2 if light else weight)
    ranked = sorted(counts, key=lambda name: -counts[name])
    if not ranked or counts[ranked[0]] < 2 or (len(ranked) > 1 and counts[ranked[1]] * BY_FAR > counts[ranked[0]]):
        return None
    naming = [number for number in part if any(item.name == ranked[0] for item in context.mentions[number])]
    titled = any(context.sentences[number].block_type == "title" for number in naming)
    # what lists name goes without the name of what they are about
    told = [number for number in part if context.sentences[number].block_type not in ("list_item", "table_cell")]
    return first[ranked[0]] if titled or len(naming) >= share * len(told) else None
