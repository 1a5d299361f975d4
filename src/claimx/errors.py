"""Errors a user can mend: one line that names the file, the place, what was found and what to do."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

# what a run that could not go on exits with
CANNOT_GO_ON = 2


class ClaimxError(Exception):
    """A fault in the user's input. The command line prints the message alone and exits with code 2."""


class DataError(ClaimxError):
    """A fault in a data file (lexicon, rule, cue, unit), with its file and, when known, its line (1-based)."""

    def __init__(self, message: str, *, path: Path | str, line: int | None = None) -> None:
        self.path = str(path)
        self.line = line
        place = f"{path}:{line}" if line is not None else str(path)
        super().__init__(f"{place}: {message}")


class ReadError(ClaimxError):
    """An article that cannot be read. The run goes on with the others and lists it at the end."""

    def __init__(self, message: str, *, source: str) -> None:
        self.source = source
        super().__init__(f"{source}: {message}")


def run_script(main: Callable[[], None]) -> None:
    """Run a script's main; what its user can mend, a file that is not there too, ends it in one line with code 2."""
    try:
        main()
    except ClaimxError as error:
        message = str(error)
    except OSError as error:
        if error.filename is None:
            raise
        message = f"{error.filename}: {error.strerror}"
    else:
        return
    print(message, file=sys.stderr)
    sys.exit(CANNOT_GO_ON)
