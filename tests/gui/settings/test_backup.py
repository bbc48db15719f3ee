"""备份: made by hand, restored, refused in words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from qc_desktop.domain.certificates import CertificateState
from qc_desktop.gui.pages.settings.backup import BackupSection
from qc_desktop.gui.pages.settings.columns import kind_words
from qc_desktop.gui.pages.settings.page import SettingsPage
from qc_desktop.gui.shell import Shell
from qc_desktop.services import backups
from qc_desktop.services.certificates import register
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from tests.gui.real import rest
from tests.samples import COMPANIES, Year, add

from .conftest import Opened


def test_a_backup_is_made_by_hand(qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year) -> None:
    section = opened_section("backup")
    assert isinstance(section, BackupSection)
    assert section.model.rowCount() == 1
    section.make()
    rest(qtbot, shell)
    assert section.model.rowCount() == 2
    assert section.state.text().startswith("最近一次备份：今天")


def test_a_restore_takes_two_clicks_and_shows_what_changes(
    qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year
) -> None:
    section = opened_section("backup")
    assert isinstance(section, BackupSection)
    add(year.office, "示例新来有限公司")
    section.table.selectRow(0)
    section.look_button.click()
    qtbot.waitUntil(section.panel.isVisible)
    told = [part.text() for part in section.panel._labels]
    assert told[3:6] == ["企业", str(COMPANIES), str(COMPANIES + 1)]
    section.panel.restore_button.click()
    assert not section.panel.restore_button.isVisible()
    assert browsing.count(section.desk.office, CompanyFilter()) == COMPANIES + 1
    section.panel.confirm_button.click()
    rest(qtbot, shell)
    assert browsing.count(section.desk.office, CompanyFilter()) == COMPANIES
    assert not section.panel.isVisible()
    assert [row.kind for row in backups.rows(section.desk.office)] == ["restore", "manual"]


def test_the_command_leads_to_the_newest_backup(qtbot: QtBot, page: SettingsPage) -> None:
    page.open_item("backup:restore")
    section = page.sections["backup"]
    assert isinstance(section, BackupSection)
    qtbot.waitUntil(section.table.hasFocus)
    QTest.keyClick(section.table, Qt.Key.Key_Return)
    qtbot.waitUntil(section.panel.isVisible)
    qtbot.waitUntil(section.panel.restore_button.hasFocus)


def test_certificates_that_would_be_lost_are_named(
    qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year
) -> None:
    section = opened_section("backup")
    assert isinstance(section, BackupSection)
    year.issue()
    section.table.selectRow(0)
    section.look_button.click()
    qtbot.waitUntil(section.panel.isVisible)
    section.panel.restore_button.click()
    assert f"{COMPANIES} 张证书" in section.panel._warning.text()
    section.panel.keep_button.click()
    assert not section.panel.isVisible()


def test_certificates_that_would_count_as_valid_again_are_named(
    qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year
) -> None:
    section = opened_section("backup")
    assert isinstance(section, BackupSection)
    year.issue()
    backups.make(year.office)
    register.end(year.office, "QC-2026-315-000001", CertificateState.REVOKED, "示例原因")
    section.refresh()
    rest(qtbot, shell)
    section.table.selectRow(0)
    section.look_button.click()
    qtbot.waitUntil(section.panel.isVisible)
    section.panel.restore_button.click()
    said = section.panel._warning.text()
    assert "1 张证书会重新显示为有效" in said
    assert "登记里消失" not in said


def test_a_damaged_backup_is_refused_in_words(qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year) -> None:
    section = opened_section("backup")
    assert isinstance(section, BackupSection)
    (row,) = backups.rows(year.office)
    with row.path.open("r+b") as stream:
        stream.seek(5000)
        stream.write(b"damage")
    section.table.selectRow(0)
    section.look_button.click()
    qtbot.waitUntil(section.trouble.isVisible)
    assert "已损坏" in section.trouble.text
    assert not section.panel.isVisible()


def test_a_backup_that_is_damaged_meanwhile_changes_nothing(
    qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year
) -> None:
    section = opened_section("backup")
    assert isinstance(section, BackupSection)
    section.table.selectRow(0)
    section.look_button.click()
    qtbot.waitUntil(section.panel.isVisible)
    (row,) = backups.rows(year.office)
    row.path.write_bytes(b"damage")
    section.panel.restore_button.click()
    section.panel.confirm_button.click()
    rest(qtbot, shell)
    assert "已损坏" in section.trouble.text
    assert browsing.count(section.desk.office, CompanyFilter()) == COMPANIES


def test_the_folder_is_changed_and_undone(
    qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year, tmp_path: Path
) -> None:
    section = opened_section("backup")
    assert isinstance(section, BackupSection)
    (tmp_path / "others").mkdir()
    section._set_folder(str(tmp_path / "others"))
    rest(qtbot, shell)
    assert str(tmp_path / "others") in section.folder.text().replace("\u200b", "")
    assert not section.restoring.isVisible()
    section.own.click()
    rest(qtbot, shell)
    assert section.restoring.isVisible()


def test_the_list_keeps_to_qts_rules(opened_section: Opened, qtmodeltester: ModelTester) -> None:
    section = opened_section("backup")
    assert isinstance(section, BackupSection)
    assert section.model.rowCount() == 1
    qtmodeltester.check(section.model)


def test_every_kind_of_backup_has_words() -> None:
    from qc_desktop.storage.backup import KINDS

    assert set(kind_words()) == set(KINDS)
