"""a. A list of companies: at most four clicks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.office import Office
from tests.gui.flows.recorder import Recorder, button, click
from tests.gui.real import Real, rest
from tests.samples import rows, write_list

CLICKS = 4


def test_import(
    qtbot: QtBot, real: Real, office: Office, recorder: Recorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_list(tmp_path / "list.xlsx", rows(200))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    shell = real(office, "home")
    recorder.begin()
    click(button(shell, "导入名单"))
    rest(qtbot, shell)
    click(button(shell, "选择文件"))
    rest(qtbot, shell)
    click(button(shell, "导入 200 家"))
    rest(qtbot, shell)
    assert browsing.count(office, CompanyFilter()) == 200
    assert 0 < recorder.clicks <= CLICKS
    assert recorder.keys == 0
