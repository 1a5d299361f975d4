"""Compare rows with gold: precision, recall, F1, and how well the qualifiers agree on the rows that match."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any, TypeAlias

from claimx.data_files import DataFiles
from claimx.errors import ClaimxError
from claimx.export import iterate_csv

Row: TypeAlias = dict[str, Any]
WORD = re.compile(r"[a-z0-9]+")
NOT_WORD = re.compile(r"\W+")
ARTICLE_ENDING = re.compile(r"\.(txt|html|md)$")
QUALIFIERS = ("nutrient_state", "certainty", "evidence", "species", "claim_class", "resolution")
SHOWN = ("doc", "nutrient_name", "relation", "object", "polarity", "quote")
# two quotes that are not nested agree when they share a run of this part of the shorter, and of more characters
SHARED_PART, SHARED_CHARACTERS, SHARED_STEP = 0.6, 20, 5
SHORTEST_PLURAL = 4


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts: gold rows, those of them found, rows, those of them right. A ratio with nothing to divide by is 0."""

    gold: int
    found: int
    rows: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.rows if self.rows else 0.0

    @property
    def recall(self) -> float:
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """What a comparison found. `qualifiers` maps each to (agreeing, compared); `breakdowns` a column to its values.

    `pairs` are the strict matches, gold row first.
    """

    strict: Figures
    relaxed: Figures
    qualifiers: dict[str, tuple[int, int]]
    breakdowns: dict[str, dict[str, Figures]]
    missed: list[Row]
    extra: list[Row]
    pairs: list[tuple[Row, Row]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Comparer:
    """The word lists of data/scoring.yaml."""

    group_of: dict[str, str]
    stop_words: frozenset[str]
    endings: re.Pattern[str]
    aliases: dict[str, str]

    def name(self, text: str | None) -> str:
        """A nutrient's name as compared: lower case, singular words, aliases resolved."""
        plain = self.endings.sub("", " ".join(_words(text)))
        return self.aliases.get(plain, plain)

    def content(self, text: str | None) -> list[str]:
        """Words that carry content, or all words when none does."""
        words = _words(text)
        return [word for word in words if word not in self.stop_words] or words

    def objects_agree(self, one: str | None, other: str | None) -> bool:
        """The head word (the last) of one is in the other, or half of the words of the shorter are shared."""
        left, right = self.content(one), self.content(other)
        if not left or not right:
            return not left and not right
        if left[-1] in right or right[-1] in left:
            return True
        shared = set(left) & set(right)
        return bool(shared) and 2 * len(shared) >= min(len(set(left)), len(set(right)))

    def agree(self, gold: Row, row: Row, *, relaxed: bool) -> bool:
        """Whether a row is right about a gold row, by section 6."""
        if self.name(gold["nutrient_name"]) != self.name(row.get("nutrient_name") or row.get("nutrient")):
            return False
        wanted, given = gold["relation"], row["relation"]
        if relaxed:
            wanted, given = self.group_of.get(wanted, wanted), self.group_of.get(given, given)
        if wanted != given or gold["polarity"] != row["polarity"]:
            return False
        if gold["relation"] == "HAS_DOSE":
            return doses_agree(gold.get("dose"), row.get("dose")) and quotes_overlap(gold["quote"], row["quote"])
        pairs = ((a, b) for a in _objects(gold) for b in _objects(row))
        return any(self.objects_agree(a, b) for a, b in pairs) and quotes_overlap(gold["quote"], row["quote"])


def load_comparer(data: DataFiles) -> Comparer:
    """The comparer over data/scoring.yaml; the last layer of the data wins whole."""
    _, found = data.yaml("scoring.yaml")[-1]
    return Comparer(
        group_of={relation: members[0] for members in found["groups"] for relation in members},
        stop_words=frozenset(found["stop_words"].split()),
        endings=re.compile(rf" ?({'|'.join(map(re.escape, found['name_endings']))})$"),
        aliases=dict(found["aliases"]),
    )


def load_rows(path: Path) -> list[Row]:
    """Rows of gold or of a run (.jsonl, .csv, .parquet), each with `doc`, `quote`, `object` and `dose` filled in."""
    readers: dict[str, Callable[[Path], list[Row]]] = {
        ".jsonl": _read_jsonl,
        ".csv": lambda csv_path: list(iterate_csv(csv_path)),
        ".parquet": _read_parquet,
    }
    if path.suffix not in readers:
        raise ClaimxError(f"{path}: expected .jsonl, .csv or .parquet")
    try:
        return [complete_row(row) for row in readers[path.suffix](path)]
    except OSError as error:
        raise ClaimxError(f"{path}: cannot be read: {error.strerror}") from None


def complete_row(row: Row) -> Row:
    """A row with `doc`, `quote`, `object` and `dose` filled in, as `load_rows` gives it."""
    doc = row.get("doc") or PurePath(str(row.get("doc_id", ""))).name
    dose = row.get("dose")
    if dose is None and row.get("dose_text"):
        dose = {"min": row.get("dose_min"), "max": row.get("dose_max"), "unit": row.get("dose_unit")}
    return {
        **row,
        "doc": ARTICLE_ENDING.sub("", doc),
        "quote": row.get("quote") or row.get("sentence") or "",
        "object": row.get("object") or "",
        "dose": dose,
    }


def score(gold: Sequence[Row], rows: Sequence[Row], comparer: Comparer) -> Score:
    """Compare rows with gold, both from `load_rows`."""
    strict = match(gold, rows, lambda a, b: comparer.agree(a, b, relaxed=False))
    relaxed = match(gold, rows, lambda a, b: comparer.agree(a, b, relaxed=True))
    pairs = [(gold[i], rows[j]) for i, j in strict.items()]
    matched_rows = set(strict.values())
    return Score(
        strict=Figures(len(gold), len(strict), len(rows), len(strict)),
        relaxed=Figures(len(gold), len(relaxed), len(rows), len(relaxed)),
        qualifiers=_qualifiers(pairs),
        breakdowns={name: _breakdown(name, gold, rows, pairs) for name in ("relation", "resolution", "rule_id")},
        missed=[row for i, row in enumerate(gold) if i not in strict],
        extra=[row for j, row in enumerate(rows) if j not in matched_rows],
        pairs=pairs,
    )


def match(gold: Sequence[Row], rows: Sequence[Row], agree: Callable[[Row, Row], bool]) -> dict[int, int]:
    """A largest one-to-one matching, gold index to row index, by augmenting paths (Kuhn's algorithm)."""
    rows_of = defaultdict(list)
    for j, row in enumerate(rows):
        rows_of[row["doc"]].append(j)
    choices = [[j for j in rows_of[wanted["doc"]] if agree(wanted, rows[j])] for wanted in gold]
    owner: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j in choices[i]:
            if j not in seen:
                seen.add(j)
                if j not in owner or place(owner[j], seen):
                    owner[j] = i
                    return True
        return False

    for i in range(len(gold)):
        place(i, set())
    return {i: j for j, i in owner.items()}


def doses_agree(one: Row | None, other: Row | None) -> bool:
    """Same amounts, to four decimals, in the same unit, brackets and case aside."""
    return _dose_key(one or {}) == _dose_key(other or {})


def quotes_overlap(one: str, other: str) -> bool:
    """Whether two quotes, letters and digits only, hold one another or share a long run."""
    left, right = NOT_WORD.sub("", one.lower()), NOT_WORD.sub("", other.lower())
    if not left or not right:
        return False
    if left in right or right in left:
        return True
    run = int(SHARED_PART * min(len(left), len(right)))
    starts = range(0, len(left) - run + 1, SHARED_STEP)
    return run > SHARED_CHARACTERS and any(left[start : start + run] in right for start in starts)


def format_errors(found: Score) -> str:
    """One line for each gold row missed and each row too many."""
    lines = [
        f"{word:6} {json.dumps({name: row.get(name) for name in SHOWN}, ensure_ascii=False)}"
        for word, rows in (("MISSED", found.missed), ("EXTRA", found.extra))
        for row in rows
    ]
    return "".join(line + "\n" for line in lines)


def _words(text: str | None) -> list[str]:
    return [_singular(word) for word in WORD.findall((text or "").lower())]


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > SHORTEST_PLURAL:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss") and len(word) >= SHORTEST_PLURAL:
        return word[:-1]
    return word


def _objects(row: Row) -> set[str]:
    return {row["object"], row.get("object_name") or row["object"]}


def _number(value: object) -> float | None:
    try:
        return round(float(value), 4)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None


def _dose_key(dose: Row) -> tuple[float | None, float | None, str]:
    return _number(dose.get("min")), _number(dose.get("max")), (dose.get("unit") or "").lower().strip("[]")


def _read_jsonl(path: Path) -> list[Row]:
    rows = []
    # not splitlines: a quote may hold a character that it takes for a line end
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        try:
            rows += [json.loads(line)] if line.strip() else []
        except json.JSONDecodeError as error:
            raise ClaimxError(f"{path}:{number}: not valid JSON: {error.msg}") from None
    return rows


def _read_parquet(path: Path) -> list[Row]:
    import pyarrow.parquet as pq

    rows: list[Row] = pq.read_table(path).to_pylist()
    return rows


def _qualifiers(pairs: Sequence[tuple[Row, Row]]) -> dict[str, tuple[int, int]]:
    found = {
        name: (sum((wanted.get(name) or "") == (given.get(name) or "") for wanted, given in pairs), len(pairs))
        for name in QUALIFIERS
        if pairs
    }
    dosed = [(wanted["dose"], given["dose"]) for wanted, given in pairs if wanted["dose"]]
    if dosed:
        found["dose"] = (sum(doses_agree(*pair) for pair in dosed), len(dosed))
    return found


def _breakdown(
    name: str, gold: Sequence[Row], rows: Sequence[Row], pairs: Sequence[tuple[Row, Row]]
) -> dict[str, Figures]:
    """Figures for each value of a column: recall over the gold rows that have it, precision over the rows that do."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    groups = (gold, [wanted for wanted, _ in pairs], rows, [given for _, given in pairs])
    for at, group in enumerate(groups):
        for row in group:
            if row.get(name):
                counts[row[name]][at] += 1
    return {value: Figures(*counts[value]) for value in sorted(counts)}
