"""Amounts, durations and frequencies against the quantity sets: run.py DATA, the folder that holds them.

DATA has cqe-eval/ (the Dimension set with published figures) and quantity-unit-tests/ (unit tests of quantulum3,
Recognizers-Text and parsigs). An amount is right when its value is (value), and when its unit is too (value+unit);
a quantity counts once per sentence. "covered" keeps only gold of units in units.tsv and predictions of these units;
"overall" counts all gold, lengths, currencies and bare counts included, which we do not read. quantulum3 is run
beside us when it is installed. Ranges count as their mean, as the sets have it.
"""

from __future__ import annotations

import argparse
import ast
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from claimx.data_files import DataFiles, read_tsv
from claimx.dose import find_doses, find_durations
from claimx.dose.amounts import read_amounts
from claimx.dose.vocabulary import load_vocabulary
from claimx.errors import run_script

Found: TypeAlias = Counter[tuple[float, str]]
UNITS = {row["name"]: row["unit"] for row in read_tsv(Path(__file__).with_name("units.tsv"))}
COVERED = set(UNITS.values())
OTHER = "other"


def read_ours(text: str) -> Found:
    """All amounts, also those that are no dose (body weights, blood levels)."""
    words = load_vocabulary(DataFiles())
    found: Found = Counter()
    pos = 0
    while (match := words.candidate.search(text, pos)) is not None:
        between = words.phrases["between$"].search(text[: match.start()]) is not None
        amounts = read_amounts(text, match.start(), end=len(text), words=words, between=between)
        pos = max([match.start() + 1, *(amount.end for amount in amounts)])
        for amount in amounts:
            found[(round((amount.low + amount.high) / 2, 4), amount.unit.code)] += 1
    return found


def quantulum3_reader() -> Callable[[str], Found] | None:
    """quantulum3 as a peer, None when it is not installed; without its classifier, a pickle of another version."""
    try:
        from quantulum3 import classifier, parser
    except ImportError:
        return None
    classifier.USE_CLF = False

    def read(text: str) -> Found:
        return Counter((round(float(item.value), 4), unit_code(item.unit.name)) for item in parser.parse(text))

    return read


def unit_code(name: str) -> str:
    return UNITS.get(name.lower(), OTHER)


def load_sets(data: Path) -> Iterator[tuple[str, list[tuple[str, Found]]]]:
    """Each set by name: sentences with their gold values and units."""

    def gold(pairs: Iterable[tuple[Any, str]]) -> Found:
        return Counter((round(float(value), 4), unit_code(unit)) for value, unit in pairs if number(value))

    cqe = json.loads((data / "cqe-eval/dimension-model.json").read_text(encoding="utf-8"))
    yield (
        "Dimension (CQE)",
        [(item["text"], gold((q["value"], q["normalized_unit"]) for q in item["quantities"] or [])) for item in cqe],
    )
    tests = data / "quantity-unit-tests"
    recognizers = json.loads((tests / "recognizers_DimensionModel.json").read_text(encoding="utf-8"))
    yield (
        "Dimension (Recognizers)",
        [
            (item["Input"], gold((r["Resolution"]["value"], r["Resolution"]["unit"]) for r in item["Results"] or []))
            for item in recognizers
        ],
    )
    unit_tests = json.loads((tests / "quantulum3_quantities.json").read_text(encoding="utf-8"))
    yield (
        "unit tests (quantulum3)",
        [(item["req"], gold((r["value"], r["unit"]) for r in item["res"] or [])) for item in unit_tests],
    )


def number(value: Any) -> bool:
    try:
        float(value)
    except (TypeError, ValueError):
        return False
    return True


def score(pairs: Iterable[tuple[Found, Found]]) -> str:
    """Precision, recall and F1 of (gold, predicted) counters, in percent."""
    listed = list(pairs)
    right = sum((gold & found).total() for gold, found in listed)
    of_found = sum(found.total() for _, found in listed)
    of_gold = sum(gold.total() for gold, _ in listed)
    precision = right / of_found if of_found else 0.0
    recall = right / of_gold if of_gold else 0.0
    f1 = 2 * right / (of_found + of_gold) if of_found + of_gold else 0.0
    return f"P {100 * precision:5.1f} R {100 * recall:5.1f} F1 {100 * f1:5.1f}  (gold {of_gold}, found {of_found})"


