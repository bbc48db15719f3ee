"""f. The roster: two clicks from its page to the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.gui.flows.recorder import Recorder, button, click
from tests.gui.real import Real, rest
from tests.samples import Year

CLICKS = 2


def test_export(
    qtbot: QtBot, real: Real, year: Year, recorder: Recorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "roster.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    shell = real(year.office, "campaign")
    recorder.begin()
    click(button(shell, "导出名单"))
    rest(qtbot, shell)
    assert path.is_file()
    assert 0 < recorder.clicks <= CLICKS
