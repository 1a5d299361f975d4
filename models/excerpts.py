"""Stretches of real documents with every claim a careful reader finds in them, as pools.

`data/excerpts.jsonl` holds places and claims and no text; the documents are those of `labelled.py`. `python
models/excerpts.py OUT SOURCES...` lays each stretch below its document's title, its gold beside it:
OUT/excerpts-read and OUT/excerpts-unread, each a folder of texts and a file of rows. The second reader learns from the
former; nothing has been made by the latter.

A line is a stretch: its document, split, offsets and digest, and its claims, the rows of a gold file but for values
that are empty, with the quote as offsets into the stretch.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from labelled import Laid, lay, run_lay, stretch, title_of

from claimx.errors import DataError, run_script

EXCERPTS = Path(__file__).parent / "data" / "excerpts.jsonl"
# the values that a gold row has where a claim of the file names none
EMPTY = {
    "nutrient": "", "nutrient_state": "intake", "object": "", "polarity": "affirmed", "certainty": "asserted",
    "evidence": "none", "population": "", "species": "", "dose": None, "duration": "", "route": "", "form": "",
    "timing": "",
}  # fmt: skip


def read_excerpts(documents: dict[str, dict[str, str]], path: Path = EXCERPTS) -> Iterator[Laid]:
    """The stretches of the documents at hand, below their titles; one that is not where it was is an error."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = json.loads(line)
        document, text = stretch(documents, found, error=partial(DataError, path=path, line=number))
        rows = [EMPTY | claim | {"quote": text[slice(*claim["quote"])]} for claim in found["claims"]]
        yield Laid(found["split"], f"{title_of(document)}\n\n{text.strip()}", rows)


def write_pools(excerpts: Iterable[Laid], out: Path) -> dict[str, int]:
    """A folder of texts for each split, its gold beside it; the number of gold rows of each."""
    return lay("excerpts", excerpts, out)


def main() -> None:
    run_lay(__doc__, lambda documents, out: write_pools(read_excerpts(documents), out))


if __name__ == "__main__":
    run_script(main)
