"""Real sentences with the claims a careful reader finds in them, as pools for `make confidence`.

`data/labels.tsv` holds places and claims and no text: the documents are those of MedQuAD and of the NHS that
`sources.toml` names. `python models/labelled.py OUT SOURCES...` lays the sentences beside their gold, OUT/labelled-read
and OUT/labelled-unread, each a folder of texts and a file of rows. Rules were written over the former, not the latter.

A sentence is labelled where it holds a nutrient and another mention. A claim reads `12-20 CAUSES 30-41`, offsets into
the sentence, with `deficiency` or `excess`, `denied`, and `optional` for one that a reader could leave out as well.
A slot in quotes is a word that no mention covers, or a word and what it stands for or is called, `"it=vitamin D"`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from claimx.data_files import TsvRow, read_tsv
from claimx.errors import run_script

LABELS = Path(__file__).parent / "data" / "labels.tsv"
SPLITS = ("read", "unread")
CLAIM = re.compile(r'("[^"]*"|\d+-\d+) ([A-Z_]+)(?: ("[^"]*"|\d+-\d+))?((?: \w+)*)')
STATES = ("deficiency", "excess")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One sentence of a document: where it stands, the heading over it, and its claims as written."""

    doc: str
    title: str
    section: str
    bullet: bool
    text: str
    split: str
    claims: str


@dataclass(frozen=True, slots=True)
class Laid:
    """One text as it is laid out: its split, its words, and its gold rows but for `doc`."""

    split: str
    text: str
    rows: Sequence[Mapping[str, Any]]


def read_documents(folders: Iterable[Path]) -> dict[str, dict[str, str]]:
    """The JSON lines of all folders by their id."""
    found: dict[str, dict[str, str]] = {}
    for folder in folders:
        for path in sorted(folder.glob("*.jsonl")):
            with path.open(encoding="utf-8") as lines:
                found.update((document["id"], document) for document in map(json.loads, lines) if "text" in document)
    return found


def read_labels(documents: dict[str, dict[str, str]]) -> Iterator[Labelled]:
    """The labelled sentences of the documents at hand; a sentence that is not where it was is an error."""
    for row in read_tsv(LABELS):
        document, text = stretch(documents, row.values, error=row.error)
        section = _section(row, document["text"])
        yield Labelled(row["doc"], title_of(document), section, bool(row["bullet"]), text, row["split"], row["claims"])


def stretch(
    documents: dict[str, dict[str, str]], place: Mapping[str, Any], *, error: Callable[[str], Exception]
) -> tuple[dict[str, str], str]:
    """The document of a `place` and its text from start to end; `error` makes what is raised where it is not there."""
    document = documents.get(place["doc"])
    if document is None:
        raise error(f'no document "{place["doc"]}" in the folders given')
    text = document["text"][int(place["start"]) : int(place["end"])]
    if digest(text) != place["digest"]:
        raise error(f'another text of "{place["doc"]}"')
    return document, text


def title_of(document: dict[str, str]) -> str:
    """What a document of either source is headed."""
    return document.get("title") or document.get("focus", "")


def _section(row: TsvRow, text: str) -> str:
    start, _, end = row["section"].partition("-")
    return text[int(start) : int(end)] if end else ""


def digest(text: str) -> str:
    """By which a sentence is known again."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def rows_of(sentence: Labelled) -> Iterator[dict[str, str]]:
    """The gold rows of a sentence, but for `doc`."""
    for nutrient, relation, item, marks in CLAIM.findall(sentence.claims):
        flags = marks.split()
        surface, name = _slot(sentence.text, nutrient)
        item_surface, item_name = _slot(sentence.text, item)
        yield {
            "quote": _one_line(sentence.text),
            "nutrient": surface,
            "nutrient_name": name,
            "nutrient_state": next((flag for flag in flags if flag in STATES), "intake"),
            "relation": relation,
            "object": item_surface,
            "object_name": item_name,
            "polarity": "negated" if "denied" in flags else "affirmed",
        }


def _slot(text: str, slot: str) -> tuple[str, str]:
    """Surface and name of what fills a slot, both empty for none."""
    if slot.startswith('"'):
        surface, _, name = slot.strip('"').partition("=")
        return surface, name or surface
    start, _, end = slot.partition("-")
    found = text[int(start) : int(end)] if end else ""
    return found, found


def _one_line(text: str) -> str:
    return " ".join(text.split())


def write_pools(sentences: Iterable[Labelled], out: Path) -> dict[str, int]:
    """A folder of texts for each split, its gold beside it; the number of gold rows of each."""
    return lay("labelled", _lay_out(sentences), out)


def _lay_out(sentences: Iterable[Labelled]) -> Iterator[Laid]:
    for _, found in groupby(sentences, key=lambda item: item.doc):
        members = list(found)
        parts = [members[0].title]
        for section, under in groupby(members, key=lambda item: item.section):
            parts += [_one_line(section)] if section else []
            parts += [f"{'- ' if item.bullet else ''}{_one_line(item.text)}" for item in under]
        yield Laid(members[0].split, "\n\n".join(parts), [row for item in members for row in rows_of(item)])


def lay(kind: str, texts: Iterable[Laid], out: Path) -> dict[str, int]:
    """Write out/KIND-SPLIT/0000.txt, 0001.txt ... and out/KIND-SPLIT.jsonl; the number of gold rows of each split."""
    gold: dict[str, list[dict[str, Any]]] = {split: [] for split in SPLITS}
    for number, laid in enumerate(texts):
        name = f"{number:04d}.txt"
        folder = out / f"{kind}-{laid.split}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(laid.text + "\n", encoding="utf-8")
        gold[laid.split] += [{"doc": name, **row} for row in laid.rows]
    for split, rows in gold.items():
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (out / f"{kind}-{split}.jsonl").write_text(lines, encoding="utf-8")
    return {split: len(rows) for split, rows in gold.items()}


def run_lay(description: str | None, write: Callable[[dict[str, dict[str, str]], Path], dict[str, int]]) -> None:
    """The command line of a script that lays texts beside their gold: OUT SOURCES..."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("sources", type=Path, nargs="+", help="folders of the documents")
    given = parser.parse_args()
    counts = write(read_documents(given.sources), given.out)
    print(", ".join(f"{split}: {count} rows" for split, count in counts.items()))


def main() -> None:
    run_lay(__doc__, lambda documents, out: write_pools(read_labels(documents), out))


if __name__ == "__main__":
    run_script(main)
