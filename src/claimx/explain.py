"""Show how a text is read: mentions, triggers, slots, the rules that fired and what kept others back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimx.pipeline import Extractor, Reading
from claimx.records import Article, Claim, Mention, Parse, Sentence
from claimx.table import to_rows


def explain_text(text: str, extractor: Extractor) -> str:
    """A plain-text account of every sentence, each with the claims found in it."""
    reading = extractor.read(Article(id="text", text=text))
    claims = extractor.relate(reading)
    parts = [
        "\n".join(_sentence_lines(sentence, mentions, reading, extractor=extractor, claims=claims))
        for sentence, mentions in zip(reading.sentences, reading.mentions, strict=True)
    ]
    return "\n\n".join(parts) if parts else "no sentence to read"


def _sentence_lines(
    sentence: Sentence, mentions: list[Mention], reading: Reading, *, extractor: Extractor, claims: Iterable[Claim]
) -> Iterator[str]:
    yield sentence.text
    for mention in mentions:
        identity = f" {mention.id}" if mention.id else ""
        yield f"  mention  {mention.surface} = {mention.label} {mention.name}{identity} ({mention.origin})"
    parse = reading.parses.get(sentence.index)
    if parse is None:
        yield "  no parse: no nutrient is named here and no word stands for one, or it is a question"
        return
    yield f"  parse    {_show_parse(parse)}"
    for trace in extractor.relater.explain(mentions, parse, text=reading.article.text):
        slots = f"{_list(trace.nutrients)} -> {_list(trace.objects)}"
        verdict = f"lacks {trace.failed}" if trace.failed else "fires"
        yield f"  rule     {trace.rule_id} on {trace.trigger!r} {verdict}: {slots}"
    rows = to_rows(claim for claim in claims if claim.sentence.index == sentence.index)
    for row in rows:
        hedges = ", ".join(row[name] for name in ("polarity", "certainty", "resolution", "evidence") if row[name])
        what = " ".join(row[name] for name in ("nutrient_name", "relation", "object_name") if row[name])
        dose = f" [{row['dose_text']}]" if row["dose_text"] else ""
        yield f"  claim    {what}{dose} ({hedges}; {row['rule_id']}, {row['confidence']})"
    if not rows:
        yield "  claim    none"


def _show_parse(parse: Parse) -> str:
    shown = []
    for token, head in enumerate(parse.heads):
        governor = "" if head == token else f"<{parse.words[head]}"
        shown.append(f"{parse.words[token]}/{parse.pos[token]}/{parse.deps[token]}{governor}")
    return " ".join(shown)


def _list(names: tuple[str, ...]) -> str:
    return " + ".join(names) if names else "?"
