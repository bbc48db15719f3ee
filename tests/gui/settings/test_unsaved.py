"""What a newcomer lost: texts typed in the settings and gone with the window, while it said that all was saved."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qc_desktop.domain.progress import Progress
from qc_desktop.gui.pages.settings.office import OfficeSection
from qc_desktop.gui.shell import Shell
from qc_desktop.services import preferences
from tests.gui.real import Real, rest
from tests.samples import Year


@pytest.fixture
def shell(real: Real, year: Year) -> Shell:
    return real(year.office, "settings")


@pytest.fixture
def section(shell: Shell) -> OfficeSection:
    found = shell.page.sections["office"]
    assert isinstance(found, OfficeSection)
    return found


def status(shell: Shell) -> str:
    return shell._status.said


def test_the_status_line_says_that_something_is_not_saved(qtbot: QtBot, shell: Shell, section: OfficeSection) -> None:
    assert status(shell) == "已保存"
    section.ui.issuer_line.setText("示例落款")
    assert status(shell) == "有修改未保存"
    shell.go("home")
    assert status(shell) == "有修改未保存"
    section.revert()
    assert status(shell) == "已保存"


@pytest.mark.parametrize("key", [Qt.Key.Key_S, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_keyboard_saves_and_stays_in_the_field(
    qtbot: QtBot, shell: Shell, section: OfficeSection, year: Year, key: Qt.Key
) -> None:
    field = section.ui.issuer_line
    field.setFocus()
    QTest.keyClicks(field, "QC")
    QTest.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)
    rest(qtbot, shell)
    assert preferences.get(year.office, "issuer_line") == "QC"
    assert section.bar.isHidden()
    assert field.hasFocus()


def test_after_the_button_the_focus_is_back_in_the_field(qtbot: QtBot, shell: Shell, section: OfficeSection) -> None:
    field = section.ui.issuer_line
    field.setFocus()
    QTest.keyClicks(field, "QC")
    section.bar.save_button.setFocus()
    QTest.keyClick(section.bar.save_button, Qt.Key.Key_Return)
    rest(qtbot, shell)
    assert section.bar.isHidden()
    assert field.hasFocus()


def test_the_bar_is_gone_on_other_sections_and_comes_back(shell: Shell, section: OfficeSection) -> None:
    section.ui.issuer_line.setText("示例落款")
    assert section.bar.isVisible()
    shell.page.open_item("backup")
    assert section.bar.isHidden()
    shell.page.open_item("office")
    assert section.bar.isVisible()


def test_closing_asks_and_leads_to_what_is_not_saved(qtbot: QtBot, shell: Shell, section: OfficeSection) -> None:
    section.ui.issuer_line.setText("示例落款")
    shell.page.open_item("backup")
    shell.go("home")
    assert not shell.close()
    assert shell.isVisible()
    assert section.isVisible()
    assert section.ui.issuer_line.text() == "示例落款"
    assert "还没保存" in shell._messages.text
    rest(qtbot, shell)
    shell._messages._button.click()
    assert not shell.isVisible()


def test_closing_asks_nothing_where_all_is_saved(qtbot: QtBot, shell: Shell, section: OfficeSection) -> None:
    section.ui.issuer_line.setText("示例落款")
    section.revert()
    assert shell.close()


def test_closing_asks_while_long_work_goes_on(qtbot: QtBot, shell: Shell) -> None:
    go_on = threading.Event()

    def job() -> Iterator[Progress]:
        yield Progress("import_save", 0, 2)
        go_on.wait(10)
        yield Progress("import_save", 1, 2)

    task = shell.context.jobs.run(job)
    assert not shell.close()
    assert "正在进行" in shell._messages.text
    with qtbot.waitSignal(task.ended):
        go_on.set()
    assert shell.close()
