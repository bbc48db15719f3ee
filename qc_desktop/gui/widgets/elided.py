"""A line of text whose middle is … where it has no room; whole in its tooltip and to a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from qc_desktop.gui.widgets.parts import literal

LEAST = 6
"""Characters that tell one name from another."""


class Elided(QLabel):
    """``role`` is the style of its text, as of other labels."""

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.whole = ""
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_text(self, text: str) -> None:
        """Shows as much of ``text`` as there is room for."""
        self.whole = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    @property
    def least_width(self) -> int:
        """Of the text, or of its first characters."""
        return min(self.sizeHint().width(), self.fontMetrics().horizontalAdvance("字" * LEAST))

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self.whole) + 2, hint.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.least_width, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self.whole, Qt.TextElideMode.ElideMiddle, self.width())
        self.setText(shown)
        self.setToolTip("" if shown == self.whole else literal(self.whole))
