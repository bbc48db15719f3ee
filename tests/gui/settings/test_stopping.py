"""Backing up and restoring say how far they are, and Stop stops them."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from qc_desktop.domain.progress import Tell
from qc_desktop.gui.frame import work_panel
from qc_desktop.gui.pages.settings.backup import BackupSection
from qc_desktop.gui.shell import Shell
from qc_desktop.gui.widgets.toast import Toast
from qc_desktop.services import backups
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.storage import backup, sound
from tests.gui.real import rest
from tests.samples import COMPANIES, Year, add

from .conftest import Opened


def held(monkeypatch: pytest.MonkeyPatch) -> tuple[Event, Event]:
    """Holds every check of a database before and after its first word, until the test lets it go on."""
    begins, goes_on, inner = Event(), Event(), sound.check

    def check(path: Path, tell: Tell) -> dict[str, int]:
        assert begins.wait(20)
        tell(0.0)
        assert goes_on.wait(20)
        tell(0.1)
        return inner(path, tell)

    monkeypatch.setattr(backup, "check", check)
    return begins, goes_on


def test_a_restore_that_is_stopped_changes_nothing_and_can_be_asked_for_again(
    qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = opened_section("backup")
    assert isinstance(section, BackupSection)
    add(year.office, "示例新来有限公司")
    monkeypatch.setattr(work_panel, "MOMENT_MS", 0)
    section.table.selectRow(0)
    section.look_button.click()
    qtbot.waitUntil(section.panel.isVisible)
    section.panel.restore_button.click()
    begins, goes_on = held(monkeypatch)
    section.panel.confirm_button.click()
    qtbot.waitUntil(shell._work._stop.isVisible)
    begins.set()
    assert not section.panel.isEnabled()
    shell._work._stop.click()
    goes_on.set()
    rest(qtbot, shell)
    assert section.panel.isEnabled()
    assert shell.findChildren(Toast)[0]._text.text() == "已停止，没有任何改动。"
    assert browsing.count(section.desk.office, CompanyFilter()) == COMPANIES + 1
    section.panel.confirm_button.click()
    rest(qtbot, shell)
    assert browsing.count(section.desk.office, CompanyFilter()) == COMPANIES


def test_a_backup_by_hand_shows_how_far_it_is_and_stops(
    qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = opened_section("backup")
    assert isinstance(section, BackupSection)
    before = backups.rows(year.office)
    monkeypatch.setattr(work_panel, "MOMENT_MS", 0)
    begins, goes_on = held(monkeypatch)
    section.make()
    qtbot.waitUntil(shell._work._stop.isVisible)  # and only then is anything told of the check
    begins.set()
    qtbot.waitUntil(lambda: shell._work._count.text().startswith("备份"))
    shell._work._stop.click()
    goes_on.set()
    rest(qtbot, shell)
    assert backups.rows(year.office) == before
