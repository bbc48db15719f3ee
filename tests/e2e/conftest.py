"""The screen, and the program on a profile that is empty, unless a test has another."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.program import ROOT, Program
from tests.e2e.screen import Screen, missing, started
from tests.printing import cups
from tests.printing.cups import Cups

PICTURES = ROOT / "out" / "e2e"


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    lacking = [*missing(), *cups.missing()]
    if sys.platform != "linux" or lacking:
        pytest.skip(f"there is no screen or no print server for tests here: {', '.join(lacking) or sys.platform}")
    folder = tmp_path / "screen"
    folder.mkdir()
    with started(folder) as made:
        yield made


@pytest.fixture
def printer(screen: Screen) -> Iterator[Cups]:
    """A print server of the test's own, which the program on ``screen`` finds."""
    with cups.running() as made:
        screen.environment["CUPS_SERVER"] = str(made.socket)
        yield made


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """Where the program keeps its records; it is not there yet."""
    return tmp_path / "profile"


@pytest.fixture
def program(screen: Screen, printer: Cups, profile: Path, request: pytest.FixtureRequest) -> Iterator[Program]:
    """The program, started; a picture of where it ended is kept."""
    home, pictures = profile.with_name("home"), PICTURES / request.node.name
    home.mkdir()
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True)
    made = Program(screen, profile, home, pictures)
    try:
        made.start()
        yield made
    finally:
        made.look("end")
        if made.process is not None and made.process.poll() is None:
            made.process.terminate()
            made.process.wait(30)
