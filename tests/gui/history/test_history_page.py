"""The page of the history in a real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from qc_desktop.gui.pages.history.detail_view import AT_ONCE
from qc_desktop.gui.pages.history.page import HistoryPage
from qc_desktop.gui.shell import Shell
from qc_desktop.services import history, preferences
from qc_desktop.services.audit import details
from tests.gui.real import Real, faults, rest
from tests.samples import Year


@pytest.fixture
def shell(qtbot: QtBot, real: Real, year: Year) -> Shell:
    preferences.change(year.office, {"issuer_line": "示例甲"})
    preferences.change(year.office, {"issuer_line": "示例乙"})
    return real(year.office, "home")


def page_of(qtbot: QtBot, shell: Shell) -> HistoryPage:
    QTest.keyClick(shell, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    rest(qtbot, shell)
    assert isinstance(shell.page, HistoryPage)
    return shell.page


def texts(page: HistoryPage) -> str:
    return "\n".join(label.text() for label in page.detail.findChildren(QLabel) if not label.isHidden())


def test_it_is_reached_by_key_and_button_and_not_from_the_sidebar(qtbot: QtBot, shell: Shell) -> None:
    assert "history" not in shell._sidebar._buttons
    page = page_of(qtbot, shell)
    assert page.model.rowCount() == history_size(shell)
    shell.go("home")
    shell._top.history_wanted.emit()
    assert shell.page is page


def history_size(shell: Shell) -> int:
    return len(history.commands(shell.context.services.office))


def test_a_long_action_is_told_to_its_end(qtbot: QtBot, shell: Shell, year: Year) -> None:
    page = page_of(qtbot, shell)
    longest = max(history.commands(year.office), key=lambda command: command.rows)
    assert longest.rows > AT_ONCE
    page.open_item(str(longest.seq))
    rest(qtbot, shell)
    qtbot.waitUntil(lambda: not page.detail._pause.isActive())
    told = details.detail(year.office, shell.context.words, longest.seq)
    assert len(page.detail._shown) == len(list(page.detail._told(told))) > AT_ONCE


def test_an_action_is_shown_and_taken_back_after_the_later_one(qtbot: QtBot, shell: Shell, year: Year) -> None:
    page = page_of(qtbot, shell)
    page.table.choose_place(1)
    rest(qtbot, shell)
    assert "示例甲" in texts(page)
    assert "修改设置" in page.detail.refusal.text()
    assert page.detail.undo.isHidden()
    page.table.choose_place(0)
    rest(qtbot, shell)
    assert "示例甲 → 示例乙" in texts(page)
    page.detail.undo.click()
    rest(qtbot, shell)
    assert preferences.get(year.office, "issuer_line") == "示例甲"
    assert "修改设置" in shell._toast.accessibleName()


def test_filters_narrow_the_list(qtbot: QtBot, shell: Shell) -> None:
    page = page_of(qtbot, shell)
    box = page.filters.action
    box.setCurrentIndex(box.findData("settings_change"))
    box.activated.emit(box.currentIndex())
    rest(qtbot, shell)
    shown = page.model.rowCount()
    assert {page.model.row(place).name for place in range(shown)} == {"settings_change"}
    assert shown < history_size(shell)
    page.filters.period.choose("today")
    rest(qtbot, shell)
    assert page.wanted.since == shell.context.services.office.today
    page.filters.search.setText("没有这家")
    rest_of = page.filters.search
    QTest.keyClick(rest_of, Qt.Key.Key_Return)
    rest(qtbot, shell)
    assert page.model.rowCount() == 0


def test_the_list_is_exported(qtbot: QtBot, shell: Shell, tmp_path: Path) -> None:
    page = page_of(qtbot, shell)
    page.export(tmp_path / "修改记录.xlsx")
    rest(qtbot, shell)
    assert (tmp_path / "修改记录.xlsx").stat().st_size > 3000
    assert "修改记录.xlsx" in shell._messages.text


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_interface_checks(qtbot: QtBot, real: Real, year: Year, lang: str) -> None:
    preferences.change(year.office, {"issuer_line": "示例甲"})
    shell = real(year.office, "history", lang)
    shell.page.table.choose_place(0)
    rest(qtbot, shell)
    assert faults(qtbot, shell) == []
    shell.page.table.choose_place(shell.page.model.rowCount() - 2)
    shell.page.split.open_detail()
    rest(qtbot, shell)
    assert faults(qtbot, shell) == []


def test_where_nothing_answers_it_says_so_and_leads_back(qtbot: QtBot, shell: Shell) -> None:
    page = page_of(qtbot, shell)
    assert page.table.isVisible()
    page.filters.search.setText("没有这样的企业")
    rest(qtbot, shell)
    qtbot.waitUntil(lambda: not page.table.isVisible())
    told = [each.text() for each in page.list.findChildren(QLabel) if each.isVisible()]
    assert told == ["没有符合这些条件的操作。"]
    page.list._all.setFocus()
    QTest.keyClick(page.list._all, Qt.Key.Key_Space)
    qtbot.waitUntil(page.table.isVisible)
    assert page.model.rowCount() == history_size(shell)
    assert page.table.hasFocus()
