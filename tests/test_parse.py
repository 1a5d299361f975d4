"""Parsing: tokens, offsets, mentions, lemmas, tags and foreign label schemes."""

from __future__ import annotations

import pytest
import spacy

from claimx.clearnlp import convert
from claimx.data_files import DataFiles
from claimx.errors import ClaimxError
from claimx.lemma import load_lemmatizer
from claimx.parse import Parser, load_model
from claimx.records import Label, Mention, Parse, Sentence
from claimx.tags import penn_tag

START = 100


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(load_model())


def sentence(text: str, start: int = START) -> Sentence:
    return Sentence(start=start, end=start + len(text), text=text, index=0, block=0)


def mention(text: str, surface: str, label: Label = "DOSE", start: int = START) -> Mention:
    place = start + text.index(surface)
    return Mention(label, place, place + len(surface), surface, surface)


def parse_one(parser: Parser, text: str, *mentions: Mention) -> Parse:
    (parse,) = parser.parse([(sentence(text), mentions)])
    return parse


def arcs(parse: Parse) -> list[str]:
    return [
        f"{word}<{dep}<{parse.words[head]}"
        for word, dep, head in zip(parse.words, parse.deps, parse.heads, strict=True)
        if dep != "punct"
    ]


def test_offsets_are_the_articles_and_white_space_is_dropped(parser: Parser) -> None:
    text = "Zinc \n\n helps\u00a0 the\tgut. "
    parse = parse_one(parser, text)
    assert parse.words == ("Zinc", "helps", "the", "gut", ".")
    assert [text[a - START : b - START] for a, b in zip(parse.starts, parse.ends, strict=True)] == list(parse.words)
    assert arcs(parse) == ["Zinc<nsubj<helps", "helps<root<helps", "the<det<gut", "gut<obj<helps"]


def test_sentence_of_white_space_gives_an_empty_parse(parser: Parser) -> None:
    assert parse_one(parser, " \n ") == Parse((), (), (), (), (), (), (), ())
    assert parser.parse([]) == []


@pytest.mark.parametrize("letter", list("ABCDEK"))
def test_vitamin_letter_is_split_from_the_final_stop(parser: Parser, letter: str) -> None:
    assert parse_one(parser, f"It is rich in vitamin {letter}.").words[-3:] == ("vitamin", letter, ".")


def test_abbreviation_keeps_its_final_stop(parser: Parser) -> None:
    assert parse_one(parser, "It is sold in the U.S.").words[-1] == "U.S."


def test_mention_before_a_stop_inside_the_sentence_is_its_own_token(parser: Parser) -> None:
    text = "Take vitamin D. Zinc helps."
    found = parse_one(parser, text, mention(text, "vitamin D", "NUTRIENT"))
    assert found.words == ("Take", "vitamin D", ".", "Zinc", "helps", ".")
    assert (found.lemmas[1], found.deps[1]) == ("vitamin d", "obj")


def test_dose_is_one_token(parser: Parser) -> None:
    text = "Typical doses range from 300 to 600 mg per day."
    parse = parse_one(parser, text, mention(text, "300 to 600 mg per day"))
    assert parse.words == ("Typical", "doses", "range", "from", "300 to 600 mg per day", ".")
    assert (parse.starts[4], parse.ends[4]) == (START + 25, START + 46)
    assert arcs(parse) == [
        "Typical<amod<doses", "doses<nsubj<range", "range<root<range", "from<case<300 to 600 mg per day",
        "300 to 600 mg per day<obl<range",
    ]  # fmt: skip


def test_no_token_crosses_the_edge_of_a_mention(parser: Parser) -> None:
    text = "Mice got 5mg/kg daily."
    assert parse_one(parser, text, mention(text, "5mg/kg")).words == ("Mice", "got", "5mg/kg", "daily", ".")
    assert parse_one(parser, text, mention(text, "5mg")).words == ("Mice", "got", "5mg", "/", "kg", "daily", ".")


def test_mention_of_another_sentence_is_ignored(parser: Parser) -> None:
    text = "Zinc helps the gut."
    far = mention(text, "Zinc", start=START + 500)
    assert parse_one(parser, text, far) == parse_one(parser, text)


TEXTS = [
    "ALA has been shown to reduce pain, numbness and tingling.",
    "Supplementing with vitamin B12 has shown promise in alleviating neuropathic symptoms.",
    "Leafy greens, nuts and seeds are good sources of magnesium.",
    "Zinc",
    "Oxidative stress damages nerve membranes, disrupts signaling, and accelerates nerve fiber loss.",
    "It may help.",
] * 5


