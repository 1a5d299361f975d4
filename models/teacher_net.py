"""The teacher's network: a pretrained transformer encoder under biaffine arcs, labels and one tag a word.

Needs what `requirements-teacher.txt` names, which neither claimx nor its tests do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from spanning import spanning_tree
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoTokenizer, BertModel

ARC, LABEL, TAG = 320, 128, 256
DROPOUT = 0.25
# lowest layers of the encoder that stay as they are
FROZEN = 2
# a chemical name may fall into dozens of pieces: its ends say enough
MOST_PIECES = 8
MOST_PIECES_A_SENTENCE = 500
_SHAPES = 6


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded sentences. Word 0 of each is the root; `words` says which places hold a word, root included."""

    pieces: Tensor
    shapes: Tensor
    firsts: Tensor
    lasts: Tensor
    words: Tensor


class Pieces:
    """Words to word pieces and a class of spelling: the encoder itself does not see capitals."""

    def __init__(self, folder: Path) -> None:
        self.tokenizer = AutoTokenizer.from_pretrained(str(folder))
        self._cache: dict[str, list[int]] = {}

    def of(self, word: str) -> list[int]:
        found = self._cache.get(word)
        if found is None:
            found = self.tokenizer.encode(word, add_special_tokens=False) or [self.tokenizer.unk_token_id]
            if len(found) > MOST_PIECES:
                found = found[: MOST_PIECES // 2] + found[-MOST_PIECES // 2 :]
            self._cache[word] = found
        return found

    def length(self, words: Sequence[str]) -> int:
        return 2 + sum(len(self.of(word)) for word in words)

    def batch(self, sentences: Sequence[Sequence[str]]) -> Batch:
        rows = [self._row(words) for words in sentences]
        return Batch(
            pieces=_pad([row[0] for row in rows], fill=self.tokenizer.pad_token_id),
            shapes=_pad([row[1] for row in rows]),
            firsts=_pad([row[2] for row in rows]),
            lasts=_pad([row[3] for row in rows]),
            words=_pad([[1] * len(row[2]) for row in rows]).bool(),
        )

    def _row(self, words: Sequence[str]) -> tuple[list[int], list[int], list[int], list[int]]:
        pieces, shapes, firsts, lasts = [self.tokenizer.cls_token_id], [0], [0], [0]
        for word in words:
            found = self.of(word)
            firsts.append(len(pieces))
            pieces += found
            lasts.append(len(pieces) - 1)
            shapes += [_shape(word)] * len(found)
        return [*pieces, self.tokenizer.sep_token_id], [*shapes, 0], firsts, lasts


def _shape(word: str) -> int:
    if word.islower():
        return 1
    if word.isupper():
        return 2 if len(word) > 1 else 3
    return 4 if word.istitle() else 5 if any(map(str.isalpha, word)) else 0


def _pad(rows: Sequence[Sequence[int]], *, fill: int = 0) -> Tensor:
    width = max(map(len, rows))
    return torch.tensor([[*row, *([fill] * (width - len(row)))] for row in rows])


class Biaffine(nn.Module):
    """Scores of every (dependent, head) pair, one for each of `outputs`."""

    def __init__(self, width: int, *, outputs: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(outputs, width + 1, width + 1))

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        one = dependents.new_ones((*dependents.shape[:-1], 1))
        left, right = torch.cat([dependents, one], -1), torch.cat([heads, one], -1)
        return torch.einsum("bxi,oij,byj->boxy", left, self.weight, right)

    def pairs(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Scores (words, outputs) of the pairs given, row by row."""
        one = dependents.new_ones((len(dependents), 1))
        left, right = torch.cat([dependents, one], -1), torch.cat([heads, one], -1)
        return torch.einsum("ni,oij,nj->no", left, self.weight, right)


def _projection(width: int, out: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, out), nn.GELU(), nn.Dropout(DROPOUT))


class TeacherNet(nn.Module):
    """Arc scores and word vectors of a batch; labels and tags are scored for chosen words only."""

    def __init__(self, folder: Path, *, labels: int, tags: int) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(str(folder), add_pooling_layer=False, attn_implementation="eager")
        # most of the weights, a third of the time, and little of the gain
        for part in (self.encoder.embeddings, *self.encoder.encoder.layer[:FROZEN]):
            part.requires_grad_(False)
        width = self.encoder.config.hidden_size
        self.shape = nn.Embedding(_SHAPES, width)
        nn.init.zeros_(self.shape.weight)
        self.dropout = nn.Dropout(DROPOUT)
        self.arc_dependent, self.arc_head = _projection(width, ARC), _projection(width, ARC)
        self.label_dependent, self.label_head = _projection(width, LABEL), _projection(width, LABEL)
        self.arc = Biaffine(ARC, outputs=1)
        self.label = Biaffine(LABEL, outputs=labels)
        self.tag = nn.Sequential(_projection(width, TAG), nn.Linear(TAG, tags))

    def encode(self, batch: Batch) -> Tensor:
        """Vectors (sentences, words, width): the mean of a word's first and last piece."""
        embedded = self.encoder.embeddings.word_embeddings(batch.pieces) + self.shape(batch.shapes)
        mask = (batch.pieces != 0).long()
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        width = hidden.shape[-1]
        first = hidden.gather(1, batch.firsts.unsqueeze(-1).expand(-1, -1, width))
        last = hidden.gather(1, batch.lasts.unsqueeze(-1).expand(-1, -1, width))
        return self.dropout((first + last) / 2)

    def arcs(self, vectors: Tensor, batch: Batch) -> Tensor:
        """Scores (sentences, dependents, heads); no word is its own head, nor is what is no word."""
        scores = self.arc(self.arc_dependent(vectors), self.arc_head(vectors)).squeeze(1).float()
        own = torch.eye(scores.shape[-1], dtype=torch.bool)
        return scores.masked_fill(~batch.words.unsqueeze(1) | own, -1e4)

    def loss(self, batch: Batch, *, heads: Tensor, labels: Tensor, tags: Tensor) -> Tensor:
        vectors = self.encode(batch)
        real = batch.words.clone()
        real[:, 0] = False
        arcs = self.arcs(vectors, batch)[real]
        dependents = self.label_dependent(vectors)[real]
        chosen = heads.unsqueeze(-1).expand(-1, -1, LABEL)
        holders = self.label_head(vectors).gather(1, chosen)[real]
        found = functional.cross_entropy(arcs, heads[real])
        found = found + functional.cross_entropy(self.label.pairs(dependents, holders).float(), labels[real])
        return found + functional.cross_entropy(self.tag(vectors[real]).float(), tags[real])

    @torch.no_grad()
    def predict(self, batch: Batch) -> Iterator[tuple[list[int], list[int], list[int], float]]:
        """For each sentence: heads (0 the root, else 1-based), labels, tags, and the mean arc probability."""
        vectors = self.encode(batch)
        logs = self.arcs(vectors, batch).log_softmax(-1)
        dependents, holders = self.label_dependent(vectors), self.label_head(vectors)
        tags = self.tag(vectors).argmax(-1)
        for row in range(len(vectors)):
            size = int(batch.words[row].sum())
            scores = logs[row, :size, :size].numpy()
            heads = spanning_tree(scores)
            picked = torch.tensor(heads)
            labels = self.label.pairs(dependents[row, 1:size], holders[row][picked]).argmax(-1)
            sure = float(np.exp(scores[np.arange(1, size), heads]).mean())
            yield heads, labels.tolist(), tags[row, 1:size].tolist(), sure
