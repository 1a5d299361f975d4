"""Show how a text is read: mentions, triggers, slots, the rules that fired, and the words behind each row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimx.beyond import Reading
from claimx.pipeline import Extractor
from claimx.records import Article, Claim, Mention, Parse, Sentence
from claimx.table import Row, to_rows
from claimx.terminal import Line, plain

# what a row says and the column with the words that say so
CUES = (
    ("polarity", "negation_text"),
    ("certainty", "certainty_text"),
    ("evidence", "evidence_text"),
    ("claim_class", "class_basis"),
)
SAID = ("nutrient_state", "causal_language", "population", "attribution", "combined_with", "overclaim", "dose_flag")
# what goes without saying
SILENT = frozenset({"", "none", "intake"})
INDENT = " " * 11
# a chance that the second reader gives a pair
WORTH_SAYING = 0.3


def explain_text(text: str, extractor: Extractor) -> str:
    """A plain-text account of every sentence, each with the claims found in it."""
    return plain(explain_lines(text, extractor))


def explain_lines(text: str, extractor: Extractor) -> Iterator[Line]:
    """The same account as styled lines, an empty one between sentences."""
    reading = extractor.read(Article(id="text", text=text))
    claims = extractor.relate(reading)
    if not reading.sentences:
        yield (("no sentence to read", ""),)
    for number, (sentence, mentions) in enumerate(zip(reading.sentences, reading.mentions, strict=True)):
        if number:
            yield ()
        yield from _sentence_lines(sentence, mentions, reading, extractor=extractor, claims=claims)


def _sentence_lines(
    sentence: Sentence, mentions: list[Mention], reading: Reading, *, extractor: Extractor, claims: Iterable[Claim]
) -> Iterator[Line]:
    yield ((sentence.text, "bold"),)
    for mention in mentions:
        identity = f" {mention.id}" if mention.id else ""
        said = f"{mention.surface} = {mention.label} {mention.name}{identity}"
        yield (("  mention  ", "cyan"), (said, ""), (f" ({mention.origin})", "dim"))
    parse = reading.parses.get(sentence.index)
    if parse is None:
        yield (("  no parse: no nutrient is named here and no word stands for one, or it is a question", "dim"),)
    else:
        yield (("  parse    ", "cyan"), (_show_parse(parse), "dim"))
        yield from _rule_lines(mentions, parse, reading, extractor=extractor)
    yield from _second_lines(sentence, reading)
    rows = to_rows(claim for claim in claims if claim.sentence.index == sentence.index)
    for row in rows:
        yield from _row_lines(row)
    if not rows and parse is not None:
        yield (("  claim    ", "cyan"), ("none", "dim"))


def _rule_lines(mentions: list[Mention], parse: Parse, reading: Reading, *, extractor: Extractor) -> Iterator[Line]:
    """Each rule with a trigger once, as often as it reads the sentence differently."""
    seen = dict.fromkeys(
        (trace.rule_id, trace.trigger, trace.failed, _list(trace.nutrients), _list(trace.objects))
        for trace in extractor.relater.explain(mentions, parse, text=reading.article.text)
    )
    for rule_id, trigger, failed, nutrients, objects in seen:
        verdict = f"lacks {failed}" if failed else "fires"
        style = "dim" if failed else "green"
        yield (
            ("  rule     ", "cyan"),
            (f"{rule_id} on {trigger!r} ", "dim" if failed else ""),
            (verdict, style),
            (f": {nutrients} -> {objects}", "dim" if failed else ""),
        )


def _second_lines(sentence: Sentence, reading: Reading) -> Iterator[Line]:
    """The pairs that the second reader holds for a claim, or nearly so."""
    for item in reading.weighed:
        if reading.sentences[item.number].index == sentence.index and item.chance >= WORTH_SAYING:
            said = f"{item.nutrient.name} {item.relation} {item.object.surface}"
            denied = f", denied {item.denied:.2f}" if item.is_denied else ""
            yield (("  second   ", "cyan"), (said, "dim"), (f" {item.chance:.2f}{denied}", "dim"))


def _row_lines(row: Row) -> Iterator[Line]:
    """The row, the rule and trigger it rests on, and for each value the words that decide it."""
    what = " ".join(row[name] for name in ("nutrient_name", "relation", "object_name") if row[name])
    dose = f" [{row['dose_text']}]" if row["dose_text"] else ""
    yield (("  claim    ", "cyan"), (what + dose, "bold green"), (f"  {row['claim_id']}", "dim"))
    basis = f'rule {row["rule_id"]} on "{row["trigger"]}", {row["resolution"]}, confidence {row["confidence"]}'
    yield ((INDENT, ""), (basis, ""))
    cues = [f'{row[name]} by "{row[words]}"' if row[words] else row[name] for name, words in CUES]
    yield ((INDENT, ""), (", ".join(cue for cue in cues if cue not in SILENT), ""))
    said = [f"{name.replace('_', ' ')} {row[name]}" for name in SAID if row[name] not in SILENT]
    if row["limit_share"] is not None:
        said.append(f"{row['limit_share']:.0%} of {row['dose_limit']}")
    if said:
        yield ((INDENT, ""), (", ".join(said), "yellow"))


def _show_parse(parse: Parse) -> str:
    shown = []
    for token, head in enumerate(parse.heads):
        governor = "" if head == token else f"<{parse.words[head]}"
        shown.append(f"{parse.words[token]}/{parse.pos[token]}/{parse.deps[token]}{governor}")
    return " ".join(shown)


def _list(names: tuple[str, ...]) -> str:
    return " + ".join(names) if names else "?"
