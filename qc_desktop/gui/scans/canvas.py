"""A page on the screen that is zoomed and moved about; it never scrolls its surroundings."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qc_desktop.gui.theme import tokens_in_use

ZOOMS = (0.4, 0.5, 0.65, 0.8, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 6.0)
"""Widths of the page in widths of the place it has; 1 is the whole width."""
STEP = 60
_FOREIGN_MODIFIERS = ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
_ARROWS = {
    Qt.Key.Key_Up: QPointF(0, STEP),
    Qt.Key.Key_Down: QPointF(0, -STEP),
    Qt.Key.Key_Left: QPointF(STEP, 0),
    Qt.Key.Key_Right: QPointF(-STEP, 0),
}


class Canvas(QWidget):
    """Shows one picture. ``resized`` tells that another width is wanted; the picture at hand is stretched until then.

    Arrows and the mouse move it, the wheel too; with Ctrl the wheel zooms. Shift and an arrow is for an owner that has
    another use for arrows.
    """

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self._zoom = ZOOMS.index(1.0)
        self._at = QPointF()  # where the page's upper left corner lies
        self._held: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 120)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    @property
    def zoom(self) -> float:
        """The width of the page in widths of the canvas."""
        return ZOOMS[self._zoom]

    @property
    def wanted_width(self) -> int:
        """How many pixels of the screen the page is wide now."""
        return max(1, round(self.width() * self.zoom * self.devicePixelRatioF()))

    @property
    def place(self) -> QRectF:
        """Where the page lies, in logical pixels; it may reach beyond the canvas."""
        if self._picture.isNull():
            return QRectF()
        width = self.width() * self.zoom
        return QRectF(self._at, QSize(1, 1)).adjusted(
            0, 0, width - 1, width * self._picture.height() / self._picture.width() - 1
        )

    def show_picture(self, image: QImage) -> None:
        """Shows ``image`` in the place of the one before; where it lies stays."""
        self._picture = QPixmap.fromImage(image)
        self._settle()

    def show_top(self) -> None:
        """Goes to the top of the page."""
        self._at = QPointF()
        self._settle()

    def clear(self) -> None:
        """Shows nothing."""
        self._picture = QPixmap()
        self._at = QPointF()
        self.update()

    def zoom_by(self, steps: int) -> None:
        """Zooms in (1) or out (-1) about the middle of what is seen."""
        self._zoom_to(self._zoom + steps, QPointF(self.rect().center()))

    def fit(self) -> None:
        """Shows the whole width again."""
        self._zoom_to(ZOOMS.index(1.0), QPointF(self.rect().center()))

    def _zoom_to(self, place: int, about: QPointF) -> None:
        place = min(max(place, 0), len(ZOOMS) - 1)
        if place == self._zoom:
            return
        grown = ZOOMS[place] / self.zoom
        self._zoom = place
        self._at = about - (about - self._at) * grown
        self._settle()
        self.resized.emit()

    def move_by(self, way: QPointF) -> None:
        """Moves the page by ``way``, never quite out of sight."""
        self._at += way
        self._settle()

    def _settle(self) -> None:
        """Keeps the page where it can be seen: in the middle where it is small, edge to edge where it is not."""
        page = self.place
        self._at = QPointF(
            _within(page.x(), page.width(), self.width(), middle=True),
            _within(page.y(), page.height(), self.height(), middle=False),
        )
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()
        if event.size().width() != event.oldSize().width():
            self.resized.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _ARROWS.get(Qt.Key(event.key()))
        if way is None or event.modifiers() & _FOREIGN_MODIFIERS:
            super().keyPressEvent(event)
        else:
            self.move_by(way)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_to(self._zoom + (1 if turned.y() > 0 else -1), event.position())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.move_by(QPointF(turned.y() or turned.x(), 0))
        else:
            self.move_by(QPointF(turned))
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self.move_by(event.position() - self._held)
            self._held = event.position()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_in_use()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.nav))
        if not self._picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self.place, self._picture, QRectF(self._picture.rect()))
        painter.setPen(QColor(tokens.accent if self.hasFocus() else tokens.line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


def _within(at: float, length: float, room: float, *, middle: bool) -> float:
    if length <= room:
        return (room - length) / 2 if middle else 0.0
    return min(0.0, max(at, room - length))
