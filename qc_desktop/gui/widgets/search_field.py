"""A field that searches while one types."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from qc_desktop.gui.icons import icon, wear
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.spared import passing

PAUSE_MS = 120
_AROUND = 80
"""Logical pixels for the glass, the cross and the edges beside the words."""


class SearchField(LineEdit):
    """Emits ``searched`` with the committed text after a short pause, at once on Return.

    While an input method composes nothing is searched. Down emits ``left_downwards``, Escape empties the field.
    """

    searched = Signal(str)
    left_downwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        passing(self)
        glass = self.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        wear(glass, "search", "muted")
        self.setClearButtonEnabled(True)
        self._said = ""
        self._keeps_whole = False
        self._short = ""
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._search)
        self.textChanged.connect(self._pause.start)
        self.returnPressed.connect(self._search)

    def name(self, text: str) -> None:
        """Says what can be searched: placeholder and accessible name."""
        self.setPlaceholderText(text)
        self.setAccessibleName(text)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        if not self.is_composing:
            self._pause.start()

    def shorten_to(self, text: str) -> None:
        """Has ``text`` for a placeholder where there is no room for the words of :meth:`name`."""
        self._short = text

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._short:
            words = self.accessibleName()
            has_room = self.fontMetrics().horizontalAdvance(words) + _AROUND <= event.size().width()
            self.setPlaceholderText(words if has_room else self._short)

    def keep_words_whole(self) -> None:
        """Never gets narrower than what it asks for, at any text size."""
        self._keeps_whole = True

    @override
    def minimumSizeHint(self) -> QSize:
        asked = super().minimumSizeHint()
        if not self._keeps_whole:
            return asked
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return QSize(max(asked.width(), words + _AROUND), asked.height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text() and not self.is_composing:
            self.clear()
        else:
            super().keyPressEvent(event)

    def _search(self) -> None:
        self._pause.stop()
        if not self.is_composing and self.text() != self._said:
            self._said = self.text()
            self.searched.emit(self._said)
