"""SemRep gold standard, relations of single sentences: `python benchmarks/relations/semrep.py FILE [--errors]`

FILE is the gold standard's text file. claimx takes only nutrients for subjects, and the set is of medicine at large, so
three figures are given: all predicates that `semrep-relations.tsv` maps; those of them whose subject our tagger takes
for a nutrient or whose semantic type is one of food; and all of them with the set's own arguments in place of what we
tag, drugs and therapies standing as nutrients, which measures rules and parse on a foreign genre. Spans agree when they
overlap; SemRep was scored by concept (CUI), which our spans do not have. People as objects are in the gold.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ties import (
    Compared,
    Entity,
    Tie,
    compare,
    extract,
    figures,
    load_mapping,
    load_types,
    overlaps,
    table_line,
    tagged,
    tie_of,
    with_entities,
)

import claimx
from claimx.errors import run_script
from claimx.pipeline import Extractor, Reading
from claimx.records import Article, Claim, Span

HERE = Path(__file__).parent
MAPPING = load_mapping(HERE / "semrep-relations.tsv")
TYPES = load_types(HERE / "semrep-types.tsv")
SENTENCE = re.compile(r"(\d+\.(?:ti|ab)\.\d+)\s+(\S.*)")
PREDICATE = re.compile(r"(?P<negated>NEG_)?(?P<name>\w+?)(?:\((?:INFER|SPEC)\))?")
# fields of a relation line, counted from 0
SUBJECT_TYPE, NAME, OBJECT_TYPE, INDICATOR, SUBJECT, OBJECT, SUBJECT_START, OBJECT_START = 5, 8, 12, 15, 17, 18, 20, 21
FIELDS = 22
PUBLISHED = """\
published, all predicates, the whole set: SemRep strict P 55 R 34 F1 42, relaxed P 69 R 42 F1 52 (Kilicoglu 2020);
  agreement of two annotators F1 41.5 to 53.6 (Kilicoglu 2011)"""
MEASURES: tuple[tuple[str, Compared], ...] = (
    ("same name", "name"),
    ("by the table", "table"),
    ("the pair, any relation", "pair"),
)


@dataclass(frozen=True, slots=True)
class Gold:
    """The set: sentences as articles, relations, how each is said (VERB, NOM ...), and arguments by sentence.

    By index: `nutrients` are relations with a food-like subject, `held` those of a substance or
    therapy upon something that a claim can be of (no person).
    """

    articles: list[Article]
    ties: list[Tie]
    indicators: list[str]
    entities: dict[str, list[Entity]]
    nutrients: set[int]
    held: set[int]


def read_gold(path: Path) -> Gold:
    """Sentences and relations. A relation whose argument is not to be found in its sentence is left out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [match.groups() for line in lines if "|" not in line[:30] and (match := SENTENCE.match(line))]
    texts = {name: text.rstrip() for name, text in found}
    gold = Gold(
        [Article(name, text) for name, text in texts.items()], [], [], {name: [] for name in texts}, set(), set()
    )
    for line in lines:
        fields = line.split("|")
        if len(fields) >= FIELDS and fields[1] == "relation" and fields[0] in texts:
            _add_relation(gold, fields, texts[fields[0]])
    return gold


def _add_relation(gold: Gold, fields: Sequence[str], text: str) -> None:
    predicate = PREDICATE.fullmatch(fields[NAME])
    subject = find_argument(text, fields[SUBJECT], fields[SUBJECT_START])
    target = find_argument(text, fields[OBJECT], fields[OBJECT_START])
    if predicate is None or subject is None or target is None:
        return
    arguments = gold.entities[fields[0]]
    arguments += [
        Entity(span.start, span.end, fields[column])
        for span, column in ((subject, SUBJECT_TYPE), (target, OBJECT_TYPE))
    ]
    kind = TYPES.get(fields[SUBJECT_TYPE])
    if kind is not None and kind.subject:
        gold.nutrients.add(len(gold.ties))
    if kind is not None and kind.label == "NUTRIENT" and fields[OBJECT_TYPE] in TYPES:
        gold.held.add(len(gold.ties))
    gold.indicators.append(fields[INDICATOR])
    status = "negated" if predicate["negated"] else "affirmed"
    gold.ties.append(Tie(fields[0], subject, predicate["name"], target, status))


def find_argument(text: str, surface: str, start: str) -> Span | None:
    """An argument's place. Offsets in the set are at times off or several; then its nearest place by words."""
    wanted = int(start.split(",")[0]) if start.split(",")[0].isdigit() else 0
    places = [match.start() for match in re.finditer(re.escape(surface), text, re.IGNORECASE)] if surface else []
    if not places:
        return None
    best = min(places, key=lambda place: (abs(place - wanted), place))
    return Span(best, best + len(surface))


