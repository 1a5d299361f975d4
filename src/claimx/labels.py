"""Names of dependencies: which are Universal Dependencies, and what other English schemes call them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimx.data_files import DataFiles

UNKNOWN = "dep"
_FOREIGN = "clearnlp"


@dataclass(frozen=True, slots=True)
class LabelMap:
    """What to call every known label. `foreign` says that the pipeline's heads differ from UD too."""

    names: dict[str, str]
    unmapped: tuple[str, ...]
    foreign: bool

    def ud(self, label: str) -> str:
        return self.names.get(label.lower(), UNKNOWN)


def load_labels(data: DataFiles, labels: Sequence[str]) -> LabelMap:
    """Map a pipeline's `labels` by `labels.tsv`; labels the table lacks are `unmapped` and become "dep"."""
    rows = {row["label"]: row for row in data.tsv("labels.tsv")}
    unmapped = tuple(sorted(label for label in labels if label.lower() not in rows))
    foreign = any(rows[label.lower()]["scheme"] == _FOREIGN for label in labels if label.lower() in rows)
    return LabelMap({label: row["ud"] for label, row in rows.items()}, unmapped, foreign)
