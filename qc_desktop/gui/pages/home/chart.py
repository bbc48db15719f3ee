"""The years as bars that open a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qc_desktop.gui.theme import tokens_in_use
from qc_desktop.gui.widgets.bar_chart import Bar, BarChart

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 8
_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_PICKS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class YearChart(BarChart):
    """How many companies were announced a year. ``chosen`` carries the year whose bar a person picks."""

    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._years: tuple[int, ...] = ()
        self._marked = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_years(self, years: Sequence[tuple[int, int]], current: int) -> None:
        """Shows pairs of a year and its count, the last eight; ``current`` stands out."""
        shown = tuple(years)[-MOST:]
        self._years = tuple(year for year, _ in shown)
        self._marked = self._years.index(current) if current in self._years else max(0, len(shown) - 1)
        self.show_bars([Bar(str(year), count, year == current) for year, count in shown])

    def _place(self, x: float) -> int:
        return min(int(x * len(self._years) / max(1, self.width())), len(self._years) - 1)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._years and self.rect().contains(event.position().toPoint()):
            self._marked = self._place(event.position().x())
            self.chosen.emit(self._years[self._marked])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _KEYS and self._years:
            self._marked = min(max(self._marked + _KEYS[key], 0), len(self._years) - 1)
            self.update()
        elif key in _PICKS and self._years:
            self.chosen.emit(self._years[self._marked])
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.hasFocus() or not self._years:
            return
        slot = self.width() / len(self._years)
        ring = QRect(round(self._marked * slot) + 2, 1, round(slot) - 4, self.height() - 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens_in_use().accent), 2))
        painter.drawRoundedRect(ring, 5, 5)
        painter.end()