def ties_of(claims: Sequence[Claim]) -> list[Tie]:
    """Distinct ties of the claims whose relation the table has."""
    made = [tie_of(claim, claim.polarity) for claim in claims]
    ties = {replace(tie, status=""): tie for tie in reversed(made) if tie and tie.relation in MAPPING.our_relations}
    return list(reversed(ties.values()))


def predict(gold: Gold, extractor: Extractor, *, gold_arguments: bool) -> list[Tie]:
    """Our ties, from the text alone or with the gold arguments in place of what we tag."""

    def change(reading: Reading) -> Reading:
        return with_entities(reading, gold.entities[reading.article.id], TYPES) if gold_arguments else reading

    return [tie for found in extract(extractor, gold.articles, change) for tie in ties_of(found)]


def tagged_nutrients(gold: Gold, extractor: Extractor) -> set[int]:
    """Index of gold ties whose subject overlaps what we tag as a nutrient."""
    mentions = tagged(extractor, gold.articles)
    return {
        i
        for i, tie in enumerate(gold.ties)
        if any(m.label == "NUTRIENT" and overlaps(tie.subject, Span(m.start, m.end)) for m in mentions[tie.doc])
    }


def line(gold: Gold, found: list[Tie], *, title: str, scope: set[int], compared: Compared = "table") -> str:
    """A row of the table, without polarity and with it; relations outside `scope` neither help nor harm."""
    pairs = compare(gold.ties, found, MAPPING, compared=compared)
    signed = compare(gold.ties, found, MAPPING, compared=compared, agree=lambda one, other: one.status == other.status)
    return table_line(title, *(figures(gold.ties, found, matched, scope=scope) for matched in (pairs, signed)))


def found_by(kinds: Sequence[str], gold: Gold, found: list[Tie], *, scope: set[int]) -> str:
    """How many relations of each kind were found, as "TREATS 3/40"; `kinds` has one for each gold relation."""
    right = Counter(kinds[i] for i in compare(gold.ties, found, MAPPING) if i in scope)
    total = Counter(kinds[i] for i in scope)
    return ", ".join(f"{name} {right[name]}/{count}" for name, count in sorted(total.items()))


def errors(gold: Gold, found: list[Tie], *, scope: set[int]) -> Iterator[str]:
    """Gold ties in scope that were missed, and ties of ours that are right about none."""
    texts = {article.id: article.text for article in gold.articles}
    pairs = compare(gold.ties, found, MAPPING)
    taken = set(pairs.values())
    missed = [gold.ties[i] for i in sorted(scope) if i not in pairs]
    for word, ties in (("MISSED", missed), ("EXTRA", [tie for j, tie in enumerate(found) if j not in taken])):
        for tie in ties:
            text = texts[tie.doc]
            subject, target = (text[span.start : span.end] for span in (tie.subject, tie.object))
            yield f"{word} {tie.doc} [{subject}] {tie.relation} [{target}] {tie.status}: {text}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--errors", action="store_true", help="list what was missed and what is too much")
    options = parser.parse_args()
    gold, extractor = read_gold(options.file), claimx.load()
    everything = set(range(len(gold.ties)))
    mapped = {i for i, tie in enumerate(gold.ties) if tie.relation in MAPPING.gold_relations}
    nutrients = mapped & (gold.nutrients | tagged_nutrients(gold, extractor))
    plain = predict(gold, extractor, gold_arguments=False)
    given = predict(gold, extractor, gold_arguments=True)
    held = mapped & gold.held
    print(
        f"SemRep gold: {len(gold.articles)} sentences, {len(gold.ties)} relations; {len(mapped)} of mapped predicates,"
    )
    print(f"{len(nutrients)} of these with a subject that can be a nutrient, {len(held)} with two ends of our kinds;")
    print(f"found: {len(plain)} end to end, {len(given)} with gold arguments")
    print(f"| {'':<46} |     P |     R |    F1 | and polarity: P | R | F1 |\n|---|---|---|---|---|---|---|")
    print(line(gold, plain, title="all predicates", scope=everything))
    print(line(gold, plain, title="mapped predicates", scope=mapped))
    for name, compared in MEASURES:
        print(line(gold, plain, title=f"nutrient subjects: {name}", scope=nutrients, compared=compared))
    for name, compared in MEASURES:
        print(line(gold, given, title=f"gold arguments: {name}", scope=mapped, compared=compared))
    print(line(gold, given, title="gold arguments: table, ends of our kinds", scope=held))
    predicates = [tie.relation for tie in gold.ties]
    print(f"found with nutrient subjects: {found_by(predicates, gold, plain, scope=nutrients)}")
    print(f"found with gold arguments: {found_by(predicates, gold, given, scope=mapped)}")
    print(f"  of our kinds, by indicator: {found_by(gold.indicators, gold, given, scope=held)}")
    print(PUBLISHED)
    if options.errors:
        print("END TO END\n" + "\n".join(errors(gold, plain, scope=nutrients)))
        print("GOLD ARGUMENTS\n" + "\n".join(errors(gold, given, scope=mapped)))


if __name__ == "__main__":
    run_script(main)
