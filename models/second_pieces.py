"""Choose the word pieces that the second reader knows: those of the encoder that the texts hold, and single letters.

    python models/second_pieces.py VOCABULARY OUT TEXT [TEXT ...]

VOCABULARY is the encoder's vocab.txt. A TEXT is a file or a folder; of JSON lines the key "text" is read, of CoNLL-U
the sentences.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from claimx.errors import run_script
from claimx.second.pieces import BREAK, PAD, START, UNKNOWN, Pieces, load_pieces

# a piece that the texts hold fewer times is cut into smaller ones
FEWEST = 2
# letters of European languages
LAST_LETTER = "\u024f"


def texts(path: Path) -> Iterator[str]:
    if path.is_dir():
        for inner in sorted(path.rglob("*")):
            if inner.is_file():
                yield from texts(inner)
        return
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix == ".jsonl":
        yield from (found["text"] for found in map(json.loads, text.splitlines()) if "text" in found)
    elif path.suffix == ".conllu":
        yield from (line.partition("=")[2] for line in text.splitlines() if line.startswith("# text ="))
    else:
        yield text


def choose(known: Pieces, paths: list[Path]) -> list[str]:
    counts = Counter(number for path in paths for text in texts(path) for number in known.cut(text)[0])
    return [
        piece
        for piece, number in known.numbers.items()
        if counts[number] >= FEWEST or piece in (PAD, UNKNOWN, START, BREAK) or _is_letter(piece)
    ]


def _is_letter(piece: str) -> bool:
    return len(piece.removeprefix("##")) == 1 and piece[-1] <= LAST_LETTER


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vocabulary", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    given = parser.parse_args()
    found = choose(load_pieces(given.vocabulary), given.texts)
    given.out.write_text("".join(f"{piece}\n" for piece in found), encoding="utf-8")
    print(f"{len(found)} pieces")


if __name__ == "__main__":
    run_script(main)
