"""Running the command line within the test: what it printed, what it said, how it ended."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from qc_desktop.cli import run as cli_run
from qc_desktop.services import demo


@dataclass(frozen=True)
class Result:
    """How a command ended."""

    status: int
    out: str
    said: str

    @property
    def json(self) -> Any:
        """What ``--json`` printed."""
        return json.loads(self.out)


Cli = Callable[..., Result]


def runner(profile: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Runs commands on ``profile``; no output may ever look like a traceback or a report of a defect."""

    def run(*arguments: object, status: int | None = 0, calm: bool = True) -> Result:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli_run.main(["--profile", str(profile), *map(str, arguments)])
        printed = capsys.readouterr()
        result = Result(int(ended.value.code or 0), printed.out, printed.err)
        assert "Traceback" not in result.out + result.said
        assert not calm or "crash-" not in result.said, (profile / "logs").exists() and _reports(profile)
        assert status is None or result.status == status, result
        return result

    return run


def _reports(profile: Path) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in (profile / "logs").iterdir())


@pytest.fixture
def cli(tmp_path: Path, empty_profile: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """The command line on empty records."""
    return runner(shutil.copytree(empty_profile, tmp_path / "profile"), capsys)


@pytest.fixture
def year_cli(
    tmp_path: Path,
    year_profile: tuple[Path, str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Cli:
    """The command line on the sample year, its passphrase given."""
    monkeypatch.setenv("QC_PASSPHRASE", demo.PASSPHRASE)
    return runner(shutil.copytree(year_profile[0], tmp_path / "profile"), capsys)
