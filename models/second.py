"""Train the second reader on a pretrained encoder, and write its weights as whole numbers of eight bits.

    python models/second.py --data SAMPLES --out FOLDER

SAMPLES is what `second_samples.py` writes. It runs in the teacher's environment (`requirements-teacher.txt` and the
encoder that `sources.toml` names), which knows nothing of claimx; the network is that of `claimx.second.network`.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from teacher import installed_encoder
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

# of the encoder's six layers the lower ones; all six did no better, two did worse
LAYERS = 3
EPOCHS = 4
PIECES_A_BATCH = 1200
ENCODER_RATE, HEAD_RATE = 2e-4, 1e-3
WARMUP = 0.06
DROPOUT = 0.2
# samples in which what is named is changed for others of its kind, and each name in them
SWAPPED, SWAP = 0.3, 0.7
WIDTH, LONGEST = 256, 256
KINDS, RELATIONS, STATES = 9, 17, 3
STEP, STEPS = 4, 8
EIGHT_BITS = 127
# the share of the mean of the weights that each step keeps
MEMORY = 0.998
# below any state
LOWEST = -1e4
# arrays smaller than this stay as they are
FEW = 4096


@dataclass(frozen=True, slots=True)
class Sample:
    """A window of some sentences as pieces, its pairs, and the spans that name nutrients, conditions and drugs.

    A pair is the spans of nutrient, object and sentence, whether the first is named before, relation, denied and state.
    """

    pieces: list[int]
    kinds: list[int]
    pairs: list[list[int]]
    named: list[tuple[int, int, str, str]]


def read_samples(path: Path) -> list[Sample]:
    with path.open(encoding="utf-8") as lines:
        return [
            Sample(**{**found, "named": [tuple(each) for each in found["named"]]}) for found in map(json.loads, lines)
        ]


class Network(nn.Module):
    """The lower layers of the encoder, with what a piece belongs to added, and three answers for each pair."""

    def __init__(self, encoder: Path, pieces: Sequence[str]) -> None:
        super().__init__()
        whole = AutoModel.from_pretrained(encoder, hidden_act="gelu_new")
        known = {piece: at for at, piece in enumerate((encoder / "vocab.txt").read_text("utf-8").split("\n"))}
        kept = torch.tensor([known[piece] for piece in pieces])
        below = whole.embeddings
        size = below.word_embeddings.weight.shape[1]
        self.pieces = nn.Embedding.from_pretrained(below.word_embeddings.weight.data[kept], freeze=False)
        places = below.position_embeddings.weight.data[:LONGEST] + below.token_type_embeddings.weight.data[0]
        self.places = nn.Embedding.from_pretrained(places, freeze=False)
        self.normal = below.LayerNorm
        self.layers = nn.ModuleList(whole.encoder.layer[:LAYERS])
        self.heads = whole.config.num_attention_heads
        self.kinds = nn.Embedding(KINDS, size)
        nn.init.normal_(self.kinds.weight, std=0.02)
        self.parts = nn.ModuleDict(
            {name: nn.Linear(size, WIDTH) for name in ("nutrient", "object", "between", "whole", "both")}
        )
        self.place = nn.Embedding(4 * STEPS, WIDTH)
        nn.init.normal_(self.place.weight, std=0.1)
        self.drop = nn.Dropout(DROPOUT)
        answers = {"relation": RELATIONS, "denied": 1, "state": STATES}
        self.answers = nn.ModuleDict({name: nn.Linear(WIDTH, size) for name, size in answers.items()})

    def forward(self, pieces: Tensor, kinds: Tensor, mask: Tensor, pairs: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """`pairs` has a row for each: the sample, the three spans, and whether the nutrient is named before."""
        length = pieces.shape[1]
        states = self.pieces(pieces) + self.kinds(kinds) + self.places.weight[:length]
        states = self.drop(self.normal(states))
        hide = (1 - mask[:, None, None, :]) * -1e4
        for layer in self.layers:
            found = layer(states, attention_mask=hide)
            states = found[0] if isinstance(found, tuple) else found
        row, start, end, object_start, object_end, first, last, before = pairs.unbind(1)
        highest = Highest(states)
        low = torch.where(before > 0, first, torch.minimum(end, object_end))
        high = torch.where(before > 0, object_start, torch.maximum(start, object_start))
        nutrient, found = highest(row, start, end), highest(row, object_start, object_end)
        seen = {
            "nutrient": nutrient, "object": found, "between": highest(row, low, high),
            "whole": highest(row, first, last), "both": nutrient * found,
        }  # fmt: skip
        far = ((high - low).clamp(min=0) // STEP).clamp(max=STEPS - 1)
        hidden = self.place(far + STEPS * (start < object_start).long() + 2 * STEPS * before)
        hidden = hidden + sum(part(self.drop(seen[name])) for name, part in self.parts.items())
        hidden = self.drop(functional.gelu(hidden, approximate="tanh"))
        relation, denied, state = (answer(hidden).float() for answer in self.answers.values())
        return relation, denied.squeeze(-1), state


class Highest:
    """The highest value of each column over spans of rows.

    Of any span it is the higher of two that overlap and are as long as a power of two, which are found once for all.
    """

    def __init__(self, states: Tensor) -> None:
        tables = [states]
        while (step := 2 ** (len(tables) - 1)) * 2 <= states.shape[1]:
            last = tables[-1]
            further = functional.pad(last[:, step:], (0, 0, 0, step), value=LOWEST)
            tables.append(torch.maximum(last, further))
        self.tables = torch.stack(tables)

    def __call__(self, row: Tensor, start: Tensor, end: Tensor) -> Tensor:
        """One line for each span, of zeros for an empty one."""
        length = (end - start).clamp(min=1)
        level = length.float().log2().floor().long()
        first, second = self.tables[level, row, start], self.tables[level, row, (start + length - 2**level)]
        return torch.where((end > start)[:, None], torch.maximum(first, second), 0.0)


def swap(sample: Sample, names: dict[str, list[list[int]]], chance: random.Random) -> Sample:
    """The sample with some names changed for others of their kind, each everywhere it stands."""
    other: dict[str, list[int] | None] = {}
    pieces: list[int] = []
    kinds: list[int] = []
    moved = list(range(len(sample.pieces) + 1))
    last = 0
    for start, end, name, subtype in sample.named:
        if start < last:
            return sample
        if name not in other:
            other[name] = chance.choice(names[subtype]) if chance.random() < SWAP else None
        fresh = other[name] or sample.pieces[start:end]
        for at in range(last, start):
            moved[at] = len(pieces) + at - last
        pieces += sample.pieces[last:start]
        kinds += sample.kinds[last:start]
        moved[start] = len(pieces)
        pieces += fresh
        kinds += [sample.kinds[start]] * len(fresh)
        last = end
    for at in range(last, len(moved)):
        moved[at] = len(pieces) + at - last
    pieces += sample.pieces[last:]
    kinds += sample.kinds[last:]
    if len(pieces) > LONGEST:
        return sample
    pairs = [[*(moved[at] for at in pair[:6]), *pair[6:]] for pair in sample.pairs]
    return Sample(pieces, kinds, pairs, sample.named)


def batches(samples: Sequence[Sample], chance: random.Random) -> Iterator[list[Sample]]:
    """Samples of like length together, in any order."""
    ordered = sorted(samples, key=lambda sample: len(sample.pieces) + chance.random() * 6)
    groups: list[list[Sample]] = [[]]
    for sample in ordered:
        if groups[-1] and len(sample.pieces) * (len(groups[-1]) + 1) > PIECES_A_BATCH:
            groups.append([])
        groups[-1].append(sample)
    chance.shuffle(groups)
    yield from groups


def train_batch(network: Network, batch: Sequence[Sample]) -> Tensor:
    """The loss of a batch."""
    longest = max(len(sample.pieces) for sample in batch)

    def pad(rows: Sequence[Sequence[int]]) -> Tensor:
        return torch.tensor([[*row, *([0] * (longest - len(row)))] for row in rows])

    pieces, kinds = pad([sample.pieces for sample in batch]), pad([sample.kinds for sample in batch])
    mask = pad([[1] * len(sample.pieces) for sample in batch]).float()
    pairs = torch.tensor([[at, *pair[:7]] for at, sample in enumerate(batch) for pair in sample.pairs])
    wanted = torch.tensor([pair[7:] for sample in batch for pair in sample.pairs])
    with torch.autocast("cpu", torch.bfloat16):
        relation, denied, state = network(pieces, kinds, mask, pairs)
    loss = functional.cross_entropy(relation, wanted[:, 0], reduction="sum") / len(batch) / 4
    told = wanted[:, 0] > 0
    if told.any():
        loss = loss + functional.binary_cross_entropy_with_logits(denied[told].float(), wanted[told, 1].float())
        loss = loss + functional.cross_entropy(state[told], wanted[told, 2])
    return loss


def train(network: Network, samples: Sequence[Sample], *, seed: int) -> dict[str, Tensor]:
    """The moving mean of the weights at the end, which is better than the last."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    by_kind: dict[str, set[tuple[int, ...]]] = defaultdict(set)
    for sample in samples:
        for start, end, _, subtype in sample.named:
            by_kind[subtype].add(tuple(sample.pieces[start:end]))
    names = {subtype: [list(name) for name in sorted(found)] for subtype, found in by_kind.items()}
    heads = [*network.parts.parameters(), *network.answers.parameters(), network.kinds.weight, network.place.weight]
    inside = {id(each) for each in heads}
    encoder = [each for each in network.parameters() if id(each) not in inside]
    groups = [{"params": encoder, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}]
    optimizer: Any = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = EPOCHS * sum(1 for _ in batches(samples, chance))
    rise = WARMUP * steps
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / rise, max(0.01, (steps - step) / steps))
    )
    started = time.monotonic()
    mean = {name: array.detach().clone() for name, array in network.state_dict().items()}
    network.train()
    for epoch in range(EPOCHS):
        fresh = [swap(sample, names, chance) if chance.random() < SWAPPED else sample for sample in samples]
        total = 0.0
        for batch in batches(fresh, chance):
            loss = train_batch(network, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            for name, array in network.state_dict().items():
                mean[name].lerp_(array.detach(), 1 - MEMORY)
            total += float(loss.detach())
        print(f"pass {epoch + 1} loss {total:.0f} {time.monotonic() - started:.0f} s", flush=True)
    return mean


def write_weights(network: Network, state: dict[str, Tensor], path: Path) -> None:
    """The arrays as `claimx.second.network` names them; large ones as whole numbers with a scale a row."""
    inner = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "seen": "attention.output.dense", "seen.norm": "attention.output.LayerNorm",
        "inner": "intermediate.dense", "outer": "output.dense", "outer.norm": "output.LayerNorm",
    }  # fmt: skip
    names = {"pieces": "pieces.weight", "kinds": "kinds.weight", "places": "places.weight", "place": "place.weight"}
    for end in (".weight", ".bias"):
        names["pieces.norm" + end] = "normal" + end
        names |= {name + end: f"parts.{name}{end}" for name in network.parts}
        names |= {name + end: f"answers.{name}{end}" for name in network.answers}
        for layer in range(LAYERS):
            names |= {f"{layer}.{name}{end}": f"layers.{layer}.{old}{end}" for name, old in inner.items()}
    arrays: dict[str, Any] = {"heads": np.array([network.heads], np.float32)}
    for name, old in names.items():
        array = state[old].numpy().astype(np.float32)
        if array.ndim == 1 or array.size < FEW:
            arrays[name] = array
            continue
        scale = np.maximum(np.abs(array).max(1, keepdims=True) / EIGHT_BITS, 1e-8).astype(np.float32)
        arrays[name], arrays[name + ".scale"] = np.round(array / scale).astype(np.int8), scale
    np.savez_compressed(path, **arrays)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="folder with pieces.txt; gets weights.npz")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    pieces = (given.out / "pieces.txt").read_text(encoding="utf-8").split()
    samples = read_samples(given.data)
    print(f"{len(samples)} windows, {sum(len(sample.pairs) for sample in samples)} pairs", flush=True)
    network = Network(installed_encoder(), pieces)
    mean = train(network, samples, seed=given.seed)
    write_weights(network, mean, given.out / "weights.npz")


if __name__ == "__main__":
    main()
