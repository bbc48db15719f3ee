"""f. The roster: two clicks from home to the dialog, in the format of the last time."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from qc_desktop.services import preferences
from tests.gui.flows.recorder import Recorder, button, click, entry
from tests.gui.real import Real, rest
from tests.samples import Year

CLICKS = 2


def test_export(
    qtbot: QtBot, real: Real, year: Year, recorder: Recorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "roster.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    preferences.remember_on_pc(year.office.profile, {"roster_format": "docx"})  # as it was the last time
    shell = real(year.office, "home")
    recorder.begin()
    click(entry(shell, "campaign"))
    rest(qtbot, shell)
    click(button(shell.page, "导出名单"))
    rest(qtbot, shell)
    assert path.is_file()
    assert preferences.remembered(year.office.profile, "roster_format") == "docx"
    assert 0 < recorder.clicks <= CLICKS
