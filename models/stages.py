"""Stages of a build: each makes one folder, and is skipped while that folder stands and nothing it needs is newer."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

_MARK = "done"


@dataclass(frozen=True, slots=True)
class Stage:
    """`make` fills the empty folder it is given. `settings` are written down; other settings make the stage anew."""

    name: str
    make: Callable[[Path], None]
    needs: tuple[str, ...] = ()
    settings: str = ""


def run_stages(stages: Sequence[Stage], work: Path) -> list[str]:
    """Names of the stages that ran, in `stages`' order. A stage that was broken off is made anew from the start."""
    ran = []
    for stage in stages:
        if _stands(stage, work):
            print(f"{stage.name}: kept", flush=True)
            continue
        print(f"{stage.name}: making", flush=True)
        folder = work / stage.name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        stage.make(folder)
        (folder / _MARK).write_text(stage.settings, encoding="utf-8")
        ran.append(stage.name)
    return ran


def _stands(stage: Stage, work: Path) -> bool:
    mark = work / stage.name / _MARK
    if not mark.is_file() or mark.read_text(encoding="utf-8") != stage.settings:
        return False
    made = mark.stat().st_mtime_ns
    return all((work / need / _MARK).stat().st_mtime_ns <= made for need in stage.needs)
