"""↑ and ↓ lead through the queue where it is not seen, unless they mean something else where the focus is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

KEEPING = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
"""What has a use of its own for the two keys."""


class Arrows(QObject):
    """Calls ``step`` with -1 or 1 while ``are_free``, which is asked whenever the focus moves."""

    def __init__(self, desk: QWidget, step: Callable[[int], None], are_free: Callable[[QWidget], bool]) -> None:
        super().__init__(desk)
        self._desk, self._are_free = desk, are_free
        self._keys = [
            QShortcut(QKeySequence(key), desk, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            for key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        ]
        for key, way in zip(self._keys, (-1, 1), strict=True):
            key.activated.connect(lambda way=way: step(way))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def weigh(self) -> None:
        """The room changed: asks again."""
        self._follow(None, QApplication.focusWidget())

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        free = now is not None and not isinstance(now, KEEPING) and self._desk.isAncestorOf(now) and self._are_free(now)
        for key in self._keys:
            key.setEnabled(free)
