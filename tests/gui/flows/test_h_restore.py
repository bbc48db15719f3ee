"""h. A backup is restored with four clicks from home, counts shown before."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from qc_desktop.gui.pages.settings.page import SettingsPage
from qc_desktop.services import backups
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from tests.gui.flows.recorder import Recorder, button, click
from tests.gui.real import Real, rest
from tests.samples import COMPANIES, Year, add

CLICKS = 4


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
