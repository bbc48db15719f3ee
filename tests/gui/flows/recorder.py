"""Counts what a person does in the real window: presses of keys and of the mouse that QTest delivers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QTableView, QWidget
from typing_extensions import override

from qc_desktop.gui.frame.sidebar import Sidebar
from qc_desktop.gui.shell import Shell

MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta)


class Recorder(QObject):
    """``clicks`` and ``keys`` since the last :meth:`begin`; a chord such as Ctrl+6 is one key."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.clicks = self.keys = 0
        app.installEventFilter(self)

    def begin(self) -> None:
        """Counts from nothing."""
        self.clicks = self.keys = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWindow):  # what comes from outside, before Qt hands it on to widgets
            if event.type() == QEvent.Type.MouseButtonPress:
                self.clicks += 1
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                self.keys += Qt.Key(event.key()) not in MODIFIERS
        elif event.type() == QEvent.Type.Shortcut:  # a key that means a shortcut is handed to nobody else
            self.keys += 1
        return False


def press(window: QWidget, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Presses keys in the window: whatever has the focus gets them, shortcuts first."""
    for key in keys:
        QTest.keyClick(window.windowHandle(), key, held)


def write(window: QWidget, text: str) -> None:
    """Types ASCII."""
    for character in text:
        QTest.keyClick(window.windowHandle(), character)


def click(target: QWidget, at: QPoint | None = None) -> None:
    """Clicks ``target`` in its middle or ``at``; it must be there and able, and turning the wheel to it is no click."""
    assert target.isVisible(), target
    assert target.isEnabled(), target
    around = target.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(target)
        around = around.parentWidget()
    window = target.window()
    place = target.mapTo(window, at or target.rect().center())
    there = window.childAt(place)
    assert there is not None, target
    assert there is target or target.isAncestorOf(there), (target, there)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def click_row(table: QTableView, row: int) -> None:
    """Clicks a row of a list."""
    index = table.model().index(row, 0)
    table.scrollTo(index)
    click(table.viewport(), table.visualRect(index).center())


def drop(page: QWidget, *paths: Path) -> None:
    """Drops files or folders from the desktop on a page, which must be ready to take them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where, action = page.rect().center(), Qt.DropAction.CopyAction
    pressed = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(where, action, data, *pressed)
    page.dragEnterEvent(entering)
    assert entering.isAccepted(), paths
    page.dropEvent(QDropEvent(QPointF(where), action, data, *pressed))


def button(parent: QWidget, begins: str) -> QPushButton:
    """The one button in sight whose words begin so."""
    found = [one for one in parent.findChildren(QPushButton) if one.isVisible() and one.text().startswith(begins)]
    assert len(found) == 1, [one.text() for one in parent.findChildren(QPushButton) if one.isVisible()]
    return found[0]


def entry(shell: Shell, page_id: str) -> QPushButton:
    """The line of the sidebar that leads to a page."""
    return shell.findChildren(Sidebar)[0]._buttons[page_id]
