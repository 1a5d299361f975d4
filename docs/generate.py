"""Rewrite the generated parts of README.md and docs/cli.md; with --check, say which are stale and exit with 1.

A generated part stands between `<!-- generated: NAME -->` and `<!-- end -->`.
"""

from __future__ import annotations

import re
import sys
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


PARTS = {"columns": to_markdown, "help": render_help}
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
