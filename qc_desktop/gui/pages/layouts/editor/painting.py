"""What the editor draws over the page: frames around elements, handles, guides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen

from qc_desktop.documents.layout.extents import Extent
from qc_desktop.gui.pages.layouts.editor import geometry
from qc_desktop.gui.theme import tokens_in_use

CHOSEN, GUIDE, STOCK = "#1B5FAA", "#A8211B", "#6F5BB8"
"""Frames and guides lie on white paper, whatever the window's colours are."""
_HANDLE = 7.0
_RIM = 2.5
"""Of what stands on pre-printed paper, in mm."""


@dataclass(frozen=True)
class Painting:
    """Draws with ``painter`` at ``scale`` pixels a millimetre, ``margin`` mm from the corner of the widget."""

    painter: QPainter
    scale: float
    margin: float

    def rect(self, box: Extent) -> QRectF:
        """Where ``box`` lies in the widget."""
        k = self.scale
        return QRectF((box.x + self.margin) * k, (box.y + self.margin) * k, box.width * k, box.height * k)

    def sheet(self, page: tuple[float, float], image: QImage) -> None:
        """The page as it prints; white paper until it is drawn."""
        sheet = self.rect(Extent(0.0, 0.0, *page))
        self.painter.fillRect(sheet, QColor("white"))
        if not image.isNull():
            self.painter.drawImage(sheet, image)
        self.painter.setPen(QColor(tokens_in_use().border))
        self.painter.drawRect(sheet)

    def others(self, boxes: Iterable[Extent]) -> None:
        """Quiet frames around what is not selected."""
        self.painter.setPen(self._quiet)
        for box in boxes:
            self.painter.drawRect(self.rect(box))

    def stock(self, boxes: Iterable[Extent]) -> None:
        """A hatched rim around what stands on the pre-printed paper already: what lies within it is still seen."""
        hatch = QBrush(QColor(STOCK), Qt.BrushStyle.BDiagPattern)
        self.painter.setPen(QPen(QColor(STOCK), 1.5, Qt.PenStyle.DashLine))
        for box in boxes:
            outer, rim = self.rect(box), _RIM * self.scale
            path = QPainterPath()
            path.addRect(outer)
            path.addRect(outer.adjusted(rim, rim, -rim, -rim))
            self.painter.fillPath(path, hatch)
            self.painter.drawRect(outer)

    @property
    def _quiet(self) -> QPen:
        return QPen(QColor(tokens_in_use().border), 0, Qt.PenStyle.DotLine)

    def chosen(self, boxes: Sequence[Extent], *, sized: bool) -> None:
        """Frames around what is selected; what can be ``sized`` has handles."""
        self.painter.setPen(QPen(QColor(CHOSEN), 1.5))
        for box in boxes:
            self.painter.drawRect(self.rect(box))
        if sized:
            self._handles(boxes[0])

    def _handles(self, box: Extent) -> None:
        self.painter.setPen(QPen(QColor(CHOSEN), 1.0))
        self.painter.setBrush(QColor("white"))
        for x, y in geometry.handle_places(box).values():
            at = QPointF((x + self.margin) * self.scale, (y + self.margin) * self.scale)
            self.painter.drawRect(QRectF(at.x() - _HANDLE / 2, at.y() - _HANDLE / 2, _HANDLE, _HANDLE))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def guides(self, snap: geometry.Snap, size: QSize) -> None:
        """The lines to which what is dragged snapped, across the whole widget."""
        self.painter.setPen(QPen(QColor(GUIDE), 1.0))
        for x in snap.across:
            at = (x + self.margin) * self.scale
            self.painter.drawLine(QPointF(at, 0), QPointF(at, size.height()))
        for y in snap.down:
            at = (y + self.margin) * self.scale
            self.painter.drawLine(QPointF(0, at), QPointF(size.width(), at))

    def band(self, band: QRectF) -> None:
        """The rectangle that a person draws to select what lies in it."""
        self.painter.setPen(self._quiet)
        self.painter.drawRect(band)
