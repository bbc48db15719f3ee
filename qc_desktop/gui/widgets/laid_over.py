"""Bars that lie over the foot of what they speak of: nothing below the mouse moves when one appears or goes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

_MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)
_BELOW = 8
"""Pixels that are seen below the bars."""


class LaidOver(QWidget):
    """Lies over the lower edge of a part of ``within``, as far as that is in sight, and is there while one of ``bars``
    is. What stands above that part can be seen and clicked."""

    def __init__(self, within: QWidget, *bars: QWidget) -> None:
        super().__init__(within)
        self._within = self._below = within
        self._bars = bars
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, _BELOW)
        column.setSpacing(8)
        for bar in bars:
            column.addWidget(bar)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._lie)
        for watched in (within, *bars):  # where the part moves with what is around it, that tells
            watched.installEventFilter(self)
        self.hide()

    def lie_over(self, below: QWidget) -> None:
        """From now on over ``below``, a picture better than fields."""
        if self._below is not self._within:
            self._below.removeEventFilter(self)
        self._below = below
        below.installEventFilter(self)
        self._settle.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in self._bars and event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._lie()
        elif event.type() in _MOVES:
            self._settle.start()
        return False

    def _seen(self) -> QRect:
        """What is in sight of the part below."""
        part, seen = self._below, self._below.rect()
        while not part.isWindow() and (around := part.parentWidget()) is not None:
            seen = seen.translated(part.pos()) & around.rect()
            part = around
        return seen.translated(self._within.mapFrom(part, QPoint()))

    def _lie(self) -> None:
        if all(bar.isHidden() for bar in self._bars):
            self.hide()
            return
        seen, column = self._seen(), self._column
        high = column.heightForWidth(seen.width()) if column.hasHeightForWidth() else column.sizeHint().height()
        self.setGeometry(seen.x(), max(seen.y(), seen.bottom() + 1 - high), seen.width(), high)
        self.show()
        self.raise_()
