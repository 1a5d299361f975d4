"""Stretches of real documents with every claim a careful reader finds in them, as pools.

`data/excerpts.jsonl` holds places and claims and no text; the documents are those of `labelled.py`. `python
models/excerpts.py OUT SOURCES...` lays each stretch below its document's title, its gold beside it:
OUT/excerpts-read and OUT/excerpts-unread, each a folder of texts and a file of rows. The second reader learns from the
former; nothing has been made by the latter.

A line is a stretch: its document, split, offsets and digest, and its claims, the rows of a gold file but for values
that are empty, with the quote as offsets into the stretch.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from labelled import SPLITS, digest, read_documents, title_of

from claimx.errors import ClaimxError, run_script

EXCERPTS = Path(__file__).parent / "data" / "excerpts.jsonl"
# the values that a gold row has where a claim of the file names none
EMPTY = {
    "nutrient": "", "nutrient_state": "intake", "object": "", "polarity": "affirmed", "certainty": "asserted",
    "evidence": "none", "population": "", "species": "", "dose": None, "duration": "", "route": "", "form": "",
    "timing": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One stretch: the title over it, its text, and its gold rows but for `doc`."""

    title: str
    text: str
    split: str
    rows: list[dict[str, Any]]


def read_excerpts(documents: dict[str, dict[str, str]], path: Path = EXCERPTS) -> Iterator[Excerpt]:
    """The stretches of the documents at hand; one that is not where it was is an error."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = json.loads(line)
        document = documents.get(found["doc"])
        if document is None:
            raise ClaimxError(f'{path}:{number}: no document "{found["doc"]}" in the folders given')
        text = document["text"][found["start"] : found["end"]]
        if digest(text) != found["digest"]:
            raise ClaimxError(f'{path}:{number}: another text of "{found["doc"]}"')
        rows = [EMPTY | claim | {"quote": text[slice(*claim["quote"])]} for claim in found["claims"]]
        yield Excerpt(title_of(document), text, found["split"], rows)


def write_pools(excerpts: Iterable[Excerpt], out: Path) -> dict[str, int]:
    """A folder of texts for each split, its gold beside it; the number of gold rows of each."""
    gold: dict[str, list[str]] = {split: [] for split in SPLITS}
    for number, excerpt in enumerate(excerpts):
        name = f"{number:04d}.txt"
        folder = out / f"excerpts-{excerpt.split}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"{excerpt.title}\n\n{excerpt.text.strip()}\n", encoding="utf-8")
        gold[excerpt.split] += [json.dumps({"doc": name, **row}, ensure_ascii=False) + "\n" for row in excerpt.rows]
    for split, lines in gold.items():
        (out / f"excerpts-{split}.jsonl").write_text("".join(lines), encoding="utf-8")
    return {split: len(lines) for split, lines in gold.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("sources", type=Path, nargs="+", help="folders of the documents")
    given = parser.parse_args()
    counts = write_pools(read_excerpts(read_documents(given.sources)), given.out)
    print(", ".join(f"{split}: {count} rows" for split, count in counts.items()))


if __name__ == "__main__":
    run_script(main)
