"""h. A backup is made without a click, its age stands below; it is restored with four, counts shown before."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qc_desktop import app
from qc_desktop.gui.desk import Desk
from qc_desktop.gui.drafts import DraftKeeper
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.language import Language
from qc_desktop.gui.pages.settings.page import SettingsPage
from qc_desktop.gui.warmup import WarmUp
from qc_desktop.gui.window import Window
from qc_desktop.services import backups
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from tests.gui.flows.recorder import Recorder, button, click
from tests.gui.real import Real, rest
from tests.samples import COMPANIES, Year, add

CLICKS = 4


def test_backup_by_itself(
    qtbot: QtBot, qapp: QApplication, year: Year, jobs: Jobs, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back after the test
    keeper, language = DraftKeeper(year.office.profile.drafts), Language(qapp)
    window = Window(Desk(year.office), jobs, keeper, language, "zh_CN")
    window.shell.show()
    rest(qtbot, window.shell)
    assert window.shell._status._backup.text() == "还没有备份"
    app._after_show(window)
    qtbot.waitUntil(lambda: jobs.findChild(WarmUp).is_over)
    rest(qtbot, window.shell)
    assert [made.kind for made in backups.listed(year.office)] == ["daily"]
    assert window.shell._status._backup.text().startswith("上次备份：今天")
    assert (recorder.clicks, recorder.keys) == (0, 0)
    window.shell.leave()
    keeper.close()
    window.shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    language.use("en")


def test_restore(qtbot: QtBot, real: Real, year: Year, recorder: Recorder) -> None:
    backups.make(year.office)
    add(year.office)
    shell = real(year.office, "home")
    recorder.begin()
    click(button(shell, "上次备份"))
    rest(qtbot, shell)
    page = shell.page
    assert isinstance(page, SettingsPage)
    click(button(page, "查看"))
    rest(qtbot, shell)
    counted = [part.text() for part in page.sections["backup"].panel._labels]
    assert counted[3:6] == ["企业", str(COMPANIES), str(COMPANIES + 1)]
    for words in ("恢复", "确定"):
        click(button(page, words))
        rest(qtbot, shell)
    assert browsing.count(shell.context.services.office, CompanyFilter()) == COMPANIES
    assert 0 < recorder.clicks <= CLICKS
