"""Doses of the ADE corpus: `python benchmarks/relations/ade.py FILE.rel [FILE.rel ...] [--errors]`

The files are DRUG-DOSE.rel, `PMID|sentence|dose|start|end|drug|start|end`. Only doses with a digit are asked for; the
rest is words like "overdose". A dose is covered when ours holds the whole of it, exact when the spans are equal (ours
takes in the frequency and the route, which the annotators at times leave out), and its number agrees when the amounts
read are those of the annotated words. The set lists a drug's dose in a sentence about harm, not every
dose, so that no precision can be measured. No figures are published for it.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimx.data_files import DataFiles, read_tsv
from claimx.dose import find_doses
from claimx.errors import run_script
from claimx.records import Mention, Span

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
FIELDS = 8
OUTSIDE = {row["pattern"]: row["reason"] for row in read_tsv(Path(__file__).with_name("ade-outside.tsv"))}


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence with the span of an annotated dose."""

    text: str
    dose: Span


@dataclass(frozen=True, slots=True)
class Result:
    """How an annotated dose was read."""

    item: Item
    found: tuple[Span, ...]
    exact: bool
    covered: bool
    touched: bool
    number: bool


def read_items(paths: Sequence[Path]) -> list[Item]:
    """Distinct annotated doses that hold a digit."""
    items: dict[Item, None] = {}
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            fields = line.split("|")
            if len(fields) == FIELDS and NUMBER.search(fields[2]):
                span = find_dose(fields[1], dose=fields[2], drug=fields[5], apart=int(fields[3]) - int(fields[6]))
                items[Item(fields[1], span)] = None
    return list(items)


def find_dose(text: str, *, dose: str, drug: str, apart: int) -> Span:
    """A dose's place in its sentence. Offsets are of the abstract, so the distance to the drug says which place."""
    places = [match.start() for match in re.finditer(re.escape(dose), text)]
    drugs = [match.start() for match in re.finditer(re.escape(drug), text)] or [0]
    start = min(places, key=lambda place: min(abs(place - other - apart) for other in drugs))
    return Span(start, start + len(dose))


def read_dose(item: Item, data: DataFiles) -> Result:
    """Compare the doses found in the sentence with the annotated one."""
    doses = find_doses(item.text, data=data)
    near = [dose for dose in doses if dose.start < item.dose.end and item.dose.start < dose.end]
    words = item.text[item.dose.start : item.dose.end]
    return Result(
        item=item,
        found=tuple(Span(dose.start, dose.end) for dose in near),
        exact=any((dose.start, dose.end) == (item.dose.start, item.dose.end) for dose in near),
        covered=any(dose.start <= item.dose.start and item.dose.end <= dose.end for dose in near),
        touched=bool(near),
        number=any(amounts_agree(dose, words) for dose in near),
    )


def amounts_agree(dose: Mention, words: str) -> bool:
    """Whether the lowest and the highest amount read are the first number, or the first two, of the annotated words."""
    if dose.quantity is None:
        return False
    numbers = [float(number.replace(",", "")) for number in NUMBER.findall(words)]
    read = sorted({amount for amount in (dose.quantity.min, dose.quantity.max) if amount is not None})
    return read in (sorted(numbers[:1]), sorted(set(numbers[:2])))


def reason_outside(item: Item) -> str:
    """Why no nutrient has such a dose, "" when one may."""
    words = item.text[item.dose.start : item.dose.end]
    return next((reason for pattern, reason in OUTSIDE.items() if re.search(pattern, words)), "")


def report(results: Sequence[Result]) -> Iterator[str]:
    """Shares of the doses found, of all and of those a nutrient may have."""
    inside = [result for result in results if not reason_outside(result.item)]
    yield f"ADE doses with a digit: {len(results)}, {len(inside)} of a kind that a nutrient may have"
    for name in ("touched", "covered", "exact", "number"):
        yield f"  {name:<8} {_share(results, name)}   nutrient-like {_share(inside, name)}"
    counts = Counter(reason for result in results if (reason := reason_outside(result.item)))
    yield "  the others: " + ", ".join(f"{reason} {count}" for reason, count in counts.most_common())
    yield "  published: none"


def _share(results: Sequence[Result], name: str) -> str:
    count = sum(bool(getattr(result, name)) for result in results)
    return f"{count:4d} of {len(results):4d}  {100 * count / len(results) if results else 0.0:5.1f} %"


def errors(results: Sequence[Result]) -> Iterator[str]:
    """Doses that are not covered, or whose amount is another."""
    for result in results:
        if not (result.covered and result.number):
            text = result.item.text
            ours = ", ".join(f"[{text[span.start : span.end]}]" for span in result.found) or "nothing"
            yield f"[{text[result.item.dose.start : result.item.dose.end]}] ours {ours}: {text}"


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="+")
    parser.add_argument("--errors", action="store_true", help="list the doses that were not read whole and right")
    options = parser.parse_args()
    data = DataFiles()
    results = [read_dose(item, data) for item in read_items(options.file)]
    print("\n".join(report(results)))
    if options.errors:
        print("\n".join(errors(results)))


if __name__ == "__main__":
    run_script(main)
