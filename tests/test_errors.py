"""How scripts beside the package tell their user what to mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimx.errors import ClaimxError, run_script


def test_script_tells_what_to_mend_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    absent = tmp_path / "absent.json"

    def read() -> None:
        absent.read_text()

    def reject() -> None:
        raise ClaimxError("rows.csv: holds no article")

    told = []
    for main in (read, reject):
        with pytest.raises(SystemExit) as ended:
            run_script(main)
        told.append((ended.value.code, capsys.readouterr().err))
    assert told == [(2, f"{absent}: No such file or directory\n"), (2, "rows.csv: holds no article\n")]


def test_script_that_goes_well_says_nothing_and_other_faults_are_raised() -> None:
    run_script(lambda: None)
    with pytest.raises(ZeroDivisionError):
        run_script(lambda: print(1 // 0))
    with pytest.raises(OSError, match="no space"):
        run_script(_fill_disk)


def _fill_disk() -> None:
    raise OSError("no space")