def values(found: Found) -> Found:
    kept: Found = Counter()
    for (value, _), count in found.items():
        kept[(value, "")] += count
    return kept


def covered(found: Found) -> Found:
    return Counter({key: count for key, count in found.items() if key[1] in COVERED})


def show_amounts(name: str, sentences: list[tuple[str, Found]], reader: Callable[[str], Found], *, who: str) -> None:
    pairs = [(gold, reader(text)) for text, gold in sentences]
    inside = [(covered(gold), covered(found)) for gold, found in pairs]
    print(f"{name:24} {who:11} covered  value+unit  {score(inside)}")
    print(f"{name:24} {who:11} covered  value       {score((values(g), values(f)) for g, f in inside)}")
    print(f"{name:24} {who:11} overall  value       {score((values(g), values(f)) for g, f in pairs)}")


def show_published(data: Path) -> None:
    for line in (data / "cqe-eval/published_numbers/dimension-model.csv").read_text(encoding="utf-8").splitlines()[1:]:
        cells = [cell.strip() for cell in line.replace(",", "\t").split("\t")]
        print(
            f"{'Dimension (CQE)':24} published overall: P {cells[1]} R {cells[2]} F1 {cells[3]} {' '.join(cells[4:])}"
        )


def show_durations(data: Path) -> None:
    """Durations of a day and more with a number, of Recognizers-Text: found with the right days."""
    days = {"D": 1, "W": 7, "M": 30, "Y": 365}
    cases = json.loads((data / "quantity-unit-tests/recognizers_DurationParser.json").read_text(encoding="utf-8"))
    right = total = 0
    for case in cases:
        for result in case["Results"] or []:
            timex = str((result.get("Value") or {}).get("Timex", ""))
            amount = timex[1:-1]
            if timex[:1] != "P" or timex[-1:] not in days or not number(amount):
                continue
            total += 1
            wanted = float(amount) * days[timex[-1]]
            right += any(item.min_days == wanted for item in find_durations(case["Input"]))
    print(f"{'durations (Recognizers)':24} ours        {right} of {total} with the right days")


def sig_cases(path: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The prescriptions of parsigs and what it expects of them, read from its test file without running it."""
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(function, ast.FunctionDef):
            continue
        sig, expected = "", []
        for node in ast.walk(function):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
                sig = str(node.value.value)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "StructuredSig":
                expected.append({key.arg: ast.literal_eval(key.value) for key in node.keywords if key.arg})
        if sig and expected:
            yield sig, expected


def wanted_rate(sig: dict[str, Any]) -> tuple[str, float | None]:
    """The period and intakes a day our reading should have."""
    times, interval = sig["times"], sig["interval"] or 1
    if sig["frequencyType"] == "Hour":
        return "day", 24 / interval
    if sig["frequencyType"] == "Day":
        return "day", 1 / interval if interval > 1 else (float(times) if times else None)
    return {"Week": "week", "Month": "month"}.get(sig["frequencyType"] or "", ""), None


def show_sigs(data: Path) -> None:
    """Prescriptions: the amount with its form, and how often; a drug counted with no form is not ours to read."""
    amounts = rates = total = 0
    for sig, expected in sig_cases(data / "quantity-unit-tests/parsigs_sig_expectations.py.txt"):
        doses = [item.quantity for item in find_doses(sig) if item.quantity is not None]
        for want in (item for item in expected if item["form"]):
            total += 1
            count = want["singleDosageAmount"]
            same = [
                dose
                for dose in doses
                if dose.form == want["form"] and (dose.max == count or dose.conversion.startswith(f"{count:g} x "))
            ]
            amounts += bool(same)
            period, intakes = wanted_rate(want)
            once = intakes in (None, 1.0)
            rates += any(
                dose.period == period
                and (dose.intakes_per_day in (None, 1.0) if once else abs((dose.intakes_per_day or 0) - intakes) < 1e-6)
                for dose in same
            )
    print(f"{'prescriptions (parsigs)':24} ours        amount and form {amounts}, and frequency {rates}, of {total}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder with cqe-eval/ and quantity-unit-tests/")
    data = parser.parse_args().data
    peer = quantulum3_reader()
    for name, sentences in load_sets(data):
        show_amounts(name, sentences, read_ours, who="ours")
        if peer is not None:
            show_amounts(name, sentences, peer, who="quantulum3")
    show_published(data)
    show_durations(data)
    show_sigs(data)


if __name__ == "__main__":
    run_script(main)
