"""Rewrite the generated parts of README.md and docs/cli.md; with --check, say which are stale and exit with 1.

A generated part stands between `<!-- generated: NAME -->` and `<!-- end -->`.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from typer.main import get_command

from claimx.cli import app
from claimx.columns import to_markdown

ROOT = Path(__file__).resolve().parent.parent
PART = re.compile(r"(<!-- generated: (\w+) -->\n)(.*?)(<!-- end -->)", re.DOTALL)


def render_help() -> str:
    """Usage, arguments and options of every command as Markdown."""
    lines: list[str] = []
    _render(get_command(app), ["claimx"], lines)
    return "\n".join(lines).rstrip("\n") + "\n"


def _render(command: Any, path: list[str], lines: list[str]) -> None:
    commands = getattr(command, "commands", {})
    if not commands:
        lines += [f"### `{' '.join(path)}`", "", command.help, "", "| argument | meaning | default |", "|---|---|---|"]
        lines += [_parameter(parameter) for parameter in command.params if parameter.name != "help"]
        lines.append("")
    for name in sorted(commands):
        _render(commands[name], [*path, name], lines)


def _parameter(parameter: Any) -> str:
    is_option = parameter.param_type_name == "option"
    names = "`, `".join(parameter.opts) if is_option else parameter.name.upper()
    # a path inside the checkout must not show where the checkout lies
    default = str(parameter.default).removeprefix(f"{ROOT}/") if parameter.default is not None else None
    shown = "" if default in (None, "False", "") or callable(parameter.default) else f"`{default}`"
    return f"| `{names}` | {parameter.help or ''} | {'required' if parameter.required else shown} |"


def render_session() -> str:
    """A terminal session over the article of `EXAMPLE`, with what every command prints."""
    lines = ["```console", f"$ cat {EXAMPLE[0]}", EXAMPLE[1]]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / EXAMPLE[0]).write_text(EXAMPLE[1] + "\n", encoding="utf-8")
        for command in SESSION:
            done = subprocess.run(
                [sys.executable, "-m", *command], cwd=folder, env=PLAIN, capture_output=True, text=True, check=False
            )
            lines += [f"$ {' '.join(command)}", (done.stdout + done.stderr).rstrip("\n")]
    return "\n".join([*lines, "```", ""])


def render_floors() -> str:
    """The main floors of the gate, in per cent; an empty cell has no floor."""
    floors = json.loads((ROOT / "corpus" / "floors.json").read_text("utf-8"))["floors"]
    lines = [f"| gold | {' | '.join(FLOOR_TITLES.values())} |", "|---" * (len(FLOOR_TITLES) + 1) + "|"]
    for pool in sorted(floors, key=lambda name: (list(POOLS).index(name) if name in POOLS else len(POOLS), name)):
        cells = [f"{floors[pool][name]:.0%}".rstrip("%") if name in floors[pool] else "" for name in FLOOR_TITLES]
        lines.append(f"| {POOLS.get(pool, pool)} | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


EXAMPLE = (
    "zinc.txt",
    "Zinc in winter\n\nZinc does not prevent colds, but a trial found that 30 mg twice a day eases sore throats.\n"
    "Zinc cures warts.",
)
SESSION = (
    ("claimx", "extract", "zinc.txt", "--format", "csv"),
    ("claimx", "compare", "out"),
    ("claimx", "balance", "out"),
)
PLAIN = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
POOLS = {
    "test": "articles in `corpus/` held out",
    "dev": "articles in `corpus/` that the rules were written over",
    "passages-read": "passages in the voices of web pages that the rules were worked on with",
    "passages-unread": "passages of the same kind that no rule was written over",
    "medquad": "answers of public health sites, worked on as well (MedQuAD; not in this repository)",
}
FLOOR_TITLES = {
    "strict.precision": "strict precision",
    "strict.f1": "strict F1",
    "relaxed.f1": "relaxed F1",
    "polarity": "polarity",
    "certainty": "certainty",
    "evidence": "evidence",
    "precision_above_0.9": "right at confidence 0.9",
}
PARTS = {"columns": to_markdown, "floors": render_floors, "help": render_help, "session": render_session}
PAGES = (ROOT / "README.md", ROOT / "docs" / "cli.md")


def render(page: str) -> str:
    """The page with every generated part made anew."""
    return PART.sub(lambda match: match[1] + PARTS[match[2]]() + match[4], page)


def main() -> int:
    stale = [path for path in PAGES if render(path.read_text("utf-8")) != path.read_text("utf-8")]
    if "--check" in sys.argv:
        print("".join(f"{path.name} is stale; run `make docs`\n" for path in stale), end="")
        return int(bool(stale))
    for path in stale:
        path.write_text(render(path.read_text("utf-8")), "utf-8")
        print(f"rewrote {path.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
