"""Rulers in millimetres along the page, with a mark where the pointer is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qc_desktop.gui.pages.layouts.editor.canvas import MARGIN
from qc_desktop.gui.theme import tokens_in_use

THICK = 22
_SHORT, _LONG = 4, 9
_FAR_APART = 5
"""Pixels between marks that can still be told apart."""


class Ruler(QWidget):
    """Level or upright; ``shift`` is how many pixels the page is scrolled."""

    def __init__(self, *, upright: bool) -> None:
        super().__init__()
        self._upright = upright
        self._scale = 3.0
        self._shift = 0
        self._length = 297.0
        self._at = -1.0
        if upright:
            self.setFixedWidth(THICK)
        else:
            self.setFixedHeight(THICK)

    @override
    def sizeHint(self) -> QSize:
        return QSize(THICK, THICK)

    def show_scale(self, scale: float, shift: int, length: float) -> None:
        """``scale`` pixels a millimetre, ``shift`` pixels scrolled, a page ``length`` mm long."""
        self._scale, self._shift, self._length = scale, shift, length
        self.update()

    def point(self, at: float) -> None:
        """Marks the place ``at`` mm."""
        self._at = at
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_in_use()
        painter.fillRect(self.rect(), QColor(tokens.raised))
        font = painter.font()
        font.setPointSizeF(6.5)
        painter.setFont(font)
        painter.setPen(QColor(tokens.muted))
        step = next(step for step in (1, 5, 10, 50) if step * self._scale >= _FAR_APART)
        for mm in range(0, round(self._length) + 1, step):
            self._mark(painter, mm)
        painter.setPen(QColor(tokens.accent))
        if self._at >= 0:
            self._line(painter, self._at, THICK)
        painter.end()

    def _place(self, mm: float) -> float:
        return (mm + MARGIN) * self._scale - self._shift

    def _line(self, painter: QPainter, mm: float, length: float) -> None:
        at = self._place(mm)
        if self._upright:
            painter.drawLine(QPointF(THICK - length, at), QPointF(THICK, at))
        else:
            painter.drawLine(QPointF(at, THICK - length), QPointF(at, THICK))

    def _mark(self, painter: QPainter, mm: int) -> None:
        self._line(painter, mm, _LONG if mm % 10 == 0 else _SHORT)
        if mm % (10 if self._scale >= 2 else 50) == 0:
            self._number(painter, mm)

    def _number(self, painter: QPainter, mm: int) -> None:
        at = self._place(mm)
        if not self._upright:
            painter.drawText(QPointF(at + 2, 10), str(mm))
            return
        painter.save()
        painter.translate(10, at + 2)
        painter.rotate(90)
        painter.drawText(QPointF(0, 0), str(mm))
        painter.restore()
