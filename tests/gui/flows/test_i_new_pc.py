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
from tests.gui.flows.recorder import Recorder, button, click, press, write
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
    shell.go("settings")
    rest(qtbot, shell)
    recorder.begin()
    click(button(shell, "换新电脑"))
    rest(qtbot, shell)
    shell.page.sections["moving"].passphrase.take_focus()
    for after in (Qt.Key.Key_Return, None):
        write(shell, PASSPHRASE)
        if after is not None:
            press(shell, after)
    click(button(shell, "做搬家文件"))
    rest(qtbot, shell)
    assert target.exists()
    assert recorder.clicks + 1 <= 3

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(target), ""))  # a click in it, too
    jobs = Jobs(tmp_path / "logs")
    window = FirstRun(Profile(tmp_path / "new"), jobs, messages("zh_CN"))
    keep(window).show()
    qtbot.waitUntil(lambda: not jobs.is_asking)
    recorder.begin()
    click(button(window, "我有搬家文件"))
    window.bring.choose()
    write(window, PASSPHRASE)
    with qtbot.waitSignal(window.ready, timeout=30_000):
        click(button(window, "放到这台电脑"))
    jobs.close()
    assert recorder.clicks + 1 <= 3
