"""A chart that is laid out, drawn in the window's colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from qc_desktop.domain.charts import Role

if TYPE_CHECKING:
    from qc_desktop.domain.chart_layout import Laid
    from qc_desktop.gui.tokens import Tokens

Spot: TypeAlias = tuple[float, float, float, float]


def colour(role: Role, tokens: Tokens) -> str:
    """The colour of a part in the window; on paper :mod:`qc_desktop.documents.charts` has its own."""
    return {
        Role.BAR: tokens.border,
        Role.STRONG: tokens.accent,
        Role.BEHIND: tokens.line,
        Role.LINE: tokens.accent,
        Role.LINE_BEFORE: tokens.border,
        Role.AXIS: tokens.line,
        Role.TEXT: tokens.text,
        Role.MUTED: tokens.muted,
    }[role]


def paint_ground(painter: QPainter, spot: Spot, tokens: Tokens) -> None:
    """Marks the bar that the mouse points at."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.selection))
    painter.drawRoundedRect(QRectF(*spot), 5, 5)


def paint(painter: QPainter, laid: Laid, tokens: Tokens) -> None:
    """Draws every part of ``laid`` where it stands."""
    edge = QPen(QColor(tokens.border), 1)  # the quiet colour alone is too near that of the card
    for box in laid.boxes:
        painter.setPen(edge if box.role is Role.BEHIND else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(QColor(colour(box.role, tokens)))
        painter.drawRoundedRect(QRectF(box.x, box.y, box.width, box.height), 3, 3)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for path in laid.paths:
        painter.setPen(QPen(QColor(colour(path.role, tokens)), 1 if path.role is Role.AXIS else 2.4))
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in path.points]))
    metrics = painter.fontMetrics()
    for words in laid.words:
        painter.setPen(QColor(colour(words.role, tokens)))
        wide = metrics.horizontalAdvance(words.text)
        x = words.x - {-1: 0.0, 0: wide / 2, 1: float(wide)}[words.align]
        painter.drawText(QPointF(x, words.y + (metrics.ascent() - metrics.descent()) / 2), words.text)