def test_parses_do_not_depend_on_batch_size_or_neighbours(parser: Parser) -> None:
    items = [(sentence(text), ()) for text in TEXTS]
    alone = [parser.parse([item])[0] for item in items]
    for batch_size in (1, 2, 7, 64):
        assert Parser(parser.nlp, batch_size=batch_size).parse(items) == alone
    assert parser.parse(items[::-1]) == alone[::-1]


def test_every_parse_is_one_tree(parser: Parser) -> None:
    for parse in parser.parse([(sentence(text), ()) for text in [*TEXTS, "Yes. No. It helps. Zinc. Really?"]]):
        roots = [index for index, dep in enumerate(parse.deps) if dep == "root"]
        assert [index for index, head in enumerate(parse.heads) if head == index] == roots
        assert len(roots) == 1


def test_shown_to_reduce_a_list(parser: Parser) -> None:
    parse = parse_one(parser, TEXTS[0])
    assert arcs(parse) == [
        "ALA<nsubj:pass<shown", "has<aux<shown", "been<aux:pass<shown", "shown<root<shown", "to<mark<reduce",
        "reduce<xcomp<shown", "pain<obj<reduce", "numbness<conj<pain", "and<cc<tingling", "tingling<conj<pain",
    ]  # fmt: skip
    assert parse.lemmas == (
        "ala", "have", "be", "show", "to", "reduce", "pain", ",", "numbness", "and", "tingling", ".",
    )  # fmt: skip
    assert parse.tags == ("NN", "VBZ", "VBN", "VBN", "TO", "VB", "NN", ".", "NN", "CC", "NN", ".")


def test_gerund_subject(parser: Parser) -> None:
    assert arcs(parse_one(parser, TEXTS[1])) == [
        "Supplementing<csubj<shown", "with<case<B12", "vitamin<compound<B12", "B12<obl<Supplementing", "has<aux<shown",
        "shown<root<shown", "promise<obj<shown", "in<mark<alleviating", "alleviating<acl<promise",
        "neuropathic<amod<symptoms", "symptoms<obj<alleviating",
    ]  # fmt: skip


def test_list_as_subject_of_a_copula(parser: Parser) -> None:
    assert arcs(parse_one(parser, TEXTS[2])) == [
        "Leafy<amod<greens", "greens<nsubj<sources", "nuts<conj<greens", "and<cc<seeds", "seeds<conj<greens",
        "are<cop<sources", "good<amod<sources", "sources<root<sources", "of<case<magnesium", "magnesium<nmod<sources",
    ]  # fmt: skip


def test_verbs_that_look_like_nouns(parser: Parser) -> None:
    assert arcs(parse_one(parser, TEXTS[4])) == [
        "Oxidative<amod<stress", "stress<nsubj<damages", "damages<root<damages", "nerve<compound<membranes",
        "membranes<obj<damages", "disrupts<conj<damages", "signaling<obj<disrupts", "and<cc<accelerates",
        "accelerates<conj<damages", "nerve<compound<fiber", "fiber<compound<loss", "loss<obj<accelerates",
    ]  # fmt: skip


def test_unknown_model_is_named_in_the_error() -> None:
    with pytest.raises(ClaimxError, match="no_such_model"):
        load_model("no_such_model")


def test_pipeline_without_a_parser_is_refused() -> None:
    with pytest.raises(ClaimxError, match='no "parser"'):
        Parser(spacy.blank("en"))


def test_labels_that_cannot_be_mapped_are_listed(parser: Parser) -> None:
    nlp = spacy.blank("en")
    other = nlp.add_pipe("parser")
    for label in ("dobj", "weird", "nsubj"):
        other.add_label(label)  # type: ignore[attr-defined]
    assert Parser(nlp).unmapped == ("weird",)
    assert parser.unmapped == ()


FIXED = frozenset({("due", "to")})


def to_ud(rows: str) -> list[str]:
    """Convert a parse of "form lemma tag pos head label" rows; the arcs of the result."""
    table = [row.split() for row in rows.strip().splitlines()]
    words, lemmas, tags, pos, heads, labels = (list(column) for column in zip(*table, strict=True))
    places = [int(head) - 1 if head != "0" else index for index, head in enumerate(heads)]
    kinds, found, names = convert(
        words, lemmas=lemmas, tags=tags, pos=pos, heads=places, labels=[x.lower() for x in labels], fixed=FIXED
    )
    assert len(kinds) == len(words)
    return [f"{word}<{name}<{words[head]}" for word, name, head in zip(words, names, found, strict=True)]


