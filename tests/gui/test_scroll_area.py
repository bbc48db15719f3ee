"""A field that is reached by its mnemonic is brought into view and stays there while the page takes its shape."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qc_desktop.gui.widgets.scroll_area import scroll_area


def test_a_mnemonic_scrolls_its_field_into_view(shown: Callable[[QWidget], QWidget]) -> None:
    inner = QWidget()
    column = QVBoxLayout(inner)
    fields = [QLineEdit() for _ in range(40)]
    for field in fields:
        column.addWidget(field)
    label = QLabel("&Name")
    label.setBuddy(fields[-1])
    column.addWidget(label)
    area = scroll_area(inner)
    area.resize(300, 200)
    shown(area)
    fields[0].setFocus()
    QTest.keyClick(fields[0], Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert fields[-1].hasFocus()
    assert not fields[-1].visibleRegion().isEmpty()


def test_a_page_that_grows_keeps_the_focus_in_view(shown: Callable[[QWidget], QWidget], qtbot: QtBot) -> None:
    inner = QWidget()
    column = QVBoxLayout(inner)
    above = QWidget()
    button = QPushButton("Go")
    column.addWidget(above)
    column.addWidget(button)
    area = scroll_area(inner)
    area.resize(300, 200)
    shown(area)
    button.setFocus()
    above.setMinimumHeight(900)  # what was asked for arrives after the focus moved
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    qtbot.waitUntil(lambda: button.visibleRegion().boundingRect().height() == button.height())
