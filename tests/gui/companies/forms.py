"""Ways into the form of a company."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qc_desktop.domain.search import readings
from qc_desktop.gui.pages.companies.editor import Editor
from qc_desktop.services.companies.rows import CompanyRow

from .conftest import Window

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
CODE = "91350100M000100Y43"
NAME = "示例甲乙丙精密机械有限公司"


def started(window: Window) -> Editor:
    """An empty form, by Ctrl+N."""
    QTest.keyClick(window.shell, Key.Key_N, Ctrl)
    window.idle()
    assert window.page.editor.company.form.name.hasFocus()
    return window.page.editor


def save_and_go_on(window: Window) -> None:
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return, Ctrl)
    window.idle()


def first_outside(window: Window) -> CompanyRow:
    return window.rows(taking_part=False)[0]


def initials(name: str) -> str:
    return "".join(readings(character)[0][0] for character in name)


def shown(window: Window, company: CompanyRow) -> Editor:
    window.page.open_item(company.id)
    window.idle()
    return window.page.editor
