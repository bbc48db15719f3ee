"""The screen, and the program on an empty profile."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.program import ROOT, Program
from tests.e2e.screen import Screen, missing, started

PICTURES = ROOT / "out" / "e2e"


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    if sys.platform != "linux" or missing():
        pytest.skip(f"there is no screen for tests here: {', '.join(missing()) or sys.platform}")
    folder = tmp_path / "screen"
    folder.mkdir()
    with started(folder) as made:
        yield made


@pytest.fixture
def program(screen: Screen, tmp_path: Path) -> Iterator[Program]:
    """The program, started; a picture of where it ended is kept."""
    home = tmp_path / "home"
    home.mkdir()
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    made = Program(screen, tmp_path / "profile", home, PICTURES)
    try:
        made.start()
        yield made
    finally:
        made.look("end")
        if made.process is not None and made.process.poll() is None:
            made.process.terminate()
            made.process.wait(30)