def test_preposition_becomes_a_case_marker() -> None:
    assert to_ud("""
        Zinc   zinc   NN  NOUN 2 nsubjpass
        found  find   VBN VERB 0 ROOT
        in     in     IN  ADP  2 prep
        meat   meat   NN  NOUN 3 pobj
        and    and    CC  CCONJ 4 cc
        fish   fish   NN  NOUN 4 conj
    """) == [
        "Zinc<nsubj:pass<found", "found<root<found", "in<case<meat", "meat<obl<found", "and<cc<fish", "fish<conj<meat",
    ]  # fmt: skip


def test_be_becomes_a_copula() -> None:
    assert to_ud("""
        Iron   iron   NN  NOUN 2 nsubj
        is     be     VBZ AUX  0 ROOT
        a      a      DT  DET  4 det
        metal  metal  NN  NOUN 2 attr
    """) == ["Iron<nsubj<metal", "is<cop<metal", "a<det<metal", "metal<root<metal"]


def test_preposition_with_a_gerund_becomes_a_clause() -> None:
    assert to_ud("""
        It     it     PRP PRON 2 nsubj
        helps  help   VBZ VERB 0 ROOT
        by     by     IN  ADP  2 prep
        easing ease   VBG VERB 3 pcomp
        pain   pain   NN  NOUN 4 dobj
    """) == ["It<nsubj<helps", "helps<root<helps", "by<mark<easing", "easing<advcl<helps", "pain<obj<easing"]


def test_two_word_preposition_is_fixed() -> None:
    assert to_ud("""
        Pain   pain   NN  NOUN 0 ROOT
        due    due    IN  ADP  1 prep
        to     to     IN  ADP  2 prep
        gout   gout   NN  NOUN 3 pobj
    """) == ["Pain<root<Pain", "due<case<gout", "to<fixed<due", "gout<nmod<Pain"]


@pytest.mark.parametrize(
    ("word", "pos", "lemma"),
    [
        ("reduces", "VERB", "reduce"), ("Supplementing", "VERB", "supplement"), ("slowed", "VERB", "slow"),
        ("alleviating", "VERB", "alleviate"), ("taken", "VERB", "take"), ("was", "AUX", "be"),
        ("berries", "NOUN", "berry"), ("analyses", "NOUN", "analysis"), ("virus", "NOUN", "virus"),
        ("better", "ADJ", "good"), ("lower", "ADJ", "low"),
        ("soothes", "VERB", "soothe"), ("combating", "VERB", "combat"), ("overcame", "VERB", "overcome"),
        ("London", "PROPN", "London"), ("mg", "NOUN", "mg"),
    ],
)  # fmt: skip
def test_lemma(word: str, pos: str, lemma: str) -> None:
    assert load_lemmatizer(DataFiles()).lemma(word, pos) == lemma


@pytest.mark.parametrize(
    ("pos", "feats", "form", "tag"),
    [
        ("VERB", "Mood=Ind|Tense=Pres|VerbForm=Fin", "helps", "VBZ"),
        ("VERB", "Mood=Ind|Tense=Pres|VerbForm=Fin", "help", "VBP"),
        ("VERB", "Mood=Ind|Tense=Past|VerbForm=Fin", "helped", "VBD"),
        ("VERB", "Tense=Past|VerbForm=Part|Voice=Pass", "helped", "VBN"),
        ("VERB", "VerbForm=Ger", "helping", "VBG"),
        ("VERB", "Tense=Pres|VerbForm=Part", "helping", "VBG"),
        ("VERB", "VerbForm=Inf", "help", "VB"),
        ("AUX", "VerbForm=Fin", "may", "MD"),
        ("NOUN", "Number=Plur", "nerves", "NNS"),
        ("PROPN", "Number=Sing", "London", "NNP"),
        ("ADJ", "Degree=Cmp", "lower", "JJR"),
        ("PART", "Polarity=Neg", "not", "RB"),
        ("", "", "what", ""),
    ],
)
def test_penn_tag(pos: str, feats: str, form: str, tag: str) -> None:
    assert penn_tag(pos, feats, form) == tag


def test_a_hyphenated_word_that_is_one_is_one_token(parser: Parser) -> None:
    parse = parse_one(parser, "They have a build-up of iron.")
    assert (parse.words[3], parse.lemmas[3], len(parse.words)) == ("build-up", "buildup", 7)
