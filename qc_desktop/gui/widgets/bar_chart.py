"""Bars: a few labelled numbers, one of them of interest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from qc_desktop.gui.theme import tokens_in_use

_WIDEST = 44


@dataclass(frozen=True)
class Bar:
    """One bar. ``strong`` draws it in the accent colour."""

    label: str
    value: int
    strong: bool = False


class BarChart(QWidget):
    """Upright bars with their value above and their label below; the whole is one accessible sentence."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Shows ``bars`` from left to right."""
        self._bars = tuple(bars)
        told = ", ".join(f"{bar.label}: {bar.value:,}" for bar in bars)
        self.setAccessibleDescription(told)
        self.setToolTip(told)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 200)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, 140)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        slot = self.width() / len(self._bars)
        for place, bar in enumerate(self._bars):
            self._paint_bar(painter, QRectF(place * slot, 0, slot, self.height()), bar)
        painter.end()

    def _paint_bar(self, painter: QPainter, slot: QRectF, bar: Bar) -> None:
        tokens = tokens_in_use()
        line = painter.fontMetrics().height() + 6
        room = slot.height() - 2 * line
        height = max(2.0, room * bar.value / max(1, *(b.value for b in self._bars)))
        width = min(_WIDEST, slot.width() * 0.6)
        body = QRectF(slot.center().x() - width / 2, line + room - height, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent if bar.strong else tokens.border))
        painter.drawRoundedRect(body, 3, 3)
        painter.setPen(QColor(tokens.text))
        centred = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(slot.x(), body.top() - line, slot.width(), line), centred, f"{bar.value:,}")
        painter.setPen(QColor(tokens.muted))
        painter.drawText(QRectF(slot.x(), slot.bottom() - line, slot.width(), line), centred, bar.label)
