"""Coming to a page: the focus is where work begins, or where it went on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from qc_desktop.gui.navigation import PAGES
from qc_desktop.gui.shell import Shell
from qc_desktop.services.office import Office
from tests.gui.real import Real, real, rest
from tests.samples import Year

__all__ = ["real"]

BEGINS: dict[str, Callable[..., QWidget]] = {
    "home": lambda page: page.tabs.marked,
    "companies": lambda page: page.listing.search,
    "campaign": lambda page: page.tabs.marked,
    "certificates": lambda page: page.register.search,
    "desk": lambda page: page.field,
    "settings": lambda page: page.chips.marked,
    "history": lambda page: page.table,
    "help": lambda page: page.search,
}
SHORTCUTS = {entry.id: entry.shortcut for entry in PAGES if entry.in_sidebar}


def press(qtbot: QtBot, shell: Shell, page_id: str) -> None:
    chord = QKeySequence(SHORTCUTS[page_id])[0]
    QTest.keyClick(QApplication.focusWidget() or shell, chord.key(), chord.keyboardModifiers())
    rest(qtbot, shell)


@pytest.mark.parametrize("page_id", BEGINS)
def test_the_focus_is_where_work_begins(qtbot: QtBot, real: Real, issued_year: Year, page_id: str) -> None:
    shell = real(issued_year.office, "desk" if page_id != "desk" else "home")
    if page_id in SHORTCUTS:
        press(qtbot, shell, page_id)
    else:
        shell.go(page_id)
        rest(qtbot, shell)
    assert QApplication.focusWidget() is BEGINS[page_id](shell.page)


@pytest.mark.parametrize("page_id", ["home", "companies", "campaign", "certificates"])
def test_where_there_is_nothing_yet_it_is_on_what_is_to_be_done(
    qtbot: QtBot, real: Real, office: Office, page_id: str
) -> None:
    shell = real(office, "desk")
    press(qtbot, shell, page_id)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.property("kind") == "primary"
    assert shell.page.isAncestorOf(focused)


def test_a_list_of_the_campaign_is_ready_for_keys(qtbot: QtBot, real: Real, year: Year) -> None:
    shell = real(year.office, "home")
    shell.go("campaign", "chase")
    rest(qtbot, shell)
    assert QApplication.focusWidget() is shell.page.rooms.chase.listing.search


def test_coming_back_goes_on_where_one_was_typing(qtbot: QtBot, real: Real, year: Year) -> None:
    shell = real(year.office, "companies")
    QTest.keyClick(shell, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    rest(qtbot, shell)
    field = shell.page.editor.company.form.uscc
    field.setFocus()
    press(qtbot, shell, "desk")
    press(qtbot, shell, "companies")
    assert QApplication.focusWidget() is field


def test_the_focus_goes_along_with_the_section_that_is_opened(qtbot: QtBot, real: Real, year: Year) -> None:
    shell = real(year.office, "home")
    shell.go("settings", "pc")
    rest(qtbot, shell)
    assert QApplication.focusWidget() is shell.page.chips._buttons["pc"]
