"""本机: the look, the language, and who works here."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from qc_desktop.gui import theme
from qc_desktop.gui.pages.settings.office import OfficeSection
from qc_desktop.gui.pages.settings.page import SettingsPage
from qc_desktop.gui.pages.settings.pc import PcSection
from qc_desktop.gui.shell import Shell
from qc_desktop.gui.tokens import DARK, LIGHT
from qc_desktop.services import preferences, staff
from tests.gui.real import faults, rest
from tests.samples import Year

from .conftest import Opened


def choose(section: PcSection, key: str, value: str) -> None:
    box = getattr(section.ui, key)
    box.setCurrentIndex(box.findData(value))


def test_the_look_changes_at_once_and_loses_nothing(
    qtbot: QtBot, shell: Shell, page: SettingsPage, opened_section: Opened, year: Year
) -> None:
    office = page.sections["office"]
    assert isinstance(office, OfficeSection)
    office.ui.issuer_line.setText("还没有保存")
    section = opened_section("pc")
    assert isinstance(section, PcSection)
    assert theme.tokens_in_use() is LIGHT
    choose(section, "theme", "dark")
    choose(section, "text_size", "large")
    assert theme.tokens_in_use() is DARK
    rest(qtbot, shell)
    assert preferences.pc_value(year.office.profile, "theme") == "dark"
    assert preferences.pc_value(year.office.profile, "text_size") == "large"
    assert office.ui.issuer_line.text() == "还没有保存"
    assert faults(qtbot, shell) == []


def test_a_language_is_asked_for_as_soon_as_it_is_kept(
    qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year
) -> None:
    section = opened_section("pc")
    assert isinstance(section, PcSection)
    with qtbot.waitSignal(shell.language_wanted) as wanted:
        choose(section, "language", "en")
    assert wanted.args == ["en"]
    assert preferences.pc_value(year.office.profile, "language") == "en"
    rest(qtbot, shell)


def test_operators_are_added_and_retired(qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year) -> None:
    section = opened_section("pc")
    assert isinstance(section, PcSection)
    section.people.name.insert("示例丙")
    QTest.keyClick(section.people.name, Qt.Key.Key_Return)
    rest(qtbot, shell)
    assert staff.names(year.office) == ["示例丙"]
    assert section.people.name.text() == ""
    (retire,) = [made for made in section.people.findChildren(QPushButton) if made.accessibleName() == "停用 示例丙"]
    retire.click()
    rest(qtbot, shell)
    assert staff.names(year.office) == []
    shell._toast._act()
    rest(qtbot, shell)
    assert staff.names(year.office) == ["示例丙"]
