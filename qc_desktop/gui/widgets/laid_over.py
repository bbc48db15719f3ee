"""Bars that lie over the foot of what they speak of: nothing below the mouse moves when one appears or goes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

_MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)


class LaidOver(QWidget):
    """Lies over the lower edge of ``below``, as far as that is in sight, and is there while one of ``bars`` is."""

    def __init__(self, below: QWidget, *bars: QWidget) -> None:
        super().__init__(below.parentWidget())
        self._below = below
        self._bars = bars
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 8)
        column.setSpacing(8)
        for bar in bars:
            column.addWidget(bar)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._lie)
        for watched in (below, *bars):
            watched.installEventFilter(self)
        self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in self._bars and event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._lie()
        elif event.type() in _MOVES:
            self._settle.start()
        return False

    def _lie(self) -> None:
        if all(bar.isHidden() for bar in self._bars):
            self.hide()
            return
        seen = self._below.visibleRegion().boundingRect()
        whole = (self._below.rect() if seen.isEmpty() else seen).translated(self._below.pos())
        column = self._column
        high = column.heightForWidth(whole.width()) if column.hasHeightForWidth() else column.sizeHint().height()
        self.setGeometry(whole.x(), whole.bottom() + 1 - high, whole.width(), high)
        self.show()
        self.raise_()
