"""h. A backup is restored with four clicks, counts shown before."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from qc_desktop.gui.pages.settings.page import SettingsPage
from qc_desktop.gui.widgets.table import Table
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
    shell.go("settings", "backup")
    rest(qtbot, shell)
    page = shell.page
    assert isinstance(page, SettingsPage)
    (table,) = [one for one in page.findChildren(Table) if one.isVisible()]
    recorder.begin()
    click(table.viewport())
    rest(qtbot, shell)
    for words in ("查看", "恢复", "确定"):
        click(button(page, words))
        rest(qtbot, shell)
    assert browsing.count(shell.context.services.office, CompanyFilter()) == COMPANIES
    assert 0 < recorder.clicks <= CLICKS
