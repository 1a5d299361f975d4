"""Make training, development and test documents from the treebank sources."""

from __future__ import annotations

import hashlib
import random
import tarfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import augment
import craft
import graft
import lemmas
import treebank
from spacy.vocab import Vocab
from treebank import Document, Tokens

from claimx.data_files import DataFiles

HERE = Path(__file__).parent
# conversation is left out: the terms of its texts could not be verified
FREE_GENRES = ("academic", "bio", "court", "interview", "news", "speech", "textbook", "vlog", "voyage")


@dataclass(frozen=True, slots=True)
class Sources:
    """Treebanks by name and split ("ewt", "train"), and the hand-corrected claim sentences."""

    documents: dict[tuple[str, str], list[Document]]

    def of(self, *names: str, split: str) -> list[Document]:
        return [document for name in names for document in self.documents[name, split]]


@dataclass(frozen=True, slots=True)
class Recipe:
    """What goes into a training set: `copies` variants of each claim sentence, and the shares of `treebank.cut`."""

    treebanks: tuple[str, ...] = ("ewt", "gum")
    claims: bool = True
    augmented: bool = True
    single: float = 0.4
    paragraphs: float = 0.3
    copies: int = 12
    seed: int = 1


def read_table() -> dict[str, Any]:
    """`sources.toml`: files by name, packages by name, and the split of CRAFT."""
    with (HERE / "sources.toml").open("rb") as file:
        return tomllib.load(file)


def find_sources(folders: Sequence[Path], table: dict[str, Any]) -> dict[str, Path]:
    """Every file of `table` in one of `folders`, its checksum compared; the first fault ends the build in one line."""
    found = {}
    for name, entry in table["files"].items():
        places = [folder / name for folder in folders if (folder / name).is_file()]
        if not places:
            looked = ", ".join(map(str, folders))
            raise SystemExit(f"{name}: missing from {looked}; models/sources.toml says where it comes from")
        check_sum(places[0], entry["sha256"])
        found[name] = places[0]
    return found


def check_sum(path: Path, expected: str) -> None:
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != expected:
        raise SystemExit(f"{path}: sha256 is {found} but models/sources.toml says {expected}")


def read_sources(files: Mapping[str, Path], table: dict[str, Any]) -> Sources:
    """Read, reduce and convert every treebank; `files` is what `find_sources` gave."""
    documents: dict[tuple[str, str], list[Document]] = {}
    for split in ("train", "dev", "test"):
        for name in ("ewt", "gum"):
            documents[name, split] = treebank.read_documents(treebank.read_text(files[f"{name}-{split}.conllu.gz"]))
    documents["gum", "train"] = [document for document in documents["gum", "train"] if _is_free(document)]
    usage = craft.count_usage(documents["ewt", "train"] + documents["gum", "train"])
    fixed = {(row["first"], row["second"]) for row in DataFiles().tsv("fixed.tsv")}
    papers = _read_craft(files["craft-conllu.tgz"])
    for split in ("train", "dev", "test"):
        chosen = [papers[name] for name in table["craft"][split]]
        documents["craft", split] = craft.convert_documents(chosen, usage, fixed=fixed)
    for split in ("train", "test"):
        text = treebank.read_text(HERE / "data" / f"claims-{split}.conllu")
        documents["claims", split] = [_show_doses(document) for document in treebank.read_documents(text)]
    return Sources(documents)


def _is_free(document: Document) -> bool:
    return any(document.name.startswith(f"GUM_{genre}_") for genre in FREE_GENRES)


def _read_craft(path: Path) -> dict[str, Document]:
    papers: dict[str, Document] = {}
    with tarfile.open(path) as archive:
        for member in archive.getmembers():
            file = archive.extractfile(member) if member.name.endswith(".conllu") else None
            if file is not None:
                (paper,) = treebank.read_documents(file.read().decode("utf-8"), reduce=False)
                papers[Path(member.name).stem] = paper
    return papers


def _show_doses(document: Document) -> Document:
    # a form with a space in it is a folded dose
    for sentence in document.sentences:
        sentence.words = [
            replace(word, form=augment.DOSE_WORD) if " " in word.form else word for word in sentence.words
        ]
    return document


def training_groups(sources: Sources, recipe: Recipe) -> Iterator[list[Tokens]]:
    """Documents of one to ten sentences, in a fixed order."""
    chance = random.Random(recipe.seed)
    documents = sources.of(*recipe.treebanks, split="train")
    for group in treebank.cut(documents, paragraphs=recipe.paragraphs, single=recipe.single, seed=recipe.seed):
        yield [_augment(sentence, chance) for sentence in group] if recipe.augmented else group
    if recipe.claims:
        sentences = [s for document in sources.of("claims", split="train") for s in document.sentences]
        swaps = augment.read_swaps(HERE / "data" / "swaps.tsv")
        copies = recipe.copies if recipe.augmented else 0
        for sentence in augment.varied(sentences, swaps, copies=copies, seed=recipe.seed):
            yield [sentence]


def grafted(count: int, *, seed: int) -> Iterator[list[Tokens]]:
    """So many sentences put together from the short ones of `data/grafts.conllu`, each a document."""
    text = treebank.read_text(HERE / "data" / "grafts.conllu")
    (document,) = treebank.read_documents(text)
    pieces = graft.by_kind(document)
    swaps = augment.read_swaps(HERE / "data" / "swaps.tsv")
    for sentence in graft.grafted(pieces, swaps, count=count, seed=seed):
        yield [sentence]


def _augment(sentence: Tokens, chance: random.Random) -> Tokens:
    return augment.roughen(augment.fold_doses(sentence, chance), chance)


def write_heldout(sources: Sources, folder: Path, *, vocab: Vocab) -> None:
    """Write the development set (EWT, GUM) and one file per test set, one paragraph a document."""
    dev = folder / "dev"
    dev.mkdir(parents=True)
    for name in ("ewt", "gum"):
        groups = treebank.cut(sources.of(name, split="dev"), paragraphs=1.0)
        treebank.write_groups(groups, dev / f"{name}.spacy", vocab=vocab)
    for name in ("ewt", "gum", "craft"):
        groups = treebank.cut(sources.of(name, split="test"), paragraphs=1.0)
        treebank.write_groups(groups, folder / f"test-{name}.spacy", vocab=vocab)
    claims: Iterable[Document] = sources.of("claims", split="test")
    treebank.write_groups(treebank.cut(claims, paragraphs=0.0, single=1.0), folder / "test-claims.spacy", vocab=vocab)


def learn_lemmas(sources: Sources, folder: Path) -> lemmas.Lemmatizer:
    """Learn and write the lemma tables."""

    def tokens(documents: list[Document]) -> Iterator[list[tuple[str, str, str, str]]]:
        for document in documents:
            for sentence in document.sentences:
                yield [(word.form, word.lemma, word.pos, word.feats) for word in sentence.words]

    counts = lemmas.count_lemmas(tokens(sources.of("ewt", "gum", split="train")), keep_plural=True)
    counts += lemmas.count_lemmas(tokens(sources.of("craft", split="train")), keep_plural=False)
    tables = lemmas.learn(counts)
    lemmas.write(tables, folder)
    return tables
