"""i. A new PC: three clicks on the old one, three on the new one, and a passphrase."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from qc_desktop.gui.first_run.window import FirstRun
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.pages.settings import moving as moving_page
from qc_desktop.messages import messages
from qc_desktop.paths import Profile
from tests.gui.conftest import Keep
from tests.gui.flows.recorder import Recorder, button, click, entry, press, write
from tests.gui.real import Real, rest
from tests.samples import Year

PASSPHRASE = "a long passphrase"


def test_from_the_old_pc_to_the_new_one(
    qtbot: QtBot,
    real: Real,
    year: Year,
    recorder: Recorder,
    keep: Keep,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "x.qcmove"
    monkeypatch.setattr(moving_page, "ask_file", lambda *_: target)  # the dialog's own button is the third click
    shell = real(year.office, "home")
    recorder.begin()
    click(entry(shell, "settings"))
    rest(qtbot, shell)
    click(button(shell.page, "换新电脑"))
    rest(qtbot, shell)
    for _ in range(2):  # the second Return asks where the file goes
        write(shell, PASSPHRASE)
        press(shell, Qt.Key.Key_Return)
    rest(qtbot, shell)
    assert target.exists()
    assert recorder.clicks + 1 <= 3

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(target), ""))  # a click in it, too
    jobs = Jobs(tmp_path / "logs")
    window = FirstRun(Profile(tmp_path / "new"), jobs, messages("zh_CN"))
    keep(window).show()
    qtbot.waitUntil(lambda: not jobs.is_asking)
    recorder.begin()
    click(button(window, "我有换机文件"))
    write(window, PASSPHRASE)
    with qtbot.waitSignal(window.ready, timeout=30_000):
        click(button(window, "放到这台电脑"))
    jobs.close()
    assert recorder.clicks + 1 <= 3
