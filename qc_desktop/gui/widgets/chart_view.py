"""A chart in the window: bars that a mouse or a keyboard opens, each with its number beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from qc_desktop.domain.chart_layout import Laid, lay_out
from qc_desktop.domain.charts import Chart, Kind, Mark
from qc_desktop.gui.theme import tokens_in_use
from qc_desktop.gui.widgets.chart_paint import paint, paint_ground

_PICKS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
_HIGH = 220
_NOWHERE = -1


class ChartView(QWidget):
    """Shows a chart. ``chosen`` carries the mark that a person picks; arrows go from bar to bar."""

    chosen = Signal(object)  # Mark

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None
        self._laid: Laid | None = None
        self._place = 0
        self._pointed = _NOWHERE
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_chart(self, chart: Chart) -> None:
        """Shows ``chart``; the bar at hand stays where it is the same chart."""
        marked = next((place for place, mark in enumerate(chart.marks) if mark.strong), 0)
        same = self._chart is not None and self._chart.id == chart.id and self._place < len(chart.marks)
        self._place = self._place if same else marked
        self._chart, self._pointed = chart, _NOWHERE
        self._laid = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._opens else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.told)
        policy = self.sizePolicy()
        policy.setHeightForWidth(chart.kind is Kind.ROWS)
        policy.setVerticalPolicy(
            QSizePolicy.Policy.Preferred if chart.kind is Kind.ROWS else QSizePolicy.Policy.Expanding
        )
        self.setSizePolicy(policy)
        self.updateGeometry()
        self.update()

    @property
    def mark(self) -> Mark | None:
        """The bar at hand."""
        return self._chart.marks[self._place] if self._chart and self._opens else None

    @property
    def _opens(self) -> bool:
        return self._chart is not None and any(mark.key for mark in self._chart.marks)

    def _lay(self, width: float, height: float) -> Laid | None:
        if self._chart is None or self._chart.is_empty:
            return None
        metrics = self.fontMetrics()
        return lay_out(self._chart, width, height, metrics.height(), metrics.horizontalAdvance)

    def _laid_here(self) -> Laid | None:
        size = (float(self.width()), float(self.height()))
        if self._laid is None or (self._laid.width, self._laid.height) != size:
            self._laid = self._lay(*size)
        return self._laid

    @override
    def heightForWidth(self, width: int) -> int:
        laid = self._lay(width, 0) if self._chart is not None and self._chart.kind is Kind.ROWS else None
        return round(laid.height) + 2 if laid else -1

    @override
    def sizeHint(self) -> QSize:
        high = self.heightForWidth(max(self.width(), 240))
        return QSize(320, high if high > 0 else _HIGH)

    @override
    def minimumSizeHint(self) -> QSize:
        high = self.heightForWidth(max(self.width(), 240))
        return QSize(220, high if high > 0 else 160)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._laid = None
            self.updateGeometry()

    def _at(self, point: QPointF) -> int:
        """The bar at ``point``, -1 where there is none that opens."""
        laid = self._laid_here()
        if laid is None or self._chart is None:
            return _NOWHERE
        for place, spot in enumerate(laid.spots):
            if QRectF(*spot).contains(point) and self._chart.marks[place].key:
                return place
        return _NOWHERE

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._at(event.position()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(_NOWHERE)

    def _point_at(self, place: int) -> None:
        if place != self._pointed:
            self._pointed = place
            self.setCursor(Qt.CursorShape.ArrowCursor if place < 0 else Qt.CursorShape.PointingHandCursor)
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position())
        if place >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self._place = place
            self._choose()

    def _choose(self) -> None:
        if self.mark is not None and self.mark.key:
            self.chosen.emit(self.mark)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        marks = self._chart.marks if self._chart and self._opens else ()
        if marks and key in _STEPS:
            self._step_to(self._place + _STEPS[key])
        elif marks and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._step_to(0 if key is Qt.Key.Key_Home else len(marks) - 1)
        elif marks and key in _PICKS:
            self._choose()
        else:
            super().keyPressEvent(event)

    def _step_to(self, place: int) -> None:
        assert self._chart is not None
        self._place = min(max(place, 0), len(self._chart.marks) - 1)
        self._tell()
        self.update()

    def _tell(self) -> None:
        """Says the bar at hand to those who listen."""
        if self.mark is not None:
            self.setAccessibleDescription(self.mark.told)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setAccessibleDescription(self._chart.told if self._chart else "")

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            place = self._at(QPointF(event.pos()))
            if place >= 0 and self._chart is not None:
                told = self.tr("{number} – open the list").format(number=self._chart.marks[place].told)
                QToolTip.showText(event.globalPos(), told, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        laid = self._laid_here()
        if laid is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_in_use()
        if self._pointed >= 0:
            paint_ground(painter, laid.spots[self._pointed], tokens)
        paint(painter, laid, tokens)
        if self.hasFocus() and self._opens:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(*laid.spots[self._place]).adjusted(1, 1, -1, -1), 5, 5)
        painter.end()
